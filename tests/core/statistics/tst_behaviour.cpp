// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/statistics/beta.h"
#include "core/statistics/histogram.h"
#include "core/statistics/mann_whitney.h"
#include "core/statistics/ratio.h"
#include "core/statistics/sequence.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace holdpoint;
using namespace holdpoint::statistics;

namespace {

/// Streams of failures, looked at after each: the share of streams that ever reach 1/alpha.
double shareOfAlarms(double share, double truth, double asked, int streams, int events, std::uint64_t seed)
{
    SeededRng rng(seed);
    const Question question(coinOf(share, asked), 50);
    const auto bias = static_cast<std::uint32_t>(coinOf(share, truth) * 1e6);
    int alarms = 0;
    for (int s = 0; s < streams; ++s) {
        Trials t;
        for (int e = 0; e < events; ++e) {
            t.add(rng.chance(bias));
            if (question.above(t) >= std::log(20.0)) {
                ++alarms;
                break;
            }
        }
    }
    return static_cast<double>(alarms) / streams;
}

std::vector<double> scaled(const std::vector<double>& values, double factor)
{
    std::vector<double> out;
    for (const double v : values)
        out.push_back(v * factor);
    return out;
}

const std::vector<double> Calm{10, 11, 12, 9, 10.5, 11.5, 9.5, 10.2, 11.2, 9.9};

}  // namespace

