// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/series.h"
#include "core/base/rng.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::alarms;

namespace {

constexpr Milliseconds Minute{60'000};

Instant minute(int n) { return {(30'000'000LL + n) * 60'000}; }

}  // namespace

class SeriesTest : public QObject {
    Q_OBJECT

private slots:
    void nothingCountedIsNoValue()
    {
        QVERIFY(!Counts{}.badPercent());
        QCOMPARE(*(Counts{200, 4}.badPercent()), 2.0);
        QVERIFY(!Histogram{}.percentile(95));
    }
    void aThousandMillisecondsIsAnEdge()
    {
        const auto p95 = [](std::int64_t ms) {
            Histogram h;
            h.add(Milliseconds{ms});
            return h.percentile(95)->count();
        };
        QCOMPARE(p95(999), 1'000);
        QCOMPARE(p95(1'000), 1'000);
        QCOMPARE(p95(1'001), 1'100);
        QCOMPARE(p95(0), 0);
        QCOMPARE(p95(100), 100);
        QCOMPARE(p95(101), 110);
        QCOMPARE(p95(10'001), 11'000);
    }
    void aPercentileIsAtMostATenthTooHigh()
    {
        const std::uint64_t seed = 7;
        SeededRng rng(seed);
        std::vector<std::int64_t> values;
        Histogram h;
        for (int i = 0; i < 5'000; ++i) {
            values.push_back(static_cast<std::int64_t>(rng.next() % 200'000));
            h.add(Milliseconds{values.back()});
        }
        std::sort(values.begin(), values.end());
        const std::int64_t truth = values[values.size() * 95 / 100 - 1];
        const std::int64_t said = h.percentile(95)->count();
        QVERIFY2(said >= truth && said <= truth + truth / 10, qPrintable(QString("seed %1").arg(seed)));
    }
    void halvesAddUpToTheWhole()
    {
        Histogram one, two, all;
        for (int i = 0; i < 1'000; ++i) {
            (i % 3 == 0 ? one : two).add(Milliseconds{i});
            all.add(Milliseconds{i});
        }
        one += two;
        QCOMPARE(one.n(), all.n());
        for (const int percent : {1, 50, 95, 100})
            QCOMPARE(*one.percentile(percent), *all.percentile(percent));
    }
    void aRingKeepsItsSpanAndNoMore()
    {
        Ring<Counts> ring(Minute, 3);
        for (int m = 0; m < 3; ++m)
            *ring.at(minute(m)) += {1, 0};
        QCOMPARE(ring.sum(minute(2), 3 * Minute).n, 3);
        QCOMPARE(ring.sum(minute(2), 2 * Minute).n, 2);
        *ring.at(minute(3)) += {1, 0};
        QCOMPARE(ring.sum(minute(3), 3 * Minute).n, 3);
        QVERIFY(ring.at(minute(0)) == nullptr);
    }
    void aMinuteWithoutAnythingIsAGap()
    {
        Ring<Counts> ring(Minute, 5);
        *ring.at(minute(0)) += {1, 0};
        *ring.at(minute(2)) += {1, 0};
        QVERIFY(ring.before(minute(2), 0) != nullptr);
        QVERIFY(ring.before(minute(2), 1) == nullptr);
        QVERIFY(ring.before(minute(2), 2) != nullptr);
        QCOMPARE(ring.sum(minute(10), 5 * Minute).n, 0);
    }
};

QTEST_GUILESS_MAIN(SeriesTest)
#include "tst_series.moc"
