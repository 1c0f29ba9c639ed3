// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/model/permissions.h"

#include <algorithm>

/// The rollout of this engine: one entity, which new orders are sent by.
namespace holdpoint::engine {
namespace {

constexpr std::string_view RolloutSpace = "rollout";
constexpr std::string_view TheRollout = "default";

template <typename T>
void fill(std::optional<T>& into, const std::optional<T>& from)
{
    if (!into)
        into = from;
}

void add(flow::GateReadings& all, flow::GateReadings more)
{
    all.gates.insert(all.gates.end(), more.gates.begin(), more.gates.end());
    fill(all.logESplit, more.logESplit);
    fill(all.reconAccuracy, more.reconAccuracy);
    fill(all.burnRatePage, more.burnRatePage);
    fill(all.p95Lower, more.p95Lower);
    if (!more.canaryHarm.empty()) {
        all.canaryHarm = std::move(more.canaryHarm);
        all.canaryFailures = more.canaryFailures;
        all.failureBuckets = more.failureBuckets;
    }
}

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
    rollout_ = nullptr;
    rolloutWatch_ = {};
    rolloutDue_ = Never;
    acted_.clear();
    breakersOpen_.clear();
    const auto found = theRollout();
    if (!found)
        return found.error();
    assignedBy_ = 0;
    if (*found != nullptr)
        rollout_ = &(*found)->entity;
    intakeOpen_ = rollout_ == nullptr || rollout_->intakeOpen;
    if (rollout_ != nullptr && flow::nextLook(*rollout_, Instant{}) != Never)
        rolloutDue_ = Instant{};  // at once: what passed between the two lives did not run
    return {};
}

// Holds from the next input on: the same thread reads it.
Result<> Engine::setIntake(const CommandInput& c, bool open)
{
    const auto made = makeRollout();
    if (!made)
        return Error{Code::Corrupt, made.error().detail};
    beginChange();
    change_.step.input = InputKind::Command;
    change_.step.source = c.key;
    change_.step.facts.push_back({0, frame_.now(), IntakeSet{open, names_.intern<NameKind::Actor>(c.actor)}});
    keepRollout(**made);
    return {};
}

void Engine::keepRollout(Slot<flow::Rollout>& slot)
{
    const Seq before = slot.entity.head;
    flow::applyRollout(slot.entity, change_.step, frame_.nextSeq(), names_);
    rollout_ = &slot.entity;
    intakeOpen_ = slot.entity.intakeOpen;
    rolloutDue_ = flow::nextLook(slot.entity, frame_.now());
    keep(slot, before);
}

// What it moves is looked at in the same turn: a NO-GO that a seat has just said stops growth now.
Result<> Engine::actOnRollout(const CommandInput& c)
{
    const flow::RolloutCommand command{c.what,     c.actor,  c.role, c.reason,
                                       c.argument, c.number, c.text, c.seen};
    const flow::RolloutWorld world = rolloutWorld();
    const flow::GateReadings readings = gateReadings();
    StepBody step;
    // One that is refused makes no rollout.
    if (auto done = flow::rolloutCommand(rollout_ ? *rollout_ : flow::Rollout(), command,
                                         {world, readings, names_, frame_.now(), acted_}, step);
        !done) {
        if (done.error().code == Code::Forbidden)
            whoCan_ = whoMay(c.what);
        return done;
    }
    if (step.facts.empty())
        return {};
    const auto made = makeRollout();
    if (!made)
        return Error{Code::Corrupt, made.error().detail};
    beginChange();
    change_.step.input = InputKind::Command;
    change_.step.source = c.key;
    change_.step.type = names_.intern<NameKind::Code>(c.what);
    change_.step.facts = std::move(step.facts);
    keepRollout(**made);
    if (auto looked = lookAtRollout(true); !looked)
        return Error{Code::Corrupt, looked.error().detail};
    return {};
}

Result<> Engine::lookAtRollout(bool isDue)
{
    if (!isDue || rollout_ == nullptr)
        return {};
    const auto found = theRollout();
    if (!found)
        return found.error();
    const flow::RolloutWorld world = rolloutWorld();
    const flow::GateReadings readings = gateReadings();
    StepBody step;
    rolloutDue_ = flow::nextLook(*rollout_, frame_.now());
    if (!flow::rolloutMinute(*rollout_, rolloutWatch_, {world, readings, names_, frame_.now(), acted_}, step))
        return {};
    beginChange();
    change_.step.input = InputKind::Due;
    change_.step.facts = std::move(step.facts);
    keepRollout(**found);
    return {};
}

std::optional<Milliseconds> Engine::longestOpenBreaker()
{
    std::optional<Milliseconds> longest;
    for (const VendorProfile& vendor : policy_.vendors) {
        if (vendor.name == policy_.legacy)
            continue;
        if (!gateway_.breakerOpen(vendor.name)) {
            breakersOpen_.erase(vendor.name);
            continue;
        }
        const Instant since = breakersOpen_.try_emplace(vendor.name, frame_.now()).first->second;
        longest = std::max(longest.value_or(Milliseconds{0}), frame_.now() - since);
    }
    return longest;
}

flow::RolloutWorld Engine::rolloutWorld()
{
    flow::RolloutWorld world;
    world.rules = std::to_string(policy_.version);
    world.journalIntact = !halted_;
    world.lacks = shadow_.lacks();
    world.breakerOpen = longestOpenBreaker();
    if (!policy_.legacy.isNone())
        world.legacyHealthy = !gateway_.breakerOpen(policy_.legacy);
    for (flow::GateSource* source : gateSources_)
        source->tell(world, frame_.now());
    return world;
}

// What the shadow of today says; without one pair compared it says nothing.
void Engine::tellShadow()
{
    if (shadow_.days().empty())
        return;
    const Instant now = frame_.now();
    const shadow::DailyReport today = shadow_.report(shadow_.days().rbegin()->first, now);
    meter_.tellPoint("parity", today.adjustedMatch, now);
    meter_.tellViolations("leak", today.leaks, now);
}

flow::GateReadings Engine::gateReadings()
{
    flow::GateReadings all;
    if (rollout_ == nullptr || rollout_->stepServed() == nullptr)
        return all;
    tellShadow();
    for (flow::GateSource* source : gateSources_)
        add(all, source->gates(*rollout_, frame_.now()));
    return all;
}

}  // namespace holdpoint::engine
