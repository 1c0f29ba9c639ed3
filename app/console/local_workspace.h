// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/workspace.h"
#include "ui/state/settings.h"
#include "ui/state/workspace.h"

#include <QTimer>

#include <future>
#include <memory>
#include <vector>

namespace holdpoint::console {

/// The window's workspace on this computer: one data folder at a time with an engine inside this process. GUI thread.
class LocalWorkspace final : public ui::Workspace {
    Q_OBJECT

public:
    struct Options {
        QString version;
        QString demoFolders;           ///< where demo launches get their folders; empty: beside the settings
        host::LiveDemoOptions demo{};  ///< tests hurry
        Milliseconds latency{40};
        Milliseconds fulfilAfter{2'000};
    };

    LocalWorkspace(ui::Settings& settings, Options options);
    ~LocalWorkspace() override;

    [[nodiscard]] State state() const override { return state_; }
    [[nodiscard]] QString folder() const override { return folder_; }
    [[nodiscard]] bool isDemo() const override { return current_ && current_->isDemo(); }
    [[nodiscard]] Error error() const override { return error_; }
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor executor) override;
    void open(const QString& folder) override;
    void startDemo() override;
    [[nodiscard]] Demo demo() const override { return demo_; }
    void setDemoPaused(bool paused) override;
    void setDemoSpeed(int times) override;
    void makeWorse(const QString& worse, bool on) override;
    void stopDemo() override;
    void backup(const QString& file) override;
    void restartEngine() override;
    [[nodiscard]] DiskUse diskUse() const override { return disk_; }

private:
    void openFolder(const QString& folder);
    void close();
    void closeLater(std::shared_ptr<host::Workspace> opening);
    void enter(State state);
    void opened(const Result<>& result);
    void runDemo();
    void demoTold(const host::LiveDemoState& state);
    void lookAtDisk();

    ui::Settings& settings_;
    Options options_;
    State state_ = State::Closed;
    QString folder_;
    Error error_;
    bool demoWanted_ = false;
    Demo demo_;
    DiskUse disk_;
    std::shared_ptr<host::Workspace> current_;
    std::vector<std::future<void>> closing_;  ///< folders that were closed while they were being opened
    QTimer diskTimer_;
};

}  // namespace holdpoint::console
