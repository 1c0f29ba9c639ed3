// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/fake_session.h"
#include "tests/ui/support/samples.h"
#include "ui/common/context.h"

#include <QTemporaryDir>

namespace holdpoint::ui {

/// A program around a screen in which nothing happens by itself.
class StillWorkspace : public Workspace {
    Q_OBJECT

public:
    [[nodiscard]] State state() const override { return current; }
    [[nodiscard]] QString folder() const override { return {}; }
    [[nodiscard]] bool isDemo() const override { return aDemo; }
    [[nodiscard]] Error error() const override { return {}; }
    [[nodiscard]] std::shared_ptr<session::Session> newSession(session::Executor) override { return {}; }
    void open(const QString&) override {}
    void startDemo() override {}
    [[nodiscard]] Demo demo() const override { return running; }
    void setDemoPaused(bool) override {}
    void setDemoSpeed(int) override {}
    void makeWorse(const QString&, bool) override {}
    void stopDemo() override {}
    void backup(const QString&) override {}
    void restartEngine() override {}
    [[nodiscard]] DiskUse diskUse() const override { return {}; }

    State current = State::Open;
    bool aDemo = false;
    Demo running;
};

/// All that a screen is given, with clocks that stand still until the test moves them and a session that it plays.
/// Attached from the start.
struct ScreenRig {
    explicit ScreenRig(Role role = Role::Engineer)
    {
        theme.apply();
        client.setOperator({"m.osei", role});
        client.attach(session);
    }

    std::int64_t monotonicMs = 1'000;
    Instant wall = sample::now();
    QTemporaryDir folder;
    Client client{{[this] { return monotonicMs; }, [this] { return wall; }}};
    Theme theme;
    CommandRegistry commands;
    Navigator navigator;
    Settings settings{folder.filePath(QStringLiteral("settings.ini"))};
    StillWorkspace workspace;
    Format format;
    Context context{client, theme, commands, navigator, settings, workspace, format};
    std::shared_ptr<FakeSession> session = std::make_shared<FakeSession>(executorOf(&client));

    /// Nothing was heard for that long, and a second has struck.
    void grow(std::int64_t ms)
    {
        monotonicMs += ms;
        wall = wall + Milliseconds{ms};
        emit client.tick();
    }
};

}  // namespace holdpoint::ui
