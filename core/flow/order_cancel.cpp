// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

namespace holdpoint::flow {
namespace {

enum class LegCancel : std::uint8_t { Done, Pending, Refused };

/// Takes back one leg as far as that is certain. A call whose outcome is open is waited for: what it answers decides
/// whether there is anything to cancel, and a cancel that overtakes it would be lost.
LegCancel cancelLeg(Work& w, Leg& leg)
{
    if (orders::shippedOf(w.order, leg.part) > 0 || leg.request == ShipmentRequest::CancelRefused)
        return LegCancel::Refused;
    if (!orders::isActive(leg) || leg.request == ShipmentRequest::CancelAccepted)
        return LegCancel::Done;
    Effect* ship = w.order.latest(Operation::Ship, leg.part);
    if (ship && ship->isOpen() && !stopCall(w, *ship, "cancelled"))
        return LegCancel::Pending;
    if (leg.request == ShipmentRequest::None) {
        dropLeg(w, leg, "cancelled");
        return LegCancel::Done;
    }
    planEffect(w, Operation::Cancel, leg.part, leg.vendor);
    return LegCancel::Pending;
}

void voidPayments(Work& w)
{
    if (w.policy().payment.isNone())
        return;
    for (const Observed& o : w.order.observed)
        if (o.kind == Authorised::kind && o.value > 0 && !orders::has(w.order, Captured::kind, o.part))
            planEffect(w, Operation::Void, o.part, w.policy().payment, o.value);
}

void accept(Work& w)
{
    w.add(CancelVerdict{true, w.code("cancelled")});
    releaseHolds(w);
    endProblem(w, {}, Resolution::Auto);
    voidPayments(w);
}

/// Lines can be taken out as long as nothing was decided about them.
void cancelLines(Work& w)
{
    for (const OrderLine& line : w.order.lines) {
        if (line.cancelled > 0 || !orders::has(w.order, CancelWished::kind, line.line))
            continue;
        if (w.order.legs.empty())
            w.add(LineCancelled{line.units}, line.line);
        else
            tell(w, statedNow(w, CancelWished::kind, line.line),
                 {ExceptionKind::IncompleteCancellation,
                  "line_already_requested",
                  FailureClass::HardBusiness,
                  false,
                  Priority::P3,
                  {},
                  {},
                  {},
                  {},
                  {}});
    }
    if (!w.order.lines.empty() && orders::quantities(w.order).ordered == 0)
        accept(w);
}

/// Part of the order had left already: what could be stopped is cancelled, the rest stays ordered.
void refuse(Work& w)
{
    for (const LineUnits& line : linesToRoute(w.order))
        w.add(LineCancelled{line.units}, line.line);
    w.add(CancelVerdict{false, w.code("already_shipped")});
    w.reason("return_offered");
    releaseHolds(w);
}

}  // namespace

void dropLeg(Work& w, Leg& leg, std::string_view why)
{
    if (leg.stock == LegStockState::Granted && !leg.reservation.isNone())
        w.send(ReleaseStock{w.order.id, leg.part, leg.reservation, w.code(why)});
    w.add(LegStock{LegStockState::Released, leg.reservation, Never, {}}, leg.part);
}

void cancelWhatCan(Work& w)
{
    Order& order = w.order;
    if (order.cancelledByUs)
        return voidPayments(w);  // one that came after the verdict
    if (order.cancelRefused)
        return;
    cancelLines(w);
    if (order.cancelledByUs || !orders::has(order, CancelWished::kind, 0))
        return;
    bool pending = false;
    bool refused = false;
    for (Leg& leg : order.legs) {
        const LegCancel result = cancelLeg(w, leg);
        pending = pending || result == LegCancel::Pending;
        refused = refused || result == LegCancel::Refused;
    }
    if (pending)
        return;
    refused ? refuse(w) : accept(w);
}

}  // namespace holdpoint::flow
