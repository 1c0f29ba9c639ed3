// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

/// The next due time of a call that is out is its answer, so it is cleared in memory; a journal folded after a crash finds
/// it due and asks first.
void dispatchAgain(Work& w, Effect& effect, bool ask)
{
    effect.next = Never;
    Dispatch again;
    again.request.outbox = effect.outbox;
    again.request.order = w.order.id;
    again.request.ref = effect.ref;
    again.ask = ask;
    again.attempt = static_cast<std::uint16_t>((ask ? effect.questions : effect.attempts) + 1);
    w.out.again.push_back(std::move(again));
}

/// Calls whose next try or question is due.
void sendAgain(Work& w)
{
    for (Effect& effect : w.order.effects) {
        if (!effect.isOpen() || effect.next > w.turn.now)
            continue;
        const VendorProfile* profile = w.policy().vendor(effect.vendor);
        const bool canAsk = profile == nullptr || profile->hasStatusQuery;
        dispatchAgain(w, effect, effect.state == EffectState::Unknown && canAsk);
    }
}

void stuck(Work& w)
{
    const Stage stage = w.order.standing.stage;
    const bool late = stage == Stage::Handoff || stage == Stage::Confirmation || stage == Stage::Settlement;
    const std::string code = "stuck_in_" + std::string(name(stage));
    raise(w, {late ? ExceptionKind::DelayedConfirmation : ExceptionKind::FailedOrder,
              code,
              FailureClass::None,
              true,
              Priority::P3,
              {},
              {},
              {},
              {},
              {}});
}

void parkExpired(Work& w)
{
    w.add(ParkExpired{});
    raise(w, {ExceptionKind::FailedOrder,
              "event_without_order",
              FailureClass::Validation,
              true,
              Priority::P3,
              {},
              {},
              {},
              {},
              {}});
}

void finish(Work& w)
{
    if (w.out.step.facts.empty() && w.out.step.reasons.empty()) {
        w.out.keep = false;
        return;
    }
    orders::closeStep(w.order, w.out.step, w.turn.seq);
}

Result<> retry(Work& w)
{
    if (w.order.problems.empty())
        return Error{Code::Conflict, "nothing is held"};
    for (const Effect& e : w.order.effects)
        if (e.state == EffectState::Unknown)
            return Error{Code::OutcomeUnknown, "ask the vendor first"};
    w.reason("retry_asked");
    endProblem(w, {}, Resolution::Auto);
    const GatewayView& gateway = w.turn.around.gateway;
    for (Effect& e : w.order.effects)
        if (e.state == EffectState::Planned && e.next == Never && !gateway.isWaiting(e.outbox) &&
            !gateway.isUnderWay(e.outbox))
            e.next = w.turn.now;
    sendAgain(w);
    return {};
}

/// A question now about every call whose outcome nobody knows. It sends nothing, so it may be asked at any time.
Result<> askVendor(Work& w)
{
    const GatewayView& gateway = w.turn.around.gateway;
    bool open = false;
    bool underWay = false;
    for (Effect& effect : w.order.effects) {
        if (effect.state != EffectState::Unknown)
            continue;
        const VendorProfile* profile = w.policy().vendor(effect.vendor);
        if (profile != nullptr && !profile->hasStatusQuery)
            return Error{Code::Unsupported, "this vendor cannot be asked"};
        open = true;
        underWay = underWay || gateway.isUnderWay(effect.outbox);
    }
    if (!open || underWay)
        return Error{Code::Conflict, open ? "is being asked already" : "no outcome is unknown"};
    w.reason("vendor_asked");
    for (Effect& effect : w.order.effects)
        if (effect.state == EffectState::Unknown)
            dispatchAgain(w, effect, true);
    return {};
}

/// A person has dealt with it.
Result<> resolve(Work& w)
{
    if (w.order.problems.empty())
        return Error{Code::Conflict, "nothing is held"};
    endProblem(w, {}, Resolution::Manual);
    return {};
}

