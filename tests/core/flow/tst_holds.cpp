// SPDX-License-Identifier: GPL-3.0-or-later
#include "seen.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

std::string holdAsked(const EngineRig& rig, const std::string& reason, const std::string& id = "h")
{
    return rig.event("order.hold_asked", "1", R"({"id":")" + id + R"(","reason":")" + reason + "\"}");
}

std::string paymentFailed(const EngineRig& rig)
{
    return rig.event("payment.failed", "1",
                     R"({"payment":1,"id":"f","amount":"20.00","currency":"EUR","code":"declined"})");
}

/// A rig whose catalogue lacks HAT until it is mended.
struct Catalogue {
    std::shared_ptr<bool> mended = std::make_shared<bool>(false);

    [[nodiscard]] RigOptions options() const
    {
        RigOptions options;
        options.adjust = [mended = mended](Policy& p, Dictionary& names) {
            if (!*mended)
                p.unmappedSkus[names.intern<NameKind::Sku>("HAT").number] = true;
        };
        return options;
    }
};

std::string place(EngineRig& rig) { return std::string(name(rig.order(rig.idOf("1")).standing.place)); }

std::string code(EngineRig& rig) { return rig.codeText(rig.exception(rig.idOf("1")).code); }

}  // namespace

class Holds : public QObject {
    Q_OBJECT

private slots:
    void asked_hold_stops_at_intake_until_it_is_released();
    void asked_hold_before_the_order_holds_it();
    void hold_in_the_same_turn_sends_nothing_and_keeps_the_grant();
    void released_request_keeps_its_key();
    void hold_in_the_outbox_is_never_sent_while_held();
    void hold_after_handoff_is_told_and_holds_nothing();
    void hold_after_handoff_keeps_the_carrier_waiting();
    void hold_stops_a_booking_that_waits_for_its_next_try();
    void call_that_was_turned_away_is_looked_up_before_it_is_dropped();
    void hold_stops_the_half_that_has_not_left();
    void each_hold_is_released_on_its_own();
    void a_long_hold_is_told_and_ends_with_its_release();
    void cancel_ends_the_hold();
    void grant_of_a_held_order_expires_and_is_asked_for_again();

    void release_of_nothing_is_refused();
    void a_person_cannot_release_a_payment_hold();

    void mended_mapping_is_released_by_retry();
    void retry_without_mending_is_refused_and_changes_nothing();
    void lines_that_may_now_go_as_a_parcel_are_released_by_retry();

    void failed_payment_stops_the_handoff();
    void payment_in_time_ships_with_the_old_grant();
    void grants_go_back_at_the_payment_deadline_and_not_before();
    void late_payment_is_decided_again();
    void failed_payment_after_the_call_left_stops_nothing();
};

void Holds::asked_hold_stops_at_intake_until_it_is_released()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(holdAsked(rig, "incorrect_address"));
    rig.post(rig.authorised("1"));
    rig.pass(1min);
    const Order held = rig.order(rig.idOf("1"));
    QCOMPARE(held.standing.place, Place::Intake);
    QVERIFY(held.standing.has(Flag::OnHold));
    QCOMPARE(held.holds.back().reason, HoldReason::IncorrectAddress);
    QCOMPARE(held.legs.size(), std::size_t{0});
    QVERIFY(!rig.command("release_hold", held.id).failed);
    rig.pass(2min);
    QCOMPARE(place(rig), std::string("finished"));
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
}

void Holds::asked_hold_before_the_order_holds_it()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(holdAsked(rig, "fraud_risk"));
    rig.post(rig.authorised("1"));
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.pass(1min);
    QCOMPARE(place(rig), std::string("intake"));
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
}

void Holds::hold_in_the_same_turn_sends_nothing_and_keeps_the_grant()
{
    EngineRig rig;
    rig.stockUp();
    std::vector<engine::Input> inputs(3);
    inputs[0].body = engine::EventBytes{rig.placed("1", {{1, "HAT", 2}})};
    inputs[1].body = engine::EventBytes{rig.authorised("1")};
    inputs[2].body = engine::EventBytes{holdAsked(rig, "fraud_risk")};
    rig.turn(std::move(inputs));
    rig.pass(1min);
    QCOMPARE(place(rig), std::string("intake"));
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    QCOMPARE(rig.available("east", "HAT"), 98);
}

