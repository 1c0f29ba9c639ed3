// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/model/event.h"
#include "core/model/exception_item.h"
#include "core/model/names.h"
#include "core/model/stock.h"
#include "core/model/vocabulary.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The store port: what the engine asks of whatever keeps its frames. Engine thread only; no thread inside.
namespace holdpoint::engine {

/// What a commit's answer says. `unknown`: stop, reopen, read the head, go on from what is there.
enum class Durability : std::uint8_t { durable, notCommitted, unknown };
/// Why a commit was not durable. `full`: take nothing new in, keep reading.
enum class CommitFailure : std::uint8_t { none, busy, full, io, conflict, corrupt };

/// One journal row: all that one input did to one entity. `previous` = distance in sequence numbers to the entity's last
/// step, 0 = its first.
struct Step {
    Seq seq = 0;
    EntityId entity;
    Seq previous = 0;
    std::span<const std::byte> body;
};

/// The list columns of an entity; a row is written only if its version is the stored one + the steps of this frame.
struct EntityRow {
    EntityId id;
    Version version = 0;
    Version before = 0;  ///< stored version this frame starts from; 0 = new row
    Seq head = 0;
    std::uint8_t place = 0;
    std::uint8_t status = 0;
    std::uint8_t lane = 0;
    std::uint8_t owner = 0;
    bool finished = false;
    bool wasOpen = false;  ///< it has a row in `open` from an earlier frame
    Instant due = Never;
    bool writeDue = false;  ///< `open` must be inserted or its due moved nearer
    Instant created;
    Instant changed;
    std::int64_t value = 0;
    std::uint32_t currency = 0;
    std::uint32_t slice = 0;
    std::uint32_t channel = 0;
    std::uint32_t region = 0;
    std::uint32_t vendor = 0;
    std::uint32_t flags = 0;
};

struct KeyRow {
    ProducerName space;
    std::string_view text;
    EntityId entity;
};

/// A search entry; the hash is `hash64` of the searched text, cut to 56 bits by the store.
struct FindRow {
    std::uint64_t hash = 0;
    EntityId entity;
};

/// One position as it stands after the frame. A row without a SKU counts the node's parcels: `version` is the day,
/// `counted` how many.
struct StockRow {
    NodeName node;
    Sku sku;
    const Position* position = nullptr;
};

struct OutboxRow {
    OutboxId id = 0;
    EntityId entity;
    VendorName vendor;
    std::span<const std::byte> body;
};

/// Counts of one metric in one cell and minute; rows add up.
struct SeriesRow {
    std::uint32_t metric = 0;
    std::uint32_t cell = 0;
    std::int64_t minute = 0;
    std::int64_t n = 0;
    std::int64_t bad = 0;
    std::int64_t sum = 0;
};

struct BodyRow {
    Hash hash{};
    std::span<const std::byte> bytes;
};

/// One frame: everything one turn did. Spans point into the engine's buffers, valid during the call.
struct Batch {
    FrameNo number = 0;
    Instant now;
    Hash chain{};
    std::uint64_t serial = 0;  ///< the partition's counter after this frame
    std::span<const Step> steps;
    std::span<const EntityRow> rows;
    std::span<const KeyRow> keys;
    std::span<const KeyRow> purged;  ///< keys that are let go of; each was there
    std::span<const FindRow> finds;
    std::span<const StockRow> stock;
    std::span<const OutboxRow> planned;
    std::span<const OutboxId> answered;
    std::span<const ExceptionItem* const> exceptions;
    std::span<const SeriesRow> series;
    std::span<const BodyRow> bodies;
    std::span<const NameRow> names;
};

/// Proof of being the holder of a partition, with where the partition stands. Every commit checks the epoch.
struct Lease {
    PartitionId partition = 0;
    std::uint64_t epoch = 0;
    Seq lastSeq = 0;
    FrameNo lastFrame = 0;
    Hash chain{};
    Instant lastTime;
    std::uint64_t serial = 0;
};

/// Receives steps oldest first per entity.
class StepSink {
public:
    virtual ~StepSink() = default;
    virtual void step(const Step& step) = 0;
};

/// Receives rows of series, minute by minute.
class SeriesSink {
public:
    virtual ~SeriesSink() = default;
    virtual void row(const SeriesRow& row) = 0;
};

struct OpenEntity {
    EntityId id;
    Instant due;
};
struct OutboxEntry {
    OutboxId id = 0;
    EntityId entity;
    std::vector<std::byte> body;
};

/// Everything the engine needs of its store. Errors everywhere: Unavailable (full, I/O), Corrupt; more where said.
class Store {
public:
    virtual ~Store() = default;

    /// Becomes the holder. Errors: Conflict (held by another), Unsupported (newer version), Forbidden (read-only), Corrupt.
    virtual Result<Lease> acquire(PartitionId partition, std::string_view holder, Instant now) = 0;
    /// Fills `dictionary` with the names stored.
    virtual Result<> names(const Lease& lease, Dictionary& dictionary) = 0;
    /// Entities of the keys, in their order; a none id = unknown key.
    virtual Result<> resolve(const Lease& lease, std::span<const KeyRow> keys, std::span<EntityId> out) = 0;
    /// All steps of the entities, oldest first per entity. An unknown id gives none.
    virtual Result<> load(const Lease& lease, std::span<const EntityId> ids, StepSink& sink) = 0;
    /// The unfinished entities after `after`, by id, at most `limit`.
    virtual Result<std::vector<OpenEntity>> open(const Lease& lease, EntityId after, std::size_t limit) = 0;
    /// Outbox rows after `after`, by id, at most `limit`.
    virtual Result<std::vector<OutboxEntry>> outbox(const Lease& lease, OutboxId after,
                                                    std::size_t limit) = 0;
    /// Every stock position, as it was written last.
    virtual Result<> stock(const Lease& lease, StockBook& book) = 0;
    /// All or nothing, fsync inside. `Conflict` = another holder or another version: the engine stops. On success `lease`
    /// moves to the new head. `durable` is only said when it is on disk.
    virtual Result<Durability> commit(Lease& lease, const Batch& batch) = 0;
    /// Ids of all entities of a kind after `after`, by id, at most `limit`: for checks and folding again.
    virtual Result<std::vector<EntityId>> entities(const Lease& lease, EntityKind kind, EntityId after,
                                                   std::size_t limit) = 0;
    /// All series of that minute and later, in the order of their minutes.
    virtual Result<> series(const Lease& lease, std::int64_t fromMinute, SeriesSink& sink) = 0;
    /// Of the last `commit`.
    [[nodiscard]] virtual CommitFailure lastFailure() const noexcept { return CommitFailure::none; }
};

}  // namespace holdpoint::engine
