// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/bake.h"

#include <algorithm>

namespace holdpoint::rollout {

void BakeClock::restart() noexcept
{
    state_.baked = Milliseconds{0};
    state_.cutoffs = state_.peaks = 0;
}

void BakeClock::tick(Instant now, bool running, bool fresh, const Hash& run)
{
    if (run != state_.run)
        restart();
    else if (state_.last != Never && state_.ranLast && running && fresh)
        state_.baked += now - state_.last;
    state_.run = run;
    if (running) {
        if (state_.pausedSince != Never && now - state_.pausedSince > LongPause)
            restart();
        state_.pausedSince = Never;
    } else {
        state_.pausedSince = std::min(state_.pausedSince, now);
    }
    state_.ranLast = running && fresh;
    state_.last = now;
}

bool BakeClock::isDone(const Needs& needs, Instant now) const noexcept
{
    return state_.baked >= needs.least && needs.samplesMet && state_.cutoffs >= needs.cutoffs &&
           state_.peaks >= needs.peaks && now - state_.resumedAt >= CoolDown;
}

Instant BakeClock::earliest(const Needs& needs, Instant now) const noexcept
{
    const Instant byBake = now + std::max(needs.least - state_.baked, Milliseconds{0});
    return std::max(byBake, state_.resumedAt + CoolDown);
}

}  // namespace holdpoint::rollout
