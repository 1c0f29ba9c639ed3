// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/retry.h"

#include <algorithm>

namespace holdpoint::delivery {

Instant nextTry(const RetryPlan& plan, int attemptsMade, std::int64_t retryAfterMs, Instant now, Rng& rng)
{
    const std::int64_t cap = std::max(plan.cap.count(), std::int64_t{0});
    std::int64_t bound = std::min(plan.base.count(), cap);
    for (int n = 1; n < attemptsMade && bound < cap; ++n)
        bound = bound > cap / std::max(plan.factor, 1) ? cap : bound * std::max(plan.factor, 1);
    const std::int64_t least = std::clamp(retryAfterMs, std::int64_t{0}, plan.retryAfterCap.count());
    const std::int64_t jitter = static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(bound) + 1));
    return now + Milliseconds{least + jitter};
}

bool mayRetry(const RetryPlan& plan, FailureClass cls, AttemptOutcome outcome, int attempts) noexcept
{
    if (attempts >= plan.attempts)
        return false;
    switch (outcome) {
    case AttemptOutcome::NotSent:
    case AttemptOutcome::OutcomeUnknown: return cls == FailureClass::Transport || cls == FailureClass::None;
    case AttemptOutcome::FailedForCertain: return cls == FailureClass::Transport;
    case AttemptOutcome::Done:
    case AttemptOutcome::AlreadyProcessed:
    case AttemptOutcome::InProgress: break;
    }
    return false;
}

}  // namespace holdpoint::delivery
