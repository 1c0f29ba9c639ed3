// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/policy.h"

namespace holdpoint::delivery {

/// The shortest time keys must be kept: the longest of the three delays, and on top the time an order may still change.
[[nodiscard]] Milliseconds retentionFloor(Milliseconds longestRetry, Milliseconds vendorAgreement,
                                          Milliseconds longestReconciliation,
                                          Milliseconds orderWindow) noexcept;

/// `wanted`, if it is not below the floor. Errors: InvalidArgument (too short, or a negative delay), naming the floor.
Result<Milliseconds> retention(Milliseconds longestRetry, Milliseconds vendorAgreement,
                               Milliseconds longestReconciliation, Milliseconds orderWindow,
                               Milliseconds wanted);

/// What the shortest time is made of.
struct RetentionNeed {
    Milliseconds retry{0};           ///< the longest that a call may go on by itself, of all vendors
    Milliseconds agreement{0};       ///< the latest that a vendor may answer or repeat, of all vendors
    Milliseconds reconciliation{0};  ///< until books are compared
    Milliseconds window{0};          ///< in which an order may change: its deadlines one after the other
    [[nodiscard]] Milliseconds floor() const noexcept
    {
        return retentionFloor(retry, agreement, reconciliation, window);
    }
};
/// With every wait of a plan at its longest.
[[nodiscard]] Milliseconds longestRetry(const RetryPlan& plan) noexcept;
[[nodiscard]] RetentionNeed needOf(const Policy& policy) noexcept;
/// Are keys kept long enough? Errors: InvalidArgument, with all that makes the floor.
Result<> checkKeys(const Policy& policy);

/// Is a key of that age still known? At the very end of its life it is, after it never again.
[[nodiscard]] constexpr bool isAlive(Instant made, Milliseconds kept, Instant now) noexcept
{
    return now <= made + kept;
}

}  // namespace holdpoint::delivery
