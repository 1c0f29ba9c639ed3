// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_metrics.h"
#include "core/orders/apply.h"
#include "core/statistics/histogram.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::flow;

namespace {

constexpr Instant Start{1'800'000'000'000};
constexpr std::int64_t Minute = Start.ms / 60'000;

/// An order that is told fact by fact, as the engine folds it.
struct Told {
    Order order;
    Dictionary names;
    Seq seq = 0;
    std::vector<ArmCount> counts;

    explicit Told(Arm arm, bool inSample = true, bool hashed = true)
    {
        order.id = EntityId{5, 1, EntityKind::Order};
        order.placedAt = Start;
        order.header.total = 1'990;
        RolloutAssigned f;
        f.rollout = EntityId{7, 0, EntityKind::Rollout};
        f.run = 3;
        f.step = 2;
        f.slice = 1;
        f.hashed = hashed;
        f.arm = arm;
        f.inSample = inSample;
        f.destination = arm == Arm::Canary ? IntakeDestination::NewPath : IntakeDestination::Legacy;
        tell({Fact{0, Start, f}}, Start);
    }
    void tell(std::vector<Fact> facts, Instant at)
    {
        StepBody step;
        step.at = at;
        step.source = std::to_string(seq);
        step.facts = std::move(facts);
        orders::applyStep(order, step, ++seq);
        counts.clear();
        orderMetrics(order, step, names, counts);
    }
    void problem(Stage stage, Instant at, bool blocking = true,
                 ExceptionKind kind = ExceptionKind::FailedOrder)
    {
        ProblemRaised f;
        f.category = kind;
        f.stage = stage;
        f.blocking = blocking;
        f.code = names.intern<NameKind::Code>("p" + std::to_string(seq));
        tell({Fact{0, at, f}}, at);
    }
    [[nodiscard]] const ArmCount* of(Metric metric) const
    {
        const auto found = std::find_if(counts.begin(), counts.end(),
                                        [metric](const ArmCount& c) { return c.metric == metric; });
        return found == counts.end() ? nullptr : &*found;
    }
};

bool is(const ArmCount* count, std::int64_t n, std::int64_t bad, std::int64_t sum = 0)
{
    return count && count->n == n && count->bad == bad && count->sum == sum;
}

}  // namespace

