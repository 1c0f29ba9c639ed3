// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace holdpoint::verify {

/// Rows of one query, one after the other.
class Rows {
public:
    explicit Rows(sqlite3_stmt* statement) : statement_(statement, &Rows::end) {}

    /// False after the last row, or when reading failed: then `failed` is true.
    bool next();
    [[nodiscard]] bool failed() const noexcept { return failed_; }
    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    /// Valid until the next row.
    [[nodiscard]] std::span<const std::byte> blob(int column) const noexcept;
    /// False if the column has not exactly the size of `out`.
    [[nodiscard]] bool bytes(int column, std::span<std::byte> out) const noexcept;

private:
    static void end(sqlite3_stmt* statement) noexcept;

    std::unique_ptr<sqlite3_stmt, void (*)(sqlite3_stmt*)> statement_;
    bool failed_ = false;
};

/// One moment of a store's file; nothing is written, also when an engine is at work on it.
class StoreFile {
public:
    /// Errors: NotFound, Unsupported (newer version), Corrupt (not a store), Unavailable.
    static Result<StoreFile> open(const std::filesystem::path& database);

    /// `sql` may have ?1. Errors: Corrupt.
    Result<Rows> rows(const char* sql, std::int64_t argument = 0) const;
    /// The first cell of the first row. Errors: NotFound (no row), Corrupt.
    [[nodiscard]] Result<std::int64_t> integer(const char* sql) const;
    [[nodiscard]] std::string lastError() const;

private:
    explicit StoreFile(sqlite3* handle) : handle_(handle, &StoreFile::close) {}
    static Result<StoreFile> openHandle(const std::filesystem::path& database);
    [[nodiscard]] Result<> begin() const;
    static void close(sqlite3* handle) noexcept;

    std::unique_ptr<sqlite3, void (*)(sqlite3*)> handle_;
};

}  // namespace holdpoint::verify
