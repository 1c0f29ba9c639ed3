// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_store.h"

#include "core/base/check.h"
#include "core/store/backup.h"
#include "core/store/key_packing.h"
#include "core/store/partition_row.h"
#include "core/store/rows.h"
#include "core/store/schema.h"
#include "core/store/step_walk.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

namespace holdpoint::store {

using engine::CommitFailure;
using engine::Durability;
using engine::Lease;

struct SqliteStore::Reading {
    Statement key, names, open, outbox, entities, stock, series;
    StepWalk walk;

    Result<> prepare(Database& database)
    {
        const std::pair<Statement Reading::*, const char*> all[] = {
            {&Reading::key, "SELECT entity FROM key WHERE space=?1 AND text=?2"},
            {&Reading::names, "SELECT kind, number, text FROM name"},
            {&Reading::open, "SELECT id, due FROM open WHERE id>?1 ORDER BY id LIMIT ?2"},
            {&Reading::outbox, "SELECT id, entity, body FROM outbox WHERE id>?1 ORDER BY id LIMIT ?2"},
            {&Reading::entities, "SELECT id FROM entity WHERE id>?1 AND (id & 63)=?2 ORDER BY id LIMIT ?3"},
            {&Reading::stock, StockList},
            {&Reading::series, SeriesList},
        };
        for (const auto& [member, sql] : all) {
            auto statement = database.prepare(sql);
            if (!statement)
                return Error{Code::Corrupt, statement.error().detail};
            this->*member = std::move(*statement);
        }
        return walk.prepare(database);
    }
};

namespace {

// After an fsync error what the log says may be in the kernel's memory and not on the disk, and no later flush would write
// it, also not that of another process. What can be read of it, and so is believed, is written again.
Result<> writeLogAgain(const StorePaths& paths)
{
    const std::filesystem::path log = paths.database().string() + "-wal";
    const int file = ::open(log.c_str(), O_RDWR | O_CLOEXEC);
    if (file < 0)  // none: it ended in order
        return errno == ENOENT
                   ? Result<>()
                   : Result<>(Error{Code::Unavailable, "the log cannot be opened: " + log.string()});
    const std::unique_ptr<const int, void (*)(const int*)> closed(&file, [](const int* f) { ::close(*f); });
    std::vector<char> bytes(std::size_t{1} << 20);
    off_t at = 0;
    ssize_t size = 0;
    for (; (size = ::pread(file, bytes.data(), bytes.size(), at)) > 0; at += size)
        if (::pwrite(file, bytes.data(), static_cast<std::size_t>(size), at) != size)
            return Error{Code::Unavailable, "the log cannot be written: " + log.string()};
    if (size < 0)
        return Error{Code::Unavailable, "the log cannot be read: " + log.string()};
    if (at > 0 && ::fsync(file) != 0)
        return Error{Code::Unavailable, "the log cannot be flushed: " + log.string()};
    return {};
}

Result<> rollBackMaking(const DatabaseOptions& options)
{
    auto writer = Database::open(options);
    if (!writer)
        return writer.error();
    const auto read = (*writer)->integer("SELECT count(*) FROM sqlite_schema");  // rolls back
    return read ? Result<>() : Result<>(read.error());
}

}  // namespace

SqliteStore::SqliteStore(StoreOptions options, FolderLock lock)
    : options_(std::move(options)), lock_(std::move(lock))
{}
SqliteStore::~SqliteStore() { close(); }

void SqliteStore::close() noexcept
{
    reading_.reset();
    writer_ = {};
    database_.reset();
}

Result<Lease> SqliteStore::acquire(PartitionId partition, std::string_view holder, Instant)
{
    close();
    halted_.reset();
    // A full disk must not keep the store shut: that is what the reserve is for.
    auto opened = openFile(holder);
    if (!opened && opened.error().code == Code::Unavailable && releaseReserve()) {
        close();
        opened = openFile(holder);
    }
    if (!opened) {
        close();
        lock_ = {};
        return opened.error();
    }
    auto head = takePartition(*database_, partition, holder);
    if (!head && head.error().code == Code::Unavailable && releaseReserve())
        head = takePartition(*database_, partition, holder);
    if (!head) {
        const Error error = noted(head.error()).error();
        close();
        lock_ = {};
        return error;
    }
    finds_ = head->finds;
    fillReserve();
    return head->lease;
}

Result<> SqliteStore::openFile(std::string_view holder)
{
    if (options_.hasFolder()) {
        if (!lock_.held()) {
            auto lock = FolderLock::take(options_.paths, holder);
            if (!lock)
                return lock.error();
            lock_ = std::move(*lock);
        }
        if (auto ready = prepareFile(options_.paths); !ready)
            return ready;
        if (auto written = writeLogAgain(options_.paths); !written)
            return written;
    }
    return openDatabase();
}

// On a disk nearly full a smaller reserve, or none: the store works without it.
void SqliteStore::fillReserve()
{
    if (!options_.hasFolder())
        return;
    for (std::uint64_t bytes = options_.reserveBytes; bytes > 0; bytes /= 2)
        if (takeReserve(options_.paths, bytes)) {
            reserved_ = std::max(reserved_, bytes);
            return;
        }
}

// What the file is, is asked on a connection that cannot write: a newer or damaged file stays as it is. One whose making
// was interrupted has to be rolled back first.
Result<> SqliteStore::openDatabase()
{
    auto looking = Database::open(options_.connection(options_.hasFolder()));
    if (!looking)
        return looking.error();
    auto state = identify(**looking);
    if (!state && (*looking)->mustRollBack()) {
        if (auto rolled = rollBackMaking(options_.connection(false)); !rolled)
            return rolled;
        state = identify(**looking);
    }
    if (!state)
        return state.error();
    if (!options_.hasFolder()) {
        database_ = std::move(*looking);
    } else {
        auto database = Database::open(options_.connection(false));
        if (!database)
            return database.error();
        database_ = std::move(*database);
        looking->reset();
    }
    if (auto configured = database_->configure(); !configured)
        return configured;
    if (*state == FileState::Older)
        if (auto kept = keepCopy(*database_, options_); !kept)
            return kept;
    if (auto made = *state == FileState::Empty   ? createSchema(*database_)
                    : *state == FileState::Older ? upgradeSchema(*database_)
                                                 : Result<>{};
        !made)
        return made;
    if (auto prepared = writer_.prepare(*database_); !prepared)
        return prepared;
    reading_ = std::make_unique<Reading>();
    return reading_->prepare(*database_);
}

Result<> SqliteStore::usable() const
{
    if (halted_)
        return *halted_;
    if (!database_)
        return Error{Code::Unavailable, "the store is not open"};
    return {};
}

void SqliteStore::halt(Fault fault, std::string_view why)
{
    if (fault == Fault::None)
        return;
    if (fault == Fault::Corrupt && options_.hasFolder())
        markCorrupt(options_.paths, why);
    const Code code = fault == Fault::Corrupt ? Code::Corrupt : Code::Unavailable;
    halted_ = Error{code, "the store is halted until it is opened again: " + std::string(why)};
}

bool SqliteStore::releaseReserve() noexcept { return options_.hasFolder() && dropReserve(options_.paths); }

bool SqliteStore::keepReserve()
{
    return reserved_ == 0 || takeReserve(options_.paths, reserved_).has_value();
}

Result<> SqliteStore::names(const Lease&, Dictionary& dictionary)
{
    if (auto ready = usable(); !ready)
        return ready;
    return noted(reading_->names.bind().each([&](Statement& row) {
        dictionary.restore(static_cast<NameKind>(row.integer(0)), static_cast<std::uint32_t>(row.integer(1)),
                           row.text(2));
    }));
}

Result<> SqliteStore::resolve(const Lease&, std::span<const engine::KeyRow> keys, std::span<EntityId> out)
{
    HP_CHECK(keys.size() == out.size());
    if (auto ready = usable(); !ready)
        return ready;
    if (keys.empty())
        return {};
    std::vector<std::byte> scratch;
    const ReadTransaction together(*database_);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        out[i] = {};
        reading_->key.bind(keys[i].space.number, packKey(keys[i].text, scratch));
        auto found = reading_->key.one([&](Statement& row) { out[i] = row.id(0); });
        if (!found)
            return noted(found.error());
    }
    return {};
}

