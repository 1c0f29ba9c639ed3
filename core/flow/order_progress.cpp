// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/candidates.h"
#include "core/decisions/choose.h"
#include "core/flow/in_flight.h"
#include "core/flow/order_work.h"
#include "core/flow/shadow.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

bool actsHere(const Order& order)
{
    return order.taken && order.owner == OrderOwner::Holdpoint && order.lane == Lane::Live;
}

bool hasLegToShip(const Order& order)
{
    return std::any_of(order.legs.begin(), order.legs.end(),
                       [](const Leg& leg) { return orders::isActive(leg); });
}

/// By the answer to the call, or by event after it had agreed.
bool hasRefused(const Order& order, NodeName node)
{
    return std::find(order.excluded.begin(), order.excluded.end(), node) != order.excluded.end() ||
           std::any_of(order.legs.begin(), order.legs.end(), [&](const Leg& leg) {
               return leg.node == node && leg.dropped && orders::has(order, NodeRefused::kind, leg.part);
           });
}

DecisionRecord recordOf(const Work& w, std::vector<LineUnits> lines)
{
    const Surroundings& around = w.turn.around;
    DecisionRecord record;
    record.rules = around.policy.version;
    record.round = static_cast<std::uint16_t>(w.order.rounds + 1);
    record.splitAllowed = around.policy.splitAllowed;
    record.lines = std::move(lines);
    record.candidates.reserve(around.policy.nodes.size());
    for (const NodeProfile& node : around.policy.nodes) {
        const bool refused = hasRefused(w.order, node.name);
        decisions::addCandidate(record, node, around.stock, w.order.region(), around.policy, refused,
                                around.gateway.breakerOpen(node.vendor), w.turn.now);
    }
    if (w.order.opaqueParcel)  // takes no stock: any node that serves the region can send it
        for (Candidate& candidate : record.candidates)
            for (LineOffer& offer : candidate.offers)
                offer = {1, 0, 0};
    return record;
}

Milliseconds holdFor(const Policy& policy, const std::vector<LineUnits>& lines)
{
    Milliseconds shortest = Milliseconds::max();
    for (const LineUnits& line : lines)
        shortest = std::min(shortest, policy.rule(line.sku).hold);
    return shortest;
}

void openLeg(Work& w, const RoutedLeg& routed, std::uint16_t round)
{
    const auto part = static_cast<Part>(w.order.legs.size() + 1);
    w.add(ShipPlanned{routed.node, routed.vendor, round, routed.lines}, part);
    if (w.order.lane != Lane::Live) {
        planEffect(w, Operation::Ship, part, routed.vendor);  // suppressed: counted, never sent
        return;
    }
    if (w.order.opaqueParcel)
        w.add(LegStock{LegStockState::Granted, {}, Never, {}}, part);
    else
        w.send(ReserveStock{w.order.id, part, routed.node, holdFor(w.policy(), routed.lines), routed.lines});
}

void route(Work& w, std::vector<LineUnits> lines)
{
    if (w.order.rounds >= w.policy().maxRounds) {
        // News is a leg that was lost just now.
        tell(w, statedNow(w, LegStock::kind),
             {ExceptionKind::FailedOrder,
              "no_node_after_rounds",
              FailureClass::SoftBusiness,
              true,
              {},
              {},
              {},
              {},
              {},
              {}});
        return;
    }
    DecisionRecord record = recordOf(w, std::move(lines));
    decisions::choose(record);
    w.add(RoutingDecided{record.round, static_cast<std::uint16_t>(record.legs.size()),
                         decisions::inputsFingerprint(record)});
    for (const RoutedLeg& leg : record.legs)
        openLeg(w, leg, record.round);
    if (record.legs.empty())
        raise(w, {ExceptionKind::FailedOrder,
                  "out_of_stock",
                  FailureClass::SoftBusiness,
                  true,
                  {},
                  {},
                  {},
                  {},
                  {},
                  {}});
    w.out.step.record = std::move(record);
}

