// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/model/exception_item.h"
#include "core/model/order.h"
#include "core/model/stock.h"

#include <unordered_map>
#include <vector>

namespace holdpoint::engine {

/// An entity in memory, with what the store has of it.
template <typename T>
struct Slot {
    T entity;
    Version stored = 0;       ///< version on disk
    FrameNo touched = 0;      ///< frame that changed it last
    FrameNo used = 0;         ///< for evicting the least recently used
    bool hasOpenRow = false;  ///< in the table of unfinished entities
    Instant openDue = Never;  ///< due time stored there, or nearer
    Instant created;
};

struct Job {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    std::uint64_t position = 0;  ///< everything up to here is durable
    std::uint64_t refusedRows = 0;
    bool ended = false;
};

/// Entities of one kind that are in memory. Owned by the engine.
template <typename T>
using Slots = std::unordered_map<EntityId, Slot<T>>;  // lookup only

}  // namespace holdpoint::engine
