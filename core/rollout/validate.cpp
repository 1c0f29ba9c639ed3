// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/validate.h"

#include "core/statistics/ratio.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace holdpoint::rollout {
namespace {

constexpr double MostOfFirstCanary = 0.05;
constexpr int LeastControlBp = 1'000;
constexpr std::int64_t DayMs = 24LL * 3'600'000;
constexpr Milliseconds DrillAge{7 * DayMs};
constexpr std::size_t LeastWords = 20;

bool isLive(Phase phase) { return phase >= Phase::Canary; }

bool mentions(const Predicate& p, Attribute a)
{
    const bool leaf = p.op != Op::All && p.op != Op::Any && p.op != Op::Not;
    return (leaf && p.attribute == a) ||
           std::any_of(p.parts.begin(), p.parts.end(),
                       [&](const Predicate& part) { return mentions(part, a); });
}

/// All checks of one plan; each adds to `found`.
class Validator {
public:
    Validator(const RolloutPlan& plan, const PlanWorld& world) : plan_(plan), world_(world) {}

    std::vector<Finding> all()
    {
        if (plan_.steps.empty())
            add(Check::NoSteps, Weight::Block, 0, "", "the plan has no step");
        for (std::size_t i = 0; i < plan_.steps.size(); ++i)
            step(plan_.steps[i], static_cast<int>(i) + 1);
        firstCanary();
        people();
        times();
        rollback();
        guardrail();
        for (const Prerequisite p : missing(plan_.prerequisites))
            add(Check::Bet, Weight::Warn, 0, std::string(name(p)), "without it the launch is a bet");
        return std::move(found_);
    }

private:
    Finding& add(Check check, Weight weight, int step, std::string subject, std::string detail)
    {
        found_.push_back({check, weight, step, std::move(subject), 0, 0, Never, std::move(detail)});
        return found_.back();
    }

