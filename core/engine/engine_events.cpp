// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/engine/whole_entity.h"
#include "core/model/fact_codec.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

constexpr std::string_view NodeSpace = "node";  // nodes are known by their code, whoever speaks of them

class FactsOf final : public StepSink {
public:
    explicit FactsOf(Seq seq) : seq_(seq) {}
    void step(const Step& step) override
    {
        if (step.seq != seq_)
            return;
        if (auto body = decodeStep(step.body))
            facts = std::move(body->facts);
    }
    std::vector<Fact> facts;

private:
    Seq seq_;
};

}  // namespace

EntityId Engine::newId(std::string_view rootKey, EntityKind kind)
{
    return {++serial_, slotOf(rootKey), kind};
}

Result<EntityId> Engine::lookUp(ProducerName space, std::string_view text)
{
    if (const EntityId known = keys_.find(space, text); !known.isNone())
        return known;
    const KeyRow wanted[] = {{space, text, {}}};
    EntityId found[1];
    if (auto resolved = world_.store.resolve(lease_, wanted, found); !resolved)
        return resolved.error();
    if (!found[0].isNone() && !frame_.isPurged(found[0]))  // or memory would outlive the key
        keys_.add(space, text, found[0]);
    return found[0];
}

void Engine::newKey(ProducerName space, std::string_view text, EntityId id)
{
    frame_.key(space, text, id);
    keys_.add(space, text, id);
}

// Parses all events of the turn and looks their subjects up in one go.
Result<> Engine::routeEvents(std::span<Input> inputs)
{
    taken_.clear();
    taken_.resize(inputs.size());
    wanted_.clear();
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto* bytes = std::get_if<EventBytes>(&inputs[i].body);
        if (bytes == nullptr)
            continue;
        taken_[i] = intake_.parse(bytes->bytes);
        if (auto* event = std::get_if<Event>(&taken_[i])) {
            if (event->target == EntityKind::Node)
                event->subject.space = names_.intern<NameKind::Producer>(NodeSpace);
            if (keys_.find(event->subject.space, event->subject.text).isNone())
                wanted_.push_back({event->subject.space, event->subject.text, {}});
        }
    }
    return resolveWanted();
}

Result<> Engine::resolveWanted()
{
    found_.assign(wanted_.size(), {});
    if (auto resolved = world_.store.resolve(lease_, wanted_, found_); !resolved)
        return resolved;
    for (std::size_t i = 0; i < wanted_.size(); ++i)
        if (!found_[i].isNone())
            keys_.add(wanted_[i].space, wanted_[i].text, found_[i]);
    return {};
}

Result<> Engine::take(Input& input, Intaken& taken)
{
    if (!input.job.isNone())
        jobPositions_[input.job] = input.position;
    if (auto* bytes = std::get_if<EventBytes>(&input.body))
        return takeEvent(input, *bytes, taken);
    if (auto* answer = std::get_if<VendorAnswer>(&input.body))
        return takeAnswer(*answer);
    if (auto* command = std::get_if<CommandInput>(&input.body))
        return takeCommand(input, *command);
    if (auto* start = std::get_if<StartJob>(&input.body))
        return takeJob(input, *start);
    if (auto* end = std::get_if<EndJob>(&input.body))
        return endJob(input, *end);
    if (auto* row = std::get_if<RowRefusal>(&input.body)) {
        takeRefusal(input, {names_.intern<NameKind::Code>(row->rule),
                            row->producer,
                            {},
                            row->where,
                            row->detail,
                            row->raw,
                            {}});
        return {};
    }
    if (auto* purge = std::get_if<PurgeKeys>(&input.body))
        return purgeKeys(input, *purge);
    sweepAfter_ = EntityId{};
    sweepTag_ = input.tag;
    return {};
}

Result<> Engine::takeEvent(const Input& input, const EventBytes& bytes, Intaken& taken)
{
    if (auto* refused = std::get_if<RefusedInput>(&taken)) {
        if (refused->where.empty())
            refused->where = bytes.where;
        takeRefusal(input, *refused);
        return {};
    }
    Event event = std::move(std::get<Event>(taken));
    if (options_.sampleBodies != 0 && sampled_++ % options_.sampleBodies == 0)
        frame_.body(bytes.bytes);
    if (event.target == EntityKind::Node)
        return takeNodeEvent(input, event);
    return takeOrderEvent(input, bytes, std::move(event));
}

