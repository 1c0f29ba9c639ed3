// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/engine_host.h"

#include <functional>

namespace holdpoint::host {

/// What became of the keys of commands.
struct PurgeReport {
    std::uint64_t purged = 0;  ///< let go of; of a dry run: would be
    std::uint64_t young = 0;   ///< kept: not old enough, or without the time at which it was given
    std::uint64_t open = 0;    ///< kept: what they were about has not ended
    [[nodiscard]] std::uint64_t commands() const noexcept { return purged + young + open; }
};

/// Lets go of keys that nobody can use again, page by page on the running engine; `progress` hears the report so far.
/// Waits. Errors: Unavailable (the engine has halted or takes nothing).
Result<PurgeReport> purgeKeys(EngineHost& engine, bool dryRun,
                              const std::function<void(const PurgeReport&)>& progress = {});

}  // namespace holdpoint::host