void routeWhatIsOpen(Work& w)
{
    if (w.order.opaqueParcel) {
        if (!hasLegToShip(w.order))
            route(w, {{1, {}, 1}});
        return;
    }
    if (std::vector<LineUnits> open = linesToRoute(w.order); !open.empty())
        route(w, std::move(open));
}

void handOff(Work& w)
{
    for (Leg& leg : w.order.legs)
        if (orders::isActive(leg) && leg.stock == LegStockState::Granted &&
            leg.request == ShipmentRequest::None && orders::shippedOf(w.order, leg.part) == 0)
            planEffect(w, Operation::Ship, leg.part, leg.vendor);
}

/// A parcel is booked when its node has agreed to pack it.
void bookParcels(Work& w)
{
    if (w.policy().carrier.isNone())
        return;
    for (const Leg& leg : w.order.legs)
        if (const Effect* ship = w.order.latest(Operation::Ship, leg.part);
            ship && ship->state == EffectState::Done && orders::isActive(leg))
            planEffect(w, Operation::Book, leg.part, w.policy().carrier, 0, std::string(ship->reference));
}

/// When the node says the leg left; engine time if it does not say, or says the future.
Instant shippedAt(const Work& w, Part part)
{
    Instant at{};
    for (const Observed& o : w.order.observed)
        if ((o.kind == ShippedFact::kind || o.kind == DeliveredFact::kind) && o.part == part)
            at = at == Instant{} ? o.at : std::min(at, o.at);
    return at == Instant{} ? w.turn.now : std::min(at, w.turn.now);
}

/// What left is gone, whether we still held it for the leg, had released it or could not hold it again.
void consumeShipped(Work& w)
{
    for (Leg& leg : w.order.legs) {
        if (orders::shippedOf(w.order, leg.part) < orders::unitsOf(leg))
            continue;
        if (leg.stock != LegStockState::Consumed && leg.stock != LegStockState::Asked) {
            if (!leg.reservation.isNone())
                w.send(ConsumeStock{w.order.id, leg.part, leg.reservation, shippedAt(w, leg.part)});
            w.add(LegStock{LegStockState::Consumed, leg.reservation, Never, {}}, leg.part);
        }
    }
}

void reportShipped(Work& w)
{
    if (w.policy().shop.isNone())
        return;
    for (const Leg& leg : w.order.legs)
        if (leg.stock == LegStockState::Consumed &&
            orders::shippedOf(w.order, leg.part) >= orders::unitsOf(leg))
            planEffect(w, Operation::Confirm, leg.part, w.policy().shop);
}

/// A problem raised because a stage took too long ends when the stage is left.
void endStaleProblems(Work& w)
{
    const Stage stage = orders::derive(w.order).stage;
    for (const Problem& problem : std::vector<Problem>(w.order.problems)) {
        const std::string& code = w.turn.around.names.text(problem.code);
        if (problem.stage != stage && code.starts_with("stuck_in_"))
            endProblem(w, code, Resolution::Auto);
    }
}

Trouble contradiction(ExceptionKind category, std::string_view code, FailureClass cls, bool blocking,
                      Priority priority)
{
    return {category, code, cls, blocking, priority, {}, {}, {}, {}, {}};
}

void observeContradictions(Work& w)
{
    const orders::Quantities q = orders::quantities(w.order);
    const bool shipped = q.shipped > 0 || q.delivered > 0;
    const bool recorded = w.order.lane == Lane::Observe;
    tellWhile(w, shipped && recorded && orders::has(w.order, CancelWished::kind, 0),
              contradiction(ExceptionKind::IncompleteCancellation, "cancelled_after_shipping",
                            FailureClass::HardBusiness, true, Priority::P2));
    tellWhile(w, shipped && orders::payments(w.order).failed,
              contradiction(ExceptionKind::FailedOrder, "unpaid_after_shipping", FailureClass::HardBusiness,
                            true, Priority::P1));
    tellWhile(w, q.broken,
              contradiction(ExceptionKind::FailedOrder, "quantities_contradict", FailureClass::Validation,
                            false, Priority::P2));
    tellWhile(w, w.order.contradicted,
              contradiction(ExceptionKind::FailedOrder, "sources_contradict", FailureClass::Validation, false,
                            Priority::P3));
    if (recorded && orders::payments(w.order).any)
        endProblem(w, "shipped_unpaid", Resolution::Auto);
    if (recorded && q.shipped > 0)
        endProblem(w, "delivered_without_shipment", Resolution::Auto);
}

