// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/rollout.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What must be shown before, at and after a launch. An item is automatic, read from registries and recorded traffic, or a
/// person's, with evidence; nobody can tick one without. What was done is undone when the facts change.
namespace holdpoint::rollout {

enum class ChecklistPart : std::uint8_t { PreLaunch, LaunchDay, PostLaunch };

struct ChecklistItem {
    std::string_view id;
    ChecklistPart part = ChecklistPart::PreLaunch;
    bool automatic = true;
    Function owner = Function::Engineering;
};
/// All of them, in the order in which they are shown.
[[nodiscard]] std::span<const ChecklistItem> checklistItems();
/// Null: there is no such item.
[[nodiscard]] const ChecklistItem* checklistItem(std::string_view id);

/// What was found for an automatic item, in words with its figures.
struct Shown {
    bool met = false;
    std::string evidence;
    friend bool operator==(const Shown&, const Shown&) = default;
};
/// By item; one that is missing is unknown, and unknown is not done.
using ChecklistFacts = std::map<std::string, Shown, std::less<>>;

/// What a person said of an item, under the plan of then: another plan voids it.
struct ChecklistMark {
    bool done = false;
    std::string evidence;
    std::string by;
    Instant at;
    Hash plan{};
    friend bool operator==(const ChecklistMark&, const ChecklistMark&) = default;
};
using ChecklistMarks = std::map<std::string, ChecklistMark, std::less<>>;

/// May this be said? Errors: NotFound (no such item), Conflict (it is automatic: only facts can do it), InvalidArgument
/// (done without evidence).
Result<> check(std::string_view item, const ChecklistMark& mark);

struct ItemState {
    const ChecklistItem* item = nullptr;
    bool done = false;
    std::string evidence;  ///< empty: nothing is known
    std::string by;        ///< empty: automatic, or nobody
    Instant at = Never;
};
[[nodiscard]] std::vector<ItemState> checklist(const ChecklistFacts& facts, const ChecklistMarks& marks,
                                               const Hash& plan);
/// Is everything of that part done?
[[nodiscard]] bool isDone(const std::vector<ItemState>& states, ChecklistPart part);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::ChecklistPart, "pre_launch", "launch_day", "post_launch");
}  // namespace holdpoint
