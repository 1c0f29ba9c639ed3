// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ports.h"

#include <atomic>
#include <cstdint>

namespace holdpoint::host {

/// Counts new orders as frames become durable, and passes every frame on. What a stop of intake is proved with.
class Traffic final : public engine::Publisher {
public:
    struct Counts {
        std::uint64_t seen = 0;   ///< live orders that became orders
        std::uint64_t taken = 0;  ///< of these, by the new path; the others stay with legacy
    };

    /// `next` hears every frame first, and outlives this.
    explicit Traffic(engine::Publisher& next) : next_(next) {}

    /// Engine thread.
    void published(const engine::Batch& batch) override;
    /// Any thread. Steps are read only while somebody counts.
    void startCounting() noexcept { counters_.fetch_add(1); }
    void stopCounting() noexcept { counters_.fetch_sub(1); }
    [[nodiscard]] Counts counts() const noexcept { return {seen_.load(), taken_.load()}; }

private:
    void count(const engine::Batch& batch);

    engine::Publisher& next_;
    std::atomic<int> counters_{0};
    std::atomic<std::uint64_t> seen_{0};
    std::atomic<std::uint64_t> taken_{0};
};

}  // namespace holdpoint::host
