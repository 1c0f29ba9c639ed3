// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/permissions.h"
#include "seen.h"
#include "tests/support/invariants.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

void buy(EngineRig& rig)
{
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    rig.post(rig.authorised("1"));
}

engine::CommandInput outcome(EntityId order, const std::string& text, const std::string& effect = "ship:1")
{
    engine::CommandInput c;
    c.what = "outcome";
    c.object = order;
    c.argument = effect;
    c.text = text;
    c.reason = "called the warehouse";
    return c;
}

engine::Outcome cancel(EngineRig& rig, EntityId id, std::uint32_t line = 0)
{
    return rig.command("cancel_order", id, "fraud", line, Role::SupportLead);
}

/// The call to `ship` is lost; nobody can be asked about it.
std::unique_ptr<EngineRig> unanswered() { return walked("vendor_cannot_tell_alive"); }

}  // namespace

/// Commands by which a person ends what the engine cannot.
class Person : public QObject {
    Q_OBJECT

private slots:
    void roles_data();
    void roles();

    void retry_of_what_is_futile_is_for_those_who_may_override();
    void retry_of_what_is_unsafe_needs_two();
    void the_vendor_that_can_be_asked_is_asked();

    void cancelled_by_a_person_is_cancelled();
    void cancel_after_handoff_asks_the_node();
    void cancel_of_a_line_before_the_decision();
    void cancel_that_is_not_legal_is_refused_and_changes_nothing();

    void told_done_goes_on_with_the_reference();
    void told_not_applied_sends_the_same_key_again();
    void told_not_applied_while_cancelling_sends_nothing();
    void outcome_is_only_for_what_nobody_can_tell();
    void outcome_needs_reason_reference_and_name();
    void outcome_is_recorded_with_actor_and_reason();
};

void Person::roles_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"cancel_order", "release_hold", "outcome"})
        QTest::newRow(what) << what;
}

void Person::roles()
{
    QFETCH(const QString, what);
    const auto rig = unanswered();
    for (std::size_t i = 0; i < CountOf<Role>; ++i) {
        const auto role = static_cast<Role>(i);
        const bool may = mayDo(role, what.toStdString());
        QVERIFY(may || role != Role::SupportLead);
        QVERIFY(!may || role == Role::SupportLead || role == Role::Engineer);
        const auto said = rig->command(what.toStdString(), rig->idOf("1"), "no_such", 77, role);
        QVERIFY(said.failed);  // illegal as well: nothing is changed
        QCOMPARE(said.code == Code::Forbidden, !may);
    }
}

void Person::retry_of_what_is_futile_is_for_those_who_may_override()
{
    EngineRig rig;
    rig.stockUp();
    rig.fail("wms-east", lab::FaultKind::RefuseHard, Operation::Ship);
    buy(rig);
    rig.pass(1s);
    const EntityId id = rig.idOf("1");
    const Version before = rig.order(id).version;
    for (const EntityId object : {id, id.with(EntityKind::Exception)}) {
        const auto said = rig.command("retry", object, {}, 0, Role::SupportAgent);
        QCOMPARE(said.code, Code::Forbidden);
        QCOMPARE(said.detail,
                 std::string("the retry is futile (same_answer_again): needs support_lead, engineer"));
        QCOMPARE(std::vector<Role>(said.whoCan.begin(), said.whoCan.end()),
                 (std::vector{Role::SupportLead, Role::Engineer}));
    }
    QCOMPARE(rig.order(id).version, before);
    QVERIFY(!rig.command("retry", id, {}, 0, Role::SupportLead).failed);
}

void Person::retry_of_what_is_unsafe_needs_two()
{
    for (const Milliseconds passed : {Milliseconds{30min}, Milliseconds{2h}}) {
        EngineRig rig({.adjust = [](Policy& p, Dictionary&) {
            for (VendorProfile& vendor : p.vendors)
                vendor.keyLife = 1h;
        }});
        rig.stockUp();
        lab::Fault fault;
        fault.kind = lab::FaultKind::RefuseSoft;
        fault.code = "nobody_ever_heard_of_this";
        fault.operation = Operation::Ship;
        rig.vendors().find("wms-east")->faults().add(fault);
        buy(rig);
        rig.pass(1min);
        const EntityId id = rig.idOf("1");
        QCOMPARE(rig.order(id).latest(Operation::Ship, 1)->state, EffectState::Failed);
        rig.pass(passed);
        QCOMPARE(rig.command("retry", id, {}, 0, Role::SupportAgent).code, Code::Forbidden);
        const auto said = rig.command("retry", id);
        QCOMPARE(said.failed, passed > 1h);
        if (said.failed)
            QCOMPARE(said.detail,
                     std::string("the retry is unsafe (key_expired): needs engineer and a second person"));
    }
}

