// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ports.h"
#include "core/engine/store.h"
#include "tests/bench/measure.h"

#include <atomic>
#include <deque>
#include <mutex>

namespace holdpoint::bench {

/// When each new exception of one code became durable. Notes it on the engine's thread before anybody else hears of it.
class FrameLog final : public engine::Publisher {
public:
    explicit FrameLog(engine::Publisher& next) : next_(next) {}

    struct Opened {
        std::uint64_t count = 0;  ///< of all so far
        double at = 0;            ///< seconds
    };

    void watch(CodeName code) { code_ = code.number; }
    void published(const engine::Batch& batch) override
    {
        const double now = monotonicSeconds();
        std::uint64_t fresh = 0;
        for (const ExceptionItem* item : batch.exceptions)
            fresh += item->version == 1 && item->code.number == code_ ? 1 : 0;
        if (fresh > 0) {
            const std::lock_guard lock(mutex_);
            count_ += fresh;
            opened_.push_back({count_, now});
        }
        next_.published(batch);
    }
    /// Those of which no more than `count` were there; they are forgotten.
    [[nodiscard]] std::vector<Opened> takeUntil(std::uint64_t count)
    {
        const std::lock_guard lock(mutex_);
        std::vector<Opened> taken;
        for (; !opened_.empty() && opened_.front().count <= count; opened_.pop_front())
            taken.push_back(opened_.front());
        return taken;
    }
    [[nodiscard]] std::uint64_t opened() const
    {
        const std::lock_guard lock(mutex_);
        return count_;
    }

private:
    engine::Publisher& next_;
    std::atomic<std::uint32_t> code_{0};
    mutable std::mutex mutex_;
    std::uint64_t count_ = 0;
    std::deque<Opened> opened_;
};

}  // namespace holdpoint::bench
