// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/store/statement.h"

/// Rows of the wide tables as values; the selects stand beside the functions that read them.
namespace holdpoint::store {

[[nodiscard]] inline Instant instantOrNever(const Statement& row, int column)
{
    return row.isNull(column) ? Never : Instant{row.integer(column)};
}
template <typename T>
[[nodiscard]] T as(const Statement& row, int column)
{
    return static_cast<T>(row.integer(column));
}

inline constexpr const char* EntityColumns =
    "SELECT id, version, head, place, status, lane, owner, created, changed, value, currency, slice, channel, region, "
    "vendor, flags, (SELECT count(*) FROM open o WHERE o.id=e.id), (SELECT due FROM open o WHERE o.id=e.id) "
    "FROM entity e WHERE id=?1";
inline constexpr const char* EntityList =
    "SELECT e.id, version, head, place, status, lane, owner, created, changed, value, currency, slice, channel, region, "
    "vendor, flags, o.id IS NOT NULL, o.due FROM entity e LEFT JOIN open o ON o.id=e.id "
    "WHERE e.id>?1 AND (?2=0 OR (e.id & 63)=?2) ORDER BY e.id";
inline constexpr const char* EntityListBack =
    "SELECT e.id, version, head, place, status, lane, owner, created, changed, value, currency, slice, channel, region, "
    "vendor, flags, o.id IS NOT NULL, o.due FROM entity e LEFT JOIN open o ON o.id=e.id "
    "WHERE e.id<?1 AND (?2=0 OR (e.id & 63)=?2) ORDER BY e.id DESC";
#define HP_EXCEPTION_COLUMNS                                                                                         \
    "SELECT id, order_id, version, head, state, category, stage, priority, blocking, class, code, vendor, node, "    \
    "channel, region, currency, value, lane, fingerprint, opened, due, resolved, resolution, root_cause, assignee, " \
    "snoozed, reopened, problems FROM exception "
inline constexpr const char* ExceptionList =
    HP_EXCEPTION_COLUMNS "WHERE id>?1 AND (?2=0 OR state<6) ORDER BY id LIMIT ?3";
/// In the order of the table: by the index on open ones each row would be a look-up of its own.
inline constexpr const char* OpenExceptionList = HP_EXCEPTION_COLUMNS "NOT INDEXED WHERE state<6 ORDER BY id";
#undef HP_EXCEPTION_COLUMNS

/// Of `EntityColumns`, `EntityList` and `EntityListBack`; `wasOpen` = it has a row in `open`, with its due.
[[nodiscard]] engine::EntityRow entityOf(const Statement& row);
/// Of `ExceptionList` and `OpenExceptionList`.
[[nodiscard]] ExceptionItem exceptionOf(const Statement& row);

/// The key begins with the minute.
inline constexpr const char* SeriesList =
    "SELECT metric, cell, minute, n, bad, sum FROM series WHERE minute>=?1 ORDER BY minute, metric, cell";
[[nodiscard]] engine::SeriesRow seriesRow(const Statement& row);

inline constexpr const char* StockList =
    "SELECT node, sku, version, counted, counted_at, reserved, buffer, moved FROM stock";
/// Of `StockList`: puts a position, or a node's parcels of the day, into the book.
void addStock(StockBook& book, const Statement& row);

}  // namespace holdpoint::store
