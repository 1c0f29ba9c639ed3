// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"

#include <string_view>

/// What one input does to a node or a reservation. Both change the stock book of their partition; if the frame is not
/// committed, the book is read again from the store.
namespace holdpoint::flow {

struct StockTurn {
    const Policy& policy;
    StockBook& book;
    Dictionary& names;
    Instant now;
    Seq seq = 0;
};

/// Grants all lines or none; answers the order either way. `fresh` has its id and nothing else.
void reserve(Reservation& fresh, const ReserveStock& wish, const StockTurn& turn, Change& out);
void consume(Reservation& reservation, const ConsumeStock& message, const StockTurn& turn, Change& out);
void release(Reservation& reservation, const ReleaseStock& message, const StockTurn& turn, Change& out);
/// The grant is overdue: it ends, and its order is told; or it lives on if the node has accepted the leg
/// (`legAccepted`, read from the order).
void reservationDue(Reservation& reservation, bool legAccepted, const StockTurn& turn, Change& out);
void applyStep(Reservation& reservation, const StepBody& step, Seq seq);

/// Why a count of a node says something about our book, as reasons of its step: nothing was known before; an older count
/// than ours; too far from what we thought (value = units apart). No reason: it agrees.
inline constexpr std::string_view FirstCount = "first_count";
inline constexpr std::string_view OldCount = "old_count";
inline constexpr std::string_view CountDiffers = "count_differs";

/// Counts and adjustments from a node. `book` follows.
void nodeEvent(Node& node, const Event& event, const StockTurn& turn, Change& out);
void restock(Node& node, const RestockUnits& message, const StockTurn& turn, Change& out);
/// Folds the node's own state only: the book comes from the stock rows.
void applyStep(Node& node, const StepBody& step, Seq seq);

}  // namespace holdpoint::flow
