// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

namespace holdpoint::flow {
namespace {

void granted(Work& w, const StockAnswer& a, Leg& leg)
{
    const bool unwanted =
        w.order.cancelledByUs || !orders::isActive(leg) || w.order.owner != OrderOwner::Holdpoint;
    w.add(LegStock{LegStockState::Granted, a.reservation, a.expires, {}}, a.leg);
    if (!unwanted)
        return;
    w.send(ReleaseStock{w.order.id, a.leg, a.reservation, w.code("not_wanted_any_more")});
    w.add(LegStock{LegStockState::Released, a.reservation, Never, {}}, a.leg);
}

/// The grant ended before the parcel left. Before handoff the order is decided again; after it, stock is asked for once
/// more and a person is told if there is none: never shipped in silence.
void expired(Work& w, const StockAnswer& a, Leg& leg)
{
    w.add(LegStock{LegStockState::Expired, a.reservation, Never, a.code}, a.leg);
    if (leg.request == ShipmentRequest::None) {
        w.add(LegStock{LegStockState::Released, a.reservation, Never, a.code}, a.leg);
        return;
    }
    w.reason("grant_expired_after_handoff");
    w.send(ReserveStock{w.order.id, a.leg, leg.node, w.policy().deadlines.confirmation, leg.lines});
}

void refused(Work& w, const StockAnswer& a, Leg& leg)
{
    const bool handedOff = leg.request != ShipmentRequest::None;
    w.add(LegStock{LegStockState::Refused, {}, Never, a.code}, a.leg);
    if (handedOff)
        raise(w, {ExceptionKind::MismatchedInventory,
                  "stock_gone_after_handoff",
                  FailureClass::SoftBusiness,
                  false,
                  Priority::P1,
                  leg.vendor,
                  leg.node,
                  {},
                  {},
                  {}});
}

}  // namespace

void orderStock(Order& order, const StockAnswer& a, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    out.step.input = InputKind::Message;
    Leg* leg = order.leg(a.leg);
    if (leg == nullptr || leg->stock == LegStockState::Consumed) {
        if (a.oversold && leg != nullptr)
            raise(w, {ExceptionKind::MismatchedInventory,
                      "shipped_without_stock",
                      FailureClass::HardBusiness,
                      true,
                      Priority::P1,
                      leg->vendor,
                      leg->node,
                      {},
                      {},
                      {}});
        if (out.step.facts.empty()) {
            out.keep = false;
            return;
        }
        return closeOrder(w);
    }
    if (a.state == LegStockState::Granted)
        granted(w, a, *leg);
    else if (a.state == LegStockState::Expired)
        expired(w, a, *leg);
    else
        refused(w, a, *leg);
    advance(w);
    closeOrder(w);
}

}  // namespace holdpoint::flow