Result<> SqliteStore::load(const Lease&, std::span<const EntityId> ids, engine::StepSink& sink)
{
    if (auto ready = usable(); !ready)
        return ready;
    for (const EntityId id : ids)
        if (auto walked = reading_->walk.walk(id, sink); !walked)
            return noted(walked);
    return {};
}

Result<std::vector<engine::OpenEntity>> SqliteStore::open(const Lease&, EntityId after, std::size_t limit)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    std::vector<engine::OpenEntity> page;
    auto read = noted(reading_->open.bind(after, limit).each([&](Statement& row) {
        page.push_back({row.id(0), row.isNull(1) ? Never : Instant{row.integer(1)}});
    }));
    if (!read)
        return read.error();
    return page;
}

Result<std::vector<engine::OutboxEntry>> SqliteStore::outbox(const Lease&, OutboxId after, std::size_t limit)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    std::vector<engine::OutboxEntry> page;
    auto read = noted(reading_->outbox.bind(after, limit).each([&](Statement& row) {
        const auto body = row.blob(2);
        page.push_back({static_cast<OutboxId>(row.integer(0)), row.id(1), {body.begin(), body.end()}});
    }));
    if (!read)
        return read.error();
    return page;
}

Result<std::vector<EntityId>> SqliteStore::entities(const Lease&, EntityKind kind, EntityId after,
                                                    std::size_t limit)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    std::vector<EntityId> page;
    auto read = noted(
        reading_->entities.bind(after, kind, limit).each([&](Statement& row) { page.push_back(row.id(0)); }));
    if (!read)
        return read.error();
    return page;
}