/// What the node did against what it had agreed to, or without being asked.
void liveContradictions(Work& w)
{
    for (const Leg& leg : w.order.legs) {
        if (orders::shippedOf(w.order, leg.part) > 0 && leg.request == ShipmentRequest::CancelAccepted)
            tellWhile(w, true,
                      {ExceptionKind::IncompleteCancellation,
                       "shipped_after_cancel",
                       FailureClass::HardBusiness,
                       true,
                       Priority::P1,
                       leg.vendor,
                       leg.node,
                       {},
                       {},
                       {}});
    }
    const bool unasked =
        std::any_of(w.order.observed.begin(), w.order.observed.end(), [&](const Observed& o) {
            return (o.kind == ShippedFact::kind || o.kind == DeliveredFact::kind) && !wasAsked(w, o.part);
        });
    const bool unaskedWord =
        std::any_of(w.order.observed.begin(), w.order.observed.end(), [&](const Observed& o) {
            return (o.kind == NodeAccepted::kind || o.kind == NodeRefused::kind) && !wasAsked(w, o.part);
        });
    tellWhile(w, unaskedWord,
              contradiction(ExceptionKind::FailedOrder, "answered_before_asked", FailureClass::Validation,
                            false, Priority::P3));
    if (unasked)
        tellWhile(w, true,
                  {ExceptionKind::FailedOrder,
                   "shipped_before_asked",
                   FailureClass::HardBusiness,
                   true,
                   Priority::P1,
                   {},
                   {},
                   {},
                   {},
                   {}});
}

/// A parcel on its way answers the question whether the node has the request, and one that was never sent must not follow.
void believeShipped(Work& w)
{
    for (const Leg& leg : w.order.legs) {
        const Effect* ship = w.order.latest(Operation::Ship, leg.part);
        if (ship && ship->isOpen() && orders::shippedOf(w.order, leg.part) > 0)
            w.turn.around.gateway.isWaiting(ship->outbox) ? dropEffect(w, *ship, "shipped_already")
                                                          : showDone(w, *ship, "shown_by_shipment");
    }
}

bool isShadow(const Order& order) { return order.lane == Lane::Shadow || order.lane == Lane::Parallel; }

/// Never ours, and nobody wants it cancelled.
bool staysWithLegacy(const Order& order)
{
    return order.taken && order.lane == Lane::Live && order.owner == OrderOwner::Legacy && order.epoch <= 1 &&
           !orders::has(order, CancelWished::kind, 0);
}

bool isSampled(const Order& order) { return hash64(order.id.text()) % SelfNoiseEach == 0; }

std::uint32_t suppressedOf(const Order& order)
{
    return static_cast<std::uint32_t>(
        std::count_if(order.effects.begin(), order.effects.end(),
                      [](const Effect& e) { return e.state == EffectState::Suppressed; }));
}

void sayOurs(Work& w, std::uint32_t suppressed, bool expected)
{
    const DecisionRecord& record = *w.out.step.record;
    SideSaid side = ourSide(w.order, record, w.policy(), w.turn.around.names, w.turn.now);
    side.fingerprint = decisions::inputsFingerprint(record);
    side.suppressed = suppressed;
    side.expected = expected;
    if (isSampled(w.order)) {
        DecisionRecord again = record;
        decisions::choose(again);
        side.noisy = isNoisy(record, again);
    }
    w.send(SideDecided{w.order.id, std::move(side)});
}

