// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/frame_writer.h"

#include "core/store/key_packing.h"

#include <algorithm>

namespace holdpoint::store {
namespace {

// "No time" takes no room.
std::optional<std::int64_t> orNull(Instant at) { return at == Never ? std::nullopt : std::optional(at.ms); }

// FAIL: after an error the transaction is rolled back anyway. ABORT would keep a copy of each page a statement touches, to
// take it back alone.
constexpr const char* InsertEntity =
    "INSERT OR FAIL INTO entity(id, version, head, place, status, lane, owner, created, changed, value, currency, slice, "
    "channel, region, vendor, flags) SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16 FROM fed";
constexpr const char* UpdateEntity =
    "UPDATE entity SET version=?2, head=?3, place=?4, status=?5, lane=?6, owner=?7, created=?8, changed=?9, value=?10, "
    "currency=?11, slice=?12, channel=?13, region=?14, vendor=?15, flags=?16 WHERE id=?1 AND version=?17";
// REPLACE on a table whose only key is the primary one searches once and writes over what is there.
constexpr const char* WriteStock =
    "REPLACE INTO stock(node, sku, version, on_hand, reserved, buffer, counted_at, counted, moved) "
    "SELECT c1, c2, c3, c4, c5, c6, c7, c8, c9 FROM fed";
constexpr const char* UpsertException =
    "INSERT OR REPLACE INTO exception(id, order_id, version, head, state, category, stage, priority, blocking, class, "
    "code, vendor, node, channel, region, currency, value, lane, fingerprint, opened, due, resolved, resolution, "
    "root_cause, assignee, snoozed, reopened, problems) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, "
    "?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28)";
constexpr const char* AddSeries =
    "INSERT INTO series(metric, cell, minute, n, bad, sum) VALUES(?1, ?2, ?3, ?4, ?5, ?6) "
    "ON CONFLICT DO UPDATE SET n=n+?4, bad=bad+?5, sum=sum+?6";

}  // namespace

Result<> FrameWriter::prepare(Database& database)
{
    const std::pair<Statement FrameWriter::*, const char*> all[] = {
        {&FrameWriter::partition_,
         "UPDATE partition SET head=?3, serial=?4, finds=?5 WHERE id=?1 AND epoch=?2 AND head=?6"},
        {&FrameWriter::frame_, "INSERT INTO frame(number, last_seq, at, hash) VALUES(?1, ?2, ?3, ?4)"},
        {&FrameWriter::step_,
         "INSERT OR FAIL INTO step(seq, entity, previous, body) SELECT c1, c2, c3, c4 FROM fed"},
        {&FrameWriter::insertEntity_, InsertEntity},
        {&FrameWriter::updateEntity_, UpdateEntity},
        {&FrameWriter::insertOpen_, "INSERT OR FAIL INTO open(id, due) SELECT c1, c2 FROM fed"},
        {&FrameWriter::updateOpen_, "UPDATE open SET due=?2 WHERE id=?1"},
        {&FrameWriter::deleteOpen_, "DELETE FROM open WHERE id IN (SELECT c1 FROM fed)"},
        {&FrameWriter::key_, "INSERT OR FAIL INTO key(space, text, entity) SELECT c1, c2, c3 FROM fed"},
        {&FrameWriter::purge_, "DELETE FROM key WHERE (space, text, entity) IN (SELECT c1, c2, c3 FROM fed)"},
        {&FrameWriter::find_, "INSERT OR IGNORE INTO find(bucket, hash, entity) SELECT c1, c2, c3 FROM fed"},
        {&FrameWriter::stock_, WriteStock},
        {&FrameWriter::planned_,
         "INSERT OR FAIL INTO outbox(id, entity, vendor, body) SELECT c1, c2, c3, c4 FROM fed"},
        {&FrameWriter::answered_, "DELETE FROM outbox WHERE id IN (SELECT c1 FROM fed)"},
        {&FrameWriter::exception_, UpsertException},
        {&FrameWriter::series_, AddSeries},
        {&FrameWriter::body_, "INSERT OR IGNORE INTO body(hash, bytes) VALUES(?1, ?2)"},
        {&FrameWriter::name_, "INSERT INTO name(kind, number, text) VALUES(?1, ?2, ?3)"},
        {&FrameWriter::checkpoint_, "REPLACE INTO checkpoint(frame, root, signature) VALUES(?1, ?2, ?3)"},
    };
    feed_ = std::make_unique<RowFeed>();
    if (auto attached = feed_->attach(database); !attached)
        return attached;
    for (const auto& [member, sql] : all) {
        auto statement = database.prepare(sql);
        if (!statement)
            return Error{Code::Corrupt, statement.error().detail};
        this->*member = std::move(*statement);
    }
    return {};
}

void FrameWriter::write(Transaction& t, const engine::Lease& lease, const engine::Batch& batch,
                        std::uint64_t finds)
{
    writePartition(t, lease, batch, finds);
    writeAll(t, step_, batch.steps, [](const engine::Step& step, Cells& cells) {
        cells.set(step.seq, step.entity, step.previous, step.body);
    });
    writeEntities(t, batch.rows);
    writeOpen(t, batch.rows);
    writeAll(t, key_, batch.keys, [this](const engine::KeyRow& row, Cells& cells) {
        cells.set(row.space.number, packKey(row.text, scratch_), row.entity);
    });
    writeAll(t, purge_, batch.purged, [this](const engine::KeyRow& row, Cells& cells) {
        cells.set(row.space.number, packKey(row.text, scratch_), row.entity);
    });
    writeFinds(t, batch.finds, finds);
    writeOutbox(t, batch);
    writeRest(t, batch);
}

void FrameWriter::write(Transaction& t, std::span<const Checkpoint> checkpoints)
{
    for (const Checkpoint& c : checkpoints)
        t.run(checkpoint_.bind(c.frame, std::span<const std::byte>(c.hash),
                               std::span<const std::byte>(c.signature)));
}

// First, so that a holder that lost its lease fails before anything else.
void FrameWriter::writePartition(Transaction& t, const engine::Lease& lease, const engine::Batch& batch,
                                 std::uint64_t finds)
{
    const Seq head = lease.lastSeq + batch.steps.size();
    t.run(partition_.bind(lease.partition, lease.epoch, head, batch.serial, finds + batch.finds.size(),
                          lease.lastSeq));
    t.run(frame_.bind(batch.number, head, batch.now.ms, std::span<const std::byte>(batch.chain)));
}

void FrameWriter::writeEntities(Transaction& t, std::span<const engine::EntityRow> rows)
{
    picked_.clear();
    for (const engine::EntityRow& r : rows) {
        if (r.before == 0)
            picked_.push_back(&r);
        else
            t.run(updateEntity_.bind(r.id, r.version, r.head, r.place, r.status, r.lane, r.owner,
                                     r.created.ms, r.changed.ms, r.value, r.currency, r.slice, r.channel,
                                     r.region, r.vendor, r.flags, r.before));
    }
    writeAll(t, insertEntity_, picked_, [](const engine::EntityRow* r, Cells& cells) {
        cells.set(r->id, r->version, r->head, r->place, r->status, r->lane, r->owner, r->created.ms,
                  r->changed.ms, r->value, r->currency, r->slice, r->channel, r->region, r->vendor, r->flags);
    });
}

void FrameWriter::writeOpen(Transaction& t, std::span<const engine::EntityRow> rows)
{
    const auto pick = [&](auto&& wanted) -> const auto&
    {
        picked_.clear();
        for (const engine::EntityRow& row : rows)
            if (wanted(row))
                picked_.push_back(&row);
        return picked_;
    };
    writeAll(t, insertOpen_, pick([](const auto& r) { return !r.finished && r.writeDue && !r.wasOpen; }),
             [](const engine::EntityRow* r, Cells& cells) { cells.set(r->id, orNull(r->due)); });
    writeAll(t, deleteOpen_, pick([](const auto& r) { return r.finished && r.wasOpen; }),
             [](const engine::EntityRow* r, Cells& cells) { cells.set(r->id); });
    for (const engine::EntityRow& row : rows)
        if (!row.finished && row.writeDue && row.wasOpen)
            t.run(updateOpen_.bind(row.id, orNull(row.due)));
}

void FrameWriter::writeFinds(Transaction& t, std::span<const engine::FindRow> rows, std::uint64_t first)
{
    while (!rows.empty()) {
        const std::uint64_t bucket = first >> FindBucketBits;
        const std::uint64_t room = ((bucket + 1) << FindBucketBits) - first;
        const auto part = rows.first(std::min<std::size_t>(rows.size(), room));
        sorted_.assign(part.begin(), part.end());
        for (engine::FindRow& row : sorted_)
            row.hash &= FindHashMask;
        std::sort(sorted_.begin(), sorted_.end(), [](const auto& a, const auto& b) {
            return a.hash != b.hash ? a.hash < b.hash : a.entity < b.entity;
        });
        const auto fill = [&](const engine::FindRow& row, Cells& cells) {
            cells.set(bucket, row.hash, row.entity);
        };
        feedRows(sorted_, fill);
        t.runAny(find_);  // the same text of the same entity may be there
        rows = rows.subspan(part.size());
        first += part.size();
    }
}

void FrameWriter::writeOutbox(Transaction& t, const engine::Batch& batch)
{
    writeAll(t, planned_, batch.planned, [](const engine::OutboxRow& row, Cells& cells) {
        cells.set(row.id, row.entity, row.vendor.number, row.body);
    });
    writeAll(t, answered_, batch.answered, [](OutboxId id, Cells& cells) { cells.set(id); });
}

void FrameWriter::writeStock(Transaction& t, std::span<const engine::StockRow> rows)
{
    writeAll(t, stock_, rows, [this](const engine::StockRow& row, Cells& cells) {
        const Position& p = *row.position;
        scratch_.clear();
        ByteWriter out(scratch_);
        encodeMoved(out, p.moved);
        cells.set(row.node.number, row.sku.number, p.version, p.onHand(), p.reserved, p.buffer,
                  p.countedAt.ms, p.counted, std::span<const std::byte>(scratch_));
    });
}

void FrameWriter::writeException(Transaction& t, const ExceptionItem& x)
{
    t.run(exception_.bind(x.id, x.about, x.version, x.head, x.state, x.category, x.stage, x.priority,
                          x.blocking, x.cls, x.code.number, x.vendor.number, x.node.number, x.channel.number,
                          x.region.number, x.currency.number(), x.value, x.lane, x.fingerprint, x.opened.ms,
                          orNull(x.due), orNull(x.resolved), x.resolution, x.rootCause.number,
                          x.assignee.number, orNull(x.snoozedUntil), x.reopened, x.problems));
}

void FrameWriter::writeRest(Transaction& t, const engine::Batch& batch)
{
    writeStock(t, batch.stock);
    for (const ExceptionItem* item : batch.exceptions)
        writeException(t, *item);
    for (const engine::SeriesRow& r : batch.series)
        t.run(series_.bind(r.metric, r.cell, r.minute, r.n, r.bad, r.sum));
    for (const engine::BodyRow& r : batch.bodies)
        t.runAny(body_.bind(std::span<const std::byte>(r.hash), r.bytes));
    for (const NameRow& r : batch.names)
        t.run(name_.bind(r.kind, r.number, r.text));
}

}  // namespace holdpoint::store
