// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/script.h"

#include <functional>

namespace holdpoint::sim {

/// The shortest script it finds that still fails: leaves out orders, then ever smaller pieces of what is done, then
/// rounds times. `fails` is asked at most `tries` times.
[[nodiscard]] Script shrink(Script script, const std::function<bool(const Script&)>& fails,
                            int tries = 2'000);

}  // namespace holdpoint::sim