Result<> Engine::takeOrderEvent(const Input& input, const EventBytes& bytes, Event event)
{
    const EntityId known = keys_.find(event.subject.space, event.subject.text);
    Slot<Order>* slot = nullptr;
    if (known.isNone()) {
        const std::string root = names_.text(event.subject.space) + '/' + event.subject.text;
        const Hash hash = sha256(root);
        const EntityId id{++serial_, static_cast<int>(prefix64(hash) % EntityId::SlotCount),
                          EntityKind::Order};
        slot = &entities_.newOrder(id, frame_.now());
        std::copy_n(hash.begin() + 16, 16, slot->entity.correlation.begin());
        newKey(event.subject.space, event.subject.text, id);
    } else {
        const auto found = entities_.order(lease_, known);
        if (!found)
            return found.error();
        if (*found == nullptr)
            return Error{Code::Corrupt, "key names an order without steps: " + known.text()};
        slot = *found;
    }
    Order& order = slot->entity;
    const bool isNew = order.version == 0;
    const Seq before = order.head;
    std::vector<SeenEvent> parked;
    std::copy_if(order.seen.begin(), order.seen.end(), std::back_inserter(parked),
                 [](const SeenEvent& seen) { return seen.parked; });
    EventInput arrival{std::move(event), bytes.lane, bytes.batch};
    beginChange();
    const Seq seq = frame_.nextSeq();
    flow::orderEvent(order, arrival, orderTurn(), change_);
    if (change_.step.has(Mark::OtherContent))
        if (auto named = nameDifference(order, arrival.event); !named)
            return named;
    countEvent(arrival.event.producer, change_.step, parked);
    note(input, order.id, change_.step, seq);
    if (change_.step.disposition != EventDisposition::Duplicate)
        findable(arrival.event, order, isNew);
    if (change_.step.disposition == EventDisposition::Refused)
        frame_.body(bytes.bytes);
    keep(*slot, before);
    return {};
}

Result<> Engine::takeNodeEvent(const Input& input, const Event& event)
{
    const EntityId known = keys_.find(event.subject.space, event.subject.text);
    const NodeName name = names_.intern<NameKind::Node>(event.subject.text);
    Slot<Node>* slot = nullptr;
    if (known.isNone()) {
        const EntityId id = newId(std::string(NodeSpace) + '/' + event.subject.text, EntityKind::Node);
        slot = &entities_.newNode(id, name, frame_.now());
        newKey(event.subject.space, event.subject.text, id);
    } else {
        const auto found = entities_.node(lease_, known);
        if (!found)
            return found.error();
        if (*found == nullptr)
            return Error{Code::Corrupt, "key names a node without steps: " + known.text()};
        slot = *found;
        slot->entity.name = name;
    }
    const Seq before = slot->entity.head;
    beginChange();
    const Seq seq = frame_.nextSeq();
    flow::nodeEvent(slot->entity, event, stockTurn(), change_);
    for (const Fact& fact : change_.step.facts) {
        if (const auto* counted = std::get_if<Counted>(&fact.body))
            entities_.touchStock(name, counted->sku);
        if (const auto* adjusted = std::get_if<Adjusted>(&fact.body))
            entities_.touchStock(name, adjusted->sku);
    }
    countEvent(event.producer, change_.step, {});
    note(input, slot->entity.id, change_.step, seq);
    keep(*slot, before);
    return {};
}

// The same event id with other content: says which field differs, so that its sender can be asked.
Result<> Engine::nameDifference(const Order& order, const Event& event)
{
    FactsOf first(change_.duplicateOf);
    const EntityId ids[] = {order.id};
    if (auto loaded = world_.store.load(lease_, ids, first); !loaded)
        return loaded;
    std::string field = first.facts.size() == event.facts.size() ? "type" : "data";
    for (std::size_t i = 0; i < std::min(first.facts.size(), event.facts.size()); ++i)
        if (const std::string differs = firstDifference(first.facts[i], event.facts[i]); !differs.empty()) {
            field = differs;
            break;
        }
    change_.step.refersTo = change_.duplicateOf;
    change_.step.reasons.push_back({names_.intern<NameKind::Code>("differs_in_" + field), 0});
    return {};
}

