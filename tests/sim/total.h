// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/world.h"

#include <functional>
#include <string>
#include <vector>

namespace holdpoint::sim {

/// What many runs came to.
struct Total {
    struct Red {
        std::uint64_t seed = 0;  ///< 0: which one is not known
        std::string violation;
    };
    std::uint64_t seeds = 0;
    std::uint64_t twice = 0;
    Run sum;
    std::vector<Red> red;  ///< by seed
    double seconds = 0;
    double cpu = 0;
};

struct Range {
    std::uint64_t from = 1;
    std::uint64_t to = 1;
    std::uint64_t step = 1;
    int orders = 100;
    double budget = 0;  ///< seconds; 0: none
    bool keepGoing = false;
    Mutant mutant = Mutant::None;
};

/// Plays one seed after the other in this process; `done` hears of each. Stops at the first that fails unless told to
/// keep going.
[[nodiscard]] Total playSeeds(const Range& range, const std::function<void()>& done = {});
/// The same in several processes, each with its share of the seeds.
[[nodiscard]] Total playSeeds(const Range& range, int jobs, const std::function<void()>& done);

}  // namespace holdpoint::sim
