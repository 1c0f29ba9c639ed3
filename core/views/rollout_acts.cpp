// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/permissions.h"
#include "core/views/rollout_view.h"

#include <algorithm>

/// What may be done now, by whom, and what stands against it: by the same table and the same decision as the engine.
namespace holdpoint::views {
namespace {

using rollout::Event;
using rollout::Guard;
using rollout::Who;

struct ActOf {
    std::string_view command;
    Event event;
};
/// Commands by the rows of the transition table that they ask for.
constexpr auto Acts = std::to_array<ActOf>({
    {"submit_plan", Event::Submit},
    {"edit_plan", Event::Edit},
    {"checklist_done", Event::ChecklistDone},
    {"commit_step", Event::Commit},
    {"stop_growth", Event::Pause},
    {"stop_intake", Event::StopIntake},
    {"narrow", Event::Narrow},
    {"resume", Event::Resume},
    {"reopen_trial", Event::ReopenTrial},
    {"reopen_intake", Event::Reopen},
    {"step_back", Event::StepBack},
    {"roll_back", Event::Rollback},
    {"sign_off", Event::SignOff},
    {"new_attempt", Event::NewAttempt},
    {"scrub", Event::Scrub},
    {"enter_hypercare", Event::EnterHypercare},
    {"resume_hypercare", Event::ResumeHypercare},
    {"close_rollout", Event::Close},
    {"vote", Event::CastVote},
    {"acknowledge_gate", Event::Ack},
    {"override", Event::ArmOverride},
    {"offer_command", Event::TransferCommand},
    {"rollout_note", Event::Annotate},
});

/// What the person says with the command itself, or what is looked up when it is given.
bool isSaidThen(Guard guard)
{
    return guard == Guard::Reason || guard == Guard::SecondPerson || guard == Guard::ReceiverAccepted ||
           guard == Guard::TargetStageLive || guard == Guard::NestedSlice || guard == Guard::RootCauseLinked;
}

class People {
public:
    People(const flow::Rollout& rollout, const session::CommandCard& command)
        : rollout_(rollout), command_(command)
    {}
    void add(Who right)
    {
        switch (right) {
        case Who::Commander: return person(command_.commander);
        case Who::DeputyActing: return person(command_.acting == command_.deputy ? command_.deputy : "");
        case Who::Deputy: return person(command_.deputy);
        case Who::Engineering: seat(Function::Engineering); return person("engineer");
        case Who::EngineeringBreakglass: return seat(Function::Engineering);
        case Who::OperationsBreakglass: return seat(Function::Operations);
        case Who::SeatHolder: return seats();
        case Who::Owner: seats(); return roles(CommandRight::Intake);
        case Who::AnyTriage: return roles(CommandRight::Triage);
        case Who::Sys: return person("engine");
        case Who::SysByPolicy: return;
        }
    }
    std::vector<std::string> who;

private:
    void person(const std::string& one)
    {
        if (!one.empty() && std::find(who.begin(), who.end(), one) == who.end())
            who.push_back(one);
    }
    void seat(Function function)
    {
        if (const auto found = rollout_.plan->owners.find(function); found != rollout_.plan->owners.end())
            person(found->second);
    }
    void seats()
    {
        for (std::size_t i = 0; i < CountOf<Function>; ++i)
            seat(static_cast<Function>(i));
    }
    void roles(CommandRight right)
    {
        for (const Role role : whoMay(right))
            person(std::string(name(role)));
    }
    const flow::Rollout& rollout_;
    const session::CommandCard& command_;
};

/// Somebody who has every right, so that only conditions can stand against it.
rollout::Actor anybody()
{
    rollout::Actor actor;
    actor.commander = actor.deputyActing = actor.deputy = true;
    actor.seat = Function::Engineering;
    actor.role = Role::Engineer;
    return actor;
}

bool isSigned(const session::RolloutBoard& board, const RolloutStory& story, const std::string& what)
{
    const auto found = story.signs.find(what);
    return found != story.signs.end() &&
           std::all_of(board.command.owners.begin(), board.command.owners.end(),
                       [&](const std::string& owner) { return found->second.contains(owner); });
}

rollout::Facts conditions(const session::RolloutBoard& board, const RolloutStory& story, Instant now)
{
    rollout::Facts facts;
    const auto blocks = [](const session::FindingRow& f) { return f.blocks; };
    facts.set(Guard::ValidatorClean, std::none_of(board.findings.begin(), board.findings.end(), blocks));
    facts.set(Guard::ChecklistEvidenced,
              !board.checklist.empty() && std::all_of(board.checklist.begin(), board.checklist.end(),
                                                      [](const auto& row) { return row.done; }));
    facts.set(Guard::RollbackPlanSigned, isSigned(board, story, "rollback_plan"));
    facts.set(Guard::PollGo, board.poll.go);
    facts.set(Guard::PollGoOrOverride, board.poll.go || !board.overridden.empty());
    facts.set(
        Guard::NoHardFreeze, std::none_of(board.freezes.begin(), board.freezes.end(), [now](const auto& f) {
            return rollout::binds({f.kind, f.state, f.from, f.to, {}}, now) && f.kind == FreezeKind::Hard;
        }));
    facts.set(Guard::NoActiveTrigger, board.triggers.empty());
    facts.set(Guard::VerdictGo, board.verdict == StepVerdict::Go);
    facts.set(Guard::BakeDone, board.bakeLeast.count() > 0 && board.baked >= board.bakeLeast);
    return facts;
}

}  // namespace

void addActs(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story,
             Instant now)
{
    const rollout::Facts facts = conditions(board, story, now);
    const std::vector<Phase> phases = rollout::phasesOf(*rollout.plan);
    for (const ActOf& one : Acts) {
        const rollout::Row* row = rollout::rowOf(rollout::positionOf(rollout.control), one.event);
        if (!row)
            continue;
        session::ActRow act;
        act.what = one.command;
        People people(rollout, board.command);
        for (const Who who : row->who)
            people.add(who);
        act.who = std::move(people.who);
        const rollout::ControlCommand command{one.event, anybody(), "-", {}, {}, {}, {}, 0, {}};
        const auto decided = rollout::decide(rollout.control, command, phases, facts);
        if (const auto* refused = std::get_if<rollout::Refusal>(&decided))
            for (const Guard guard : refused->unmet)
                if (!isSaidThen(guard))
                    act.unmet.emplace_back(name(guard));
        act.allowed = act.unmet.empty();
        act.why = act.allowed ? "" : "conditions";
        board.acts.push_back(std::move(act));
    }
}

}  // namespace holdpoint::views
