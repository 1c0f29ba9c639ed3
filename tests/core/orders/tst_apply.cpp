// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "made.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using orders::Addition;

namespace {

template <typename Act>
bool breaks(Act act)
{
    try {
        act();
    } catch (const CheckFailed&) {
        return true;
    }
    return false;
}

StepBody eventStep(const std::string& id, std::vector<Fact> facts,
                   EventDisposition disposition = EventDisposition::Accepted)
{
    StepBody step;
    step.source = id;
    step.producer = ProducerName{1};
    step.disposition = disposition;
    step.facts = std::move(facts);
    step.at = {5'000};
    return step;
}

}  // namespace

class ApplyTest : public QObject {
    Q_OBJECT

private slots:
    void sameContentIsSameWhenSaidLater();
    void sameContentSaidEarlierCounts();
    void otherContentContradictsAndTheEarlierCounts();
    void contradictionsCommute_data();
    void contradictionsCommute();
    void otherIdentityIsAnotherFact();
    void linesAreOrderedByNumber();
    void aCallThatEndsAfterItsEffectIsCountedOnly();
    void secondEndsBreak();
    void whatWasNotSentMayBePlannedAgain();
    void newestAddressCommutes();
    void requestCarriesTheAddressOfItsTime();
    void anAttemptAfterTheEndIsRecordedAndChangesNothing();
    void ownerEpochRises();
    void refusedLegExcludesItsNode();
    void releasedLegIsDroppedAndExpiredIsNot();
    void questionsAndCallsCountApart();
    void aProofIsAboutTheCallsBeforeIt();
    void whatIsUnknownStaysSoUntilALookUp();
    void unknownSinceIsKept();
    void resolvedProblemsAreAcceptedAndEndedOnesAreNot();
    void batchIsThatOfTheStep();
    void duplicatesAreNotSeenTwice();
    void releaseUnparksAll();
    void stageSinceMovesWithTheStageOnly();
};

void ApplyTest::sameContentIsSameWhenSaidLater()
{
    Made m;
    QCOMPARE(m.saw(Captured{"c", {}, 5, {}, {}}, 1, {1'000}), Addition::Added);
    QCOMPARE(m.saw(Captured{"c", {}, 5, {}, {}}, 1, {2'000}), Addition::Same);
    QCOMPARE(m.order.observed.size(), std::size_t{1});
    QCOMPARE(m.order.observed.front().at, Instant{1'000});
    QVERIFY(!m.order.contradicted);
}

void ApplyTest::sameContentSaidEarlierCounts()
{
    Made m;
    m.saw(Captured{"c", {}, 5, {}, {}}, 1, {2'000});
    QCOMPARE(m.saw(Captured{"c", {}, 5, {}, {}}, 1, {1'000}), Addition::Earlier);
    QCOMPARE(m.order.observed.front().at, Instant{1'000});
    QVERIFY(!m.order.contradicted);
}

void ApplyTest::otherContentContradictsAndTheEarlierCounts()
{
    Made m;
    m.saw(Captured{"c", {}, 5, {}, {}}, 1, {2'000});
    QCOMPARE(m.saw(Captured{"c", {}, 7, {}, {}}, 1, {3'000}), Addition::Contradiction);
    QCOMPARE(m.order.observed.front().value, 5);
    QCOMPARE(m.saw(Captured{"c", {}, 9, {}, {}}, 1, {1'000}), Addition::Contradiction);
    QCOMPARE(m.order.observed.front().value, 9);
    QVERIFY(m.order.contradicted);
}

void ApplyTest::contradictionsCommute_data()
{
    QTest::addColumn<QList<int>>("way");
    QList<int> way{0, 1, 2};
    do
        QTest::newRow(qPrintable(QString("%1%2%3").arg(way[0]).arg(way[1]).arg(way[2]))) << way;
    while (std::next_permutation(way.begin(), way.end()));
}

// Two agree at different times, one that disagrees stands between them.
void ApplyTest::contradictionsCommute()
{
    QFETCH(const QList<int>, way);
    const std::int64_t amounts[] = {5, 7, 5};
    const Instant times[] = {{3'000}, {2'000}, {1'000}};
    Made m;
    for (const int i : way)
        m.saw(Captured{"c", {}, amounts[i], {}, {}}, 1, times[i]);
    QCOMPARE(m.order.observed.front().value, 5);
    QCOMPARE(m.order.observed.front().at, Instant{1'000});
}

void ApplyTest::otherIdentityIsAnotherFact()
{
    Made m;
    m.saw(Captured{"c", {}, 5, {}, {}}, 1);
    QCOMPARE(m.saw(Captured{"d", {}, 5, {}, {}}, 1), Addition::Added);  // id
    QCOMPARE(m.saw(Captured{"c", {}, 5, {}, {}}, 2), Addition::Added);  // part
    QCOMPARE(m.saw(Refunded{"c", {}, 5, {}, {}}, 1), Addition::Added);  // kind
    QCOMPARE(m.order.observed.size(), std::size_t{4});
}

void ApplyTest::linesAreOrderedByNumber()
{
    Made m;
    for (const Part line : {Part{3}, Part{1}, Part{2}})
        m.saw(LineOrdered{Sku{line}, 1, 1}, line);
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(m.order.lines[i].line, i + 1);
}

void ApplyTest::aCallThatEndsAfterItsEffectIsCountedOnly()
{
    Made m;
    m.withNode();
    const Effect before = *m.order.effect({Operation::Ship, 1, 1});
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown);
    const Effect& after = *m.order.effect({Operation::Ship, 1, 1});
    QCOMPARE(after.attempts, before.attempts + 1);
    QCOMPARE(after.state, before.state);
    QCOMPARE(after.next, before.next);
    QCOMPARE(m.order.leg(1)->request, ShipmentRequest::Accepted);
}

void ApplyTest::secondEndsBreak()
{
    Made m;
    m.withNode();
    QVERIFY(breaks([&] { m.answered(Operation::Ship, AttemptOutcome::Done); }));
    QVERIFY(breaks([&] { m.planned(Operation::Ship); }));
    QVERIFY(breaks([&] { m.decided(NotSent{Operation::Ship, 1, {}}, 1); }));
    QVERIFY(breaks([&] { m.leg(1); }));
    QVERIFY(breaks([&] { m.decided(Taken{Lane::Live, 0}); }));
    QVERIFY(breaks([&] { m.decided(LegStock{}, 7); }));  // no such leg
    QVERIFY(!breaks([&] { m.planned(Operation::Capture); }));
}

void ApplyTest::whatWasNotSentMayBePlannedAgain()
{
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    QVERIFY(breaks([&] { m.planned(Operation::Ship); }));  // open
    m.decided(NotSent{Operation::Ship, 1, {}}, 1);
    m.planned(Operation::Ship, 1, 2);
    QCOMPARE(m.order.effects.size(), std::size_t{1});
    QCOMPARE(m.order.effects.front().state, EffectState::Planned);
    QCOMPARE(m.order.effects.front().outbox, OutboxId{2});
    QCOMPARE(m.order.intents, 2U);
    QCOMPARE(m.order.legs.front().request, ShipmentRequest::Planned);
}

void ApplyTest::newestAddressCommutes()
{
    const AddressGiven given[] = {{2, RegionName{2}}, {3, RegionName{3}}, {3, RegionName{4}}};
    const Instant said[] = {{1'000}, {3'000}, {2'000}};  // of two that give one version the earlier counts
    for (const std::vector<std::size_t>& order : {std::vector<std::size_t>{0, 1, 2}, {2, 1, 0}, {1, 0, 2}}) {
        Made m;
        m.placed();
        QCOMPARE(m.order.region(), m.order.header.region);
        for (const std::size_t i : order)
            m.saw(given[i], 0, said[i]);
        QCOMPARE(m.order.address.version, std::uint64_t{3});
        QCOMPARE(m.order.region(), RegionName{4});
        QVERIFY(m.order.contradicted);
    }
}

void ApplyTest::requestCarriesTheAddressOfItsTime()
{
    Made m;
    m.placed().leg().granted();
    m.saw(AddressGiven{2, RegionName{2}});
    m.planned(Operation::Ship);
    m.saw(AddressGiven{3, RegionName{3}});
    QCOMPARE(m.order.legs.front().address, std::uint64_t{2});
}

void ApplyTest::anAttemptAfterTheEndIsRecordedAndChangesNothing()
{
    Made m;
    m.withNode().attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown, false, {60'000});
    const Effect& ship = *m.order.latest(Operation::Ship, 1);
    QCOMPARE(ship.attempts, std::uint16_t{1});
    QCOMPARE(ship.state, EffectState::Done);
    QCOMPARE(ship.next, Never);
    QCOMPARE(m.order.legs.front().request, ShipmentRequest::Accepted);
}

void ApplyTest::ownerEpochRises()
{
    Made m;
    m.placed();
    QVERIFY(breaks([&] { m.decided(OwnerSet{1, OrderOwner::Legacy}); }));
    QVERIFY(!breaks([&] { m.decided(OwnerSet{2, OrderOwner::Transfer}); }));
    QVERIFY(!m.order.handedBack);
    m.decided(OwnerSet{3, OrderOwner::Legacy});
    QVERIFY(m.order.handedBack);
    Made born;
    born.placed(Lane::Live, OrderOwner::Legacy);
    QVERIFY(!born.order.handedBack);  // never was ours
}

void ApplyTest::refusedLegExcludesItsNode()
{
    Made m;
    m.placed()
        .leg()
        .granted()
        .planned(Operation::Ship)
        .answered(Operation::Ship, AttemptOutcome::FailedForCertain);
    QCOMPARE(m.order.legs.front().request, ShipmentRequest::Refused);
    QVERIFY(!orders::isActive(m.order.legs.front()));
    QCOMPARE(m.order.excluded, std::vector<NodeName>{NodeName{1}});
    Made yes;
    yes.withNode();
    QVERIFY(yes.order.excluded.empty());
}

void ApplyTest::releasedLegIsDroppedAndExpiredIsNot()
{
    Made m;
    m.placed().leg().granted();
    m.decided(LegStock{LegStockState::Expired, {}, Never, {}}, 1);
    QVERIFY(orders::isActive(m.order.legs.front()));
    m.decided(LegStock{LegStockState::Released, {}, Never, {}}, 1);
    QVERIFY(!orders::isActive(m.order.legs.front()));
}

void ApplyTest::questionsAndCallsCountApart()
{
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown, true);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown, true);
    const Effect& ship = *m.order.latest(Operation::Ship, 1);
    QCOMPARE(ship.attempts, std::uint16_t{1});
    QCOMPARE(ship.questions, std::uint16_t{2});
    QVERIFY(!ship.proved);
    m.attempted(Operation::Ship, AttemptOutcome::NotSent, true);
    QVERIFY(ship.proved);
    QCOMPARE(ship.state, EffectState::Planned);
}

void ApplyTest::aProofIsAboutTheCallsBeforeIt()
{
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown);
    m.attempted(Operation::Ship, AttemptOutcome::NotSent, true);
    const Effect& ship = *m.order.latest(Operation::Ship, 1);
    QVERIFY(ship.proved);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown);
    QVERIFY(!ship.proved);
}

// A second call that never left does not tell what became of the first.
void ApplyTest::whatIsUnknownStaysSoUntilALookUp()
{
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown);
    const Effect& ship = *m.order.latest(Operation::Ship, 1);
    const Instant since = ship.firstUnknown;
    m.attempted(Operation::Ship, AttemptOutcome::NotSent);
    QCOMPARE(ship.state, EffectState::Unknown);
    QCOMPARE(ship.firstUnknown, since);
    m.attempted(Operation::Ship, AttemptOutcome::NotSent, true);
    QCOMPARE(ship.state, EffectState::Planned);
}

void ApplyTest::unknownSinceIsKept()
{
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown);
    const Instant since = m.order.latest(Operation::Ship, 1)->firstUnknown;
    QVERIFY(since != Never);
    m.attempted(Operation::Ship, AttemptOutcome::OutcomeUnknown, true);
    QCOMPARE(m.order.latest(Operation::Ship, 1)->firstUnknown, since);
}

void ApplyTest::resolvedProblemsAreAcceptedAndEndedOnesAreNot()
{
    for (const Resolution resolution : {Resolution::Auto, Resolution::SentToLegacy, Resolution::Manual}) {
        Made m;
        m.placed();
        m.decided(ProblemRaised{ExceptionKind::FailedOrder,
                                Stage::Intake,
                                Priority::P2,
                                true,
                                FailureClass::None,
                                CodeName{4},
                                {},
                                0});
        QVERIFY(m.order.blocked());
        m.decided(ProblemEnded{resolution, {}});
        QVERIFY(!m.order.blocked());
        QCOMPARE(m.order.accepted.size(), resolution == Resolution::Manual ? std::size_t{1} : std::size_t{0});
    }
}

void ApplyTest::batchIsThatOfTheStep()
{
    Order order;
    StepBody loaded = eventStep("e1", {{1, {1}, Captured{"c", {}, 5, {}, {}}}});
    loaded.batch = 7;
    orders::applyStep(order, loaded, 1);
    orders::applyStep(order, eventStep("e2", {{1, {1}, Refunded{"r", {}, 5, {}, {}}}}), 2);
    QCOMPARE(order.observed[0].batch, 7U);
    QCOMPARE(order.observed[1].batch, 0U);
}

void ApplyTest::duplicatesAreNotSeenTwice()
{
    Order order;
    orders::applyStep(order, eventStep("e1", {{1, {1}, Captured{"c", {}, 5, {}, {}}}}), 1);
    orders::applyStep(order, eventStep("e1", {}, EventDisposition::Duplicate), 2);
    orders::applyStep(order, eventStep("e1", {}, EventDisposition::Refused), 3);
    QCOMPARE(order.seen.size(), std::size_t{1});
    QCOMPARE(order.version, Version{3});
    QCOMPARE(order.head, Seq{3});
}

void ApplyTest::releaseUnparksAll()
{
    Order order;
    orders::applyStep(order,
                      eventStep("e1", {{1, {1}, Captured{"c", {}, 5, {}, {}}}}, EventDisposition::Parked), 1);
    QVERIFY(order.seen.front().parked);
    StepBody release = eventStep("e2", {{1, {1}, Refunded{"r", {}, 5, {}, {}}}});
    release.mark(Mark::Unparked);
    orders::applyStep(order, release, 2);
    QVERIFY(!order.seen.front().parked && !order.seen.back().parked);
}

void ApplyTest::stageSinceMovesWithTheStageOnly()
{
    Made m;
    m.placed();
    m.decided(Held{HoldReason::AwaitingPayment, {}}, 1);
    StepBody step = eventStep("e1", {{0, {1}, CancelWished{"w", {}}}});
    orders::closeStep(m.order, step, 1);
    const Instant since = m.order.stageSince;
    step.at = {9'000};
    orders::closeStep(m.order, step, 2);
    QCOMPARE(m.order.stageSince, since);  // still at intake
    m.decided(HoldReleased{}, 1);
    step.at = {12'000};
    orders::closeStep(m.order, step, 3);
    QCOMPARE(m.order.stageSince, Instant{12'000});
}

QTEST_GUILESS_MAIN(ApplyTest)
#include "tst_apply.moc"
