// SPDX-License-Identifier: GPL-3.0-or-later
#include "made.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

class DeriveTest : public QObject {
    Q_OBJECT

private slots:
    void awaitedUntilPlaced();
    void heldStandsAtIntake();
    void decisioningUntilDecided();
    void allocationUntilEveryLegIsGranted();
    void handoffUntilAccepted_data();
    void handoffUntilAccepted();
    void earliestLegDecidesTheStage();
    void confirmationUntilAllHasShipped();
    void settlementUntilMoneyIsSettled();
    void blockingProblemIsAnExceptionAndKeepsTheStage();
    void legacyOwnerIsElsewhere();
    void shippedOutweighsCancelled();
    void cancelledIsFinishedOnlyWhenNothingIsOpen();
    void returnedWhenAllCameBack();
    void unitsAreSumsAndWholeLegs();
    void deliveryIsEvidenceOfShipping();
    void cancelledLinesAreNotOrdered();
    void moreThanOrderedIsBroken();
    void newestWordOnAPaymentCounts_data();
    void newestWordOnAPaymentCounts();
    void ourOwnCallsCountOnceWithTheirReports();
    void withdrawnFactsDoNotCount();
    void observedStatusIgnoresDecisions();
    void observedOrdersAreCancelledByTheWish();
};

void DeriveTest::awaitedUntilPlaced()
{
    Made m;
    m.paid();
    QCOMPARE(m.stands(), std::string("awaited/awaited"));
    m.placed();
    QCOMPARE(m.stands(), std::string("decisioning/accepted"));
}

void DeriveTest::heldStandsAtIntake()
{
    Made m;
    m.placed();
    m.decided(Held{HoldReason::AwaitingPayment, {}}, 1);
    QCOMPARE(m.stands(), std::string("intake/accepted"));
    QVERIFY(m.standing().has(Flag::Unpaid) && m.standing().has(Flag::OnHold));
    m.decided(HoldReleased{}, 2);  // another one's handle
    QCOMPARE(m.standing().place, Place::Intake);
    m.decided(HoldReleased{}, 1);
    QCOMPARE(m.standing().place, Place::Decisioning);
    QVERIFY(!m.standing().has(Flag::Unpaid) && !m.standing().has(Flag::OnHold));
}

void DeriveTest::decisioningUntilDecided()
{
    Made m;
    m.placed();
    QCOMPARE(m.standing().place, Place::Decisioning);
    m.leg();
    QCOMPARE(m.stands(), std::string("allocation/decided"));
}

void DeriveTest::allocationUntilEveryLegIsGranted()
{
    Made m;
    m.placed().leg(1, 1).leg(2, 1).granted(1);
    QCOMPARE(m.stands(), std::string("allocation/reserved"));
    m.granted(2);
    QCOMPARE(m.stands(), std::string("handoff/reserved"));
}

void DeriveTest::handoffUntilAccepted_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("stands");
    QTest::newRow("unknown") << int(AttemptOutcome::OutcomeUnknown) << "handoff/requested";
    QTest::newRow("in progress") << int(AttemptOutcome::InProgress) << "handoff/requested";
    QTest::newRow("not sent") << int(AttemptOutcome::NotSent) << "handoff/requested";
    QTest::newRow("done") << int(AttemptOutcome::Done) << "confirmation/with_node";
}

void DeriveTest::handoffUntilAccepted()
{
    QFETCH(const int, outcome);
    QFETCH(const QString, stands);
    Made m;
    m.placed().leg().granted().planned(Operation::Ship);
    QCOMPARE(m.stands(), std::string("handoff/requested"));
    const auto end = static_cast<AttemptOutcome>(outcome);
    m.attempted(Operation::Ship, end);
    if (end == AttemptOutcome::Done)
        m.answered(Operation::Ship, end);
    QCOMPARE(m.stands(), stands.toStdString());
    QCOMPARE(m.standing().has(Flag::OutcomeUnknown),
             end == AttemptOutcome::OutcomeUnknown || end == AttemptOutcome::InProgress);
}

void DeriveTest::earliestLegDecidesTheStage()
{
    Made m;
    m.placed().leg(1, 1).granted(1).planned(Operation::Ship).answered(Operation::Ship, AttemptOutcome::Done);
    m.leg(2, 1);
    QCOMPARE(m.stands(), std::string("allocation/with_node"));
    m.decided(LegStock{LegStockState::Released, {}, Never, {}}, 2);  // dropped legs do not count
    QCOMPARE(m.standing().place, Place::Confirmation);
}

