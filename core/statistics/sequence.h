// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

/// Always-valid bounds of quantiles and means.
namespace holdpoint::statistics {

/// Which order statistics bound the quantile p of n values: X(low) … X(high), counted from 1. Nothing: that side is not
/// known yet.
struct QuantileRanks {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    friend bool operator==(const QuantileRanks&, const QuantileRanks&) = default;
};
/// For two arms give each alpha/2.
[[nodiscard]] QuantileRanks quantileRanks(double p, std::int64_t n, double alpha = 0.05, double tOpt = 1000);

/// A mean by its moments; adding a value is O(1) (Welford).
struct Moments {
    std::int64_t n = 0;
    double mean = 0;
    double squares = 0;  ///< sum of squared distances from the mean

    void add(double value) noexcept;
    [[nodiscard]] double variance() const noexcept
    {
        return n < 2 ? 0 : squares / static_cast<double>(n - 1);
    }
};

/// Difference of means, canary minus control, by an asymptotic confidence sequence. Leans on the central limit theorem: not
/// below 100 of each arm.
struct MeanDifference {
    double difference = 0;
    double standardError = 0;
    double halfWidth = 0;
    double logE = 0;  ///< against "no difference"
    bool enough = false;
};
inline constexpr std::int64_t LeastForMeans = 100;
[[nodiscard]] MeanDifference meanDifference(double meanC, double varC, std::int64_t nC, double meanB,
                                            double varB, std::int64_t nB, double alpha = 0.05,
                                            double nStar = 5000);
/// The tuning of the sequence: tightest at nStar.
[[nodiscard]] double meanTuning(double alpha, double nStar);

/// Two-sided normal mixture over sums s with variance v.
class NormalMixture {
public:
    NormalMixture(double vOpt, double alphaOpt);
    [[nodiscard]] double rho() const noexcept { return rho_; }
    [[nodiscard]] double logE(double s, double v) const;
    /// |s| reaches this, ever, with chance alpha at most.
    [[nodiscard]] double bound(double v, double alpha) const;

private:
    double rho_;
};

}  // namespace holdpoint::statistics
