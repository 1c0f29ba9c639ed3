// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/e_value.h"

#include <optional>
#include <vector>

/// Failures are rare, so the question is: of the orders that failed, how many were in the canary? At equal rates that is a
/// coin with a known bias, the share of the canary. It needs no variance, and storms that hit both arms do not fool it.
namespace holdpoint::statistics {

/// P(canary | failed) when the canary fails `ratio` times as often; `share` of all orders are canary.
[[nodiscard]] constexpr double coinOf(double share, double ratio) noexcept
{
    return share * ratio / (share * ratio + 1 - share);
}
/// The other way round; infinite at 1.
[[nodiscard]] double ratioOf(double coin, double share) noexcept;

/// One weight, one epoch: keyed by the time of assignment. Priors restart with each; evidence of epochs multiplies.
struct Epoch {
    double share = 0.1;  ///< of eligible orders hashed to the canary, in (0, 1)
    Trials failures;     ///< n of both arms, x of them in the canary
};

/// Sums of ln E over the epochs. tOpt counts failures.
[[nodiscard]] double logEHarm(const std::vector<Epoch>& epochs, double ratio, double tOpt = 50);
[[nodiscard]] double logESafe(const std::vector<Epoch>& epochs, double ratio, double tOpt = 50);
/// Of one epoch. A high end of infinity is possible.
[[nodiscard]] Interval ratioInterval(const Epoch& epoch, double alpha = 0.05, double tOpt = 50);

/// Failures of both arms until the median stream is called safe against `ratio`, when the arms are truly equal. Exact, by
/// the distribution of streams not called yet. Nothing: not within `most`.
[[nodiscard]] std::optional<std::int64_t> failuresUntilSafe(double share, double ratio, double alpha = 0.05,
                                                            double tOpt = 50, std::int64_t most = 5'000);
/// The same until an arm that fails `trueRatio` times as often is called harmful against `ratio`.
[[nodiscard]] std::optional<std::int64_t> failuresUntilHarm(double share, double trueRatio, double ratio,
                                                            double alpha = 0.05, double tOpt = 50,
                                                            std::int64_t most = 5'000);
/// Orders until a GO below `threshold`, when the true rate is `rate` (0: no failure at all), on the path of the mean.
[[nodiscard]] std::optional<std::int64_t> ordersUntilBelow(double threshold, double rate, double tOpt,
                                                           double alpha = 0.05,
                                                           std::int64_t most = 100'000'000);

}  // namespace holdpoint::statistics
