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

/// Given back by the shop itself: what was reported and is none of ours.
std::int64_t refundedElsewhere(const Order& order)
{
    std::int64_t sum = orders::payments(order).refunded;
    for (const Effect& effect : order.effects)
        if (effect.ref.operation == Operation::Refund && effect.state == EffectState::Done)
            sum -= effect.amount;
    return std::max(sum, std::int64_t{0});
}

/// Never more than was taken.
std::int64_t refundable(const Work& w)
{
    if (w.policy().payment.isNone())
        return INT64_MAX;
    return orders::payments(w.order).captured - owed(w.order) - refundedElsewhere(w.order);
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
    for (const Observed& o : w.order.observed) {
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

/// Taken or being taken for one payment.
std::int64_t capturedOf(const Order& order, Part part)
{
    std::int64_t sum = 0;
    for (const Observed& o : order.observed)
        sum += o.kind == Captured::kind && o.part == part ? o.value : 0;
    const Effect* effect = order.latest(Operation::Capture, part);
    const bool counts =
        effect && effect->state != EffectState::Failed && effect->state != EffectState::NotSent;
    return sum == 0 && counts ? effect->amount : sum;
}

/// What was authorised and has shipped, never more than the order is worth: what was cancelled is not taken.
void captureWhatShipped(Work& w)
{
    const Order& order = w.order;
    const orders::Payments money = orders::payments(order);
    std::int64_t due =
        (order.header.total > 0 ? order.header.total : money.authorised) - cancelledValue(order);
    std::vector<std::pair<Part, std::int64_t>> open;
    for (const Observed& o : order.observed) {
        if (o.kind != Authorised::kind)
            continue;
        const std::int64_t taken = capturedOf(order, o.part);
        due -= taken;
        if (taken == 0)
            open.emplace_back(o.part, o.value);
    }
    // On account: no authorisation was asked for, the total is due on shipping.
    if (!orders::has(order, Authorised::kind) && w.policy().paymentRule == PaymentRule::None)
        open.emplace_back(Part{1}, order.header.total);
    for (const auto& [part, authorised] : open) {
        const std::int64_t amount = std::min(authorised, due);
        if (amount > 0)
            planEffect(w, Operation::Capture, part, w.policy().payment, amount);
        due -= std::max(amount, std::int64_t{0});
    }
}

}  // namespace

void settle(Work& w)
{
    const orders::Quantities q = orders::quantities(w.order);
    if (!w.policy().payment.isNone() && std::max(q.shipped, q.delivered) >= q.ordered)
        captureWhatShipped(w);
    refundReturns(w);
}

}  // namespace holdpoint::flow
