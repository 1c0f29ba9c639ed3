// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/names.h"
#include "core/model/vocabulary.h"

#include "core/base/time.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

/// What people have set: an immutable value with a version. Defaults are those of the specification's table.
namespace holdpoint {

using namespace std::chrono_literals;

struct RetryPlan {
    Milliseconds base{1s};
    int factor = 2;
    Milliseconds cap{60s};
    int attempts = 8;                   ///< calls in all, the first included
    Milliseconds retryAfterCap{15min};  ///< a longer Retry-After is shortened to this
    Milliseconds firstQuestion{5s};     ///< after an unknown outcome
    Milliseconds unknownLimit{10min};   ///< then a person is asked
};

struct BreakerPlan {
    int minCalls = 20;
    Milliseconds window{10s};
    int failurePercent = 50;  ///< opens above
    Milliseconds probeAfter{5s};
};

/// How one operation of a vendor ends.
struct OperationPolicy {
    BusinessOutcome outcome = BusinessOutcome::ImmediateConfirm;
    TimeoutAction onTimeout = TimeoutAction::AskThenRetry;
};

struct VendorProfile {
    VendorName name;
    FeederSystem system = FeederSystem::Wms;
    bool hasStatusQuery = true;
    bool honoursKeys = true;
    RetryPlan retry;
    BreakerPlan breaker;
    Milliseconds callTimeout{10s};
    int concurrentCalls = 16;
    Milliseconds keyLife{std::chrono::hours{24 * 90}};   ///< how long it remembers a key
    Milliseconds agreement{std::chrono::hours{24 * 7}};  ///< how late it may still answer or repeat an event
    std::string owner{};  ///< function that owns the integration; empty: as its system says
    std::array<OperationPolicy, CountOf<Operation>> operations{};
};

struct NodeProfile {
    NodeName name;
    VendorName vendor;                ///< who ships from it
    std::int64_t capacityPerDay = 0;  ///< parcels; 0 = no limit
    std::int64_t defaultCost = 0;     ///< minor units, a parcel to a region not listed
    struct Zone {
        RegionName region;
        std::int64_t cost = 0;
    };
    std::vector<Zone> zones;
    bool servesOthers = true;  ///< regions not listed, at the default cost
};

struct SkuRule {
    Milliseconds window;  ///< oldest usable count
    Milliseconds hold;    ///< life of a reservation
    StalenessAction action = StalenessAction::OtherNode;
};

/// What a payment must look like before an order leaves intake.
enum class PaymentRule : std::uint8_t { None, AnyAuthorised, FullyAuthorised };
HP_NAMES(PaymentRule, "none", "any_authorised", "fully_authorised");

/// What to do with an order whose lines are not known.
enum class UnknownLines : std::uint8_t { Hold, Parcel };
HP_NAMES(UnknownLines, "hold", "parcel");

struct Deadlines {
    Milliseconds parked{15min};
    Milliseconds intake{5min};
    Milliseconds decisioning{5min};
    Milliseconds allocation{30min};
    Milliseconds handoff{30min};
    Milliseconds confirmation{48h};
    Milliseconds settlement{48h};
};

/// How long keys of commands are kept, and the one delay that it must outlast which nothing else here states.
struct KeyPlan {
    Milliseconds kept{std::chrono::hours{24 * 90}};  ///< after the end of what the command was about
    Milliseconds reconciliation{std::chrono::hours{24 * 31}};  ///< longest time until books are compared
};

struct Policy {
    std::uint32_t version = 1;
    KeyPlan keys;
    std::vector<NodeProfile> nodes;
    std::vector<VendorProfile> vendors;
    VendorName payment;  ///< none: nothing to settle
    VendorName carrier;  ///< none: the node books its own parcels
    VendorName shop;     ///< none: shipments are not reported back
    VendorName legacy;   ///< where orders are handed back to; none: hand-back is refused
    PaymentRule paymentRule = PaymentRule::AnyAuthorised;
    UnknownLines unknownLines = UnknownLines::Hold;
    bool splitAllowed = true;
    int maxRounds = 3;
    Milliseconds reservationGrace{45s};
    Deadlines deadlines;
    std::array<SkuRule, CountOf<SkuClass>> skuRules{
        SkuRule{2s, 2min, StalenessAction::OtherNode}, SkuRule{5s, 5min, StalenessAction::OtherNode},
        SkuRule{30s, 30min, StalenessAction::OtherNode}, SkuRule{300s, 120min, StalenessAction::OtherNode}};
    /// Off where counts come from a file and have no live age.
    bool checkStaleness = true;
    std::unordered_map<std::uint32_t, SkuClass> skuClasses;  // lookup only: SKU number → class, else Standard
    std::unordered_map<std::uint32_t, bool>
        unmappedSkus;  // lookup only: SKUs refused at intake for want of a mapping

    [[nodiscard]] const VendorProfile* vendor(VendorName name) const
    {
        for (const VendorProfile& profile : vendors)
            if (profile.name == name)
                return &profile;
        return nullptr;
    }
    [[nodiscard]] const NodeProfile* node(NodeName name) const
    {
        for (const NodeProfile& profile : nodes)
            if (profile.name == name)
                return &profile;
        return nullptr;
    }
    [[nodiscard]] SkuClass classOf(Sku sku) const
    {
        const auto found = skuClasses.find(sku.number);
        return found == skuClasses.end() ? SkuClass::Standard : found->second;
    }
    [[nodiscard]] const SkuRule& rule(Sku sku) const
    {
        return skuRules[static_cast<std::size_t>(classOf(sku))];
    }
};

}  // namespace holdpoint
