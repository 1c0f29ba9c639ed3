// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/retry_verdict.h"

namespace holdpoint::flow {
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

delivery::Judgement judgeRetry(const Order& order, const Effect* effect, const VendorProfile* vendor,
                               const delivery::RetryFacts& facts) noexcept
{
    if (effect == nullptr)
        return {RetryVerdict::Safe,
                order.effects.empty() ? delivery::ReasonNothingSent : delivery::ReasonNoOpenEffect};
    const VendorProfile unknown;
    return delivery::judge(*effect, vendor == nullptr ? unknown : *vendor, facts);
}

}  // namespace holdpoint::flow
