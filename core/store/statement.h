// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/result.h"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

struct sqlite3_stmt;

namespace holdpoint::store {

class Database;

/// A prepared statement: prepared once, bound values only. Texts and blobs bound must live until the statement has run.
class Statement {
public:
    Statement() = default;
    Statement(Database& database, sqlite3_stmt* handle) noexcept : database_(&database), handle_(handle) {}
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement& operator=(Statement&& other) noexcept;

    /// Starts anew with these values for ?1, ?2, …
    template <typename... V>
    Statement& bind(const V&... values)
    {
        if (running_)
            reset();
        int index = 0;
        (put(++index, values), ...);
        return *this;
    }

    /// Runs a write. The extended result code; SQLITE_DONE if it ran.
    int run() noexcept;
    /// Rows changed by the last run.
    [[nodiscard]] std::int64_t changed() const noexcept;

    /// Calls `row(*this)` for each row and tells the error after the last one. A `row` that returns false stops early.
    template <typename F>
    Result<> each(F&& row)
    {
        while (next()) {
            if constexpr (std::is_same_v<std::invoke_result_t<F, Statement&>, bool>) {
                if (!row(*this))
                    break;
            } else {
                row(*this);
            }
        }
        return finish();
    }
    /// As `each` for at most one row: true if there was one.
    template <typename F>
    Result<bool> one(F&& row)
    {
        const bool found = next();
        if (found)
            row(*this);
        if (auto ended = finish(); !ended)
            return ended.error();
        return found;
    }

    [[nodiscard]] std::int64_t integer(int column) const noexcept;
    [[nodiscard]] EntityId id(int column) const noexcept
    {
        return EntityId::fromValue(static_cast<std::uint64_t>(integer(column)));
    }
    /// False if the column is not the size of a hash.
    [[nodiscard]] bool hash(int column, Hash& out) const noexcept;
    [[nodiscard]] bool isNull(int column) const noexcept;
    /// Valid until the next row.
    [[nodiscard]] std::span<const std::byte> blob(int column) const noexcept;
    [[nodiscard]] std::string_view text(int column) const noexcept;

    void reset() noexcept;

private:
    bool next() noexcept;
    Result<> finish();

    template <typename T>
    requires std::integral<T> || std::is_enum_v<T>
    void put(int index, T value) { putInteger(index, static_cast<std::int64_t>(value)); }
    void put(int index, EntityId id) { putInteger(index, static_cast<std::int64_t>(id.value())); }
    void put(int index, std::optional<std::int64_t> value);
    void put(int index, std::span<const std::byte> bytes);
    void put(int index, std::string_view text);
    void putInteger(int index, std::int64_t value);

    Database* database_ = nullptr;
    sqlite3_stmt* handle_ = nullptr;
    int code_ = 0;
    bool running_ = false;  // stands on a row
};

}  // namespace holdpoint::store