void DeriveTest::confirmationUntilAllHasShipped()
{
    Made m;
    m.withNode();
    QCOMPARE(m.standing().place, Place::Confirmation);
    m.shipped(1, "s1");
    QCOMPARE(m.stands(), std::string("confirmation/partly_shipped"));
    m.shipped(1, "s2");
    QCOMPARE(m.standing().status, OrderStatus::Shipped);
    QVERIFY(m.standing().place != Place::Confirmation);
}

void DeriveTest::settlementUntilMoneyIsSettled()
{
    Made m;
    m.withNode().shipped().planned(Operation::Capture, 1, 2);
    QCOMPARE(m.stands(), std::string("settlement/shipped"));
    QVERIFY(!m.standing().finished);
    m.answered(Operation::Capture, AttemptOutcome::Done);
    QCOMPARE(m.stands(), std::string("finished/shipped"));
    QVERIFY(m.standing().finished);
    QCOMPARE(m.standing().payment, PaymentStatus::Captured);
}

void DeriveTest::blockingProblemIsAnExceptionAndKeepsTheStage()
{
    for (const bool blocking : {false, true}) {
        Made m;
        m.withNode();
        m.decided(ProblemRaised{ExceptionKind::FailedOrder,
                                Stage::Confirmation,
                                Priority::P2,
                                blocking,
                                FailureClass::None,
                                CodeName{1},
                                {},
                                0});
        QCOMPARE(m.standing().place, blocking ? Place::Exception : Place::Confirmation);
        QCOMPARE(m.standing().stage, Stage::Confirmation);
    }
}

void DeriveTest::legacyOwnerIsElsewhere()
{
    Made m;
    m.placed(Lane::Live, OrderOwner::Legacy);
    QCOMPARE(m.stands(), std::string("elsewhere/accepted"));
    QVERIFY(m.standing().finished);
    m.decided(OwnerSet{2, OrderOwner::Holdpoint});
    QCOMPARE(m.standing().place, Place::Decisioning);
    m.decided(OwnerSet{3, OrderOwner::Transfer});
    QVERIFY(m.standing().place != Place::Elsewhere);  // not given yet
    m.decided(OwnerSet{4, OrderOwner::Legacy});
    QCOMPARE(m.stands(), std::string("elsewhere/handed_back"));
}

void DeriveTest::shippedOutweighsCancelled()
{
    Made m;
    m.withNode();
    m.decided(CancelVerdict{true, {}});
    QCOMPARE(m.standing().status, OrderStatus::Cancelled);
    m.shipped();
    QCOMPARE(m.standing().status, OrderStatus::Shipped);
}

void DeriveTest::cancelledIsFinishedOnlyWhenNothingIsOpen()
{
    Made m;
    m.placed().paid();
    m.decided(CancelVerdict{true, {}});
    QCOMPARE(m.stands(), std::string("finished/cancelled"));
    m.planned(Operation::Void);
    QCOMPARE(m.stands(), std::string("settlement/cancelled"));
    m.answered(Operation::Void, AttemptOutcome::Done);
    QCOMPARE(m.stands(), std::string("finished/cancelled"));
}

void DeriveTest::returnedWhenAllCameBack()
{
    Made m;
    m.withNode().shipped().delivered();
    m.saw(ReturnReceived{"r1", 1, 1, {}}, 1);
    QCOMPARE(m.standing().status, OrderStatus::Delivered);
    m.saw(ReturnReceived{"r2", 1, 1, {}}, 1);
    QCOMPARE(m.standing().status, OrderStatus::Returned);
}

void DeriveTest::unitsAreSumsAndWholeLegs()
{
    Made m;
    m.withNode().shipped(1, "s1");
    QCOMPARE(orders::shippedOf(m.order, 1), 1);
    m.shipped(0, "s2");  // says nothing of units: the whole leg
    QCOMPARE(orders::shippedOf(m.order, 1), 3);
    QVERIFY(orders::quantities(m.order).broken);
    Made unknown;
    Placed header;
    header.lines = LinesKnown::Unknown;
    unknown.saw(header);
    unknown.decided(Taken{Lane::Live, 0});
    QCOMPARE(orders::quantities(unknown.order).ordered, 1);  // one parcel
    QVERIFY(unknown.standing().has(Flag::LinesUnknown));
}

