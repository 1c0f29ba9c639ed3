// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_acts.h"

/// Refusals as sentences: what is open, what would be allowed, and who may, by name.
namespace holdpoint::flow {
namespace {

using rollout::Who;

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

template <typename E>
std::vector<std::string> namesOfAll(const std::vector<E>& values)
{
    std::vector<std::string> all;
    for (const E value : values)
        all.emplace_back(name(value));
    return all;
}

std::string named(const char* what, const std::string& person)
{
    return std::string(what) + (person.empty() ? ", whom nobody has named" : ", " + person);
}

std::string seat(const Rollout& r, Function function)
{
    const std::string what = "the owner " + std::string(name(function));
    if (!r.plan || !r.plan->owners.contains(function))
        return named(what.c_str(), "");
    return named(what.c_str(), r.plan->owners.at(function));
}

std::string nameOf(const Rollout& r, Who who)
{
    switch (who) {
    case Who::Commander: return named("the commander", r.post.commander);
    case Who::DeputyActing: return named("the deputy", r.post.deputy) + ", while the commander is away";
    case Who::Owner: return "an owner, or whoever may stop intake";
    case Who::Engineering: return seat(r, Function::Engineering) + ", or an engineer";
    case Who::EngineeringBreakglass: return seat(r, Function::Engineering) + ", with a reason";
    case Who::OperationsBreakglass: return seat(r, Function::Operations) + ", with a reason";
    case Who::SeatHolder: return "whoever holds a seat";
    case Who::AnyTriage: return "whoever may write a note";
    case Who::Deputy: return named("the deputy", r.post.deputy) + ", or an ops lead";
    case Who::Sys:
    case Who::SysByPolicy: break;
    }
    return "the engine itself";
}

std::string eventNamed(rollout::Event event) { return std::string(name(event)); }

}  // namespace

std::vector<std::string> namesOf(const Rollout& r, std::span<const Who> who)
{
    std::vector<std::string> all;
    for (const Who one : who)
        if (one != Who::Sys && one != Who::SysByPolicy)
            all.push_back(nameOf(r, one));
    if (all.empty())
        all.emplace_back("the engine itself");
    return all;
}

Error errorOf(const Rollout& r, const rollout::Refusal& refusal, rollout::Event event)
{
    const std::string at = std::string(name(refusal.state));
    switch (refusal.why) {
    case rollout::Refused::IllegalTransition:
        return {Code::Conflict, eventNamed(event) + " is not possible at " + at +
                                    "; possible: " + joined(namesOfAll(refusal.allowed))};
    case rollout::Refused::Forbidden:
        return {Code::Forbidden, eventNamed(event) + " needs " + joined(namesOf(r, refusal.whoMay))};
    case rollout::Refused::Unmet:
        return {Code::Conflict, eventNamed(event) + " waits for: " + joined(namesOfAll(refusal.unmet))};
    case rollout::Refused::OldVersion: break;
    }
    return {Code::Stale, "the rollout has moved since it was looked at: it is at " + at +
                             (r.movedBy.empty() ? std::string() : ", by " + r.movedBy)};
}

}  // namespace holdpoint::flow
