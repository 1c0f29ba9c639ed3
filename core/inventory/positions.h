// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/stock.h"

#include <vector>

/// Stock of nodes: counts, adjustments, what may still be promised. Pure; the caller owns the book and its thread.
namespace holdpoint::inventory {

/// Takes a count in. The newest by (version, time) wins and includes every movement before it; what moved at its time or
/// later stays on top of it. `at` is the source's time, which the caller keeps from lying in the future of engine time:
/// shipments before it would not lower on hand. False: an older or the same count, nothing changed.
bool applyCounted(StockBook& book, NodeName node, const Counted& count, Instant at);

/// Adds an adjustment at its source time. Its identity was checked by the caller: the same one twice adds twice.
/// False: the newest count is later and includes it, nothing changed.
bool applyAdjusted(StockBook& book, NodeName node, const Adjusted& adjustment, Instant at);

/// Adds units that arrived (positive) or left (negative) at `at`; false if the newest count is later and includes them.
bool move(Position& position, Instant at, std::int64_t units);

/// The line that lacks: what one leg wanted of its SKU on all lines together, and what there is.
struct Shortage {
    Sku sku;
    std::int64_t wanted = 0;
    std::int64_t available = 0;

    friend bool operator==(const Shortage&, const Shortage&) = default;
};

/// May one leg have all of these lines at this node? All or nothing; lines of the same SKU add up.
/// Errors: Conflict (the first line that lacks; also written to `shortage`), InvalidArgument (units below 1).
Result<> check(const StockBook& book, NodeName node, const std::vector<LineUnits>& lines,
               Shortage* shortage = nullptr);

}  // namespace holdpoint::inventory
