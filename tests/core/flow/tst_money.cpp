// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/derive.h"
#include "tests/support/invariants.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

std::string pays(EngineRig& rig, const std::string& type, int payment, const std::string& amount,
                 const std::string& id)
{
    return rig.event("payment." + type, "1",
                     R"({"payment":)" + std::to_string(payment) + R"(,"id":")" + id + R"(","amount":")" +
                         amount + R"(","currency":"EUR"})");
}

std::string returned(EngineRig& rig, int units)
{
    return rig.event("return.received", "1",
                     R"({"return":1,"line":1,"units":)" + std::to_string(units) + R"(,"condition":"good"})");
}

/// What the payment vendor's book holds of an operation, in minor units.
std::int64_t booked(EngineRig& rig, Operation operation)
{
    std::int64_t sum = 0;
    for (const auto& [key, entry] : rig.vendors().find("pay")->book().entries())
        sum += entry.effects > 0 && entry.row.operation == operation ? entry.row.amount : 0;
    return sum;
}

/// Two hats for 20.00.
void place(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
}

}  // namespace

class MoneyOfOrders : public QObject {
    Q_OBJECT

private slots:
    void takesNoMoreThanTheOrderIsWorth_data();
    void takesNoMoreThanTheOrderIsWorth();
    void takesOnAccountWhatNobodyAuthorised();
    void takesNothingForACancelledLine();
    void takesNothingTwiceThatTheShopHasTaken();
    void voidsAnAuthorisationThatComesAfterTheCancel();
    void givesBackNoMoreThanWasTaken();
    void givesBackNothingThatTheShopHasGivenBack();
    void aReportOfOurOwnRefundIsNoOther();
    void givesBackWhenTheMoneyIsThere();
    void waitsAgainForAPaymentThatFailedInTime();
    void anUnaskedParcelIsNotAskedFor();
    void aRetryDoesNotSettleWhatWasRefused();
};

