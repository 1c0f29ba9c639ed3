// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace holdpoint::host {

inline constexpr std::chrono::milliseconds LockPatience{3'000};

/// Tries again while somebody else holds what is asked for, at growing distances: a process that was killed keeps its locks
/// until it is gone for good. Blocks for `patience` at most.
template <typename F>
auto patiently(F&& attempt, std::chrono::milliseconds patience = LockPatience) -> decltype(attempt())
{
    constexpr std::chrono::milliseconds longest{250};
    std::chrono::milliseconds pause{5};
    for (auto left = patience;; pause = std::min(2 * pause, longest)) {
        auto result = attempt();
        if (result || result.error().code != Code::Conflict || left.count() <= 0)
            return result;
        pause = std::min(pause, left);
        std::this_thread::sleep_for(pause);
        left -= pause;
    }
}

}  // namespace holdpoint::host
