// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_json.h"
#include "tests/support/rollout_play.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

#define GIVEN(call) QVERIFY2(call, play.refusal.detail.c_str())

/// What the engine does by itself, each minute and at deadlines.
class RolloutMinuteTest : public QObject {
    Q_OBJECT

private slots:
    void aQuietMinuteWritesNothing();
    void gatesAreToldWhenTheyTurnAlone();
    void noDataHolds();
    void aNoGoPausesGrowthAndServesOn();
    void aGateOfHarderPolicyStopsIntake();
    void anInvariantStopsAndProposesAndRollsBack();
    void theProposalIsStoppedByCommanderOrDeputy();
    void anOpenBreakerStopsIntakeAfterTenMinutes();
    void aTriggerClearsAfterTwoLooks();
    void resumeWaitsForTheCooldown();
    void theThirdPauseOfTheEngineNeedsAPoll();
    void aNoGoVotePausesInTheSameTurn();
    void aStepCompletesWhenItHasBakedAndNotBefore();
    void staleDataStopsTheBakeClock();
    void aRestartDoesNotBake();
    void anEndlessBakeTimesOut();
    void votesGoOldByTimeAndByEvidence();
    void aPollOfAllThatIsNotGoFails();
    void aStoppedIntakeIsProposedToRollBackAfterTwoHours();
    void anAbsentCommandPausesWhereSomebodyListens();
    void aHardFreezeIsEnforcedFromItsStart();
    void darkStepsWaitForTheirReport();
};

void RolloutMinuteTest::aQuietMinuteWritesNothing()
{
    RolloutPlay play;
    play.toRunning(1);
    play.gates(GateVerdict::Inconclusive);
    play.minutes();
    const std::size_t before = play.steps.size();
    play.minutes(8);
    QCOMPARE(play.steps.size(), before);
    play.minutes(2);  // the bake clock is noted each ten minutes
    QCOMPARE(play.steps.size(), before + 1);
    QCOMPARE(play.steps.back().facts.size(), 1U);
}

void RolloutMinuteTest::gatesAreToldWhenTheyTurnAlone()
{
    RolloutPlay play;
    play.toRunning(1);
    QCOMPARE(play.r().gates.at({"errors", 1}).verdict, GateVerdict::Go);
    play.gate("errors", GateVerdict::NoGo, true);
    play.minutes();
    QVERIFY(play.r().gates.at({"errors", 1}).latched);
    const auto turned = [&] {
        int n = 0;
        for (const StepBody& step : play.steps)
            for (const Fact& fact : step.facts)
                n += std::holds_alternative<GateTurned>(fact.body);
        return n;
    };
    const int before = turned();
    play.minutes(5);
    QCOMPARE(turned(), before);
}

void RolloutMinuteTest::noDataHolds()
{
    RolloutPlay play;
    play.toHold();
    play.commit();
    play.readings = {};
    play.minutes(60 * 24);
    QCOMPARE(play.position(), std::string("running_live"));
    QCOMPARE(play.r().bake.baked.count(), qint64{0});  // it neither advances nor goes back
}

void RolloutMinuteTest::aNoGoPausesGrowthAndServesOn()
{
    RolloutPlay play;
    play.toRunning(2);
    play.gate("errors", GateVerdict::NoGo);
    play.minutes();
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QCOMPARE(play.r().served.at(0).effectiveBp(), 500);
    QVERIFY(play.r().isTriggered(Trigger::A1));
    QCOMPARE(play.r().movedBy, std::string());
    QCOMPARE(play.r().reason, std::string("a1"));
}

void RolloutMinuteTest::aGateOfHarderPolicyStopsIntake()
{
    for (const auto policy : {rollout::OnNoGo::StopIntake, rollout::OnNoGo::Rollback}) {
        RolloutPlay play;
        auto plan = smallPlan();
        plan.steps[0].gates[0].onNoGo = policy;
        play.write(plan);
        play.toRunning(1);
        play.gate("errors", GateVerdict::NoGo);
        play.minutes();
        QCOMPARE(play.position(), std::string("paused_intake"));
        QCOMPARE(play.r().proposal.has_value(), policy == rollout::OnNoGo::Rollback);
    }
}

