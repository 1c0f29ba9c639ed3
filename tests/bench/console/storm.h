// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/engine_host.h"

#include <atomic>
#include <thread>

namespace holdpoint::bench {

/// Events at a steady pace from a thread of its own. Of ten: two orders without lines and one with an unmapped SKU (new
/// exceptions), two cancels (exceptions that end), two payments and one address (orders that change), two duplicates.
/// A steady storm cancels the third order too instead of paying twice, so that as many exceptions end as begin.
class Storm {
public:
    enum class Queue : std::uint8_t { Grows, Steady };
    Storm(host::EngineHost& engine, double eventsPerSecond, Queue queue);
    ~Storm();

    [[nodiscard]] std::uint64_t posted() const noexcept { return posted_; }
    [[nodiscard]] std::uint64_t taken() const noexcept { return taken_; }  ///< durable
    [[nodiscard]] std::uint64_t refused() const noexcept { return refused_; }
    [[nodiscard]] std::uint64_t waits() const noexcept
    {
        return waits_;
    }  ///< times the engine's queue was full

private:
    void run();
    void send(std::string bytes);
    void sendTen(const std::string& now);

    host::EngineHost& engine_;
    double pace_;
    Queue queue_;
    std::uint64_t first_, order_;  // numbers that no earlier storm has used
    std::atomic<std::uint64_t> posted_{0}, taken_{0}, refused_{0}, waits_{0};
    std::atomic<bool> stopping_{false};
    std::thread thread_;
};

}  // namespace holdpoint::bench
