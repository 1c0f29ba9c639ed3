// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/poll_page.h"

#include "ui/common/command_button.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/table_view.h"
#include "ui/rollout/acts.h"
#include "ui/rollout/rows_model.h"
#include "ui/rollout/source.h"
#include "ui/rollout/wrap_row.h"
#include "ui/text/rollout_words.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

namespace holdpoint::ui::rollout {
namespace {

constexpr int Margin = 18;
constexpr int Gutter = 12;
constexpr int LeastWords = 3;

int chipOf(GateVerdict verdict)
{
    return static_cast<int>(verdict == GateVerdict::NoGo           ? ChipKind::Critical
                            : verdict == GateVerdict::Inconclusive ? ChipKind::Warning
                                                                   : ChipKind::Plain);
}

RowsModel::Cell quiet(const QString& text) { return {text, inkValue(Ink::Mid)}; }

/// A vote that holds: given, and still true.
bool holds(const session::VoteRow& vote, Vote said) { return vote.vote == said && !vote.old; }

}  // namespace

PollPage::PollPage(Context& context, Source& source, Acts& acts, QWidget* parent)
    : QWidget(parent),
      context_(context),
      source_(source),
      acts_(acts),
      gatesPanel_(new Panel(context.theme, {})),
      gates_(new RowsModel(this)),
      gatesTable_(new TableView(context.theme)),
      votesPanel_(new Panel(context.theme, {})),
      votes_(new RowsModel(this)),
      votesTable_(new TableView(context.theme))
{
    addVote("rollout.vote_go", QT_TRANSLATE_NOOP("commands", "Vote GO"), Vote::Go, "Y");
    addVote("rollout.vote_no_go", QT_TRANSLATE_NOOP("commands", "Vote NO-GO"), Vote::NoGo, "Shift+N");
    addVote("rollout.vote_abstain", QT_TRANSLATE_NOOP("commands", "Abstain"), Vote::Abstain, "");
    gatesTable_->setObjectName(QStringLiteral("pollGates"));
    votesTable_->setObjectName(QStringLiteral("pollVotes"));
    auto* column = new QVBoxLayout;
    for (const auto& [panel, table, model] :
         {std::tuple(gatesPanel_, gatesTable_, gates_), std::tuple(votesPanel_, votesTable_, votes_)}) {
        panel->setFlush(true);
        table->setModel(model);
        panel->body()->addWidget(table);
        panel->follow(source.watch(), context.client, context.format);
    }
    auto* body = new QWidget;
    column->setContentsMargins(Margin, 14, Margin, 14);
    column->setSpacing(Gutter);
    column->addWidget(gatesPanel_);
    column->addWidget(votesPanel_);
    column->addWidget(makeVote());
    column->addStretch(1);
    body->setLayout(column);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(body);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(scroll);
    retranslate();
    gatesTable_->setColumnWidths({124, 0, 110, 130, 90, 84, 84, 96});
    votesTable_->setColumnWidths({124, 150, 104, 90, 0});
}

void PollPage::addVote(const char* id, const char* text, Vote vote, const char* key)
{
    CommandSpec spec;
    spec.id = id;
    spec.text = text;
    spec.menu = CommandMenu::Launch;
    spec.kind = CommandClass::One;
    spec.scope = CommandScope::Poll;
    spec.engineCommand = "vote";
    if (*key != '\0')
        spec.keys = {QKeySequence(QLatin1String(key))};
    spec.run = [this, vote] { give(vote); };
    spec.obstacle = [this] { return voteObstacle(); };
    context_.commands.add(std::move(spec));
}

QWidget* PollPage::makeVote()
{
    const Theme& theme = context_.theme;
    auto* panel = new Panel(theme, {});
    panel->setObjectName(QStringLiteral("votePanel"));
    seats_ = new QComboBox;
    seats_->setObjectName(QStringLiteral("voteSeat"));
    words_ = new QLineEdit;
    words_->setObjectName(QStringLiteral("voteWords"));
    wordsAsk_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid);
    result_ = plainLabel(theme, {}, TextRole::Section);
    result_->setObjectName(QStringLiteral("pollResult"));
    result_->setWordWrap(true);
    hint_ = plainLabel(theme, {}, TextRole::TableCompact, Ink::Mid);
    hint_->setObjectName(QStringLiteral("voteHint"));
    hint_->hide();
    words_->setMinimumWidth(theme.px(220));
    auto* row = new WrapRow(theme.px(10));
    row->addWidget(seats_);
    row->addWidget(wordsAsk_);
    row->addWidget(words_);
    for (const char* id : {"rollout.vote_go", "rollout.vote_no_go", "rollout.vote_abstain"})
        row->addWidget(new CommandButton(theme, context_.commands, QLatin1String(id)));
    auto* end = new WrapRow(theme.px(10));
    for (const char* id : {"rollout.commit", "rollout.override", "rollout.acknowledge_gate"})
        end->addWidget(new CommandButton(theme, context_.commands, QLatin1String(id)));
    panel->body()->addLayout(row);
    panel->body()->addWidget(hint_);
    panel->body()->addWidget(result_);
    panel->body()->addLayout(end);
    connect(words_, &QLineEdit::returnPressed, this, [this] {
        if (waiting_)
            give(*waiting_);
    });
    addActions(context_.commands.actionsOf(CommandScope::Poll));
    return panel;
}

