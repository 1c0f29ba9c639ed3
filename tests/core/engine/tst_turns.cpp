// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/invariants.h"
#include "tests/support/walks.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;
using lab::FaultKind;

/// What a turn promises its host.
class TurnsTest : public QObject {
    Q_OBJECT

private slots:
    void oneOrderInMemoryIsEnough_data();
    void oneOrderInMemoryIsEnough();
    void nothingIsSaidOfATurnThatWasNotCommitted();
    void answersOfATurnThatWasNotCommittedAreTakenAgain();
    void unclassifiedFailureIsNotSentAgainAfterARestart();
    void whatIsCancelledInTheTurnInWhichItMayLeaveStays();
    void aSecondStartAsksAPersonOnce();
    void aDeadlineOfAnOrderFromDiskIsWrittenWhenNearer();
    void aSweepGoesOnAfterAFailedCommit();
    void haltedEngineSaysSo();
    void aFrameThatNobodyKnowsOfIsNotRefused_data();
    void aFrameThatNobodyKnowsOfIsNotRefused();
    void wallClockJumpsFireNothing();
};

void TurnsTest::oneOrderInMemoryIsEnough_data()
{
    QTest::addColumn<int>("walk");
    for (int i = 0; i < static_cast<int>(walks().size()); ++i)
        QTest::newRow(walks()[static_cast<std::size_t>(i)].name.c_str()) << i;
}

void TurnsTest::oneOrderInMemoryIsEnough()
{
    QFETCH(const int, walk);
    const Walk& script = walks()[static_cast<std::size_t>(walk)];
    const Aftermath expected = aftermath(*walked(script.name), script.orders);
    RigOptions options = script.options;
    options.engine.ordersInMemory = 1;
    EngineRig rig(options);
    script.run(rig);
    QVERIFY(rig.engine().entities().ordersInMemory() <= 1);
    const auto found = violations(rig);
    QVERIFY2(found.empty(), found.empty() ? "" : found.front().c_str());
    const std::string differs = difference(expected, aftermath(rig, script.orders));
    QVERIFY2(differs.empty(), differs.c_str());
}

void TurnsTest::nothingIsSaidOfATurnThatWasNotCommitted()
{
    EngineRig rig;
    rig.store().at(rig.store().commits() + 1, StoreFault::NotCommitted);
    std::vector<engine::Input> inputs(1);
    inputs[0].body = engine::EventBytes{rig.placed("1", {{}})};
    const auto failed = rig.engine().turn(inputs);
    QVERIFY(failed.has_value());
    QCOMPARE(failed->durability, engine::Durability::notCommitted);
    QVERIFY(failed->outcomes.empty());
    QVERIFY(rig.idOf("1").isNone());
    QVERIFY(!rig.engine().isHalted());
    inputs[0].body = engine::EventBytes{rig.placed("1", {{}})};
    const auto done = rig.engine().turn(inputs);
    QCOMPARE(done->outcomes.size(), std::size_t{1});
    QVERIFY(!rig.idOf("1").isNone());
}

void TurnsTest::answersOfATurnThatWasNotCommittedAreTakenAgain()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    rig.store().at(rig.store().commits() + 1, StoreFault::NotCommitted);  // the turn of the answer
    rig.pass(1s);
    QCOMPARE(rig.repeats(), 1);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Confirmation);
    QCOMPARE(rig.order(rig.idOf("1")).latest(Operation::Ship, 1)->attempts, std::uint16_t{1});
}

// Nobody knows what such an answer means: asked about if the vendor can be asked, else left to a person.
void TurnsTest::unclassifiedFailureIsNotSentAgainAfterARestart()
{
    for (const bool canBeAsked : {true, false}) {
        RigOptions options;
        options.adjust = [canBeAsked](Policy& p, Dictionary&) {
            for (VendorProfile& vendor : p.vendors)
                vendor.hasStatusQuery = canBeAsked;
        };
        EngineRig rig(options);
        rig.stockUp();
        lab::Fault fault;
        fault.kind = FaultKind::RefuseSoft;
        fault.code = "nobody_ever_heard_of_this";
        fault.operation = Operation::Ship;
        rig.vendors().find("wms-east")->faults().add(fault);
        rig.fail("wms-east", FaultKind::Timeout, {}, -1, true);
        rig.post(rig.placed("1", {{1, "HAT", 2}}));
        rig.post(rig.authorised("1"));
        rig.pass(1s);
        const auto* entry = rig.vendors().find("wms-east")->book().find("hp:1:ship:1");
        QCOMPARE(rig.order(rig.idOf("1")).latest(Operation::Ship, 1)->cls, FailureClass::Unclassified);
        for (int life = 0; life < 3; ++life) {
            rig.crash();
            rig.start();
            rig.pass(20min);
        }
        QCOMPARE(entry->received, 1U);
        QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Exception);
        QCOMPARE(rig.order(rig.idOf("1")).latest(Operation::Ship, 1)->questions > 0, canBeAsked);
        QVERIFY(rig.order(rig.idOf("1")).latest(Operation::Ship, 1)->attempts <=
                2);  // told once, not each life
        QVERIFY(violations(rig).empty());
    }
}

