// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/choose.h"

#include "core/base/check.h"
#include "core/decisions/eligible.h"
#include "core/decisions/split.h"

namespace holdpoint::decisions {
namespace {

/// Why a usable candidate cannot do all lines alone; Costlier if it can.
LossReason lackOf(const std::vector<LineUnits>& lines, const Candidate& candidate)
{
    bool all = true, allIfFresh = true, something = false, someStale = false;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::int64_t wanted = wantedOf(lines, i);
        if (wanted == 0)
            continue;
        const LineOffer& offer = candidate.offers[i];
        all = all && usable(offer) >= wanted;
        allIfFresh = allIfFresh && offer.available >= wanted;
        something = something || usable(offer) > 0;
        someStale = someStale || (offer.available > 0 && !isFresh(offer));
    }
    if (all)
        return LossReason::Costlier;
    if (allIfFresh || (someStale && !something))
        return LossReason::Stale;
    return something ? LossReason::NotEnough : LossReason::NoLine;
}

/// The best that can do all lines, or null; gives every candidate the reason why it cannot be that one.
Candidate* judgeAlone(DecisionRecord& record)
{
    Candidate* best = nullptr;
    for (Candidate& candidate : record.candidates) {
        candidate.lost = barrier(candidate);
        if (candidate.lost != LossReason::None)
            continue;
        HP_CHECK(candidate.offers.size() == record.lines.size());
        candidate.lost = lackOf(record.lines, candidate);
        if (candidate.lost == LossReason::Costlier && (best == nullptr || isBetter(candidate, *best)))
            best = &candidate;
    }
    return best;
}

void shipAll(DecisionRecord& record, Candidate& winner)
{
    winner.lost = LossReason::None;
    record.legs.resize(1);
    record.legs[0].node = winner.node;
    record.legs[0].vendor = winner.vendor;
    record.legs[0].lines = record.lines;
}

/// One word into a running hash; the constants are those of SplitMix64.
void mix(std::uint64_t& hash, std::uint64_t word) noexcept
{
    hash = (hash ^ word) * 0xBF58476D1CE4E5B9ULL;
    hash ^= hash >> 29;
}

}  // namespace

LossReason barrier(const Candidate& candidate) noexcept
{
    if (!candidate.open)
        return LossReason::Closed;
    if (!candidate.servesRegion)
        return LossReason::OtherZone;
    if (candidate.excluded)
        return LossReason::Excluded;
    if (candidate.breakerOpen)
        return LossReason::BreakerOpen;
    return candidate.capacityLeft > 0 ? LossReason::None : LossReason::NoCapacity;
}

std::int64_t wantedOf(const std::vector<LineUnits>& lines, std::size_t i) noexcept
{
    std::int64_t wanted = 0;
    for (const LineUnits& line : lines)
        if (line.sku == lines[i].sku && line.units > 0)
            wanted += line.units;
    return wanted;
}

bool isBetter(const Candidate& a, const Candidate& b) noexcept
{
    if (a.cost != b.cost)
        return a.cost < b.cost;
    if (a.capacityLeft != b.capacityLeft)
        return a.capacityLeft > b.capacityLeft;
    return a.node < b.node;
}

void choose(DecisionRecord& record)
{
    if (Candidate* winner = judgeAlone(record)) {
        shipAll(record, *winner);
        return;
    }
    record.legs.clear();
    if (record.splitAllowed)
        split(record);
}

bool sameAgain(const DecisionRecord& record)
{
    DecisionRecord again = record;
    choose(again);
    return again.legs == record.legs;
}

std::uint64_t inputsFingerprint(const DecisionRecord& record) noexcept
{
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ static_cast<std::uint64_t>(record.splitAllowed);
    mix(hash, record.lines.size());
    for (const LineUnits& line : record.lines) {
        mix(hash, std::uint64_t{line.line} << 32 | line.sku.number);
        mix(hash, static_cast<std::uint64_t>(line.units));
    }
    for (const Candidate& c : record.candidates) {
        mix(hash, std::uint64_t{c.node.number} << 32 | c.vendor.number);
        mix(hash,
            static_cast<std::uint64_t>(c.open | c.servesRegion << 1 | c.excluded << 2 | c.breakerOpen << 3));
        mix(hash, static_cast<std::uint64_t>(c.cost));
        mix(hash, static_cast<std::uint64_t>(c.capacityLeft));
        for (const LineOffer& offer : c.offers) {
            mix(hash, static_cast<std::uint64_t>(offer.available));
            mix(hash, static_cast<std::uint64_t>(offer.ageMs));
            mix(hash, static_cast<std::uint64_t>(offer.windowMs));
        }
    }
    return hash ^ hash >> 32;
}

}  // namespace holdpoint::decisions
