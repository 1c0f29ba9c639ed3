// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/mutants.h"

namespace holdpoint::sim {
namespace {

using engine::Lease;

class LastStepOff final : public engine::StepSink {
public:
    explicit LastStepOff(engine::StepSink& to) : to_(to) {}
    void step(const engine::Step& step) override
    {
        if (step.entity.kind() == EntityKind::Order && step.previous != 0 && ++seen_ % 7 == 0)
            return;
        to_.step(step);
    }

private:
    engine::StepSink& to_;
    int seen_ = 0;
};

class MutantStore final : public engine::Store {
public:
    MutantStore(engine::Store& store, Mutant mutant) : store_(store), mutant_(mutant) {}

    Result<Lease> acquire(PartitionId partition, std::string_view holder, Instant now) override
    {
        auto lease = store_.acquire(partition, holder, now);
        if (lease && mutant_ == Mutant::TimeGoesBack)
            lease->lastTime = lease->lastTime - Milliseconds{86'400'000};
        if (lease)
            epoch_ = lease->epoch;
        return lease;
    }
    Result<> names(const Lease& lease, Dictionary& dictionary) override
    {
        return store_.names(lease, dictionary);
    }
    Result<> resolve(const Lease& lease, std::span<const engine::KeyRow> keys,
                     std::span<EntityId> out) override
    {
        auto done = store_.resolve(lease, keys, out);
        for (std::size_t i = 0; done && i < keys.size(); ++i)
            if (mutant_ == Mutant::KeyNotFound && !out[i].isNone() && ++turns_ % 5 == 0)
                out[i] = {};
        return done;
    }
    Result<> load(const Lease& lease, std::span<const EntityId> ids, engine::StepSink& sink) override
    {
        if (mutant_ == Mutant::TurnWithoutEnd && ++turns_ > 50)
            for (volatile bool ends = false; !ends;) {
            }
        if (mutant_ != Mutant::LastStepNotRead)
            return store_.load(lease, ids, sink);
        LastStepOff less(sink);
        return store_.load(lease, ids, less);
    }
    Result<std::vector<engine::OpenEntity>> open(const Lease& lease, EntityId after,
                                                 std::size_t limit) override
    {
        if (mutant_ == Mutant::NothingOpenAtStart)
            return std::vector<engine::OpenEntity>{};
        auto page = store_.open(lease, after, limit);
        if (page && mutant_ == Mutant::TimerDropped)
            for (engine::OpenEntity& open : *page)
                open.due = open.id.serial() % 3 == 0 ? Never : open.due;
        return page;
    }
    Result<std::vector<engine::OutboxEntry>> outbox(const Lease& lease, OutboxId after,
                                                    std::size_t limit) override
    {
        if (mutant_ == Mutant::OutboxEmptyAtStart)
            return std::vector<engine::OutboxEntry>{};
        return store_.outbox(lease, after, limit);
    }
    Result<> series(const Lease& lease, std::int64_t fromMinute, engine::SeriesSink& sink) override
    {
        return store_.series(lease, fromMinute, sink);
    }
    Result<> stock(const Lease& lease, StockBook& book) override
    {
        auto read = store_.stock(lease, book);
        if (mutant_ == Mutant::StockForgottenAtStart)
            for (auto& [key, position] : book.positions)
                position.reserved = 0;
        return read;
    }
    Result<engine::Durability> commit(Lease& lease, const engine::Batch& batch) override
    {
        engine::Batch changed = batch;
        const bool now = ++turns_ % 40 == 0;
        std::vector<engine::EntityRow> rows(batch.rows.begin(), batch.rows.end());
        if (now && mutant_ == Mutant::CommitSkipped)
            return engine::Durability::durable;
        leaveOut(changed, rows);
        if (mutant_ == Mutant::FenceMissing)
            lease.epoch = epoch_;
        auto done = store_.commit(lease, changed);
        if (done && *done == engine::Durability::unknown && mutant_ == Mutant::UnknownIsDurable)
            return engine::Durability::durable;
        return done;
    }
    Result<std::vector<EntityId>> entities(const Lease& lease, EntityKind kind, EntityId after,
                                           std::size_t limit) override
    {
        return store_.entities(lease, kind, after, limit);
    }
    [[nodiscard]] engine::CommitFailure lastFailure() const noexcept override { return store_.lastFailure(); }

private:
    void leaveOut(engine::Batch& batch, std::vector<engine::EntityRow>& rows) const
    {
        switch (mutant_) {
        case Mutant::CommitWithoutStock: batch.stock = {}; break;
        case Mutant::CommitWithoutOutbox: batch.planned = {}; break;
        case Mutant::OutboxRowStays: batch.answered = {}; break;
        case Mutant::CommitWithoutKeys: batch.keys = {}; break;
        case Mutant::CommitWithoutItems: batch.exceptions = {}; break;
        case Mutant::CommitWithoutSeries: batch.series = {}; break;
        case Mutant::DueForgotten:
            for (engine::EntityRow& row : rows)
                row.writeDue = row.writeDue && row.before == 0;
            batch.rows = rows;
            break;
        default: break;
        }
    }

