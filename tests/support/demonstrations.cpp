// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/walks.h"

#include <algorithm>

namespace holdpoint::test {

std::vector<Walk> demonstrations();  // what is shown to people, as scripts

namespace {

using namespace std::chrono_literals;
using lab::FaultKind;

const std::vector<RigLine> TwoHats{{1, "HAT", 2}};
const std::vector<RigLine> OneHat{{1, "HAT", 1}};

void buy(EngineRig& rig, const std::string& number)
{
    rig.post(rig.placed(number, TwoHats));
    rig.post(rig.authorised(number));
}

void postTogether(EngineRig& rig, const std::vector<std::string>& events)
{
    std::vector<engine::Input> inputs(events.size());
    for (std::size_t i = 0; i < events.size(); ++i)
        inputs[i].body = engine::EventBytes{events[i]};
    rig.turn(std::move(inputs));
}

void restart(EngineRig& rig)
{
    rig.crash();
    rig.start();
}

void late(EngineRig& rig, const std::string& vendor, Milliseconds by)
{
    lab::Fault fault;
    fault.kind = FaultKind::LateWebhook;
    fault.delay = by;
    rig.vendors().find(vendor)->faults().add(fault);
}

// One order event fifty times, in parallel, across a restart; then its id with other content.
void duplicateStorm(EngineRig& rig)
{
    rig.stockUp();
    const std::string order = rig.event(
        "order.placed", "1",
        R"({"currency":"EUR","total":"20.00","lines":[{"line":1,"sku":"HAT","units":2,"price":"10.00"}]})",
        "storm");
    postTogether(rig, std::vector<std::string>(25, order));
    restart(rig);
    postTogether(rig, std::vector<std::string>(25, order));
    const std::string paid = rig.authorised("1");
    postTogether(rig, {paid, paid, paid});
    rig.pass(5min);
    rig.post(rig.event("order.placed", "1",
                       R"({"currency":"EUR","lines":[{"line":1,"sku":"HAT","units":3}]})", "storm"));
    rig.pass(1min);
}

// Many orders for one unit; one node is stale, one is told of each move.
void lastUnit(EngineRig& rig)
{
    rig.post(rig.event("stock.counted", "north", R"({"counts":[{"sku":"HAT","units":50,"version":1}]})", {},
                       "2027-01-14T08:00:00Z"));
    rig.post(rig.counted("east", "HAT", 1));
    for (int turn = 0; turn < 2; ++turn) {
        std::vector<std::string> events;
        for (int i = 1; i <= 6; ++i) {
            const std::string number = std::to_string(6 * turn + i);
            events.push_back(rig.placed(number, OneHat, "10.00"));
            events.push_back(rig.authorised(number, "10.00"));
        }
        postTogether(rig, events);
    }
    rig.pass(5min);
}

std::vector<std::string> upTo(int last)
{
    std::vector<std::string> numbers;
    for (int i = 1; i <= last; ++i)
        numbers.push_back(std::to_string(i));
    return numbers;
}

// A cancel before the instruction, after it was accepted, when the node refuses it, and after the parcel left.
void cancelInFlight(EngineRig& rig)
{
    rig.stockUp();
    postTogether(rig, {rig.placed("before", TwoHats), rig.authorised("before"), rig.cancelAsked("before")});
    buy(rig, "shipped");
    rig.pass(5min);
    rig.post(rig.cancelAsked("shipped"));
    buy(rig, "accepted");
    rig.pass(1s);
    rig.post(rig.cancelAsked("accepted"));
    rig.pass(1min);
    late(rig, "wms-east", 60s);
    buy(rig, "refused");
    rig.pass(70s);  // has left at 60 s, says so at 120 s
    rig.post(rig.cancelAsked("refused"));
    rig.vendors().find("wms-east")->faults().clear();
    rig.pass(5min);
}

void shipBeforePay(EngineRig& rig)
{
    rig.stockUp();
    rig.post(rig.placed("1", TwoHats));
    rig.pass(3min);
    rig.post(rig.event("payment.failed", "1",
                       R"({"payment":1,"id":"f-1","amount":"20.00","currency":"EUR","code":"declined"})"));
    rig.pass(5min);
}

// The events of one order in three orders, each said twice.
void shuffleAndReplay(EngineRig& rig)
{
    const std::string at = "2027-01-01T00:00:0";
    const char* const orders[] = {"psdcf", "fcdsp", "dpfcs"};
    for (int n = 1; n <= 3; ++n) {
        const std::string number = std::to_string(n);
        const std::map<char, std::string> events{
            {'p', rig.event("order.placed", number,
                            R"({"currency":"EUR","lines":[{"line":1,"sku":"HAT","units":2}]})", "p" + number,
                            at + "1Z")},
            {'c', rig.event("payment.captured", number,
                            R"({"payment":1,"id":"c","amount":"20.00","currency":"EUR"})", "c" + number,
                            at + "2Z")},
            {'s', rig.event("shipment.shipped", number, R"({"leg":1,"id":"s"})", "s" + number, at + "3Z")},
            {'d', rig.event("shipment.delivered", number, R"({"leg":1,"id":"d"})", "d" + number, at + "4Z")},
            {'f', rig.event("payment.failed", number,
                            R"({"payment":1,"id":"f","amount":"20.00","currency":"EUR","code":"no"})",
                            "f" + number, at + "5Z")}};
        for (const char* which = orders[n - 1]; *which != 0; ++which)
            for (int twice = 0; twice < 2; ++twice)
                rig.post(events.at(*which), Lane::Observe);
    }
    restart(rig);
    rig.pass(1min);
}

void timeoutThatSucceeded(EngineRig& rig)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::ReplyLost, Operation::Ship, 1);
    buy(rig, "1");
    rig.pass(5min);
}

