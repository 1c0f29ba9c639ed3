// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/decisions/choose.h"

#include <QTest>
#include <functional>

using namespace holdpoint;
using namespace holdpoint::decisions;

namespace {

constexpr Sku shirt{7}, cap{8};

Candidate candidate(std::uint32_t node, std::int64_t cost, std::vector<std::int64_t> units)
{
    Candidate c;
    c.node = {node};
    c.vendor = {node + 100};
    c.cost = cost;
    c.capacityLeft = 10;
    for (const std::int64_t n : units)
        c.offers.push_back({n, 10, 100});
    return c;
}

DecisionRecord record(std::vector<Candidate> candidates)
{
    DecisionRecord r;
    r.lines = {{1, shirt, 2}, {2, cap, 1}};
    r.candidates = std::move(candidates);
    return r;
}

std::uint32_t soleNode(const DecisionRecord& r) { return r.legs.size() == 1 ? r.legs[0].node.number : 0; }

}  // namespace

Q_DECLARE_METATYPE(std::function<void(Candidate&)>)

class Choose : public QObject {
    Q_OBJECT

private slots:
    void theCheapestThatCanDoAllWins()
    {
        auto r = record({candidate(1, 500, {9, 9}), candidate(2, 400, {2, 1}), candidate(3, 450, {9, 9})});
        choose(r);
        QCOMPARE(soleNode(r), 2U);
        QCOMPARE(r.legs[0].vendor.number, 102U);
        QCOMPARE(r.legs[0].lines, r.lines);
        QCOMPARE(r.candidates[0].lost, LossReason::Costlier);
        QCOMPARE(r.candidates[1].lost, LossReason::None);
        QCOMPARE(r.candidates[2].lost, LossReason::Costlier);
    }
    void ofEqualCostTheOneWithMostCapacityWins()
    {
        auto r = record({candidate(1, 400, {9, 9}), candidate(2, 400, {9, 9})});
        r.candidates[1].capacityLeft = 11;
        choose(r);
        QCOMPARE(soleNode(r), 2U);
    }
    void ofEqualAllTheLowestNumberWins()
    {
        auto r = record({candidate(3, 400, {9, 9}), candidate(2, 400, {9, 9})});
        choose(r);
        QCOMPARE(soleNode(r), 2U);
        QCOMPARE(r.candidates[0].lost, LossReason::Costlier);
    }
    void whatBarsACandidate_data()
    {
        QTest::addColumn<std::function<void(Candidate&)>>("bar");
        QTest::addColumn<int>("lost");
        using F = std::function<void(Candidate&)>;
        const auto row = [](const char* what, const F& bar, LossReason lost) {
            QTest::newRow(what) << bar << static_cast<int>(lost);
        };
        row(
            "closed", [](Candidate& c) { c.open = false; }, LossReason::Closed);
        row(
            "other zone", [](Candidate& c) { c.servesRegion = false; }, LossReason::OtherZone);
        row(
            "excluded", [](Candidate& c) { c.excluded = true; }, LossReason::Excluded);
        row(
            "breaker open", [](Candidate& c) { c.breakerOpen = true; }, LossReason::BreakerOpen);
        row(
            "no capacity", [](Candidate& c) { c.capacityLeft = 0; }, LossReason::NoCapacity);
        row(
            "over capacity", [](Candidate& c) { c.capacityLeft = -1; }, LossReason::NoCapacity);
        row(
            "too few units", [](Candidate& c) { c.offers[0].available = 1; }, LossReason::NotEnough);
        row(
            "only one line", [](Candidate& c) { c.offers[1].available = 0; }, LossReason::NotEnough);
        row(
            "nothing", [](Candidate& c) { c.offers[0].available = c.offers[1].available = 0; },
            LossReason::NoLine);
        row(
            "promised more than it has",
            [](Candidate& c) { c.offers[0].available = c.offers[1].available = -3; }, LossReason::NoLine);
        row(
            "stale", [](Candidate& c) { c.offers[1].ageMs = 101; }, LossReason::Stale);
        row(
            "stale and too few",
            [](Candidate& c) {
                c.offers[1] = {0, 101, 100};
            },
            LossReason::NotEnough);
    }
    void whatBarsACandidate()
    {
        QFETCH(std::function<void(Candidate&)>, bar);
        QFETCH(int, lost);
        auto r = record({candidate(1, 100, {9, 9}), candidate(2, 400, {9, 9})});
        choose(r);
        QCOMPARE(soleNode(r), 1U);  // it would win
        bar(r.candidates[0]);
        choose(r);
        QCOMPARE(soleNode(r), 2U);
        QCOMPARE(r.candidates[0].lost, static_cast<LossReason>(lost));
    }
    void aCountAtTheEdgeOfItsWindowIsUsable()
    {
        auto r = record({candidate(1, 100, {9, 9})});
        r.candidates[0].offers[0].ageMs = 100;
        choose(r);
        QCOMPARE(soleNode(r), 1U);
        r.candidates[0].offers[0].ageMs = 101;
        choose(r);
        QVERIFY(r.legs.empty());
    }
    void withoutAWindowNoAgeIsTooOld()
    {
        auto r = record({candidate(1, 100, {9, 9})});
        r.candidates[0].offers[0] = {9, INT64_MAX, 0};
        choose(r);
        QCOMPARE(soleNode(r), 1U);
    }
    void oneUnitOfCapacityIsEnough()
    {
        auto r = record({candidate(1, 100, {9, 9})});
        r.candidates[0].capacityLeft = 1;
        choose(r);
        QCOMPARE(soleNode(r), 1U);
    }
    void linesOfOneSkuShareTheStock()
    {
        auto r = record({candidate(1, 100, {3, 3}), candidate(2, 400, {4, 4})});
        r.lines = {{1, shirt, 2}, {2, shirt, 2}};
        choose(r);
        QCOMPARE(soleNode(r), 2U);
        QCOMPARE(r.candidates[0].lost, LossReason::NotEnough);
    }
    void anOpaqueParcelNeedsNoStock()
    {
        auto r = record({candidate(1, 500, {}), candidate(2, 400, {})});
        r.lines.clear();
        choose(r);
        QCOMPARE(soleNode(r), 2U);
        QVERIFY(r.legs[0].lines.empty());
    }
    void withoutCandidatesNobodyCan()
    {
        auto r = record({});
        choose(r);
        QVERIFY(r.legs.empty());
    }
    void whatTheRecordHeldBeforeIsLost()
    {
        auto r = record({candidate(1, 100, {9, 9})});
        r.legs.resize(3);
        r.candidates[0].lost = LossReason::Closed;
        choose(r);
        QCOMPARE(soleNode(r), 1U);
        QCOMPARE(r.candidates[0].lost, LossReason::None);
        r.candidates[0].open = false;
        choose(r);
        QVERIFY(r.legs.empty());
    }
    void offersMustMatchTheLines()
    {
        auto r = record({candidate(1, 100, {9})});
        QVERIFY_THROWS_EXCEPTION(CheckFailed, choose(r));
    }
    void theOrderOfCandidatesDoesNotMatter()
    {
        auto r = record({candidate(1, 300, {9, 0}), candidate(2, 300, {0, 9}), candidate(3, 300, {9, 9}),
                         candidate(4, 200, {2, 0}), candidate(5, 200, {0, 2})});
        r.candidates[2].open = false;
        choose(r);
        const auto legs = r.legs;
        QCOMPARE(legs.size(), std::size_t{2});
        std::reverse(r.candidates.begin(), r.candidates.end());
        choose(r);
        QCOMPARE(r.legs, legs);
    }
    void sameAgainSeesAnotherResult()
    {
        auto r = record({candidate(1, 100, {9, 9}), candidate(2, 400, {9, 9})});
        choose(r);
        QVERIFY(sameAgain(r));
        r.legs[0].node = {2};
        QVERIFY(!sameAgain(r));
    }
    void theFingerprintIsOfTheInputsAlone()
    {
        auto r = record({candidate(1, 100, {9, 9}), candidate(2, 400, {9, 9})});
        const std::uint64_t before = inputsFingerprint(r);
        choose(r);
        r.rules = 9;
        r.round = 2;
        QCOMPARE(inputsFingerprint(r), before);
    }
    void everyInputIsInTheFingerprint_data()
    {
        QTest::addColumn<int>("field");
        for (int field = 0; field < 15; ++field)
            QTest::addRow("field %d", field) << field;
    }
    void everyInputIsInTheFingerprint()
    {
        QFETCH(int, field);
        auto r = record({candidate(1, 100, {9, 9}), candidate(2, 400, {9, 9})});
        const std::uint64_t before = inputsFingerprint(r);
        Candidate& c = r.candidates[1];
        switch (field) {
        case 0: r.splitAllowed = false; break;
        case 1: r.lines[0].line = 5; break;
        case 2: r.lines[0].sku = {9}; break;
        case 3: ++r.lines[1].units; break;
        case 4: r.lines.pop_back(); break;
        case 5: c.node = {3}; break;
        case 6: c.vendor = {3}; break;
        case 7: c.open = false; break;
        case 8: c.servesRegion = false; break;
        case 9: c.excluded = true; break;
        case 10: c.breakerOpen = true; break;
        case 11: ++c.cost; break;
        case 12: ++c.capacityLeft; break;
        case 13: ++c.offers[1].available; break;
        default: ++c.offers[0].ageMs; break;
        }
        QVERIFY(inputsFingerprint(r) != before);
    }
};

QTEST_APPLESS_MAIN(Choose)
#include "tst_choose.moc"
