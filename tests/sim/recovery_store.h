// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/mutants.h"
#include "tests/support/faulty_store.h"

#include <memory>

namespace holdpoint::sim {

/// Between the engine and its store while it starts: dies at the nth reading.
class DiesInRecovery final : public engine::Store {
public:
    DiesInRecovery(engine::Store& store, Mutant mutant) : store_(mutantStore(store, mutant)) {}

    void in(std::uint64_t reads) { left_ = reads; }
    Result<engine::Lease> acquire(PartitionId partition, std::string_view holder, Instant now) override
    {
        step();
        auto lease = store_->acquire(partition, holder, now);
        if (lease)
            refusals_ = 0;
        else if (lease.error().code != Code::Conflict && ++refusals_ < MostStarts)
            throw test::CrashNow{};  // the process ends, and somebody starts it again
        return lease;
    }
    Result<> names(const engine::Lease& lease, Dictionary& dictionary) override
    {
        step();
        return store_->names(lease, dictionary);
    }
    Result<> resolve(const engine::Lease& lease, std::span<const engine::KeyRow> keys,
                     std::span<EntityId> out) override
    {
        step();
        return store_->resolve(lease, keys, out);
    }
    Result<> load(const engine::Lease& lease, std::span<const EntityId> ids, engine::StepSink& sink) override
    {
        step();
        return store_->load(lease, ids, sink);
    }
    Result<std::vector<engine::OpenEntity>> open(const engine::Lease& lease, EntityId after,
                                                 std::size_t limit) override
    {
        step();
        return store_->open(lease, after, limit);
    }
    Result<std::vector<engine::OutboxEntry>> outbox(const engine::Lease& lease, OutboxId after,
                                                    std::size_t limit) override
    {
        step();
        return store_->outbox(lease, after, limit);
    }
    Result<> series(const engine::Lease& lease, std::int64_t fromMinute, engine::SeriesSink& sink) override
    {
        step();
        return store_->series(lease, fromMinute, sink);
    }
    Result<> stock(const engine::Lease& lease, StockBook& book) override
    {
        step();
        return store_->stock(lease, book);
    }
    Result<engine::Durability> commit(engine::Lease& lease, const engine::Batch& batch) override
    {
        return store_->commit(lease, batch);
    }
    Result<std::vector<EntityId>> entities(const engine::Lease& lease, EntityKind kind, EntityId after,
                                           std::size_t limit) override
    {
        return store_->entities(lease, kind, after, limit);
    }
    [[nodiscard]] engine::CommitFailure lastFailure() const noexcept override
    {
        return store_->lastFailure();
    }

private:
    void step()
    {
        if (left_ > 0 && --left_ == 0)
            throw test::CrashNow{};
    }
    static constexpr int MostStarts = 10;
    std::unique_ptr<engine::Store> store_;
    std::uint64_t left_ = 0;
    int refusals_ = 0;
};

}  // namespace holdpoint::sim
