// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/contract.h"
#include "core/model/vendor_call.h"

#include <cstdint>
#include <string>

namespace holdpoint::contracts {

/// What happened on the wire to one call or question, before anybody says what it means.
struct HttpOutcome {
    enum class Way : std::uint8_t {
        NotSent,   ///< certainly never reached the vendor: refused, no address, stopped before
        TimedOut,  ///< sent, no complete answer in time
        Broken,    ///< sent, the connection ended before the answer was complete
        Answered,
    };
    Way way = Way::Answered;
    std::string reason;  ///< code for a call without an answer: `connection_refused`, `timeout` …
    std::uint16_t status = 0;
    std::string retryAfter;  ///< header, as it came
    bool replayed = false;   ///< header Idempotent-Replayed: true
    bool tooLarge = false;   ///< the body was more than MaxBody and was not kept
    std::string body;
    Instant start;
    Instant end;
};

/// Raw bytes of an answer that are kept for a person to read.
inline constexpr std::size_t MaxKeptBody = 64 << 10;

/// What an outcome means under the contracts, filled in completely:
/// - no answer: Transport; NotSent or OutcomeUnknown.
/// - 2xx as agreed: Done, or AlreadyProcessed for a repeated answer. 2xx not as agreed: Validation with the breach; the
///   effect may exist, so OutcomeUnknown, unless the vendor's reference can be read: Done.
/// - anything else by the failure table. An unmapped 409 is OutcomeUnknown.
/// - a question: Done, FailedForCertain, InProgress as the vendor states it for this key; 404 `no_such_effect`: NotSent
///   without a class, the proof that nothing exists; everything else OutcomeUnknown.
/// The body is kept for everything but success, at most 64 KB.
[[nodiscard]] VendorAnswer readAnswer(const VendorCall& call, const HttpOutcome& outcome,
                                      const Contracts& contracts);

/// The body of a call, as the request contracts state it.
[[nodiscard]] std::string requestBody(const VendorCall& call);

}  // namespace holdpoint::contracts
