// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vendor_call.h"

#include <cstdint>
#include <string>

namespace holdpoint::lab {

/// How a simulated vendor answers one call or question; rendered to HTTP by `bodyOf`.
struct VendorReply {
    enum class Way : std::uint8_t {
        Answered,
        Silent,   ///< taken, never answered
        Refused,  ///< connection refused: never taken
        Dropped,  ///< taken, the connection closed without an answer
    };
    enum class Altered : std::uint8_t { No, Field, Enum, Broken };

    Way way = Way::Answered;
    bool asked = false;
    bool replayed = false;  ///< the stored answer of an earlier call with this key
    Altered altered = Altered::No;
    std::uint16_t status = 200;
    FailureClass cls = FailureClass::None;
    std::string code;       ///< of a failure; empty: success
    std::string field;      ///< JSON pointer of the field that a failure is about
    std::string reference;  ///< the vendor's id of what it made
    std::int64_t retryAfterMs = -1;
    Instant due;  ///< when it arrives at the caller
};

/// The JSON body: the operation's answer, the state of an effect, or a problem (RFC 9457).
[[nodiscard]] std::string bodyOf(const VendorReply& reply, const VendorCall& call);
/// The member that carries the reference: `shipment_id`, `transaction_id`, `tracking`; empty: the answer has none.
[[nodiscard]] std::string_view referenceField(Operation operation) noexcept;
/// The member `status` of a successful answer: `accepted`, `succeeded` …
[[nodiscard]] std::string_view successStatus(Operation operation) noexcept;
/// Appends a JSON string with its quotes.
void appendQuoted(std::string& out, std::string_view text);

}  // namespace holdpoint::lab
