// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

namespace holdpoint::delivery {

/// The shortest time keys must be kept: the longest of the three delays, and on top the time an order may still change.
[[nodiscard]] Milliseconds retentionFloor(Milliseconds longestRetry, Milliseconds vendorAgreement,
                                          Milliseconds longestReconciliation,
                                          Milliseconds orderWindow) noexcept;

/// `wanted`, if it is not below the floor. Errors: InvalidArgument (too short, or a negative delay), naming the floor.
Result<Milliseconds> retention(Milliseconds longestRetry, Milliseconds vendorAgreement,
                               Milliseconds longestReconciliation, Milliseconds orderWindow,
                               Milliseconds wanted);

/// Is a key of that age still known? At the very end of its life it is, after it never again.
[[nodiscard]] constexpr bool isAlive(Instant made, Milliseconds kept, Instant now) noexcept
{
    return now <= made + kept;
}

}  // namespace holdpoint::delivery
