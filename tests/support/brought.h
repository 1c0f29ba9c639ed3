// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orders/step_table.h"
#include "tests/support/engine_rig.h"

#include <string>

namespace holdpoint::test {

/// Order 1 at a place, and nothing else in the world but what brought it there.
class Brought {
public:
    explicit Brought(orders::Stand stand);

    /// `data` of its `order.placed`.
    [[nodiscard]] static std::string placedData(int units);

    EngineRig rig;
    EntityId id;

private:
    void bring(orders::Stand stand);
};

}  // namespace holdpoint::test
