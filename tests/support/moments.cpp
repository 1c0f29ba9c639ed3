// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/moments.h"

namespace holdpoint::test {
namespace {

constexpr Milliseconds LongestAnswer{15'000};  // beyond every call's time limit

using engine::Durability;
using engine::Lease;

/// The store of a process that may die around each commit, and at each read of a start.
class MortalStore final : public engine::Store {
public:
    MortalStore(engine::Store& store, MomentPlan& plan) : store_(store), plan_(plan) {}

    Result<Lease> acquire(PartitionId partition, std::string_view holder, Instant now) override
    {
        plan_.starting(true);
        look();
        auto lease = store_.acquire(partition, holder, now);
        if (lease && doubtful_ != 0 && lease->lastFrame == doubtful_)
            plan_.durable(intents_);
        doubtful_ = 0;
        look();  // the lease has a new epoch, nobody uses it
        return lease;
    }
    Result<> names(const Lease& lease, Dictionary& dictionary) override
    {
        look();
        return store_.names(lease, dictionary);
    }
    Result<> resolve(const Lease& lease, std::span<const engine::KeyRow> keys,
                     std::span<EntityId> out) override
    {
        return store_.resolve(lease, keys, out);
    }
    Result<> load(const Lease& lease, std::span<const EntityId> ids, engine::StepSink& sink) override
    {
        return store_.load(lease, ids, sink);
    }
    Result<std::vector<engine::OpenEntity>> open(const Lease& lease, EntityId after,
                                                 std::size_t limit) override
    {
        look();
        return store_.open(lease, after, limit);
    }
    Result<std::vector<engine::OutboxEntry>> outbox(const Lease& lease, OutboxId after,
                                                    std::size_t limit) override
    {
        look();
        return store_.outbox(lease, after, limit);
    }
    Result<> series(const Lease& lease, std::int64_t fromMinute, engine::SeriesSink& sink) override
    {
        look();
        return store_.series(lease, fromMinute, sink);
    }
    Result<> stock(const Lease& lease, StockBook& book) override
    {
        look();
        return store_.stock(lease, book);
    }
    Result<Durability> commit(Lease& lease, const engine::Batch& batch) override
    {
        plan_.committing(batch.now);
        plan_.reached(Moment::CommitBefore);
        auto done = store_.commit(lease, batch);
        intents_ = intentsOf(batch);
        doubtful_ = done && *done == Durability::unknown ? batch.number : 0;
        if (done && *done == Durability::durable) {
            plan_.durable(intents_);
            plan_.reached(Moment::CommitAfter);
            plan_.starting(false);
        }
        return done;
    }
    Result<std::vector<EntityId>> entities(const Lease& lease, EntityKind kind, EntityId after,
                                           std::size_t limit) override
    {
        return store_.entities(lease, kind, after, limit);
    }
    [[nodiscard]] engine::CommitFailure lastFailure() const noexcept override { return store_.lastFailure(); }

private:
    void look()
    {
        if (plan_.isStarting() && plan_.deaths() > 0)
            plan_.reached(Moment::Start);
    }
    static MomentPlan::Intents intentsOf(const engine::Batch& batch)
    {
        MomentPlan::Intents intents;
        for (const engine::OutboxRow& row : batch.planned)
            intents.planned.push_back(row.id);
        intents.answered.assign(batch.answered.begin(), batch.answered.end());
        return intents;
    }
    engine::Store& store_;
    MomentPlan& plan_;
    MomentPlan::Intents intents_;  // of the newest frame
    FrameNo doubtful_ = 0;         // the store did not say whether it has this one
};

/// The way out of a process that may die around each call.
class MortalWire final : public engine::Dispatcher {
public:
    MortalWire(engine::Dispatcher& vendors, MomentPlan& plan) : vendors_(vendors), plan_(plan) {}

    void dispatch(const VendorCall& call) override
    {
        plan_.called(call);
        plan_.reached(Moment::CallBefore);
        vendors_.dispatch(call);
        plan_.reached(Moment::CallAfter);
    }

private:
    engine::Dispatcher& vendors_;
    MomentPlan& plan_;
};

/// All of a call that a vendor acts on.
std::string bodyOf(const VendorCall& call)
{
    std::string text = call.vendor + '|' + call.orderNumber + '|' + call.node + '|' + call.region + '|' +
                       std::to_string(call.amount) + call.currency + '|' + call.reference;
    for (const VendorCall::Line& line : call.lines)
        text += '|' + std::to_string(line.line) + ' ' + line.sku + ' ' + std::to_string(line.units);
    return text;
}

}  // namespace

RigOptions MomentPlan::options(RigOptions options)
{
    options.wrapStore = [this](engine::Store& store) { return std::make_unique<MortalStore>(store, *this); };
    options.wrapDispatcher = [this](lab::InProcess& vendors) {
        return std::make_unique<MortalWire>(vendors, *this);
    };
    return options;
}

void MomentPlan::reached(Moment moment)
{
    passed_.push_back(moment);
    if (!deaths_.contains(count()))
        return;
    if (++died_ == 1) {
        found_ = open_;
        quiet_ = open_.empty() && now_ - lastCall_ > LongestAnswer;
    }
    throw CrashNow{count()};
}

void MomentPlan::durable(const Intents& intents)
{
    intents_.insert(intents.planned.begin(), intents.planned.end());
    open_.insert(intents.planned.begin(), intents.planned.end());
    for (const OutboxId id : intents.answered) {
        open_.erase(id);
        found_.erase(id);
    }
    if (died_ > 0 && recoveredAt_ == 0 && found_.empty())
        recoveredAt_ = count() + 1;
    if (++commits_ == actAfter_)
        act_();
}

void MomentPlan::called(const VendorCall& call)
{
    if (!intents_.contains(call.outbox))
        broken_.push_back(call.key + " was called without a durable intent");
    lastCall_ = now_;
    if (died_ > 0 && !calledAfter_.insert(call.vendor).second)
        quiet_ = false;
    if (call.ask)
        return;
    const auto [known, isNew] = bodies_.try_emplace(call.key, bodyOf(call));
    if (!isNew && known->second != bodyOf(call))
        broken_.push_back(call.key + " was sent with two bodies: " + known->second + " and " + bodyOf(call));
}

}  // namespace holdpoint::test
