// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_types.h"

#include <array>
#include <optional>
#include <simdjson.h>

namespace holdpoint::engine {

/// The attributes of CloudEvents that intake knows; others with a legal name are taken and ignored.
struct Envelope {
    std::string_view specversion, id, source, type, subject, time, traceparent, eventclass, datacontenttype,
        numberspace;
    simdjson::dom::element data;
    bool hasData = false;

    const EventType* known = nullptr;  ///< the row of `type`
    Instant at;
    bool hasTime = false;
    Correlation correlation{};
    bool hasCorrelation = false;

    /// The space the subject is a number in.
    [[nodiscard]] std::string_view space() const { return numberspace.empty() ? source : numberspace; }
};

/// Reads and checks the attributes; what was read before a breach stays in `into`.
[[nodiscard]] std::optional<Breach> readEnvelope(simdjson::dom::object event, Envelope& into);

}  // namespace holdpoint::engine
