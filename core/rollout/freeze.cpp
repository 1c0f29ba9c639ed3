// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/freeze.h"

#include <algorithm>

namespace holdpoint::rollout {

bool binds(const Freeze& f, Instant now) noexcept
{
    const bool in = f.from <= now && now < f.to;
    return in && (f.state == FreezeState::Approved || f.state == FreezeState::Enforced);
}

bool hardFreeze(std::span<const Freeze> all, Instant now) noexcept
{
    return std::any_of(all.begin(), all.end(),
                       [&](const Freeze& f) { return f.kind == FreezeKind::Hard && binds(f, now); });
}

Result<Freeze> moved(const Freeze& freeze, FreezeState to)
{
    const FreezeState from = freeze.state;
    const bool next = static_cast<int>(to) == static_cast<int>(from) + 1;
    const bool early = from == FreezeState::Approved && to == FreezeState::Lifted;
    if (!next && !early)
        return Error{Code::Conflict, "a freeze that is " + std::string(name(from)) + " cannot become " +
                                         std::string(name(to))};
    Freeze f = freeze;
    f.state = to;
    return f;
}

std::vector<Edit> heldBy(const Freeze& freeze)
{
    std::vector<Edit> held{Edit::Rules, Edit::Mappings, Edit::Connectors, Edit::Contracts, Edit::Thresholds};
    if (freeze.kind == FreezeKind::Hard)
        held.push_back(Edit::StartStep);
    return held;
}

Result<EditAnswer> mayChangeLocked(const std::string& by, const std::string& commander,
                                   const std::string& second, const std::string& reason)
{
    if (by != commander)
        return Error{Code::Forbidden, "a locked threshold is the commander's to change"};
    if (second.empty() || second == by)
        return Error{Code::Forbidden, "a second person must confirm"};
    if (reason.empty())
        return Error{Code::InvalidArgument, "a change of a locked threshold needs a reason"};
    return EditAnswer{.voidsVotes = true};
}

Result<EditAnswer> mayEdit(Edit edit, std::span<const Freeze> all, Instant now, bool commander,
                           const std::string& reason)
{
    EditAnswer answer;
    for (const Freeze& freeze : all) {
        const auto held = heldBy(freeze);
        if (!binds(freeze, now) || std::find(held.begin(), held.end(), edit) == held.end())
            continue;
        if (edit == Edit::StartStep)
            return Error{Code::Forbidden, "no step starts or grows in a hard freeze: " + freeze.reason};
        if (!commander || reason.empty())
            return Error{Code::Forbidden,
                         std::string(name(edit)) + " are frozen; the commander may, with a reason"};
        answer.voidsVotes = true;
    }
    return answer;
}

}  // namespace holdpoint::rollout
