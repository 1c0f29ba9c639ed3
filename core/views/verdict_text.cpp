// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/verdict_text.h"

#include "core/delivery/effect_key.h"
#include "core/delivery/retention.h"
#include "core/flow/retry_verdict.h"
#include "core/views/recovery.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

/// The newest call whose answer broke the contract. What came after it is no other call of ours, as its class forbids
/// that, but a time-out that was recorded late.
const session::AttemptText* brokenCall(const std::vector<session::EffectText>& effects, EffectRef ref)
{
    const session::AttemptText* last = nullptr;
    for (const session::EffectText& effect : effects)
        if (effect.ref == ref)
            for (const session::AttemptText& attempt : effect.attempts)
                if (!attempt.asked && attempt.breach)
                    last = &attempt;
    return last;
}

}  // namespace

Result<session::VerdictText> verdictOf(store::StoreReader& reader, const Dictionary& dictionary,
                                       const Integrations& integrations, const Order& order,
                                       const ExceptionItem* item,
                                       const std::vector<session::EffectText>& effects, Instant now)
{
    const Effect* effect = flow::effectInQuestion(order, item, dictionary);
    session::VerdictText text;
    if (effect == nullptr) {
        const delivery::Judgement judged = flow::judgeRetry(order, nullptr, nullptr, {});
        text.verdict = judged.verdict;
        text.reason = judged.reason;
        return text;
    }
    text.key = delivery::effectKey(order.header.number, effect->ref);
    text.vendor = dictionary.text(effect->vendor);
    const VendorProfile unknown;
    const VendorProfile* profile = integrations.find(text.vendor);
    const VendorProfile& vendor = profile == nullptr ? unknown : *profile;
    delivery::RetryFacts facts;
    facts.keyAlive = delivery::isAlive(effect->planned, vendor.keyLife, now);
    if (const auto* call = brokenCall(effects, effect->ref)) {
        facts.brokeContract = true;
        const auto recovery = recoveryOf(reader, effect->vendor, effect->ref.operation, call->seq);
        if (!recovery)
            return recovery.error();
        facts.vendorGoodSince = text.vendorGoodSince = recovery->goodSince;
        text.searchedAll = recovery->complete;
    }
    const delivery::Judgement judged = flow::judgeRetry(order, effect, &vendor, facts);
    text.verdict = judged.verdict;
    text.reason = judged.reason;
    return text;
}

}  // namespace holdpoint::views
