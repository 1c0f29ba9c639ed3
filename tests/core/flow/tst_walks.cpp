// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/verdict.h"
#include "core/orders/derive.h"
#include "seen.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

class Walks : public QObject {
    Q_OBJECT

private slots:
    void cancel_before_dispatch_sends_nothing();
    void cancel_in_the_same_turn_sends_nothing();
    void cancel_waits_for_the_call_under_way();
    void cancel_is_accepted_and_stock_released_once();
    void cancel_is_refused_and_a_return_offered();
    void shipped_after_an_accepted_cancel_is_a_contradiction();
    void half_that_left_stays_and_half_is_cancelled();
    void cancel_of_a_call_that_never_arrived_ends_it();

    void expired_grant_is_taken_again_and_consumed();
    void expired_grant_without_stock_is_told_and_on_hand_falls();
    void consumed_first_leaves_nothing_to_expire();

    void split_ships_from_two_nodes_and_refunds_one_unit();
    void damaged_units_are_refunded_and_not_restocked();
    void each_receipt_of_a_return_is_refunded_once();
    void refused_leg_goes_to_another_node();

    void lost_answer_is_found_by_key();
    void lost_call_is_repeated_with_its_key();
    void vendor_that_cannot_tell_needs_a_person();
    void a_shipment_tells_what_the_vendor_cannot();
};

// ── 1 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void Walks::cancel_before_dispatch_sends_nothing()
{
    const Seen s("cancel_before_dispatch");
    QCOMPARE(s.stands("2"), std::string("finished/cancelled"));
    QCOMPARE(s.effect(Operation::Ship, 1, "2"), std::string("not_sent"));
    QCOMPARE(s.effect(Operation::Cancel, 1, "2"), std::string("none"));
    QCOMPARE(s.reservation("2", 0), std::string("released"));
    QCOMPARE(s.booked("wms-east", Operation::Ship, "2"), 0);
    QCOMPARE(s.booked("pay", Operation::Capture, "2"), 0);
    QCOMPARE(s.stands("1"), std::string("finished/shipped"));
    QCOMPARE(s.rig->onHand("east", "HAT"), 98);
    QCOMPARE(s.rig->available("east", "HAT"), 98);
}

void Walks::cancel_in_the_same_turn_sends_nothing()
{
    const Seen s("cancel_in_the_same_turn");
    QCOMPARE(s.stands(), std::string("finished/cancelled"));
    QCOMPARE(s.effect(Operation::Ship, 1), std::string("not_sent"));
    QCOMPARE(s.booked("wms-east", Operation::Ship), 0);
    QCOMPARE(s.rig->available("east", "HAT"), 100);
}

void Walks::cancel_waits_for_the_call_under_way()
{
    const Seen s("cancel_under_way");
    QCOMPARE(s.stands(), std::string("finished/cancelled"));
    QVERIFY(s.facts().find("cancel_asked attempt answer effect_planned") != std::string::npos);
    QCOMPARE(s.effect(Operation::Cancel, 1), std::string("done"));
    QCOMPARE(s.booked("wms-east", Operation::Cancel), 1);
    QCOMPARE(s.rig->available("east", "HAT"), 100);
}

void Walks::cancel_is_accepted_and_stock_released_once()
{
    const Seen s("cancel_accepted");
    QCOMPARE(s.stands(), std::string("finished/cancelled"));
    QCOMPARE(s.order().legs.front().request, ShipmentRequest::CancelAccepted);
    QCOMPARE(s.count("cancel_verdict"), 2);  // the leg's and the order's
    QCOMPARE(s.reservation("1", 0), std::string("released"));
    QCOMPARE(s.rig->facts(s.order().legs.front().reservation), std::string("granted released"));
    QCOMPARE(s.booked("pay", Operation::Void), 1);
    QCOMPARE(s.rig->available("east", "HAT"), 100);
    QCOMPARE(s.item(), std::string());
}

