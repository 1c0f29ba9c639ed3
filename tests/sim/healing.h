// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/engine_rig.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace holdpoint::sim {

/// An event: so many units more at a node.
[[nodiscard]] std::string adjusted(test::EngineRig& rig, const std::string& node, const std::string& sku,
                                   int units, const std::string& id);
/// What was missing comes: who waited for stock must be served too.
[[nodiscard]] std::vector<std::string> restocked(test::EngineRig& rig);
/// Is there a row in the outbox? After a death one may be durable that nobody had heard of.
[[nodiscard]] bool isPlanned(test::EngineRig& rig, const std::string& key);
/// How often the vendors' switches have struck, by their names.
void countStrikes(test::EngineRig& rig, std::map<std::string, std::uint64_t>& faults);

}  // namespace holdpoint::sim
