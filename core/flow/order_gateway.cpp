// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/next_move.h"
#include "core/delivery/retention.h"
#include "core/flow/order_work.h"

// What may not leave: the gateway looked once more, or the vendor has forgotten the key.
namespace holdpoint::flow {

bool isKeyForgotten(const Effect& effect, const VendorProfile* profile, Instant now)
{
    return effect.state == EffectState::Unknown && profile != nullptr && !profile->hasStatusQuery &&
           !delivery::isAlive(effect.planned, profile->keyLife, now);
}

void stopForgotten(Work& w, const Effect& effect)
{
    const EffectRef ref = effect.ref;
    const VendorName vendor = effect.vendor;
    Attempted stopped;
    stopped.operation = ref.operation;
    stopped.generation = ref.generation;
    stopped.attempt = static_cast<std::uint16_t>(effect.questions + 1);
    stopped.asked = true;  // no call was made
    stopped.start = stopped.end = w.turn.now;
    stopped.outcome = AttemptOutcome::OutcomeUnknown;
    stopped.code = w.code(delivery::CodeKeyExpired);
    stopped.next = Never;
    w.add(std::move(stopped), ref.part);
    raise(w, {ExceptionKind::FailedOrder,
              std::string(delivery::CodeKeyExpired) + "_" + std::string(name(ref.operation)),
              FailureClass::Transport,
              true,
              Priority::P2,
              vendor,
              {},
              {},
              {},
              {}});
}

void orderGatewayRefused(Order& order, const GatewayRefused& refused, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    out.step.input = InputKind::Internal;
    const Effect* effect = order.effect(refused.ref);
    if (effect == nullptr || !effect->isOpen()) {
        out.keep = false;
        return;
    }
    if (effect->state == EffectState::Planned)
        dropEffect(w, *effect, turn.around.names.text(refused.why));
    else if (isKeyForgotten(*effect, turn.around.policy.vendor(effect->vendor), turn.now))
        stopForgotten(w, *effect);
    else {
        out.keep = false;
        return;
    }
    advance(w);
    closeOrder(w);
}

}  // namespace holdpoint::flow
