// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/walks.h"

#include "core/base/check.h"

namespace holdpoint::test {

std::vector<Walk> laneWalks();     // 5 to 8
std::vector<Walk> betweenWalks();  // what comes between decision and shipment
std::vector<Walk> demonstrations();

namespace {

using namespace std::chrono_literals;
using lab::FaultKind;

const std::vector<RigLine> TwoHats{{1, "HAT", 2}};

void buy(EngineRig& rig, const std::string& number)
{
    rig.post(rig.placed(number, TwoHats));
    rig.post(rig.authorised(number));
}

void late(EngineRig& rig, const std::string& vendor, Milliseconds by)
{
    lab::Fault fault;
    fault.kind = FaultKind::LateWebhook;
    fault.delay = by;
    rig.vendors().find(vendor)->faults().add(fault);
}

/// Grants of standard goods end after a minute.
RigOptions shortGrants(RigOptions options = {})
{
    options.adjust = [](Policy& p, Dictionary&) { p.skuRules[std::size_t(SkuClass::Standard)].hold = 60s; };
    return options;
}

/// The answer to `ship` is lost and nobody answers questions about it; the node works all the same.
void goSilent(EngineRig& rig)
{
    rig.fail("wms-east", FaultKind::ReplyLost, Operation::Ship);
    rig.fail("wms-east", FaultKind::Timeout, Operation::Ship, -1, true);
}

// ── 1 cancel races shipping ─────────────────────────────────────────────────────────────────────────────────────
void cancelBeforeDispatch(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "1");  // the first call to a vendor is a probe: the next waits for its answer
    buy(rig, "2");
    rig.post(rig.cancelAsked("2"));
    rig.pass(5min);
}

void cancelInTheSameTurn(EngineRig& rig)
{
    rig.stockUp();
    std::vector<engine::Input> inputs(3);
    inputs[0].body = engine::EventBytes{rig.placed("1", TwoHats)};
    inputs[1].body = engine::EventBytes{rig.authorised("1")};
    inputs[2].body = engine::EventBytes{rig.cancelAsked("1")};
    rig.turn(std::move(inputs));
    rig.pass(5min);
}

void cancelUnderWay(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "1");
    rig.post(rig.cancelAsked("1"));
    rig.pass(5min);
}

void cancelAccepted(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "1");
    rig.pass(20s);
    rig.post(rig.cancelAsked("1"));
    rig.pass(5min);
}

void cancelRefused(EngineRig& rig)
{
    rig.stockUp();
    late(rig, "wms-east", 60s);
    buy(rig, "1");
    rig.pass(70s);  // has left at 60 s, says so at 120 s
    rig.post(rig.cancelAsked("1"));
    rig.pass(5min);
}

void shippedAfterCancel(EngineRig& rig)
{
    cancelAccepted(rig);
    rig.post(rig.shipped("1"));
    rig.pass(5min);
}

void cancelOfHalf(EngineRig& rig)
{
    rig.fail("wms-east", FaultKind::NoWebhook);
    rig.post(rig.counted("east", "HAT", 10));
    rig.post(rig.counted("north", "CUP", 10));
    rig.post(rig.placed("1", {{1, "HAT", 1}, {2, "CUP", 1}}));
    rig.post(rig.authorised("1"));
    rig.pass(1s);
    rig.post(rig.shipped("1", 1));
    rig.post(rig.cancelAsked("1"));
    rig.pass(5min);
}

void cancelWhileAskingWhetherItExists(EngineRig& rig)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::Timeout, Operation::Ship, 1);
    buy(rig, "1");
    rig.pass(11s);
    rig.post(rig.cancelAsked("1"));
    rig.pass(5min);
}

// ── 2 reservation expires at confirm ────────────────────────────────────────────────────────────────────────────
void expiredThenShipped(EngineRig& rig)
{
    rig.stockUp();
    goSilent(rig);
    buy(rig, "1");
    rig.pass(5min);  // grant ends at 105 s, parcel leaves at 120 s
    rig.vendors().find("wms-east")->faults().clear();
    rig.pass(5min);
}

void expiredThenGone(EngineRig& rig)
{
    rig.post(rig.counted("east", "HAT", 2));
    goSilent(rig);
    buy(rig, "1");
    rig.pass(50s);
    rig.post(rig.counted("east", "HAT", 1, 2));  // one was lost on the shelf
    rig.pass(5min);
    rig.vendors().find("wms-east")->faults().clear();
    rig.pass(5min);
}

void shippedThenDue(EngineRig& rig)
{
    rig.stockUp();
    goSilent(rig);
    rig.fail("wms-east", FaultKind::NoWebhook);
    buy(rig, "1");
    rig.pass(104s);
    rig.clock().advance(10s);  // the grant's end has passed, no turn has seen it
    rig.post(rig.shipped("1"));
    rig.vendors().find("wms-east")->faults().clear();
    rig.pass(5min);
}

// ── 3 split, partial refund ─────────────────────────────────────────────────────────────────────────────────────
void splitStock(EngineRig& rig)
{
    rig.post(rig.counted("east", "HAT", 10));
    rig.post(rig.counted("east", "BAG", 10));
    rig.post(rig.counted("north", "CUP", 10));
    rig.post(rig.counted("west", "CUP", 10));
}

void buyThree(EngineRig& rig)
{
    rig.post(rig.placed("1", {{1, "HAT", 1}, {2, "BAG", 2}, {3, "CUP", 1}}, "40.00"));
    rig.post(rig.authorised("1", "40.00"));
    rig.pass(5min);
}

