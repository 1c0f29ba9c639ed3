// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

std::int64_t priceOf(const Order& order, std::uint16_t line)
{
    for (const OrderLine& known : order.lines)
        if (known.line == line)
            return known.price;
    return 0;
}

std::int64_t cancelledValue(const Order& order)
{
    std::int64_t sum = 0;
    for (const OrderLine& line : order.lines)
        sum += line.cancelled * line.price;
    return sum;
}

/// Value of all receipts of one return.
std::int64_t returnedValue(const Order& order, Part part)
{
    std::int64_t sum = 0;
    for (const Observed& o : order.observed)
        if (o.kind == ReturnReceived::kind && o.part == part)
            sum += priceOf(order, o.line) * o.value;
    return sum;
}

std::int64_t owed(const Order& order, std::optional<Part> part = {})
{
    std::int64_t sum = 0;
    for (const RefundOwed& refund : order.refunds)
        sum += !part || refund.part == *part ? refund.amount : 0;
    return sum;
}

/// Never more than was taken.
std::int64_t refundable(const Work& w)
{
    if (w.policy().payment.isNone())
        return INT64_MAX;
    const orders::Payments money = orders::payments(w.order);
    return money.captured - std::max(owed(w.order), money.refunded);
}

/// The number of the return; a later receipt of the same return needs a key of its own.
Part refundPart(const Order& order, Part part)
{
    if (order.effect({Operation::Refund, part, 1}) == nullptr)
        return part;
    Part last = part;
    for (const Observed& o : order.observed)
        if (o.kind == ReturnReceived::kind || o.kind == ReturnAsked::kind)
            last = std::max(last, o.part);
    for (const Effect& effect : order.effects)
        if (effect.ref.operation == Operation::Refund)
            last = std::max(last, effect.ref.part);
    return static_cast<Part>(last + 1);
}

void refundReturns(Work& w)
{
    for (const Observed& o : std::vector<Observed>(w.order.observed)) {
        if (o.kind != ReturnReceived::kind)
            continue;
        const std::int64_t amount =
            std::min(returnedValue(w.order, o.part) - owed(w.order, o.part), refundable(w));
        if (amount <= 0)
            continue;
        const Part part = refundPart(w.order, o.part);
        w.add(RefundDue{amount, w.order.header.currency}, o.part);
        if (!w.policy().payment.isNone())
            planEffect(w, Operation::Refund, part, w.policy().payment, amount);
    }
}

void captureWhatShipped(Work& w)
{
    std::int64_t spared = cancelledValue(w.order);  // what was cancelled is not taken
    bool authorised = false;
    for (const Observed& o : std::vector<Observed>(w.order.observed)) {
        if (o.kind != Authorised::kind)
            continue;
        authorised = true;
        const std::int64_t amount = std::max(o.value - spared, std::int64_t{0});
        spared -= o.value - amount;
        if (!orders::has(w.order, Captured::kind, o.part) && amount > 0)
            planEffect(w, Operation::Capture, o.part, w.policy().payment, amount);
    }
    // On account: no authorisation was asked for, the total is due on shipping.
    const std::int64_t total = w.order.header.total - spared;
    if (!authorised && w.policy().paymentRule == PaymentRule::None && total > 0)
        planEffect(w, Operation::Capture, 1, w.policy().payment, total);
}

}  // namespace

void settle(Work& w)
{
    const orders::Quantities q = orders::quantities(w.order);
    if (!w.policy().payment.isNone() && q.shipped >= q.ordered)
        captureWhatShipped(w);
    refundReturns(w);
}

}  // namespace holdpoint::flow
