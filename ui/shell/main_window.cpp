// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/main_window.h"

#include "ui/common/toast.h"
#include "ui/exceptions/exceptions_screen.h"
#include "ui/launch/launch_screen.h"
#include "ui/orders/orders_screen.h"
#include "ui/rollout/rollout_screen.h"
#include "ui/shell/alarm_bar.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/link_banner.h"
#include "ui/shell/offline_card.h"
#include "ui/shell/pause_control.h"
#include "ui/shell/rail.h"
#include "ui/shell/status_line.h"
#include "ui/shell/welcome.h"
#include "ui/text/words.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace holdpoint::ui {
namespace {

constexpr QSize SmallestWindow{1180, 720};
constexpr QSize FirstSize{1440, 900};
constexpr int NarrowBelow = 1280;

}  // namespace

MainWindow::MainWindow(World world)
    : world_(world), client_(world.time), context_{client_,        world.theme,     commands_,   navigator_,
                                                   world.settings, world.workspace, world.format}
{
    setMinimumSize(SmallestWindow);
    resize(FirstSize);
    boardWatch_ = std::make_unique<Watch>(
        client_, session::Query{session::List::Board, {}, {}, {}, Never, Never}, session::Window{0, 1}, this);
    addCommands();
    build();
    makeMenus();
    wire();
    restoreState();
    for (int i = 0; i < static_cast<int>(Setting::Count); ++i)
        applySettings(static_cast<Setting>(i));
    workspaceChanged();
}

