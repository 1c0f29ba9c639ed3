// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace holdpoint::alarms {

/// How much alarms ask of one person (ISA-18.2, console.md §4.6). One thread.
class AlarmLoad {
public:
    void raised(const std::string& alarm, Priority priority, Instant at);
    void acknowledged(Milliseconds after);
    /// Time goes on: a flood ends.
    void look(Instant now);

    [[nodiscard]] bool flood() const noexcept { return floodSince_ != Never; }
    [[nodiscard]] Instant floodSince() const noexcept { return floodSince_; }
    [[nodiscard]] std::int64_t lastTenMinutes() const noexcept
    {
        return static_cast<std::int64_t>(recent_.size());
    }
    [[nodiscard]] std::int64_t most() const noexcept { return most_; }
    [[nodiscard]] const std::array<std::int64_t, 4>& byPriority() const noexcept { return byPriority_; }
    [[nodiscard]] std::int64_t acknowledgements() const noexcept { return acknowledged_; }
    [[nodiscard]] std::optional<Milliseconds> meanToAcknowledge() const;

    struct Frequent {
        std::string alarm;
        std::int64_t times = 0;
        bool chatters = false;
    };
    /// Most often first, at most so many.
    [[nodiscard]] std::vector<Frequent> frequent(std::size_t most = 10) const;

    static constexpr Milliseconds Span{600'000}, Chatter{60'000};
    static constexpr std::int64_t FloodAbove = 10, FloodBelow = 5, ChatterTimes = 3;

private:
    struct Kind {
        std::int64_t times = 0;
        std::deque<Instant> newest;  // at most ChatterTimes
        bool chatters = false;
    };
    std::deque<Instant> recent_;
    std::map<std::string, Kind> kinds_;
    std::array<std::int64_t, 4> byPriority_{};
    std::int64_t most_ = 0, acknowledged_ = 0;
    Milliseconds waited_{0};
    Instant floodSince_ = Never;
};

}  // namespace holdpoint::alarms