void Person::the_vendor_that_can_be_asked_is_asked()
{
    EngineRig rig({.adjust = [](Policy& p, Dictionary&) { p.vendors.front().hasStatusQuery = false; }});
    rig.post(rig.counted("east", "HAT", 10));
    rig.post(rig.counted("north", "CUP", 10));
    const auto buyBoth = [&](const std::string& number) {
        rig.post(rig.placed(number, {{1, "HAT", 1}, {2, "CUP", 1}}));
        rig.post(rig.authorised(number));
    };
    buyBoth("0");  // the vendors are known to be there: no breaker in between
    rig.pass(1s);
    for (const char* vendor : {"wms-east", "wms-north"})
        rig.fail(vendor, lab::FaultKind::ReplyLost, Operation::Ship);
    buyBoth("1");
    rig.pass(10s);  // the time of the calls is over, the first question is later
    const EntityId id = rig.idOf("1");
    QVERIFY(!rig.command("ask_vendor", id).failed);
    rig.pass(1s);
    const Order order = rig.order(id);
    const auto questions = [&](Part leg) { return int(order.latest(Operation::Ship, leg)->questions); };
    QCOMPARE(questions(1), 0);
    QCOMPARE(questions(2), 1);
    QCOMPARE(order.latest(Operation::Ship, 2)->state, EffectState::Done);
}

void Person::cancelled_by_a_person_is_cancelled()
{
    EngineRig rig;
    rig.stockUp();
    rig.post(rig.placed("1", {{1, "HAT", 2}}));
    const EntityId id = rig.idOf("1");
    QVERIFY(!cancel(rig, id).failed);
    rig.post(rig.authorised("1"));
    rig.pass(1min);
    QCOMPARE(rig.order(id).standing.status, OrderStatus::Cancelled);
    QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1"), 0);
    rig.crash();
    rig.start();
    QCOMPARE(rig.order(id).standing.place, Place::Finished);
    QVERIFY(violations(rig).empty());
}

void Person::cancel_after_handoff_asks_the_node()
{
    EngineRig rig;
    rig.stockUp();
    buy(rig);
    rig.pass(1s);
    const EntityId id = rig.idOf("1");
    QVERIFY(!cancel(rig, id.with(EntityKind::Exception)).failed);  // the item means its order
    rig.pass(1min);
    QCOMPARE(rig.order(id).standing.status, OrderStatus::Cancelled);
    QCOMPARE(rig.inBooks("wms-east", Operation::Cancel, "1"), 1);
    QCOMPARE(rig.available("east", "HAT"), 100);
}

void Person::cancel_of_a_line_before_the_decision()
{
    EngineRig rig;
    rig.stockUp("HAT");
    rig.stockUp("CUP");
    rig.post(rig.placed("1", {{1, "HAT", 1}, {2, "CUP", 1}}));
    const EntityId id = rig.idOf("1");
    QVERIFY(!cancel(rig, id, 2).failed);
    QCOMPARE(cancel(rig, id, 3).code, Code::NotFound);
    rig.post(rig.authorised("1"));
    rig.pass(2min);
    QCOMPARE(rig.order(id).standing.status, OrderStatus::Shipped);
    QCOMPARE(rig.onHand("east", "CUP"), 100);
    QCOMPARE(rig.onHand("east", "HAT"), 99);
}

void Person::cancel_that_is_not_legal_is_refused_and_changes_nothing()
{
    EngineRig rig;
    rig.stockUp();
    buy(rig);
    const EntityId id = rig.idOf("1");
    const auto refused = [&](std::uint32_t line, const std::string& why) {
        const Version before = rig.order(id).version;
        const auto said = cancel(rig, id, line);
        QVERIFY(said.failed);
        QCOMPARE(said.detail, why);
        QCOMPARE(rig.order(id).version, before);
    };
    refused(1, "a node has been chosen: only the whole order can be cancelled");
    QVERIFY(!cancel(rig, id).failed);
    refused(0, "is cancelled or being cancelled");
    rig.pass(1min);
    refused(0, "is cancelled or being cancelled");

    EngineRig left;
    left.stockUp();
    buy(left);
    left.pass(2min);
    QCOMPARE(cancel(left, left.idOf("1")).detail, std::string("has left already: offer a return"));
}