void DeriveTest::deliveryIsEvidenceOfShipping()
{
    Made m;
    m.withNode().delivered();
    QCOMPARE(orders::shippedOf(m.order, 1), 2);
    QCOMPARE(orders::shippedOf(m.order, 2), 0);
    m.shipped();
    QCOMPARE(orders::shippedOf(m.order, 1), 2);  // not twice
    QVERIFY(!orders::quantities(m.order).broken);
}

void DeriveTest::cancelledLinesAreNotOrdered()
{
    Made m;
    m.placed();
    m.decided(LineCancelled{1}, 1);
    QCOMPARE(orders::quantities(m.order).ordered, 1);
    m.decided(LineCancelled{1}, 2);  // no such line
    QCOMPARE(orders::quantities(m.order).ordered, 1);
}

void DeriveTest::moreThanOrderedIsBroken()
{
    Made m;
    m.withNode().shipped(2);
    m.delivered(2);
    QVERIFY(!orders::quantities(m.order).broken);
    m.saw(ReturnReceived{"r", 1, 2, {}}, 1);
    QVERIFY(!orders::quantities(m.order).broken);
    m.saw(ReturnReceived{"r2", 1, 1, {}}, 1);
    QVERIFY(orders::quantities(m.order).broken);
}

void DeriveTest::newestWordOnAPaymentCounts_data()
{
    QTest::addColumn<int>("failedAt");
    QTest::addColumn<bool>("failed");
    QTest::newRow("before") << 1'999 << false;
    QTest::newRow("at the same time") << 2'000 << true;  // caution
    QTest::newRow("after") << 2'001 << true;
}

void DeriveTest::newestWordOnAPaymentCounts()
{
    QFETCH(const int, failedAt);
    QFETCH(const bool, failed);
    Made m;
    m.placed();
    m.saw(Authorised{"a", {}, 2'000, {}, {}}, 1, {2'000});
    m.saw(PaymentFailed{"f", {}, 2'000, {}, {}}, 1, {failedAt});
    QCOMPARE(orders::payments(m.order).failed, failed);
    QCOMPARE(m.standing().has(Flag::Unpaid), failed);
    QCOMPARE(m.standing().payment, failed ? PaymentStatus::Failed : PaymentStatus::Authorised);
}

void DeriveTest::ourOwnCallsCountOnceWithTheirReports()
{
    Made m;
    m.withNode().shipped().planned(Operation::Capture, 1, 2);
    QCOMPARE(orders::payments(m.order).captured, 0);
    m.answered(Operation::Capture, AttemptOutcome::Done);
    QCOMPARE(orders::payments(m.order).captured, 2'000);
    m.saw(Captured{"c", {}, 2'000, {}, {}}, 1);
    QCOMPARE(orders::payments(m.order).captured, 2'000);
}

void DeriveTest::withdrawnFactsDoNotCount()
{
    Made m;
    m.placed(Lane::Backfill, OrderOwner::Legacy);
    m.saw(ShippedFact{"s", {}, 0, 0, {}}, 1, {}, 7);
    QCOMPARE(orders::quantities(m.order).shipped, 2);
    m.decided(Withdrawn{8});
    QCOMPARE(orders::quantities(m.order).shipped, 2);
    m.decided(Withdrawn{7});
    QCOMPARE(orders::quantities(m.order).shipped, 0);
}

void DeriveTest::observedStatusIgnoresDecisions()
{
    Made m;
    m.withNode();
    QCOMPARE(orders::observedStatus(m.order), OrderStatus::Accepted);
    m.shipped();
    QCOMPARE(orders::observedStatus(m.order), OrderStatus::Shipped);
    m.delivered();
    QCOMPARE(orders::observedStatus(m.order), OrderStatus::Delivered);
}

void DeriveTest::observedOrdersAreCancelledByTheWish()
{
    for (const Lane lane : {Lane::Live, Lane::Observe}) {
        Made m;
        m.placed(lane);
        m.saw(CancelWished{"w", {}});
        QCOMPARE(m.standing().status, lane == Lane::Observe ? OrderStatus::Cancelled : OrderStatus::Accepted);
    }
}

QTEST_GUILESS_MAIN(DeriveTest)
#include "tst_derive.moc"
