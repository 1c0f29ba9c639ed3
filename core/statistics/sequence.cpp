// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/sequence.h"

#include "core/statistics/e_value.h"

#include <cmath>

namespace holdpoint::statistics {

QuantileRanks quantileRanks(double p, std::int64_t n, double alpha, double tOpt)
{
    if (n <= 0)
        return {};
    const double kappa = concentration(tOpt, Sides::Two), wanted = std::log(1 / alpha);
    const auto fits = [&](std::int64_t x) {
        return logE(static_cast<double>(x), static_cast<double>(n), p, kappa) < wanted;
    };
    const auto middle = static_cast<std::int64_t>(std::llround(p * static_cast<double>(n)));
    std::int64_t out = -1, low = middle;  // the smallest count that fits
    while (low - out > 1) {
        const std::int64_t at = out + (low - out) / 2;
        (fits(at) ? low : out) = at;
    }
    std::int64_t high = middle;
    out = n + 1;
    while (out - high > 1) {
        const std::int64_t at = high + (out - high) / 2;
        (fits(at) ? high : out) = at;
    }
    QuantileRanks ranks;
    if (low >= 1)
        ranks.low = low;
    if (high + 1 <= n)
        ranks.high = high + 1;
    return ranks;
}

void Moments::add(double value) noexcept
{
    ++n;
    const double off = value - mean;
    mean += off / static_cast<double>(n);
    squares += off * (value - mean);
}

double meanTuning(double alpha, double nStar)
{
    const double l = -2 * std::log(alpha);
    return std::sqrt((l + std::log1p(l)) / nStar);
}

MeanDifference meanDifference(double meanC, double varC, std::int64_t nC, double meanB, double varB,
                              std::int64_t nB, double alpha, double nStar)
{
    MeanDifference found;
    found.difference = meanC - meanB;
    if (nC < 1 || nB < 1)
        return found;
    const double variance = varC / static_cast<double>(nC) + varB / static_cast<double>(nB);
    const double rho = meanTuning(alpha, nStar);
    const auto n = static_cast<double>(nC + nB);
    const double t = n * rho * rho;
    found.standardError = std::sqrt(variance);
    found.halfWidth =
        std::sqrt(variance * n) * std::sqrt(2 * (t + 1) / (n * t) * std::log(std::sqrt(t + 1) / alpha));
    found.logE = variance > 0 ? found.difference * found.difference / variance * t / (2 * (t + 1)) -
                                    0.5 * std::log1p(t)
                              : 0;
    found.enough = nC >= LeastForMeans && nB >= LeastForMeans;
    return found;
}

NormalMixture::NormalMixture(double vOpt, double alphaOpt)
{
    const double l = 2 * std::log(1 / alphaOpt);
    rho_ = vOpt / (l + std::log1p(l));
}

double NormalMixture::logE(double s, double v) const
{
    return 0.5 * std::log(rho_ / (v + rho_)) + s * s / (2 * (v + rho_));
}

double NormalMixture::bound(double v, double alpha) const
{
    return std::sqrt((v + rho_) * (std::log1p(v / rho_) + 2 * std::log(1 / alpha)));
}

}  // namespace holdpoint::statistics