// A field of the answer is renamed, then a status gets a new value; both mended, and a person goes on.
void silentVendorChange(EngineRig& rig)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::ChangedField, Operation::Ship, 1);
    buy(rig, "1");
    rig.pass(1min);
    rig.fail("wms-east", FaultKind::ChangedEnum, Operation::Ship, 1);
    buy(rig, "2");
    rig.pass(3min);
    rig.vendors().find("wms-east")->faults().clear();
    for (const char* number : {"1", "2"})
        rig.command("retry", rig.idOf(number));
    rig.pass(3min);
}

// Three days of what legacy decided, beside what we would have.
void shadowWeek(EngineRig& rig)
{
    const char* const nodes[] = {"east", "north", "west"};
    for (int day = 0; day < 3; ++day) {
        for (const char* node : nodes)
            rig.post(rig.counted(node, "HAT", 100, day + 1));
        for (int n = 0; n < 3; ++n) {
            const std::string number = std::to_string(10 * day + n);
            rig.post(rig.placed(number, TwoHats), Lane::Shadow);
            rig.post(
                rig.event("legacy.decided", number, R"({"leg":1,"node":")" + std::string(nodes[n]) + "\"}"),
                Lane::Shadow);
        }
        rig.pass(24h);
    }
}

// 429 and slow webhooks while orders come; intake is stopped, and opened again when the vendor is well.
void canaryThatGoesBad(EngineRig& rig)
{
    rig.stockUp();
    rig.fail("wms-east", FaultKind::TooMany, Operation::Ship, 2);
    late(rig, "wms-east", 90s);
    buy(rig, "1");
    rig.pass(10s);
    buy(rig, "2");
    rig.command("stop_intake", {});
    buy(rig, "3");  // stays with legacy
    rig.pass(3min);
    rig.vendors().find("wms-east")->faults().clear();
    rig.command("reopen_intake", {});
    buy(rig, "4");
    rig.pass(5min);
}

// Every order goes back: at intake, with its node, of unknown outcome, finished; a death in the middle.
void rollBackUnderLoad(EngineRig& rig)
{
    rig.stockUp();
    buy(rig, "done");
    rig.pass(5min);
    rig.post(rig.placed("intake", TwoHats));
    buy(rig, "node");
    rig.pass(1s);
    rig.fail("wms-east", FaultKind::ReplyLost, Operation::Ship, 1);
    buy(rig, "unknown");
    for (const char* number : {"done", "intake"})
        rig.command("hand_back", rig.idOf(number));
    restart(rig);
    for (const char* number : {"node", "unknown"})
        rig.command("hand_back", rig.idOf(number));
    rig.pass(5min);
}

// Old orders in the three kinds of rows while live ones come; old moves of a live order are refused; undone.
void backfillOnALiveSystem(EngineRig& rig)
{
    constexpr std::uint32_t Batch = 9;
    rig.stockUp();
    buy(rig, "live");
    rig.pass(10s);
    for (const char* number : {"old-1", "old-2"}) {
        rig.post(rig.placed(number, TwoHats), Lane::Backfill, Batch);
        rig.post(rig.event("payment.captured", number,
                           R"({"payment":1,"id":"c","amount":"20.00","currency":"EUR"})"),
                 Lane::Backfill, Batch);
        rig.post(rig.shipped(number), Lane::Backfill, Batch);
    }
    rig.post(rig.cancelAsked("live"), Lane::Backfill, Batch);
    buy(rig, "live-2");
    rig.pass(1min);
    for (const char* number : {"old-1", "old-2", "live"})
        rig.command("withdraw", rig.idOf(number), {}, Batch);
    rig.pass(5min);
}

}  // namespace

std::vector<Walk> demonstrations()
{
    RigOptions fresh;
    fresh.adjust = [](Policy& p, Dictionary&) { p.checkStaleness = true; };
    const RigOptions onAccount{.payment = false, .paymentRule = PaymentRule::None};
    const RigOptions legacy{.legacy = true};
    return {
        {"1 duplicate storm", {}, duplicateStorm, {"1"}},
        {"2 last unit", fresh, lastUnit, upTo(12)},
        {"3 cancel in flight", {}, cancelInFlight, {"before", "accepted", "refused", "shipped"}},
        {"4 ship before pay", onAccount, shipBeforePay, {"1"}},
        {"5 shuffle and replay", {}, shuffleAndReplay, {"1", "2", "3"}},
        {"6 warehouse timeout that in truth succeeded", {}, timeoutThatSucceeded, {"1"}},
        {"7 silent vendor change", {}, silentVendorChange, {"1", "2"}, true},
        {"8 shadow week in minutes", {}, shadowWeek, {"0", "1", "2", "10", "11", "12", "20", "21", "22"}},
        {"9 canary that goes bad", legacy, canaryThatGoesBad, {"1", "2", "3", "4"}, true},
        {"10 rollback under load", legacy, rollBackUnderLoad, {"done", "intake", "node", "unknown"}, true},
        {"11 backfill on a live system", {}, backfillOnALiveSystem, {"live", "live-2", "old-1", "old-2"}},
    };
}

}  // namespace holdpoint::test
