// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/invariants.h"
#include "tests/support/walks.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds Day{std::chrono::hours{24}};
constexpr Milliseconds Kept = 90 * Day;
const Milliseconds Tick{1};

/// A world with a finished and an open order, and commands about them.
struct World {
    EngineRig rig;

    World() : rig({.legacy = true, .adjust = rarely})
    {
        rig.stockUp();
        rig.post(rig.placed("1", {{1, "HAT", 1}}));
        rig.post(rig.authorised("1"));
        rig.pass(5min);
        rig.post(rig.placed("2", {{1, "NONE", 1}}));
        rig.post(rig.authorised("2"));
        rig.pass(1s);
    }
    /// Stock is asked for once a month: three months are soon over.
    static void rarely(Policy& policy, Dictionary&) { policy.deadlines.allocation = 30 * Day; }
    /// Given now; a repeat says the same.
    engine::CommandInput command(const std::string& key, const std::string& what, EntityId object)
    {
        engine::CommandInput c;
        c.key = key;
        c.actor = "ada";
        c.role = Role::SupportLead;
        c.what = what;
        c.object = object;
        c.given = rig.engine().now();
        return c;
    }
    engine::Outcome give(const engine::CommandInput& c) { return one(c); }
    engine::Outcome purge(bool dryRun = false) { return one(engine::PurgeKeys{{}, dryRun}); }
    EntityId order(const char* number) { return rig.idOf(number); }

    template <typename Body>
    engine::Outcome one(const Body& body)
    {
        std::vector<engine::Input> inputs(1);
        inputs[0].body = body;
        return rig.turn(std::move(inputs)).front();
    }
};

std::string where(const engine::Outcome& outcome) { return outcome.failed ? outcome.where : "accepted"; }

}  // namespace

/// Keys of commands: what the same key means, and when it is let go of.
class Keys : public QObject {
    Q_OBJECT

private slots:
    void anotherContentIsRefusedNamingTheField_data();
    void anotherContentIsRefusedNamingTheField();
    void whatIsNotTheRequestMayDiffer();
    void aStoredFailureIsReplayed();
    void purgeLetsGoOfWhatHasEndedAndIsOld();
    void purgeKeepsWhatIsYoungByOneMillisecond();
    void purgeNeverTakesAKeyOfAnOpenOrder();
    void purgeKeepsTheKeyOfAnOpenItem();
    void purgeKeepsWhatDoesNotSayWhenItWasGiven();
    void aDryRunTakesNothing();
    void purgeGoesOnPageByPage();
    void twoPurgesOfOneFrameCountOnce();
    void aRepeatInTheFrameOfThePurgeIsTooLateAfterwards();
    void aRepeatIsKnownOrTooLate();
    void aClockAheadDoesNotOutliveTheKey();
    void aPurgeThatWasNotStoredTookNothing();
    void tooShortIsRefusedAtStart();
    void whatAVendorHasForgottenIsNotSentAgain_data();
    void whatAVendorHasForgottenIsNotSentAgain();
};

void Keys::anotherContentIsRefusedNamingTheField_data()
{
    QTest::addColumn<QString>("field");
    for (const char* field : {"what", "object", "argument", "actor", "number", "text"})
        QTest::newRow(field) << field;
}

void Keys::anotherContentIsRefusedNamingTheField()
{
    QFETCH(const QString, field);
    for (const bool sameTurn : {false, true}) {
        World w;
        const auto first = w.command("k", "note", w.order("2").with(EntityKind::Exception));
        auto other = first;
        if (field == "what")
            other.what = "working";
        else if (field == "object")
            other.object = w.order("1").with(EntityKind::Exception);
        else if (field == "argument")
            other.argument = "x";
        else if (field == "actor")
            other.actor = "bob";
        else if (field == "number")
            other.number = 7;
        else
            other.text = "x";
        std::vector<engine::Input> inputs(2);
        inputs[0].body = first;
        inputs[1].body = other;
        engine::Outcome refused;
        if (sameTurn) {
            refused = w.rig.turn(std::move(inputs)).back();
        } else {
            w.give(first);
            refused = w.give(other);
        }
        QCOMPARE(QString::fromStdString(where(refused)), field);
        QCOMPARE(refused.code, Code::Conflict);
        QVERIFY(refused.detail.ends_with(field.toStdString()));
    }
}

