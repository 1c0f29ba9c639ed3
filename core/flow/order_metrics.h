// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/arm_cell.h"
#include "core/model/names.h"
#include "core/model/order.h"
#include "core/model/step.h"

#include <vector>

/// What one step of an order adds to the figures of a rollout: counts by minute of assignment, run, step, slice and arm.
namespace holdpoint::flow {

/// A row of the raw series. Rows of one metric, cell and minute add up.
struct ArmCount {
    Metric metric = Metric::None;
    std::uint32_t bucket = 0;  ///< of ArmLatencyBucket: `Histogram::bucketOf`
    std::uint32_t cell = 0;    ///< `packed(ArmCell)`
    std::int64_t minute = 0;   ///< in which the order was assigned, since 1970
    std::int64_t n = 0, bad = 0, sum = 0;

    /// The number its series has: the metric, and above the eighth bit the bucket.
    [[nodiscard]] std::uint32_t series() const noexcept
    {
        return static_cast<std::uint32_t>(metric) | bucket << 8U;
    }
    friend bool operator==(const ArmCount&, const ArmCount&) = default;
};
[[nodiscard]] constexpr Metric metricOf(std::uint32_t series) noexcept
{
    return static_cast<Metric>(series & 0xFFU);
}
[[nodiscard]] constexpr std::uint32_t bucketOf(std::uint32_t series) noexcept { return series >> 8U; }

/// Slower than this from accepted to decided is bad.
inline constexpr Milliseconds SlowDecision{1'000};

/// Adds to `out` what the step that was applied last made of the order. Only of orders that the hash assigned; those out of
/// the sample are counted as such and no more. An order is counted once for a metric: with n when it is assigned (latency:
/// when it is decided), with bad when it first turns bad. So whatever stage it reaches, both arms are counted alike.
///
/// Legacy's orders are judged by what legacy says: `legacy.outcome` of `refused`, `out_of_stock`, `failed`, `exception`, or
/// `<stage>_failed`, the first word counting; its latency by `legacy.decided`, both by the clocks of their sources.
void orderMetrics(const Order& after, const StepBody& step, const Dictionary& names,
                  std::vector<ArmCount>& out);

}  // namespace holdpoint::flow
