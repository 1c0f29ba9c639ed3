// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/board_filter.h"
#include "core/views/exception_board.h"

#include <algorithm>
#include <bit>
#include <map>
#include <unordered_map>

/// Counts over the board's columns.
namespace holdpoint::views {
namespace {

using search::Field;

/// Where a field of few values is kept.
enum class Column : std::uint8_t { None, Origin, Packed, Assignee };

Column columnOf(Field field)
{
    switch (field) {
    case Field::Vendor:
    case Field::Node:
    case Field::Code:
    case Field::Channel:
    case Field::Region: return Column::Origin;
    case Field::Stage:
    case Field::State:
    case Field::Cat:
    case Field::Class:
    case Field::Lane:
    case Field::Priority: return Column::Packed;
    case Field::Owner: return Column::Assignee;
    default: return Column::None;
    }
}

}  // namespace

GroupStanding ExceptionBoard::standing(std::uint64_t fingerprint, VendorName vendor, EntityId except) const
{
    GroupStanding standing;
    for (Place p = 0; p < ids_.size(); ++p) {
        if (ids_[p] == except)
            continue;
        if (fingerprints_[p] == fingerprint) {
            ++standing.open;
            standing.firstOpened = std::min(standing.firstOpened, opened_[p]);
        } else if (!vendor.isNone() && originList_[origins_[p]].vendor == vendor) {
            ++standing.similar;
        }
    }
    return standing;
}

std::vector<EntityId> ExceptionBoard::ordersOf(std::uint64_t fingerprint) const
{
    std::vector<EntityId> items;
    for (Place p = 0; p < ids_.size(); ++p)
        if (fingerprints_[p] == fingerprint && static_cast<EntityKind>(packed_[p].about) == EntityKind::Order)
            items.push_back(ids_[p]);
    return items;
}

// Items with the same number in the column are counted together; only one of each is asked for its text.
std::vector<std::pair<std::string, std::size_t>>
ExceptionBoard::values(search::Field field, std::string_view prefix, const Dictionary& names) const
{
    const Column column = columnOf(field);
    std::unordered_map<std::uint32_t, std::pair<Place, std::size_t>> byNumber;  // lookup only
    for (Place p = 0; column != Column::None && p < ids_.size(); ++p) {
        const std::uint32_t number = column == Column::Origin   ? origins_[p]
                                     : column == Column::Packed ? std::bit_cast<std::uint32_t>(packed_[p])
                                                                : assignees_[p];
        ++byNumber.try_emplace(number, p, 0).first->second.second;
    }
    std::map<std::string, std::size_t> counts;
    const BoardViewer nobody;
    for (const auto& [number, item] : byNumber)
        static_cast<void>(
            BoardItem(*this, item.first, nobody, names).anyText(field, [&, n = item.second](auto text) {
                counts[std::string(text)] += n;
                return true;
            }));
    const std::string wanted = search::lowerCase(prefix);
    std::vector<std::pair<std::string, std::size_t>> values;
    for (const auto& [text, count] : counts)
        if (!text.empty() && search::lowerCase(text).starts_with(wanted))
            values.emplace_back(text, count);
    std::stable_sort(values.begin(), values.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return values;
}

}  // namespace holdpoint::views