void Keys::whatIsNotTheRequestMayDiffer()
{
    World w;
    auto c = w.command("k", "working", w.order("2").with(EntityKind::Exception));
    QVERIFY(!w.give(c).failed);
    c.reason = "again";
    c.dataAge = 3s;
    c.given = c.given + 1s;
    QCOMPARE(w.give(c).disposition, EventDisposition::Duplicate);
    QVERIFY(!w.give(c).failed);
}

void Keys::aStoredFailureIsReplayed()
{
    World w;
    const auto c = w.command("k", "cancel_order", w.order("1"));
    const auto first = w.give(c);
    QVERIFY(first.failed);
    w.rig.crash();
    w.rig.start();
    const auto again = w.give(c);
    QCOMPARE(again.disposition, EventDisposition::Duplicate);
    QVERIFY(again.failed);
    QCOMPARE(again.code, first.code);
    QCOMPARE(again.detail, first.detail);
}

void Keys::purgeLetsGoOfWhatHasEndedAndIsOld()
{
    World w;
    const auto c = w.command("k", "retry", w.order("1"));
    w.give(c);
    QVERIFY(!w.rig.idOf("k", "command").isNone());
    w.rig.pass(Kept + Tick);
    const auto purged = w.purge();
    QCOMPARE(purged.position, std::uint64_t{1});
    QCOMPARE(purged.ended, true);
    QVERIFY(w.rig.idOf("k", "command").isNone());
    QCOMPARE(w.purge().position, std::uint64_t{0});
    const auto found = violations(w.rig);
    QVERIFY2(found.empty(), found.empty() ? "" : found.front().c_str());
}

void Keys::purgeKeepsWhatIsYoungByOneMillisecond()
{
    World w;
    w.give(w.command("k", "retry", w.order("1")));
    const Instant given = w.rig.engine().now();
    w.rig.pass(given + Kept - w.rig.engine().now());
    QCOMPARE(w.purge().young, std::uint64_t{1});
    w.rig.pass(Tick);
    QCOMPARE(w.purge().position, std::uint64_t{1});
}

void Keys::purgeNeverTakesAKeyOfAnOpenOrder()
{
    World w;
    w.give(w.command("k", "retry", w.order("2")));
    w.rig.pass(Kept + Kept);
    QVERIFY(!w.rig.order(w.order("2")).standing.finished);
    const auto purged = w.purge();
    QCOMPARE(purged.position, std::uint64_t{0});
    QCOMPARE(purged.open, std::uint64_t{1});
    QVERIFY(!w.rig.idOf("k", "command").isNone());
    // Cancelled, it has ended: its keys live for as long again.
    auto cancel = w.command("c", "cancel_order", w.order("2"));
    QVERIFY(!w.give(cancel).failed);
    w.rig.pass(5min);
    QVERIFY(w.rig.order(w.order("2")).standing.finished);
    QCOMPARE(w.purge().young, std::uint64_t{2});
    w.rig.pass(Kept + Tick);
    QCOMPARE(w.purge().position, std::uint64_t{2});
}

void Keys::purgeKeepsTheKeyOfAnOpenItem()
{
    World w;
    w.give(w.command("k", "working", w.order("2").with(EntityKind::Exception)));
    w.rig.pass(Kept + Kept);
    QCOMPARE(w.purge().open, std::uint64_t{1});
}