void Person::told_done_goes_on_with_the_reference()
{
    const Seen s("told_done");
    const Order order = s.order();
    QCOMPARE(s.stands(), std::string("confirmation/with_node"));
    QCOMPARE(order.latest(Operation::Ship, 1)->reference, std::string("SH-7"));
    QCOMPARE(s.rig->vendors().find("wms-east")->book().find("hp:1:ship:1")->received, 1U);
    QCOMPARE(s.item(), std::string("outcome_unknown_cannot_ask_ship p2 resolved"));
}

void Person::told_not_applied_sends_the_same_key_again()
{
    const Seen s("told_not_applied");
    QCOMPARE(s.stands(), std::string("confirmation/with_node"));
    const auto* entry = s.rig->vendors().find("wms-east")->book().find("hp:1:ship:1");
    QCOMPARE(entry->received, 2U);
    QCOMPARE(entry->effects, 1U);
    QVERIFY(s.order().latest(Operation::Ship, 1)->proved);
}

void Person::told_not_applied_while_cancelling_sends_nothing()
{
    const auto rig = unanswered();
    const EntityId id = rig->idOf("1");
    QVERIFY(!cancel(*rig, id).failed);
    QCOMPARE(rig->order(id).standing.status, OrderStatus::Requested);
    QVERIFY(!rig->give(outcome(id, "not_applied")).failed);
    rig->pass(1min);
    QCOMPARE(rig->order(id).standing.status, OrderStatus::Cancelled);
    QCOMPARE(rig->inBooks("wms-east", Operation::Ship, "1"), 0);
    QCOMPARE(rig->vendors().find("wms-east")->book().find("hp:1:ship:1")->received, 1U);
}

void Person::outcome_is_only_for_what_nobody_can_tell()
{
    EngineRig rig;
    rig.stockUp();
    buy(rig);
    const EntityId id = rig.idOf("1");
    QCOMPARE(rig.give(outcome(id, "not_applied")).code, Code::NotFound);  // under way, not unknown
    rig.pass(1s);
    QCOMPARE(rig.give(outcome(id, "not_applied")).code, Code::NotFound);  // done

    EngineRig lost;
    lost.stockUp();
    lost.fail("wms-east", lab::FaultKind::Timeout, Operation::Ship);
    lost.fail("wms-east", lab::FaultKind::Timeout, Operation::Ship, -1, true);
    buy(lost);
    lost.pass(11s);  // unknown; the first question comes 5 s later
    const auto tooSoon = lost.give(outcome(lost.idOf("1"), "not_applied"));
    QCOMPARE(tooSoon.code, Code::Conflict);
    QCOMPARE(tooSoon.detail, std::string("ask the vendor first"));
    lost.pass(16s);  // asked, no answer
    QVERIFY(!lost.give(outcome(lost.idOf("1"), "done SH-1")).failed);
    QCOMPARE(lost.order(lost.idOf("1")).standing.place, Place::Confirmation);
}

void Person::outcome_needs_reason_reference_and_name()
{
    const auto rig = unanswered();
    const EntityId id = rig->idOf("1");
    engine::CommandInput mute = outcome(id, "not_applied");
    mute.reason.clear();
    QCOMPARE(rig->give(mute).code, Code::InvalidArgument);
    for (const char* text : {"", "done", "done ", "applied"})
        QCOMPARE(rig->give(outcome(id, text)).code, Code::InvalidArgument);
    for (const char* effect : {"ship:2", "capture:1", "ship"})
        QCOMPARE(rig->give(outcome(id, "not_applied", effect)).code, Code::NotFound);
    QVERIFY(rig->order(id).standing.has(Flag::OutcomeUnknown));
    QVERIFY(!rig->give(outcome(id, "not_applied", {})).failed);  // the only one
}

void Person::outcome_is_recorded_with_actor_and_reason()
{
    const auto rig = unanswered();
    const EntityId id = rig->idOf("1");
    const auto said = rig->give(outcome(id, "done SH-7"));
    const StepBody received = rig->steps(said.entity).front();
    const auto& command = std::get<CommandReceived>(received.facts.front().body);
    QCOMPARE(rig->engine().names().text(command.actor), std::string("ada"));
    QCOMPARE(command.reason, std::string("called the warehouse"));
    QCOMPARE(rig->steps(id).back().source, command.key);  // the step names the command
    QVERIFY(violations(*rig).empty());
}

QTEST_GUILESS_MAIN(Person)
#include "tst_person.moc"
