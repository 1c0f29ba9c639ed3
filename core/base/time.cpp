// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/time.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace holdpoint {
namespace {

constexpr std::int64_t SlewPerMille = 5;  // at most 0.5 % faster or slower than the monotonic clock

/// Reads exactly `digits` digits at `at`; -1 if they are not there.
int number(std::string_view text, std::size_t at, std::size_t digits)
{
    if (at + digits > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = at; i < at + digits; ++i) {
        if (text[i] < '0' || text[i] > '9')
            return -1;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

bool has(std::string_view text, std::size_t at, std::string_view any)
{
    return at < text.size() && any.find(text[at]) != std::string_view::npos;
}

/// `Z`, `+hh:mm`, `-hh:mm` or nothing; the offset in minutes.
std::optional<int> zoneMinutes(std::string_view zone)
{
    if (zone.empty() || zone == "Z" || zone == "z")
        return 0;
    const int hours = number(zone, 1, 2);
    const int minutes = number(zone, 4, 2);
    if (zone.size() != 6 || !has(zone, 0, "+-") || zone[3] != ':' || hours < 0 || hours > 23 || minutes < 0 ||
        minutes > 59)
        return {};
    return (zone[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

}  // namespace

std::string toText(Instant at)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time{milliseconds{at.ms}};
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{time - day};
    char out[40];
    std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                  static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                  static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return out;
}

Result<Instant> parseInstant(std::string_view text)
{
    using namespace std::chrono;
    const auto wrong = [&] { return Error{Code::InvalidArgument, "not a time: " + std::string(text)}; };
    const int y = number(text, 0, 4);
    const int mo = number(text, 5, 2);
    const int d = number(text, 8, 2);
    const int h = number(text, 11, 2);
    const int mi = number(text, 14, 2);
    const int s = number(text, 17, 2);
    if (y < 0 || mo < 0 || d < 0 || h < 0 || h > 23 || mi < 0 || mi > 59 || s < 0 || s > 60)
        return wrong();
    if (text[4] != '-' || text[7] != '-' || !has(text, 10, "Tt ") || text[13] != ':' || text[16] != ':')
        return wrong();
    const year_month_day date{year{y}, month{static_cast<unsigned>(mo)}, day{static_cast<unsigned>(d)}};
    if (!date.ok())
        return wrong();
    std::size_t at = 19;
    std::int64_t millis = 0;
    if (has(text, at, ".")) {
        const std::size_t first = ++at;
        for (std::int64_t unit = 100; has(text, at, "0123456789"); ++at, unit /= 10)
            millis += (text[at] - '0') * unit;
        if (at == first)
            return wrong();
    }
    const auto zone = zoneMinutes(text.substr(at));
    if (!zone)
        return wrong();
    const auto whole = sys_days{date} + hours{h} + minutes{mi - *zone} + seconds{s};
    return Instant{duration_cast<milliseconds>(whole.time_since_epoch()).count() + millis};
}

Instant SystemClock::wall() const
{
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

Milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

EngineTime::EngineTime(const Clock& clock, Instant lastFrame)
    : clock_(clock), now_(std::max(lastFrame, clock.wall())), monotonic_(clock.monotonic())
{}

Instant EngineTime::now()
{
    const Milliseconds reading = clock_.monotonic();
    const std::int64_t passed = std::max<std::int64_t>(0, (reading - monotonic_).count());
    monotonic_ = reading;
    now_.ms += passed;
    skew_ = clock_.wall() - now_;
    slewRest_ = std::min<std::int64_t>(slewRest_ + passed * SlewPerMille, 60'000 * SlewPerMille);
    const std::int64_t mayMove = slewRest_ / 1000;
    const std::int64_t move = std::clamp<std::int64_t>(skew_.count(), -std::min(mayMove, passed), mayMove);
    slewRest_ -= (move < 0 ? -move : move) * 1000;
    now_.ms += move;
    return now_;
}

}  // namespace holdpoint
