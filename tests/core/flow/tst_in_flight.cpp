// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/in_flight.h"
#include "core/orders/apply.h"
#include "tests/support/engine_rig.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;
using lab::FaultKind;
using rollout::InFlightAction;
using rollout::News;
using rollout::OrderPosition;

namespace {

const std::vector<RigLine> Hat{{1, "HAT", 1}};
const rollout::Dispositions Default{};

/// A world with a legacy system, in which orders can be brought to each position, and a look at one of them.
struct World {
    EngineRig rig{[] {
        RigOptions o;
        o.legacy = true;
        return o;
    }()};
    Dictionary names;
    SeededRng rng{1};
    Change out;

    World() { rig.stockUp(); }

    void placed(const std::string& number) { rig.post(rig.placed(number, Hat)); }
    void bought(const std::string& number)
    {
        placed(number);
        rig.post(rig.authorised(number));
    }
    /// As the engine has it; what was done to copies is forgotten, with the names that it made.
    Order order(const std::string& number)
    {
        names = rig.engine().names();
        return rig.order(rig.idOf(number));
    }

    /// Something done to a copy of the order, with what surrounds it in the engine now.
    template <typename Act>
    void with(Order& order, Act&& act)
    {
        const Surroundings around{rig.engine().policy(), rig.engine().entities().stock(),
                                  rig.engine().gateway(), names, rng};
        out.clear();
        out.step.at = rig.engine().now();
        act(flow::Turn{around, rig.engine().now(), order.head + 1});
    }
    OrderPosition positionOf(const std::string& number)
    {
        Order seen = order(number);
        OrderPosition at{};
        with(seen, [&](const flow::Turn& turn) { at = flow::positionOf(seen, turn); });
        return at;
    }
    void dispose(Order& o, const rollout::Dispositions& plan = Default)
    {
        with(o, [&](const flow::Turn& turn) { flow::orderDispose(o, 1, plan, turn, out); });
    }
    Result<> command(Order& o, const std::string& what, const std::string& argument = {})
    {
        Result<> done;
        with(o, [&](const flow::Turn& turn) {
            OrderCommand c;
            c.what = names.intern<NameKind::Code>(what);
            c.key = "k";
            c.actor = names.intern<NameKind::Actor>("olga");
            c.argument = names.intern<NameKind::Code>(argument);
            done = flow::orderCommand(o, c, turn, out);
        });
        return done;
    }
    /// `started hand_back` …, of the last step.
    std::string news()
    {
        std::string all;
        for (const Fact& fact : out.step.facts)
            if (const auto* d = std::get_if<Disposed>(&fact.body))
                all += (all.empty() ? "" : ", ") + names.text(d->news) + " " + names.text(d->action);
        return all;
    }
    [[nodiscard]] bool plans(Operation operation) const
    {
        for (const EffectRequest& request : out.planned)
            if (request.ref.operation == operation)
                return true;
        return false;
    }
};

}  // namespace

