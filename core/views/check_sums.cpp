// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/checker.h"

/// The sums over all entities, and the tables beside them.
namespace holdpoint::views {
namespace {

constexpr std::size_t Page = 1024;

}  // namespace

Result<> Checker::exceptionsCount()
{
    if (auto read = items_.finish(); !read)
        return read;
    compare("queue", "items", items_.read(), exceptionEntities_);
    return {};
}

Result<> Checker::series()
{
    auto computed = recount_.cells();
    const auto nameOf = [this](const Recount::Cell& cell) {
        return names_.text(ProducerName{cell.producer}) + ", minute " + toText(Instant{cell.minute * 60'000});
    };
    auto read = reader_.eachSeries(
        [&](std::uint32_t metric, std::uint32_t producer, std::int64_t minute, const store::SeriesSum& sum) {
            session::EventCounts counts;
            if (counterOf(counts, static_cast<Metric>(metric)) == nullptr)
                return;
            const Recount::Cell cell{metric, producer, minute};
            const auto found = computed.find(cell);
            const std::int64_t n = found == computed.end() ? 0 : found->second;
            if (sum.n != n)
                disagree(nameOf(cell), std::string(name(static_cast<Metric>(metric))), text(sum.n), text(n));
            if (found != computed.end())
                computed.erase(found);
        });
    for (const auto& [cell, n] : computed)
        if (n != 0)
            disagree(nameOf(cell), std::string(name(static_cast<Metric>(cell.metric))), "0", text(n));
    recount_.addTo(report_.numbers, names_);
    return read;
}

Result<> Checker::stock()
{
    const auto rows = reader_.stock();
    if (!rows)
        return rows.error();
    StockTotals& totals = report_.stock;
    for (const store::StoredStock& row : *rows) {
        if (row.sku.isNone())  // the node's parcels of the day
            continue;
        const Position& p = row.position;
        const std::string where = "node " + names_.text(row.node) + ", sku " + names_.text(row.sku);
        ++totals.positions;
        totals.onHand += row.onHand;
        totals.available += p.available();
        totals.reserved += p.reserved;
        totals.buffer += p.buffer;
        totals.oversold += p.available() < 0 ? 1 : 0;
        compare(where, "on_hand", row.onHand, p.available() + p.reserved + p.buffer);
        const auto live = reserved_.find({row.node, row.sku});
        compare(where, "reserved", p.reserved, live == reserved_.end() ? 0 : live->second);
        if (live != reserved_.end())
            reserved_.erase(live);
    }
    for (const auto& [key, units] : reserved_)
        if (units != 0)
            disagree("node " + names_.text(key.node) + ", sku " + names_.text(key.sku), "reserved", "0",
                     text(units));
    return {};
}

Result<> Checker::outbox()
{
    for (OutboxId after = 0;;) {
        const auto page = reader_.outbox(after, Page);
        if (!page)
            return page.error();
        for (const engine::OutboxEntry& entry : *page) {
            ++report_.numbers.outbox;
            if (open_.erase(entry.id) == 0)
                disagree(entry.entity.text(), "outbox", std::to_string(entry.id), "none");
        }
        if (page->size() < Page)
            break;
        after = page->back().id;
    }
    for (const OutboxId lost : open_)
        disagree("outbox", "effect", "none", std::to_string(lost));
    return {};
}

Result<> Checker::chain()
{
    const auto chain = store::checkChain(reader_);
    if (!chain)
        return chain.error();
    report_.frames = chain->frames;
    if (chain->firstBroken != 0)
        disagree("frame " + std::to_string(chain->firstBroken), "chain", toHex(report_.journalHash),
                 toHex(chain->head));
    return {};
}

void Checker::sums()
{
    const session::Numbers& n = report_.numbers;
    const session::EventCounts& e = n.events;
    compare("events", "received", e.received, e.accepted + e.refused + e.parked + e.duplicate);
    for (const auto& [producer, counts] : n.byProducer)
        compare(producer, "received", counts.received,
                counts.accepted + counts.refused + counts.parked + counts.duplicate);
    const ReservationCounts& r = report_.reservations;
    compare("reservations", "opened", r.opened, r.consumed + r.released + r.expired + r.live);
    const StockTotals& s = report_.stock;
    compare("stock", "on_hand", s.onHand, s.available + s.reserved + s.buffer);
    const EffectCounts& f = report_.effects;
    compare("effects", "planned", f.planned, f.open + f.done + f.failed + f.notSent + f.suppressed);
    std::uint64_t orders = 0;
    for (const std::int64_t inPlace : n.orders)
        orders += static_cast<std::uint64_t>(inPlace);
    compare("orders", "places", report_.orders, orders);
    compare<Seq>("journal", "steps", n.asOf.parts.front().seq, report_.steps);
}

}  // namespace holdpoint::views
