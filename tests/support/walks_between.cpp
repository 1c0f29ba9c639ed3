// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/walks.h"

namespace holdpoint::test {

std::vector<Walk> betweenWalks();  // what comes between decision and shipment

namespace {

using namespace std::chrono_literals;
using lab::FaultKind;

const std::vector<RigLine> TwoHats{{1, "HAT", 2}};

std::string holdAsked(const EngineRig& rig, const std::string& number,
                      const std::string& reason = "fraud_risk")
{
    return rig.event("order.hold_asked", number,
                     R"({"id":"hold-)" + number + R"(","reason":")" + reason + "\"}");
}

std::string nodeSays(const EngineRig& rig, const std::string& what)
{
    const std::string code = what == "refused" ? R"(,"code":"no_packer")" : "";
    return rig.event("shipment." + what, "1", R"({"leg":1,"id":"word-)" + what + "\"" + code + "}");
}

std::string paymentFailed(const EngineRig& rig, const std::string& number)
{
    return rig.event("payment.failed", number,
                     R"({"payment":1,"id":"f-)" + number +
                         R"(","amount":"20.00","currency":"EUR","code":"declined"})");
}

std::string paidAgain(const EngineRig& rig, const std::string& number)
{
    return rig.event("payment.authorised", number,
                     R"({"payment":1,"id":"again-)" + number + R"(","amount":"20.00","currency":"EUR"})");
}

std::string newAddress(const EngineRig& rig, int version, const std::string& region)
{
    return rig.event("order.address", "1",
                     R"({"version":)" + std::to_string(version) + R"(,"region":")" + region + "\"}");
}

void buy(EngineRig& rig, const std::string& number)
{
    rig.post(rig.placed(number, TwoHats));
    rig.post(rig.authorised(number));
}

/// Placed, paid and one more, before anything can leave.
void buyAnd(EngineRig& rig, const std::string& event)
{
    std::vector<engine::Input> inputs(3);
    inputs[0].body = engine::EventBytes{rig.placed("1", TwoHats)};
    inputs[1].body = engine::EventBytes{rig.authorised("1")};
    inputs[2].body = engine::EventBytes{event};
    rig.turn(std::move(inputs));
}

/// The call to the first node is lost, and so are all questions about it.
void goDeaf(EngineRig& rig)
{
    rig.fail("wms-east", FaultKind::Timeout, Operation::Ship);
    rig.fail("wms-east", FaultKind::Timeout, Operation::Ship, -1, true);
}

// ── a hold that somebody asks for ───────────────────────────────────────────────────────────────────────────────
void holdBeforeDecision(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("1", TwoHats));
    rig.post(holdAsked(rig, "1"));
    rig.post(rig.authorised("1"));
    rig.pass(1min);
    rig.command("release_hold", rig.idOf("1"), "fraud_risk");
    rig.pass(3min);
}

void holdInTheSameTurn(EngineRig& rig)
{
    rig.stockUp();
    buyAnd(rig, holdAsked(rig, "1"));
    rig.pass(1min);
    rig.command("release_hold", rig.idOf("1"));
    rig.pass(3min);
}

void holdInOutbox(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "2");  // a probe: the next waits for its answer
    buy(rig, "1");
    rig.post(holdAsked(rig, "1"));
    rig.pass(1min);
    rig.command("release_hold", rig.idOf("1"));
    rig.pass(3min);
}

void holdAfterHandoff(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "1");
    rig.pass(1s);
    rig.post(holdAsked(rig, "1"));
    rig.pass(3min);
}

// ── the payment fails before the handoff ────────────────────────────────────────────────────────────────────────
void paymentFailsAndComes(EngineRig& rig)
{
    rig.stockUp();
    buyAnd(rig, paymentFailed(rig, "1"));
    rig.pass(1min);
    rig.post(paidAgain(rig, "1"));
    rig.pass(3min);
}

void paymentFailsInOutbox(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "2");
    buy(rig, "1");
    rig.post(paymentFailed(rig, "1"));
    rig.pass(1min);
    rig.post(paidAgain(rig, "1"));
    rig.pass(3min);
}

void paymentFailsForGood(EngineRig& rig)
{
    rig.stockUp();
    buyAnd(rig, paymentFailed(rig, "1"));
    rig.pass(6min);
}

void paymentComesTooLate(EngineRig& rig)
{
    paymentFailsForGood(rig);
    rig.post(paidAgain(rig, "1"));
    rig.pass(3min);
}

