// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/statistics/histogram.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Figures by time. Cells add up, so that any span, and any two machines, can be added; a p95 cannot, therefore the log
/// buckets it comes from are kept.
namespace holdpoint::alarms {

/// How many, and how many of them bad.
struct Counts {
    std::int64_t n = 0;
    std::int64_t bad = 0;

    Counts& operator+=(const Counts& other) noexcept
    {
        n += other.n;
        bad += other.bad;
        return *this;
    }
    /// In percent; nothing counted: no value.
    [[nodiscard]] std::optional<double> badPercent() const
    {
        if (n == 0)
            return std::nullopt;
        return 100.0 * static_cast<double>(bad) / static_cast<double>(n);
    }
    friend bool operator==(const Counts&, const Counts&) = default;
};

using statistics::Histogram;

/// The newest cells of equal width, the oldest giving way. `Cell` adds up with +=.
template <typename Cell>
class Ring {
public:
    Ring(Milliseconds width, std::size_t cells) : width_(width.count()), slots_(cells) {}

    /// The cell of that time; null if it has given way already.
    Cell* at(Instant time)
    {
        const std::int64_t number = time.ms / width_;
        Slot& slot = slots_[static_cast<std::size_t>(number) % slots_.size()];
        if (slot.number > number)
            return nullptr;
        if (slot.number < number)
            slot = {number, Cell{}};
        return &slot.cell;
    }
    /// The cell `back` cells before that of `now`; null if nothing came in it.
    [[nodiscard]] const Cell* before(Instant now, std::size_t back) const
    {
        const std::int64_t number = now.ms / width_ - static_cast<std::int64_t>(back);
        if (number < 0 || back >= slots_.size())
            return nullptr;
        const Slot& slot = slots_[static_cast<std::size_t>(number) % slots_.size()];
        return slot.number == number ? &slot.cell : nullptr;
    }
    /// The cells of `window` that end with that of `now`; the newest is not full yet.
    [[nodiscard]] Cell sum(Instant now, Milliseconds window) const
    {
        Cell all{};
        for (std::size_t back = 0; back < static_cast<std::size_t>(window.count() / width_); ++back)
            if (const Cell* cell = before(now, back))
                all += *cell;
        return all;
    }

private:
    struct Slot {
        std::int64_t number = -1;
        Cell cell{};
    };
    std::int64_t width_;
    std::vector<Slot> slots_;
};

}  // namespace holdpoint::alarms
