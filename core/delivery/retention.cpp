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

}  // namespace holdpoint::delivery
