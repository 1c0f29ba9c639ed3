// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_board.h"

#include <algorithm>
#include <tuple>

namespace holdpoint::views {
namespace {

constexpr Stage NoItem = Stage::Handoff;    // of a held order whose item is not there
constexpr Milliseconds LongAgo{3'600'000};  // nobody looked: what was before is past

Stage heldAt(EntityId order, const ExceptionBoard& items)
{
    return items.stageOf(order.with(EntityKind::Exception)).value_or(NoItem);
}

/// Rows of the journal, one after the other, until one cannot be read.
class Rows final : public engine::StepSink {
public:
    explicit Rows(std::function<Result<>(const engine::Step&)> take) : take_(std::move(take)) {}
    void step(const engine::Step& step) override
    {
        if (error)
            error = take_(step);
    }
    Result<> error;

private:
    std::function<Result<>(const engine::Step&)> take_;
};

}  // namespace

LaunchBoard::LaunchBoard(const Integrations* integrations)
    : vendors_(integrations), steps_(metrics_, stages_, vendors_)
{}

namespace {

bool isOfBatch(const session::LogEntry& entry, const session::LogEntry& newest)
{
    const auto of = [](const session::LogEntry& e) {
        return std::tie(e.kind, e.batch, e.actor, e.what, e.reason, e.cause, e.state);
    };
    return !entry.batch.empty() && of(entry) == of(newest);
}

}  // namespace

void LaunchBoard::log(session::LogEntry entry)
{
    // A bulk act is one thing a person did: a line with a count, not a line an order.
    if (!log_.empty() && isOfBatch(entry, log_.front())) {
        session::LogEntry& line = log_.front();
        entry.count += line.count;
        entry.object = {};
        line = std::move(entry);
        return;
    }
    log_.push_front(std::move(entry));
    if (log_.size() > LogLength)
        log_.pop_back();
}

void LaunchBoard::logOlder(session::LogEntry entry)
{
    if (log_.empty() || !isOfBatch(entry, log_.back()))
        return log_.push_back(std::move(entry));
    log_.back().count += entry.count;
    log_.back().object = {};
}

void LaunchBoard::takeCommands()
{
    if (steps_.takePhaseChange())
        alarms_.phaseChanged();
    for (LaunchSteps::Command& command : steps_.takeCommands()) {
        if (command.entry.what == "acknowledge_alarm" && command.entry.state == CommandState::Effective)
            alarms_.acknowledge(command.argument, command.entry.at);
        if (command.entry.what == "shelve_alarm" && command.entry.state == CommandState::Effective)
            alarms_.shelve(command.argument, command.number, command.entry.actor, command.entry.reason,
                           command.entry.at);
        log(std::move(command.entry));
        for (session::LogEntry& entry : alarms_.takeLog())
            log(std::move(entry));
    }
}

void LaunchBoard::lookUntil(Instant now, const Dictionary& names, const ExceptionBoard* items)
{
    if (nextLook_ == Never)
        nextLook_ = now;
    nextLook_ = std::max(nextLook_, now - LongAgo);
    for (; nextLook_ <= now; nextLook_ = nextLook_ + LookEach) {
        if (items != nullptr)
            metrics_.learn(nextLook_, {static_cast<std::int64_t>(items->size()), knownFrom_});
        alarms_.look(nextLook_, metrics_, vendors_, names, items);
        stages_.look(nextLook_, vendors_.closedStages());
        for (session::LogEntry& entry : alarms_.takeLog())
            log(std::move(entry));
    }
}

Result<> LaunchBoard::readSteps(Seq from, Seq to, store::StoreReader& reader, const Dictionary& names,
                                const ExceptionBoard* items)
{
    vendors_.read(names);
    Rows sink([&](const engine::Step& step) -> Result<> {
        if (auto read = steps_.step(step, reader, names); !read)
            return read;
        takeCommands();
        seq_ = step.seq;
        if (knownFrom_ == Never && steps_.at() != Instant{})
            knownFrom_ = steps_.at();
        // What a row did not date (a reservation) happened no earlier.
        if (steps_.at() != Instant{})
            lookUntil(steps_.at(), names, items);
        return {};
    });
    if (auto read = reader.steps(from, to, sink); !read)
        return read;
    if (sink.error)
        seq_ = to;
    return sink.error;
}

void LaunchBoard::changed(Seq seq, Instant at, std::vector<PlaceRow> rows, std::vector<EntityId> items)
{
    if (seq <= seq_)
        rows.clear();
    moved_.push_back({seq, at, std::move(rows), std::move(items)});
}

void LaunchBoard::settle(const ExceptionBoard& items)
{
    for (const EntityId item : items.ids())
        if (const auto stage = items.stageOf(item))
            stages_.stoodAt(item.with(EntityKind::Order), *stage);
}

void LaunchBoard::apply(const Moved& moved, const ExceptionBoard& items)
{
    for (const PlaceRow& row : moved.rows) {
        stages_.move(row, heldAt(row.id, items), moved.at);
        if (!stages_.isOpen(row.id))
            steps_.forget(row.id);
        if (launchStart_ == Never && row.isNew)
            launchStart_ = moved.at;
    }
    for (const EntityId item : moved.items) {
        const auto stage = items.stageOf(item);
        if (stage && moved.seq <= loadedTo_)
            stages_.stoodAt(item.with(EntityKind::Order), *stage);
        else if (stage)
            stages_.heldAt(item.with(EntityKind::Order), *stage, moved.at);
    }
}

Result<> LaunchBoard::catchUp(Seq upTo, store::StoreReader& reader, const Dictionary& names,
                              const ExceptionBoard& items)
{
    if (upTo > seq_)
        if (auto read = readSteps(seq_ + 1, upTo, reader, names, &items); !read)
            return read;
    for (; !moved_.empty() && moved_.front().seq <= upTo; moved_.pop_front()) {
        if (knownFrom_ == Never)
            knownFrom_ = moved_.front().at;
        apply(moved_.front(), items);
    }
    return {};
}

void LaunchBoard::stands(const engine::Standing& standing, Instant now)
{
    alarms_.stands(standing, now);
    for (session::LogEntry& entry : alarms_.takeLog())
        log(std::move(entry));
}

void LaunchBoard::tick(Instant now, const Dictionary& names, const ExceptionBoard& items)
{
    if (knownFrom_ != Never)
        lookUntil(now, names, &items);
}

session::Board LaunchBoard::board(Instant now, const Dictionary& names, const ExceptionBoard& items) const
{
    const ExceptionBoard::Sums sums = items.sums(now);
    session::Board board;
    board.launchStart = launchStart_;
    board.intake = steps_.intake();
    board.exceptionsOpen = static_cast<std::int64_t>(items.size());
    board.metrics = metrics_.cards(now, {board.exceptionsOpen, knownFrom_});
    board.stages = stages_.cards(now);
    board.vendors = vendors_.cards(now, names, sums.byVendor);
    board.alarms = alarms_.rows(names, sums);
    board.shelved = alarms_.shelved();
    board.suppressed = alarms_.suppressed();
    board.alarmHealth = alarms_.health(now);
    board.log.assign(log_.begin(), log_.end());
    board.openByPriority = sums.byPriority;
    board.pastSla = sums.pastSla;
    board.arrivedLastMinute = metrics_.openedLastMinute(now);
    board.closedLastMinute = metrics_.closedLastMinute(now);
    board.ordersPerMinute = metrics_.acceptedLastMinute(now);
    board.orders = stages_.accepted();
    board.finished = stages_.in(Place::Finished);
    return board;
}

}  // namespace holdpoint::views
