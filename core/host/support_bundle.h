// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/books_check.h"

#include <filesystem>

namespace holdpoint::host {

/// Writes what a supporter needs into a new folder: versions, numbers, shape of the journal, open problems by cause, the last
/// frames. Built from lists of what may go out, never by leaving things out: codes, counts, times and our own ids; no order
/// numbers, names, amounts, addresses, payloads or secrets. Errors: Conflict (`target` exists), Forbidden, and those of reading.
Result<> supportBundle(const std::filesystem::path& folder, const std::filesystem::path& target);

}  // namespace holdpoint::host
