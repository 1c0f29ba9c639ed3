// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/controller.h"

#include "core/base/check.h"
#include "core/model/permissions.h"

#include <algorithm>
#include <array>

namespace holdpoint::rollout {
namespace {

constexpr int PausesBeforePoll = 3;

bool isOneOf(Role role, CommandRight right)
{
    const auto who = whoMay(right);
    return std::find(who.begin(), who.end(), role) != who.end();
}

bool holds(const Actor& a, Who who)
{
    if (a.system)
        return who == Who::Sys || (who == Who::SysByPolicy && a.byPolicy);
    switch (who) {
    case Who::Commander: return a.commander;
    case Who::DeputyActing: return a.deputyActing;
    case Who::Owner: return a.seat.has_value() || isOneOf(a.role, CommandRight::Intake);
    case Who::Engineering: return a.seat == Function::Engineering || a.role == Role::Engineer;
    case Who::EngineeringBreakglass: return a.seat == Function::Engineering;
    case Who::OperationsBreakglass: return a.seat == Function::Operations;
    case Who::SeatHolder: return a.seat.has_value();
    case Who::AnyTriage: return a.seat || a.commander || isOneOf(a.role, CommandRight::Triage);
    case Who::Deputy: return a.deputy || a.role == Role::OpsLead;
    case Who::Sys:
    case Who::SysByPolicy: break;
    }
    return false;
}

Phase phaseOf(std::span<const Phase> phases, int step)
{
    return step >= 1 && static_cast<std::size_t>(step) <= phases.size()
               ? phases[static_cast<std::size_t>(step) - 1]
               : Phase::Shadow;
}
bool isLive(Phase phase) { return phase >= Phase::Canary; }

/// Exposure may always go down, also by somebody whose screen is old.
bool lowers(Event event)
{
    return event == Event::Pause || event == Event::StopIntake || event == Event::Narrow ||
           event == Event::Rollback;
}

struct Case {
    const ControlState& state;
    const ControlCommand& command;
    std::span<const Phase> phases;
    const Facts& facts;

