// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

// Handles of the holds an order can have; those that are asked for count up from the last.
constexpr Part PaymentHold = 1;
constexpr Part LinesHold = 2;
constexpr Part MappingHold = 3;
constexpr Part FirstAsked = 4;

bool isPaidEnough(const Order& order, PaymentRule rule)
{
    const orders::Payments money = orders::payments(order);
    switch (rule) {
    case PaymentRule::None: return true;
    case PaymentRule::AnyAuthorised: return money.any && !money.failed;
    case PaymentRule::FullyAuthorised:
        return money.any && !money.failed && money.authorised >= order.header.total;
    }
    return false;
}

const OrderLine* unmappedLine(const Work& w)
{
    for (const OrderLine& line : w.order.lines)
        if (w.policy().unmappedSkus.contains(line.sku.number))
            return &line;
    return nullptr;
}

bool isOpen(const Order& order, Part handle)
{
    return std::any_of(order.holds.begin(), order.holds.end(),
                       [handle](const Hold& hold) { return hold.open && hold.handle == handle; });
}

bool isKnown(const Order& order, Part handle)
{
    return std::any_of(order.holds.begin(), order.holds.end(),
                       [handle](const Hold& hold) { return hold.handle == handle; });
}

/// Chosen, and its node has not heard of it, or it is not known yet that it has.
bool isUnsent(const Work& w, const Leg& leg)
{
    if (!orders::isActive(leg) || orders::shippedOf(w.order, leg.part) > 0)
        return false;
    const Effect* ship = w.order.latest(Operation::Ship, leg.part);
    return leg.request == ShipmentRequest::None || (ship && ship->isOpen() && undone(w, *ship) != Undone::No);
}

/// Is there anything that a hold can stop?
bool isAnythingLeft(const Work& w)
{
    const std::vector<Leg>& legs = w.order.legs;
    return legs.empty() || !linesToRoute(w.order).empty() ||
           std::any_of(legs.begin(), legs.end(), [&](const Leg& leg) { return isUnsent(w, leg); });
}

/// Its node has the request or will soon, and the carrier has not been told.
bool isUnbooked(const Work& w, const Leg& leg)
{
    if (w.policy().carrier.isNone() || !orders::isActive(leg) || orders::shippedOf(w.order, leg.part) > 0)
        return false;
    const Effect* book = w.order.latest(Operation::Book, leg.part);
    return book == nullptr || book->state == EffectState::NotSent ||
           (book->isOpen() && undone(w, *book) != Undone::No);
}

bool isAnythingUnbooked(const Work& w)
{
    return std::any_of(w.order.legs.begin(), w.order.legs.end(),
                       [&](const Leg& leg) { return isUnbooked(w, leg); });
}

/// Grants stay, so that a short hold loses no stock.
void stopUnsent(Work& w, std::string_view why)
{
    for (const Leg& leg : w.order.legs)
        if (Effect* ship = w.order.latest(Operation::Ship, leg.part);
            ship && ship->isOpen() && isUnsent(w, leg))
            stopCall(w, *ship, why);
}

void stopBookings(Work& w, std::string_view why)
{
    for (const Leg& leg : w.order.legs)
        if (Effect* book = w.order.latest(Operation::Book, leg.part);
            book && book->isOpen() && isUnbooked(w, leg))
            stopCall(w, *book, why);
}

const Leg* handedOff(const Work& w)
{
    for (const Leg& leg : w.order.legs)
        if (orders::shippedOf(w.order, leg.part) > 0 || (orders::isActive(leg) && !isUnsent(w, leg)))
            return &leg;
    return nullptr;
}

Trouble handedOffBefore(const Leg& leg, HoldReason reason)
{
    return {ExceptionKind::FailedOrder,
            "hold_asked_after_handoff",
            FailureClass::HardBusiness,
            false,
            Priority::P2,
            leg.vendor,
            leg.node,
            {},
            {},
            std::string(name(reason))};
}

void takeHold(Work& w, Part handle, HoldReason reason)
{
    stopUnsent(w, "held");
    stopBookings(w, "held");
    w.add(Held{reason, w.code("asked")}, handle);
    if (w.order.cancelledByUs || (!isAnythingLeft(w) && !isAnythingUnbooked(w)))
        w.add(HoldReleased{}, handle);
    if (const Leg* leg = handedOff(w))
        raise(w, handedOffBefore(*leg, reason));
}

/// What was looked up before it was stopped may turn out to be with its node.
void keepHold(Work& w, const Hold& hold)
{
    stopUnsent(w, "held");
    stopBookings(w, "held");
    for (const Leg& leg : w.order.legs)
        if (endedNow(w, Operation::Ship, leg.part) && orders::isActive(leg) && !isUnsent(w, leg))
            tell(w, false, handedOffBefore(leg, hold.reason));
    if (!isAnythingLeft(w) && !isAnythingUnbooked(w))
        w.add(HoldReleased{}, hold.handle);
}

