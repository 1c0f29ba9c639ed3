// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {

namespace {

const SeenEvent* seenBefore(const Order& order, const Event& event)
{
    const std::uint64_t key = orders::eventKey(event.producer, event.id);
    for (const SeenEvent& seen : order.seen)
        if (seen.id == key)
            return &seen;
    return nullptr;
}

void describeStep(const Event& event, std::uint32_t batch, Work& w)
{
    StepBody& step = w.out.step;
    step.input = InputKind::Event;
    step.producer = event.producer;
    step.source = event.id;
    step.type = w.code(event.type);
    step.sourceTime = event.hasSourceTime ? event.sourceTime : Never;
    step.content = event.content;
    step.batch = batch;
    if (w.order.version == 0 && event.hasCorrelation)
        w.order.correlation = event.correlation;
    // The first step carries the order's own; a later one only if it brings another.
    if (w.order.version == 0)
        step.correlation = w.order.correlation;
    else if (event.hasCorrelation && event.correlation != w.order.correlation)
        step.correlation = event.correlation;
}

void finishDuplicate(Work& w, Seq first)
{
    w.out.step.disposition = EventDisposition::Duplicate;
    w.out.step.refersTo = first;
    w.out.duplicateOf = first;
    orders::closeStep(w.order, w.out.step, w.turn.seq);
}

void finishRefused(Work& w, std::string_view why)
{
    w.out.step.disposition = EventDisposition::Refused;
    w.reason(why);
    orders::closeStep(w.order, w.out.step, w.turn.seq);
}

/// The furthest an event of this kind can bring an order.
OrderStatus impliedStatus(std::uint8_t kind)
{
    switch (kind) {
    case Picked::kind: return OrderStatus::WithNode;
    case NodeAccepted::kind: return OrderStatus::WithNode;
    case ShippedFact::kind: return OrderStatus::Shipped;
    case DeliveredFact::kind: return OrderStatus::Delivered;
    default: return OrderStatus::Awaited;
    }
}

void markArrival(Work& w, const Event& event, OrderStatus before)
{
    Instant newest{INT64_MIN};
    for (const Observed& o : w.order.observed)
        newest = std::max(newest, o.at);
    if (event.hasSourceTime && event.sourceTime < newest)
        w.out.step.mark(Mark::Late);
    for (const Fact& fact : event.facts) {
        const OrderStatus implied = impliedStatus(kindOf(fact));
        if (implied == OrderStatus::Awaited || implied >= before)
            continue;
        w.out.step.mark(Mark::WouldRegress);
        w.reason("would_be_" + std::string(name(implied)));
        w.reason("is_" + std::string(name(before)));
    }
}

/// Adds the event's facts to the set; false if it said nothing new.
bool addFacts(Work& w, const Event& event, std::uint32_t batch)
{
    const std::uint64_t source = hash64(event.id);
    for (const Fact& fact : event.facts) {
        const orders::Addition added = orders::observe(w.order, fact, source, batch);
        if (added == orders::Addition::Same)
            continue;
        if (added == orders::Addition::Contradiction)
            w.out.step.mark(Mark::Contradicts);
        w.out.step.facts.push_back(fact);
    }
    return !w.out.step.facts.empty();
}

/// A live order goes by the rollout, if one decides, else by the plain switch.
IntakeDestination destinationOf(Work& w)
{
    const Surroundings& around = w.turn.around;
    if (around.rollout == nullptr)
        return around.intakeOpen ? IntakeDestination::NewPath : IntakeDestination::Legacy;
    w.add(around.rollout->assign(w.order, w.turn.now));
    return w.order.assigned.destination;
}

OrderOwner firstOwner(Work& w, Lane lane)
{
    if (lane == Lane::Live)
        return destinationOf(w) == IntakeDestination::Legacy ? OrderOwner::Legacy : OrderOwner::Holdpoint;
    return lane == Lane::Observe ? OrderOwner::Holdpoint : OrderOwner::Legacy;
}

void take(Work& w, Lane lane, std::uint32_t batch)
{
    const bool waited = !w.order.seen.empty();
    w.add(Taken{lane, batch});
    w.add(OwnerSet{1, firstOwner(w, lane)});
    if (w.order.assigned.destination == IntakeDestination::Park)
        w.add(Held{HoldReason::Other, w.code("sheltered")}, orders::ShelterHold);
    if (waited)
        w.out.step.mark(Mark::Unparked);
    if (w.order.parkExpired)
        endProblem(w, "event_without_order", Resolution::Auto);
    if (lane == Lane::Live && w.order.owner == OrderOwner::Holdpoint)
        holdAtIntake(w);
}

bool states(const Event& event, std::uint8_t kind)
{
    return std::any_of(event.facts.begin(), event.facts.end(),
                       [kind](const Fact& fact) { return kindOf(fact) == kind; });
}

/// Recorded events only: a delivery waits for the shipment that it must have had.
bool waitsForShipment(const Order& order, const Event& event)
{
    return order.lane == Lane::Observe && states(event, DeliveredFact::kind) &&
           !orders::has(order, ShippedFact::kind);
}

/// History never overwrites what the live feed has told, be it only that the order will come.
bool isNewerThanHistory(const Order& order)
{
    return order.version != 0 && (order.taken ? order.batch == 0 : order.lane != Lane::Backfill);
}

const LineUnits* skuOf(const Leg& leg, std::uint16_t line)
{
    const auto found = std::find_if(leg.lines.begin(), leg.lines.end(),
                                    [line](const LineUnits& l) { return l.line == line; });
    return found == leg.lines.end() ? nullptr : &*found;
}

/// Units that came back whole go back to the stock they left from.
void restock(Work& w, const Event& event)
{
    for (const Fact& fact : event.facts) {
        const auto* received = std::get_if<ReturnReceived>(&fact.body);
        if (received == nullptr || w.turn.around.names.text(received->condition) == "damaged")
            continue;
        const auto from = std::find_if(w.order.legs.begin(), w.order.legs.end(), [&](const Leg& leg) {
            return leg.stock == LegStockState::Consumed && skuOf(leg, received->line) != nullptr;
        });
        if (from == w.order.legs.end())
            continue;
        const Sku sku = skuOf(*from, received->line)->sku;
        w.add(Restocked{from->node, received->line, received->units}, fact.part);
        w.send(RestockUnits{from->node, sku, received->units,
                            w.order.id.text() + ":r" + std::to_string(fact.part)});
    }
}

}  // namespace