Result<> handBack(Work& w)
{
    if (w.policy().legacy.isNone())
        return Error{Code::Unsupported, "no legacy system is configured"};
    if (w.order.owner != OrderOwner::Holdpoint || w.order.lane != Lane::Live)
        return Error{Code::Conflict, "the order is not ours to give"};
    if (w.order.standing.finished)
        return Error{Code::Conflict, "finished already"};
    for (const Effect& e : w.order.effects)
        if (e.state == EffectState::Unknown)
            return Error{Code::OutcomeUnknown, "an outcome is unknown: frozen until the vendor has answered"};
    for (const Leg& leg : w.order.legs)
        if (orders::isActive(leg) && leg.request != ShipmentRequest::None &&
            leg.request != ShipmentRequest::Planned)
            return Error{Code::Conflict, "handed off already: finishes here"};
    for (const Effect& e : w.order.effects)
        if (e.isOpen() && !isCertainlyUndone(w, e))
            return Error{Code::Conflict, "a call is under way"};
    for (const Effect& e : std::vector<Effect>(w.order.effects))
        if (e.isOpen())
            dropEffect(w, e, "epoch");
    for (Leg& leg : w.order.legs)
        if (orders::isActive(leg)) {
            if (leg.stock == LegStockState::Granted && !leg.reservation.isNone())
                w.send(ReleaseStock{w.order.id, leg.part, leg.reservation, w.code("handed_back")});
            w.add(LegStock{LegStockState::Released, leg.reservation, Never, {}}, leg.part);
        }
    const std::uint32_t epoch = w.order.epoch + 1;
    w.add(OwnerSet{epoch, OrderOwner::Transfer});
    planEffect(w, Operation::Handback, static_cast<Part>(epoch), w.policy().legacy);
    return {};
}

Result<> withdraw(Work& w, std::uint32_t batch)
{
    if (w.order.batch != batch)
        return Error{Code::NotFound, "not loaded by that batch"};
    for (const Observed& o : w.order.observed)
        if (o.batch != batch)
            return Error{Code::Conflict, "changed since by other events"};
    w.add(Withdrawn{batch});
    return {};
}

}  // namespace

void orderDue(Order& order, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    out.step.input = InputKind::Due;
    if (!order.taken) {
        if (!order.parkExpired && order.lane == Lane::Live &&
            order.born + w.policy().deadlines.parked <= turn.now)
            parkExpired(w);
        return finish(w);
    }
    sendAgain(w);
    const bool timed = order.lane == Lane::Live && !order.standing.finished && !order.blocked();
    if (timed && orders::stageDeadline(order, order.standing, w.policy().deadlines) <= turn.now)
        stuck(w);
    if (order.lane == Lane::Live && orders::backorderDue(order, w.policy().deadlines) <= turn.now)
        askStockAgain(w);
    finish(w);
}

void orderEndOfFile(Order& order, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    out.step.input = InputKind::Internal;
    if (!order.taken) {
        if (!order.parkExpired)
            parkExpired(w);
        return finish(w);
    }
    const orders::Quantities q = orders::quantities(order);
    if (order.lane == Lane::Observe && q.delivered > 0 && q.shipped == 0)
        raise(w, {ExceptionKind::DelayedConfirmation,
                  "delivered_without_shipment",
                  FailureClass::Validation,
                  true,
                  Priority::P3,
                  {},
                  {},
                  {},
                  {},
                  {}});
    if (order.lane == Lane::Observe && q.shipped > 0 && !orders::payments(order).any)
        raise(w, {ExceptionKind::FailedOrder,
                  "shipped_unpaid",
                  FailureClass::HardBusiness,
                  true,
                  Priority::P1,
                  {},
                  {},
                  {},
                  {},
                  {}});
    finish(w);
}

Result<> orderCommand(Order& order, const OrderCommand& command, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    const std::string& what = turn.around.names.text(command.what);
    out.step.input = InputKind::Command;
    out.step.type = command.what;
    out.step.source = command.key;
    Result<> done;
    if (!order.taken && what != "resolve")
        done = Error{Code::Conflict, "not an order yet: waits for order.placed"};
    else if (what == "retry")
        done = retry(w);
    else if (what == "resolve")
        done = resolve(w);
    else if (what == "hand_back")
        done = handBack(w);
    else if (what == "ask_vendor")
        done = askVendor(w);
    else if (what == "withdraw")
        done = withdraw(w, command.number);
    else
        done = Error{Code::Unsupported, "unknown command " + what};
    if (!done)
        return done;
    if (what == "retry" || what == "resolve")
        advance(w);
    orders::closeStep(order, out.step, turn.seq);
    return {};
}

}  // namespace holdpoint::flow
