// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_acts.h"
#include "core/rollout/plan_json.h"

#include <algorithm>
#include <array>

/// Commands that change how many orders go the new way. Down asks for nothing but who; up asks for everything.
namespace holdpoint::flow {
namespace {

using rollout::Event;

Result<> moveOf(Desk& desk, const RolloutCommand& c, Event event)
{
    return desk.move(controlOf(desk, c, event));
}

Result<> moveSlice(Desk& desk, const RolloutCommand& c, Event event)
{
    rollout::ControlCommand control = controlOf(desk, c, event);
    const auto slice = sliceOf(desk.now(), c.argument);
    if (!slice)
        return slice.error();
    if (*slice && **slice < desk.now().control.slices.size())
        control.slice = *slice;
    if (event == Event::StopIntake || event == Event::Pause)
        control.seenOn = control.reason.empty() ? "no words" : std::string();
    return desk.move(control);
}

std::vector<std::string> sliceNames(const Rollout& r, int step)
{
    std::vector<std::string> names;
    if (step >= 1 && static_cast<std::size_t>(step) <= r.plan->steps.size())
        for (const auto& slice : r.plan->steps[static_cast<std::size_t>(step) - 1].slices)
            names.push_back(slice.name);
    return names;
}

Result<> commit(Desk& desk, const RolloutCommand& c)
{
    rollout::ControlCommand control = controlOf(desk, c, Event::Commit);
    control.slices = sliceNames(desk.now(), desk.now().control.step);
    return desk.move(control);
}

Result<> stepBack(Desk& desk, const RolloutCommand& c)
{
    rollout::ControlCommand control = controlOf(desk, c, Event::StepBack);
    control.targetStep = static_cast<int>(std::min<std::uint32_t>(c.number, 1'000));
    control.slices = sliceNames(desk.now(), control.targetStep - 1);
    return desk.move(control);
}

/// What a narrowing asks for.
struct Cut {
    std::size_t slice = 0;
    int weightBp = 0;
    std::vector<rollout::Predicate> excluded;
    bool whole = false;  ///< the slice itself is cut out
};

Result<Cut> cutOf(const Rollout& r, const RolloutCommand& c)
{
    const auto slice = sliceOf(r, c.argument);
    if (!slice)
        return slice.error();
    if (!*slice && r.served.size() != 1)
        return Error{Code::InvalidArgument, "which slice is narrowed?"};
    Cut cut;
    cut.slice = slice->value_or(0);
    const rollout::ServedSlice& now = r.served[cut.slice];
    cut.excluded = now.excluded;
    cut.whole = c.number == 0 && c.text.empty();
    cut.weightBp = cut.whole       ? 0
                   : c.number == 0 ? now.weightBp
                                   : static_cast<int>(std::min(c.number, 10'000U));
    if (c.text == "[]") {
        cut.excluded.clear();
    } else if (!c.text.empty()) {
        auto predicate = rollout::readPredicate(c.text);
        if (!predicate)
            return predicate.error();
        cut.excluded.push_back(std::move(*predicate));
    }
    return cut;
}

bool widens(const Rollout& r, const Cut& cut)
{
    const rollout::ServedSlice& now = r.served[cut.slice];
    return cut.weightBp > now.weightBp || cut.excluded.size() < now.excluded.size();
}

/// Taking a narrowing back is growth: the commander's, up to what the plan says, and nothing may be wrong.
Result<> widen(Desk& desk, const RolloutCommand& c, const Cut& cut)
{
    const Rollout& r = desk.now();
    const rollout::Actor actor = actorOf(r, desk.turn(), c.actor, c.role);
    if (!actor.commander && !actor.deputyActing)
        return Error{Code::Forbidden,
                     "narrow only lowers; taking it back needs the commander, " + r.post.commander};
    const rollout::RolloutStep* step = r.stepServed();
    if (step == nullptr || !r.control.live || cut.weightBp > step->slices[cut.slice].weightBp)
        return Error{Code::Conflict, "a weight goes no higher than the plan of the step that is served"};
    if (r.control.state != RolloutState::Running && r.control.state != RolloutState::PausedExpansion)
        return Error{Code::Conflict, "a narrowing is taken back while its step is served"};
    if (!hasCooled(r, desk.turn().now) || rollout::hardFreeze(r.freezes, desk.turn().now))
        return Error{Code::Conflict, "widen waits for: no_active_trigger, cooldown, no_hard_freeze"};
    desk.tell("widen", 26, c.actor, c.reason);
    desk.serveSlice(cut.slice, cut.weightBp, std::nullopt, cut.excluded, c.actor, c.reason);
    desk.noteBake(true);
    return {};
}

Result<> narrow(Desk& desk, const RolloutCommand& c)
{
    if (desk.now().served.empty())
        return moveOf(desk, c, Event::Narrow);
    const auto cut = cutOf(desk.now(), c);
    if (!cut)
        return cut.error();
    if (!cut->whole && widens(desk.now(), *cut))
        return widen(desk, c, *cut);
    rollout::ControlCommand control = controlOf(desk, c, Event::Narrow);
    control.slice = cut->slice;
    control.targetStep = cut->whole ? WholeSlice : 0;
    if (auto done = desk.move(control); !done)
        return done;
    const auto trial = desk.now().served[cut->slice].trialBp;
    desk.serveSlice(cut->slice, cut->weightBp, trial ? std::optional(std::min(*trial, cut->weightBp)) : trial,
                    cut->excluded, c.actor, c.reason);
    return {};
}

Result<> stopProposal(Desk& desk, const RolloutCommand& c)
{
    const Rollout& r = desk.now();
    if (!r.proposal || r.proposal->stopped)
        return Error{Code::Conflict, "no rollback is proposed"};
    const rollout::Actor actor = actorOf(r, desk.turn(), c.actor, c.role);
    if (!actor.commander && !actor.deputy)
        return Error{Code::Forbidden, "a proposal is stopped by the commander, " + r.post.commander +
                                          ", or the deputy, " + r.post.deputy};
    desk.say(RollbackProposed{r.proposal->trigger, r.proposal->executes, true, desk.actor(c.actor)});
    return {};
}

struct Plain {
    std::string_view what;
    Event event;
};
constexpr auto PlainMoves = std::to_array<Plain>({{"resume", Event::Resume},
                                                  {"roll_back", Event::Rollback},
                                                  {"enter_hypercare", Event::EnterHypercare},
                                                  {"resume_hypercare", Event::ResumeHypercare},
                                                  {"close_rollout", Event::Close}});
constexpr auto SliceMoves = std::to_array<Plain>({{"stop_growth", Event::Pause},
                                                  {"stop_intake", Event::StopIntake},
                                                  {"reopen_trial", Event::ReopenTrial},
                                                  {"reopen_intake", Event::Reopen}});

}  // namespace

Result<> exposureCommand(Desk& desk, const RolloutCommand& c)
{
    for (const Plain& move : PlainMoves)
        if (move.what == c.what)
            return moveOf(desk, c, move.event);
    for (const Plain& move : SliceMoves)
        if (move.what == c.what)
            return moveSlice(desk, c, move.event);
    if (c.what == "commit_step")
        return commit(desk, c);
    if (c.what == "step_back")
        return stepBack(desk, c);
    if (c.what == "narrow")
        return narrow(desk, c);
    if (c.what == "stop_proposal")
        return stopProposal(desk, c);
    return Error{Code::Unsupported, "not about exposure"};
}

}  // namespace holdpoint::flow
