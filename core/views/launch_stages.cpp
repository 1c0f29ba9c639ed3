// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_stages.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

constexpr Milliseconds Minute{60'000};
constexpr std::int64_t MinCalls = 20;           // fewer say nothing of a stage
constexpr std::int64_t MinStopped = 5;          // orders held in five minutes
constexpr alarms::Band Share{2.0, 0.5, false};  // percent, of calls and of orders
constexpr alarms::Delays StageDelays{Milliseconds{0}, Milliseconds{60'000}};

int stageOf(Place place, Stage heldAt)
{
    if (place >= Place::Intake && place <= Place::Settlement)
        return static_cast<int>(place) - static_cast<int>(Place::Intake);
    return place == Place::Exception ? static_cast<int>(heldAt) : -1;
}

bool wentThrough(OrderStatus status)
{
    return status == OrderStatus::Shipped || status == OrderStatus::Delivered ||
           status == OrderStatus::Returned;
}

double percent(std::int64_t part, std::int64_t all)
{
    return all == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

LaunchStages::Cell& LaunchStages::Cell::operator+=(const Cell& other)
{
    left += other.left;
    entered += other.entered;
    calls += other.calls;
    retries += other.retries;
    failed += other.failed;
    stopped += other.stopped;
    took += other.took;
    return *this;
}

std::int64_t& LaunchStages::count(const Standing& standing)
{
    OneStage& stage = stages_[static_cast<std::size_t>(standing.stage)];
    return standing.place == Place::Exception ? stage.failing : stage.waiting;
}

void LaunchStages::remember(EntityId id, const Standing& standing)
{
    ++places_[static_cast<std::size_t>(standing.place)];
    if (standing.stage != Outside)
        ++count(standing);
    if (standing.place == Place::Elsewhere)
        elsewhere_[id] = 1;
    else if (standing.place != Place::Finished)
        orders_[id] = standing;
}

void LaunchStages::found(const PlaceRow& row, Stage heldAt)
{
    const Standing standing{row.place, stageOf(row.place, heldAt), Never};
    if (standing.stage != Outside)
        ++stages_[static_cast<std::size_t>(standing.stage)].entered;
    remember(row.id, standing);
}

void LaunchStages::enter(int stage, Instant at)
{
    OneStage& s = stages_[static_cast<std::size_t>(stage)];
    ++s.entered;
    if (Cell* cell = s.cells.at(at))
        ++cell->entered;
}

void LaunchStages::leave(int stage, std::optional<Milliseconds> took, Instant at)
{
    OneStage& s = stages_[static_cast<std::size_t>(stage)];
    ++s.left;
    Cell* cell = s.cells.at(at);
    if (cell == nullptr)
        return;
    ++cell->left;
    if (took)
        cell->took.add(*took);
}

void LaunchStages::pass(const Standing& from, int to, Instant at)
{
    if (from.stage == to)
        return;
    const auto stood = from.since == Never ? std::nullopt : std::optional(at - from.since);
    if (from.stage != Outside)
        leave(from.stage, stood, at);
    if (to == Outside)
        return;
    // Back to an earlier stage nothing lies between; into the pipe everything before does.
    for (int between = from.stage + 1; between < to; ++between) {
        enter(between, at);
        leave(between, Milliseconds{0}, at);
    }
    enter(to, at);
}

void LaunchStages::move(const PlaceRow& row, Stage heldAt, Instant at)
{
    Standing from;
    if (const Standing* known = orders_.find(row.id)) {
        from = *known;
        orders_.erase(row.id);
    } else if (!row.isNew)
        from.place = elsewhere_.erase(row.id) ? Place::Elsewhere : Place::Finished;
    Standing to{row.place, stageOf(row.place, heldAt), from.since};
    if (!row.isNew) {
        --places_[static_cast<std::size_t>(from.place)];
        if (from.stage != Outside)
            --count(from);
    }
    const auto last = static_cast<int>(Stage::Settlement);
    if (row.place == Place::Finished && wentThrough(row.status) && from.stage != last &&
        from.place != Place::Finished) {
        pass(from, last, at);
        from.stage = last;
        from.since = at;
    }
    pass(from, to.stage, at);
    if (from.stage != to.stage)
        to.since = at;
    remember(row.id, to);
}

void LaunchStages::heldAt(EntityId order, Stage stage, Instant at)
{
    const Standing* known = orders_.find(order);
    if (known != nullptr && known->place == Place::Exception)
        move({order, Place::Exception, OrderStatus::Accepted, false}, stage, at);
}

void LaunchStages::stoodAt(EntityId order, Stage stage)
{
    Standing* known = orders_.find(order);
    if (known == nullptr || known->place != Place::Exception)
        return;
    --count(*known);
    --stages_[static_cast<std::size_t>(known->stage)].entered;
    known->stage = static_cast<int>(stage);
    ++count(*known);
    ++stages_[static_cast<std::size_t>(known->stage)].entered;
}

void LaunchStages::taken(Instant at)
{
    if (alarms::Counts* cell = taken_.at(at))
        ++cell->n;
}

void LaunchStages::called(Stage stage, Instant at, bool retry, bool failed)
{
    if (Cell* cell = stages_[static_cast<std::size_t>(stage)].cells.at(at)) {
        ++cell->calls;
        cell->retries += retry ? 1 : 0;
        cell->failed += failed ? 1 : 0;
    }
}

void LaunchStages::stopped(Stage stage, Instant at)
{
    if (Cell* cell = stages_[static_cast<std::size_t>(stage)].cells.at(at))
        ++cell->stopped;
}

alarms::Reading LaunchStages::readingOf(const OneStage& stage, Instant now) const
{
    const Cell five = stage.cells.sum(now, 5 * Minute);
    const auto calls =
        five.calls < MinCalls ? alarms::Reading::Normal : Share.read(percent(five.failed, five.calls));
    const std::int64_t came = std::max({five.entered, five.stopped, taken_.sum(now, 5 * Minute).n});
    const auto held =
        five.stopped < MinStopped ? alarms::Reading::Normal : Share.read(percent(five.stopped, came));
    return std::max(calls, held);
}

void LaunchStages::look(Instant now, const std::array<bool, 6>& closed)
{
    for (std::size_t i = 0; i < stages_.size(); ++i) {
        OneStage& stage = stages_[i];
        const bool others =
            std::any_of(stages_.begin(), stages_.end(), [](const OneStage& s) { return s.abnormal.isOn(); });
        const auto turn = stage.abnormal.look(closed[i] ? alarms::Reading::Breached : readingOf(stage, now),
                                              now, StageDelays);
        if (turn == alarms::Condition::Turn::On)
            stage.firstOut = !others;
        if (turn == alarms::Condition::Turn::Off)
            stage.firstOut = false;
    }
}

std::int64_t LaunchStages::accepted() const
{
    std::int64_t sum = 0;
    for (const std::int64_t n : places_)
        sum += n;
    return sum - in(Place::Awaited);
}

std::array<session::StageCard, 6> LaunchStages::cards(Instant now) const
{
    std::array<session::StageCard, 6> cards;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        const OneStage& stage = stages_[i];
        session::StageCard& card = cards[i];
        const Cell minute = stage.cells.sum(now, Minute);
        card.stage = static_cast<Stage>(i);
        card.perMinute = minute.left;
        card.waiting = stage.waiting;
        card.failing = stage.failing;
        card.retries = minute.retries;
        card.entered = stage.entered;
        card.left = stage.left;
        card.p95 = stage.cells.sum(now, 5 * Minute).took.percentile(95);
        card.abnormal = stage.abnormal.isOn();
        card.firstOut = stage.firstOut;
    }
    return cards;
}

}  // namespace holdpoint::views
