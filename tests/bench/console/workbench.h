// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/local_session.h"
#include "tests/bench/console/frame_log.h"
#include "ui/state/workspace.h"

namespace holdpoint::bench {

/// A data folder as the window's workspace opens it (engine on its thread, read side, session), but with vendors that
/// answer at once in the same process, and with a way to post events. GUI thread.
class Workbench final : public ui::Workspace {
    Q_OBJECT

public:
    explicit Workbench(std::filesystem::path folder) : folder_(std::move(folder)) {}
    ~Workbench() override;

    [[nodiscard]] host::EngineHost& engine() noexcept { return *engine_; }
    [[nodiscard]] FrameLog& log() noexcept { return log_; }
    /// Waits. False: it could not be opened, `error` says why.
    bool start();

    [[nodiscard]] State state() const override { return state_; }
    [[nodiscard]] QString folder() const override { return QString::fromStdString(folder_.string()); }
    [[nodiscard]] bool isDemo() const override { return false; }
    [[nodiscard]] Error error() const override { return error_; }
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor executor) override;
    void open(const QString&) override {}
    void startDemo() override {}
    [[nodiscard]] Demo demo() const override { return {}; }
    void setDemoPaused(bool) override {}
    void setDemoSpeed(int) override {}
    void makeWorse(const QString&, bool) override {}
    void stopDemo() override {}
    void backup(const QString&) override {}
    void restartEngine() override {}
    [[nodiscard]] DiskUse diskUse() const override { return {}; }

private:
    [[nodiscard]] Result<> begin();

    std::filesystem::path folder_;
    State state_ = State::Closed;
    Error error_;
    SystemClock clock_;
    views::Views views_{{store::StoreOptions::onDisk(folder_)}};
    host::Traffic traffic_{views_};
    FrameLog log_{traffic_};
    std::unique_ptr<host::EngineHost> engine_;
};

}  // namespace holdpoint::bench
