// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faulty_store.h"

namespace holdpoint::test {

using engine::CommitFailure;
using engine::Durability;
using engine::Lease;

Result<Lease> FaultyStore::acquire(PartitionId partition, std::string_view holder, Instant now)
{
    if (refused_ > 0) {
        --refused_;
        return Error{Code::Unavailable, "the store cannot be held just now"};
    }
    halted_ = false;
    failure_ = CommitFailure::none;
    return store_.acquire(partition, holder, now);
}

const StoreFault* FaultyStore::planned() const
{
    if (const auto found = plan_.find(commits_); found != plan_.end())
        return &found->second;
    return commits_ >= always_.from ? &always_.fault : nullptr;
}

Result<Durability> FaultyStore::commit(Lease& lease, const engine::Batch& batch)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    if (quiet_)
        return store_.commit(lease, batch);
    ++commits_;
    const StoreFault* fault = planned();
    return fault == nullptr ? pass(lease, batch) : fail(*fault, lease, batch);
}

Result<Durability> FaultyStore::pass(Lease& lease, const engine::Batch& batch)
{
    auto result = store_.commit(lease, batch);
    failure_ = store_.lastFailure();
    return result;
}

Result<Durability> FaultyStore::fail(StoreFault fault, Lease& lease, const engine::Batch& batch)
{
    failure_ = fault == StoreFault::Full   ? CommitFailure::full
               : fault == StoreFault::Busy ? CommitFailure::busy
                                           : CommitFailure::io;
    Lease moved = lease;  // what the caller is not told must not move its lease
    switch (fault) {
    case StoreFault::CrashBefore: throw CrashNow{commits_};
    case StoreFault::CrashAfter:
        if (auto result = pass(lease, batch); !result || *result != Durability::durable)
            return result;
        throw CrashNow{commits_};
    case StoreFault::UnknownCommitted:
        if (auto result = store_.commit(moved, batch); !result || *result != Durability::durable)
            return result;
        halted_ = true;
        return Durability::unknown;
    case StoreFault::UnknownNotCommitted: halted_ = true; return Durability::unknown;
    case StoreFault::NotCommitted:
    case StoreFault::Full:
    case StoreFault::Busy: return Durability::notCommitted;
    }
    return Durability::notCommitted;
}

Result<> FaultyStore::usable() const
{
    if (halted_)
        return Error{Code::Unavailable, "the store is halted until it is opened again"};
    return {};
}

Result<> FaultyStore::names(const Lease& lease, Dictionary& dictionary)
{
    if (auto ready = usable(); !ready)
        return ready;
    return store_.names(lease, dictionary);
}

Result<> FaultyStore::resolve(const Lease& lease, std::span<const engine::KeyRow> keys,
                              std::span<EntityId> out)
{
    if (auto ready = usable(); !ready)
        return ready;
    return store_.resolve(lease, keys, out);
}

Result<> FaultyStore::load(const Lease& lease, std::span<const EntityId> ids, engine::StepSink& sink)
{
    if (auto ready = usable(); !ready)
        return ready;
    return store_.load(lease, ids, sink);
}

Result<std::vector<engine::OpenEntity>> FaultyStore::open(const Lease& lease, EntityId after,
                                                          std::size_t limit)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    return store_.open(lease, after, limit);
}

Result<std::vector<engine::OutboxEntry>> FaultyStore::outbox(const Lease& lease, OutboxId after,
                                                             std::size_t limit)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    return store_.outbox(lease, after, limit);
}

Result<> FaultyStore::stock(const Lease& lease, StockBook& book)
{
    if (auto ready = usable(); !ready)
        return ready;
    return store_.stock(lease, book);
}

Result<> FaultyStore::series(const Lease& lease, std::int64_t fromMinute, engine::SeriesSink& sink)
{
    if (auto ready = usable(); !ready)
        return ready;
    return store_.series(lease, fromMinute, sink);
}

Result<std::vector<EntityId>> FaultyStore::entities(const Lease& lease, EntityKind kind, EntityId after,
                                                    std::size_t limit)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    return store_.entities(lease, kind, after, limit);
}

}  // namespace holdpoint::test
