// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/shadow_week.h"

#include <array>

namespace holdpoint::lab {
namespace {

constexpr Milliseconds Hour{3'600'000};
constexpr std::array Nodes{"east", "north", "west"};  // cheapest first
constexpr std::array Everyday{"HAT", "MUG", "BAG", "SCARF"};
constexpr std::array Channels{"web", "app", "marketplace"};
constexpr const char* Delivered = "KETTLE";  // of which a delivery comes in each morning
constexpr const char* Oil = "LAMP-OIL";
constexpr int Plenty = 1'000'000;

std::string envelope(const std::string& type, int id, const std::string& subject, Instant at,
                     const std::string& data)
{
    return R"({"specversion":"1.0","id":"sw-)" + std::to_string(id) + R"(","source":"shop","type":")" + type +
           R"(","subject":")" + subject + R"(","time":")" + toText(at) + R"(","data":)" + data + "}";
}

const char* skuOf(LegacyHabit habit, std::uint64_t chance)
{
    if (habit == LegacyHabit::StaleStock)
        return Delivered;
    return habit == LegacyHabit::OwnRule ? Oil : Everyday[chance % Everyday.size()];
}

/// The node legacy names, and the rule it gives for it.
struct Answer {
    std::string node = Nodes[0];
    std::string fired = "costlier";
};

Answer answerOf(LegacyHabit habit, const std::string& code)
{
    switch (habit) {
    case LegacyHabit::Same: break;
    case LegacyHabit::StaleStock: return {Nodes[1], "not_enough"};
    case LegacyHabit::OwnRule: return {Nodes[2], "L-HAZMAT-WEST"};
    case LegacyHabit::OtherCode: return {code, "costlier"};
    case LegacyHabit::NearestFirst: return {Nodes[1], ""};
    }
    return {};
}

}  // namespace

// Spread over the day, the habits each at its own stride.
LegacyHabit ShadowWeek::habitOf(int day, int order) const
{
    const auto every = [&](int count, int offset) {
        return count > 0 && order % (options_.ordersPerDay / count) == offset;
    };
    const int nearest = day == options_.nearestBurst ? options_.nearestThen : options_.nearestADay;
    if (day < options_.mendedFrom) {
        if (every(options_.staleADay, 3))
            return LegacyHabit::StaleStock;
        if (every(options_.ownRuleADay, 5))
            return LegacyHabit::OwnRule;
    }
    if (every(options_.otherCodeADay, 7))
        return LegacyHabit::OtherCode;
    return every(nearest, 11) ? LegacyHabit::NearestFirst : LegacyHabit::Same;
}

void ShadowWeek::count(ShadowDay& day, Instant at, const std::string& node, const std::string& sku, int units)
{
    day.events.push_back(
        {at, envelope("stock.counted", ++events_, node, at,
                      R"({"counts":[{"sku":")" + sku + R"(","units":)" + std::to_string(units) +
                          R"(,"version":)" + std::to_string(++version_) + "}]}")});
}

void ShadowWeek::order(ShadowDay& day, Instant at, int number, LegacyHabit habit, Instant morning)
{
    const std::string subject = "S" + std::to_string(100'000 + number);
    const char* channel =
        habit == LegacyHabit::NearestFirst ? Channels[2] : Channels[rng_.below(Channels.size())];
    const std::string sku = skuOf(habit, rng_.below(1'000));
    const std::string units = std::to_string(1 + rng_.below(3));
    day.events.push_back(
        {at, envelope("order.placed", ++events_, subject, at,
                      std::string(R"({"channel":")") + channel +
                          R"(","region":"EU","currency":"EUR","total":"20.00","lines":[{"line":1,"sku":")" +
                          sku + R"(","units":)" + units + R"(,"price":"10.00"}]})")});
    const Answer answer = answerOf(habit, options_.code);
    const bool isStale = habit == LegacyHabit::StaleStock;
    const Instant decided = at + Milliseconds{400};
    day.events.push_back(
        {decided,
         envelope("legacy.decided", ++events_, subject, decided,
                  R"({"leg":1,"legs":1,"node":")" + answer.node + R"(","lines":[{"line":1,"units":)" + units +
                      R"(}],"order_version":0,"snapshot":"nightly","stock_as_of":")" +
                      toText(isStale ? morning - Hour : at) +
                      R"(","rules":"2026.11","mapping":"7","decided_at":")" + toText(decided) +
                      R"(","fired":")" + answer.fired + "\"}")});
    ++day.orders;
    day.habits.push_back(habit);
}

ShadowDay ShadowWeek::day(int number, Instant begin)
{
    ShadowDay day;
    const Instant morning = begin + 6 * Hour;
    for (const char* node : Nodes) {
        for (const char* sku : Everyday)
            count(day, begin, node, sku, Plenty);
        count(day, begin, node, Oil, Plenty);
        count(day, begin, node, Delivered, node == Nodes[0] ? 0 : Plenty);
    }
    count(day, morning, Nodes[0], Delivered, Plenty);
    const Instant open = morning + Hour;
    const Milliseconds step = 16 * Hour / options_.ordersPerDay;
    for (int i = 0; i < options_.ordersPerDay; ++i)
        order(day, open + i * step, numbers_++, habitOf(number, i), morning);
    return day;
}

}  // namespace holdpoint::lab
