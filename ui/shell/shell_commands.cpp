// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/exceptions_screen.h"
#include "ui/launch/launch_screen.h"
#include "ui/orders/orders_screen.h"
#include "ui/shell/alarm_bar.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/key_help.h"
#include "ui/shell/main_window.h"
#include "ui/shell/pause_control.h"
#include "ui/shell/status_line.h"
#include "ui/text/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMenuBar>

namespace holdpoint::ui {
namespace {

QList<QKeySequence> keys(std::initializer_list<const char*> texts)
{
    QList<QKeySequence> list;
    for (const char* text : texts)
        list << QKeySequence(QLatin1String(text));
    return list;
}

/// Why no screen can be gone to; empty: one can.
QString nothingOpen(const Workspace& workspace)
{
    return workspace.state() == Workspace::State::Open && !workspace.demo().preparing
               ? QString()
               : MainWindow::tr("No data folder is open.");
}

}  // namespace

void MainWindow::addCommands()
{
    addFileCommands();
    addDemoCommands();
    addProgramCommands();
    addViewCommands();
    addHelpCommands();
    addGoCommands();
    addWayCommands();
    addPauseCommands();
    addLaunchCommands();
}

void MainWindow::addFileCommands()
{
    Workspace& workspace = world_.workspace;
    const auto needsOpen = [&workspace] {
        return workspace.state() == Workspace::State::Open ? QString() : tr("No data folder is open.");
    };
    commands_.add({.id = "file.start_demo",
                   .text = QT_TRANSLATE_NOOP("commands", "Start the demo launch"),
                   .menu = CommandMenu::File,
                   .run = [&workspace] { workspace.startDemo(); },
                   .obstacle =
                       [&workspace] {
                           if (workspace.state() == Workspace::State::Opening)
                               return tr("A data folder is being opened.");
                           return workspace.demo().running ? tr("The demo launch runs already.") : QString();
                       }});
    commands_.add({.id = "file.open_folder",
                   .text = QT_TRANSLATE_NOOP("commands", "Open a data folder…"),
                   .menu = CommandMenu::File,
                   .keys = keys({"Ctrl+O"}),
                   .run = [this] { chooseFolder(); }});
    commands_.add({.id = "file.open_again",
                   .text = QT_TRANSLATE_NOOP("commands", "Try to open it again"),
                   .run = [&workspace] { workspace.open(workspace.folder()); },
                   .obstacle =
                       [&workspace] {
                           return workspace.state() == Workspace::State::Failed ? QString()
                                                                                : tr("It did not fail.");
                       }});
    commands_.add({.id = "file.backup",
                   .text = QT_TRANSLATE_NOOP("commands", "Back up…"),
                   .menu = CommandMenu::File,
                   .run = [this] { chooseBackup(); },
                   .obstacle = needsOpen});
}

void MainWindow::addDemoCommands()
{
    Workspace& workspace = world_.workspace;
    const auto needsDemo = [&workspace] {
        return workspace.demo().running ? QString() : tr("No demo launch runs.");
    };
    commands_.add({.id = "demo.pause",
                   .text = QT_TRANSLATE_NOOP("commands", "Pause or go on with the demo"),
                   .menu = CommandMenu::File,
                   .run = [&workspace] { workspace.setDemoPaused(!workspace.demo().paused); },
                   .obstacle = needsDemo});
    commands_.add({.id = "demo.faster",
                   .text = QT_TRANSLATE_NOOP("commands", "Demo speed: ×1, ×5, ×20"),
                   .menu = CommandMenu::File,
                   .run =
                       [&workspace] {
                           const int now = workspace.demo().speed;
                           workspace.setDemoSpeed(now == 1 ? 5 : now == 5 ? 20 : 1);
                       },
                   .obstacle = needsDemo});
    static constexpr std::pair<const char*, const char*> Worse[] = {
        {"rate_limits", QT_TRANSLATE_NOOP("commands", "Make it worse: vendors answer 429")},
        {"late_webhooks", QT_TRANSLATE_NOOP("commands", "Make it worse: events come late")},
        {"duplicates", QT_TRANSLATE_NOOP("commands", "Make it worse: events come twice")},
        {"cancels_in_flight", QT_TRANSLATE_NOOP("commands", "Make it worse: cancel orders in flight")}};
    static constexpr const char* WorseIds[] = {"demo.worse_429", "demo.worse_late", "demo.worse_twice",
                                               "demo.worse_cancel"};
    for (std::size_t i = 0; i < std::size(Worse); ++i)
        commands_.add(
            {.id = WorseIds[i],
             .text = Worse[i].second,
             .menu = CommandMenu::File,
             .run = [&workspace, what = Worse[i].first] { workspace.makeWorse(QLatin1String(what), true); },
             .obstacle = needsDemo});
    commands_.add({.id = "demo.stop",
                   .text = QT_TRANSLATE_NOOP("commands", "End the demo launch"),
                   .menu = CommandMenu::File,
                   .run = [&workspace] { workspace.stopDemo(); },
                   .obstacle = needsDemo});
}

void MainWindow::addProgramCommands()
{
    Workspace& workspace = world_.workspace;
    commands_.add({.id = "engine.restart",
                   .text = QT_TRANSLATE_NOOP("commands", "Restart engine"),
                   .menu = CommandMenu::File,
                   .run = [&workspace] { workspace.restartEngine(); },
                   .obstacle =
                       [this] {
                           return client_.link().state == session::LinkState::State::Disconnected &&
                                          client_.isAttached()
                                      ? QString()
                                      : tr("The engine has not stopped.");
                       }});
    commands_.add({.id = "file.settings",
                   .text = QT_TRANSLATE_NOOP("commands", "Settings…"),
                   .menu = CommandMenu::File,
                   .keys = keys({"Ctrl+,"}),
                   .run = [this] { showSettings(); }});
    commands_.add({.id = "file.quit",
                   .text = QT_TRANSLATE_NOOP("commands", "Quit"),
                   .menu = CommandMenu::File,
                   .keys = keys({"Ctrl+Q"}),
                   .run = [this] { close(); }});
}

void MainWindow::addViewCommands()
{
    Settings& settings = world_.settings;
    commands_.add({.id = "view.theme",
                   .text = QT_TRANSLATE_NOOP("commands", "Light or dark"),
                   .menu = CommandMenu::View,
                   .keys = keys({"Ctrl+Shift+L"}),
                   .run = [&settings] {
                       settings.set(Setting::Theme,
                                    settings.value(Setting::Theme).toString() == QLatin1String("dark")
                                        ? "light"
                                        : "dark");
                   }});
    commands_.add({.id = "view.density",
                   .text = QT_TRANSLATE_NOOP("commands", "Density: compact, standard, comfortable"),
                   .menu = CommandMenu::View,
                   .keys = keys({"Ctrl+Shift+D"}),
                   .run = [&settings] {
                       const QString now = settings.value(Setting::Density).toString();
                       settings.set(Setting::Density, now == QLatin1String("compact")    ? "standard"
                                                      : now == QLatin1String("standard") ? "comfortable"
                                                                                         : "compact");
                   }});
    const auto text = [&settings](int step) {
        return [&settings, step] {
            const int now = settings.value(Setting::TextPercent).toInt();
            settings.set(Setting::TextPercent, step == 0 ? 100 : std::clamp(now + step, 90, 160));
        };
    };
    commands_.add({.id = "view.larger",
                   .text = QT_TRANSLATE_NOOP("commands", "Larger text"),
                   .menu = CommandMenu::View,
                   .keys = keys({"Ctrl+=", "Ctrl++"}),
                   .run = text(10)});
    commands_.add({.id = "view.smaller",
                   .text = QT_TRANSLATE_NOOP("commands", "Smaller text"),
                   .menu = CommandMenu::View,
                   .keys = keys({"Ctrl+-"}),
                   .run = text(-10)});
    commands_.add({.id = "view.normal_text",
                   .text = QT_TRANSLATE_NOOP("commands", "Normal text"),
                   .menu = CommandMenu::View,
                   .keys = keys({"Ctrl+0"}),
                   .run = text(0)});
    commands_.add({.id = "view.zone",
                   .text = QT_TRANSLATE_NOOP("commands", "Time zone: UTC or of this computer"),
                   .menu = CommandMenu::View,
                   .keys = keys({"Z"}),
                   .run = [&settings] {
                       settings.set(Setting::Zone,
                                    settings.value(Setting::Zone).toString() == QLatin1String("utc") ? "local"
                                                                                                     : "utc");
                   }});
    commands_.add({.id = "view.full_screen",
                   .text = QT_TRANSLATE_NOOP("commands", "Full screen"),
                   .menu = CommandMenu::View,
                   .keys = keys({"F11"}),
                   .run = [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }});
}

void MainWindow::addHelpCommands()
{
    commands_.add({.id = "help.keys",
                   .text = QT_TRANSLATE_NOOP("commands", "Keys"),
                   .menu = CommandMenu::Help,
                   .keys = keys({"?", "F1"}),
                   .run = [this] { (new KeyHelp(context_, this))->show(); }});
    commands_.add({.id = "edit.palette",
                   .text = QT_TRANSLATE_NOOP("commands", "Commands and ids…"),
                   .menu = CommandMenu::Edit,
                   .keys = keys({"Ctrl+K"}),
                   .run = [this] { palette_->open(); }});
    commands_.add({.id = "edit.copy_link",
                   .text = QT_TRANSLATE_NOOP("commands", "Copy link to here"),
                   .menu = CommandMenu::Edit,
                   .keys = keys({"Ctrl+Shift+C"}),
                   .run = [this] { QGuiApplication::clipboard()->setText(navigator_.here().link()); }});
}

void MainWindow::addGoCommands()
{
    const auto needsOpen = [this] { return nothingOpen(world_.workspace); };
    const auto screen = [this](const char* name) {
        return [this, name] { navigator_.go({QLatin1String(name), {}, {}}); };
    };
    commands_.add({.id = "go.launch",
                   .text = QT_TRANSLATE_NOOP("commands", "Launch"),
                   .menu = CommandMenu::Go,
                   .keys = keys({"G, L"}),
                   .run = screen("launch"),
                   .obstacle = needsOpen});
    commands_.add({.id = "go.exceptions",
                   .text = QT_TRANSLATE_NOOP("commands", "Exceptions"),
                   .menu = CommandMenu::Go,
                   .keys = keys({"G, E", "G, Q"}),
                   .run =
                       [this, screen] {
                           // Asked for where one is already: back to the whole queue.
                           if (navigator_.here().screen == QLatin1String("exceptions"))
                               return exceptions_->showAll();
                           screen("exceptions")();
                       },
                   .obstacle = needsOpen});
    commands_.add({.id = "go.orders",
                   .text = QT_TRANSLATE_NOOP("commands", "Orders"),
                   .menu = CommandMenu::Go,
                   .keys = keys({"G, O"}),
                   .run = screen("orders"),
                   .obstacle = needsOpen});
    commands_.add({.id = "go.rollouts",
                   .text = QT_TRANSLATE_NOOP("commands", "Rollouts"),
                   .menu = CommandMenu::Go,
                   .keys = keys({"G, R"}),
                   .run = screen("rollouts"),
                   .obstacle = needsOpen});
    commands_.add({.id = "go.mine",
                   .text = QT_TRANSLATE_NOOP("commands", "My exceptions"),
                   .menu = CommandMenu::Go,
                   .keys = keys({"G, M"}),
                   .run =
                       [this] {
                           navigator_.go({QStringLiteral("exceptions"),
                                          QStringLiteral("is:open is:mine sort:sla"),
                                          {}});
                       },
                   .obstacle = needsOpen});
}

/// Where one has been, and where a link leads.
void MainWindow::addWayCommands()
{
    const auto needsOpen = [this] { return nothingOpen(world_.workspace); };
    commands_.add(
        {.id = "go.back",
         .text = QT_TRANSLATE_NOOP("commands", "Back"),
         .menu = CommandMenu::Go,
         .keys = keys({"Alt+Left"}),
         .run = [this] { navigator_.back(); },
         .obstacle =
             [this] { return navigator_.canGoBack() ? QString() : tr("There is nothing to go back to."); }});
    commands_.add(
        {.id = "go.forward",
         .text = QT_TRANSLATE_NOOP("commands", "Forward"),
         .menu = CommandMenu::Go,
         .keys = keys({"Alt+Right"}),
         .run = [this] { navigator_.forward(); },
         .obstacle =
             [this] { return navigator_.canGoForward() ? QString() : tr("There is nothing ahead."); }});
    commands_.add({.id = "go.link",
                   .text = QT_TRANSLATE_NOOP("commands", "Open the link in the clipboard"),
                   .menu = CommandMenu::Go,
                   .keys = keys({"Ctrl+L"}),
                   .run =
                       [this] {
                           const Location to = Location::fromLink(QGuiApplication::clipboard()->text());
                           if (!to.screen.isEmpty())
                               navigator_.go(to);
                       },
                   .obstacle =
                       [this, needsOpen] {
                           const QString closed = needsOpen();
                           if (!closed.isEmpty())
                               return closed;
                           return Location::fromLink(QGuiApplication::clipboard()->text()).screen.isEmpty()
                                      ? tr("The clipboard holds no holdpoint:// link.")
                                      : QString();
                       }});
}

void MainWindow::addPauseCommands()
{
    commands_.add({.id = "launch.pause",
                   .text = QT_TRANSLATE_NOOP("commands", "Pause the slice in view"),
                   .menu = CommandMenu::Launch,
                   .kind = CommandClass::Down,
                   .engineCommand = "stop_intake",
                   .keys = keys({"F9"}),
                   .held = true,
                   .run = [this] { pause_->focusButton(); }});
    commands_.add({.id = "launch.pause_all",
                   .text = QT_TRANSLATE_NOOP("commands", "Pause all slices"),
                   .menu = CommandMenu::Launch,
                   .kind = CommandClass::Down,
                   .engineCommand = "stop_intake",
                   .keys = keys({"Shift+F9"}),
                   .held = true,
                   .run = [this] { pause_->focusButton(); },
                   .obstacle =
                       [this] {
                           return pause_ != nullptr && pause_->hasMany()
                                      ? QString()
                                      : tr("There is one switch only: pause it.");
                       }});
}

void MainWindow::addLaunchCommands()
{
    const auto needsAlarm = [this] {
        return alarms_ != nullptr && alarms_->top() != nullptr ? QString() : tr("There is no alarm.");
    };
    commands_.add({.id = "alarms.acknowledge_top",
                   .text = QT_TRANSLATE_NOOP("commands", "Acknowledge"),
                   .menu = CommandMenu::Launch,
                   .kind = CommandClass::Own,
                   .engineCommand = "acknowledge_alarm",
                   .keys = keys({"F8"}),
                   .run = [this] { acknowledgeTop(); },
                   .obstacle =
                       [this, needsAlarm] {
                           const QString none = needsAlarm();
                           if (!none.isEmpty())
                               return none;
                           if (!client_.isConnected())
                               return tr("Not connected: nothing can be sent.");
                           return alarms_->top()->state == session::AlarmState::Acknowledged
                                      ? tr("It is acknowledged already.")
                                      : QString();
                       }});
    commands_.add(
        {.id = "alarms.open_top",
         .text = QT_TRANSLATE_NOOP("commands", "Open"),
         .menu = CommandMenu::Launch,
         .run =
             [this] {
                 const session::AlarmRow& alarm = *alarms_->top();
                 QString filter = QStringLiteral("is:open");
                 if (!alarm.vendor.empty())
                     filter += QStringLiteral(" vendor:\"%1\"").arg(QString::fromStdString(alarm.vendor));
                 if (alarm.stage)
                     filter +=
                         QStringLiteral(" stage:") + QString::fromStdString(std::string(name(*alarm.stage)));
                 navigator_.go({QStringLiteral("exceptions"), filter + QStringLiteral(" sort:sla"), {}});
             },
         .obstacle = needsAlarm});
}

void MainWindow::acknowledgeTop()
{
    const session::AlarmRow& alarm = *alarms_->top();
    session::Command command;
    command.what = "acknowledge_alarm";
    command.argument = std::string(name(alarm.kind));
    if (!alarm.vendor.empty())
        command.argument += ' ' + alarm.vendor;
    client_.submit(command);
}

void MainWindow::makeMenus()
{
    qDeleteAll(menuBar()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly));
    const std::pair<CommandMenu, QString> menus[] = {
        {CommandMenu::File, tr("&File")},     {CommandMenu::Edit, tr("&Edit")},
        {CommandMenu::View, tr("&View")},     {CommandMenu::Go, tr("&Go")},
        {CommandMenu::Launch, tr("&Launch")}, {CommandMenu::Exception, tr("E&xception")},
        {CommandMenu::Order, tr("&Order")},   {CommandMenu::Help, tr("&Help")}};
    for (const auto& [which, title] : menus) {
        QMenu* menu = menuBar()->addMenu(title);
        connect(menu, &QMenu::aboutToShow, &commands_, &CommandRegistry::refresh);
        for (const auto& command : commands_.all())
            if (command->spec.menu == which)
                menu->addAction(command->action);
    }
    addActions(commands_.actionsOf(CommandScope::Window));
}

