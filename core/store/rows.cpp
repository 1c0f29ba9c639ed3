// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rows.h"

namespace holdpoint::store {

engine::EntityRow entityOf(const Statement& row)
{
    engine::EntityRow e;
    e.id = row.id(0);
    e.version = e.before = as<Version>(row, 1);
    e.head = as<Seq>(row, 2);
    e.place = as<std::uint8_t>(row, 3);
    e.status = as<std::uint8_t>(row, 4);
    e.lane = as<std::uint8_t>(row, 5);
    e.owner = as<std::uint8_t>(row, 6);
    e.created = {row.integer(7)};
    e.changed = {row.integer(8)};
    e.value = row.integer(9);
    e.currency = as<std::uint32_t>(row, 10);
    e.slice = as<std::uint32_t>(row, 11);
    e.channel = as<std::uint32_t>(row, 12);
    e.region = as<std::uint32_t>(row, 13);
    e.vendor = as<std::uint32_t>(row, 14);
    e.flags = as<std::uint32_t>(row, 15);
    e.wasOpen = row.integer(16) != 0;
    e.due = instantOrNever(row, 17);
    return e;
}

ExceptionItem exceptionOf(const Statement& row)
{
    ExceptionItem x;
    x.id = row.id(0);
    x.about = row.id(1);
    x.version = as<Version>(row, 2);
    x.head = as<Seq>(row, 3);
    x.state = as<ExceptionState>(row, 4);
    x.category = as<ExceptionKind>(row, 5);
    x.stage = as<Stage>(row, 6);
    x.priority = as<Priority>(row, 7);
    x.blocking = row.integer(8) != 0;
    x.cls = as<FailureClass>(row, 9);
    x.code.number = as<std::uint32_t>(row, 10);
    x.vendor.number = as<std::uint32_t>(row, 11);
    x.node.number = as<std::uint32_t>(row, 12);
    x.channel.number = as<std::uint32_t>(row, 13);
    x.region.number = as<std::uint32_t>(row, 14);
    x.currency = Currency::fromNumber(as<std::uint16_t>(row, 15));
    x.value = row.integer(16);
    x.lane = as<Lane>(row, 17);
    x.fingerprint = as<std::uint64_t>(row, 18);
    x.opened = {row.integer(19)};
    x.due = instantOrNever(row, 20);
    x.resolved = instantOrNever(row, 21);
    x.resolution = as<Resolution>(row, 22);
    x.rootCause.number = as<std::uint32_t>(row, 23);
    x.assignee.number = as<std::uint32_t>(row, 24);
    x.snoozedUntil = instantOrNever(row, 25);
    x.reopened = as<std::uint16_t>(row, 26);
    x.problems = as<std::uint16_t>(row, 27);
    return x;
}

engine::SeriesRow seriesRow(const Statement& row)
{
    return {as<std::uint32_t>(row, 0),
            as<std::uint32_t>(row, 1),
            row.integer(2),
            row.integer(3),
            row.integer(4),
            row.integer(5)};
}

void addStock(StockBook& book, const Statement& row)
{
    const NodeName node{as<std::uint32_t>(row, 0)};
    const Sku sku{as<std::uint32_t>(row, 1)};
    Position p;
    p.version = as<std::uint64_t>(row, 2);
    p.counted = row.integer(3);
    p.countedAt = {row.integer(4)};
    p.reserved = row.integer(5);
    p.buffer = row.integer(6);
    p.moved = decodeMoved(row.blob(7));
    if (sku.isNone()) {
        book.day = static_cast<std::int64_t>(p.version);
        book.parcelsToday[node.number] = p.counted;
    } else {
        book.positions[{node, sku}] = std::move(p);
    }
}

}  // namespace holdpoint::store
