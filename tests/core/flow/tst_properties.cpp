// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/permissions.h"
#include "core/orders/apply.h"
#include "core/views/check.h"
#include "core/views/state_hash.h"
#include "tests/support/invariants.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <set>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

constexpr const char* Params = "seed=20270101 max_success=200 max_size=30";

/// Something that happens, as three small numbers: what, to which part, how. Small numbers shrink well.
using Act = std::tuple<int, int, int>;
using Acts = std::vector<Act>;

/// Any of the range from the first try on: left to itself, rapidcheck begins at its lower end.
rc::Gen<int> any(int from, int to) { return rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to)); }

rc::Gen<Acts> acts(int kinds)
{
    return rc::gen::container<Acts>(rc::gen::tuple(any(0, kinds), any(1, 3), any(0, 4)));
}

constexpr int UnpaidKinds = 9;  ///< without what could let an order leave intake
constexpr int EventKinds = 15;

std::string at(int second) { return "2027-01-01T00:00:0" + std::to_string(second) + "Z"; }

std::string money(int part, int how)
{
    return R"({"payment":)" + std::to_string(part) + R"(,"id":"m)" + std::to_string(how) + R"(","amount":")" +
           (how < 2 ? "20.00" : "10.00") + R"(","currency":"EUR"})";
}

std::string parcel(int leg, int how)
{
    const std::string units = how < 2 ? "" : R"(,"line":1,"units":)" + std::to_string(how - 1);
    return R"({"leg":)" + std::to_string(leg) + R"(,"id":"p)" + std::to_string(how) + "\"" + units + "}";
}

std::string placedData(int units)
{
    return R"({"currency":"EUR","total":"20.00","lines":[{"line":1,"sku":"HAT","units":)" +
           std::to_string(units) + R"(,"price":"10.00"}]})";
}

/// The event that an act means, about order 1; few enough ids and times that they tie and contradict. Without a time the
/// rig's own is taken: what left before the last count is not counted off again.
std::string eventOf(const EngineRig& rig, const Act& act, int number, bool timed)
{
    const auto [kind, part, how] = act;
    const std::string id = "e" + std::to_string(number);
    const auto event = [&](const char* type, const std::string& data) {
        return rig.event(type, "1", data, id, timed ? at(how + part) : std::string());
    };
    switch (kind) {
    case 0: return event("order.placed", placedData(part + 1));
    case 1: return event("order.cancel_asked", R"({"id":"w)" + std::to_string(how) + "\"}");
    case 2: return event("order.address", R"({"version":)" + std::to_string(how) + R"(,"region":"eu"})");
    case 3: return event("order.hold_asked", R"({"id":"h","reason":"fraud_risk"})");
    case 4: return event("payment.failed", money(part, how));
    case 5: return event("payment.charged_back", money(part, how));
    case 6:
        return event("return.received", R"({"return":1,"id":"r)" + std::to_string(how) +
                                            R"(","line":1,"units":1,"condition":"good"})");
    case 7: return event("return.asked", R"({"return":1,"line":1,"units":1})");
    case 8: return event("legacy.decided", R"({"leg":1,"node":"east"})");
    case 9: return event("payment.authorised", money(part, how));
    case 10: return event("payment.captured", money(part, how));
    case 11: return event("payment.refunded", money(part, how));
    case 12: return event("shipment.shipped", parcel(part, how));
    case 13: return event("shipment.delivered", parcel(part, how));
    default: return event("shipment.picked", parcel(part, how));
    }
}

std::vector<std::string> eventsOf(const EngineRig& rig, const Acts& all)
{
    std::vector<std::string> events{rig.event("order.placed", "1", placedData(2), "e0", at(0))};
    for (const Act& act : all)
        events.push_back(eventOf(rig, act, static_cast<int>(events.size()), true));
    return events;
}

