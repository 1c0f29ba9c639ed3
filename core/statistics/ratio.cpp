// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/ratio.h"

#include <cmath>
#include <limits>
#include <utility>

namespace holdpoint::statistics {
namespace {

/// The smallest n of which `enough` holds, if it holds from there on.
template <typename F>
std::optional<std::int64_t> smallest(std::int64_t most, F enough)
{
    std::int64_t high = 1;
    while (high < most && !enough(high))
        high *= 2;
    if (high > most)
        high = most;
    if (!enough(high))
        return std::nullopt;
    std::int64_t low = high / 2;
    while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (enough(middle) ? high : low) = middle;
    }
    return high;
}

/// The n at which half of all streams have been called; called(x, n) holds of few marked, never of many. A stream is a walk
/// of x, and those called leave it.
template <typename F>
std::optional<std::int64_t> medianCall(double chance, std::int64_t most, F called)
{
    constexpr double Nothing = 1e-12;
    std::vector<double> at{1.0};  // at[x]: streams with x marked, not called yet
    std::size_t limit = 0;        // up to here they are called; it only rises
    double gone = 0;
    for (std::int64_t n = 1; n <= most; ++n) {
        at.push_back(0);
        for (std::size_t x = at.size(); x-- > 0;)
            at[x] = at[x] * (1 - chance) + (x > 0 ? at[x - 1] * chance : 0);
        while (limit < at.size() && called(Trials{static_cast<std::int64_t>(limit), n}))
            ++limit;
        for (std::size_t x = 0; x < limit; ++x)
            gone += std::exchange(at[x], 0.0);
        if (gone >= 0.5)
            return n;
        while (at.size() > limit + 1 && at.back() < Nothing)
            at.pop_back();
    }
    return std::nullopt;
}

}  // namespace

double ratioOf(double coin, double share) noexcept
{
    if (coin >= 1)
        return std::numeric_limits<double>::infinity();
    return coin * (1 - share) / ((1 - coin) * share);
}

double logEHarm(const std::vector<Epoch>& epochs, double ratio, double tOpt)
{
    double sum = 0;
    for (const Epoch& epoch : epochs)
        sum += Question(coinOf(epoch.share, ratio), tOpt).above(epoch.failures);
    return sum;
}

double logESafe(const std::vector<Epoch>& epochs, double ratio, double tOpt)
{
    double sum = 0;
    for (const Epoch& epoch : epochs)
        sum += Question(coinOf(epoch.share, ratio), tOpt).below(epoch.failures);
    return sum;
}

Interval ratioInterval(const Epoch& epoch, double alpha, double tOpt)
{
    const Interval coin = confidence(epoch.failures, alpha, tOpt);
    return {ratioOf(coin.low, epoch.share), ratioOf(coin.high, epoch.share)};
}

std::optional<std::int64_t> failuresUntilSafe(double share, double ratio, double alpha, double tOpt,
                                              std::int64_t most)
{
    const Question question(coinOf(share, ratio), tOpt);
    const double wanted = std::log(1 / alpha);
    return medianCall(share, most, [&](Trials t) { return question.below(t) >= wanted; });
}

std::optional<std::int64_t> failuresUntilHarm(double share, double trueRatio, double ratio, double alpha,
                                              double tOpt, std::int64_t most)
{
    const Question question(coinOf(share, ratio), tOpt);
    const double wanted = std::log(1 / alpha);
    // Few of the control among the failures: the same walk, seen from the other arm.
    return medianCall(1 - coinOf(share, trueRatio), most, [&](Trials t) {
        return question.above({t.n - t.x, t.n}) >= wanted;
    });
}

std::optional<std::int64_t> ordersUntilBelow(double threshold, double rate, double tOpt, double alpha,
                                             std::int64_t most)
{
    const double kappa = concentration(tOpt, Sides::One);
    return smallest(most, [&](std::int64_t n) {
        const auto all = static_cast<double>(n);
        return logEBelow(all * rate, all, threshold, kappa) >= std::log(1 / alpha);
    });
}

}  // namespace holdpoint::statistics
