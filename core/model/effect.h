// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bytes.h"
#include "core/model/facts.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace holdpoint {

using OutboxId = std::uint64_t;
/// W3C trace id.
using Correlation = std::array<std::byte, 16>;

/// Which effect of an order: `ship` of leg 1, first generation. The generation rises only for a corrected body, and only
/// after a look-up proved that nothing exists under the old key.
struct EffectRef {
    Operation operation = Operation::Ship;
    Part part = 0;
    std::uint8_t generation = 1;

    friend constexpr auto operator<=>(const EffectRef&, const EffectRef&) noexcept = default;
};

/// All a connector needs for one call; the durable row of the outbox holds these bytes until the answer.
struct EffectRequest {
    OutboxId outbox = 0;
    EntityId order;
    EffectRef ref;
    VendorName vendor;
    std::string key;  ///< `hp:<order number>:<operation>:<part>`
    Correlation correlation{};
    std::uint32_t epoch = 0;
    std::uint32_t contract = 0;
    std::string orderNumber;
    NodeName node;
    RegionName region;
    std::vector<LineUnits> lines;  ///< empty with an opaque parcel
    std::int64_t amount = 0;
    Currency currency;
    std::string reference;  ///< id at the vendor that the call is about: payment, shipment, tracking

    friend bool operator==(const EffectRequest&, const EffectRequest&) = default;
};

/// A call to make, or a question to ask about an earlier one.
struct Dispatch {
    EffectRequest request;
    bool ask = false;  ///< status query by key; sends nothing
    std::uint16_t attempt = 1;
};

/// What came back, or did not. An input of the engine.
struct VendorAnswer {
    OutboxId outbox = 0;
    EntityId order;
    EffectRef ref;
    bool asked = false;
    std::uint16_t attempt = 1;
    Instant start;
    Instant end;
    /// For a question: Done = it exists; FailedForCertain = the vendor had refused it; NotSent = proved that nothing
    /// exists under the key; InProgress; OutcomeUnknown = no usable answer.
    AttemptOutcome outcome = AttemptOutcome::OutcomeUnknown;
    FailureClass cls = FailureClass::None;
    std::string code;  ///< the vendor's own, or ours for what never reached it
    std::uint16_t status = 0;
    std::int64_t retryAfterMs = -1;  ///< -1: not stated
    std::string reference;           ///< the vendor's id of what it made
    std::string pointer;             ///< contract breach: JSON pointer, expected, got
    std::string expected;
    std::string got;
    std::string body;  ///< raw, kept for failures
};

/// Are the bytes of this answer kept for a person to read?
[[nodiscard]] inline bool isBodyKept(const VendorAnswer& answer) noexcept
{
    return !answer.body.empty() && answer.cls != FailureClass::None;
}

void encode(ByteWriter& out, const EffectRequest& request);
/// Errors: Corrupt.
Result<EffectRequest> decodeEffectRequest(std::span<const std::byte> bytes);
/// Hash of what "the same request" means for its operation: everything but outbox id, epoch and correlation.
[[nodiscard]] std::uint64_t fingerprint(const EffectRequest& request);

}  // namespace holdpoint
