// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/entities.h"

#include "core/flow/exception.h"
#include "core/flow/stock.h"
#include "core/model/arm_cell.h"
#include "core/orders/apply.h"
#include "core/orders/derive.h"

#include <algorithm>
#include <functional>

namespace holdpoint::engine {
namespace {

constexpr std::size_t OpenPage = 4096;
constexpr std::size_t ExceptionsInMemory = 4096;
constexpr Milliseconds LookAgain{1000};

class FoldSink final : public StepSink {
public:
    explicit FoldSink(std::function<void(const StepBody&, Seq)> apply) : apply_(std::move(apply)) {}
    void step(const Step& step) override
    {
        auto body = decodeStepWithoutRecord(step.body);
        if (!body) {
            error = body.error();
            return;
        }
        ++steps;
        apply_(*body, step.seq);
    }
    std::optional<Error> error;
    std::size_t steps = 0;

private:
    std::function<void(const StepBody&, Seq)> apply_;
};

void applyJob(Job& job, const StepBody& step, Seq seq)
{
    for (const Fact& fact : step.facts) {
        if (const auto* progress = std::get_if<JobProgress>(&fact.body)) {
            job.position = progress->position;
            job.refusedRows = progress->refusedRows;
        }
        job.ended = job.ended || std::holds_alternative<JobEnded>(fact.body);
    }
    ++job.version;
    job.head = seq;
}

}  // namespace

Entities::Entities(Store& store, const Policy& policy, const Dictionary& names, std::size_t orderLimit)
    : store_(store), policy_(policy), names_(names), orderLimit_(orderLimit)
{}

Result<> Entities::restore(const Lease& lease)
{
    orders_.clear();
    reservations_.clear();
    nodes_.clear();
    exceptions_.clear();
    jobs_.clear();
    rollouts_.clear();
    differences_.clear();
    shadowRules_.clear();
    touched_.clear();
    touchedStock_.clear();
    due_.clear();
    stock_ = {};
    if (auto read = store_.stock(lease, stock_); !read)
        return read;
    for (EntityId after;;) {
        const auto page = store_.open(lease, after, OpenPage);
        if (!page)
            return page.error();
        for (const OpenEntity& open : *page)
            due_.set(open.id, open.due);
        if (page->size() < OpenPage)
            return {};
        after = page->back().id;
    }
}

template <typename T, typename Apply, typename Loaded>
Result<Slot<T>*> Entities::find(Slots<T>& slots, const Lease& lease, EntityId id, Apply&& apply,
                                Loaded&& loaded)
{
    if (const auto known = slots.find(id); known != slots.end())
        return &known->second;
    Slot<T> slot;
    slot.entity.id = id;
    Instant first = Never;
    FoldSink sink([&](const StepBody& step, Seq seq) {
        if (first == Never)
            first = step.at;
        apply(slot.entity, step, seq);
    });
    const EntityId ids[] = {id};
    if (auto read = store_.load(lease, ids, sink); !read)
        return read.error();
    if (sink.error)
        return *sink.error;
    if (sink.steps == 0)
        return nullptr;
    slot.stored = slot.entity.version;
    slot.created = first;
    loaded(slot);
    return &slots.emplace(id, std::move(slot)).first->second;
}

Result<Slot<Order>*> Entities::order(const Lease& lease, EntityId id)
{
    return find(
        orders_, lease, id, [](Order& o, const StepBody& step, Seq seq) { orders::applyStep(o, step, seq); },
        [this](Slot<Order>& slot) {
            slot.hasOpenRow = !slot.entity.standing.finished;
            slot.openDue = dueOf(slot.entity);
        });
}

Result<Slot<Reservation>*> Entities::reservation(const Lease& lease, EntityId id)
{
    return find(
        reservations_, lease, id,
        [](Reservation& r, const StepBody& step, Seq seq) { flow::applyStep(r, step, seq); },
        [this](Slot<Reservation>& slot) {
            slot.hasOpenRow = slot.entity.state == ReservationState::Granted;
            slot.openDue = dueOf(slot.entity);
        });
}

Result<Slot<Node>*> Entities::node(const Lease& lease, EntityId id)
{
    return find(
        nodes_, lease, id, [](Node& n, const StepBody& step, Seq seq) { flow::applyStep(n, step, seq); },
        [](const Slot<Node>&) {});
}

Result<Slot<ExceptionItem>*> Entities::exception(const Lease& lease, EntityId id)
{
    return find(
        exceptions_, lease, id,
        [](ExceptionItem& x, const StepBody& step, Seq seq) { flow::applyStep(x, step, seq); },
        [](const Slot<ExceptionItem>&) {});
}

Result<Slot<Job>*> Entities::job(const Lease& lease, EntityId id)
{
    return find(jobs_, lease, id, applyJob, [](const Slot<Job>&) {});
}

Result<Slot<flow::Rollout>*> Entities::rollout(const Lease& lease, EntityId id)
{
    return find(
        rollouts_, lease, id,
        [this](flow::Rollout& rollout, const StepBody& step, Seq seq) {
            flow::applyRollout(rollout, step, seq, names_);
        },
        [](const Slot<flow::Rollout>&) {});
}

Result<Slot<flow::Difference>*> Entities::difference(const Lease& lease, EntityId id)
{
    return find(
        differences_, lease, id,
        [](flow::Difference& d, const StepBody& step, Seq seq) { flow::applyStep(d, step, seq); },
        [](Slot<flow::Difference>& slot) {
            slot.openDue = flow::dueOf(slot.entity);
            slot.hasOpenRow = slot.openDue != Never;
        });
}

Result<Slot<flow::ShadowRules>*> Entities::shadowRules(const Lease& lease, EntityId id)
{
    return find(
        shadowRules_, lease, id,
        [this](flow::ShadowRules& rules, const StepBody& step, Seq seq) {
            flow::applyStep(rules, step, seq, names_);
        },
        [](const Slot<flow::ShadowRules>&) {});
}

template <typename T>
Slot<T>& Entities::make(Slots<T>& slots, EntityId id, Instant now)
{
    Slot<T>& slot = slots[id];
    slot.entity.id = id;
    slot.created = now;
    return slot;
}

Slot<Order>& Entities::newOrder(EntityId id, Instant now) { return make(orders_, id, now); }
Slot<Reservation>& Entities::newReservation(EntityId id, Instant now) { return make(reservations_, id, now); }
Slot<ExceptionItem>& Entities::newException(EntityId id, Instant now) { return make(exceptions_, id, now); }
Slot<Job>& Entities::newJob(EntityId id, Instant now) { return make(jobs_, id, now); }
Slot<flow::Rollout>& Entities::newRollout(EntityId id, Instant now) { return make(rollouts_, id, now); }
Slot<flow::Difference>& Entities::newDifference(EntityId id, Instant now)
{
    return make(differences_, id, now);
}
Slot<flow::ShadowRules>& Entities::newShadowRules(EntityId id, Instant now)
{
    return make(shadowRules_, id, now);
}
Slot<Node>& Entities::newNode(EntityId id, NodeName name, Instant now)
{
    Slot<Node>& slot = make(nodes_, id, now);
    slot.entity.name = name;
    return slot;
}

const Order* Entities::cachedOrder(EntityId id) const
{
    const auto known = orders_.find(id);
    return known == orders_.end() ? nullptr : &known->second.entity;
}

void Entities::touchStock(NodeName node, Sku sku)
{
    const StockKey key{node, sku};
    if (std::find(touchedStock_.begin(), touchedStock_.end(), key) == touchedStock_.end())
        touchedStock_.push_back(key);
}

void Entities::touchStock(NodeName node, const std::vector<LineUnits>& lines)
{
    for (const LineUnits& line : lines)
        touchedStock_.push_back({node, line.sku});
    if (const NodeProfile* profile = policy_.node(node); profile && profile->capacityPerDay > 0)
        touchedStock_.push_back({node, {}});
}

Instant Entities::dueOf(const Order& order) const
{
    return orders::nextDue(order, order.standing, policy_.deadlines);
}

Instant Entities::dueOf(const Reservation& r) const
{
    return r.state == ReservationState::Granted && r.expires != Never ? r.expires + policy_.reservationGrace
                                                                      : Never;
}

void Entities::committedOne(EntityId id)
{
    switch (id.kind()) {
    case EntityKind::Order: {
        Slot<Order>& slot = orders_.at(id);
        slot.stored = slot.entity.version;
        if (slot.entity.standing.finished) {
            due_.set(id, Never);
            orders_.erase(id);
        } else {
            due_.set(id, dueOf(slot.entity));
        }
        return;
    }
    case EntityKind::Reservation: {
        Slot<Reservation>& slot = reservations_.at(id);
        slot.stored = slot.entity.version;
        due_.set(id, dueOf(slot.entity));
        if (slot.entity.state != ReservationState::Granted)
            reservations_.erase(id);
        return;
    }
    case EntityKind::Exception: exceptions_.at(id).stored = exceptions_.at(id).entity.version; return;
    case EntityKind::Node: nodes_.at(id).stored = nodes_.at(id).entity.version; return;
    case EntityKind::Job: jobs_.at(id).stored = jobs_.at(id).entity.version; return;
    case EntityKind::Rollout: rollouts_.at(id).stored = rollouts_.at(id).entity.version; return;
    case EntityKind::Document: shadowRules_.at(id).stored = shadowRules_.at(id).entity.version; return;
    case EntityKind::Difference: {
        Slot<flow::Difference>& slot = differences_.at(id);
        slot.stored = slot.entity.version;
        const Instant due = flow::dueOf(slot.entity);
        due_.set(id, due);
        if (due == Never)
            differences_.erase(id);
        return;
    }
    default: return;
    }
}

void Entities::reschedule(EntityId id, Instant now)
{
    Instant due = Never;
    if (const auto order = orders_.find(id); order != orders_.end())
        due = dueOf(order->second.entity);
    if (const auto grant = reservations_.find(id); grant != reservations_.end())
        due = dueOf(grant->second.entity);
    if (const auto difference = differences_.find(id); difference != differences_.end())
        due = flow::dueOf(difference->second.entity);
    // What is still overdue after its turn waits for something else (an answer); looking again at once would spin.
    due_.set(id, due <= now ? now + LookAgain : due);
}

void Entities::evictOrders()
{
    if (orders_.size() <= orderLimit_)
        return;
    std::vector<std::pair<FrameNo, EntityId>> byUse;
    byUse.reserve(orders_.size());
    for (const auto& [id, slot] : orders_)
        byUse.emplace_back(slot.used, id);
    const auto keep = byUse.size() - orderLimit_ / 2;
    std::nth_element(byUse.begin(), byUse.begin() + static_cast<std::ptrdiff_t>(keep), byUse.end());
    for (std::size_t i = 0; i < keep; ++i)
        orders_.erase(byUse[i].second);
    if (reservations_.size() > orderLimit_)
        reservations_.clear();
}

void Entities::committed(FrameNo)
{
    for (const EntityId id : touched_)
        committedOne(id);
    touched_.clear();
    touchedStock_.clear();
    evictOrders();
    if (exceptions_.size() > ExceptionsInMemory)
        exceptions_.clear();
}

}  // namespace holdpoint::engine