class InFlightTest : public QObject {
    Q_OBJECT

private slots:
    void positionsAreWhatTheOrderSays()
    {
        World w;
        w.placed("1");
        QCOMPARE(w.positionOf("1"), OrderPosition::Undecided);
        w.bought("2");  // its call is on its way
        QCOMPARE(w.positionOf("2"), OrderPosition::OutcomeUnknown);
        w.bought("3");  // waits in the outbox for the answer to the probe
        QCOMPARE(w.positionOf("3"), OrderPosition::Reserved);
        w.rig.pass(1s);
        QCOMPARE(w.positionOf("2"), OrderPosition::WithNode);
        w.rig.post(w.rig.event("return.asked", "2", R"({"return":1,"id":"r","line":1,"units":1})"));
        QCOMPARE(w.positionOf("2"), OrderPosition::Reversing);
        w.rig.post(w.rig.placed("4", {{1, "NONE", 1}}));
        w.rig.post(w.rig.authorised("4"));
        QCOMPARE(w.positionOf("4"), OrderPosition::InQueue);
        w.bought("5");
        w.rig.pass(1s);
        w.rig.post(w.rig.cancelAsked("5"));
        w.rig.pass(1s);
        QCOMPARE(w.positionOf("3"), OrderPosition::WithNode);
        w.rig.pass(10min);
        QCOMPARE(w.positionOf("3"), OrderPosition::Terminal);
        QCOMPARE(w.positionOf("5"), OrderPosition::Terminal);
    }
    void whatIsNotSentIsHandedBack()
    {
        World w;
        w.placed("1");
        Order o = w.order("1");
        w.dispose(o);
        QCOMPARE(w.news(), std::string("started hand_back"));
        QCOMPARE(o.owner, OrderOwner::Transfer);
        QCOMPARE(o.disposed.epoch, 2U);
        QVERIFY(w.plans(Operation::Handback));
        w.dispose(o);  // the job comes again after a death
        QVERIFY(!w.out.keep);
    }
    void aReservationIsReleasedFirst()
    {
        World w;
        w.bought("1");
        w.bought("2");
        Order o = w.order("2");
        int effects = 0;
        w.with(o, [&](const flow::Turn& turn) { effects = flow::effectsToRelease(o, turn); });
        QCOMPARE(effects, 2);  // a grant and a call
        w.dispose(o);
        QCOMPARE(w.news(), std::string("started release_then_hand_back, released release_then_hand_back"));
        QCOMPARE(o.owner, OrderOwner::Transfer);
        QCOMPARE(w.out.messages.size(), std::size_t{1});
        QVERIFY(std::holds_alternative<ReleaseStock>(w.out.messages[0]));
    }
    void whatIsWithItsNodeFinishesHere()
    {
        World w;
        w.bought("1");
        w.rig.pass(1s);
        Order o = w.order("1");
        w.dispose(o);
        QCOMPARE(w.news(), std::string("started drain"));
        QCOMPARE(o.owner, OrderOwner::Holdpoint);
        QVERIFY(w.command(o, "follow_in_doubt", "bo").error().code == Code::Conflict);
        QVERIFY(w.command(o, "approve_drain").has_value());
        QCOMPARE(w.news(), std::string("drain_approved drain"));
        QCOMPARE(w.names.text(o.disposed.by), std::string("olga"));
        QCOMPARE(w.command(o, "approve_drain").error().code, Code::Conflict);
    }
    void anUnknownOutcomeIsAskedAndNothingElse()
    {
        World w;
        w.rig.fail("wms-east", FaultKind::ReplyLost, Operation::Ship, 1);
        w.rig.fail("wms-east", FaultKind::Timeout, Operation::Ship, -1, true);
        w.bought("1");
        w.rig.pass(12s);
        Order o = w.order("1");
        w.dispose(o);
        QCOMPARE(w.news(), std::string("started freeze"));
        QVERIFY(w.out.planned.empty());
        for (const Dispatch& again : w.out.again)
            QVERIFY(again.ask);
        QVERIFY(flow::isFrozen(o, w.names));
        QCOMPARE(w.command(o, "hand_back").error().code, Code::OutcomeUnknown);
        QCOMPARE(w.command(o, "follow_in_doubt").error().code, Code::InvalidArgument);
        QVERIFY(w.command(o, "follow_in_doubt", "bo").has_value());
        QCOMPARE(o.disposed.words, std::string("bo"));
        QVERIFY(flow::isFrozen(o, w.names));
        QCOMPARE(w.command(o, "approve_drain").error().code, Code::Conflict);
    }
    void withoutALegacyItFinishesHere()
    {
        World w;
        w.placed("1");
        Order o = w.order("1");
        Policy none = w.rig.engine().policy();
        none.legacy = {};
        const Surroundings around{none, w.rig.engine().entities().stock(), w.rig.engine().gateway(), w.names,
                                  w.rng};
        w.out.clear();
        flow::orderDispose(o, 1, Default, {around, w.rig.engine().now(), o.head + 1}, w.out);
        QCOMPARE(w.news(), std::string("started drain"));
        QCOMPARE(o.owner, OrderOwner::Holdpoint);
    }
    void theBooksHearWhatTheFactsSay()
    {
        World w;
        w.bought("1");
        w.bought("2");
        Order o = w.order("2");
        rollout::RollbackBook book;
        book.freeze(o.id, OrderPosition::Decided, Default);
        w.dispose(o);
        for (const Fact& fact : w.out.step.facts)
            if (const auto* d = std::get_if<Disposed>(&fact.body))
                QVERIFY(book.take(o.id, flow::noteOf(*d, w.names)).has_value());
        QCOMPARE(book.find(o.id)->state, rollout::RowState::Offered);  // it had moved since the list was made
        QCOMPARE(book.find(o.id)->position, OrderPosition::Reserved);
        QCOMPARE(book.find(o.id)->offerEpoch, 2U);
        QCOMPARE(book.counts().effectsReleased, std::int64_t{1});
    }
    void whatIsFrozenIsNotSentAgain()
    {
        World w;
        w.rig.fail("wms-east", FaultKind::ErrorBefore, Operation::Ship, -1);
        w.bought("1");
        w.rig.pass(500ms);
        Order o = w.order("1");
        QCOMPARE(w.positionOf("1"), OrderPosition::OutcomeUnknown);
        w.dispose(o);
        QVERIFY(flow::isFrozen(o, w.names));
        for (Effect& effect : o.effects)
            effect.next = w.rig.engine().now();  // a try is due
        w.with(o, [&](const flow::Turn& turn) { flow::orderDue(o, turn, w.out); });
        for (const Dispatch& again : w.out.again)
            QVERIFY(again.ask);
    }
};

QTEST_APPLESS_MAIN(InFlightTest)
#include "tst_in_flight.moc"
