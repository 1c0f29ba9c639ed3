// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/shot.h"
#include "window_rig.h"

namespace holdpoint::ui {

/// Pictures of the whole window on sample data; into the folder of HOLDPOINT_SHOTS if it is set. See tests/screenshots.
class ShellShots : public QObject {
    Q_OBJECT

    static constexpr QSize Size{1440, 900};

    static bool isRollout(const QString& screen)
    {
        return screen == QLatin1String("rollouts") || screen == QLatin1String("poll") ||
               screen == QLatin1String("plan") || screen == QLatin1String("rollback");
    }
    static void goTo(WindowRig& rig, const QString& screen)
    {
        Location place{screen, {}, {}};
        if (screen == QLatin1String("exceptions"))
            place = {screen, QStringLiteral("is:open sort:sla"), {}};
        else if (screen == QLatin1String("order"))
            place = {QStringLiteral("orders"), {}, rig.workspace.orderDetail.row.id};
        else if (isRollout(screen))
            place = {
                QStringLiteral("rollouts"), screen == QLatin1String("rollouts") ? QString() : screen, {}};
        rig.window->context().navigator.go(place);
    }
    static void empty(FakeWorkspace& w)
    {
        w.board = sample::emptyBoard();
        w.exceptions.clear();
        w.groups.clear();
        w.orders.clear();
    }
    static void lookLike(WindowRig& rig, const QString& look)
    {
        if (look == QLatin1String("stale"))
            rig.grow(24'000);
        else if (look == QLatin1String("disconnected")) {
            rig.grow(24'000);
            rig.link(session::LinkState::State::Disconnected, "the disk is full");
        }
    }

private slots:
    void window_data()
    {
        QTest::addColumn<QString>("screen");
        QTest::addColumn<QString>("look");
        for (const char* screen :
             {"launch", "exceptions", "orders", "order", "rollouts", "poll", "plan", "rollback"})
            for (const char* look : {"dark", "light", "empty", "stale", "disconnected", "160"})
                if (QLatin1String(screen) != QLatin1String("order") ||
                    QLatin1String(look) != QLatin1String("empty"))
                    QTest::addRow("%s-%s", screen, look)
                        << QString::fromLatin1(screen) << QString::fromLatin1(look);
    }
    void window()
    {
        QFETCH(QString, screen);
        QFETCH(QString, look);
        WindowRig rig;
        rig.settings.set(Setting::Theme, look == QLatin1String("light") ? "light" : "dark");
        rig.settings.set(Setting::TextPercent, look == QLatin1String("160") ? 160 : 100);
        if (look == QLatin1String("empty"))
            empty(rig.workspace);
        else if (isRollout(screen))
            rig.workspace.rollout = sample::rolloutBoard();
        rig.window->resize(Size);
        rig.show();
        goTo(rig, screen);
        QTest::qWait(0);
        if (const auto* apart = rig.child<QWidget>("apart"); apart->isVisible())
            QTRY_VERIFY(rig.child<QWidget>("shareBars")->isVisible());
        lookLike(rig, look);
        for (int i = 0; i < 3; ++i)  // what was said a moment ago is laid out
            QCoreApplication::sendPostedEvents();
        QVERIFY(shoot(*rig.window, Size, QString::fromLatin1(QTest::currentDataTag())));
    }
    void welcome_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("preparing");
        QTest::newRow("welcome") << static_cast<int>(Workspace::State::Closed) << false;
        QTest::newRow("welcome-opening") << static_cast<int>(Workspace::State::Opening) << false;
        QTest::newRow("welcome-failed") << static_cast<int>(Workspace::State::Failed) << false;
        QTest::newRow("welcome-preparing") << static_cast<int>(Workspace::State::Open) << true;
    }
    void welcome()
    {
        QFETCH(int, state);
        QFETCH(bool, preparing);
        WindowRig rig;
        rig.show(false);
        rig.workspace.failure = {Code::Conflict, "holdpointctl, process 4711"};
        if (preparing)
            rig.workspace.running = {true, true, false, 120, 400, 1, {}, 0};
        rig.workspace.enter(static_cast<Workspace::State>(state));
        QTest::qWait(0);
        QVERIFY(shoot(*rig.window, Size, QString::fromLatin1(QTest::currentDataTag())));
    }
    void palette()
    {
        WindowRig rig;
        rig.show();
        rig.action("edit.palette")->trigger();
        QVERIFY(shoot(*rig.window, Size, QStringLiteral("palette")));
    }
    void dialogs()
    {
        WindowRig rig;
        rig.show();
        for (const char* id : {"file.settings", "help.keys"}) {
            rig.action(id)->trigger();
            auto* dialog =
                rig.child<QWidget>(QLatin1String(id) == QLatin1String("help.keys") ? "keyhelp" : "settings");
            QVERIFY(dialog != nullptr);
            QVERIFY(shoot(*dialog, dialog->size(), dialog->objectName()));
        }
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::ShellShots)
#include "tst_shots.moc"
