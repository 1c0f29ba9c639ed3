// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/lab/shadow_week.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// A week in which an engine decides beside a simulated legacy stack, played in seconds on a clock of its own: pages come
/// each midnight, causes are proposed with evidence, people judge, a ceiling opens one again, and three clean days let it go.
namespace holdpoint::host {

struct ShadowDemoOptions {
    std::filesystem::path folder;  ///< of a store that holds nothing yet
    Instant now;                   ///< the last of the days is the one that this is in
    lab::ShadowWeekOptions week;
    int days = 7;
};

struct ShadowDemoDay {
    int number = 0;
    std::string day;
    int orders = 0;
    bool clean = false;
    std::vector<std::string> lacks;
    std::string page;  ///< as it was sealed; empty while the day is not over
};
struct ShadowDemoResult {
    std::vector<ShadowDemoDay> days;
    std::uint64_t events = 0;
    std::uint64_t refused = 0;  ///< events and commands
    std::uint64_t calls = 0;    ///< that left for a vendor: none may
    int leaves = 0;             ///< number of the day after which nothing keeps it in shadow; 0: never
    double seconds = 0;
};

/// Blocks; one thread, the caller's. `progress` hears of each day that is over; false ends the demo. Errors: Conflict (the
/// folder holds a store), those of the store, Unavailable when the engine halts.
Result<ShadowDemoResult> playShadowWeek(const ShadowDemoOptions& options,
                                        const std::function<bool(const ShadowDemoDay&)>& progress = {});

}  // namespace holdpoint::host
