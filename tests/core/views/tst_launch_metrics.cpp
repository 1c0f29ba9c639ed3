// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_metrics.h"

#include <QTest>

using namespace holdpoint;
using session::GateVerdict;
using session::InconclusiveReason;
using session::LaunchMetric;
using session::MetricCard;
using session::TrendMinutes;
using views::LaunchMetrics;

namespace {

constexpr Milliseconds Second{1'000};
constexpr Milliseconds Minute{60'000};

Instant start() { return {30'000'000LL * 60'000}; }  // a full minute

MetricCard card(const LaunchMetrics& metrics, LaunchMetric which, Instant now,
                LaunchMetrics::Queue queue = {0, start()})
{
    return metrics.cards(now, queue)[static_cast<std::size_t>(which)];
}

/// So many orders, of which so many were refused.
LaunchMetrics orders(int all, int refused)
{
    LaunchMetrics metrics;
    for (int i = 0; i < all; ++i)
        metrics.submitted(start(), i >= refused);
    return metrics;
}

LaunchMetrics calls(int all, int failed)
{
    LaunchMetrics metrics;
    for (int i = 0; i < all; ++i)
        metrics.called(start(), i < failed);
    return metrics;
}

GateVerdict verdictOf(const LaunchMetrics& metrics, LaunchMetric which)
{
    return card(metrics, which, start()).verdict;
}

}  // namespace

class LaunchMetricsTest : public QObject {
    Q_OBJECT

private slots:
    void acceptanceIsGoFromNinetyNinePercent()
    {
        QCOMPARE(verdictOf(orders(1'000, 10), LaunchMetric::Acceptance), GateVerdict::Go);
        QCOMPARE(verdictOf(orders(1'000, 11), LaunchMetric::Acceptance), GateVerdict::NoGo);
    }
    void downstreamErrorsAreGoUpToTwoPercent()
    {
        QCOMPARE(verdictOf(calls(1'000, 20), LaunchMetric::DownstreamErrors), GateVerdict::Go);
        QCOMPARE(verdictOf(calls(1'000, 21), LaunchMetric::DownstreamErrors), GateVerdict::NoGo);
    }
    void latencyIsGoUpToOneSecond()
    {
        for (const auto& [slow, verdict] : {std::pair{1'000, GateVerdict::Go}, {1'001, GateVerdict::NoGo}}) {
            LaunchMetrics metrics;
            for (int i = 0; i < 500; ++i)
                metrics.decided(start(), Milliseconds{slow});
            QCOMPARE(verdictOf(metrics, LaunchMetric::OrchestrationLatency), verdict);
        }
    }
    void mismatchIsGoUpToHalfAPercent()
    {
        for (const auto& [differ, verdict] : {std::pair{5, GateVerdict::Go}, {6, GateVerdict::NoGo}}) {
            LaunchMetrics metrics;
            metrics.counted(start(), 1'000, differ);
            QCOMPARE(verdictOf(metrics, LaunchMetric::InventoryMismatch), verdict);
        }
    }
    void tooFewSaySoAndStillShowTheValue()
    {
        const MetricCard few = card(orders(499, 0), LaunchMetric::Acceptance, start());
        QCOMPARE(few.reason, InconclusiveReason::MinSample);
        QCOMPARE(few.value, std::optional(100.0));
        QCOMPARE(card(orders(500, 0), LaunchMetric::Acceptance, start()).verdict, GateVerdict::Go);
    }
    void anOldFigureIsStale()
    {
        const LaunchMetrics metrics = orders(1'000, 0);
        QCOMPARE(card(metrics, LaunchMetric::Acceptance, start() + 180 * Second).verdict, GateVerdict::Go);
        const MetricCard old = card(metrics, LaunchMetric::Acceptance, start() + 181 * Second);
        QCOMPARE(old.verdict, GateVerdict::Inconclusive);
        QCOMPARE(old.reason, InconclusiveReason::StaleData);
        QCOMPARE(old.asOf, start());
    }
    void whatLeftTheWindowIsNoDataAnyMore()
    {
        const LaunchMetrics metrics = calls(1'000, 0);
        QVERIFY(card(metrics, LaunchMetric::DownstreamErrors, start() + 14 * Minute).value);
        const MetricCard gone = card(metrics, LaunchMetric::DownstreamErrors, start() + 15 * Minute);
        QVERIFY(!gone.value);
        QCOMPARE(gone.reason, InconclusiveReason::NoData);
    }
    void aMinuteWithoutCallsIsAGapOfTheTrend()
    {
        LaunchMetrics metrics = calls(10, 1);
        metrics.called(start() + 2 * Minute, false);
        const auto trend = card(metrics, LaunchMetric::DownstreamErrors, start() + 2 * Minute).trend;
        QCOMPARE(trend[TrendMinutes - 1], std::optional(0.0));
        QVERIFY(!trend[TrendMinutes - 2]);
        QCOMPARE(trend[TrendMinutes - 3], std::optional(10.0));
        QVERIFY(!trend[TrendMinutes - 4]);
    }
    void theQueuesDepthIsKnownWhereverTheJournalWasRead()
    {
        LaunchMetrics metrics;
        metrics.opened(start());
        metrics.opened(start() + 2 * Minute);
        metrics.closed(start() + 3 * Minute);
        const MetricCard queue =
            card(metrics, LaunchMetric::QueueBacklog, start() + 3 * Minute, {7, start() + Minute});
        QCOMPARE(queue.trend[TrendMinutes - 1], std::optional(7.0));
        QCOMPARE(queue.trend[TrendMinutes - 2], std::optional(8.0));
        QCOMPARE(queue.trend[TrendMinutes - 3], std::optional(7.0));
        QVERIFY(!queue.trend[TrendMinutes - 4]);  // before the first row that was read
        QCOMPARE(queue.changePerMinute, std::optional(0.2));
    }
    void aQueueThatRisesForAQuarterOfAnHourIsNoGo()
    {
        for (const auto& [minutes, verdict] : {std::pair{14, GateVerdict::Go}, {15, GateVerdict::NoGo}}) {
            LaunchMetrics metrics;
            for (int m = 0; m < minutes; ++m)
                metrics.opened(start() + m * Minute);
            const Instant now = start() + minutes * Minute;
            QCOMPARE(metrics.minutesRising(now), minutes);
            QCOMPARE(card(metrics, LaunchMetric::QueueBacklog, now, {minutes, start() - 30 * Minute}).verdict,
                     verdict);
        }
    }
    void aQueueIsJudgedOnceAQuarterOfAnHourIsKnown()
    {
        const LaunchMetrics metrics;
        QCOMPARE(card(metrics, LaunchMetric::QueueBacklog, start() + 13 * Minute).reason,
                 InconclusiveReason::MinSample);
        QCOMPARE(card(metrics, LaunchMetric::QueueBacklog, start() + 14 * Minute).verdict, GateVerdict::Go);
    }
    // One more every other minute, for three hours: what is usual stays what it was before.
    void aSlowRiseIsABreachAndNotTheNewMeasure()
    {
        LaunchMetrics metrics;
        Instant now = start();
        std::int64_t open = 10;
        for (int minute = 0; minute < 240; ++minute, now = now + Minute) {
            metrics.learn(now, {open, start()});
            if (minute >= 60 && minute % 2 == 0) {
                metrics.opened(now);
                ++open;
            }
        }
        const MetricCard queue = card(metrics, LaunchMetric::QueueBacklog, now, {open, start()});
        QVERIFY(metrics.minutesRising(now) < 5);
        QVERIFY(metrics.minutesGrowing(now) >= LaunchMetrics::GrowingMinutes);
        QVERIFY2(queue.limit <= 60, std::to_string(queue.limit).c_str());
        QCOMPARE(queue.verdict, GateVerdict::NoGo);
        for (int minute = 0; minute < 20; ++minute, now = now + Minute) {  // no more come: it grows no longer
            metrics.learn(now, {open, start()});
        }
        QCOMPARE(metrics.minutesGrowing(now), 0);
        QCOMPARE(card(metrics, LaunchMetric::QueueBacklog, now, {open, start()}).verdict, GateVerdict::NoGo);
    }
    void aQueueThreeTimesItsMedianIsNoGo()
    {
        for (const auto& [last, verdict] : {std::pair{60, GateVerdict::Go}, {61, GateVerdict::NoGo}}) {
            LaunchMetrics metrics;
            const Instant now = start() + 59 * Minute;
            for (int i = 20; i < last; ++i)  // twenty until the last minute
                metrics.opened(now);
            QCOMPARE(card(metrics, LaunchMetric::QueueBacklog, now, {last, start()}).verdict, verdict);
        }
    }
    void drainTimeIsOpenItemsAtThePaceOfFiveMinutes()
    {
        LaunchMetrics metrics;
        QVERIFY(!metrics.drainTime(start(), 5));
        for (int i = 0; i < 10; ++i)
            metrics.closed(start());
        QCOMPARE(metrics.drainTime(start(), 20)->count(), (10 * Minute).count());
        QCOMPARE(metrics.drainTime(start(), 0)->count(), 0);
    }
};

QTEST_GUILESS_MAIN(LaunchMetricsTest)
#include "tst_launch_metrics.moc"