void Holds::released_request_keeps_its_key()
{
    const Seen s("hold_in_the_same_turn");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.order().legs.size(), std::size_t{1});
    QCOMPARE(s.count("effect_planned"), 3);  // ship, ship again, capture
    QCOMPARE(s.order().effects.size(), std::size_t{2});
    QCOMPARE(s.rig->vendors().find("wms-east")->book().find("hp:1:ship:1")->received, 1U);
    QCOMPARE(s.item(), std::string());
}

void Holds::hold_in_the_outbox_is_never_sent_while_held()
{
    const Seen s("hold_in_outbox");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.stands("2"), std::string("finished/shipped"));
    QCOMPARE(s.count("not_sent"), 1);
    QCOMPARE(s.booked("wms-east", Operation::Ship), 1);
}

void Holds::hold_after_handoff_is_told_and_holds_nothing()
{
    const Seen s("hold_after_handoff");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.item(), std::string("hold_asked_after_handoff p2 new"));
    QCOMPARE(s.rig->exception(s.rig->idOf("1")).got, std::string("fraud_risk"));
    QCOMPARE(s.count("held"), 2);  // for its payment, and as asked
    QVERIFY(!s.order().held());
}

void Holds::hold_after_handoff_keeps_the_carrier_waiting()
{
    EngineRig rig({.carrier = true, .latency = 1s});
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    rig.pass(500ms);  // the node has the call, its answer is on its way
    rig.post(holdAsked(rig, "fraud_risk"));
    const EntityId id = rig.idOf("1");
    rig.pass(30s);
    QCOMPARE(code(rig), std::string("hold_asked_after_handoff"));
    QVERIFY(rig.order(id).held());
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
    QCOMPARE(rig.inBooks("carrier", Operation::Book, "1"), 0);
    QVERIFY(!rig.command("release_hold", id).failed);
    rig.pass(30s);
    QCOMPARE(rig.inBooks("carrier", Operation::Book, "1"), 1);
}

void Holds::hold_stops_a_booking_that_waits_for_its_next_try()
{
    EngineRig rig({.carrier = true});
    rig.post(rig.counted("east", "HAT", 10));
    rig.post(rig.counted("north", "CUP", 10));
    rig.fail("wms-north", lab::FaultKind::RefuseSoft, Operation::Ship);
    rig.fail("carrier", lab::FaultKind::TooMany, Operation::Book, 1);
    rig.post(rig.placed("1", {{1, "HAT", 1}, {2, "CUP", 1}}));
    rig.post(rig.authorised("1"));
    rig.pass(20ms);  // east has agreed, the carrier had no time yet
    rig.post(holdAsked(rig, "fraud_risk"));
    const EntityId id = rig.idOf("1");
    rig.pass(30s);
    QVERIFY(rig.order(id).held());
    QCOMPARE(rig.inBooks("carrier", Operation::Book, "1"), 0);
    QVERIFY(!rig.command("release_hold", id).failed);
    rig.pass(30s);
    QCOMPARE(rig.inBooks("carrier", Operation::Book, "1"), 1);
}

void Holds::call_that_was_turned_away_is_looked_up_before_it_is_dropped()
{
    EngineRig rig;
    rig.stockUp();
    rig.fail("wms-east", lab::FaultKind::TooMany, Operation::Ship, 1);
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    rig.pass(100ms);  // it waits for its next try
    const EntityId id = rig.idOf("1");
    QCOMPARE(rig.order(id).latest(Operation::Ship, 1)->attempts, std::uint16_t{1});
    rig.post(holdAsked(rig, "fraud_risk"));
    QCOMPARE(rig.order(id).latest(Operation::Ship, 1)->state, EffectState::Planned);  // nobody knows yet
    rig.pass(10s);
    const Order held = rig.order(id);
    const Effect* ship = held.latest(Operation::Ship, 1);
    QCOMPARE(ship->state, EffectState::NotSent);
    QCOMPARE(ship->attempts, std::uint16_t{1});
    QCOMPARE(ship->questions, std::uint16_t{1});
    QVERIFY(held.held());
    QCOMPARE(rig.exception(id).version, Version{0});
    QVERIFY(!rig.command("release_hold", id).failed);
    rig.pass(2min);
    QCOMPARE(place(rig), std::string("finished"));
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
}

