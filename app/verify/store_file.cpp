// SPDX-License-Identifier: GPL-3.0-or-later
#include "store_file.h"

#include <algorithm>
#include <sqlite3.h>

namespace holdpoint::verify {
namespace {

constexpr std::int64_t ApplicationId = 0x48504E54;
constexpr std::int64_t NewestVersion = 2;  // of the schema whose journal tables are known here
constexpr int BusyMs = 5'000;

std::string uriOf(const std::filesystem::path& database)
{
    constexpr char digits[] = "0123456789ABCDEF";
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(database).string()) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '?' || c == '#')
            uri += {'%', digits[byte >> 4], digits[byte & 15]};
        else
            uri += c;
    }
    return uri;
}

sqlite3* tryOpen(const std::string& uri)
{
    sqlite3* handle = nullptr;
    const int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    if (sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr) == SQLITE_OK &&
        sqlite3_exec(handle, "PRAGMA user_version", nullptr, nullptr, nullptr) == SQLITE_OK)
        return handle;
    sqlite3_close_v2(handle);
    return nullptr;
}

}  // namespace

bool Rows::next()
{
    const int code = sqlite3_step(statement_.get());
    failed_ = code != SQLITE_ROW && code != SQLITE_DONE;
    return code == SQLITE_ROW;
}

std::int64_t Rows::integer(int column) const noexcept
{
    return sqlite3_column_int64(statement_.get(), column);
}

std::span<const std::byte> Rows::blob(int column) const noexcept
{
    const auto* data = static_cast<const std::byte*>(sqlite3_column_blob(statement_.get(), column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

bool Rows::bytes(int column, std::span<std::byte> out) const noexcept
{
    const auto stored = blob(column);
    if (stored.size() != out.size())
        return false;
    std::copy(stored.begin(), stored.end(), out.begin());
    return true;
}

void Rows::end(sqlite3_stmt* statement) noexcept { sqlite3_finalize(statement); }

void StoreFile::close(sqlite3* handle) noexcept { sqlite3_close_v2(handle); }

std::string StoreFile::lastError() const { return sqlite3_errmsg(handle_.get()); }

// A store on a medium that cannot be written has no place for the memory that readers of a log share. Without a log there is
// nothing to share.
Result<StoreFile> StoreFile::openHandle(const std::filesystem::path& database)
{
    std::error_code failed;
    if (!std::filesystem::is_regular_file(database, failed))
        return Error{Code::NotFound, database.string() + " does not exist"};
    sqlite3* handle = tryOpen(uriOf(database));
    const bool log = std::filesystem::exists(database.string() + "-wal", failed);
    if (handle == nullptr && !log)
        handle = tryOpen(uriOf(database) + "?immutable=1");
    if (handle == nullptr)
        return Error{Code::Unavailable, database.string() + " cannot be read"};
    sqlite3_busy_timeout(handle, BusyMs);
    return StoreFile(handle);
}

Result<> StoreFile::begin() const
{
    if (sqlite3_exec(handle_.get(), "PRAGMA trusted_schema=OFF; BEGIN", nullptr, nullptr, nullptr) !=
        SQLITE_OK)
        return Error{Code::Unavailable, lastError()};
    return {};
}

Result<StoreFile> StoreFile::open(const std::filesystem::path& database)
{
    auto file = openHandle(database);
    if (!file)
        return file;
    if (auto begun = file->begin(); !begun)
        return begun.error();
    const auto owner = file->integer("PRAGMA application_id");
    const auto version = file->integer("PRAGMA user_version");
    if (!owner || !version || *owner != ApplicationId)
        return Error{Code::Corrupt, database.string() + " is not a store of Holdpoint"};
    if (*version > NewestVersion)
        return Error{Code::Unsupported, "the store has version " + std::to_string(*version) +
                                            ", this program knows " + std::to_string(NewestVersion)};
    return file;
}

Result<Rows> StoreFile::rows(const char* sql, std::int64_t argument) const
{
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_.get(), sql, -1, &statement, nullptr) != SQLITE_OK)
        return Error{Code::Corrupt, lastError()};
    if (sqlite3_bind_parameter_count(statement) > 0)
        sqlite3_bind_int64(statement, 1, argument);
    return Rows(statement);
}

Result<std::int64_t> StoreFile::integer(const char* sql) const
{
    auto found = rows(sql);
    if (!found)
        return found.error();
    if (found->next())
        return found->integer(0);
    if (found->failed())
        return Error{Code::Corrupt, lastError()};
    return Error{Code::NotFound, sql};
}

}  // namespace holdpoint::verify
