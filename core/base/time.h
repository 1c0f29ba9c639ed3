// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace holdpoint {

using Milliseconds = std::chrono::milliseconds;

/// Milliseconds since 1970 UTC. The engine's `now` is engine time; a source's own time is kept beside it.
struct Instant {
    std::int64_t ms = 0;

    friend constexpr auto operator<=>(Instant, Instant) noexcept = default;
    friend constexpr Instant operator+(Instant at, Milliseconds d) noexcept { return {at.ms + d.count()}; }
    friend constexpr Instant operator-(Instant at, Milliseconds d) noexcept { return {at.ms - d.count()}; }
    friend constexpr Milliseconds operator-(Instant a, Instant b) noexcept
    {
        return Milliseconds{a.ms - b.ms};
    }
};

/// "No time": later than everything, so that the earliest of several deadlines is a plain minimum.
inline constexpr Instant Never{INT64_MAX};

/// RFC 3339 in UTC with milliseconds, `2026-11-18T14:00:00.000Z`.
[[nodiscard]] std::string toText(Instant at);
/// RFC 3339 with zone, or `YYYY-MM-DD HH:MM:SS` taken as UTC. Errors: InvalidArgument.
Result<Instant> parseInstant(std::string_view text);

/// Where time comes from. The wall may jump, the monotonic reading may not; they are different questions.
class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant wall() const = 0;
    [[nodiscard]] virtual Milliseconds monotonic() const = 0;
};

/// The machine's clocks. Thread-safe.
class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant wall() const override;
    [[nodiscard]] Milliseconds monotonic() const override;
};

/// Engine time: last reading plus monotonic delta, slewed to the wall by at most 0.5 %. A jump of the wall clock
/// therefore releases, expires and fires nothing. Engine thread only.
class EngineTime {
public:
    /// Starts at the later of the last frame's time and the wall clock.
    EngineTime(const Clock& clock, Instant lastFrame);

    /// Never goes back.
    [[nodiscard]] Instant now();
    /// Wall minus engine time at the last reading; an alarm watches it.
    [[nodiscard]] Milliseconds wallSkew() const noexcept { return skew_; }

private:
    const Clock& clock_;
    Instant now_;
    Milliseconds monotonic_;
    Milliseconds skew_{0};
    std::int64_t slewRest_ = 0;
};

}  // namespace holdpoint
