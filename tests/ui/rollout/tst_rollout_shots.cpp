// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout_rig.h"
#include "tests/ui/support/shot.h"
#include "ui/rollout/gate_chart.h"

namespace holdpoint::ui::rollout {

/// Pictures of the rollouts; into the folder of HOLDPOINT_SHOTS if it is set.
class RolloutShots : public QObject {
    Q_OBJECT

    static constexpr QSize Area{1256, 790};
    static void settle()
    {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::sendPostedEvents();
    }

private slots:
    void board_data()
    {
        QTest::addColumn<bool>("light");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("height");
        QTest::newRow("rollouts-dark") << false << 100 << 790;
        QTest::newRow("rollouts-light") << true << 100 << 790;
        QTest::newRow("rollouts-long") << false << 100 << 1300;
        QTest::newRow("rollouts-160") << false << 160 << 790;
    }
    void board()
    {
        QFETCH(bool, light);
        QFETCH(int, percent);
        QFETCH(int, height);
        RolloutRig rig;
        rig.theme.setName(light ? ThemeName::Light : ThemeName::Dark);
        rig.theme.setTextPercent(percent);
        rig.push(sample::rolloutBoard());
        QTRY_VERIFY(!rig.part<GateChart>("gateChart")->trend().points.empty());
        settle();
        QVERIFY(shoot(rig.screen, QSize(1256, height), QString::fromLatin1(QTest::currentDataTag())));
    }
    void pages_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<bool>("light");
        for (const char* place : {"poll", "plan", "rollback"})
            for (const bool light : {false, true})
                QTest::addRow("%s-%s", place, light ? "light" : "dark")
                    << QString::fromLatin1(place) << light;
    }
    void pages()
    {
        QFETCH(QString, place);
        QFETCH(bool, light);
        RolloutRig rig;
        rig.theme.setName(light ? ThemeName::Light : ThemeName::Dark);
        session::RolloutBoard board = sample::rolloutBoard();
        if (place == QLatin1String("rollback") && !light) {
            board.rollback = sample::rollback();
            board.state = RolloutState::RollingBack;
        }
        rig.push(board);
        rig.go(place.toLatin1().constData());
        settle();
        QVERIFY(shoot(rig.screen, Area, QString::fromLatin1(QTest::currentDataTag())));
    }
    void sheet()
    {
        RolloutRig rig;
        session::RolloutBoard board = sample::rolloutBoard();
        for (session::ActRow& act : board.acts)
            act.allowed = true;
        rig.push(board);
        rig.commands.action(QLatin1String("rollout.commit"))->trigger();
        settle();
        QVERIFY(shoot(rig.screen, Area, QStringLiteral("rollouts-sheet")));
    }
    void empty()
    {
        RolloutRig rig;
        rig.push({});
        settle();
        QVERIFY(shoot(rig.screen, Area, QStringLiteral("rollouts-empty")));
    }
};

}  // namespace holdpoint::ui::rollout

QTEST_MAIN(holdpoint::ui::rollout::RolloutShots)
#include "tst_rollout_shots.moc"
