// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/positions.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace holdpoint::inventory {
namespace {

// The newest stay apart, so that a count between them finds its place. Every stock row carries them, so they are few.
constexpr std::size_t exactMovements = 20;
constexpr std::size_t maxMovements = 40;

/// Joins what moved within `span` to one departure and one arrival, but none of the newest. Departures get the time of
/// the last, arrivals of the first: should a count come between them, on hand is too low rather than too high.
void join(std::vector<Movement>& moved, std::int64_t spanMs)
{
    const auto newest = moved.end() - static_cast<std::ptrdiff_t>(exactMovements);
    auto out = moved.begin();
    for (auto next = moved.begin(); next != newest;) {
        const std::int64_t span = next->at.ms / spanMs;
        Movement left, arrived;
        for (; next != newest && next->at.ms / spanMs == span; ++next)
            if (next->units < 0)
                left = {next->at, left.units + next->units};
            else
                arrived = {arrived.units == 0 ? next->at : arrived.at, arrived.units + next->units};
        if (left.at < arrived.at)
            std::swap(left, arrived);
        for (const Movement& joined : {arrived, left})
            if (joined.units != 0)
                *out++ = joined;
    }
    moved.erase(out, newest);
}

void insert(std::vector<Movement>& moved, Movement one)
{
    const auto later = std::upper_bound(moved.begin(), moved.end(), one.at,
                                        [](Instant t, const Movement& m) { return t < m.at; });
    if (later != moved.begin() && std::prev(later)->at == one.at)
        std::prev(later)->units += one.units;
    else
        moved.insert(later, one);
}

void condense(std::vector<Movement>& moved)
{
    for (const std::int64_t spanMs : {60'000, 3'600'000, 86'400'000})
        if (moved.size() > maxMovements)
            join(moved, spanMs);
}

}  // namespace

bool applyCounted(StockBook& book, NodeName node, const Counted& count, Instant at)
{
    Position& position = book.positions[{node, count.sku}];
    if (std::tuple(count.version, at) <= std::tuple(position.version, position.countedAt))
        return false;
    position.version = count.version;
    position.countedAt = at;
    position.counted = count.units;
    position.buffer = count.buffer;
    std::vector<Movement> moved = position.moved.take();
    std::erase_if(moved, [at](const Movement& m) { return m.at < at; });
    position.moved = std::move(moved);
    return true;
}

bool applyAdjusted(StockBook& book, NodeName node, const Adjusted& adjustment, Instant at)
{
    return move(book.positions[{node, adjustment.sku}], at, adjustment.delta);
}

bool move(Position& position, Instant at, std::int64_t units)
{
    if (at < position.countedAt)
        return false;
    std::vector<Movement> moved = position.moved.take();
    insert(moved, {at, units});
    condense(moved);
    position.moved = std::move(moved);
    return true;
}

Result<> check(const StockBook& book, NodeName node, const std::vector<LineUnits>& lines, Shortage* shortage)
{
    for (const LineUnits& line : lines) {
        if (line.units < 1)
            return Error{Code::InvalidArgument, "line " + std::to_string(line.line) + " wants no units"};
        std::int64_t wanted = 0;
        for (const LineUnits& other : lines)
            if (other.sku == line.sku)
                wanted += other.units;
        const Position* position = book.find(node, line.sku);
        const std::int64_t available = position == nullptr ? 0 : position->available();
        if (wanted <= available)
            continue;
        if (shortage != nullptr)
            *shortage = {line.sku, wanted, available};
        return Error{Code::Conflict, "line " + std::to_string(line.line) + ": wanted " +
                                         std::to_string(wanted) + ", available " + std::to_string(available)};
    }
    return {};
}

}  // namespace holdpoint::inventory