    [[nodiscard]] bool met(Guard guard) const
    {
        switch (guard) {
        case Guard::Reason: return !command.reason.empty() || command.trigger || pauseSeenOn();
        case Guard::NeverLive: return !state.wasLive;
        case Guard::WasLive: return state.wasLive;
        case Guard::NotLast: return static_cast<std::size_t>(state.step) < phases.size();
        case Guard::FullPollIfThird: return state.autoPauses < PausesBeforePoll || facts.met(guard);
        case Guard::NotFromHypercare: return !state.fromHypercare;
        case Guard::WasInHypercare: return state.fromHypercare;
        case Guard::PhaseFull: return phaseOf(phases, state.step) == Phase::Full;
        case Guard::NoSlicePaused: return !anyPaused();
        case Guard::TargetStageLive:
            return command.targetStep > 1 && command.targetStep <= state.step &&
                   isLive(phaseOf(phases, command.targetStep - 1));
        default: return facts.met(guard);
        }
    }
    [[nodiscard]] bool anyPaused() const
    {
        return std::any_of(state.slices.begin(), state.slices.end(),
                           [](const SliceStatus& s) { return s.state == SliceState::Paused && !s.excluded; });
    }

private:
    [[nodiscard]] bool pauseSeenOn() const
    {
        return command.event == Event::StopIntake && !command.seenOn.empty();
    }
};

/// A slice is named, it is one of several, and one that is open would be left.
bool leavesAnotherOpen(const Case& c)
{
    const auto& slices = c.state.slices;
    if (!c.command.slice || c.state.state == RolloutState::PausedIntake)
        return false;
    for (std::size_t i = 0; i < slices.size(); ++i)
        if (i != *c.command.slice && slices[i].state == SliceState::Open && !slices[i].excluded)
            return true;
    return false;
}

/// Reopening one slice while others are served: row 12 or 27 for that slice, and the rollout stays where it is.
bool reopensOneSlice(const Case& c)
{
    return (c.command.event == Event::Reopen || c.command.event == Event::ReopenTrial) &&
           positionOf(c.state) == Position::PausedExpansion && c.command.slice &&
           c.state.slices[*c.command.slice].state == SliceState::Paused;
}

const Row* rowFor(const Case& c)
{
    if (reopensOneSlice(c))
        return rowOf(Position::PausedIntake, c.command.event);
    return rowOf(positionOf(c.state), c.command.event);
}

void setSlices(const Case& c, ControlState& next, SliceState from, SliceState to)
{
    for (std::size_t i = 0; i < next.slices.size(); ++i)
        if (next.slices[i].state == from && (!c.command.slice || *c.command.slice == i))
            next.slices[i].state = to;
}

RolloutState stateOf(Position to)
{
    switch (to) {
    case Position::Draft: return RolloutState::Draft;
    case Position::Preflight: return RolloutState::Preflight;
    case Position::HoldFirst:
    case Position::HoldLive:
    case Position::HoldShadow:
    case Position::HoldNext: return RolloutState::Hold;
    case Position::Running:
    case Position::RunningLive:
    case Position::RunningShadow: return RolloutState::Running;
    case Position::PausedShadow:
    case Position::PausedExpansion: return RolloutState::PausedExpansion;
    case Position::PausedIntake: return RolloutState::PausedIntake;
    case Position::RollingBack: return RolloutState::RollingBack;
    case Position::Reconciling: return RolloutState::Reconciling;
    case Position::RolledBack: return RolloutState::RolledBack;
    case Position::Hypercare: return RolloutState::Hypercare;
    case Position::Closed: return RolloutState::Closed;
    case Position::Scrubbed: return RolloutState::Scrubbed;
    case Position::Same: break;
    }
    HP_CHECK(false);
    return RolloutState::Draft;
}

using Effects = std::vector<Effect>;

/// Pause and stop_intake, of a live slice or of the mirror.
Effects paused(const Case& c, ControlState& next)
{
    const Position from = positionOf(c.state);
    const bool stop = c.command.event == Event::StopIntake;
    next.autoPauses += c.command.actor.system;
    next.trial = false;
    if (from == Position::HoldLive || from == Position::HoldShadow)
        --next.step;  // back to the step that is served
    if (!c.state.live) {
        next.mirroring &= !stop;
        return stop ? Effects{Effect::MirroringOff} : Effects{Effect::HoldWeights};
    }
    Effects effects{Effect::HoldWeights};
    if (c.state.trial)
        effects.push_back(Effect::EndTrial);
    if (c.state.state == RolloutState::Hypercare) {
        next.fromHypercare = true;
        effects.push_back(Effect::StopHypercareClock);
    }
    if (stop) {
        const bool partly = leavesAnotherOpen(c);
        setSlices(c, next, SliceState::Open, SliceState::Paused);
        next.state = partly ? RolloutState::PausedExpansion : RolloutState::PausedIntake;
        next.stoppedTo =
            c.facts.met(Guard::LegacyHealthy) ? IntakeDestination::Legacy : IntakeDestination::Park;
        effects.push_back(Effect::StopIntake);
    }
    return effects;
}

/// The slices of another step; one that was cut out stays so.
void serve(const std::vector<std::string>& names, ControlState& next)
{
    std::vector<SliceStatus> slices;
    for (const std::string& name : names) {
        const auto old = std::find_if(next.slices.begin(), next.slices.end(),
                                      [&](const SliceStatus& s) { return s.name == name; });
        slices.push_back({name, SliceState::Open, old != next.slices.end() && old->excluded});
    }
    if (!names.empty())
        next.slices = std::move(slices);
}

Effects committed(const Case& c, ControlState& next)
{
    serve(c.command.slices, next);
    next.live = isLive(phaseOf(c.phases, next.step));
    next.wasLive |= next.live;
    next.mirroring = !next.live;
    next.autoPauses = 0;
    for (SliceStatus& slice : next.slices)
        if (!slice.excluded)
            slice.state = SliceState::Open;
    return {Effect::ApplyWeights, Effect::OpenEvidenceEpoch, Effect::RestartBake,
            next.live ? Effect::MirroringOff : Effect::MirroringOn};
}

Effects resumed(ControlState& next)
{
    if (!next.live)
        next.mirroring = true;
    return next.live ? Effects{} : Effects{Effect::MirroringOn};
}

Effects reopened(const Case& c, ControlState& next)
{
    if (c.command.event == Event::ReopenTrial) {
        next.trial = true;
        return {Effect::StartTrial};
    }
    next.trial = false;
    setSlices(c, next, SliceState::Paused, SliceState::Open);
    return {Effect::EndTrial, Effect::RampIntake};
}

Effects newRun(ControlState& next)
{
    next = {.run = next.run + 1, .slices = {}, .version = next.version};
    return {Effect::NewRun, Effect::VoidChecklistAndVotes};
}

Effects rollingBack(ControlState& next)
{
    next.live = next.trial = next.fromHypercare = next.mirroring = false;
    for (SliceStatus& slice : next.slices)
        slice.state = SliceState::Done;
    return {Effect::ZeroWeights, Effect::StartDisposition};
}

Effects held(ControlState& next, int step)
{
    next.step = step;
    next.autoPauses = 0;
    next.fromHypercare = next.trial = false;
    return {Effect::HoldWeights, Effect::OpenPoll};
}

Effects steppedBack(const Case& c, ControlState& next)
{
    setSlices(c, next, SliceState::Paused, SliceState::Open);
    serve(c.command.slices, next);
    Effects effects = held(next, c.command.targetStep);
    effects.insert(effects.begin(), {Effect::LowerExposure, Effect::OpenEvidenceEpoch});
    return effects;
}

/// All that a row does besides changing the state.
Effects apply(const Case& c, ControlState& next)
{
    switch (c.command.event) {
    case Event::Submit: return {Effect::FreezePlan};
    case Event::Edit: return {Effect::VoidChecklistAndVotes};
    case Event::ChecklistDone: return held(next, 1);
    case Event::Scrub: next.mirroring = false; return {Effect::MirroringOff};
    case Event::Commit: return committed(c, next);
    case Event::PollFail:
    case Event::VoteExpired:
    case Event::EvidenceChanged: return {Effect::ClearVotes};
    case Event::Pause:
    case Event::StopIntake: return paused(c, next);
    case Event::StageComplete: return held(next, c.state.step + 1);
    case Event::Reopen:
    case Event::ReopenTrial: return reopened(c, next);
    case Event::Resume: return resumed(next);
    case Event::StepBack: return steppedBack(c, next);
    case Event::Narrow: return {Effect::LowerExposure, Effect::OpenEvidenceEpoch, Effect::RestartBake};
    case Event::Rollback: return rollingBack(next);
    case Event::DispositionDone: return {Effect::StartReconciliation};
    case Event::OrphanFound: return {Effect::StartDisposition};
    case Event::SignOff: return {Effect::SealReport};
    case Event::NewAttempt: return newRun(next);
    case Event::EnterHypercare: return {Effect::StartHypercareClock};
    case Event::ResumeHypercare: next.fromHypercare = false; return {Effect::ResumeHypercareClock};
    case Event::Close: return {Effect::LiftFreeze};
    case Event::TransferCommand:
    case Event::CastVote:
    case Event::Ack:
    case Event::Annotate:
    case Event::ArmOverride: return {};
    }
    return {};
}

Transition made(const Case& c, const Row& row)
{
    Transition t{row.number, positionOf(c.state), c.state, {}};
    const bool stays = row.to == Position::Same || reopensOneSlice(c);
    if (!stays)
        t.next.state = stateOf(row.to);
    t.effects = apply(c, t.next);
    t.effects.push_back(Effect::Journal);
    ++t.next.version;
    return t;
}

Refusal refusal(const Case& c, Refused why) { return {why, positionOf(c.state), allowed(c.state), {}, {}}; }

bool isBreakGlass(const Actor& actor, const Row& row)
{
    return row.event == Event::Rollback && !actor.system && !actor.commander && !actor.deputyActing;
}

std::vector<Guard> unmet(const Case& c, const Row& row)
{
    std::vector<Guard> missing;
    for (const Guard guard : row.guards)
        if (!c.met(guard))
            missing.push_back(guard);
    if (isBreakGlass(c.command.actor, row) && !c.met(Guard::Reason))
        missing.push_back(Guard::Reason);
    return missing;
}

}  // namespace

Position positionOf(const ControlState& s)
{
    switch (s.state) {
    case RolloutState::Draft: return Position::Draft;
    case RolloutState::Preflight: return Position::Preflight;
    case RolloutState::Hold:
        return s.live ? Position::HoldLive : s.step <= 1 ? Position::HoldFirst : Position::HoldShadow;
    case RolloutState::Running: return s.live ? Position::RunningLive : Position::RunningShadow;
    case RolloutState::PausedExpansion: return s.live ? Position::PausedExpansion : Position::PausedShadow;
    case RolloutState::PausedIntake: return Position::PausedIntake;
    case RolloutState::RollingBack: return Position::RollingBack;
    case RolloutState::Reconciling: return Position::Reconciling;
    case RolloutState::RolledBack: return Position::RolledBack;
    case RolloutState::Hypercare: return Position::Hypercare;
    case RolloutState::Closed: return Position::Closed;
    case RolloutState::Scrubbed: return Position::Scrubbed;
    }
    return Position::Draft;
}

bool mayAct(const Actor& actor, std::span<const Who> who)
{
    return std::any_of(who.begin(), who.end(), [&](Who one) { return holds(actor, one); });
}

std::optional<Transition> trialEnded(const ControlState& state)
{
    if (!state.trial)
        return std::nullopt;
    Transition t{27, positionOf(state), state, {Effect::EndTrial, Effect::Journal}};
    t.next.trial = false;
    ++t.next.version;
    return t;
}

std::vector<Event> allowed(const ControlState& state)
{
    std::vector<Event> events;
    for (const Row& row : rows())
        if (row.from == positionOf(state))
            events.push_back(row.event);
    return events;
}

std::variant<Transition, Refusal> decide(const ControlState& state, const ControlCommand& command,
                                         std::span<const Phase> phases, const Facts& facts)
{
    const Case c{state, command, phases, facts};
    if (command.slice && *command.slice >= state.slices.size())
        return refusal(c, Refused::IllegalTransition);
    const Row* row = rowFor(c);
    if (!row)
        return refusal(c, Refused::IllegalTransition);
    if (!mayAct(command.actor, row->who)) {
        Refusal no = refusal(c, Refused::Forbidden);
        no.whoMay.assign(row->who.begin(), row->who.end());
        return no;
    }
    if (command.seenVersion && *command.seenVersion != state.version && !lowers(command.event))
        return refusal(c, Refused::OldVersion);
    if (auto missing = unmet(c, *row); !missing.empty()) {
        Refusal no = refusal(c, Refused::Unmet);
        no.unmet = std::move(missing);
        return no;
    }
    HP_CHECK(!(row->raisesWeight && command.actor.system));
    return made(c, *row);
}

}  // namespace holdpoint::rollout
