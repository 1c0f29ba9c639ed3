// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/stock.h"
#include "core/inventory/positions.h"
#include "core/inventory/reservations.h"

namespace holdpoint::flow {
namespace {

template <typename Body>
void add(Reservation& r, const StockTurn& turn, Change& out, Body body)
{
    out.step.facts.push_back({0, turn.now, FactBody(std::move(body))});
    inventory::apply(r, out.step.facts.back());
}

void close(Reservation& r, const StockTurn& turn, Change& out)
{
    out.step.input = InputKind::Message;
    ++r.version;
    r.head = turn.seq;
}

void refuse(Reservation& r, const ReserveStock& wish, const inventory::Shortage& lacking,
            const StockTurn& turn, Change& out)
{
    const CodeName why = turn.names.intern<NameKind::Code>("not_enough");
    add(r, turn, out,
        GrantRefused{wish.order, wish.leg, wish.node, lacking.sku, lacking.wanted, lacking.available, why});
    out.messages.push_back(
        StockAnswer{wish.order, wish.leg, LegStockState::Refused, r.id, Never, why, false});
}

}  // namespace

void reserve(Reservation& r, const ReserveStock& wish, const StockTurn& turn, Change& out)
{
    r.born = turn.now;
    inventory::Shortage lacking;
    if (!inventory::check(turn.book, wish.node, wish.lines, &lacking)) {
        refuse(r, wish, lacking, turn, out);
    } else {
        const Granted granted{wish.order, wish.leg, wish.node, turn.now + wish.hold, wish.lines};
        inventory::applyGranted(turn.book, granted, turn.now);
        add(r, turn, out, granted);
        out.messages.push_back(
            StockAnswer{wish.order, wish.leg, LegStockState::Granted, r.id, granted.expires, {}, false});
    }
    close(r, turn, out);
}

void consume(Reservation& r, const ConsumeStock& message, const StockTurn& turn, Change& out)
{
    if (r.state == ReservationState::Granted) {
        inventory::applyConsumed(turn.book, r, message.shippedAt);
        add(r, turn, out, Consumed{});
    } else if (r.state == ReservationState::Expired || r.state == ReservationState::Released) {
        // It left all the same: on hand falls, and somebody is told if the units had been promised to another.
        inventory::applyShippedUnreserved(turn.book, r, message.shippedAt);
        add(r, turn, out, ShippedUnreserved{});
        bool oversold = false;
        for (const LineUnits& line : r.lines)
            if (const Position* position = turn.book.find(r.node, line.sku))
                oversold = oversold || position->available() < 0;
        if (oversold)
            out.messages.push_back(StockAnswer{message.order, message.leg, LegStockState::Expired, r.id,
                                               Never, turn.names.intern<NameKind::Code>("expired"), true});
    } else {
        out.keep = false;
        return;
    }
    close(r, turn, out);
}

void release(Reservation& r, const ReleaseStock& message, const StockTurn& turn, Change& out)
{
    if (r.state != ReservationState::Granted) {  // ended already: releasing twice changes nothing
        out.keep = false;
        return;
    }
    inventory::applyReleased(turn.book, r, turn.now);
    add(r, turn, out, Released{message.why});
    close(r, turn, out);
}

void reservationDue(Reservation& r, bool legAccepted, const StockTurn& turn, Change& out)
{
    if (!inventory::isOverdue(r, turn.now, turn.policy.reservationGrace)) {
        out.keep = false;
        return;
    }
    if (legAccepted) {
        add(r, turn, out, HoldExtended{turn.now + turn.policy.deadlines.confirmation});
    } else {
        inventory::applyExpired(turn.book, r, turn.now);
        add(r, turn, out, Expired{});
        out.messages.push_back(StockAnswer{r.order, r.leg, LegStockState::Expired, r.id, Never,
                                           turn.names.intern<NameKind::Code>("expired"), false});
    }
    close(r, turn, out);
    out.step.input = InputKind::Due;
}

void applyStep(Reservation& r, const StepBody& step, Seq seq)
{
    if (r.version == 0)
        r.born = step.at;
    for (const Fact& fact : step.facts)
        inventory::apply(r, fact);
    ++r.version;
    r.head = seq;
}

}  // namespace holdpoint::flow
