// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/monitor.h"

#include "core/base/check.h"
#include "core/base/hash.h"
#include "core/delivery/breaker.h"

#include <algorithm>
#include <array>

namespace holdpoint::sim {
namespace {

constexpr Milliseconds BudgetWindow{10'000};

/// A status that is an end is left for a later end alone: a report of what really happened, or goods that come back.
bool mayFollow(OrderStatus before, OrderStatus after)
{
    using enum OrderStatus;
    const bool left = after == PartlyShipped || after == Shipped || after == Delivered || after == Returned;
    switch (before) {
    case PartlyShipped:
    case Shipped: return left;
    case Delivered: return after == Delivered || after == Returned;
    case Returned: return after == Returned;
    case Cancelled: return after == Cancelled || left;
    case HandedBack: return after == HandedBack || after == Cancelled || left;
    default: return after != Awaited || before == Awaited;
    }
}

std::uint64_t bodyOf(const VendorCall& call)
{
    std::string body = call.vendor + '|' + call.orderNumber + '|' + call.node + '|' + call.region + '|' +
                       std::to_string(call.amount) + '|' + call.reference;
    for (const VendorCall::Line& line : call.lines)
        body += '|' + std::to_string(line.line) + ' ' + line.sku + ' ' + std::to_string(line.units);
    return hash64(body);
}

std::string inputOf(const StepBody& step, const Dictionary& names)
{
    const std::string type = step.type.isNone() ? "" : " " + names.text(step.type);
    switch (step.input) {
    case InputKind::Event: return "event" + type;
    case InputKind::Command: return "command" + type;
    case InputKind::Answer:
        for (const Fact& fact : step.facts)
            if (const auto* attempt = std::get_if<Attempted>(&fact.body))
                return (attempt->asked ? "question " : "answer ") + std::string(name(attempt->outcome));
        return "answer late";
    default: return std::string(name(step.input));
    }
}

}  // namespace

void Monitor::published(const engine::Batch& batch)
{
    intents(batch);
    steps(batch);
    rows(batch);
}

void Monitor::intents(const engine::Batch& batch)
{
    for (const engine::OutboxRow& row : batch.planned) {
        const auto request = decodeEffectRequest(row.body);
        HP_CHECK(request.has_value());
        intents_.insert(request->key);
    }
}

void Monitor::steps(const engine::Batch& batch)
{
    stepsOfFrame_.clear();
    for (const engine::Step& step : batch.steps) {
        Known& known = known_[step.entity];
        says(!known.fresh || (died_ && known.head == 0) ||
                 step.previous == (known.head == 0 ? 0 : step.seq - known.head),
             "O3: " + step.entity.text() + " has a gap before step " + std::to_string(step.seq));
        known.head = step.seq;
        ++stepsOfFrame_[step.entity];
        if (step.entity.kind() != EntityKind::Order)
            continue;
        const auto body = decodeStepWithoutRecord(step.body);
        HP_CHECK(body.has_value());
        triple(known, step.entity, *body);
        dropped(step.entity, *body);
    }
}

void Monitor::triple(const Known& before, EntityId order, const StepBody& step)
{
    const auto fault = faults_.find(order);
    webhooksFirst_ += step.input == InputKind::Event && static_cast<Place>(before.place) == Place::Handoff &&
                      engine_()->names().text(step.type).starts_with("shipment.");
    ++triples_[std::string(name(static_cast<Place>(before.place))) + " | " +
               inputOf(step, engine_()->names()) + " | " +
               (fault == faults_.end() ? lastDeath_ : fault->second)];
}

/// What has left is dropped only after its vendor has said that it is not there.
void Monitor::dropped(EntityId order, const StepBody& step)
{
    for (const Fact& fact : step.facts)
        if (const auto* drop = std::get_if<NotSent>(&fact.body)) {
            const auto left =
                mayBeThere_.find({order, EffectRef{drop->operation, fact.part, drop->generation}});
            says(left == mayBeThere_.end() || !left->second,
                 "E4: " + order.text() + " drops its " + std::string(name(drop->operation)) + " " +
                     std::to_string(fact.part) + ", which may have happened");
        }
}

void Monitor::rows(const engine::Batch& batch)
{
    for (const engine::EntityRow& row : batch.rows) {
        Known& known = known_[row.id];
        says(!known.fresh || (died_ && known.version == 0) ||
                 row.version == known.version + stepsOfFrame_[row.id],
             "O3: " + row.id.text() + " went from version " + std::to_string(known.version) + " to " +
                 std::to_string(row.version));
        if (row.id.kind() == EntityKind::Order && known.fresh && known.version > 0)
            says(mayFollow(static_cast<OrderStatus>(known.status), static_cast<OrderStatus>(row.status)),
                 "O4: " + row.id.text() + " went from " +
                     std::string(name(static_cast<OrderStatus>(known.status))) + " to " +
                     std::string(name(static_cast<OrderStatus>(row.status))));
        known.version = row.version;
        known.place = row.place;
        known.status = row.status;
        known.finished = row.finished;
        known.fresh = true;
    }
}

void Monitor::called(const VendorCall& call, Instant now)
{
    const bool planned = intents_.contains(call.key) || (died_ && isPlanned_(call.key));
    says(planned, "E3: a call with " + call.key + ", which was never planned");
    const auto [sent, isFirst] = sent_.try_emplace(call.key, bodyOf(call));
    says(isFirst || sent->second == bodyOf(call), "E5: " + call.key + " left with two bodies");
    vendors_[call.outbox] = call.vendor;
    if (!call.ask)
        mayBeThere_[{call.order, call.ref}] = true;
    const engine::Engine* engine = engine_();
    if (const Order* order = engine == nullptr ? nullptr : engine->entities().cachedOrder(call.order);
        order != nullptr && !call.ask)
        onOrder(call, *order);
    if (call.attempt > 1 && !call.ask)
        onBudget(call, now);
}

void Monitor::onOrder(const VendorCall& call, const Order& order)
{
    for (const Effect& effect : order.effects)
        says(effect.ref.operation != call.ref.operation || effect.ref.part != call.ref.part ||
                 effect.ref.generation == call.ref.generation || !effect.isOpen(),
             "E4: " + call.key + " is sent while generation " + std::to_string(effect.ref.generation) +
                 " is open");
    for (const Effect& effect : order.effects)
        says(call.ref.operation != Operation::Cancel || effect.ref.operation != Operation::Ship ||
                 effect.ref.part != call.ref.part || !effect.isOpen(),
             "E6: " + call.key + " overtakes the call for its leg, which is open");
    says(call.ref.operation != Operation::Ship || order.standing.status != OrderStatus::Cancelled,
         "E6: " + call.key + " is sent for a cancelled order");
    says(call.ref.operation != Operation::Ship || order.owner == OrderOwner::Holdpoint,
         "R2: " + call.key + " is sent for an order that is not ours");
}

/// A vendor gets no more retries than ten to begin with, one for ten first calls that succeeded, at most a hundred, and
/// one a second.
void Monitor::onBudget(const VendorCall& call, Instant now)
{
    Budget& budget = budgets_[call.vendor];
    budget.retries.push_back(now);
    while (now - budget.retries.front() > BudgetWindow)
        budget.retries.pop_front();
    const std::uint64_t most = std::min<std::uint64_t>(100, 10 + budget.succeeded / 10) + 11;
    says(budget.retries.size() <= most, "L1: " + std::to_string(budget.retries.size()) + " retries to " +
                                            call.vendor + " in ten seconds, at most " + std::to_string(most));
}

void Monitor::answered(const VendorAnswer& answer)
{
    if (answer.attempt == 1 && !answer.asked && !delivery::countsAsFailure(answer))
        ++budgets_[vendors_[answer.outbox]].succeeded;
    const bool isAbsent = answer.asked && (answer.outcome == AttemptOutcome::NotSent ||
                                           answer.outcome == AttemptOutcome::FailedForCertain);
    if (isAbsent)
        mayBeThere_[{answer.order, answer.ref}] = false;
    if (answer.outcome != AttemptOutcome::Done && answer.outcome != AttemptOutcome::AlreadyProcessed)
        struck(answer.order, answer.code.empty() ? std::string(name(answer.outcome)) : answer.code);
}

void Monitor::died(const std::string& how)
{
    lastDeath_ = how;
    budgets_.clear();
    died_ = true;
    faults_.clear();
    for (auto& [id, known] : known_)
        known.fresh = false;
}

std::vector<std::string> allTriples()
{
    constexpr std::array inputs{"event order.placed",
                                "event payment.authorised",
                                "event payment.failed",
                                "event order.cancel_asked",
                                "event order.hold_asked",
                                "event order.address",
                                "event return.received",
                                "event shipment.shipped",
                                "event shipment.delivered",
                                "command retry",
                                "command resolve",
                                "command release_hold",
                                "command cancel_order",
                                "command ask_vendor",
                                "command hand_back",
                                "answer done",
                                "answer already_processed",
                                "answer in_progress",
                                "answer not_sent",
                                "answer failed_for_certain",
                                "answer outcome_unknown",
                                "question done",
                                "question in_progress",
                                "question not_sent",
                                "question failed_for_certain",
                                "question outcome_unknown",
                                "message",
                                "due"};
    constexpr std::array faults{"nothing",
                                "timeout",
                                "connection_refused",
                                "connection_closed",
                                "too_many_requests",
                                "internal_error",
                                "contract_breach",
                                "out_of_stock_at_node",
                                "address_undeliverable",
                                "no_such_effect",
                                "in_progress",
                                "arrives twice",
                                "arrives late",
                                "slow drip",
                                "crash",
                                "commit failed",
                                "another took over"};
    std::vector<std::string> all;
    for (std::size_t place = 0; place < CountOf<Place>; ++place)
        for (const char* input : inputs)
            for (const char* fault : faults)
                all.push_back(std::string(name(static_cast<Place>(place))) + " | " + input + " | " + fault);
    return all;
}

}  // namespace holdpoint::sim
