// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/gate.h"

#include <QTest>
#include <cmath>

using namespace holdpoint;
using namespace holdpoint::rollout;
using statistics::Trials;

namespace {

constexpr Instant Now{1'800'000'000'000};
constexpr Milliseconds Minute{60'000};

GatePlan plan(GateKind kind, double threshold)
{
    GatePlan g;
    g.id = "g";
    g.kind = kind;
    g.threshold = threshold;
    g.blocker = true;
    g.tOpt = kind == GateKind::Absolute ? 2000 : 0;
    return g;
}
GatePlan ratio()
{
    GatePlan g = plan(GateKind::Relative, 0);
    g.threshold.reset();
    return g;
}
GateReading fresh()
{
    GateReading r;
    r.watermark = Now;
    return r;
}
GateReading rates(Trials canary, Trials control = {})
{
    GateReading r = fresh();
    r.canary = canary;
    r.control = control;
    return r;
}
/// Failures of both arms, the orders behind them, at 10 % share.
GateReading failures(std::int64_t inCanary, std::int64_t all, double share = 0.1)
{
    GateReading r = rates({inCanary, 1'000}, {all - inCanary, 9'000});
    r.epochs = {{share, {inCanary, all}}};
    return r;
}
GateResult once(const GatePlan& g, const GateReading& r, int blockers = 1)
{
    GateMemory memory;
    return evaluate(g, r, memory, blockers, Now);
}
void is(const GateResult& r, GateVerdict verdict, InconclusiveReason reason = InconclusiveReason::None)
{
    QCOMPARE(name(r.verdict), name(verdict));
    QCOMPARE(name(r.reason), name(reason));
}

constexpr auto Wait = GateVerdict::Inconclusive;

}  // namespace

class GateTest : public QObject {
    Q_OBJECT

private slots:
    void absoluteRatesAreThoseOfTheVectors()
    {
        is(once(plan(GateKind::Absolute, 0.01), rates({0, 700})), GateVerdict::Go);
        is(once(plan(GateKind::Absolute, 0.005), rates({20, 2000})), GateVerdict::NoGo);
        is(once(plan(GateKind::Absolute, 0.01), rates({3, 60})), Wait, InconclusiveReason::MinSample);
        is(once(plan(GateKind::Absolute, 0.01), rates({5, 600})), Wait, InconclusiveReason::WideInterval);
    }
    void moreBlockersNeedMoreEvidence()
    {
        const auto r = once(plan(GateKind::Absolute, 0.005), rates({20, 2000}), 2);
        is(r, Wait, InconclusiveReason::WideInterval);
        QVERIFY(std::fabs(r.neededHarm - std::log(40.0)) < 1e-9);
        QVERIFY(std::fabs(r.neededSafe - std::log(20.0)) < 1e-9);  // GO needs all gates, so no correction
    }
    void goNeedsItsSample()
    {
        GatePlan g = plan(GateKind::Absolute, 0.01);
        g.minSample = 701;
        is(once(g, rates({0, 700})), Wait, InconclusiveReason::MinSample);
        g.minSample = 700;
        is(once(g, rates({0, 700})), GateVerdict::Go);
    }
    void aShareThatMustBeHigh()
    {
        GatePlan g = plan(GateKind::Absolute, 0.99);
        g.compare = Compare::AtLeast;
        is(once(g, rates({700, 700})), GateVerdict::Go);
        is(once(g, rates({1'900, 2'000})), GateVerdict::NoGo);
    }
    void ratios()
    {
        is(once(ratio(), failures(14, 40)), GateVerdict::NoGo);
        is(once(ratio(), failures(14, 40), 6), GateVerdict::NoGo);  // E 294, needed 120
        is(once(ratio(), failures(14, 40), 15), Wait, InconclusiveReason::WideInterval);
        is(once(ratio(), failures(4, 60)), Wait, InconclusiveReason::WideInterval);  // not yet GO
        GatePlan close = ratio();
        close.ratioSafe = 1.5;
        is(once(close, failures(40, 100, 0.5)), GateVerdict::Go);
    }
    void theSentenceHasItsFigures()
    {
        auto r = once(ratio(), failures(14, 40), 6);
        addInterval(ratio(), failures(14, 40), r);
        QCOMPARE(r.canaryFailures, std::int64_t{14});
        QCOMPARE(r.failures, std::int64_t{40});
        QCOMPARE(r.share, 0.1);
        QVERIFY(std::fabs(r.interval.low - 1.581235) < 1e-5);
        QVERIFY(std::fabs(r.interval.high - 12.921414) < 1e-4);
        QVERIFY(std::fabs(std::exp(r.logEHarm) - 294.3) < 0.5);
        QVERIFY(std::fabs(std::exp(r.neededHarm) - 120) < 1e-6);
        QCOMPARE(r.blockers, 6);
    }
    void anAbsoluteGatesIntervalIsOfItsShare()
    {
        auto r = once(plan(GateKind::Absolute, 0.005), rates({20, 2000}));
        addInterval(plan(GateKind::Absolute, 0.005), rates({20, 2000}), r);
        QVERIFY(std::fabs(r.interval.low - 0.004516768) < 1e-8);
        QVERIFY(std::fabs(r.interval.high - 0.018147489) < 1e-8);
    }
    void fewFailuresAreNotShownAsHarm()
    {
        is(once(ratio(), failures(9, 9)), Wait, InconclusiveReason::MinEvents);
        is(once(ratio(), failures(10, 10)), GateVerdict::NoGo);
    }
    void aRatioGatesAbsoluteBoundIsEnough()
    {
        GatePlan g = ratio();
        GateReading r = rates({0, 1'000}, {0, 9'000});
        r.epochs = {{0.1, {0, 0}}};
        is(once(g, r), Wait, InconclusiveReason::MinEvents);
        g.threshold = 0.01;
        is(once(g, r), GateVerdict::Go);
    }
    void withoutControlThereIsNoRatio()
    {
        is(once(ratio(), rates({0, 1'000})), Wait, InconclusiveReason::NoControl);
        is(once(ratio(), failures(10, 10, 1.0)), Wait, InconclusiveReason::NoControl);
    }
    void aSplitThatDoesNotMatchSilencesRatiosOnly()
    {
        GateReading r = failures(14, 40);
        r.split = true;
        is(once(ratio(), r), Wait, InconclusiveReason::Srm);
        r.canary = {0, 700};
        is(once(plan(GateKind::Absolute, 0.01), r), GateVerdict::Go);
    }
    void epochsOfWeightsMultiply()
    {
        GateReading r = rates({21, 1'000}, {54, 5'000});
        r.epochs = {{0.05, {3, 20}}, {0.10, {6, 25}}, {0.25, {12, 30}}};
        GatePlan g = ratio();
        g.ratioHarm = 1.0;
        const auto result = once(g, r);
        QVERIFY(std::fabs(result.logEHarm - 3.533683) < 1e-6);
        is(result, GateVerdict::NoGo);
    }
    void whenTheControlFailsTooItIsTheVendor()
    {
        GateReading r = rates({20, 2'000}, {180, 18'000});
        r.epochs = {{0.1, {20, 200}}};
        is(once(plan(GateKind::Absolute, 0.005), r), Wait, InconclusiveReason::ControlUnhealthy);
        r.canary = {60, 2'000};
        r.epochs = {{0.1, {60, 240}}};  // surely worse than the control
        is(once(plan(GateKind::Absolute, 0.005), r), GateVerdict::NoGo);
        r = rates({20, 2'000}, {1, 18'000});
        r.epochs = {{0.1, {20, 21}}};
        is(once(plan(GateKind::Absolute, 0.005), r), GateVerdict::NoGo);
    }
    void withoutDataNothingIsSaid()
    {
        const GatePlan g = plan(GateKind::Absolute, 0.01);
        GateReading r = rates({0, 700});
        r.watermark = {};
        is(once(g, r), Wait, InconclusiveReason::NoData);
        is(once(g, rates({0, 0})), Wait, InconclusiveReason::NoData);
        r = rates({0, 0});
        r.immature = 5;
        is(once(g, r), Wait, InconclusiveReason::Immature);
        r.sourceFailed = true;
        is(once(g, r), Wait, InconclusiveReason::MetricError);
    }
    void oldDataIsStaleWhateverItSaid()
    {
        const GatePlan g = plan(GateKind::Absolute, 0.01);
        GateReading r = rates({0, 700});
        r.watermark = Now - 3 * Minute;
        is(once(g, r), GateVerdict::Go);
        r.watermark = Now - 3 * Minute - Milliseconds{1};
        is(once(g, r), Wait, InconclusiveReason::StaleData);
    }
    void harmByEvidenceLatches()
    {
        const GatePlan g = ratio();
        GateMemory memory;
        is(evaluate(g, failures(14, 40), memory, 1, Now), GateVerdict::NoGo);
        is(evaluate(g, failures(14, 400), memory, 1, Now), GateVerdict::NoGo);
        memory = {};  // a new build, a new evidence run
        is(evaluate(g, failures(14, 400), memory, 1, Now), GateVerdict::Go);
    }
    void aPointTripsOnTwoOfThree()
    {
        const GatePlan g = plan(GateKind::Point, 300);
        GateMemory memory;
        const auto see = [&](double value, int minute) {
            GateReading r = fresh();
            r.watermark = Now + minute * Minute;
            r.point = value;
            return evaluate(g, r, memory, 1, Now + minute * Minute);
        };
        is(see(301, 0), Wait, InconclusiveReason::Immature);
        is(see(300, 1), Wait, InconclusiveReason::Immature);  // at the limit is within
        is(see(301, 2), GateVerdict::NoGo);
    }
    void aTrippedPointClearsFarFromItsLimit()
    {
        GatePlan g = plan(GateKind::Point, 300);
        g.window = 10 * Minute;
        GateMemory memory;
        const auto see = [&](double value, int minute) {
            GateReading r = fresh();
            r.watermark = Now + minute * Minute;
            r.point = value;
            return evaluate(g, r, memory, 1, Now + minute * Minute).verdict;
        };
        see(400, 0);
        QCOMPARE(see(400, 1), GateVerdict::NoGo);
        for (int m = 2; m <= 30; ++m)
            QCOMPARE(see(241, m), GateVerdict::NoGo);  // within, but not below 0.8
        for (int m = 31; m <= 50; ++m)
            QCOMPARE(see(240, m), GateVerdict::NoGo);
        QCOMPARE(see(240, 51), GateVerdict::Go);  // two windows of ten minutes
    }
    void aPointIsGoAfterItsWholeWindow()
    {
        GatePlan g = plan(GateKind::Point, 300);
        g.window = 10 * Minute;
        GateMemory memory;
        const auto see = [&](std::optional<double> value, int minute) {
            GateReading r = fresh();
            r.watermark = Now + minute * Minute;
            r.point = value;
            return evaluate(g, r, memory, 1, Now + minute * Minute);
        };
        for (int m = 0; m < 10; ++m)
            is(see(100, m), Wait, InconclusiveReason::Immature);
        is(see(100, 10), GateVerdict::Go);
        is(see(std::nullopt, 11), Wait, InconclusiveReason::NoData);
        is(see(100, 12), Wait, InconclusiveReason::Immature);  // the gap began the window anew
    }
    void invariantsNeedADetectorThatRan()
    {
        const GatePlan g = plan(GateKind::Invariant, 0);
        GateReading r = fresh();
        is(once(g, r), Wait, InconclusiveReason::NoData);
        r.violations = 0;
        is(once(g, r), GateVerdict::Go);
        r.violations = 1;
        is(once(g, r), GateVerdict::NoGo);
        r.watermark = {};  // seen is seen
        is(once(g, r), GateVerdict::NoGo);
        GateMemory memory;
        (void)evaluate(g, r, memory, 1, Now);
        r = fresh();
        r.violations = 0;
        is(evaluate(g, r, memory, 1, Now), GateVerdict::NoGo);  // it does not wash off
    }
    void checklistsNeedEvidence()
    {
        const GatePlan g = plan(GateKind::Checklist, 0);
        GateReading r;
        is(once(g, r), Wait, InconclusiveReason::NoData);
        r.evidenced = true;
        is(once(g, r), GateVerdict::Go);
    }
    void theStepsVerdict()
    {
        GatePlan blocker = plan(GateKind::Absolute, 0.01), other = blocker, dry = blocker;
        other.blocker = false;
        dry.dryRun = true;
        const auto judged = [](const GatePlan& g, GateVerdict v) {
            JudgedGate j;
            j.plan = &g;
            j.result.verdict = v;
            return j;
        };
        using enum GateVerdict;
        QCOMPARE(stepVerdict({}), StepVerdict::Inconclusive);
        QCOMPARE(stepVerdict({judged(dry, Go), judged(other, Go)}), StepVerdict::Inconclusive);
        QCOMPARE(stepVerdict({judged(blocker, Go)}), StepVerdict::Go);
        QCOMPARE(stepVerdict({judged(blocker, Go), judged(blocker, Inconclusive)}),
                 StepVerdict::Inconclusive);
        QCOMPARE(stepVerdict({judged(blocker, Inconclusive), judged(blocker, NoGo)}), StepVerdict::NoGo);
        QCOMPARE(stepVerdict({judged(blocker, Go), judged(dry, NoGo)}), StepVerdict::Go);
        QCOMPARE(stepVerdict({judged(blocker, Go), judged(other, Inconclusive)}), StepVerdict::Go);
        std::vector<JudgedGate> ack{judged(blocker, Go), judged(other, NoGo)};
        QCOMPARE(stepVerdict(ack), StepVerdict::GoWithAck);
        QCOMPARE(unacknowledged(ack).size(), std::size_t{1});
        ack[1].acknowledged = true;
        QVERIFY(unacknowledged(ack).empty());
        std::vector<JudgedGate> over{judged(blocker, NoGo)};
        over[0].overridden = true;
        QCOMPARE(stepVerdict(over), StepVerdict::Go);
        QCOMPARE(blockersOf({blocker, other, dry}), 1);
    }
    void theHashIsOfVerdictsNotOfValues()
    {
        Evidence a{"p", "b", "r", "m", "c", "t", {{"x", GateVerdict::Go}, {"y", GateVerdict::NoGo}}};
        Evidence b = a;
        std::swap(b.verdicts[0], b.verdicts[1]);
        QVERIFY(evidenceHash(a) == evidenceHash(b));
        b.verdicts[0].second = GateVerdict::Inconclusive;
        QVERIFY(evidenceHash(a) != evidenceHash(b));
        b = a;
        b.rules = "r2";
        QVERIFY(evidenceHash(a) != evidenceHash(b));
        b = a;
        b.plan = "pb", b.build = "";  // parts do not run into one another
        QVERIFY(evidenceHash(a) != evidenceHash(b));
    }
};

QTEST_APPLESS_MAIN(GateTest)
#include "tst_gate.moc"
