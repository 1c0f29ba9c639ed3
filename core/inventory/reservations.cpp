// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/inventory/reservations.h"

#include "core/base/check.h"
#include "core/inventory/positions.h"

#include <algorithm>
#include <map>

namespace holdpoint::inventory {
namespace {

void startDay(StockBook& book, Instant at)
{
    if (dayOf(at) <= book.day)
        return;
    book.day = dayOf(at);
    book.parcelsToday.clear();
}

void unreserve(StockBook& book, const Reservation& reservation)
{
    HP_CHECK(reservation.state == ReservationState::Granted);
    for (const LineUnits& line : reservation.lines) {
        Position& position = book.positions[{reservation.node, line.sku}];
        HP_CHECK(position.reserved >= line.units);
        position.reserved -= line.units;
    }
}

void giveBack(StockBook& book, const Reservation& reservation, Instant at)
{
    unreserve(book, reservation);
    startDay(book, at);
    if (dayOf(reservation.granted) != book.day)
        return;
    std::int64_t& parcels = book.parcelsToday[reservation.node.number];
    parcels =
        std::max(parcels - 1, std::int64_t{0});  // a book made from open reservations alone starts at none
}

void leave(StockBook& book, const Reservation& reservation, Instant at)
{
    for (const LineUnits& line : reservation.lines)
        move(book.positions[{reservation.node, line.sku}], at, -line.units);
}

bool endedUnshipped(const Reservation& reservation)
{
    return reservation.state == ReservationState::Released || reservation.state == ReservationState::Expired;
}

void end(Reservation& reservation, ReservationState state)
{
    HP_CHECK(reservation.state == ReservationState::Granted);
    reservation.state = state;
}

struct Fold {
    Reservation& reservation;
    Instant at;

    void operator()(const Granted& fact) const
    {
        HP_CHECK(reservation.state == ReservationState::None);
        reservation.state = ReservationState::Granted;
        reservation.order = fact.order;
        reservation.leg = fact.leg;
        reservation.node = fact.node;
        reservation.granted = at;
        reservation.expires = fact.expires;
        reservation.lines = fact.lines;
    }
    void operator()(const GrantRefused& fact) const
    {
        HP_CHECK(reservation.state == ReservationState::None);
        reservation.state = ReservationState::Refused;
        reservation.order = fact.order;
        reservation.leg = fact.leg;
        reservation.node = fact.node;
    }
    void operator()(const HoldExtended& fact) const
    {
        HP_CHECK(reservation.state == ReservationState::Granted);
        reservation.expires = fact.expires;
    }
    void operator()(const Consumed&) const { end(reservation, ReservationState::Consumed); }
    void operator()(const Released&) const { end(reservation, ReservationState::Released); }
    void operator()(const Expired&) const { end(reservation, ReservationState::Expired); }
    void operator()(const ShippedUnreserved&) const
    {
        HP_CHECK(endedUnshipped(reservation));
        reservation.state = ReservationState::Consumed;
    }
    template <typename Other>
    void operator()(const Other&) const
    {}
};

std::string where(StockKey key)
{
    return "node " + std::to_string(key.node.number) + ", sku " + std::to_string(key.sku.number) + ": ";
}

using Sums = std::map<StockKey, std::int64_t>;

Sums reservedBy(std::span<const Reservation* const> live)
{
    Sums sums;
    for (const Reservation* reservation : live)
        if (reservation->state == ReservationState::Granted)
            for (const LineUnits& line : reservation->lines)
                sums[{reservation->node, line.sku}] += line.units;
    return sums;
}

void judge(StockKey key, const Position& position, std::int64_t granted, std::vector<std::string>& found)
{
    const auto negative = [&](const char* what, std::int64_t units) {
        if (units < 0)
            found.push_back(where(key) + what + " is " + std::to_string(units));
    };
    negative("on hand", position.onHand());
    negative("reserved", position.reserved);
    negative("buffer", position.buffer);
    negative("available", position.available());
    if (position.reserved != granted)
        found.push_back(where(key) + "reserved is " + std::to_string(position.reserved) +
                        ", reservations add up to " + std::to_string(granted));
}

}  // namespace

void applyGranted(StockBook& book, const Granted& granted, Instant at)
{
    startDay(book, at);
    ++book.parcelsToday[granted.node.number];
    for (const LineUnits& line : granted.lines)
        book.positions[{granted.node, line.sku}].reserved += line.units;
}

void applyConsumed(StockBook& book, const Reservation& reservation, Instant at)
{
    unreserve(book, reservation);
    leave(book, reservation, at);
}

void applyReleased(StockBook& book, const Reservation& reservation, Instant at)
{
    giveBack(book, reservation, at);
}

void applyExpired(StockBook& book, const Reservation& reservation, Instant at)
{
    giveBack(book, reservation, at);
}

void applyShippedUnreserved(StockBook& book, const Reservation& reservation, Instant at)
{
    HP_CHECK(endedUnshipped(reservation));
    leave(book, reservation, at);
}

void apply(Reservation& reservation, const Fact& fact) { std::visit(Fold{reservation, fact.at}, fact.body); }

bool isOverdue(const Reservation& reservation, Instant now, Milliseconds grace)
{
    return reservation.state == ReservationState::Granted && reservation.expires != Never &&
           reservation.expires + grace < now;
}

std::vector<std::string> violations(const StockBook& book, std::span<const Reservation* const> live,
                                    Instant now, Milliseconds grace)
{
    std::vector<std::string> found;
    Sums sums = reservedBy(live);
    for (const auto& [key, position] : book.positions)  // into a sorted map: the result has one order
        sums.try_emplace(key, 0);
    for (const auto& [key, granted] : sums) {
        const Position* position = book.find(key.node, key.sku);
        judge(key, position == nullptr ? Position{} : *position, granted, found);
    }
    for (const Reservation* reservation : live)
        if (isOverdue(*reservation, now, grace))
            found.push_back("reservation " + reservation->id.text() + " outlives its expiry");
    return found;
}

}  // namespace holdpoint::inventory
