// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/exception_item.h"
#include "core/model/order.h"
#include "core/model/step.h"
#include "core/model/stock.h"
#include "core/views/check.h"
#include "tests/support/engine_rig.h"

#include <map>
#include <string>
#include <vector>

namespace holdpoint::test {

/// Everything that a store holds, read once and folded once: what the checks at rest look at. A value.
struct Evidence {
    struct Row {
        Seq seq = 0;
        StepBody body;
    };
    std::map<EntityId, std::vector<Row>> steps;  ///< of every entity, oldest first
    std::map<EntityId, Order> orders;
    std::map<EntityId, Reservation> reservations;
    std::map<EntityId, ExceptionItem> items;
    std::map<std::string, views::RecordedEffect>
        effects;  ///< by key; those that were never to be sent are left out
    views::CheckReport report;

    /// An item with version 0 if there is none.
    [[nodiscard]] const ExceptionItem& itemOf(EntityId order) const;
};

[[nodiscard]] Evidence gather(EngineRig& rig);

}  // namespace holdpoint::test
