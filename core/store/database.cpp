// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/database.h"

#include <sqlite3.h>

namespace holdpoint::store {
namespace {

constexpr int BusyMilliseconds = 2000;
constexpr int CheckpointPages = 4000;

/// Of the process, and only before its first connection: later SQLite refuses both, which is as well.
void configureLibrary()
{
    static const bool once = [] {
        // The count of its memory takes a lock at every allocation; nobody asks for it.
        (void)sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        // Pages kept for taking back one statement stay in memory; a frame has some hundred of them.
        (void)sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, -1);
        return true;
    }();
    (void)once;
}

}  // namespace

Fault faultOf(int extendedCode) noexcept
{
    switch (extendedCode) {
    case SQLITE_OK:
    case SQLITE_ROW:
    case SQLITE_DONE: return Fault::None;
    case SQLITE_IOERR_FSYNC:
    case SQLITE_IOERR_DIR_FSYNC: return Fault::Fsync;
    case SQLITE_IOERR_CORRUPTFS: return Fault::Corrupt;
    default: break;
    }
    switch (extendedCode & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::Busy;
    case SQLITE_FULL: return Fault::Full;
    case SQLITE_IOERR: return Fault::Io;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Fault::Corrupt;
    case SQLITE_CONSTRAINT: return Fault::Conflict;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return Fault::Forbidden;
    default: return Fault::Other;
    }
}

Code codeOf(Fault fault) noexcept
{
    switch (fault) {
    case Fault::Corrupt: return Code::Corrupt;
    case Fault::Conflict: return Code::Conflict;
    case Fault::Forbidden: return Code::Forbidden;
    case Fault::Fsync: return Code::OutcomeUnknown;
    default: return Code::Unavailable;
    }
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options)
{
    std::unique_ptr<Database> database(new Database(options));
    configureLibrary();
    int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    flags |= options.readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    if (!options.vfs.empty() && !options.readOnly)
        flags |= SQLITE_OPEN_CREATE;
    const char* vfs = options.vfs.empty() ? nullptr : options.vfs.c_str();
    if (sqlite3_open_v2(options.path.c_str(), &database->handle_, flags, vfs) != SQLITE_OK)
        return database->lastError("open");
    sqlite3_busy_timeout(database->handle_, BusyMilliseconds);
    if (!options.readOnly && sqlite3_db_readonly(database->handle_, "main") != 0)
        return Error{Code::Forbidden, "the store's file is not writable"};
    if (auto hardened = database->harden(); !hardened)
        return hardened.error();
    return database;
}

Database::~Database()
{
    for (sqlite3_stmt* word : words_)
        sqlite3_finalize(word);
    if (halted_ !=
        Fault::None)  // the last connection checkpoints when it closes: nothing more may be written
        sqlite3_db_config(handle_, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_close_v2(handle_);
}

Result<> Database::harden()
{
    int on = 0;
    if (sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, &on) != SQLITE_OK || on != 1)
        return Error{Code::Unsupported, "SQLite cannot be made defensive"};
    return expect("PRAGMA trusted_schema=OFF", "PRAGMA trusted_schema", "0");
}

Result<> Database::configure()
{
    struct Pragma {
        const char* set;
        const char* get;
        std::string value;
    };
    const bool memory = options_.vfs == "memdb";
    const std::string cache = std::to_string(-1024 * options_.cacheMegabytes);
    const std::string setCache = "PRAGMA cache_size=" + cache;
    const Pragma pragmas[] = {
        {"PRAGMA page_size=4096", "PRAGMA page_size", "4096"},
        {memory ? "PRAGMA journal_mode=MEMORY" : "PRAGMA journal_mode=WAL", "PRAGMA journal_mode",
         memory ? "memory" : "wal"},
        {"PRAGMA synchronous=FULL", "PRAGMA synchronous", "2"},
        {setCache.c_str(), "PRAGMA cache_size", cache},
        {"PRAGMA foreign_keys=ON", "PRAGMA foreign_keys", "1"},
        // What is ever deleted (outbox and open rows) holds nothing personal; zeroing it costs 5 % of a frame.
        {"PRAGMA secure_delete=OFF", "PRAGMA secure_delete", "0"},
    };
    for (const Pragma& pragma : pragmas)
        if (auto holds = expect(pragma.set, pragma.get, pragma.value); !holds)
            return holds;
    if (options_.maxPages > 0) {
        const std::string limit = "PRAGMA max_page_count=" + std::to_string(options_.maxPages);
        if (auto limited = execute(limit.c_str()); !limited)
            return limited;
    }
    // Not PRAGMA wal_autocheckpoint: that one swallows an fsync error of the checkpoint.
    sqlite3_wal_hook(handle_, &Database::checkpointHook, this);
    return {};
}

int Database::checkpointHook(void* self, sqlite3* handle, const char* name, int pages)
{
    if (pages >= CheckpointPages)
        static_cast<Database*>(self)->note(
            sqlite3_wal_checkpoint_v2(handle, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr));
    return SQLITE_OK;
}

Result<> Database::expect(const char* set, const char* get, std::string_view value)
{
    if (auto done = execute(set); !done)
        return done;
    auto got = text(get);
    if (!got)
        return got.error();
    if (*got != value)
        return Error{Code::Unsupported, std::string(set) + " does not hold: " + *got};
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt* handle = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    if (code != SQLITE_OK) {
        note(code);
        return lastError(sql);
    }
    return Statement(*this, handle);
}

Result<> Database::execute(const char* sql)
{
    if (const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) {
        note(code);
        return lastError(sql);
    }
    return {};
}

int Database::say(Word word) noexcept
{
    static constexpr std::array<const char*, 4> texts{"BEGIN", "BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"};
    sqlite3_stmt*& statement = words_[static_cast<std::size_t>(word)];
    if (statement == nullptr)
        if (const int code = sqlite3_prepare_v3(handle_, texts[static_cast<std::size_t>(word)], -1,
                                                SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
            code != SQLITE_OK)
            return code;
    const int code = sqlite3_step(statement);
    sqlite3_reset(statement);
    return code == SQLITE_DONE ? SQLITE_OK : code;
}

Result<std::int64_t> Database::integer(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    std::int64_t value = 0;
    auto found = statement->one([&](Statement& row) { value = row.integer(0); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{Code::NotFound, std::string(sql)};
    return value;
}

Result<std::string> Database::text(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement.error();
    std::string value;
    auto found = statement->one([&](Statement& row) { value = row.text(0); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{Code::NotFound, std::string(sql)};
    return value;
}

void Database::note(int extendedCode) noexcept
{
    const Fault fault = faultOf(extendedCode);
    if (halted_ == Fault::None && (fault == Fault::Fsync || fault == Fault::Corrupt))
        halted_ = fault;
}

bool Database::inTransaction() const noexcept { return sqlite3_get_autocommit(handle_) == 0; }

bool Database::mustRollBack() const noexcept
{
    return sqlite3_extended_errcode(handle_) == SQLITE_READONLY_ROLLBACK;
}

Error Database::lastError(std::string_view what) const
{
    const int code = handle_ == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle_);
    std::string detail(what);
    detail += ": ";
    detail += handle_ == nullptr ? "out of memory" : sqlite3_errmsg(handle_);
    detail += " (" + std::to_string(code) + ")";
    return Error{codeOf(faultOf(code)), std::move(detail)};
}

}  // namespace holdpoint::store
