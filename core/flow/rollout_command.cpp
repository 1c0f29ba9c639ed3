// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_acts.h"
#include "core/rollout/checklist.h"
#include "core/rollout/plan_hash.h"
#include "core/rollout/plan_json.h"

#include <algorithm>
#include <array>

/// Commands about the plan, and the door to those about the poll, exposure and people.
namespace holdpoint::flow {
namespace {

using rollout::Event;

constexpr auto Known = std::to_array<std::string_view>(
    {"set_plan",      "submit_plan",   "edit_plan",      "checklist_item",   "checklist_done",
     "sign",          "vote",          "co_sign",        "acknowledge_gate", "override",
     "commit_step",   "stop_growth",   "stop_intake",    "reopen_intake",    "narrow",
     "resume",        "reopen_trial",  "step_back",      "roll_back",        "stop_proposal",
     "sign_off",      "new_attempt",   "scrub",          "enter_hypercare",  "resume_hypercare",
     "close_rollout", "offer_command", "accept_command", "take_command",     "freeze",
     "rollout_note"});

/// All but what a poll locks: what may still be changed, by two people, while the rollout is under way.
rollout::RolloutPlan withoutThresholds(rollout::RolloutPlan plan)
{
    for (rollout::RolloutStep& step : plan.steps)
        step.gates.clear();
    return plan;
}

Result<> mayReplace(const Desk& desk, const RolloutCommand& c, const rollout::RolloutPlan& plan)
{
    const Rollout& r = desk.now();
    const bool commander = c.actor == r.post.commander;
    if (auto may =
            rollout::mayEdit(rollout::Edit::Thresholds, r.freezes, desk.turn().now, commander, c.reason);
        !may)
        return may.error();
    const RolloutState state = r.control.state;
    if (!r.plan || state == RolloutState::Draft || isTerminal(positionOf(r.control)))
        return {};
    if (state == RolloutState::Preflight)
        return Error{Code::Conflict, "the plan is submitted; edit_plan takes it back to draft"};
    if (rollout::planHash(withoutThresholds(plan)) != rollout::planHash(withoutThresholds(*r.plan)))
        return Error{Code::Conflict, "once its first poll is open, only the gates of a plan can change"};
    auto may = rollout::mayChangeLocked(c.actor, r.post.commander, c.argument, c.reason);
    if (!may)
        return Error{may.error().code, may.error().detail + "; the commander is " + r.post.commander};
    return {};
}

void nameCommander(Desk& desk, const rollout::RolloutPlan& plan)
{
    const rollout::CommandPost& post = desk.now().post;
    if (post.commander != plan.commander || post.deputy != plan.deputy)
        desk.say(CommandPassed{desk.code("named"), desk.actor(plan.commander), desk.actor(plan.deputy), {}});
}

/// After the end of one rollout its engine may begin the next.
void beginAnew(Desk& desk, const RolloutCommand& c)
{
    RolloutMoved m;
    m.event = desk.code(name(Event::NewAttempt));
    m.from = desk.code(name(positionOf(desk.now().control)));
    m.run = static_cast<std::uint32_t>(desk.now().control.run + 1);
    m.by = desk.actor(c.actor);
    m.reason = "a new rollout";
    desk.say(std::move(m));
}

Result<> setPlan(Desk& desk, const RolloutCommand& c)
{
    auto plan = rollout::readPlan(c.text);
    if (!plan)
        return plan.error();
    if (auto may = mayReplace(desk, c, *plan); !may)
        return may;
    const RolloutState state = desk.now().control.state;
    if (isTerminal(positionOf(desk.now().control)))
        beginAnew(desk, c);
    PlanSet set;
    set.by = desk.actor(c.actor);
    set.second = desk.actor(c.argument);
    set.text = rollout::writePlan(*plan);
    set.hash = rollout::planHash(*plan);
    set.reason = c.reason;
    desk.say(std::move(set));
    if (desk.now().control.state == RolloutState::Draft) {
        nameCommander(desk, *plan);
        return {};
    }
    desk.clearVotes("plan");
    if (state == RolloutState::Hold)
        desk.openPoll();
    desk.noteBake(true);
    return {};
}

Result<> checklistItem(Desk& desk, const RolloutCommand& c)
{
    const rollout::ChecklistItem* item = rollout::checklistItem(c.argument);
    if (item == nullptr)
        return Error{Code::NotFound, "the checklist has no item " + c.argument};
    if (item->automatic)
        return Error{Code::Conflict, c.argument + " is marked by the engine alone, from facts"};
    const rollout::Actor actor = actorOf(desk.now(), desk.turn(), c.actor, c.role);
    if (!actor.seat && !actor.commander && !actor.deputy)
        return Error{Code::Forbidden, "an item is marked by an owner, the commander or the deputy"};
    if (c.number == 1 && c.text.empty())
        return Error{Code::InvalidArgument, "an item needs evidence: what shows it, or a link"};
    desk.say(ChecklistMarked{desk.code(c.argument), c.number == 1, c.text, desk.actor(c.actor)});
    return {};
}

/// Each seat that the person holds signs.
Result<> sign(Desk& desk, const RolloutCommand& c)
{
    if (c.argument.empty())
        return Error{Code::InvalidArgument, "what is signed?"};
    std::vector<Function> seats;
    for (const auto& [seat, person] : desk.now().plan->owners)
        if (person == c.actor)
            seats.push_back(seat);
    if (seats.empty())
        return Error{Code::Forbidden, "only whoever holds a seat can sign"};
    for (const Function seat : seats)
        desk.say(Signed{desk.code(c.argument), seat, desk.actor(c.actor), c.text});
    return {};
}

Result<> needsPlan(const Rollout& r)
{
    if (!r.plan)
        return Error{Code::NotFound, "there is no plan of a rollout; set_plan writes one"};
    return {};
}

}  // namespace

rollout::ControlCommand controlOf(const Desk& desk, const RolloutCommand& c, Event event)
{
    const Rollout& r = desk.now();
    rollout::ControlCommand control;
    control.event = event;
    control.actor = actorOf(r, desk.turn(), c.actor, c.role);
    control.reason = c.reason.empty() ? c.text : c.reason;
    if (c.seen != 0)
        control.seenVersion = c.seen >= r.movedAt ? r.control.version : r.control.version + 1;
    return control;
}

Result<> planCommand(Desk& desk, const RolloutCommand& c)
{
    if (c.what == "submit_plan")
        return desk.move(controlOf(desk, c, Event::Submit));
    if (c.what == "edit_plan")
        return desk.move(controlOf(desk, c, Event::Edit));
    if (c.what == "checklist_item")
        return checklistItem(desk, c);
    if (c.what == "checklist_done")
        return desk.move(controlOf(desk, c, Event::ChecklistDone));
    if (c.what == "sign")
        return sign(desk, c);
    if (c.what == "scrub")
        return desk.move(controlOf(desk, c, Event::Scrub));
    if (c.what == "sign_off")
        return desk.move(controlOf(desk, c, Event::SignOff));
    if (c.what == "new_attempt")
        return desk.move(controlOf(desk, c, Event::NewAttempt));
    return Error{Code::Unsupported, "unknown command " + c.what};
}

bool isRolloutCommand(std::string_view what) noexcept
{
    return std::find(Known.begin(), Known.end(), what) != Known.end();
}

namespace {

/// What a validator found, beside the bare condition.
Result<> withFindings(const Rollout& r, const RolloutWorld& world, Result<> done)
{
    if (done || done.error().detail.find("validator_clean") == std::string::npos)
        return done;
    std::string words;
    for (const rollout::Finding& f : findingsOf(r, world))
        if (f.weight == rollout::Weight::Block)
            words += "; " + std::string(name(f.check)) +
                     (f.step ? " of step " + std::to_string(f.step) : "") +
                     (f.subject.empty() ? "" : " (" + f.subject + ")") + ": " + f.detail;
    return Error{done.error().code, done.error().detail + words};
}

/// Which items are open, beside the bare condition.
Result<> withItems(const Rollout& r, Result<> done)
{
    if (done || done.error().detail.find("checklist_evidenced") == std::string::npos)
        return done;
    std::string words;
    for (const rollout::ChecklistItem& item : rollout::ChecklistItems)
        if (item.part == rollout::ChecklistPart::PreLaunch && !isEvidenced(r, item.name))
            words += (words.empty() ? "" : ", ") + std::string(item.name);
    return Error{done.error().code, done.error().detail + "; open items: " + words};
}

Result<> dispatched(Desk& desk, const RolloutCommand& c)
{
    using Family = Result<> (*)(Desk&, const RolloutCommand&);
    for (const Family family : {&exposureCommand, &pollCommand, &peopleCommand, &planCommand}) {
        auto done = family(desk, c);
        if (done || done.error().code != Code::Unsupported)
            return done;
    }
    return Error{Code::Unsupported, "unknown command " + c.what};
}

}  // namespace

Result<> rolloutCommand(const Rollout& r, const RolloutCommand& c, const RolloutTurn& turn, StepBody& out)
{
    Desk desk(r, turn, out);
    if (c.what == "set_plan")
        return setPlan(desk, c);
    if (auto has = needsPlan(r); !has)
        return has;
    return withItems(r, withFindings(r, turn.world, dispatched(desk, c)));
}

}  // namespace holdpoint::flow