void Holds::hold_stops_the_half_that_has_not_left()
{
    EngineRig rig;
    rig.post(rig.counted("east", "HAT", 10));
    rig.post(rig.counted("north", "CUP", 10));
    rig.fail("wms-north", lab::FaultKind::RefuseSoft, Operation::Ship);
    rig.post(rig.placed("1", {{1, "HAT", 1}, {2, "CUP", 1}}));
    rig.post(rig.authorised("1"));
    rig.pass(1s);  // east has its half, nobody has the other
    rig.post(holdAsked(rig, "fraud_risk"));
    const EntityId id = rig.idOf("1");
    QVERIFY(rig.order(id).held());
    QCOMPARE(rig.exception(id).problems, std::uint16_t{2});  // out of stock, and what had left
    rig.post(rig.counted("west", "CUP", 10));
    QVERIFY(!rig.command("retry", id).failed);
    rig.pass(1min);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
    QCOMPARE(rig.inBooks("wms-west", Operation::Ship, "1"), 0);
    QVERIFY(!rig.command("release_hold", id).failed);
    rig.pass(2min);
    QCOMPARE(rig.inBooks("wms-west", Operation::Ship, "1"), 1);
    QCOMPARE(place(rig), std::string("finished"));
}

void Holds::each_hold_is_released_on_its_own()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(holdAsked(rig, "fraud_risk", "a"));
    rig.post(holdAsked(rig, "incorrect_address", "b"));
    rig.post(rig.authorised("1"));
    const EntityId id = rig.idOf("1");
    QVERIFY(!rig.command("release_hold", id, "fraud_risk").failed);
    QCOMPARE(place(rig), std::string("intake"));
    QVERIFY(rig.command("release_hold", id, "fraud_risk").failed);
    QVERIFY(!rig.command("release_hold", id, "incorrect_address").failed);
    QCOMPARE(place(rig), std::string("handoff"));
}

void Holds::a_long_hold_is_told_and_ends_with_its_release()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(holdAsked(rig, "fraud_risk"));
    rig.post(rig.authorised("1"));
    const EntityId id = rig.idOf("1");
    rig.pass(5min - 1s);
    QCOMPARE(rig.exception(id).version, Version{0});
    rig.pass(2s);
    QCOMPARE(code(rig), std::string("stuck_in_intake"));
    QVERIFY(!rig.command("release_hold", id.with(EntityKind::Exception)).failed);
    rig.pass(2min);
    QCOMPARE(place(rig), std::string("finished"));
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
}

void Holds::cancel_ends_the_hold()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(holdAsked(rig, "fraud_risk"));
    rig.post(rig.authorised("1"));
    rig.post(rig.cancelAsked("1"));
    rig.pass(1min);
    QCOMPARE(place(rig), std::string("finished"));
    QVERIFY(!rig.order(rig.idOf("1")).held());
    QCOMPARE(rig.inBooks("pay", Operation::Void, "1"), 1);
}

void Holds::grant_of_a_held_order_expires_and_is_asked_for_again()
{
    EngineRig rig(
        {.adjust = [](Policy& p, Dictionary&) { p.skuRules[std::size_t(SkuClass::Standard)].hold = 60s; }});
    rig.stockUp();
    std::vector<engine::Input> inputs(3);
    inputs[0].body = engine::EventBytes{rig.placed("1", {{1, "HAT", 2}})};
    inputs[1].body = engine::EventBytes{rig.authorised("1")};
    inputs[2].body = engine::EventBytes{holdAsked(rig, "fraud_risk")};
    rig.turn(std::move(inputs));
    rig.pass(3min);
    QCOMPARE(rig.available("east", "HAT"), 100);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    rig.command("release_hold", rig.idOf("1"));
    rig.pass(2min);
    QCOMPARE(place(rig), std::string("finished"));
    QCOMPARE(rig.order(rig.idOf("1")).legs.size(), std::size_t{2});
}

void Holds::release_of_nothing_is_refused()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    const auto outcome = rig.command("release_hold", rig.idOf("1"));
    QCOMPARE(outcome.code, Code::Conflict);
}

void Holds::a_person_cannot_release_a_payment_hold()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    QVERIFY(rig.command("release_hold", rig.idOf("1")).failed);
    QCOMPARE(place(rig), std::string("intake"));
}

void Holds::mended_mapping_is_released_by_retry()
{
    const Catalogue catalogue;
    EngineRig rig(catalogue.options());
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    QCOMPARE(code(rig), std::string("unmapped_sku"));
    *catalogue.mended = true;
    rig.crash();
    rig.start();
    QVERIFY(!rig.command("retry", rig.idOf("1")).failed);
    rig.pass(2min);
    QCOMPARE(place(rig), std::string("finished"));
    QCOMPARE(rig.exception(rig.idOf("1")).state, ExceptionState::Resolved);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
}

