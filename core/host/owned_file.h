// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <string_view>

/// Small files that only their owner may read.
namespace holdpoint::host {

/// All of it. Errors: NotFound, Forbidden (not ours to read, or others may read it), Unavailable.
Result<std::string> readOwned(const std::filesystem::path& file);
/// Makes it in one step, on the disk before it has its name. Errors: Conflict (it is there), Forbidden, Unavailable.
Result<> makeOwned(const std::filesystem::path& file, std::string_view text);
/// Puts `text` at byte `at` and ends the file there, on the disk before this returns; makes the file if need be.
/// Errors: Forbidden, Unavailable.
Result<> writeOwned(const std::filesystem::path& file, std::uint64_t at, std::string_view text);

}  // namespace holdpoint::host
