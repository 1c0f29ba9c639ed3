// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

#include <array>
#include <functional>
#include <variant>

struct sqlite3_context;

namespace holdpoint::store {

/// The values of one row on their way into a table.
class Cells {
public:
    static constexpr int Count = 16;

    /// Texts and blobs must live until the statement has run.
    template <typename... V>
    void set(const V&... values)
    {
        static_assert(sizeof...(V) <= Count);
        int column = 0;
        (put(column++, values), ...);
    }
    void give(int column, sqlite3_context* to) const;

private:
    using Cell = std::variant<std::monostate, std::int64_t, std::span<const std::byte>, std::string_view>;

    template <typename T>
    requires std::integral<T> || std::is_enum_v<T>
    void put(int column, T value) { at(column) = static_cast<std::int64_t>(value); }
    void put(int column, EntityId id) { at(column) = static_cast<std::int64_t>(id.value()); }
    void put(int column, std::optional<std::int64_t> value) { at(column) = value ? Cell(*value) : Cell(); }
    void put(int column, std::span<const std::byte> bytes) { at(column) = bytes; }
    void put(int column, std::string_view text) { at(column) = text; }
    Cell& at(int column) { return cells_[static_cast<std::size_t>(column)]; }

    std::array<Cell, Count> cells_;
};

/// Rows of ours as the table `fed(c1 … c16)` of a connection, so that `INSERT INTO step SELECT c1, c2, c3, c4 FROM fed`
/// writes all steps of a frame: one statement a table costs half of one a row. Must outlive the connection's statements.
class RowFeed {
public:
    /// Fills the cells of row `i`.
    using Fill = std::function<void(std::size_t i, Cells&)>;

    RowFeed() = default;
    RowFeed(const RowFeed&) = delete;
    RowFeed& operator=(const RowFeed&) = delete;

    Result<> attach(Database& database);
    /// What the table holds until the next call.
    void rows(std::size_t count, Fill fill)
    {
        count_ = count;
        fill_ = std::move(fill);
    }

private:
    friend struct FeedModule;
    std::size_t count_ = 0;
    Fill fill_;
    Cells cells_;
};

}  // namespace holdpoint::store
