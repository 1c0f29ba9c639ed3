// SPDX-License-Identifier: GPL-3.0-or-later
#include "seen.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

std::string address(const EngineRig& rig, int version, const std::string& region)
{
    return rig.event("order.address", "1",
                     R"({"version":)" + std::to_string(version) + R"(,"region":")" + region + "\"}");
}

std::string nodeSays(const EngineRig& rig, const std::string& what, int leg = 1)
{
    const std::string code = what == "refused" ? R"(,"code":"no_packer")" : "";
    return rig.event("shipment." + what, "1",
                     R"({"leg":)" + std::to_string(leg) + R"(,"id":"w-)" + what + std::to_string(leg) + "\"" +
                         code + "}");
}

void buy(EngineRig& rig)
{
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
}

/// East serves the region `eu` alone.
RigOptions eastServesEurope()
{
    RigOptions options;
    options.adjust = [](Policy& p, Dictionary& names) {
        p.nodes.front().servesOthers = false;
        p.nodes.front().zones.push_back({names.intern<NameKind::Region>("eu"), 100});
    };
    return options;
}

/// What the node sees of an order that goes to a region.
lab::BodyPrint printOf(const std::string& where)
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(address(rig, 2, where));
    rig.post(rig.authorised("1"));
    rig.pass(1s);
    return rig.vendors().find("wms-east")->book().find("hp:1:ship:1")->row.print;
}

std::string region(EngineRig& rig) { return rig.engine().names().text(rig.order(rig.idOf("1")).region()); }

}  // namespace

/// What comes between the decision and the shipment: a newer address, the node's own word, a booking that is not needed.
class Between : public QObject {
    Q_OBJECT

private slots:
    void greatest_version_is_the_address();
    void address_before_the_decision_decides_with_it();
    void address_before_the_call_goes_into_the_request();
    void region_that_the_node_does_not_serve_is_decided_again();
    void address_after_handoff_is_told_with_both_versions();
    void older_address_is_not_told();
    void refused_leg_goes_out_with_the_new_address_and_ends_the_problem();

    void accepted_by_event_answers_an_unknown_call();
    void accepted_again_adds_nothing();
    void accepted_after_its_refusal_is_told();
    void refused_by_event_excludes_the_node();
    void refused_after_accepting_is_decided_again();
    void refused_after_shipping_is_told();
    void word_about_a_call_that_never_left_is_told();
    void after_three_rounds_a_person_is_asked();
    void what_a_person_resolved_after_three_rounds_stays_resolved();
    void line_cancelled_too_late_stays_resolved_until_another_is();

    void booking_of_a_dropped_leg_is_cancelled();
    void booking_of_a_cancelled_order_is_cancelled();
    void refused_unbooking_is_told();
    void what_has_left_keeps_its_booking();
};

void Between::greatest_version_is_the_address()
{
    EngineRig rig;
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    QCOMPARE(region(rig), std::string("eu"));
    rig.post(address(rig, 3, "us"));
    rig.post(address(rig, 2, "asia"));
    QCOMPARE(region(rig), std::string("us"));
    rig.post(address(rig, 4, "africa"));
    QCOMPARE(region(rig), std::string("africa"));
}

void Between::address_before_the_decision_decides_with_it()
{
    EngineRig rig(eastServesEurope());
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(address(rig, 2, "us"));
    rig.post(rig.authorised("1"));
    rig.pass(2min);
    QCOMPARE(rig.inBooks("wms-north", Operation::Ship, "1"), 1);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
}

void Between::address_before_the_call_goes_into_the_request()
{
    const Seen s("address_in_the_same_turn");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.count("not_sent"), 1);
    QCOMPARE(s.order().legs.size(), std::size_t{1});
    QCOMPARE(s.order().legs.front().address, std::uint64_t{2});
    const Order order = s.order();
    const Effect& ship = *order.latest(Operation::Ship, 1);
    QCOMPARE(ship.body, fingerprint(flow::requestFor(order, ship.ref, ship.vendor, 0, {})));
    const auto* sent = s.rig->vendors().find("wms-east")->book().find("hp:1:ship:1");
    QCOMPARE(sent->received, 1U);
    QVERIFY(sent->row.print == printOf("us"));
    QVERIFY(printOf("us") != printOf("eu"));
    QCOMPARE(s.item(), std::string());
}

void Between::region_that_the_node_does_not_serve_is_decided_again()
{
    EngineRig rig(eastServesEurope());
    rig.stockUp();
    std::vector<engine::Input> inputs(3);
    inputs[0].body = engine::EventBytes{rig.placed("1", {{1, "HAT", 2}})};
    inputs[1].body = engine::EventBytes{rig.authorised("1")};
    inputs[2].body = engine::EventBytes{address(rig, 2, "us")};
    rig.turn(std::move(inputs));
    rig.pass(2min);
    QCOMPARE(rig.inBooks("wms-north", Operation::Ship, "1"), 1);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    QCOMPARE(rig.available("east", "HAT"), 100);
}