void Holds::retry_without_mending_is_refused_and_changes_nothing()
{
    const Catalogue catalogue;
    EngineRig rig(catalogue.options());
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    const Version before = rig.order(rig.idOf("1")).version;
    const auto outcome = rig.command("retry", rig.idOf("1"));
    QVERIFY(outcome.failed);
    QCOMPARE(outcome.detail, std::string("still without a mapping: HAT"));
    QCOMPARE(rig.order(rig.idOf("1")).version, before);
    QCOMPARE(rig.exception(rig.idOf("1")).state, ExceptionState::New);
}

void Holds::lines_that_may_now_go_as_a_parcel_are_released_by_retry()
{
    const auto parcel = std::make_shared<bool>(false);
    EngineRig rig({.adjust = [parcel](Policy& p, Dictionary&) {
        p.unknownLines = *parcel ? UnknownLines::Parcel : UnknownLines::Hold;
    }});
    rig.post(rig.event("order.placed", "1", R"({"currency":"EUR","total":"20.00","lines_known":false})"));
    rig.post(rig.authorised("1"));
    QVERIFY(rig.command("retry", rig.idOf("1")).failed);
    *parcel = true;
    rig.crash();
    rig.start();
    QVERIFY(!rig.command("retry", rig.idOf("1")).failed);
    rig.pass(2min);
    QCOMPARE(place(rig), std::string("finished"));
}

void Holds::failed_payment_stops_the_handoff()
{
    EngineRig rig;
    rig.stockUp();
    std::vector<engine::Input> inputs(3);
    inputs[0].body = engine::EventBytes{rig.placed("1", {{1, "HAT", 2}})};
    inputs[1].body = engine::EventBytes{rig.authorised("1")};
    inputs[2].body = engine::EventBytes{paymentFailed(rig)};
    rig.turn(std::move(inputs));
    rig.pass(1min);
    const Order order = rig.order(rig.idOf("1"));
    QCOMPARE(order.standing.place, Place::Intake);
    QVERIFY(order.standing.has(Flag::OnHold) && order.standing.has(Flag::Unpaid));
    QCOMPARE(code(rig), std::string("payment_failed_before_handoff"));
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    QCOMPARE(rig.available("east", "HAT"), 98);
}

void Holds::payment_in_time_ships_with_the_old_grant()
{
    const Seen s("payment_fails_and_comes");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.order().legs.size(), std::size_t{1});
    QCOMPARE(s.item(), std::string("payment_failed_before_handoff p3 resolved"));
    QCOMPARE(s.booked("wms-east", Operation::Ship), 1);
}

void Holds::grants_go_back_at_the_payment_deadline_and_not_before()
{
    EngineRig rig;
    rig.stockUp();
    std::vector<engine::Input> inputs(3);
    inputs[0].body = engine::EventBytes{rig.placed("1", {{1, "HAT", 2}})};
    inputs[1].body = engine::EventBytes{rig.authorised("1")};
    inputs[2].body = engine::EventBytes{paymentFailed(rig)};
    rig.turn(std::move(inputs));
    rig.pass(5min - 1s);
    QCOMPARE(rig.available("east", "HAT"), 98);
    QCOMPARE(place(rig), std::string("intake"));
    rig.pass(2s);
    QCOMPARE(rig.available("east", "HAT"), 100);
    QCOMPARE(place(rig), std::string("exception"));
    QCOMPARE(rig.exception(rig.idOf("1")).problems, std::uint16_t{2});
}

void Holds::late_payment_is_decided_again()
{
    const Seen s("payment_comes_too_late");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.order().legs.size(), std::size_t{2});
    QCOMPARE(s.reservation("1", 0), std::string("released"));
    QCOMPARE(s.reservation("1", 1), std::string("consumed"));
    QCOMPARE(s.item(), std::string("payment_failed_before_handoff p3 resolved"));
}

void Holds::failed_payment_after_the_call_left_stops_nothing()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    rig.post(paymentFailed(rig));
    const Order order = rig.order(rig.idOf("1"));
    QCOMPARE(order.standing.place, Place::Handoff);
    QVERIFY(order.standing.has(Flag::Unpaid) && !order.held());
}

QTEST_GUILESS_MAIN(Holds)
#include "tst_holds.moc"
