// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/live_watch.h"

/// The rollout as a watched answer.
namespace holdpoint::views {
namespace {

constexpr Milliseconds TellEach{250};  // of engine time

}  // namespace

Result<> LiveLists::loadRollout()
{
    auto fresh = std::make_unique<RolloutView>();
    auto loaded = worker_.read(
        [&](store::StoreReader& reader, const Dictionary& names) { return fresh->load(reader, names); });
    if (loaded)
        rollout_ = std::move(fresh);
    return loaded;
}

void LiveLists::startRollout(Watch& watch)
{
    if (!rollout_)
        if (auto loaded = loadRollout(); !loaded)
            return fail(watch, {loaded.error(), 0, 0, {}});
    freeze(watch, {0, session::List::Rollout, asOf_, {}, {}, {}});
    watch.toldRollout.reset();
    rolloutDelta(watch, true);
}

/// As the launch board: a Snapshot once the frames that were read have been heard of too, then what is new.
void LiveLists::rolloutDelta(Watch& watch, bool quiet)
{
    if (!rollout_)
        return;  // it could not be read; the next load tries again
    if (!asOf_.parts.empty() && rollout_->frame() > asOf_.parts.front().frame)
        return;  // those frames are on their way
    if (!quiet && watch.toldRollout && asOf_.at - watch.toldAt < TellEach)
        return;
    session::RolloutBoard board = rollout_->board(timeNow());
    if (watch.toldRollout == board)
        return quiet ? send(watch, session::Age{asOf_}) : void();
    if (watch.toldRollout)
        send(watch, session::Delta{asOf_, {0}, board, 0, 0});
    else
        send(watch, session::Snapshot{watch.result->id, asOf_, 1, true, {0, 1}, board});
    watch.toldRollout = std::move(board);
}

}  // namespace holdpoint::views
