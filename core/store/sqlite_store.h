// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/model/checkpoint.h"
#include "core/store/frame_writer.h"
#include "core/store/store_options.h"

#include <memory>
#include <optional>

namespace holdpoint::store {

/// The store port on one SQLite file. One partition a file. Engine thread only. After an fsync error or corruption every
/// call fails until `acquire` opens the file again.
class SqliteStore final : public engine::Store {
public:
    /// `lock` is for a caller that had to hold the folder before; without it `acquire` takes it.
    explicit SqliteStore(StoreOptions options, FolderLock lock = {});
    ~SqliteStore() override;

    /// Also makes a new store, upgrades an older one (keeping `holdpoint.db.v<N>.bak`) and opens again after a failure.
    /// Errors: Conflict (naming the holder), Unsupported (newer version), Forbidden (not writable), Corrupt, Unavailable.
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
    [[nodiscard]] engine::CommitFailure lastFailure() const noexcept override { return lastFailure_; }

    /// Writes it beside the next frame, in the same transaction: a copy of what stands in a second place, for whoever has
    /// the store alone.
    void keep(const Checkpoint& checkpoint) { checkpoints_.push_back(checkpoint); }

    /// Gives up the reserve, so that operators' commands can still be recorded on a full disk. True if there was one;
    /// the next `acquire` takes it again.
    bool releaseReserve() noexcept;
    /// Takes the reserve again, as large as it was. True if it is there: the disk has room.
    bool keepReserve();

private:
    struct Reading;  // the prepared reads

    Result<> openFile(std::string_view holder);
    Result<> openDatabase();
    void fillReserve();
    Result<> usable() const;
    Result<> noted(Result<> result);
    Result<engine::Durability> answer(Transaction::End end, const Transaction& transaction);
    void halt(Fault fault, std::string_view why);
    void close() noexcept;

    StoreOptions options_;
    FolderLock lock_;
    std::unique_ptr<Database> database_;
    FrameWriter writer_;
    std::vector<Checkpoint> checkpoints_;
    std::unique_ptr<Reading> reading_;
    std::uint64_t finds_ = 0;
    std::uint64_t reserved_ = 0;  // bytes of the reserve, when there was room for one
    std::optional<Error> halted_;
    engine::CommitFailure lastFailure_ = engine::CommitFailure::none;
};

}  // namespace holdpoint::store
