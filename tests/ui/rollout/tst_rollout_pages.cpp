// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout_rig.h"
#include "ui/common/hold_button.h"
#include "ui/common/table_view.h"
#include "ui/rollout/part_panel.h"
#include "ui/rollout/rows_model.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

namespace holdpoint::ui::rollout {

using session::RolloutBoard;

/// The poll, the plan and the rollback board.
class TestRolloutPages : public QObject {
    Q_OBJECT

    static QString cell(const TableView* table, int row, int column)
    {
        return table->model()->index(row, column).data().toString();
    }
    static void hold(RolloutRig& rig, std::int64_t ms)
    {
        auto* button = rig.part<HoldButton>("rollbackHold");
        QTest::mousePress(button, Qt::LeftButton);
        rig.monotonicMs += ms;
        button->advance();
        QTest::mouseRelease(button, Qt::LeftButton);
    }
    static RolloutBoard rolling()
    {
        RolloutBoard board = sample::rolloutBoard();
        board.state = RolloutState::RollingBack;
        board.rollback = sample::rollback();
        return board;
    }

private slots:
    void theModelKeepsItsPromises()
    {
        RowsModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setColumns({QStringLiteral("a"), QStringLiteral("b")}, {1});
        model.setRows({{{{QStringLiteral("x")}, {QStringLiteral("1")}}, 1}});
        model.setRows({{{{QStringLiteral("y")}, {QStringLiteral("2")}}, 1}, {{{QStringLiteral("z")}}, 2}});
        model.setRows({});
        QCOMPARE(model.rowCount(), 0);
    }
    // ── the poll ──
    void votesAndOldVotesAreShown()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.go("poll");
        const auto* votes = rig.part<TableView>("pollVotes");
        QCOMPARE(cell(votes, 0, 2), QStringLiteral("NO-GO"));
        QCOMPARE(cell(votes, 1, 2), QStringLiteral("GO, old"));
        QVERIFY(cell(votes, 1, 4).contains(QStringLiteral("evidence has changed")));
        QCOMPARE(cell(votes, 3, 4), QStringLiteral("waiting"));
        QCOMPARE(cell(votes, 3, 3), Format::none());
        QCOMPARE(rig.part<TableView>("pollGates")->model()->rowCount(), 7);
    }
    void theResultCountsWhatStandsAgainstIt()
    {
        RolloutRig rig;
        RolloutBoard board = sample::rolloutBoard();
        rig.push(board);
        const auto* result = rig.part<QLabel>("pollResult");
        QVERIFY2(result->text().contains(QStringLiteral("NO-GO (1 ")), qPrintable(result->text()));
        board.poll.go = true;
        rig.push(board);
        QVERIFY2(result->text().contains(QStringLiteral("Result: GO")), qPrintable(result->text()));
    }
    void aGoNeedsNoWords()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.go("poll");
        rig.commands.action(QLatin1String("rollout.vote_go"))->trigger();
        QCOMPARE(rig.sent().what, std::string("vote"));
        QCOMPARE(rig.sent().argument, std::string("support:go"));
    }
    void aNoGoAsksForItsSentence()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.go("poll");
        rig.commands.action(QLatin1String("rollout.vote_no_go"))->trigger();
        QVERIFY(rig.session->submitted.empty());
        QVERIFY(rig.part<QLabel>("voteHint")->isVisible());
        auto* words = rig.part<QLineEdit>("voteWords");
        QTest::keyClicks(words, QStringLiteral("no"));
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(rig.session->submitted.empty());
        QTest::keyClicks(words, QStringLiteral("t yet"));
        QTest::keyClick(words, Qt::Key_Return);
        QCOMPARE(rig.sent().argument, std::string("support:no_go"));
        QCOMPARE(rig.sent().text, std::string("not yet"));
    }
    void whoHoldsNoSeatCannotVote()
    {
        RolloutRig rig;
        RolloutBoard board = sample::rolloutBoard();
        board.command.owners[3] = "K. Braun";
        rig.push(board);
        QVERIFY(rig.obstacle("rollout.vote_go").contains(QStringLiteral("seat")));
        board.command.owners[0] = "m.osei";
        rig.push(board);
        QVERIFY(rig.obstacle("rollout.vote_go").isEmpty());
        QCOMPARE(rig.part<QComboBox>("voteSeat")->currentText(), QStringLiteral("Engineering"));
    }
    // ── the plan ──
    void whatIsWrittenIsCheckedAfterAMoment()
    {
        RolloutRig rig;
        RolloutBoard checked = sample::rolloutBoard();
        checked.findings = {{"no_steps", true, 0, "", 0, 0, Never, ""}};
        rig.planAnswer = checked;
        rig.push(sample::rolloutBoard());
        rig.go("plan");
        auto* text = rig.part<QPlainTextEdit>("planText");
        QVERIFY(!rig.obstacle("rollout.save_plan").isEmpty());
        QTest::keyClicks(text, QStringLiteral(" "));
        QTRY_COMPARE(cell(rig.part<TableView>("planFindings"), 0, 1),
                     QStringLiteral("The plan has no step."));
        QVERIFY(rig.session->openQuestion<session::AskPlanCheck>() == nullptr);
        QVERIFY(rig.obstacle("rollout.save_plan").isEmpty());
        rig.commands.action(QLatin1String("rollout.save_plan"))->trigger();
        QCOMPARE(rig.sent().what, std::string("set_plan"));
        QCOMPARE(rig.sent().text, text->toPlainText().toStdString());
    }
    void whatCannotBeReadSaysWhere()
    {
        RolloutRig rig;
        rig.planAnswer = Error{Code::InvalidArgument, "/steps/2/slices: not a list"};
        rig.push(sample::rolloutBoard());
        rig.go("plan");
        QTest::keyClicks(rig.part<QPlainTextEdit>("planText"), QStringLiteral("x"));
        QTRY_VERIFY(rig.part<QLabel>("planStatus")->text().contains(QStringLiteral("/steps/2/slices")));
        QVERIFY(rig.obstacle("rollout.save_plan").contains(QStringLiteral("/steps/2/slices")));
    }
    void anotherPlanDoesNotOverwriteWhatIsWritten()
    {
        RolloutRig rig;
        RolloutBoard board = sample::rolloutBoard();
        rig.push(board);
        rig.go("plan");
        auto* text = rig.part<QPlainTextEdit>("planText");
        board.plan = "{\"name\": \"second\"}";
        rig.push(board);
        QCOMPARE(text->toPlainText(), QString::fromStdString(board.plan));
        QTest::keyClicks(text, QStringLiteral("mine"));
        board.plan = "{\"name\": \"third\"}";
        rig.push(board);
        QVERIFY(text->toPlainText().contains(QStringLiteral("mine")));
    }
    void aPlanCanBeWrittenBeforeThereIsOne()
    {
        RolloutRig rig;
        rig.push({});
        rig.go("plan");
        QVERIFY(rig.part<QPlainTextEdit>("planText")->isVisible());
        QTest::keyClicks(rig.part<QPlainTextEdit>("planText"), QStringLiteral("{}"));
        QTRY_VERIFY(rig.obstacle("rollout.save_plan").isEmpty());
    }
    void anItemNeedsEvidenceAndNotIfTheEngineMarksIt()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.go("plan");
        auto* table = rig.part<TableView>("planChecklist");
        table->selectRow(0);
        QVERIFY(rig.obstacle("rollout.check_item").contains(QStringLiteral("by itself")));
        table->selectRow(2);
        QVERIFY(rig.obstacle("rollout.check_item").contains(QStringLiteral("Evidence")));
        QTest::keyClicks(rig.part<QLineEdit>("checkEvidence"), QStringLiteral("call of 18 Nov"));
        rig.commands.action(QLatin1String("rollout.check_item"))->trigger();
        QCOMPARE(rig.sent().argument, std::string("idempotent_writes"));
        QCOMPARE(rig.sent().number, std::uint32_t{1});
        QCOMPARE(rig.sent().text, std::string("call of 18 Nov"));
    }
    // ── the rollback ──
    void beforeItIsBegunThePlanIsShown()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        QVERIFY(rig.session->openQuestion<session::AskRollbackPlan>() == nullptr);
        rig.go("rollback");
        const auto* parts = rig.part<PartPanel>("part_in_flight");
        QTRY_COMPARE(parts->lines().size(), std::size_t{3});
        QCOMPARE(parts->state(), QStringLiteral("planned"));
        QCOMPARE(rig.part<QLabel>("rollbackSum")->text(),
                 QStringLiteral("Every order is in exactly one lane: 61 + 140 + 13 = 214"));
    }
    void countsThatDoNotAddUpSaySo()
    {
        RolloutRig rig;
        session::RollbackCard card = sample::rollbackPlan();
        card.inFlight = 215;
        rig.rollbackAnswer = card;
        rig.push(sample::rolloutBoard());
        rig.go("rollback");
        QTRY_VERIFY(rig.part<QLabel>("rollbackSum")->text().contains(QStringLiteral("do not add up")));
    }
    void heldTwoSecondsRollsBackOnce_data()
    {
        QTest::addColumn<int>("ms");
        QTest::addColumn<int>("sent");
        QTest::newRow("short") << 1'999 << 0;
        QTest::newRow("just") << 2'000 << 1;
    }
    void heldTwoSecondsRollsBackOnce()
    {
        QFETCH(int, ms);
        QFETCH(int, sent);
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.go("rollback");
        QTRY_VERIFY(rig.part<HoldButton>("rollbackHold")->isEnabled());
        hold(rig, ms);
        QCOMPARE(static_cast<int>(rig.session->submitted.size()), sent);
        if (sent > 0)
            QCOMPARE(rig.sent().what, std::string("roll_back"));
    }
    void anOldPlanCannotBeHeld()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.go("rollback");
        auto* button = rig.part<HoldButton>("rollbackHold");
        QTRY_VERIFY(button->isEnabled());
        rig.session->onAsk = {};  // nothing answers any more
        rig.grow(10'000);
        QVERIFY(button->isEnabled());
        rig.grow(1);
        QVERIFY(!button->isEnabled());
        QVERIFY(rig.part<QLabel>("rollbackWhy")->text().contains(QStringLiteral("10 s old")));
    }
    void thePlanIsAskedForAnewWhileItIsShown()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.go("rollback");
        QTRY_VERIFY(rig.part<HoldButton>("rollbackHold")->isEnabled());
        const std::size_t asked = rig.session->asked.size();
        rig.grow(4'999);
        QCOMPARE(rig.session->asked.size(), asked);
        rig.grow(1);
        QCOMPARE(rig.session->asked.size(), asked + 1);
        QTRY_VERIFY(rig.session->openQuestion<session::AskRollbackPlan>() == nullptr);
        rig.go("");
        rig.grow(60'000);
        QVERIFY(rig.session->openQuestion<session::AskRollbackPlan>() == nullptr);
    }
    void whileItRunsEachPartSaysHowFarItIs()
    {
        RolloutRig rig;
        rig.push(rolling());
        rig.go("rollback");
        QCOMPARE(rig.part<PartPanel>("part_stop_traffic")->state(), QStringLiteral("verified"));
        const auto* flight = rig.part<PartPanel>("part_in_flight");
        QCOMPARE(flight->state(), QStringLiteral("running"));
        QCOMPARE(flight->lines()[0].count, QStringLiteral("61"));
        QCOMPARE(flight->lines()[0].note, QStringLiteral("43 done"));
        QVERIFY(rig.part<PartPanel>("part_reconcile")->lines()[1].bad);
        QVERIFY(!rig.part<HoldButton>("rollbackHold")->isVisible());
        QVERIFY(rig.part<QLabel>("rolloutSubtitle")->text().contains(QStringLiteral("resumes by itself")));
    }
    void whatCannotBeUndoneNamesItsOwner()
    {
        RolloutRig rig;
        rig.push(rolling());
        rig.go("rollback");
        auto* table = rig.part<TableView>("cannotUndo");
        QCOMPARE(cell(table, 0, 0), QStringLiteral("8841-207"));
        QCOMPARE(cell(table, 0, 1), QStringLiteral("label printed and picked up"));
        QCOMPARE(cell(table, 0, 3), QStringLiteral("the owner of Operations"));
        table->selectRow(0);
        QTest::keyClick(table, Qt::Key_Return);
        QCOMPARE(rig.navigator.here().screen, QStringLiteral("orders"));
    }
};

}  // namespace holdpoint::ui::rollout

QTEST_MAIN(holdpoint::ui::rollout::TestRolloutPages)
#include "tst_rollout_pages.moc"
