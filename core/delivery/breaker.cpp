// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/breaker.h"

#include <algorithm>

namespace holdpoint::delivery {

bool Breaker::wouldAllow(Instant now) const noexcept { return state_ == State::Closed || now >= probeAt_; }

bool Breaker::allows(Instant now)
{
    if (!wouldAllow(now))
        return false;
    if (state_ != State::Closed) {
        state_ = State::HalfOpen;
        probeAt_ = now + plan_.probeAfter;
    }
    return true;
}

void Breaker::record(bool failed, Instant now)
{
    if (state_ == State::Open)
        return;
    if (state_ == State::HalfOpen) {
        if (failed)
            return open(now);
        state_ = State::Closed;
        slots_ = {};
    }
    const std::int64_t width = std::max(plan_.window.count() / 10, std::int64_t{1});
    const std::int64_t number = now.ms / width;
    Slot& slot = slots_[static_cast<std::uint64_t>(number) % slots_.size()];
    if (slot.number != number)
        slot = {number, 0, 0};
    ++slot.calls;
    slot.failures += failed;
    if (overLimit(number))
        open(now);
}

bool Breaker::overLimit(std::int64_t newest) const noexcept
{
    int calls = 0, failures = 0;
    for (const Slot& slot : slots_)
        if (slot.number > newest - static_cast<std::int64_t>(slots_.size())) {
            calls += slot.calls;
            failures += slot.failures;
        }
    return calls >= plan_.minCalls && failures * 100 > calls * plan_.failurePercent;
}

void Breaker::open(Instant now)
{
    state_ = State::Open;
    probeAt_ = now + plan_.probeAfter;
    slots_ = {};
}

void RetryBudget::firstCallSucceeded() noexcept { tenths_ = std::min(tenths_ + 1, 1000); }

bool RetryBudget::take(Instant now) noexcept
{
    if (tenths_ >= 10) {
        tenths_ -= 10;
        return true;
    }
    if (now - lastFree_ < Milliseconds{1000})
        return false;
    lastFree_ = now;
    return true;
}

}  // namespace holdpoint::delivery
