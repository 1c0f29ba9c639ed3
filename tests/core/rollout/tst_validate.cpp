// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/validate.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

constexpr std::int64_t Hour = 3'600'000, Day = 24 * Hour;
constexpr Instant Start{1'800'000'000'000};

Predicate region(const char* text)
{
    return {Op::Eq, Attribute::Region, Quantifier::AllLines, {std::string(text)}, {}};
}
Predicate skuClass(const char* text)
{
    return {Op::Eq, Attribute::SkuClass, Quantifier::AllLines, {std::string(text)}, {}};
}

GatePlan gate(const char* metric, GateKind kind = GateKind::Absolute)
{
    GatePlan g;
    g.id = g.metric = metric;
    g.kind = kind;
    g.threshold = 0.05;
    g.unit = "%";
    g.owner = Function::Engineering;
    g.blocker = true;
    return g;
}

RolloutStep step(Phase phase, std::vector<PlannedSlice> slices)
{
    RolloutStep s;
    s.phase = phase;
    s.slices = std::move(slices);
    if (phase >= Phase::Canary)
        s.gates = {gate("acceptance"), gate("latency.p95"), gate("exceptions"), gate("recon_acc")};
    return s;
}

/// A plan without a word to say about it.
RolloutPlan goodPlan()
{
    RolloutPlan p;
    p.name = "Autumn";
    p.salt = "rollout-2026-01";
    p.commander = "Ana";
    p.owners = {{Function::Engineering, "Bo"},
                {Function::Operations, "Cy"},
                {Function::Commerce, "Di"},
                {Function::Support, "Ed"}};
    p.start = Start;
    p.steps = {step(Phase::Shadow, {}), step(Phase::Canary, {{"MG", region("MG"), 500, 0, false}}),
               step(Phase::Expand, {{"MG", region("MG"), 2500, 0, false}})};
    p.rollback.stopTraffic = {"hold F9 on MG"};
    p.rollback.compensations = {"release reservations"};
    p.rollback.reconciliation = {"nine checks"};
    for (std::size_t i = 0; i < OrderPositions; ++i)
        p.rollback.inFlight[i] = choicesFor(static_cast<OrderPosition>(i)).front();
    p.prerequisites = {"report 12", "suite 4", "recorded traffic", "tree 2"};
    return p;
}

PlanWorld goodWorld()
{
    PlanWorld w;
    w.traffic["MG"] = {20'000, 0.2, false, 2, 0.01, 0.8};
    w.staffed = {{{Start.ms - Hour}, {Start.ms + Hour}}};
    w.cutoffMinutes = {900};
    w.peakMinutes = {1200};
    w.drillPassed = Instant{Start.ms - Day};
    return w;
}

const Finding* find(const std::vector<Finding>& all, Check check)
{
    const auto f =
        std::find_if(all.begin(), all.end(), [&](const Finding& one) { return one.check == check; });
    return f == all.end() ? nullptr : &*f;
}

}  // namespace

#define BLOCKS(plan, world, check)                                                                           \
    do {                                                                                                     \
        const auto all_ = validate(plan, world);                                                             \
        const Finding* f_ = find(all_, check);                                                               \
        QVERIFY(f_);                                                                                         \
        QCOMPARE(f_->weight, Weight::Block);                                                                 \
        QVERIFY(!isClean(all_));                                                                             \
    } while (false)
#define QUIET(plan, world, check) QVERIFY(!find(validate(plan, world), check))

