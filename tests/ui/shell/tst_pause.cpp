// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/hold_button.h"
#include "window_rig.h"

#include <QKeyEvent>

namespace holdpoint::ui {

/// The one control that stands on every screen, held by F9.
class ShellPause : public QObject {
    Q_OBJECT

    static void down(WindowRig& rig, bool again = false)
    {
        QWidget* focus =
            QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : rig.window.get();
        QKeyEvent press(QEvent::KeyPress, Qt::Key_F9, Qt::NoModifier, QString(), again);
        QCoreApplication::sendEvent(focus, &press);
    }
    static void up(WindowRig& rig, bool again = false)
    {
        QWidget* focus =
            QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : rig.window.get();
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_F9, Qt::NoModifier, QString(), again);
        QCoreApplication::sendEvent(focus, &release);
    }
    static void hold(WindowRig& rig, qint64 ms)
    {
        down(rig);
        rig.monotonicMs += ms;
        rig.pause()->advance();
        up(rig);
    }

private slots:
    void heldLongEnoughPausesOnce_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<int>("sent");
        QTest::newRow("short") << 100 << 0;
        QTest::newRow("a moment too short") << 799 << 0;
        QTest::newRow("just") << 800 << 1;
        QTest::newRow("long") << 3'000 << 1;
    }
    void heldLongEnoughPausesOnce()
    {
        QFETCH(int, ms);
        QFETCH(int, sent);
        WindowRig rig;
        rig.show();
        hold(rig, ms);
        QCOMPARE(rig.submitted("stop_intake"), sent);
        QCOMPARE(rig.session().submitted.size(), static_cast<std::size_t>(sent));
    }
    void worksOnEveryScreen_data()
    {
        QTest::addColumn<QString>("go");
        for (const char* screen : {"launch", "exceptions", "orders"})
            QTest::newRow(screen) << QStringLiteral("go.") + QLatin1String(screen);
    }
    void worksOnEveryScreen()
    {
        QFETCH(QString, go);
        WindowRig rig;
        rig.show();
        rig.action(go.toLatin1().constData())->trigger();
        hold(rig, 800);
        QCOMPARE(rig.submitted("stop_intake"), 1);
        QCOMPARE(QString::fromStdString(rig.session().submitted.back().command.reason),
                 QStringLiteral("held on ") + go.mid(3));
    }
    void lettingGoStartsAnew()
    {
        WindowRig rig;
        rig.show();
        hold(rig, 500);
        hold(rig, 500);
        QCOMPARE(rig.submitted("stop_intake"), 0);
        hold(rig, 800);
        QCOMPARE(rig.submitted("stop_intake"), 1);
    }
    void repeatsOfAHeldKeyAreOnePress()
    {
        WindowRig rig;
        rig.show();
        down(rig);
        for (int i = 0; i < 10; ++i) {
            rig.monotonicMs += 79;
            up(rig, true);
            down(rig, true);
            rig.pause()->advance();
        }
        QCOMPARE(rig.submitted("stop_intake"), 0);
        rig.monotonicMs += 10;
        rig.pause()->advance();
        QCOMPARE(rig.submitted("stop_intake"), 1);
        for (int i = 0; i < 40; ++i) {  // it stays down
            rig.monotonicMs += 79;
            down(rig, true);
            rig.pause()->advance();
        }
        QCOMPARE(rig.submitted("stop_intake"), 1);
    }
    void escapeCancels()
    {
        WindowRig rig;
        rig.show();
        down(rig);
        rig.key(Qt::Key_Escape);
        rig.monotonicMs += 2'000;
        rig.pause()->advance();
        QCOMPARE(rig.submitted("stop_intake"), 0);
    }
    void receiptsAreShownInWords()
    {
        WindowRig rig;
        rig.show();
        hold(rig, 800);
        QStringList shown;
        for (const CommandState state : {CommandState::Requested, CommandState::Accepted,
                                         CommandState::Effective, CommandState::Verified}) {
            const QString before = rig.label("pause.receipt");
            rig.session().receipt(state, sample::now());
            QTRY_VERIFY(rig.label("pause.receipt") != before);
            shown << rig.label("pause.receipt");
        }
        QCOMPARE(shown,
                 (QStringList{QStringLiteral("14:31:42 requested"), QStringLiteral("14:31:42 accepted"),
                              QStringLiteral("14:31:42 effective"), QStringLiteral("14:31:42 verified")}));
        QVERIFY(rig.child<QLabel>("pause.receipt")->isVisible());
    }
    void aRefusalSaysWhoCan()
    {
        WindowRig rig;
        rig.show();
        hold(rig, 800);
        rig.session().receipt(CommandState::Refused, sample::now(), Code::Forbidden, "a viewer may only look",
                              {Role::OpsLead});
        QTRY_VERIFY(rig.label("pause.receipt").contains(QStringLiteral("a viewer may only look")));
        QVERIFY2(rig.label("pause.receipt").contains(needsOps()), qPrintable(rig.label("pause.receipt")));
    }
    void unknownIsAskedAgainByTheSameKey()
    {
        WindowRig rig;
        rig.show();
        hold(rig, 800);
        const std::string key = rig.session().submitted.back().command.key;
        rig.session().receipt(CommandState::Unknown, sample::now());
        QTRY_VERIFY(rig.label("pause.receipt").contains(QStringLiteral("cannot pause twice")));
        rig.monotonicMs += 2'000;
        rig.pause()->advance();
        hold(rig, 800);
        QCOMPARE(rig.submitted("stop_intake"), 2);
        QCOMPARE(rig.session().submitted.back().command.key, key);
        rig.session().receipt(CommandState::Verified, sample::now());
        QTRY_VERIFY(rig.label("pause.receipt").contains(QStringLiteral("verified")));
        rig.monotonicMs += 2'000;
        rig.pause()->advance();
        hold(rig, 800);
        QVERIFY(rig.session().submitted.back().command.key != key);  // another pause
    }
    void notConnectedItShowsTheOtherWays()
    {
        WindowRig rig;
        rig.show();
        rig.link(session::LinkState::State::Disconnected, "the disk is full");
        QCOMPARE(rig.pause()->text(), QStringLiteral("How to pause"));
        hold(rig, 800);
        QCOMPARE(rig.session().submitted.size(), std::size_t{0});
        auto* card = rig.child<QWidget>("offlinecard");
        QVERIFY(card != nullptr && card->isVisible());
        bool line = false;
        for (const QLabel* label : card->findChildren<QLabel*>())
            line |= label->text().contains(QStringLiteral("stop-intake"));
        QVERIFY(line);
    }
    void connectedAgainItPausesAgain()
    {
        WindowRig rig;
        rig.workspace.board.intake.open = true;
        rig.show();
        rig.link(session::LinkState::State::Disconnected);
        rig.link(session::LinkState::State::Connected);
        QCOMPARE(rig.pause()->text(), QStringLiteral("Hold to pause"));
        hold(rig, 800);
        QCOMPARE(rig.submitted("stop_intake"), 1);
    }
    void anEngineThatStopsIsNoticedWithinASecond()  // nobody says so
    {
        WindowRig rig;
        rig.show();
        rig.session().linkState.state = session::LinkState::State::Disconnected;
        rig.grow(1'000);
        QCOMPARE(rig.pause()->text(), QStringLiteral("How to pause"));
    }

private:
    static QString needsOps() { return QStringLiteral("ops lead"); }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::ShellPause)
#include "tst_pause.moc"
