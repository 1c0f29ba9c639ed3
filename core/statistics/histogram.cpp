// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/histogram.h"

#include <algorithm>

namespace holdpoint::statistics {

// (100, 1000] in tens, (1000, 10000] in hundreds …: each decade is 90 buckets, closed above.
std::size_t Histogram::bucketOf(std::int64_t ms) noexcept
{
    if (ms < static_cast<std::int64_t>(Exact))
        return ms < 0 ? 0 : static_cast<std::size_t>(ms);
    std::int64_t width = 10;
    std::size_t first = Exact;
    while (ms > width * 100 && first + 90 < Buckets) {
        width *= 10;
        first += 90;
    }
    const std::int64_t up = (ms + width - 1) / width;  // 11 … 100, more beyond the last decade
    return std::min(first + static_cast<std::size_t>(up - 11), Buckets - 1);
}

std::int64_t Histogram::edgeOf(std::size_t bucket) noexcept
{
    if (bucket < Exact)
        return static_cast<std::int64_t>(bucket);
    std::int64_t width = 10;
    for (std::size_t decade = (bucket - Exact) / 90; decade > 0; --decade)
        width *= 10;
    return static_cast<std::int64_t>((bucket - Exact) % 90 + 11) * width;
}

void Histogram::add(Milliseconds took, std::int64_t times)
{
    if (buckets_.empty())
        buckets_.resize(Buckets);
    buckets_[bucketOf(took.count())] += static_cast<std::uint32_t>(times);
    n_ += times;
}

Histogram& Histogram::operator+=(const Histogram& other)
{
    if (other.n_ == 0)
        return *this;
    if (buckets_.empty())
        buckets_.resize(Buckets);
    for (std::size_t i = 0; i < Buckets; ++i)
        buckets_[i] += other.buckets_[i];
    n_ += other.n_;
    return *this;
}

std::optional<Milliseconds> Histogram::percentile(int percent) const
{
    return atRank(n_ == 0 ? 0 : std::max((n_ * percent + 99) / 100, std::int64_t{1}));
}

std::optional<Milliseconds> Histogram::atRank(std::int64_t rank) const
{
    if (rank < 1 || rank > n_)
        return std::nullopt;
    std::int64_t seen = 0;
    std::size_t bucket = 0;
    while (bucket + 1 < Buckets && (seen += buckets_[bucket]) < rank)
        ++bucket;
    return Milliseconds{edgeOf(bucket)};
}

}  // namespace holdpoint::statistics
