// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"

#include <map>

namespace holdpoint::test {

/// Thrown where a plan lets the process die: catch it outside the engine, drop everything in memory, start again.
struct CrashNow {
    std::uint64_t commit = 0;
};

enum class StoreFault : std::uint8_t {
    CrashBefore,          ///< dies before the commit: nothing is stored
    CrashAfter,           ///< dies after it: stored, but nobody was told
    NotCommitted,         ///< says no, and nothing is stored
    UnknownCommitted,     ///< says unknown; it is stored
    UnknownNotCommitted,  ///< says unknown; nothing is stored
    Full,                 ///< says no because the disk is full
    Busy,                 ///< says no because somebody else is writing
};

/// Any store with faults at planned commits, counted from 1 over the life of this object. After `unknown` it refuses all
/// until `acquire`, as a real store does. Does not own the store.
class FaultyStore final : public engine::Store {
public:
    explicit FaultyStore(engine::Store& store) : store_(store) {}

    void at(std::uint64_t commit, StoreFault fault) { plan_[commit] = fault; }
    /// From this commit on every one fails with it; only for faults that do not kill.
    void from(std::uint64_t commit, StoreFault fault) { always_ = {commit, fault}; }
    void clear()
    {
        plan_.clear();
        always_ = {};
    }
    /// The next so many who want to hold it are sent away.
    void refuseHolders(int times) { refused_ = times; }
    /// While quiet nothing is counted and nothing fails.
    void quiet(bool isQuiet) { quiet_ = isQuiet; }
    /// Commits asked for so far.
    [[nodiscard]] std::uint64_t commits() const noexcept { return commits_; }

    Result<engine::Lease> acquire(PartitionId partition, std::string_view holder, Instant now) override;
    Result<> names(const engine::Lease& lease, Dictionary& dictionary) override;
    Result<> resolve(const engine::Lease& lease, std::span<const engine::KeyRow> keys,
                     std::span<EntityId> out) override;
    Result<> load(const engine::Lease& lease, std::span<const EntityId> ids, engine::StepSink& sink) override;
    Result<std::vector<engine::OpenEntity>> open(const engine::Lease& lease, EntityId after,
                                                 std::size_t limit) override;
    Result<std::vector<engine::OutboxEntry>> outbox(const engine::Lease& lease, OutboxId after,
                                                    std::size_t limit) override;
    Result<> stock(const engine::Lease& lease, StockBook& book) override;
    Result<> series(const engine::Lease& lease, std::int64_t fromMinute, engine::SeriesSink& sink) override;
    Result<engine::Durability> commit(engine::Lease& lease, const engine::Batch& batch) override;
    Result<std::vector<EntityId>> entities(const engine::Lease& lease, EntityKind kind, EntityId after,
                                           std::size_t limit) override;
    [[nodiscard]] engine::CommitFailure lastFailure() const noexcept override { return failure_; }

private:
    struct Always {
        std::uint64_t from = UINT64_MAX;
        StoreFault fault = StoreFault::NotCommitted;
    };
    [[nodiscard]] const StoreFault* planned() const;
    Result<engine::Durability> fail(StoreFault fault, engine::Lease& lease, const engine::Batch& batch);
    Result<engine::Durability> pass(engine::Lease& lease, const engine::Batch& batch);
    Result<> usable() const;

    engine::Store& store_;
    std::map<std::uint64_t, StoreFault> plan_;
    Always always_;
    std::uint64_t commits_ = 0;
    bool halted_ = false;
    int refused_ = 0;
    bool quiet_ = false;
    engine::CommitFailure failure_ = engine::CommitFailure::none;
};

}  // namespace holdpoint::test
