// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine_rig.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

std::string authorised(EngineRig& rig, const std::string& number, const std::string& amount = "20.00")
{
    return rig.event("payment.authorised", number,
                     R"({"payment":1,"id":"auth-)" + number + R"(","method":"card","amount":")" + amount +
                         R"(","currency":"EUR"})");
}

lab::Fault fault(lab::FaultKind kind)
{
    lab::Fault f;
    f.kind = kind;
    return f;
}

}  // namespace

class OrderLife : public QObject {
    Q_OBJECT

private slots:
    void runs_through_all_six_stages();
    void waits_at_intake_for_its_payment();
    void duplicates_point_to_the_first_and_change_nothing();
    void same_id_with_other_content_is_refused_naming_the_field();
    void early_events_wait_and_are_released();
    void parked_event_becomes_an_exception_at_its_deadline();
    void unknown_lines_are_held_or_go_as_a_parcel();
    void out_of_stock_is_an_exception_and_a_retry_decides_again();
    void a_backorder_asks_for_stock_again_and_ships_when_it_has_come();
    void a_refusing_node_is_excluded_and_another_ships();
    void settles_nothing_twice_after_a_restart();
};

void OrderLife::runs_through_all_six_stages()
{
    EngineRig rig({.carrier = true, .shop = true});
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    const EntityId id = rig.idOf("1");
    QCOMPARE(rig.order(id).standing.place, Place::Intake);
    rig.post(authorised(rig, "1"));
    QCOMPARE(rig.order(id).standing.place, Place::Handoff);
    QCOMPARE(rig.available("east", "HAT"), 98);
    rig.settle();
    rig.pass(Milliseconds{1'000});
    QCOMPARE(rig.order(id).standing.place, Place::Confirmation);
    rig.pass(Milliseconds{120'000});
    const Order order = rig.order(id);
    QCOMPARE(name(order.standing.place), name(Place::Finished));
    QCOMPARE(rig.onHand("east", "HAT"), 98);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
    QCOMPARE(rig.inBooks("pay", Operation::Capture, "1"), 1);
    QCOMPARE(rig.inBooks("carrier", Operation::Book, "1"), 1);
    QCOMPARE(rig.inBooks("shop", Operation::Confirm, "1"), 1);
}

void OrderLife::waits_at_intake_for_its_payment()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.pass(Milliseconds{60'000});
    const Order order = rig.order(rig.idOf("1"));
    QCOMPARE(order.standing.place, Place::Intake);
    QVERIFY(order.standing.has(Flag::Unpaid));
    QCOMPARE(order.rounds, std::uint16_t{0});
}

void OrderLife::duplicates_point_to_the_first_and_change_nothing()
{
    EngineRig rig;
    rig.stockUp();
    const std::string bytes = rig.placed("1", {{1, "HAT", 2}});
    const engine::Outcome first = rig.post(bytes);
    for (int i = 0; i < 4; ++i) {
        const engine::Outcome again = rig.post(bytes);
        QCOMPARE(again.disposition, EventDisposition::Duplicate);
        QCOMPARE(again.refersTo, first.seq);
    }
    const Order order = rig.order(first.entity);
    QCOMPARE(order.version, Version{5});
    QCOMPARE(order.observed.size(), std::size_t{2});
}

void OrderLife::same_id_with_other_content_is_refused_naming_the_field()
{
    EngineRig rig;
    const auto placed = [&](int units) {
        return rig.event("order.placed", "1",
                         R"({"currency":"EUR","lines":[{"line":1,"sku":"HAT","units":)" +
                             std::to_string(units) + "}]}",
                         "the-id", "2027-01-01T00:00:00Z");
    };
    rig.post(placed(1));
    const engine::Outcome other = rig.post(placed(2));
    QCOMPARE(other.disposition, EventDisposition::Refused);
    QCOMPARE(other.rule, std::string("same_id_other_content"));
    QCOMPARE(other.detail, std::string("differs_in_units"));
    QCOMPARE(rig.order(other.entity).lines.front().units, std::int64_t{1});
}

void OrderLife::early_events_wait_and_are_released()
{
    EngineRig rig;
    rig.stockUp();
    QCOMPARE(rig.post(authorised(rig, "1")).disposition, EventDisposition::Parked);
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Awaited);
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    QCOMPARE(rig.order(rig.idOf("1")).standing.place, Place::Handoff);
}

void OrderLife::parked_event_becomes_an_exception_at_its_deadline()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(authorised(rig, "1"));
    const EntityId id = rig.idOf("1");
    rig.pass(Milliseconds{15 * 60'000 - 1'000});
    QCOMPARE(rig.exception(id).version, Version{0});
    rig.pass(Milliseconds{2'000});
    QCOMPARE(rig.exception(id).state, ExceptionState::New);
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("event_without_order"));
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
}

void OrderLife::unknown_lines_are_held_or_go_as_a_parcel()
{
    const std::string data = R"({"currency":"EUR","total":"20.00","lines_known":false})";
    for (const bool parcel : {false, true}) {
        EngineRig rig({.unknownLines = parcel ? UnknownLines::Parcel : UnknownLines::Hold});
        rig.post(rig.event("order.placed", "1", data));
        rig.post(authorised(rig, "1"));
        const EntityId id = rig.idOf("1");
        rig.pass(Milliseconds{120'000});
        QVERIFY(rig.order(id).standing.has(Flag::LinesUnknown));
        QCOMPARE(name(rig.order(id).standing.place), name(parcel ? Place::Finished : Place::Exception));
        QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), parcel ? 1 : 0);
        if (!parcel)
            QCOMPARE(rig.codeText(rig.exception(id).code), std::string("lines_unknown"));
    }
}

void OrderLife::out_of_stock_is_an_exception_and_a_retry_decides_again()
{
    EngineRig rig;
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(authorised(rig, "1"));
    const EntityId id = rig.idOf("1");
    QCOMPARE(rig.order(id).standing.place, Place::Exception);
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("out_of_stock"));
    rig.stockUp();
    QVERIFY(!rig.command("retry", id).failed);
    rig.pass(Milliseconds{120'000});
    QCOMPARE(name(rig.order(id).standing.place), name(Place::Finished));
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
}

void OrderLife::a_backorder_asks_for_stock_again_and_ships_when_it_has_come()
{
    EngineRig rig;
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
    const EntityId id = rig.idOf("1");
    rig.pass(Milliseconds{3 * 3'600'000});
    Order order = rig.order(id);
    QVERIFY(order.standing.has(Flag::Backordered));
    QCOMPARE(order.standing.place, Place::Exception);
    QCOMPARE(order.problems.size(), std::size_t{1});  // however often it was asked: never too many rounds
    QCOMPARE(rig.exception(id).reopened, std::uint16_t{0});
    rig.stockUp();
    rig.pass(Milliseconds{29 * 60'000});
    QCOMPARE(rig.order(id).standing.place, Place::Exception);
    rig.pass(Milliseconds{3 * 60'000});
    order = rig.order(id);
    QCOMPARE(name(order.standing.place), name(Place::Finished));
    QVERIFY(!order.standing.has(Flag::Backordered));
    QCOMPARE(rig.exception(id).state, ExceptionState::Resolved);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
}

void OrderLife::a_refusing_node_is_excluded_and_another_ships()
{
    EngineRig rig;
    rig.stockUp();
    rig.vendors().find("wms-east")->faults().add(fault(lab::FaultKind::RefuseSoft));
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(authorised(rig, "1"));
    rig.pass(Milliseconds{120'000});
    const EntityId id = rig.idOf("1");
    QCOMPARE(name(rig.order(id).standing.place), name(Place::Finished));
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    QCOMPARE(rig.inBooks("wms-north", Operation::Ship, "1"), 1);
    QCOMPARE(rig.available("east", "HAT"), 100);
    QCOMPARE(rig.onHand("north", "HAT"), 98);
}

void OrderLife::settles_nothing_twice_after_a_restart()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(authorised(rig, "1"));
    rig.crash();
    rig.start();
    rig.pass(Milliseconds{120'000});
    QCOMPARE(name(rig.order(rig.idOf("1")).standing.place), name(Place::Finished));
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 1);
    QCOMPARE(rig.inBooks("pay", Operation::Capture, "1"), 1);
    QCOMPARE(rig.onHand("east", "HAT"), 98);
}

QTEST_GUILESS_MAIN(OrderLife)
#include "tst_order_life.moc"
