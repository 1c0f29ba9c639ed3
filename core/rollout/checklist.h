// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollout.h"

#include <array>
#include <string_view>

/// What must be shown before, at and after a launch. An item is marked by a named person with evidence, or by the engine
/// from facts; ticking without evidence is impossible.
namespace holdpoint::rollout {

enum class ChecklistPart : std::uint8_t { PreLaunch, LaunchDay, PostLaunch };

struct ChecklistItem {
    std::string_view name;
    ChecklistPart part = ChecklistPart::PreLaunch;
    bool automatic = false;  ///< by the engine alone
};

inline constexpr auto ChecklistItems = std::to_array<ChecklistItem>({
    {"integration_map", ChecklistPart::PreLaunch},
    {"event_schema", ChecklistPart::PreLaunch},
    {"ownership_boundaries", ChecklistPart::PreLaunch},
    {"authoritative_systems", ChecklistPart::PreLaunch},
    {"integration_documents", ChecklistPart::PreLaunch},
    {"idempotent_writes", ChecklistPart::PreLaunch},
    {"correlated_events", ChecklistPart::PreLaunch},
    {"contract_matrix", ChecklistPart::PreLaunch},
    {"decision_tree", ChecklistPart::PreLaunch},
    {"rollback_plan", ChecklistPart::PreLaunch, true},  // its four contents, and signed by all four owners
    {"commander_named", ChecklistPart::PreLaunch, true},
    {"change_freeze", ChecklistPart::LaunchDay},
    {"owners_on_call", ChecklistPart::LaunchDay},
    {"alarms_routed", ChecklistPart::LaunchDay},
    {"promotion_or_replay", ChecklistPart::PostLaunch},
    {"financial_close", ChecklistPart::PostLaunch},
    {"symmetry", ChecklistPart::PostLaunch},
    {"notifications", ChecklistPart::PostLaunch},
    {"drill", ChecklistPart::PostLaunch},
    {"runbook_accepted", ChecklistPart::PostLaunch},
    {"overrides_reviewed", ChecklistPart::PostLaunch},
});

/// Null: there is no such item.
[[nodiscard]] constexpr const ChecklistItem* checklistItem(std::string_view name) noexcept
{
    for (const ChecklistItem& item : ChecklistItems)
        if (item.name == name)
            return &item;
    return nullptr;
}

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::ChecklistPart, "pre_launch", "launch_day", "post_launch");
}  // namespace holdpoint
