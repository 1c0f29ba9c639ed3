// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/derive.h"

#include "core/base/hash.h"

#include <algorithm>

namespace holdpoint::orders {
namespace {

/// Facts brought by a batch that was taken back do not count.
bool counts(const Order& order, const Observed& o) { return o.batch == 0 || o.batch != order.withdrawnBatch; }

std::int64_t wholeOrder(const Order& order)
{
    std::int64_t units = 0;
    for (const OrderLine& line : order.lines)
        units += line.units - line.cancelled;
    return !order.lines.empty() ? units : 1;
}

/// Sum over a kind; a report without units stands for everything of its leg.
std::int64_t parcelUnits(const Order& order, std::uint8_t kind, std::int64_t whole)
{
    std::int64_t sum = 0;
    for (const Observed& o : order.observed) {
        if (o.kind != kind || !counts(order, o))
            continue;
        const Leg* leg = order.leg(o.part);
        sum += o.value > 0 ? o.value : (leg ? unitsOf(*leg) : whole);
    }
    return sum;
}

bool isMoney(std::uint8_t kind)
{
    return kind == Authorised::kind || kind == Captured::kind || kind == PaymentFailed::kind ||
           kind == ChargedBack::kind;
}

/// Is the newest word on this payment bad? Ties go to the failure: caution.
bool paymentFailed(const Order& order, Part part)
{
    Instant newest{INT64_MIN};
    bool failed = false;
    for (const Observed& o : order.observed) {
        if (o.part != part || !isMoney(o.kind) || !counts(order, o))
            continue;
        const bool bad = o.kind == PaymentFailed::kind || o.kind == ChargedBack::kind;
        if (o.at > newest || (o.at == newest && bad)) {
            newest = o.at;
            failed = bad;
        }
    }
    return failed;
}

OrderStatus decidedStatus(const Order& order)
{
    bool accepted = false;
    bool requested = false;
    bool reserved = false;
    bool planned = false;
    for (const Leg& leg : order.legs) {
        if (!isActive(leg))
            continue;
        planned = true;
        accepted = accepted || leg.request == ShipmentRequest::Accepted;
        requested = requested || leg.request != ShipmentRequest::None;
        reserved = reserved || leg.stock == LegStockState::Granted;
    }
    if (accepted)
        return OrderStatus::WithNode;
    if (requested)
        return OrderStatus::Requested;
    if (reserved)
        return OrderStatus::Reserved;
    if (planned)
        return OrderStatus::Decided;
    return order.placed ? OrderStatus::Accepted : OrderStatus::Awaited;
}

OrderStatus statusOf(const Order& order, const Quantities& q)
{
    if (order.handedBack)
        return OrderStatus::HandedBack;
    if (q.returned > 0 && q.returned >= q.shipped && q.shipped >= q.ordered)
        return OrderStatus::Returned;
    if (q.delivered > 0 && q.delivered >= q.ordered)
        return OrderStatus::Delivered;
    if (q.shipped > 0)
        return q.shipped >= q.ordered ? OrderStatus::Shipped : OrderStatus::PartlyShipped;
    if (order.cancelledByUs || (order.lane == Lane::Observe && has(order, CancelWished::kind, 0)))
        return OrderStatus::Cancelled;
    return decidedStatus(order);
}

PaymentStatus paymentStatus(const Payments& p)
{
    if (p.failed)
        return PaymentStatus::Failed;
    if (p.refunded > 0)
        return p.refunded >= p.captured ? PaymentStatus::Refunded : PaymentStatus::PartlyRefunded;
    if (p.captured > 0)
        return p.captured >= p.authorised ? PaymentStatus::Captured : PaymentStatus::PartlyCaptured;
    if (p.authorised > 0)
        return PaymentStatus::Authorised;
    return p.any ? PaymentStatus::Authorised : PaymentStatus::None;
}

Stage legStage(const Order& order)
{
    Stage earliest = Stage::Settlement;
    bool any = false;
    for (const Leg& leg : order.legs) {
        if (!isActive(leg))
            continue;
        any = true;
        Stage stage = Stage::Settlement;
        if (shippedOf(order, leg.part) < unitsOf(leg)) {
            if (leg.request == ShipmentRequest::None && leg.stock != LegStockState::Granted)
                stage = Stage::Allocation;
            else if (leg.request == ShipmentRequest::None || leg.request == ShipmentRequest::Planned ||
                     leg.request == ShipmentRequest::Asked || leg.request == ShipmentRequest::Unknown)
                stage = Stage::Handoff;
            else
                stage = Stage::Confirmation;
        }
        earliest = std::min(earliest, stage);
    }
    return any ? earliest : Stage::Allocation;
}

Stage observedStage(const Payments& money, const Quantities& q)
{
    if (q.shipped >= q.ordered || q.delivered >= q.ordered)
        return Stage::Settlement;
    return money.any && !money.failed ? Stage::Confirmation : Stage::Intake;
}

Stage stageOf(const Order& order, const Payments& money, const Quantities& q)
{
    if (order.lane == Lane::Observe || order.lane == Lane::Backfill)
        return observedStage(money, q);
    if (order.cancelledByUs)
        return Stage::Settlement;
    if (order.held())
        return Stage::Intake;
    if (order.decidedAt == Never && !order.opaqueParcel)
        return Stage::Decisioning;
    return legStage(order);
}

bool anyEffectOpen(const Order& order)
{
    return std::any_of(order.effects.begin(), order.effects.end(),
                       [](const Effect& e) { return e.isOpen(); });
}

/// Shipped or cancelled in full, and money settled.
bool isComplete(const Order& order, const Standing& standing, const Quantities& q)
{
    const bool shipped = q.ordered > 0 && (q.shipped >= q.ordered || q.delivered >= q.ordered);
    const bool done = shipped || standing.status == OrderStatus::Cancelled;
    if (!done || standing.has(Flag::Unpaid) || anyEffectOpen(order))
        return false;
    return order.cancelledByUs || standing.stage == Stage::Settlement ||
           standing.status == OrderStatus::Cancelled;
}

Place placeOf(const Order& order, const Standing& standing)
{
    if (!order.taken)
        return Place::Awaited;
    if (order.owner == OrderOwner::Legacy)
        return Place::Elsewhere;
    if (order.blocked())
        return Place::Exception;
    if (standing.finished)
        return Place::Finished;
    return static_cast<Place>(static_cast<int>(Place::Intake) + static_cast<int>(standing.stage));
}

bool isUnpaid(const Order& order, const Payments& money)
{
    if (money.failed)
        return true;
    for (const Hold& hold : order.holds)
        if (hold.open && hold.reason == HoldReason::AwaitingPayment)
            return true;
    return order.lane == Lane::Observe && !money.any && !has(order, CancelWished::kind, 0);
}

void setFlags(const Order& order, const Payments& money, Standing& standing)
{
    if (isUnpaid(order, money))
        standing.set(Flag::Unpaid);
    if (order.held())
        standing.set(Flag::OnHold);
    if (isSheltered(order))
        standing.set(Flag::Sheltered);
    if (order.backordered && !order.cancelledByUs)
        standing.set(Flag::Backordered);
    if (order.contradicted)
        standing.set(Flag::Contradicted);
    if (order.placed && order.header.lines == LinesKnown::Unknown)
        standing.set(Flag::LinesUnknown);
    if (std::any_of(order.effects.begin(), order.effects.end(),
                    [](const Effect& e) { return e.state == EffectState::Unknown; }))
        standing.set(Flag::OutcomeUnknown);
}

Milliseconds allowed(Stage stage, const Deadlines& d)
{
    switch (stage) {
    case Stage::Intake: return d.intake;
    case Stage::Decisioning: return d.decisioning;
    case Stage::Allocation: return d.allocation;
    case Stage::Handoff: return d.handoff;
    case Stage::Confirmation: return d.confirmation;
    case Stage::Settlement: return d.settlement;
    }
    return d.settlement;
}

}  // namespace

bool isSheltered(const Order& order)
{
    return std::any_of(order.holds.begin(), order.holds.end(),
                       [](const Hold& hold) { return hold.open && hold.handle == ShelterHold; });
}

bool isActive(const Leg& leg) { return !leg.dropped && leg.request != ShipmentRequest::Refused; }

std::int64_t unitsOf(const Leg& leg)
{
    std::int64_t units = 0;
    for (const LineUnits& line : leg.lines)
        units += line.units;
    return units > 0 ? units : 1;
}

bool isReported(const Order& order, std::uint8_t kind, std::string_view reference)
{
    const std::uint64_t id = hash64(reference);
    return !reference.empty() &&
           std::any_of(order.observed.begin(), order.observed.end(),
                       [&](const Observed& o) { return o.kind == kind && o.id == id && counts(order, o); });
}

bool has(const Order& order, std::uint8_t kind)
{
    return std::any_of(order.observed.begin(), order.observed.end(),
                       [&](const Observed& o) { return o.kind == kind && counts(order, o); });
}

bool has(const Order& order, std::uint8_t kind, Part part)
{
    return std::any_of(order.observed.begin(), order.observed.end(), [&](const Observed& o) {
        return o.kind == kind && o.part == part && counts(order, o);
    });
}

std::int64_t shippedOf(const Order& order, Part part)
{
    const Leg* leg = order.leg(part);
    std::int64_t shipped = 0;
    std::int64_t delivered = 0;
    for (const Observed& o : order.observed) {
        if ((o.kind != ShippedFact::kind && o.kind != DeliveredFact::kind) || o.part != part ||
            !counts(order, o))
            continue;
        const std::int64_t units = o.value > 0 ? o.value : (leg ? unitsOf(*leg) : wholeOrder(order));
        (o.kind == ShippedFact::kind ? shipped : delivered) += units;
    }
    return std::max(shipped, delivered);
}

Quantities quantities(const Order& order)
{
    Quantities q;
    if (!order.placed)
        return q;
    const std::int64_t whole = wholeOrder(order);
    q.ordered = whole;
    q.shipped = parcelUnits(order, ShippedFact::kind, whole) - parcelUnits(order, RecalledFact::kind, whole);
    q.delivered = parcelUnits(order, DeliveredFact::kind, whole);
    q.returned = parcelUnits(order, ReturnReceived::kind, whole);
    q.broken = q.shipped > q.ordered || q.delivered > std::max(q.shipped, q.ordered) ||
               (q.returned > q.shipped && q.returned > q.delivered);
    return q;
}

Payments payments(const Order& order)
{
    Payments p;
    for (const Observed& o : order.observed) {
        if (!counts(order, o))
            continue;
        if (o.kind == Authorised::kind)
            p.authorised += o.value;
        if (o.kind == Captured::kind)
            p.captured += o.value;
        if (o.kind == Refunded::kind)
            p.refunded += o.value;
        p.any = p.any || o.kind == Authorised::kind || o.kind == Captured::kind;
        if (isMoney(o.kind))
            p.failed = p.failed || paymentFailed(order, o.part);
    }
    // What our own calls did counts where no movement was reported for the same payment.
    for (const Effect& e : order.effects) {
        if (e.state != EffectState::Done)
            continue;
        if (e.ref.operation == Operation::Capture && !has(order, Captured::kind, e.ref.part))
            p.captured += e.amount;
        if (e.ref.operation == Operation::Refund && !isReported(order, Refunded::kind, e.reference))
            p.refunded += e.amount;
    }
    return p;
}

OrderStatus observedStatus(const Order& order)
{
    if (!order.placed)
        return OrderStatus::Awaited;
    const Quantities q = quantities(order);
    if (q.shipped == 0 && q.delivered == 0 && has(order, CancelWished::kind, 0))
        return OrderStatus::Cancelled;
    if (q.returned > 0 && q.returned >= q.shipped && q.shipped >= q.ordered)
        return OrderStatus::Returned;
    if (q.delivered >= q.ordered)
        return OrderStatus::Delivered;
    if (q.shipped > 0)
        return q.shipped >= q.ordered ? OrderStatus::Shipped : OrderStatus::PartlyShipped;
    return OrderStatus::Accepted;
}

Standing derive(const Order& order)
{
    Standing standing;
    if (!order.taken)
        return standing;
    const Quantities q = quantities(order);
    const Payments money = payments(order);
    standing.status = statusOf(order, q);
    standing.stage = stageOf(order, money, q);
    standing.payment = paymentStatus(money);
    setFlags(order, money, standing);
    standing.finished = order.owner == OrderOwner::Legacy || isComplete(order, standing, q);
    if (order.withdrawnBatch != 0 && order.withdrawnBatch == order.headerBatch) {  // as if never loaded
        standing.status = OrderStatus::Awaited;
        standing.finished = true;
    }
    standing.place = placeOf(order, standing);
    return standing;
}

Instant stageDeadline(const Order& order, const Standing& standing, const Deadlines& deadlines)
{
    return order.stageSince + allowed(standing.stage, deadlines);
}

Instant backorderDue(const Order& order, const Deadlines& deadlines)
{
    const bool waits = order.backordered && order.problems.size() == 1 && !order.held() &&
                       order.owner == OrderOwner::Holdpoint && !order.cancelledByUs;
    return waits ? order.lastDecided + deadlines.allocation : Never;
}

Instant nextDue(const Order& order, const Standing& standing, const Deadlines& deadlines)
{
    const bool timed = order.lane == Lane::Live && !isSheltered(order);
    if (!order.taken)
        return order.parkExpired || order.lane != Lane::Live ? Never : order.born + deadlines.parked;
    Instant due = Never;
    for (const Effect& effect : order.effects)
        if (effect.isOpen())
            due = std::min(due, effect.next);
    if (timed && !standing.finished)
        due = std::min(due, backorderDue(order, deadlines));
    if (timed && !standing.finished && standing.place != Place::Exception &&
        standing.place != Place::Elsewhere)
        due = std::min(due, stageDeadline(order, standing, deadlines));
    return due;
}

}  // namespace holdpoint::orders
