// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/base/time.h"

#include <cstdint>
#include <string>
#include <vector>

namespace holdpoint::lab {

/// What keeps legacy from deciding as we do, by order.
enum class LegacyHabit : std::uint8_t {
    Same,
    StaleStock,    ///< its copy of the stock has not heard of the delivery of this morning
    OwnRule,       ///< a rule that nobody has told us of: lamp oil leaves from the west only
    OtherCode,     ///< one feed calls the warehouse east `WH-01`
    NearestFirst,  ///< nearest instead of cheapest, as it was wanted before
};

struct ShadowWeekOptions {
    std::uint64_t seed = 8;
    int ordersPerDay = 2'200;
    int staleADay = 30, ownRuleADay = 20, otherCodeADay = 25;  ///< on the days before they are mended
    int nearestADay = 12;                                      ///< but on `nearestBurst`
    int mendedFrom = 3;    ///< day from which the copy is fresh and the rule is known; the other code stays
    int nearestBurst = 3;  ///< day on which nearest-first happens more than was allowed
    int nearestThen = 32;
    std::string code = "WH-01";
};

/// What is said on one day, in order: counts of stock, orders as the shop places them, and what legacy decided of each.
struct ShadowEvent {
    Instant at;
    std::string bytes;  ///< an event, for the shadow lane
};
struct ShadowDay {
    std::vector<ShadowEvent> events;
    int orders = 0;
    std::vector<LegacyHabit> habits;  ///< of each order
};

/// A week of orders beside a simulated legacy stack that decides like our lab's policy — cheapest node first, of `east`,
/// `north` and `west` — but for its habits. The same seed gives the same bytes. One thread.
class ShadowWeek {
public:
    explicit ShadowWeek(ShadowWeekOptions options) : options_(options), rng_(options.seed) {}

    /// Day `number` from 1, beginning at midnight `begin`.
    [[nodiscard]] ShadowDay day(int number, Instant begin);

private:
    [[nodiscard]] LegacyHabit habitOf(int day, int order) const;
    void count(ShadowDay& day, Instant at, const std::string& node, const std::string& sku, int units);
    void order(ShadowDay& day, Instant at, int number, LegacyHabit habit, Instant morning);

    ShadowWeekOptions options_;
    SeededRng rng_;
    int events_ = 0;
    int version_ = 0;
    int numbers_ = 0;
};

}  // namespace holdpoint::lab
