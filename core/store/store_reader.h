// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/store/partition_row.h"
#include "core/store/step_walk.h"
#include "core/store/store_options.h"

#include <array>
#include <functional>
#include <memory>

namespace holdpoint::store {

struct FrameRow {
    FrameNo number = 0;
    Seq lastSeq = 0;
    Instant at;
    Hash hash{};
};

/// A position as it was written, with the column for lists beside what it follows from.
struct StoredStock {
    NodeName node;
    Sku sku;
    std::int64_t onHand = 0;
    Position position;
};

struct SeriesSum {
    std::int64_t n = 0;
    std::int64_t bad = 0;
    std::int64_t sum = 0;
};

struct OrderPlace {
    EntityId id;
    Place place = Place::Awaited;
    OrderStatus status = OrderStatus::Awaited;
    Lane lane = Lane::Live;
    std::uint32_t flags = 0;
    Instant created;
};

/// Orders by Place.
using PlaceCounts = std::array<std::int64_t, CountOf<Place>>;

/// Reads a store beside its holder, on a connection that cannot write; also one that nobody holds. One thread. Between
/// `begin` and `end` everything is as of one frame; outside, every call sees the newest. A reading transaction lets the
/// log grow: keep it under 2 s, exports excepted. Errors everywhere: Corrupt, Unavailable; more where said.
class StoreReader {
public:
    /// Errors: NotFound, Corrupt, Unsupported (another version of the schema), Forbidden.
    static Result<std::unique_ptr<StoreReader>> open(const StoreOptions& options);

    Result<> begin();
    void end() noexcept;

    /// Errors: NotFound (nobody ever held it).
    Result<PartitionHead> head();
    Result<> names(Dictionary& dictionary);
    /// Names of one kind with a higher number than `after`, by number.
    Result<> names(NameKind kind, std::uint32_t after,
                   const std::function<void(std::uint32_t number, std::string_view text)>& name);

    /// Frames `first` to `last`, in their order, until `frame` returns false.
    Result<> frames(FrameNo first, FrameNo last, const std::function<bool(const FrameRow&)>& frame);
    /// Steps `first` to `last`, in their order.
    Result<> steps(Seq first, Seq last, engine::StepSink& sink);
    /// All steps of one entity, oldest first; none for an unknown id.
    Result<> timeline(EntityId id, engine::StepSink& sink);

    /// The list columns of an entity; `wasOpen` = it has a row in `open`, with its due. Errors: NotFound.
    Result<engine::EntityRow> entity(EntityId id);
    /// Entities of a kind (None: of all) after `after`, by id, until `row` returns false. The callback may read other things.
    Result<> entities(EntityKind kind, EntityId after,
                      const std::function<bool(const engine::EntityRow&)>& row);
    /// The other way round: entities before `before` (none: from the newest), newest first.
    Result<> entitiesBack(EntityKind kind, EntityId before,
                          const std::function<bool(const engine::EntityRow&)>& row);
    /// Where every order is, by id, until `order` returns false: what `entities` tells of it, for a tenth of the time.
    Result<> orderPlaces(const std::function<bool(const OrderPlace&)>& order);
    /// Every open item, by id; the columns of the list, not the texts.
    Result<> openExceptions(const std::function<void(const ExceptionItem&)>& item);
    /// Scans all entities.
    Result<PlaceCounts> places(EntityKind kind);

    Result<std::vector<engine::OutboxEntry>> outbox(OutboxId after, std::size_t limit);
    /// Items after `after`, by id; the columns of the list, not the texts.
    Result<std::vector<ExceptionItem>> exceptions(bool openOnly, EntityId after, std::size_t limit);
    Result<std::vector<StoredStock>> stock();
    /// Minutes `first` to `last` of one cell, added up.
    Result<SeriesSum> series(std::uint32_t metric, std::uint32_t cell, std::int64_t first, std::int64_t last);

    /// All series of that minute and later, in the order of their minutes.
    Result<> seriesFrom(std::int64_t minute, engine::SeriesSink& sink);

    /// Every cell and minute, in no order that counts.
    Result<> eachSeries(const std::function<void(std::uint32_t metric, std::uint32_t cell,
                                                 std::int64_t minute, SeriesSum)>& row);

    /// Every key, in no order that counts.
    Result<>
    keys(const std::function<void(ProducerName space, const std::string& text, EntityId entity)>& key);
    /// A none id if the key is unknown.
    Result<EntityId> byKey(ProducerName space, std::string_view text);
    /// The entities that any space gives this text.
    Result<std::vector<EntityId>> byText(std::string_view text);
    /// Entities that may have this text among their search entries, each once, newest entries first: the caller checks the
    /// text in their steps. Asks every bucket.
    Result<std::vector<EntityId>> bySearch(std::string_view text);

    /// Bytes of a kept payload. Errors: NotFound.
    Result<std::vector<std::byte>> body(const Hash& hash);

private:
    StoreReader() = default;
    Result<> prepare();

    std::unique_ptr<Database> database_;
    Statement names_, newNames_, entitiesBack_, frames_, steps_, entity_, entities_, places_, outbox_,
        exceptions_, openExceptions_, orderPlaces_, stock_, series_, seriesFrom_, eachSeries_, keys_, byKey_,
        byText_, find_, body_;
    StepWalk walk_;
};

/// Recomputes the chain of `first` to the head. `firstBroken` = 0 if every frame's hash is what its steps give.
struct ChainReport {
    FrameNo frames = 0;
    Seq steps = 0;
    FrameNo firstBroken = 0;
    Hash head{};
};
Result<ChainReport> checkChain(StoreReader& reader, FrameNo first = 1);

}  // namespace holdpoint::store