void holdForLines(Work& w)
{
    if (w.order.header.lines != LinesKnown::Unknown)
        return;
    if (w.policy().unknownLines == UnknownLines::Parcel)
        return w.add(OpaqueParcel{});
    w.add(Held{HoldReason::Other, w.code("lines_unknown")}, LinesHold);
    raise(w, {ExceptionKind::FailedOrder,
              "lines_unknown",
              FailureClass::Validation,
              true,
              Priority::P3,
              {},
              {},
              {},
              {},
              {}});
}

}  // namespace

bool isHeldFor(const Order& order, HoldReason reason)
{
    return std::any_of(order.holds.begin(), order.holds.end(),
                       [&](const Hold& hold) { return hold.open && hold.reason == reason; });
}

void releaseHolds(Work& w)
{
    for (const Hold& hold : w.order.holds)
        if (hold.open)
            w.add(HoldReleased{}, hold.handle);
}

void holdAtIntake(Work& w)
{
    holdForLines(w);
    const OrderLine* line = unmappedLine(w);
    if (line == nullptr)
        return;
    const std::string& sku = w.turn.around.names.text(line->sku);
    w.add(Held{HoldReason::UnmappedCode, w.code(sku)}, MappingHold);
    raise(w, {ExceptionKind::FailedOrder,
              "unmapped_sku",
              FailureClass::Validation,
              true,
              {},
              {},
              {},
              "/data/lines/" + std::to_string(line->line) + "/sku",
              "a SKU of the catalogue",
              sku});
}

Result<> mendIntakeHolds(Work& w)
{
    const bool mapping = isOpen(w.order, MappingHold);
    const bool lines = isOpen(w.order, LinesHold);
    if (const OrderLine* line = mapping ? unmappedLine(w) : nullptr)
        return Error{Code::Conflict, "still without a mapping: " + w.turn.around.names.text(line->sku)};
    if (lines && w.policy().unknownLines != UnknownLines::Parcel)
        return Error{Code::Conflict, "its lines are still unknown"};
    if (mapping)
        w.add(HoldReleased{}, MappingHold);
    if (lines) {
        w.add(OpaqueParcel{});
        w.add(HoldReleased{}, LinesHold);
    }
    return {};
}

void holdForPayment(Work& w)
{
    const bool held = isOpen(w.order, PaymentHold);
    const bool paid = isPaidEnough(w.order, w.policy().paymentRule);
    if (held && paid)
        w.add(HoldReleased{}, PaymentHold);
    if (held && !paid) {  // what was looked up before it was stopped is known now, or not yet
        stopUnsent(w, "payment_failed");
        if (!isAnythingLeft(w))
            w.add(HoldReleased{}, PaymentHold);
    }
    if (!held && !paid && !w.order.cancelledByUs && isAnythingLeft(w)) {
        stopUnsent(w, "payment_failed");
        w.add(Held{HoldReason::AwaitingPayment, {}}, PaymentHold);
    }
    const bool failed = !paid && !w.order.legs.empty() && isOpen(w.order, PaymentHold);
    tellWhile(w, failed,
              {ExceptionKind::FailedOrder,
               "payment_failed_before_handoff",
               FailureClass::SoftBusiness,
               false,
               Priority::P3,
               {},
               {},
               {},
               {},
               {}});
}

void releaseUnpaid(Work& w)
{
    if (!isOpen(w.order, PaymentHold))
        return;
    for (Leg& leg : w.order.legs)
        if (isUnsent(w, leg))
            dropLeg(w, leg, "payment_failed");
}

void holdAsAsked(Work& w)
{
    Part handle = FirstAsked;
    for (const Observed& o : w.order.observed)
        if (o.kind == HoldWished::kind) {
            if (!isKnown(w.order, handle))
                takeHold(w, handle, static_cast<HoldReason>(o.value));
            ++handle;
        }
    for (const Hold& hold : std::vector<Hold>(w.order.holds))
        if (hold.open && hold.handle >= FirstAsked)
            keepHold(w, hold);
}

Result<> releaseAskedHolds(Work& w, std::string_view reason)
{
    bool any = false;
    for (const Hold& hold : w.order.holds) {
        if (!hold.open || hold.handle < FirstAsked || (!reason.empty() && reason != name(hold.reason)))
            continue;
        any = true;
        w.add(HoldReleased{}, hold.handle);
    }
    if (!any)
        return Error{Code::Conflict, "no such hold is open; payment and mapping release their own"};
    return {};
}

}  // namespace holdpoint::flow
