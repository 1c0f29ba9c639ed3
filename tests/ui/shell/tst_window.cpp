// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/hatch.h"
#include "ui/common/hold_button.h"
#include "ui/common/table_view.h"
#include "ui/common/toast.h"
#include "ui/exceptions/exceptions_screen.h"
#include "ui/exceptions/queue_list.h"
#include "ui/shell/language.h"
#include "window_rig.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>

namespace holdpoint::ui {

/// The frame around the screens: what it says of the folder, the engine, the alarms and the clock, and where it goes.
class ShellWindow : public QObject {
    Q_OBJECT

    static Location at(const char* screen, const QString& filter = {}, EntityId selected = {})
    {
        return {QLatin1String(screen), filter, selected};
    }
    static QString banner(const WindowRig& rig)
    {
        return rig.child<QWidget>("linkbanner")->isVisible() ? rig.label("linkbanner.words") : QString();
    }

private slots:
    void exceptionsAskedForAgainIsTheWholeQueue()
    {
        WindowRig rig;
        rig.show();
        rig.window->context().navigator.go(
            at("exceptions", QStringLiteral("id:X-1144"), EntityId(1'144, 0, EntityKind::Exception)));
        QCOMPARE(rig.window->context().navigator.here().filter, QStringLiteral("id:X-1144"));
        rig.action("go.exceptions")->trigger();
        QCOMPARE(rig.window->context().navigator.here().screen, QStringLiteral("exceptions"));
        QCOMPARE(rig.window->context().navigator.here().filter, QStringLiteral("is:open sort:sla"));
    }
    void closedItOffersTheTwoWaysIn()
    {
        WindowRig rig;
        rig.show(false);
        QCOMPARE(rig.page(), QStringLiteral("welcome"));
        auto* welcome = rig.child<QWidget>("welcome");
        QTest::mouseClick(welcome->findChild<QPushButton*>(QStringLiteral("file.start_demo")),
                          Qt::LeftButton);
        QCOMPARE(rig.workspace.asked, QStringList{QStringLiteral("demo")});
        QVERIFY(welcome->findChild<QPushButton*>(QStringLiteral("file.open_folder"))->isEnabled());
        QVERIFY(!welcome->findChild<QPushButton*>(QStringLiteral("file.open_again"))->isVisible());
    }
    void openingItSaysSo()
    {
        WindowRig rig;
        rig.show(false);
        rig.workspace.enter(Workspace::State::Opening);
        QCOMPARE(rig.page(), QStringLiteral("welcome"));
        QCOMPARE(rig.child<QProgressBar>("welcome.progress")->maximum(), 0);  // nobody knows how long
        QVERIFY(!rig.child<QWidget>("welcome")
                     ->findChild<QPushButton*>(QStringLiteral("file.start_demo"))
                     ->isVisible());
    }
    void preparingItCounts()
    {
        WindowRig rig;
        rig.show(false);
        rig.workspace.running = {true, true, false, 120, 400, 1, {}, 0};
        rig.workspace.enter(Workspace::State::Open);
        QCOMPARE(rig.page(), QStringLiteral("welcome"));
        QCOMPARE(rig.child<QProgressBar>("welcome.progress")->value(), 120);
        QCOMPARE(rig.child<QProgressBar>("welcome.progress")->maximum(), 400);
        QVERIFY(rig.label("welcome.sentence").contains(QStringLiteral("120 of 400")));
        rig.workspace.running.preparing = false;
        emit rig.workspace.demoChanged();
        QCOMPARE(rig.page(), QStringLiteral("launchScreen"));
    }
    void failedItSaysWhyAndTriesAgain()
    {
        WindowRig rig;
        rig.show(false);
        rig.workspace.failure = {Code::Conflict, "holdpointctl 4711 has it"};
        rig.workspace.enter(Workspace::State::Failed);
        QVERIFY2(rig.label("welcome.sentence").contains(QStringLiteral("holdpointctl 4711 has it")),
                 qPrintable(rig.label("welcome.sentence")));
        auto* again =
            rig.child<QWidget>("welcome")->findChild<QPushButton*>(QStringLiteral("file.open_again"));
        QVERIFY(again->isVisible());
        QTest::mouseClick(again, Qt::LeftButton);
        QCOMPARE(rig.workspace.asked, QStringList{QStringLiteral("open /scratch/launch")});
    }
    void theDemoIsMarked()
    {
        WindowRig rig;
        rig.workspace.aDemo = true;
        rig.show();
        QVERIFY(rig.window->windowTitle().endsWith(QStringLiteral("DEMO")));
        rig.workspace.aDemo = false;
        rig.workspace.enter(Workspace::State::Open);
        QVERIFY(!rig.window->windowTitle().contains(QStringLiteral("DEMO")));
    }

    void theMostUrgentUnacknowledgedAlarmStandsFirst()
    {
        WindowRig rig;
        rig.workspace.board.alarms[0].state = session::AlarmState::Acknowledged;
        rig.show();
        QVERIFY2(rig.label("alarmbar.title").contains(QStringLiteral("reaker")),
                 qPrintable(rig.label("alarmbar.title")));
        for (auto& alarm : rig.workspace.board.alarms)
            alarm.state = session::AlarmState::Acknowledged;
        rig.session().pushBoard(rig.workspace.board, sample::now());
        QTRY_VERIFY(rig.label("alarmbar.title").contains(QStringLiteral("rrors")));
        QVERIFY(!rig.action("alarms.acknowledge_top")->isEnabled());
    }
    void noDataIsNotNoAlarms()
    {
        WindowRig rig;
        rig.workspace.showsLists = false;
        rig.show();
        QCOMPARE(rig.label("alarmbar.title"), QStringLiteral("No data about alarms"));
        rig.session().pushBoard(sample::emptyBoard(), sample::now());
        QTRY_COMPARE(rig.label("alarmbar.title"), QStringLiteral("No active alarms"));
    }
    void f8Acknowledges()
    {
        WindowRig rig;
        rig.workspace.board.alarms[0].kind = session::AlarmKind::ContractBreach;
        rig.workspace.board.alarms[0].vendor = "wms-west";
        rig.show();
        rig.key(Qt::Key_F8);
        QCOMPARE(rig.submitted("acknowledge_alarm"), 1);
        QCOMPARE(rig.session().submitted.back().command.argument, std::string("contract_breach wms-west"));
    }

    void anEngineThatStoppedIsSaidInWordsAndNothingIsSent()
    {
        WindowRig rig;
        rig.show();
        QCOMPARE(banner(rig), QString());
        rig.link(session::LinkState::State::Disconnected, "the disk is full");
        QVERIFY2(banner(rig).contains(QStringLiteral("engine has stopped")), qPrintable(banner(rig)));
        QVERIFY(banner(rig).contains(QStringLiteral("the disk is full. Nothing can be sent")));
        QVERIFY(banner(rig).contains(QStringLiteral("Nothing can be sent")));
        QVERIFY(rig.window->windowTitle().endsWith(QStringLiteral("(old data)")));
        for (const char* screen : {"go.exceptions", "go.orders", "go.launch"}) {
            rig.action(screen)->trigger();
            rig.commands().refresh();
            for (const auto& command : rig.commands().all())
                if (*command->spec.engineCommand != 0 && !command->spec.held)
                    QVERIFY2(!command->action->isEnabled(), command->spec.id);
        }
        rig.key(Qt::Key_F8);
        QCOMPARE(rig.session().submitted.size(), std::size_t{0});
        QVERIFY(rig.action("engine.restart")->isEnabled());
        rig.action("engine.restart")->trigger();
        QCOMPARE(rig.workspace.asked, QStringList{QStringLiteral("restart")});
    }
    void afterTenSecondsOfSilenceItIsOld()
    {
        WindowRig rig;
        rig.workspace.board.intake.open = false;
        rig.show();
        rig.action("go.launch")->trigger();
        rig.grow(10'000);
        QCOMPARE(banner(rig), QString());
        QVERIFY(rig.action("launch.resume")->isEnabled());
        rig.grow(1);
        QVERIFY(banner(rig).contains(QStringLiteral("Nothing was heard")));
        QVERIFY(rig.label("status.link").contains(QStringLiteral("Old data")));
        QVERIFY(rig.window->windowTitle().endsWith(QStringLiteral("(old data)")));
        const auto hatches = rig.window->findChildren<StaleOverlay*>();
        QVERIFY(std::any_of(hatches.begin(), hatches.end(), [](const auto* hatch) {
            return hatch->isVisible() && !hatch->words().isEmpty();
        }));
        rig.commands().refresh();
        QVERIFY(!rig.action("launch.resume")->isEnabled());  // growing is not
        QVERIFY(rig.action("launch.resume")->statusTip().contains(QStringLiteral("old")));
    }
    void oldDataDoesNotKeepAnybodyFromPausing()
    {
        WindowRig rig;
        rig.show();
        rig.grow(60'000);
        QTest::keyPress(rig.window.get(), Qt::Key_F9);
        rig.monotonicMs += 800;
        rig.pause()->advance();
        QTest::keyRelease(rig.window.get(), Qt::Key_F9);
        QCOMPARE(rig.submitted("stop_intake"), 1);
    }
    void aFolderThatIsClosedIsNotOldData()
    {
        WindowRig rig;
        rig.show();
        rig.workspace.enter(Workspace::State::Closed);
        QCOMPARE(rig.page(), QStringLiteral("welcome"));
        QCOMPARE(banner(rig), QString());
        QCOMPARE(rig.window->board(), nullptr);
        rig.workspace.enter(Workspace::State::Open);
        QTRY_VERIFY(rig.window->board() != nullptr);
        QCOMPARE(rig.page(), QStringLiteral("launchScreen"));
    }
    void aClockThatIsOffIsSaidInWords_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<bool>("said");
        QTest::newRow("right") << 0 << false;
        QTest::newRow("two seconds") << 2'000 << false;
        QTest::newRow("a bit more") << 2'001 << true;
        QTest::newRow("an hour behind") << 3'600'000 << true;
        QTest::newRow("an hour ahead") << -3'600'000 << true;
    }
    void aClockThatIsOffIsSaidInWords()
    {
        QFETCH(int, ms);
        QFETCH(bool, said);
        WindowRig rig;
        rig.show();
        rig.session().linkState.clockOffset = Milliseconds{ms};
        emit rig.window->context().client.tick();
        QCOMPARE(rig.child<QLabel>("status.skew")->isVisible(), said);
        QCOMPARE(rig.label("status.skew").contains(QStringLiteral("clock is off")), said);
        if (std::abs(ms) == 3'600'000)
            QVERIFY2(rig.label("status.skew").contains(QStringLiteral("1 h")),
                     qPrintable(rig.label("status.skew")));
    }

    void backAndForwardComeToTheSamePlace()
    {
        WindowRig rig;
        rig.settings.set(Setting::ExceptionsGrouped, false);
        rig.show();
        const EntityId chosen = rig.workspace.exceptions[3].id;
        Navigator& navigator = rig.window->context().navigator;
        navigator.go(at("exceptions", QStringLiteral("is:open vendor:wms-west sort:sla"), chosen));
        const auto& queue = rig.window->findChild<exceptions::ExceptionsScreen*>()->queue();
        QTRY_COMPARE(queue.currentItem(), chosen);
        navigator.go(at("orders"));
        QCOMPARE(rig.page(), QStringLiteral("ordersScreen"));
        rig.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(rig.page(), QStringLiteral("exceptionsScreen"));
        QCOMPARE(navigator.here().filter, QStringLiteral("is:open vendor:wms-west sort:sla"));
        QTRY_COMPARE(navigator.here().selected, chosen);
        rig.key(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(rig.page(), QStringLiteral("launchScreen"));
        QVERIFY(!rig.action("go.back")->isEnabled());
        rig.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(rig.page(), QStringLiteral("exceptionsScreen"));
        QTRY_COMPARE(navigator.here().selected, chosen);
        rig.key(Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(rig.page(), QStringLiteral("ordersScreen"));
    }
    void linksComeBackAsTheyWere_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("none") << QString();
        QTest::newRow("words") << QStringLiteral("is:open vendor:\"a b\" sort:sla");
        QTest::newRow("signs") << QStringLiteral("100% a+b&selected=O-1#x?y=/ ü 漢 %20");
    }
    void linksComeBackAsTheyWere()
    {
        QFETCH(QString, filter);
        const Location place = at("exceptions", filter, EntityId(8'841, 0, EntityKind::Exception));
        QVERIFY2(Location::fromLink(place.link()) == place, qPrintable(place.link()));
    }
    void strangeLinksAreRefused_data()
    {
        QTest::addColumn<QString>("link");
        for (const char* link :
             {"", "orders", "https://orders", "holdpoint:orders", "holdpoint://", "holdpoint://settings",
              "holdpoint://evil@orders", "holdpoint://orders:80", "holdpoint://orders/../../etc",
              "holdpoint://orders#x", "holdpoint://orders?selected=<img>", "javascript:alert(1)",
              "file:///etc/passwd"})
            QTest::newRow(link) << QString::fromLatin1(link);
        QTest::newRow("long") << QStringLiteral("holdpoint://orders?filter=") +
                                     QString(70'000, QLatin1Char('x'));
    }
    void strangeLinksAreRefused()
    {
        QFETCH(QString, link);
        QVERIFY(Location::fromLink(link).screen.isEmpty());
    }

    void settingsTakeEffectAtOnceAndStay()
    {
        QTemporaryDir kept;
        const QString file = kept.filePath(QStringLiteral("s.ini"));
        {
            WindowRig rig(file);
            rig.show();
            const QColor dark = rig.theme.tokens().content;
            rig.key(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
            QVERIFY(rig.theme.tokens().content != dark);
            for (int i = 0; i < 9; ++i)
                rig.key(Qt::Key_Plus, Qt::ControlModifier);
            QCOMPARE(rig.theme.textPercent(), 160);  // and no further
            rig.settings.set(Setting::Zone, QStringLiteral("local"));
            QCOMPARE(rig.format.zone(), ZoneName::Local);
            rig.action("go.orders")->trigger();
            rig.window->close();
        }
        WindowRig second(file);
        second.show();
        QCOMPARE(second.theme.name(), ThemeName::Light);
        QCOMPARE(second.theme.textPercent(), 160);
        QCOMPARE(second.format.zone(), ZoneName::Local);
        QCOMPARE(second.page(), QStringLiteral("ordersScreen"));
    }
    void troubleOfAPageThatWasLeftIsSaidByTheWindow_data()
    {
        QTest::addColumn<bool>("left");
        QTest::newRow("left") << true;
        QTest::newRow("still there") << false;
    }
    void troubleOfAPageThatWasLeftIsSaidByTheWindow()
    {
        QFETCH(bool, left);
        WindowRig rig;
        rig.show();
        rig.window->context().navigator.go({QStringLiteral("orders"), {}, {}});
        session::Command command;
        command.what = "hand_back";
        command.object = rig.workspace.orderDetail.row.id;
        rig.window->context().client.submit(command);
        if (left)
            rig.window->context().navigator.go({QStringLiteral("launch"), {}, {}});
        QSignalSpy told(&rig.window->context().client, &Client::receipt);
        rig.session().receipt(CommandState::Refused, sample::now(), Code::Conflict, "somebody was quicker");
        QVERIFY(told.wait());
        const Toasts* toasts = nullptr;  // the window's, not those of a screen
        for (const auto* each : rig.window->findChildren<Toasts*>())
            if (each->parentWidget()->objectName() == QLatin1String("pages"))
                toasts = each;
        QVERIFY(toasts != nullptr);
        QCOMPARE(toasts->shown().size(), left ? 1 : 0);
        if (!left)
            return;
        QVERIFY(toasts->shown().front()->message().contains(
            QString::fromStdString(rig.workspace.orderDetail.row.id.text())));
        toasts->shown().front()->advance(10 * Toasts::ShownMs);
        QCOMPARE(toasts->shown().size(), 1);  // until it is closed
    }
    void theLanguageIsSwitchedWhileItRuns()
    {
        WindowRig rig;
        rig.settings.set(Setting::Language, QStringLiteral("en"));
        Language language(rig.settings, rig.format);
        rig.show();
        const QString english = rig.action("go.exceptions")->text();
        const QString pause = rig.pause()->text();
        rig.settings.set(Setting::Language, QStringLiteral("de"));
        QTRY_VERIFY(rig.action("go.exceptions")->text() != english);
        QTRY_VERIFY(rig.pause()->text() != pause);
        rig.settings.set(Setting::Language, QStringLiteral("en"));
        QTRY_COMPARE(rig.action("go.exceptions")->text(), english);
    }
};

}  // namespace holdpoint::ui

QTEST_MAIN(holdpoint::ui::ShellWindow)
#include "tst_window.moc"
