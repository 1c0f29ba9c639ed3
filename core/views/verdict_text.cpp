// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/verdict_text.h"

#include "core/delivery/effect_key.h"
#include "core/delivery/retention.h"
#include "core/delivery/verdict.h"
#include "core/views/recovery.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

int needOf(const Effect& effect)
{
    switch (effect.state) {
    case EffectState::Unknown: return 0;
    case EffectState::Failed: return 1;
    case EffectState::Planned: return 2;
    case EffectState::Done: return 3;
    case EffectState::Suppressed: return 4;
    case EffectState::NotSent: break;
    }
    return 5;
}

bool names(const std::string& code, Operation operation)
{
    const std::string word(name(operation));
    return code.ends_with('_' + word) || code.starts_with(word + '_');
}

bool namesAny(const std::string& code)
{
    for (std::size_t o = 0; o < CountOf<Operation>; ++o)
        if (names(code, static_cast<Operation>(o)))
            return true;
    return false;
}

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

/// Nothing is open: a retry repeats no call, because there is none.
session::VerdictText withoutEffect(const Order& order)
{
    session::VerdictText text;
    text.verdict = RetryVerdict::Safe;
    text.reason = order.effects.empty() ? delivery::ReasonNothingSent : delivery::ReasonNoOpenEffect;
    return text;
}

}  // namespace

const Effect* effectInQuestion(const Order& order, const ExceptionItem* item, const Dictionary& dictionary)
{
    const std::string code = item == nullptr ? std::string() : dictionary.text(item->code);
    const bool coded = namesAny(code);
    const bool ofVendor = item != nullptr && !item->vendor.isNone();
    if (item != nullptr && !coded && !ofVendor)
        return nullptr;
    const Effect* found = nullptr;
    for (const Effect& effect : order.effects) {
        if ((coded && !names(code, effect.ref.operation)) || (ofVendor && effect.vendor != item->vendor))
            continue;
        if (found == nullptr || needOf(effect) <= needOf(*found))
            found = &effect;
    }
    return found;
}

Result<session::VerdictText> verdictOf(store::StoreReader& reader, const Dictionary& dictionary,
                                       const Integrations& integrations, const Order& order,
                                       const ExceptionItem* item,
                                       const std::vector<session::EffectText>& effects, Instant now)
{
    const Effect* effect = effectInQuestion(order, item, dictionary);
    if (effect == nullptr)
        return withoutEffect(order);
    session::VerdictText text;
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
    const delivery::Judgement judged = delivery::judge(*effect, vendor, facts);
    text.verdict = judged.verdict;
    text.reason = judged.reason;
    return text;
}

}  // namespace holdpoint::views
