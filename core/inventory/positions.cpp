// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/positions.h"

#include <algorithm>
#include <string>
#include <tuple>

namespace holdpoint::inventory {
namespace {

constexpr std::size_t exactMovements =
    32;  // the newest stay apart, so that a count between them finds its place
constexpr std::size_t maxMovements = 64;

/// Joins neighbours of one direction within `span`, but none of the newest. The joined movement gets the time that keeps
/// on hand too low rather than too high, should a count come between the two.
void join(std::vector<Movement>& moved, std::int64_t spanMs)
{
    const std::size_t old = moved.size() - exactMovements;
    std::size_t last = 0;
    for (std::size_t i = 1; i < moved.size(); ++i) {
        Movement& into = moved[last];
        const Movement& next = moved[i];
        const bool sameWay = (into.units < 0) == (next.units < 0);
        if (i < old && sameWay && into.at.ms / spanMs == next.at.ms / spanMs) {
            into.at = next.units < 0 ? next.at : into.at;
            into.units += next.units;
        } else {
            moved[++last] = next;
        }
    }
    moved.resize(last + 1);
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
    std::erase_if(position.moved, [at](const Movement& m) { return m.at < at; });
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
    auto& moved = position.moved;
    const auto later = std::upper_bound(moved.begin(), moved.end(), at,
                                        [](Instant t, const Movement& m) { return t < m.at; });
    if (later != moved.begin() && std::prev(later)->at == at) {
        std::prev(later)->units += units;
        return true;
    }
    moved.insert(later, {at, units});
    condense(moved);
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
