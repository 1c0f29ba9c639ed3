// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

namespace holdpoint::bench {

/// Fills an empty folder: orders go through intake of a whole engine, at its full speed, until `rows` exceptions are open.
/// Vendors are a stub in the same thread. `orders` of the figures are the exceptions. Ends the program on an error.
[[nodiscard]] Figures makeQueue(const std::filesystem::path& folder, std::uint64_t rows);

}  // namespace holdpoint::bench
