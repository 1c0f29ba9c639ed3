// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

namespace holdpoint::lab {

/// The path itself if it is a file, or the files of the folder that end in one of `endings`, by name. Errors: NotFound (no such
/// path, no such file in it), Forbidden.
Result<std::vector<std::filesystem::path>> filesOf(const std::filesystem::path& path,
                                                   std::span<const std::string_view> endings);
/// The first file of the folder whose name starts so and ends in .csv or .csv.gz. Errors: NotFound, Forbidden.
Result<std::filesystem::path> csvIn(const std::filesystem::path& folder, std::string_view start);

}  // namespace holdpoint::lab