/// Any order and repetition of `size` events, each at least once.
std::vector<std::size_t> arrival(std::size_t size)
{
    const int most = static_cast<int>(size);
    auto order = *rc::gen::container<std::vector<std::size_t>>(rc::gen::cast<std::size_t>(any(0, most)));
    std::vector<std::size_t> missing;
    for (std::size_t i = 0; i < size; ++i)
        if (std::find(order.begin(), order.end(), i) == order.end())
            missing.push_back(i);
    const auto seat = *rc::gen::container<std::vector<std::size_t>>(missing.size(),
                                                                    rc::gen::cast<std::size_t>(any(0, most)));
    for (std::size_t i = 0; i < missing.size(); ++i)
        order.insert(order.begin() + static_cast<std::ptrdiff_t>(std::min(seat[i], order.size())),
                     missing[i]);
    return order;
}

std::string hashOf(EngineRig& rig)
{
    const auto hash = views::stateHashOf("shop/1", rig.steps(rig.idOf("1")), rig.engine().names());
    return hash ? toHex(*hash) : "none";
}

std::uint64_t callsIn(EngineRig& rig)
{
    std::uint64_t calls = 0;
    for (const auto& [name, vendor] : rig.vendors().vendors())
        for (const auto& [key, entry] : vendor.book().entries())
            calls += entry.received;
    return calls;
}

views::CheckReport checkOf(EngineRig& rig)
{
    auto reader = store::StoreReader::open(rig.storeOptions());
    RC_ASSERT(reader.has_value());
    auto report = views::check(**reader);
    RC_ASSERT(report.has_value());
    RC_ASSERT(report->agrees());
    return *report;
}

// ── what may become of what ──
bool mayBecome(EffectState from, EffectState to)
{
    if (from == to || from == EffectState::Planned || from == EffectState::Unknown)
        return from != EffectState::Unknown || to != EffectState::Suppressed;
    return from == EffectState::NotSent && to == EffectState::Planned;  // planned again, under the same key
}

bool mayBecome(OrderOwner from, OrderOwner to)
{
    if (from == to)
        return true;
    return from == OrderOwner::Transfer || (from == OrderOwner::Holdpoint && to == OrderOwner::Transfer);
}

/// One step may make several moves: the node accepts, and what waited for that asks it to cancel.
bool mayBecome(ShipmentRequest from, ShipmentRequest to)
{
    using R = ShipmentRequest;
    static const std::map<R, std::set<R>> moves{
        {R::None, {R::Planned}},
        {R::Planned, {R::None, R::Asked, R::Accepted, R::Refused, R::Unknown}},
        {R::Asked, {R::None, R::Planned, R::Accepted, R::Refused, R::Unknown}},
        {R::Unknown, {R::None, R::Planned, R::Asked, R::Accepted, R::Refused}},
        {R::Accepted, {R::Refused, R::CancelAsked}},
        {R::Refused, {}},
        {R::CancelAsked, {R::CancelAccepted, R::CancelRefused, R::Refused}},
        {R::CancelAccepted, {}},
        {R::CancelRefused, {R::Refused}},
    };
    std::set<R> reached{from};
    for (std::size_t before = 0; before != reached.size();) {
        before = reached.size();
        for (const R one : std::set<R>(reached))
            reached.insert(moves.at(one).begin(), moves.at(one).end());
    }
    return reached.contains(to);
}

std::string arrow(std::string_view what, std::string_view from, std::string_view to)
{
    return std::string(what) + ": " + std::string(from) + " → " + std::string(to);
}

/// What must not have happened between two looks at an order; empty when nothing did.
std::vector<std::string> illegal(const Order& before, const Order& after)
{
    std::vector<std::string> found;
    if (after.observed.size() < before.observed.size())
        found.emplace_back("an observed fact is gone");
    if (after.version < before.version || after.epoch < before.epoch)
        found.emplace_back("version or epoch went back");
    if (before.taken && !after.taken)
        found.emplace_back("an order became none");
    if (before.taken && !mayBecome(before.owner, after.owner))
        found.push_back(arrow("owner", name(before.owner), name(after.owner)));
    for (const Effect& effect : before.effects) {
        const Effect* now = after.effect(effect.ref);
        if (now == nullptr)
            found.emplace_back("an effect is gone");
        else if (!mayBecome(effect.state, now->state))
            found.push_back(arrow(name(effect.ref.operation), name(effect.state), name(now->state)));
    }
    for (const Leg& leg : before.legs) {
        const Leg* now = after.leg(leg.part);
        if (now == nullptr)
            found.emplace_back("a leg is gone");
        else if (!mayBecome(leg.request, now->request))
            found.push_back(arrow("request", name(leg.request), name(now->request)));
    }
    if (before.cancelledByUs && !after.cancelledByUs)
        found.emplace_back("a cancellation was taken back");
    return found;
}