std::optional<Function> PollPage::seat() const
{
    const QVariant chosen = seats_ == nullptr ? QVariant() : seats_->currentData();
    return chosen.isValid() ? std::optional(static_cast<Function>(chosen.toInt())) : std::nullopt;
}

QString PollPage::voteObstacle() const
{
    if (const QString why = source_.obstacle("vote", false); !why.isEmpty())
        return why;
    if (!source_.hasPlan())
        return tr("There is no plan.");
    return seat() ? QString()
                  : tr("You hold no seat of this rollout. The seats are given by name in the plan.");
}

// A NO-GO and an abstention ask for their sentence first.
void PollPage::give(Vote vote)
{
    if (!isVisible())  // nobody votes on what is not seen
        return context_.navigator.go({QStringLiteral("rollouts"), QStringLiteral("poll"), {}});
    const QString words = words_->text().trimmed();
    const bool lacking = vote != Vote::Go && words.size() < LeastWords;
    waiting_ = lacking ? std::optional(vote) : std::nullopt;
    hint_->setText(lacking ? tr("%1 needs a sentence. Enter gives the vote.").arg(word(vote)) : QString());
    hint_->setVisible(lacking);
    if (lacking)
        return words_->setFocus(Qt::OtherFocusReason);
    acts_.vote(*seat(), vote, words);
    words_->clear();
}

void PollPage::setBoard()
{
    fillGates();
    fillVotes();
    fillSeats();
    result_->setText(resultText());
    votesPanel_->setSubtitle(openedText());
}

void PollPage::fillGates()
{
    const Format& f = context_.format;
    const Instant now = context_.client.engineNow();
    std::vector<RowsModel::Row> rows;
    for (const session::GateRow& gate : source_.board().gates) {
        const bool missing = gate.verdict == GateVerdict::Inconclusive;
        const QString chip = gate.verdict == GateVerdict::Go     ? tr("GO")
                             : gate.verdict == GateVerdict::NoGo ? tr("NO-GO")
                                                                 : word(gate.reason);
        QString title = gateTitle(gate);
        if (!gate.slice.empty())
            title += QStringLiteral(" · ") + outside(gate.slice, 60);
        RowsModel::Row row;
        row.key = qHash(QString::fromStdString(gate.id + gate.slice + std::string(name(gate.stage)))) | 1U;
        row.cells = {
            {chip, inkValue(Ink::High), false, chipOf(gate.verdict)},
            {title, inkValue(Ink::High), gate.verdict == GateVerdict::NoGo, -1, gateSentence(f, gate)},
            {gate.value ? gate.kind == "relative"
                              ? f.locale().toString(*gate.value, 'g', 3) + QStringLiteral("×")
                              : gateValue(f, gate, *gate.value)
             : missing ? tr("no data")
                        : Format::none()},
            quiet(gateRule(f, gate)),
            quiet(f.count(gate.sample)),
            quiet(f.duration(gate.window)),
            quiet(gate.watermark == Never || gate.watermark == Instant{} ? Format::none()
                                                                         : f.duration(now - gate.watermark)),
            quiet(gate.dryRun       ? tr("dry run")
                  : gate.overridden ? tr("overridden")
                  : gate.blocker    ? tr("blocker")
                                    : QString())};
        rows.push_back(std::move(row));
    }
    gates_->setRows(std::move(rows));
    fitToRows(*gatesTable_, context_.theme);
}

