// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/world.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace holdpoint::sim {

/// The kinds of things that go wrong, in the order of the documentation, with how often each has struck.
[[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> kindsOf(const Run& run);

}  // namespace holdpoint::sim