void Between::address_after_handoff_is_told_with_both_versions()
{
    const Seen s("address_after_handoff");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.item(), std::string("address_changed_after_handoff p2 new"));
    const ExceptionItem item = s.rig->exception(s.rig->idOf("1"));
    QCOMPARE(item.expected, std::string("address version 2"));
    QCOMPARE(item.got, std::string("address version 0"));
}

void Between::older_address_is_not_told()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(address(rig, 3, "us"));
    rig.post(rig.authorised("1"));
    rig.pass(1s);
    rig.post(address(rig, 2, "asia"));
    rig.pass(2min);
    QCOMPARE(rig.exception(rig.idOf("1")).version, Version{0});
}

void Between::refused_leg_goes_out_with_the_new_address_and_ends_the_problem()
{
    EngineRig rig;
    rig.stockUp();
    rig.fail("wms-east", lab::FaultKind::RefuseSoft, Operation::Ship);
    buy(rig);  // its call is out
    rig.post(address(rig, 2, "us"));
    const EntityId id = rig.idOf("1");
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("address_changed_after_handoff"));
    rig.pass(2min);
    QCOMPARE(rig.order(id).standing.place, Place::Finished);
    QCOMPARE(rig.order(id).legs.back().address, std::uint64_t{2});
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
}

void Between::accepted_by_event_answers_an_unknown_call()
{
    const Seen s("node_accepts_by_event");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    const Order order = s.order();
    QCOMPARE(s.rig->codeText(order.latest(Operation::Ship, 1)->code), std::string("accepted_by_event"));
    QCOMPARE(s.booked("wms-east", Operation::Ship), 1);
    QVERIFY(s.facts().find("node_accepted answer") != std::string::npos);
}

void Between::accepted_again_adds_nothing()
{
    EngineRig rig;
    rig.stockUp();
    buy(rig);
    rig.pass(1s);
    const EntityId id = rig.idOf("1");
    rig.post(nodeSays(rig, "accepted"));
    QCOMPARE(rig.steps(id).back().facts.size(), std::size_t{1});
    QCOMPARE(rig.order(id).standing.place, Place::Confirmation);
}

void Between::accepted_after_its_refusal_is_told()
{
    EngineRig rig;
    rig.stockUp();
    rig.fail("wms-east", lab::FaultKind::RefuseSoft, Operation::Ship);
    buy(rig);
    rig.pass(1s);
    rig.post(nodeSays(rig, "accepted"));
    const EntityId id = rig.idOf("1");
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("accepted_after_refusal"));
    QCOMPARE(rig.exception(id).priority, Priority::P1);
}

void Between::refused_by_event_excludes_the_node()
{
    const Seen s("node_refuses_by_event");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.order().legs.front().request, ShipmentRequest::Refused);
    QCOMPARE(s.order().rounds, std::uint16_t{2});
    QCOMPARE(s.reservation("1", 0), std::string("released"));
    QCOMPARE(s.booked("wms-east", Operation::Ship), 0);
    QCOMPARE(s.booked("wms-north", Operation::Ship), 1);
    QCOMPARE(s.rig->available("east", "HAT"), 100);
}

void Between::refused_after_accepting_is_decided_again()
{
    const Seen s("node_goes_back");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.order().rounds, std::uint16_t{2});
    QVERIFY(s.order().legs.front().dropped);
    QCOMPARE(s.reservation("1", 0), std::string("released"));
    QCOMPARE(s.booked("wms-north", Operation::Ship), 1);
    QCOMPARE(s.rig->onHand("north", "HAT"), 98);
    QCOMPARE(s.rig->available("east", "HAT"), 100);
}

void Between::refused_after_shipping_is_told()
{
    EngineRig rig;
    rig.stockUp();
    buy(rig);
    rig.pass(2min);
    rig.post(nodeSays(rig, "refused"));
    const EntityId id = rig.idOf("1");
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("refused_after_shipping"));
    QCOMPARE(rig.order(id).rounds, std::uint16_t{1});
    QCOMPARE(rig.onHand("east", "HAT"), 98);
}

void Between::word_about_a_call_that_never_left_is_told()
{
    for (const char* word : {"accepted", "refused"}) {
        EngineRig rig;
        rig.stockUp();
        rig.post(rig.placed("1", {{1, "HAT", 2}}));
        rig.post(nodeSays(rig, word));
        const EntityId id = rig.idOf("1");
        QCOMPARE(rig.codeText(rig.exception(id).code), std::string("answered_before_asked"));
        rig.post(rig.authorised("1"));
        rig.pass(2min);  // it is asked all the same: its answer counts
        QCOMPARE(rig.order(id).standing.place, Place::Finished);
        QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
    }
}

