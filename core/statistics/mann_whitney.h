// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/statistics/e_value.h"

#include <cstdint>
#include <optional>
#include <span>

/// Ranks of two samples. Looked at once, at the planned decision, beside the gates: it is not safe to peek at.
namespace holdpoint::statistics {

struct RankTest {
    double u = 0;      ///< of the canary, from mid-ranks
    double sigma = 0;  ///< corrected for ties
    double z = 0;      ///< with continuity correction; 0 if all values are equal
    double pNormal = 1;
    std::optional<double> pExact;  ///< no ties and both samples of 20 at most
    double effect = 0.5;           ///< P(canary > control) + half of the ties
    double shift = 0;              ///< Hodges-Lehmann: the median of all differences
    Interval shiftBounds{0, 0};    ///< of the shift, at the confidence asked for
};

inline constexpr std::size_t MostPairs = 4'000'000;

/// Errors: InvalidArgument (an empty sample, a value that is not a number, more than MostPairs pairs).
Result<RankTest> mannWhitney(std::span<const double> canary, std::span<const double> control,
                             double confidenceLevel = 0.98);

enum class Direction : std::uint8_t { Increase, Decrease, Either };
enum class Comparison : std::uint8_t { Pass, High, Low, NoData };

struct ClassifierRule {
    Direction direction = Direction::Either;  ///< which change is worth a word
    double confidenceLevel = 0.98;
    double allowedIncrease = 1.0;  ///< of the ratio of means
    double allowedDecrease = 1.0;
    double tolerance = 0.25;  ///< the bound of the shift must exceed this part of the shift itself
};

/// High (Low): the shift is surely up (down), by more than the tolerance, and the ratio of means reaches what is allowed;
/// a mean of 0 has no ratio, then the shift alone decides. A sample without values: NoData, never a pass.
Result<Comparison> classify(std::span<const double> canary, std::span<const double> control,
                            const ClassifierRule& rule);

}  // namespace holdpoint::statistics
