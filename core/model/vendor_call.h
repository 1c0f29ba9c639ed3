// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/effect.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdpoint {

/// One call to a vendor, or one question about an earlier call, with every number as text: it leaves the engine thread.
struct VendorCall {
    OutboxId outbox = 0;
    EntityId order;
    EffectRef ref;
    bool ask = false;  ///< status query by key; must not cause an effect
    std::uint16_t attempt = 1;
    std::string vendor;
    std::string key;
    std::string traceId;  ///< 32 hex digits
    std::string orderNumber;
    std::string node;
    std::string region;
    struct Line {
        std::uint16_t line = 0;
        std::string sku;
        std::int64_t units = 0;
    };
    std::vector<Line> lines;  ///< empty with an opaque parcel
    std::int64_t amount = 0;  ///< minor units
    std::string currency;
    std::string reference;
    std::uint32_t contract = 0;
    Milliseconds timeout{10'000};
};

}  // namespace holdpoint
