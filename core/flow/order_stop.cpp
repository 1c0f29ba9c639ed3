// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_work.h"

#include <algorithm>

namespace holdpoint::flow {

Undone undone(const Turn& turn, const Effect& effect)
{
    const GatewayView& gateway = turn.around.gateway;
    if (effect.state != EffectState::Planned)
        return Undone::No;
    if (gateway.isWaiting(effect.outbox))
        return Undone::Certain;
    if (effect.attempts == 0)
        return Undone::No;
    if (gateway.isUnderWay(effect.outbox))
        return gateway.isBeingAsked(effect.outbox) ? Undone::ToBeAsked : Undone::No;
    // What a look-up proved before a restart says nothing about a call that left after it.
    if (effect.isProvedAbsent() && !gateway.isUnheardOf(effect.outbox))
        return Undone::Certain;
    const VendorProfile* profile = turn.around.policy.vendor(effect.vendor);
    if (profile == nullptr || profile->hasStatusQuery)
        return Undone::ToBeAsked;
    return effect.next != Never && effect.next > turn.now ? Undone::Certain : Undone::No;
}

bool stopCall(Work& w, Effect& effect, std::string_view why)
{
    const Undone can = undone(w, effect);
    if (can == Undone::Certain)
        dropEffect(w, effect, why);
    else if (can == Undone::ToBeAsked && !w.turn.around.gateway.isUnderWay(effect.outbox))
        dispatchAgain(w, effect, true);
    return can == Undone::Certain;
}

bool endedNow(const Work& w, Operation operation, Part part)
{
    const auto& facts = w.out.step.facts;
    return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
        const auto* answered = std::get_if<Answered>(&fact.body);
        return answered && answered->operation == operation && fact.part == part;
    });
}

}  // namespace holdpoint::flow
