// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"

#include <chrono>
#include <functional>

namespace holdpoint::ui {

/// The clocks a window reads. Tests give their own.
struct TimeSource {
    std::function<std::int64_t()> monotonicMs = [] {
        return std::chrono::duration_cast<Milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
            .count();
    };
    std::function<Instant()> wall = [] {
        return Instant{
            std::chrono::duration_cast<Milliseconds>(std::chrono::system_clock::now().time_since_epoch())
                .count()};
    };
};

}  // namespace holdpoint::ui
