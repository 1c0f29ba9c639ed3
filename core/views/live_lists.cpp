// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/live_lists.h"

#include "core/search/parse.h"
#include "core/views/board_filter.h"
#include "core/views/known_ids.h"
#include "core/views/live_watch.h"
#include "core/views/numbers.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

using session::List;

/// The board as one moment of the store has it.
Result<session::AsOf> readBoard(store::StoreReader& reader, ExceptionBoard& board)
{
    auto moment = asOf(reader);
    if (!moment)
        return moment;
    if (auto read = readOpenItems(reader, board); !read)
        return read.error();
    return moment;
}

search::Context contextOf(const session::Query& query, Instant now)
{
    return {now, query.launch, query.lastCommand, query.zone};
}

}  // namespace

SharedResult ResultBook::keep(ListResult result)
{
    const std::lock_guard lock(mutex_);
    result.id = ++last_;
    const auto kept = std::make_shared<const ListResult>(std::move(result));
    results_.emplace(kept->id, kept);
    return kept;
}

void ResultBook::forget(session::ResultId id)
{
    const std::lock_guard lock(mutex_);
    results_.erase(id);
}

SharedResult ResultBook::find(session::ResultId id) const
{
    const std::lock_guard lock(mutex_);
    const auto found = results_.find(id);
    return found == results_.end() ? nullptr : found->second;
}

LiveLists::LiveLists(Worker& worker, Worker& scanner, ResultBook& results, const Clock& clock,
                     const Integrations& integrations)
    : worker_(worker), scanner_(scanner), results_(results), clock_(clock), integrations_(&integrations)
{}

LiveLists::~LiveLists() = default;

void LiveLists::load()
{
    const session::AsOf before = asOf_;
    ExceptionBoard fresh;
    auto moment =
        worker_.read([&](store::StoreReader& reader, const Dictionary&) { return readBoard(reader, fresh); });
    if (!moment) {
        for (auto& [id, watch] : watches_)
            fail(*watch, {moment.error(), 0, 0, {}});
        return;
    }
    board_ = std::move(fresh);
    asOf_ = std::move(*moment);
    heardAt_ = clock_.monotonic();
    launchAwaited_ = false;  // it may lack what was missed here
    early_.clear();
    if (launch_)
        if (auto loaded = loadLaunch(); !loaded)
            launch_.reset();  // the next snapshot says why
    if (rollout_)
        if (auto loaded = loadRollout(); !loaded)
            rollout_.reset();
    shadow_.reset();  // read again when it is looked at
    for (auto& [id, watch] : watches_) {
        if (!before.parts.empty())
            send(*watch, session::Gap{before.parts.front().seq + 1, asOf_.parts.front().seq});
        if (watch->list() == List::Orders)
            accept(id);  // what they missed is not on the board: scan again
        else if (watch->list() == List::Board)
            startBoard(*watch);
        else if (watch->list() == List::Rollout)
            startRollout(*watch);
        else if (watch->list() == List::Shadow)
            startShadow(*watch);
        else if (watch->result) {
            compareAnew(*watch);
            snapshot(*watch);
        }
    }
}

void LiveLists::change(const FrameChange& change)
{
    if (!asOf_.parts.empty() && change.frame <= asOf_.parts.front().frame)
        return;  // the board was read after it
    if (!asOf_.parts.empty() && change.frame != asOf_.parts.front().frame + 1)
        return load();
    for (const FrameChange::NewName& n : change.names)
        worker_.learn(n.kind, n.number, n.text);
    if (rollout_)
        if (auto taken = rollout_->changed(change.rollout, worker_.names()); !taken)
            rollout_.reset();  // the next snapshot says why
    std::vector<EntityId> items;
    for (const BoardRow& row : change.items)
        if (board_.apply(row))
            items.push_back(row.id);
    asOf_.at = change.at;
    heardAt_ = clock_.monotonic();
    if (launch_)
        launch_->changed(change.seq, change.at, change.places, items);
    else if (launchAwaited_)
        early_.push_back({change.seq, change.at, change.places, items});
    if (!asOf_.parts.empty()) {
        asOf_.parts.front().seq = std::max(asOf_.parts.front().seq, change.seq);
        asOf_.parts.front().frame = change.frame;
    }
    for (auto& [id, watch] : watches_) {
        if (watch->list() == List::Board || watch->list() == List::Rollout || watch->list() == List::Shadow)
            continue;
        if (watch->list() == List::Orders)
            for (const engine::EntityRow& row : change.orders)
                noteOrder(*watch, row);
        else
            for (const EntityId item : items)
                noteItem(*watch, item);
    }
}

void LiveLists::watch(NewWatch wish)
{
    const session::WatchId id = wish.id;
    auto& watch = watches_[id] = std::make_unique<Watch>();
    watch->wish = std::move(wish);
    auto query = search::parse(watch->wish.query.filter);
    if (!query) {
        const search::ParseError& e = query.error();
        return fail(*watch, {Error{Code::InvalidArgument, std::string(name(e.fault)) + ": " + e.detail}, e.at,
                             e.length, e.nearest});
    }
    watch->query = std::move(*query);
    start(*watch);
}

BoardViewer LiveLists::viewerOf(const Watch& watch) const { return {asOf_.at, watch.wish.query.actor}; }

