// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/receipt_clock.h"

namespace holdpoint::host {

bool ReplyClock::turnsUnknown(Milliseconds now)
{
    if (replied_ || told_ || now - asked_ < Patience)
        return false;
    told_ = true;
    return true;
}

std::optional<IntakeProof::Verdict> IntakeProof::say(Verdict verdict)
{
    if (last_ == verdict)
        return std::nullopt;
    last_ = verdict;
    return verdict;
}

std::optional<IntakeProof::Verdict> IntakeProof::look(Milliseconds now, std::uint64_t seen,
                                                      std::uint64_t taken)
{
    if (isOver())
        return std::nullopt;
    if (taken > 0)
        return say(Verdict::Failed);
    if (last_ == Verdict::Verified)
        return std::nullopt;
    const Milliseconds passed = now - effective_;
    if (seen > 0 && passed >= Window)
        return say(Verdict::Verified);
    if (seen == 0 && passed >= NoTraffic)
        return say(Verdict::NothingToMeasure);
    return std::nullopt;
}

}  // namespace holdpoint::host
