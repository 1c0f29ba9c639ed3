// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Sorting by numbers in time proportional to how many there are. For the board.
namespace holdpoint::views {

/// By key, equal ones as they stood. What is in order already costs one look; digits that all keys share cost nothing.
template <typename T>
void sortByNumber(std::vector<std::pair<std::uint64_t, T>>& items)
{
    constexpr std::size_t Digits = 8, Values = 256;
    const auto before = [](const auto& a, const auto& b) { return a.first < b.first; };
    if (std::is_sorted(items.begin(), items.end(), before))
        return;
    std::vector<std::array<std::uint32_t, Values>> counts(Digits);
    for (const auto& [key, value] : items)
        for (std::size_t d = 0; d < Digits; ++d)
            ++counts[d][key >> (8 * d) & 255];
    std::vector<std::pair<std::uint64_t, T>> other(items.size());
    for (std::size_t d = 0; d < Digits; ++d) {
        if (std::find(counts[d].begin(), counts[d].end(), items.size()) != counts[d].end())
            continue;
        std::array<std::uint32_t, Values> next{};
        for (std::size_t v = 1; v < Values; ++v)
            next[v] = next[v - 1] + counts[d][v - 1];
        for (const auto& item : items)
            other[next[item.first >> (8 * d) & 255]++] = item;
        items.swap(other);
    }
}

/// Numbers with a sign, so that they can be compared without it; the greatest first if `descending`.
[[nodiscard]] constexpr std::uint64_t sortKey(std::int64_t value, bool descending = false) noexcept
{
    const std::uint64_t key = static_cast<std::uint64_t>(value) ^ (std::uint64_t{1} << 63);
    return descending ? ~key : key;
}

}  // namespace holdpoint::views
