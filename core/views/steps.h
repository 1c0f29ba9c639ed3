// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/step.h"
#include "core/store/store_reader.h"

#include <vector>

namespace holdpoint::views {

/// One decoded journal row.
struct ReadStep {
    Seq seq = 0;
    EntityId entity;
    StepBody body;
};

/// Adds the steps of an entity, oldest first; none for an unknown id. Errors: Corrupt, Unavailable.
Result<> readSteps(store::StoreReader& reader, EntityId id, std::vector<ReadStep>& out);

/// Folds an order from its own steps among `steps`. Errors: Corrupt (they cannot be one order's).
Result<Order> foldOrder(EntityId id, const std::vector<ReadStep>& steps);

}  // namespace holdpoint::views
