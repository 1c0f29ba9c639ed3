// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exceptions/triage.h"

#include <QTest>
#include <functional>
#include <set>

using namespace holdpoint;
using namespace holdpoint::exceptions;
using namespace std::chrono_literals;

namespace {

constexpr Instant now{1'700'000'000'000};
using Change = std::function<void(Circumstances&)>;

}  // namespace

Q_DECLARE_METATYPE(Change)

class Triage : public QObject {
    Q_OBJECT

private slots:
    void startingPriorityByCause_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* what, Priority expected, const Change& change) {
            QTest::newRow(what) << change << static_cast<int>(expected);
        };
        row("harm", Priority::P1, [](auto& c) { c.harm = true; });
        row("duplicate effect", Priority::P1, [](auto& c) { c.category = ExceptionKind::DuplicateEffect; });
        row("harm, though soft", Priority::P1,
            [](auto& c) { c.harm = true, c.cls = FailureClass::SoftBusiness; });
        row("transport", Priority::P2, [](auto& c) { c.cls = FailureClass::Transport; });
        row("validation", Priority::P2, [](auto& c) { c.cls = FailureClass::Validation; });
        row("unclassified", Priority::P2, [](auto& c) { c.cls = FailureClass::Unclassified; });
        row("unknown", Priority::P2, [](auto& c) { c.outcomeUnknown = true; });
        row("incomplete cancellation", Priority::P2,
            [](auto& c) { c.category = ExceptionKind::IncompleteCancellation; });
        row("soft business", Priority::P3, [](auto& c) { c.cls = FailureClass::SoftBusiness; });
        row("hard business", Priority::P3, [](auto& c) { c.cls = FailureClass::HardBusiness; });
        row("late confirmation", Priority::P3,
            [](auto& c) { c.category = ExceptionKind::DelayedConfirmation; });
        row("late webhook", Priority::P4, [](auto& c) { c.lateWebhook = true; });
        row("backfill problem", Priority::P4, [](auto& c) { c.category = ExceptionKind::BackfillProblem; });
        row("backfill lane", Priority::P4,
            [](auto& c) { c.lane = Lane::Backfill, c.cls = FailureClass::Validation; });
    }
    void startingPriorityByCause()
    {
        QFETCH(Change, change);
        QFETCH(int, expected);
        Circumstances c;
        c.now = now;
        change(c);
        QCOMPARE(startingPriority(c), static_cast<Priority>(expected));
    }
    void aPromiseWithinFourHoursLiftsOneStep()
    {
        Circumstances c;
        c.now = now;
        c.promise = now + 4h + 1ms;
        QCOMPARE(startingPriority(c), Priority::P3);
        c.promise = now + 4h;
        QCOMPARE(startingPriority(c), Priority::P2);
        c.promise = now - 1h;
        QCOMPARE(startingPriority(c), Priority::P2);
        c.promise = Never;
        QCOMPARE(startingPriority(c), Priority::P3);
    }
    void moreThanTwentyFiveOrdersLiftOneStep()
    {
        Circumstances c;
        c.cls = FailureClass::Validation;
        c.inGroup = 25;
        QCOMPARE(startingPriority(c), Priority::P2);
        c.inGroup = 26;
        QCOMPARE(startingPriority(c), Priority::P1);
    }
    void oneStepEvenForTwoReasonsAndNeverAboveP1()
    {
        Circumstances c;
        c.now = now;
        c.promise = now;
        c.inGroup = 100;
        QCOMPARE(startingPriority(c), Priority::P2);
        c.lateWebhook = true;
        QCOMPARE(startingPriority(c), Priority::P3);
        c.harm = true;
        QCOMPARE(startingPriority(c), Priority::P1);
    }
    void timeToResolve()
    {
        QCOMPARE(slaFor(Priority::P1), Milliseconds(15min));
        QCOMPARE(slaFor(Priority::P2), Milliseconds(1h));
        QCOMPARE(slaFor(Priority::P3), Milliseconds(4h));
        QCOMPARE(slaFor(Priority::P4), Milliseconds(24h));
    }
    void everyPartMakesAnotherGroup()
    {
        const auto of = [](ExceptionKind kind, Stage stage, FailureClass cls, const char* code,
                           const char* vendor, const char* pointer) {
            return fingerprint(kind, stage, cls, code, vendor, pointer);
        };
        constexpr auto kind = ExceptionKind::FailedOrder;
        constexpr auto cls = FailureClass::Validation;
        const std::set<std::uint64_t> all{
            of(kind, Stage::Handoff, cls, "422", "wms", "/a"),
            of(ExceptionKind::ContractBreach, Stage::Handoff, cls, "422", "wms", "/a"),
            of(kind, Stage::Settlement, cls, "422", "wms", "/a"),
            of(kind, Stage::Handoff, FailureClass::SoftBusiness, "422", "wms", "/a"),
            of(kind, Stage::Handoff, cls, "423", "wms", "/a"),
            of(kind, Stage::Handoff, cls, "422", "wms2", "/a"),
            of(kind, Stage::Handoff, cls, "422", "wms", "/b"),
            of(kind, Stage::Handoff, cls, "422w", "ms", "/a"),
        };
        QCOMPARE(all.size(), std::size_t{8});
    }
    void indexesDoNotSplitAGroup()
    {
        const auto of = [](const char* pointer) {
            return fingerprint(ExceptionKind::FailedOrder, Stage::Handoff, FailureClass::Validation, "422",
                               "wms", pointer);
        };
        QCOMPARE(of("/lines/0/shipMethod"), of("/lines/13/shipMethod"));
        QCOMPARE(of("/lines/0"), of("/lines/7"));
        QVERIFY(of("/lines/0/shipMethod") != of("/lines/0/sku"));
        QVERIFY(of("/lines/0") != of("/lines"));
        QVERIFY(of("/line1") != of("/line2"));
        QVERIFY(of("/") != of(""));
    }
    void theFingerprintIsStable()
    {
        QCOMPARE(fingerprint(ExceptionKind::FailedOrder, Stage::Handoff, FailureClass::Validation, "422",
                             "wms", "/a/0"),
                 std::uint64_t{6495655128452889469ULL});
    }
};

QTEST_APPLESS_MAIN(Triage)
#include "tst_triage.moc"
