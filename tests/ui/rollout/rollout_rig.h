// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/screen_rig.h"
#include "ui/rollout/rollout_screen.h"

#include <QtTest/QTest>

namespace holdpoint::ui::rollout {

/// The screen with a session that the test plays: questions get the answers of the samples.
struct RolloutRig : ScreenRig {
    explicit RolloutRig(Role role = Role::Engineer) : ScreenRig(role), screen(context)
    {
        session->onAsk = [this](FakeSession& fake, const FakeSession::Asked& asked) { answer(fake, asked); };
        connection = QObject::connect(&navigator, &Navigator::went, &screen,
                                      [this](const Location& place) { screen.show(place); });
        screen.resize(1256, 790);
        screen.show();
    }

    void push(const session::RolloutBoard& board)
    {
        session::Snapshot snapshot;
        snapshot.result = 1;
        snapshot.asOf.at = wall;
        snapshot.total = 1;
        snapshot.window = {0, 1};
        snapshot.rows = board;
        session->pushAll(session::List::Rollout, snapshot);
        QCoreApplication::sendPostedEvents();
        QTRY_COMPARE(screen.board(), board);
        QCoreApplication::sendPostedEvents();
    }
    void go(const char* place) { navigator.go({QStringLiteral("rollouts"), QLatin1String(place), {}}); }
    template <typename T>
    [[nodiscard]] T* part(const char* name)
    {
        return screen.findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] QString obstacle(const char* id) { return commands.find(QLatin1String(id))->obstacle(); }
    /// Of the newest command.
    [[nodiscard]] const session::Command& sent() const { return session->submitted.back().command; }

    void answer(FakeSession& fake, const FakeSession::Asked& asked)
    {
        if (std::holds_alternative<session::AskGateTrend>(asked.question))
            fake.answer(asked.id, sample::gateTrend());
        else if (std::holds_alternative<session::AskRollbackPlan>(asked.question))
            fake.answer(asked.id, rollbackAnswer);
        else if (std::holds_alternative<session::AskPlanCheck>(asked.question))
            fake.answer(asked.id, planAnswer);
    }

    session::Answer rollbackAnswer = sample::rollbackPlan();
    session::Answer planAnswer = sample::rolloutBoard();
    RolloutScreen screen;
    QMetaObject::Connection connection;
};

}  // namespace holdpoint::ui::rollout
