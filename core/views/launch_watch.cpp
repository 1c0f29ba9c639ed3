// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/live_watch.h"

/// The launch board as a watched answer.
namespace holdpoint::views {
namespace {

constexpr Milliseconds TellEach{250};  // of engine time

}  // namespace

// Engine time goes on while no frame comes.
Instant LiveLists::timeNow() const { return asOf_.at + (clock_.monotonic() - heardAt_); }

Result<> LiveLists::loadLaunch()
{
    auto fresh = std::make_unique<LaunchBoard>(integrations_);
    auto loaded = worker_.read([&](store::StoreReader& reader, const Dictionary& names) {
        return fresh->load(reader, names, board_);
    });
    if (!loaded)
        return loaded;
    launch_ = std::move(fresh);
    launch_->stands(standing_, timeNow());
    return {};
}

void LiveLists::awaitLaunch() { launchAwaited_ = !launch_; }

void LiveLists::takeLaunch(std::unique_ptr<LaunchBoard> loaded)
{
    if (!launchAwaited_)
        return;
    launchAwaited_ = false;
    if (loaded && (asOf_.parts.empty() || loaded->seq() >= asOf_.parts.front().seq)) {
        launch_ = std::move(loaded);
        launch_->settle(board_);
        launch_->stands(standing_, timeNow());
        for (Moved& moved : early_)
            launch_->changed(moved.seq, moved.at, std::move(moved.places), std::move(moved.items));
    }
    early_.clear();
    for (auto& [id, watch] : watches_)
        if (watch->list() == session::List::Board)
            startBoard(*watch);
}

void LiveLists::stands(const engine::Standing& standing)
{
    standing_ = standing;
    if (launch_)
        launch_->stands(standing_, timeNow());
}

/// Reads on to where the lists stand. False: it could not be read and must be made anew.
bool LiveLists::launchIsCurrent()
{
    if (asOf_.parts.empty())
        return true;
    const Seq upTo = asOf_.parts.front().seq;
    if (launch_->isAt(upTo))
        return true;
    const auto read = worker_.read([&](store::StoreReader& reader, const Dictionary& names) {
        return launch_->catchUp(upTo, reader, names, board_);
    });
    return read.has_value();
}

void LiveLists::startBoard(Watch& watch)
{
    if (!launch_ && !launchAwaited_)
        if (auto loaded = loadLaunch(); !loaded)
            return fail(watch, {loaded.error(), 0, 0, {}});
    freeze(watch, {0, session::List::Board, asOf_, {}, {}, {}});
    watch.told.reset();
    boardDelta(watch, true);
}

/// The first answer is a Snapshot, once the frames that were read have been heard of too; then what is new, not more
/// often than people see.
void LiveLists::boardDelta(Watch& watch, bool quiet)
{
    if (!launch_)
        return;  // it is being read
    if (!asOf_.parts.empty() && launch_->seq() > asOf_.parts.front().seq)
        return;  // those frames are on their way
    if (!quiet && watch.told && asOf_.at - watch.toldAt < TellEach)
        return;
    if (!launchIsCurrent())
        return;
    const Instant now = timeNow();
    launch_->tick(now, worker_.names(), board_);
    session::Board board = launch_->board(now, worker_.names(), board_);
    if (watch.told == board)
        return quiet ? send(watch, session::Age{asOf_}) : void();
    if (watch.told)
        send(watch, session::Delta{asOf_, {0}, board, 0, 0});
    else
        send(watch, session::Snapshot{watch.result->id, asOf_, 1, true, {0, 1}, board});
    watch.told = std::move(board);
}

}  // namespace holdpoint::views
