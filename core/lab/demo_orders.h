// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdpoint::lab {

/// Orders as a shop sends them on a bad day: twice, early, cancelled at once, with a payment before its order, with lines
/// that nobody knows, with a word that is not in the contract. The same seed gives the same bytes. One thread.
class DemoOrders {
public:
    static constexpr int SkuCount = 240;

    explicit DemoOrders(std::uint64_t seed) : rng_(seed) {}

    /// Opening counts of every SKU at a node, as one event.
    [[nodiscard]] static std::string opening(const std::string& node, int units);
    /// The events of the next order in the order in which they are sent.
    [[nodiscard]] std::vector<std::string> next(Instant now);
    [[nodiscard]] int orders() const noexcept { return number_; }

private:
    [[nodiscard]] std::string placed(const std::string& number, Instant now);
    [[nodiscard]] std::string event(const std::string& type, const std::string& number, Instant now,
                                    const std::string& data);
    bool oneIn(std::uint64_t n) { return rng_.below(n) == 0; }

    SeededRng rng_;
    int number_ = 0;
    int events_ = 0;
    std::int64_t total_ = 0;  ///< of the order being made, minor units
};

}  // namespace holdpoint::lab
