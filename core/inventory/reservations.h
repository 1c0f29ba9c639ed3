// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/stock.h"

#include <span>
#include <string>
#include <vector>

/// Reservations and what they do to the stock book. Pure; the caller owns both and their thread.
namespace holdpoint::inventory {

/// Reserves and counts one parcel of the day. The caller checked first; the book follows what was granted all the same.
/// `at` is engine time, and so below, except where shipped.
void applyGranted(StockBook& book, const Granted& granted, Instant at);

/// The exclusive ends. Each takes the reservation as it was *before* its fact is applied to it and asserts that it was
/// granted: a second end is a bug of ours. Shipped at `at` by the source's clock: reserved and on hand fall.
void applyConsumed(StockBook& book, const Reservation& reservation, Instant at);
/// Reserved falls, and so does the day's count of parcels if they were granted that same day.
void applyReleased(StockBook& book, const Reservation& reservation, Instant at);
void applyExpired(StockBook& book, const Reservation& reservation, Instant at);
/// Shipped after release or expiry: on hand falls by what left, whatever we had promised meanwhile. Asserts that the
/// reservation had ended so.
void applyShippedUnreserved(StockBook& book, const Reservation& reservation, Instant at);

/// Folds one fact into a reservation; asserts that its end is the only one. Facts of other entities are ignored.
void apply(Reservation& reservation, const Fact& fact);

/// Granted still, although `expires` and the grace have passed: time to expire it.
[[nodiscard]] bool isOverdue(const Reservation& reservation, Instant now, Milliseconds grace);

/// What is not as it must be, in the order of node and SKU; empty when all is well. Checked: nothing negative (I2), the
/// granted reservations of each position add up to its reserved units (I3), and none is overdue at `now` (I4); on hand =
/// available + reserved + buffer holds by construction. `live` may hold ended reservations: they count as nothing.
[[nodiscard]] std::vector<std::string> violations(const StockBook& book,
                                                  std::span<const Reservation* const> live,
                                                  Instant now = Instant{INT64_MIN / 2},
                                                  Milliseconds grace = {});

}  // namespace holdpoint::inventory