void MainWindow::applySettings(Setting setting)
{
    const Settings& settings = world_.settings;
    const QString value = settings.value(setting).toString();
    switch (setting) {
    case Setting::Theme:
        world_.theme.setName(value == QLatin1String("light") ? ThemeName::Light : ThemeName::Dark);
        break;
    case Setting::TextPercent: world_.theme.setTextPercent(settings.value(setting).toInt()); break;
    case Setting::Density:
        world_.theme.setDensity(value == QLatin1String("compact")       ? Density::Compact
                                : value == QLatin1String("comfortable") ? Density::Comfortable
                                                                        : Density::Standard);
        break;
    case Setting::ReducedMotion: world_.theme.setReducedMotion(settings.value(setting).toBool()); break;
    case Setting::Zone:
        world_.format.setZone(value == QLatin1String("local") ? ZoneName::Local : ZoneName::Utc);
        status_->refresh();
        break;
    case Setting::OperatorName:
    case Setting::OperatorRole: {
        const auto role = fromName<Role>(settings.value(Setting::OperatorRole).toString().toStdString());
        const std::string name = settings.value(Setting::OperatorName).toString().toStdString();
        client_.setOperator({name.empty() ? "operator" : name, role ? *role : Role::Viewer});
        break;
    }
    default: break;
    }
}

}  // namespace holdpoint::ui
