// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/burn_rate.h"

namespace holdpoint::alarms {

std::optional<double> burnThreshold(const BurnRow& row, Milliseconds period)
{
    const double rate =
        row.budget * static_cast<double>(period.count()) / static_cast<double>(row.window.count());
    return rate < 1 ? std::nullopt : std::optional(rate);
}

std::optional<double> burnOf(const Counts& counts, double slo)
{
    if (counts.n == 0)
        return std::nullopt;
    return static_cast<double>(counts.bad) / static_cast<double>(counts.n) / (1 - slo);
}

void BurnWatch::look(const Sums& sums, std::optional<std::int64_t> customers, Instant now)
{
    for (std::size_t row = 0; row < BurnRows.size(); ++row)
        if (const auto threshold = burnThreshold(BurnRows[row], period_))
            lookAt(row, *threshold, sums, customers, now);
}

// What is not counted freezes an alarm: it neither raises nor ends it.
void BurnWatch::lookAt(std::size_t row, double threshold, const Sums& sums,
                       std::optional<std::int64_t> customers, Instant now)
{
    const BurnRow& rule = BurnRows[row];
    State& state = states_[row];
    const Milliseconds shortWindow = rule.window / 12;
    const Counts all = sums(rule.window);
    const auto burnLong = burnOf(all, slo_), burnShort = burnOf(sums(shortWindow), slo_);
    counted_ |= burnLong.has_value();
    if (!burnLong || !burnShort) {
        state.clearSince = Never;
        return;
    }
    const bool people =
        !rule.page || (all.bad >= LeastOrders && customers.value_or(LeastCustomers) >= LeastCustomers);
    const bool fires = *burnLong > threshold && *burnShort > threshold && people;
    if (fires || (state.fire && *burnShort >= ClearShare * threshold)) {
        const Instant since = state.fire ? state.fire->since : now;
        state.fire = Fire{row, threshold, *burnLong, all, since, rule.page};
        state.clearSince = Never;
        return;
    }
    if (!state.fire)
        return;
    state.clearSince = std::min(state.clearSince, now);
    if (now - state.clearSince >= 2 * shortWindow)
        state = {};
}

std::optional<BurnWatch::Fire> BurnWatch::fire() const
{
    for (const State& state : states_)
        if (state.fire)
            return state.fire;
    return std::nullopt;
}

std::optional<bool> BurnWatch::pages() const
{
    if (!counted_)
        return std::nullopt;
    const auto on = fire();
    return on && on->page;
}

}  // namespace holdpoint::alarms
