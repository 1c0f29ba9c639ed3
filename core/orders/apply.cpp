// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/apply.h"

#include "core/base/check.h"
#include "core/model/fact_codec.h"
#include "core/orders/derive.h"
#include "core/orders/outcomes.h"

#include <algorithm>

namespace holdpoint::orders {
namespace {

std::uint64_t contentHash(const Fact& fact)
{
    thread_local std::vector<std::byte> bytes;
    bytes.clear();
    ByteWriter out(bytes);
    encode(out, fact, fact.at);  // when it was said is not what is said
    return hash64(textOf(bytes));
}

// Identity and value of each observed kind. Kinds with one fact a part have no id of their own.
Observed reduce(const Fact& fact)
{
    Observed o;
    o.kind = kindOf(fact);
    o.part = fact.part;
    o.at = fact.at;
    o.content = contentHash(fact);
    std::visit(
        [&o](const auto& body) {
            using Body = std::decay_t<decltype(body)>;
            if constexpr (requires { body.id; })
                o.id = hash64(body.id);
            if constexpr (requires { body.line; })
                o.line = body.line;
            if constexpr (requires { body.amount; })
                o.value = body.amount;
            if constexpr (requires { body.units; })
                o.value = body.units;
            if constexpr (std::is_same_v<Body, AddressGiven>)
                o.id = body.version;
            if constexpr (std::is_same_v<Body, HoldWished>)
                o.value = static_cast<std::int64_t>(body.reason);
        },
        fact.body);
    return o;
}

bool earlier(const Observed& a, const Observed& b)
{
    return std::tie(a.at, a.source) < std::tie(b.at, b.source);
}

/// Facts whose fields are needed beyond sums; called only when the fact is the one that counts.
void keepRegisters(Order& order, const Fact& fact, std::uint32_t batch)
{
    if (const auto* placed = std::get_if<Placed>(&fact.body)) {
        order.placed = true;
        order.header = *placed;
        order.placedAt = fact.at;
        order.headerBatch = batch;
    } else if (const auto* line = std::get_if<LineOrdered>(&fact.body)) {
        const auto at = std::lower_bound(order.lines.begin(), order.lines.end(), fact.part,
                                         [](const OrderLine& l, Part part) { return l.line < part; });
        OrderLine kept{fact.part, line->sku, line->units, line->price, 0};
        if (at != order.lines.end() && at->line == fact.part) {
            kept.cancelled = at->cancelled;
            *at = kept;
        } else
            order.lines.insert(at, kept);
    } else if (const auto* legacy = std::get_if<LegacyDecided>(&fact.body)) {
        std::erase_if(order.legacyRoutes, [&](const LegacyRoute& r) { return r.part == fact.part; });
        order.legacyRoutes.push_back({fact.part, *legacy});
    } else if (const auto* given = std::get_if<AddressGiven>(&fact.body)) {
        if (given->version >= order.address.version)
            order.address = {given->version, given->region};
    }
}

void setLegRequest(Order& order, const EffectRef& ref, ShipmentRequest request)
{
    if (Leg* leg = order.leg(ref.part);
        leg && (ref.operation == Operation::Ship || ref.operation == Operation::Cancel))
        leg->request = request;
}

void plan(Order& order, Part part, const EffectPlanned& p, Instant now)
{
    const EffectRef ref{p.operation, part, p.generation};
    Effect* known = order.effect(ref);
    HP_CHECK(known == nullptr || known->state == EffectState::NotSent);  // one open intent per key
    Effect& effect = known ? *known : order.effects.emplace_back();
    ++order.intents;
    effect.ref = ref;
    effect.vendor = p.vendor;
    effect.state = p.outbox == 0 ? EffectState::Suppressed : EffectState::Planned;
    effect.outbox = p.outbox;
    effect.epoch = p.epoch;
    effect.planned = now;
    effect.amount = p.amount;
    effect.body = p.body;
    setLegRequest(order, ref,
                  p.operation == Operation::Ship ? ShipmentRequest::Planned : ShipmentRequest::CancelAsked);
    if (p.operation == Operation::Handback)
        order.owner = OrderOwner::Transfer;
    if (Leg* leg = order.leg(part); leg && p.operation == Operation::Ship)
        leg->address = order.address.version;
}

void attempt(Order& order, Part part, const Attempted& a)
{
    Effect* effect = order.effect({a.operation, part, a.generation});
    HP_CHECK(effect != nullptr);
    (a.asked ? effect->questions : effect->attempts)++;
    effect->replies += !a.asked && a.status != 0 ? 1 : 0;
    if (!effect
             ->isOpen())  // an event had already told how it ended: the call is recorded, and changes nothing
        return;
    effect->next = a.next;
    if (!a.asked) {  // a question that got no answer says nothing about the call
        effect->code = a.code;
        effect->cls = a.cls;
    }
    if (a.outcome == AttemptOutcome::OutcomeUnknown || a.outcome == AttemptOutcome::InProgress) {
        if (effect->state != EffectState::Unknown)
            effect->firstUnknown = a.end;
        effect->state = EffectState::Unknown;
        effect->proved = effect->proved && a.asked;  // the proof was about the calls before this one
        if (a.operation == Operation::Ship)
            setLegRequest(order, effect->ref, ShipmentRequest::Unknown);
    } else if (a.outcome == AttemptOutcome::NotSent && (a.asked || effect->state != EffectState::Unknown)) {
        // A call that never left says nothing about the one before, whose outcome stays unknown.
        effect->proved = effect->proved || a.asked;
        effect->provedAt = a.asked ? effect->attempts : effect->provedAt;
        effect->state = EffectState::Planned;
        effect->firstUnknown = Never;
    }
}

void answer(Order& order, Part part, const Answered& a)
{
    Effect* effect = order.effect({a.operation, part, a.generation});
    HP_CHECK(effect != nullptr && effect->isOpen());  // one answer per intent
    const bool done = a.outcome == AttemptOutcome::Done || a.outcome == AttemptOutcome::AlreadyProcessed;
    effect->state = done ? EffectState::Done : EffectState::Failed;
    effect->code = a.code;
    effect->cls = a.cls;
    effect->reference = a.reference;
    effect->next = Never;
    if (a.operation == Operation::Ship)
        setLegRequest(order, effect->ref, done ? ShipmentRequest::Accepted : ShipmentRequest::Refused);
    if (a.operation == Operation::Cancel)
        setLegRequest(order, effect->ref,
                      done ? ShipmentRequest::CancelAccepted : ShipmentRequest::CancelRefused);
}

void legStock(Order& order, Part part, const LegStock& s)
{
    Leg* leg = order.leg(part);
    HP_CHECK(leg != nullptr);
    leg->stock = s.state;
    if (s.state == LegStockState::Granted) {
        leg->reservation = s.reservation;
        leg->expires = s.expires;
    }
    if (s.state == LegStockState::Refused || s.state == LegStockState::Released)
        leg->dropped =
            leg->dropped || leg->request == ShipmentRequest::None || s.state == LegStockState::Released;
}

void refuseNode(Order& order, Part part)
{
    if (Leg* leg = order.leg(part)) {
        leg->dropped = true;
        if (std::find(order.excluded.begin(), order.excluded.end(), leg->node) == order.excluded.end())
            order.excluded.push_back(leg->node);
    }
}

void raise(Order& order, const ProblemRaised& p)
{
    for (Problem& open : order.problems)
        if (open.code == p.code) {
            open.priority = std::min(open.priority, p.priority);
            open.blocking = open.blocking || p.blocking;
            return;
        }
    order.problems.push_back({p.code, p.category, p.stage, p.priority, p.blocking, p.fingerprint});
}

struct Decide {
    Order& order;
    Part part;
    Instant now;

