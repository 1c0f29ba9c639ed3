// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/engine_rig.h"
#include "tests/support/invariants.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

/// What people do to an item of the queue, through the engine: legal, illegal, and by whom.
class ItemCommandsTest : public QObject {
    Q_OBJECT

private:
    /// An order that no node can serve: P3, blocking.
    static EntityId outOfStock(EngineRig& rig)
    {
        rig.post(rig.placed("1", {{}}));
        rig.post(rig.authorised("1"));
        rig.settle();
        return rig.idOf("1").with(EntityKind::Exception);
    }
    /// An order whose node answered with a word that nobody knows: P2, blocking, over once a person says so.
    static EntityId breached(EngineRig& rig)
    {
        rig.stockUp();
        for (const char* node : {"wms-east", "wms-north", "wms-west"})
            rig.fail(node, lab::FaultKind::ChangedEnum, Operation::Ship);
        rig.post(rig.placed("1", {{}}));
        rig.post(rig.authorised("1"));
        rig.pass(1s);
        return rig.idOf("1").with(EntityKind::Exception);
    }

private slots:
    void assignedAndTakenBack()
    {
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        QCOMPARE(rig.command("unassign", item).code, Code::Conflict);
        QCOMPARE(rig.command("assign", item).code, Code::InvalidArgument);
        QVERIFY(!text(rig, "assign", item, "grace").failed);
        QVERIFY(!rig.exception(item).assignee.isNone());
        QVERIFY(!rig.command("unassign", item).failed);
        QVERIFY(rig.exception(item).assignee.isNone());
    }
    void aSnoozeEndsWithTheSlaAtTheLatest_data()
    {
        QTest::addColumn<unsigned>("minutes");
        QTest::addColumn<bool>("may");
        QTest::newRow("none") << 0U << false;
        QTest::newRow("one minute") << 1U << true;
        QTest::newRow("to the SLA") << 240U << true;
        QTest::newRow("a minute more") << 241U << false;
    }
    void aSnoozeEndsWithTheSlaAtTheLatest()
    {
        QFETCH(const unsigned, minutes);
        QFETCH(const bool, may);
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        const Instant opened = rig.exception(item).opened;
        rig.clock().advance(opened - rig.engine().now());  // nothing, unless time went by
        const auto outcome = rig.command("snooze", item, {}, minutes);
        QCOMPARE(!outcome.failed, may);
        if (may)
            QCOMPARE(rig.exception(item).snoozedUntil, opened + std::chrono::minutes{minutes});
        else
            QVERIFY2(outcome.detail.find("may not outlast the SLA") != std::string::npos,
                     outcome.detail.c_str());
    }
    void wakingEndsASnooze()
    {
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        QCOMPARE(rig.command("wake", item).code, Code::Conflict);
        QVERIFY(!rig.command("snooze", item, {}, 10).failed);
        QVERIFY(!rig.command("wake", item).failed);
        QCOMPARE(rig.exception(item).snoozedUntil, Never);
        QVERIFY(!rig.command("snooze", item, {}, 10).failed);
        rig.pass(10min);
        QCOMPARE(rig.command("wake", item).code, Code::Conflict);  // over by itself
    }
    void aSnoozeCanNameItsEnd()
    {
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        const Instant opened = rig.exception(item).opened;
        const auto until = [&](const std::string& text) {
            engine::CommandInput snooze;
            snooze.what = "snooze";
            snooze.object = item;
            snooze.text = text;
            return rig.give(std::move(snooze));
        };
        const Instant end = opened + std::chrono::minutes{7} + Milliseconds{345};
        QVERIFY(!until(toText(end)).failed);
        QCOMPARE(rig.exception(item).snoozedUntil, end);
        QCOMPARE(until("tomorrow").code, Code::InvalidArgument);
        QVERIFY(until(toText(opened + std::chrono::minutes{241})).failed);
        QVERIFY(until(toText(opened)).failed);  // is past
        QCOMPARE(rig.exception(item).snoozedUntil, end);
    }
    void aResolutionSaysHowItEnded_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("may");
        for (const char* kind : {"", "manual", "compensated", "accepted", "written_off"})
            QTest::addRow("%s", *kind == 0 ? "unsaid" : kind) << QString::fromLatin1(kind) << true;
        for (const char* kind : {"auto", "sent_to_legacy", "vanished"})
            QTest::addRow("%s", kind) << QString::fromLatin1(kind) << false;
    }
    void aResolutionSaysHowItEnded()
    {
        QFETCH(const QString, kind);
        QFETCH(const bool, may);
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        engine::CommandInput resolve;
        resolve.what = "resolve";
        resolve.object = item;
        resolve.argument = "stock_found";
        resolve.text = kind.toStdString();
        const auto outcome = rig.give(std::move(resolve));
        QCOMPARE(!outcome.failed, may);
        if (may)
            QCOMPARE(QString::fromLatin1(name(rig.exception(item).resolution).data()),
                     kind.isEmpty() ? QStringLiteral("manual") : kind);
        else
            QCOMPARE(outcome.code, Code::InvalidArgument);
    }
    void labelsComeAndGo()
    {
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        QCOMPARE(rig.command("label", item).code, Code::InvalidArgument);
        QCOMPARE(rig.command("unlabel", item, "vip").code, Code::Conflict);
        QVERIFY(!rig.command("label", item, "vip").failed);
        QCOMPARE(rig.command("label", item, "vip").code, Code::Conflict);
        QCOMPARE(rig.exception(item).labels.size(), std::size_t{1});
        QVERIFY(!rig.command("unlabel", item, "vip").failed);
        QVERIFY(rig.exception(item).labels.empty());
    }
    void movesAreThoseOfTheTable_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<int>("state");
        QTest::newRow("triage") << "triage" << int(ExceptionState::Triaged);
        QTest::newRow("acknowledge") << "acknowledge" << int(ExceptionState::Triaged);
        QTest::newRow("working") << "working" << int(ExceptionState::Working);
        QTest::newRow("wait_vendor") << "wait_vendor" << int(ExceptionState::WaitingVendor);
        QTest::newRow("wait_customer") << "wait_customer" << int(ExceptionState::WaitingCustomer);
    }
    void movesAreThoseOfTheTable()
    {
        QFETCH(const QString, what);
        QFETCH(const int, state);
        EngineRig rig;
        const EntityId item = breached(rig);
        QVERIFY(!rig.command(what.toStdString(), item).failed);
        QCOMPARE(int(rig.exception(item).state), state);
        QCOMPARE(rig.command(what.toStdString(), item).code, Code::Conflict);  // is there already
        QVERIFY(!rig.command("resolve", item, "stock_found").failed);
        QCOMPARE(rig.command(what.toStdString(), item).code, Code::Conflict);
        QCOMPARE(rig.exception(item).state, ExceptionState::Resolved);
    }
    /// The answer has moved the order on; what broke is the handoff, and only that stage may light up.
    void aBrokenAnswerCountsWhereItsCallBelongs()
    {
        EngineRig rig;
        QCOMPARE(rig.exception(breached(rig)).stage, Stage::Handoff);
    }
    void onlyWhatIsResolvedIsReopened()
    {
        EngineRig rig;
        const EntityId item = breached(rig);
        QCOMPARE(rig.command("reopen", item).code, Code::Conflict);
        QVERIFY(!rig.command("resolve", item, "stock_found").failed);
        QVERIFY(!rig.command("reopen", item).failed);
        QCOMPARE(rig.exception(item).state, ExceptionState::Triaged);
        QCOMPARE(int(rig.exception(item).reopened), 1);
        QVERIFY(violations(rig).empty());
    }
    void anybodyRaisesAPriorityAndFewLowerIt()
    {
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        const Instant opened = rig.exception(item).opened;
        QCOMPARE(rig.exception(item).priority, Priority::P3);
        QCOMPARE(rig.command("priority", item, "p9").code, Code::InvalidArgument);
        QCOMPARE(rig.command("priority", item, "p3").code, Code::Conflict);
        QVERIFY(!rig.command("priority", item, "p1", 0, Role::SupportAgent).failed);
        QCOMPARE(rig.exception(item).due, opened + 15min);
        for (const Role role : {Role::SupportAgent, Role::OpsLead, Role::CommerceManager})
            QCOMPARE(rig.command("priority", item, "p2", 0, role).code, Code::Forbidden);
        QCOMPARE(rig.exception(item).priority, Priority::P1);
        QVERIFY(!rig.command("priority", item, "p2", 0, Role::SupportLead).failed);
        QCOMPARE(rig.exception(item).due, opened + 1h);
        QVERIFY(!rig.command("priority", item, "p4").failed);
        QCOMPARE(rig.exception(item).due, opened + 24h);
    }
    void aRaisedPriorityShortensTheSnooze()
    {
        EngineRig rig;
        const EntityId item = outOfStock(rig);
        QVERIFY(!rig.command("snooze", item, {}, 200).failed);
        QVERIFY(!rig.command("priority", item, "p2").failed);
        QCOMPARE(rig.exception(item).snoozedUntil, rig.exception(item).due);
    }
    void theVendorIsAskedNow()
    {
        EngineRig rig;
        rig.stockUp();
        rig.post(rig.placed("0", {{}}));  // the vendor is known to be there: no breaker in between
        rig.post(rig.authorised("0"));
        rig.pass(1s);
        for (const char* node : {"wms-east", "wms-north", "wms-west"})
            rig.fail(node, lab::FaultKind::ReplyLost, Operation::Ship);
        rig.post(rig.placed("1", {{}}));
        rig.post(rig.authorised("1"));
        rig.settle();
        const EntityId id = rig.idOf("1");
        QCOMPARE(rig.command("ask_vendor", id).code, Code::Conflict);  // the call is still out
        rig.pass(10s);  // its time is over, the first question is later
        const Order unknown = rig.order(id);
        const Effect* ship = unknown.latest(Operation::Ship, 1);
        QVERIFY(ship);
        QCOMPARE(ship->state, EffectState::Unknown);
        QCOMPARE(int(ship->questions), 0);
        QVERIFY(!rig.command("ask_vendor", id, {}, 0, Role::OpsLead).failed);
        rig.settle();
        rig.pass(1s);
        const Order asked = rig.order(id);
        QCOMPARE(asked.latest(Operation::Ship, 1)->state, EffectState::Done);
        QCOMPARE(int(asked.latest(Operation::Ship, 1)->questions), 1);
        QCOMPARE(rig.command("ask_vendor", id).code, Code::Conflict);  // nothing is unknown any more
        QVERIFY(violations(rig).empty());
    }
    void aVendorThatCannotBeAskedIsNot()
    {
        RigOptions options;
        options.adjust = [](Policy& policy, Dictionary&) {
            for (VendorProfile& vendor : policy.vendors)
                vendor.hasStatusQuery = vendor.honoursKeys = false;
        };
        EngineRig rig(options);
        rig.stockUp();
        for (const char* node : {"wms-east", "wms-north", "wms-west"})
            rig.fail(node, lab::FaultKind::ReplyLost, Operation::Ship);
        rig.post(rig.placed("1", {{}}));
        rig.post(rig.authorised("1"));
        rig.pass(15s);
        QCOMPARE(rig.command("ask_vendor", rig.idOf("1")).code, Code::Unsupported);
    }
    // A word that is not in the contract: held, and a person lets it go on.
    void aBreachHoldsTheOrderUntilItIsRetried_data()
    {
        QTest::addColumn<bool>("resolve");
        QTest::newRow("retried") << false;
        QTest::newRow("resolved") << true;
    }
    void aBreachHoldsTheOrderUntilItIsRetried()
    {
        QFETCH(const bool, resolve);
        EngineRig rig;
        const EntityId item = breached(rig);
        rig.pass(10min);
        const EntityId id = rig.idOf("1");
        QCOMPARE(rig.order(id).standing.place, Place::Exception);
        QCOMPARE(rig.exception(item).category, ExceptionKind::ContractBreach);
        QCOMPARE(rig.exception(item).pointer, std::string("/status"));
        if (resolve)
            QVERIFY(!rig.command("resolve", item, "vendor_changed_word", 0, Role::SupportAgent).failed);
        else
            QVERIFY(!rig.command("retry", item, {}, 0, Role::SupportAgent).failed);
        rig.pass(10min);
        QCOMPARE(rig.order(id).standing.place, Place::Finished);
        QCOMPARE(rig.exception(item).state, ExceptionState::Resolved);
        QCOMPARE(rig.exception(item).resolution, resolve ? Resolution::Manual : Resolution::Auto);
        QCOMPARE(rig.inBooks("wms-east", Operation::Ship, "1") +
                     rig.inBooks("wms-north", Operation::Ship, "1") +
                     rig.inBooks("wms-west", Operation::Ship, "1"),
                 1);
        QVERIFY(violations(rig).empty());
    }

private:
    static engine::Outcome text(EngineRig& rig, const std::string& what, EntityId object,
                                const std::string& words)
    {
        engine::CommandInput c;
        c.key = what + words;
        c.actor = "ada";
        c.role = Role::SupportAgent;
        c.what = what;
        c.object = object;
        c.text = words;
        std::vector<engine::Input> inputs(1);
        inputs[0].body = c;
        return rig.turn(std::move(inputs)).front();
    }
};

QTEST_GUILESS_MAIN(ItemCommandsTest)
#include "tst_item_commands.moc"
