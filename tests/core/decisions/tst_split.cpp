// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/choose.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::decisions;

namespace {

constexpr Sku shirt{7}, cap{8}, sock{9};

Candidate candidate(std::uint32_t node, std::int64_t cost, std::vector<std::int64_t> units)
{
    Candidate c;
    c.node = {node};
    c.vendor = {node + 100};
    c.cost = cost;
    c.capacityLeft = 10;
    for (const std::int64_t n : units)
        c.offers.push_back({n, 0, 0});
    return c;
}

DecisionRecord record(std::vector<LineUnits> lines, std::vector<Candidate> candidates)
{
    DecisionRecord r;
    r.lines = std::move(lines);
    r.candidates = std::move(candidates);
    choose(r);
    return r;
}

/// `1: L1×2 L3×1 | 4: L2×5`
std::string legs(const DecisionRecord& r)
{
    std::string text;
    for (const RoutedLeg& leg : r.legs) {
        text += (text.empty() ? "" : " | ") + std::to_string(leg.node.number) + ":";
        for (const LineUnits& line : leg.lines)
            text += " L" + std::to_string(line.line) + "x" + std::to_string(line.units);
    }
    return text;
}

const std::vector<LineUnits> three{{1, shirt, 2}, {2, cap, 1}, {3, sock, 4}};

}  // namespace

