// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/base/time.h"
#include "core/model/policy.h"

#include <cstdint>

/// When and whether a call is made again. Pure but for the chance passed in.
namespace holdpoint::delivery {

/// Full jitter: a moment in [now, now + min(cap, base × factor^(n−1))] after `attemptsMade` = n ≥ 1 attempts. A
/// Retry-After (−1: none) is waited for first, up to its cap; the jitter comes on top, or all callers would come back in
/// the same moment.
[[nodiscard]] Instant nextTry(const RetryPlan& plan, int attemptsMade, std::int64_t retryAfterMs, Instant now,
                              Rng& rng);

/// May the same call be made again, after `attempts` calls in all? Transport failures only, and calls that never left
/// us. After OutcomeUnknown it still has to be asked about first (`afterAnswer` sees to that).
[[nodiscard]] bool mayRetry(const RetryPlan& plan, FailureClass cls, AttemptOutcome outcome,
                            int attempts) noexcept;

}  // namespace holdpoint::delivery