Result<> SqliteStore::stock(const Lease&, StockBook& book)
{
    if (auto ready = usable(); !ready)
        return ready;
    return noted(reading_->stock.bind().each([&](Statement& row) { addStock(book, row); }));
}

Result<> SqliteStore::series(const Lease&, std::int64_t fromMinute, engine::SeriesSink& sink)
{
    if (auto ready = usable(); !ready)
        return ready;
    return noted(reading_->series.bind(fromMinute).each([&](Statement& row) { sink.row(seriesRow(row)); }));
}

Result<> SqliteStore::noted(Result<> result)
{
    if (result)
        return result;
    const bool corrupt = result.error().code == Code::Corrupt;
    halt(corrupt ? Fault::Corrupt : database_->halted(), result.error().detail);
    return result;
}

Result<Durability> SqliteStore::commit(Lease& lease, const engine::Batch& batch)
{
    if (auto ready = usable(); !ready)
        return ready.error();
    HP_CHECK(batch.number == lease.lastFrame + 1);
    HP_CHECK(batch.steps.empty() || batch.steps.front().seq == lease.lastSeq + 1);
    HP_CHECK(batch.steps.empty() || batch.steps.back().seq == lease.lastSeq + batch.steps.size());
    Transaction transaction(*database_);
    writer_.write(transaction, lease, batch, finds_);
    writer_.write(transaction, checkpoints_);
    const Transaction::End end = transaction.commit();
    if (end == Transaction::End::Committed) {
        finds_ += batch.finds.size();
        checkpoints_.clear();
        lease.lastFrame = batch.number;
        lease.lastSeq += batch.steps.size();
        lease.chain = batch.chain;
        lease.lastTime = batch.now;
        lease.serial = batch.serial;
    }
    return answer(end, transaction);
}

Result<Durability> SqliteStore::answer(Transaction::End end, const Transaction& transaction)
{
    const Error& error = transaction.error();
    if (end == Transaction::End::Committed) {
        lastFailure_ = CommitFailure::none;
        // The commit is on disk; a checkpoint after it may have met an fsync error, then nothing more is written.
        halt(database_->halted(), "checkpoint failed");
        return Durability::durable;
    }
    switch (transaction.fault()) {
    case Fault::Conflict: lastFailure_ = CommitFailure::conflict; break;
    case Fault::Corrupt: lastFailure_ = CommitFailure::corrupt; break;
    case Fault::Full: lastFailure_ = CommitFailure::full; break;
    case Fault::Busy: lastFailure_ = CommitFailure::busy; break;
    default: lastFailure_ = CommitFailure::io; break;
    }
    if (transaction.fault() == Fault::Corrupt) {
        halt(Fault::Corrupt, error.detail);
        return error;
    }
    if (end == Transaction::End::Unknown) {
        halt(Fault::Fsync, error.detail);
        return Durability::unknown;
    }
    if (transaction.fault() == Fault::Conflict || transaction.fault() == Fault::Forbidden)
        return error;
    return Durability::notCommitted;
}

}  // namespace holdpoint::store
