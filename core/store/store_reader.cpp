// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_reader.h"

#include "core/base/hash.h"
#include "core/store/frame_writer.h"
#include "core/store/key_packing.h"
#include "core/store/rows.h"
#include "core/store/schema.h"

#include <algorithm>

namespace holdpoint::store {
namespace {

constexpr const char* ByText =
    "SELECT DISTINCT k.entity FROM name n JOIN key k ON k.space=n.number AND k.text=?1 "
    "WHERE n.kind=?2 ORDER BY k.entity";

/// All rows of a bound statement as a vector.
template <typename T, typename F>
Result<std::vector<T>> listOf(Statement& statement, F&& make)
{
    std::vector<T> list;
    auto read = statement.each([&](Statement& row) { list.push_back(make(row)); });
    if (!read)
        return read.error();
    return list;
}

}  // namespace

Result<std::unique_ptr<StoreReader>> StoreReader::open(const StoreOptions& options)
{
    std::error_code ignored;
    if (options.hasFolder() && !std::filesystem::exists(options.paths.database(), ignored))
        return Error{Code::NotFound, options.paths.database().string() + " does not exist"};
    std::unique_ptr<StoreReader> reader(new StoreReader);
    auto database = Database::open(options.connection(options.hasFolder()));
    if (!database)
        return database.error();
    reader->database_ = std::move(*database);
    const auto state = identify(*reader->database_);
    if (!state)
        return state.error();
    if (*state != FileState::Current)
        return Error{Code::Unsupported, "the store has an older version or is empty: its holder upgrades it"};
    if (auto prepared = reader->prepare(); !prepared)
        return prepared.error();
    return reader;
}

Result<> StoreReader::prepare()
{
    const std::pair<Statement StoreReader::*, const char*> all[] = {
        {&StoreReader::names_, "SELECT kind, number, text FROM name"},
        {&StoreReader::newNames_,
         "SELECT number, text FROM name WHERE kind=?1 AND number>?2 ORDER BY number"},
        {&StoreReader::entitiesBack_, EntityListBack},
        {&StoreReader::frames_, "SELECT number, last_seq, at, hash FROM frame WHERE number BETWEEN ?1 AND ?2 "
                                "ORDER BY number"},
        {&StoreReader::steps_, "SELECT seq, entity, previous, body FROM step WHERE seq BETWEEN ?1 AND ?2 "
                               "ORDER BY seq"},
        {&StoreReader::entity_, EntityColumns},
        {&StoreReader::entities_, EntityList},
        {&StoreReader::places_, "SELECT place, count(*) FROM entity WHERE (id & 63)=?1 GROUP BY place"},
        {&StoreReader::outbox_, "SELECT id, entity, body FROM outbox WHERE id>?1 ORDER BY id LIMIT ?2"},
        {&StoreReader::exceptions_, ExceptionList},
        {&StoreReader::openExceptions_, OpenExceptionList},
        {&StoreReader::orderPlaces_,
         "SELECT id, place, status, lane, created, flags FROM entity WHERE (id & 63)=?1"},
        {&StoreReader::stock_,
         "SELECT node, sku, version, on_hand, reserved, buffer, counted_at, counted, moved FROM stock"},
        {&StoreReader::series_,
         "SELECT coalesce(sum(n), 0), coalesce(sum(bad), 0), coalesce(sum(sum), 0) FROM series WHERE minute BETWEEN ?3 AND ?4 "
         "AND metric=?1 AND cell=?2"},
        {&StoreReader::seriesFrom_, SeriesList},
        {&StoreReader::eachSeries_, "SELECT metric, cell, minute, n, bad, sum FROM series"},
        {&StoreReader::keys_, "SELECT space, text, entity FROM key"},
        {&StoreReader::byKey_, "SELECT entity FROM key WHERE space=?1 AND text=?2"},
        {&StoreReader::byText_, ByText},
        {&StoreReader::find_, "SELECT entity FROM find WHERE bucket=?1 AND hash=?2"},
        {&StoreReader::body_, "SELECT bytes FROM body WHERE hash=?1"},
    };
    for (const auto& [member, sql] : all) {
        auto statement = database_->prepare(sql);
        if (!statement)
            return Error{Code::Corrupt, statement.error().detail};
        this->*member = std::move(*statement);
    }
    return walk_.prepare(*database_);
}

Result<> StoreReader::begin()
{
    if (auto begun = database_->execute("BEGIN"); !begun)
        return begun;
    // The first read pins the moment.
    if (const auto pinned = database_->integer("SELECT count(*) FROM partition"); !pinned)
        return pinned.error();
    return {};
}

void StoreReader::end() noexcept
{
    if (database_->inTransaction())
        static_cast<void>(database_->execute("COMMIT").has_value());
}

// Two reads that must be of one moment.
Result<PartitionHead> StoreReader::head()
{
    const bool own = !database_->inTransaction();
    if (own)
        if (auto begun = begin(); !begun)
            return begun.error();
    auto head = readPartition(*database_);
    if (own)
        end();
    return head;
}

Result<> StoreReader::names(Dictionary& dictionary)
{
    return names_.bind().each([&](Statement& row) {
        dictionary.restore(as<NameKind>(row, 0), as<std::uint32_t>(row, 1), row.text(2));
    });
}

Result<> StoreReader::names(NameKind kind, std::uint32_t after,
                            const std::function<void(std::uint32_t, std::string_view)>& name)
{
    return newNames_.bind(kind, after).each([&](Statement& row) {
        name(as<std::uint32_t>(row, 0), row.text(1));
    });
}

Result<> StoreReader::frames(FrameNo first, FrameNo last, const std::function<bool(const FrameRow&)>& frame)
{
    bool whole = true;
    auto read = frames_.bind(first, last).each([&](Statement& row) {
        FrameRow f{as<FrameNo>(row, 0), as<Seq>(row, 1), {row.integer(2)}, {}};
        whole = row.hash(3, f.hash);
        return whole && frame(f);
    });
    if (read && !whole)
        return Error{Code::Corrupt, "a frame's hash has another size"};
    return read;
}

Result<> StoreReader::steps(Seq first, Seq last, engine::StepSink& sink)
{
    return steps_.bind(first, last).each([&](Statement& row) {
        sink.step({as<Seq>(row, 0), row.id(1), as<Seq>(row, 2), row.blob(3)});
    });
}

Result<> StoreReader::timeline(EntityId id, engine::StepSink& sink) { return walk_.walk(id, sink); }

Result<engine::EntityRow> StoreReader::entity(EntityId id)
{
    engine::EntityRow entity;
    auto found = entity_.bind(id).one([&](Statement& row) { entity = entityOf(row); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{Code::NotFound, id.text()};
    return entity;
}

Result<> StoreReader::entities(EntityKind kind, EntityId after,
                               const std::function<bool(const engine::EntityRow&)>& entity)
{
    return entities_.bind(after, kind).each([&](Statement& row) -> bool { return entity(entityOf(row)); });
}

Result<> StoreReader::entitiesBack(EntityKind kind, EntityId before,
                                   const std::function<bool(const engine::EntityRow&)>& entity)
{
    const std::int64_t limit = before.isNone() ? INT64_MAX : static_cast<std::int64_t>(before.value());
    return entitiesBack_.bind(limit, kind).each([&](Statement& row) -> bool {
        return entity(entityOf(row));
    });
}

Result<> StoreReader::orderPlaces(const std::function<bool(const OrderPlace&)>& order)
{
    return orderPlaces_.bind(EntityKind::Order).each([&](Statement& row) -> bool {
        return order({row.id(0), as<Place>(row, 1), as<OrderStatus>(row, 2), as<Lane>(row, 3),
                      as<std::uint32_t>(row, 5), Instant{row.integer(4)}});
    });
}

Result<> StoreReader::openExceptions(const std::function<void(const ExceptionItem&)>& item)
{
    return openExceptions_.bind().each([&](Statement& row) { item(exceptionOf(row)); });
}

Result<PlaceCounts> StoreReader::places(EntityKind kind)
{
    PlaceCounts counts{};
    bool known = true;
    auto read = places_.bind(kind).each([&](Statement& row) {
        const auto place = as<std::size_t>(row, 0);
        known = known && place < counts.size();
        if (place < counts.size())
            counts[place] = row.integer(1);
    });
    if (!read)
        return read.error();
    if (!known)
        return Error{Code::Corrupt, "an entity is in a place that does not exist"};
    return counts;
}

Result<std::vector<engine::OutboxEntry>> StoreReader::outbox(OutboxId after, std::size_t limit)
{
    return listOf<engine::OutboxEntry>(outbox_.bind(after, limit), [](Statement& row) {
        const auto body = row.blob(2);
        return engine::OutboxEntry{as<OutboxId>(row, 0), row.id(1), {body.begin(), body.end()}};
    });
}

Result<std::vector<ExceptionItem>> StoreReader::exceptions(bool openOnly, EntityId after, std::size_t limit)
{
    return listOf<ExceptionItem>(exceptions_.bind(after, openOnly, limit), exceptionOf);
}

Result<std::vector<StoredStock>> StoreReader::stock()
{
    return listOf<StoredStock>(stock_.bind(), [](Statement& row) {
        StoredStock stored{{as<std::uint32_t>(row, 0)}, {as<std::uint32_t>(row, 1)}, row.integer(3), {}};
        stored.position.version = as<std::uint64_t>(row, 2);
        stored.position.reserved = row.integer(4);
        stored.position.buffer = row.integer(5);
        stored.position.countedAt = {row.integer(6)};
        stored.position.counted = row.integer(7);
        stored.position.moved = decodeMoved(row.blob(8));
        return stored;
    });
}

Result<SeriesSum> StoreReader::series(std::uint32_t metric, std::uint32_t cell, std::int64_t first,
                                      std::int64_t last)
{
    SeriesSum sum;
    auto read = series_.bind(metric, cell, first, last).one([&](Statement& row) {
        sum = {row.integer(0), row.integer(1), row.integer(2)};
    });
    if (!read)
        return read.error();
    return sum;
}

Result<> StoreReader::seriesFrom(std::int64_t minute, engine::SeriesSink& sink)
{
    return seriesFrom_.bind(minute).each([&](Statement& row) { sink.row(seriesRow(row)); });
}

Result<> StoreReader::eachSeries(
    const std::function<void(std::uint32_t, std::uint32_t, std::int64_t, SeriesSum)>& each)
{
    return eachSeries_.bind().each([&](Statement& row) {
        each(as<std::uint32_t>(row, 0), as<std::uint32_t>(row, 1), row.integer(2),
             {row.integer(3), row.integer(4), row.integer(5)});
    });
}

Result<> StoreReader::keys(const std::function<void(ProducerName, const std::string&, EntityId)>& each)
{
    return keys_.bind().each(
        [&](Statement& row) { each({as<std::uint32_t>(row, 0)}, unpackKey(row.blob(1)), row.id(2)); });
}

Result<EntityId> StoreReader::byKey(ProducerName space, std::string_view text)
{
    std::vector<std::byte> scratch;
    EntityId id;
    auto read =
        byKey_.bind(space.number, packKey(text, scratch)).one([&](Statement& row) { id = row.id(0); });
    if (!read)
        return read.error();
    return id;
}

Result<std::vector<EntityId>> StoreReader::byText(std::string_view text)
{
    std::vector<std::byte> scratch;
    return listOf<EntityId>(byText_.bind(packKey(text, scratch), NameKind::Producer),
                            [](Statement& row) { return row.id(0); });
}

Result<std::vector<EntityId>> StoreReader::bySearch(std::string_view text)
{
    const auto finds = database_->integer("SELECT finds FROM partition");
    if (!finds)
        return finds.error();
    std::vector<EntityId> found;
    for (std::int64_t bucket = *finds >> FindBucketBits; bucket >= 0; --bucket) {
        auto read = find_.bind(bucket, hash64(text) & FindHashMask).each([&](Statement& row) {
            if (std::find(found.begin(), found.end(), row.id(0)) == found.end())
                found.push_back(row.id(0));
        });
        if (!read)
            return read.error();
    }
    return found;
}

Result<std::vector<std::byte>> StoreReader::body(const Hash& hash)
{
    std::vector<std::byte> bytes;
    auto found = body_.bind(std::span<const std::byte>(hash)).one([&](Statement& row) {
        const auto blob = row.blob(0);
        bytes.assign(blob.begin(), blob.end());
    });
    if (!found)
        return found.error();
    if (!*found)
        return Error{Code::NotFound, toHex(hash)};
    return bytes;
}

}  // namespace holdpoint::store