/// A live order that stays with legacy: decided once, written down as a record, and nothing else.
void decideBeside(Work& w)
{
    std::vector<LineUnits> open = linesToRoute(w.order);
    if (open.empty())
        return;
    DecisionRecord record = recordOf(w, std::move(open));
    decisions::choose(record);
    const auto calls = static_cast<std::uint32_t>(record.legs.size());
    w.add(Mirrored{decisions::inputsFingerprint(record), calls});
    w.out.step.record = std::move(record);
    sayOurs(w, calls, true);
}

void sayTheirs(Work& w)
{
    const bool news = statedNow(w, LegacyDecided::kind) || statedNow(w, Taken::kind);
    if (!news || w.order.legacyRoutes.empty())
        return;
    if (isShadow(w.order) || w.order.mirrored)
        w.send(SideDecided{w.order.id, legacySide(w.order, w.turn.around.names)});
}

/// What we decided and what legacy did, told to the comparison as either is known.
void compareWithLegacy(Work& w)
{
    const Surroundings& around = w.turn.around;
    const bool ours = w.order.taken && w.order.lane == Lane::Live && w.order.owner == OrderOwner::Holdpoint;
    if (isShadow(w.order) && w.out.step.record) {
        sayOurs(w, suppressedOf(w.order), true);
    } else if (around.mirroring && !w.order.mirrored && staysWithLegacy(w.order)) {
        decideBeside(w);
    } else if (around.pairing && ours && !w.order.mirrored && w.out.step.record) {
        w.add(Mirrored{w.order.decisionInputs, 0});
        sayOurs(w, 0, false);
    }
    sayTheirs(w);
}

/// Decides as if the order were ours. What it plans is suppressed, what it reads of stock is left there.
void decideInShadow(Work& w)
{
    if (!w.order.blocked() && !orders::has(w.order, CancelWished::kind, 0))
        routeWhatIsOpen(w);
}

}  // namespace

std::vector<LineUnits> linesToRoute(const Order& order)
{
    std::vector<LineUnits> open;
    open.reserve(order.lines.size());
    for (const OrderLine& line : order.lines)
        if (line.units > line.cancelled)
            open.push_back({line.line, line.sku, line.units - line.cancelled});
    for (const Leg& leg : order.legs) {
        if (!orders::isActive(leg) && orders::shippedOf(order, leg.part) == 0)
            continue;
        for (const LineUnits& taken : leg.lines)
            for (LineUnits& line : open)
                if (line.line == taken.line)
                    line.units -= taken.units;
    }
    std::erase_if(open, [](const LineUnits& line) { return line.units <= 0; });
    return open;
}

void askStockAgain(Work& w)
{
    routeWhatIsOpen(w);
    if (!w.order.backordered)
        endProblem(w, "out_of_stock", Resolution::Auto);
}

namespace {

void advanceOrder(Work& w)
{
    Order& order = w.order;
    if (!order.taken || order.owner == OrderOwner::Legacy) {
        if (isShadow(order) && order.taken)
            decideInShadow(w);
        return;
    }
    observeContradictions(w);
    if (!actsHere(order))
        return;
    liveContradictions(w);
    believeShipped(w);
    if (orders::isSheltered(order) || isFrozen(order, w.turn.around.names))
        return;
    holdForPayment(w);
    holdAsAsked(w);
    followAddress(w);
    cancelWhatCan(w);
    cancelBookings(w);
    consumeShipped(w);
    if (!order.held())
        reportShipped(w);
    if (!order.problems.empty())
        endStaleProblems(w);
    const bool cancelling =
        orders::has(order, CancelWished::kind, 0) && !order.cancelRefused && !order.cancelledByUs;
    if (cancelling || order.cancelledByUs)
        return;
    if (order.held())  // nothing new goes out until it is released
        return;
    if (!order.blocked()) {
        routeWhatIsOpen(w);
        handOff(w);
    }
    bookParcels(w);
    settle(w);
}

}  // namespace

void advance(Work& w)
{
    advanceOrder(w);
    compareWithLegacy(w);
}

}  // namespace holdpoint::flow