class OrderMetricsTest : public QObject {
    Q_OBJECT

private slots:
    void anAssignmentIsAnInstanceOfEveryMetric()
    {
        const Told told(Arm::Canary);
        QVERIFY(is(told.of(Metric::ArmOrders), 1, 0, 1'990));
        for (const Metric metric : {Metric::ArmAcceptance, Metric::ArmAllocation, Metric::ArmHandoff,
                                    Metric::ArmConfirmation, Metric::ArmExceptions, Metric::ArmRetries})
            QVERIFY2(is(told.of(metric), 1, 0), std::string(name(metric)).c_str());
        QVERIFY(!told.of(Metric::ArmOutOfSample));
        const ArmCell cell = armCell(told.of(Metric::ArmOrders)->cell);
        QVERIFY((cell == ArmCell{3, 2, 1, true, Arm::Canary}));
        QCOMPARE(told.of(Metric::ArmOrders)->minute, Minute);
    }
    void outOfTheSampleItIsCountedAsThatAlone()
    {
        Told told(Arm::Canary, false);
        QVERIFY(is(told.of(Metric::ArmOrders), 1, 0, 1'990));
        QVERIFY(is(told.of(Metric::ArmOutOfSample), 1, 0));
        QCOMPARE(told.counts.size(), 2UL);
        told.problem(Stage::Handoff, Start);
        QVERIFY(told.counts.empty());
    }
    void whatWasNotHashedIsNotCounted() { QVERIFY(Told(Arm::Control, false, false).counts.empty()); }
    void aStageThatFailsTwiceIsBadOnceInTheMinuteOfAssignment()
    {
        Told told(Arm::Canary);
        told.problem(Stage::Handoff, Start + Milliseconds{3'600'000});
        QVERIFY(is(told.of(Metric::ArmHandoff), 0, 1));
        QVERIFY(is(told.of(Metric::ArmExceptions), 0, 1));
        QCOMPARE(told.of(Metric::ArmHandoff)->minute, Minute);
        told.problem(Stage::Handoff, Start + Milliseconds{7'200'000});
        QVERIFY(told.counts.empty());
        told.problem(Stage::Confirmation, Start + Milliseconds{7'200'000});
        QVERIFY(is(told.of(Metric::ArmConfirmation), 0, 1));
        QVERIFY(!told.of(Metric::ArmExceptions));
    }
    void aProblemThatHoldsNothingIsAnExceptionAndNoFailure()
    {
        Told told(Arm::Canary);
        told.problem(Stage::Allocation, Start, false);
        QVERIFY(is(told.of(Metric::ArmExceptions), 0, 1));
        QVERIFY(!told.of(Metric::ArmAllocation));
    }
    void aDuplicateEffectIsAViolation()
    {
        Told told(Arm::Canary);
        told.problem(Stage::Handoff, Start, false, ExceptionKind::DuplicateEffect);
        QVERIFY(is(told.of(Metric::ArmDuplicateEffects), 0, 1));
    }
    void aDecisionIsSlowAboveASecond_data()
    {
        QTest::addColumn<int>("took");
        QTest::addColumn<int>("bad");
        QTest::newRow("at the limit") << 1'000 << 0;
        QTest::newRow("above it") << 1'001 << 1;
    }
    void aDecisionIsSlowAboveASecond()
    {
        QFETCH(int, took);
        QFETCH(int, bad);
        Told told(Arm::Canary);
        RoutingDecided none;
        told.tell({Fact{0, Start, none}}, Start + Milliseconds{5});
        QVERIFY(!told.of(Metric::ArmLatency));  // no node can: it is not decided
        RoutingDecided decided;
        decided.round = 1;
        decided.legs = 1;
        told.tell({Fact{0, Start, decided}}, Start + Milliseconds{took});
        QVERIFY(is(told.of(Metric::ArmLatency), 1, bad, took));
        const ArmCount* bucket = told.of(Metric::ArmLatencyBucket);
        QVERIFY(bucket);
        QVERIFY(statistics::Histogram::edgeOf(bucket->bucket) >= took);
        QCOMPARE(metricOf(bucket->series()), Metric::ArmLatencyBucket);
        QCOMPARE(bucketOf(bucket->series()), bucket->bucket);
        decided.round = 2;
        told.tell({Fact{0, Start, decided}}, Start + Milliseconds{9'000});
        QVERIFY(!told.of(Metric::ArmLatency));
    }
    void callsAndRetriesAreCountedAsTheyCome()
    {
        Told told(Arm::Canary);
        Attempted call;
        call.attempt = 1;
        call.cls = FailureClass::Transport;
        call.outcome = AttemptOutcome::NotSent;
        Attempted again = call;
        again.attempt = 2;
        again.cls = FailureClass::None;
        again.outcome = AttemptOutcome::Done;
        Attempted question = again;
        question.asked = true;
        EffectPlanned planned;
        planned.outbox = 9;
        told.tell({Fact{1, Start, planned}}, Start);
        told.tell({Fact{1, Start, call}}, Start);
        QVERIFY(is(told.of(Metric::ArmCalls), 1, 1));
        QVERIFY(!told.of(Metric::ArmRetries));
        told.tell({Fact{1, Start, question}}, Start);
        QVERIFY(told.counts.empty());
        told.tell({Fact{1, Start, again}}, Start);
        QVERIFY(is(told.of(Metric::ArmCalls), 1, 0));
        QVERIFY(is(told.of(Metric::ArmRetries), 0, 0, 1));
    }
    void legacyIsJudgedByItsFirstWord()
    {
        Told told(Arm::Control);
        const auto say = [&](const char* id, const char* word) {
            LegacyOutcome f;
            f.id = id;
            f.outcome = told.names.intern<NameKind::Code>(word);
            told.tell({Fact{0, Start, f}}, Start + Milliseconds{60'000});
        };
        say("1", "out_of_stock");
        QVERIFY(is(told.of(Metric::ArmAllocation), 0, 1));
        QVERIFY(is(told.of(Metric::ArmExceptions), 0, 1));
        QVERIFY(is(told.of(Metric::ArmFinished), 1, 0));
        say("2", "failed");
        QVERIFY(told.counts.empty());
        Told well(Arm::Control);
        LegacyOutcome shipped;
        shipped.outcome = well.names.intern<NameKind::Code>("shipped");
        well.tell({Fact{0, Start, shipped}}, Start);
        QCOMPARE(well.counts.size(), 1UL);
        QVERIFY(is(well.of(Metric::ArmFinished), 1, 0));
    }
    void legacysLatencyIsByTheClocksOfItsSources()
    {
        Told told(Arm::Control);
        LegacyDecided f;
        f.id = "d";
        told.tell({Fact{1, Start + Milliseconds{1'500}, f}}, Start + Milliseconds{90'000});
        QVERIFY(is(told.of(Metric::ArmLatency), 1, 1, 1'500));
    }
};

QTEST_APPLESS_MAIN(OrderMetricsTest)
#include "tst_order_metrics.moc"
