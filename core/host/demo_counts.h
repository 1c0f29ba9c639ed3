// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/host/demo_script.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace holdpoint::host {

/// What the simulated warehouses find on their shelves at `now`: what has been counted and has not left since, as the book of
/// the store has it, without what was lost and nobody has told. One event a warehouse, each later one with a greater
/// version. Errors: those of `StoreReader`.
Result<std::vector<std::string>> demoCounts(const std::filesystem::path& folder, Instant now,
                                            std::span<const DemoLoss> lost);

}  // namespace holdpoint::host
