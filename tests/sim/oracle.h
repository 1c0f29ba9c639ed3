// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/script.h"
#include "tests/support/engine_rig.h"

#include <set>
#include <string>
#include <vector>

namespace holdpoint::sim {

/// What must hold at every moment and costs little to look at.
[[nodiscard]] std::vector<std::string> inFlight(test::EngineRig& rig);
/// What must hold when all is healed and nothing happens any more: every invariant of `tests/support/invariants.h`, books
/// against effects key by key, every order settled or in somebody's queue, and the reference model.
struct Rest {
    std::uint64_t finished = 0;
    std::uint64_t told = 0;
};
/// `copied`: keys of calls that may have come after a look-up had proved their absence.
[[nodiscard]] std::vector<std::string> atRest(test::EngineRig& rig, const Script& script,
                                              const std::set<std::string>& copied, Rest& rest);
/// Events about what the vendors did and, by a fault of theirs, may never have told.
[[nodiscard]] std::vector<std::string> untold(test::EngineRig& rig);

}  // namespace holdpoint::sim