// ── a newer address ─────────────────────────────────────────────────────────────────────────────────────────────
void addressInTheSameTurn(EngineRig& rig)
{
    rig.stockUp();
    buyAnd(rig, newAddress(rig, 2, "us"));
    rig.pass(3min);
}

void addressAfterHandoff(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "1");
    rig.pass(1s);
    rig.post(newAddress(rig, 2, "us"));
    rig.pass(3min);
}

// ── the node's own word ─────────────────────────────────────────────────────────────────────────────────────────
void nodeAcceptsByEvent(EngineRig& rig)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::ReplyLost, Operation::Ship);
    rig.fail("wms-east", FaultKind::Timeout, Operation::Ship, -1, true);
    buy(rig, "1");
    rig.pass(30s);
    rig.post(nodeSays(rig, "accepted"));
    rig.pass(3min);
}

void nodeRefusesByEvent(EngineRig& rig)
{
    rig.stockUp();
    goDeaf(rig);
    buy(rig, "1");
    rig.pass(30s);
    rig.post(nodeSays(rig, "refused"));
    rig.pass(3min);
}

/// It had agreed, and a parcel was booked.
void nodeGoesBack(EngineRig& rig)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::NoWebhook);
    rig.fail("carrier", FaultKind::NoWebhook);
    buy(rig, "1");
    rig.pass(1s);
    rig.post(nodeSays(rig, "refused"));
    rig.pass(3min);
}

void bookingStays(EngineRig& rig)
{
    lab::Fault fault;
    fault.kind = FaultKind::RefuseSoft;
    fault.operation = Operation::Unbook;
    fault.code = "already_collected";
    rig.vendors().find("carrier")->faults().add(fault);
    nodeGoesBack(rig);
}

// ── a person says how a call ended ──────────────────────────────────────────────────────────────────────────────
RigOptions mute()
{
    RigOptions options;
    options.adjust = [](Policy& p, Dictionary& names) {
        for (VendorProfile& vendor : p.vendors)
            if (names.text(vendor.name) == "wms-east")
                vendor.hasStatusQuery = vendor.honoursKeys = false;
    };
    return options;
}

void told(EngineRig& rig, FaultKind kind, const std::string& outcome)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::NoWebhook);
    rig.fail("wms-east", kind, Operation::Ship, 1);
    buy(rig, "1");
    rig.pass(15min);
    engine::CommandInput c;
    c.what = "outcome";
    c.object = rig.idOf("1");
    c.argument = "ship:1";
    c.text = outcome;
    c.reason = "called the warehouse";
    rig.give(std::move(c));
    rig.pass(1min);
}

}  // namespace

std::vector<Walk> betweenWalks()
{
    const RigOptions carrier{.carrier = true, .shop = true};
    return {
        {"hold_before_decision", {}, holdBeforeDecision, {"1"}},
        {"hold_in_the_same_turn", {}, holdInTheSameTurn, {"1"}},
        {"hold_in_outbox", {}, holdInOutbox, {"1", "2"}, true},
        {"hold_after_handoff", {}, holdAfterHandoff, {"1"}},
        {"payment_fails_and_comes", {}, paymentFailsAndComes, {"1"}},
        {"payment_fails_in_outbox", {}, paymentFailsInOutbox, {"1", "2"}, true},
        {"payment_fails_for_good", {}, paymentFailsForGood, {"1"}},
        {"payment_comes_too_late", {}, paymentComesTooLate, {"1"}},
        {"address_in_the_same_turn", {}, addressInTheSameTurn, {"1"}},
        {"address_after_handoff", {}, addressAfterHandoff, {"1"}},
        {"node_accepts_by_event", {}, nodeAcceptsByEvent, {"1"}, true},
        {"node_refuses_by_event", {}, nodeRefusesByEvent, {"1"}},
        {"node_goes_back", carrier, nodeGoesBack, {"1"}},
        {"booking_stays", carrier, bookingStays, {"1"}},
        {"told_done",
         mute(),
         [](EngineRig& rig) { told(rig, FaultKind::ReplyLost, "done SH-7"); },
         {"1"},
         true},
        {"told_not_applied",
         mute(),
         [](EngineRig& rig) { told(rig, FaultKind::Timeout, "not_applied"); },
         {"1"},
         true},
    };
}

}  // namespace holdpoint::test
