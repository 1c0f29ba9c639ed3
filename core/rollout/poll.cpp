// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/poll.h"

#include <algorithm>

namespace holdpoint::rollout {

Result<> Poll::cast(Function seat, const std::string& holder, CastVote vote, const Hash& current)
{
    if (vote.person != holder)
        return Error{Code::Forbidden, "the seat " + std::string(name(seat)) + " is held by " + holder};
    if (vote.vote != Vote::Go && vote.words.empty())
        return Error{Code::InvalidArgument, "a vote other than GO needs words"};
    if (vote.evidence != current)
        return Error{Code::Stale, "the evidence has changed since it was looked at"};
    votes_[seat] = std::move(vote);
    coSigned_.erase(seat);
    return {};
}

Result<> Poll::coSign(Function seat, const std::string& person)
{
    const CastVote* vote = voteOf(seat);
    if (!vote)
        return Error{Code::NotFound, "there is no vote to sign"};
    if (person == vote->person || person == commander_)
        return Error{Code::Forbidden, "somebody else must sign"};
    coSigned_.insert(seat);
    return {};
}

bool Poll::isOld(const CastVote& vote, const Hash& current, Instant now) const
{
    return vote.evidence != current || now - vote.at >= VoteLife;
}

const CastVote* Poll::voteOf(Function seat) const
{
    const auto vote = votes_.find(seat);
    return vote == votes_.end() ? nullptr : &vote->second;
}

std::vector<Function> Poll::missing(const Hash& current, Instant now) const
{
    std::vector<Function> all;
    for (const Function seat : required_) {
        const CastVote* vote = voteOf(seat);
        if (!vote || isOld(*vote, current, now) || (vote->person == commander_ && !coSigned_.contains(seat)))
            all.push_back(seat);
    }
    return all;
}

bool Poll::isGo(StepVerdict verdict, bool allAcknowledged, const Hash& current, Instant now) const
{
    const bool gates = verdict == StepVerdict::Go || (verdict == StepVerdict::GoWithAck && allAcknowledged);
    return gates && !required_.empty() && missing(current, now).empty() &&
           std::all_of(required_.begin(), required_.end(),
                       [&](Function seat) { return voteOf(seat)->vote == Vote::Go; });
}

bool Poll::anyNoGo(const Hash& current, Instant now) const
{
    return std::any_of(votes_.begin(), votes_.end(), [&](const auto& vote) {
        return vote.second.vote == Vote::NoGo && !isOld(vote.second, current, now);
    });
}

namespace {

Result<> nothingForbids(const Standing& s)
{
    if (s.inFlightPlanMissing)
        return Error{Code::Forbidden, "the plan for orders in flight is missing"};
    if (s.journalBroken)
        return Error{Code::Forbidden, "the journal's chain is broken"};
    if (s.contractUnsigned)
        return Error{Code::Forbidden, "a breaking contract is not signed"};
    if (s.splitAlarm)
        return Error{Code::Forbidden, "the split does not match"};
    return {};
}

Result<> gatesAllow(const Override& order, const std::vector<GatePlan>& gates)
{
    for (const std::string& id : order.gates) {
        const auto gate =
            std::find_if(gates.begin(), gates.end(), [&](const GatePlan& g) { return g.id == id; });
        if (gate == gates.end())
            return Error{Code::InvalidArgument, "there is no gate " + id};
        if (gate->kind == GateKind::Invariant)
            return Error{Code::Forbidden, id + " is an invariant"};
    }
    return {};
}

}  // namespace

Result<> check(const Override& order, const std::string& rolloutName, const std::string& commander,
               const std::set<std::string>& seconds, const std::vector<GatePlan>& gates,
               const Standing& standing)
{
    if (order.commander != commander)
        return Error{Code::Forbidden, "only the commander, " + commander + ", may override"};
    if (order.gates.empty())
        return Error{Code::InvalidArgument, "an override names its gates"};
    if (order.reason.size() < LeastReason)
        return Error{Code::InvalidArgument, "a reason has at least 20 characters"};
    if (order.typedName != rolloutName)
        return Error{Code::InvalidArgument, "the name of the rollout was not typed"};
    if (order.secondPerson == commander || !seconds.contains(order.secondPerson))
        return Error{Code::Forbidden, "the deputy or an owner must confirm"};
    if (const auto ok = nothingForbids(standing); !ok)
        return ok;
    return gatesAllow(order, gates);
}

void apply(const Override& order, int step, std::vector<JudgedGate>& gates)
{
    for (JudgedGate& g : gates)
        if (order.step == step && g.plan->kind != GateKind::Invariant &&
            std::find(order.gates.begin(), order.gates.end(), g.plan->id) != order.gates.end())
            g.overridden = true;
}

}  // namespace holdpoint::rollout
