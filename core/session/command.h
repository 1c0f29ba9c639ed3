// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace holdpoint::session {

/// What a person wants done. The same key is the same command: sending it again asks what became of it.
struct Command {
    std::string key;
    std::string actor;
    Role role = Role::Viewer;
    std::string what;  ///< retry, hand_back, cancel, assign, note, stop_intake …
    EntityId object;
    Version seen = 0;            ///< version the person looked at; 0 = none
    Milliseconds dataAge{0};     ///< how old what they saw was
    std::optional<ResultId> on;  ///< a bulk command: every entity of that result
    /// A bulk command on a frozen set: each object with the version that was looked at, 0 = whatever it is now. One that
    /// has changed since is skipped. Wins over `on`.
    std::vector<std::pair<EntityId, Version>> objects;
    std::string reason;
    std::string argument;
    std::uint32_t number = 0;
    std::string text;
    /// When it was given, by the caller's clock. A repeat says the same; one that is older than keys are kept is refused as
    /// Stale. The beginning of time: not said; its key is kept for ever, because a repeat could not be told from a new one.
    Instant given{};
};

/// Where a command stands. Each state is told once, in the order of `CommandState`; Unknown may be followed by any. A bulk
/// command tells Accepted again as it goes on, and ends Effective when every object was tried.
struct Receipt {
    std::string key;
    CommandState state = CommandState::Requested;
    Instant at;        ///< engine time
    EntityId command;  ///< its audit entity, none before it is accepted
    Code code{};       ///< of Refused and Failed
    std::string detail;
    std::vector<Role> whoCan;              ///< of Refused for want of a right
    std::vector<PartitionId> effectiveIn;  ///< partitions that have done it
    std::vector<PartitionId> notYetEffective;
    AsOf asOf;
    std::size_t done = 0;     ///< of a bulk command: objects it was effective on
    std::size_t of = 0;       ///< 0: not a bulk command
    std::size_t skipped = 0;  ///< changed since they were looked at, or this one is for others
    std::size_t failed = 0;   ///< refused for another reason
    /// Of a bulk command: those skipped and failed since the receipt before, each with its reason.
    struct NotDone {
        EntityId object;
        Code code{};
        std::string detail;
        std::vector<Role> whoCan;
        friend bool operator==(const NotDone&, const NotDone&) = default;
    };
    std::vector<NotDone> notDone{};
    bool replayed = false;  ///< the key was known: this is what became of the command the first time
};

/// Called on the caller's executor, in order.
class ReceiptSink {
public:
    virtual ~ReceiptSink() = default;
    virtual void receipt(RequestId request, const Receipt& receipt) = 0;
};

}  // namespace holdpoint::session