void Between::after_three_rounds_a_person_is_asked()
{
    EngineRig rig;
    rig.stockUp();
    for (const char* vendor : {"wms-east", "wms-north", "wms-west"})
        rig.fail(vendor, lab::FaultKind::NoWebhook);
    buy(rig);
    const EntityId id = rig.idOf("1");
    for (int leg = 1; leg <= 3; ++leg) {
        rig.pass(1s);
        QCOMPARE(rig.order(id).rounds, static_cast<std::uint16_t>(leg));
        rig.post(nodeSays(rig, "refused", leg));
    }
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("no_node_after_rounds"));
    QCOMPARE(rig.order(id).standing.place, Place::Exception);
    for (const char* node : {"east", "north", "west"})
        QCOMPARE(rig.available(node, "HAT"), 100);
}

void Between::what_a_person_resolved_after_three_rounds_stays_resolved()
{
    EngineRig rig;
    rig.stockUp();
    for (const char* vendor : {"wms-east", "wms-north", "wms-west"})
        rig.fail(vendor, lab::FaultKind::NoWebhook);
    buy(rig);
    const EntityId id = rig.idOf("1");
    for (int leg = 1; leg <= 3; ++leg) {
        rig.pass(1s);
        rig.post(nodeSays(rig, "refused", leg));
    }
    rig.pass(10min);  // longer than the stage may take
    QVERIFY(!rig.command("resolve", id.with(EntityKind::Exception), "sold_elsewhere").failed);
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
    rig.post(address(rig, 2, "us"));  // the order is looked at again
    rig.pass(4min);
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
    QCOMPARE(rig.exception(id).reopened, std::uint16_t{0});
    rig.pass(30min);  // it rests for a whole deadline more: that is news
    QCOMPARE(rig.exception(id).state, ExceptionState::Triaged);
    QVERIFY(rig.codeText(rig.exception(id).code).starts_with("stuck_in_"));
}

void Between::line_cancelled_too_late_stays_resolved_until_another_is()
{
    EngineRig rig;
    rig.stockUp("HAT");
    rig.stockUp("CUP");
    rig.post(rig.placed("1", {{1, "HAT", 1}, {2, "CUP", 1}}));
    rig.post(rig.authorised("1"));
    rig.pass(1s);
    const EntityId id = rig.idOf("1");
    const auto cancel = [&](int line) {
        return rig.event("order.cancel_asked", "1", R"({"line":)" + std::to_string(line) + "}");
    };
    rig.post(cancel(1));
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("line_already_requested"));
    QVERIFY(!rig.command("resolve", id.with(EntityKind::Exception), "told_the_customer").failed);
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
    rig.post(address(rig, 2, "us"));
    QVERIFY(
        !rig.command("resolve", id.with(EntityKind::Exception), "told_the_customer").failed);  // the address
    QCOMPARE(rig.exception(id).reopened, std::uint16_t{1});
    rig.post(cancel(2));
    QCOMPARE(rig.exception(id).reopened, std::uint16_t{2});
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("line_already_requested"));
}

void Between::booking_of_a_dropped_leg_is_cancelled()
{
    const Seen s("node_goes_back");
    QCOMPARE(s.effect(Operation::Book, 1), std::string("done"));
    QCOMPARE(s.effect(Operation::Unbook, 1), std::string("done"));
    QCOMPARE(s.effect(Operation::Book, 2), std::string("done"));
    QCOMPARE(s.effect(Operation::Unbook, 2), std::string("none"));
    QVERIFY(s.rig->vendors().find("carrier")->book().find("hp:1:unbook:1") != nullptr);
}

void Between::booking_of_a_cancelled_order_is_cancelled()
{
    const Seen s("cancel_accepted");
    QCOMPARE(s.stands(), std::string("finished/cancelled"));
    QCOMPARE(s.effect(Operation::Book, 1), std::string("done"));
    QCOMPARE(s.effect(Operation::Unbook, 1), std::string("done"));
    QCOMPARE(s.booked("carrier", Operation::Unbook), 1);
}

void Between::refused_unbooking_is_told()
{
    const Seen s("booking_stays");
    QCOMPARE(s.effect(Operation::Unbook, 1), std::string("failed"));
    QCOMPARE(s.item(), std::string("booking_not_cancelled p3 new"));
    QCOMPARE(s.stands(), std::string("finished/shipped"));  // from the other node
}

void Between::what_has_left_keeps_its_booking()
{
    EngineRig rig({.carrier = true});
    rig.stockUp();
    buy(rig);
    rig.pass(61s);
    rig.post(rig.cancelAsked("1"));
    rig.pass(2min);
    QCOMPARE(rig.inBooks("carrier", Operation::Book, "1"), 1);
    QCOMPARE(rig.inBooks("carrier", Operation::Unbook, "1"), 0);
}

QTEST_GUILESS_MAIN(Between)
#include "tst_between.moc"
