// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/checklist.h"

#include <algorithm>
#include <array>

namespace holdpoint::rollout {
namespace {

using enum ChecklistPart;
using enum Function;

constexpr auto Items = std::to_array<ChecklistItem>({
    {"integration_map", PreLaunch, true, Engineering},  // every observed call is on the map
    {"event_schema", PreLaunch, true, Engineering},     // every observed event fits its schema
    {"boundary_owners", PreLaunch, true, Operations},   // every integration has an owner
    {"authoritative_systems", PreLaunch, true,
     Operations},  // order, stock, payment, shipment, customer: one each
    {"integration_documents", PreLaunch, true, Support},  // retry, time-out, rate limit, escalation of each
    {"writes_keyed", PreLaunch, true, Engineering},       // all writes carry a key
    {"events_correlated", PreLaunch, true, Engineering},  // all events carry a correlation id
    {"thresholds_set", PreLaunch, true, Engineering},     // the four, with units and owners
    {"owners_named", PreLaunch, true, Operations},        // commander, deputy, four seats
    {"rollback_plan", PreLaunch, true, Operations},       // its four contents
    {"rollback_rehearsed", PreLaunch, true, Operations},  // not longer than a week ago
    {"decision_tree_walked", PreLaunch, false, Operations},   // by those who will decide
    {"support_briefed", PreLaunch, false, Support},           // knows what to say when an order is delayed
    {"freeze_in_force", LaunchDay, true, Operations},         // nonessential changes are held
    {"commander_present", LaunchDay, true, Operations},       // exactly one, and there
    {"metrics_live", LaunchDay, true, Engineering},           // the five, none missing or old
    {"shadow_reviewed", LaunchDay, true, Commerce},           // nothing keeps the rollout in Shadow
    {"vendors_reachable", LaunchDay, false, Operations},      // contacts answered today
    {"pause_drilled", LaunchDay, false, Operations},          // somebody has paused, and it was measured
    {"counts_match", PostLaunch, true, Operations},           // orders by system and state
    {"fulfilment_reconciles", PostLaunch, true, Operations},  // shipments by system
    {"symmetry", PostLaunch, true, Commerce},                 // cancels and returns, stock and money
    {"money_ties", PostLaunch, true, Commerce},               // to the penny
    {"notifications_match", PostLaunch, false, Support},      // what customers were told was so
    {"exceptions_reviewed", PostLaunch, false, Support},      // by cause, with owner and date
    {"hypercare_criteria", PostLaunch, true, Operations},     // the exit rule
});

ItemState stateOf(const ChecklistItem& item, const ChecklistFacts& facts, const ChecklistMarks& marks,
                  const Hash& plan)
{
    ItemState state{&item, false, {}, {}, Never};
    if (item.automatic) {
        if (const auto shown = facts.find(item.id); shown != facts.end()) {
            state.done = shown->second.met;
            state.evidence = shown->second.evidence;
        }
        return state;
    }
    const auto mark = marks.find(item.id);
    if (mark == marks.end() || mark->second.plan != plan)
        return state;
    state.done = mark->second.done;
    state.evidence = mark->second.evidence;
    state.by = mark->second.by;
    state.at = mark->second.at;
    return state;
}

}  // namespace

std::span<const ChecklistItem> checklistItems() { return Items; }

const ChecklistItem* checklistItem(std::string_view id)
{
    const auto found =
        std::find_if(Items.begin(), Items.end(), [id](const auto& item) { return item.id == id; });
    return found == Items.end() ? nullptr : &*found;
}

Result<> check(std::string_view item, const ChecklistMark& mark)
{
    const ChecklistItem* known = checklistItem(item);
    if (known == nullptr)
        return Error{Code::NotFound, "no such item: " + std::string(item)};
    if (known->automatic)
        return Error{Code::Conflict, "read from facts: nobody can tick it"};
    if (mark.done && mark.evidence.find_first_not_of(" \t\n") == std::string::npos)
        return Error{Code::InvalidArgument, "needs evidence: what shows it?"};
    return {};
}

std::vector<ItemState> checklist(const ChecklistFacts& facts, const ChecklistMarks& marks, const Hash& plan)
{
    std::vector<ItemState> states;
    for (const ChecklistItem& item : Items)
        states.push_back(stateOf(item, facts, marks, plan));
    return states;
}

bool isDone(const std::vector<ItemState>& states, ChecklistPart part)
{
    return std::all_of(states.begin(), states.end(),
                       [part](const ItemState& state) { return state.item->part != part || state.done; });
}

}  // namespace holdpoint::rollout