void MoneyOfOrders::takesNoMoreThanTheOrderIsWorth_data()
{
    QTest::addColumn<QStringList>("authorised");
    QTest::addColumn<qint64>("taken");
    QTest::newRow("less") << QStringList{"5.00"} << qint64{500};
    QTest::newRow("exact") << QStringList{"20.00"} << qint64{2'000};
    QTest::newRow("more") << QStringList{"25.00"} << qint64{2'000};
    QTest::newRow("two halves") << QStringList{"10.00", "10.00"} << qint64{2'000};
    QTest::newRow("twice the whole") << QStringList{"20.00", "20.00"} << qint64{2'000};
    QTest::newRow("overlapping") << QStringList{"15.00", "15.00"} << qint64{2'000};
}

void MoneyOfOrders::takesNoMoreThanTheOrderIsWorth()
{
    QFETCH(const QStringList, authorised);
    QFETCH(const qint64, taken);
    EngineRig rig;
    place(rig);
    int payment = 0;
    std::vector<engine::Input> inputs;
    for (const QString& amount : authorised) {
        ++payment;
        inputs.emplace_back().body = engine::EventBytes{
            pays(rig, "authorised", payment, amount.toStdString(), "a" + std::to_string(payment))};
    }
    rig.turn(std::move(inputs));
    rig.pass(2min);
    QCOMPARE(booked(rig, Operation::Capture), taken);
    QVERIFY(violations(rig).empty());
}

void MoneyOfOrders::takesOnAccountWhatNobodyAuthorised()
{
    EngineRig rig({.paymentRule = PaymentRule::None});
    place(rig);
    rig.pass(2min);
    QCOMPARE(booked(rig, Operation::Capture), 2'000);
}

void MoneyOfOrders::takesNothingForACancelledLine()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 1}, {2, "HAT", 1}}));
    rig.post(rig.event("order.cancel_asked", "1", R"({"id":"w","line":2})"));
    rig.post(rig.authorised("1"));
    rig.pass(2min);
    QCOMPARE(rig.order(rig.idOf("1")).standing.status, OrderStatus::Shipped);
    QCOMPARE(booked(rig, Operation::Capture), 1'000);
    QCOMPARE(rig.onHand("east", "HAT"), 99);
}

void MoneyOfOrders::takesNothingTwiceThatTheShopHasTaken()
{
    EngineRig rig;
    place(rig);
    rig.post(rig.authorised("1"));
    rig.post(pays(rig, "captured", 1, "20.00", "c"));
    rig.pass(2min);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Finished);
    QCOMPARE(booked(rig, Operation::Capture), 0);
}

void MoneyOfOrders::voidsAnAuthorisationThatComesAfterTheCancel()
{
    EngineRig rig;
    place(rig);
    rig.post(rig.cancelAsked("1"));
    QCOMPARE(rig.order(rig.idOf("1")).standing.status, OrderStatus::Cancelled);
    rig.post(rig.authorised("1"));
    rig.pass(2min);
    QCOMPARE(booked(rig, Operation::Void), 2'000);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Finished);
}

void MoneyOfOrders::givesBackNoMoreThanWasTaken()
{
    EngineRig rig;
    place(rig);
    rig.post(rig.authorised("1"));
    rig.pass(2min);
    rig.post(returned(rig, 5));  // three more than were ever sent
    rig.pass(2min);
    QCOMPARE(booked(rig, Operation::Refund), 2'000);
    QCOMPARE(rig.codeText(rig.exception(rig.idOf("1")).code), std::string("quantities_contradict"));
}

void MoneyOfOrders::givesBackNothingThatTheShopHasGivenBack()
{
    EngineRig rig;
    place(rig);
    rig.post(rig.authorised("1"));
    rig.pass(2min);
    rig.post(pays(rig, "refunded", 1, "15.00", "by-hand"));
    rig.post(returned(rig, 2));
    rig.pass(2min);
    QCOMPARE(booked(rig, Operation::Refund), 500);
}

void MoneyOfOrders::aReportOfOurOwnRefundIsNoOther()
{
    EngineRig rig;
    place(rig);
    rig.post(rig.authorised("1"));
    rig.pass(2min);
    rig.post(returned(rig, 1));
    rig.pass(1min);
    const std::string reference = rig.order(rig.idOf("1")).latest(Operation::Refund, 1)->reference;
    QVERIFY(!reference.empty());
    rig.post(pays(rig, "refunded", 7, "10.00", reference));  // by the vendor's own counting of payments
    QCOMPARE(orders::payments(rig.order(rig.idOf("1"))).refunded, 1'000);
    rig.post(returned(rig, 1));
    rig.pass(1min);
    QCOMPARE(booked(rig, Operation::Refund), 2'000);
}

void MoneyOfOrders::givesBackWhenTheMoneyIsThere()
{
    EngineRig rig;
    place(rig);
    rig.fail("pay", lab::FaultKind::Outage, {}, 3);
    rig.post(rig.authorised("1"));
    rig.pass(61s);  // shipped, the capture is on its way
    rig.post(returned(rig, 1));
    QCOMPARE(rig.order(rig.idOf("1")).refunds.size(), std::size_t{0});
    rig.pass(10min);
    QCOMPARE(booked(rig, Operation::Capture), 2'000);
    QCOMPARE(booked(rig, Operation::Refund), 1'000);
}

void MoneyOfOrders::waitsAgainForAPaymentThatFailedInTime()
{
    EngineRig rig;
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));  // no stock anywhere
    rig.clock().advance(1s);
    rig.post(pays(rig, "failed", 1, "20.00", "f"));
    rig.stockUp();
    rig.command("retry", rig.idOf("1"));
    rig.pass(2min);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Intake);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    rig.post(pays(rig, "authorised", 1, "20.00", "a2"));
    rig.pass(2min);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Finished);
}

// A request that still lies in the outbox must not follow a parcel that has left without it.
void MoneyOfOrders::anUnaskedParcelIsNotAskedFor()
{
    EngineRig rig;
    rig.stockUp();
    for (const char* number : {"2", "1"}) {  // 1 waits behind the probe of 2
        rig.post(rig.placed(number, {{1, "HAT", 2}}));
        rig.post(rig.authorised(number));
    }
    rig.post(rig.shipped("1"));
    rig.pass(2min);
    const Order order = rig.order(rig.idOf("1"));
    QCOMPARE(order.latest(Operation::Ship, 1)->state, EffectState::NotSent);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    QCOMPARE(order.standing.place, Place::Exception);
    QCOMPARE(rig.codeText(rig.exception(order.id).code), std::string("shipped_before_asked"));
    QCOMPARE(rig.onHand("east", "HAT"), 96);
}

// Found by the simulator, seeds 88 and 178.
void MoneyOfOrders::aRetryDoesNotSettleWhatWasRefused()
{
    EngineRig rig;
    rig.fail("pay", lab::FaultKind::RefuseHard, Operation::Capture);
    place(rig);
    rig.post(rig.authorised("1"));
    rig.pass(10min);
    QCOMPARE(booked(rig, Operation::Capture), 0);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Exception);
    QVERIFY(rig.command("retry", rig.idOf("1")).failed);
    rig.pass(10min);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Exception);
    QCOMPARE(rig.exception(rig.idOf("1")).state == ExceptionState::Resolved, false);
    QVERIFY(!rig.command("resolve", rig.idOf("1"), "card_refused").failed);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Finished);
}

QTEST_GUILESS_MAIN(MoneyOfOrders)
#include "tst_money.moc"
