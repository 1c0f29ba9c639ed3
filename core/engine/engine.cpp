// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

#include "core/base/check.h"
#include "core/delivery/retention.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

constexpr std::size_t OutboxPage = 1024;
constexpr std::size_t DuePerTurn = 512;
constexpr std::size_t SweepPerTurn = 512;
constexpr std::size_t MessagesPerInput = 4096;  // far above what eight hops of one order can make

bool isWanted(const Order& order, const EffectRequest& request)
{
    const Effect* effect = order.effect(request.ref);
    return effect != nullptr && effect->isOpen() && effect->outbox == request.outbox &&
           order.epoch == request.epoch;
}

/// What is unknown leaves again only under a key that its vendor still knows; a question always may.
bool isCovered(const Order& order, const EffectRequest& request, const VendorProfile& vendor, Instant now)
{
    const Effect* effect = order.effect(request.ref);
    return effect == nullptr || effect->state != EffectState::Unknown || vendor.hasStatusQuery ||
           delivery::isAlive(effect->planned, vendor.keyLife, now);
}

}  // namespace

Engine::Engine(World world, PolicyMaker policy, EngineOptions options)
    : world_(world),
      makePolicy_(std::move(policy)),
      options_(std::move(options)),
      intake_(names_),
      gateway_(policy_, names_, world.dispatcher),
      entities_(world.store, policy_, names_, options_.ordersInMemory),
      assignment_(policy_, names_),
      around_{policy_, entities_.stock(), gateway_, names_, world.rng}
{
    gateSources_.push_back(&meter_);
}

Engine::~Engine() = default;

flow::Turn Engine::orderTurn()
{
    around_.intakeOpen = intakeOpen_;
    around_.rollout = router();
    around_.mirroring = mirroring_;
    around_.pairing = pairing_;
    return {around_, frame_.now(), frame_.nextSeq()};
}

flow::StockTurn Engine::stockTurn()
{
    return {policy_, entities_.stock(), names_, frame_.now(), frame_.nextSeq()};
}

Error Engine::halt(Error error)
{
    halted_ = true;
    return error;
}

Result<> Engine::start()
{
    halted_ = true;
    auto lease = world_.store.acquire(options_.partition, options_.holder, world_.clock.wall());
    if (!lease)
        return lease.error();
    lease_ = *lease;
    time_.emplace(world_.clock, lease_.lastTime);
    return restore();
}

Result<> Engine::restore()
{
    names_ = Dictionary();
    if (auto read = world_.store.names(lease_, names_); !read)
        return read;
    policy_ = makePolicy_(names_);
    if (auto longEnough = delivery::checkKeys(policy_); !longEnough)
        return longEnough;
    gateway_.clear();
    serial_ = lease_.serial;
    messages_.clear();
    pending_.clear();
    keys_.clear();
    nodeSlots_.clear();
    sweepAfter_.reset();
    unknowable_.clear();
    rollout_ = nullptr;
    if (auto read = entities_.restore(lease_); !read)
        return read;
    if (auto read = restoreRollout(); !read)
        return read;
    if (auto read = restoreShadow(); !read)
        return read;
    if (auto read = restoreMeter(); !read)
        return read;
    if (auto resumed = resumeOutbox(); !resumed)
        return resumed;
    halted_ = false;
    return {};
}

Result<> Engine::resume(EffectRequest request)
{
    if (gateway_.rejoin(request))
        return {};
    const Instant now = time_->now();
    if (gateway_.profile(request.vendor).hasStatusQuery) {
        gateway_.resume(std::move(request), delivery::NextMove::Kind::AskAgain, 1, now);
        return {};
    }
    const auto slot = entities_.order(lease_, request.order);
    if (!slot)
        return slot.error();
    const Effect* effect = *slot ? (*slot)->entity.effect(request.ref) : nullptr;
    if (effect == nullptr)
        return Error{Code::Corrupt, "outbox row without its effect: " + request.key};
    const auto move = delivery::afterRestart(*effect, gateway_.profile(request.vendor), now);
    const bool told = effect->state == EffectState::Unknown && effect->next == Never;
    if (move.kind == delivery::NextMove::Kind::NeedsPerson && !told) {
        VendorAnswer& nobodyKnows = unknowable_.emplace_back();
        nobodyKnows.outbox = request.outbox;
        nobodyKnows.order = request.order;
        nobodyKnows.ref = request.ref;
        nobodyKnows.start = nobodyKnows.end = now;
        nobodyKnows.cls = effect->cls == FailureClass::None ? FailureClass::Transport : effect->cls;
        nobodyKnows.code = "restarted";
    }
    gateway_.resume(std::move(request), move.kind, static_cast<std::uint16_t>(effect->attempts + 1), now);
    return {};
}

// Every row may have been sent before the end of the last life.
Result<> Engine::resumeOutbox()
{
    for (OutboxId after = 0;;) {
        const auto page = world_.store.outbox(lease_, after, OutboxPage);
        if (!page)
            return page.error();
        for (const OutboxEntry& entry : *page) {
            auto request = decodeEffectRequest(entry.body);
            if (!request)
                return request.error();
            if (auto resumed = resume(std::move(*request)); !resumed)
                return resumed;
        }
        if (page->size() < OutboxPage)
            return {};
        after = page->back().id;
    }
}

