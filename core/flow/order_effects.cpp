// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/effect_key.h"
#include "core/delivery/next_move.h"
#include "core/flow/order_work.h"

namespace holdpoint::flow {
namespace {

// Outbox ids need no counter of their own: an order has far fewer than 4,096 effects.
constexpr std::uint64_t EffectsPerOrder = 4096;

OutboxId nextOutbox(const Order& order) { return order.id.serial() * EffectsPerOrder + order.intents + 1; }

bool hasConnectors(const Order& order) { return order.lane == Lane::Live; }

void releaseGrant(Work& w, Leg& leg, std::string_view why)
{
    if (leg.stock != LegStockState::Granted || leg.reservation.isNone())
        return;
    w.send(ReleaseStock{w.order.id, leg.part, leg.reservation, w.code(why)});
    w.add(LegStock{LegStockState::Released, leg.reservation, Never, {}}, leg.part);
}

void shipAnswered(Work& w, Part part, const VendorAnswer& a, bool done)
{
    if (done)
        return;
    Leg* leg = w.order.leg(part);
    releaseGrant(w, *leg, "node_refused");
    if (a.cls != FailureClass::SoftBusiness)
        raise(w, {ExceptionKind::FailedOrder,
                  a.code,
                  a.cls,
                  true,
                  {},
                  leg->vendor,
                  leg->node,
                  a.pointer,
                  a.expected,
                  a.got});
}

void cancelAnswered(Work& w, Part part, const VendorAnswer& a, bool done)
{
    Leg* leg = w.order.leg(part);
    if (done)
        releaseGrant(w, *leg, "cancelled");
    w.add(CancelVerdict{done, w.code(done ? "node_cancelled" : a.code)}, part);
    if (!done)
        raise(w, {ExceptionKind::IncompleteCancellation,
                  "cancel_refused",
                  a.cls,
                  false,
                  Priority::P3,
                  leg->vendor,
                  leg->node,
                  {},
                  {},
                  {}});
}

void unbookAnswered(Work& w, Part part, const VendorAnswer& a, bool done)
{
    if (!done)
        raise(w, {ExceptionKind::IncompleteCancellation,
                  "booking_not_cancelled",
                  a.cls,
                  false,
                  Priority::P3,
                  w.order.effect(a.ref)->vendor,
                  w.order.leg(part)->node,
                  {},
                  {},
                  {}});
}

void handbackAnswered(Work& w, bool done)
{
    w.add(OwnerSet{w.order.epoch + 1, done ? OrderOwner::Legacy : OrderOwner::Holdpoint});
    if (done)
        endProblem(w, {}, Resolution::SentToLegacy);
}

void ended(Work& w, const EffectRef& ref, const VendorAnswer& a, bool done)
{
    switch (ref.operation) {
    case Operation::Ship: return shipAnswered(w, ref.part, a, done);
    case Operation::Cancel: return cancelAnswered(w, ref.part, a, done);
    case Operation::Handback: return handbackAnswered(w, done);
    case Operation::Unbook: return unbookAnswered(w, ref.part, a, done);
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void:
    case Operation::Book:
    case Operation::Confirm: break;
    }
    if (!done) {
        const bool money = ref.operation == Operation::Capture;
        const std::string code = std::string(name(ref.operation)) + "_failed";
        raise(w, {ExceptionKind::FailedOrder,
                  code,
                  a.cls,
                  true,
                  money ? std::optional(Priority::P1) : std::nullopt,
                  w.order.effect(ref)->vendor,
                  {},
                  a.pointer,
                  a.expected,
                  a.got});
    }
}

/// A person is told when an outcome has been unknown for too long, not at the first question after that.
Instant unknownLimitOf(const Effect& effect, const VendorProfile& profile, Instant now)
{
    const Instant since = effect.firstUnknown == Never ? now : effect.firstUnknown;
    const Instant limit = since + profile.retry.unknownLimit;
    return limit > now ? limit : Never;
}

/// A stuck or unknown call that has moved on is no problem any more.
void endEffectProblems(Work& w, const EffectRef& ref)
{
    const std::string suffix = "_" + std::string(name(ref.operation));
    for (const Problem& problem : std::vector<Problem>(w.order.problems))
        if (const std::string code = w.turn.around.names.text(problem.code); code.ends_with(suffix))
            endProblem(w, code, Resolution::Auto);
}

/// The record of a call or question.
Attempted attemptOf(Work& w, const VendorAnswer& a, VendorName vendor, AttemptOutcome outcome,
                    FailureClass cls, Instant next)
{
    return {a.ref.operation,
            a.ref.generation,
            a.attempt,
            a.asked,
            a.start,
            a.end,
            outcome,
            cls,
            w.code(a.code),
            a.status,
            next,
            a.pointer,
            a.expected,
            a.got,
            vendor,
            isBodyKept(a) ? sha256(a.body) : Hash{}};
}

/// How the effect ended was known before, from an event. That the call was made is recorded all the same.
void recordLateAnswer(Work& w, const VendorAnswer& a)
{
    w.add(attemptOf(w, a, w.order.effect(a.ref)->vendor, a.outcome, a.cls, Never), a.ref.part);
    w.out.step.mark(Mark::NoEffect);
    closeOrder(w);
}

/// A broken answer counts where its call belongs, although it may already have moved the order on: one fault lights one
/// stage.
Stage stageOfCall(Operation operation)
{
    switch (operation) {
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void: return Stage::Settlement;
    case Operation::Confirm: return Stage::Confirmation;
    default: return Stage::Handoff;
    }
}

/// The vendor did it, but not in the words that were agreed. Whether a node means by its new word what we meant by the old
/// one, a person says: the order is held until then. What others did is taken as done.
void raiseBreach(Work& w, const VendorAnswer& a, VendorName vendor)
{
    raise(w, {ExceptionKind::ContractBreach,
              "contract_breach_" + std::string(name(a.ref.operation)),
              FailureClass::Validation,
              a.ref.operation == Operation::Ship,
              Priority::P2,
              vendor,
              {},
              a.pointer,
              a.expected,
              a.got,
              stageOfCall(a.ref.operation)});
}

}  // namespace

EffectRequest requestFor(const Order& order, EffectRef ref, VendorName vendor, std::int64_t amount,
                         std::string_view reference)
{
    EffectRequest r;
    r.order = order.id;
    r.ref = ref;
    r.vendor = vendor;
    r.key = delivery::effectKey(order.header.number, ref);
    r.correlation = order.correlation;
    r.epoch = order.epoch;
    r.contract = 1;
    r.orderNumber = order.header.number;
    r.region = order.region();
    r.amount = amount;
    r.currency = order.header.currency;
    r.reference = reference;
    const bool legwise = ref.operation == Operation::Ship || ref.operation == Operation::Cancel ||
                         ref.operation == Operation::Book || ref.operation == Operation::Confirm ||
                         ref.operation == Operation::Unbook;
    if (const Leg* leg = legwise ? order.leg(ref.part) : nullptr) {
        r.node = leg->node;
        if (ref.operation == Operation::Ship && !order.opaqueParcel)
            r.lines = leg->lines;
    }
    return r;
}

void planEffect(Work& w, Operation operation, Part part, VendorName vendor, std::int64_t amount,
                std::string_view reference)
{
    const Effect* known = w.order.latest(operation, part);
    if (known && known->state != EffectState::NotSent)
        return;
    EffectRef ref{operation, part, known ? known->ref.generation : std::uint8_t{1}};
    EffectRequest request = requestFor(w.order, ref, vendor, amount, reference);
    // A call that certainly had no effect, but which the vendor has seen: another body needs another key.
    if (known && known->attempts > 0 && known->body != fingerprint(request)) {
        ++ref.generation;
        request = requestFor(w.order, ref, vendor, amount, reference);
    }
    const std::uint64_t body = fingerprint(request);
    request.outbox = hasConnectors(w.order) ? nextOutbox(w.order) : 0;
    w.add(EffectPlanned{operation, ref.generation, vendor, body, request.contract, request.epoch,
                        request.outbox, amount},
          part);
    if (request.outbox != 0)
        w.out.planned.push_back(std::move(request));
}

void dropEffect(Work& w, const Effect& effect, std::string_view why)
{
    w.out.answered.push_back(effect.outbox);
    const EffectRef ref = effect.ref;
    w.add(NotSent{ref.operation, ref.generation, w.code(why)}, ref.part);
    endEffectProblems(w, ref);
}

void showDone(Work& w, const Effect& effect, std::string_view by)
{
    const EffectRef ref = effect.ref;
    w.out.answered.push_back(effect.outbox);
    w.add(Answered{ref.operation, ref.generation, AttemptOutcome::Done, FailureClass::None, w.code(by), {}},
          ref.part);
    endEffectProblems(w, ref);
}

void showRefused(Work& w, const Effect& ship, std::string_view code)
{
    const EffectRef ref = ship.ref;
    VendorAnswer answer;
    answer.cls = FailureClass::SoftBusiness;
    answer.code = code;
    w.out.answered.push_back(ship.outbox);
    w.add(
        Answered{
            ref.operation, ref.generation, AttemptOutcome::FailedForCertain, answer.cls, w.code(code), {}},
        ref.part);
    endEffectProblems(w, ref);
    shipAnswered(w, ref.part, answer, false);
}

bool wasAsked(const Work& w, Part leg)
{
    const Effect* ship = w.order.latest(Operation::Ship, leg);
    return ship && (ship->isOpen() ? !w.turn.around.gateway.isWaiting(ship->outbox)
                                   : ship->state != EffectState::NotSent);
}

void orderAnswer(Order& order, const VendorAnswer& a, const Turn& turn, Change& out)
{
    Work w{order, turn, out};
    out.step.input = InputKind::Answer;
    const Effect* effect = order.effect(a.ref);
    if (effect == nullptr) {  // an answer to a question that we never asked
        out.keep = false;
        return;
    }
    if (!effect->isOpen())
        return recordLateAnswer(w, a);
    const VendorProfile* profile = turn.around.policy.vendor(effect->vendor);
    const VendorProfile fallback;
    delivery::NextMove move =
        delivery::afterAnswer(*effect, a, profile ? *profile : fallback, turn.now, turn.around.rng);
    // Only where the vendor can be asked or called again: a person's turn is never over by time.
    const bool goesOn =
        move.kind == delivery::NextMove::Kind::AskAgain || move.kind == delivery::NextMove::Kind::SendAgain;
    if (goesOn && move.outcome == AttemptOutcome::OutcomeUnknown)
        move.at = std::min(move.at, unknownLimitOf(*effect, profile ? *profile : fallback, turn.now));
    const std::string_view code = a.code;
    w.add(attemptOf(w, a, effect->vendor, move.outcome, move.cls, move.at), a.ref.part);
    if (move.kind == delivery::NextMove::Kind::Ends) {
        const bool done =
            move.outcome == AttemptOutcome::Done || move.outcome == AttemptOutcome::AlreadyProcessed;
        out.answered.push_back(effect->outbox);
        w.add(Answered{a.ref.operation, a.ref.generation, move.outcome, move.cls, w.code(code), a.reference},
              a.ref.part);
        endEffectProblems(w, a.ref);
        if (done && !a.pointer.empty())
            raiseBreach(w, a, effect->vendor);
        ended(w, a.ref, a, done);
    } else if (move.problem || move.kind == delivery::NextMove::Kind::NeedsPerson) {
        const std::string what = move.code.empty() ? a.code : std::string(move.code);
        raise(w, {ExceptionKind::FailedOrder,
                  what + "_" + std::string(name(a.ref.operation)),
                  a.cls,
                  true,
                  Priority::P2,
                  effect->vendor,
                  {},
                  a.pointer,
                  a.expected,
                  a.got});
    }
    advance(w);
    closeOrder(w);
}

namespace {

/// `ship:1`, `refund:2`: the end of an effect's key. With an empty name the only one that is unknown.
const Effect* unknownEffect(const Order& order, std::string_view wanted)
{
    const Effect* found = nullptr;
    for (const Effect& e : order.effects) {
        const std::string own = std::string(name(e.ref.operation)) + ":" + std::to_string(e.ref.part);
        if (e.state != EffectState::Unknown || (!wanted.empty() && wanted != own))
            continue;
        if (found != nullptr)
            return nullptr;
        found = &e;
    }
    return found;
}

/// The vendor was asked and could not say, or cannot be asked.
bool isBeyondAsking(const Work& w, const Effect& effect)
{
    const VendorProfile* profile = w.policy().vendor(effect.vendor);
    const bool canAsk = profile == nullptr || profile->hasStatusQuery;
    return (!canAsk || effect.questions > 0) && !w.turn.around.gateway.isUnderWay(effect.outbox);
}

void endAsTold(Work& w, const Effect& effect, bool done, std::string_view reference)
{
    VendorAnswer a;
    a.ref = effect.ref;
    a.cls = done ? FailureClass::None : effect.cls;
    a.code = "told_by_person";
    a.reference = reference;
    w.out.answered.push_back(effect.outbox);
    w.add(Answered{a.ref.operation, a.ref.generation,
                   done ? AttemptOutcome::Done : AttemptOutcome::FailedForCertain, a.cls, w.code(a.code),
                   a.reference},
          a.ref.part);
    endEffectProblems(w, a.ref);
    ended(w, a.ref, a, done);
}

/// As a look-up that proves that nothing exists under the key: the same call goes out again.
void repeatAsTold(Work& w, const Effect& effect)
{
    const EffectRef ref = effect.ref;
    Attempted proof;
    proof.operation = ref.operation;
    proof.generation = ref.generation;
    proof.attempt = static_cast<std::uint16_t>(effect.questions + 1);
    proof.asked = true;
    proof.start = proof.end = w.turn.now;
    proof.outcome = AttemptOutcome::NotSent;
    proof.code = w.code("told_by_person");
    proof.next = w.turn.now + Milliseconds{1};  // not yet: a cancel that waits for this drops it instead
    w.add(std::move(proof), ref.part);
    endEffectProblems(w, ref);
}

}  // namespace

Result<> takeOutcome(Work& w, const OrderCommand& c)
{
    const Effect* effect = unknownEffect(w.order, w.turn.around.names.text(c.argument));
    if (effect == nullptr)
        return Error{Code::NotFound, "not one call of that name whose outcome is unknown"};
    if (!isBeyondAsking(w, *effect))
        return Error{Code::Conflict, "ask the vendor first"};
    const std::string_view told = c.text;
    const std::string_view done = "done ";
    if (told.starts_with(done) && told.size() > done.size())
        endAsTold(w, *effect, true, told.substr(done.size()));
    else if (told != "not_applied")
        return Error{Code::InvalidArgument, "say `done` and the vendor's reference, or `not_applied`"};
    else if (effect->cls == FailureClass::None || effect->cls == FailureClass::Transport)
        repeatAsTold(w, *effect);
    else  // its class forbids a second call
        endAsTold(w, *effect, false, {});
    return {};
}

}  // namespace holdpoint::flow
