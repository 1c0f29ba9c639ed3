// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/screen_rig.h"
#include "tests/ui/support/shot.h"
#include "ui/launch/launch_screen.h"

#include <QtTest/QTest>

namespace holdpoint::ui {
namespace {

constexpr QSize Area(1256, 790);

/// What was set a moment ago is laid out.
void settle(QWidget& widget, const QSize& size)
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    for (int i = 0; i < 3; ++i)
        QCoreApplication::sendPostedEvents();
}

}  // namespace

/// Pictures of the launch board; into the folder of HOLDPOINT_SHOTS if it is set.
class LaunchShots : public QObject {
    Q_OBJECT

    static void fill(ScreenRig& rig, const LaunchScreen& screen)
    {
        rig.session->pushBoard(sample::board(), rig.wall);
        QTRY_VERIFY(screen.board().orders > 0);
    }

private slots:
    void isDrawn_data()
    {
        QTest::addColumn<bool>("light");
        QTest::addColumn<int>("percent");
        QTest::newRow("launch-dark") << false << 100;
        QTest::newRow("launch-light") << true << 100;
        QTest::newRow("launch-160") << false << 160;
    }
    void isDrawn()
    {
        QFETCH(bool, light);
        QFETCH(int, percent);
        ScreenRig rig;
        rig.theme.setName(light ? ThemeName::Light : ThemeName::Dark);
        rig.theme.setTextPercent(percent);
        LaunchScreen screen(rig.context);
        fill(rig, screen);
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QString::fromLatin1(QTest::currentDataTag())));
    }
    void emptyOne()
    {
        ScreenRig rig;
        LaunchScreen screen(rig.context);
        rig.session->pushBoard(sample::emptyBoard(), rig.wall);
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("launch-empty")));
    }
    void oneWithoutData()
    {
        ScreenRig rig;
        LaunchScreen screen(rig.context);
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("launch-no-data")));
    }
    void staleOne()
    {
        ScreenRig rig;
        LaunchScreen screen(rig.context);
        fill(rig, screen);
        rig.grow(24'000);
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("launch-stale")));
    }
    void disconnectedOne()
    {
        ScreenRig rig;
        LaunchScreen screen(rig.context);
        fill(rig, screen);
        rig.client.detach();
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("launch-disconnected")));
    }
    void sheet()
    {
        ScreenRig rig;
        LaunchScreen screen(rig.context);
        session::Board paused = sample::board();
        paused.intake.open = false;
        rig.session->pushBoard(paused, rig.wall);
        QTRY_VERIFY(!screen.board().intake.open);
        rig.commands.action(QLatin1String("launch.resume"))->trigger();
        settle(screen, Area);
        QVERIFY(shoot(screen, Area, QStringLiteral("launch-resume")));
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::LaunchShots)
#include "tst_launch_shots.moc"
