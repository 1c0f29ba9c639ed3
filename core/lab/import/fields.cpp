// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/fields.h"

#include <charconv>

namespace holdpoint::lab {

std::optional<std::int64_t> wholeNumber(std::string_view text, std::int64_t least, std::int64_t most)
{
    std::int64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, code] = std::from_chars(text.data(), end, value);
    if (code != std::errc() || stop != end || value < least || value > most)
        return {};
    return value;
}

std::string expectedGot(std::string_view expected, std::string_view got)
{
    return "expected " + std::string(expected) + ", got \"" + std::string(got.substr(0, 80)) + '"';
}

std::optional<Instant> localTime(std::string_view text)
{
    if (text.size() != 19)
        return {};
    const auto at = parseInstant(text);
    return at ? std::optional(*at) : std::nullopt;
}

}  // namespace holdpoint::lab
