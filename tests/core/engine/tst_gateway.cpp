// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gateway.h"

#include <QTest>

using namespace holdpoint;
using namespace std::chrono_literals;
using delivery::NextMove;
using engine::Gateway;

namespace {

class Calls final : public engine::Dispatcher {
public:
    void dispatch(const VendorCall& call) override { made.push_back(call); }
    std::vector<VendorCall> made;
};

/// A gateway to one vendor, whose first call has been answered well unless said otherwise.
struct World {
    Dictionary names;
    Policy policy;
    Calls calls;
    std::unique_ptr<Gateway> gateway;
    Instant now{1'000'000};

    explicit World(bool probed = true)
    {
        VendorProfile vendor;
        vendor.name = names.intern<NameKind::Vendor>("wms");
        policy.vendors = {vendor};
        gateway = std::make_unique<Gateway>(policy, names, calls);
        if (!probed)
            return;
        send(1'000);
        answer(1'000);
        gateway->forget(1'000);
        calls.made.clear();
    }
    [[nodiscard]] EffectRequest request(OutboxId outbox) const
    {
        EffectRequest r;
        r.outbox = outbox;
        r.vendor = policy.vendors.front().name;
        r.key = "hp:" + std::to_string(outbox) + ":ship:1";
        return r;
    }
    void send(OutboxId outbox) { gateway->send(request(outbox), now); }
    void answer(OutboxId outbox, bool failed = false, std::uint16_t attempt = 1)
    {
        VendorAnswer a;
        a.outbox = outbox;
        a.attempt = attempt;
        a.outcome = failed ? AttemptOutcome::OutcomeUnknown : AttemptOutcome::Done;
        a.cls = failed ? FailureClass::Transport : FailureClass::None;
        gateway->answered(a, now);
    }
    void again(OutboxId outbox, bool ask, std::uint16_t attempt)
    {
        Dispatch dispatch;
        dispatch.request.outbox = outbox;
        dispatch.ask = ask;
        dispatch.attempt = attempt;
        gateway->again(dispatch, now);
    }
    std::vector<OutboxId> release(bool may = true)
    {
        std::vector<OutboxId> refused;
        gateway->release(
            now, [may](const EffectRequest&) { return may; },
            [&](const EffectRequest& r) { refused.push_back(r.outbox); });
        return refused;
    }
    /// Enough failures in one moment.
    void breakVendor()
    {
        for (OutboxId id = 2'000; id < 2'020; ++id)
            send(id);
        for (OutboxId id = 2'000; id < 2'020; ++id)
            answer(id, true);
        calls.made.clear();
    }
};

}  // namespace

class GatewayTest : public QObject {
    Q_OBJECT

private slots:
    void sendsAtOnceWithItsKey();
    void firstCallToAVendorIsAProbe();
    void failedProbeWaitsForTheNext();
    void openBreakerHoldsCallsAndQuestions();
    void whatIsUnderWayIsNotSentTwice();
    void retriesAfterTheBudgetWait();
    void whatWaitsAndMayNotLeaveIsHandedBack();
    void forgottenRowsDoNotLeave();
    void resumedRowsAreNeverTakenForUnsent();
    void resumingGoesByTheMove_data();
    void resumingGoesByTheMove();
    void rowsOfThisFrameAreUnsent();
};

void GatewayTest::sendsAtOnceWithItsKey()
{
    World w;
    w.send(1);
    QCOMPARE(w.calls.made.size(), std::size_t{1});
    QCOMPARE(w.calls.made[0].key, std::string("hp:1:ship:1"));
    QCOMPARE(w.calls.made[0].attempt, std::uint16_t{1});
    QVERIFY(!w.calls.made[0].ask);
    QVERIFY(w.gateway->isUnderWay(1));
    QVERIFY(!w.gateway->isWaiting(1));
    w.answer(1);
    QVERIFY(!w.gateway->isUnderWay(1));
}

void GatewayTest::firstCallToAVendorIsAProbe()
{
    World w(false);
    w.send(1);
    w.send(2);
    QCOMPARE(w.calls.made.size(), std::size_t{1});
    QVERIFY(w.gateway->isWaiting(2));
    QCOMPARE(w.gateway->nextDue(), w.now + 5s);
    w.release();
    QCOMPARE(w.calls.made.size(), std::size_t{1});
    w.answer(1);
    w.release();  // closed: nothing to wait for
    QCOMPARE(w.calls.made.size(), std::size_t{2});
    QCOMPARE(w.gateway->nextDue(), Never);
}

void GatewayTest::failedProbeWaitsForTheNext()
{
    World w(false);
    w.send(1);
    w.send(2);
    w.answer(1, true);
    w.now = w.now + 5s - Milliseconds{1};
    w.release();
    QCOMPARE(w.calls.made.size(), std::size_t{1});
    w.now = w.now + Milliseconds{1};
    w.release();
    QCOMPARE(w.calls.made.size(), std::size_t{2});
}

void GatewayTest::openBreakerHoldsCallsAndQuestions()
{
    World w;
    w.breakVendor();
    w.gateway->tick(w.now);
    QVERIFY(w.gateway->breakerOpen(w.policy.vendors.front().name));
    w.send(1);
    w.again(2'000, true, 1);
    QVERIFY(w.calls.made.empty());
    QVERIFY(w.gateway->isWaiting(1));
    QVERIFY(!w.gateway->isWaiting(2'000));  // was sent before
    w.now = w.now + 5s;
    w.release();
    QCOMPARE(w.calls.made.size(), std::size_t{1});  // one probe, whoever it is
}

void GatewayTest::whatIsUnderWayIsNotSentTwice()
{
    World w;
    w.send(1);
    w.again(1, false, 2);
    w.again(1, true, 1);
    QCOMPARE(w.calls.made.size(), std::size_t{1});
    w.answer(1, true);
    w.again(1, true, 1);
    QCOMPARE(w.calls.made.size(), std::size_t{2});
    QVERIFY(w.calls.made.back().ask);
}

// Ten retries are in the budget from the start; then one a second.
void GatewayTest::retriesAfterTheBudgetWait()
{
    World w;
    for (OutboxId id = 1; id <= 12; ++id) {
        w.send(id);
        w.answer(id);
    }
    w.calls.made.clear();
    for (OutboxId id = 1; id <= 12; ++id)
        w.again(id, false, 2);
    QCOMPARE(w.calls.made.size(), std::size_t{12});  // 10 + 1.3 earned + the free one of this second
    w.again(1, true, 1);
    w.send(13);
    QCOMPARE(w.calls.made.size(), std::size_t{13});  // 1 is under way, first calls need no budget
    w.answer(13);
    w.again(13, false, 2);
    QCOMPARE(w.calls.made.size(), std::size_t{13});
    QCOMPARE(w.gateway->nextDue(), w.now + 1s);
    w.now = w.now + 1s;
    w.release();
    QCOMPARE(w.calls.made.size(), std::size_t{14});
    QCOMPARE(w.calls.made.back().attempt, std::uint16_t{2});
}

void GatewayTest::whatWaitsAndMayNotLeaveIsHandedBack()
{
    World w(false);
    w.send(1);
    w.send(2);
    w.answer(1);
    QCOMPARE(w.release(false), std::vector<OutboxId>{2});
    QCOMPARE(w.calls.made.size(), std::size_t{1});
}

void GatewayTest::forgottenRowsDoNotLeave()
{
    World w(false);
    w.send(1);
    w.send(2);
    w.gateway->forget(2);
    w.answer(1);
    w.release();
    w.again(2, false, 2);
    QCOMPARE(w.calls.made.size(), std::size_t{1});
    QVERIFY(w.gateway->request(2) == nullptr);
}

void GatewayTest::resumedRowsAreNeverTakenForUnsent()
{
    World w(false);
    for (const OutboxId id : {OutboxId{1}, OutboxId{2}})
        w.gateway->resume(w.request(id), NextMove::Kind::AskAgain, 1, w.now);
    QCOMPARE(w.calls.made.size(), std::size_t{1});
    QCOMPARE(w.gateway->waiting(), std::size_t{1});
    QVERIFY(!w.gateway->isWaiting(2));
}

void GatewayTest::resumingGoesByTheMove_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("calls");
    QTest::addColumn<bool>("ask");
    QTest::newRow("asks") << int(NextMove::Kind::AskAgain) << 1 << true;
    QTest::newRow("sends") << int(NextMove::Kind::SendAgain) << 1 << false;
    QTest::newRow("waits for a person") << int(NextMove::Kind::NeedsPerson) << 0 << false;
}

void GatewayTest::resumingGoesByTheMove()
{
    QFETCH(const int, kind);
    QFETCH(const int, calls);
    QFETCH(const bool, ask);
    World w(false);
    w.gateway->resume(w.request(1), static_cast<NextMove::Kind>(kind), 3, w.now);
    QCOMPARE(static_cast<int>(w.calls.made.size()), calls);
    QVERIFY(w.gateway->request(1) != nullptr);
    if (calls > 0) {
        QCOMPARE(w.calls.made[0].ask, ask);
        QCOMPARE(w.calls.made[0].attempt, std::uint16_t{3});
    }
}

void GatewayTest::rowsOfThisFrameAreUnsent()
{
    World w;
    QVERIFY(w.gateway->isWaiting(77));
    w.send(77);
    QVERIFY(!w.gateway->isWaiting(77));
}

QTEST_GUILESS_MAIN(GatewayTest)
#include "tst_gateway.moc"
