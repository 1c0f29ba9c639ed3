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
