// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_acts.h"

#include <algorithm>

/// Commands about the poll and about people: who votes, who acknowledges, who overrides, who commands, what is frozen.
namespace holdpoint::flow {
namespace {

using rollout::Event;

std::vector<std::string> split(const std::string& text, char at)
{
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t end = std::min(text.find(at, from), text.size());
        parts.push_back(text.substr(from, end - from));
        from = end + 1;
    }
    return parts;
}

Result<std::string> holderOf(const Rollout& r, const std::string& seat)
{
    const auto function = fromName<Function>(seat);
    if (!function)
        return Error{Code::InvalidArgument, "no seat is called " + seat};
    const auto owner = r.plan->owners.find(*function);
    if (owner == r.plan->owners.end() || owner->second.empty())
        return Error{Code::NotFound, "nobody holds the seat " + seat};
    return owner->second;
}

// ── the poll ──

Result<> vote(Desk& desk, const RolloutCommand& c)
{
    const auto parts = split(c.argument, ':');
    const auto what = parts.size() == 2 ? fromName<Vote>(parts[1]) : std::nullopt;
    if (!what)
        return Error{Code::InvalidArgument, "a vote is seat:go, seat:no_go or seat:abstain"};
    const auto holder = holderOf(desk.now(), parts[0]);
    if (!holder)
        return holder.error();
    const Function seat = *fromName<Function>(parts[0]);
    const Hash current = evidenceOf(desk.now(), desk.turn().world, desk.turn().readings);
    rollout::Poll poll = pollOf(desk.now());
    const rollout::CastVote given{*what, c.actor, c.text, current, desk.turn().now};
    if (auto cast = poll.cast(seat, *holder, given, current); !cast)
        return cast;
    if (rollout::rowOf(positionOf(desk.now().control), Event::CastVote) == nullptr)
        return Error{Code::Conflict, "the rollout has ended"};
    desk.say(VoteGiven{seat, desk.actor(c.actor), *what, c.text, current, false});
    return {};
}

Result<> coSign(Desk& desk, const RolloutCommand& c)
{
    const auto holder = holderOf(desk.now(), c.argument);
    if (!holder)
        return holder.error();
    const auto& owners = desk.now().plan->owners;
    if (std::none_of(owners.begin(), owners.end(), [&](const auto& o) { return o.second == c.actor; }))
        return Error{Code::Forbidden, "a second owner signs; that is whoever holds another seat"};
    const Function seat = *fromName<Function>(c.argument);
    rollout::Poll poll = pollOf(desk.now());
    if (auto done = poll.coSign(seat, c.actor); !done)
        return done;
    VoteGiven given;
    given.seat = seat;
    given.by = desk.actor(c.actor);
    given.vote = desk.now().poll.votes.at(seat).vote;
    given.evidence = desk.now().poll.votes.at(seat).evidence;
    given.coSign = true;
    desk.say(std::move(given));
    return {};
}

Result<> acknowledgeGate(Desk& desk, const RolloutCommand& c)
{
    const rollout::RolloutStep* step = desk.now().stepServed();
    const rollout::GatePlan* gate = nullptr;
    if (step != nullptr)
        for (const rollout::GatePlan& g : step->gates)
            if (g.id == c.argument)
                gate = &g;
    if (gate == nullptr)
        return Error{Code::NotFound, "the step that is served has no gate " + c.argument};
    if (!gate->owner)
        return Error{Code::Conflict, c.argument + " has no owner"};
    const auto holder = holderOf(desk.now(), std::string(name(*gate->owner)));
    if (!holder)
        return holder.error();
    if (*holder != c.actor)
        return Error{Code::Forbidden, c.argument + " is acknowledged by its owner, " + *holder};
    desk.say(GateAcknowledged{desk.code(c.argument), desk.actor(c.actor)});
    return {};
}

rollout::Standing standingOf(const Desk& desk)
{
    const Rollout& r = desk.now();
    const RolloutWorld& w = desk.turn().world;
    rollout::Standing s;
    s.inFlightPlanMissing = !rollout::openPositions(r.plan->rollback.inFlight).empty();
    s.journalBroken = !w.journalIntact.value_or(true);
    s.contractUnsigned = !w.contractClear.value_or(isEvidenced(r, "contract_matrix"));
    s.splitAlarm = r.isTriggered(Trigger::A3);
    return s;
}

Result<> armOverride(Desk& desk, const RolloutCommand& c)
{
    const Rollout& r = desk.now();
    const auto parts = split(c.text, '|');
    rollout::Override order;
    order.step = r.control.step;
    order.gates = split(c.argument, ',');
    order.reason = c.reason;
    order.typedName = parts.front();
    order.commander = c.actor;
    order.secondPerson = parts.size() > 1 ? parts[1] : std::string();
    std::set<std::string> seconds{r.post.deputy};
    for (const auto& [seat, person] : r.plan->owners)
        seconds.insert(person);
    seconds.erase("");
    const rollout::RolloutStep* step = r.stepServed();
    const std::vector<rollout::GatePlan> gates = step ? step->gates : std::vector<rollout::GatePlan>{};
    if (auto ok = rollout::check(order, r.plan->name, r.post.commander, seconds, gates, standingOf(desk));
        !ok)
        return ok;
    if (rollout::rowOf(positionOf(r.control), Event::ArmOverride) == nullptr)
        return Error{Code::Conflict, "the rollout has ended"};
    std::string lines;
    for (const std::string& gate : order.gates)
        lines += (lines.empty() ? "" : "\n") + gate;
    desk.say(OverrideArmed{static_cast<std::uint16_t>(order.step), lines, c.reason, desk.actor(c.actor),
                           desk.actor(order.secondPerson)});
    return {};
}

// ── who commands ──

void pass(Desk& desk, const char* how, const rollout::CommandPost& post)
{
    desk.say(CommandPassed{desk.code(how), desk.actor(post.commander), desk.actor(post.deputy),
                           post.offer ? desk.actor(post.offer->to) : ActorName{}});
}

Result<> passCommand(Desk& desk, const RolloutCommand& c)
{
    const Instant now = desk.turn().now;
    const rollout::CommandPost post = postNow(desk.now(), desk.turn());
    const bool opsLead = c.role == Role::OpsLead;
    if (isTerminal(positionOf(desk.now().control)))
        return Error{Code::Conflict, "the rollout has ended"};
    const auto next = c.what == "offer_command"    ? rollout::offered(post, c.actor, c.argument, now)
                      : c.what == "accept_command" ? rollout::accepted(post, c.actor, now)
                                                   : rollout::taken(post, c.actor, opsLead, now);
    if (!next)
        return next.error();
    pass(desk,
         c.what == "offer_command"    ? "offered"
         : c.what == "accept_command" ? "accepted"
                                      : "taken",
         *next);
    return {};
}

// ── freezes ──

Result<> freeze(Desk& desk, const RolloutCommand& c)
{
    const Rollout& r = desk.now();
    const auto parts = split(c.argument, ':');
    const auto kind = fromName<FreezeKind>(parts[0]);
    const auto state = parts.size() == 2 ? fromName<FreezeState>(parts[1]) : std::nullopt;
    if (!kind || !state)
        return Error{Code::InvalidArgument,
                     "a freeze is soft or hard, and draft, approved, enforced or lifted"};
    if (c.actor != r.post.commander)
        return Error{Code::Forbidden, "freezes are the commander's, " + r.post.commander};
    FreezeMoved f;
    f.freeze = *kind;
    f.state = *state;
    f.by = desk.actor(c.actor);
    f.reason = c.reason;
    f.number = static_cast<std::uint16_t>(std::min<std::size_t>(c.number, r.freezes.size() + 1));
    if (f.number == 0 || f.number > r.freezes.size()) {
        const auto span = split(c.text, '|');
        const auto from = parseInstant(span[0]);
        const auto to = span.size() > 1 && !span[1].empty() ? parseInstant(span[1]) : Result<Instant>(Never);
        if (!from || !to || *to <= *from)
            return Error{Code::InvalidArgument, "a freeze has a beginning and a later end: from|to"};
        if (*state == FreezeState::Lifted || c.reason.empty())
            return Error{Code::InvalidArgument, "a freeze begins as a draft or approved, with a reason"};
        f.number = static_cast<std::uint16_t>(r.freezes.size() + 1);
        f.from = *from;
        f.to = *to;
    } else {
        const rollout::Freeze& old = r.freezes[f.number - 1U];
        const auto next = rollout::moved(old, *state);
        if (!next)
            return next.error();
        f.freeze = old.kind;
        f.from = old.from;
        f.to = old.to;
        f.reason = c.reason.empty() ? old.reason : c.reason;
    }
    desk.say(std::move(f));
    return {};
}

Result<> note(Desk& desk, const RolloutCommand& c)
{
    const std::string& words = c.text.empty() ? c.reason : c.text;
    if (words.empty())
        return Error{Code::InvalidArgument, "a note has words"};
    if (rollout::rowOf(positionOf(desk.now().control), Event::Annotate) == nullptr)
        return Error{Code::Conflict, "the rollout has ended"};
    desk.tell("annotate", 25, c.actor, words);
    return {};
}

}  // namespace

Result<> pollCommand(Desk& desk, const RolloutCommand& c)
{
    if (c.what == "vote")
        return vote(desk, c);
    if (c.what == "co_sign")
        return coSign(desk, c);
    if (c.what == "acknowledge_gate")
        return acknowledgeGate(desk, c);
    if (c.what == "override")
        return armOverride(desk, c);
    return Error{Code::Unsupported, "not about the poll"};
}

Result<> peopleCommand(Desk& desk, const RolloutCommand& c)
{
    if (c.what == "offer_command" || c.what == "accept_command" || c.what == "take_command")
        return passCommand(desk, c);
    if (c.what == "freeze")
        return freeze(desk, c);
    if (c.what == "rollout_note")
        return note(desk, c);
    return Error{Code::Unsupported, "not about people"};
}

}  // namespace holdpoint::flow
