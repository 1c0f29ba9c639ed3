// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/retention.h"

#include <algorithm>

namespace holdpoint::delivery {

Milliseconds retentionFloor(Milliseconds longestRetry, Milliseconds vendorAgreement,
                            Milliseconds longestReconciliation, Milliseconds orderWindow) noexcept
{
    return std::max({longestRetry, vendorAgreement, longestReconciliation}) + orderWindow;
}

Result<Milliseconds> retention(Milliseconds longestRetry, Milliseconds vendorAgreement,
                               Milliseconds longestReconciliation, Milliseconds orderWindow,
                               Milliseconds wanted)
{
    if (std::min({longestRetry, vendorAgreement, longestReconciliation, orderWindow}) < Milliseconds{0})
        return Error{Code::InvalidArgument, "a delay is negative"};
    const Milliseconds floor =
        retentionFloor(longestRetry, vendorAgreement, longestReconciliation, orderWindow);
    if (wanted < floor)
        return Error{Code::InvalidArgument, "keys must be kept for at least " +
                                                std::to_string(floor.count()) + " ms, wanted are " +
                                                std::to_string(wanted.count())};
    return wanted;
}

Milliseconds longestRetry(const RetryPlan& plan) noexcept
{
    return std::max(plan.attempts - 1, 0) * (plan.retryAfterCap + plan.cap) + plan.firstQuestion +
           plan.unknownLimit;
}

RetentionNeed needOf(const Policy& policy) noexcept
{
    RetentionNeed need;
    for (const VendorProfile& vendor : policy.vendors) {
        need.retry = std::max(need.retry, longestRetry(vendor.retry));
        need.agreement = std::max(need.agreement, vendor.agreement);
    }
    need.reconciliation = policy.keys.reconciliation;
    const Deadlines& d = policy.deadlines;
    need.window =
        d.parked + d.intake + d.decisioning + d.allocation + d.handoff + d.confirmation + d.settlement;
    return need;
}

Result<> checkKeys(const Policy& policy)
{
    const RetentionNeed need = needOf(policy);
    auto kept = retention(need.retry, need.agreement, need.reconciliation, need.window, policy.keys.kept);
    if (kept)
        return {};
    return Error{kept.error().code, kept.error().detail + ": retries " + std::to_string(need.retry.count()) +
                                        ", vendors' agreements " + std::to_string(need.agreement.count()) +
                                        ", reconciliation " + std::to_string(need.reconciliation.count()) +
                                        ", an order may change for " + std::to_string(need.window.count())};
}

}  // namespace holdpoint::delivery
