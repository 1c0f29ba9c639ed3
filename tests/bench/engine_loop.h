// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/raw_loop.h"

namespace holdpoint::bench {

/// W1 through `Engine::turn` on an `SqliteStore` in `folder`: `order.placed` as JSON bytes (5 % sent twice), 5 candidate
/// nodes, reservation, ship call, its answer, `shipment.shipped`, capture on account, its answer. What follows a step is
/// sent only after the step's frame is durable. Vendors are stubs that answer at once; their share and that of making
/// events is told apart. Ends the program with a message if the engine fails or an order does not finish.
[[nodiscard]] Figures runEngineLoop(const std::filesystem::path& folder, std::uint64_t orders,
                                    const LoopOptions& options = {});

}  // namespace holdpoint::bench
