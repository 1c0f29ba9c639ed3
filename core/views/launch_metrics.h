// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/series.h"
#include "core/session/board.h"

namespace holdpoint::views {

/// The five metrics of the launch board, in cells of a minute. Fed in the order of the journal; one thread.
class LaunchMetrics {
public:
    void submitted(Instant at, bool accepted);
    void decided(Instant at, Milliseconds took);
    void called(Instant at, bool failed);
    void counted(Instant at, std::int64_t lines, std::int64_t mismatched);
    void opened(Instant at);
    void closed(Instant at);

    struct Queue {
        std::int64_t open = 0;  ///< items now
        Instant knownFrom;      ///< what came before was not read
    };
    [[nodiscard]] std::array<session::MetricCard, 5> cards(Instant now, const Queue& queue) const;

    /// Whole minutes up to now, newest first, in which the queue grew one after the other.
    [[nodiscard]] int minutesRising(Instant now) const;
    /// For how many whole minutes more came than was closed, if not in each of them, then in any five. From `back` minutes
    /// ago.
    [[nodiscard]] int minutesGrowing(Instant now, std::size_t back = 1) const;
    static constexpr int GrowingMinutes = 15;
    /// Once a minute or more often: how deep the queue usually is. What is a breach is not learnt.
    void learn(Instant now, const Queue& queue);
    /// When it is empty at the pace of the last five minutes; no value: never.
    [[nodiscard]] std::optional<Milliseconds> drainTime(Instant now, std::int64_t open) const;
    [[nodiscard]] std::int64_t acceptedLastMinute(Instant now) const;
    [[nodiscard]] std::int64_t openedLastMinute(Instant now) const;
    [[nodiscard]] std::int64_t closedLastMinute(Instant now) const;
    [[nodiscard]] Instant lastSubmitted() const noexcept { return last_[0]; }
    /// Of the window that ends now, at most three days: orders that were refused, decisions that took longer than the limit.
    [[nodiscard]] alarms::Counts refusals(Instant now, Milliseconds window) const;
    [[nodiscard]] alarms::Counts slowDecisions(Instant now, Milliseconds window) const;
    /// Orders submitted in the five minutes before the newest.
    [[nodiscard]] std::int64_t submittedBeforeLast() const;

    static constexpr Milliseconds Minute{60'000};
    static constexpr Milliseconds Hour{3'600'000};
    static constexpr Milliseconds CallWindow{900'000};
    static constexpr Milliseconds StaleAfter{180'000};
    static constexpr std::int64_t MinSample = 500;
    static constexpr double AcceptanceLimit = 99.0;
    static constexpr double AcceptanceAlarm = 99.5;
    static constexpr double LatencyLimit = 1'000;
    static constexpr double ErrorLimit = 2.0;
    static constexpr double MismatchLimit = 0.5;

private:
    struct Flow {
        std::int64_t opened = 0;
        std::int64_t closed = 0;
        Flow& operator+=(const Flow& other) noexcept
        {
            opened += other.opened;
            closed += other.closed;
            return *this;
        }
    };
    static constexpr std::size_t Minutes = 61;
    static constexpr std::size_t LongMinutes = 72 * 60 + 1;
    static constexpr Milliseconds Short{5'000};
    static constexpr std::size_t Shorts = 61;

    [[nodiscard]] session::MetricCard acceptance(Instant now) const;
    [[nodiscard]] session::MetricCard latency(Instant now) const;
    [[nodiscard]] session::MetricCard errors(Instant now) const;
    [[nodiscard]] session::MetricCard mismatch(Instant now) const;
    [[nodiscard]] session::MetricCard backlog(Instant now, const Queue& queue) const;
    void seen(session::LaunchMetric metric, Instant at);
    [[nodiscard]] Instant lastOf(session::LaunchMetric metric) const
    {
        return last_[static_cast<std::size_t>(metric)];
    }
    void judge(session::MetricCard& card, Instant now) const;
    /// Depths at the end of the minutes that are known, newest first; the first is of now.
    [[nodiscard]] std::vector<std::int64_t> depths(Instant now, const Queue& queue) const;
    [[nodiscard]] bool isUsual(Instant now, std::size_t back, std::int64_t depth,
                               const std::vector<std::int64_t>& usual) const;
    [[nodiscard]] std::vector<std::int64_t> usualDepths(Instant now,
                                                        const std::vector<std::int64_t>& depths) const;

    alarms::Ring<alarms::Counts> orders_{Minute, Minutes};
    alarms::Ring<alarms::Histogram> decisions_{Minute, Minutes};
    alarms::Ring<alarms::Counts> calls_{Minute, Minutes};
    alarms::Ring<alarms::Counts> lines_{Minute, Minutes};
    alarms::Ring<alarms::Counts> ordersLong_{Minute, LongMinutes}, decisionsLong_{Minute, LongMinutes};
    alarms::Ring<Flow> queue_{Minute, Minutes};
    alarms::Ring<alarms::Counts> ordersShort_{Short, Shorts};
    alarms::Ring<Flow> queueShort_{Short, Shorts};
    std::array<Instant, 5> last_{Never, Never, Never, Never, Never};
    std::vector<std::int64_t> usual_;  // depths of the last calm minutes, oldest first
    std::int64_t learnt_ = INT64_MIN;  // up to which minute
};

}  // namespace holdpoint::views
