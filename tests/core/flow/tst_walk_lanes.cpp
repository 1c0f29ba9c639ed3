// SPDX-License-Identifier: GPL-3.0-or-later
#include "seen.h"

#include <QTest>

#include <map>

using namespace holdpoint;
using namespace holdpoint::test;

/// Roll back, shadow, backfill and observed orders.
class WalkLanes : public QObject {
    Q_OBJECT

private slots:
    void roll_back_disposes_of_every_order_once();
    void hand_back_takes_the_row_out_of_the_outbox();
    void hand_back_refused_goes_on_here();
    void hand_back_without_an_answer_is_asked_about();

    void shadow_decides_and_takes_nothing();
    void shadow_compares_when_both_have_decided();

    void backfill_never_overwrites_what_is_live();
    void backfill_rings_no_bell();
    void undo_spares_what_has_changed_since();

    void shuffled_and_repeated_is_one_state();
    void failed_payment_after_shipping_is_told();
};

// ── 5 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void WalkLanes::roll_back_disposes_of_every_order_once()
{
    const Seen s("roll_back");
    std::map<OrderStatus, int> dispositions;
    for (const std::string& number : walk("roll_back").orders)
        ++dispositions[s.order(number).standing.status];
    QCOMPARE(dispositions[OrderStatus::HandedBack], 2);  // at intake, and without stock
    QCOMPARE(dispositions[OrderStatus::Shipped], 4);     // finish here
    QCOMPARE(s.order("1").epoch, 3U);
    QCOMPARE(s.item("6"), std::string("out_of_stock p3 resolved"));
    QCOMPARE(s.rig->exception(s.rig->idOf("6")).resolution, Resolution::SentToLegacy);
    for (const char* number : {"2", "3", "4", "5"}) {
        QCOMPARE(s.booked("legacy", Operation::Handback, number), 0);
        QCOMPARE(s.booked("wms-east", Operation::Ship, number), 1);
    }
    for (const char* number : {"1", "6"}) {
        QCOMPARE(s.booked("legacy", Operation::Handback, number), 1);
        QCOMPARE(s.booked("wms-east", Operation::Ship, number), 0);
    }
    QCOMPARE(s.rig->onHand("east", "HAT"), 92);
    QCOMPARE(s.rig->available("east", "HAT"), 92);
}

void WalkLanes::hand_back_takes_the_row_out_of_the_outbox()
{
    const Seen s("hand_back_from_outbox");
    QCOMPARE(s.stands("2"), std::string("elsewhere/handed_back"));
    QCOMPARE(s.effect(Operation::Ship, 1, "2"), std::string("not_sent"));
    QCOMPARE(s.reservation("2", 0), std::string("released"));
    QCOMPARE(s.booked("wms-east", Operation::Ship, "2"), 0);
    QCOMPARE(s.booked("legacy", Operation::Handback, "2"), 1);
    QCOMPARE(s.rig->available("east", "HAT"), 98);
}

void WalkLanes::hand_back_refused_goes_on_here()
{
    const Seen s("hand_back_refused");
    QCOMPARE(s.stands(), std::string("finished/shipped"));
    QCOMPARE(s.order().owner, OrderOwner::Holdpoint);
    QCOMPARE(s.order().epoch, 3U);
    QCOMPARE(s.booked("wms-east", Operation::Ship), 1);
    QCOMPARE(s.booked("legacy", Operation::Handback), 0);
}

void WalkLanes::hand_back_without_an_answer_is_asked_about()
{
    for (const char* name : {"hand_back_answer_lost", "hand_back_call_lost"}) {
        const Seen s(name);
        QCOMPARE(s.stands(), std::string("elsewhere/handed_back"));
        QCOMPARE(s.booked("legacy", Operation::Handback), 1);
        QVERIFY(s.order().effect({Operation::Handback, 2, 1})->questions > 0);
    }
}

// ── 6 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void WalkLanes::shadow_decides_and_takes_nothing()
{
    const Seen s("shadow");
    for (const std::string& number : walk("shadow").orders) {
        const Order order = s.order(number);
        QCOMPARE(order.standing.place, Place::Elsewhere);
        QCOMPARE(order.rounds, std::uint16_t{1});
        QCOMPARE(order.effects.size(), std::size_t{1});
        QCOMPARE(order.effects.front().state, EffectState::Suppressed);
        QCOMPARE(s.item(number), std::string());
    }
    QCOMPARE(s.rig->vendors().effects(), std::uint64_t{0});
    QCOMPARE(all(*s.rig, EntityKind::Reservation).size(), std::size_t{0});
    for (const char* node : {"east", "north", "west"}) {
        QCOMPARE(s.rig->onHand(node, "HAT"), 100);
        QCOMPARE(s.rig->available(node, "HAT"), 100);
    }
}