/// The same over the whole life of order 1, step by step.
std::vector<std::string> illegalSteps(EngineRig& rig)
{
    std::vector<std::string> found;
    Order order;
    order.id = rig.idOf("1");
    Seq seq = 0;
    for (const StepBody& step : rig.steps(order.id)) {
        const Order before = order;
        orders::applyStep(order, step, ++seq);
        for (const std::string& what : illegal(before, order))
            found.push_back("step " + std::to_string(seq) + " (" + std::string(name(step.input)) +
                            "): " + what);
    }
    return found;
}

constexpr std::string_view Commands[] = {"retry",   "hand_back", "cancel_order", "release_hold", "ask_vendor",
                                         "resolve", "withdraw",  "working",      "reopen",       "outcome"};

/// Money that only an event speaks of stands in no book, so the books could not agree.
bool speaksOfMoneyMoved(int kind) { return kind == 10 || kind == 11; }

/// One input by event, import, command or bulk; time; a death.
void disturb(EngineRig& rig, const Act& act, int number)
{
    const auto [kind, part, how] = act;
    const EntityId id = rig.idOf("1");
    const int told = kind < EventKinds ? kind : (part * 5 + how) % EventKinds;
    if (speaksOfMoneyMoved(told))
        return;
    if (kind < EventKinds)
        rig.post(eventOf(rig, act, number, false));
    else if (kind == EventKinds)
        rig.post(rig.event("payment.authorised", "1", money(1, 0), "paid"));
    else if (kind == EventKinds + 4)
        rig.post(eventOf(rig, {told, part, how}, number, false), Lane::Backfill, 7);
    else if (kind == EventKinds + 5)
        rig.post(eventOf(rig, {told, part, how}, number, false), Lane::Observe);
    else if (kind == EventKinds + 1)
        rig.pass(std::chrono::seconds{1 << (how * 4)});
    else if (kind == EventKinds + 2) {
        rig.crash();
        rig.start();
    } else if (kind == EventKinds + 3) {
        rig.fail(how % 2 == 0 ? "wms-east" : "pay",
                 how < 2 ? lab::FaultKind::ReplyLost : lab::FaultKind::RefuseSoft, {}, part);
    } else if (!id.isNone()) {
        const std::string_view what =
            Commands[static_cast<std::size_t>(kind * 7 + part * 3 + how) % std::size(Commands)];
        const CommandObject object = commandRule(what)->object;
        engine::CommandInput command;
        command.what = what;
        command.object = object == CommandObject::Item || how % 2 != 0 ? id.with(EntityKind::Exception) : id;
        command.role = Role::SupportLead;
        command.reason = "known";
        command.argument = what == "outcome" ? "" : "by_hand";
        command.text = how < 2 ? "not_applied" : "done R-1";
        command.number = what == "withdraw" ? 7 : 0;
        rig.give(command);
        if (part == 2)  // as a bulk command does: one more object, the same thing
            rig.give(command);
    }
}

constexpr int RecordedKinds =
    EventKinds + 4;  ///< events, time, deaths, vendors that fail: all that happened was an event
constexpr int DisturbKinds = EventKinds + 16;

}  // namespace

/// Random worlds; RC_PARAMS overrides the seed and the number of tries, a failure prints how to repeat it.
class Properties : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void recordedEventsCommute();
    void liveEventsCommuteWhereNothingWasSent();
    void aReplayGivesTheSameStateAndCallsNobody();
    void noInputReachesAnIllegalTransition();
};

void Properties::initTestCase()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", Params);
    qInfo("RC_PARAMS=%s", qgetenv("RC_PARAMS").constData());
}

