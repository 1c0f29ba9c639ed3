// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/contract.h"

#include <filesystem>

namespace holdpoint::host {

/// The contracts of every `*.json` in a folder, by name, in the place of those compiled in; an empty path gives those.
/// Errors: NotFound (no such folder, no document in it), Forbidden (not readable), InvalidArgument and Unsupported, naming
/// file and JSON pointer.
Result<contracts::Contracts> contractsIn(const std::filesystem::path& folder);

}  // namespace holdpoint::host
