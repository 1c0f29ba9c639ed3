// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/lab_world.h"

#include <functional>
#include <string>

namespace holdpoint::host {

struct DemoOptions {
    int orders = 2'000;
    int ordersPerSecond = 250;
    std::uint64_t seed = 7;
};

struct DemoProgress {
    int orders = 0;
    int of = 0;
    double seconds = 0;
    std::string_view chapter;  ///< what is going wrong just now: a code, worded by whoever shows it
    HostState engine;
};

struct DemoResult {
    int orders = 0;
    std::uint64_t events = 0;
    double seconds = 0;
    bool settled = false;  ///< every call was answered and every event taken before the time for it was over
};

/// A launch with a script: orders with every ugly case from a seed, a warehouse that silently changes a word, a carrier that
/// goes away and comes back, a payment service under load, replies that get lost. Then all heals and everything settles.
/// `progress` is called about ten times a second; false ends the demo. Errors: Unavailable when the engine halts.
Result<DemoResult> demoLaunch(LabWorld& world, const DemoOptions& options,
                              const std::function<bool(const DemoProgress&)>& progress = {});

}  // namespace holdpoint::host
