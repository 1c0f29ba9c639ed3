// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_alarms.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

using alarms::AlarmKey;
using alarms::Band;
using alarms::Delays;
using alarms::Reading;
using alarms::Sight;

constexpr Milliseconds Second{1'000};
constexpr Milliseconds Minute{60'000};
constexpr Delays Minutely{Minute, Minute};
constexpr Delays Slow{3 * Minute, Minute};
constexpr Delays AtOnce{Milliseconds{0}, Minute};
constexpr std::int64_t MinCounted = 200;
constexpr Band Acceptance{LaunchMetrics::AcceptanceAlarm, 0.1, true};
constexpr Band Latency{LaunchMetrics::LatencyLimit, 100, false};
constexpr Band Errors{LaunchMetrics::ErrorLimit, 0.5, false};
constexpr Band Mismatch{LaunchMetrics::MismatchLimit, 0.1, false};
constexpr Band SlaWave{19, 5, false};
constexpr std::int64_t ManyBreaches = 3;
constexpr int RisingMinutes = 5;
constexpr Milliseconds DrainLimit{30 * 60'000};
constexpr std::int64_t SteadyFeed = 60;  // orders in five minutes: silence after fewer says nothing

/// Few are no proof of harm, but they may be of health.
Reading readOf(const Band& band, std::optional<double> value, std::int64_t n)
{
    const Reading reading = band.read(value);
    return n >= MinCounted || reading == Reading::Normal ? reading : Reading::Unknown;
}

Sight sightOf(const session::MetricCard& card, AlarmKind kind, const Band& band, Delays delays,
              Priority priority)
{
    Sight sight;
    sight.key = {kind, {}};
    sight.reading = readOf(band, card.value, card.n);
    sight.delays = delays;
    sight.priority = priority;
    sight.value = card.value;
    sight.limit = band.limit;
    return sight;
}

}  // namespace

void LaunchAlarms::look(Instant now, const LaunchMetrics& metrics, const LaunchVendors& vendors,
                        const Dictionary& names, const ExceptionBoard* items)
{
    std::optional<ExceptionBoard::Sums> sums;
    if (items != nullptr)
        sums = items->sums(now);
    lookEngine(now);
    lookVendors(now, vendors, names, sums ? &*sums : nullptr);
    lookMetrics(now, metrics);
    lookBudgets(now, metrics);
    if (items != nullptr) {
        lookQueue(now, metrics, static_cast<std::int64_t>(items->size()), *sums);
        lookFeed(now, metrics);
    }
}

void LaunchAlarms::stands(const engine::Standing& standing, Instant now)
{
    standing_ = standing;
    lookEngine(now);
}

void LaunchAlarms::lookEngine(Instant now)
{
    const auto look = [&](AlarmKind kind, bool isSo) {
        Sight sight;
        sight.key = {kind, {}};
        sight.reading = isSo ? Reading::Breached : Reading::Normal;
        sight.priority = Priority::P1;
        book_.look(sight, now);
    };
    look(AlarmKind::EngineHalted, standing_.halted);
    look(AlarmKind::StoreChanged, standing_.storeChanged);
    look(AlarmKind::StoreFull, standing_.storeFull);
}

void LaunchAlarms::lookVendors(Instant now, const LaunchVendors& vendors, const Dictionary& names,
                               const ExceptionBoard::Sums* sums)
{
    vendorKeys_.clear();
    for (const LaunchVendors::Sum& sum : vendors.sums(now)) {
        const std::string& vendor = names.text(sum.vendor);
        Sight sight;
        sight.stage = sum.stage;
        if (sums != nullptr)
            if (const auto found = sums->byVendorStage.find({sum.vendor, sum.stage});
                found != sums->byVendorStage.end())
                sight.orders = found->second;

        sight.key = {AlarmKind::DownstreamErrors, vendor};
        sight.value = sum.calls.badPercent();
        sight.limit = Errors.limit;
        sight.reading = readOf(Errors, sight.value, sum.calls.n);
        sight.delays = Minutely;
        sight.priority = Priority::P1;
        book_.look(sight, now);
        vendorKeys_.push_back(sight.key);

        sight.key = {AlarmKind::ContractBreach, vendor};
        sight.value = static_cast<double>(sum.breaches);
        sight.limit = 0;
        sight.reading = sum.breaches > 0 ? Reading::Breached : Reading::Normal;
        sight.delays = AtOnce;
        sight.priority = sum.breaches >= ManyBreaches ? Priority::P1 : Priority::P3;
        book_.look(sight, now);
        vendorKeys_.push_back(sight.key);

        sight.key = {AlarmKind::BreakerOpen, vendor};
        sight.value = sight.limit = std::nullopt;
        sight.reading = sum.breaker == session::BreakerState::Open     ? Reading::Breached
                        : sum.breaker == session::BreakerState::Closed ? Reading::Normal
                                                                       : Reading::Between;
        sight.priority = Priority::P2;
        sight.causes = {{AlarmKind::DownstreamErrors, vendor}};
        book_.look(sight, now);
    }
}

void LaunchAlarms::lookMetrics(Instant now, const LaunchMetrics& metrics)
{
    const auto cards = metrics.cards(now, {});
    const auto card = [&cards](session::LaunchMetric metric) -> const session::MetricCard& {
        return cards[static_cast<std::size_t>(metric)];
    };
    const session::MetricCard& accepted = card(session::LaunchMetric::Acceptance);
    const bool bad = accepted.value && *accepted.value < LaunchMetrics::AcceptanceLimit;
    book_.look(
        sightOf(accepted, AlarmKind::AcceptanceLow, Acceptance, Minutely, bad ? Priority::P1 : Priority::P2),
        now);
    book_.look(sightOf(card(session::LaunchMetric::OrchestrationLatency), AlarmKind::LatencyHigh, Latency,
                       Slow, Priority::P2),
               now);
    book_.look(sightOf(card(session::LaunchMetric::InventoryMismatch), AlarmKind::InventoryMismatch, Mismatch,
                       Minutely, Priority::P2),
               now);
    Sight all = sightOf(card(session::LaunchMetric::DownstreamErrors), AlarmKind::DownstreamErrors, Errors,
                        Minutely, Priority::P1);
    all.causes = vendorKeys_;
    book_.look(all, now);
}

// One alarm an objective: its most urgent row, as long as any is on.
void LaunchAlarms::lookBudgets(Instant now, const LaunchMetrics& metrics)
{
    const auto look = [&](alarms::BurnWatch& watch, const char* what, const alarms::BurnWatch::Sums& sums) {
        watch.look(sums, std::nullopt, now);
        const auto fire = watch.fire();
        Sight sight;
        sight.key = {AlarmKind::BurnRate, what};
        sight.reading = fire ? Reading::Breached : Reading::Normal;
        sight.priority = fire && fire->page ? Priority::P1 : Priority::P3;
        sight.causes = vendorKeys_;
        if (fire) {
            sight.value = fire->burn;
            sight.limit = fire->threshold;
            sight.orders = fire->counts.bad;
            sight.detail = std::to_string(alarms::BurnRows[fire->row].window / Minute) + " min";
        }
        book_.look(sight, now);
    };
    look(acceptance_, "acceptance", [&](Milliseconds window) { return metrics.refusals(now, window); });
    look(latency_, "latency", [&](Milliseconds window) { return metrics.slowDecisions(now, window); });
}

void LaunchAlarms::lookQueue(Instant now, const LaunchMetrics& metrics, std::int64_t open,
                             const ExceptionBoard::Sums& sums)
{
    Sight rising;
    rising.key = {AlarmKind::BacklogRising, {}};
    const int minutes = metrics.minutesRising(now);
    const bool grows = metrics.minutesGrowing(now) >= LaunchMetrics::GrowingMinutes;
    const auto drain = metrics.drainTime(now, open);
    const bool slow = !drain || *drain > DrainLimit;
    rising.reading = (minutes >= RisingMinutes || grows) && slow ? Reading::Breached
                     : minutes == 0 && !grows                    ? Reading::Normal
                                                                 : Reading::Between;
    rising.delays = AtOnce;
    rising.value = static_cast<double>(open);
    rising.orders = open;
    rising.causes = vendorKeys_;
    book_.look(rising, now);

    Sight wave;
    wave.key = {AlarmKind::SlaWave, {}};
    wave.value = static_cast<double>(sums.pastSlaNewly);
    wave.limit = SlaWave.limit + 1;
    wave.reading = SlaWave.read(wave.value);
    wave.delays = AtOnce;
    wave.orders = sums.pastSlaNewly;
    book_.look(wave, now);
}

void LaunchAlarms::lookFeed(Instant now, const LaunchMetrics& metrics)
{
    Sight sight;
    sight.key = {AlarmKind::FeedSilent, {}};
    sight.delays = {Milliseconds{0}, 5 * Second};
    if (metrics.lastSubmitted() != Never) {
        const Milliseconds silent = now - metrics.lastSubmitted();
        const bool steady = metrics.submittedBeforeLast() >= SteadyFeed;
        sight.reading = silent <= Minute ? Reading::Normal : steady ? Reading::Breached : Reading::Between;
        sight.priority = silent > LaunchMetrics::StaleAfter ? Priority::P2 : Priority::P3;
        sight.value = static_cast<double>(silent.count()) / 1000;
        sight.limit = 60;
    }
    book_.look(sight, now);
}

namespace {

std::optional<AlarmKey> keyOf(const std::string& argument)
{
    const std::size_t space = argument.find(' ');
    const auto kind = fromName<AlarmKind>(argument.substr(0, space));
    if (!kind)
        return std::nullopt;
    return AlarmKey{*kind, space == std::string::npos ? std::string() : argument.substr(space + 1)};
}

session::AlarmRow rowOf(const alarms::Alarm& a, std::int64_t orders)
{
    session::AlarmRow row{a.id,    a.key.kind, a.priority, a.state,      a.raised, a.cleared,
                          a.value, a.limit,    a.stage,    a.key.vendor, orders,   a.firstOut};
    row.shelvedUntil = a.shelvedUntil;
    row.shelvedBy = a.shelvedBy;
    row.shelvedBecause = a.shelvedBecause;
    row.consequences = a.consequences;
    row.cause = a.cause;
    row.detail = a.detail;
    return row;
}

std::vector<session::AlarmRow> rowsOf(const std::vector<alarms::Alarm>& all)
{
    std::vector<session::AlarmRow> rows;
    for (const alarms::Alarm& a : all)
        rows.push_back(rowOf(a, a.orders));
    return rows;
}

}  // namespace

bool LaunchAlarms::acknowledge(const std::string& argument, Instant now)
{
    const auto key = keyOf(argument);
    return key && book_.acknowledge(*key, now);
}

bool LaunchAlarms::shelve(const std::string& argument, std::uint32_t minutes, const std::string& by,
                          const std::string& because, Instant now)
{
    const auto key = keyOf(argument);
    return key && book_.shelve(*key, now + minutes * Minute, by, because, now);
}

std::vector<session::AlarmRow> LaunchAlarms::shelved() const { return rowsOf(book_.shelved()); }

std::vector<session::AlarmRow> LaunchAlarms::suppressed() const { return rowsOf(book_.suppressed()); }

session::AlarmHealth LaunchAlarms::health(Instant now) const
{
    const alarms::AlarmLoad& load = book_.load();
    session::AlarmHealth health;
    health.lastTenMinutes = load.lastTenMinutes();
    health.mostInTenMinutes = load.most();
    health.flood = load.flood();
    health.floodSince = load.floodSince();
    health.standing = book_.standing(now);
    health.byPriority = load.byPriority();
    for (const std::int64_t n : health.byPriority)
        health.raised += n;
    health.acknowledged = load.acknowledgements();
    health.meanToAcknowledge = load.meanToAcknowledge();
    for (const alarms::AlarmLoad::Frequent& one : load.frequent())
        health.frequent.push_back({one.alarm, one.times, one.chatters});
    return health;
}

std::vector<session::AlarmRow> LaunchAlarms::rows(const Dictionary& names,
                                                  const ExceptionBoard::Sums& sums) const
{
    const auto ordersOf = [&](const alarms::Alarm& a) {
        if (a.key.vendor.empty() || !a.stage)
            return a.orders;
        const auto found = sums.byVendorStage.find({names.find<NameKind::Vendor>(a.key.vendor), *a.stage});
        return found == sums.byVendorStage.end() ? 0 : found->second;
    };
    std::vector<session::AlarmRow> rows;
    for (const alarms::Alarm& a : book_.listed())
        rows.push_back(rowOf(a, ordersOf(a)));
    return rows;
}

std::vector<session::LogEntry> LaunchAlarms::takeLog()
{
    using Kind = session::LogEntry::Kind;
    std::vector<session::LogEntry> log;
    for (const alarms::AlarmChange& change : book_.take()) {
        session::LogEntry& entry = log.emplace_back();
        entry.at = change.at;
        entry.kind = change.what == alarms::AlarmChange::What::Raised    ? Kind::AlarmRaised
                     : change.what == alarms::AlarmChange::What::Cleared ? Kind::AlarmCleared
                                                                         : Kind::AlarmAcknowledged;
        entry.alarm = change.alarm.key.kind;
        entry.priority = change.alarm.priority;
        entry.vendor = change.alarm.key.vendor;
        entry.value = change.alarm.value;
    }
    return log;
}

}  // namespace holdpoint::views
