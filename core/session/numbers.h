// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <array>
#include <string>
#include <vector>

namespace holdpoint::session {

/// Events by what became of them. received = accepted + refused + parked + duplicate.
struct EventCounts {
    std::int64_t received = 0;
    std::int64_t accepted = 0;
    std::int64_t refused = 0;
    std::int64_t parked = 0;
    std::int64_t duplicate = 0;
    std::int64_t late = 0;          ///< of accepted
    std::int64_t wouldRegress = 0;  ///< of accepted
    [[nodiscard]] bool agree() const noexcept { return received == accepted + refused + parked + duplicate; }
    friend bool operator==(const EventCounts&, const EventCounts&) = default;
};

/// What all tiles, lists, exports and `--json` count with; all of it at one AsOf.
struct Numbers {
    AsOf asOf;
    EventCounts events;
    std::vector<std::pair<std::string, EventCounts>> byProducer;  ///< by name
    std::array<std::int64_t, CountOf<Place>> orders{};            ///< by Place
    std::int64_t exceptionsOpen = 0;
    std::int64_t outbox = 0;  ///< effects without an answer

    [[nodiscard]] std::int64_t in(Place place) const { return orders[static_cast<std::size_t>(place)]; }
    /// Every place but `awaited`: what is awaited is not an order yet.
    [[nodiscard]] std::int64_t ordersAccepted() const
    {
        std::int64_t sum = 0;
        for (const std::int64_t n : orders)
            sum += n;
        return sum - in(Place::Awaited);
    }
};

}  // namespace holdpoint::session
