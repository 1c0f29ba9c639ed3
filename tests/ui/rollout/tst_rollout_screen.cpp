// SPDX-License-Identifier: GPL-3.0-or-later
#include "rollout_rig.h"
#include "ui/common/chip.h"
#include "ui/common/hold_button.h"
#include "ui/common/receipt_line.h"
#include "ui/common/table_view.h"
#include "ui/rollout/act_sheet.h"
#include "ui/rollout/board_page.h"
#include "ui/rollout/gate_chart.h"
#include "ui/rollout/gate_strips.h"
#include "ui/rollout/share_ladder.h"
#include "ui/rollout/slices_model.h"
#include "ui/rollout/step_ladder.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

namespace holdpoint::ui::rollout {

using session::RolloutBoard;

class TestRolloutScreen : public QObject {
    Q_OBJECT

    static RolloutBoard allowing(const char* what, bool allowed)
    {
        RolloutBoard board = sample::rolloutBoard();
        for (session::ActRow& act : board.acts)
            if (act.what == what)
                act.allowed = allowed, act.unmet.clear();
        return board;
    }
    static QString cell(RolloutRig& rig, int row, int column)
    {
        return rig.part<TableView>("slicesTable")->model()->index(row, column).data().toString();
    }

private slots:
    void withoutAPlanASliceIsExplained()
    {
        RolloutRig rig;
        rig.push({});
        QVERIFY(!rig.screen.page()->isVisible());
        QVERIFY(rig.part<QPushButton>("rollout.plan") != nullptr);
        QVERIFY(!rig.part<ShareLadder>("shareLadder")->isVisible());
        QVERIFY(!rig.obstacle("rollout.commit").isEmpty());
    }
    void slicesShowTheirFiguresAndMissingOnesAreNotZero()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        QCOMPARE(cell(rig, 0, SlicesModel::Share), QStringLiteral("5 %"));
        QCOMPARE(cell(rig, 0, SlicesModel::Errors), QStringLiteral("+3.4 pt"));
        QCOMPARE(cell(rig, 2, SlicesModel::P95), QStringLiteral("−0.05 s"));
        QCOMPARE(cell(rig, 3, SlicesModel::Errors), Format::none());
        QCOMPARE(cell(rig, 3, SlicesModel::P95), Format::none());
        QCOMPARE(cell(rig, 0, SlicesModel::Verdict), QStringLiteral("NO-GO"));
        QCOMPARE(cell(rig, 2, SlicesModel::Verdict), QStringLiteral("TOO FEW"));
        QCOMPARE(cell(rig, 3, SlicesModel::Verdict), QStringLiteral("NOT STARTED"));
    }
    void theModelKeepsItsPromises()
    {
        const Format format;
        SlicesModel model(format, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setBoard(sample::rolloutBoard());
        RolloutBoard board = sample::rolloutBoard();
        board.slices[1].canaryOrders += 9;
        model.setBoard(board);
        board.slices.pop_back();
        model.setBoard(board);
        QCOMPARE(model.rowCount(), 3);
    }
    void theLadderShowsWhereItStands()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        const auto* ladder = rig.part<ShareLadder>("shareLadder");
        QCOMPARE(ladder->shares(), (std::vector<int>{0, 100, 500, 2'500, 5'000, 10'000}));
        QCOMPARE(ladder->current(), 500);
        QVERIFY(ladder->accessibleName().contains(QStringLiteral("5 %")));
    }
    void aPressOnTheLadderAsksForThePoll()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        auto* ladder = rig.part<ShareLadder>("shareLadder");
        QTest::mouseClick(ladder, Qt::LeftButton, {}, QPoint(ladder->width() - 8, ladder->height() / 2));
        QCOMPARE(rig.navigator.here().filter, QStringLiteral("poll"));
        QVERIFY(rig.session->submitted.empty());
    }
    void thePillAndTheNoticeSayWhyItIsPaused()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        QVERIFY(rig.part<Chip>("rolloutState")->text().contains(QStringLiteral("growth stopped")));
        const QString notice = rig.part<QLabel>("rolloutNotices")->text();
        QVERIFY2(notice.contains(QStringLiteral("A1")) && notice.contains(QStringLiteral("14:29:08")),
                 qPrintable(notice));
    }
    void anOverrideIsAPermanentNotice()
    {
        RolloutRig rig;
        RolloutBoard board = sample::rolloutBoard();
        board.overridden = {"split_cost"};
        rig.push(board);
        QVERIFY(rig.part<QLabel>("rolloutNotices")->text().contains(QStringLiteral("Split shipments")));
    }
    void theGatesOfTheChosenSliceAreShown()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        QCOMPARE(rig.part<GateStrips>("gateStrips")->lines().size(), std::size_t{7});
        rig.part<TableView>("slicesTable")->selectRow(1);
        QCOMPARE(rig.part<GateStrips>("gateStrips")->lines().size(), std::size_t{0});
        QCOMPARE(rig.screen.page()->slice(), std::string("CA-West · marketplace"));
    }
    void whatIsNotGoExplainsItself()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        for (const GateLine* line : rig.part<GateStrips>("gateStrips")->lines()) {
            QCOMPARE(line->showsSentence(), line->isChecked() || line->gate().verdict != GateVerdict::Go);
            QCOMPARE(line->accessibleName(), line->sentence());
        }
    }
    void aStripLiesWhereItsFiguresAre()
    {
        session::GateRow gate;
        gate.kind = "relative";
        gate.value = 2, gate.low = 1, gate.high = 4, gate.threshold = 2;
        const auto ratio = stripOf(gate);
        QVERIFY(ratio.has_value());
        QCOMPARE(ratio->low, 0.0);
        QCOMPARE(ratio->middle, 1.0);
        QCOMPARE(ratio->high, 2.0);
        gate.kind = "point", gate.compare = "ge";
        gate.difference = -0.01, gate.differenceLow = -0.02, gate.differenceHigh = 0,
        gate.worstAllowed = 0.02;
        const auto atLeast = stripOf(gate);
        QCOMPARE(atLeast->low, 0.0);
        QCOMPARE(atLeast->middle, 0.5);
        QCOMPARE(atLeast->high, 1.0);
        gate.difference.reset();
        QVERIFY(!stripOf(gate).has_value());
    }
    void theChartIsOfTheChosenGateAndKeepsItsGap()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        auto* chart = rig.part<GateChart>("gateChart");
        QTRY_COMPARE(chart->trend(), sample::gateTrend());
        QCOMPARE(chart->pieces(), 2);
        const auto* asked = std::get_if<session::AskGateTrend>(&rig.session->asked.back().question);
        QVERIFY(asked != nullptr);
        QCOMPARE(asked->gate, std::string("downstream_err"));
        QTest::mouseClick(rig.part<GateStrips>("gateStrips")->lines()[1], Qt::LeftButton);
        QCOMPARE(std::get<session::AskGateTrend>(rig.session->asked.back().question).gate,
                 std::string("acceptance"));
        QTRY_VERIFY(chart->accessibleName().startsWith(QStringLiteral("Order acceptance")));
    }
    void theTrendIsAskedAgainNotWithEachBoard()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        const std::size_t asked = rig.session->asked.size();
        RolloutBoard board = sample::rolloutBoard();
        board.newOrders += 1;
        rig.push(board);
        QCOMPARE(rig.session->asked.size(), asked);
        rig.grow(10'000);
        board.newOrders += 1;
        rig.push(board);
        QCOMPARE(rig.session->asked.size(), asked + 1);
    }
    void theDetailNamesWhoAndWhenAndWhatIsNotInIt()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        const QStringList lines = rig.part<StepLadder>("stepLadder")->lines();
        QCOMPARE(lines.size(), 6);
        QVERIFY2(lines[2].contains(QStringLiteral("14:21:55 by K. Osei")), qPrintable(lines[2]));
        QVERIFY(lines[3].contains(QStringLiteral("not begun")));
        QString all;
        for (const QLabel* label : rig.part<QWidget>("sliceDetail")->findChildren<QLabel*>())
            all += label->text() + QLatin1Char('\n');
        for (const char* word : {"node: WMS-East", "currency: CAD", "85 of 100", "orders in flight: 214"})
            QVERIFY2(all.contains(QLatin1String(word)), word);
    }
    void pausingASliceIsHeldAndNamesIt()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        auto* hold = rig.part<HoldButton>("act_1");
        QVERIFY(hold != nullptr);
        QTest::mousePress(hold, Qt::LeftButton);
        rig.monotonicMs += 799;
        hold->advance();
        QVERIFY(rig.session->submitted.empty());
        rig.monotonicMs += 1;
        hold->advance();
        QCOMPARE(rig.session->submitted.size(), std::size_t{1});
        QCOMPARE(rig.sent().what, std::string("stop_intake"));
        QCOMPARE(rig.sent().argument, std::string("CA-West · marketplace"));
        rig.session->receipt(CommandState::Accepted, rig.wall);
        QTRY_VERIFY(rig.part<ReceiptLine>("rolloutReceipt")->text().contains(rig.format.clock(rig.wall)));
    }
    void aPausedSliceIsTakenUpOnTrialFirst()
    {
        RolloutRig rig;
        RolloutBoard board = sample::rolloutBoard();
        board.acts.push_back({"reopen_trial", true, "", {}, {}});
        rig.push(board);
        QTest::mouseClick(rig.part<QPushButton>("act_0"), Qt::LeftButton);
        QTest::keyClicks(rig.part<QLineEdit>("actTyped"), QStringLiteral("na-west wholesale"));
        QTest::mouseClick(rig.part<QPushButton>("actConfirm"), Qt::LeftButton);
        QCOMPARE(rig.sent().what, std::string("reopen_trial"));
        QCOMPARE(rig.sent().argument, std::string("CA-West · web · standard"));
    }
    void growthNeedsTheNameTyped()
    {
        RolloutRig rig;
        rig.push(allowing("commit_step", true));
        rig.commands.action(QLatin1String("rollout.commit"))->trigger();
        auto* typed = rig.part<QLineEdit>("actTyped");
        QTest::keyClicks(typed, QStringLiteral("NA-West wholesal"));
        QTest::keyClick(typed, Qt::Key_Return);
        QVERIFY(rig.session->submitted.empty());
        QTest::keyClicks(typed, QStringLiteral("e"));
        QTest::keyClick(typed, Qt::Key_Return);
        QCOMPARE(rig.sent().what, std::string("commit_step"));
        QCOMPARE(rig.sent().seen, Version{41});
    }
    void growthNeedsLiveDataAndDownNever()
    {
        RolloutRig rig;
        RolloutBoard board = allowing("commit_step", true);
        rig.push(board);
        QVERIFY(rig.obstacle("rollout.commit").isEmpty());
        rig.grow(2'000);
        QVERIFY(rig.obstacle("rollout.commit").isEmpty());
        rig.grow(1);
        QVERIFY(rig.obstacle("rollout.commit").contains(QStringLiteral("fresh")));
        rig.grow(60'000);
        QVERIFY(rig.obstacle("rollout.narrow").isEmpty());
    }
    void anObstacleSaysWhatIsOpenAndWhoCan()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        const QString why = rig.obstacle("rollout.resume");
        QVERIFY2(why.contains(QStringLiteral("no trigger is on")) &&
                     why.contains(QStringLiteral("15 minutes")) &&
                     why.contains(QStringLiteral("the commander")),
                 qPrintable(why));
        QVERIFY(!rig.commands.action(QLatin1String("rollout.resume"))->isEnabled());
    }
    void whoIsNotNamedIsToldWhoIs()
    {
        RolloutRig rig;
        RolloutBoard board = allowing("commit_step", true);
        board.command.commander = "K. Osei";
        rig.push(board);
        QCOMPARE(rig.obstacle("rollout.commit"), QStringLiteral("Only the commander can do this."));
        board.command.acting = "m.osei";
        rig.push(board);
        QVERIFY(rig.obstacle("rollout.commit").isEmpty());
    }
    void narrowingIsHeldAndCarriesTheShare()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.commands.action(QLatin1String("rollout.narrow"))->trigger();
        QVERIFY(!rig.part<QPushButton>("actConfirm")->isVisible());
        auto* share = rig.part<QLineEdit>("actField");
        QCOMPARE(share->text(), QStringLiteral("2.5"));
        auto* hold = rig.part<HoldButton>("actHold");
        QTest::mousePress(hold, Qt::LeftButton);
        rig.monotonicMs += 800;
        hold->advance();
        QCOMPARE(rig.sent().what, std::string("narrow"));
        QCOMPARE(rig.sent().argument, std::string("CA-West · web · standard"));
        QCOMPARE(rig.sent().number, std::uint32_t{250});
    }
    void escapeLeavesItAsItIs()
    {
        RolloutRig rig;
        rig.push(allowing("commit_step", true));
        rig.commands.action(QLatin1String("rollout.commit"))->trigger();
        QVERIFY(rig.part<ActSheet>("actSheet")->isVisible());
        QTest::keyClick(rig.part<QLineEdit>("actTyped"), Qt::Key_Escape);
        QVERIFY(!rig.part<ActSheet>("actSheet")->isVisible());
        QVERIFY(rig.session->submitted.empty());
    }
    void handingOverNamesThePerson()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.commands.action(QLatin1String("rollout.hand_over"))->trigger();
        QVERIFY(!rig.part<QPushButton>("actConfirm")->isEnabled());
        QTest::keyClicks(rig.part<QLineEdit>("actField"), QStringLiteral("P. Lind"));
        QTest::mouseClick(rig.part<QPushButton>("actConfirm"), Qt::LeftButton);
        QCOMPARE(rig.sent().what, std::string("offer_command"));
        QCOMPARE(rig.sent().argument, std::string("P. Lind"));
    }
    void anOverrideNeedsGateReasonNameAndASecondPerson()
    {
        RolloutRig rig;
        rig.push(sample::rolloutBoard());
        rig.commands.action(QLatin1String("rollout.override"))->trigger();
        auto* confirm = rig.part<QPushButton>("actConfirm");
        QTest::keyClicks(rig.part<QLineEdit>("actField"), QStringLiteral("P. Lind"));
        QTest::keyClicks(rig.part<QLineEdit>("actTyped"), QStringLiteral("NA-West wholesale"));
        auto* words = rig.part<QLineEdit>("actWords");
        QTest::keyClicks(words, QStringLiteral("nineteen characters").left(19));
        QVERIFY(!confirm->isEnabled());
        QTest::keyClicks(words, QStringLiteral("!"));
        QVERIFY(confirm->isEnabled());
        QTest::mouseClick(confirm, Qt::LeftButton);
        QCOMPARE(rig.sent().argument, std::string("downstream_err"));
        QCOMPARE(rig.sent().text, std::string("NA-West wholesale|P. Lind"));
        QCOMPARE(rig.sent().reason, std::string("nineteen characters!"));
    }
    void theSliceInViewIsOneThatTakesOrders()
    {
        RolloutRig rig;
        QSignalSpy changed(&rig.screen, &RolloutScreen::changed);
        rig.push(sample::rolloutBoard());
        QVERIFY(!changed.empty());
        QCOMPARE(rig.screen.sliceInView(), std::string("CA-West · marketplace"));  // the chosen one is paused
        rig.part<TableView>("slicesTable")->selectRow(2);
        QCOMPARE(rig.screen.sliceInView(), std::string("Rockies · web · bulky"));
    }
    void anotherEngineDoesNotShowTheRolloutOfTheOneBefore()
    {
        RolloutRig rig;
        emit rig.client.linkChanged();
        rig.push(sample::rolloutBoard());
        rig.session->linkState.engine = "another";
        emit rig.client.linkChanged();
        QCOMPARE(rig.screen.board(), RolloutBoard{});
        QVERIFY(!rig.screen.page()->isVisible());
    }
    void hostileNamesStayPlainText()
    {
        RolloutRig rig;
        RolloutBoard board = sample::rolloutBoard();
        const std::string evil = "<b>x</b>\u202Eevil";
        board.name = board.command.offeredTo = board.slices[0].selector = evil;
        board.slices[0].cutOut = {evil};
        rig.push(board);
        for (const QLabel* label : rig.screen.findChildren<QLabel*>()) {
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->text().contains(QChar(0x202E)));
        }
    }
};

}  // namespace holdpoint::ui::rollout

QTEST_MAIN(holdpoint::ui::rollout::TestRolloutScreen)
#include "tst_rollout_screen.moc"
