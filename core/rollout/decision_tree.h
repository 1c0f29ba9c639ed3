// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/rollout.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What to do when a rollout hurts, as questions that end in one act with an owner. What is known is filled in; a person may
/// say otherwise, and both are kept.
namespace holdpoint::rollout {

enum class Ask : std::uint8_t {
    CustomersHarmed,  ///< an invariant is violated, or a P1 is open
    FromNewPath,      ///< and control does not have it
    LegacyHealthy,
    BlockerNoGo,   ///< a blocking gate says NO-GO
    ControlToo,    ///< control breaches the same limit
    HarmProven,    ///< the evidence that allows a rollback by itself
    OneSegment,    ///< one segment has nearly all of it
    BacklogGrows,  ///< exceptions arrive faster than they are closed
    DataFresh,
};
enum class TreeAct : std::uint8_t { GoOn, StopGrowth, Narrow, StopIntake, Park, RollBack, VendorIncident };

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Ask, "customers_harmed", "from_new_path", "legacy_healthy", "blocker_no_go", "control_too",
         "harm_proven", "one_segment", "backlog_grows", "data_fresh");
HP_NAMES(rollout::TreeAct, "go_on", "stop_growth", "narrow", "stop_intake", "park", "roll_back",
         "vendor_incident");
}  // namespace holdpoint

namespace holdpoint::rollout {

/// Nothing: not known.
using TreeFacts = std::array<std::optional<bool>, CountOf<Ask>>;

struct TreeAnswer {
    Ask ask = Ask::CustomersHarmed;
    bool yes = false;
    std::optional<bool> known;  ///< what the facts say, where they say something
    bool byPerson = false;
    friend bool operator==(const TreeAnswer&, const TreeAnswer&) = default;
};
struct TreeWalk {
    std::vector<TreeAnswer> path;
    std::optional<Ask> next;        ///< a person must say
    std::optional<TreeAct> act;     ///< the end
    std::optional<Function> owner;  ///< of the act; nothing: the commander
};
/// Walks as far as facts and answers lead: at the end there is either a question or an act.
[[nodiscard]] TreeWalk walk(const TreeFacts& facts, const std::map<Ask, bool>& answers);
/// `customers_harmed=yes from_new_path=no(person; facts: yes) → stop_intake`: for the record.
[[nodiscard]] std::string toText(const TreeWalk& walk);

}  // namespace holdpoint::rollout
