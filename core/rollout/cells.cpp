// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/cells.h"

#include "core/base/check.h"
#include "core/statistics/sequence.h"

#include <algorithm>
#include <cmath>

namespace holdpoint::rollout {

using statistics::Trials;

MetricCells::MetricCells(std::size_t metrics, std::size_t slices, std::vector<CellReader> readers)
    : slices_(slices),
      readers_(std::move(readers)),
      readersOf_(metrics),
      series_(metrics),
      sums_(readers_.size())
{
    for (Series& series : series_)
        series.keep = 2;
    for (std::size_t r = 0; r < readers_.size(); ++r) {
        HP_CHECK(readers_[r].metric < metrics && readers_[r].window > 0 && readers_[r].maturity >= 0);
        readersOf_[readers_[r].metric].push_back(r);
        Series& series = series_[readers_[r].metric];
        series.keep = std::max<std::int64_t>(series.keep, readers_[r].window + readers_[r].maturity + 2);
        sums_[r].window.resize(slices_ * 2);
        sums_[r].pending.resize(slices_);
    }
    for (Series& series : series_)
        series.cells.resize(static_cast<std::size_t>(series.keep) * slices_ * 2);
}

MetricCells::Cell* MetricCells::row(std::size_t metric, std::int64_t minute)
{
    Series& series = series_[metric];
    if (minute > head_ || minute <= head_ - series.keep || minute < 0)
        return nullptr;
    return series.cells.data() + static_cast<std::size_t>(minute % series.keep) * slices_ * 2;
}

std::optional<std::size_t> MetricCells::epochOf(std::int64_t minute) const
{
    for (std::size_t e = epochs_.size(); e-- > 0;)
        if (epochs_[e].from <= minute)
            return e;
    return std::nullopt;
}

void MetricCells::openEpoch(std::int64_t fromMinute, std::vector<double> shares)
{
    HP_CHECK(shares.size() == slices_ && (epochs_.empty() || epochs_.back().from <= fromMinute));
    epochs_.push_back({fromMinute, std::move(shares)});
    for (Sums& sums : sums_)
        sums.epochs.emplace_back(slices_ * 2);
}

void MetricCells::newRun()
{
    epochs_.clear();
    for (Sums& sums : sums_)
        sums.epochs.clear();
}

void MetricCells::enter(std::size_t reader, std::int64_t minute)
{
    const Cell* cells = row(readers_[reader].metric, minute);
    if (!cells)
        return;
    Sums& sums = sums_[reader];
    const auto epoch = epochOf(minute);
    for (std::size_t i = 0; i < slices_ * 2; ++i) {
        const Trials t{cells[i].x, cells[i].n};
        sums.window[i] += t;
        if (epoch)
            sums.epochs[*epoch][i] += t;
        if (i % 2 == static_cast<std::size_t>(Arm::Canary))
            sums.pending[i / 2] -= t.n;
    }
}

void MetricCells::leave(std::size_t reader, std::int64_t minute)
{
    if (const Cell* cells = row(readers_[reader].metric, minute))
        for (std::size_t i = 0; i < slices_ * 2; ++i)
            sums_[reader].window[i] += {-cells[i].x, -cells[i].n};
}

/// `minute` begins: those before it are over.
void MetricCells::pass(std::int64_t minute)
{
    for (std::size_t r = 0; r < readers_.size(); ++r) {
        const std::int64_t last = minute - 1 - readers_[r].maturity;
        enter(r, last);
        leave(r, last - readers_[r].window);
    }
    head_ = minute;
    for (std::size_t m = 0; m < series_.size(); ++m)
        std::fill_n(row(m, minute), slices_ * 2, Cell{});
}

void MetricCells::advance(Instant now)
{
    const std::int64_t minute = minuteOf(now);
    if (head_ < 0)
        head_ = minute;
    while (head_ < minute)
        pass(head_ + 1);
}

void MetricCells::add(std::size_t metric, std::size_t slice, Arm arm, Instant assigned, Trials outcome)
{
    advance(assigned);
    const std::int64_t minute = minuteOf(assigned);
    const std::size_t i = at(slice, arm);
    if (Cell* cells = row(metric, minute)) {
        cells[i].x += static_cast<std::int32_t>(outcome.x);
        cells[i].n += static_cast<std::int32_t>(outcome.n);
    }
    for (const std::size_t r : readersOf_[metric]) {
        const std::int64_t last = horizon(readers_[r]);
        if (minute > last) {  // not counted yet: it comes with its minute
            if (arm == Arm::Canary)
                sums_[r].pending[slice] += outcome.n;
            continue;
        }
        if (minute > last - readers_[r].window)
            sums_[r].window[i] += outcome;
        if (const auto epoch = epochOf(minute))
            sums_[r].epochs[*epoch][i] += outcome;
    }
}

Trials MetricCells::epochSum(std::size_t reader, std::size_t epoch, std::size_t slice, Arm arm) const
{
    return sums_[reader].epochs[epoch][at(slice, arm)];
}
Trials MetricCells::windowSum(std::size_t reader, std::size_t slice, Arm arm) const
{
    return sums_[reader].window[at(slice, arm)];
}
std::int64_t MetricCells::immature(std::size_t reader, std::size_t slice) const
{
    return sums_[reader].pending[slice];
}

void LatencyCells::add(std::size_t slice, Arm arm, Instant assigned, Milliseconds took, std::int64_t times)
{
    auto& row = rows_[slice * 2 + static_cast<std::size_t>(arm)];
    const std::int64_t minute = MetricCells::minuteOf(assigned);
    auto place = std::lower_bound(row.begin(), row.end(), minute,
                                  [](const Minute& m, std::int64_t wanted) { return m.minute < wanted; });
    if (place == row.end() || place->minute != minute) {
        if (!row.empty() && minute <= row.back().minute - keep_)
            return;  // older than what is kept
        place = row.insert(place, Minute{minute, {}});
    }
    place->took.add(took, times);
    while (row.front().minute <= row.back().minute - keep_)
        row.pop_front();
}

LatencyCells::Quantile LatencyCells::quantile(std::size_t slice, Arm arm, double p, Instant now,
                                              int windowMinutes, double alpha) const
{
    const std::int64_t last = MetricCells::minuteOf(now);
    statistics::Histogram all;
    for (const Minute& m : rows_[slice * 2 + static_cast<std::size_t>(arm)])
        if (m.minute <= last && m.minute > last - windowMinutes)
            all += m.took;
    Quantile q{all.n(), {}, {}, {}};
    if (all.n() == 0)
        return q;
    q.value =
        all.atRank(std::max<std::int64_t>(1, std::llround(std::ceil(p * static_cast<double>(all.n())))));
    const auto ranks = statistics::quantileRanks(p, all.n(), alpha);
    if (ranks.low)
        q.low = all.atRank(*ranks.low);
    if (ranks.high)
        q.high = all.atRank(*ranks.high);
    return q;
}

}  // namespace holdpoint::rollout
