// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "tests/sim/script.h"
#include "tests/support/engine_rig.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace holdpoint::sim {

/// What an order must have come to, by what its customer said and what the vendors did: naive, without time, deadlines or
/// attempts. Says nothing where both sides may be right.
class Model {
public:
    Model(const Script& script, test::EngineRig& rig);

    /// Appends where the engine's final state is not one that may be.
    void judge(const Order& order, std::vector<std::string>& found) const;

private:
    struct Told {  // by the customer, in valid events
        bool placed = false;
        bool paid = false;
        bool cancel = false;
    };
    struct Done {  // by the vendors
        std::set<Part> left;
        std::int64_t captured = 0;
        int effects = 0;
    };
    void hear(const std::string& text);

    std::map<std::string, Told> told_;
    std::map<std::string, Done> done_;
    bool mustPay_ = false;
    std::set<std::string> cancelledByPerson_;
};

}  // namespace holdpoint::sim
