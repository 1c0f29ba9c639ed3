// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/candidates.h"

#include <algorithm>

namespace holdpoint::decisions {
namespace {

void setZone(Candidate& candidate, const NodeProfile& node, RegionName region)
{
    candidate.servesRegion = serves(node, region);
    candidate.cost = node.defaultCost;
    for (const NodeProfile::Zone& zone : node.zones)
        if (zone.region == region) {
            candidate.cost = zone.cost;
            return;
        }
}

std::int64_t capacityLeft(const NodeProfile& node, const StockBook& book, Instant now)
{
    if (node.capacityPerDay == 0)
        return NoDailyLimit;
    if (book.day != dayOf(now))
        return node.capacityPerDay;
    const auto used = book.parcelsToday.find(node.name.number);
    return node.capacityPerDay - (used == book.parcelsToday.end() ? 0 : used->second);
}

LineOffer offer(const StockBook& book, NodeName node, Sku sku, const Policy& policy, Instant now)
{
    const std::int64_t window = policy.checkStaleness ? policy.rule(sku).window.count() : 0;
    const Position* position = book.find(node, sku);
    if (position == nullptr)
        return {0, 0, window};
    const std::int64_t age = std::max((now - position->countedAt).count(), std::int64_t{0});
    return {position->available(), age, window};
}

}  // namespace

bool serves(const NodeProfile& node, RegionName region)
{
    return node.servesOthers || std::any_of(node.zones.begin(), node.zones.end(),
                                            [region](const auto& zone) { return zone.region == region; });
}

void addCandidate(DecisionRecord& record, const NodeProfile& node, const StockBook& book, RegionName region,
                  const Policy& policy, bool excluded, bool breakerOpen, Instant now)
{
    Candidate& candidate = record.candidates.emplace_back();
    candidate.node = node.name;
    candidate.vendor = node.vendor;
    const auto closed = book.closed.find(node.name.number);
    candidate.open = closed == book.closed.end() || !closed->second;
    candidate.excluded = excluded;
    candidate.breakerOpen = breakerOpen;
    setZone(candidate, node, region);
    candidate.capacityLeft = capacityLeft(node, book, now);
    candidate.offers.reserve(record.lines.size());
    for (const LineUnits& line : record.lines)
        candidate.offers.push_back(offer(book, node.name, line.sku, policy, now));
}

}  // namespace holdpoint::decisions