// Buffers are kept: giving back much memory every turn makes the allocator tidy up every turn.
void Engine::Pending::clear()
{
    planned.clear();
    again.clear();
    answered.clear();
    outcomes.clear();
}

void Engine::begin(std::size_t inputs)
{
    frame_.begin(lease_.lastFrame + 1, time_->now(), lease_.lastSeq + 1);
    sweepFrom_ = sweepAfter_;
    gateway_.tick(frame_.now());
    pending_.clear();
    pending_.outcomes.reserve(inputs);
    jobPositions_.clear();
    newCommands_.clear();
    messages_.clear();
}

Result<TurnResult> Engine::turn(std::span<Input> inputs)
{
    if (halted_)
        return Error{Code::Unavailable, "the engine has halted"};
    HP_CHECK(inputs.size() <= options_.inputsPerTurn);
    HP_CHECK(inputs.size() * 4 <= KeyMemory::KeysInHalf);  // keys of a turn are found again to its end
    try {
        begin(inputs.size());
        if (auto worked = work(inputs); !worked)
            return halt(worked.error());
        return commit();
    } catch (const CheckFailed& broken) {
        return halt(Error{Code::Corrupt, broken.what()});
    }
}

Result<> Engine::work(std::span<Input> inputs)
{
    if (auto routed = routeEvents(inputs); !routed)
        return routed;
    if (auto looked = lookAtRollout(rolloutDue_ <= frame_.now()); !looked)
        return looked;
    for (const VendorAnswer& answer : std::exchange(unknowable_, {}))
        if (auto taken = takeAnswer(answer); !taken)
            return taken;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        if (auto taken = take(inputs[i], taken_[i]); !taken)
            return taken;
        if (auto delivered = deliverMessages(); !delivered)
            return delivered;
    }
    if (auto released = releaseWaiting(); !released)
        return released;
    if (auto fired = fireDue(); !fired)
        return fired;
    if (auto swept = sweep(); !swept)
        return swept;
    if (auto sealed = sealDays(); !sealed)
        return sealed;
    return moveJobs();
}

Result<> Engine::fireDue()
{
    for (std::size_t n = 0; n < DuePerTurn && entities_.due().earliest() <= frame_.now(); ++n) {
        const EntityId id = entities_.due().pop();
        if (id.kind() == EntityKind::Reservation) {
            const auto slot = entities_.reservation(lease_, id);
            if (!slot)
                return slot.error();
            if (*slot == nullptr)
                continue;
            const Seq before = (*slot)->entity.head;
            const auto order = entities_.order(lease_, (*slot)->entity.order);
            if (!order)
                return order.error();
            const Leg* leg = *order ? (*order)->entity.leg((*slot)->entity.leg) : nullptr;
            beginChange();
            flow::reservationDue((*slot)->entity, leg && leg->request == ShipmentRequest::Accepted,
                                 stockTurn(), change_);
            if (keep(**slot, before))
                entities_.touchStock((*slot)->entity.node, (*slot)->entity.lines);
        } else if (id.kind() == EntityKind::Order) {
            const auto slot = entities_.order(lease_, id);
            if (!slot)
                return slot.error();
            if (*slot == nullptr)
                continue;
            const Seq before = (*slot)->entity.head;
            beginChange();
            flow::orderDue((*slot)->entity, orderTurn(), change_);
            keep(**slot, before);
        } else if (id.kind() == EntityKind::Difference) {
            if (auto compared = differenceDue(id); !compared)
                return compared;
        }
        entities_.reschedule(id, frame_.now());
        if (auto delivered = deliverMessages(); !delivered)
            return delivered;
    }
    return {};
}

Result<> Engine::sweep()
{
    if (!sweepAfter_)
        return {};
    const auto page = world_.store.open(lease_, *sweepAfter_, SweepPerTurn);
    if (!page)
        return page.error();
    for (const OpenEntity& open : *page) {
        sweepAfter_ = open.id;
        if (open.id.kind() != EntityKind::Order)
            continue;
        const auto slot = entities_.order(lease_, open.id);
        if (!slot)
            return slot.error();
        if (*slot == nullptr || (*slot)->entity.lane == Lane::Live)
            continue;
        const Seq before = (*slot)->entity.head;
        beginChange();
        flow::orderEndOfFile((*slot)->entity, orderTurn(), change_);
        keep(**slot, before);
        if (auto delivered = deliverMessages(); !delivered)
            return delivered;
    }
    if (page->size() < SweepPerTurn) {
        sweepAfter_.reset();
        Outcome& done = pending_.outcomes.emplace_back();
        done.tag = sweepTag_;
    }
    return {};
}

Result<bool> Engine::mayLeave(const EffectRequest& request)
{
    const auto slot = entities_.order(lease_, request.order);
    if (!slot)
        return slot.error();
    return *slot != nullptr && isWanted((*slot)->entity, request) &&
           isCovered((*slot)->entity, request, gateway_.profile(request.vendor), frame_.now());
}