void orderEvent(Order& order, const EventInput& input, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    const Event& event = input.event;
    describeStep(event, input.batch, w);
    if (const SeenEvent* seen = seenBefore(order, event)) {
        if (seen->content == event.content)
            return finishDuplicate(w, seen->seq);
        out.step.mark(Mark::OtherContent);
        out.duplicateOf = seen->seq;
        return finishRefused(w, "same_id_other_content");
    }
    if (input.batch != 0 && isNewerThanHistory(order))
        return finishRefused(w, "newer_exists");
    const OrderStatus before = order.standing.status;
    const bool wasEmpty = order.version == 0;
    if (!addFacts(w, event, input.batch))
        return finishDuplicate(w, order.head);
    if (order.placed && !order.taken)
        take(w, wasEmpty ? input.lane : order.lane, input.batch);
    else if (order.taken)
        markArrival(w, event, before);
    if (!order.taken) {
        if (wasEmpty)
            w.add(Parked{input.lane});
        out.step.disposition = EventDisposition::Parked;
        w.reason("waits_for_placed");
    } else if (waitsForShipment(order, event)) {
        out.step.disposition = EventDisposition::Parked;
        w.reason("waits_for_shipped");
    } else if (orders::has(order, ShippedFact::kind)) {
        if (std::any_of(order.seen.begin(), order.seen.end(), [](const SeenEvent& s) { return s.parked; }))
            out.step.mark(Mark::Unparked);
    }
    if (order.lane == Lane::Live) {
        restock(w, event);
        nodeSaid(w, event);
    }
    advance(w);
    closeOrder(w);
}

}  // namespace holdpoint::flow
