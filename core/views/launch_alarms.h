// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm_book.h"
#include "core/alarms/burn_rate.h"
#include "core/engine/ports.h"
#include "core/views/exception_board.h"
#include "core/views/launch_metrics.h"
#include "core/views/launch_vendors.h"

namespace holdpoint::views {

/// The alarms of the launch board: which figure raises which, after how long. One thread.
class LaunchAlarms {
public:
    /// Figures of metrics and vendors. `items` null: the queue is not known at that time, its alarms stay as they are.
    void look(Instant now, const LaunchMetrics& metrics, const LaunchVendors& vendors,
              const Dictionary& names, const ExceptionBoard* items);
    /// Of the engine and its store; as of the last call, also in every `look`.
    void stands(const engine::Standing& standing, Instant now);
    /// `argument`: `kind` or `kind vendor`. False: no such alarm waits for that.
    bool acknowledge(const std::string& argument, Instant now);

    /// Off the list for so many minutes. False: no such alarm is listed, or there is no reason.
    bool shelve(const std::string& argument, std::uint32_t minutes, const std::string& by,
                const std::string& because, Instant now);
    /// The rollout has gone to another phase.
    void phaseChanged() { book_.unshelveAll(); }

    /// `orders` of one of a vendor and a stage is of now: as many as a filter for both finds.
    [[nodiscard]] std::vector<session::AlarmRow> rows(const Dictionary& names,
                                                      const ExceptionBoard::Sums& sums) const;
    [[nodiscard]] std::vector<session::AlarmRow> shelved() const;
    [[nodiscard]] std::vector<session::AlarmRow> suppressed() const;
    [[nodiscard]] session::AlarmHealth health(Instant now) const;
    /// What happened since the last call, in order.
    std::vector<session::LogEntry> takeLog();

private:
    using Keys = std::vector<alarms::AlarmKey>;
    void lookVendors(Instant now, const LaunchVendors& vendors, const Dictionary& names,
                     const ExceptionBoard::Sums* sums);
    void lookMetrics(Instant now, const LaunchMetrics& metrics);
    void lookQueue(Instant now, const LaunchMetrics& metrics, std::int64_t open,
                   const ExceptionBoard::Sums& sums);
    void lookFeed(Instant now, const LaunchMetrics& metrics);

    void lookBudgets(Instant now, const LaunchMetrics& metrics);
    void lookEngine(Instant now);

    engine::Standing standing_;
    alarms::AlarmBook book_;
    alarms::BurnWatch acceptance_{0.995}, latency_{0.95};
    Keys vendorKeys_;  // of errors and breaches by vendor: causes of what follows
};

}  // namespace holdpoint::views
