// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/recount.h"

#include <string>

namespace holdpoint::views {
namespace {

constexpr std::int64_t MinuteMs = 60'000;

Metric metricOf(EventDisposition disposition)
{
    switch (disposition) {
    case EventDisposition::Accepted: return Metric::Accepted;
    case EventDisposition::Duplicate: return Metric::Duplicate;
    case EventDisposition::Parked: return Metric::Parked;
    case EventDisposition::Refused: return Metric::Refused;
    }
    return Metric::None;
}

}  // namespace

void Recount::count(Metric metric, ProducerName producer, Instant at, std::int64_t n)
{
    cells_[{static_cast<std::uint32_t>(metric), producer.number, at.ms / MinuteMs}] += n;
}

void Recount::step(const StepBody& step, std::span<const SeenEvent> seen)
{
    if (step.input != InputKind::Event)
        return;
    count(Metric::Received, step.producer, step.at);
    count(metricOf(step.disposition), step.producer, step.at);
    if (step.has(Mark::Late))
        count(Metric::Late, step.producer, step.at);
    if (step.has(Mark::WouldRegress))
        count(Metric::WouldRegress, step.producer, step.at);
    if (!step.has(Mark::Unparked))
        return;
    for (const SeenEvent& event : seen)
        if (event.parked) {  // accepted now, in the minute in which it was received
            count(Metric::Parked, event.producer, event.received, -1);
            count(Metric::Accepted, event.producer, event.received);
        }
}

std::int64_t* counterOf(session::EventCounts& counts, Metric metric) noexcept
{
    switch (metric) {
    case Metric::Received: return &counts.received;
    case Metric::Accepted: return &counts.accepted;
    case Metric::Refused: return &counts.refused;
    case Metric::Parked: return &counts.parked;
    case Metric::Duplicate: return &counts.duplicate;
    case Metric::Late: return &counts.late;
    case Metric::WouldRegress: return &counts.wouldRegress;
    default: return nullptr;
    }
}

void Recount::addTo(session::Numbers& numbers, const Dictionary& names) const
{
    std::map<std::string, session::EventCounts> byProducer;
    for (const auto& [cell, n] : cells_) {
        const auto metric = static_cast<Metric>(cell.metric);
        if (std::int64_t* all = counterOf(numbers.events, metric)) {
            *all += n;
            *counterOf(byProducer[names.text(ProducerName{cell.producer})], metric) += n;
        }
    }
    numbers.byProducer.assign(byProducer.begin(), byProducer.end());
}

}  // namespace holdpoint::views
