// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/retention.h"
#include "core/delivery/retry.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::delivery;
using namespace std::chrono_literals;

namespace {

constexpr Instant now{1'000'000};
constexpr std::uint64_t seed = 5;

/// Earliest and latest of many tries, in milliseconds from now.
std::pair<std::int64_t, std::int64_t> range(const RetryPlan& plan, int attempts, std::int64_t retryAfter = -1)
{
    SeededRng rng(seed);
    std::pair<std::int64_t, std::int64_t> result{INT64_MAX, INT64_MIN};
    for (int i = 0; i < 200'000; ++i) {
        const std::int64_t delay = (nextTry(plan, attempts, retryAfter, now, rng) - now).count();
        result = {std::min(result.first, delay), std::max(result.second, delay)};
    }
    return result;
}

/// Gives one number again and again.
class FixedRng final : public Rng {
public:
    explicit FixedRng(std::uint64_t value) : value_(value) {}
    std::uint64_t next() override { return value_; }

private:
    std::uint64_t value_;
};

}  // namespace

class Retry : public QObject {
    Q_OBJECT

private slots:
    void fullJitterUpToTheBackoff_data()
    {
        QTest::addColumn<int>("attempts");
        QTest::addColumn<qint64>("most");
        QTest::newRow("first") << 1 << qint64(1'000);
        QTest::newRow("second") << 2 << qint64(2'000);
        QTest::newRow("sixth") << 6 << qint64(32'000);
        QTest::newRow("seventh, capped") << 7 << qint64(60'000);
        QTest::newRow("hundredth, capped") << 100 << qint64(60'000);
        QTest::newRow("none made yet") << 0 << qint64(1'000);
    }
    void fullJitterUpToTheBackoff()
    {
        QFETCH(int, attempts);
        QFETCH(qint64, most);
        FixedRng highest(static_cast<std::uint64_t>(most)), over(static_cast<std::uint64_t>(most) + 1);
        QCOMPARE(nextTry({}, attempts, -1, now, highest), now + Milliseconds{most});
        QCOMPARE(nextTry({}, attempts, -1, now, over), now);
        const auto [least, largest] = range({}, attempts);
        QVERIFY2(least < most / 100 && largest > most * 99 / 100 && largest <= most,
                 qPrintable(QString("seed %1").arg(seed)));
    }
    void retryAfterIsWaitedForFirst()
    {
        const auto [least, largest] = range({}, 1, 30'000);
        QVERIFY2(least >= 30'000 && largest <= 31'000 && largest > 30'900,
                 qPrintable(QString("seed %1").arg(seed)));
    }
    void retryAfterIsKeptUpToItsCap()
    {
        FixedRng none(0);
        QCOMPARE(nextTry({}, 1, 900'000, now, none), now + 15min);
        QCOMPARE(nextTry({}, 1, 899'999, now, none), now + 15min - 1ms);
        QCOMPARE(nextTry({}, 1, 900'001, now, none), now + 15min);
        QCOMPARE(nextTry({}, 1, INT64_MAX, now, none), now + 15min);
    }
    void anOddPlanDoesNotOverflow()
    {
        RetryPlan plan;
        plan.base = Milliseconds{INT64_MAX / 4};
        plan.cap = Milliseconds{INT64_MAX / 4};
        plan.factor = 1'000;
        FixedRng none(0);
        QCOMPARE(nextTry(plan, 50, -1, now, none), now);
        plan.factor = 0;
        plan.base = plan.cap = 1s;
        QCOMPARE(nextTry(plan, 50, -1, now, none), now);
        plan.cap = 500ms;
        QVERIFY(range(plan, 1).second <= 500);
    }
    void whatMayBeRetried_data()
    {
        QTest::addColumn<int>("cls");
        QTest::addColumn<int>("outcome");
        QTest::addColumn<bool>("may");
        for (std::size_t cls = 0; cls < CountOf<FailureClass>; ++cls)
            for (std::size_t outcome = 0; outcome < CountOf<AttemptOutcome>; ++outcome) {
                const auto c = static_cast<FailureClass>(cls);
                const auto o = static_cast<AttemptOutcome>(outcome);
                const bool open = o == AttemptOutcome::NotSent || o == AttemptOutcome::OutcomeUnknown;
                const bool may =
                    (c == FailureClass::Transport && (open || o == AttemptOutcome::FailedForCertain)) ||
                    (c == FailureClass::None && open);
                QTest::addRow("%s, %s", name(c).data(), name(o).data())
                    << static_cast<int>(cls) << static_cast<int>(outcome) << may;
            }
    }
    void whatMayBeRetried()
    {
        QFETCH(int, cls);
        QFETCH(int, outcome);
        QFETCH(bool, may);
        const auto c = static_cast<FailureClass>(cls);
        const auto o = static_cast<AttemptOutcome>(outcome);
        QCOMPARE(mayRetry({}, c, o, 1), may);
        QCOMPARE(mayRetry({}, c, o, 7), may);
        QVERIFY(!mayRetry({}, c, o, 8));
    }
    void keysAreKeptForTheLongestDelayAndTheOrderWindow()
    {
        QCOMPARE(retentionFloor(3h, 72h, 24h, 240h), Milliseconds(312h));
        QCOMPARE(retentionFloor(100h, 72h, 24h, 240h), Milliseconds(340h));
        QCOMPARE(retentionFloor(3h, 72h, 200h, 240h), Milliseconds(440h));
        QCOMPARE(retention(3h, 72h, 24h, 240h, 312h).value(), Milliseconds(312h));
        const auto shorter = retention(3h, 72h, 24h, 240h, Milliseconds(312h) - 1ms);
        QCOMPARE(shorter.error().code, Code::InvalidArgument);
        QVERIFY(shorter.error().detail.find("1123200000") != std::string::npos);
        QCOMPARE(retention(-1ms, 72h, 24h, 240h, 999h).error().code, Code::InvalidArgument);
    }
    void theFloorIsComputedFromThePolicy()
    {
        Policy policy;
        const Deadlines none{0ms, 0ms, 0ms, 0ms, 0ms, 0ms, 0ms};
        policy.deadlines = none;
        policy.keys.reconciliation = 0ms;
        QCOMPARE(needOf(policy).floor(), Milliseconds(0));
        VendorProfile& vendor = policy.vendors.emplace_back();
        vendor.agreement = 0ms;
        vendor.retry.attempts = 3;
        vendor.retry.cap = 60s;
        vendor.retry.retryAfterCap = 15min;
        vendor.retry.firstQuestion = 5s;
        vendor.retry.unknownLimit = 10min;
        QCOMPARE(longestRetry(vendor.retry), Milliseconds(32min + 5s + 10min));  // two waits, then questions
        QCOMPARE(needOf(policy).floor(), longestRetry(vendor.retry));
        vendor.agreement = 72h;
        QCOMPARE(needOf(policy).floor(), Milliseconds(72h));
        policy.keys.reconciliation = 100h;
        QCOMPARE(needOf(policy).floor(), Milliseconds(100h));
        policy.deadlines = {1h, 2h, 3h, 4h, 5h, 6h, 7h};
        QCOMPARE(needOf(policy).window, Milliseconds(28h));
        QCOMPARE(needOf(policy).floor(), Milliseconds(128h));
        policy.vendors.emplace_back().agreement = 120h;  // the longest of all vendors
        QCOMPARE(needOf(policy).floor(), Milliseconds(148h));
    }
    void aShorterTimeIsRefusedWithWhatMakesTheFloor()
    {
        Policy policy;
        policy.keys.kept = needOf(policy).floor();
        QVERIFY(checkKeys(policy).has_value());
        policy.keys.kept -= 1ms;
        const auto refused = checkKeys(policy);
        QCOMPARE(refused.error().code, Code::InvalidArgument);
        for (const char* part : {"retries", "agreements", "reconciliation", "may change"})
            QVERIFY2(refused.error().detail.find(part) != std::string::npos, part);
    }
    void aKeyLivesToTheEndOfItsTime()
    {
        QVERIFY(isAlive(now, 10s, now + 10s));
        QVERIFY(!isAlive(now, 10s, now + 10s + 1ms));
    }
};

QTEST_APPLESS_MAIN(Retry)
#include "tst_retry.moc"
