// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decisions/candidates.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::decisions;

namespace {

constexpr NodeName east{1};
constexpr Sku shirt{7}, cap{8};
constexpr RegionName north{1}, south{2}, abroad{3};
constexpr Instant now{86'400'000LL * 20'000 + 60'000};

struct World {
    StockBook book;
    Policy policy;
    NodeProfile node;
    RegionName region = north;
    bool excluded = false;
    bool breakerOpen = false;

    World()
    {
        Position& position = book.positions[{east, shirt}];
        position.counted = 10;
        position.reserved = 3;
        position.buffer = 1;
        position.countedAt = now - Milliseconds{1'500};
        node.name = east;
        node.vendor = {9};
        node.defaultCost = 900;
        node.zones = {{north, 300}, {south, 500}};
    }
    [[nodiscard]] Candidate add() const
    {
        DecisionRecord record;
        record.lines = {{1, shirt, 1}, {2, cap, 1}};
        addCandidate(record, node, book, region, policy, excluded, breakerOpen, now);
        return record.candidates.at(0);
    }
};

}  // namespace

class Candidates : public QObject {
    Q_OBJECT

private slots:
    void offersRunParallelToTheLines()
    {
        World world;
        world.policy.skuClasses[cap.number] = SkuClass::Hot;
        const Candidate c = world.add();
        QCOMPARE(c.node, east);
        QCOMPARE(c.vendor.number, 9U);
        QCOMPARE(c.offers.size(), std::size_t{2});
        QVERIFY((c.offers[0] == LineOffer{6, 1'500, 30'000}));
        QVERIFY((c.offers[1] == LineOffer{0, 0, 5'000}));  // never counted here
    }
    void withoutStalenessThereIsNoWindow()
    {
        World world;
        world.policy.checkStaleness = false;
        QCOMPARE(world.add().offers[0].windowMs, 0);
    }
    void aCountFromTheFutureHasNoAge()
    {
        World world;
        world.book.positions[{east, shirt}].countedAt = now + Milliseconds{5};
        QCOMPARE(world.add().offers[0].ageMs, 0);
    }
    void costIsThatOfTheZone()
    {
        World world;
        QCOMPARE(world.add().cost, 300);
        world.region = south;
        QCOMPARE(world.add().cost, 500);
    }
    void otherRegionsAtTheDefaultCostIfServed()
    {
        World world;
        world.region = abroad;
        QCOMPARE(world.add().cost, 900);
        QVERIFY(world.add().servesRegion);
        world.node.servesOthers = false;
        QVERIFY(!world.add().servesRegion);
        world.region = north;
        QVERIFY(world.add().servesRegion);
    }
    void capacityFallsWithTheDaysParcels()
    {
        World world;
        world.node.capacityPerDay = 5;
        world.book.day = dayOf(now);
        QCOMPARE(world.add().capacityLeft, 5);
        world.book.parcelsToday[east.number] = 4;
        QCOMPARE(world.add().capacityLeft, 1);
        world.book.parcelsToday[east.number] = 5;
        QCOMPARE(world.add().capacityLeft, 0);
    }
    void yesterdaysParcelsDoNotCount()
    {
        World world;
        world.node.capacityPerDay = 5;
        world.book.day = dayOf(now) - 1;
        world.book.parcelsToday[east.number] = 5;
        QCOMPARE(world.add().capacityLeft, 5);
    }
    void noLimitIsAlwaysEnough()
    {
        World world;
        world.book.day = dayOf(now);
        world.book.parcelsToday[east.number] = 5'000'000;
        QCOMPARE(world.add().capacityLeft, NoDailyLimit);
    }
    void closedNodesAreSeen()
    {
        World world;
        QVERIFY(world.add().open);
        world.book.closed[east.number] = true;
        QVERIFY(!world.add().open);
        world.book.closed[east.number] = false;
        QVERIFY(world.add().open);
    }
    void exclusionAndBreakerAreTakenOver()
    {
        World world;
        QVERIFY(!world.add().excluded && !world.add().breakerOpen);
        world.excluded = true;
        QVERIFY(world.add().excluded && !world.add().breakerOpen);
        world.excluded = false;
        world.breakerOpen = true;
        QVERIFY(!world.add().excluded && world.add().breakerOpen);
    }
};

QTEST_APPLESS_MAIN(Candidates)
#include "tst_candidates.moc"
