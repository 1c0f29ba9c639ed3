// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/store/statement.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;

/// SQLite behind the port of the engine: a thin wrapper over its C API, the store, its readers and its backup.
namespace holdpoint::store {

struct DatabaseOptions {
    std::string path;  ///< as the VFS understands it
    std::string
        vfs;  ///< empty: the default of the platform; "memdb": in memory, shared by name in this process
    bool readOnly = false;
    int cacheMegabytes = 32;
    std::uint32_t maxPages = 0;  ///< limit of the file's size; 0 = none
};

/// What an extended result code of SQLite means to a caller.
enum class Fault : std::uint8_t {
    None,
    Busy,
    Full,
    Io,       ///< rolled back before COMMIT; the database can be used again
    Fsync,    ///< the kernel may have dropped pages: nothing may be believed but a reopened file
    Corrupt,  ///< must not be written again
    Conflict,
    Forbidden,
    Other,
};
[[nodiscard]] Fault faultOf(int extendedCode) noexcept;
[[nodiscard]] Code codeOf(Fault fault) noexcept;

/// One connection; one thread. Nothing in it waits longer than the busy time of 2 s.
class Database {
public:
    /// Opens; does not create except in a VFS without real files. Errors: NotFound, Forbidden, Corrupt, Unavailable.
    static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    /// Sets every pragma and reads it back. Errors: Unsupported (a pragma does not hold), Forbidden, Corrupt, Unavailable.
    Result<> configure();

    Result<Statement> prepare(std::string_view sql);
    /// Fixed SQL without values: schema, pragmas. Not for a hot path.
    Result<> execute(const char* sql);
    /// The words around a transaction, prepared with their first use. The extended result code; SQLITE_OK if it ran.
    enum class Word : std::uint8_t { Begin, BeginImmediate, Commit, Rollback };
    int say(Word word) noexcept;
    /// First column of the first row; NotFound if there is none.
    Result<std::int64_t> integer(std::string_view sql);
    Result<std::string> text(std::string_view sql);

    /// Takes note of a result code: after an fsync error or corruption the database is halted for good.
    void note(int extendedCode) noexcept;
    [[nodiscard]] Fault halted() const noexcept { return halted_; }
    [[nodiscard]] bool inTransaction() const noexcept;
    /// The last call failed because a change was interrupted, and who only reads cannot take it back.
    [[nodiscard]] bool mustRollBack() const noexcept;
    /// The error of the last call that failed.
    [[nodiscard]] Error lastError(std::string_view what) const;
    [[nodiscard]] sqlite3* handle() const noexcept { return handle_; }
    [[nodiscard]] bool readOnly() const noexcept { return options_.readOnly; }

private:
    explicit Database(const DatabaseOptions& options) : options_(options) {}
    Result<> expect(const char* set, const char* get, std::string_view value);
    Result<> harden();
    static int checkpointHook(void* self, sqlite3* handle, const char* name, int pages);

    DatabaseOptions options_;
    sqlite3* handle_ = nullptr;
    std::array<sqlite3_stmt*, 4> words_{};
    Fault halted_ = Fault::None;
};

}  // namespace holdpoint::store