void PollPage::fillVotes()
{
    const Format& f = context_.format;
    std::vector<RowsModel::Row> rows;
    for (const session::VoteRow& vote : source_.board().poll.votes) {
        QString said = vote.vote ? word(*vote.vote) : QString();
        if (vote.old)
            said = tr("%1, old").arg(said);
        QString words = outside(vote.words);
        if (vote.old)
            words += (words.isEmpty() ? QString() : QStringLiteral(" — ")) +
                     (vote.oldBecause == "time" ? tr("the vote is old: 30 minutes have passed")
                                                : tr("the vote is old: the evidence has changed since"));
        if (!vote.vote)
            words = tr("waiting");
        if (vote.needsCoSign && !vote.coSigned)
            words += tr(" — a second owner must co-sign");
        const int chip = !vote.vote || (vote.vote == Vote::Go && !vote.old) ? int(ChipKind::Plain)
                         : vote.vote == Vote::NoGo                          ? int(ChipKind::Critical)
                                                                            : int(ChipKind::Warning);
        rows.push_back({{{word(vote.seat), inkValue(Ink::High), true},
                         {vote.holder.empty() ? tr("nobody") : outside(vote.holder, 60)},
                         {said, inkValue(Ink::High), false, chip},
                         quiet(vote.at == Never || !vote.vote ? Format::none() : f.clock(vote.at)),
                         {words, inkValue(vote.vote ? Ink::High : Ink::Low), false, -1, words}},
                        static_cast<qulonglong>(vote.seat) + 1});
    }
    votes_->setRows(std::move(rows));
    fitToRows(*votesTable_, context_.theme);
}

void PollPage::fillSeats()
{
    const auto mine = seatsOf(source_.board(), context_.client.whoami().name);
    QList<int> now, wanted;
    for (int i = 0; i < seats_->count(); ++i)
        now << seats_->itemData(i).toInt();
    for (const Function each : mine)
        wanted << static_cast<int>(each);
    if (now != wanted) {
        seats_->clear();
        for (const Function each : mine)
            seats_->addItem(word(each), static_cast<int>(each));
    }
    seats_->setVisible(!mine.empty());
}

QString PollPage::openedText() const
{
    const session::PollCard& poll = source_.board().poll;
    if (!poll.open)
        return tr("no poll is open");
    int share = 0;
    for (const session::StepRow& step : source_.board().steps)
        if (step.number == poll.step)
            share = step.weightBp;
    return tr("step %1, to %2 · opened %3 · closes %4")
        .arg(QString::number(poll.step), shareText(context_.format, share),
             context_.format.clock(poll.opened),
             poll.closes == Never ? Format::none() : context_.format.clock(poll.closes));
}

QString PollPage::resultText() const
{
    const session::RolloutBoard& board = source_.board();
    int against = 0, open = 0, noGo = 0, missing = 0;
    for (const session::GateRow& gate : board.gates)
        if (gate.blocker && !gate.dryRun && !gate.overridden) {
            against += gate.verdict == GateVerdict::NoGo;
            open += gate.verdict == GateVerdict::Inconclusive;
        }
    for (const session::VoteRow& vote : board.poll.votes) {
        noGo += holds(vote, Vote::NoGo);
        missing += !holds(vote, Vote::NoGo) && !holds(vote, Vote::Go);
    }
    if (board.poll.go)
        return tr("Result: GO. The commander can commit the step.");
    QStringList why;
    if (against > 0)
        why << tr("%n blocking gate(s) say NO-GO", "", against);
    if (open > 0)
        why << tr("%n blocking gate(s) cannot say yet", "", open);
    if (noGo > 0)
        why << tr("%n vote(s) NO-GO", "", noGo);
    if (missing > 0)
        why << tr("%n vote(s) missing or old", "", missing);
    return (against + noGo > 0 ? tr("Result: NO-GO (%1). The step stays locked.")
                               : tr("No result yet (%1). The step stays locked."))
        .arg(why.isEmpty() ? tr("no poll is open") : why.join(QStringLiteral(", ")));
}

void PollPage::focusVotes() { votesTable_->setFocus(Qt::OtherFocusReason); }

void PollPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void PollPage::retranslate()
{
    gatesPanel_->setTitle(tr("Gates"));
    gatesPanel_->setSubtitle(tr("automatic"));
    votesPanel_->setTitle(tr("Stations"));
    gatesTable_->setAccessibleName(tr("Gates"));
    votesTable_->setAccessibleName(tr("Stations"));
    findChild<Panel*>(QStringLiteral("votePanel"))->setTitle(tr("Your vote"));
    wordsAsk_->setText(tr("In one sentence"));
    words_->setAccessibleName(tr("Your vote in one sentence"));
    seats_->setAccessibleName(tr("Seat"));
    gates_->setColumns(
        {QString(), tr("Gate"), tr("Value"), tr("Rule"), tr("n"), tr("Window"), tr("Age"), QString()},
        {2, 3, 4, 5, 6});
    votes_->setColumns({tr("Station"), tr("Holder"), tr("Vote"), tr("At"), tr("In words")});
    seats_->clear();
    setBoard();
}

}  // namespace holdpoint::ui::rollout
