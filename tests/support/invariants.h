// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/evidence.h"

#include <map>
#include <string>
#include <vector>

namespace holdpoint::test {

/// What must hold in any world at rest, whatever died on the way; empty when it does.
/// Vendors: at most one effect a key; no more money taken than authorised, none given back that was not taken.
/// Stock: on hand = counted − left + put back; reserved = granted; `inventory::violations`.
/// Events: every one sent was taken once or refused. Store: `views::check` agrees, and the gateway holds the outbox.
[[nodiscard]] std::vector<std::string> violations(EngineRig& rig);
[[nodiscard]] std::vector<std::string> violations(EngineRig& rig, const Evidence& evidence);

/// What became of a world, as far as an outsider sees it: comparable between two runs of one script.
struct Aftermath {
    std::map<std::string, std::string> orders;  ///< number → place, status, owner
    std::map<std::string, std::uint32_t> effects;
    std::map<std::string, std::string> stock;
    std::map<std::string, std::string> queue;  ///< number → state, priority, number of problems

    friend bool operator==(const Aftermath&, const Aftermath&) = default;
};
[[nodiscard]] Aftermath aftermath(EngineRig& rig, const std::vector<std::string>& orders);
/// The first few differences, for people.
[[nodiscard]] std::string difference(const Aftermath& expected, const Aftermath& got);

}  // namespace holdpoint::test
