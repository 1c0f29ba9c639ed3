// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/triggers.h"

#include <algorithm>
#include <cmath>

namespace holdpoint::rollout {
namespace {

constexpr double Clear = 0.8;
constexpr double AlphaRollback = 0.01;
constexpr double RatioRollback = 1.5;
constexpr Milliseconds Minute{60'000};

Level levelIf(bool tripped) { return tripped ? Level::Tripped : Level::Clear; }

/// Over the limit; clear again at 0.8 of it.
Level over(double value, double limit, bool atLimit = false)
{
    if (value > limit || (atLimit && value == limit))
        return Level::Tripped;
    return value <= Clear * limit ? Level::Clear : Level::Between;
}
Level over(std::optional<Milliseconds> value, Milliseconds limit)
{
    return value ? over(static_cast<double>(value->count()), static_cast<double>(limit.count()))
                 : Level::Unknown;
}

/// The worst of several conditions; clear only if each that is known is, and one is.
Level worst(std::initializer_list<Level> levels) { return *std::max_element(levels.begin(), levels.end()); }

bool decides(const JudgedGate& g)
{
    return !g.plan->dryRun && g.plan->blocker.value_or(false) && !g.overridden;
}

Level anyNoGo(const TriggerFacts& f)
{
    const bool any = std::any_of(f.gates.begin(), f.gates.end(), [](const JudgedGate& g) {
        return decides(g) && g.result.verdict == GateVerdict::NoGo && g.plan->onNoGo != OnNoGo::None;
    });
    return levelIf(any);
}

Level anyStale(const TriggerFacts& f)
{
    return levelIf(std::any_of(f.gates.begin(), f.gates.end(), [](const JudgedGate& g) {
        return decides(g) && (g.result.reason == InconclusiveReason::StaleData ||
                              g.result.reason == InconclusiveReason::MetricError);
    }));
}

Level backlog(const TriggerFacts& f)
{
    const Level growing = f.exceptionsGrowing ? levelIf(*f.exceptionsGrowing) : Level::Unknown;
    const Level open =
        f.openP1P2 ? over(static_cast<double>(*f.openP1P2), static_cast<double>(f.capP1P2)) : Level::Unknown;
    return worst({growing, open, over(f.oldestP2, f.slaP2)});
}

Level command(const TriggerFacts& f)
{
    const bool absent = f.phase >= Phase::Canary && f.commandAbsent && *f.commandAbsent > 15 * Minute;
    return levelIf(f.hardFreeze || absent);
}

/// An error at legacy as well is the vendor's, and legacy would be no better off.
Level breaker(const TriggerFacts& f)
{
    return levelIf(f.breakerOpen && *f.breakerOpen > 10 * Minute && f.legacyPathHealthy);
}

}  // namespace

bool harmIsProven(const TriggerFacts& f)
{
    if (f.canaryHarm.empty() || f.canaryFailures < 5 || f.failureBuckets < 2)
        return false;
    const double needed = std::log(std::max(f.blockers, 1) / AlphaRollback);
    return statistics::logEHarm(f.canaryHarm, GatePlan{}.ratioHarm) >= needed &&
           statistics::ratioInterval(f.canaryHarm.back()).low >= RatioRollback;
}

Levels levelsOf(const TriggerFacts& f)
{
    Levels l{};
    const auto set = [&](Trigger t, Level level) { l[static_cast<std::size_t>(t)] = level; };
    set(Trigger::A1, anyNoGo(f));
    set(Trigger::A2, anyStale(f));
    set(Trigger::A3,
        f.logESplit ? levelIf(*f.logESplit >= std::log(statistics::SplitAlarm)) : Level::Unknown);
    set(Trigger::A4, backlog(f));
    set(Trigger::A5, f.reconAccuracy ? levelIf(*f.reconAccuracy < f.reconGate) : Level::Unknown);
    set(Trigger::A6, command(f));
    set(Trigger::A7, levelIf(f.voteTurnedNoGo));
    set(Trigger::B1, f.burnRatePage ? levelIf(*f.burnRatePage) : Level::Unknown);
    set(Trigger::B2, breaker(f));
    set(Trigger::B3, levelIf(f.breakingDrift));
    set(Trigger::B4, over(f.p95Lower, 2 * f.sloLatency));
    set(Trigger::C1, levelIf(!f.violated.empty()));
    set(Trigger::C2, levelIf(harmIsProven(f)));
    set(Trigger::C3, levelIf(f.intakeStoppedFor > 60 * Minute));
    return l;
}

Reaction reactionOf(Trigger trigger, OnNoGo policy, Milliseconds stoppedFor)
{
    switch (trigger) {
    case Trigger::A1:
    case Trigger::A2:
    case Trigger::A3:
    case Trigger::A4:
    case Trigger::A5:
    case Trigger::A6:
    case Trigger::A7: return Reaction::PauseExpansion;
    case Trigger::B1:
    case Trigger::B2:
    case Trigger::B3:
    case Trigger::B4: return Reaction::StopIntake;
    case Trigger::C1: return Reaction::StopIntake;  // at once; its rollback is a Proposal
    case Trigger::C2: return policy == OnNoGo::Rollback ? Reaction::Rollback : Reaction::StopIntake;
    case Trigger::C3: return stoppedFor > 120 * Minute ? Reaction::ProposeRollback : Reaction::PageDeputy;
    }
    return Reaction::None;
}

std::vector<Trigger> TriggerBoard::look(const Levels& levels, Instant now)
{
    std::vector<Trigger> fresh;
    for (std::size_t i = 0; i < TriggerCount; ++i) {
        state_.clear[i] =
            levels[i] == Level::Clear ? static_cast<std::uint8_t>(std::min(state_.clear[i] + 1, 2)) : 0;
        if (levels[i] == Level::Tripped && !state_.active[i])
            fresh.push_back(static_cast<Trigger>(i));
        state_.active[i] = levels[i] == Level::Tripped || (state_.active[i] && state_.clear[i] < 2);
    }
    if (anyActive())
        state_.lastActive = now;
    return fresh;
}

bool TriggerBoard::anyActive() const
{
    return std::any_of(state_.active.begin(), state_.active.end(), [](bool a) { return a; });
}

bool TriggerBoard::cooled(Instant now) const { return !anyActive() && now - state_.lastActive >= CoolDown; }

}  // namespace holdpoint::rollout
