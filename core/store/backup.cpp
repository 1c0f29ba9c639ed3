// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/schema.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <system_error>
#include <unistd.h>

namespace holdpoint::store {
namespace fs = std::filesystem;
namespace {

constexpr int PagesAtOnce = 256;

Error cannot(std::string_view what, const fs::path& path, const std::error_code& why)
{
    return {Code::Unavailable, std::string(what) + " " + path.string() + ": " + why.message()};
}

Result<> makeEmpty(const fs::path& path)
{
    std::error_code ignored;
    fs::remove(path, ignored);
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return cannot("cannot make", path, std::error_code(errno, std::generic_category()));
    ::close(file);
    return {};
}

Result<> copyPages(Database& from, Database& to, const CopyProgress& progress)
{
    sqlite3_backup* copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
    if (copy == nullptr)
        return to.lastError("backup");
    int code = SQLITE_OK;
    bool goOn = true;
    while (code == SQLITE_OK && goOn) {
        code = sqlite3_backup_step(copy, PagesAtOnce);
        const int total = sqlite3_backup_pagecount(copy);
        if (progress && total > 0)
            goOn = progress(1.0 - static_cast<double>(sqlite3_backup_remaining(copy)) / total);
    }
    sqlite3_backup_finish(copy);
    if (!goOn && code == SQLITE_OK)
        return Error{Code::Unavailable, "the copy was ended"};
    if (code != SQLITE_DONE) {
        to.note(code);
        return to.lastError("backup");
    }
    return {};
}

/// One file without a log beside it, so that it can be carried away as it is.
Result<> copyInto(Database& from, const fs::path& path, const CopyProgress& progress)
{
    auto to = Database::open({.path = path.string(), .vfs = {}});
    if (!to)
        return to.error();
    if (auto copied = copyPages(from, **to, progress); !copied)
        return copied;
    auto mode = (*to)->text("PRAGMA journal_mode=DELETE");
    if (!mode)
        return mode.error();
    return {};
}

Result<> copyTo(Database& from, const fs::path& target, const CopyProgress& progress)
{
    const fs::path part = target.string() + ".part";
    auto result = makeEmpty(part);
    if (result)
        result = copyInto(from, part, progress);
    if (result)
        result = flushToDisk(part);
    if (result)
        result = checkFile(part);
    std::error_code failed;
    if (result) {
        fs::rename(part, target, failed);
        if (!failed)
            return flushToDisk(target.parent_path().empty() ? fs::path(".") : target.parent_path());
        result = cannot("cannot put in place", target, failed);
    }
    fs::remove(part, failed);
    return result;
}

/// The old file keeps its name until the new one takes it, so that there is a store at every moment.
Result<> swapIn(const fs::path& part, const StorePaths& to)
{
    std::error_code failed;
    const fs::path old = to.database(), kept = old.string() + ".replaced";
    for (const char* tail : {"", "-wal"})
        fs::remove(kept.string() + tail, failed);
    if (fs::exists(old, failed)) {
        fs::create_hard_link(old, kept, failed);
        if (failed)
            return cannot("cannot keep", old, failed);
        fs::rename(old.string() + "-wal", kept.string() + "-wal", failed);  // none after a clean end
        fs::remove(old.string() + "-shm", failed);
    }
    fs::rename(part, old, failed);
    if (failed)
        return cannot("cannot put in place", old, failed);
    return flushToDisk(to.folder);
}

Result<> checkIsStore(const fs::path& file)
{
    if (auto whole = checkFile(file); !whole)
        return whole;
    auto database = Database::open({.path = file.string(), .vfs = {}, .readOnly = true});
    if (!database)
        return database.error();
    const auto state = identify(**database);
    if (!state)
        return state.error();
    if (*state == FileState::Empty)
        return Error{Code::Corrupt, "the file holds no store"};
    return {};
}

}  // namespace

Result<> checkFile(const fs::path& file)
{
    std::error_code failed;
    if (!fs::exists(file, failed))
        return Error{Code::NotFound, file.string() + " does not exist"};
    auto database = Database::open({.path = file.string(), .vfs = {}, .readOnly = true});
    if (!database)
        return database.error();
    const auto verdict = (*database)->text("PRAGMA quick_check(1)");
    if (!verdict)
        return verdict.error();
    if (*verdict != "ok")
        return Error{Code::Corrupt, *verdict};
    return {};
}

Result<> backup(const StoreOptions& from, const fs::path& target, const CopyProgress& progress)
{
    std::error_code failed;
    if (from.hasFolder() && !fs::exists(from.paths.database(), failed))
        return Error{Code::NotFound, from.paths.database().string() + " does not exist"};
    auto source = Database::open(from.connection(from.hasFolder()));
    if (!source)
        return source.error();
    // One reading transaction over all steps of the copy: the holder's commits neither wait nor start it anew.
    if (auto begun = (*source)->execute("BEGIN"); !begun)
        return begun;
    const auto state = identify(**source);
    if (!state)
        return state.error();
    return copyTo(**source, target, progress);
}

Result<> restore(const fs::path& backupFile, const StorePaths& to)
{
    if (auto fit = checkIsStore(backupFile); !fit)
        return fit;
    const auto lock = FolderLock::take(to, "a restore");
    if (!lock)
        return lock.error();
    const fs::path part = to.database().string() + ".part";
    auto source = Database::open({.path = backupFile.string(), .vfs = {}, .readOnly = true});
    if (!source)
        return source.error();
    if (auto copied = copyTo(**source, part, {}); !copied)
        return copied;
    if (auto marked = makeEmpty(to.restoring()); !marked)
        return marked;
    if (auto flushed = flushToDisk(to.folder); !flushed)
        return flushed;
    if (auto swapped = swapIn(part, to); !swapped)
        return swapped;
    std::error_code failed;
    fs::remove(to.corrupt(), failed);
    fs::remove(to.restoring(), failed);
    return flushToDisk(to.folder);
}

Result<> keepCopy(Database& database, const StoreOptions& options)
{
    if (!options.hasFolder())
        return {};
    const auto version = database.integer("PRAGMA user_version");
    if (!version)
        return version.error();
    return copyTo(database, options.paths.database().string() + ".v" + std::to_string(*version) + ".bak", {});
}

}  // namespace holdpoint::store
