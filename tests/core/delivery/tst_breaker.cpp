// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/breaker.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::delivery;
using namespace std::chrono_literals;

namespace {

constexpr Instant now{1'700'000'000'000};

/// A breaker whose first probe went well.
Breaker closedBreaker()
{
    Breaker breaker;
    (void)breaker.allows(now - 1min);
    breaker.record(false, now - 1min);
    return breaker;
}

void record(Breaker& breaker, int good, int bad, Instant at)
{
    for (int i = 0; i < good; ++i)
        breaker.record(false, at);
    for (int i = 0; i < bad; ++i)
        breaker.record(true, at);
}

}  // namespace

class BreakerTest : public QObject {
    Q_OBJECT

private slots:
    void theFirstCallIsAProbe()
    {
        Breaker breaker;
        QCOMPARE(breaker.state(), Breaker::State::HalfOpen);
        QVERIFY(breaker.allows(now));
        QVERIFY(!breaker.allows(now + 4'999ms));
        breaker.record(false, now + 1s);
        QCOMPARE(breaker.state(), Breaker::State::Closed);
        QVERIFY(breaker.allows(now + 1s) && breaker.allows(now + 1s));
    }
    void aFailedFirstProbeOpens()
    {
        Breaker breaker;
        QVERIFY(breaker.allows(now));
        breaker.record(true, now + 1s);
        QCOMPARE(breaker.state(), Breaker::State::Open);
        QCOMPARE(breaker.probeAt(), now + 6s);
        QVERIFY(!breaker.allows(now + 6s - 1ms));
        QVERIFY(breaker.allows(now + 6s));
    }
    void aProbeWithoutAnswerIsReplaced()
    {
        Breaker breaker;
        QVERIFY(breaker.allows(now));
        QCOMPARE(breaker.probeAt(), now + 5s);
        QVERIFY(breaker.allows(now + 5s));
        QVERIFY(!breaker.allows(now + 5s));
    }
    void opensAboveHalfOfTwentyCalls_data()
    {
        QTest::addColumn<int>("good");
        QTest::addColumn<int>("bad");
        QTest::addColumn<bool>("opens");
        QTest::newRow("19 calls, all failed") << 0 << 19 << false;
        QTest::newRow("20 calls, all failed") << 0 << 20 << true;
        QTest::newRow("20 calls, exactly half") << 10 << 10 << false;
        QTest::newRow("20 calls, one more") << 9 << 11 << true;
        QTest::newRow("many calls, exactly half") << 500 << 500 << false;
        QTest::newRow("many calls, one more") << 500 << 501 << true;
    }
    void opensAboveHalfOfTwentyCalls()
    {
        QFETCH(int, good);
        QFETCH(int, bad);
        QFETCH(bool, opens);
        Breaker breaker = closedBreaker();
        record(breaker, good, bad, now);
        QCOMPARE(breaker.state() == Breaker::State::Open, opens);
        QCOMPARE(breaker.allows(now), !opens);
    }
    void onlyTheLastTenSecondsCount()
    {
        Breaker breaker = closedBreaker();
        record(breaker, 0, 19, now);
        breaker.record(true, now + 10s);
        QCOMPARE(breaker.state(), Breaker::State::Closed);
        Breaker within = closedBreaker();
        record(within, 0, 19, now);
        within.record(true, now + 9s);
        QCOMPARE(within.state(), Breaker::State::Open);
    }
    void oneProbeAfterFiveSeconds()
    {
        Breaker breaker = closedBreaker();
        record(breaker, 0, 20, now);
        QCOMPARE(breaker.probeAt(), now + 5s);
        QVERIFY(!breaker.allows(now + 5s - 1ms));
        QVERIFY(!breaker.wouldAllow(now + 5s - 1ms));
        QVERIFY(breaker.wouldAllow(now + 5s));
        QVERIFY(breaker.wouldAllow(now + 5s));  // a look takes nothing
        QVERIFY(breaker.allows(now + 5s));
        QVERIFY(!breaker.allows(now + 5s));
        QVERIFY(!breaker.wouldAllow(now + 5s));
    }
    void aGoodProbeClosesAndForgets()
    {
        Breaker breaker = closedBreaker();
        record(breaker, 0, 20, now);
        QVERIFY(breaker.allows(now + 5s));
        breaker.record(false, now + 5s);
        QCOMPARE(breaker.state(), Breaker::State::Closed);
        record(breaker, 0, 18, now + 5s);  // 19 calls since the probe
        QCOMPARE(breaker.state(), Breaker::State::Closed);
        breaker.record(true, now + 5s);
        QCOMPARE(breaker.state(), Breaker::State::Open);
    }
    void aBadProbeOpensForFiveMoreSeconds()
    {
        Breaker breaker = closedBreaker();
        record(breaker, 0, 20, now);
        QVERIFY(breaker.allows(now + 5s));
        breaker.record(true, now + 7s);
        QVERIFY(!breaker.allows(now + 12s - 1ms));
        QVERIFY(breaker.allows(now + 12s));
    }
    void lateAnswersWhileOpenChangeNothing()
    {
        Breaker breaker = closedBreaker();
        record(breaker, 0, 20, now);
        breaker.record(false, now + 1s);
        breaker.record(true, now + 2s);
        QCOMPARE(breaker.state(), Breaker::State::Open);
        QCOMPARE(breaker.probeAt(), now + 5s);
    }
    void closedHasNothingToWaitFor() { QVERIFY(closedBreaker().probeAt() < now); }
    void whatCountsAsFailure()
    {
        VendorAnswer answer;
        answer.outcome = AttemptOutcome::OutcomeUnknown;
        answer.cls = FailureClass::Unclassified;
        QVERIFY(countsAsFailure(answer));
        answer.outcome = AttemptOutcome::NotSent;
        answer.cls = FailureClass::Transport;
        QVERIFY(countsAsFailure(answer));
        answer.outcome = AttemptOutcome::FailedForCertain;
        for (const FailureClass cls :
             {FailureClass::Validation, FailureClass::SoftBusiness, FailureClass::HardBusiness}) {
            answer.cls = cls;
            QVERIFY(!countsAsFailure(answer));
        }
        answer.outcome = AttemptOutcome::Done;
        answer.cls = FailureClass::None;
        QVERIFY(!countsAsFailure(answer));
    }

    void theBudgetStartsWithTen()
    {
        RetryBudget budget;
        QCOMPARE(budget.left(), 10);
        for (int i = 0; i < 10; ++i)
            QVERIFY(budget.take(now));
        QVERIFY(budget.take(now));  // the free one of this second
        QVERIFY(!budget.take(now));
    }
    void tenFirstCallsPayOneRetry()
    {
        RetryBudget budget;
        while (budget.take(now)) {
        }
        for (int i = 0; i < 9; ++i)
            budget.firstCallSucceeded();
        QVERIFY(!budget.take(now));
        budget.firstCallSucceeded();
        QVERIFY(budget.take(now));
        QVERIFY(!budget.take(now));
    }
    void oneASecondIsFree()
    {
        RetryBudget budget;
        while (budget.take(now)) {
        }
        QVERIFY(!budget.take(now + 999ms));
        QVERIFY(budget.take(now + 1s));
        QVERIFY(!budget.take(now + 1s));
    }
    void aLongQuietTimeSavesAtMostAHundred()
    {
        RetryBudget budget;
        for (int i = 0; i < 100'000; ++i)
            budget.firstCallSucceeded();
        QCOMPARE(budget.left(), 100);
    }
};

QTEST_APPLESS_MAIN(BreakerTest)
#include "tst_breaker.moc"
