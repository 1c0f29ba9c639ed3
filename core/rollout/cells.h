// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/rollout.h"
#include "core/statistics/e_value.h"
#include "core/statistics/histogram.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

/// One raw series: minute of assignment × slice × arm. What becomes of an order later is counted in the minute it was assigned
/// in, so that weights and outcomes belong together. Nobody ever counts orders again.
namespace holdpoint::rollout {

/// Who reads a metric: a gate with its window and its maturity, in whole minutes.
struct CellReader {
    std::size_t metric = 0;
    int window = 60;
    int maturity = 0;
};

/// Sums that follow as minutes pass: an outcome costs O(1), a minute O(readers × slices). One thread.
///
/// A minute counts once it is over and older than the reader's maturity, for both arms alike. An outcome that comes later than
/// that is put where it belongs. Epochs begin with a whole minute; the rest of the minute of a change is left out by not
/// adding it.
class MetricCells {
public:
    MetricCells(std::size_t metrics, std::size_t slices, std::vector<CellReader> readers);

    [[nodiscard]] static std::int64_t minuteOf(Instant at) noexcept { return at.ms / 60'000; }
    /// A new weight: from that minute on, with the canary's share by slice. What was assigned before the first epoch is no
    /// evidence.
    void openEpoch(std::int64_t fromMinute, std::vector<double> shares);
    /// Forgets all evidence: another build. The raw minutes stay.
    void newRun();

    /// x of n were bad; may be called with n = 0 when what was counted as good turns out bad.
    void add(std::size_t metric, std::size_t slice, Arm arm, Instant assigned, statistics::Trials outcome);
    /// Time has passed. Never goes back.
    void advance(Instant now);

    [[nodiscard]] std::size_t epochs() const noexcept { return epochs_.size(); }
    [[nodiscard]] double share(std::size_t epoch, std::size_t slice) const
    {
        return epochs_[epoch].shares[slice];
    }
    [[nodiscard]] statistics::Trials epochSum(std::size_t reader, std::size_t epoch, std::size_t slice,
                                              Arm arm) const;
    [[nodiscard]] statistics::Trials windowSum(std::size_t reader, std::size_t slice, Arm arm) const;
    /// Canary orders that are too young to count.
    [[nodiscard]] std::int64_t immature(std::size_t reader, std::size_t slice) const;
    [[nodiscard]] std::size_t slices() const noexcept { return slices_; }

private:
    struct Cell {
        std::int32_t x = 0;
        std::int32_t n = 0;
    };
    struct Series {
        std::int64_t keep = 0;    // minutes
        std::vector<Cell> cells;  // minute % keep, slice, arm
    };
    struct EpochRow {
        std::int64_t from = 0;
        std::vector<double> shares;
    };
    struct Sums {
        std::vector<statistics::Trials> window;
        std::vector<std::vector<statistics::Trials>> epochs;
        std::vector<std::int64_t> pending;
    };
    [[nodiscard]] std::size_t at(std::size_t slice, Arm arm) const noexcept
    {
        return slice * 2 + static_cast<std::size_t>(arm);
    }
    [[nodiscard]] Cell* row(std::size_t metric, std::int64_t minute);
    [[nodiscard]] std::int64_t horizon(const CellReader& reader) const noexcept
    {
        return head_ - 1 - reader.maturity;
    }
    [[nodiscard]] std::optional<std::size_t> epochOf(std::int64_t minute) const;
    void pass(std::int64_t minute);
    void enter(std::size_t reader, std::int64_t minute);
    void leave(std::size_t reader, std::int64_t minute);

    std::size_t slices_;
    std::vector<CellReader> readers_;
    std::vector<std::vector<std::size_t>> readersOf_;  // by metric
    std::vector<Series> series_;
    std::vector<Sums> sums_;
    std::vector<EpochRow> epochs_;
    std::int64_t head_ = -1;  // the minute that is now
};

/// Durations by minute, slice and arm, for the quantile that is shown beside the gate on the slow share.
class LatencyCells {
public:
    LatencyCells(std::size_t slices, int keepMinutes) : keep_(keepMinutes), rows_(slices * 2) {}
    void add(std::size_t slice, Arm arm, Instant assigned, Milliseconds took, std::int64_t times = 1);

    struct Quantile {
        std::int64_t n = 0;
        std::optional<Milliseconds> value;
        std::optional<Milliseconds> low, high;  ///< nothing: that bound is not known yet
    };
    /// Of the minutes of the window that ends with `now`. p in (0, 1).
    [[nodiscard]] Quantile quantile(std::size_t slice, Arm arm, double p, Instant now, int windowMinutes,
                                    double alpha = 0.05) const;

private:
    struct Minute {
        std::int64_t minute = 0;
        statistics::Histogram took;
    };
    int keep_;
    std::vector<std::deque<Minute>> rows_;  // oldest first
};

}  // namespace holdpoint::rollout
