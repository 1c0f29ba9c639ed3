// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <optional>
#include <string>

/// Exactly one person commands at any time. Command passes by an offer that the other accepts, or is taken when nobody is
/// there to hold it.
namespace holdpoint::rollout {

struct CommandPost {
    struct Offer {
        std::string to;
        Instant at;
        friend bool operator==(const Offer&, const Offer&) = default;
    };
    std::string commander;
    std::string deputy;
    std::optional<Offer> offer;
    Instant commanderSeen;  ///< last heartbeat of the commander's client
    Instant deputySeen;

    static constexpr Milliseconds OfferLife{60'000}, Gone{60'000}, Absent{15 * 60'000};

    [[nodiscard]] bool commanderGone(Instant now) const noexcept { return now - commanderSeen > Gone; }
    /// The deputy has the commander's rights while the commander is gone, and not otherwise.
    [[nodiscard]] bool deputyActs(Instant now) const noexcept
    {
        return commanderGone(now) && now - deputySeen <= Gone;
    }
    /// Since when nobody is there; nothing: somebody is. 15 minutes of it are trigger A6.
    [[nodiscard]] std::optional<Milliseconds> absent(Instant now) const noexcept;
    friend bool operator==(const CommandPost&, const CommandPost&) = default;
};

/// Errors: Forbidden (not the commander), InvalidArgument (nobody, or oneself).
Result<CommandPost> offered(const CommandPost& post, const std::string& by, const std::string& to,
                            Instant now);
/// Errors: NotFound (no offer to that person), Stale (it is older than 60 s).
Result<CommandPost> accepted(const CommandPost& post, const std::string& by, Instant now);
/// The deputy, failing that an ops lead. Errors: Conflict (the commander is there; or the deputy is), Forbidden.
Result<CommandPost> taken(const CommandPost& post, const std::string& by, bool isOpsLead, Instant now);

}  // namespace holdpoint::rollout
