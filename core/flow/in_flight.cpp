// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/in_flight.h"

#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

using rollout::InFlightAction;
using rollout::News;
using rollout::OrderPosition;

/// The newest word of a rollback, in the terms of its books.
enum class Stand { None, Waiting, Offered, HandedBack, Draining, Asking, Finished };

Stand standOf(const Disposed& d, const Dictionary& names)
{
    if (d.run == 0)
        return Stand::None;
    switch (fromName<News>(names.text(d.news)).value_or(News::Started)) {
    case News::Released:
    case News::OfferTimedOut: return Stand::Offered;
    case News::LegacyAccepted: return Stand::HandedBack;
    case News::ReleaseFailed:
    case News::LegacyRefused:
    case News::DrainApproved: return Stand::Draining;
    case News::OutcomeKnown: return Stand::Waiting;
    case News::OwnerNamed: return Stand::Asking;
    case News::Finished: return Stand::Finished;
    case News::Started: break;
    }
    switch (fromName<InFlightAction>(names.text(d.action)).value_or(InFlightAction::Drain)) {
    case InFlightAction::HandBack:
    case InFlightAction::AdoptReservation:
    case InFlightAction::ReleaseThenHandBack: return Stand::Offered;
    case InFlightAction::Probe:
    case InFlightAction::Freeze: return Stand::Asking;
    case InFlightAction::ReconcileOnly: return Stand::Finished;
    default: return Stand::Draining;
    }
}

void say(Work& w, News news, OrderPosition position, InFlightAction action, std::uint32_t run,
         std::uint32_t epoch, ActorName by = {}, std::string words = {})
{
    w.add(Disposed{run, w.code(name(position)), w.code(name(action)), w.code(name(news)), epoch, by,
                   std::move(words)});
}

/// More about what was begun: everything else stays as it was said.
void sayMore(Work& w, News news, ActorName by = {}, std::string words = {})
{
    Disposed d = w.order.disposed;
    d.news = w.code(name(news));
    d.by = by;
    d.words = std::move(words);
    w.add(std::move(d));
}

bool isReturnRunning(const Order& order)
{
    return orders::has(order, ReturnAsked::kind) || orders::has(order, ReturnReceived::kind);
}

bool isWithNode(const Leg& leg)
{
    return orders::isActive(leg) && leg.request != ShipmentRequest::None &&
           leg.request != ShipmentRequest::Planned;
}

/// A question about every call whose end is not known; it sends nothing.
void askAll(Work& w)
{
    for (Effect& effect : w.order.effects) {
        if (!effect.isOpen() || undone(w, effect) == Undone::Certain ||
            w.turn.around.gateway.isUnderWay(effect.outbox))
            continue;
        const VendorProfile* profile = w.policy().vendor(effect.vendor);
        if (profile == nullptr || profile->hasStatusQuery)
            dispatchAgain(w, effect, true);
    }
}

InFlightAction chosen(OrderPosition position, const rollout::Dispositions& plan)
{
    return plan[static_cast<std::size_t>(position)].value_or(
        rollout::actionFor(position, rollout::PauseKind::RollingBack));
}

void giveBack(Work& w, OrderPosition position, InFlightAction action, std::uint32_t run)
{
    const bool offeredBefore = w.order.owner == OrderOwner::Transfer;
    const Result<> given = offeredBefore ? Result<>{} : handBack(w);
    const std::uint32_t epoch = w.order.epoch;
    if (action == InFlightAction::ReleaseThenHandBack) {
        say(w, News::Started, position, action, run, epoch);
        given ? sayMore(w, News::Released) : sayMore(w, News::ReleaseFailed, {}, given.error().detail);
    } else if (given) {
        say(w, News::Started, position, action, run, epoch);
    } else {
        say(w, News::Started, position, InFlightAction::Drain, run, epoch, {}, given.error().detail);
    }
    if (!given)
        advance(w);
}

void act(Work& w, OrderPosition position, InFlightAction action, std::uint32_t run)
{
    switch (action) {
    case InFlightAction::HandBack:
    case InFlightAction::ReleaseThenHandBack: return giveBack(w, position, action, run);
    case InFlightAction::AdoptReservation:  // its grant goes back to the stock, from which legacy takes again
        return giveBack(w, position, InFlightAction::ReleaseThenHandBack, run);
    case InFlightAction::Probe:
    case InFlightAction::Freeze:
        say(w, News::Started, position, action, run, w.order.epoch);
        return askAll(w);
    default: say(w, News::Started, position, action, run, w.order.epoch); return advance(w);
    }
}

/// Ours again by legacy's refusal, legacy's, or over: what the last word was waiting for.
void followOffer(Work& w)
{
    if (w.order.owner == OrderOwner::Legacy)
        return sayMore(w, News::LegacyAccepted);
    if (w.order.owner == OrderOwner::Holdpoint)
        return sayMore(w, News::LegacyRefused);
    const auto& problems = w.order.problems;
    const bool late = std::any_of(problems.begin(), problems.end(), [&](const Problem& p) {
        return w.turn.around.names.text(p.code).ends_with("_handback");
    });
    if (late && w.turn.around.names.text(w.order.disposed.news) != name(News::OfferTimedOut))
        sayMore(w, News::OfferTimedOut);
}