    void step(const RolloutStep& s, int k)
    {
        if (k > 1 && s.phase < plan_.steps[static_cast<std::size_t>(k) - 2].phase)
            add(Check::PhaseOrder, Weight::Block, k, std::string(name(s.phase)), "a phase never goes back");
        for (const PlannedSlice& slice : s.slices)
            sliceOf(s, slice, k);
        if (k > 1)
            weightsDoNotFall(plan_.steps[static_cast<std::size_t>(k) - 2], s, k);
        for (const GatePlan& gate : s.gates)
            gateOf(s, gate, k);
        if (!isLive(s.phase))
            return;
        fourThresholds(s, k);
        bake(s, k);
    }
    void sliceOf(const RolloutStep&, const PlannedSlice& slice, int k)
    {
        if (const auto ok = check(slice.predicate); !ok)
            add(Check::ImpossibleSlice, Weight::Block, k, slice.name, ok.error().detail);
        if (slice.weightBp < 0 || slice.weightBp > Buckets || slice.holdbackBp < 0 ||
            slice.holdbackBp > Buckets)
            add(Check::WeightRange, Weight::Block, k, slice.name, "a weight is 0 to 10000 of 10000").value =
                slice.weightBp;
    }
    void weightsDoNotFall(const RolloutStep& before, const RolloutStep& after, int k)
    {
        if (!isLive(before.phase) || !isLive(after.phase))
            return;
        for (const PlannedSlice& old : before.slices) {
            int now = 0;
            for (const PlannedSlice& slice : after.slices)
                if (slice.predicate == old.predicate || slice.predicate == Predicate{})
                    now = std::max(now, slice.weightBp);
            if (now < old.weightBp) {
                Finding& f =
                    add(Check::WeightFalls, Weight::Block, k, old.name, "the weight of a slice falls");
                f.value = now;
                f.limit = old.weightBp;
            }
        }
    }
    void gateOf(const RolloutStep& s, const GatePlan& gate, int k)
    {
        const bool counts = gate.kind != GateKind::Invariant && gate.kind != GateKind::Checklist;
        if (!gate.owner || !gate.blocker || (counts && (!gate.threshold || gate.window.count() <= 0)))
            add(Check::GateIncomplete, Weight::Block, k, gate.id,
                "a gate has owner, threshold, window and says whether it blocks");
        if (counts && gate.threshold && gate.unit.empty())
            add(Check::ThresholdWithoutUnit, Weight::Block, k, gate.id,
                "a threshold without a unit says nothing");
        if (gate.kind != GateKind::Relative && gate.kind != GateKind::Absolute)
            return;
        for (const PlannedSlice& slice : s.slices) {
            control(s, gate, slice, k);
            if (isLive(s.phase))
                power(s, gate, slice, k);
        }
    }
    void control(const RolloutStep& s, const GatePlan& gate, const PlannedSlice& slice, int k)
    {
        const bool binds = s.phase == Phase::Canary || s.phase == Phase::Expand;
        const int legacy = Buckets - std::min(slice.weightBp, Buckets - slice.holdbackBp);
        if (gate.kind == GateKind::Relative && gate.baseline == Baseline::InSegmentControl && binds &&
            legacy < LeastControlBp) {
            Finding& f =
                add(Check::NoControl, Weight::Block, k, gate.id, slice.name + " leaves no control group");
            f.value = legacy;
            f.limit = LeastControlBp;
        }
    }
    void power(const RolloutStep& s, const GatePlan& gate, const PlannedSlice& slice, int k)
    {
        if (!world_.traffic.contains(slice.name) || !gate.blocker.value_or(false) || slice.weightBp == 0)
            return;
        const Power p = powerOf(gate, slice, world_);
        const double most = static_cast<double>(s.maxBake.count()) / static_cast<double>(DayMs);
        if (p.days <= most)
            return;
        Finding& f = add(Check::CannotConclude, Weight::Warn, k, gate.id,
                         slice.name + " gives too little to conclude");
        f.value = p.days;
        f.limit = most;
        if (std::isfinite(p.days) && p.days < 36'500)
            f.earliest =
                plan_.start +
                Milliseconds{static_cast<std::int64_t>(std::ceil(p.days * static_cast<double>(DayMs)))};
    }
    void fourThresholds(const RolloutStep& s, int k)
    {
        for (const auto& [what, metrics] : std::map<std::string, std::vector<std::string>>{
                 {"error rate", {"acceptance", "success", "downstream_err"}},
                 {"latency", {"latency"}},
                 {"exceptions", {"exceptions"}},
                 {"reconciliation", {"recon_acc"}}}) {
            const bool there = std::any_of(s.gates.begin(), s.gates.end(), [&](const GatePlan& g) {
                return !g.dryRun && std::any_of(metrics.begin(), metrics.end(), [&](const std::string& m) {
                    return g.metric.starts_with(m);
                });
            });
            if (!there)
                add(Check::ThresholdMissing, Weight::Block, k, what, "a live step needs this threshold");
        }
    }
    void bake(const RolloutStep& s, int k)
    {
        const auto covers = [&](const std::vector<int>& minutes) {
            const std::int64_t from = plan_.start.ms % DayMs, to = from + s.minBake.count();
            return std::any_of(minutes.begin(), minutes.end(), [&](int minute) {
                const std::int64_t at = minute * 60'000LL;
                return (at >= from && at <= to) || at + DayMs <= to;
            });
        };
        if (!covers(world_.cutoffMinutes))
            add(Check::BakeMissesCutoff, Weight::Warn, k, "", "the bake sees no carrier cut-off");
        if (!covers(world_.peakMinutes))
            add(Check::BakeMissesPeak, Weight::Warn, k, "", "the bake sees no daily peak");
    }
    void firstCanary()
    {
        for (std::size_t i = 0; i < plan_.steps.size(); ++i) {
            const RolloutStep& s = plan_.steps[i];
            if (!isLive(s.phase))
                continue;
            const int k = static_cast<int>(i) + 1;
            double share = 0;
            for (const PlannedSlice& slice : s.slices) {
                const auto known = world_.traffic.find(slice.name);
                const double all = known == world_.traffic.end() ? 1 : known->second.shareOfAll;
                share += all * slice.weightBp / Buckets;
                if (known != world_.traffic.end() && known->second.topDemand)
                    add(Check::FirstCanaryTopDemand, Weight::Block, k, slice.name,
                        "the first canary is not the segment of highest demand");
            }
            if (plan_.approach != Approach::BigBang && share > MostOfFirstCanary) {
                Finding& f =
                    add(Check::FirstCanaryTooLarge, Weight::Block, k, "", "the first canary is too large");
                f.value = share;
                f.limit = MostOfFirstCanary;
            }
            return;
        }
    }
    void people()
    {
        for (std::size_t f = 0; f < CountOf<Function>; ++f) {
            const auto owner = plan_.owners.find(static_cast<Function>(f));
            const std::string seat(name(static_cast<Function>(f)));
            if (owner == plan_.owners.end() || owner->second.empty())
                add(Check::OwnerMissing, Weight::Block, 0, seat, "the seat has no owner");
            else if (owner->second == plan_.commander)
                add(Check::CommanderIsOwner, Weight::Warn, 0, seat,
                    "a second owner must sign with the commander");
        }
        if (plan_.commander.empty())
            add(Check::OwnerMissing, Weight::Block, 0, "commander", "nobody commands");
    }
    void times()
    {
        const auto inside = [&](const TimeSpan& span) {
            return span.from <= plan_.start && plan_.start < span.to;
        };
        if (std::any_of(world_.freezes.begin(), world_.freezes.end(), inside))
            add(Check::InsideFreeze, Weight::Block, 0, "", "the start lies in a freeze");
        if (std::none_of(world_.staffed.begin(), world_.staffed.end(), inside))
            add(Check::OutsideStaffedHours, Weight::Block, 0, "", "nobody is there at the start");
        const bool goesLive = std::any_of(plan_.steps.begin(), plan_.steps.end(),
                                          [](const RolloutStep& s) { return isLive(s.phase); });
        const bool drilled = world_.drillPassed && *world_.drillPassed <= plan_.start &&
                             plan_.start - *world_.drillPassed <= DrillAge;
        if (goesLive && !drilled)
            add(Check::DrillTooOld, Weight::Block, 0, "", "no rollback drill passed within 7 days");
    }
    void rollback()
    {
        for (const OrderPosition p : openPositions(plan_.rollback.inFlight))
            add(Check::InFlightOpen, Weight::Block, 0, std::string(name(p)), "what becomes of these orders?");
        for (const RollbackContent c : missingContents(plan_.rollback))
            add(Check::RollbackPlanIncomplete, Weight::Block, 0, std::string(name(c)),
                "the rollback plan lacks it");
    }

    [[nodiscard]] bool has(Phase phase) const
    {
        return std::any_of(plan_.steps.begin(), plan_.steps.end(),
                           [&](const RolloutStep& s) { return s.phase == phase; });
    }
    [[nodiscard]] bool canarySlicesMention(Attribute a) const
    {
        bool any = false;
        for (const RolloutStep& s : plan_.steps)
            if (s.phase == Phase::Canary)
                for (const PlannedSlice& slice : s.slices) {
                    if (!mentions(slice.predicate, a))
                        return false;
                    any = true;
                }
        return any;
    }
    void rule(bool met, const char* subject, const char* detail)
    {
        if (!met)
            add(Check::Guardrail, Weight::Block, 0, subject, detail);
    }
    /// Choosing an approach loads its rule.
    void guardrail()
    {
        switch (plan_.approach) {
        case Approach::BigBang:
            rule(plan_.justification.size() >= LeastWords, "justification",
                 "a big bang needs a justification");
            break;
        case Approach::Shadow:
            rule(has(Phase::Shadow), "shadow", "a shadow step is missing");
            rule(plan_.dailyReportReviewed, "daily_report", "somebody must review the report each day");
            break;
        case Approach::CanaryByRegion:
            rule(canarySlicesMention(Attribute::Region), "region", "a canary slice names no region");
            pausesOnDrift();
            break;
        case Approach::CanaryBySkuClass:
            rule(canarySlicesMention(Attribute::SkuClass), "sku_class", "a canary slice names no SKU class");
            break;
        case Approach::ParallelRun:
            rule(has(Phase::Parallel), "parallel", "a parallel step is missing");
            rule(plan_.diffFeedsExceptions, "diff", "differences must feed the exception queue");
            break;
        }
        complexSegment();
    }
    void pausesOnDrift()
    {
        for (const RolloutStep& s : plan_.steps)
            for (const GatePlan& gate : s.gates)
                if (isLive(s.phase) && gate.blocker.value_or(false) && gate.onNoGo == OnNoGo::None)
                    rule(false, gate.id.c_str(), "a blocking gate must pause on drift");
    }
    void complexSegment()
    {
        bool bySku = false, complex = false;
        for (const RolloutStep& s : plan_.steps)
            for (const PlannedSlice& slice : s.slices)
                if (isLive(s.phase) && s.phase <= Phase::Expand) {
                    bySku |= mentions(slice.predicate, Attribute::SkuClass);
                    complex |= slice.complexLowVolume;
                }
        if (bySku && !complex)
            add(Check::NoComplexSegment,
                plan_.approach == Approach::CanaryBySkuClass ? Weight::Block : Weight::Warn, 0, "",
                "no slice has a complex class of low volume");
    }

    const RolloutPlan& plan_;
    const PlanWorld& world_;
    std::vector<Finding> found_;
};

}  // namespace

std::vector<Finding> validate(const RolloutPlan& plan, const PlanWorld& world)
{
    return Validator(plan, world).all();
}

bool isClean(const std::vector<Finding>& findings)
{
    return std::none_of(findings.begin(), findings.end(),
                        [](const Finding& f) { return f.weight == Weight::Block; });
}

Power powerOf(const GatePlan& gate, const PlannedSlice& slice, const PlanWorld& world)
{
    const auto traffic = world.traffic.find(slice.name);
    const auto past = world.failureRates.find(gate.metric);
    const double orders = traffic == world.traffic.end() ? 0 : traffic->second.ordersPerDay;
    const double rate = past != world.failureRates.end() ? past->second
                        : traffic != world.traffic.end() ? traffic->second.failureRate
                                                         : 0;
    const double share = static_cast<double>(slice.weightBp) / Buckets;
    const double never = std::numeric_limits<double>::infinity();
    const double sampleDays =
        share * orders > 0 ? static_cast<double>(gate.minSample) / (share * orders) : never;
    Power p;
    p.failures = gate.kind == GateKind::Relative;
    std::optional<std::int64_t> need;
    if (p.failures && share > 0 && share < 1)
        need = statistics::failuresUntilSafe(share, gate.ratioSafe, gate.alpha, tOptOf(gate));
    else if (!p.failures && gate.threshold && *gate.threshold > 0 && *gate.threshold < 1)
        need = statistics::ordersUntilBelow(*gate.threshold, rate, tOptOf(gate), gate.alpha);
    p.needed = need ? static_cast<double>(*need) : never;
    p.perDay = p.failures ? orders * rate : orders * share;
    p.days = std::max(p.perDay > 0 ? p.needed / p.perDay : never, sampleDays);
    return p;
}

Suitability suitabilityOf(const SliceTraffic& t)
{
    Suitability s{100, {}};
    const auto against = [&](bool holds, int points, const char* why) {
        if (holds) {
            s.score -= points;
            s.against.emplace_back(why);
        }
    };
    against(t.topDemand, 50, "top_demand");
    against(t.volatility > 5, 30, "volatile");
    against(t.failureRate > 0.02, 25, "failure_sensitive");
    against(t.representative < 0.5, 25, "not_representative");
    against(t.ordersPerDay < 200, 20, "too_small");
    s.score = std::max(s.score, 0);
    return s;
}

Seen notContained(const Seen& everywhere, const Seen& inSlice)
{
    Seen missing;
    for (const auto& [dimension, values] : everywhere) {
        const auto slice = inSlice.find(dimension);
        for (const std::string& value : values)
            if (slice == inSlice.end() || !slice->second.contains(value))
                missing[dimension].insert(value);
    }
    return missing;
}

std::vector<Check> cannotBeMet(Approach approach)
{
    if (approach != Approach::BigBang)
        return {};
    return {Check::FirstCanaryTooLarge, Check::NoControl, Check::CannotConclude};
}

}  // namespace holdpoint::rollout
