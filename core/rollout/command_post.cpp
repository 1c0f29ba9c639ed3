// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/command_post.h"

#include <algorithm>

namespace holdpoint::rollout {
namespace {

CommandPost held(const CommandPost& post, const std::string& by, Instant now)
{
    CommandPost next = post;
    next.commander = by;
    next.commanderSeen = now;
    next.offer.reset();
    if (next.deputy == by)  // one person is not both
        next.deputy.clear();
    return next;
}

}  // namespace

std::optional<Milliseconds> CommandPost::absent(Instant now) const noexcept
{
    const Instant last = deputy.empty() ? commanderSeen : std::max(commanderSeen, deputySeen);
    if (now - last <= Gone)
        return std::nullopt;
    return now - last;
}

Result<CommandPost> offered(const CommandPost& post, const std::string& by, const std::string& to,
                            Instant now)
{
    if (by != post.commander)
        return Error{Code::Forbidden, "command is held by " + post.commander};
    if (to.empty() || to == by)
        return Error{Code::InvalidArgument, "command is offered to somebody else"};
    CommandPost next = post;
    next.offer = CommandPost::Offer{to, now};
    return next;
}

Result<CommandPost> accepted(const CommandPost& post, const std::string& by, Instant now)
{
    if (!post.offer || post.offer->to != by)
        return Error{Code::NotFound, "command was not offered to " + by};
    if (now - post.offer->at >= CommandPost::OfferLife)
        return Error{Code::Stale, "the offer is over"};
    return held(post, by, now);
}

Result<CommandPost> taken(const CommandPost& post, const std::string& by, bool isOpsLead, Instant now)
{
    if (!post.commanderGone(now))
        return Error{Code::Conflict, post.commander + " is there"};
    const bool deputyThere = post.deputyActs(now) && !post.deputy.empty();
    if (by != post.deputy && deputyThere)
        return Error{Code::Conflict, "the deputy, " + post.deputy + ", is there"};
    if (by != post.deputy && !isOpsLead)
        return Error{Code::Forbidden, "the deputy or an ops lead may take command"};
    return held(post, by, now);
}

}  // namespace holdpoint::rollout
