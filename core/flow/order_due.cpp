// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/in_flight.h"
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

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

void giveUpWaiting(Work& w)
{
    releaseUnpaid(w);
    stuck(w);
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
    closeOrder(w);
}

}  // namespace

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

namespace {

/// Asked about, never sent again; of one that cannot be asked about a person says how it ended.
void askFrozen(Work& w, Effect& effect, bool canAsk)
{
    if (canAsk)
        return dispatchAgain(w, effect, true);
    effect.next = Never;
    const std::string code = "frozen_" + std::string(name(effect.ref.operation));
    const auto& problems = w.order.problems;
    if (std::none_of(problems.begin(), problems.end(),
                     [&](const Problem& p) { return w.turn.around.names.text(p.code) == code; }))
        raise(w, {ExceptionKind::FailedOrder,
                  code,
                  FailureClass::Transport,
                  true,
                  Priority::P2,
                  effect.vendor,
                  {},
                  {},
                  {},
                  {}});
}

}  // namespace

void sendAgain(Work& w)
{
    const bool frozen = isFrozen(w.order, w.turn.around.names);
    for (Effect& effect : w.order.effects) {
        if (!effect.isOpen() || effect.next > w.turn.now)
            continue;
        const VendorProfile* profile = w.policy().vendor(effect.vendor);
        const bool canAsk = profile == nullptr || profile->hasStatusQuery;
        if (isKeyForgotten(effect, profile, w.turn.now)) {
            stopForgotten(w, effect);
            continue;
        }
        if (frozen && undone(w, effect) != Undone::Certain)
            askFrozen(w, effect, canAsk);
        else if (!frozen)
            // After a start a try may have left that nobody remembers: asked first, like one whose outcome is unknown.
            dispatchAgain(w, effect,
                          canAsk && (effect.state == EffectState::Unknown ||
                                     w.turn.around.gateway.isUnheardOf(effect.outbox)));
    }
}

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
    const bool timed = order.lane == Lane::Live && !order.standing.finished && !order.blocked() &&
                       !orders::isSheltered(order);
    if (timed && orders::stageDeadline(order, order.standing, w.policy().deadlines) <= turn.now)
        giveUpWaiting(w);
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

}  // namespace holdpoint::flow
