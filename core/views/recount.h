// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/step.h"
#include "core/session/numbers.h"

#include <map>
#include <span>

namespace holdpoint::views {

/// Counts events again from their steps, by producer and minute of receipt, as the engine did when they came.
class Recount {
public:
    struct Cell {
        std::uint32_t metric = 0;
        std::uint32_t producer = 0;
        std::int64_t minute = 0;
        friend auto operator<=>(const Cell&, const Cell&) = default;
    };

    /// `seen` are the events of an order before this step; empty for other entities.
    void step(const StepBody& step, std::span<const SeenEvent> seen = {});

    [[nodiscard]] const std::map<Cell, std::int64_t>& cells() const noexcept { return cells_; }
    void addTo(session::Numbers& numbers, const Dictionary& names) const;

private:
    void count(Metric metric, ProducerName producer, Instant at, std::int64_t n = 1);

    std::map<Cell, std::int64_t> cells_;
};

/// The counter of a metric in `counts`; null for metrics that do not count events.
[[nodiscard]] std::int64_t* counterOf(session::EventCounts& counts, Metric metric) noexcept;

}  // namespace holdpoint::views
