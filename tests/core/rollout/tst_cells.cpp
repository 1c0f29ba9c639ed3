// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/rollout/gate_board.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::rollout;
using statistics::Trials;

namespace {

constexpr std::int64_t M0 = 30'000'000;  // a minute
Instant at(std::int64_t minute, int second = 0) { return {(M0 + minute) * 60'000 + second * 1'000}; }

struct Outcome {
    std::int64_t minute;
    std::size_t slice;
    Arm arm;
    bool bad;
};

/// What the sums should be, counted from all orders.
Trials counted(const std::vector<Outcome>& all, std::size_t slice, Arm arm, std::int64_t from,
               std::int64_t to)
{
    Trials t;
    for (const Outcome& o : all)
        if (o.slice == slice && o.arm == arm && o.minute >= from && o.minute <= to)
            t.add(o.bad);
    return t;
}

GatePlan gate(const char* metric, GateKind kind)
{
    GatePlan g;
    g.id = g.metric = metric;
    g.kind = kind;
    g.threshold = 0.01;
    g.blocker = true;
    g.tOpt = kind == GateKind::Absolute ? 2000 : 0;
    return g;
}

}  // namespace

class CellsTest : public QObject {
    Q_OBJECT

private slots:
    void aMinuteCountsOnceItIsOverAndMature()
    {
        MetricCells cells(1, 1, {{0, 60, 5}});
        cells.openEpoch(M0, {0.1});
        cells.add(0, 0, Arm::Canary, at(0), {1, 3});
        QCOMPARE(cells.immature(0, 0), std::int64_t{3});
        cells.advance(at(5, 59));
        QCOMPARE(cells.epochSum(0, 0, 0, Arm::Canary), Trials{});
        cells.advance(at(6));
        QCOMPARE(cells.epochSum(0, 0, 0, Arm::Canary), (Trials{1, 3}));
        QCOMPARE(cells.immature(0, 0), std::int64_t{0});
    }
    void theWindowLeavesWhatTheEpochKeeps()
    {
        MetricCells cells(1, 1, {{0, 10, 0}});
        cells.openEpoch(M0, {0.1});
        cells.add(0, 0, Arm::Control, at(0), {0, 4});
        cells.advance(at(10));
        QCOMPARE(cells.windowSum(0, 0, Arm::Control), (Trials{0, 4}));
        cells.advance(at(11));
        QCOMPARE(cells.windowSum(0, 0, Arm::Control), Trials{});
        QCOMPARE(cells.epochSum(0, 0, 0, Arm::Control), (Trials{0, 4}));
    }
    void whatComesLateGoesWhereItBelongs()
    {
        MetricCells cells(1, 1, {{0, 10, 0}});
        cells.openEpoch(M0, {0.1});
        cells.openEpoch(M0 + 100, {0.25});
        cells.advance(at(105));
        cells.add(0, 0, Arm::Canary, at(50), {1, 1});  // long gone from the raw minutes
        cells.add(0, 0, Arm::Canary, at(101), {0, 1});
        cells.add(0, 0, Arm::Canary, at(101), {1, 0});  // and it turned out bad
        QCOMPARE(cells.epochSum(0, 0, 0, Arm::Canary), (Trials{1, 1}));
        QCOMPARE(cells.epochSum(0, 1, 0, Arm::Canary), (Trials{1, 1}));
        QCOMPARE(cells.windowSum(0, 0, Arm::Canary), (Trials{1, 1}));
    }
    void beforeTheFirstEpochThereIsNoEvidence()
    {
        MetricCells cells(1, 1, {{0, 10, 0}});
        cells.openEpoch(M0 + 1, {0.1});
        cells.add(0, 0, Arm::Canary, at(0), {0, 5});
        cells.add(0, 0, Arm::Canary, at(1), {0, 7});
        cells.advance(at(2));
        QCOMPARE(cells.epochSum(0, 0, 0, Arm::Canary), (Trials{0, 7}));
    }
    void twoReadersOfOneMetric()
    {
        MetricCells cells(1, 1, {{0, 10, 0}, {0, 10, 30}});
        cells.openEpoch(M0, {0.1});
        cells.add(0, 0, Arm::Canary, at(0), {0, 5});
        cells.advance(at(20));
        QCOMPARE(cells.epochSum(0, 0, 0, Arm::Canary), (Trials{0, 5}));
        QCOMPARE(cells.epochSum(1, 0, 0, Arm::Canary), Trials{});
        cells.advance(at(31));
        QCOMPARE(cells.epochSum(1, 0, 0, Arm::Canary), (Trials{0, 5}));
    }
    void aNewRunForgetsTheEvidence()
    {
        MetricCells cells(1, 1, {{0, 10, 0}});
        cells.openEpoch(M0, {0.1});
        cells.add(0, 0, Arm::Canary, at(0), {0, 5});
        cells.advance(at(1));
        cells.newRun();
        cells.openEpoch(M0 + 1, {0.1});
        QCOMPARE(cells.epochSum(0, 0, 0, Arm::Canary), Trials{});
    }
    void sumsAreThoseOfAllOrders_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 8; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void sumsAreThoseOfAllOrders()
    {
        QFETCH(int, seed);
        SeededRng rng(static_cast<std::uint64_t>(seed));
        const int window = 1 + static_cast<int>(rng.below(30)), maturity = static_cast<int>(rng.below(40));
        MetricCells cells(1, 3, {{0, window, maturity}});
        cells.openEpoch(M0, {0.1, 0.1, 0.1});
        cells.openEpoch(M0 + 60, {0.25, 0.25, 0.25});
        std::vector<Outcome> all;
        std::int64_t now = 0;
        cells.advance(at(0));
        for (int i = 0; i < 4'000; ++i) {
            now += rng.chance(30'000) ? static_cast<std::int64_t>(rng.below(20)) : 0;
            const Outcome o{now - static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(now) + 1)),
                            rng.below(3), static_cast<Arm>(rng.below(2)), rng.chance(200'000)};
            cells.advance(at(now));
            cells.add(0, o.slice, o.arm, at(o.minute), {o.bad, 1});
            all.push_back(o);
            if (i % 50 != 0)
                continue;
            const std::int64_t last = now - 1 - maturity;
            for (std::size_t s = 0; s < 3; ++s)
                for (const Arm arm : {Arm::Canary, Arm::Control}) {
                    QCOMPARE(cells.epochSum(0, 0, s, arm),
                             counted(all, s, arm, 0, std::min<std::int64_t>(last, 59)));
                    QCOMPARE(cells.epochSum(0, 1, s, arm), counted(all, s, arm, 60, last));
                    QCOMPARE(cells.windowSum(0, s, arm), counted(all, s, arm, last - window + 1, last));
                    if (arm == Arm::Canary)
                        QCOMPARE(cells.immature(0, s), counted(all, s, arm, last + 1, now).n);
                }
        }
        QVERIFY(now > 100);
    }
    void quantilesHaveBoundsOnceThereIsEnough()
    {
        LatencyCells cells(1, 60);
        for (int i = 1; i <= 161; ++i)
            cells.add(0, Arm::Canary, at(0), Milliseconds{i});
        auto q = cells.quantile(0, Arm::Canary, 0.95, at(0), 10);
        QCOMPARE(q.value, std::optional(Milliseconds{160}));  // 153, told in tens beyond 100
        QVERIFY(q.low);
        QVERIFY(!q.high);
        cells.add(0, Arm::Canary, at(1), Milliseconds{1});
        q = cells.quantile(0, Arm::Canary, 0.95, at(1), 10);
        QCOMPARE(q.n, std::int64_t{162});
        QVERIFY(q.high);
        QCOMPARE(cells.quantile(0, Arm::Canary, 0.95, at(1), 1).n, std::int64_t{1});
        QVERIFY(!cells.quantile(0, Arm::Control, 0.95, at(1), 10).value);
    }
    void oldHistogramsGiveWay()
    {
        LatencyCells cells(1, 10);
        cells.add(0, Arm::Canary, at(0), Milliseconds{5});
        cells.add(0, Arm::Canary, at(10), Milliseconds{5});
        QCOMPARE(cells.quantile(0, Arm::Canary, 0.5, at(10), 60).n, std::int64_t{1});
        cells.add(0, Arm::Canary, at(0), Milliseconds{5});  // too late to be kept
        QCOMPARE(cells.quantile(0, Arm::Canary, 0.5, at(10), 60).n, std::int64_t{1});
        cells.add(0, Arm::Canary, at(1), Milliseconds{5});
        QCOMPARE(cells.quantile(0, Arm::Canary, 0.5, at(10), 60).n, std::int64_t{2});
    }
    void theBoardEvaluatesEachSlice()
    {
        GateBoard board({gate("acceptance", GateKind::Absolute)}, 2);
        const auto metric = board.metricOf("acceptance").value();
        QVERIFY(!board.metricOf("no such"));
        board.cells().openEpoch(M0, {0.1, 0.1});
        board.cells().add(metric, 0, Arm::Canary, at(0), {0, 700});
        board.cells().add(metric, 1, Arm::Canary, at(0), {60, 700});
        board.setWatermark("acceptance", at(1));
        board.evaluate(at(1));
        QCOMPARE(board.result(0, 0).verdict, GateVerdict::Go);
        QCOMPARE(board.result(0, 1).verdict, GateVerdict::NoGo);
        QCOMPARE(board.verdict(), StepVerdict::NoGo);
        board.setServed(1, false);
        QCOMPARE(board.verdict(), StepVerdict::Go);
        board.setServed(0, false);
        QCOMPARE(board.verdict(), StepVerdict::Inconclusive);
        board.setServed(0, true);
        board.setServed(1, true);
        board.evaluate(at(5));
        QCOMPARE(board.result(0, 0).reason, InconclusiveReason::StaleData);
        QCOMPARE(board.result(0, 1).verdict, GateVerdict::NoGo);  // latched
        board.newRun();
        board.evaluate(at(5));
        QCOMPARE(board.verdict(), StepVerdict::Inconclusive);
    }
    void aRestartedBoardRemembers()
    {
        const auto board = [](Trials canary) {
            GateBoard b({gate("acceptance", GateKind::Absolute)}, 1);
            b.cells().openEpoch(M0, {0.1});
            b.cells().add(0, 0, Arm::Canary, at(0), canary);
            b.setWatermark("acceptance", at(1));
            return b;
        };
        GateBoard before = board({60, 700});
        before.evaluate(at(1));
        GateBoard after = board({0, 7'000});  // much has come since, and all was well
        after.restore(0, 0, before.memory(0, 0));
        after.evaluate(at(1));
        QCOMPARE(after.result(0, 0).verdict, GateVerdict::NoGo);
    }
    void theBoardKnowsEpochsSplitAndReadings()
    {
        GatePlan dup = gate("dup", GateKind::Invariant);
        GateBoard board({gate("success", GateKind::Relative), dup}, 1);
        board.cells().openEpoch(M0, {0.05});
        board.cells().add(0, 0, Arm::Canary, at(0), {3, 100});
        board.cells().add(0, 0, Arm::Control, at(0), {17, 1900});
        board.cells().openEpoch(M0 + 1, {0.10});
        board.cells().add(0, 0, Arm::Canary, at(1), {6, 100});
        board.cells().add(0, 0, Arm::Control, at(1), {19, 900});
        board.setWatermark("success", at(2));
        GateReading reading;
        reading.watermark = at(2);
        reading.violations = 0;
        board.set(1, 0, reading);
        board.evaluate(at(2));
        QCOMPARE(board.result(0, 0).failures, std::int64_t{45});
        QCOMPARE(board.result(0, 0).canaryFailures, std::int64_t{9});
        QCOMPARE(board.result(0, 0).share, 0.10);
        QVERIFY(board.explained(0, 0).interval.low > 0);
        QCOMPARE(board.result(0, 0).blockers, 2);
        QCOMPARE(board.result(1, 0).verdict, GateVerdict::Go);
        board.setSplit(0, true);
        board.evaluate(at(2));
        QCOMPARE(board.result(0, 0).reason, InconclusiveReason::Srm);
    }
};

QTEST_APPLESS_MAIN(CellsTest)
#include "tst_cells.moc"