void followQuestion(Work& w)
{
    const OrderPosition position = positionOf(w.order, w.turn);
    if (position == OrderPosition::OutcomeUnknown)
        return;
    const Disposed d = w.order.disposed;
    w.add(
        Disposed{d.run, w.code(name(position)), d.action, w.code(name(News::OutcomeKnown)), d.epoch, {}, {}});
}

}  // namespace

rollout::OrderFacts factsOf(const Order& order, const Turn& turn)
{
    rollout::OrderFacts f;
    f.terminal = orders::derive(order).finished;
    if (order.owner == OrderOwner::Transfer)  // offered already: as if nothing was decided about it here
        return f;
    f.inQueue = order.blocked();
    f.reversing = order.cancelledByUs || isReturnRunning(order) ||
                  (orders::has(order, CancelWished::kind, 0) && !order.cancelRefused);
    f.captured = orders::payments(order).captured > 0;
    f.picked = orders::has(order, Picked::kind) || orders::has(order, ShippedFact::kind) ||
               orders::has(order, DeliveredFact::kind);
    for (const Effect& e : order.effects)
        f.outcomeUnknown =
            f.outcomeUnknown || (e.isOpen() && e.outbox != 0 && undone(turn, e) != Undone::Certain);
    for (const Leg& leg : order.legs) {
        f.withNode = f.withNode || isWithNode(leg);
        f.reserved = f.reserved || (orders::isActive(leg) && leg.stock == LegStockState::Granted);
    }
    f.decided = order.decidedAt != Never;
    return f;
}

OrderPosition positionOf(const Order& order, const Turn& turn)
{
    return rollout::positionOf(factsOf(order, turn));
}

int effectsToRelease(const Order& order, const Turn& turn)
{
    int count = 0;
    for (const Leg& leg : order.legs)
        count += orders::isActive(leg) && leg.stock == LegStockState::Granted && !leg.reservation.isNone();
    for (const Effect& e : order.effects)
        count += e.isOpen() && undone(turn, e) == Undone::Certain;
    return count;
}

void orderDispose(Order& order, std::uint32_t run, const rollout::Dispositions& plan, const Turn& turn,
                  Change& out)
{
    Work w{order, turn, out};
    out.step.input = InputKind::Internal;
    const Stand stand = order.disposed.run == run ? standOf(order.disposed, turn.around.names) : Stand::None;
    if (stand != Stand::None && stand != Stand::Waiting) {
        out.keep = false;
        return;
    }
    const OrderPosition position = positionOf(order, turn);
    act(w, position, chosen(position, plan), run);
    closeOrder(w);
}

void orderLeavesShelter(Order& order, bool toLegacy, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    out.step.input = InputKind::Internal;
    if (!orders::isSheltered(order) || order.owner != OrderOwner::Holdpoint) {
        out.keep = false;
        return;
    }
    if (toLegacy && handBack(w))
        return closeOrder(w);
    w.add(HoldReleased{}, orders::ShelterHold);
    advance(w);
    closeOrder(w);
}

bool isFrozen(const Order& order, const Dictionary& names)
{
    const Stand stand = standOf(order.disposed, names);
    return stand == Stand::Asking || stand == Stand::Waiting;
}

rollout::RollbackBook::Note noteOf(const Disposed& d, const Dictionary& names)
{
    rollout::RollbackBook::Note note;
    note.news = fromName<News>(names.text(d.news)).value_or(News::Started);
    note.epoch = d.epoch;
    note.position = fromName<OrderPosition>(names.text(d.position));
    note.action = fromName<InFlightAction>(names.text(d.action));
    note.words = d.words;
    return note;
}

void followRollback(Work& w)
{
    switch (standOf(w.order.disposed, w.turn.around.names)) {
    case Stand::Offered: return followOffer(w);
    case Stand::Asking: return followQuestion(w);
    case Stand::Draining:
        if (w.order.owner == OrderOwner::Legacy)
            return sayMore(w, News::LegacyAccepted);
        if (orders::derive(w.order).finished)
            sayMore(w, News::Finished);
        return;
    case Stand::None:
    case Stand::Waiting:
    case Stand::HandedBack:
    case Stand::Finished: return;
    }
}

void closeOrder(Work& w)
{
    if (w.order.disposed.run != 0)
        followRollback(w);
    orders::closeStep(w.order, w.out.step, w.turn.seq);
}

Result<> approveDrain(Work& w, ActorName by)
{
    const Stand stand = standOf(w.order.disposed, w.turn.around.names);
    if (stand != Stand::Draining)
        return Error{Code::Conflict, "it does not finish here by a rollback"};
    if (w.turn.around.names.text(w.order.disposed.news) == name(News::DrainApproved))
        return Error{Code::Conflict, "is approved already"};
    sayMore(w, News::DrainApproved, by);
    return {};
}

Result<> followInDoubt(Work& w, ActorName by, std::string person)
{
    if (person.empty())
        return Error{Code::InvalidArgument, "needs the name of who follows it"};
    if (standOf(w.order.disposed, w.turn.around.names) != Stand::Asking)
        return Error{Code::Conflict, "no outcome of it is being asked by a rollback"};
    sayMore(w, News::OwnerNamed, by, std::move(person));
    return {};
}

}  // namespace holdpoint::flow
