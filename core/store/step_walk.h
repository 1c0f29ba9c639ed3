// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/store/database.h"

namespace holdpoint::store {

/// Reads the timeline of one entity: from its head back along `previous`, told oldest first.
class StepWalk {
public:
    /// Errors: Corrupt (a table is missing).
    Result<> prepare(Database& database);
    /// Nothing for an unknown id. Errors: Corrupt (the chain of rows is broken), Unavailable.
    Result<> walk(EntityId id, engine::StepSink& sink);

private:
    struct Place {
        Seq seq;
        Seq previous;
        std::size_t first;
        std::size_t size;
    };
    Result<> collect(EntityId id, Seq seq);

    Statement head_, step_;
    std::vector<Place> places_;
    std::vector<std::byte> bodies_;
};

}  // namespace holdpoint::store
