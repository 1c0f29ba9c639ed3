// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/decision.h"
#include "core/model/policy.h"
#include "core/model/stock.h"

namespace holdpoint::decisions {

/// `capacityLeft` of a node without a daily limit.
inline constexpr std::int64_t NoDailyLimit = 1'000'000;

[[nodiscard]] bool serves(const NodeProfile& node, RegionName region);

/// Appends what one node has to offer for `record.lines`, which must be complete: stock with its age and the window of
/// its SKU class, cost to the region, parcels left today. Pure; allocates once.
void addCandidate(DecisionRecord& record, const NodeProfile& node, const StockBook& book, RegionName region,
                  const Policy& policy, bool excluded, bool breakerOpen, Instant now);

}  // namespace holdpoint::decisions