MainWindow::~MainWindow()
{
    client_.detach();  // widgets that hear of it still ask the watch of the board
    // They look at other members too, so they go before those.
    for (QWidget* child : findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
        delete child;
}

void MainWindow::build()
{
    auto* all = new QWidget(this);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    alarms_ = new AlarmBar(context_, all);
    rail_ = new Rail(context_, world_.theme.icons(), all);
    pause_ = new PauseControl(context_, rail_);
    rail_->addFoot(pause_);
    pages_ = new QStackedWidget(all);
    pages_->setObjectName(QStringLiteral("pages"));
    welcome_ = new Welcome(context_, pages_);
    launch_ = new LaunchScreen(context_);
    exceptions_ = new exceptions::ExceptionsScreen(context_);
    orders_ = new OrdersScreen(context_);
    rollouts_ = new rollout::RolloutScreen(context_);
    for (QWidget* page :
         {static_cast<QWidget*>(welcome_), static_cast<QWidget*>(launch_), static_cast<QWidget*>(exceptions_),
          static_cast<QWidget*>(orders_), static_cast<QWidget*>(rollouts_)})
        pages_->addWidget(page);
    status_ = new StatusLine(context_, *boardWatch_, all);
    const auto rule = [all](bool vertical) {
        auto* line = new QFrame(all);
        line->setProperty(vertical ? "uprule" : "rule", true);
        return line;
    };
    auto* middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(rail_);
    middle->addWidget(rule(true));
    middle->addWidget(pages_, 1);
    column->addWidget(new EnvironmentStrip(context_, all));
    column->addWidget(alarms_);
    column->addWidget(rule(false));
    column->addWidget(new LinkBanner(context_, *boardWatch_, all));
    column->addLayout(middle, 1);
    column->addWidget(rule(false));
    column->addWidget(status_);
    setCentralWidget(all);
    palette_ = new CommandPalette(context_, this);
    toasts_ = new Toasts(world_.theme, world_.format, pages_);
}

void MainWindow::wire()
{
    connect(boardWatch_.get(), &Watch::snapshot, this,
            [this](const session::Snapshot& s) { takeBoard(s.rows); });
    connect(boardWatch_.get(), &Watch::delta, this, [this](const session::Delta& d) { takeBoard(d.rows); });
    connect(boardWatch_.get(), &Watch::freshnessChanged, this, [this] {
        alarms_->setBoard(board_.get(), boardWatch_->freshness());
        commands_.refresh();
        nameWindow();
        emit boardChanged();
    });
    connect(&navigator_, &Navigator::went, this, &MainWindow::go);
    connect(&world_.workspace, &Workspace::stateChanged, this, &MainWindow::workspaceChanged);
    connect(&world_.workspace, &Workspace::demoChanged, this, &MainWindow::workspaceChanged);
    connect(&world_.settings, &Settings::changed, this, &MainWindow::applySettings);
    connect(&world_.workspace, &Workspace::backupEnded, this,
            [this](const QString& file, bool ok, const QString& detail) {
                toasts_->add(ok ? tr("Backed up to %1").arg(file)
                                : tr("The backup failed: %1").arg(outside(detail.toStdString())));
            });
    connect(&client_, &Client::submitted, this,
            [this](const session::Command& command) { sentFrom_[command.key] = pages_->currentWidget(); });
    connect(&client_, &Client::receipt, this, &MainWindow::tellTrouble);
    connect(&client_, &Client::detached, this, [this] { sentFrom_.clear(); });
    connect(&client_, &Client::linkChanged, &commands_, &CommandRegistry::refresh);
    connect(palette_, &CommandPalette::controlWanted, this, [this](const QString& id) {
        if (id == QLatin1String("launch.pause"))
            pause_->focusButton();
        else if (QAction* action = commands_.action(QLatin1String(id.toLatin1())))
            action->trigger();  // its own sheet asks before anything is sent
    });
    connect(palette_, &CommandPalette::findWanted, this, [this](const QString& text) {
        navigator_.go({QStringLiteral("orders"), QStringLiteral("find:") + text, {}});
    });
    connect(rollouts_, &rollout::RolloutScreen::changed, this, &MainWindow::takeRollout);
    connect(pause_, &PauseControl::offlineCardWanted, this,
            [this] { (new OfflineCard(context_, this))->show(); });
}

// The page that sent it says what became of it; once it has been left, the window does, and until it is closed.
void MainWindow::tellTrouble(const session::Command& command, const session::Receipt& receipt)
{
    const auto sent = sentFrom_.find(receipt.key);
    if (sent == sentFrom_.end())
        return;
    const bool left = sent->second != pages_->currentWidget();
    if (receipt.state != CommandState::Requested && receipt.state != CommandState::Accepted &&
        receipt.state != CommandState::Unknown)
        sentFrom_.erase(sent);
    if (!left || troubleOf(receipt).isEmpty())
        return;
    const QString object = command.object.isNone()
                               ? QString()
                               : QString::fromStdString(command.object.text()) + QStringLiteral(": ");
    toasts_->add(object + act(command.what), {}, true)->receipt(receipt);
}

void MainWindow::takeBoard(const session::Rows& rows)
{
    const auto* board = std::get_if<session::Board>(&rows);
    if (board == nullptr)
        return;
    board_ = std::make_unique<session::Board>(*board);
    const auto top = [this] {
        return alarms_->top() == nullptr ? std::pair(std::uint64_t{0}, session::AlarmState{})
                                         : std::pair(alarms_->top()->id, alarms_->top()->state);
    };
    const auto before = top();
    alarms_->setBoard(board_.get(), boardWatch_->freshness());
    if (top() != before)
        commands_.refresh();  // what can be acknowledged is another
    rail_->setBoard(board_.get());
    pause_->setBoard(board_.get());
    status_->setBoard(board_.get());
    emit boardChanged();
    if (!usefulTold_) {
        usefulTold_ = true;
        QMetaObject::invokeMethod(this, &MainWindow::useful, Qt::QueuedConnection);
    }
}

void MainWindow::takeRollout()
{
    pause_->setRollout(rollouts_->sendsOrders() ? &rollouts_->board() : nullptr, rollouts_->sliceInView());
}

void MainWindow::workspaceChanged()
{
    const bool open = world_.workspace.state() == Workspace::State::Open;
    if (open && !client_.isAttached()) {
        client_.attach(world_.workspace.newSession(executorOf(&client_)));
    } else if (!open && client_.isAttached()) {
        client_.detach();
        board_.reset();
        alarms_->setBoard(nullptr, Freshness::NoData);
        rail_->setBoard(nullptr);
        pause_->setBoard(nullptr);
        status_->setBoard(nullptr);
    }
    if (open && !world_.workspace.demo().preparing) {
        if (pages_->currentWidget() == welcome_) {
            if (navigator_.here().screen.isEmpty())
                navigator_.go(firstPlace());
            else
                go(navigator_.here());
        }
    } else {
        pages_->setCurrentWidget(welcome_);
    }
    commands_.refresh();
    nameWindow();
}

Location MainWindow::firstPlace() const
{
    // Where it was closed, if it is the same data; a demo that has just begun starts where launches are watched.
    const Settings& settings = world_.settings;
    const Location last = Location::fromLink(settings.value(Setting::LastPlace).toString());
    if (!last.screen.isEmpty() && !world_.workspace.demo().running)
        return last;
    return {settings.value(Setting::StartScreen).toString(), {}, {}};
}

void MainWindow::go(const Location& location)
{
    if (location.screen == QLatin1String("exceptions")) {
        pages_->setCurrentWidget(exceptions_);
        exceptions_->show(location);
    } else if (location.screen == QLatin1String("orders")) {
        pages_->setCurrentWidget(orders_);
        orders_->show(location);
    } else if (location.screen == QLatin1String("rollouts")) {
        pages_->setCurrentWidget(rollouts_);
        rollouts_->show(location);
    } else {
        pages_->setCurrentWidget(launch_);
        launch_->show(location);
    }
    rail_->setCurrent(location.screen);
    commands_.refresh();
    nameWindow();
}

void MainWindow::nameWindow()
{
    const QString screen = navigator_.here().screen;
    QString title = pages_->currentWidget() == welcome_     ? tr("Holdpoint")
                    : screen == QLatin1String("exceptions") ? tr("Holdpoint — Exceptions")
                    : screen == QLatin1String("orders")     ? tr("Holdpoint — Orders")
                    : screen == QLatin1String("rollouts")   ? tr("Holdpoint — Rollouts")
                                                            : tr("Holdpoint — Launch");
    if (world_.workspace.isDemo())
        title += QStringLiteral(" · DEMO");
    const Freshness freshness = boardWatch_->freshness();
    if (world_.workspace.state() == Workspace::State::Open &&
        (freshness == Freshness::Stale || freshness == Freshness::Disconnected))
        title += tr(" (old data)");
    setWindowTitle(title);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    const bool narrow = width() < NarrowBelow * world_.theme.textPercent() / 100;
    rail_->setNarrow(narrow);
    pause_->setNarrow(narrow);
}

void MainWindow::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange && rail_ != nullptr) {
        commands_.retranslate();
        makeMenus();
        rail_->retranslate();
        alarms_->setBoard(board_.get(), boardWatch_->freshness());
        status_->refresh();
        nameWindow();
    }
    QMainWindow::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    world_.settings.set(Setting::WindowGeometry, saveGeometry());
    if (!navigator_.here().screen.isEmpty())
        world_.settings.set(Setting::LastPlace, navigator_.here().link());
    event->accept();
}

void MainWindow::restoreState()
{
    const QByteArray geometry = world_.settings.value(Setting::WindowGeometry).toByteArray();
    if (!geometry.isEmpty())
        restoreGeometry(geometry);  // Qt leaves out what would lie off every screen
}

}  // namespace holdpoint::ui
