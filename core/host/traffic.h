// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ports.h"

#include <atomic>
#include <cstdint>
#include <mutex>

namespace holdpoint::engine {
struct Step;
}

namespace holdpoint::host {

/// Counts new orders that come while intake is stopped, in the order of the journal, and passes every frame on. What a stop
/// of intake is proved with: the order that a person's resume has let in, in the same frame as the resume, is no fault of
/// the stop.
class Traffic final : public engine::Publisher {
public:
    /// While it was stopped.
    struct Counts {
        std::uint64_t seen = 0;      ///< live orders that became orders
        std::uint64_t taken = 0;     ///< of these, by the new path; the others stay with legacy
        std::uint64_t reopened = 0;  ///< how often it was opened
    };

    /// `next` hears every frame first, and outlives this.
    explicit Traffic(engine::Publisher& next) : next_(next) {}

    /// Engine thread.
    void published(const engine::Batch& batch) override;
    void stands(const engine::Standing& standing) override { next_.stands(standing); }
    /// Any thread. Steps are read only while somebody counts: from before the stop is given.
    void startCounting() noexcept { counters_.fetch_add(1); }
    void stopCounting() noexcept { counters_.fetch_sub(1); }
    [[nodiscard]] Counts counts() const;

private:
    void count(const engine::Step& step);

    engine::Publisher& next_;
    std::atomic<int> counters_{0};
    mutable std::mutex mutex_;
    Counts counts_;
    bool open_ = true;
};

}  // namespace holdpoint::host
