// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_meter.h"
#include "core/rollout/plan_hash.h"
#include "core/rollout/plan_json.h"
#include "core/statistics/histogram.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::flow;

namespace {

constexpr std::int64_t MinuteMs = 60'000;
constexpr std::int64_t First = 30'000'000;  // the minute in which the step is committed
constexpr Instant at(std::int64_t minute, std::int64_t ms = 0) { return {(First + minute) * MinuteMs + ms}; }

rollout::GatePlan gate(const char* id, const char* metric, rollout::GateKind kind)
{
    rollout::GatePlan g;
    g.id = id;
    g.metric = metric;
    g.kind = kind;
    g.threshold = 0.05;
    g.unit = "%";
    g.owner = Function::Engineering;
    g.blocker = true;
    g.maturity = Milliseconds{0};
    return g;
}

/// A rollout whose one step serves one slice, told by facts.
struct Told {
    Rollout rollout;
    Dictionary names;
    Seq seq = 0;

    explicit Told(std::vector<rollout::GatePlan> gates, int weightBp = 2'000)
    {
        rollout::RolloutPlan plan;
        plan.name = "Autumn";
        plan.salt = "s";
        plan.commander = "Ana";
        plan.steps.resize(1);
        plan.steps[0].phase = Phase::Canary;
        plan.steps[0].slices = {{"MG", {}, weightBp, 0, false}};
        plan.steps[0].gates = std::move(gates);
        PlanSet set;
        set.text = rollout::writePlan(plan);
        set.hash = rollout::planHash(plan);
        tell(set, at(-5));
        RolloutMoved moved;
        moved.event = names.intern<NameKind::Code>("commit");
        moved.state = RolloutState::Running;
        moved.step = 1;
        moved.live = moved.wasLive = true;
        moved.run = 1;
        moved.slices = {{SliceState::Open, false}};
        tell(moved, at(0, 10'000));
        serve(weightBp, at(0, 10'000));
    }
    void tell(FactBody body, Instant when)
    {
        StepBody step;
        step.at = when;
        step.facts.push_back({0, when, std::move(body)});
        applyRollout(rollout, step, ++seq, names);
    }
    void serve(int weightBp, Instant when)
    {
        tell(SliceServed{1, 1, static_cast<std::uint32_t>(weightBp), false, 0, {}, {}, {}}, when);
    }
};

ArmCount row(Metric metric, Arm arm, std::int64_t minute, std::int64_t n, std::int64_t bad = 0,
             std::int64_t sum = 0)
{
    return {metric, 0, packed({1, 1, 1, true, arm}), First + minute, n, bad, sum};
}

/// Rows as an hour of orders makes them: a fifth in the canary, failures now and then.
std::vector<ArmCount> anHour()
{
    std::vector<ArmCount> rows;
    for (std::int64_t minute = 0; minute < 60; ++minute)
        for (const Arm arm : {Arm::Canary, Arm::Control}) {
            const std::int64_t n = arm == Arm::Canary ? 20 : 80;
            rows.push_back(row(Metric::ArmOrders, arm, minute, n, 0, n * 100));
            rows.push_back(
                row(Metric::ArmHandoff, arm, minute, n, minute % (arm == Arm::Canary ? 5 : 2) == 0));
            rows.push_back(row(Metric::ArmRetries, arm, minute, n, 0, arm == Arm::Canary ? minute % 3 : 0));
            rows.push_back(row(Metric::ArmLatency, arm, minute, n, minute % 7 == 0, n * 30));
            ArmCount bucket = row(Metric::ArmLatencyBucket, arm, minute, n);
            bucket.bucket = static_cast<std::uint32_t>(statistics::Histogram::bucketOf(30));
            rows.push_back(bucket);
        }
    return rows;
}

std::vector<rollout::GatePlan> allKinds()
{
    auto retries = gate("retries", "retries", rollout::GateKind::Point);
    retries.threshold = 1.5;
    retries.window = Milliseconds{10 * MinuteMs};
    return {gate("handoff", "success.handoff", rollout::GateKind::Relative),
            gate("latency", "latency.p95", rollout::GateKind::Absolute), retries,
            gate("duplicates", "dup_effects", rollout::GateKind::Invariant)};
}

bool same(const GateReadings& a, const GateReadings& b)
{
    if (a.gates.size() != b.gates.size() || a.logESplit != b.logESplit || a.p95Lower != b.p95Lower ||
        a.canaryFailures != b.canaryFailures || a.failureBuckets != b.failureBuckets)
        return false;
    for (std::size_t i = 0; i < a.gates.size(); ++i) {
        const rollout::GateResult &x = a.gates[i].result, &y = b.gates[i].result;
        if (x.verdict != y.verdict || x.reason != y.reason || x.value != y.value || x.sample != y.sample ||
            x.logEHarm != y.logEHarm || x.logESafe != y.logESafe || a.gates[i].latched != b.gates[i].latched)
            return false;
    }
    return true;
}

}  // namespace

class RolloutMeterTest : public QObject {
    Q_OBJECT

private slots:
    void withoutAStepThereIsNothingToMeasure()
    {
        RolloutMeter meter;
        meter.follow(Rollout{});
        meter.take(row(Metric::ArmOrders, Arm::Canary, 1, 5));
        meter.advance(at(9));
        QVERIFY(!meter.board());
        QVERIFY(!meter.firstMinute());
        QVERIFY(meter.gates(Rollout{}, at(9)).gates.empty());
    }
    void theMinuteInWhichTheWeightChangedIsNoEvidence()
    {
        Told told({gate("handoff", "success.handoff", rollout::GateKind::Absolute)});
        RolloutMeter meter;
        meter.follow(told.rollout);
        QCOMPARE(*meter.firstMinute(), First);
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 0, 100, 50));
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 1, 10, 1));
        meter.advance(at(2));
        QCOMPARE(meter.board()->reading(0, 0).canary.n, 10);
        told.serve(4'000, at(2, 1));
        meter.follow(told.rollout);
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 2, 7, 0));
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 3, 5, 0));
        meter.advance(at(4));
        QCOMPARE(meter.board()->reading(0, 0).canary.n, 15);
        QCOMPARE(meter.board()->reading(0, 0).epochs.size(), 2UL);
        QCOMPARE(meter.board()->reading(0, 0).epochs[1].share, 0.4);
    }
    void aMinuteCountsWhenItIsOver()
    {
        Told told({gate("handoff", "success.handoff", rollout::GateKind::Absolute)});
        RolloutMeter meter;
        meter.follow(told.rollout);
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 5, 10, 1));
        meter.advance(at(5, MinuteMs - 1));
        QCOMPARE(meter.board()->reading(0, 0).canary.n, 0);
        meter.advance(at(6));
        QCOMPARE(meter.board()->reading(0, 0).canary.n, 10);
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 5, 0, 2));  // known later, counted where it belongs
        meter.advance(at(7));
        QCOMPARE(meter.board()->reading(0, 0).canary.x, 3);
    }
    void rowsOfOtherStepsRunsAndSlicesAreNotCounted()
    {
        Told told({gate("handoff", "success.handoff", rollout::GateKind::Absolute)});
        RolloutMeter meter;
        meter.follow(told.rollout);
        for (const ArmCell cell :
             {ArmCell{2, 1, 1, true, Arm::Canary}, ArmCell{1, 2, 1, true, Arm::Canary},
              ArmCell{1, 1, 2, true, Arm::Canary}, ArmCell{1, 1, 0, false, Arm::Control}})
            meter.take({Metric::ArmHandoff, 0, packed(cell), First + 1, 9, 9, 0});
        meter.advance(at(2));
        QCOMPARE(meter.board()->reading(0, 0).canary.n, 0);
    }
    void aRestartGivesTheSameVerdicts()
    {
        const auto rows = anHour();
        Told told(allKinds());
        RolloutMeter running;
        GateReadings before;
        for (std::int64_t minute = 0; minute < 61; ++minute) {
            before = running.gates(told.rollout, at(minute));
            for (const ArmCount& one : rows)
                if (one.minute == First + minute)
                    running.take(one);
        }
        RolloutMeter restarted;
        restarted.follow(told.rollout);
        for (const ArmCount& one : rows)
            restarted.take(one);
        const GateReadings after = restarted.gates(told.rollout, at(60));
        QVERIFY(before.gates[0].result.sample > 1'000);
        QVERIFY(same(before, after));
        QCOMPARE(after.gates[2].result.verdict,
                 GateVerdict::Go);  // a point gate that was within for its window
        QCOMPARE(after.gates[3].result.verdict, GateVerdict::Go);
    }
    void anInvariantIsJudgedOnceOrdersAreThere()
    {
        Told told(allKinds());
        RolloutMeter meter;
        QCOMPARE(meter.gates(told.rollout, at(1)).gates[3].result.reason, InconclusiveReason::NoData);
        meter.take(row(Metric::ArmOrders, Arm::Canary, 1, 1));
        QCOMPARE(meter.gates(told.rollout, at(2)).gates[3].result.verdict, GateVerdict::Go);
        meter.take(row(Metric::ArmDuplicateEffects, Arm::Canary, 1, 0, 1));
        QCOMPARE(meter.gates(told.rollout, at(3)).gates[3].result.verdict, GateVerdict::NoGo);
    }
    void whatAGateHasProvedIsRememberedByTheRollout()
    {
        Told told(allKinds());
        GateTurned turned;
        turned.gate = told.names.intern<NameKind::Code>("handoff");
        turned.slice = 1;
        turned.verdict = GateVerdict::NoGo;
        turned.latched = true;
        told.tell(turned, at(1));
        RolloutMeter meter;
        QVERIFY(meter.gates(told.rollout, at(2)).gates[0].latched);
        QVERIFY(!meter.gates(told.rollout, at(2)).gates[1].latched);
    }
    void aSplitThatDoesNotFitIsToldAndHoldsTheGates()
    {
        Told told({gate("handoff", "success.handoff", rollout::GateKind::Relative)});
        RolloutMeter meter;
        meter.follow(told.rollout);
        for (const Arm arm : {Arm::Canary, Arm::Control}) {  // half, where a fifth was planned
            meter.take(row(Metric::ArmOrders, arm, 1, 500));
            meter.take(row(Metric::ArmHandoff, arm, 1, 500, 5));
        }
        const GateReadings readings = meter.gates(told.rollout, at(2));
        QVERIFY(readings.logESplit && *readings.logESplit > 6.9);
        QCOMPARE(readings.gates[0].result.reason, InconclusiveReason::Srm);
    }
    void failuresAreKnownByTheirFiveMinutes()
    {
        Told told({gate("handoff", "success.handoff", rollout::GateKind::Relative)});
        RolloutMeter meter;
        meter.follow(told.rollout);
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 1, 10, 3));
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 2, 10, 1));
        meter.take(row(Metric::ArmHandoff, Arm::Control, 20, 10, 1));
        meter.take(row(Metric::ArmHandoff, Arm::Canary, 12, 10, 2));
        const GateReadings readings = meter.gates(told.rollout, at(30));
        QCOMPARE(readings.canaryFailures, 6);
        QCOMPARE(readings.failureBuckets, 2);
        QCOMPARE(readings.canaryHarm.front().failures.n, 7);
    }
    void whatIsToldGrowsStale()
    {
        auto accuracy = gate("reconciliation", "recon_acc", rollout::GateKind::Point);
        accuracy.compare = rollout::Compare::AtLeast;
        accuracy.threshold = 0.999;
        accuracy.window = Milliseconds{0};
        Told told({accuracy});
        RolloutMeter meter;
        QCOMPARE(meter.gates(told.rollout, at(1)).gates[0].result.reason, InconclusiveReason::NoData);
        meter.tellPoint("recon_acc", 0.9995, at(2));
        QCOMPARE(meter.gates(told.rollout, at(2)).gates[0].result.verdict, GateVerdict::Go);
        QCOMPARE(meter.gates(told.rollout, at(5)).gates[0].result.verdict, GateVerdict::Go);
        QCOMPARE(meter.gates(told.rollout, at(6)).gates[0].result.reason, InconclusiveReason::StaleData);
    }
};

QTEST_APPLESS_MAIN(RolloutMeterTest)
#include "tst_rollout_meter.moc"