std::string received(EngineRig& rig, int part, int line, int units, const std::string& condition)
{
    return rig.event("return.received", "1",
                     R"({"return":)" + std::to_string(part) + R"(,"line":)" + std::to_string(line) +
                         R"(,"units":)" + std::to_string(units) + R"(,"condition":")" + condition + R"("})");
}

void returnOne(EngineRig& rig, const std::string& condition)
{
    splitStock(rig);
    buyThree(rig);
    rig.post(rig.event("return.asked", "1", R"({"return":1,"line":2,"units":1,"reason":"too_small"})"));
    rig.post(received(rig, 1, 2, 1, condition));
    rig.pass(5min);
}

void returnTwice(EngineRig& rig)
{
    returnOne(rig, "good");
    rig.post(received(rig, 1, 1, 1, "damaged"));  // the same parcel held a second thing
    rig.post(received(rig, 2, 3, 1, "good"));
    rig.pass(5min);
}

void legRefused(EngineRig& rig)
{
    rig.fail("wms-north", FaultKind::RefuseSoft, Operation::Ship);
    splitStock(rig);
    buyThree(rig);
}

// ── 4 timeout that succeeded, crash ─────────────────────────────────────────────────────────────────────────────
void lostAnswerThenDeath(EngineRig& rig, FaultKind kind)
{
    rig.stockUp();
    rig.fail("wms-east", kind, Operation::Ship, 1);
    buy(rig, "1");
    rig.crash();
    rig.start();
    rig.pass(5min);
}

RigOptions mute(RigOptions options = {})
{
    options.adjust = [](Policy& p, Dictionary& names) {
        for (VendorProfile& vendor : p.vendors)
            if (names.text(vendor.name) == "wms-east")
                vendor.hasStatusQuery = vendor.honoursKeys = false;
    };
    return options;
}

void cannotTell(EngineRig& rig)
{
    rig.fail("wms-east", FaultKind::NoWebhook);
    lostAnswerThenDeath(rig, FaultKind::ReplyLost);
    rig.pass(30min);  // no deadline makes an unknown call known
}

void cannotTellButShips(EngineRig& rig) { lostAnswerThenDeath(rig, FaultKind::ReplyLost); }

void cannotTellAlive(EngineRig& rig)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::Timeout, Operation::Ship, 1);
    buy(rig, "1");
    rig.pass(45min);
}

std::vector<Walk> allWalks()
{
    const RigOptions slow = shortGrants({.shipAfter = 120s});
    const RigOptions carrier{.carrier = true, .shop = true};
    std::vector<Walk> all{
        {"cancel_before_dispatch", {}, cancelBeforeDispatch, {"1", "2"}, true},
        {"cancel_in_the_same_turn", {}, cancelInTheSameTurn, {"1"}},
        {"cancel_under_way", {}, cancelUnderWay, {"1"}, true},
        {"cancel_accepted", carrier, cancelAccepted, {"1"}},
        {"cancel_refused", {}, cancelRefused, {"1"}},
        {"shipped_after_cancel", {}, shippedAfterCancel, {"1"}},
        {"cancel_of_half", {}, cancelOfHalf, {"1"}},
        {"cancel_while_asking", {}, cancelWhileAskingWhetherItExists, {"1"}, true},
        {"expired_then_shipped", slow, expiredThenShipped, {"1"}},
        {"expired_then_gone", slow, expiredThenGone, {"1"}},
        {"shipped_then_due", slow, shippedThenDue, {"1"}, true},
        {"return_good", carrier, [](EngineRig& rig) { returnOne(rig, "good"); }, {"1"}},
        {"return_damaged", carrier, [](EngineRig& rig) { returnOne(rig, "damaged"); }, {"1"}},
        {"return_twice", carrier, returnTwice, {"1"}},
        {"leg_refused", carrier, legRefused, {"1"}},
        {"lost_answer_found",
         {},
         [](EngineRig& rig) { lostAnswerThenDeath(rig, FaultKind::ReplyLost); },
         {"1"}},
        {"lost_call_repeated",
         {},
         [](EngineRig& rig) { lostAnswerThenDeath(rig, FaultKind::Timeout); },
         {"1"}},
        {"vendor_cannot_tell", mute(), cannotTell, {"1"}, true},
        {"vendor_cannot_tell_but_ships", mute(), cannotTellButShips, {"1"}, true},
        {"vendor_cannot_tell_alive", mute(), cannotTellAlive, {"1"}},
    };
    for (Walk& walk : laneWalks())
        all.push_back(std::move(walk));
    for (Walk& walk : betweenWalks())
        all.push_back(std::move(walk));
    return all;
}

}  // namespace

const std::vector<Walk>& walks()
{
    static const std::vector<Walk> all = allWalks();
    return all;
}

const std::vector<Walk>& scenarios()
{
    static const std::vector<Walk> all = [] {
        std::vector<Walk> both = walks();
        for (Walk& walk : demonstrations())
            both.push_back(std::move(walk));
        return both;
    }();
    return all;
}

const Walk& walk(const std::string& name)
{
    for (const Walk& walk : walks())
        if (walk.name == name)
            return walk;
    HP_CHECK(!"no such walk");
    return walks().front();
}

std::unique_ptr<EngineRig> walked(const std::string& name)
{
    const Walk& script = walk(name);
    auto rig = std::make_unique<EngineRig>(script.options);
    script.run(*rig);
    return rig;
}

}  // namespace holdpoint::test
