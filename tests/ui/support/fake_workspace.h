// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_session.h"
#include "tests/ui/support/samples.h"
#include "ui/state/workspace.h"

#include <QStringList>

namespace holdpoint::ui {

/// A program around a window that does what the test says: states are entered by `enter`, what the window asks for is
/// recorded, and each session it gets is a FakeSession that shows the lists below.
class FakeWorkspace final : public Workspace {
    Q_OBJECT

public:
    [[nodiscard]] State state() const override { return current; }
    [[nodiscard]] QString folder() const override { return where; }
    [[nodiscard]] bool isDemo() const override { return aDemo; }
    [[nodiscard]] Error error() const override { return failure; }
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor executor) override;
    void open(const QString& folder) override { asked << QStringLiteral("open ") + folder; }
    void startDemo() override { asked << QStringLiteral("demo"); }
    [[nodiscard]] Demo demo() const override { return running; }
    void setDemoPaused(bool paused) override { asked << QStringLiteral("paused %1").arg(paused); }
    void setDemoSpeed(int times) override { asked << QStringLiteral("speed %1").arg(times); }
    void makeWorse(const QString& worse, bool) override { asked << QStringLiteral("worse ") + worse; }
    void stopDemo() override { asked << QStringLiteral("stop"); }
    void backup(const QString& file) override { asked << QStringLiteral("backup ") + file; }
    void restartEngine() override { asked << QStringLiteral("restart"); }
    [[nodiscard]] DiskUse diskUse() const override { return disk; }

    void enter(State state)
    {
        current = state;
        emit stateChanged();
    }

    State current = State::Closed;
    QString where = QStringLiteral("/scratch/launch");
    bool aDemo = false;
    Error failure;
    Demo running;
    DiskUse disk{19'000'000, 260'000'000'000};
    QStringList asked;
    std::shared_ptr<FakeSession> session;  ///< of the newest window; null: none was asked for

    bool showsLists = true;  ///< false: nothing comes by itself
    session::Board board = sample::board();
    session::RolloutBoard rollout;
    session::ShadowBoard shadow;
    std::vector<session::ExceptionRow> exceptions = sample::exceptions();
    std::vector<session::GroupRow> groups = sample::groups();
    std::vector<session::OrderRow> orders = sample::orders();
    session::ExceptionDetail exceptionDetail = sample::contractDetail();
    session::OrderDetail orderDetail = sample::orderDetail();

private:
    void showList(FakeSession& fake, const FakeSession::Watched& watch);
    void answer(FakeSession& fake, const FakeSession::Asked& question);
    session::ResultId lastResult_ = 0;
};

}  // namespace holdpoint::ui
