// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>

/// Every command a person can give: what it is about, and who may give it. The one table of rights: the engine refuses by
/// it and a window greys out by it, so that button and engine cannot differ.
namespace holdpoint {

/// The row of the matrix of roles that a command belongs to.
enum class CommandRight : std::uint8_t {
    Triage,    ///< assign, note, label, snooze, acknowledge, ask the vendor, raise a priority
    Release,   ///< retry, give one order to legacy, resolve
    Override,  ///< retry what looks futile, lower a priority, say how a call ended, end a hold
    Money,     ///< cancel an order
    Intake,    ///< stop new orders
    Growth,    ///< let new orders in again
    Undo,      ///< take back what a backfill loaded
    Plan,      ///< write and submit the plan of a rollout
    Command,   ///< the commander's: who that is the rollout itself knows
    Seat,      ///< of who holds a seat of the rollout
    Judge,     ///< say what a difference of the shadow is
    Freeze     ///< of the commander; lifting too
};
HP_NAMES(CommandRight, "triage", "release", "override", "money", "intake", "growth", "undo", "plan",
         "command", "seat", "judge", "freeze");

/// What a command is given on.
enum class CommandObject : std::uint8_t {
    Item,         ///< an exception item
    Order,        ///< an order; given on an item, it acts on the order of that item
    OrderOrItem,  ///< either
    Launch        ///< the rollout: no object
};

struct CommandRule {
    std::string_view what;
    CommandRight cls = CommandRight::Triage;
    CommandObject object = CommandObject::Item;
    bool bulk = true;  ///< may be given on many objects at once
};

inline constexpr auto CommandRules = std::to_array<CommandRule>({
    {"assign", CommandRight::Triage, CommandObject::Item, true},
    {"unassign", CommandRight::Triage, CommandObject::Item, true},
    {"note", CommandRight::Triage, CommandObject::Item, true},
    {"label", CommandRight::Triage, CommandObject::Item, true},
    {"unlabel", CommandRight::Triage, CommandObject::Item, true},
    {"snooze", CommandRight::Triage, CommandObject::Item, true},
    {"wake", CommandRight::Triage, CommandObject::Item, true},
    {"acknowledge", CommandRight::Triage, CommandObject::Item, true},
    {"triage", CommandRight::Triage, CommandObject::Item, true},
    {"working", CommandRight::Triage, CommandObject::Item, true},
    {"wait_vendor", CommandRight::Triage, CommandObject::Item, true},
    {"wait_customer", CommandRight::Triage, CommandObject::Item, true},
    {"priority", CommandRight::Triage, CommandObject::Item, true},
    {"ask_vendor", CommandRight::Triage, CommandObject::Order, true},
    {"retry", CommandRight::Release, CommandObject::Order, true},
    {"hand_back", CommandRight::Release, CommandObject::Order, true},
    {"resolve", CommandRight::Release, CommandObject::OrderOrItem, true},
    {"reopen", CommandRight::Release, CommandObject::Item, true},
    {"lower_priority", CommandRight::Override, CommandObject::Item, true},  // `priority`, downwards
    {"release_hold", CommandRight::Override, CommandObject::Order, true},
    {"outcome", CommandRight::Override, CommandObject::Order, false},
    {"cancel_order", CommandRight::Money, CommandObject::Order, false},
    {"acknowledge_alarm", CommandRight::Triage, CommandObject::Launch, false},
    {"stop_intake", CommandRight::Intake, CommandObject::Launch, false},
    {"reopen_intake", CommandRight::Growth, CommandObject::Launch, false},
    {"withdraw", CommandRight::Undo, CommandObject::Order, true},
    // Of the rollout. What goes down is with all who may stop intake; what goes up is with its commander.
    {"set_plan", CommandRight::Plan, CommandObject::Launch,
     false},  // text: the plan; argument: second person
    {"submit_plan", CommandRight::Plan, CommandObject::Launch, false},
    {"edit_plan", CommandRight::Plan, CommandObject::Launch, false},  // back to Draft
    {"checklist_item", CommandRight::Seat, CommandObject::Launch,
     false},  // argument: item; number 1: done; text: evidence
    {"checklist_done", CommandRight::Command, CommandObject::Launch, false},
    {"sign", CommandRight::Seat, CommandObject::Launch,
     false},  // argument: what (rollback_plan …); text: words
    {"vote", CommandRight::Seat, CommandObject::Launch,
     false},  // argument: seat:go|no_go|abstain; text: words
    {"co_sign", CommandRight::Seat, CommandObject::Launch, false},           // argument: seat
    {"acknowledge_gate", CommandRight::Seat, CommandObject::Launch, false},  // argument: gate
    {"override", CommandRight::Command, CommandObject::Launch,
     false},  // argument: gates, comma; text: typed name|second
    {"commit_step", CommandRight::Command, CommandObject::Launch, false},
    {"stop_growth", CommandRight::Intake, CommandObject::Launch, false},  // argument: slice, or empty: all
    {"narrow", CommandRight::Intake, CommandObject::Launch,
     false},  // argument: slice; number: weight; text: cut out
    {"resume", CommandRight::Command, CommandObject::Launch, false},
    {"reopen_trial", CommandRight::Command, CommandObject::Launch, false},
    {"step_back", CommandRight::Command, CommandObject::Launch, false},  // number: step
    {"roll_back", CommandRight::Command, CommandObject::Launch, false},
    {"stop_proposal", CommandRight::Command, CommandObject::Launch, false},
    {"rehearse", CommandRight::Plan, CommandObject::Launch, false},
    {"approve_drain", CommandRight::Seat, CommandObject::Order, true},
    {"follow_in_doubt", CommandRight::Seat, CommandObject::Order, true},  // argument: person
    {"sign_off", CommandRight::Command, CommandObject::Launch, false},
    {"new_attempt", CommandRight::Plan, CommandObject::Launch, false},  // text: root cause
    {"scrub", CommandRight::Command, CommandObject::Launch, false},
    {"enter_hypercare", CommandRight::Command, CommandObject::Launch, false},
    {"resume_hypercare", CommandRight::Command, CommandObject::Launch, false},
    {"close_rollout", CommandRight::Command, CommandObject::Launch, false},
    {"offer_command", CommandRight::Command, CommandObject::Launch, false},  // argument: person
    {"accept_command", CommandRight::Triage, CommandObject::Launch, false},
    {"take_command", CommandRight::Triage, CommandObject::Launch, false},
    {"freeze", CommandRight::Freeze, CommandObject::Launch,
     false},  // argument: soft|hard:state; text: from|to
    {"judge_difference", CommandRight::Judge, CommandObject::Launch,
     false},  // argument: verdict; text: JSON of the rule
    {"normal_rule", CommandRight::Judge, CommandObject::Launch, false},  // text: JSON of the rule
    {"shelve_alarm", CommandRight::Override, CommandObject::Launch,
     false},  // argument: alarm; number: minutes
    {"rollout_note", CommandRight::Triage, CommandObject::Launch, false},
});

/// Null: there is no such command.
[[nodiscard]] constexpr const CommandRule* commandRule(std::string_view what) noexcept
{
    for (const CommandRule& rule : CommandRules)
        if (rule.what == what)
            return &rule;
    return nullptr;
}

/// Who may, without a second person, in the order of the roles. Growth is the commander's; until a rollout names one it is
/// with those who may propose it.
[[nodiscard]] inline std::span<const Role> whoMay(CommandRight cls) noexcept
{
    constexpr auto lead = Role::SupportLead;
    static constexpr std::array triage{Role::SupportAgent, lead, Role::OpsLead, Role::Engineer,
                                       Role::CommerceManager};
    static constexpr std::array release{Role::SupportAgent, lead, Role::Engineer};
    static constexpr std::array override{lead, Role::Engineer};
    static constexpr std::array money{lead};
    static constexpr std::array growth{Role::OpsLead, Role::Engineer, Role::CommerceManager};
    static constexpr std::array undo{Role::Engineer};
    static constexpr std::array plan{Role::OpsLead, Role::Engineer, Role::CommerceManager};
    static constexpr std::array judge{Role::OpsLead, Role::Engineer, Role::CommerceManager};
    switch (cls) {
    case CommandRight::Triage:
    case CommandRight::Intake: return triage;
    case CommandRight::Release: return release;
    case CommandRight::Override: return override;
    case CommandRight::Money: return money;
    case CommandRight::Growth: return growth;
    case CommandRight::Undo: return undo;
    case CommandRight::Plan: return plan;
    case CommandRight::Judge: return judge;
    case CommandRight::Command:
    case CommandRight::Seat:
    case CommandRight::Freeze: return triage;  // by name: the rollout says who
    }
    return {};
}

/// Who may give a command; nobody if there is no such command.
[[nodiscard]] inline std::span<const Role> whoMay(std::string_view what) noexcept
{
    const CommandRule* rule = commandRule(what);
    return rule ? whoMay(rule->cls) : std::span<const Role>{};
}

[[nodiscard]] inline bool mayDo(Role role, std::string_view what) noexcept
{
    const auto who = whoMay(what);
    return std::find(who.begin(), who.end(), role) != who.end();
}

/// Who may give `retry`, by what it would do; whether it may be given at all is another question. Nobody alone: what is
/// unsafe may do it twice.
[[nodiscard]] inline std::span<const Role> whoMayRetry(RetryVerdict verdict) noexcept
{
    switch (verdict) {
    case RetryVerdict::Safe:
    case RetryVerdict::Done: return whoMay(CommandRight::Release);
    case RetryVerdict::Futile:
    case RetryVerdict::Unknown: return whoMay(CommandRight::Override);
    case RetryVerdict::Unsafe: break;
    }
    return {};
}

/// Who may, with a second person beside them, what nobody may alone.
[[nodiscard]] inline std::span<const Role> whoMayWithSecond() noexcept
{
    static constexpr std::array engineer{Role::Engineer};
    return engineer;
}

/// How many objects one command may be given on by that role.
inline constexpr std::size_t BulkOfAnAgent = 100;
[[nodiscard]] constexpr std::size_t bulkLimit(Role role) noexcept
{
    if (role == Role::SupportLead || role == Role::Engineer)
        return SIZE_MAX;
    return role == Role::SupportAgent ? BulkOfAnAgent : 1;
}

}  // namespace holdpoint
