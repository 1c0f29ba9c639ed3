// SPDX-License-Identifier: GPL-3.0-or-later
#include "made.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

const Deadlines Allowed;

Instant due(const Made& m) { return orders::nextDue(m.order, m.standing(), Allowed); }

}  // namespace

class NextDueTest : public QObject {
    Q_OBJECT

private slots:
    void parkedEventsHaveADeadlineOnce();
    void recordedEventsWaitForTheEndOfTheFile();
    void everyStageHasItsDeadline();
    void anEffectsNextTryComesFirst();
    void whatIsOutOrEndedHasNoTimer();
    void finishedBlockedAndElsewhereHaveNone();
};

void NextDueTest::parkedEventsHaveADeadlineOnce()
{
    Made m;
    m.paid();
    m.order.born = {10'000};
    QCOMPARE(due(m), Instant{10'000} + Allowed.parked);
    m.decided(ParkExpired{});
    QCOMPARE(due(m), Never);
}

void NextDueTest::recordedEventsWaitForTheEndOfTheFile()
{
    for (const Lane lane : {Lane::Observe, Lane::Backfill, Lane::Shadow}) {
        Made m;
        m.paid();
        m.decided(Parked{lane});
        QCOMPARE(due(m), Never);
        Made placed;
        placed.placed(lane, lane == Lane::Observe ? OrderOwner::Holdpoint : OrderOwner::Legacy);
        QCOMPARE(due(placed), Never);
    }
}

void NextDueTest::everyStageHasItsDeadline()
{
    const std::pair<Stage, Milliseconds> stages[] = {{Stage::Intake, Allowed.intake},
                                                     {Stage::Decisioning, Allowed.decisioning},
                                                     {Stage::Allocation, Allowed.allocation},
                                                     {Stage::Handoff, Allowed.handoff},
                                                     {Stage::Confirmation, Allowed.confirmation},
                                                     {Stage::Settlement, Allowed.settlement}};
    Made m;
    m.placed();
    m.order.stageSince = {5'000};
    for (const auto& [stage, allowed] : stages) {
        Standing standing = m.standing();
        standing.stage = stage;
        QCOMPARE(orders::nextDue(m.order, standing, Allowed), Instant{5'000} + allowed);
        QCOMPARE(orders::stageDeadline(m.order, standing, Allowed), Instant{5'000} + allowed);
    }
}

void NextDueTest::anEffectsNextTryComesFirst()
{
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    const Instant deadline = m.order.stageSince + Allowed.handoff;
    QCOMPARE(due(m), deadline);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown, false, {60'000});
    QCOMPARE(due(m), Instant{60'000});
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown, true, deadline + Milliseconds{1});
    QCOMPARE(due(m), deadline);
}

void NextDueTest::whatIsOutOrEndedHasNoTimer()
{
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown, false, {60'000});
    m.answered(Operation::Ship, AttemptOutcome::Done);
    QCOMPARE(due(m), m.order.stageSince + Allowed.confirmation);
}

void NextDueTest::finishedBlockedAndElsewhereHaveNone()
{
    Made finished;
    finished.withNode().shipped();
    QVERIFY(finished.standing().finished);
    QCOMPARE(due(finished), Never);
    Made blocked;
    blocked.withNode();
    blocked.decided(ProblemRaised{ExceptionKind::FailedOrder,
                                  Stage::Confirmation,
                                  Priority::P2,
                                  true,
                                  FailureClass::None,
                                  CodeName{1},
                                  {},
                                  0});
    QCOMPARE(due(blocked), Never);
    Made elsewhere;
    elsewhere.placed(Lane::Live, OrderOwner::Legacy);
    QCOMPARE(due(elsewhere), Never);
}

QTEST_GUILESS_MAIN(NextDueTest)
#include "tst_next_due.moc"
