// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/model/facts.h"

#include <cstdint>
#include <vector>

namespace holdpoint {

/// Why a candidate node did not get (all of) the order.
enum class LossReason : std::uint8_t {
    None,       ///< it was chosen
    NotEnough,  ///< too few units of a line
    NoLine,     ///< nothing of any line
    Stale,      ///< count older than the window of the SKU class
    Closed,
    NoCapacity,
    OtherZone,  ///< does not serve the region
    Excluded,   ///< refused this order in an earlier round
    BreakerOpen,
    Costlier,   ///< could have done it, but at a higher cost
    NotNeeded,  ///< a smaller split was possible without it
};
HP_NAMES(LossReason, "none", "not_enough", "no_line", "stale", "closed", "no_capacity", "other_zone",
         "excluded", "breaker_open", "costlier", "not_needed");

/// What one node had of one line at the moment of the decision.
struct LineOffer {
    std::int64_t available = 0;
    std::int64_t ageMs = 0;     ///< of the count
    std::int64_t windowMs = 0;  ///< allowed for this SKU class; 0 = no limit

    friend bool operator==(const LineOffer&, const LineOffer&) = default;
};

/// One node as it was seen. `offers` runs parallel to the lines of the request.
struct Candidate {
    NodeName node;
    VendorName vendor;
    bool open = true;
    bool servesRegion = true;
    bool excluded = false;
    bool breakerOpen = false;
    std::int64_t cost = 0;          ///< minor units, to ship one parcel to the order's zone
    std::int64_t capacityLeft = 0;  ///< parcels today
    std::vector<LineOffer> offers;
    LossReason lost = LossReason::None;  ///< filled by the decision

    friend bool operator==(const Candidate&, const Candidate&) = default;
};

struct RoutedLeg {
    NodeName node;
    VendorName vendor;
    std::vector<LineUnits> lines;

    friend bool operator==(const RoutedLeg&, const RoutedLeg&) = default;
};

/// A decision with everything it saw; deciding again from `lines` and `candidates` gives `legs` again.
struct DecisionRecord {
    std::uint32_t rules = 0;  ///< version of the policy
    std::uint16_t round = 1;
    bool splitAllowed = true;
    std::vector<LineUnits> lines;
    std::vector<Candidate> candidates;
    std::vector<RoutedLeg> legs;  ///< empty: nobody can

    friend bool operator==(const DecisionRecord&, const DecisionRecord&) = default;
};

void encode(ByteWriter& out, const DecisionRecord& record);
/// Errors: Corrupt.
Result<DecisionRecord> decodeDecisionRecord(ByteReader& in);

}  // namespace holdpoint
