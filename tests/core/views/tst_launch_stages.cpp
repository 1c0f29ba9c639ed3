// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/views/launch_stages.h"

#include <QTest>
#include <map>

using namespace holdpoint;
using views::LaunchStages;
using views::PlaceRow;

namespace {

Instant at(std::int64_t seconds) { return {1'800'000'000'000 + seconds * 1'000}; }
EntityId order(std::uint64_t n) { return {n, 0, EntityKind::Order}; }

PlaceRow row(std::uint64_t n, Place place, bool isNew = false, OrderStatus status = OrderStatus::Accepted)
{
    return {order(n), place, status, isNew};
}

session::StageCard card(const LaunchStages& stages, Stage which, Instant now)
{
    return stages.cards(now)[static_cast<std::size_t>(which)];
}

constexpr std::array<bool, 6> NoneClosed{};

}  // namespace

class LaunchStagesTest : public QObject {
    Q_OBJECT

private slots:
    void anOrderPassesWhatLiesBetween()
    {
        LaunchStages stages;
        stages.move(row(1, Place::Handoff, true), {}, at(0));
        QCOMPARE(card(stages, Stage::Intake, at(0)).left, 1);
        QCOMPARE(card(stages, Stage::Allocation, at(0)).perMinute, 1);
        QCOMPARE(card(stages, Stage::Handoff, at(0)).waiting, 1);
        QCOMPARE(card(stages, Stage::Confirmation, at(0)).entered, 0);
    }
    void theTimeInAStageIsThatOfThoseThatLeft()
    {
        LaunchStages stages;
        stages.move(row(1, Place::Confirmation, true), {}, at(0));
        QVERIFY(!card(stages, Stage::Confirmation, at(10)).p95);
        stages.move(row(1, Place::Settlement), {}, at(30));
        QCOMPARE(card(stages, Stage::Confirmation, at(30)).p95->count(), 30'000);
        QCOMPARE(card(stages, Stage::Confirmation, at(89)).perMinute, 1);
        QCOMPARE(card(stages, Stage::Confirmation, at(95)).perMinute, 0);
        QVERIFY(!card(stages, Stage::Confirmation, at(335)).p95);
    }
    void ofAnOrderFoundAtTheStartNobodyKnowsSinceWhen()
    {
        LaunchStages stages;
        stages.found(row(1, Place::Handoff), {});
        stages.move(row(1, Place::Confirmation), {}, at(30));
        QCOMPARE(card(stages, Stage::Handoff, at(30)).left, 1);
        QVERIFY(!card(stages, Stage::Handoff, at(30)).p95);
    }
    void aHeldOrderStandsAtTheStageOfItsException()
    {
        LaunchStages stages;
        stages.move(row(1, Place::Exception, true), Stage::Allocation, at(0));
        QCOMPARE(card(stages, Stage::Allocation, at(0)).failing, 1);
        QCOMPARE(card(stages, Stage::Allocation, at(0)).waiting, 0);
        stages.heldAt(order(1), Stage::Handoff, at(1));
        QCOMPARE(card(stages, Stage::Allocation, at(1)).failing, 0);
        QCOMPARE(card(stages, Stage::Handoff, at(1)).failing, 1);
        QCOMPARE(stages.in(Place::Exception), 1);
    }
    void aCancelledOrderLeavesWhereItStood()
    {
        LaunchStages stages;
        stages.move(row(1, Place::Allocation, true), {}, at(0));
        stages.move(row(1, Place::Finished, false, OrderStatus::Cancelled), {}, at(1));
        QCOMPARE(card(stages, Stage::Allocation, at(1)).left, 1);
        QCOMPARE(card(stages, Stage::Handoff, at(1)).entered, 0);
        QCOMPARE(stages.in(Place::Finished), 1);
        QVERIFY(!stages.isOpen(order(1)));
    }
    void anOrderThatComesBackIsNoNewOne()
    {
        LaunchStages stages;
        stages.move(row(1, Place::Settlement, true), {}, at(0));
        stages.move(row(1, Place::Finished, false, OrderStatus::Shipped), {}, at(1));
        stages.move(row(1, Place::Settlement, false, OrderStatus::Returned), {}, at(2));
        QCOMPARE(stages.in(Place::Finished), 0);
        QCOMPARE(stages.accepted(), 1);
    }
    void callsThatFailLightTheirStageFromTwoPercent()
    {
        for (const auto& [failed, lit] : {std::pair{20, false}, {21, true}}) {
            LaunchStages stages;
            for (int i = 0; i < 1'000; ++i)
                stages.called(Stage::Settlement, at(0), false, i < failed);
            stages.look(at(0), NoneClosed);
            for (const session::StageCard& s : stages.cards(at(0)))
                QCOMPARE(s.abnormal, lit && s.stage == Stage::Settlement);
        }
    }
    void nineteenCallsSayNothing()
    {
        for (const auto& [calls, lit] : {std::pair{19, false}, {20, true}}) {
            LaunchStages stages;
            for (int i = 0; i < calls; ++i)
                stages.called(Stage::Handoff, at(0), false, true);
            stages.look(at(0), NoneClosed);
            QCOMPARE(card(stages, Stage::Handoff, at(0)).abnormal, lit);
        }
    }
    void fourHeldOrdersAreNoFaultOfTheirStage()
    {
        for (const auto& [held, lit] : {std::pair{4, false}, {5, true}}) {
            LaunchStages stages;
            for (int i = 0; i < held; ++i)
                stages.stopped(Stage::Intake, at(0));
            stages.look(at(0), NoneClosed);
            QCOMPARE(card(stages, Stage::Intake, at(0)).abnormal, lit);
        }
    }
    void theFirstThatTurnsIsFirstOut()
    {
        LaunchStages stages;
        std::array<bool, 6> closed{};
        closed[4] = true;
        stages.look(at(0), closed);
        closed[3] = true;
        stages.look(at(5), closed);
        QVERIFY(card(stages, Stage::Confirmation, at(5)).firstOut);
        QVERIFY(card(stages, Stage::Handoff, at(5)).abnormal);
        QVERIFY(!card(stages, Stage::Handoff, at(5)).firstOut);
    }
    void randomFlowsAddUp()
    {
        const std::uint64_t seed = 99;
        SeededRng rng(seed);
        LaunchStages stages;
        std::map<std::uint64_t, Place> truth;
        for (int i = 0; i < 20'000; ++i) {
            const std::uint64_t n = 1 + rng.next() % 300;
            const bool isNew = !truth.contains(n);
            const auto place = static_cast<Place>(rng.next() % CountOf<Place>);
            const auto held = static_cast<Stage>(rng.next() % 6);
            const auto status = rng.next() % 2 == 0 ? OrderStatus::Shipped : OrderStatus::Cancelled;
            stages.move(row(n, place, isNew, status), held, at(i));
            truth[n] = place;
        }
        std::array<std::int64_t, CountOf<Place>> places{};
        for (const auto& [n, place] : truth)
            ++places[static_cast<std::size_t>(place)];
        for (std::size_t p = 0; p < places.size(); ++p)
            QVERIFY2(stages.in(static_cast<Place>(p)) == places[p], qPrintable(QString("seed %1").arg(seed)));
        std::int64_t failing = 0;
        for (const session::StageCard& s : stages.cards(at(20'000))) {
            QCOMPARE(s.entered, s.left + s.waiting + s.failing);
            QCOMPARE(s.waiting, places[static_cast<std::size_t>(s.stage) + 1]);
            failing += s.failing;
        }
        QCOMPARE(failing, places[static_cast<std::size_t>(Place::Exception)]);
    }
};

QTEST_GUILESS_MAIN(LaunchStagesTest)
#include "tst_launch_stages.moc"