    engine::Store& store_;
    Mutant mutant_;
    std::uint64_t turns_ = 0;
    std::uint64_t epoch_ = 0;
};

}  // namespace

const std::vector<std::string_view>& mutantNames()
{
    static const std::vector<std::string_view> names{"none",
                                                     "key of the attempt",
                                                     "key of the life",
                                                     "sent twice with another key",
                                                     "capture too much",
                                                     "wrong warehouse",
                                                     "unknown outcome read as no",
                                                     "unknown outcome read as done",
                                                     "refusal read as done",
                                                     "answer lost",
                                                     "asks instead of sending",
                                                     "commit skipped",
                                                     "unknown commit read as durable",
                                                     "commit without stock rows",
                                                     "commit without outbox rows",
                                                     "outbox row stays",
                                                     "commit without keys",
                                                     "commit without exception rows",
                                                     "commit without series",
                                                     "due forgotten",
                                                     "outbox empty at start",
                                                     "nothing open at start",
                                                     "reserved stock forgotten at start",
                                                     "key not found",
                                                     "a step not read",
                                                     "ships unpaid",
                                                     "time goes back",
                                                     "fence missing",
                                                     "timer dropped at start",
                                                     "429 ignored",
                                                     "answer to the wrong leg",
                                                     "body of a retry changed",
                                                     "a turn without an end"};
    return names;
}

std::unique_ptr<engine::Store> mutantStore(engine::Store& store, Mutant mutant)
{
    return std::make_unique<MutantStore>(store, mutant);
}

bool mutateCall(VendorCall& call, Mutant mutant, int life)
{
    if (mutant == Mutant::KeyOfAttempt && call.attempt > 1)
        call.key += ":a" + std::to_string(call.attempt);
    if (mutant == Mutant::KeyOfLife && life > 1)
        call.key += ":l" + std::to_string(life);
    if (mutant == Mutant::CaptureTooMuch && call.ref.operation == Operation::Capture)
        call.amount += 1'000;
    if (mutant == Mutant::WrongWarehouse && call.vendor == "wms-east" && call.attempt > 1)
        call.vendor = "wms-west";
    if (mutant == Mutant::BodyChanged && call.attempt > 1 && !call.lines.empty())
        ++call.lines.front().units;
    if (mutant == Mutant::AskedInsteadOfSent && call.attempt > 1)
        call.ask = true;
    return true;
}

bool mutateAnswer(VendorAnswer& answer, Mutant mutant)
{
    const bool unknown = answer.outcome == AttemptOutcome::OutcomeUnknown;
    if (unknown && mutant == Mutant::UnknownIsNo) {
        answer.outcome = AttemptOutcome::FailedForCertain;
        answer.cls = FailureClass::HardBusiness;
    }
    if ((unknown && mutant == Mutant::UnknownIsDone) ||
        (answer.outcome == AttemptOutcome::FailedForCertain && mutant == Mutant::NoIsDone)) {
        answer.outcome = AttemptOutcome::Done;
        answer.cls = FailureClass::None;
    }
    if (mutant == Mutant::TooManyIgnored && answer.status == 429) {
        answer.outcome = AttemptOutcome::Done;
        answer.cls = FailureClass::None;
    }
    if (mutant == Mutant::AnswerToWrongLeg && answer.ref.operation == Operation::Ship)
        answer.ref.part = answer.ref.part == 1 ? 2 : 1;
    return !(mutant == Mutant::LostAnswer && answer.outbox % 3 == 0 && unknown);
}

void mutatePolicy(Policy& policy, Mutant mutant)
{
    if (mutant == Mutant::ShipsUnpaid)
        policy.paymentRule = PaymentRule::None;
}

}  // namespace holdpoint::sim