    void operator()(const Taken& f) const
    {
        HP_CHECK(!order.taken);
        order.taken = true;
        order.lane = f.lane;
        order.batch = f.batch;
    }
    void operator()(const OwnerSet& f) const
    {
        HP_CHECK(f.epoch > order.epoch || !order.taken);
        order.owner = f.owner;
        order.epoch = f.epoch;
        order.handedBack = f.owner == OrderOwner::Legacy && f.epoch > 1;
    }
    void operator()(const RolloutAssigned& f) const
    {
        HP_CHECK(order.assigned.rollout.isNone());  // for life
        order.assigned = f;
    }
    void operator()(const Disposed& f) const { order.disposed = f; }
    void operator()(const Mirrored&) const { order.mirrored = true; }
    void operator()(const Held& f) const { order.holds.push_back({part, f.reason, f.code, true}); }
    void operator()(const HoldReleased&) const
    {
        for (Hold& hold : order.holds)
            hold.open = hold.open && hold.handle != part;
        if (part == ShelterHold)  // its time begins now
            order.stageSince = now;
    }
    void operator()(const RoutingDecided& f) const
    {
        if (f.legs > 0)
            order.rounds = f.round;
        order.backordered = f.legs == 0;
        order.lastDecided = now;
        order.decisionInputs = f.fingerprint;
        order.decidedAt = std::min(order.decidedAt, now);
    }
    void operator()(const ShipPlanned& f) const
    {
        HP_CHECK(order.leg(part) == nullptr);
        order.legs.push_back({part,
                              f.node,
                              f.vendor,
                              f.round,
                              f.lines,
                              LegStockState::Asked,
                              {},
                              Never,
                              ShipmentRequest::None,
                              false,
                              0});
    }
    void operator()(const LegStock& f) const { legStock(order, part, f); }
    void operator()(const EffectPlanned& f) const { plan(order, part, f, now); }
    void operator()(const Attempted& f) const { attempt(order, part, f); }
    void operator()(const Answered& f) const
    {
        answer(order, part, f);
        if (f.operation == Operation::Ship && order.leg(part)->request == ShipmentRequest::Refused)
            refuseNode(order, part);
    }
    void operator()(const NotSent& f) const
    {
        Effect* effect = order.effect({f.operation, part, f.generation});
        HP_CHECK(effect != nullptr && effect->isOpen());
        effect->state = EffectState::NotSent;
        effect->next = Never;
        if (f.operation == Operation::Ship)
            setLegRequest(order, effect->ref, ShipmentRequest::None);
    }
    void operator()(const CancelVerdict& f) const
    {
        if (part != 0) {
            if (f.accepted && order.leg(part))
                order.leg(part)->dropped = true;
            return;
        }
        order.cancelledByUs = order.cancelledByUs || f.accepted;
        order.cancelRefused = order.cancelRefused || !f.accepted;
    }
    void operator()(const ProblemRaised& f) const { raise(order, f); }
    void operator()(const ProblemEnded& f) const
    {
        const bool byPerson = f.resolution != Resolution::Auto && f.resolution != Resolution::SentToLegacy;
        if (!byPerson)
            std::erase(order.accepted, f.code);
        std::erase_if(order.problems, [&](const Problem& p) {
            const bool ends = f.code.isNone() || p.code == f.code;
            if (ends && byPerson)
                order.accepted.push_back(p.code);
            return ends;
        });
        if (byPerson)  // a stage that takes too long was dealt with as well: its time begins anew
            order.stageSince = now;
    }
    void operator()(const Withdrawn& f) const { order.withdrawnBatch = f.batch; }
    void operator()(const Parked& f) const { order.lane = f.lane; }
    void operator()(const LineCancelled& f) const
    {
        for (OrderLine& line : order.lines)
            if (line.line == part)
                line.cancelled += f.units;
    }
    void operator()(const RefundDue& f) const { order.refunds.push_back({part, f.amount}); }
    void operator()(const OpaqueParcel&) const { order.opaqueParcel = true; }
    void operator()(const ParkExpired&) const { order.parkExpired = true; }
    template <typename Other>
    void operator()(const Other&) const
    {}
};

}  // namespace

std::uint64_t eventKey(ProducerName producer, std::string_view eventId)
{
    return hash64(eventId) + producer.number * 0x9E3779B97F4A7C15ULL;
}

Addition observe(Order& order, const Fact& fact, std::uint64_t source, std::uint32_t batch)
{
    Observed o = reduce(fact);
    o.source = source;
    o.batch = batch;
    for (Observed& known : order.observed) {
        if (known.kind != o.kind || known.part != o.part || known.line != o.line || known.id != o.id)
            continue;
        const bool same = known.content == o.content;
        const bool counts = earlier(o, known);
        order.contradicted = order.contradicted || !same;
        if (counts) {
            known = o;
            keepRegisters(order, fact, batch);
        }
        if (!same)
            return Addition::Contradiction;
        return counts ? Addition::Earlier : Addition::Same;
    }
    if (order.observed.empty())
        order.observed.reserve(4);  // a plain order has no more
    order.observed.push_back(o);
    keepRegisters(order, fact, batch);
    return Addition::Added;
}

void decideFact(Order& order, const Fact& fact, Instant now)
{
    std::visit(Decide{order, fact.part, now}, fact.body);
}

void closeStep(Order& order, const StepBody& step, Seq seq)
{
    if (order.version == 0) {
        order.born = step.at;
        order.stageSince = step.at;
        order.correlation = step.correlation;
    }
    if (step.has(Mark::Unparked))
        for (SeenEvent& seen : order.seen)
            seen.parked = false;
    if (step.input == InputKind::Event && step.disposition != EventDisposition::Duplicate &&
        step.disposition != EventDisposition::Refused)
        order.seen.push_back({eventKey(step.producer, step.source), step.content, seq, step.producer, step.at,
                              step.disposition == EventDisposition::Parked});
    ++order.version;
    order.head = seq;
    if (step.facts.empty()) {
        order.news = 0;
        return;
    }
    order.changed = step.at;
    const Standing now = derive(order);
    if (now.stage != order.standing.stage)
        order.stageSince = step.at;
    order.standing = now;
    noteOutcomes(order, step);
}

void applyStep(Order& order, const StepBody& step, Seq seq)
{
    const std::uint64_t source = hash64(step.source);
    for (const Fact& fact : step.facts) {
        if (isObserved(kindOf(fact)))
            observe(order, fact, source, step.batch);
        else
            decideFact(order, fact, step.at);
    }
    closeStep(order, step, seq);
}

}  // namespace holdpoint::orders