void Walks::cancel_is_refused_and_a_return_offered()
{
    const Seen s("cancel_refused");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QVERIFY(s.order().cancelRefused);
    QCOMPARE(s.effect(Operation::Cancel, 1), std::string("failed"));
    QCOMPARE(s.reservation("1", 0), std::string("consumed"));
    QCOMPARE(s.booked("pay", Operation::Capture), 1);
    QCOMPARE(s.booked("pay", Operation::Void), 0);
    QCOMPARE(s.item(), std::string("cancel_refused p3 new"));
    bool offered = false;
    for (const StepBody& step : s.rig->steps(s.rig->idOf("1")))
        for (const Reason& reason : step.reasons)
            offered = offered || s.rig->codeText(reason.code) == "return_offered";
    QVERIFY(offered);
}

void Walks::shipped_after_an_accepted_cancel_is_a_contradiction()
{
    const Seen s("shipped_after_cancel");
    QCOMPARE(s.stands(), std::string("exception/shipped"));
    QCOMPARE(s.item(), std::string("shipped_after_cancel p1 new"));
    QCOMPARE(s.rig->facts(s.order().legs.front().reservation),
             std::string("granted released shipped_unreserved"));
    QCOMPARE(s.rig->onHand("east", "HAT"), 98);
    QCOMPARE(s.booked("pay", Operation::Capture), 0);
}

void Walks::half_that_left_stays_and_half_is_cancelled()
{
    const Seen s("cancel_of_half");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.order().legs.size(), std::size_t{2});  // what was stopped is not routed again
    QCOMPARE(orders::quantities(s.order()).ordered, 1);
    QCOMPARE(s.order().effect({Operation::Capture, 1, 1})->amount, 1000);
    QCOMPARE(s.rig->onHand("east", "HAT"), 9);
    QCOMPARE(s.rig->available("north", "CUP"), 10);
}

void Walks::cancel_of_a_call_that_never_arrived_ends_it()
{
    const Seen s("cancel_while_asking");
    QCOMPARE(s.stands(), std::string("finished/cancelled"));
    QCOMPARE(s.effect(Operation::Ship, 1), std::string("not_sent"));
    QCOMPARE(s.booked("wms-east", Operation::Ship), 0);
    QCOMPARE(s.effect(Operation::Cancel, 1), std::string("none"));
}

// ── 2 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void Walks::expired_grant_is_taken_again_and_consumed()
{
    const Seen s("expired_then_shipped");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    const auto grants = all(*s.rig, EntityKind::Reservation);
    QCOMPARE(grants.size(), std::size_t{2});
    QCOMPARE(s.rig->facts(grants[0]), std::string("granted expired"));
    QCOMPARE(s.rig->facts(grants[1]), std::string("granted consumed"));
    QCOMPARE(s.rig->onHand("east", "HAT"), 98);
    QCOMPARE(s.rig->available("east", "HAT"), 98);
    QCOMPARE(s.booked("wms-east", Operation::Ship), 1);
    QCOMPARE(s.item(), std::string());
}

void Walks::expired_grant_without_stock_is_told_and_on_hand_falls()
{
    const Seen s("expired_then_gone");
    QCOMPARE(s.stands(), std::string("exception/shipped"));
    QCOMPARE(s.item(), std::string("stock_gone_after_handoff p1 new"));
    QCOMPARE(s.rig->exception(s.rig->idOf("1")).problems, std::uint16_t{2});  // and shipped without stock
    QCOMPARE(s.order().problems.size(), std::size_t{2});
    QCOMPARE(s.rig->onHand("east", "HAT"), -1);  // two left where one was counted
}

void Walks::consumed_first_leaves_nothing_to_expire()
{
    const Seen s("shipped_then_due");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    const auto grants = all(*s.rig, EntityKind::Reservation);
    QCOMPARE(grants.size(), std::size_t{1});
    QCOMPARE(s.rig->facts(grants[0]), std::string("granted consumed"));
    QCOMPARE(s.rig->onHand("east", "HAT"), 98);
}

// ── 3 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void Walks::split_ships_from_two_nodes_and_refunds_one_unit()
{
    const Seen s("return_good");
    QCOMPARE(s.stands(), std::string("finished/delivered"));
    QCOMPARE(s.order().standing.payment, PaymentStatus::PartlyRefunded);
    QCOMPARE(s.order().legs.size(), std::size_t{2});
    QCOMPARE(s.booked("wms-east", Operation::Ship), 1);
    QCOMPARE(s.booked("wms-north", Operation::Ship), 1);
    QCOMPARE(s.order().effect({Operation::Capture, 1, 1})->amount, 4000);
    QCOMPARE(s.order().effect({Operation::Refund, 1, 1})->amount, 1000);
    QCOMPARE(s.booked("pay", Operation::Refund), 1);
    QVERIFY(s.rig->vendors().find("pay")->book().find("hp:1:refund:r1") != nullptr);
    QCOMPARE(s.rig->onHand("east", "BAG"), 9);  // 10 − 2 + 1
}

