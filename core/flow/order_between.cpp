// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/candidates.h"
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

/// Its request went out with an older address, or is not known not to have.
bool isOutdated(const Work& w, const Leg& leg)
{
    const Effect* ship = w.order.latest(Operation::Ship, leg.part);
    const bool isLookedUp = ship && undone(w, *ship) == Undone::ToBeAsked;
    return orders::isActive(leg) && leg.request != ShipmentRequest::None && !isLookedUp &&
           leg.address < w.order.address.version;
}

/// Did this input bring the newest address?
bool isNewsOfAddress(const Work& w)
{
    const std::vector<Fact>& facts = w.out.step.facts;
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
        const auto* given = std::get_if<AddressGiven>(&fact.body);
        return given && given->version == w.order.address.version;
    });
}

bool hasArrived(const Order& order, Part leg) { return orders::has(order, DeliveredFact::kind, leg); }

Trouble addressChanged(const Order& order, const Leg& leg)
{
    return {ExceptionKind::FailedOrder,
            "address_changed_after_handoff",
            FailureClass::HardBusiness,
            false,
            Priority::P2,
            leg.vendor,
            leg.node,
            "/data/version",
            "address version " + std::to_string(order.address.version),
            "address version " + std::to_string(leg.address)};
}

/// A leg that nobody has heard of: its request carries the newest address, or another node must be found for it.
void redirect(Work& w, Leg& leg)
{
    if (Effect* ship = w.order.latest(Operation::Ship, leg.part);
        ship && ship->isOpen() && leg.address < w.order.address.version)
        stopCall(w, *ship, "address_changed");
    const NodeProfile* node = w.policy().node(leg.node);
    if (leg.request == ShipmentRequest::None && node && !decisions::serves(*node, w.order.region()))
        dropLeg(w, leg, "address_changed");
}

void nodeAccepted(Work& w, const Leg& leg)
{
    const Effect* ship = w.order.latest(Operation::Ship, leg.part);
    if (ship->isOpen())
        return showDone(w, *ship, "accepted_by_event");
    if (ship->state == EffectState::Failed)
        raise(w, {ExceptionKind::FailedOrder,
                  "accepted_after_refusal",
                  FailureClass::HardBusiness,
                  true,
                  Priority::P1,
                  leg.vendor,
                  leg.node,
                  {},
                  {},
                  {}});
}

void nodeRefused(Work& w, Leg& leg, std::string_view code)
{
    if (orders::shippedOf(w.order, leg.part) > 0)
        return raise(w, {ExceptionKind::FailedOrder,
                         "refused_after_shipping",
                         FailureClass::HardBusiness,
                         false,
                         Priority::P2,
                         leg.vendor,
                         leg.node,
                         {},
                         {},
                         std::string(code)});
    const Effect* ship = w.order.latest(Operation::Ship, leg.part);
    if (ship->isOpen())
        return showRefused(w, *ship, code);
    // It had agreed. One that is being cancelled is left to the answer of the cancel.
    if (orders::isActive(leg) && leg.request == ShipmentRequest::Accepted) {
        w.reason("refused_after_accepting");
        dropLeg(w, leg, "node_refused");
    }
}

}  // namespace

void followAddress(Work& w)
{
    Order& order = w.order;
    if (order.address.version == 0)
        return;
    for (Leg& leg : order.legs)
        if (orders::isActive(leg) && orders::shippedOf(order, leg.part) == 0)
            redirect(w, leg);
    const bool isNews = isNewsOfAddress(w);
    if (!isNews && std::none_of(order.legs.begin(), order.legs.end(),
                                [&](const Leg& leg) { return isOutdated(w, leg); }))
        return endProblem(w, "address_changed_after_handoff", Resolution::Auto);
    for (const Leg& leg : order.legs)
        if ((isNews || endedNow(w, Operation::Ship, leg.part)) && isOutdated(w, leg) &&
            !hasArrived(order, leg.part))
            return tell(w, isNews, addressChanged(order, leg));
}

void nodeSaid(Work& w, const Event& event)
{
    if (!w.order.taken || w.order.owner != OrderOwner::Holdpoint)
        return;
    for (const Fact& fact : event.facts) {
        Leg* leg = w.order.leg(fact.part);
        if (leg == nullptr || !wasAsked(w, fact.part))  // told as a contradiction
            continue;
        if (std::holds_alternative<NodeAccepted>(fact.body))
            nodeAccepted(w, *leg);
        else if (const auto* refused = std::get_if<NodeRefused>(&fact.body))
            nodeRefused(w, *leg, w.turn.around.names.text(refused->code));
    }
}

void cancelBookings(Work& w)
{
    for (const Leg& leg : w.order.legs) {
        Effect* book = w.order.latest(Operation::Book, leg.part);
        if (book == nullptr || orders::isActive(leg) || orders::shippedOf(w.order, leg.part) > 0)
            continue;
        if (book->isOpen())
            stopCall(w, *book, "cancelled");
        else if (book->state == EffectState::Done)
            planEffect(w, Operation::Unbook, leg.part, book->vendor, 0, std::string(book->reference));
    }
}

}  // namespace holdpoint::flow
