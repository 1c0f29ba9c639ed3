// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/measure.h"

namespace holdpoint::bench {

struct LoopOptions {
    std::size_t inFlight = 600;
    bool randomNumbers = false;  ///< order numbers in no order, as hex of 128 bit; else counted up
    double ordersPerSecond = 0;  ///< orders come at this pace whatever becomes of them; 0 = as room is free
};
using RawLoopResult = Figures;

/// The control of every benchmark: a plain SQLite C loop (WAL, synchronous=FULL) with the bare rows of W1 and nothing
/// else. 14 row writes an order in six steps (intake with 5 % duplicates, decide among 5 nodes, take 2 of 500 SKUs, ship,
/// confirm, settle), each committed before the next; all orders in flight take one step a tick, one commit a tick. Makes
/// `folder`, which must not hold a database, and leaves it there. Ends the program with a message on any error.
[[nodiscard]] RawLoopResult runRawLoop(const std::filesystem::path& folder, std::uint64_t orders,
                                       const LoopOptions& options = {});

}  // namespace holdpoint::bench
