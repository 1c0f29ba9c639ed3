// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/retry_after.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace holdpoint::contracts {
namespace {

constexpr std::int64_t MostSeconds = 1'000'000'000;

/// `Sun, 06 Nov 1994 08:49:37 GMT` as RFC 3339; the forms that RFC 9110 calls obsolete are not read.
std::string isoDate(std::string_view date)
{
    constexpr std::string_view Months = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (date.size() != 29 || date.substr(25) != " GMT")
        return {};
    const std::size_t month = Months.find(date.substr(8, 3));
    if (month == std::string_view::npos || month % 3 != 0)
        return {};
    const std::string number = std::to_string(month / 3 + 1);
    std::string out(date.substr(12, 4));
    out += number.size() == 1 ? "-0" : "-";
    out += number;
    out += '-';
    out += date.substr(5, 2);
    out += 'T';
    out += date.substr(17, 8);
    out += 'Z';
    return out;
}

}  // namespace

std::int64_t retryAfterMs(std::string_view header, Instant now)
{
    while (!header.empty() && header.front() == ' ')
        header.remove_prefix(1);
    while (!header.empty() && header.back() == ' ')
        header.remove_suffix(1);
    std::int64_t seconds = -1;
    const auto [end, error] = std::from_chars(header.data(), header.data() + header.size(), seconds);
    if (error == std::errc() && end == header.data() + header.size())
        return seconds < 0 ? -1 : std::min(seconds, MostSeconds) * 1000;
    const auto at = parseInstant(isoDate(header));
    return at ? std::max<std::int64_t>(0, (*at - now).count()) : -1;
}

}  // namespace holdpoint::contracts
