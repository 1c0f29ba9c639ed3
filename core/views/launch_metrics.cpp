// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_metrics.h"

#include <algorithm>

namespace holdpoint::views {

using alarms::Counts;
using session::GateVerdict;
using session::InconclusiveReason;
using session::LaunchMetric;
using session::MetricCard;
using session::TrendMinutes;

namespace {

constexpr std::int64_t DepthFactor = 3;  // of the hour's median
constexpr std::int64_t SmallQueue = 20;  // never too deep
constexpr std::size_t UsualMinutes = 60;
constexpr std::size_t Span = 5;  // minutes

std::int64_t limitOf(std::vector<std::int64_t> usual)
{
    std::sort(usual.begin(), usual.end());
    return std::max(SmallQueue, usual.empty() ? 0 : DepthFactor * usual[usual.size() / 2]);
}

template <typename Cell, typename Value>
void fillTrend(MetricCard& card, const alarms::Ring<Cell>& ring, Instant now, Value&& value)
{
    for (std::size_t back = 0; back < TrendMinutes; ++back)
        if (const Cell* cell = ring.before(now, back))
            card.trend[TrendMinutes - 1 - back] = value(*cell);
}

std::optional<double> goodPercent(const Counts& counts)
{
    const auto bad = counts.badPercent();
    return bad ? std::optional(100.0 - *bad) : std::nullopt;
}

std::optional<double> p95(const alarms::Histogram& histogram)
{
    const auto value = histogram.percentile(95);
    return value ? std::optional(static_cast<double>(value->count())) : std::nullopt;
}

MetricCard cardOf(LaunchMetric metric, double limit, Milliseconds window)
{
    MetricCard card;
    card.metric = metric;
    card.limit = limit;
    card.atLeast = metric == LaunchMetric::Acceptance;
    card.window = window;
    return card;
}

}  // namespace

void LaunchMetrics::seen(LaunchMetric metric, Instant at)
{
    Instant& last = last_[static_cast<std::size_t>(metric)];
    last = last == Never ? at : std::max(last, at);
}

void LaunchMetrics::submitted(Instant at, bool accepted)
{
    const Counts one{1, accepted ? 0 : 1};
    if (Counts* cell = orders_.at(at))
        *cell += one;
    if (Counts* cell = ordersShort_.at(at))
        *cell += one;
    if (Counts* cell = ordersLong_.at(at))
        *cell += one;
    seen(LaunchMetric::Acceptance, at);
}

void LaunchMetrics::decided(Instant at, Milliseconds took)
{
    if (alarms::Histogram* cell = decisions_.at(at))
        cell->add(took);
    if (Counts* cell = decisionsLong_.at(at))
        *cell += {1, static_cast<double>(took.count()) > LatencyLimit ? 1 : 0};
    seen(LaunchMetric::OrchestrationLatency, at);
}

Counts LaunchMetrics::refusals(Instant now, Milliseconds window) const
{
    return ordersLong_.sum(now, window);
}

Counts LaunchMetrics::slowDecisions(Instant now, Milliseconds window) const
{
    return decisionsLong_.sum(now, window);
}

void LaunchMetrics::called(Instant at, bool failed)
{
    if (Counts* cell = calls_.at(at))
        *cell += {1, failed ? 1 : 0};
    seen(LaunchMetric::DownstreamErrors, at);
}

void LaunchMetrics::counted(Instant at, std::int64_t lines, std::int64_t mismatched)
{
    if (lines == 0)
        return;
    if (Counts* cell = lines_.at(at))
        *cell += {lines, mismatched};
    seen(LaunchMetric::InventoryMismatch, at);
}

void LaunchMetrics::opened(Instant at)
{
    for (auto* ring : {&queue_, &queueShort_})
        if (Flow* cell = ring->at(at))
            ++cell->opened;
    seen(LaunchMetric::QueueBacklog, at);
}

void LaunchMetrics::closed(Instant at)
{
    for (auto* ring : {&queue_, &queueShort_})
        if (Flow* cell = ring->at(at))
            ++cell->closed;
    seen(LaunchMetric::QueueBacklog, at);
}

void LaunchMetrics::judge(MetricCard& card, Instant now) const
{
    card.asOf = lastOf(card.metric);
    card.verdict = GateVerdict::Inconclusive;
    if (!card.value)
        card.reason = InconclusiveReason::NoData;
    else if (now - card.asOf > StaleAfter)
        card.reason = InconclusiveReason::StaleData;
    else if (card.n < MinSample)
        card.reason = InconclusiveReason::MinSample;
    else {
        card.reason = InconclusiveReason::None;
        const bool good = card.atLeast ? *card.value >= card.limit : *card.value <= card.limit;
        card.verdict = good ? GateVerdict::Go : GateVerdict::NoGo;
    }
}

MetricCard LaunchMetrics::acceptance(Instant now) const
{
    MetricCard card = cardOf(LaunchMetric::Acceptance, AcceptanceLimit, Hour);
    card.alarmLimit = AcceptanceAlarm;
    const Counts all = orders_.sum(now, Hour);
    card.n = all.n;
    card.value = goodPercent(all);
    fillTrend(card, orders_, now, goodPercent);
    judge(card, now);
    return card;
}

MetricCard LaunchMetrics::latency(Instant now) const
{
    MetricCard card = cardOf(LaunchMetric::OrchestrationLatency, LatencyLimit, Hour);
    const alarms::Histogram all = decisions_.sum(now, Hour);
    card.n = all.n();
    card.value = p95(all);
    fillTrend(card, decisions_, now, p95);
    judge(card, now);
    return card;
}

MetricCard LaunchMetrics::errors(Instant now) const
{
    MetricCard card = cardOf(LaunchMetric::DownstreamErrors, ErrorLimit, CallWindow);
    const Counts all = calls_.sum(now, CallWindow);
    card.n = all.n;
    card.value = all.badPercent();
    fillTrend(card, calls_, now, [](const Counts& c) { return c.badPercent(); });
    judge(card, now);
    return card;
}

MetricCard LaunchMetrics::mismatch(Instant now) const
{
    MetricCard card = cardOf(LaunchMetric::InventoryMismatch, MismatchLimit, Hour);
    const Counts all = lines_.sum(now, Hour);
    card.n = all.n;
    card.value = all.badPercent();
    fillTrend(card, lines_, now, [](const Counts& c) { return c.badPercent(); });
    judge(card, now);
    return card;
}

// A gauge: it is known at all times since something was read, also while nothing changes.
MetricCard LaunchMetrics::backlog(Instant now, const Queue& queue) const
{
    MetricCard card = cardOf(LaunchMetric::QueueBacklog, 0, Hour);
    card.n = queue.open;
    if (queue.knownFrom == Never)
        return card;
    card.value = static_cast<double>(queue.open);
    card.asOf = now;
    const std::vector<std::int64_t> known = depths(now, queue);
    for (std::size_t back = 0; back < known.size() && back < TrendMinutes; ++back)
        card.trend[TrendMinutes - 1 - back] = static_cast<double>(known[back]);
    card.limit = static_cast<double>(limitOf(usual_.empty() ? usualDepths(now, known) : usual_));
    const Flow five = queueShort_.sum(now, 5 * Minute);
    card.changePerMinute = static_cast<double>(five.opened - five.closed) / 5;
    const bool good = *card.value <= card.limit && minutesGrowing(now) < GrowingMinutes;
    if (known.size() < static_cast<std::size_t>(GrowingMinutes)) {  // nobody can say yet whether it rises
        card.reason = InconclusiveReason::MinSample;
        return card;
    }
    card.verdict = good ? GateVerdict::Go : GateVerdict::NoGo;
    card.reason = InconclusiveReason::None;
    return card;
}

std::vector<std::int64_t> LaunchMetrics::depths(Instant now, const Queue& queue) const
{
    std::vector<std::int64_t> depths;
    std::int64_t depth = queue.open;
    for (std::size_t back = 0; back <= UsualMinutes; ++back) {
        const std::int64_t minute = now.ms / Minute.count() - static_cast<std::int64_t>(back);
        if (minute < queue.knownFrom.ms / Minute.count())
            break;
        depths.push_back(depth);
        if (const Flow* cell = queue_.before(now, back))
            depth -= cell->opened - cell->closed;
    }
    return depths;
}

// What is now is measured by what was, and a breach must not become the measure of the next.
bool LaunchMetrics::isUsual(Instant now, std::size_t back, std::int64_t depth,
                            const std::vector<std::int64_t>& usual) const
{
    const bool isKnown = usual.size() >= static_cast<std::size_t>(GrowingMinutes);
    return minutesGrowing(now, back) < GrowingMinutes && (!isKnown || depth <= limitOf(usual));
}

std::vector<std::int64_t> LaunchMetrics::usualDepths(Instant now,
                                                     const std::vector<std::int64_t>& depths) const
{
    std::vector<std::int64_t> usual;
    for (std::size_t back = depths.size(); back-- > 1;)
        if (isUsual(now, back, depths[back], usual))
            usual.push_back(depths[back]);
    return usual;
}

void LaunchMetrics::learn(Instant now, const Queue& queue)
{
    const std::int64_t minute = now.ms / Minute.count();
    if (queue.knownFrom == Never || minute <= learnt_)
        return;
    const std::vector<std::int64_t> known = depths(now, queue);
    if (usual_.empty() || minute - learnt_ > static_cast<std::int64_t>(UsualMinutes))
        usual_ = usualDepths(now, known);
    else
        for (auto back = static_cast<std::size_t>(minute - learnt_); back > 0; --back)
            if (back < known.size() && isUsual(now, back, known[back], usual_))
                usual_.push_back(known[back]);
    if (usual_.size() > UsualMinutes)
        usual_.erase(usual_.begin(), usual_.end() - static_cast<std::ptrdiff_t>(UsualMinutes));
    learnt_ = minute;
}

std::array<MetricCard, 5> LaunchMetrics::cards(Instant now, const Queue& queue) const
{
    return {acceptance(now), latency(now), errors(now), mismatch(now), backlog(now, queue)};
}

int LaunchMetrics::minutesRising(Instant now) const
{
    int minutes = 0;
    for (std::size_t back = 1; back < 60; ++back, ++minutes) {
        const Flow* cell = queue_.before(now, back);
        if (cell == nullptr || cell->opened <= cell->closed)
            break;
    }
    return minutes;
}

int LaunchMetrics::minutesGrowing(Instant now, std::size_t from) const
{
    const auto net = [&](std::size_t back) {
        const Flow* cell = queue_.before(now, back);
        return cell == nullptr ? std::int64_t{0} : cell->opened - cell->closed;
    };
    std::size_t oldest = from;
    for (std::size_t back = from; back + Span <= Minutes; ++back) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < Span; ++i)
            sum += net(back + i);
        if (sum <= 0)
            break;
        if (net(back) > 0)
            oldest = back + 1;
    }
    return static_cast<int>(oldest - from);
}

std::optional<Milliseconds> LaunchMetrics::drainTime(Instant now, std::int64_t open) const
{
    const Flow five = queueShort_.sum(now, 5 * Minute);
    const std::int64_t net = five.closed - five.opened;
    if (open == 0)
        return Milliseconds{0};
    if (net <= 0)
        return std::nullopt;
    return Milliseconds{open * 5 * Minute.count() / net};
}

std::int64_t LaunchMetrics::acceptedLastMinute(Instant now) const
{
    const Counts minute = ordersShort_.sum(now, Minute);
    return minute.n - minute.bad;
}
std::int64_t LaunchMetrics::openedLastMinute(Instant now) const
{
    return queueShort_.sum(now, Minute).opened;
}
std::int64_t LaunchMetrics::closedLastMinute(Instant now) const
{
    return queueShort_.sum(now, Minute).closed;
}
std::int64_t LaunchMetrics::submittedBeforeLast() const
{
    return lastSubmitted() == Never ? 0 : orders_.sum(lastSubmitted(), 5 * Minute).n;
}

}  // namespace holdpoint::views
