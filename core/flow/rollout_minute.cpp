// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_acts.h"

#include <algorithm>
#include <cmath>

/// What the engine does by itself. It can only take back: end a trial, hold growth, stop intake, roll back by a plan that was
/// signed, and complete a step into its hold point.
namespace holdpoint::flow {
namespace {

using rollout::Event;
using rollout::Reaction;

constexpr std::int64_t MinuteMs = 60'000, DayMs = 86'400'000;
constexpr Milliseconds NoteEvery{10 * MinuteMs};
constexpr Milliseconds PollFailsAfter{15 * MinuteMs};
constexpr Milliseconds ProposeAfter{120 * MinuteMs};

bool isUnderWay(const Rollout& r)
{
    return r.plan && r.control.step > 0 && !isTerminal(positionOf(r.control)) &&
           r.control.state != RolloutState::RolledBack;
}
/// Something is served or mirrored, or was until it was stopped.
bool isServed(const Rollout& r)
{
    switch (r.control.state) {
    case RolloutState::Hold:
    case RolloutState::Running:
    case RolloutState::PausedExpansion:
    case RolloutState::PausedIntake:
    case RolloutState::Hypercare: return r.servedStep > 0;
    default: return false;
    }
}

void enforceFreezes(Desk& desk)
{
    for (std::size_t i = 0; i < desk.now().freezes.size(); ++i) {
        const rollout::Freeze f = desk.now().freezes[i];
        if (f.state == FreezeState::Approved && rollout::binds(f, desk.turn().now))
            desk.say(FreezeMoved{static_cast<std::uint16_t>(i + 1),
                                 f.kind,
                                 FreezeState::Enforced,
                                 f.from,
                                 f.to,
                                 {},
                                 f.reason});
    }
}

// ── gates ──

std::int64_t millionths(double value)
{
    constexpr double Most = 9e12;
    return std::isfinite(value)
               ? static_cast<std::int64_t>(std::llround(std::clamp(value, -Most, Most) * 1e6))
               : 0;
}

bool isLatched(const GateReadings& readings, std::size_t gate, std::size_t slice)
{
    return std::any_of(readings.gates.begin(), readings.gates.end(), [&](const GateNow& now) {
        return now.gate == gate && now.slice == slice && now.latched;
    });
}

void turnGate(Desk& desk, const rollout::JudgedGate& g, std::size_t slice, bool latched)
{
    const rollout::GateResult& now = g.result;
    const auto known = desk.now().gates.find({g.plan->id, static_cast<int>(slice) + 1});
    const GateStanding before = known == desk.now().gates.end() ? GateStanding{} : known->second;
    const bool otherReason = now.verdict == GateVerdict::Inconclusive && now.reason != before.reason;
    if (now.verdict == before.verdict && latched == before.latched && !otherReason)
        return;
    GateTurned t;
    t.gate = desk.code(g.plan->id);
    t.slice = static_cast<std::uint16_t>(slice + 1);
    t.verdict = now.verdict;
    t.reason = now.verdict == GateVerdict::Inconclusive ? now.reason : InconclusiveReason::None;
    t.sample = now.sample;
    t.failures = now.failures;
    t.canaryFailures = now.canaryFailures;
    t.value = millionths(now.value);
    t.threshold = millionths(now.threshold);
    t.latched = latched;
    desk.say(std::move(t));
}

void turnGates(Desk& desk)
{
    const JudgedSlices judged = judge(desk.now(), desk.turn().world, desk.turn().readings);
    for (std::size_t s = 0; s < judged.slices.size(); ++s)
        for (std::size_t g = 0; g < judged.slices[s].size(); ++g) {
            rollout::JudgedGate one = judged.slices[s][g];
            one.plan = &desk.now().stepServed()->gates[g];
            turnGate(desk, one, s, isLatched(desk.turn().readings, g, s));
        }
}

// ── triggers ──

std::vector<rollout::JudgedGate> allGates(const Desk& desk)
{
    std::vector<rollout::JudgedGate> all;
    for (auto& slice : judge(desk.now(), desk.turn().world, desk.turn().readings).slices)
        all.insert(all.end(), slice.begin(), slice.end());
    return all;
}

std::vector<std::string> violatedOf(const std::vector<rollout::JudgedGate>& gates, const RolloutWorld& world)
{
    std::vector<std::string> all = world.violated.value_or(std::vector<std::string>{});
    for (const rollout::JudgedGate& g : gates)
        if (g.plan->kind == rollout::GateKind::Invariant && !g.plan->dryRun &&
            g.result.verdict == GateVerdict::NoGo)
            all.push_back(g.plan->id);
    return all;
}

rollout::TriggerFacts triggerFacts(const Desk& desk)
{
    const Rollout& r = desk.now();
    const RolloutWorld& w = desk.turn().world;
    const GateReadings& m = desk.turn().readings;
    const Instant now = desk.turn().now;
    const RolloutState state = r.control.state;
    rollout::TriggerFacts f;
    f.phase = r.stepServed()->phase;
    f.gates = allGates(desk);
    f.logESplit = m.logESplit;
    f.exceptionsGrowing = w.exceptionsGrowing;
    f.openP1P2 = w.openP1P2;
    f.oldestP2 = w.oldestP2;
    f.reconAccuracy = m.reconAccuracy;
    f.hardFreeze = rollout::hardFreeze(r.freezes, now);
    if (w.seen)
        f.commandAbsent = postNow(r, desk.turn()).absent(now);
    f.voteTurnedNoGo = (state == RolloutState::Running || state == RolloutState::Hypercare) &&
                       pollOf(r).anyNoGo(evidenceOf(r, w, m), now);
    f.burnRatePage = m.burnRatePage;
    f.breakerOpen = w.breakerOpen;
    f.legacyPathHealthy = w.legacyHealthy.value_or(true);
    f.breakingDrift = w.breakingDrift.value_or(false);
    f.p95Lower = m.p95Lower;
    f.violated = violatedOf(f.gates, w);
    f.canaryHarm = m.canaryHarm;
    f.blockers = std::max(1, rollout::blockersOf(r.stepServed()->gates));
    f.canaryFailures = m.canaryFailures;
    f.failureBuckets = m.failureBuckets;
    if (r.stoppedSince != Never)
        f.intakeStoppedFor = now - r.stoppedSince;
    return f;
}

std::string detailOf(Trigger trigger, const rollout::TriggerFacts& f)
{
    std::string words;
    const auto add = [&](const std::string& word) { words += (words.empty() ? "" : ", ") + word; };
    if (trigger == Trigger::C1)
        for (const std::string& invariant : f.violated)
            add(invariant);
    if (trigger == Trigger::A1 || trigger == Trigger::A2)
        for (const rollout::JudgedGate& g : f.gates)
            if (g.plan->blocker.value_or(false) && !g.overridden && g.result.verdict != GateVerdict::Go)
                add(g.plan->id);
    return words;
}

rollout::TriggerBoard boardOf(const Rollout& r, const RolloutWatch& watch)
{
    rollout::TriggerBoard::State s;
    for (std::size_t i = 0; i < r.triggers.size(); ++i)
        s.active[i] = r.triggers[i].on;
    s.clear = watch.clear;
    return rollout::TriggerBoard(s);
}

void propose(Desk& desk, Trigger trigger, bool executes)
{
    const Rollout& r = desk.now();
    if (r.proposal || !r.control.wasLive || rollout::rowOf(positionOf(r.control), Event::Rollback) == nullptr)
        return;
    desk.say(RollbackProposed{trigger, executes, false, {}});
}

void stop(Desk& desk, Trigger trigger)
{
    const rollout::ControlState& c = desk.now().control;
    if (c.live || c.mirroring)  // else it is stopped
        desk.bySystem(Event::StopIntake, std::string(name(trigger)), trigger);
}

/// The strongest that a gate which is NO-GO asks for.
rollout::OnNoGo policyOf(const rollout::TriggerFacts& f)
{
    rollout::OnNoGo most = rollout::OnNoGo::None;
    for (const rollout::JudgedGate& g : f.gates)
        if (g.plan->blocker.value_or(false) && !g.plan->dryRun && !g.overridden &&
            g.result.verdict == GateVerdict::NoGo)
            most = std::max(most, g.plan->onNoGo);
    return most;
}

void pauseOrMore(Desk& desk, Trigger trigger, const rollout::TriggerFacts& f)
{
    const rollout::OnNoGo policy = trigger == Trigger::A1 ? policyOf(f) : rollout::OnNoGo::None;
    if (policy < rollout::OnNoGo::StopIntake) {
        desk.bySystem(Event::Pause, std::string(name(trigger)), trigger);
        return;
    }
    stop(desk, trigger);
    if (policy == rollout::OnNoGo::Rollback)
        propose(desk, trigger, true);
}

void react(Desk& desk, Trigger trigger, const rollout::TriggerFacts& f, bool fresh)
{
    const rollout::OnNoGo policy = policyOf(f);
    switch (rollout::reactionOf(trigger, policy, f.intakeStoppedFor)) {
    case Reaction::PauseExpansion: return pauseOrMore(desk, trigger, f);
    case Reaction::StopIntake:
        stop(desk, trigger);
        if (trigger == Trigger::C1 && fresh)
            propose(desk, trigger, desk.now().stepServed()->onInvariant == rollout::OnNoGo::Rollback);
        if (trigger == Trigger::C2 && fresh)
            propose(desk, trigger, false);
        return;
    case Reaction::Rollback:
        if (!desk.bySystem(Event::Rollback, std::string(name(trigger)), trigger, true))
            stop(desk, trigger);
        return;
    case Reaction::ProposeRollback:
        if (f.intakeStoppedFor > ProposeAfter)
            propose(desk, trigger, false);
        return;
    case Reaction::PageDeputy:
    case Reaction::None: return;
    }
}

void pullTriggers(Desk& desk, RolloutWatch& watch)
{
    const rollout::TriggerFacts facts = triggerFacts(desk);
    rollout::TriggerBoard board = boardOf(desk.now(), watch);
    const auto fresh = board.look(rollout::levelsOf(facts), desk.turn().now);
    watch.clear = board.state().clear;
    for (std::size_t i = 0; i < rollout::TriggerCount; ++i) {
        const auto trigger = static_cast<Trigger>(i);
        if (board.isActive(trigger) != desk.now().triggers[i].on)
            desk.say(TriggerTurned{trigger, board.isActive(trigger), detailOf(trigger, facts)});
    }
    for (std::size_t i = 0; i < rollout::TriggerCount; ++i) {
        const auto trigger = static_cast<Trigger>(i);
        if (!board.isActive(trigger))
            continue;
        if (trigger != Trigger::C3)
            desk.endTrial(trigger);
        react(desk, trigger, facts, std::find(fresh.begin(), fresh.end(), trigger) != fresh.end());
        if (!isServed(desk.now()))
            return;  // rolled back
    }
}

// ── clocks and deadlines ──

void lookAtPoll(Desk& desk)
{
    const Rollout& r = desk.now();
    if (r.control.state != RolloutState::Hold)
        return;
    const Instant now = desk.turn().now;
    const Hash current = evidenceOf(r, desk.turn().world, desk.turn().readings);
    const rollout::Poll poll = pollOf(r);
    Instant last{};
    bool old = false, allGo = true;
    for (const auto& [seat, vote] : r.poll.votes) {
        last = std::max(last, vote.at);
        old |= now - vote.at >= rollout::Poll::VoteLife;
        allGo &= vote.vote == Vote::Go;
    }
    const bool failed = poll.missing(current, now).empty() && !allGo && now - last >= PollFailsAfter;
    bool cleared = false;
    if (r.poll.evidence != current)
        cleared = r.poll.votes.empty() || desk.bySystem(Event::EvidenceChanged, "");
    else if (old)
        cleared = desk.bySystem(Event::VoteExpired, "");
    else if (failed && !r.armed)
        cleared = desk.bySystem(Event::PollFail, "");
    if (cleared)
        desk.openPoll();
}

/// How often a minute of the day was passed since the last look.
int passed(const std::vector<int>& minutes, Instant last, Instant now)
{
    int n = 0;
    for (const int minute : minutes) {
        const std::int64_t at = minute * MinuteMs;
        n += static_cast<int>((now.ms - at) / DayMs - (last.ms - at) / DayMs);
    }
    return n;
}

void runClocks(Desk& desk, const RolloutWatch& watch)
{
    const Rollout& r = desk.now();
    const bool runs = r.control.state == RolloutState::Running;
    if (!runs && r.control.state != RolloutState::Hypercare)
        return;
    const Instant now = desk.turn().now;
    const bool counts = runs && isFresh(r, desk.turn());
    const bool turned =
        runs && (counts != r.bake.ranLast || r.bake.run != evidenceRunOf(r, desk.turn().world));
    int cutoffs = 0, peaks = 0;
    if (counts && watch.lastLook != Never) {
        cutoffs = passed(desk.turn().world.plan.cutoffMinutes, watch.lastLook, now);
        peaks = passed(desk.turn().world.plan.peakMinutes, watch.lastLook, now);
    }
    if (turned || cutoffs > 0 || peaks > 0 || now - r.bake.last >= NoteEvery)
        desk.noteBake(false, false, cutoffs, peaks);
}

void completeStep(Desk& desk)
{
    if (desk.now().control.state != RolloutState::Running)
        return;
    if (desk.bySystem(Event::StageComplete, ""))
        return;
    const bool timedOut = desk.bakeNow().timedOut(bakeNeeds(desk.now(), desk.turn()));
    const StepVerdict verdict = judge(desk.now(), desk.turn().world, desk.turn().readings).verdict;
    if (timedOut && verdict != StepVerdict::Go && verdict != StepVerdict::GoWithAck)
        desk.bySystem(Event::Pause, "bake_timeout");
}

void lookAtDeadlines(Desk& desk)
{
    const Rollout& r = desk.now();
    const Instant now = desk.turn().now;
    if (r.control.trial && now - r.trialSince >= TrialLength)
        desk.endTrial({});
    if (r.proposal && r.proposal->isDue(now))
        desk.bySystem(Event::Rollback, "the proposal was not stopped", r.proposal->trigger, true);
}

void lookAtRollback(Desk& desk)
{
    const auto& rollback = desk.turn().world.rollback;
    if (desk.now().control.state == RolloutState::RollingBack)
        desk.bySystem(Event::DispositionDone, "");
    if (desk.now().control.state == RolloutState::Reconciling && rollback && rollback->orphan)
        desk.bySystem(Event::OrphanFound, "");
}

}  // namespace

bool rolloutMinute(const Rollout& rollout, RolloutWatch& watch, const RolloutTurn& turn, StepBody& out)
{
    Desk desk(rollout, turn, out);
    const bool goesOn = std::exchange(watch.continues, true);
    if (isUnderWay(rollout)) {
        if (!goesOn && (rollout.bake.ranLast || rollout.control.state == RolloutState::Hypercare))
            desk.skipGap();
        enforceFreezes(desk);
        if (isServed(desk.now())) {
            turnGates(desk);
            pullTriggers(desk, watch);
        }
        lookAtDeadlines(desk);
        lookAtPoll(desk);
        runClocks(desk, watch);
        completeStep(desk);
        lookAtRollback(desk);
    }
    watch.lastLook = turn.now;
    return !desk.saidNothing();
}

Instant nextLook(const Rollout& r, Instant now)
{
    return isUnderWay(r) ? Instant{(now.ms / MinuteMs + 1) * MinuteMs} : Never;
}

}  // namespace holdpoint::flow