class BehaviourTest : public QObject {
    Q_OBJECT

private slots:
    void thinTailsStayApartFromNothing()
    {
        const LogTails t = logIncompleteBeta(0.01, 5000, 10);
        QVERIFY(std::isfinite(t.below));
        QVERIFY(t.below < -20'000);
        QCOMPARE(t.above, 0.0);
    }
    void tailsAddUpToOne()
    {
        for (const double p : {0.001, 0.1, 0.5, 0.9, 0.999}) {
            const LogTails t = logIncompleteBeta(p, 3.5, 8);
            QVERIFY(std::fabs(std::exp(t.below) + std::exp(t.above) - 1) < 1e-12);
        }
    }
    void lookingAfterEveryFailureKeepsTheLevel()
    {
        const double alarms = shareOfAlarms(0.1, 1.0, 1.0, 1000, 300, 42);
        qInfo("seed 42: %.3f of quiet streams raised an alarm", alarms);
        QVERIFY(alarms <= 0.05);
        QVERIFY(alarms > 0);  // else nothing was tested
    }
    void harmIsFound() { QVERIFY(shareOfAlarms(0.1, 3.0, 1.0, 200, 150, 43) > 0.9); }
    void theQuestionAndTheFormulaAgree()
    {
        const Question q(0.12, 50);
        const double kappa = concentration(50, Sides::One);
        QVERIFY(std::fabs(q.above({14, 40}) - logEAbove(14, 40, 0.12, kappa)) < 1e-9);
        QVERIFY(std::fabs(q.below({2, 40}) - logEBelow(2, 40, 0.12, kappa)) < 1e-9);
    }
    void withoutTrialsNothingIsKnown()
    {
        const Interval all = confidence({}, 0.05, 50);
        QCOMPARE(all.low, 0.0);
        QCOMPARE(all.high, 1.0);
        QCOMPARE(Question(0.1, 50).above({}), 0.0);
        QVERIFY(!quantileRanks(0.95, 0).low);
    }
    void theIntervalIsWhereEvidenceReachesItsLimit()
    {
        const Trials t{12, 40};
        const Interval cs = confidence(t, 0.05, 50);
        const double kappa = concentration(50, Sides::Two);
        QVERIFY(std::fabs(logE(12, 40, cs.low, kappa) - std::log(20.0)) < 1e-6);
        QVERIFY(std::fabs(logE(12, 40, cs.high, kappa) - std::log(20.0)) < 1e-6);
    }
    void theMedianIsThatOfManyStreams()
    {
        const Question question(coinOf(0.1, 2.0), 50);
        SeededRng rng(7);
        std::vector<std::int64_t> firsts;
        for (int s = 0; s < 2001; ++s) {
            Trials t;
            do
                t.add(rng.chance(100'000));
            while (question.below(t) < std::log(20.0));
            firsts.push_back(t.n);
        }
        std::sort(firsts.begin(), firsts.end());
        const auto need = static_cast<double>(failuresUntilSafe(0.1, 2.0).value());
        QVERIFY2(std::fabs(static_cast<double>(firsts[1000]) - need) <= 0.06 * need,
                 qPrintable(QString("seed 7: %1, computed %2").arg(firsts[1000]).arg(need)));
    }
    // The medians of the specification come from few streams, so they are good to some 15 %.
    void failuresNeededAreThoseOfTheSimulation_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("ratio");
        QTest::addColumn<int>("median");
        QTest::newRow("10 %, 2.0") << 0.10 << 2.0 << 106;
        QTest::newRow("10 %, 1.5") << 0.10 << 1.5 << 398;
        QTest::newRow("25 %, 2.0") << 0.25 << 2.0 << 58;
        QTest::newRow("25 %, 1.5") << 0.25 << 1.5 << 172;
        QTest::newRow("50 %, 1.5") << 0.50 << 1.5 << 145;
    }
    void failuresNeededAreThoseOfTheSimulation()
    {
        QFETCH(double, share);
        QFETCH(double, ratio);
        QFETCH(int, median);
        const auto need = failuresUntilSafe(share, ratio);
        QVERIFY(need.has_value());
        QVERIFY2(std::fabs(static_cast<double>(*need) - median) <= 0.15 * median,
                 qPrintable(QString::number(*need)));
    }
    void harmNeedsThoseOfTheSimulation_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<double>("truth");
        QTest::addColumn<int>("median");
        QTest::newRow("5 %, 2") << 0.05 << 2.0 << 183;
        QTest::newRow("10 %, 2") << 0.10 << 2.0 << 111;
        QTest::newRow("10 %, 3") << 0.10 << 3.0 << 33;
        QTest::newRow("25 %, 2") << 0.25 << 2.0 << 56;
        QTest::newRow("50 %, 2") << 0.50 << 2.0 << 57;
    }
    void harmNeedsThoseOfTheSimulation()
    {
        QFETCH(double, share);
        QFETCH(double, truth);
        QFETCH(int, median);
        const auto need = failuresUntilHarm(share, truth, 1.0);
        QVERIFY(need.has_value());
        QVERIFY2(std::fabs(static_cast<double>(*need) - median) <= 0.15 * median,
                 qPrintable(QString::number(*need)));
    }
    void ordersWithoutFailureUntilGo_data()
    {
        QTest::addColumn<double>("threshold");
        QTest::addColumn<qint64>("orders");
        QTest::newRow("5 %") << 0.05 << qint64{154};
        QTest::newRow("2 %") << 0.02 << qint64{283};
        QTest::newRow("1 %") << 0.01 << qint64{466};
        QTest::newRow("0.5 %") << 0.005 << qint64{795};
        QTest::newRow("0.1 %") << 0.001 << qint64{3243};
    }
    void ordersWithoutFailureUntilGo()
    {
        QFETCH(double, threshold);
        QFETCH(qint64, orders);
        const auto need = ordersUntilBelow(threshold, 0, 1000);
        QVERIFY(need.has_value());
        QVERIFY2(std::llabs(*need - orders) <= orders / 200 + 1, qPrintable(QString::number(*need)));
    }
    void aRateAtTheThresholdIsNeverBelowIt()
    {
        QVERIFY(!ordersUntilBelow(0.01, 0.01, 1000, 0.05, 1'000'000).has_value());
    }
    void finiteBoundsOfQuantilesNeedSoManyValues()
    {
        QVERIFY(!quantileRanks(0.5, 30).high);
        QVERIFY(quantileRanks(0.5, 31).high);
        QVERIFY(!quantileRanks(0.95, 161).high);
        QVERIFY(quantileRanks(0.95, 162).high);
        QVERIFY(!quantileRanks(0.99, 498).high);
        QVERIFY(quantileRanks(0.99, 499).high);
    }
    void momentsAreThoseOfTheValues()
    {
        Moments m;
        for (const double v : {2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0})
            m.add(v);
        QCOMPARE(m.mean, 5.0);
        QVERIFY(std::fabs(m.variance() - 32.0 / 7) < 1e-12);
    }
    void meansOfFewAreNotJudged()
    {
        QVERIFY(!meanDifference(2, 1, 99, 2, 1, 100).enough);
        QVERIFY(meanDifference(2, 1, 100, 2, 1, 100).enough);
    }
    void ranksOfHistogramsAdd()
    {
        Histogram a, b;
        a.add(Milliseconds{10}, 5);
        b.add(Milliseconds{50}, 5);
        a += b;
        QCOMPARE(a.atRank(5), std::optional(Milliseconds{10}));
        QCOMPARE(a.atRank(6), std::optional(Milliseconds{50}));
        QVERIFY(!a.atRank(0));
        QVERIFY(!a.atRank(11));
    }
    void theShiftHasThePublishedBounds()
    {
        const std::vector<double> canary{10, 20, 30, 40}, control{1, 2, 3, 4};
        const auto test = mannWhitney(canary, control, 0.98);
        QVERIFY(test.has_value());
        QCOMPARE(test->shiftBounds.low, 6.0);
        QCOMPARE(test->shiftBounds.high, 39.0);
        QCOMPARE(test->shift, 22.5);
    }
    void theClassifierSaysHighAndLow()
    {
        QCOMPARE(classify(scaled(Calm, 2), Calm, {}).value(), Comparison::High);
        QCOMPARE(classify(Calm, scaled(Calm, 2), {}).value(), Comparison::Low);
        QCOMPARE(classify(Calm, Calm, {}).value(), Comparison::Pass);
    }
    void onlyTheDirectionThatCounts()
    {
        ClassifierRule down;
        down.direction = Direction::Decrease;
        QCOMPARE(classify(scaled(Calm, 2), Calm, down).value(), Comparison::Pass);
        QCOMPARE(classify(Calm, scaled(Calm, 2), down).value(), Comparison::Low);
    }
    void aSureChangeWithinWhatIsAllowedPasses()
    {
        ClassifierRule rule;
        rule.allowedIncrease = 2.5;
        QCOMPARE(classify(scaled(Calm, 2), Calm, rule).value(), Comparison::Pass);
        rule.allowedIncrease = 2.0;
        QCOMPARE(classify(scaled(Calm, 2), Calm, rule).value(), Comparison::High);
    }
    void smallFiguresAreJudgedLikeLargeOnes()
    {
        QCOMPARE(classify(scaled(Calm, 2e-4), scaled(Calm, 1e-4), {}).value(), Comparison::High);
    }
    void aMeanOfNothingHasNoRatioButAShift()
    {
        QCOMPARE(classify(Calm, std::vector<double>(10, 0.0), {}).value(), Comparison::High);
    }
    void oneValueEverywherePasses()
    {
        const std::vector<double> same(8, 3.0);
        QCOMPARE(classify(same, same, {}).value(), Comparison::Pass);
    }
    void noValuesAreNeverAPass()
    {
        QCOMPARE(classify({}, Calm, {}).value(), Comparison::NoData);
        QCOMPARE(classify(Calm, {}, {}).value(), Comparison::NoData);
        QVERIFY(!mannWhitney({}, Calm).has_value());
        const std::vector<double> odd{1, std::nan("")};
        QCOMPARE(mannWhitney(odd, Calm).error().code, Code::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(BehaviourTest)
#include "tst_behaviour.moc"
