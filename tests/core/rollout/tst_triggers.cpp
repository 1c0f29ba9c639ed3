// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/bake.h"
#include "core/rollout/triggers.h"

#include <QTest>
#include <cmath>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

constexpr Milliseconds Minute{60'000};
constexpr Instant T0{1'800'000'000'000};

Level of(const TriggerFacts& f, Trigger t) { return levelsOf(f)[static_cast<std::size_t>(t)]; }

TriggerFacts gateOf(GateVerdict verdict, InconclusiveReason reason = InconclusiveReason::None,
                    bool blocker = true)
{
    static std::array<GatePlan, 2> plans;
    GatePlan& plan = plans[blocker ? 1 : 0];
    plan.blocker = blocker;
    TriggerFacts f;
    JudgedGate g;
    g.plan = &plan;
    g.result.verdict = verdict;
    g.result.reason = reason;
    f.gates = {g};
    return f;
}

Levels only(Trigger t, Level level)
{
    Levels all{};
    all.fill(Level::Clear);
    all[static_cast<std::size_t>(t)] = level;
    return all;
}

Hash run(char c) { return sha256(std::string(1, c)); }

}  // namespace

class TriggersTest : public QObject {
    Q_OBJECT

private slots:
    void aFactIsTripped_data()
    {
        QTest::addColumn<int>("trigger");
        QTest::addColumn<int>("which");
        for (std::size_t t = 0; t < TriggerCount; ++t)
            QTest::newRow(name(static_cast<Trigger>(t)).data()) << static_cast<int>(t) << static_cast<int>(t);
    }
    void aFactIsTripped()  // and at its limit it is not
    {
        QFETCH(int, trigger);
        const auto t = static_cast<Trigger>(trigger);
        TriggerFacts bad, good;
        bad.phase = good.phase = Phase::Canary;
        switch (t) {
        case Trigger::A1:
            bad = gateOf(GateVerdict::NoGo);
            good = gateOf(GateVerdict::NoGo, InconclusiveReason::None, false);
            break;
        case Trigger::A2:
            bad = gateOf(GateVerdict::Inconclusive, InconclusiveReason::StaleData);
            good = gateOf(GateVerdict::Inconclusive, InconclusiveReason::MinSample);
            break;
        case Trigger::A3: bad.logESplit = std::log(1000.0), good.logESplit = std::log(999.0); break;
        case Trigger::A4: bad.openP1P2 = 21, good.openP1P2 = 20; break;
        case Trigger::A5: bad.reconAccuracy = 0.9989, good.reconAccuracy = 0.999; break;
        case Trigger::A6:
            bad.commandAbsent = 15 * Minute + Milliseconds{1};
            good.commandAbsent = 15 * Minute;
            break;
        case Trigger::A7: bad.voteTurnedNoGo = true; break;
        case Trigger::B1: bad.burnRatePage = true, good.burnRatePage = false; break;
        case Trigger::B2:
            bad.breakerOpen = good.breakerOpen = 10 * Minute + Milliseconds{1};
            good.legacyPathHealthy = false;  // the vendor is ill for both
            break;
        case Trigger::B3: bad.breakingDrift = true; break;
        case Trigger::B4: bad.p95Lower = Milliseconds{2'001}, good.p95Lower = Milliseconds{2'000}; break;
        case Trigger::C1: bad.violated = {"dup_effects"}; break;
        case Trigger::C2:
            bad.canaryHarm = good.canaryHarm = {{0.1, {24, 60}}};
            bad.canaryFailures = good.canaryFailures = 24;
            bad.failureBuckets = 2, good.failureBuckets = 1;
            break;
        case Trigger::C3:
            bad.intakeStoppedFor = 60 * Minute + Milliseconds{1};
            good.intakeStoppedFor = 60 * Minute;
            break;
        }
        QCOMPARE(of(bad, t), Level::Tripped);
        QVERIFY(of(good, t) != Level::Tripped);
        QVERIFY(of({}, t) != Level::Tripped);  // knowing nothing trips nothing
    }
    void whatIsMissingIsUnknown()
    {
        const TriggerFacts none;
        for (const Trigger t : {Trigger::A3, Trigger::A4, Trigger::A5, Trigger::B1, Trigger::B4})
            QCOMPARE(of(none, t), Level::Unknown);
    }
    void theBacklogHasThreeParts()
    {
        TriggerFacts f;
        f.exceptionsGrowing = true;
        QCOMPARE(of(f, Trigger::A4), Level::Tripped);
        f = {};
        f.oldestP2 = Milliseconds{3'600'001};
        QCOMPARE(of(f, Trigger::A4), Level::Tripped);
        f.oldestP2 = Milliseconds{2'880'000};
        QCOMPARE(of(f, Trigger::A4), Level::Clear);
        f.oldestP2 = Milliseconds{2'880'001};
        QCOMPARE(of(f, Trigger::A4), Level::Between);
    }
    void absenceMattersOnceASliceIsLive()
    {
        TriggerFacts f;
        f.commandAbsent = 60 * Minute;
        f.phase = Phase::Parallel;
        QVERIFY(of(f, Trigger::A6) != Level::Tripped);
        f.hardFreeze = true;
        QCOMPARE(of(f, Trigger::A6), Level::Tripped);
    }
    void provenHarmNeedsAllOfIt()
    {
        TriggerFacts f;
        f.canaryHarm = {{0.1, {24, 60}}};
        f.canaryFailures = 24;
        f.failureBuckets = 2;
        QVERIFY(harmIsProven(f));
        TriggerFacts few = f;
        few.canaryFailures = 4;
        QVERIFY(!harmIsProven(few));
        TriggerFacts weak = f;
        weak.canaryHarm = {{0.1, {12, 60}}};
        QVERIFY(!harmIsProven(weak));
        TriggerFacts many = f;
        many.blockers = 1'000'000;
        QVERIFY(!harmIsProven(many));
    }
    void theSystemOnlyTakesBack()
    {
        for (std::size_t t = 0; t < TriggerCount; ++t)
            QVERIFY(reactionOf(static_cast<Trigger>(t), OnNoGo::Rollback, {}) != Reaction::None);
        QCOMPARE(reactionOf(Trigger::C2, OnNoGo::Rollback, {}), Reaction::Rollback);
        QCOMPARE(reactionOf(Trigger::C2, OnNoGo::StopIntake, {}), Reaction::StopIntake);
        QCOMPARE(reactionOf(Trigger::C1, OnNoGo::Rollback, {}), Reaction::StopIntake);
        QCOMPARE(reactionOf(Trigger::C3, OnNoGo::Rollback, 120 * Minute), Reaction::PageDeputy);
        QCOMPARE(reactionOf(Trigger::C3, OnNoGo::Rollback, 120 * Minute + Milliseconds{1}),
                 Reaction::ProposeRollback);
    }
    void aTripIsToldOnceAndEndsAfterTwoClearLooks()
    {
        TriggerBoard board;
        QCOMPARE(board.look(only(Trigger::A4, Level::Tripped), T0), std::vector{Trigger::A4});
        QVERIFY(board.look(only(Trigger::A4, Level::Tripped), T0).empty());
        board.look(only(Trigger::A4, Level::Clear), T0);
        QVERIFY(board.isActive(Trigger::A4));
        board.look(only(Trigger::A4, Level::Between), T0);  // not clear twice in a row
        board.look(only(Trigger::A4, Level::Clear), T0);
        QVERIFY(board.isActive(Trigger::A4));
        board.look(only(Trigger::A4, Level::Clear), T0);
        QVERIFY(!board.isActive(Trigger::A4));
    }
    void unknownChangesNothing()
    {
        TriggerBoard board;
        board.look(only(Trigger::A5, Level::Tripped), T0);
        for (int i = 0; i < 5; ++i)
            board.look(only(Trigger::A5, Level::Unknown), T0);
        QVERIFY(board.isActive(Trigger::A5));
    }
    void afterATripItCoolsDown()
    {
        TriggerBoard board;
        QVERIFY(board.cooled(T0));
        board.look(only(Trigger::A4, Level::Tripped), T0);
        QVERIFY(!board.cooled(T0 + 60 * Minute));
        board.look(only(Trigger::A4, Level::Clear), T0 + Minute);
        board.look(only(Trigger::A4, Level::Clear), T0 + 2 * Minute);  // here it ends
        QVERIFY(!board.cooled(T0 + 16 * Minute - Milliseconds{1}));
        QVERIFY(board.cooled(T0 + 16 * Minute));
    }
    void aProposalIsDueAfterItsTimerUnlessStopped()
    {
        Proposal p{Trigger::C1, T0};
        QVERIFY(!p.isDue(T0 + 10 * Minute - Milliseconds{1}));
        QVERIFY(p.isDue(T0 + 10 * Minute));
        p.stopped = true;
        QVERIFY(!p.isDue(T0 + 10 * Minute));
        QVERIFY(!(Proposal{Trigger::C1, T0, false}.isDue(T0 + 60 * Minute)));
    }
    void theBakeCountsRunningOnFreshDataOnly()
    {
        BakeClock bake;
        bake.tick(T0, true, true, run('a'));
        bake.tick(T0 + Minute, true, true, run('a'));
        QCOMPARE(bake.baked(), Minute);
        bake.tick(T0 + 2 * Minute, true, false, run('a'));  // stale
        bake.tick(T0 + 3 * Minute, true, true, run('a'));
        QCOMPARE(bake.baked(), Minute);
        bake.tick(T0 + 4 * Minute, false, true, run('a'));  // paused
        bake.tick(T0 + 5 * Minute, true, true, run('a'));
        bake.tick(T0 + 6 * Minute, true, true, run('a'));
        QCOMPARE(bake.baked(), 2 * Minute);
    }
    void anotherBuildOrALongPauseBeginsAnew()
    {
        BakeClock bake;
        bake.tick(T0, true, true, run('a'));
        bake.tick(T0 + 10 * Minute, true, true, run('a'));
        bake.sawPeak();
        bake.tick(T0 + 11 * Minute, true, true, run('b'));
        QCOMPARE(bake.baked(), Milliseconds{0});
        QCOMPARE(bake.peaks(), 0);
        bake.tick(T0 + 12 * Minute, true, true, run('b'));
        bake.tick(T0 + 13 * Minute, false, true, run('b'));
        bake.tick(T0 + 43 * Minute, true, true, run('b'));  // 30 minutes: still the same
        QCOMPARE(bake.baked(), Minute);
        bake.tick(T0 + 44 * Minute, false, true, run('b'));
        bake.tick(T0 + 74 * Minute + Milliseconds{1}, true, true, run('b'));
        QCOMPARE(bake.baked(), Milliseconds{0});
    }
    void clocksAndBoardsGoOnAfterARestart()
    {
        BakeClock bake;
        bake.tick(T0, true, true, run('a'));
        bake.tick(T0 + Minute, true, true, run('a'));
        BakeClock again(bake.state());
        again.tick(T0 + 2 * Minute, true, true, run('a'));
        QCOMPARE(again.baked(), 2 * Minute);
        TriggerBoard board;
        board.look(only(Trigger::A4, Level::Tripped), T0);
        board.look(only(Trigger::A4, Level::Clear), T0);
        TriggerBoard next(board.state());
        QVERIFY(next.isActive(Trigger::A4));
        next.look(only(Trigger::A4, Level::Clear), T0);
        QVERIFY(!next.isActive(Trigger::A4));
    }
    void aBakeIsDoneWhenAllIsThere()
    {
        BakeClock bake;
        BakeClock::Needs needs{10 * Minute, 20 * Minute, 1, 1, true};
        bake.tick(T0, true, true, run('a'));
        QCOMPARE(bake.earliest(needs, T0), T0 + 10 * Minute);
        bake.tick(T0 + 10 * Minute, true, true, run('a'));
        const Instant now = T0 + 10 * Minute;
        QVERIFY(!bake.isDone(needs, now));
        bake.sawPeak();
        QVERIFY(!bake.isDone(needs, now));
        bake.sawCutoff();
        QVERIFY(bake.isDone(needs, now));
        needs.samplesMet = false;
        QVERIFY(!bake.isDone(needs, now));
        needs.samplesMet = true;
        bake.resumed(now);
        QVERIFY(!bake.isDone(needs, now + 15 * Minute - Milliseconds{1}));
        QVERIFY(bake.isDone(needs, now + 15 * Minute));
        QVERIFY(!bake.timedOut(needs));
        bake.tick(T0 + 20 * Minute, true, true, run('a'));
        QVERIFY(bake.timedOut(needs));
    }
};

QTEST_APPLESS_MAIN(TriggersTest)
#include "tst_triggers.moc"