void Properties::recordedEventsCommute()
{
    QVERIFY(rc::check("any order and repetition of recorded events is one state", [] {
        const EngineRig writer;
        const auto events = eventsOf(writer, *acts(EventKinds));
        EngineRig straight, shuffled;
        for (const std::string& event : events)
            straight.post(event, Lane::Observe);
        for (const std::size_t i : arrival(events.size()))
            shuffled.post(events[i], Lane::Observe);
        RC_ASSERT(hashOf(straight) == hashOf(shuffled));
        const Order a = straight.order(straight.idOf("1"));
        const Order b = shuffled.order(shuffled.idOf("1"));
        RC_ASSERT(name(a.standing.status) == name(b.standing.status));
        RC_ASSERT(name(a.standing.place) == name(b.standing.place));
        RC_ASSERT(a.standing.flags == b.standing.flags);
        RC_ASSERT(callsIn(straight) + callsIn(shuffled) == 0U);
    }));
}

void Properties::liveEventsCommuteWhereNothingWasSent()
{
    int sent = 0;
    QVERIFY(
        rc::check("any order and repetition of live events is one state, as long as nobody was called", [&] {
            const EngineRig writer;
            const auto events =
                eventsOf(writer, *acts(*rc::gen::element(UnpaidKinds, UnpaidKinds, EventKinds)));
            EngineRig straight, shuffled;
            for (EngineRig* rig : {&straight, &shuffled})
                rig->stockUp();
            for (const std::string& event : events)
                straight.post(event);
            for (const std::size_t i : arrival(events.size()))
                shuffled.post(events[i]);
            const bool called = callsIn(straight) + callsIn(shuffled) != 0;
            sent += called ? 1 : 0;
            // What we did may differ then; what was observed never does.
            RC_ASSERT(hashOf(straight) == hashOf(shuffled));
            if (!called)
                RC_ASSERT(straight.order(straight.idOf("1")).observed.size() ==
                          shuffled.order(shuffled.idOf("1")).observed.size());
        }));
    qInfo("%d tries in which somebody was called", sent);
    QVERIFY(sent > 0);
}

void Properties::aReplayGivesTheSameStateAndCallsNobody()
{
    QVERIFY(
        rc::check("folding again, starting again and replaying what was recorded give the same state", [] {
            EngineRig rig({.carrier = true, .shop = true, .legacy = true});
            rig.stockUp();
            rig.post(rig.placed("1", {{1, "HAT", 2}}));
            int number = 100;
            for (const Act& act : *acts(RecordedKinds))
                disturb(rig, act, ++number);
            rig.pass(5min);
            const auto first = checkOf(rig);
            const auto again = checkOf(rig);
            RC_ASSERT(first.stateHash == again.stateHash);
            RC_ASSERT(first.journalHash == again.journalHash);

            EngineRig replay({.carrier = true, .shop = true, .legacy = true});
            for (const std::string& event : rig.sent())
                replay.post(event, Lane::Observe);
            RC_ASSERT(hashOf(replay) == hashOf(rig));
            RC_ASSERT(callsIn(replay) == 0U);
            RC_ASSERT(replay.engine().gateway().open() == 0U);
        }));
}

void Properties::noInputReachesAnIllegalTransition()
{
    std::map<std::string, int> ends;
    QVERIFY(rc::check("no event, command, import or bulk reaches an illegal transition", [&] {
        EngineRig rig({.carrier = true, .shop = true, .legacy = true});
        rig.stockUp();
        rig.post(rig.placed("1", {{1, "HAT", 2}}));
        rig.post(rig.event("payment.authorised", "1", money(1, 0), "paid"));
        int number = 100;
        for (const Act& act : *acts(DisturbKinds)) {
            disturb(rig, act, ++number);
            RC_ASSERT(!rig.engine().isHalted());
        }
        rig.pass(5min);
        ++ends[std::string(name(rig.order(rig.idOf("1")).standing.status))];
        for (const std::string& what : illegalSteps(rig))
            RC_FAIL(what);
        for (const std::string& what : violations(rig))
            RC_FAIL(what);
    }));
    for (const auto& [status, n] : ends)
        qInfo("%s: %d", status.c_str(), n);
    QVERIFY(ends.size() >= 5);
}

QTEST_GUILESS_MAIN(Properties)
#include "tst_properties.moc"