void RolloutMinuteTest::anInvariantStopsAndProposesAndRollsBack()
{
    RolloutPlay play;
    play.toRunning(2);
    play.gate("twice", GateVerdict::NoGo);
    play.minutes();
    QCOMPARE(play.position(), std::string("paused_intake"));
    QVERIFY(play.r().proposal);
    QVERIFY(play.r().proposal->executes);
    play.minutes(9);
    QCOMPARE(play.position(), std::string("paused_intake"));
    play.minutes(1);
    QCOMPARE(play.position(), std::string("rolling_back"));
    QVERIFY(!play.r().proposal);
}

void RolloutMinuteTest::theProposalIsStoppedByCommanderOrDeputy()
{
    RolloutPlay play;
    play.toRunning(2);
    play.world.violated = {"lost_orders"};
    play.minutes();
    QVERIFY(!play.give("stop_proposal", "Emil"));
    QVERIFY(play.refusal.detail.find("Ines") != std::string::npos);
    GIVEN(play.give("stop_proposal", "Dario"));
    play.minutes(30);
    QCOMPARE(play.position(), std::string("paused_intake"));
    QVERIFY(!play.give("stop_proposal", "Dario"));
}

void RolloutMinuteTest::anOpenBreakerStopsIntakeAfterTenMinutes()
{
    RolloutPlay play;
    play.toRunning(1);
    play.world.breakerOpen = Milliseconds{10 * 60'000};
    play.minutes();
    QCOMPARE(play.position(), std::string("running_live"));
    play.world.legacyHealthy = false;  // it would be no better off there
    play.world.breakerOpen = Milliseconds{10 * 60'000 + 1};
    play.minutes();
    QCOMPARE(play.position(), std::string("running_live"));
    play.world.legacyHealthy = true;
    play.minutes();
    QCOMPARE(play.position(), std::string("paused_intake"));
    QCOMPARE(play.r().control.autoPauses, 1);
}

void RolloutMinuteTest::aTriggerClearsAfterTwoLooks()
{
    RolloutPlay play;
    play.toRunning(1);
    play.gate("errors", GateVerdict::NoGo);
    play.minutes();
    play.gates(GateVerdict::Go);
    play.minutes();
    QVERIFY(play.r().isTriggered(Trigger::A1));
    play.minutes();
    QVERIFY(!play.r().isTriggered(Trigger::A1));
    play.gate("errors", GateVerdict::NoGo);
    play.minutes();
    play.gates(GateVerdict::Go);
    play.minutes();
    play.restart();  // what was counted is forgotten: it is counted again
    play.look();
    QVERIFY(play.r().isTriggered(Trigger::A1));
    play.minutes();
    QVERIFY(!play.r().isTriggered(Trigger::A1));
}

void RolloutMinuteTest::resumeWaitsForTheCooldown()
{
    RolloutPlay play;
    play.toRunning(1);
    play.gate("errors", GateVerdict::NoGo);
    play.minutes();
    QVERIFY(!play.give("resume", "Ines"));
    QVERIFY(play.refusal.detail.find("no_active_trigger") != std::string::npos);
    play.gates(GateVerdict::Go);
    play.minutes(2);
    play.minutes(14);
    QVERIFY(!play.give("resume", "Ines"));
    QCOMPARE(play.refusal.detail, std::string("resume waits for: cooldown"));
    play.minutes(1);
    GIVEN(play.give("resume", "Ines"));
    QCOMPARE(play.position(), std::string("running_live"));
}

void RolloutMinuteTest::theThirdPauseOfTheEngineNeedsAPoll()
{
    RolloutPlay play;
    play.toRunning(1);
    for (int pause = 1; pause <= 3; ++pause) {
        play.gate("errors", GateVerdict::NoGo);
        play.minutes();
        QCOMPARE(play.r().control.autoPauses, pause);
        play.gates(GateVerdict::Go);
        play.minutes(17);
        if (pause < 3)
            GIVEN(play.give("resume", "Ines"));
    }
    QVERIFY(!play.give("resume", "Ines"));
    QCOMPARE(play.refusal.detail, std::string("resume waits for: full_poll_if_third"));
    play.everyGo();
    QVERIFY(!play.give("resume", "Ines"));  // and a root cause
    GIVEN(play.give("sign", "Emil", "root_cause", 0, "the mapping"));
    GIVEN(play.give("resume", "Ines"));
}

void RolloutMinuteTest::aNoGoVotePausesInTheSameTurn()
{
    RolloutPlay play;
    play.toRunning(1);
    QVERIFY(!play.give("vote", "Olga", "operations:no_go"));  // without words
    GIVEN(play.give("vote", "Olga", "operations:no_go", 0, "the dock is full"));
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QVERIFY(play.r().isTriggered(Trigger::A7));
    play.minutes(3);
    QVERIFY(!play.r().isTriggered(Trigger::A7));  // votes ended with the pause
}

void RolloutMinuteTest::aStepCompletesWhenItHasBakedAndNotBefore()
{
    RolloutPlay play;
    play.toRunning(1);
    play.minutes(59);
    QCOMPARE(play.position(), std::string("running_live"));
    play.gates(GateVerdict::Inconclusive, InconclusiveReason::WideInterval);
    play.minutes(5);
    QCOMPARE(play.position(), std::string("running_live"));
    play.gates(GateVerdict::Go);
    play.minutes(1);
    QCOMPARE(play.position(), std::string("hold_live"));
    QCOMPARE(play.r().control.step, 2);
    QVERIFY(play.r().poll.votes.empty());
}

void RolloutMinuteTest::staleDataStopsTheBakeClock()
{
    RolloutPlay play;
    auto plan = smallPlan();
    for (auto& gate : plan.steps[0].gates)
        gate.onNoGo = rollout::OnNoGo::PauseExpansion;
    play.write(plan);
    play.toRunning(1);
    play.minutes(30);
    QCOMPARE(play.r().bake.baked.count(), qint64{30 * 60'000});
    play.gates(GateVerdict::Inconclusive, InconclusiveReason::StaleData);
    play.minutes(1);
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QVERIFY(play.r().isTriggered(Trigger::A2));
    play.minutes(10);
    QCOMPARE(play.r().bake.baked.count(), qint64{30 * 60'000});
}

void RolloutMinuteTest::aRestartDoesNotBake()
{
    RolloutPlay play;
    play.toRunning(1);
    play.minutes(20);
    play.restart();
    play.now = play.now + Milliseconds{9 * 60'000};
    play.look();
    QCOMPARE(play.r().bake.baked.count(), qint64{20 * 60'000});
    play.minutes(39);
    QCOMPARE(play.position(), std::string("running_live"));
    play.minutes(1);
    QCOMPARE(play.position(), std::string("hold_live"));
}

void RolloutMinuteTest::anEndlessBakeTimesOut()
{
    RolloutPlay play;
    auto plan = smallPlan();
    plan.steps[0].maxBake = Milliseconds{2 * 3'600'000};
    play.write(plan);
    play.toRunning(1);
    play.gates(GateVerdict::Inconclusive, InconclusiveReason::WideInterval);
    play.minutes(119);
    QCOMPARE(play.position(), std::string("running_live"));
    play.minutes(1);
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QCOMPARE(play.r().reason, std::string("bake_timeout"));
}

void RolloutMinuteTest::votesGoOldByTimeAndByEvidence()
{
    RolloutPlay play;
    play.toHold();
    GIVEN(play.give("vote", "Emil", "engineering:go"));
    play.minutes(29);
    QCOMPARE(play.r().poll.votes.size(), 1U);
    play.minutes(1);
    QVERIFY(play.r().poll.votes.empty());
    QCOMPARE(play.count("vote_expired"), 1);
    play.everyGo();
    play.world.build = "another";
    QVERIFY(!play.give("commit_step", "Ines"));  // before anything was told
    QCOMPARE(play.refusal.detail, std::string("commit waits for: poll_go_or_override"));
    play.minutes(1);
    QCOMPARE(play.count("evidence_changed"), 1);
    play.commit();
    QCOMPARE(play.position(), std::string("running_live"));
}

void RolloutMinuteTest::aPollOfAllThatIsNotGoFails()
{
    RolloutPlay play;
    play.toHold();
    play.everyGo();
    GIVEN(play.give("vote", "Sami", "support:no_go", 0, "nobody is trained"));
    play.minutes(14);
    QCOMPARE(play.count("poll_fail"), 0);
    play.minutes(1);
    QCOMPARE(play.count("poll_fail"), 1);
    QVERIFY(play.r().poll.votes.empty());
    QCOMPARE(play.position(), std::string("hold_first"));
}

void RolloutMinuteTest::aStoppedIntakeIsProposedToRollBackAfterTwoHours()
{
    RolloutPlay play;
    play.toRunning(1);
    GIVEN(play.give("stop_intake", "Sami"));
    play.minutes(60);
    QVERIFY(!play.r().isTriggered(Trigger::C3));
    play.minutes(1);
    QVERIFY(play.r().isTriggered(Trigger::C3));
    play.minutes(59);
    QVERIFY(!play.r().proposal);
    play.minutes(1);
    QVERIFY(play.r().proposal);
    play.minutes(60);
    QCOMPARE(play.position(), std::string("paused_intake"));  // a proposal for people: nothing runs by itself
}

void RolloutMinuteTest::anAbsentCommandPausesWhereSomebodyListens()
{
    RolloutPlay play;
    play.toRunning(1);
    play.gates(GateVerdict::Inconclusive);
    play.minutes(60);
    QCOMPARE(play.position(), std::string("running_live"));  // nobody listens: nothing is known
    play.world.seen = {{"Ines", play.now}, {"Dario", play.now}};
    play.minutes(15);
    QCOMPARE(play.position(), std::string("running_live"));
    play.minutes(1);
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QVERIFY(play.r().isTriggered(Trigger::A6));
}

void RolloutMinuteTest::aHardFreezeIsEnforcedFromItsStart()
{
    RolloutPlay play;
    play.toRunning(1);
    play.gates(GateVerdict::Inconclusive);
    const std::string span =
        toText(play.now + Milliseconds{5 * 60'000}) + "|" + toText(play.now + Milliseconds{60 * 60'000});
    QVERIFY(!play.give("freeze", "Emil", "hard:approved", 0, span, "peak"));
    QVERIFY(!play.give("freeze", "Ines", "hard:approved", 0, span));  // without a reason
    GIVEN(play.give("freeze", "Ines", "hard:approved", 0, span, "peak"));
    play.minutes(4);
    QCOMPARE(play.position(), std::string("running_live"));
    play.minutes(1);
    QCOMPARE(play.position(), std::string("paused_expansion"));
    QCOMPARE(play.r().freezes.at(1).state, FreezeState::Enforced);
    GIVEN(play.give("freeze", "Ines", "hard:lifted", 2));
    play.minutes(2);
    QVERIFY(!play.r().isTriggered(Trigger::A6));
}

void RolloutMinuteTest::darkStepsWaitForTheirReport()
{
    RolloutPlay play;
    auto plan = smallPlan();
    rollout::RolloutStep dark;
    dark.phase = Phase::Shadow;
    dark.minBake = Milliseconds{3'600'000};
    dark.slices = plan.steps[2].slices;
    plan.steps.insert(plan.steps.begin(), dark);
    play.write(plan);
    play.toHold();
    play.commit();
    QCOMPARE(play.position(), std::string("running_shadow"));
    QVERIFY(play.r().control.mirroring);
    for (const auto& slice : play.r().served)
        QCOMPARE(slice.effectiveBp(), 0);
    play.minutes(70);
    QCOMPARE(play.position(), std::string("running_shadow"));
    play.world.lacks = {"three_days"};
    play.minutes(1);
    QCOMPARE(play.position(), std::string("running_shadow"));
    play.world.lacks = std::vector<std::string>{};
    play.minutes(1);
    QCOMPARE(play.position(), std::string("hold_shadow"));
    GIVEN(play.give("stop_intake", "Sami"));
    QCOMPARE(play.position(), std::string("paused_shadow"));
    QVERIFY(!play.r().control.mirroring);
    QVERIFY(!play.give("roll_back", "Ines"));  // nothing was ever live
}

QTEST_APPLESS_MAIN(RolloutMinuteTest)
#include "tst_rollout_minute.moc"