void Keys::purgeKeepsWhatDoesNotSayWhenItWasGiven()
{
    World w;
    auto c = w.command("k", "retry", w.order("1"));
    c.given = Instant{};
    w.give(c);
    w.rig.pass(Kept + Kept);
    QCOMPARE(w.purge().position, std::uint64_t{0});
    QCOMPARE(w.give(c).disposition, EventDisposition::Duplicate);
}

void Keys::aDryRunTakesNothing()
{
    World w;
    w.give(w.command("k", "retry", w.order("1")));
    w.rig.pass(Kept + Tick);
    const Seq head = w.rig.engine().lease().lastSeq;
    QCOMPARE(w.purge(true).position, std::uint64_t{1});
    QCOMPARE(w.rig.engine().lease().lastSeq, head);
    QVERIFY(!w.rig.idOf("k", "command").isNone());
}

void Keys::purgeGoesOnPageByPage()
{
    constexpr int Commands = 600;
    World w;
    std::vector<engine::Input> inputs(Commands / 2);
    for (int half = 0; half < 2; ++half) {
        for (std::size_t i = 0; i < inputs.size(); ++i)
            inputs[i].body =
                w.command("k" + std::to_string(half) + "/" + std::to_string(i), "retry", w.order("1"));
        w.rig.turn(inputs);
    }
    w.rig.pass(Kept + Tick);
    const auto first = w.purge();
    QVERIFY(!first.ended);
    const auto second = w.one(engine::PurgeKeys{first.entity, false});
    QVERIFY(second.ended);
    QCOMPARE(first.position + second.position, std::uint64_t{Commands});
}

void Keys::twoPurgesOfOneFrameCountOnce()
{
    World w;
    w.give(w.command("k", "retry", w.order("1")));
    w.rig.pass(Kept + Tick);
    std::vector<engine::Input> inputs(2);
    inputs[0].body = inputs[1].body = engine::PurgeKeys{{}, false};
    const auto purged = w.rig.turn(std::move(inputs));
    QCOMPARE(purged.size(), std::size_t{2});
    QCOMPARE(purged[0].position, std::uint64_t{1});
    QCOMPARE(purged[1].position, std::uint64_t{0});
    QVERIFY(w.rig.idOf("k", "command").isNone());
}

// Memory and store say the same about it then.
void Keys::aRepeatInTheFrameOfThePurgeIsTooLateAfterwards()
{
    World w;
    const auto c = w.command("k", "retry", w.order("1"));
    w.give(c);
    w.rig.pass(Kept + Tick);
    w.rig.crash();
    w.rig.start();  // nothing is remembered
    std::vector<engine::Input> inputs(2);
    inputs[0].body = engine::PurgeKeys{{}, false};
    inputs[1].body = c;
    const auto done = w.rig.turn(std::move(inputs));
    QCOMPARE(done.front().position + done.back().position, std::uint64_t{1});
    QCOMPARE(w.give(c).code, Code::Stale);
}

// On either side of the end of its life: absorbed, then refused. Never done twice.
void Keys::aRepeatIsKnownOrTooLate()
{
    World w;
    const auto c = w.command("k", "retry", w.order("1"));
    w.give(c);
    w.rig.pass(c.given + Kept - w.rig.engine().now());
    w.purge();
    QCOMPARE(w.give(c).disposition, EventDisposition::Duplicate);
    w.rig.pass(Tick);
    w.purge();
    const auto late = w.give(c);
    QVERIFY(late.disposition != EventDisposition::Duplicate);
    QCOMPARE(late.code, Code::Stale);
    QCOMPARE(late.detail, std::string("its key is not kept any more"));
    QCOMPARE(w.give(c).disposition, EventDisposition::Duplicate);  // the refusal is what is known now
}