// The answer to the probe opens the way for order 2; its cancellation comes in the same turn.
void TurnsTest::whatIsCancelledInTheTurnInWhichItMayLeaveStays()
{
    EngineRig rig;
    rig.stockUp();
    for (const char* number : {"1", "2"}) {
        rig.post(rig.placed(number, {{1, "HAT", 2}}));
        rig.post(rig.authorised(number));
    }
    rig.clock().advance(10ms);
    rig.vendors().advance(rig.clock().wall());
    std::vector<engine::Input> inputs;
    for (VendorAnswer& answer : rig.vendors().takeAnswers())
        inputs.emplace_back().body = std::move(answer);
    QCOMPARE(inputs.size(), std::size_t{1});
    inputs.emplace_back().body = engine::EventBytes{rig.cancelAsked("2")};
    rig.turn(std::move(inputs));
    rig.pass(2min);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Finished);
    QCOMPARE(rig.order(rig.idOf("2")).standing.status, OrderStatus::Cancelled);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "2"), 0);
}

void TurnsTest::aSecondStartAsksAPersonOnce()
{
    RigOptions options;
    options.adjust = [](Policy& p, Dictionary&) {
        for (VendorProfile& vendor : p.vendors)
            vendor.hasStatusQuery = vendor.honoursKeys = false;
    };
    EngineRig rig(options);
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    rig.crash();
    rig.start();
    QVERIFY(rig.engine().start().has_value());
    rig.turn({});
    QCOMPARE(rig.order(rig.idOf("1")).latest(Operation::Ship, 1)->attempts, std::uint16_t{1});
    QCOMPARE(rig.exception(rig.idOf("1")).problems, std::uint16_t{1});
}

void TurnsTest::aDeadlineOfAnOrderFromDiskIsWrittenWhenNearer()
{
    RigOptions options;
    options.engine.ordersInMemory = 1;
    EngineRig rig(options);
    rig.post(rig.event("order.address", "1", R"({"version":1,"region":"eu"})"));  // waits 15 minutes
    rig.post(rig.placed("2", {{}}));                                              // order 1 leaves memory
    rig.post(rig.placed("1", {{}}));                                              // 5 minutes for its payment
    const auto found = violations(rig);
    QVERIFY2(found.empty(), found.empty() ? "" : found.front().c_str());
}

void TurnsTest::aSweepGoesOnAfterAFailedCommit()
{
    EngineRig rig;
    for (int i = 0; i < 700; ++i)  // more than one page
        rig.post(rig.event("shipment.delivered", "n" + std::to_string(i), R"({"leg":1,"id":"d"})"),
                 Lane::Observe);
    rig.store().at(rig.store().commits() + 2, StoreFault::NotCommitted);
    std::vector<engine::Input> inputs(1);
    inputs[0].body = engine::SweepEndOfFile{};
    rig.turn(std::move(inputs));
    rig.settle();
    QCOMPARE(rig.repeats(), 1);
    for (const int i : {0, 511, 512, 699})
        QVERIFY2(rig.order(rig.idOf("n" + std::to_string(i))).parkExpired, std::to_string(i).c_str());
}

void TurnsTest::aFrameThatNobodyKnowsOfIsNotRefused_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("done");
    const auto row = [](const char* name, StoreFault fault, Code code, bool done) {
        QTest::newRow(name) << static_cast<int>(fault) << static_cast<int>(code) << done;
    };
    row("it is there", StoreFault::UnknownCommitted, Code::OutcomeUnknown, true);
    row("it is not", StoreFault::UnknownNotCommitted, Code::OutcomeUnknown, false);
    row("it was said not to be", StoreFault::NotCommitted, Code::Unavailable, false);
}

void TurnsTest::aFrameThatNobodyKnowsOfIsNotRefused()
{
    QFETCH(const int, fault);
    QFETCH(const int, code);
    QFETCH(const bool, done);
    EngineRig rig;
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    const auto command = [&] {
        engine::CommandInput c;
        c.key = "k";
        c.actor = "ada";
        c.role = Role::SupportLead;
        c.what = "cancel_order";
        c.object = rig.idOf("1");
        std::vector<engine::Input> inputs(1);
        inputs[0].body = c;
        return inputs;
    };
    rig.store().at(rig.store().commits() + 1, static_cast<StoreFault>(fault));
    rig.store().refuseHolders(1);
    auto inputs = command();
    const auto turned = rig.engine().turn(inputs);
    QVERIFY(!turned.has_value());
    QCOMPARE(static_cast<int>(turned.error().code), code);
    QVERIFY(rig.engine().isHalted());
    QVERIFY(rig.engine().start().has_value());
    inputs = command();  // asks what became of it
    const auto asked = rig.engine().turn(inputs);
    QCOMPARE(asked->outcomes.front().disposition,
             done ? EventDisposition::Duplicate : EventDisposition::Accepted);
    QVERIFY(!asked->outcomes.front().failed);
    QCOMPARE(rig.order(rig.idOf("1")).standing.status, OrderStatus::Cancelled);
}

void TurnsTest::haltedEngineSaysSo()
{
    EngineRig rig;
    SeededRng rng(1);
    NoPublisher nobody;
    engine::Engine another({rig.store(), rig.clock(), rng, rig.vendors(), nobody, rig.crashPoint()},
                           [](Dictionary&) { return Policy{}; });
    QVERIFY(another.isHalted());
    const auto turned = another.turn({});
    QVERIFY(!turned.has_value());
    QCOMPARE(turned.error().code, Code::Unavailable);
}

void TurnsTest::wallClockJumpsFireNothing()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    const Instant before = rig.engine().now();
    rig.clock().jump(24h);
    rig.settle();
    QVERIFY(rig.engine().now() - before < Milliseconds{1'000});
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Intake);  // its deadline was 5 minutes
}

QTEST_GUILESS_MAIN(TurnsTest)
#include "tst_turns.moc"