Result<> Engine::releaseWaiting()
{
    std::vector<EffectRequest> refused;
    std::optional<Error> failed;
    gateway_.release(
        frame_.now(),
        [&](const EffectRequest& r) {
            const auto may = mayLeave(r);
            if (!may)
                failed = may.error();
            return may && *may;
        },
        [&](const EffectRequest& r) { refused.push_back(r); });
    if (failed)
        return *failed;
    for (const EffectRequest& request : refused) {
        const auto slot = entities_.order(lease_, request.order);
        if (!slot)
            return slot.error();
        const Seq before = (*slot)->entity.head;
        beginChange();
        flow::orderGatewayRefused((*slot)->entity, {request.ref, names_.intern<NameKind::Code>("epoch")},
                                  orderTurn(), change_);
        const Effect* effect = (*slot)->entity.effect(request.ref);
        const bool kept = keep(**slot, before);
        if (kept && effect != nullptr && effect->isOpen())
            gateway_.hold(request.outbox);
        else if (!kept)
            gateway_.forget(request.outbox);
        if (auto delivered = deliverMessages(); !delivered)
            return delivered;
    }
    return {};
}

Result<TurnResult> Engine::commit()
{
    if (frame_.empty()) {
        TurnResult nothing;
        for (const Dispatch& again : pending_.again)
            gateway_.again(again, frame_.now());
        nothing.outcomes = std::move(pending_.outcomes);
        schedule(nothing);
        return nothing;
    }
    entities_.writeRows(frame_);
    const Batch batch = frame_.finish(lease_, serial_, names_.added());
    world_.crash.reached("commit.before");
    const auto done = world_.store.commit(lease_, batch);
    world_.crash.reached("commit.after");
    if (!done && done.error().code != Code::Unavailable)
        return halt(done.error());
    if (done && *done == Durability::durable)
        return complete(batch);
    return recover(done ? *done : Durability::notCommitted, batch);
}

TurnResult Engine::complete(const Batch& batch)
{
    world_.publisher.published(batch);
    measure(batch);
    names_.committed();
    const Instant now = frame_.now();
    for (const OutboxId outbox : pending_.answered)
        gateway_.forget(outbox);
    for (EffectRequest& request : pending_.planned)
        if (const Order* order = entities_.cachedOrder(request.order); order && isWanted(*order, request)) {
            world_.crash.reached("dispatch.before");
            gateway_.send(std::move(request), now);
        }
    for (const Dispatch& again : pending_.again)
        gateway_.again(again, now);
    entities_.committed(batch.number);
    TurnResult result;
    result.frame = batch.number;
    result.outcomes = std::move(pending_.outcomes);
    schedule(result);
    return result;
}

void Engine::schedule(TurnResult& result) const
{
    result.nextDue = std::min({entities_.earliestDue(), gateway_.nextDue(), rolloutDue_, shadow_.due()});
    result.more = sweepAfter_.has_value() || !unknowable_.empty() ||
                  entities_.earliestDue() <= frame_.now() || shadow_.due() <= frame_.now();
}

namespace {

/// The frame may be on the disk, so nothing of it was refused: whoever asks again with the same key will be told.
Error untold(const Error& error)
{
    return {Code::OutcomeUnknown, "it is not known whether the frame is on the disk: " + error.detail};
}

}  // namespace

// What is in memory is ahead of the disk: drop it and read the disk again.
Result<TurnResult> Engine::recover(Durability durability, const Batch& batch)
{
    halted_ = true;
    auto lease = world_.store.acquire(options_.partition, options_.holder, world_.clock.wall());
    if (!lease)
        return durability == Durability::unknown ? untold(lease.error()) : lease.error();
    lease_ = *lease;
    TurnResult result;
    result.durability = durability;
    if (durability == Durability::unknown)
        result.durability = lease_.lastFrame == batch.number && lease_.chain == batch.chain
                                ? Durability::durable
                                : Durability::notCommitted;
    const bool durable = result.durability == Durability::durable;
    if (durable) {
        world_.publisher.published(batch);
        result.frame = batch.number;
        result.outcomes = std::move(pending_.outcomes);
    }
    const std::optional<EntityId> sweeping = durable ? sweepAfter_ : sweepFrom_;
    if (auto restored = restore(); !restored)
        return durable ? untold(restored.error()) : restored.error();
    sweepAfter_ = sweeping;
    schedule(result);
    return result;
}

Result<> Engine::deliverMessages()
{
    for (std::size_t n = 0; !messages_.empty(); ++n) {
        HP_CHECK(n < MessagesPerInput);
        const Message message = std::move(messages_.front());
        messages_.pop_front();
        if (auto delivered = deliver(message); !delivered)
            return delivered;
    }
    return {};
}

Result<> Engine::deliver(const Message& message)
{
    return std::visit([this](const auto& m) { return deliverOne(m); }, message);
}

}  // namespace holdpoint::engine
