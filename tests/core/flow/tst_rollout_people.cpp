// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_json.h"
#include "tests/support/rollout_play.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

#define GIVEN(call) QVERIFY2(call, play.refusal.detail.c_str())

/// What needs a second person, and who commands.
class RolloutPeopleTest : public QObject {
    Q_OBJECT

private slots:
    void anOverrideCountsForItsStepAndNeverForAnInvariant();
    void aLockedThresholdNeedsTwoPeople();
    void commandPasses();
    void anAcknowledgedGateOpensTheStep();
};

void RolloutPeopleTest::anOverrideCountsForItsStepAndNeverForAnInvariant()
{
    const std::string why = "the vendor counts them twice, see 4711";
    RolloutPlay play;
    play.toRunning(1);
    play.bakeStep();
    play.gates(GateVerdict::Go);
    play.gate("latency", GateVerdict::Inconclusive);
    QVERIFY(!play.give("commit_step", "Ines"));
    QVERIFY(!play.give("override", "Emil", "latency", 0, "Small|Olga", why));
    QVERIFY(!play.give("override", "Ines", "latency", 0, "Smal|Olga", why));
    QVERIFY(!play.give("override", "Ines", "latency", 0, "Small|Ines", why));
    QVERIFY(!play.give("override", "Ines", "latency", 0, "Small|Olga", "too short"));
    QVERIFY(!play.give("override", "Ines", "twice", 0, "Small|Olga", why));
    QVERIFY(!play.give("override", "Ines", "nothing", 0, "Small|Olga", why));
    GIVEN(play.give("override", "Ines", "latency", 0, "Small|Olga", why));
    play.gate("errors", GateVerdict::Inconclusive);
    QVERIFY(!play.give("commit_step", "Ines"));  // what it does not name must be GO
    play.gates(GateVerdict::Go);
    play.gate("latency", GateVerdict::Inconclusive);
    QVERIFY(!play.give("commit_step", "Ines"));
    QCOMPARE(play.refusal.detail, std::string("commit waits for: owners_on_call"));
    GIVEN(play.give("rollout_note", "Emil", {}, 0, "here"));
    GIVEN(play.give("rollout_note", "Olga", {}, 0, "here"));
    GIVEN(play.give("commit_step", "Ines"));
    QVERIFY(!play.r().armed);
}

void RolloutPeopleTest::aLockedThresholdNeedsTwoPeople()
{
    RolloutPlay play;
    play.toRunning(1);
    play.minutes(20);
    auto plan = smallPlan();
    plan.steps[0].gates[0].threshold = 0.06;
    const std::string text = rollout::writePlan(plan);
    QVERIFY(!play.give("set_plan", "Emil", "Olga", 0, text, "too strict"));
    QVERIFY(!play.give("set_plan", "Ines", "", 0, text, "too strict"));
    QVERIFY(!play.give("set_plan", "Ines", "Ines", 0, text, "too strict"));
    QVERIFY(!play.give("set_plan", "Ines", "Olga", 0, text));
    plan.steps[1].slices[0].weightBp = 600;
    QVERIFY(!play.give("set_plan", "Ines", "Olga", 0, rollout::writePlan(plan), "too strict"));
    GIVEN(play.give("set_plan", "Ines", "Olga", 0, text, "too strict"));
    QCOMPARE(*play.r().plan->steps[0].gates[0].threshold, 0.06);
    QCOMPARE(play.r().bake.baked.count(), qint64{0});
    QCOMPARE(play.position(), std::string("running_live"));
}

void RolloutPeopleTest::commandPasses()
{
    RolloutPlay play;
    play.toRunning(1);
    QVERIFY(!play.give("offer_command", "Emil", "Olga"));
    GIVEN(play.give("offer_command", "Ines", "Olga"));
    QVERIFY(!play.give("accept_command", "Emil"));
    play.minutes(1);
    QVERIFY(!play.give("accept_command", "Olga"));  // the offer lives 60 s
    GIVEN(play.give("offer_command", "Ines", "Olga"));
    GIVEN(play.give("accept_command", "Olga"));
    QCOMPARE(play.r().post.commander, std::string("Olga"));
    QVERIFY(!play.give("scrub", "Ines", {}, 0, {}, "mine"));
    QVERIFY(!play.give("take_command", "Dario"));  // she is there
    play.minutes(16);
    GIVEN(play.give("take_command", "Dario"));
    QCOMPARE(play.r().post.commander, std::string("Dario"));
    QCOMPARE(play.r().post.deputy, std::string());
}

void RolloutPeopleTest::anAcknowledgedGateOpensTheStep()
{
    RolloutPlay play;
    play.toRunning(1);
    play.gate("told", GateVerdict::NoGo);
    play.minutes(65);
    QCOMPARE(play.position(), std::string("running_live"));
    QVERIFY(!play.give("acknowledge_gate", "Emil", "told"));
    QVERIFY(play.refusal.detail.find("Sami") != std::string::npos);
    GIVEN(play.give("acknowledge_gate", "Sami", "told"));
    QCOMPARE(play.position(), std::string("hold_live"));
}

QTEST_APPLESS_MAIN(RolloutPeopleTest)
#include "tst_rollout_people.moc"
