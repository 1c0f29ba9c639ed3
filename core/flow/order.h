// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"

/// What one input does to one order. Each function applies to `order` the facts it decides, and says in `out` what the
/// engine must store and send; if the frame is not committed, the engine folds the order again from its steps.
/// Everything they depend on is in the arguments: no clock, no chance but `around.rng`, no I/O.
namespace holdpoint::flow {

/// One input for one order: `seq` is the number its step will have.
struct Turn {
    const Surroundings& around;
    Instant now;
    Seq seq = 0;
};

void orderEvent(Order& order, const EventInput& input, const Turn& turn, Change& out);
void orderAnswer(Order& order, const VendorAnswer& answer, const Turn& turn, Change& out);
void orderStock(Order& order, const StockAnswer& answer, const Turn& turn, Change& out);
/// Looks at what is overdue at `turn.now`; `out.keep` is false if nothing became true that a step must tell.
void orderDue(Order& order, const Turn& turn, Change& out);
void orderEndOfFile(Order& order, const Turn& turn, Change& out);
void orderGatewayRefused(Order& order, const GatewayRefused& refused, const Turn& turn, Change& out);
/// Errors: Forbidden, Conflict, InvalidArgument with the reason; nothing is changed then.
Result<> orderCommand(Order& order, const OrderCommand& command, const Turn& turn, Change& out);

/// The request a planned effect stands for, as it would be sent now. Used when planning and to explain.
[[nodiscard]] EffectRequest requestFor(const Order& order, EffectRef ref, VendorName vendor,
                                       std::int64_t amount, std::string_view reference);

}  // namespace holdpoint::flow
