// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/series.h"

#include <array>
#include <functional>

/// How fast an error budget is spent (SRE workbook, multi-window, multi-burn-rate; rollout.md §5.3). Values in, values out.
namespace holdpoint::alarms {

/// A share of the budget that is spent within the long window; the short one is a twelfth and says that it still goes on.
struct BurnRow {
    double budget = 0;
    Milliseconds window{0};
    bool page = false;  ///< somebody must come now; else it can wait until the morning
};
inline constexpr Milliseconds BurnHour{3'600'000};
inline constexpr std::array BurnRows{BurnRow{0.02, BurnHour, true}, BurnRow{0.05, 6 * BurnHour, true},
                                     BurnRow{0.10, 24 * BurnHour, false},
                                     BurnRow{0.10, 72 * BurnHour, false}};

/// The budget's rate at which a row fires; a row whose rate is below 1 is dropped: nothing: it is.
[[nodiscard]] std::optional<double> burnThreshold(const BurnRow& row, Milliseconds period);
/// Bad of all against the budget 1 − slo; nothing was counted: no value.
[[nodiscard]] std::optional<double> burnOf(const Counts& counts, double slo);

/// One objective followed over time. One thread.
class BurnWatch {
public:
    /// `slo`: the share that must be good, in (0, 1).
    explicit BurnWatch(double slo, Milliseconds period = 720 * BurnHour) : slo_(slo), period_(period) {}

    /// Of the window that ends now.
    using Sums = std::function<Counts(Milliseconds window)>;
    /// `customers`: different ones among the bad of the long window of the first row; nothing: not known, orders decide alone.
    void look(const Sums& sums, std::optional<std::int64_t> customers, Instant now);

    struct Fire {
        std::size_t row = 0;
        double threshold = 0;
        double burn = 0;  ///< of the long window
        Counts counts;    ///< of the long window
        Instant since;
        bool page = false;
        friend bool operator==(const Fire&, const Fire&) = default;
    };
    /// The most urgent row that is on.
    [[nodiscard]] std::optional<Fire> fire() const;
    /// Nothing: nothing was ever counted.
    [[nodiscard]] std::optional<bool> pages() const;

    /// A ratio of few says nothing about people.
    static constexpr std::int64_t LeastOrders = 10;
    static constexpr std::int64_t LeastCustomers = 5;
    static constexpr double ClearShare = 0.8;

private:
    struct State {
        std::optional<Fire> fire;
        Instant clearSince = Never;
    };
    void lookAt(std::size_t row, double threshold, const Sums& sums, std::optional<std::int64_t> customers,
                Instant now);

    double slo_;
    Milliseconds period_;
    std::array<State, BurnRows.size()> states_;
    bool counted_ = false;
};

}  // namespace holdpoint::alarms
