// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/verdict.h"

namespace holdpoint::delivery {
namespace {

bool isNeverRepeated(FailureClass cls) { return cls != FailureClass::None && cls != FailureClass::Transport; }

/// The call failed for certain, or certainly had no effect: would it fail again?
Judgement again(const Effect& effect, const RetryFacts& facts, std::string_view safe)
{
    if (!isNeverRepeated(effect.cls))
        return {RetryVerdict::Safe, safe};
    const bool mended =
        effect.cls == FailureClass::Validation && facts.brokeContract && facts.vendorGoodSince != Never;
    if (mended)
        return {RetryVerdict::Safe, ReasonVendorRecovered};
    return {RetryVerdict::Futile, ReasonSameAnswer};
}

Judgement confirmed(const VendorProfile& vendor, const RetryFacts& facts)
{
    if (!vendor.honoursKeys)
        return {RetryVerdict::Unsafe, ReasonConfirmedWithoutKey};
    if (!facts.keyAlive)
        return {RetryVerdict::Unsafe, ReasonKeyExpired};
    return {RetryVerdict::Safe, ReasonKeyCovers};
}

}  // namespace

Judgement judge(const Effect& effect, const VendorProfile& vendor, const RetryFacts& facts) noexcept
{
    if (effect.state == EffectState::Done)
        return {RetryVerdict::Done, ReasonAlreadyDone};
    if (effect.state == EffectState::Suppressed)
        return {RetryVerdict::Futile, ReasonNoConnector};
    if (effect.proved)
        return again(effect, facts, ReasonProvedAbsent);
    if (effect.state == EffectState::NotSent)
        return again(effect, facts, ReasonNothingSent);
    if (!effect.reference.empty())
        return confirmed(vendor, facts);
    if (effect.state == EffectState::Unknown || effect.cls == FailureClass::Unclassified)
        return facts.keyAlive ? Judgement{RetryVerdict::Unknown, ReasonOutcomeUnknown}
                              : Judgement{RetryVerdict::Unsafe, ReasonKeyExpired};
    if (effect.replies == 0)
        return again(effect, facts, ReasonNothingSent);
    return again(effect, facts,
                 vendor.honoursKeys && facts.keyAlive ? ReasonKeyCovers : ReasonRefusedForCertain);
}

}  // namespace holdpoint::delivery
