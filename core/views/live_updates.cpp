// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/board_filter.h"
#include "core/views/live_watch.h"

#include <algorithm>

/// What watchers are told.
namespace holdpoint::views {
namespace {

using session::List;

constexpr Milliseconds AgeAfter{1'000};  // of engine time, while changes come that a list does not show

/// Positions of the window that exist.
std::vector<std::size_t> positionsOf(session::Window window, std::size_t total)
{
    std::vector<std::size_t> positions;
    for (std::size_t i = std::min(window.first, total); i < total && i - window.first < window.count; ++i)
        positions.push_back(i);
    return positions;
}

}  // namespace

Result<ItemRow> storedItem(store::StoreReader& reader, const Dictionary& names, EntityId id)
{
    const auto page = reader.exceptions(false, EntityId::fromValue(id.value() - 1), 1);
    if (!page)
        return page.error();
    if (page->empty() || page->front().id != id)
        return Error{Code::NotFound, id.text()};
    const ExceptionItem& item = page->front();
    auto number = orderNumber(reader, item.about);
    if (!number)
        return number.error();
    ItemRow out{textsOf(BoardRow(item), names), {item.pointer, item.expected, item.got}};
    out.row.orderNumber = std::move(*number);
    return out;
}

Result<session::Rows> LiveLists::rowsAt(const Watch& watch, const std::vector<std::size_t>& positions)
{
    return worker_.read([&](store::StoreReader& reader, const Dictionary& names) -> Result<session::Rows> {
        const ListResult& result = *watch.result;
        if (watch.list() == List::Orders) {
            std::vector<session::OrderRow> rows;
            for (const std::size_t at : positions) {
                auto row = orderRow(reader, names, result.ids[at]);
                if (!row)
                    return row.error();
                rows.push_back(std::move(*row));
            }
            return session::Rows(std::move(rows));
        }
        std::vector<session::ExceptionRow> rows(positions.size());
        for (std::size_t i = 0; i < positions.size(); ++i) {
            const EntityId id = result.ids[positions[i]];
            if (!board_.row(id, names, rows[i])) {
                auto item = storedItem(reader, names, id);  // resolved since
                if (!item)
                    return item.error();
                rows[i] = std::move(item->row);
                continue;
            }
            auto number = orderNumber(reader, rows[i].about);
            if (!number)
                return number.error();
            rows[i].orderNumber = std::move(*number);
        }
        return session::Rows(std::move(rows));
    });
}

std::vector<session::GroupRow> LiveLists::groupsNow(const Watch& watch) const
{
    return board_.groups(watch.filter, viewerOf(watch), worker_.names());
}

void LiveLists::snapshot(Watch& watch)
{
    const ListResult& result = *watch.result;
    const auto positions = positionsOf(watch.wish.window, result.total());
    session::Snapshot snapshot;
    snapshot.result = result.id;
    snapshot.asOf = result.asOf;
    snapshot.total = result.total();
    snapshot.window = {watch.wish.window.first, positions.size()};
    if (watch.list() == List::Groups) {
        std::vector<session::GroupRow> rows;
        for (const std::size_t at : positions)
            rows.push_back(result.groups[at]);
        snapshot.rows = std::move(rows);
    } else {
        auto rows = rowsAt(watch, positions);
        if (!rows)
            return fail(watch, {rows.error(), 0, 0, {}});
        snapshot.rows = std::move(*rows);
    }
    send(watch, std::move(snapshot));
}

void LiveLists::dropEnded()
{
    std::erase_if(watches_, [this](const auto& entry) {
        const bool ended = entry.second->wish.outlet->ended();
        if (ended && entry.second->result)
            results_.forget(entry.second->result->id);
        return ended;
    });
}

void LiveLists::flush()
{
    dropEnded();
    if (launch_ && !launchIsCurrent())
        load();
    for (auto& [id, watch] : watches_) {
        if (!watch->result || watch->wish.outlet->busy())
            continue;
        if (watch->list() == List::Groups)
            groupDelta(*watch);
        else if (watch->list() == List::Board)
            boardDelta(*watch, false);
        else if (watch->list() == List::Rollout)
            rolloutDelta(*watch, false);
        else if (watch->list() == List::Shadow)
            shadowDelta(*watch, false);
        else
            delta(*watch);
        const bool hasAnswer = (watch->list() != List::Board || watch->told) &&
                               (watch->list() != List::Rollout || watch->toldRollout) &&
                               (watch->list() != List::Shadow || watch->toldShadow);
        if (watch->result && hasAnswer && asOf_.at - watch->toldAt >= AgeAfter)
            send(*watch, session::Age{asOf_});
    }
}

void LiveLists::delta(Watch& watch)
{
    const ListResult& result = *watch.result;
    const bool counts = watch.arrived.size() != watch.toldWaiting || watch.left.size() != watch.toldGone;
    if (!counts && watch.changed.empty())
        return;
    session::Delta delta;
    delta.asOf = asOf_;
    for (const std::size_t at : positionsOf(watch.wish.window, result.total()))
        if (watch.changed.contains(result.ids[at]))
            delta.changed.push_back(at);
    watch.changed.clear();
    if (!counts && delta.changed.empty())
        return;
    if (!delta.changed.empty()) {
        auto rows = rowsAt(watch, delta.changed);
        if (!rows)
            return fail(watch, {rows.error(), 0, 0, {}});
        delta.rows = std::move(*rows);
    }
    delta.waiting = watch.toldWaiting = watch.arrived.size();
    delta.gone = watch.toldGone = watch.left.size();
    send(watch, std::move(delta));
}

void LiveLists::groupDelta(Watch& watch)
{
    if (!watch.moved)
        return;
    watch.moved = false;
    const std::vector<session::GroupRow>& frozen = watch.result->groups;
    std::map<std::uint64_t, session::GroupRow> now;
    for (session::GroupRow& group : groupsNow(watch))
        now.emplace(group.fingerprint, std::move(group));
    session::Delta delta;
    delta.asOf = asOf_;
    std::vector<session::GroupRow> rows;
    for (const std::size_t at : positionsOf(watch.wish.window, frozen.size())) {
        const auto found = now.find(frozen[at].fingerprint);
        session::GroupRow row = frozen[at];
        if (found != now.end())
            row = found->second;
        else
            row.count = 0;
        delta.changed.push_back(at);
        rows.push_back(std::move(row));
    }
    for (const session::GroupRow& group : frozen)
        delta.gone += now.erase(group.fingerprint) == 0 ? 1 : 0;
    delta.waiting = now.size();
    delta.rows = std::move(rows);
    send(watch, std::move(delta));
}

void LiveLists::heartbeat()
{
    flush();
    // Nothing is on its way, and yet the store has more: somebody else writes it.
    if (launch_ && !asOf_.parts.empty() && launch_->seq() > asOf_.parts.front().seq)
        load();
    for (auto& [id, watch] : watches_) {
        if (!watch->result || watch->wish.outlet->busy())
            continue;
        if (watch->list() == List::Board)
            boardDelta(*watch, true);
        else if (watch->list() == List::Rollout)
            rolloutDelta(*watch, true);
        else if (watch->list() == List::Shadow)
            shadowDelta(*watch, true);
        else
            send(*watch, session::Age{asOf_});
    }
}

void LiveLists::send(Watch& watch, session::Update update)
{
    const NewWatch& wish = watch.wish;
    watch.toldAt = asOf_.at;
    wish.outlet->post(wish.outlet, [sink = wish.sink, id = wish.id, update = std::move(update)] {
        sink->update(id, update);
    });
}

void LiveLists::fail(Watch& watch, session::Failed failed)
{
    if (watch.result)
        results_.forget(watch.result->id);
    watch.result = nullptr;
    send(watch, std::move(failed));
}

}  // namespace holdpoint::views
