// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

/// Reads the values of CSV fields exactly, or not at all.
namespace holdpoint::lab {

/// A whole number from `least` to `most`, nothing before or behind it.
[[nodiscard]] std::optional<std::int64_t> wholeNumber(std::string_view text, std::int64_t least,
                                                      std::int64_t most);
/// `YYYY-MM-DD HH:MM:SS`, taken as UTC.
[[nodiscard]] std::optional<Instant> localTime(std::string_view text);

/// `expected …, got "…"`.
[[nodiscard]] std::string expectedGot(std::string_view expected, std::string_view got);

/// Texts that repeat, kept once: number to text and back.
class TextTable {
public:
    std::uint32_t number(std::string_view text)
    {
        if (const auto known = numbers_.find(text); known != numbers_.end())
            return known->second;
        const auto number = static_cast<std::uint32_t>(texts_.size());
        numbers_.emplace(texts_.emplace_back(text), number);
        return number;
    }
    [[nodiscard]] const std::string& operator[](std::uint32_t number) const { return texts_[number]; }
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }

private:
    std::deque<std::string> texts_;  // a deque: the views of the map stay good
    std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

}  // namespace holdpoint::lab
