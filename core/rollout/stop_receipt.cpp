// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/stop_receipt.h"

#include <algorithm>

namespace holdpoint::rollout {

void StopReceipt::order(bool newPath, Instant at) noexcept
{
    if (newPath) {
        lastNew_ = std::max(lastNew_, at);
        failed_ |= effective_ != Never && at - effective_ > Quiet;
    } else if (effective_ != Never && at >= effective_) {
        firstAway_ = std::min(firstAway_, at);
        lastAway_ = std::max(lastAway_, at);
    }
}

StopReceipt::Reading StopReceipt::read(Instant now) const
{
    Reading r;
    if (failed_)
        return {CommandState::Failed, Priority::P1, false, {}};
    if (effective_ == Never) {
        const Milliseconds waited = now - requested_;
        r.state = accepted_ == Never ? CommandState::Requested : CommandState::Accepted;
        if (waited > UnknownAfter || (accepted_ == Never && waited > AcceptWithin))
            r.state = CommandState::Unknown;
        if (waited > UnknownAfter)
            r.alarm = Priority::P1;
        else if (waited > LateAfter)
            r.alarm = Priority::P2;
        return r;
    }
    r.took = std::max(effective_, lastNew_) - requested_;
    const Instant quietSince = std::max(effective_, lastNew_);
    const bool measured = lastAway_ >= quietSince && lastAway_ != Instant{INT64_MIN};
    r.state = measured && now - quietSince >= Quiet ? CommandState::Verified : CommandState::Effective;
    r.nothingToMeasure = !measured && now - effective_ >= NoTraffic;
    return r;
}

}  // namespace holdpoint::rollout
