// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/policy.h"

#include <string_view>

/// What a retry by a person would do. Pure.
namespace holdpoint::delivery {

inline constexpr std::string_view ReasonNothingSent = "nothing_was_sent";
inline constexpr std::string_view ReasonProvedAbsent = "proved_not_applied";
inline constexpr std::string_view ReasonRefusedForCertain = "refused_for_certain";
inline constexpr std::string_view ReasonKeyCovers = "key_covers";
inline constexpr std::string_view ReasonVendorRecovered = "vendor_recovered";
inline constexpr std::string_view ReasonAlreadyDone = "already_done";
inline constexpr std::string_view ReasonSameAnswer = "same_answer_again";
inline constexpr std::string_view ReasonNoConnector = "lane_sends_nothing";
inline constexpr std::string_view ReasonConfirmedWithoutKey = "confirmed_without_key";
inline constexpr std::string_view ReasonKeyExpired = "key_expired";
inline constexpr std::string_view ReasonOutcomeUnknown = "outcome_unknown";
inline constexpr std::string_view ReasonNoOpenEffect = "no_open_effect";

/// What is known beside the effect.
struct RetryFacts {
    bool keyAlive = true;             ///< the vendor still knows the key
    bool brokeContract = false;       ///< a call ended with a field that breaks the contract
    Instant vendorGoodSince = Never;  ///< since when the vendor does this operation by its contract again
};

struct Judgement {
    RetryVerdict verdict = RetryVerdict::Unknown;
    std::string_view reason;  ///< one of those above
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// | verdict | when |
/// |---|---|
/// | Done | an answer is stored, a retry returns it |
/// | Safe | nothing was sent; a look-up proved that nothing exists; the vendor said no and nothing forbids to ask again; |
/// |      | something exists, and the key covers it; a contract was broken, and the vendor keeps it again |
/// | Futile | it would fail for certain in the same way, or its lane has no connector |
/// | Unsafe | something exists without cover of the key, or the outcome is unknown and the key has expired |
/// | Unknown | ask the vendor, do not retry |
[[nodiscard]] Judgement judge(const Effect& effect, const VendorProfile& vendor,
                              const RetryFacts& facts = {}) noexcept;

}  // namespace holdpoint::delivery
