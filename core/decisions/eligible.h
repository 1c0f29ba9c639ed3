// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// What both ways of choosing share; not for other modules.
namespace holdpoint::decisions {

/// Why a candidate cannot be used at all, whatever its stock; None if it can.
[[nodiscard]] LossReason barrier(const Candidate& candidate) noexcept;

[[nodiscard]] inline bool isFresh(const LineOffer& offer) noexcept
{
    return offer.windowMs == 0 || offer.ageMs <= offer.windowMs;
}

/// What counts of an offer.
[[nodiscard]] inline std::int64_t usable(const LineOffer& offer) noexcept
{
    return isFresh(offer) && offer.available > 0 ? offer.available : 0;
}

/// Units that all lines with the SKU of line `i` want together.
[[nodiscard]] std::int64_t wantedOf(const std::vector<LineUnits>& lines, std::size_t i) noexcept;

/// Rule 1's order: is `a` the better of two that can do the same?
[[nodiscard]] bool isBetter(const Candidate& a, const Candidate& b) noexcept;

}  // namespace holdpoint::decisions