void Engine::countEvent(ProducerName producer, const StepBody& step,
                        const std::vector<SeenEvent>& parkedBefore)
{
    const Instant now = frame_.now();
    frame_.count(Metric::Received, producer, now);
    switch (step.disposition) {
    case EventDisposition::Accepted: frame_.count(Metric::Accepted, producer, now); break;
    case EventDisposition::Duplicate: frame_.count(Metric::Duplicate, producer, now); break;
    case EventDisposition::Parked: frame_.count(Metric::Parked, producer, now); break;
    case EventDisposition::Refused: frame_.count(Metric::Refused, producer, now); break;
    }
    if (step.has(Mark::Late))
        frame_.count(Metric::Late, producer, now);
    if (step.has(Mark::WouldRegress))
        frame_.count(Metric::WouldRegress, producer, now);
    if (!step.has(Mark::Unparked))
        return;
    // What waited is accepted now, in the minute in which it was received.
    for (const SeenEvent& seen : parkedBefore) {
        frame_.count(Metric::Parked, seen.producer, seen.received, -1);
        frame_.count(Metric::Accepted, seen.producer, seen.received);
    }
}

void Engine::note(const Input& input, EntityId entity, const StepBody& step, Seq seq)
{
    Outcome& outcome = pending_.outcomes.emplace_back();
    outcome.tag = input.tag;
    outcome.disposition = step.disposition;
    outcome.entity = entity;
    outcome.seq = seq;
    outcome.refersTo = step.refersTo;
    if (step.disposition == EventDisposition::Refused && !step.reasons.empty()) {
        outcome.rule = names_.text(step.reasons.front().code);
        outcome.detail = names_.text(step.reasons.back().code);
    }
}

// What people paste into the search field: event ids, the trace id, tracking numbers.
void Engine::findable(const Event& event, const Order& order, bool isNew)
{
    frame_.find(event.id, order.id);
    if (isNew)
        frame_.find(toHex(order.correlation), order.id);
    else if (event.hasCorrelation && event.correlation != order.correlation)
        frame_.find(toHex(event.correlation), order.id);
    for (const Fact& fact : event.facts)
        std::visit(
            [&](const auto& body) {
                if constexpr (requires { body.tracking; })
                    frame_.find(body.tracking, order.id);
            },
            fact.body);
}

template <typename T>
bool Engine::keep(Slot<T>& slot, Seq before)
{
    for (Dispatch& again : change_.again)
        pending_.again.push_back(std::move(again));
    if (!change_.keep)
        return false;
    if constexpr (std::is_same_v<T, Order>)
        stopLeaks(slot.entity);
    if constexpr (std::is_same_v<T, flow::Rollout>)
        followRollout(slot.entity);
    frame_.step(slot.entity.id, before, change_.step);
    entities_.touch(slot, frame_.number());
    if constexpr (std::is_same_v<T, Order>)
        countArms(slot.entity);
    for (EffectRequest& request : change_.planned) {
        frame_.planned(request);
        pending_.planned.push_back(std::move(request));
    }
    for (const OutboxId outbox : change_.answered) {
        frame_.answered(outbox);
        pending_.answered.push_back(outbox);
    }
    for (Message& message : change_.messages)
        messages_.push_back(std::move(message));
    return true;
}

template bool Engine::keep(Slot<Order>&, Seq);
template bool Engine::keep(Slot<Reservation>&, Seq);
template bool Engine::keep(Slot<Node>&, Seq);
template bool Engine::keep(Slot<ExceptionItem>&, Seq);
template bool Engine::keep(Slot<Job>&, Seq);
template bool Engine::keep(Slot<flow::Rollout>&, Seq);
template bool Engine::keep(Slot<flow::Difference>&, Seq);
template bool Engine::keep(Slot<flow::ShadowRules>&, Seq);

void Engine::takeRefusal(const Input& input, const RefusedInput& refused)
{
    const EntityId id = newId(refused.producer + '/' + refused.event, EntityKind::Refusal);
    const ProducerName producer = names_.intern<NameKind::Producer>(refused.producer);
    StepBody step;
    step.input = InputKind::Event;
    step.disposition = EventDisposition::Refused;
    step.at = frame_.now();
    step.producer = producer;
    step.source = refused.event;
    if (!refused.type.empty())
        step.type = names_.intern<NameKind::Code>(refused.type);
    step.facts.push_back(
        {0, frame_.now(), Refused{producer, refused.event, refused.rule, refused.where, refused.detail}});
    const Seq seq = writeWhole(frame_, id, step);
    frame_.find(refused.event, id);
    if (!refused.bytes.empty())
        frame_.body(refused.bytes);
    countEvent(producer, step, {});
    Outcome& outcome = pending_.outcomes.emplace_back();
    outcome.tag = input.tag;
    outcome.disposition = EventDisposition::Refused;
    outcome.entity = id;
    outcome.seq = seq;
    outcome.rule = names_.text(refused.rule);
    outcome.where = refused.where;
    outcome.detail = refused.detail;
}

}  // namespace holdpoint::engine
