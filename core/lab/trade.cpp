// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/trade.h"

#include "core/base/hash.h"

namespace holdpoint::lab {
namespace {

std::uint64_t legOf(const std::string& order, Part part) { return hash64(order) + part; }

}  // namespace

bool Trade::offers(Operation operation) const noexcept
{
    switch (operation) {
    case Operation::Ship:
    case Operation::Cancel: return kind_ == VendorKind::Warehouse;
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void: return kind_ == VendorKind::Payment;
    case Operation::Book:
    case Operation::Unbook: return kind_ == VendorKind::Carrier;
    case Operation::Confirm: return kind_ == VendorKind::Shop;
    case Operation::Handback: return kind_ == VendorKind::Legacy;
    }
    return false;
}

const Trade::Shipment* Trade::shipment(const std::string& order, Part part) const
{
    const auto found = shipments_.find(legOf(order, part));
    return found == shipments_.end() ? nullptr : &found->second;
}

bool Trade::cancelled(const std::string& order, Part part) const
{
    const Shipment* found = shipment(order, part);
    return found && found->cancelled;
}

Verdict Trade::judge(const VendorCall& call, Instant now) const
{
    if (!offers(call.ref.operation))
        return {400, FailureClass::Validation, "operation_not_offered", "/operation"};
    const Shipment* leg = shipment(call.orderNumber, call.ref.part);
    if (call.ref.operation == Operation::Ship && leg && leg->cancelled)
        return {409, FailureClass::HardBusiness, "cancelled", ""};
    if (call.ref.operation == Operation::Cancel && leg && !leg->cancelled && leg->leaves <= now)
        return {409, FailureClass::HardBusiness, "already_shipped", ""};
    if (call.ref.operation == Operation::Unbook && leg && !leg->cancelled && leg->leaves <= now)
        return {409, FailureClass::HardBusiness, "already_collected", ""};
    return call.ref.operation == Operation::Capture ? judgeCapture(call) : Verdict{};
}

Verdict Trade::judgeCapture(const VendorCall& call) const
{
    const auto found = payments_.find(call.reference);
    if (found == payments_.end() || call.amount <= found->second.limit - found->second.captured)
        return {};
    return {422, FailureClass::HardBusiness, "exceeds_authorised", "/amount"};
}

void Trade::done(const BookRow& row, Instant leaves)
{
    if (row.operation == Operation::Ship || row.operation == Operation::Book)
        shipments_[legOf(row.order, row.part)].leaves = leaves;
    else if (row.operation == Operation::Cancel || row.operation == Operation::Unbook)
        cancel(legOf(row.order, row.part));
    else if (row.operation == Operation::Capture && !row.about.empty())
        payments_[row.about].captured += row.amount;
}

void Trade::cancel(std::uint64_t leg)
{
    if (!forgetsEarlyCancel_ || shipments_.contains(leg))
        shipments_[leg].cancelled = true;
}

}  // namespace holdpoint::lab
