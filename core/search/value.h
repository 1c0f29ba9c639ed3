// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/query.h"

#include <optional>
#include <string_view>

/// Reading numbers, durations and times of a filter text. For `parse`.
namespace holdpoint::search {

/// `1h30m`; units s m h d w.
[[nodiscard]] std::optional<std::int64_t> readDuration(std::string_view text);
/// A decimal with at most `digits` after the point, as a whole number of its last digit.
[[nodiscard]] std::optional<std::int64_t> readDecimal(std::string_view text, int digits);
[[nodiscard]] std::optional<TimeWord> readTime(std::string_view text);

}  // namespace holdpoint::search
