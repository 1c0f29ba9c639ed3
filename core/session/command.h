// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <optional>
#include <string>
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
    std::string reason;
    std::string argument;
    std::uint32_t number = 0;
    std::string text;
};

/// Where a command stands. Each state is told once, in the order of `CommandState`; Unknown may be followed by any.
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
};

/// Called on the caller's executor, in order.
class ReceiptSink {
public:
    virtual ~ReceiptSink() = default;
    virtual void receipt(RequestId request, const Receipt& receipt) = 0;
};

}  // namespace holdpoint::session
