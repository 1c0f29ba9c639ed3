// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/bake.h"

#include <algorithm>

namespace holdpoint::rollout {

void BakeClock::restart() noexcept
{
    baked_ = Milliseconds{0};
    cutoffs_ = peaks_ = 0;
}

void BakeClock::tick(Instant now, bool running, bool fresh, const Hash& run)
{
    if (run != run_)
        restart();
    else if (last_ != Never && ranLast_ && running && fresh)
        baked_ += now - last_;
    run_ = run;
    if (running) {
        if (pausedSince_ != Never && now - pausedSince_ > LongPause)
            restart();
        pausedSince_ = Never;
    } else {
        pausedSince_ = std::min(pausedSince_, now);
    }
    ranLast_ = running && fresh;
    last_ = now;
}

bool BakeClock::isDone(const Needs& needs, Instant now) const noexcept
{
    return baked_ >= needs.least && needs.samplesMet && cutoffs_ >= needs.cutoffs && peaks_ >= needs.peaks &&
           now - resumedAt_ >= CoolDown;
}

Instant BakeClock::earliest(const Needs& needs, Instant now) const noexcept
{
    const Instant byBake = now + std::max(needs.least - baked_, Milliseconds{0});
    return std::max(byBake, resumedAt_ + CoolDown);
}

}  // namespace holdpoint::rollout
