// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rollout_play.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

/// The way up and down, by people: what is refused says why and who.
class RolloutWayTest : public QObject {
    Q_OBJECT

private slots:
    void upToFullAndIntoHypercare();
    void withoutAPlanThereIsNothing();
    void aRefusalSaysWhatIsOpenAndWhoMay();
    void aStopIsTakenFromAnyoneOnAnyVersion();
    void oneSliceOfTwoStops();
    void reopeningNeedsVotesAndATrial();
    void aTrialServesATenth();
    void narrowingLowersAndIsTakenBackByTheCommander();
    void stepBackServesTheStepBefore();
    void rollbackServesNobody();
    void nothingWasEverLiveScrubs();
    void whatWasSeenBeforeAMoveIsOld();
};

#define GIVEN(call) QVERIFY2(call, play.refusal.detail.c_str())

void RolloutWayTest::upToFullAndIntoHypercare()
{
    RolloutPlay play;
    play.toRunning(1);
    QCOMPARE(play.position(), std::string("running_live"));
    QCOMPARE(play.r().served.at(0).weightBp, 100);
    QCOMPARE(play.r().freezes.at(0).kind, FreezeKind::Soft);
    play.bakeStep();
    QCOMPARE(play.position(), std::string("hold_live"));
    QCOMPARE(play.r().served.at(0).weightBp, 100);  // arriving at a hold moves no traffic
    play.commit();
    QCOMPARE(play.r().served.at(0).weightBp, 500);
    play.toRunning(4);
    QCOMPARE(play.r().served.at(1).weightBp, 10'000);
    play.bakeStep();
    QCOMPARE(play.position(), std::string("running_live"));  // the last step has no hold after it
    play.everyGo();
    GIVEN(play.give("enter_hypercare", "Ines"));
    QVERIFY(!play.give("close_rollout", "Ines"));
    QVERIFY(play.refusal.detail.find("exit_criteria") != std::string::npos);
    play.minutes(30);
    QCOMPARE(play.r().hypercare.count(), qint64{30 * 60'000});
}

void RolloutWayTest::withoutAPlanThereIsNothing()
{
    RolloutPlay play;
    QVERIFY(!play.give("submit_plan", "Emil"));
    QCOMPARE(play.refusal.code, Code::NotFound);
    QVERIFY(!play.give("set_plan", "Emil", {}, 0, "{}"));
    QCOMPARE(play.refusal.code, Code::InvalidArgument);
    QVERIFY(play.steps.empty());
}

void RolloutWayTest::aRefusalSaysWhatIsOpenAndWhoMay()
{
    RolloutPlay play;
    play.toHold();
    QVERIFY(!play.give("commit_step", "Emil"));
    QCOMPARE(play.refusal.code, Code::Forbidden);
    QCOMPARE(play.refusal.detail,
             std::string("commit needs the commander, Ines, the deputy, Dario, while the commander is away"));
    QVERIFY(!play.give("commit_step", "Ines"));
    QCOMPARE(play.refusal.code, Code::Conflict);
    QCOMPARE(play.refusal.detail, std::string("commit waits for: poll_go_or_override"));
    QVERIFY(!play.give("resume", "Ines"));
    QVERIFY(play.refusal.detail.starts_with("resume is not possible at hold_first; possible: commit, "));
    QVERIFY(!play.give("vote", "Emil", "operations:go"));
    QCOMPARE(play.refusal.detail, std::string("the seat operations is held by Olga"));
    QVERIFY(!play.give("submit_plan", "Emil"));
}

void RolloutWayTest::aStopIsTakenFromAnyoneOnAnyVersion()
{
    RolloutPlay play;
    play.toRunning(1);
    StepBody step;
    const flow::RolloutCommand c{"stop_intake", "anybody", Role::SupportAgent, "", "", 0, "", 1};
    const std::map<std::string, Instant> nobody;
    QVERIFY(flow::rolloutCommand(play.r(), c, {{}, {}, play.names, play.now, nobody}, step));
    GIVEN(play.give("stop_intake", "anybody", {}, 0, {}, {}, Role::SupportAgent));
    QCOMPARE(play.position(), std::string("paused_intake"));
    QCOMPARE(play.r().served.at(0).effectiveBp(), 0);
    QCOMPARE(play.r().served.at(0).stopped, IntakeDestination::Legacy);
    play.world.legacyHealthy = false;
    RolloutPlay sick;
    sick.toRunning(1);
    sick.world.legacyHealthy = false;
    QVERIFY(sick.give("stop_intake", "anybody"));
    QCOMPARE(sick.r().served.at(0).stopped, IntakeDestination::Park);
    QVERIFY(!sick.give("roll_back", "Ines"));
    QVERIFY(sick.refusal.detail.find("legacy_healthy") != std::string::npos);
}

void RolloutWayTest::oneSliceOfTwoStops()
{
    RolloutPlay play;
    play.toRunning(3);
    QVERIFY(!play.give("stop_intake", "Sami", "south"));
    QCOMPARE(play.refusal.code, Code::NotFound);
    GIVEN(play.give("stop_intake", "Sami", "everywhere"));
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QCOMPARE(play.r().served.at(0).effectiveBp(), 2'500);
    QCOMPARE(play.r().served.at(1).effectiveBp(), 0);
    GIVEN(play.give("stop_intake", "Sami", "north"));
    QCOMPARE(play.position(), std::string("paused_intake"));
}

void RolloutWayTest::reopeningNeedsVotesAndATrial()
{
    RolloutPlay play;
    play.toRunning(1);
    GIVEN(play.give("stop_intake", "Sami"));
    QVERIFY(!play.give("reopen_trial", "Ines"));
    QVERIFY(play.refusal.detail.find("engineering_and_operations_go") != std::string::npos);
    GIVEN(play.give("vote", "Emil", "engineering:go"));
    GIVEN(play.give("vote", "Olga", "operations:go"));
    QVERIFY(!play.give("reopen_intake", "Ines"));
    QCOMPARE(play.refusal.detail, std::string("reopen waits for: trial_10pct_15min"));
    GIVEN(play.give("reopen_trial", "Ines"));
    play.minutes(14);
    QVERIFY(play.r().control.trial);
    QVERIFY(!play.give("reopen_intake", "Ines"));
    play.minutes(1);
    QVERIFY(!play.r().control.trial);
    GIVEN(play.give("reopen_intake", "Ines"));
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QCOMPARE(play.r().served.at(0).effectiveBp(), 100);
    GIVEN(play.give("resume", "Ines"));
    QCOMPARE(play.position(), std::string("running_live"));
}

void RolloutWayTest::aTrialServesATenth()
{
    RolloutPlay play;
    play.toRunning(2);
    GIVEN(play.give("stop_intake", "Sami"));
    GIVEN(play.give("vote", "Emil", "engineering:go"));
    GIVEN(play.give("vote", "Olga", "operations:go"));
    GIVEN(play.give("reopen_trial", "Ines"));
    QCOMPARE(play.r().served.at(0).effectiveBp(), 50);
    play.gate("twice", GateVerdict::NoGo);  // any trigger ends it
    play.minutes(1);
    QVERIFY(!play.r().control.trial);
    QVERIFY(!play.r().trialPassed);
    QCOMPARE(play.r().served.at(0).effectiveBp(), 0);
}

void RolloutWayTest::narrowingLowersAndIsTakenBackByTheCommander()
{
    RolloutPlay play;
    play.toRunning(3);
    const std::uint32_t epoch = play.r().epoch;
    GIVEN(play.give("narrow", "Sami", "everywhere", 1'000));
    QCOMPARE(play.r().served.at(1).weightBp, 1'000);
    QCOMPARE(play.r().epoch, epoch + 1);
    GIVEN(play.give("narrow", "Sami", "north", 0, R"({"attribute":"channel","op":"eq","values":["app"]})"));
    QCOMPARE(play.r().served.at(0).excluded.size(), 1U);
    QCOMPARE(play.r().served.at(0).weightBp, 2'500);
    QVERIFY(!play.give("narrow", "Sami", "everywhere", 1'001));
    QCOMPARE(play.refusal.code, Code::Forbidden);
    QVERIFY(!play.give("narrow", "Ines", "everywhere", 2'501));
    GIVEN(play.give("narrow", "Ines", "everywhere", 2'500));
    QCOMPARE(play.r().served.at(1).weightBp, 2'500);
    GIVEN(play.give("narrow", "Ines", "north", 0, "[]"));
    QVERIFY(play.r().served.at(0).excluded.empty());
    GIVEN(play.give("narrow", "Sami", "north"));  // all of it
    QVERIFY(play.r().control.slices.at(0).excluded);
    QCOMPARE(play.r().served.at(0).effectiveBp(), 0);
}

void RolloutWayTest::stepBackServesTheStepBefore()
{
    RolloutPlay play;
    play.toRunning(2);
    GIVEN(play.give("stop_growth", "Sami"));
    QVERIFY(!play.give("step_back", "Ines", {}, 2));
    GIVEN(play.give("vote", "Emil", "engineering:go"));
    GIVEN(play.give("vote", "Olga", "operations:go"));
    QVERIFY(!play.give("step_back", "Ines", {}, 1));
    GIVEN(play.give("step_back", "Ines", {}, 2));
    QCOMPARE(play.position(), std::string("hold_live"));
    QCOMPARE(play.r().servedStep, 1);
    QCOMPARE(play.r().served.at(0).weightBp, 100);
}

void RolloutWayTest::rollbackServesNobody()
{
    RolloutPlay play;
    play.toRunning(3);
    QVERIFY(!play.give("roll_back", "Carla", {}, 0, {}, "it is bad"));  // proposes only
    QCOMPARE(play.refusal.code, Code::Forbidden);
    GIVEN(play.give("roll_back", "Emil", {}, 0, {}, "it is bad"));  // break-glass
    QCOMPARE(play.position(), std::string("rolling_back"));
    for (const auto& slice : play.r().served)
        QCOMPARE(slice.effectiveBp(), 0);
    play.minutes(2);
    QCOMPARE(play.position(), std::string("rolling_back"));
    play.world.rollback = flow::RollbackNow{true, 0, 0, false};
    play.minutes(1);
    QCOMPARE(play.position(), std::string("reconciling"));
    QVERIFY(!play.give("sign_off", "Ines"));
    GIVEN(play.give("sign", "Olga", "reconciliation"));
    GIVEN(play.give("sign", "Carla", "reconciliation"));
    GIVEN(play.give("sign_off", "Ines"));
    QVERIFY(!play.give("new_attempt", "Emil"));
    GIVEN(play.give("new_attempt", "Emil", {}, 0, "the mapping was wrong"));
    QCOMPARE(play.position(), std::string("draft"));
    QCOMPARE(play.r().control.run, 2);
    QVERIFY(play.r().routes());
    play.world.rollback.reset();
    QVERIFY(!rollout::binds(play.r().freezes.at(0), play.now));
    play.toRunning(1);
    QCOMPARE(play.r().served.at(0).weightBp, 100);
}

void RolloutWayTest::nothingWasEverLiveScrubs()
{
    RolloutPlay play;
    play.toHold();
    QVERIFY(!play.give("scrub", "Ines"));
    QCOMPARE(play.refusal.detail, std::string("scrub waits for: reason"));
    GIVEN(play.give("scrub", "Ines", {}, 0, {}, "another day"));
    QCOMPARE(play.position(), std::string("scrubbed"));
    QVERIFY(!play.give("rollout_note", "Ines", {}, 0, "too late"));
    play.write(smallPlan());  // the next rollout
    QCOMPARE(play.position(), std::string("draft"));
    QCOMPARE(play.r().control.run, 2);
}

void RolloutWayTest::whatWasSeenBeforeAMoveIsOld()
{
    RolloutPlay play;
    play.toHold();
    const Version seen = play.r().version;
    play.everyGo();  // votes do not move it
    const auto commit = [&](Version version) {
        StepBody step;
        const std::map<std::string, Instant> acted;
        return flow::rolloutCommand(play.r(), {"commit_step", "Ines", Role::Engineer, "", "", 0, "", version},
                                    {play.world, play.readings, play.names, play.now, acted}, step);
    };
    const auto old = commit(play.r().movedAt - 1);
    QVERIFY(!old);
    QCOMPARE(old.error().code, Code::Stale);
    QVERIFY(commit(seen));
}

QTEST_APPLESS_MAIN(RolloutWayTest)
#include "tst_rollout_way.moc"
