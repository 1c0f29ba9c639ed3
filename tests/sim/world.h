// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/monitor.h"
#include "tests/sim/mutants.h"
#include "tests/sim/script.h"

#include <map>
#include <string>
#include <vector>

namespace holdpoint::sim {

/// What one run came to.
struct Run {
    std::vector<std::string> violations;  ///< empty: all invariants held, at every look and at rest
    std::uint64_t trace = 0;              ///< hash over every frame: equal for equal scripts
    std::uint64_t orders = 0;
    std::uint64_t finished = 0;  ///< of them: came to their end …
    std::uint64_t told = 0;      ///< … or lie in somebody's queue
    std::uint64_t turns = 0;
    std::uint64_t frames = 0;
    std::uint64_t crashes = 0;
    std::int64_t simulated = 0;                   ///< milliseconds
    std::map<std::string, std::uint64_t> faults;  ///< by kind, as often as it struck
    Triples triples;
};

/// Plays a script: the safety phase with everything that goes wrong, then all is healed, what was never told is told, four
/// days pass, and everything must have settled. Never throws.
[[nodiscard]] Run play(const Script& script, Mutant mutant = Mutant::None);

}  // namespace holdpoint::sim