void WalkLanes::shadow_compares_when_both_have_decided()
{
    const Seen s("shadow");
    std::map<std::string, std::string> results;
    for (const EntityId id : all(*s.rig, EntityKind::Difference))
        for (const StepBody& step : s.rig->steps(id))
            for (const Fact& fact : step.facts)
                if (const auto* told = std::get_if<PairCompared>(&fact.body);
                    told && told->about == Compared::Route)
                    results[s.rig->order(told->order).header.number] += name(told->result);
    const std::map<std::string, std::string> expected{
        {"1", "match"}, {"2", "differs"}, {"3", "not_yet_comparable"}};  // 4: legacy has not decided
    QCOMPARE(results, expected);
}

// ── 7 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void WalkLanes::backfill_never_overwrites_what_is_live()
{
    const Seen s("backfill");
    QCOMPARE(s.stands("live"), std::string("intake/accepted"));
    QCOMPARE(s.count("cancel_asked", "live"), 0);
    QCOMPARE(s.stands("late"), std::string("awaited/awaited"));
    QCOMPARE(s.order("late").lane, Lane::Live);
    int refused = 0;
    for (const char* number : {"live", "late"})
        for (const StepBody& step : s.rig->steps(s.rig->idOf(number)))
            for (const Reason& reason : step.reasons)
                refused += s.rig->codeText(reason.code) == "newer_exists" ? 1 : 0;
    QCOMPARE(refused, 2);
}

void WalkLanes::backfill_rings_no_bell()
{
    const Seen s("backfill");
    QCOMPARE(all(*s.rig, EntityKind::Exception).size(), std::size_t{0});
    QCOMPARE(all(*s.rig, EntityKind::Reservation).size(), std::size_t{0});
    QCOMPARE(s.rig->vendors().effects(), std::uint64_t{0});
    QCOMPARE(s.rig->onHand("east", "HAT"), 100);
    for (const char* number : {"old-1", "old-2", "old-3"}) {
        QCOMPARE(s.order(number).lane, Lane::Backfill);
        QCOMPARE(s.order(number).batch, 7U);
    }
}

void WalkLanes::undo_spares_what_has_changed_since()
{
    const Seen s("backfill");
    for (const char* number : {"old-1", "old-3"}) {
        QCOMPARE(s.count("withdrawn", number), 1);
        QCOMPARE(s.order(number).standing.status, OrderStatus::Awaited);
    }
    QCOMPARE(s.count("withdrawn", "old-2"), 0);
    QCOMPARE(s.order("old-2").standing.status, OrderStatus::Shipped);
    QCOMPARE(s.count("withdrawn", "live"), 0);
    const auto again = s.rig->command("withdraw", s.rig->idOf("old-2"), {}, 7);
    QVERIFY(again.failed);
    QCOMPARE(again.code, Code::Conflict);
    QCOMPARE(s.rig->command("withdraw", s.rig->idOf("live"), {}, 7).code, Code::NotFound);
}

// ── 8 ───────────────────────────────────────────────────────────────────────────────────────────────────────────
void WalkLanes::shuffled_and_repeated_is_one_state()
{
    const Seen s("shuffled");
    QCOMPARE(s.stands(), std::string("finished/delivered"));
    int duplicates = 0;
    int facts = 0;
    for (const StepBody& step : s.rig->steps(s.rig->idOf("1"))) {
        duplicates += step.disposition == EventDisposition::Duplicate ? 1 : 0;
        facts += step.disposition == EventDisposition::Duplicate ? static_cast<int>(step.facts.size()) : 0;
    }
    QCOMPARE(duplicates, 4);
    QCOMPARE(facts, 0);
    QCOMPARE(s.item(), std::string());
}

void WalkLanes::failed_payment_after_shipping_is_told()
{
    const Seen s("failed_afterwards");
    QCOMPARE(s.stands(), std::string("exception/delivered"));
    QVERIFY(s.order().standing.has(Flag::Unpaid));
    QVERIFY(!s.order().standing.finished);
    QCOMPARE(s.order().standing.payment, PaymentStatus::Failed);
    QCOMPARE(s.item(), std::string("unpaid_after_shipping p1 new"));
}

QTEST_GUILESS_MAIN(WalkLanes)
#include "tst_walk_lanes.moc"
