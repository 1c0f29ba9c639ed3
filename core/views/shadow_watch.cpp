// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/live_watch.h"

/// The shadow as a watched answer.
namespace holdpoint::views {
namespace {

constexpr Milliseconds TellEach{1'000};  // of engine time: a day of orders is counted for each answer

}  // namespace

Result<> LiveLists::loadShadow()
{
    auto fresh = std::make_unique<ShadowView>();
    auto loaded = worker_.read(
        [&](store::StoreReader& reader, const Dictionary& names) { return fresh->load(reader, names); });
    if (loaded)
        shadow_ = std::move(fresh);
    return loaded;
}

void LiveLists::startShadow(Watch& watch)
{
    if (!shadow_)
        if (auto loaded = loadShadow(); !loaded)
            return fail(watch, {loaded.error(), 0, 0, {}});
    freeze(watch, {0, session::List::Shadow, asOf_, {}, {}, {}});
    watch.toldShadow.reset();
    shadowDelta(watch, true);
}

/// Reads on to where the lists stand; a Snapshot first, then what is new.
void LiveLists::shadowDelta(Watch& watch, bool quiet)
{
    if (!shadow_ || (!quiet && watch.toldShadow && asOf_.at - watch.toldAt < TellEach))
        return;
    if (!asOf_.parts.empty()) {
        const Seq upTo = asOf_.parts.front().seq;
        if (shadow_->seq() > upTo)
            return;  // those frames are on their way
        const auto read = worker_.read([&](store::StoreReader& reader, const Dictionary& names) {
            return shadow_->catchUp(upTo, reader, names);
        });
        if (!read)
            return shadow_.reset();  // the next start reads it anew
    }
    const session::ShadowBoard board = shadow_->board(timeNow());
    if (watch.toldShadow == board)
        return quiet ? send(watch, session::Age{asOf_}) : void();
    if (watch.toldShadow)
        send(watch, session::Delta{asOf_, {0}, board, 0, 0});
    else
        send(watch, session::Snapshot{watch.result->id, asOf_, 1, true, {0, 1}, board});
    watch.toldShadow = board;
}

}  // namespace holdpoint::views