void Walks::damaged_units_are_refunded_and_not_restocked()
{
    const Seen s("return_damaged");
    QCOMPARE(s.booked("pay", Operation::Refund), 1);
    QCOMPARE(s.count("restocked"), 0);
    QCOMPARE(s.rig->onHand("east", "BAG"), 8);
}

void Walks::each_receipt_of_a_return_is_refunded_once()
{
    const Seen s("return_twice");
    QCOMPARE(s.booked("pay", Operation::Refund), 3);
    QCOMPARE(s.count("refund_due"), 3);
    QCOMPARE(s.count("restocked"), 2);  // one was damaged
    QCOMPARE(s.rig->onHand("east", "HAT"), 9);
    QCOMPARE(s.rig->onHand("north", "CUP"), 10);
    QCOMPARE(orders::payments(s.order()).refunded, 3000);
}

void Walks::refused_leg_goes_to_another_node()
{
    const Seen s("leg_refused");
    QCOMPARE(s.stands(), std::string("finished/delivered"));
    QCOMPARE(s.order().rounds, std::uint16_t{2});
    QCOMPARE(s.order().legs.size(), std::size_t{3});
    QCOMPARE(s.order().legs[1].request, ShipmentRequest::Refused);
    QCOMPARE(s.reservation("1", 1), std::string("released"));
    QCOMPARE(s.booked("wms-north", Operation::Ship), 0);
    QCOMPARE(s.booked("wms-west", Operation::Ship), 1);
    QCOMPARE(s.rig->available("north", "CUP"), 10);
    QCOMPARE(s.rig->onHand("west", "CUP"), 9);
    QCOMPARE(s.item(), std::string());
}

// ── 4 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void Walks::lost_answer_is_found_by_key()
{
    const Seen s("lost_answer_found");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    const auto* entry = s.rig->vendors().find("wms-east")->book().find("hp:1:ship:1");
    QCOMPARE(entry->effects, 1U);
    QCOMPARE(entry->received, 1U);  // found by asking, not by sending again
    QCOMPARE(s.order().effect({Operation::Ship, 1, 1})->attempts, std::uint16_t{0});
}

void Walks::lost_call_is_repeated_with_its_key()
{
    const Seen s("lost_call_repeated");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    const auto* entry = s.rig->vendors().find("wms-east")->book().find("hp:1:ship:1");
    QCOMPARE(entry->effects, 1U);
    QCOMPARE(entry->received, 2U);
    QVERIFY(s.order().effect({Operation::Ship, 1, 1})->proved);
}

void Walks::vendor_that_cannot_tell_needs_a_person()
{
    for (const char* name : {"vendor_cannot_tell", "vendor_cannot_tell_alive"}) {
        const Seen s(name);
        QCOMPARE(s.stands(), std::string("exception/requested"));
        QVERIFY(s.order().standing.has(Flag::OutcomeUnknown));
        QCOMPARE(s.item(), std::string("outcome_unknown_cannot_ask_ship p2 new"));
        const Order order = s.order();
        const Effect& ship = *order.effect({Operation::Ship, 1, 1});
        const VendorProfile& profile = *s.rig->engine().policy().vendor(ship.vendor);
        QCOMPARE(delivery::judge(ship, profile).verdict, RetryVerdict::Unknown);
        QCOMPARE(s.rig->vendors().find("wms-east")->book().find("hp:1:ship:1")->received, 1U);
        QVERIFY(s.rig->command("retry", order.id).failed);
    }
}

void Walks::a_shipment_tells_what_the_vendor_cannot()
{
    const Seen s("vendor_cannot_tell_but_ships");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.item(), std::string("outcome_unknown_cannot_ask_ship p2 resolved"));
    QCOMPARE(s.booked("wms-east", Operation::Ship), 1);
}

QTEST_GUILESS_MAIN(Walks)
#include "tst_walks.moc"
