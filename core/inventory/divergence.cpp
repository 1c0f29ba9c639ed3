// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/divergence.h"

#include <algorithm>

namespace holdpoint::inventory {

std::optional<Divergence> diverges(const Position& ours, const Counted& theirs, SkuClass cls, Instant at,
                                   std::int64_t price, const DivergenceLimits& limits)
{
    Divergence found{ours.counted, theirs.units};
    for (const Movement& m : ours.moved)
        if (m.at < at)
            found.ours += m.units;
    found.units = found.theirs - found.ours;
    const std::int64_t apart = std::max(found.units, -found.units);
    const std::int64_t larger = std::max({found.ours, found.theirs, std::int64_t{1}});
    found.perMille = apart * 1000 / larger;
    found.value = apart * price;

    const auto reached = [](std::int64_t value, std::int64_t limit) { return limit > 0 && value >= limit; };
    const DivergenceLimit& limit = limits[static_cast<std::size_t>(cls)];
    if (reached(apart, limit.units) || reached(found.perMille, limit.perMille) ||
        reached(found.value, limit.value))
        return found;
    return std::nullopt;
}

}  // namespace holdpoint::inventory