void Keys::aClockAheadDoesNotOutliveTheKey()
{
    World w;
    auto c = w.command("k", "retry", w.order("1"));
    c.given = c.given + 10 * Day;
    w.give(c);
    w.rig.pass(Kept + 5 * Day);
    QCOMPARE(w.purge().young, std::uint64_t{1});
    QCOMPARE(w.give(c).disposition, EventDisposition::Duplicate);
    w.rig.pass(6 * Day);
    QCOMPARE(w.purge().position, std::uint64_t{1});
    QCOMPARE(w.give(c).code, Code::Stale);
}

void Keys::aPurgeThatWasNotStoredTookNothing()
{
    World w;
    const auto c = w.command("k", "retry", w.order("1"));
    w.give(c);
    w.rig.pass(Kept);  // to the very end: known
    w.rig.store().at(w.rig.store().commits() + 1, StoreFault::NotCommitted);
    w.rig.clock().advance(Tick);
    w.rig.pass(1s);
    w.rig.store().at(w.rig.store().commits() + 1, StoreFault::NotCommitted);
    QCOMPARE(w.purge().position, std::uint64_t{1});  // the rig takes the turn again
    QVERIFY(w.rig.repeats() > 0);
    QVERIFY(w.rig.idOf("k", "command").isNone());
}

void Keys::tooShortIsRefusedAtStart()
{
    RigOptions options;
    options.adjust = [](Policy& p, Dictionary&) { p.keys.kept = 35 * Day; };
    const std::string why = [&]() -> std::string {
        try {
            EngineRig rig(options);
        } catch (const std::runtime_error& refused) {
            return refused.what();
        }
        return {};
    }();
    QVERIFY2(why.find("keys must be kept for at least") == 0, why.c_str());
    QVERIFY2(why.find("reconciliation 2678400000") != std::string::npos, why.c_str());
    options.adjust = [](Policy& p, Dictionary&) { p.keys.kept = 36 * Day; };
    EngineRig rig(options);
    QVERIFY(!rig.engine().isHalted());
}

void Keys::whatAVendorHasForgottenIsNotSentAgain_data()
{
    QTest::addColumn<bool>("dies");
    QTest::newRow("alive") << false;
    QTest::newRow("after a death") << true;
}

// Every answer is lost and nobody can be asked: sent again while the key lives, then a person is told.
void Keys::whatAVendorHasForgottenIsNotSentAgain()
{
    QFETCH(const bool, dies);
    RigOptions options;
    options.adjust = [](Policy& p, Dictionary&) {
        for (VendorProfile& vendor : p.vendors) {
            vendor.hasStatusQuery = false;
            vendor.keyLife = 1min;
            vendor.retry.attempts = 1000;
        }
    };
    EngineRig rig(options);
    rig.stockUp();
    rig.fail("wms-east", lab::FaultKind::ReplyLost);
    rig.fail("wms-east", lab::FaultKind::Timeout);
    rig.fail("wms-east", lab::FaultKind::NoWebhook);
    rig.post(rig.placed("1", {{1, "HAT", 1}}));
    rig.post(rig.authorised("1"));
    const EntityId id = rig.idOf("1");
    const Instant planned = rig.order(id).effects.front().planned;
    rig.pass(dies ? 30s : 10min);
    if (dies) {
        rig.clock().advance(2min);
        rig.crash();
        rig.start();
        rig.pass(10min);
    }
    const Order order = rig.order(id);
    const Effect& ship = order.effects.front();
    QCOMPARE(ship.state, EffectState::Unknown);
    QVERIFY(ship.attempts > 1);
    QCOMPARE(ship.next, Never);
    for (const StepBody& step : rig.steps(id))
        for (const Fact& fact : step.facts)
            if (const auto* call = std::get_if<Attempted>(&fact.body);
                call && !call->asked && call->start != call->end)
                QVERIFY(call->start <= planned + 1min);
    QCOMPARE(rig.codeText(rig.exception(id).code), std::string("key_expired_ship"));
}

QTEST_GUILESS_MAIN(Keys)
#include "tst_keys.moc"
