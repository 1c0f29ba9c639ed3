// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/gate.h"

#include <algorithm>
#include <cmath>

namespace holdpoint::rollout {
namespace {

using statistics::Question;
using statistics::Trials;
constexpr int StaleIntervals = 3;

void say(GateResult& r, GateVerdict verdict, InconclusiveReason reason = InconclusiveReason::None)
{
    r.verdict = verdict;
    r.reason = reason;
}
void wait(GateResult& r, InconclusiveReason reason) { say(r, GateVerdict::Inconclusive, reason); }

/// True if there is no telling at all.
bool withoutData(const GatePlan& plan, const GateReading& reading, Instant now, GateResult& r)
{
    if (reading.sourceFailed)
        wait(r, InconclusiveReason::MetricError);
    else if (reading.watermark.ms == 0)
        wait(r, InconclusiveReason::NoData);
    else if (now - reading.watermark > StaleIntervals * plan.interval)
        wait(r, InconclusiveReason::StaleData);
    else
        return false;
    return true;
}

double shareOf(Trials t) { return t.n == 0 ? 0 : static_cast<double>(t.x) / static_cast<double>(t.n); }

/// ln E that the rate is on the bad and on the good side of the threshold.
struct Sides {
    double bad = 0;
    double good = 0;
};
Sides sidesOf(const GatePlan& plan, Trials t)
{
    const Question q(*plan.threshold,
                     plan.kind == GateKind::Relative ? static_cast<double>(plan.minSample) : tOptOf(plan));
    const double above = q.above(t), below = q.below(t);
    return plan.compare == Compare::AtLeast ? Sides{below, above} : Sides{above, below};
}

bool hasRate(const GatePlan& plan) { return plan.threshold && *plan.threshold > 0 && *plan.threshold < 1; }

double logHarm(const GatePlan& plan, const GateReading& reading)
{
    double log = 0;
    for (const statistics::Epoch& e : reading.epochs)
        if (e.failures.n > 0 && e.share > 0 && e.share < 1)
            log += Question(statistics::coinOf(e.share, plan.ratioHarm),
                            plan.kind == GateKind::Relative ? tOptOf(plan) : 50)
                       .above(e.failures);
    return log;
}

/// The vendor is ill for both: not the canary's fault, unless the canary is surely worse than the control.
bool controlIsIll(const GatePlan& plan, const GateReading& reading, const GateResult& r)
{
    return hasRate(plan) && reading.control.n > 0 && sidesOf(plan, reading.control).bad >= r.neededHarm;
}

void absolute(const GatePlan& plan, const GateReading& reading, GateResult& r)
{
    r.value = shareOf(reading.canary);
    if (!hasRate(plan))
        return wait(r, InconclusiveReason::MetricError);
    if (reading.canary.n == 0)
        return wait(r, reading.immature > 0 ? InconclusiveReason::Immature : InconclusiveReason::NoData);
    const Sides sides = sidesOf(plan, reading.canary);
    r.logEHarm = sides.bad;
    r.logESafe = sides.good;
    if (sides.bad >= r.neededHarm) {
        const bool worse = logHarm(plan, reading) >= r.neededHarm;
        if (controlIsIll(plan, reading, r) && !worse)
            return wait(r, InconclusiveReason::ControlUnhealthy);
        return say(r, GateVerdict::NoGo);
    }
    if (reading.canary.n < plan.minSample)
        return wait(r, InconclusiveReason::MinSample);
    if (sides.good >= r.neededSafe)
        return say(r, GateVerdict::Go);
    wait(r, InconclusiveReason::WideInterval);
}

void sumEpochs(const GateReading& reading, GateResult& r)
{
    for (const statistics::Epoch& e : reading.epochs) {
        r.failures += e.failures.n;
        r.canaryFailures += e.failures.x;
        r.share = e.share;
    }
    const double canary = shareOf(reading.canary), control = shareOf(reading.control);
    r.value = control > 0 ? canary / control : 0;
}

void relative(const GatePlan& plan, const GateReading& reading, GateResult& r)
{
    sumEpochs(reading, r);
    if (reading.split)
        return wait(r, InconclusiveReason::Srm);
    const bool control = std::any_of(reading.epochs.begin(), reading.epochs.end(),
                                     [](const auto& e) { return e.share > 0 && e.share < 1; });
    if (!control)
        return wait(r, InconclusiveReason::NoControl);
    if (reading.canary.n == 0)
        return wait(r, reading.immature > 0 ? InconclusiveReason::Immature : InconclusiveReason::NoData);
    r.logEHarm = logHarm(plan, reading);
    r.logESafe = statistics::logESafe(reading.epochs, plan.ratioSafe, tOptOf(plan));
    if (r.logEHarm >= r.neededHarm)
        return r.failures >= plan.minEvents ? say(r, GateVerdict::NoGo)
                                            : wait(r, InconclusiveReason::MinEvents);
    if (controlIsIll(plan, reading, r))
        return wait(r, InconclusiveReason::ControlUnhealthy);
    if (reading.canary.n < plan.minSample)
        return wait(r, InconclusiveReason::MinSample);
    const bool fewAtAll = hasRate(plan) && sidesOf(plan, reading.canary).good >= r.neededSafe;
    if (r.logESafe >= r.neededSafe || fewAtAll)
        return say(r, GateVerdict::Go);
    wait(r, r.failures < plan.minEvents ? InconclusiveReason::MinEvents : InconclusiveReason::WideInterval);
}

bool isOutside(const GatePlan& plan, double value)
{
    switch (plan.compare) {
    case Compare::AtMost: return value > *plan.threshold;
    case Compare::AtLeast: return value < *plan.threshold;
    case Compare::Equal: return value != *plan.threshold;
    }
    return true;
}

/// Far enough on the good side to clear what has tripped.
bool isClear(const GatePlan& plan, double value)
{
    switch (plan.compare) {
    case Compare::AtMost: return value <= *plan.threshold * plan.clearRatio;
    case Compare::AtLeast: return value >= *plan.threshold / plan.clearRatio;
    case Compare::Equal: return value == *plan.threshold;
    }
    return false;
}

/// Two windows on the clear side end a trip; one reading outside of it begins them anew.
void clearing(const GatePlan& plan, double value, GateMemory& m, Instant now)
{
    if (!isClear(plan, value)) {
        m.clearSince = Never;
        return;
    }
    if (m.clearSince == Never)
        m.clearSince = now;
    m.clearWindows = plan.window.count() == 0 ? 2 : static_cast<int>((now - m.clearSince) / plan.window);
    if (m.tripped && m.clearWindows >= 2) {
        m.tripped = false;
        m.outside = {};
    }
}

void point(const GatePlan& plan, const GateReading& reading, GateMemory& m, Instant now, GateResult& r)
{
    if (!reading.point || !plan.threshold) {
        m.withinSince = Never;
        return wait(r, plan.threshold ? InconclusiveReason::NoData : InconclusiveReason::MetricError);
    }
    r.value = *reading.point;
    const bool outside = isOutside(plan, r.value);
    m.outside = {outside, m.outside[0], m.outside[1]};
    m.withinSince = outside ? Never : std::min(m.withinSince, now);
    m.tripped |= m.outside[0] + m.outside[1] + m.outside[2] >= 2;
    clearing(plan, r.value, m, now);
    if (m.tripped)
        return say(r, GateVerdict::NoGo);
    if (outside || now - m.withinSince < plan.window)
        return wait(r, InconclusiveReason::Immature);
    say(r, GateVerdict::Go);
}

void invariant(const GateReading& reading, GateResult& r)
{
    if (!reading.violations)
        return wait(r, InconclusiveReason::NoData);
    r.value = static_cast<double>(*reading.violations);
    say(r, *reading.violations == 0 ? GateVerdict::Go : GateVerdict::NoGo);
}

void judge(const GatePlan& plan, const GateReading& reading, GateMemory& memory, Instant now, GateResult& r)
{
    switch (plan.kind) {
    case GateKind::Absolute: return absolute(plan, reading, r);
    case GateKind::Relative: return relative(plan, reading, r);
    case GateKind::Point: return point(plan, reading, memory, now, r);
    case GateKind::Invariant: return invariant(reading, r);
    case GateKind::Checklist:
        return reading.evidenced ? say(r, GateVerdict::Go) : wait(r, InconclusiveReason::NoData);
    }
}

}  // namespace

GateResult evaluate(const GatePlan& plan, const GateReading& reading, GateMemory& memory, int blockers,
                    Instant now)
{
    GateResult r;
    r.threshold = plan.threshold.value_or(0);
    r.sample = reading.canary.n;
    r.blockers = std::max(blockers, 1);
    r.neededHarm = std::log(r.blockers / plan.alpha);
    r.neededSafe = std::log(1 / plan.alpha);
    r.watermark = reading.watermark;
    const bool seen = plan.kind == GateKind::Invariant && reading.violations.value_or(0) > 0;
    if (plan.kind == GateKind::Checklist || seen || !withoutData(plan, reading, now, r))
        judge(plan, reading, memory, now, r);
    else
        memory.withinSince = memory.clearSince = Never;
    const bool byEvidence = plan.kind != GateKind::Point && plan.kind != GateKind::Checklist;
    memory.latched |= byEvidence && r.verdict == GateVerdict::NoGo;
    if (memory.latched)
        say(r, GateVerdict::NoGo);
    return r;
}

void addInterval(const GatePlan& plan, const GateReading& reading, GateResult& result)
{
    if (plan.kind == GateKind::Absolute)
        result.interval = statistics::confidence(reading.canary, plan.alpha, tOptOf(plan));
    if (plan.kind == GateKind::Relative && !reading.epochs.empty())  // intervals of epochs do not add up
        result.interval = statistics::ratioInterval(reading.epochs.back(), plan.alpha, tOptOf(plan));
}

StepVerdict stepVerdict(const std::vector<JudgedGate>& gates)
{
    bool deciding = false, waiting = false, withAck = false;
    for (const JudgedGate& g : gates) {
        if (g.plan->dryRun)
            continue;
        const GateVerdict verdict = g.overridden ? GateVerdict::Go : g.result.verdict;
        if (!g.plan->blocker.value_or(true)) {
            withAck |= verdict == GateVerdict::NoGo;
            continue;
        }
        deciding = true;
        if (verdict == GateVerdict::NoGo)
            return StepVerdict::NoGo;
        waiting |= verdict == GateVerdict::Inconclusive;
    }
    if (!deciding || waiting)
        return StepVerdict::Inconclusive;
    return withAck ? StepVerdict::GoWithAck : StepVerdict::Go;
}

std::vector<const GatePlan*> unacknowledged(const std::vector<JudgedGate>& gates)
{
    std::vector<const GatePlan*> open;
    for (const JudgedGate& g : gates)
        if (!g.plan->dryRun && !g.plan->blocker.value_or(true) && !g.acknowledged &&
            g.result.verdict == GateVerdict::NoGo)
            open.push_back(g.plan);
    return open;
}

int blockersOf(const std::vector<GatePlan>& gates)
{
    return static_cast<int>(std::count_if(gates.begin(), gates.end(), [](const GatePlan& g) {
        return !g.dryRun && g.blocker.value_or(false);
    }));
}

Hash evidenceHash(const Evidence& e)
{
    std::string text;
    const auto add = [&](std::string_view part) {
        text += std::to_string(part.size()) + ':' + std::string(part);
    };
    for (const auto& part : {e.plan, e.build, e.rules, e.mappings, e.contracts, e.thresholds})
        add(part);
    auto verdicts = e.verdicts;
    std::sort(verdicts.begin(), verdicts.end());
    for (const auto& [gate, verdict] : verdicts) {
        add(gate);
        add(name(verdict));
    }
    return sha256(text);
}

}  // namespace holdpoint::rollout
