// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/ownership.h"

namespace holdpoint::rollout {
namespace {

Result<> expect(const Ownership& row, OrderOwner owner, std::uint32_t epoch)
{
    if (row.owner != owner)
        return Error{Code::Conflict, "the order belongs to " + std::string(name(row.owner))};
    if (row.epoch != epoch)
        return Error{Code::Conflict,
                     "epoch " + std::to_string(epoch) + " is not " + std::to_string(row.epoch)};
    return {};
}

Ownership next(const Ownership& row, OrderOwner owner, std::uint32_t epoch, Instant now, std::string reason)
{
    return {owner, epoch, now, std::move(reason), row.step};
}

}  // namespace

Result<Ownership> offered(const Ownership& row, std::uint32_t seenEpoch, Instant now, std::string reason)
{
    if (const auto ok = expect(row, OrderOwner::Holdpoint, seenEpoch); !ok)
        return ok.error();
    return next(row, OrderOwner::Transfer, row.epoch + 1, now, std::move(reason));
}

Result<Ownership> handedBack(const Ownership& row, std::uint32_t offerEpoch, Instant now)
{
    if (const auto ok = expect(row, OrderOwner::Transfer, offerEpoch); !ok)
        return ok.error();
    return next(row, OrderOwner::Legacy, row.epoch, now, row.reason);
}

Result<Ownership> refusedBack(const Ownership& row, std::uint32_t offerEpoch, Instant now, std::string reason)
{
    if (const auto ok = expect(row, OrderOwner::Transfer, offerEpoch); !ok)
        return ok.error();
    return next(row, OrderOwner::Holdpoint, row.epoch + 1, now, std::move(reason));
}

std::pair<const Ownership&, bool> Ledger::decide(EntityId order, const Ownership& first)
{
    const auto [row, isNew] = rows_.try_emplace(order, first);
    return {row->second, isNew};
}

const Ownership* Ledger::find(EntityId order) const
{
    const auto row = rows_.find(order);
    return row == rows_.end() ? nullptr : &row->second;
}

Result<> Ledger::replace(EntityId order, const Ownership& next)
{
    const auto row = rows_.find(order);
    if (row == rows_.end())
        return Error{Code::NotFound, order.text() + " has no owner yet"};
    const bool answer = row->second.owner == OrderOwner::Transfer && next.owner == OrderOwner::Legacy &&
                        next.epoch == row->second.epoch;
    if (next.epoch <= row->second.epoch && !answer)
        return Error{Code::Conflict, "a newer owner is written already"};
    row->second = next;
    return {};
}

}  // namespace holdpoint::rollout
