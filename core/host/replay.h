// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/lab_world.h"
#include "core/lab/import/importer.h"

#include <filesystem>
#include <functional>
#include <string>

namespace holdpoint::host {

struct ReplayOptions {
    std::string format;
    std::filesystem::path path;
    lab::ImportMode mode = lab::ImportMode::Control;
    double speed = 0;         ///< times real time by the events' own clocks; 0 = as fast as it goes
    std::uint64_t limit = 0;  ///< events at most, 0 = all
    bool stock = true;        ///< control: put stock of every SKU of the files into the warehouses first
};

struct ReplayProgress {
    std::uint64_t rows = 0;
    std::uint64_t totalRows = 0;
    std::uint64_t events = 0;
    double seconds = 0;
    bool waiting = false;  ///< all rows are in; calls and events of vendors are still on their way
    HostState engine;
};

/// What one run of a replay did; the numbers that must agree are computed from the store afterwards.
struct ReplayResult {
    lab::ImportReport report;
    std::uint64_t resumedAt =
        0;  ///< position found in the store: what is before it was neither sent nor counted again
    std::uint64_t sent = 0;
    std::uint64_t accepted = 0;
    std::uint64_t duplicate = 0;
    std::uint64_t parked = 0;
    std::uint64_t refused = 0;
    double seconds = 0;       ///< until the last row was durable
    double totalSeconds = 0;  ///< until everything had settled
    double p50Ms = 0;         ///< event sent → durable
    double p99Ms = 0;
    bool cancelled = false;
};

/// Sends the events of real order files into an engine and waits until what they started has settled. Resumes from the
/// position that is durable in the store. `progress` is called about ten times a second and ends the replay by `false`.
/// Errors: those of the importer, Unavailable when the engine halts.
Result<ReplayResult> replay(LabWorld& world, const ReplayOptions& options,
                            const std::function<bool(const ReplayProgress&)>& progress = {});

/// Lets an importer say what `LabWorld` must know before the engine starts.
Result<LabWorld::Options> worldFor(const ReplayOptions& options, const std::filesystem::path& folder);

}  // namespace holdpoint::host
