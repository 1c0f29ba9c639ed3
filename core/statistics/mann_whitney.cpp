// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/mann_whitney.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace holdpoint::statistics {
namespace {

constexpr std::size_t MostExact = 20;

double upperTail(double z) { return 0.5 * std::erfc(z / std::sqrt(2.0)); }

/// The z with `tail` above it, by bisection: asked once a decision.
double zOf(double tail)
{
    double low = 0, high = 40;
    while (high - low > 1e-12) {
        const double middle = (low + high) / 2;
        (upperTail(middle) > tail ? low : high) = middle;
    }
    return (low + high) / 2;
}

/// P(U = u) for u = 0 … m·n when all orders of the ranks are equally likely.
std::vector<double> chancesOfU(std::size_t m, std::size_t n)
{
    std::vector<double> ways(m * n + 1, 0.0);
    ways[0] = 1;  // coefficients of the Gaussian binomial (m+n over m)
    for (std::size_t i = 1; i <= m; ++i) {
        for (std::size_t u = ways.size(); u-- > n + i;)
            ways[u] -= ways[u - n - i];
        for (std::size_t u = i; u < ways.size(); ++u)
            ways[u] += ways[u - i];
    }
    const double all = std::accumulate(ways.begin(), ways.end(), 0.0);
    for (double& way : ways)
        way /= all;
    return ways;
}

double lowerTail(const std::vector<double>& chances, double u)
{
    double sum = 0;
    for (std::size_t i = 0; i < chances.size() && static_cast<double>(i) <= u + 1e-9; ++i)
        sum += chances[i];
    return sum;
}

struct Ranks {
    double u = 0;
    double ties = 0;  // sum of t^3 - t
};

Ranks rank(std::span<const double> canary, std::span<const double> control)
{
    std::vector<std::pair<double, bool>> all;
    for (const double value : canary)
        all.emplace_back(value, true);
    for (const double value : control)
        all.emplace_back(value, false);
    std::sort(all.begin(), all.end());
    Ranks found;
    double sum = 0;
    for (std::size_t i = 0; i < all.size();) {
        std::size_t end = i, marked = 0;
        while (end < all.size() && all[end].first == all[i].first)
            marked += all[end++].second;
        const auto t = static_cast<double>(end - i);
        sum += static_cast<double>(marked) * (static_cast<double>(i + end + 1) / 2);
        found.ties += t * t * t - t;
        i = end;
    }
    const auto m = static_cast<double>(canary.size());
    found.u = sum - m * (m + 1) / 2;
    return found;
}

std::vector<double> differences(std::span<const double> canary, std::span<const double> control)
{
    std::vector<double> all;
    all.reserve(canary.size() * control.size());
    for (const double c : canary)
        for (const double b : control)
            all.push_back(c - b);
    std::sort(all.begin(), all.end());
    return all;
}

/// How many differences may be cut from each end: the largest rank k (from 1) with P(U < k) <= tail.
std::size_t cut(const RankTest& test, std::size_t m, std::size_t n, double tail)
{
    double k = 0;
    if (test.pExact) {
        const auto chances = chancesOfU(m, n);
        while (lowerTail(chances, k) <= tail)
            ++k;
    } else {
        k = std::floor(static_cast<double>(m * n) / 2 - zOf(tail) * test.sigma - 0.5) + 1;
    }
    return static_cast<std::size_t>(std::clamp(k, 1.0, static_cast<double>(m * n + 1) / 2));
}

void addChances(RankTest& test, std::size_t m, std::size_t n, double ties)
{
    const auto pairs = static_cast<double>(m * n), all = static_cast<double>(m + n);
    test.sigma = std::sqrt(pairs / 12 * (all + 1 - ties / (all * (all - 1))));
    const double off = test.u - pairs / 2;
    const double corrected = std::fabs(off) <= 0.5 ? 0 : off - std::copysign(0.5, off);
    test.z = test.sigma > 0 ? corrected / test.sigma : 0;
    test.pNormal = std::min(1.0, 2 * upperTail(std::fabs(test.z)));
    if (ties == 0 && m <= MostExact && n <= MostExact)
        test.pExact = std::min(1.0, 2 * lowerTail(chancesOfU(m, n), std::min(test.u, pairs - test.u)));
    test.effect = test.u / pairs;
}

double meanOf(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace

Result<RankTest> mannWhitney(std::span<const double> canary, std::span<const double> control,
                             double confidenceLevel)
{
    const auto finite = [](double v) { return std::isfinite(v); };
    if (canary.empty() || control.empty())
        return Error{Code::InvalidArgument, "a rank test needs values of both arms"};
    if (!std::all_of(canary.begin(), canary.end(), finite) ||
        !std::all_of(control.begin(), control.end(), finite))
        return Error{Code::InvalidArgument, "a rank test needs numbers"};
    if (canary.size() > MostPairs / control.size())
        return Error{Code::InvalidArgument, "too many pairs for a rank test"};
    const std::size_t m = canary.size(), n = control.size();
    const Ranks ranks = rank(canary, control);
    RankTest test;
    test.u = ranks.u;
    addChances(test, m, n, ranks.ties);
    const auto all = differences(canary, control);
    test.shift = (all[(all.size() - 1) / 2] + all[all.size() / 2]) / 2;
    const std::size_t k = cut(test, m, n, (1 - confidenceLevel) / 2);
    test.shiftBounds = {all[k - 1], all[all.size() - k]};
    return test;
}

Result<Comparison> classify(std::span<const double> canary, std::span<const double> control,
                            const ClassifierRule& rule)
{
    if (canary.empty() || control.empty())
        return Comparison::NoData;
    const double canaryMean = meanOf(canary), controlMean = meanOf(control);
    const auto test = mannWhitney(canary, control, rule.confidenceLevel);
    if (!test)
        return test.error();
    if (test->sigma == 0)  // one value everywhere
        return Comparison::Pass;
    const bool hasRatio = canaryMean != 0 && controlMean != 0;
    const double ratio = hasRatio ? canaryMean / controlMean : 1;
    const double floor = rule.tolerance * std::fabs(test->shift);
    if (rule.direction != Direction::Decrease && test->shiftBounds.low > floor &&
        (!hasRatio || ratio >= rule.allowedIncrease))
        return Comparison::High;
    if (rule.direction != Direction::Increase && test->shiftBounds.high < -floor &&
        (!hasRatio || ratio <= rule.allowedDecrease))
        return Comparison::Low;
    return Comparison::Pass;
}

}  // namespace holdpoint::statistics
