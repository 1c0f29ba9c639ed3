// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/launch/sample_board.h"

#include <cmath>

namespace holdpoint::test {
namespace {

using session::AlarmKind;
using session::BreakerState;
using session::GateVerdict;
using session::InconclusiveReason;
using session::LaunchMetric;
using session::LogEntry;
using Seconds = std::chrono::seconds;

session::MetricCard card(LaunchMetric metric, double value, double limit, bool atLeast, double wave)
{
    session::MetricCard card;
    card.metric = metric;
    card.value = value;
    card.limit = limit;
    card.atLeast = atLeast;
    card.n = 8'100;
    card.window = Milliseconds{600'000};
    card.verdict = GateVerdict::Go;
    card.reason = InconclusiveReason::None;
    for (std::size_t i = 0; i < card.trend.size(); ++i)
        card.trend[i] = value + wave * std::sin(static_cast<double>(i * i) * 0.7);
    return card;
}

std::array<session::MetricCard, 5> metrics(Instant now)
{
    std::array<session::MetricCard, 5> cards{
        card(LaunchMetric::Acceptance, 99.42, 99.0, true, 0.12),
        card(LaunchMetric::OrchestrationLatency, 1'840, 2'500, false, 130),
        card(LaunchMetric::DownstreamErrors, 3.71, 1.0, false, 0.3),
        card(LaunchMetric::InventoryMismatch, 0.18, 0.5, false, 0.05),
        card(LaunchMetric::QueueBacklog, 214, 500, false, 20)};
    for (session::MetricCard& c : cards)
        c.asOf = now - Seconds(2);
    cards[2].verdict = GateVerdict::NoGo;
    for (std::size_t i = 0; i < 24; ++i)
        cards[2].trend[i] = 0.6 + 0.2 * std::sin(static_cast<double>(i));
    cards[2].trend[11].reset();
    cards[4].verdict = GateVerdict::Inconclusive;
    cards[4].reason = InconclusiveReason::MinSample;
    cards[4].changePerMinute = 38;
    return cards;
}

std::array<session::StageCard, 6> stages()
{
    std::array<session::StageCard, 6> cards;
    const std::array<std::int64_t, 6> rate{412, 411, 409, 371, 366, 365};
    const std::array<std::int64_t, 6> p95{40, 110, 320, 1'620, 480, 290};
    const std::array<std::int64_t, 6> retries{0, 2, 6, 184, 9, 3};
    const std::array<std::int64_t, 6> failing{0, 0, 1, 31, 4, 2};
    for (std::size_t i = 0; i < cards.size(); ++i) {
        session::StageCard& c = cards[i];
        c.stage = static_cast<Stage>(i);
        c.perMinute = rate[i];
        c.p95 = Milliseconds{p95[i]};
        c.retries = retries[i];
        c.failing = failing[i];
        c.waiting = static_cast<std::int64_t>(i) * 3;
        c.left = 17'400 - static_cast<std::int64_t>(i) * 90;
        c.entered = c.left + c.waiting + c.failing;
    }
    cards[3].abnormal = cards[3].firstOut = true;
    return cards;
}

session::VendorCard vendor(const char* name, std::int64_t calls, std::int64_t errors, std::int64_t p95, Instant good)
{
    session::VendorCard v;
    v.vendor = name;
    v.calls = calls;
    v.errors = errors;
    v.p95 = Milliseconds{p95};
    v.lastGood = good;
    return v;
}

LogEntry command(Instant at, const char* what, const char* actor, CommandState state, const char* reason)
{
    LogEntry entry;
    entry.seq = static_cast<Seq>(at.ms);
    entry.at = at;
    entry.what = what;
    entry.actor = actor;
    entry.state = state;
    entry.reason = reason;
    return entry;
}

LogEntry alarm(Instant at, LogEntry::Kind kind, AlarmKind alarm, Priority priority, double value, const char* vendor)
{
    LogEntry entry;
    entry.at = at;
    entry.kind = kind;
    entry.alarm = alarm;
    entry.priority = priority;
    entry.value = value;
    entry.vendor = vendor;
    entry.actor = "m.osei";
    return entry;
}

}  // namespace

session::Board sampleBoard(Instant now)
{
    session::Board board;
    board.launchStart = now - Seconds(2'592);
    board.intake = {false, now - Seconds(154), "k.osei", 1'284};
    board.metrics = metrics(now);
    board.stages = stages();
    board.vendors = {vendor("carrier-ups", 820, 1, 70, now - Seconds(1)), vendor("legacy-oms", 0, 0, 0, Never),
                     vendor("pay-core", 1'640, 4, 140, now - Seconds(1)),
                     vendor("wms-east", 790, 2, 90, now - Seconds(1)),
                     vendor("wms-west", 412, 49, 1'900, now - Seconds(312))};
    board.vendors[1].p95.reset();
    session::VendorCard& west = board.vendors[4];
    west.abnormal = true;
    west.breaches = 12;
    west.rateLimited = 40;
    west.unknown = 3;
    west.exceptionsOpen = 31;
    west.breaker = BreakerState::Open;
    board.log = {command(now - Seconds(30), "acknowledge", "k.osei", CommandState::Verified, ""),
                 command(now - Seconds(154), "stop_intake", "k.osei", CommandState::Verified, "wms-west answers 503"),
                 alarm(now - Seconds(212), LogEntry::Kind::AlarmRaised, AlarmKind::BreakerOpen, Priority::P2, 12, "wms-west"),
                 alarm(now - Seconds(240), LogEntry::Kind::AlarmRaised, AlarmKind::DownstreamErrors, Priority::P1, 3.71, ""),
                 alarm(now - Seconds(900), LogEntry::Kind::AlarmCleared, AlarmKind::LatencyHigh, Priority::P2, 780, "")};
    board.exceptionsOpen = 38;
    board.pastSla = 3;
    board.ordersPerMinute = 412;
    board.orders = 17'432;
    board.finished = 16'000;
    return board;
}

}  // namespace holdpoint::test
