// SPDX-License-Identifier: GPL-3.0-or-later
#include "screen_rig.h"
#include "ui/common/toast.h"
#include "ui/exceptions/popover.h"
#include "ui/exceptions/queue_list.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QtTest/QTest>

using namespace holdpoint;
using namespace holdpoint::ui;
using namespace holdpoint::ui::exceptions;

class tst_Acts : public QObject {
    Q_OBJECT

private slots:
    void aRetryNamesTheOrderAndTheVersionThatWasSeen()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_R);
        QTRY_VERIFY(rig.child<QPushButton>("popoverConfirm") != nullptr);
        QVERIFY(rig.fake->submitted.empty());
        rig.key(Qt::Key_Return);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        QCOMPARE(rig.lastCommand().what, std::string("retry"));
        QCOMPARE(rig.lastCommand().object, rig.items[0].about);
        QCOMPARE(rig.lastCommand().seen, Version{8});
        QCOMPARE(rig.lastCommand().actor, std::string("K. Osei"));
    }
    void escapeSendsNothing()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_R);
        QTRY_VERIFY(rig.child<Popover>("popover") != nullptr);
        rig.key(Qt::Key_Escape);
        QTRY_VERIFY(rig.child<Popover>("popover") == nullptr);
        QVERIFY(rig.fake->submitted.empty());
    }
    void keysTypedInAFormAreNoShortcuts()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_A);
        auto* who = rig.child<QLineEdit>("assignee");
        QVERIFY(who != nullptr);
        QTRY_VERIFY(who->hasFocus());
        QTest::keyClicks(who, QStringLiteral("jkR"));
        QCOMPARE(who->text(), QStringLiteral("jkR"));
        QCOMPARE(rig.current(), rig.items[0].id);
    }
    void anAssignmentIsUndone()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_J);  // nobody's
        QTRY_VERIFY(rig.commands.action(QLatin1String("exceptions.assign_me"))->isEnabled());
        rig.key(Qt::Key_I);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        QCOMPARE(rig.lastCommand().what, std::string("assign"));
        QCOMPARE(rig.lastCommand().text, std::string("K. Osei"));
        QCOMPARE(rig.lastCommand().seen, Version{4});
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{2});
        QCOMPARE(rig.lastCommand().what, std::string("unassign"));
        QCOMPARE(rig.lastCommand().seen, Version{5});
        QCOMPARE(rig.lastCommand().object, rig.items[1].id);
    }
    void undoingGivesItBackToWhomItWas()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_I);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{2});
        QCOMPARE(rig.lastCommand().what, std::string("assign"));
        QCOMPARE(rig.lastCommand().text, std::string("M. Chen"));
    }
    void aRootCauseIsRequiredToResolve()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_E);
        auto* cause = rig.child<QLineEdit>("rootCause");
        QVERIFY(cause != nullptr);
        auto* confirm = rig.child<QPushButton>("popoverConfirm");
        QVERIFY(!confirm->isEnabled());
        QTRY_VERIFY(cause->hasFocus());
        QTest::keyClicks(cause, QStringLiteral("vendor outage"));
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        QCOMPARE(rig.lastCommand().what, std::string("resolve"));
        QCOMPARE(rig.lastCommand().argument, std::string("vendor outage"));
        QCOMPARE(rig.lastCommand().object, rig.items[0].id);
    }
    void howItEndedIsSaid()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_E);
        QTest::keyClicks(rig.child<QLineEdit>("rootCause"), QStringLiteral("refunded by hand"));
        auto* kind = rig.child<QComboBox>("resolutionKind");
        QVERIFY(kind != nullptr);
        kind->setCurrentIndex(kind->findData(static_cast<int>(Resolution::WrittenOff)));
        QTest::mouseClick(rig.child<QPushButton>("popoverConfirm"), Qt::LeftButton);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        QCOMPARE(rig.lastCommand().text, std::string("written_off"));
    }
    void theNoteOfARefusedResolutionIsNotAdded_data()
    {
        QTest::addColumn<bool>("refused");
        QTest::newRow("refused") << true;
        QTest::newRow("done") << false;
    }
    void theNoteOfARefusedResolutionIsNotAdded()
    {
        QFETCH(bool, refused);
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_E);
        QTest::keyClicks(rig.child<QLineEdit>("rootCause"), QStringLiteral("outage"));
        QTest::keyClicks(rig.child<QLineEdit>("resolveNote"), QStringLiteral("called them"));
        QTest::mouseClick(rig.child<QPushButton>("popoverConfirm"), Qt::LeftButton);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        rig.fake->receipt(refused ? CommandState::Refused : CommandState::Effective, sample::now());
        QSignalSpy told(&rig.client, &Client::receipt);
        QVERIFY(told.wait());
        QCOMPARE(rig.fake->submitted.size(), refused ? std::size_t{1} : std::size_t{2});
        if (!refused)
            QCOMPARE(rig.lastCommand().text, std::string("called them"));
    }
    void undoingASnoozeBringsTheEarlierOneBack_data()
    {
        QTest::addColumn<int>("earlier");  // minutes from now
        QTest::addColumn<QString>("undo");
        QTest::newRow("snoozed before") << 7 << "snooze";
        QTest::newRow("woken since") << -7 << "wake";
    }
    void undoingASnoozeBringsTheEarlierOneBack()
    {
        QFETCH(int, earlier);
        QFETCH(QString, undo);
        ScreenRig rig;
        rig.items[0].due = sample::before(-86'400);
        rig.items[0].snoozedUntil = sample::before(-60 * earlier);
        rig.open();
        rig.key(Qt::Key_S);
        QTRY_VERIFY(rig.child<QPushButton>("popoverConfirm") != nullptr);
        rig.key(Qt::Key_Return);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        QCOMPARE(rig.lastCommand().number, 15U);
        rig.key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{2});
        QCOMPARE(rig.lastCommand().what, undo.toStdString());
        QCOMPARE(rig.lastCommand().text, earlier > 0 ? toText(rig.items[0].snoozedUntil) : std::string());
    }
    void troubleThatComesLateIsStillSaid()
    {
        ScreenRig rig;
        rig.open();
        rig.key(Qt::Key_T);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        const auto* toasts = rig.child<Toasts>("toasts");
        QTRY_COMPARE(toasts->shown().size(), 1);
        toasts->shown().front()->advance(Toasts::ShownMs);
        QTRY_COMPARE(toasts->shown().size(), 0);
        rig.fake->receipt(CommandState::Refused, sample::now(), Code::Conflict, "somebody was quicker");
        QTRY_COMPARE(toasts->shown().size(), 1);
        toasts->shown().front()->advance(10 * Toasts::ShownMs);
        QCOMPARE(toasts->shown().size(), 1);  // until it is closed
    }
    void iAmOfferedFirst()
    {
        ScreenRig rig;
        rig.open();  // M. Chen's
        rig.key(Qt::Key_A);
        auto* who = rig.child<QLineEdit>("assignee");
        QTRY_VERIFY(who->hasFocus());
        QCOMPARE(who->text(), QStringLiteral("K. Osei"));
        QCOMPARE(who->selectedText(), who->text());
        who->completer()->setCompletionPrefix(QString());
        QCOMPARE(who->completer()->currentCompletion(), QStringLiteral("K. Osei"));
        rig.key(Qt::Key_Return);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        QCOMPARE(rig.lastCommand().text, std::string("K. Osei"));
    }
    void theButtonSaysHowManyAreMeant()
    {
        ScreenRig rig;
        rig.open();
        auto* retry = rig.child<QPushButton>("exceptions.retry");
        QCOMPARE(retry->text(), QStringLiteral("Retry…"));
        rig.key(Qt::Key_X);
        QTRY_VERIFY(!rig.screen->queue().marks().isEmpty());
        QCOMPARE(retry->text(), QStringLiteral("Retry…"));
        rig.key(Qt::Key_J);
        rig.key(Qt::Key_X);
        QTRY_COMPARE(retry->text(), QStringLiteral("Retry 2 selected…"));
        rig.key(Qt::Key_Escape);
        QTRY_COMPARE(retry->text(), QStringLiteral("Retry…"));
    }
    void moreThanAHundredHaveToBeTyped_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("typed");
        QTest::newRow("at the limit") << 100 << false;
        QTest::newRow("above") << 101 << true;
    }
    void moreThanAHundredHaveToBeTyped()
    {
        QFETCH(int, count);
        QFETCH(bool, typed);
        ScreenRig rig;
        rig.items = sample::manyExceptions(static_cast<std::size_t>(count));
        rig.open();
        rig.key(Qt::Key_A, Qt::ControlModifier);
        rig.key(Qt::Key_R);
        auto* confirm = rig.child<QPushButton>("popoverConfirm");
        QVERIFY(confirm != nullptr);
        QTRY_VERIFY(rig.label("bulkCount").contains(QString::number(count)));
        QCOMPARE(confirm->isEnabled(), !typed);
        auto* field = rig.child<QLineEdit>("bulkTyped");
        if (typed) {
            QTest::keyClicks(field, QStringLiteral("100"));
            QVERIFY(!confirm->isEnabled());
            field->clear();
            QTest::keyClicks(field, QString::number(count));
        }
        QTRY_VERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QTRY_COMPARE(rig.fake->submitted.size(), std::size_t{1});
        QVERIFY(rig.lastCommand().on.has_value());
        QCOMPARE(*rig.lastCommand().on, rig.lastResult);
    }
    void aCauseIsRetriedAsAWhole()
    {
        ScreenRig rig;
        rig.open(QStringLiteral("is:open sort:sla"), true);
        rig.key(Qt::Key_R);
        QTRY_VERIFY(rig.label("bulkCount").contains(QLatin1String("10")));
        QVERIFY(QString::fromStdString(rig.fake->watchOf(session::List::Exceptions)->query.filter)
                    .contains(groupText(rig.groups[0].fingerprint)));
    }
    void nothingIsSentWithoutAConnection()
    {
        ScreenRig rig;
        rig.open();
        rig.fake->linkState.state = session::LinkState::State::Disconnected;
        emit rig.client.linkChanged();
        const auto* retry = rig.commands.find(QLatin1String("exceptions.retry"));
        QTRY_VERIFY(!retry->action->isEnabled());
        QVERIFY(retry->obstacle().contains(QLatin1String("Not connected")));
        rig.key(Qt::Key_R);
        QVERIFY(rig.child<Popover>("popover") == nullptr);
        QVERIFY(rig.fake->submitted.empty());
    }
    void whoMayNotIsToldWhoCan()
    {
        ScreenRig rig;
        rig.client.setOperator({"V. Iewer", Role::Viewer});
        rig.answers = false;
        rig.open();
        for (const auto& asked : std::vector<FakeSession::Asked>(rig.fake->asked))
            if (const auto* question = std::get_if<session::AskException>(&asked.question))
                rig.fake->answer(asked.id, rig.detailOf(question->item));
        QTRY_COMPARE(rig.label("detailId"), QString::fromStdString(rig.items[0].id.text()));
        const QString why = rig.commands.find(QLatin1String("exceptions.resolve"))->obstacle();
        QVERIFY2(why.contains(QLatin1String("support lead"), Qt::CaseInsensitive), qPrintable(why));
    }
    void everyDisabledCommandHasItsReason()
    {
        ScreenRig rig;
        rig.open();
        rig.commands.refresh();
        for (const auto& command : rig.commands.all())
            QVERIFY2(command->action->isEnabled() || !command->action->statusTip().isEmpty(),
                     command->spec.id);
    }
    void evidenceIsCopiedAsMarkdown()
    {
        ScreenRig rig;
        rig.detailOf = [](EntityId item) {
            auto detail = sample::contractDetail();
            detail.row.id = item;
            return detail;
        };
        rig.open();
        rig.key(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
        const QString text = QApplication::clipboard()->text();
        QVERIFY(text.contains(QLatin1String("/data/promise_date")));
        QVERIFY(text.contains(QLatin1String("hp:4C-88213:ship:1")) || text.contains(QLatin1String("ship")));
    }
    void aViewIsSavedAndFoundAgain()
    {
        ScreenRig rig;
        rig.open(QStringLiteral("is:open stage:handoff"));
        rig.key(Qt::Key_D, Qt::ControlModifier);
        auto* name = rig.child<QLineEdit>("viewName");
        QVERIFY(name != nullptr);
        QTest::keyClicks(name, QStringLiteral("Handoffs"));
        rig.key(Qt::Key_Return);
        QTRY_VERIFY(rig.commands.action(QLatin1String("exceptions.view1"))->isEnabled());
        rig.screen->show(Location{QStringLiteral("exceptions"), QStringLiteral("is:open"), {}});
        rig.commands.action(QLatin1String("exceptions.view1"))->trigger();
        QTRY_COMPARE(rig.screen->queue().filter(), QStringLiteral("is:open stage:handoff"));
        QCOMPARE(SavedViews(rig.settings).all().size(), std::size_t{1});
    }
};

QTEST_MAIN(tst_Acts)
#include "tst_acts.moc"
