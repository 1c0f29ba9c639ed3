// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/launch_screen.h"

#include "core/model/permissions.h"
#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/receipt_line.h"
#include "ui/common/table_view.h"
#include "ui/common/tooltip.h"
#include "ui/launch/event_log.h"
#include "ui/launch/launch_words.h"
#include "ui/launch/metric_card.h"
#include "ui/launch/resume_sheet.h"
#include "ui/launch/stage_strip.h"
#include "ui/launch/vendors_model.h"
#include "ui/text/words.h"

#include <QEvent>
#include <QStackedWidget>

namespace holdpoint::ui {

LaunchScreen::LaunchScreen(Context& context)
    : context_(context),
      watch_(new Watch(context.client, {session::List::Board, {}, {}, {}, Never, Never}, {0, 1}, this))
{
    setObjectName(QStringLiteral("launchScreen"));
    addCommands();
    makeParts();
    connectWatch();
    connectCommands();
    connectChoices();
    retranslate();
    showEmpty();
}

LaunchScreen::~LaunchScreen() = default;

void LaunchScreen::show(const Location&)
{
    if (pages_->currentIndex() == 1 && focusWidget() == nullptr)
        metrics_[0]->setFocus(Qt::OtherFocusReason);
}

void LaunchScreen::addCommands()
{
    CommandSpec spec;
    spec.id = "launch.resume";
    spec.text = QT_TRANSLATE_NOOP("commands", "Resume intake…");
    spec.menu = CommandMenu::Launch;
    spec.kind = CommandClass::Up;
    spec.scope = CommandScope::Launch;
    spec.engineCommand = "reopen_intake";
    spec.run = [this] { sheet_->open(); };
    spec.obstacle = [this] { return resumeObstacle(); };
    context_.commands.add(std::move(spec));
    addActions(context_.commands.actionsOf(CommandScope::Launch));
}

void LaunchScreen::connectWatch()
{
    connect(watch_, &Watch::snapshot, this, [this](const session::Snapshot& s) { take(s.rows); });
    connect(watch_, &Watch::delta, this, [this](const session::Delta& d) { take(d.rows); });
    connect(watch_, &Watch::failed, this, [this](const session::Failed& failed) {
        trouble_ = sentence(failed);
        showIntake();
    });
    connect(watch_, &Watch::freshnessChanged, this, &LaunchScreen::showFreshness);
    connect(&context_.client, &Client::tick, this, &LaunchScreen::showClock);
    connect(&context_.client, &Client::linkChanged, this, &LaunchScreen::noticeEngine);
    connect(&context_.client, &Client::linkChanged, this, &LaunchScreen::showFreshness);
    connect(&context_.client, &Client::detached, this, [this] {
        known_ = known_ && board_.orders > 0;  // what was shown stays shown, as old
        showEmpty();
    });
    connect(&context_.workspace, &Workspace::stateChanged, this, &LaunchScreen::showEmpty);
    connect(&context_.workspace, &Workspace::demoChanged, this, &LaunchScreen::showEmpty);
    for (Panel* panel : {stagesPanel_, vendorsPanel_, logPanel_})
        panel->follow(*watch_, context_.client, context_.format);
}

void LaunchScreen::connectCommands()
{
    connect(&context_.client, &Client::submitted, this, [this](const session::Command& command) {
        if (command.what != "stop_intake" && command.what != "reopen_intake")
            return;
        followed_ = command.key;
        receipt_->start(command.what == "stop_intake" ? tr("Pause intake") : tr("Resume intake"),
                        context_.client.engineNow());
        footerText_->hide();
    });
    connect(&context_.client, &Client::receipt, this,
            [this](const session::Command& command, const session::Receipt& receipt) {
                if (command.key == followed_)
                    receipt_->add(receipt);
            });
    connect(sheet_, &ResumeSheet::confirmed, this, &LaunchScreen::resume);
    connect(&context_.commands, &CommandRegistry::refreshed, this, &LaunchScreen::showEmpty);
}

void LaunchScreen::connectChoices()
{
    for (MetricCardButton* card : metrics_)
        connect(card, &QAbstractButton::clicked, this,
                [this, card] { goToExceptions(drillFilter(card->card().metric)); });
    connect(stages_, &StageStrip::chosen, this, [this](Stage stage) {
        goToExceptions(QStringLiteral("is:open stage:") + QString::fromUtf8(name(stage).data()));
    });
    connect(vendorTable_, &TableView::opened, this, [this](const QModelIndex& index) {
        goToExceptions(vendorFilter(vendors_->vendor(index.row()).vendor));
    });
    connect(log_, &EventLog::chosen, this, [this](const session::LogEntry& entry) {
        if (!entry.object.isNone())
            openEntity(entry.object);
        else if (!entry.vendor.empty())
            goToExceptions(vendorFilter(entry.vendor));
    });
}

void LaunchScreen::take(const session::Rows& rows)
{
    const auto* board = std::get_if<session::Board>(&rows);
    if (board == nullptr)
        return;
    board_ = *board;
    known_ = true;
    trouble_.clear();
    showBoard();
}

void LaunchScreen::showBoard()
{
    const Instant now = context_.client.engineNow();
    for (std::size_t i = 0; i < metrics_.size(); ++i)
        metrics_[i]->setCard(board_.metrics[i], now);
    stages_->setCards(board_.stages, known_);
    conservation_->setText(known_ ? stages_->conservationText() : QString());
    vendors_->setVendors(
        board_.vendors, now,
        board_.metrics[static_cast<std::size_t>(session::LaunchMetric::DownstreamErrors)].limit);
    vendorsPanel_->setSubtitle(board_.vendors.empty() && known_
                                   ? tr("no vendor was called yet; they show with the first order")
                                   : tr("last 5 minutes"));
    log_->setEntries(board_.log);
    logPanel_->setSubtitle(!board_.log.empty() ? tr("newest first")
                           : known_            ? tr("nothing was done yet; acts and alarms show here")
                                               : QString());
    sheet_->setBoard(board_);
    showIntake();
    showClock();
    showEmpty();
}

void LaunchScreen::showIntake()
{
    const session::IntakeCard& intake = board_.intake;
    if (!known_)
        intake_->set(trouble_.isEmpty() ? tr("No data yet") : tr("Cannot be shown"), ChipKind::Plain);
    else if (intake.open)
        intake_->set(tr("Taking new orders"), ChipKind::Plain);
    else
        intake_->set(tr("❚❚ PAUSED"), ChipKind::Critical);
    const QString who = outside(intake.by, 40);
    intakeText_->setText(
        !trouble_.isEmpty()      ? trouble_
        : !known_ || intake.open ? QString()
        : intake.since == Never  ? tr("New orders stay with legacy")
        : who.isEmpty()
            ? tr("New orders stay with legacy since %1").arg(context_.format.clock(intake.since))
            : tr("New orders stay with legacy since %1 by %2").arg(context_.format.clock(intake.since), who));
    refreshCommands();
}

void LaunchScreen::showFreshness()
{
    const Freshness fresh = watch_->freshness();
    const bool old = known_ && (fresh == Freshness::Stale || fresh == Freshness::Disconnected);
    for (MetricCardButton* card : metrics_)
        card->setStale(old);
    showClock();
    showEmpty();
    refreshCommands();
}

void LaunchScreen::noticeEngine()
{
    const std::string engine = context_.client.link().engine;
    if (engine.empty() || engine == engine_)
        return;
    const bool another = !engine_.empty();
    engine_ = engine;
    if (!another)
        return;
    board_ = {};
    for (std::size_t i = 0; i < board_.metrics.size(); ++i)
        board_.metrics[i].metric = static_cast<session::LaunchMetric>(i);
    known_ = false;
    receipt_->clear();
    footerText_->show();
    showBoard();
}

void LaunchScreen::showClock()
{
    const Instant start = board_.launchStart;
    mission_->setText(start == Never ? QString() : missionTime(context_.client.engineNow() - start));
    sheet_->setObstacle(resumeObstacle());
    for (MetricCardButton* card : metrics_)
        card->setNow(context_.client.engineNow());
    vendors_->setNow(context_.client.engineNow());
    const QString age = ageWords(context_.format, DataAge::of(*watch_, context_.client));
    subtitle_->setText(joinedParts(
        {tr("You command"), outside(context_.client.whoami().name, 40),
         known_
             ? tr("%1 orders accepted in the last minute").arg(context_.format.count(board_.ordersPerMinute))
             : QString(),
         age}));
}

// Only when something says something else now: every button of the window looks again.
void LaunchScreen::refreshCommands()
{
    const QString obstacle = resumeObstacle();
    sheet_->setObstacle(obstacle);
    if (obstacle == told_)
        return;
    told_ = obstacle;
    context_.commands.refresh();
}

QString LaunchScreen::resumeObstacle() const
{
    if (!mayDo(context_.client.whoami().role, "reopen_intake")) {
        const auto who = whoMay("reopen_intake");
        return needs({who.begin(), who.end()});
    }
    const Freshness fresh = watch_->freshness();
    if (fresh == Freshness::Disconnected)
        return tr("Not connected: nothing can be sent.");
    if (!known_)
        return tr("No data yet.");
    if (fresh == Freshness::Stale)
        return tr("The data is old. Taking more orders needs fresh data.");
    return board_.intake.open ? tr("New orders are being taken already.") : QString();
}

void LaunchScreen::resume()
{
    session::Command command;
    command.what = "reopen_intake";
    command.dataAge = watch_->age();
    context_.client.submit(std::move(command), this);
}

void LaunchScreen::showEmpty()
{
    const bool nothing = !known_ || (board_.orders == 0 && board_.launchStart == Never && board_.intake.open);
    const bool empty = nothing && (known_ || !context_.client.isAttached());
    pages_->setCurrentIndex(empty ? 0 : 1);
    header_->setVisible(!empty);
    footer_->setVisible(!empty);
    if (empty)
        sheet_->hide();
    title_->setText(context_.workspace.isDemo() ? tr("Demo launch") : tr("Default rollout"));
    demo_->set(context_.workspace.isDemo() ? tr("DEMO") : QString(), ChipKind::Plain);
    if (!empty)
        return;
    QList<QLatin1String> offers;
    for (const auto id : {QLatin1String("file.start_demo"), QLatin1String("file.open_folder")})
        if (context_.commands.find(id) != nullptr)
            offers.push_back(id);
    empty_->set(tr("No launch is active"), emptySentence(), offers);
}

QString LaunchScreen::emptySentence() const
{
    const Workspace::Demo demo = context_.workspace.demo();
    if (demo.preparing)
        return tr("The demo launch is being prepared: %1 of %2 orders")
            .arg(context_.format.count(demo.done), context_.format.count(demo.of));
    if (context_.workspace.state() == Workspace::State::Failed)
        return sentence(context_.workspace.error());
    return context_.client.isAttached()
               ? tr("This folder holds no orders yet. They show here as soon as the first comes in.")
               : tr("Open a data folder, or start the demo to see a launch with its troubles.");
}

void LaunchScreen::goToExceptions(const QString& filter, EntityId selected)
{
    context_.navigator.go({QStringLiteral("exceptions"), filter, selected});
}

void LaunchScreen::openEntity(EntityId entity)
{
    if (entity.kind() == EntityKind::Order)
        context_.navigator.go({QStringLiteral("orders"), {}, entity});
    else if (entity.kind() == EntityKind::Exception)
        goToExceptions(QStringLiteral("is:open"), entity);
}

void LaunchScreen::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void LaunchScreen::retranslate()
{
    setAccessibleName(tr("Launch"));
    stagesPanel_->setTitle(tr("Where orders are"));
    stagesPanel_->setSubtitle(tr("last minute"));
    vendorsPanel_->setTitle(tr("Vendors"));
    logPanel_->setTitle(tr("Event log"));
    footerText_->setText(tr("Pausing keeps new orders with legacy; orders already here finish here."));
    setPlainToolTip(conservation_,
                    tr("Every order that entered a stage has left it, waits in it or is held at it."));
    vendors_->retranslate();
    vendorTable_->setAccessibleName(tr("Vendors"));
    showBoard();
}

}  // namespace holdpoint::ui