class ValidateTest : public QObject {
    Q_OBJECT

private slots:
    void aGoodPlanHasNoFinding()
    {
        const auto all = validate(goodPlan(), goodWorld());
        for (const Finding& f : all)
            qWarning("%s %s", name(f.check).data(), f.subject.c_str());
        QVERIFY(all.empty());
    }
    void aPlanOfNothing()
    {
        RolloutPlan p = goodPlan();
        p.steps.clear();
        BLOCKS(p, goodWorld(), Check::NoSteps);
    }
    void phasesNeverGoBack()
    {
        RolloutPlan p = goodPlan();
        std::swap(p.steps[1], p.steps[2]);
        BLOCKS(p, goodWorld(), Check::PhaseOrder);
    }
    void impossibleSlices()
    {
        RolloutPlan p = goodPlan();
        p.steps[1].slices[0].predicate.values.clear();
        BLOCKS(p, goodWorld(), Check::ImpossibleSlice);
        p = goodPlan();
        p.steps[2].slices[0].weightBp = 10'001;
        BLOCKS(p, goodWorld(), Check::WeightRange);
    }
    void weightsDoNotFall()
    {
        RolloutPlan p = goodPlan();
        p.steps[2].slices[0].weightBp = 499;
        BLOCKS(p, goodWorld(), Check::WeightFalls);
        p.steps[2].slices[0].weightBp = 500;
        QUIET(p, goodWorld(), Check::WeightFalls);
        p.steps[2].slices = {{"RJ", region("RJ"), 2500, 0, false}};
        BLOCKS(p, goodWorld(), Check::WeightFalls);  // left out is a fall to nothing
    }
    void theFirstCanaryIsSmall()
    {
        RolloutPlan p = goodPlan();
        p.steps[1].slices[0].weightBp = 2500;  // of 20 % of all orders: 5 %
        QUIET(p, goodWorld(), Check::FirstCanaryTooLarge);
        p.steps[1].slices[0].weightBp = 2501;
        BLOCKS(p, goodWorld(), Check::FirstCanaryTooLarge);
        PlanWorld w = goodWorld();
        w.traffic["MG"].topDemand = true;
        BLOCKS(goodPlan(), w, Check::FirstCanaryTopDemand);
    }
    void gatesAreComplete()
    {
        for (const auto& spoil : std::vector<void (*)(GatePlan&)>{
                 [](GatePlan& g) { g.owner.reset(); }, [](GatePlan& g) { g.threshold.reset(); },
                 [](GatePlan& g) { g.window = {}; }, [](GatePlan& g) { g.blocker.reset(); }}) {
            RolloutPlan p = goodPlan();
            spoil(p.steps[1].gates[0]);
            BLOCKS(p, goodWorld(), Check::GateIncomplete);
        }
        RolloutPlan p = goodPlan();
        p.steps[1].gates[0].unit.clear();
        BLOCKS(p, goodWorld(), Check::ThresholdWithoutUnit);
    }
    void theFourThresholdsAreThere()
    {
        for (std::size_t i = 0; i < 4; ++i) {
            RolloutPlan p = goodPlan();
            p.steps[1].gates.erase(p.steps[1].gates.begin() + static_cast<std::ptrdiff_t>(i));
            BLOCKS(p, goodWorld(), Check::ThresholdMissing);
        }
        RolloutPlan p = goodPlan();
        p.steps[1].gates[1].dryRun = true;  // a gate that never decides is no threshold
        BLOCKS(p, goodWorld(), Check::ThresholdMissing);
    }
    void relativeGatesNeedAControl()
    {
        RolloutPlan p = goodPlan();
        p.steps[2].gates.push_back(gate("success.handoff", GateKind::Relative));
        p.steps[2].slices[0].weightBp = 9'000;
        QUIET(p, goodWorld(), Check::NoControl);
        p.steps[2].slices[0].weightBp = 9'001;
        BLOCKS(p, goodWorld(), Check::NoControl);
        p.steps[2].phase = Phase::Full;  // the rule binds Canary and Expand
        QUIET(p, goodWorld(), Check::NoControl);
    }
    void itSaysBeforeWhenNothingCanBeConcluded()
    {
        RolloutPlan p = goodPlan();
        p.steps[1].gates.push_back(gate("success.handoff", GateKind::Relative));
        p.steps[1].slices[0].weightBp = 1000;
        PlanWorld w = goodWorld();
        w.failureRates["success.handoff"] = 0.001;  // 20 failures a day, some 110 are needed
        const auto all = validate(p, w);
        const Finding* f = find(all, Check::CannotConclude);
        QVERIFY(f);
        QCOMPARE(f->weight, Weight::Warn);
        QVERIFY2(f->value > 5 && f->value < 6.5, qPrintable(QString::number(f->value)));
        QCOMPARE(f->limit, 5.0);
        QVERIFY(f->earliest.ms > Start.ms + 5 * Day && f->earliest.ms < Start.ms + 7 * Day);
        w.failureRates["success.handoff"] = 0.002;
        QUIET(p, w, Check::CannotConclude);
    }
    void aRateAboveItsThresholdNeverConcludes()
    {
        PlanWorld w = goodWorld();
        w.failureRates["acceptance"] = 0.06;
        const auto all = validate(goodPlan(), w);
        const Finding* f = find(all, Check::CannotConclude);
        QVERIFY(f);
        QVERIFY(std::isinf(f->value));
        QCOMPARE(f->earliest, Never);
    }
    void samplesAreNeededToo()
    {
        PlanWorld w = goodWorld();
        w.traffic["MG"].ordersPerDay = 1'000;  // 50 canary orders a day, 500 are the least
        const Power p = powerOf(goodPlan().steps[1].gates[0], goodPlan().steps[1].slices[0], w);
        QVERIFY(p.days >= 10);
    }
    void theBakeSeesCutoffAndPeak()
    {
        RolloutPlan p = goodPlan();
        p.steps[1].minBake = Milliseconds{Hour};
        const int minute = static_cast<int>(Start.ms % Day / 60'000);
        PlanWorld w = goodWorld();
        w.cutoffMinutes = {minute + 61};
        w.peakMinutes = {minute + 60};
        QVERIFY(find(validate(p, w), Check::BakeMissesCutoff));
        QCOMPARE(find(validate(p, w), Check::BakeMissesCutoff)->weight, Weight::Warn);
        QUIET(p, w, Check::BakeMissesPeak);
    }
    void everyPositionHasItsDisposition()
    {
        for (std::size_t i = 0; i < OrderPositions; ++i) {
            RolloutPlan p = goodPlan();
            p.rollback.inFlight[i].reset();
            BLOCKS(p, goodWorld(), Check::InFlightOpen);
        }
        RolloutPlan p = goodPlan();
        p.rollback.inFlight[static_cast<std::size_t>(OrderPosition::OutcomeUnknown)] =
            InFlightAction::HandBack;
        BLOCKS(p, goodWorld(), Check::InFlightOpen);  // not a choice of that row
    }
    void theRollbackPlanHasFourContents()
    {
        for (const auto& spoil :
             std::vector<void (*)(RollbackPlan&)>{[](RollbackPlan& r) { r.stopTraffic = {""}; },
                                                  [](RollbackPlan& r) { r.compensations.clear(); },
                                                  [](RollbackPlan& r) { r.reconciliation.clear(); },
                                                  [](RollbackPlan& r) { r.inFlight[0].reset(); }}) {
            RolloutPlan p = goodPlan();
            spoil(p.rollback);
            QCOMPARE(missingContents(p.rollback).size(), std::size_t{1});
            BLOCKS(p, goodWorld(), Check::RollbackPlanIncomplete);
        }
    }
    void theDrillIsNotOlderThanAWeek()
    {
        PlanWorld w = goodWorld();
        w.drillPassed = Instant{Start.ms - 7 * Day};
        QUIET(goodPlan(), w, Check::DrillTooOld);
        w.drillPassed = Instant{Start.ms - 7 * Day - 1};
        BLOCKS(goodPlan(), w, Check::DrillTooOld);
        w.drillPassed.reset();
        BLOCKS(goodPlan(), w, Check::DrillTooOld);
        RolloutPlan shadow = goodPlan();
        shadow.steps.resize(1);
        QUIET(shadow, w, Check::DrillTooOld);
    }
    void freezesAndStaffedHours()
    {
        PlanWorld w = goodWorld();
        w.freezes = {{Start, {Start.ms + 1}}};
        BLOCKS(goodPlan(), w, Check::InsideFreeze);
        w.freezes = {{{Start.ms - 1}, Start}};
        QUIET(goodPlan(), w, Check::InsideFreeze);
        w.staffed.clear();
        BLOCKS(goodPlan(), w, Check::OutsideStaffedHours);
    }
    void seatsAndCommander()
    {
        RolloutPlan p = goodPlan();
        p.owners.erase(Function::Support);
        BLOCKS(p, goodWorld(), Check::OwnerMissing);
        p = goodPlan();
        p.owners[Function::Support] = "Ana";
        QCOMPARE(find(validate(p, goodWorld()), Check::CommanderIsOwner)->weight, Weight::Warn);
    }
    void everyApproachBringsItsRule()
    {
        RolloutPlan p = goodPlan();
        p.steps[1].slices[0].predicate = Predicate{};
        p.steps[2].slices[0].predicate = Predicate{};
        BLOCKS(p, goodWorld(), Check::Guardrail);  // canary by region without a region
        p = goodPlan();
        p.steps[1].gates[0].onNoGo = OnNoGo::None;
        BLOCKS(p, goodWorld(), Check::Guardrail);
        p = goodPlan();
        p.approach = Approach::BigBang;
        BLOCKS(p, goodWorld(), Check::Guardrail);
        QVERIFY(!cannotBeMet(p.approach).empty());
        p.justification = "one shop, forty orders a day";
        QUIET(p, goodWorld(), Check::Guardrail);
        p.approach = Approach::Shadow;
        BLOCKS(p, goodWorld(), Check::Guardrail);
        p.dailyReportReviewed = true;
        QUIET(p, goodWorld(), Check::Guardrail);
        p.approach = Approach::ParallelRun;
        BLOCKS(p, goodWorld(), Check::Guardrail);
    }
    void aSkuClassPlanHasAComplexSegment()
    {
        RolloutPlan p = goodPlan();
        p.steps[1].slices[0].predicate = p.steps[2].slices[0].predicate = skuClass("standard");
        p.approach = Approach::ParallelRun;
        QCOMPARE(find(validate(p, goodWorld()), Check::NoComplexSegment)->weight, Weight::Warn);
        p.approach = Approach::CanaryBySkuClass;
        BLOCKS(p, goodWorld(), Check::NoComplexSegment);
        p.steps[2].slices.push_back({"furniture", skuClass("limited"), 100, 0, true});
        QUIET(p, goodWorld(), Check::NoComplexSegment);
        QUIET(p, goodWorld(), Check::Guardrail);
    }
    void withoutItsFourPrerequisitesItIsABet()
    {
        RolloutPlan p = goodPlan();
        QVERIFY(missing(p.prerequisites).empty());
        p.prerequisites.decisionTree.clear();
        QCOMPARE(missing(p.prerequisites), std::vector{Prerequisite::DecisionTree});
        const auto all = validate(p, goodWorld());
        QCOMPARE(find(all, Check::Bet)->weight, Weight::Warn);
        QVERIFY(isClean(all));
        QCOMPARE(missing({}).size(), std::size_t{4});
    }
    void adviceOnSlices()
    {
        QCOMPARE(suitabilityOf({5'000, 0.2, false, 2, 0.01, 0.8}).score, 100);
        const auto sale = suitabilityOf({50'000, 0.4, true, 9, 0.01, 0.8});
        QCOMPARE(sale.score, 20);
        QCOMPARE(sale.against, (std::vector<std::string>{"top_demand", "volatile"}));
    }
    void whatASliceDoesNotContain()
    {
        const Seen all{{"carrier", {"A", "B"}}, {"currency", {"BRL"}}};
        const Seen missing = notContained(all, {{"carrier", {"A"}}, {"currency", {"BRL"}}});
        QCOMPARE(missing, (Seen{{"carrier", {"B"}}}));
        QCOMPARE(notContained(all, {}).size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(ValidateTest)
#include "tst_validate.moc"
