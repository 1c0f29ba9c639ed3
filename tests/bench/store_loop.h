// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/raw_loop.h"

namespace holdpoint::bench {

/// The same orders in the rows of the engine, through `SqliteStore::commit`: 5 order and 2 reservation steps, both
/// entities' rows, `open`, stock, outbox, a key, 4 search entries, the chain: 31 row writes an order in five steps.
[[nodiscard]] Figures runStoreLoop(const std::filesystem::path& folder, std::uint64_t orders,
                                   const LoopOptions& options = {});

}  // namespace holdpoint::bench
