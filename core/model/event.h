// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/effect.h"
#include "core/model/facts.h"

#include <optional>
#include <string>
#include <vector>

namespace holdpoint {

/// Who gives ids of this kind: a shop's order numbers, a warehouse's shipment ids, a client's command keys.
struct ForeignKey {
    ProducerName space;
    std::string text;  ///< exact after trim, case kept

    friend auto operator<=>(const ForeignKey&, const ForeignKey&) = default;
};

/// A CloudEvent after strict parsing and contract check: the facts it states about one entity.
struct Event {
    ProducerName producer;
    std::string id;
    std::string type;
    EventClass cls = EventClass::Create;
    Instant sourceTime;
    bool hasSourceTime = false;
    Correlation correlation{};
    bool hasCorrelation = false;
    EntityKind target = EntityKind::Order;  ///< Order or Node
    ForeignKey subject;                     ///< order number or node code
    std::uint64_t content = 0;              ///< hash of type, subject, time and data
    std::vector<Fact> facts;
};

/// Why an input was not taken in, precise enough to mend it.
struct RefusedInput {
    CodeName rule;
    std::string producer;
    std::string event;
    std::string where;   ///< JSON pointer, or file:line
    std::string detail;  ///< expected and got, in English
    std::string bytes;   ///< the raw input, at most 64 KB kept
    std::string type;    ///< of the event; empty where it cannot be told
};

}  // namespace holdpoint
