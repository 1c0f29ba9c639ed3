// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/value.h"

#include <algorithm>
#include <array>
#include <string>

namespace holdpoint::search {
namespace {

constexpr std::int64_t Second = 1000;
constexpr std::int64_t Minute = 60 * Second;
constexpr std::int64_t Hour = 60 * Minute;
constexpr std::int64_t Day = 24 * Hour;
constexpr std::int64_t LongestDuration = 100 * 366 * Day;
constexpr std::size_t MaxDigits = 12;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Digits at the front, at most MaxDigits; they are taken off `text`.
std::optional<std::int64_t> takeDigits(std::string_view& text)
{
    std::int64_t value = 0;
    std::size_t n = 0;
    for (; n < text.size() && isDigit(text[n]); ++n) {
        if (n == MaxDigits)
            return {};
        value = value * 10 + (text[n] - '0');
    }
    if (n == 0)
        return {};
    text.remove_prefix(n);
    return value;
}

std::int64_t unitOf(char c)
{
    switch (c) {
    case 's': return Second;
    case 'm': return Minute;
    case 'h': return Hour;
    case 'd': return Day;
    case 'w': return 7 * Day;
    default: return 0;
    }
}

/// `14:00` or `14:00:30`.
std::optional<TimeWord> readClock(std::string_view text)
{
    const bool shape =
        (text.size() == 5 || text.size() == 8) && text[2] == ':' && (text.size() == 5 || text[5] == ':');
    if (!shape)
        return {};
    std::array<std::int64_t, 3> part{};
    for (std::size_t i = 0, at = 0; at < text.size(); ++i, at += 3) {
        if (!isDigit(text[at]) || !isDigit(text[at + 1]))
            return {};
        part[i] = (text[at] - '0') * 10 + (text[at + 1] - '0');
    }
    if (part[0] > 23 || part[1] > 59 || part[2] > 59)
        return {};
    return TimeWord{TimeWord::Base::Clock, part[0] * Hour + part[1] * Minute + part[2] * Second, 0,
                    text.size() == 5 ? Minute : Second};
}

/// A date, a date with hours and minutes, or a whole instant; without a zone it is local.
std::optional<TimeWord> readDate(std::string_view text)
{
    constexpr std::size_t DateSize = 10, MinuteSize = 16, SecondSize = 19;
    std::string whole(text);
    std::int64_t precision = 1;
    std::size_t zoneAt = DateSize;
    if (text.size() == DateSize) {
        whole += "T00:00:00";
        precision = Day;
    } else if (text.size() == MinuteSize || (text.size() > MinuteSize && text[MinuteSize] != ':')) {
        whole.insert(MinuteSize, ":00");
        precision = Minute;
        zoneAt = MinuteSize;
    } else {
        zoneAt = text.find_first_not_of(".0123456789", std::min(SecondSize, text.size()));
        precision = text.size() > SecondSize && text[SecondSize] == '.' ? 1 : Second;
    }
    const auto at = parseInstant(whole);
    if (!at)
        return {};
    const bool zoned = zoneAt < text.size();
    return TimeWord{zoned ? TimeWord::Base::Absolute : TimeWord::Base::Local, at->ms, 0, precision};
}

struct Word {
    std::string_view text;
    TimeWord::Base base;
    std::int64_t precision;
};
constexpr Word Words[] = {
    {"last-command", TimeWord::Base::LastCommand, 0},
    {"launch", TimeWord::Base::Launch, 0},
    {"today", TimeWord::Base::Today, Day},
    {"now", TimeWord::Base::Now, 0},
};

/// `launch`, `launch+30m`, `-15m`.
std::optional<TimeWord> readWord(std::string_view text)
{
    TimeWord time{TimeWord::Base::Now, 0, 0, 0};
    for (const Word& word : Words)
        if (text.starts_with(word.text)) {
            time = {word.base, 0, 0, word.precision};
            text.remove_prefix(word.text.size());
            if (text.empty())
                return time;
            break;
        }
    if (text.empty() || (text[0] != '+' && text[0] != '-'))
        return {};
    const auto by = readDuration(text.substr(1));
    if (!by)
        return {};
    time.offset = text[0] == '-' ? -*by : *by;
    return time;
}

std::int64_t floorTo(std::int64_t ms, std::int64_t unit) { return ms - ((ms % unit) + unit) % unit; }

}  // namespace

std::optional<std::int64_t> readDuration(std::string_view text)
{
    std::int64_t sum = 0;
    if (text.empty())
        return {};
    while (!text.empty()) {
        const auto count = takeDigits(text);
        const std::int64_t unit = text.empty() ? 0 : unitOf(text[0]);
        if (!count || unit == 0 || *count > LongestDuration / unit)
            return {};
        text.remove_prefix(1);
        sum += *count * unit;
        if (sum > LongestDuration)
            return {};
    }
    return sum;
}

std::optional<std::int64_t> readDecimal(std::string_view text, int digits)
{
    const bool negative = text.starts_with('-');
    if (negative)
        text.remove_prefix(1);
    auto value = takeDigits(text);
    if (!value)
        return {};
    if (text.starts_with('.') && digits > 0) {
        text.remove_prefix(1);
        if (text.empty())
            return {};
        for (; digits > 0 && !text.empty() && isDigit(text[0]); --digits, text.remove_prefix(1))
            *value = *value * 10 + (text[0] - '0');
    }
    for (; digits > 0; --digits)
        *value *= 10;
    if (!text.empty())
        return {};
    return negative ? -*value : *value;
}

std::optional<TimeWord> readTime(std::string_view text)
{
    if (const auto word = readWord(text))
        return word;
    if (const auto clock = readClock(text))
        return clock;
    return readDate(text);
}

Period resolve(const TimeWord& word, const Context& context)
{
    const std::int64_t zone = context.zone.count();
    std::int64_t base = 0;
    switch (word.base) {
    case TimeWord::Base::Absolute: base = word.ms; break;
    case TimeWord::Base::Local: base = word.ms - zone; break;
    case TimeWord::Base::Clock: base = floorTo(context.now.ms + zone, Day) - zone + word.ms; break;
    case TimeWord::Base::Today: base = floorTo(context.now.ms + zone, Day) - zone; break;
    case TimeWord::Base::Now: base = context.now.ms; break;
    case TimeWord::Base::Launch:
        if (context.launch == Never)
            return {};
        base = context.launch.ms;
        break;
    case TimeWord::Base::LastCommand:
        if (context.lastCommand == Never)
            return {};
        base = context.lastCommand.ms;
        break;
    }
    const Instant from{base + word.offset};
    return {from, from + Milliseconds{word.precision}};
}

}  // namespace holdpoint::search