void LiveLists::start(Watch& watch)
{
    search::Node root = watch.query.root;
    const auto known = worker_.read([&](store::StoreReader& reader, const Dictionary& names) {
        return resolveIds(reader, names, root);  // at each start: an order may have come since
    });
    if (!known)
        return fail(watch, {known.error(), 0, 0, {}});
    watch.filter = search::Filter(root, contextOf(watch.wish.query, asOf_.at));
    if (watch.list() == List::Orders)
        return startOrders(watch);
    if (watch.list() == List::Board)
        return startBoard(watch);
    if (watch.list() == List::Rollout)
        return startRollout(watch);
    if (watch.list() == List::Shadow)
        return startShadow(watch);
    if (watch.list() == List::Numbers)
        return fail(watch, {Error{Code::Unsupported, "numbers are asked for, not watched"}, 0, 0, {}});
    // Names of new items may be new too.
    const auto fresh = worker_.read([](store::StoreReader&, const Dictionary&) { return Result<>(); });
    if (!fresh)
        return fail(watch, {fresh.error(), 0, 0, {}});
    BoardOrder order;
    if (!watch.query.sort.empty())
        order.keys = watch.query.sort;
    ListResult result;
    result.list = watch.list();
    result.asOf = asOf_;
    if (watch.list() == List::Groups)
        result.groups = board_.groups(watch.filter, viewerOf(watch), worker_.names());
    else
        result.ids = board_.select(watch.filter, order, viewerOf(watch), worker_.names());
    for (const EntityId id : result.ids)
        result.versions.push_back(board_.versionOf(id));
    freeze(watch, std::move(result));
    snapshot(watch);
}

void LiveLists::freeze(Watch& watch, ListResult result)
{
    if (watch.result)
        results_.forget(watch.result->id);
    watch.result = results_.keep(std::move(result));
    watch.members.clear();
    watch.arrived.clear();
    watch.left.clear();
    watch.changed.clear();
    watch.toldWaiting = watch.toldGone = 0;
    watch.moved = false;
}

void LiveLists::startOrders(Watch& watch)
{
    if (watch.result)
        results_.forget(watch.result->id);
    watch.result = nullptr;
    const auto posted = scanner_.post([this, id = watch.wish.id, outlet = watch.wish.outlet,
                                       filter = watch.filter, now = asOf_.at] {
        auto scanned = scanner_.read([&](store::StoreReader& reader,
                                         const Dictionary& names) -> Result<ListResult> {
            const auto moment = asOf(reader);
            if (!moment)
                return moment.error();
            OrderFilter wanted;
            wanted.search = &filter;
            wanted.now = now;
            auto page =
                orders(reader, names, wanted, {}, SIZE_MAX, [&](std::uint64_t) { return !outlet->ended(); });
            if (!page)
                return page.error();
            return ListResult{0, List::Orders, *moment, std::move(page->ids), std::move(page->versions), {}};
        });
        // Full: the watcher hears of it when it asks again.
        static_cast<void>(
            worker_.post([this, id, scanned = std::move(scanned)] { orderResult(id, scanned); }).has_value());
    });
    if (!posted)
        fail(watch, {posted.error(), 0, 0, {}});
}

void LiveLists::orderResult(session::WatchId id, Result<ListResult> scanned)
{
    const auto found = watches_.find(id);
    if (found == watches_.end())
        return;
    Watch& watch = *found->second;
    if (!scanned)
        return fail(watch, {scanned.error(), 0, 0, {}});
    freeze(watch, std::move(*scanned));
    for (const auto& [order, row] : std::exchange(watch.early, {}))
        noteOrder(watch, row);
    snapshot(watch);
}

void LiveLists::adjust(session::WatchId id, session::Window window)
{
    const auto found = watches_.find(id);
    if (found == watches_.end())
        return;
    found->second->wish.window = window;
    if (found->second->list() == List::Board)
        startBoard(*found->second);
    else if (found->second->list() == List::Rollout)
        startRollout(*found->second);
    else if (found->second->list() == List::Shadow)
        startShadow(*found->second);
    else if (found->second->result)
        snapshot(*found->second);
}

void LiveLists::accept(session::WatchId id)
{
    if (const auto found = watches_.find(id); found != watches_.end())
        start(*found->second);
}

void LiveLists::unwatch(session::WatchId id)
{
    const auto found = watches_.find(id);
    if (found == watches_.end())
        return;
    if (found->second->result)
        results_.forget(found->second->result->id);
    watches_.erase(found);
}

void LiveLists::noteItem(Watch& watch, EntityId id)
{
    if (watch.list() == List::Groups)
        watch.moved = true;
    else if (watch.result)
        note(watch, id, board_.matches(id, watch.filter, viewerOf(watch), worker_.names()));
}

void LiveLists::noteOrder(Watch& watch, const engine::EntityRow& row)
{
    if (!watch.result) {
        watch.early[row.id] = row;
        return;
    }
    engine::EntityRow now = row;
    now.wasOpen = !row.finished;  // as the list reads it: it has a row among the unfinished
    note(watch, row.id, watch.filter.matches(SearchedOrder(now, worker_.names(), asOf_.at)));
}

void LiveLists::note(Watch& watch, EntityId id, bool matches)
{
    if (!watch.has(id)) {
        if (matches)
            watch.arrived.insert(id);
        else
            watch.arrived.erase(id);
        return;
    }
    watch.changed.insert(id);
    if (matches)
        watch.left.erase(id);
    else
        watch.left.insert(id);
}

/// After a gap: nobody told which items changed.
void LiveLists::compareAnew(Watch& watch)
{
    watch.arrived.clear();
    watch.left.clear();
    watch.moved = true;
    if (watch.list() == List::Groups)
        return;
    std::vector<EntityId> now = board_.select(watch.filter, {}, viewerOf(watch), worker_.names());
    std::sort(now.begin(), now.end());
    const std::vector<EntityId>& then = watch.byId();
    std::set_difference(now.begin(), now.end(), then.begin(), then.end(),
                        std::inserter(watch.arrived, watch.arrived.end()));
    std::set_difference(then.begin(), then.end(), now.begin(), now.end(),
                        std::inserter(watch.left, watch.left.end()));
}

}  // namespace holdpoint::views
