// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/burn_rate.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::alarms;

namespace {

constexpr Milliseconds Minute{60'000};
constexpr Milliseconds Day = 24 * BurnHour;
constexpr Instant Now{1'800'000'000'000};

/// All windows the same; one of them may be told apart.
BurnWatch::Sums sums(Counts hour, Counts fiveMinutes)
{
    return [=](Milliseconds window) {
        if (window == BurnHour)
            return hour;
        return window == BurnHour / 12 ? fiveMinutes : Counts{};
    };
}

}  // namespace

class BurnRateTest : public QObject {
    Q_OBJECT

private slots:
    void thresholdsAreThoseOfTheTable()
    {
        const std::array month{14.4, 6.0, 3.0, 1.0};
        for (std::size_t row = 0; row < BurnRows.size(); ++row)
            QCOMPARE(*burnThreshold(BurnRows[row], 30 * Day), month[row]);
        QCOMPARE(*burnThreshold(BurnRows[0], 14 * Day), 6.72);
        QCOMPARE(*burnThreshold(BurnRows[1], 14 * Day), 2.8);
        QCOMPARE(*burnThreshold(BurnRows[2], 14 * Day), 1.4);
        QVERIFY(!burnThreshold(BurnRows[3], 14 * Day));  // 0.47: dropped
    }
    void burnIsBadOfAllAgainstTheBudget()
    {
        QCOMPARE(*burnOf({1'000, 5}, 0.995), 1.0);
        QVERIFY(!burnOf({0, 0}, 0.995));
    }
    void bothWindowsMustExceed()
    {
        const Counts high{1'000, 80}, low{1'000, 70};  // 16 and 14 of a budget of 0.5 %
        BurnWatch watch(0.995);
        watch.look(sums(high, low), 9, Now);
        QVERIFY(!watch.fire());
        watch.look(sums(low, high), 9, Now);
        QVERIFY(!watch.fire());
        watch.look(sums(high, high), 9, Now);
        QVERIFY(watch.fire() && watch.fire()->page);
        QCOMPARE(watch.fire()->row, 0UL);
        QCOMPARE(watch.fire()->counts.bad, 80);
    }
    void fewOrdersOrFewCustomersPageNobody()
    {
        const Counts nine{50, 9}, ten{50, 10};
        BurnWatch watch(0.995);
        watch.look(sums(nine, nine), 9, Now);
        QVERIFY(!watch.fire());
        watch.look(sums(ten, ten), 4, Now);
        QVERIFY(!watch.fire());
        watch.look(sums(ten, ten), 5, Now);
        QVERIFY(watch.fire());
        BurnWatch unknown(0.995);
        unknown.look(sums(ten, ten), std::nullopt, Now);
        QVERIFY(unknown.fire());
    }
    void itEndsAfterTwoShortWindowsBelowFourFifths()
    {
        const Counts high{1'000, 80}, near{10'000, 577},
            below{10'000, 575};  // around four fifths of 14.4, 576
        BurnWatch watch(0.995);
        watch.look(sums(high, high), 9, Now);
        watch.look(sums(high, near), 9, Now + Minute * 30);
        QVERIFY(watch.fire());
        watch.look(sums(high, below), 9, Now + Minute * 31);
        watch.look(sums(high, below), 9, Now + Minute * 41 - Milliseconds{1});
        QVERIFY(watch.fire());
        watch.look(sums(high, below), 9, Now + Minute * 41);
        QVERIFY(!watch.fire());
    }
    void whatIsNotCountedFreezesIt()
    {
        const Counts high{1'000, 80};
        BurnWatch watch(0.995);
        QVERIFY(!watch.pages());
        watch.look(sums(high, high), 9, Now);
        watch.look(sums(high, {}), 9, Now + BurnHour);
        watch.look(sums({}, {}), 9, Now + 9 * BurnHour);
        QCOMPARE(watch.pages(), std::optional(true));
    }
};

QTEST_APPLESS_MAIN(BurnRateTest)
#include "tst_burn_rate.moc"
