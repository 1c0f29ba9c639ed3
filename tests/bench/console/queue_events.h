// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/policy.h"

#include <cstdint>
#include <string>

/// Orders that cannot go on, as their shop writes them: each opens one exception. Which cause, channel, region, SKU and
/// value an order has depends on its number alone; all are skewed as they are in life, a few make most.
namespace holdpoint::bench {

enum class Cause : std::uint8_t { LinesUnknown, UnmappedSku, RefusedByVendor };

/// 55 %, 25 %, 20 %.
[[nodiscard]] Cause causeOf(std::uint64_t n);
/// Its number is 1,000,000 + n. With another cause than its own: for a storm.
[[nodiscard]] std::string placedWrongly(std::uint64_t n, Cause cause, const std::string& now);
[[nodiscard]] std::string cancelAsked(std::uint64_t n);
[[nodiscard]] std::string paymentAuthorised(std::uint64_t n);
[[nodiscard]] std::string addressChanged(std::uint64_t n);
/// Enough of every SKU that is mapped.
[[nodiscard]] std::string stockCounted(const std::string& node);

/// What a warehouse says to the n-th order: a code of its own and where in the body it saw the fault.
struct Refusal {
    std::string code;
    std::string pointer;
};
[[nodiscard]] Refusal refusalOf(std::uint64_t n);

/// The lab's vendors; a SKU range without a mapping; nobody waits for payment.
[[nodiscard]] Policy queuePolicy(Dictionary& names);

}  // namespace holdpoint::bench
