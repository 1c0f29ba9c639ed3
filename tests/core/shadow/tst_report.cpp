// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/shadow/report.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::shadow;

namespace {

constexpr Instant Now{1'800'000'000'000};
constexpr Milliseconds Day{24LL * 3'600'000};
const VerdictBook NoVerdicts{{}};

Judged judged(ComparisonResult result, const char* segment = "MG")
{
    Judged j;
    j.pair.segment = segment;
    j.comparison.result = result;
    j.signature = "sig";
    j.first = Now;
    return j;
}
Judged differs(Priority severity, DifferenceVerdict verdict, DiscrepancyCause cause,
               const char* signature = "sig")
{
    Judged j = judged(ComparisonResult::Differs);
    j.severity = severity;
    j.verdict = verdict;
    j.cause = cause;
    j.signature = signature;
    j.moneyMinor = 100;
    return j;
}
DayBook matches(int n, const char* segment = "MG")
{
    DayBook book;
    for (int i = 0; i < n; ++i) {
        book.expected(segment);
        book.mirrored(segment);
        book.add(judged(ComparisonResult::Match, segment));
    }
    return book;
}
DailyReport of(const DayBook& book, const DayBook* before = nullptr)
{
    return report(book, before, NoVerdicts, Now);
}
bool has(const std::vector<ShadowLack>& all, ShadowLack one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

class ReportTest : public QObject {
    Q_OBJECT

private slots:
    void aDayWithoutDataIsNoCleanDay()
    {
        const auto r = of(DayBook{});
        QVERIFY(!r.rawMatch);
        QVERIFY(!r.coverage);
        QCOMPARE(lacks(r), std::vector{ShadowLack::NoData});
    }
    void aCleanDay()
    {
        const auto r = of(matches(2'000));
        QCOMPARE(r.rawMatch, std::optional(1.0));
        QVERIFY(r.adjustedLower >= 0.985);
        QVERIFY(lacks(r).empty());
        QVERIFY(has(lacks(of(matches(1'999))), ShadowLack::FewOrders));
    }
    void threeCleanDaysInARow()
    {
        const auto good = of(matches(2'000)), bad = of(matches(10));
        QVERIFY(!mayLeave({good, good}));
        QVERIFY(mayLeave({good, good, good}));
        QVERIFY(!mayLeave({good, good, bad, good, good}));
        QVERIFY(!mayLeave({good, good, good, bad}));
        QCOMPARE(cleanStreak({bad, good, good}), 2);
    }
    void hiddenIsNoMatch()
    {
        DayBook book = matches(99);
        Judged hidden = judged(ComparisonResult::Match);
        hidden.comparison.hidden = 1;
        hidden.comparison.usedRules["r1"] = 1;
        book.add(hidden);
        const auto r = of(book);
        QCOMPARE(r.rawMatch, std::optional(0.99));
        QCOMPARE(r.counts.hiddenOnly, std::int64_t{1});
        QCOMPARE(r.rulesUsed.at("r1"), std::int64_t{1});
    }
    void whatIsNotYetComparableCountsNowhereElse()
    {
        DayBook book = matches(10);
        book.add(judged(ComparisonResult::NotYetComparable));
        QCOMPARE(of(book).counts.compared, std::int64_t{10});
        QCOMPARE(of(book).counts.notYet, std::int64_t{1});
        book.add(judged(ComparisonResult::MissingInNew));
        QCOMPARE(of(book).counts.compared, std::int64_t{11});
        QCOMPARE(of(book).counts.missingInNew, std::int64_t{1});
    }
    void whatIsExcusedLeavesTheAdjustedRate()
    {
        DayBook book = matches(98);
        book.add(differs(Priority::P3, DifferenceVerdict::PolicyDifference, DiscrepancyCause::IntendedChange,
                         "p"));
        book.add(differs(Priority::P3, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault, "d"));
        const auto r = of(book);
        QCOMPARE(r.rawMatch, std::optional(0.98));
        QCOMPARE(r.adjustedMatch, std::optional(98.0 / 99));
        QCOMPARE(r.open[2], std::int64_t{1});
    }
    void coverageStandsBesideTheRate()
    {
        DayBook book = matches(5'000);
        for (int i = 0; i < 5; ++i)
            book.expected("MG");
        QVERIFY(lacks(of(book)).empty());  // 99.9 %
        book.expected("MG");
        QVERIFY(has(lacks(of(book)), ShadowLack::Coverage));
        book.expected("SP");  // hardly any of it was seen
        QCOMPARE(of(book).blindSegments, std::vector<std::string>{"SP"});
        QCOMPARE(of(book).mixesCovered, std::optional(0.5));
    }
    void openAndUnjudged()
    {
        DayBook book = matches(3'000);
        book.add(differs(Priority::P2, DifferenceVerdict::Unjudged, DiscrepancyCause::StaleInventory));
        QCOMPARE(lacks(of(book)), std::vector{ShadowLack::UnjudgedP1P2});
        DayBook defect = matches(3'000);
        defect.add(differs(Priority::P1, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault));
        QCOMPARE(lacks(of(defect)), std::vector{ShadowLack::OpenP1});
    }
    void agedAfterADay()
    {
        Judged j = differs(Priority::P3, DifferenceVerdict::Unjudged, DiscrepancyCause::Unclassified);
        j.first = Now - Day;
        DayBook young = matches(3'000);
        young.add(j);
        QVERIFY(lacks(of(young)).empty());
        j.first = Now - Day - Milliseconds{1};
        DayBook old = matches(3'000);
        old.add(j);
        QCOMPARE(lacks(of(old)), std::vector{ShadowLack::AgedOpen});
    }
    void leaksAndSelfNoise()
    {
        DayBook book = matches(2'000);
        book.suppressedCall();
        QVERIFY(lacks(of(book)).empty());  // suppressed is as it should be
        book.leak();
        QCOMPARE(lacks(of(book)), std::vector{ShadowLack::Leak});
        DayBook noisy = matches(2'000);
        noisy.selfNoise();
        QCOMPARE(lacks(of(noisy)), std::vector{ShadowLack::SelfNoise});
    }
    void matchAndItsLowerBound()
    {
        DayBook book = matches(1'981);
        for (int i = 0; i < 19; ++i)
            book.add(differs(Priority::P3, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault));
        QVERIFY(!has(lacks(of(book)), ShadowLack::Match));      // 99.05 %
        QVERIFY(has(lacks(of(book)), ShadowLack::MatchLower));  // but not surely
        QVERIFY(has(lacks(of(book), Phase::Parallel), ShadowLack::Match));
    }
    void theTableAndWhatChanged()
    {
        DayBook yesterday, today;
        yesterday.add(differs(Priority::P3, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault, "old"));
        yesterday.add(
            differs(Priority::P3, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault, "both"));
        today.add(differs(Priority::P3, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault, "both"));
        today.add(differs(Priority::P2, DifferenceVerdict::Defect, DiscrepancyCause::VendorMapping, "new"));
        const auto r = of(today, &yesterday);
        const TableCell& cell = r.table.at({DiscrepancyCause::EngineFault, Priority::P3});
        QCOMPARE(cell.count, std::int64_t{1});
        QCOMPARE(cell.change, std::int64_t{-1});
        QCOMPARE(cell.moneyMinor, std::int64_t{100});
        QCOMPARE(r.appeared, std::vector<std::string>{"new"});
        QCOMPARE(r.gone, std::vector<std::string>{"old"});
    }
    void theTenWorstByScore()
    {
        DayBook book = matches(100);
        for (int i = 0; i < 12; ++i) {
            const std::string signature = "s" + std::to_string(i);
            for (int n = 0; n <= i; ++n)
                book.add(differs(Priority::P3, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault,
                                 signature.c_str()));
        }
        book.add(differs(Priority::P1, DifferenceVerdict::Defect, DiscrepancyCause::EngineFault, "p1"));
        const auto r = of(book);
        QCOMPARE(r.top.size(), std::size_t{10});
        QCOMPARE(r.top[0].signature, std::string("p1"));
        QCOMPARE(r.top[1].signature, std::string("s11"));
        QCOMPARE(r.top[1].count, std::int64_t{12});
    }
    void oneThatItsRuleNoLongerCoversReopensTheCluster()
    {
        DayBook book = matches(2'998);
        book.add(
            differs(Priority::P2, DifferenceVerdict::AcceptableDrift, DiscrepancyCause::WithinTolerance));
        QVERIFY(lacks(of(book)).empty());
        book.add(differs(Priority::P2, DifferenceVerdict::Unjudged, DiscrepancyCause::WithinTolerance));
        QVERIFY(has(lacks(of(book)), ShadowLack::UnjudgedP1P2));
    }
};

QTEST_APPLESS_MAIN(ReportTest)
#include "tst_report.moc"
