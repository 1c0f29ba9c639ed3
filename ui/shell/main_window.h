// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/context.h"

#include <QMainWindow>

#include <map>

class QStackedWidget;

namespace holdpoint::ui::exceptions {
class ExceptionsScreen;
}
namespace holdpoint::ui::rollout {
class RolloutScreen;
}

namespace holdpoint::ui {

class AlarmBar;
class CommandPalette;
class LaunchScreen;
class OrdersScreen;
class PauseControl;
class Rail;
class StatusLine;
class Toasts;
class Welcome;

/// The window: alarm bar on top, rail at the left, one screen, status line. Owns the client, the commands and where the
/// window is; everything else is lent by `main` and outlives it. GUI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    struct World {
        Theme& theme;
        Settings& settings;
        Workspace& workspace;
        Format& format;
        TimeSource time = {};
    };

    explicit MainWindow(World world);
    ~MainWindow() override;

    [[nodiscard]] Context& context() noexcept { return context_; }
    /// Newest board, as far as one has come.
    [[nodiscard]] const session::Board* board() const noexcept { return board_.get(); }
    [[nodiscard]] const Watch& boardWatch() const noexcept { return *boardWatch_; }

signals:
    /// A new board has come, or its freshness is another.
    void boardChanged();
    /// The first true figures have been painted.
    void useful();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void addCommands();
    void addFileCommands();
    void addDemoCommands();
    void addProgramCommands();
    void addViewCommands();
    void addHelpCommands();
    void addGoCommands();
    void addWayCommands();
    void addPauseCommands();
    void addLaunchCommands();
    void makeMenus();
    void wire();
    void workspaceChanged();
    void go(const Location& location);
    void takeBoard(const session::Rows& rows);
    void takeRollout();
    void tellTrouble(const session::Command& command, const session::Receipt& receipt);
    void nameWindow();
    void chooseFolder();
    void chooseBackup();
    void applySettings(Setting setting);
    void restoreState();
    [[nodiscard]] Location firstPlace() const;
    void acknowledgeTop();
    void showSettings();

    World world_;
    Client client_;
    CommandRegistry commands_;
    Navigator navigator_;
    Context context_;
    std::unique_ptr<Watch> boardWatch_;
    std::unique_ptr<session::Board> board_;
    bool usefulTold_ = false;
    std::map<std::string, QWidget*> sentFrom_;  ///< page of each command under way, by its key

    AlarmBar* alarms_ = nullptr;
    Rail* rail_ = nullptr;
    PauseControl* pause_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    Welcome* welcome_ = nullptr;
    LaunchScreen* launch_ = nullptr;
    exceptions::ExceptionsScreen* exceptions_ = nullptr;
    OrdersScreen* orders_ = nullptr;
    rollout::RolloutScreen* rollouts_ = nullptr;
    StatusLine* status_ = nullptr;
    CommandPalette* palette_ = nullptr;
    Toasts* toasts_ = nullptr;
};

}  // namespace holdpoint::ui
