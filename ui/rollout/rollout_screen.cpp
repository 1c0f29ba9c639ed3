// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/rollout_screen.h"

#include "ui/common/chip.h"
#include "ui/common/command_button.h"
#include "ui/common/empty_state.h"
#include "ui/common/hatch.h"
#include "ui/common/labels.h"
#include "ui/common/receipt_line.h"
#include "ui/common/surface.h"
#include "ui/rollout/act_sheet.h"
#include "ui/rollout/acts.h"
#include "ui/rollout/board_page.h"
#include "ui/rollout/plan_page.h"
#include "ui/rollout/poll_page.h"
#include "ui/rollout/rollback_page.h"
#include "ui/rollout/share_ladder.h"
#include "ui/rollout/source.h"
#include "ui/rollout/wrap_row.h"
#include "ui/text/rollout_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QStackedWidget>

namespace holdpoint::ui::rollout {
namespace {

constexpr int Margin = 18;
constexpr int RoomyWidth = 1'000;
const QString ScreenName = QStringLiteral("rollouts");

}  // namespace

RolloutScreen::RolloutScreen(Context& context)
    : context_(context),
      source_(new Source(context, this)),
      sheet_(new ActSheet(context)),
      acts_(new Acts(context, *source_, *sheet_, this))
{
    setObjectName(QStringLiteral("rolloutScreen"));
    addCommands();
    pages_ = new QStackedWidget;
    empty_ = new EmptyState(context.theme, context.commands);
    page_ = new BoardPage(context, *source_, *acts_);
    poll_ = new PollPage(context, *source_, *acts_);
    plan_ = new PlanPage(context, *source_, *acts_);
    rollback_ = new RollbackPage(context, *source_, *acts_);
    for (QWidget* page :
         {static_cast<QWidget*>(empty_), static_cast<QWidget*>(page_), static_cast<QWidget*>(poll_),
          static_cast<QWidget*>(plan_), static_cast<QWidget*>(rollback_)})
        pages_->addWidget(page);
    auto* sheetRow = new QHBoxLayout;
    sheetRow->setContentsMargins(Margin, 0, Margin, 0);
    sheetRow->addWidget(sheet_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(pages_, 1);
    column->addLayout(sheetRow);
    auto* receiptRow = new QHBoxLayout;
    receiptRow->setContentsMargins(Margin, 0, Margin, 0);
    receipt_ = new ReceiptLine(context.theme, context.format);
    receipt_->setObjectName(QStringLiteral("rolloutReceipt"));
    receipt_->setContentsMargins(0, 4, 0, 6);
    receiptRow->addWidget(receipt_);
    column->addLayout(receiptRow);
    footer_ = makeFooter();
    column->addWidget(footer_);
    addActions(context.commands.actionsOf(CommandScope::Rollout));
    connectSource();
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

RolloutScreen::~RolloutScreen() = default;

QWidget* RolloutScreen::makeHeader()
{
    const Theme& theme = context_.theme;
    title_ = plainLabel(theme, {}, TextRole::Title);
    title_->setObjectName(QStringLiteral("rolloutTitle"));
    subtitle_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid);
    subtitle_->setObjectName(QStringLiteral("rolloutSubtitle"));
    ladderText_ = plainLabel(theme, {}, TextRole::Body, Ink::Mid);
    ladder_ = new ShareLadder(theme, context_.format);
    state_ = new Chip(theme);
    state_->setObjectName(QStringLiteral("rolloutState"));
    state_->setPill(true);
    notices_ = plainLabel(theme, {}, TextRole::TableCompact);
    notices_->setObjectName(QStringLiteral("rolloutNotices"));
    notices_->setWordWrap(true);
    for (QLabel* label : {title_, subtitle_})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    subtitle_->setWordWrap(true);
    auto* left = new QVBoxLayout;
    left->setSpacing(2);
    left->addWidget(title_);
    left->addWidget(subtitle_);
    auto* row = new QHBoxLayout;
    row->setSpacing(14);
    row->addLayout(left, 1);
    for (QWidget* widget :
         {static_cast<QWidget*>(ladderText_), static_cast<QWidget*>(ladder_), static_cast<QWidget*>(state_)})
        row->addWidget(widget);
    auto* header = surface();
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(Margin, 10, Margin, 10);
    inside->setSpacing(6);
    inside->addLayout(row);
    inside->addWidget(notices_);
    auto* column = new QVBoxLayout(header);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(inside);
    column->addWidget(rule());
    return header;
}

QWidget* RolloutScreen::makeFooter()
{
    auto* footer = surface();
    auto* row = new WrapRow(10);
    row->setContentsMargins(Margin, 8, Margin, 8);
    for (const char* id : {"rollout.board", "rollout.poll", "rollout.plan", "rollout.rollback"})
        row->addWidget(new CommandButton(context_.theme, context_.commands, QLatin1String(id)));
    for (const char* id : {"rollout.narrow", "rollout.stop_growth", "rollout.resume"}) {
        ofBoard_.push_back(new CommandButton(context_.theme, context_.commands, QLatin1String(id)));
        row->addWidget(ofBoard_.back());
    }
    auto* column = new QVBoxLayout(footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(rule());
    column->addLayout(row);
    return footer;
}

void RolloutScreen::addView(const char* id, const char* text, const char* place, const char* key)
{
    CommandSpec spec;
    spec.id = id;
    spec.text = text;
    spec.menu = CommandMenu::Launch;
    spec.scope = CommandScope::Window;
    if (*key != '\0')
        spec.keys = {QKeySequence(QLatin1String(key))};
    spec.run = [this, place] { goTo(QLatin1String(place)); };
    spec.obstacle = [this] {
        return context_.workspace.state() == Workspace::State::Open ? QString()
                                                                    : tr("No data folder is open.");
    };
    context_.commands.add(std::move(spec));
}

void RolloutScreen::addCommands()
{
    addView("rollout.board", QT_TRANSLATE_NOOP("commands", "Slices and gates"), "", "");
    addView("rollout.poll", QT_TRANSLATE_NOOP("commands", "Go/no-go poll…"), "poll", "Ctrl+G");
    addView("rollout.plan", QT_TRANSLATE_NOOP("commands", "Plan…"), "plan", "");
    addView("rollout.rollback", QT_TRANSLATE_NOOP("commands", "Roll back…"), "rollback", "Ctrl+F9");
}

void RolloutScreen::connectSource()
{
    connect(source_, &Source::changed, this, &RolloutScreen::showBoard);
    connect(source_, &Source::freshnessChanged, this, [this] {
        showHeader();
        refreshCommands();
    });
    connect(&context_.client, &Client::tick, this, &RolloutScreen::showHeader);
    connect(&context_.client, &Client::detached, this, &RolloutScreen::showBoard);
    connect(page_, &BoardPage::sliceChanged, this, [this] {
        acts_->setSlice(page_->slice());
        context_.commands.refresh();
        emit changed();
    });
    connect(rollback_, &RollbackPage::changed, this, &RolloutScreen::showHeader);
    connect(page_, &BoardPage::pollWanted, this, [this] { goTo(QStringLiteral("poll")); });
    connect(page_, &BoardPage::planWanted, this, [this] { goTo(QStringLiteral("plan")); });
    connect(ladder_, &ShareLadder::chosen, this, [this] { goTo(QStringLiteral("poll")); });
    connect(acts_, &Acts::sent, this, [this](const std::string& key, const QString& title) {
        followed_ = key;
        receipt_->start(title, context_.client.engineNow());
    });
    connect(&context_.client, &Client::receipt, this,
            [this](const session::Command& command, const session::Receipt& receipt) {
                if (command.key == followed_)
                    receipt_->add(receipt);
            });
}

const session::RolloutBoard& RolloutScreen::board() const { return source_->board(); }

bool RolloutScreen::sendsOrders() const
{
    const RolloutState state = board().state;
    return source_->hasPlan() && board().step > 0 && state != RolloutState::Draft &&
           state != RolloutState::Preflight && state != RolloutState::Closed &&
           state != RolloutState::Scrubbed;
}

std::string RolloutScreen::sliceInView() const
{
    const session::SliceRow* chosen = source_->slice(page_->slice());
    if (chosen != nullptr && chosen->state == SliceState::Open)
        return chosen->name;
    for (const session::SliceRow& slice : board().slices)
        if (slice.state == SliceState::Open)
            return slice.name;
    return {};
}

void RolloutScreen::goTo(const QString& place) { context_.navigator.go({ScreenName, place, {}}); }

void RolloutScreen::show(const Location& location)
{
    place_ = location.filter;
    showPlace();
    showHeader();
    const QWidget* now = pages_->currentWidget();
    if (now == page_ && focusWidget() == nullptr)
        page_->focusSlices();
    else if (now == poll_)
        poll_->focusVotes();
    else if (now == plan_)
        plan_->focusText();
    else if (now == rollback_)
        rollback_->focusHold();
}

void RolloutScreen::showBoard()
{
    page_->setBoard();
    poll_->setBoard();
    plan_->setBoard();
    rollback_->setBoard();
    sheet_->refresh();
    showHeader();
    showNotices();
    showPlace();
    refreshCommands();
    emit changed();
}

// A plan can be written before there is one.
QWidget* RolloutScreen::pageOf(const QString& place) const
{
    if (place == QLatin1String("plan"))
        return plan_;
    if (!source_->hasPlan())
        return empty_;
    if (place == QLatin1String("poll"))
        return poll_;
    return place == QLatin1String("rollback") ? static_cast<QWidget*>(rollback_) : page_;
}

void RolloutScreen::showPlace()
{
    QWidget* now = pageOf(place_);
    pages_->setCurrentWidget(now);
    rollback_->setShown(now == rollback_);
    footer_->setVisible(now != rollback_);  // it has one of its own
    for (QWidget* button : ofBoard_)
        button->setVisible(now == page_);
    if (now != empty_)
        return;
    const QString what =
        tr("A slice is a rule that sends some orders down the new path. A plan says which slices there "
           "are, and when they grow.");
    empty_->set(source_->known() ? tr("No slices") : tr("No data yet"),
                !source_->trouble().isEmpty() ? source_->trouble()
                : source_->known()            ? what
                                   : tr("The rollout shows here as soon as the engine has told of it."),
                source_->known() ? QList{QLatin1String("rollout.plan")} : QList<QLatin1String>{});
}

QString RolloutScreen::title() const
{
    if (!source_->hasPlan())
        return tr("Rollouts");
    const QString name = outside(board().name, 60);
    if (place_ == QLatin1String("rollback"))
        return rollback_->title();
    const QString page = place_ == QLatin1String("poll")   ? tr("Go/no-go poll")
                         : place_ == QLatin1String("plan") ? tr("Plan")
                                                           : tr("Rollouts");
    return name.isEmpty() ? page : page + QStringLiteral(" · ") + name;
}

QString RolloutScreen::subtitle() const
{
    const Format& f = context_.format;
    const session::RolloutBoard& b = board();
    if (pages_->currentWidget() == rollback_)
        return rollback_->subtitle();
    QStringList parts;
    if (source_->hasPlan()) {
        int share = 0;
        for (const session::StepRow& step : b.steps)
            if (step.number == b.step)
                share = step.weightBp;
        const Instant begun = b.step > 0 && b.step <= static_cast<int>(b.steps.size())
                                  ? b.steps[static_cast<std::size_t>(b.step - 1)].begun
                                  : Never;
        if (begun != Never)
            parts << tr("%1 %2 since %3").arg(word(b.phase), shareText(f, share), f.clock(begun));
        if (b.bakeLeast > Milliseconds{0} && b.step > 0) {
            const Milliseconds left = std::max(b.bakeLeast - b.baked, Milliseconds{0});
            const QString least = tr("bake %1").arg(f.duration(b.bakeLeast));
            parts
                << least + QStringLiteral(", ") +
                       (isPaused(b.state) ? tr("%1 left when paused") : tr("%1 left")).arg(f.duration(left));
        }
        if (b.capBound)
            parts << tr("the hour's cap binds: the rest goes to legacy");
    }
    const QString age = ageWords(f, DataAge::of(source_->watch(), context_.client));
    if (!age.isEmpty())
        parts << age;
    return parts.join(QStringLiteral(" · "));
}

void RolloutScreen::showHeader()
{
    const session::RolloutBoard& b = board();
    title_->setText(title());
    subtitle_->setText(subtitle());
    ladder_->setBoard(b);
    ladder_->setVisible(source_->hasPlan());
    ladderText_->setVisible(source_->hasPlan() && width() >= context_.theme.px(RoomyWidth));
    const bool bad = isPaused(b.state) || b.state == RolloutState::RollingBack;
    state_->set(source_->known() ? stateWord(b) : QString(), bad ? ChipKind::Critical : ChipKind::Plain);
}

void RolloutScreen::showNotices()
{
    const session::RolloutBoard& b = board();
    const Format& f = context_.format;
    QStringList lines;
    if (isPaused(b.state) && b.triggers.empty() && !b.pausedBy.empty())
        lines << tr("Paused by %1: %2").arg(outside(b.pausedBy, 60), outside(b.pausedBecause));
    for (const session::TriggerRow& trigger : b.triggers)
        lines << tr("%1, since %2: %3")
                     .arg(word(trigger.trigger), f.clock(trigger.since), reactionWord(trigger.reaction));
    if (b.proposalDue)
        lines
            << tr("A rollback is proposed and runs at %1 unless it is stopped.").arg(f.clock(*b.proposalDue));
    for (const std::string& gate : b.overridden)
        lines << tr("Overridden in this step: %1").arg(metricWord(gate));
    if (b.bet) {
        QStringList missing;
        for (const std::string& each : b.prerequisitesMissing)
            missing << prerequisiteWord(each);
        lines << tr("This launch is a bet: it lacks %1.").arg(missing.join(QStringLiteral(", ")));
    }
    if (!b.command.offeredTo.empty())
        lines << tr("Command is offered to %1 until %2.")
                     .arg(outside(b.command.offeredTo, 60), f.clock(b.command.offerEnds));
    if (b.command.commanderGone)
        lines << tr("The commander is gone: the deputy may take command.");
    notices_->setText(lines.join(QLatin1Char('\n')));
    notices_->setVisible(!lines.isEmpty());
}

// Only when something says something else now: every button of the window looks again.
void RolloutScreen::refreshCommands()
{
    QString now;
    for (const auto& command : context_.commands.all())
        if (command->spec.scope == CommandScope::Rollout || command->spec.scope == CommandScope::Poll)
            now += command->obstacle() + QLatin1Char('\n');
    if (now == told_)
        return;
    told_ = now;
    context_.commands.refresh();
}

void RolloutScreen::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

// The ladder says its share itself; its words go first.
void RolloutScreen::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showHeader();
}

void RolloutScreen::retranslate()
{
    setAccessibleName(tr("Rollouts"));
    ladderText_->setText(tr("Share of orders in slice"));
    showHeader();
    showNotices();
    showPlace();
}

}  // namespace holdpoint::ui::rollout
