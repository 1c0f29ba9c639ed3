// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stock.h"

#include <array>
#include <optional>

namespace holdpoint::inventory {

/// From which difference on a count is worth an alarm. Reaching one of them is enough; 0 switches one off.
struct DivergenceLimit {
    std::int64_t units = 0;
    std::int64_t perMille = 0;  ///< of the larger of the two
    std::int64_t value = 0;     ///< minor units; needs a price
};

/// By SkuClass.
using DivergenceLimits = std::array<DivergenceLimit, CountOf<SkuClass>>;
inline constexpr DivergenceLimits defaultDivergenceLimits{DivergenceLimit{1, 0, 0}, DivergenceLimit{3, 50, 0},
                                                          DivergenceLimit{10, 100, 0},
                                                          DivergenceLimit{20, 200, 0}};

struct Divergence {
    std::int64_t ours = 0;
    std::int64_t theirs = 0;
    std::int64_t units = 0;  ///< theirs − ours
    std::int64_t perMille = 0;
    std::int64_t value = 0;  ///< of the units, never negative

    friend bool operator==(const Divergence&, const Divergence&) = default;
};

/// Compares our book with a node's count of time `at`, *before* the count is applied: movements later than it are left
/// out. Nothing if the two are near enough for the class. `price`: one unit in minor units, 0 if not known.
[[nodiscard]] std::optional<Divergence> diverges(const Position& ours, const Counted& theirs, SkuClass cls,
                                                 Instant at = Never, std::int64_t price = 0,
                                                 const DivergenceLimits& limits = defaultDivergenceLimits);

}  // namespace holdpoint::inventory
