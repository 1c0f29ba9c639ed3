// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/walks.h"

namespace holdpoint::test {

std::vector<Walk> laneWalks();

namespace {

using namespace std::chrono_literals;
using lab::FaultKind;

const std::vector<RigLine> TwoHats{{1, "HAT", 2}};
constexpr std::uint32_t Batch = 7;

void buy(EngineRig& rig, const std::string& number)
{
    rig.post(rig.placed(number, TwoHats));
    rig.post(rig.authorised(number));
}

// ── 5 roll back in flight ───────────────────────────────────────────────────────────────────────────────────────
void handBack(EngineRig& rig, const std::string& number) { rig.command("hand_back", rig.idOf(number)); }

/// 1 at intake, 2 with its node, 3 in the outbox, 4 outcome unknown, 5 finished, 6 out of stock.
void rollBack(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("5", TwoHats));
    rig.post(rig.authorised("5"));
    rig.pass(5min);
    rig.post(rig.placed("1", TwoHats));
    buy(rig, "2");
    rig.pass(1s);
    rig.post(rig.placed("6", {{1, "NONE", 1}}));
    rig.post(rig.authorised("6"));
    rig.fail("wms-east", FaultKind::ReplyLost, Operation::Ship, 1);
    buy(rig, "4");
    rig.pass(11s);  // timed out: the breaker stays closed, one failure is not twenty
    rig.fail("wms-east", FaultKind::Timeout, Operation::Ship, -1, true);
    std::vector<engine::Input> inputs(2);
    inputs[0].body = engine::EventBytes{rig.placed("3", TwoHats)};
    inputs[1].body = engine::EventBytes{rig.authorised("3")};
    rig.turn(std::move(inputs));
    for (const char* number : {"1", "2", "3", "4", "5", "6"})
        handBack(rig, number);
    rig.pass(1min);
    rig.vendors().find("wms-east")->faults().clear();
    rig.pass(5min);
    for (const char* number : {"3", "4"})  // what had been asked about
        handBack(rig, number);
    rig.pass(5min);
}

void handBackOne(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("1", TwoHats));
    handBack(rig, "1");
    rig.pass(6min);
}

void handBackFromOutbox(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "1");  // a probe: the next waits in the outbox
    buy(rig, "2");
    handBack(rig, "2");
    rig.pass(5min);
}

void handBackRefused(EngineRig& rig)
{
    rig.fail("legacy", FaultKind::RefuseHard);
    handBackOne(rig);
    rig.post(rig.authorised("1"));
    rig.pass(5min);
}

void handBackUnanswered(EngineRig& rig, FaultKind kind)
{
    rig.fail("legacy", kind, {}, 1);
    handBackOne(rig);
}

// ── 6 shadow and legacy ─────────────────────────────────────────────────────────────────────────────────────────
std::string legacyDecided(EngineRig& rig, const std::string& number, const std::string& node,
                          const std::string& more = {})
{
    return rig.event("legacy.decided", number, R"({"leg":1,"node":")" + node + "\"" + more + "}");
}

void shadow(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("1", TwoHats), Lane::Shadow);
    rig.post(legacyDecided(rig, "1", "east"), Lane::Shadow);
    rig.post(legacyDecided(rig, "2", "north"), Lane::Shadow);
    rig.post(rig.placed("2", TwoHats), Lane::Shadow);
    rig.post(rig.placed("3", TwoHats), Lane::Shadow);
    rig.post(legacyDecided(rig, "3", "east", R"(,"fingerprint":12345)"), Lane::Shadow);
    rig.post(rig.placed("4", TwoHats), Lane::Shadow);
    rig.post(rig.shipped("1"), Lane::Shadow);
    rig.pass(5min);
}

// ── 7 backfill, undo ────────────────────────────────────────────────────────────────────────────────────────────
void backfill(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("live", TwoHats));
    rig.post(rig.authorised("late"));  // the live feed has spoken of it, its order is on its way
    rig.post(rig.cancelAsked("live"), Lane::Backfill, Batch);
    rig.post(rig.placed("late", TwoHats), Lane::Backfill, Batch);
    for (const char* number : {"old-1", "old-2", "old-3"}) {
        rig.post(rig.shipped(number), Lane::Backfill, Batch);
        rig.post(rig.placed(number, TwoHats), Lane::Backfill, Batch);
    }
    rig.post(rig.event("payment.failed", "old-3",
                       R"({"payment":1,"id":"f","amount":"20.00","currency":"EUR","code":"no"})"),
             Lane::Backfill, Batch);
    rig.pass(1min);
    rig.post(rig.event("return.asked", "old-2", R"({"return":1,"line":1,"units":1})"));  // lives on
    rig.crash();
    rig.start();
    for (const char* number : {"live", "old-1", "old-2", "old-3"})
        rig.command("withdraw", rig.idOf(number), {}, Batch);
    rig.pass(1min);
}

// ── 8 shuffled, repeated, ship before pay ───────────────────────────────────────────────────────────────────────
void shuffled(EngineRig& rig)
{
    const std::string at = "2027-01-01T00:00:0";
    const std::string events[] = {
        rig.event("shipment.delivered", "1", R"({"leg":1,"id":"d"})", "d", at + "4Z"),
        rig.event("payment.captured", "1", R"({"payment":1,"id":"c","amount":"20.00","currency":"EUR"})", "c",
                  at + "2Z"),
        rig.event("shipment.shipped", "1", R"({"leg":1,"id":"s"})", "s", at + "3Z"),
        rig.event("order.placed", "1", R"({"currency":"EUR","lines":[{"line":1,"sku":"HAT","units":2}]})",
                  "p", at + "1Z")};
    for (const std::string& event : events)
        for (int twice = 0; twice < 2; ++twice)
            rig.post(event, Lane::Observe);
    rig.pass(1min);
}

void failedAfterwards(EngineRig& rig)
{
    shuffled(rig);
    rig.post(rig.event("payment.failed", "1",
                       R"({"payment":1,"id":"f","amount":"20.00","currency":"EUR","code":"returned"})", "f",
                       "2027-01-01T00:00:09Z"),
             Lane::Observe);
    rig.pass(1min);
}

}  // namespace

std::vector<Walk> laneWalks()
{
    const RigOptions legacy{.legacy = true};
    const RigOptions carrier{.carrier = true, .shop = true};
    return {
        {"roll_back", legacy, rollBack, {"1", "2", "3", "4", "5", "6"}, true},
        {"hand_back_from_outbox", legacy, handBackFromOutbox, {"1", "2"}, true},
        {"hand_back_refused", legacy, handBackRefused, {"1"}},
        {"hand_back_answer_lost",
         legacy,
         [](EngineRig& rig) { handBackUnanswered(rig, FaultKind::ReplyLost); },
         {"1"}},
        {"hand_back_call_lost",
         legacy,
         [](EngineRig& rig) { handBackUnanswered(rig, FaultKind::Timeout); },
         {"1"}},
        {"shadow", carrier, shadow, {"1", "2", "3", "4"}},
        {"backfill", {}, backfill, {"live", "late", "old-1", "old-2", "old-3"}},
        {"shuffled", {}, shuffled, {"1"}},
        {"failed_afterwards", {}, failedAfterwards, {"1"}},
    };
}

}  // namespace holdpoint::test
