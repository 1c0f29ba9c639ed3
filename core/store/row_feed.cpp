// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/row_feed.h"

#include <sqlite3.h>

namespace holdpoint::store {

void Cells::give(int column, sqlite3_context* to) const
{
    const Cell& cell = cells_[static_cast<std::size_t>(column)];
    if (const auto* number = std::get_if<std::int64_t>(&cell))
        sqlite3_result_int64(to, *number);
    else if (const auto* bytes = std::get_if<std::span<const std::byte>>(&cell))
        sqlite3_result_blob64(to, bytes->empty() ? "" : static_cast<const void*>(bytes->data()),
                              bytes->size(), SQLITE_STATIC);
    else if (const auto* text = std::get_if<std::string_view>(&cell))
        sqlite3_result_text64(to, text->empty() ? "" : text->data(), text->size(), SQLITE_STATIC,
                              SQLITE_UTF8);
    else
        sqlite3_result_null(to);
}

/// What SQLite calls. It frees no memory of ours and we none of its, so both sides use plain new and delete.
struct FeedModule {
    struct Table : sqlite3_vtab {
        explicit Table(RowFeed* from) : sqlite3_vtab{}, feed(from) {}
        RowFeed* feed;
    };
    struct Cursor : sqlite3_vtab_cursor {
        Cursor() : sqlite3_vtab_cursor{} {}
        std::size_t row = 0;
    };

    static RowFeed& feedOf(sqlite3_vtab_cursor* cursor) { return *static_cast<Table*>(cursor->pVtab)->feed; }
    static std::size_t& rowOf(sqlite3_vtab_cursor* cursor) { return static_cast<Cursor*>(cursor)->row; }
    static void fill(sqlite3_vtab_cursor* cursor)
    {
        RowFeed& feed = feedOf(cursor);
        if (rowOf(cursor) < feed.count_)
            feed.fill_(rowOf(cursor), feed.cells_);
    }

    static int connect(sqlite3* handle, void* feed, int, const char* const*, sqlite3_vtab** table, char**)
    {
        *table = new Table(static_cast<RowFeed*>(feed));
        return sqlite3_declare_vtab(
            handle,
            "CREATE TABLE fed(c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16)");
    }
    static int disconnect(sqlite3_vtab* table)
    {
        delete static_cast<Table*>(table);
        return SQLITE_OK;
    }
    static int bestIndex(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }
    static int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor)
    {
        *cursor = new Cursor;
        return SQLITE_OK;
    }
    static int close(sqlite3_vtab_cursor* cursor)
    {
        delete static_cast<Cursor*>(cursor);
        return SQLITE_OK;
    }
    static int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**)
    {
        rowOf(cursor) = 0;
        fill(cursor);
        return SQLITE_OK;
    }
    static int next(sqlite3_vtab_cursor* cursor)
    {
        ++rowOf(cursor);
        fill(cursor);
        return SQLITE_OK;
    }
    static int eof(sqlite3_vtab_cursor* cursor) { return rowOf(cursor) >= feedOf(cursor).count_ ? 1 : 0; }
    static int column(sqlite3_vtab_cursor* cursor, sqlite3_context* to, int column)
    {
        feedOf(cursor).cells_.give(column, to);
        return SQLITE_OK;
    }
    static int rowId(sqlite3_vtab_cursor* cursor, sqlite3_int64* id)
    {
        *id = static_cast<sqlite3_int64>(rowOf(cursor));
        return SQLITE_OK;
    }
    /// Without a way to make one by name, the table exists in each connection by itself.
    static sqlite3_module make()
    {
        sqlite3_module module{};
        module.xConnect = connect;
        module.xDisconnect = disconnect;
        module.xBestIndex = bestIndex;
        module.xOpen = open;
        module.xClose = close;
        module.xFilter = filter;
        module.xNext = next;
        module.xEof = eof;
        module.xColumn = column;
        module.xRowid = rowId;
        return module;
    }
};

Result<> RowFeed::attach(Database& database)
{
    static const sqlite3_module module = FeedModule::make();
    if (sqlite3_create_module(database.handle(), "fed", &module, this) != SQLITE_OK)
        return database.lastError("attach");
    return {};
}

}  // namespace holdpoint::store
