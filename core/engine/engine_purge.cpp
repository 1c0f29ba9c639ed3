// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/whole_entity.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

constexpr std::size_t CommandsAPage = 512;

/// What commands said, with the time at which they were received.
class Received final : public StepSink {
public:
    void step(const Step& step) override
    {
        const auto body = decodeStep(step.body);
        if (!body)
            return;
        for (const Fact& fact : body->facts)
            if (const auto* said = std::get_if<CommandReceived>(&fact.body))
                commands.push_back({step.entity, body->at, *said});
    }
    struct One {
        EntityId id;
        Instant at;
        CommandReceived said;
    };
    std::vector<One> commands;
};

}  // namespace

// A key is let go of only when its command is out of time by this very rule, so a repeat is either known or refused.
bool Engine::isInTime(const CommandInput& c) const
{
    return c.given == Instant{} || frame_.now() <= c.given + policy_.keys.kept;
}

/// When what a command was about has ended; Never: it has not.
Result<Instant> Engine::endOf(EntityId object)
{
    if (object.kind() == EntityKind::Exception) {
        const auto item = entities_.exception(lease_, object);
        if (!item)
            return item.error();
        if (*item != nullptr && (*item)->entity.state != ExceptionState::Resolved)
            return Never;
        object = object.with(EntityKind::Order);
    }
    if (object.kind() != EntityKind::Order)
        return Instant{};
    const auto order = entities_.order(lease_, object);
    if (!order)
        return order.error();
    if (*order == nullptr)
        return Instant{};
    return (*order)->entity.standing.finished ? (*order)->entity.changed : Never;
}

Result<Engine::KeyAge> Engine::ageOf(EntityId command, const CommandReceived& said, Instant at)
{
    if (frame_.isPurged(command))
        return KeyAge::Gone;
    const auto known = lookUp(names_.intern<NameKind::Producer>(CommandSpace), said.key);
    if (!known)
        return known.error();
    if (*known != command)
        return KeyAge::Gone;
    if (said.given == Instant{})  // a repeat of it could not be told from a new one
        return KeyAge::Young;
    if (frame_.now() <= std::max(at, said.given) + policy_.keys.kept)
        return KeyAge::Young;
    const auto end = endOf(said.object);
    if (!end)
        return end.error();
    if (*end == Never)
        return KeyAge::Open;
    return frame_.now() <= *end + policy_.keys.kept ? KeyAge::Young : KeyAge::Old;
}

Result<> Engine::purgeKeys(const Input& input, const PurgeKeys& purge)
{
    const auto page = world_.store.entities(lease_, EntityKind::Command, purge.after, CommandsAPage);
    if (!page)
        return page.error();
    Received received;
    if (auto loaded = world_.store.load(lease_, *page, received); !loaded)
        return loaded;
    Outcome outcome;
    outcome.tag = input.tag;
    outcome.entity = page->empty() ? purge.after : page->back();
    outcome.ended = page->size() < CommandsAPage;
    const ProducerName space = names_.intern<NameKind::Producer>(CommandSpace);
    for (const auto& [id, at, said] : received.commands) {
        const auto age = ageOf(id, said, at);
        if (!age)
            return age.error();
        outcome.young += *age == KeyAge::Young ? 1 : 0;
        outcome.open += *age == KeyAge::Open ? 1 : 0;
        outcome.position += *age == KeyAge::Old ? 1 : 0;
        if (*age != KeyAge::Old || purge.dryRun)
            continue;
        frame_.purge(space, said.key, id);
        keys_.forget(space, said.key);
    }
    if (outcome.position != 0 && !purge.dryRun) {  // what was done is told in the journal, in the same frame
        StepBody step;
        step.input = InputKind::Internal;
        step.at = frame_.now();
        const Instant before = frame_.now() - policy_.keys.kept;
        step.facts.push_back({0, frame_.now(),
                              JobFrozen{names_.intern<NameKind::Code>("purge_keys"),
                                        "commands that ended before " + toText(before), page->size()}});
        step.facts.push_back({0, frame_.now(), JobProgress{outcome.position, 0}});
        step.facts.push_back({0, frame_.now(), JobEnded{}});
        writeWhole(frame_, {++serial_, 0, EntityKind::Job}, step);
    }
    pending_.outcomes.push_back(outcome);
    return {};
}

}  // namespace holdpoint::engine
