// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace holdpoint::statistics {

/// Durations in buckets: exact up to 100 ms, then two leading digits, rounded up. So 1,000 ms is an edge: what took up to
/// 1,000 is never taken for more.
class Histogram {
public:
    void add(Milliseconds took, std::int64_t times = 1);
    Histogram& operator+=(const Histogram& other);
    [[nodiscard]] std::int64_t n() const noexcept { return n_; }
    /// The smallest edge that at least `percent` of all reach; nothing counted: no value.
    [[nodiscard]] std::optional<Milliseconds> percentile(int percent) const;
    /// The edge that the value of this rank (1 is the smallest) does not exceed; no such rank: no value.
    [[nodiscard]] std::optional<Milliseconds> atRank(std::int64_t rank) const;

    /// A bucket by its number, for counts that are kept elsewhere: `bucketOf(edgeOf(b))` is b.
    static std::size_t bucketOf(std::int64_t ms) noexcept;
    static std::int64_t edgeOf(std::size_t bucket) noexcept;

private:
    static constexpr std::size_t Exact = 101;
    static constexpr std::size_t Decades = 6;
    static constexpr std::size_t Buckets = Exact + 90 * Decades;  // up to 100,000,000 ms, a day and more

    std::vector<std::uint32_t> buckets_;  // empty until something is counted
    std::int64_t n_ = 0;
};

}  // namespace holdpoint::statistics
