// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_acts.h"

#include "core/rollout/plan_json.h"

#include <algorithm>

/// What follows from a move of the controller: the facts that make it true.
namespace holdpoint::flow {
namespace {

using rollout::Effect;
using rollout::Event;

constexpr int TrialShare = 10;  // a tenth of the weight

bool bakes(const Rollout& r) { return r.control.state == RolloutState::Running; }

const rollout::ServedSlice* named(const std::vector<rollout::ServedSlice>& all, const std::string& name)
{
    for (const rollout::ServedSlice& slice : all)
        if (slice.name == name)
            return &slice;
    return nullptr;
}

/// What was cut out of the slice; of one that is new, all that was cut out anywhere.
std::vector<rollout::Predicate> cutOf(const std::vector<rollout::ServedSlice>& before,
                                      const std::string& name)
{
    if (const rollout::ServedSlice* same = named(before, name))
        return same->excluded;
    std::vector<rollout::Predicate> all;
    for (const rollout::ServedSlice& slice : before)
        for (const rollout::Predicate& p : slice.excluded)
            if (std::find(all.begin(), all.end(), p) == all.end())
                all.push_back(p);
    return all;
}

/// The state that a move leads to.
RolloutMoved movedTo(const rollout::ControlState& next)
{
    RolloutMoved m;
    m.state = next.state;
    m.step = static_cast<std::uint16_t>(next.step);
    m.live = next.live;
    m.wasLive = next.wasLive;
    m.mirroring = next.mirroring;
    m.fromHypercare = next.fromHypercare;
    m.trial = next.trial;
    m.autoPauses = static_cast<std::uint16_t>(next.autoPauses);
    m.run = static_cast<std::uint32_t>(next.run);
    m.stoppedTo = next.stoppedTo;
    for (const rollout::SliceStatus& s : next.slices)
        m.slices.push_back({s.state, s.excluded});
    return m;
}

}  // namespace

void Desk::say(FactBody body)
{
    out_.facts.push_back({0, turn_.now, std::move(body)});
    applyRolloutFact(r_, out_.facts.back(), turn_.names);
}

Result<> Desk::move(const rollout::ControlCommand& command)
{
    const std::vector<Phase> phases = r_.plan ? rollout::phasesOf(*r_.plan) : std::vector<Phase>{};
    const auto answer = rollout::decide(r_.control, command, phases, factsOf(r_, command, turn_));
    if (const auto* refusal = std::get_if<rollout::Refusal>(&answer))
        return errorOf(r_, *refusal, command.event);
    record(std::get<rollout::Transition>(answer), command);
    return {};
}

bool Desk::bySystem(Event event, const std::string& reason, std::optional<Trigger> trigger, bool byPolicy)
{
    rollout::ControlCommand c;
    c.event = event;
    c.actor.system = true;
    c.actor.byPolicy = byPolicy;
    c.reason = reason;
    c.trigger = trigger;
    return move(c).has_value();
}

void Desk::endTrial(std::optional<Trigger> trigger)
{
    const auto ended = rollout::trialEnded(r_.control);
    if (!ended)
        return;
    rollout::ControlCommand c;
    c.actor.system = true;
    c.trigger = trigger;
    c.event = Event::ReopenTrial;
    record(*ended, c);
}

void Desk::tell(const char* event, int row, const std::string& by, const std::string& reason)
{
    rollout::Transition t{row, positionOf(r_.control), r_.control, {}};
    RolloutMoved m = movedTo(r_.control);
    m.event = code(event);
    m.row = static_cast<std::uint16_t>(row);
    m.from = code(name(t.from));
    m.by = actor(by);
    m.reason = reason;
    say(std::move(m));
}

void Desk::record(const rollout::Transition& t, const rollout::ControlCommand& c)
{
    const Rollout before = r_;
    const bool ends = r_.control.trial && !t.next.trial && c.event == Event::ReopenTrial;
    rollout::BakeClock clock = bakeNow();
    const Milliseconds cared = hypercareNow(r_, turn_.now);
    RolloutMoved m = movedTo(t.next);
    m.event = code(ends ? TrialEnd : std::string_view(name(c.event)));
    m.row = static_cast<std::uint16_t>(t.row);
    m.from = code(name(t.from));
    if (c.event == Event::Narrow && c.targetStep == WholeSlice && c.slice)
        m.slices[*c.slice].excluded = true;
    m.by = c.actor.system ? ActorName{} : actor(c.actor.person);
    m.reason = c.reason;
    m.seenOn = c.seenOn;
    m.triggered = c.trigger.has_value();
    m.trigger = c.trigger.value_or(Trigger::A1);
    if (t.from != rollout::Position::Draft)
        m.evidence = evidenceOf(r_, turn_.world, turn_.readings);
    say(std::move(m));
    if (c.event != Event::NewAttempt)
        r_.bake = clock.state();
    if (c.event != Event::EnterHypercare)
        r_.hypercare = cared;
    bool restart = false;
    for (const Effect effect : t.effects) {
        restart |= effect == Effect::RestartBake;
        follow(effect, c, before);
    }
    if (c.event == Event::SignOff || c.event == Event::Scrub)
        liftFreezes();  // what it held still for is over
    if ((c.event == Event::Pause || c.event == Event::StopIntake) && !r_.poll.votes.empty())
        clearVotes("paused");
    const bool moved = before.control.state != r_.control.state || before.control.step != r_.control.step;
    if (r_.control.step > 0 && (moved || restart))
        noteBake(restart, c.event == Event::Resume || c.event == Event::ResumeHypercare);
}

void Desk::follow(Effect effect, const rollout::ControlCommand& c, const Rollout& before)
{
    switch (effect) {
    case Effect::OpenPoll: return openPoll();
    case Effect::ClearVotes: return clearVotes(name(c.event));
    case Effect::ApplyWeights: applyWeights(c, before); return freezeSoftly(before);
    case Effect::LowerExposure:
        if (c.event == Event::StepBack)
            applyWeights(c, before);
        return;
    case Effect::StartTrial: return startTrial(c);
    case Effect::EndTrial: return stopTrial();
    case Effect::ZeroWeights: return zeroWeights(c);
    case Effect::LiftFreeze: return liftFreezes();
    case Effect::ResumeHypercareClock:  // a cause of the first priority begins the days anew
        if (before.pausedFor > static_cast<int>(Trigger::C1))
            r_.hypercare = Milliseconds{0};
        return;
    default: return;  // who rolls back, reconciles and mirrors hears of the move itself
    }
}

rollout::BakeClock Desk::bakeNow() const
{
    rollout::BakeClock clock(r_.bake);
    clock.tick(turn_.now, bakes(r_), isFresh(r_, turn_), evidenceRunOf(r_, turn_.world));
    return clock;
}

void Desk::noteBake(bool restart, bool resumed, int cutoffs, int peaks)
{
    rollout::BakeClock clock = bakeNow();
    if (restart)
        clock.restart();
    if (resumed)
        clock.resumed(turn_.now);
    const rollout::BakeClock::State& s = clock.state();
    const bool cares = r_.control.state == RolloutState::Hypercare;
    BakeNoted n;
    n.bakedMs = s.baked.count();
    n.running = s.ranLast || cares;
    n.pausedSince = s.pausedSince;
    n.resumedAt = s.resumedAt;
    n.run = s.run;
    n.cutoffs = static_cast<std::uint16_t>(s.cutoffs + cutoffs);
    n.peaks = static_cast<std::uint16_t>(s.peaks + peaks);
    n.hypercareMs = hypercareNow(r_, turn_.now).count();
    say(n);
}

void Desk::skipGap()
{
    r_.bake.last = turn_.now;
    r_.bake.ranLast = false;
    noteBake(false, false, 0, 0);
}

void Desk::openPoll()
{
    say(PollOpened{static_cast<std::uint16_t>(r_.control.step), evidenceOf(r_, turn_.world, turn_.readings)});
}

void Desk::clearVotes(std::string_view why)
{
    if (!r_.poll.votes.empty())
        say(VotesCleared{code(why)});
}

void Desk::serveSlice(std::size_t slice, int weightBp, std::optional<int> trialBp,
                      const std::vector<rollout::Predicate>& cut, const std::string& by,
                      const std::string& reason)
{
    SliceServed s;
    s.step = static_cast<std::uint16_t>(r_.servedStep);
    s.slice = static_cast<std::uint16_t>(slice + 1);
    s.weightBp = static_cast<std::uint32_t>(weightBp);
    s.onTrial = trialBp.has_value();
    s.trialBp = static_cast<std::uint32_t>(trialBp.value_or(0));
    s.excluded = rollout::writePredicates(cut);
    s.by = by.empty() ? ActorName{} : actor(by);
    s.reason = reason;
    say(std::move(s));
}

// A step that is not live serves nobody; a step back never raises what was narrowed.
void Desk::applyWeights(const rollout::ControlCommand& c, const Rollout& before)
{
    const rollout::RolloutStep* step = r_.stepServed();
    if (step == nullptr)
        return;
    const bool live = isLiveStep(r_, r_.servedStep);
    for (std::size_t i = 0; i < r_.served.size(); ++i) {
        const rollout::PlannedSlice& planned = step->slices[i];
        const bool excluded = i < r_.control.slices.size() && r_.control.slices[i].excluded;
        int weight = live && !excluded ? planned.weightBp : 0;
        if (const auto* old = named(before.served, planned.name); old && c.event == Event::StepBack)
            weight = std::min(weight, old->weightBp);
        serveSlice(i, weight, std::nullopt, cutOf(before.served, planned.name), c.actor.person, c.reason);
    }
}

void Desk::zeroWeights(const rollout::ControlCommand& c)
{
    for (std::size_t i = 0; i < r_.served.size(); ++i)
        serveSlice(i, 0, std::nullopt, r_.served[i].excluded, c.actor.person, c.reason);
}

void Desk::startTrial(const rollout::ControlCommand& c)
{
    for (std::size_t i = 0; i < r_.served.size(); ++i) {
        const rollout::ServedSlice s = r_.served[i];
        if (s.state == SliceState::Paused && (!c.slice || *c.slice == i))
            serveSlice(i, s.weightBp, s.weightBp / TrialShare, s.excluded, c.actor.person, c.reason);
    }
}

void Desk::stopTrial()
{
    for (std::size_t i = 0; i < r_.served.size(); ++i) {
        const rollout::ServedSlice s = r_.served[i];
        if (s.trialBp)
            serveSlice(i, s.weightBp, std::nullopt, s.excluded, "", "");
    }
}

// The first order on the new path ends what may be changed on the side.
void Desk::freezeSoftly(const Rollout& before)
{
    if (before.control.wasLive || !r_.control.wasLive)
        return;
    FreezeMoved f;
    f.number = static_cast<std::uint16_t>(r_.freezes.size() + 1);
    f.freeze = FreezeKind::Soft;
    f.state = FreezeState::Enforced;
    f.from = turn_.now;
    f.reason = "first canary";
    say(std::move(f));
}

void Desk::liftFreezes()
{
    for (std::size_t i = 0; i < r_.freezes.size(); ++i) {
        const rollout::Freeze f = r_.freezes[i];
        if (f.kind == FreezeKind::Soft && rollout::binds(f, turn_.now))
            say(FreezeMoved{static_cast<std::uint16_t>(i + 1),
                            f.kind,
                            FreezeState::Lifted,
                            f.from,
                            f.to,
                            {},
                            "the rollout is over"});
    }
}

Result<std::optional<std::size_t>> sliceOf(const Rollout& r, const std::string& name)
{
    if (name.empty())
        return std::optional<std::size_t>();
    for (std::size_t i = 0; i < r.served.size(); ++i)
        if (r.served[i].name == name)
            return std::optional(i);
    return Error{Code::NotFound, "no slice is called " + name};
}

}  // namespace holdpoint::flow
