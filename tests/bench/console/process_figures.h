// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace holdpoint::bench {

[[nodiscard]] double rssMbNow();
/// User and system time of this process.
[[nodiscard]] double cpuSecondsNow();
/// Of the last minute.
[[nodiscard]] double loadAverage();

/// Milliseconds, or whatever they are.
struct Spread {
    std::size_t count = 0;
    double p50 = 0, p95 = 0, p99 = 0, most = 0;
};
[[nodiscard]] Spread spreadOf(std::vector<double> values);

/// By least squares, of values taken at even times.
[[nodiscard]] double slopeOf(const std::vector<double>& values);

/// What was measured, and what was asked.
struct Line {
    std::string what;
    std::string key;
    double value = 0;
    std::string unit;
    double most = 0;  ///< 0: nothing asked
};
void printLines(const std::vector<Line>& lines, bool json);

}  // namespace holdpoint::bench
