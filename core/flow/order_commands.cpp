// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

/// Refused for good by the vendor: the same call would be refused again, and another is not made.
bool isFutile(const Work& w, const Problem& problem)
{
    const std::string code = w.turn.around.names.text(problem.code);
    return std::any_of(w.order.effects.begin(), w.order.effects.end(), [&](const Effect& e) {
        return e.state == EffectState::Failed && code == std::string(name(e.ref.operation)) + "_failed";
    });
}

/// Ends what a retry can mend. What it cannot stays told: else an order would count as settled whose money was never taken.
void endRetried(Work& w)
{
    for (const Problem& problem : std::vector<Problem>(w.order.problems))
        if (!isFutile(w, problem))
            endProblem(w, w.turn.around.names.text(problem.code), Resolution::Auto);
}

Result<> retry(Work& w)
{
    const bool held = isHeldFor(w.order, HoldReason::UnmappedCode);
    if (w.order.problems.empty() && !held)
        return Error{Code::Conflict, "nothing is held"};
    for (const Effect& e : w.order.effects)
        if (e.state == EffectState::Unknown)
            return Error{Code::OutcomeUnknown, "ask the vendor first"};
    if (!held && std::all_of(w.order.problems.begin(), w.order.problems.end(),
                             [&w](const Problem& p) { return isFutile(w, p); }))
        return Error{Code::Conflict, "the vendor has refused it for good: resolve it"};
    if (auto mended = mendIntakeHolds(w); !mended)
        return mended;
    w.reason("retry_asked");
    endRetried(w);
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
    bool open = false;
    bool askable = false;
    std::vector<Effect*> toAsk;
    for (Effect& effect : w.order.effects) {
        if (effect.state != EffectState::Unknown && undone(w, effect) != Undone::ToBeAsked)
            continue;
        const VendorProfile* profile = w.policy().vendor(effect.vendor);
        const bool canAsk = profile == nullptr || profile->hasStatusQuery;
        open = true;
        askable = askable || canAsk;
        if (canAsk && !w.turn.around.gateway.isUnderWay(effect.outbox))
            toAsk.push_back(&effect);
    }
    if (!open)
        return Error{Code::Conflict, "no outcome is unknown"};
    if (!askable)
        return Error{Code::Unsupported, "this vendor cannot be asked"};
    if (toAsk.empty())
        return Error{Code::Conflict, "is being asked already"};
    w.reason("vendor_asked");
    for (Effect* effect : toAsk)
        dispatchAgain(w, *effect, true);
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

}  // namespace

Result<> handBack(Work& w)
{
    if (w.policy().legacy.isNone())
        return Error{Code::Unsupported, "no legacy system is configured"};
    if (w.order.owner != OrderOwner::Holdpoint || w.order.lane != Lane::Live)
        return Error{Code::Conflict, "the order is not ours to give"};
    // A cancelled order waits for its payments to be voided; given away it would be shipped by who got it.
    if (w.order.standing.finished || w.order.cancelledByUs)
        return Error{Code::Conflict, "finished already"};
    for (const Effect& e : w.order.effects)
        if (e.state == EffectState::Unknown)
            return Error{Code::OutcomeUnknown, "an outcome is unknown: frozen until the vendor has answered"};
    for (const Leg& leg : w.order.legs)
        if (orders::isActive(leg) && leg.request != ShipmentRequest::None &&
            leg.request != ShipmentRequest::Planned)
            return Error{Code::Conflict, "handed off already: finishes here"};
    for (const Effect& e : w.order.effects)
        if (const Undone can = undone(w, e); e.isOpen() && can != Undone::Certain)
            return can == Undone::No ? Error{Code::Conflict, "a call is under way"}
                                     : Error{Code::OutcomeUnknown,
                                             "a call that had no effect, as it seems: ask the vendor first"};
    for (const Effect& e : std::vector<Effect>(w.order.effects))
        if (e.isOpen())
            dropEffect(w, e, "epoch");
    for (Leg& leg : w.order.legs)
        if (orders::isActive(leg))
            dropLeg(w, leg, "handed_back");
    const std::uint32_t epoch = w.order.epoch + 1;
    w.add(OwnerSet{epoch, OrderOwner::Transfer});
    planEffect(w, Operation::Handback, static_cast<Part>(epoch), w.policy().legacy);
    return {};
}

namespace {

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

/// Why this order, or this line of it (0: all), cannot be cancelled; empty if it can.
std::string_view whyNotCancel(const Order& order, Part line)
{
    if (order.owner != OrderOwner::Holdpoint || order.lane != Lane::Live)
        return "the order is not ours to cancel";
    if (order.cancelledByUs || orders::has(order, CancelWished::kind, line))
        return order.cancelRefused ? "has left already: offer a return" : "is cancelled or being cancelled";
    const orders::Quantities q = orders::quantities(order);
    if (order.standing.finished || std::max(q.shipped, q.delivered) >= q.ordered)
        return "has left already: offer a return";
    return line != 0 && !order.legs.empty() ? "a node has been chosen: only the whole order can be cancelled"
                                            : "";
}

/// As if the customer had asked; the flow does the rest.
Result<> cancelOrder(Work& w, const OrderCommand& c)
{
    const auto line = static_cast<Part>(c.number);
    const auto& lines = w.order.lines;
    if (line != c.number ||
        (line != 0 &&
         std::none_of(lines.begin(), lines.end(), [line](const OrderLine& l) { return l.line == line; })))
        return Error{Code::NotFound, "no such line: " + std::to_string(c.number)};
    if (const auto why = whyNotCancel(w.order, line); !why.empty())
        return Error{Code::Conflict, std::string(why)};
    const Fact wish{line, w.turn.now, CancelWished{c.key, c.argument}};
    (void)orders::observe(w.order, wish, hash64(w.out.step.source), 0);
    w.out.step.facts.push_back(wish);
    return {};
}

Result<> decide(Work& w, const OrderCommand& c, std::string_view what)
{
    if (!w.order.taken && what != "resolve")
        return Error{Code::Conflict, "not an order yet: waits for order.placed"};
    if (what == "retry")
        return retry(w);
    if (what == "resolve")
        return resolve(w);
    if (what == "hand_back")
        return handBack(w);
    if (what == "ask_vendor")
        return askVendor(w);
    if (what == "withdraw")
        return withdraw(w, c.number);
    if (what == "cancel_order")
        return cancelOrder(w, c);
    if (what == "release_hold")
        return releaseAskedHolds(w, w.turn.around.names.text(c.argument));
    if (what == "outcome")
        return takeOutcome(w, c);
    if (what == "approve_drain")
        return approveDrain(w, c.actor);
    if (what == "follow_in_doubt")
        return followInDoubt(w, c.actor, w.turn.around.names.text(c.argument));
    return Error{Code::Unsupported, "unknown command " + std::string(what)};
}

}  // namespace

Result<> orderCommand(Order& order, const OrderCommand& command, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    const std::string what = turn.around.names.text(command.what);
    out.step.input = InputKind::Command;
    out.step.type = command.what;
    out.step.source = command.key;
    if (auto done = decide(w, command, what); !done)
        return done;
    if (what != "hand_back" && what != "withdraw" && what != "ask_vendor" && what != "approve_drain" &&
        what != "follow_in_doubt")
        advance(w);
    closeOrder(w);
    return {};
}

}  // namespace holdpoint::flow
