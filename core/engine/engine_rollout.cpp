// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

/// The rollout of this engine: one entity, which new orders are sent by.
namespace holdpoint::engine {
namespace {

constexpr std::string_view RolloutSpace = "rollout";
constexpr std::string_view TheRollout = "default";

}  // namespace

// Null: nobody ever gave a command to it.
Result<Slot<flow::Rollout>*> Engine::theRollout()
{
    const auto known = lookUp(names_.intern<NameKind::Producer>(RolloutSpace), TheRollout);
    if (!known)
        return known.error();
    if (known->isNone())
        return static_cast<Slot<flow::Rollout>*>(nullptr);
    return entities_.rollout(lease_, *known);
}

Result<Slot<flow::Rollout>*> Engine::makeRollout()
{
    const auto known = theRollout();
    if (!known || *known != nullptr)
        return known;
    const EntityId id{++serial_, 0, EntityKind::Rollout};
    newKey(names_.intern<NameKind::Producer>(RolloutSpace), TheRollout, id);
    Slot<flow::Rollout>& made = entities_.newRollout(id, frame_.now());
    rollout_ = &made.entity;
    return &made;
}

Result<> Engine::restoreRollout()
{
    const auto found = theRollout();
    if (!found)
        return found.error();
    intakeOpen_ = *found == nullptr || (*found)->entity.intakeOpen;
    rollout_ = *found == nullptr ? nullptr : &(*found)->entity;
    assignedBy_ = 0;
    return {};
}

// Holds from the next input on: the same thread reads it.
Result<> Engine::setIntake(const CommandInput& c, bool open)
{
    const auto made = makeRollout();
    if (!made)
        return Error{Code::Corrupt, made.error().detail};
    Slot<flow::Rollout>& slot = **made;
    const Seq before = slot.entity.head;
    beginChange();
    change_.step.input = InputKind::Command;
    change_.step.source = c.key;
    change_.step.facts.push_back({0, frame_.now(), IntakeSet{open, names_.intern<NameKind::Actor>(c.actor)}});
    flow::applyRollout(slot.entity, change_.step, frame_.nextSeq(), names_);
    intakeOpen_ = slot.entity.intakeOpen;
    keep(slot, before);
    return {};
}

}  // namespace holdpoint::engine
