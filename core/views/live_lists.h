// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/exception_board.h"
#include "core/views/export.h"
#include "core/views/launch_board.h"
#include "core/views/order_list.h"
#include "core/views/outlet.h"
#include "core/views/rollout_view.h"
#include "core/views/shadow_view.h"
#include "core/views/worker.h"

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>

/// The lists that are watched. For `Views`.
namespace holdpoint::views {

/// A frozen list. Shared between threads; never changed.
struct ListResult {
    session::ResultId id = 0;
    session::List list = session::List::Exceptions;
    session::AsOf asOf;
    std::vector<EntityId> ids;              ///< exceptions, orders
    std::vector<Version> versions;          ///< of each, as it was then
    std::vector<session::GroupRow> groups;  ///< groups
    [[nodiscard]] std::size_t total() const noexcept
    {
        return list == session::List::Groups ? groups.size() : ids.size();
    }
};
using SharedResult = std::shared_ptr<const ListResult>;

/// Results that can be named, from any thread.
class ResultBook {
public:
    SharedResult keep(ListResult result);
    void forget(session::ResultId id);
    /// Null: unknown or forgotten.
    [[nodiscard]] SharedResult find(session::ResultId id) const;

private:
    mutable std::mutex mutex_;
    std::map<session::ResultId, SharedResult> results_;
    session::ResultId last_ = 0;
};

/// What one frame changed, as far as lists are concerned. A copy made on the engine's thread.
struct FrameChange {
    FrameNo frame = 0;
    Seq seq = 0;
    Instant at;
    struct NewName {
        NameKind kind = NameKind::Sku;
        std::uint32_t number = 0;
        std::string text;
    };
    std::vector<NewName> names;
    std::vector<BoardRow> items;
    std::vector<engine::EntityRow> orders;  ///< only while somebody watches orders
    std::vector<PlaceRow> places;           ///< only once somebody has watched the launch board
    RolloutChange rollout;
};

struct NewWatch {
    session::WatchId id = 0;
    session::Query query;
    session::Window window;
    session::UpdateSink* sink = nullptr;
    std::shared_ptr<Outlet> outlet;
};

/// Lives on one worker's thread. Scans of orders run on another one, `scanner`, and come back as a result.
class LiveLists {
public:
    /// `clock` dates what a quiet board says.
    LiveLists(Worker& worker, Worker& scanner, ResultBook& results, const Clock& clock,
              const Integrations& integrations);
    ~LiveLists();

    /// Fills the board. Also after changes were lost: then every watch gets a Gap and what it must know.
    void load();
    /// One that does not follow the newest says that others were not heard of: everything is read again.
    void change(const FrameChange& change);
    void stands(const engine::Standing& standing);
    void watch(NewWatch wish);
    /// The launch board is being read on the other thread, from no earlier a moment than this one; `takeLaunch` follows.
    void awaitLaunch();
    /// Null, or of an earlier moment than the lists: it is read here.
    void takeLaunch(std::unique_ptr<LaunchBoard> loaded);
    void adjust(session::WatchId id, session::Window window);
    void accept(session::WatchId id);
    void unwatch(session::WatchId id);
    [[nodiscard]] const ExceptionBoard& board() const noexcept { return board_; }
    /// Sends what has gathered to watchers that can take it.
    void flush();
    /// Nothing has changed for a while: says so.
    void heartbeat();

private:
    struct Watch;
    void start(Watch& watch);
    void freeze(Watch& watch, ListResult result);
    void startOrders(Watch& watch);
    void orderResult(session::WatchId id, Result<ListResult> scanned);
    void snapshot(Watch& watch);
    void noteItem(Watch& watch, EntityId id);
    void noteOrder(Watch& watch, const engine::EntityRow& row);
    void note(Watch& watch, EntityId id, bool matches);
    void compareAnew(Watch& watch);
    void delta(Watch& watch);
    void groupDelta(Watch& watch);
    void dropEnded();
    void send(Watch& watch, session::Update update);
    void fail(Watch& watch, session::Failed failed);
    void startBoard(Watch& watch);
    Result<> loadLaunch();
    bool launchIsCurrent();
    void boardDelta(Watch& watch, bool now);
    Result<> loadRollout();
    void startRollout(Watch& watch);
    void rolloutDelta(Watch& watch, bool quiet);
    Result<> loadShadow();
    void startShadow(Watch& watch);
    void shadowDelta(Watch& watch, bool quiet);
    [[nodiscard]] Instant timeNow() const;
    [[nodiscard]] BoardViewer viewerOf(const Watch& watch) const;
    Result<session::Rows> rowsAt(const Watch& watch, const std::vector<std::size_t>& positions);
    [[nodiscard]] std::vector<session::GroupRow> groupsNow(const Watch& watch) const;

    Worker& worker_;
    Worker& scanner_;
    ResultBook& results_;
    ExceptionBoard board_;
    session::AsOf asOf_;
    const Clock& clock_;
    const Integrations* integrations_;
    Milliseconds heardAt_{0};  // when the newest frame came, by the monotonic clock
    engine::Standing standing_;
    std::unique_ptr<LaunchBoard> launch_;   // null until somebody watches it
    std::unique_ptr<RolloutView> rollout_;  // the same
    std::unique_ptr<ShadowView> shadow_;    // the same
    struct Moved {
        Seq seq = 0;
        Instant at;
        std::vector<PlaceRow> places;
        std::vector<EntityId> items;
    };
    bool launchAwaited_ = false;
    std::vector<Moved> early_;  // what came meanwhile
    std::map<session::WatchId, std::unique_ptr<Watch>> watches_;
};

/// One item of the queue as its table has it, resolved ones too. Errors: NotFound, Corrupt, Unavailable.
Result<ItemRow> storedItem(store::StoreReader& reader, const Dictionary& names, EntityId id);

}  // namespace holdpoint::views