class Split : public QObject {
    Q_OBJECT

private slots:
    void linesGoWhereTheyAre()
    {
        const auto r = record(three, {candidate(4, 300, {0, 9, 0}), candidate(1, 500, {9, 0, 9})});
        QCOMPARE(legs(r), std::string("1: L1x2 L3x4 | 4: L2x1"));
        QCOMPARE(r.legs[1].vendor.number, 104U);
        QCOMPARE(r.candidates[0].lost, LossReason::None);
        QCOMPARE(r.candidates[1].lost, LossReason::None);
    }
    void notIfItIsForbidden()
    {
        auto r = record(three, {candidate(4, 300, {0, 9, 0}), candidate(1, 500, {9, 0, 9})});
        r.splitAllowed = false;
        choose(r);
        QVERIFY(r.legs.empty());
        QCOMPARE(r.candidates[0].lost, LossReason::NotEnough);
        QCOMPARE(r.candidates[1].lost, LossReason::NotEnough);
    }
    void notWhileOneCanDoAll()
    {
        const auto r = record(
            three, {candidate(1, 1, {9, 9, 0}), candidate(2, 1, {0, 0, 9}), candidate(3, 900, {9, 9, 9})});
        QCOMPARE(legs(r), std::string("3: L1x2 L2x1 L3x4"));
    }
    void fewerNodesBeatLowerCost()
    {
        const auto r = record(three, {candidate(1, 1, {9, 0, 0}), candidate(2, 1, {0, 9, 0}),
                                      candidate(3, 1, {0, 0, 9}), candidate(4, 900, {0, 9, 9})});
        QCOMPARE(legs(r), std::string("1: L1x2 | 4: L2x1 L3x4"));
        QCOMPARE(r.candidates[1].lost, LossReason::NotNeeded);
        QCOMPARE(r.candidates[2].lost, LossReason::NotNeeded);
    }
    void ofEquallyManyTheLowestTotalCost()
    {
        const auto r = record(three, {candidate(1, 300, {9, 9, 0}), candidate(2, 200, {0, 0, 9}),
                                      candidate(3, 100, {9, 0, 0}), candidate(4, 399, {0, 9, 9})});
        QCOMPARE(legs(r), std::string("3: L1x2 | 4: L2x1 L3x4"));
        QCOMPARE(r.candidates[0].lost, LossReason::Costlier);
        QCOMPARE(r.candidates[1].lost, LossReason::Costlier);
    }
    void ofEqualCostTheLowestNumbers()
    {
        const auto r = record(three, {candidate(9, 100, {9, 9, 0}), candidate(3, 100, {0, 0, 9}),
                                      candidate(2, 100, {0, 0, 9}), candidate(8, 100, {9, 9, 0})});
        QCOMPARE(legs(r), std::string("2: L3x4 | 8: L1x2 L2x1"));
    }
    void aLineThatBothHaveGoesToTheBetterNode()
    {
        const auto r = record(three, {candidate(1, 500, {9, 9, 0}), candidate(2, 400, {0, 9, 9})});
        QCOMPARE(legs(r), std::string("1: L1x2 | 2: L2x1 L3x4"));
    }
    void linesOfOneSkuArePackedWhole()
    {
        // The better node 2 must not take line 1, or lines 2 and 3 would have no home.
        const auto r = record({{1, shirt, 2}, {2, shirt, 3}, {3, shirt, 3}},
                              {candidate(1, 500, {3, 3, 3}), candidate(2, 400, {5, 5, 5})});
        QCOMPARE(legs(r), std::string("1: L3x3 | 2: L1x2 L2x3"));
    }
    void aLineIsDividedOnlyIfItMust()
    {
        const auto divided = record({{1, shirt, 6}}, {candidate(1, 100, {4}), candidate(2, 100, {3})});
        QCOMPARE(legs(divided), std::string("1: L1x4 | 2: L1x2"));
        const auto whole =
            record({{1, shirt, 6}}, {candidate(1, 100, {4}), candidate(2, 100, {3}), candidate(3, 900, {6})});
        QCOMPARE(legs(whole), std::string("3: L1x6"));
    }
    void moreNodesBeatADividedLine()
    {
        // Nodes 1 and 2 could do it if line 1 were divided; nodes 1, 2 and 3 keep it whole.
        const auto r = record(
            {{1, shirt, 6}, {2, cap, 1}, {3, sock, 1}},
            {candidate(1, 100, {3, 1, 0}), candidate(2, 100, {3, 0, 1}), candidate(3, 900, {6, 0, 0})});
        QCOMPARE(legs(r), std::string("1: L2x1 | 2: L3x1 | 3: L1x6"));
    }
    void othersStayWholeWhenOneIsDivided()
    {
        const auto r =
            record({{1, shirt, 6}, {2, cap, 4}}, {candidate(1, 100, {4, 3}), candidate(2, 200, {2, 4})});
        QCOMPARE(legs(r), std::string("1: L1x4 | 2: L1x2 L2x4"));
    }
    void dividedIntoFewPieces()
    {
        const auto r = record({{1, shirt, 10}},
                              {candidate(1, 100, {1}), candidate(2, 100, {6}), candidate(3, 100, {5})});
        QCOMPARE(legs(r), std::string("2: L1x6 | 3: L1x4"));
        QCOMPARE(r.candidates[0].lost, LossReason::NotNeeded);
    }
    void nobodyCanIfTheSumIsOneShort()
    {
        const std::vector<Candidate> nodes{candidate(1, 100, {4}), candidate(2, 100, {3})};
        QCOMPARE(legs(record({{1, shirt, 7}}, nodes)), std::string("1: L1x4 | 2: L1x3"));
        const auto r = record({{1, shirt, 8}}, nodes);
        QVERIFY(r.legs.empty());
        QCOMPARE(r.candidates[0].lost, LossReason::NotEnough);
        QCOMPARE(r.candidates[1].lost, LossReason::NotEnough);
    }
    void staleStockTakesNoPart()
    {
        auto r = record(three, {candidate(1, 100, {9, 9, 0}), candidate(2, 100, {0, 0, 9}),
                                candidate(3, 900, {0, 0, 9})});
        QCOMPARE(legs(r), std::string("1: L1x2 L2x1 | 2: L3x4"));
        r.candidates[1].offers[2] = {9, 31, 30};
        choose(r);
        QCOMPARE(legs(r), std::string("1: L1x2 L2x1 | 3: L3x4"));
        QCOMPARE(r.candidates[1].lost, LossReason::Stale);
    }
    void barredNodesTakeNoPart()
    {
        auto r = record(three, {candidate(1, 100, {9, 9, 0}), candidate(2, 100, {0, 0, 9}),
                                candidate(3, 900, {0, 0, 9})});
        r.candidates[1].breakerOpen = true;
        choose(r);
        QCOMPARE(legs(r), std::string("1: L1x2 L2x1 | 3: L3x4"));
        QCOMPARE(r.candidates[1].lost, LossReason::BreakerOpen);
    }
    void twelveNodesOneLineEach()
    {
        std::vector<LineUnits> lines;
        std::vector<Candidate> nodes;
        for (std::uint16_t i = 0; i < 12; ++i) {
            lines.push_back({i, Sku{i + 1U}, 1});
            std::vector<std::int64_t> units(12, 0);
            units[i] = 1;
            nodes.push_back(candidate(i + 1U, 100, units));
        }
        QCOMPARE(record(lines, nodes).legs.size(), std::size_t{12});
    }
    void amongManyNodesTheNeededOneIsFound()
    {
        std::vector<Candidate> nodes;
        for (std::uint32_t i = 1; i <= 30; ++i)
            nodes.push_back(candidate(i, 100 + i, {1, 1, 1}));
        nodes.push_back(candidate(31, 900, {9, 0, 9}));
        const auto r = record(three, nodes);
        QCOMPARE(legs(r), std::string("1: L2x1 | 31: L1x2 L3x4"));
        QCOMPARE(r.candidates[29].lost, LossReason::NotNeeded);
    }
    void aHundredLinesOfOneSkuEndInTime()
    {
        // No packing keeps all lines whole: every node's stock ends in a half. The search gives up and divides.
        std::vector<LineUnits> lines;
        for (std::uint16_t i = 0; i < 100; ++i)
            lines.push_back({i, shirt, 4});
        std::vector<Candidate> nodes;
        for (std::uint32_t i = 1; i <= 10; ++i)
            nodes.push_back(candidate(i, 100, std::vector<std::int64_t>(100, i <= 5 ? 42 : 38)));
        const auto r = record(lines, nodes);
        QCOMPARE(r.legs.size(), std::size_t{10});
        std::int64_t shipped = 0;
        for (const RoutedLeg& leg : r.legs)
            for (const LineUnits& line : leg.lines)
                shipped += line.units;
        QCOMPARE(shipped, 400);
    }
};

QTEST_APPLESS_MAIN(Split)
#include "tst_split.moc"
