// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fact_codec.h"
#include "tests/support/invariants.h"
#include "tests/support/walks.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;
using namespace std::chrono_literals;

namespace {

engine::CommandInput command(const std::string& key, const std::string& what, EntityId object)
{
    engine::CommandInput c;
    c.key = key;
    c.actor = "ada";
    c.role = Role::Engineer;
    c.what = what;
    c.object = object;
    return c;
}

engine::Outcome give(EngineRig& rig, const engine::CommandInput& c)
{
    std::vector<engine::Input> inputs(1);
    inputs[0].body = c;
    return rig.turn(std::move(inputs)).front();
}

}  // namespace

class CommandsTest : public QObject {
    Q_OBJECT

private slots:
    void refusedCommandChangesNothing_data();
    void refusedCommandChangesNothing();
    void refusedCommandIsRecordedWithItsReason();
    void sameKeyAgainIsAnsweredAndNotDoneAgain();
    void sameKeyForAnotherCommandIsRefused();
    void whoMayNotIsTold();
    void resolvingTheItemReleasesTheOrder();
    void acceptedContradictionIsNotToldAgain();
    void whatHasMovedSinceIsRefusedAndTheMoveTold();
    void anOrderThatHasMovedIsNotGivenAway();
    void aRefusalIsRepeatedWithItsOwnCode();
    void commandsOfItemsAreNotForOrders();
    void sameKeyTwiceInOneTurnIsOneCommand();
};

void CommandsTest::refusedCommandChangesNothing_data()
{
    QTest::addColumn<QString>("walk");
    QTest::addColumn<QString>("what");
    for (const char* what : {"retry", "hand_back", "withdraw", "resolve", "no_such_command"})
        for (const char* walk : {"cancel_accepted", "vendor_cannot_tell", "shadow", "backfill", "shuffled",
                                 "shipped_after_cancel", "hand_back_answer_lost"})
            QTest::addRow("%s after %s", what, walk) << walk << what;
}

// In memory and on disk: what the engine holds afterwards is what folding gives.
void CommandsTest::refusedCommandChangesNothing()
{
    QFETCH(const QString, walk);
    QFETCH(const QString, what);
    const auto rig = walked(walk.toStdString());
    for (const std::string& number : test::walk(walk.toStdString()).orders) {
        const EntityId id = rig->idOf(number);
        const Version before = rig->order(id).version;
        const auto outcome = give(*rig, command("k-" + number, what.toStdString(), id));
        if (!outcome.failed)
            continue;
        QCOMPARE(rig->order(id).version, before);
        if (const Order* held = rig->engine().entities().cachedOrder(id)) {
            const Order folded = rig->order(id);
            QCOMPARE(held->version, folded.version);
            QVERIFY(held->standing == folded.standing);
            QCOMPARE(held->problems.size(), folded.problems.size());
            QCOMPARE(held->effects.size(), folded.effects.size());
            for (std::size_t i = 0; i < folded.effects.size(); ++i)
                QCOMPARE(held->effects[i].state, folded.effects[i].state);
        }
        QVERIFY(violations(*rig).empty());
    }
}

void CommandsTest::refusedCommandIsRecordedWithItsReason()
{
    EngineRig rig;
    rig.post(rig.placed("1", {{}}));
    const auto outcome = give(rig, command("k", "hand_back", rig.idOf("1")));
    QVERIFY(outcome.failed);
    QCOMPARE(outcome.detail, std::string("no legacy system is configured"));
    QCOMPARE(rig.facts(outcome.entity), std::string("received command_state"));
}

void CommandsTest::sameKeyAgainIsAnsweredAndNotDoneAgain()
{
    const auto rig = walked("roll_back");
    const auto c = command("once", "retry", rig->idOf("2"));
    const auto first = give(*rig, c);
    QVERIFY(first.failed);  // nothing is held
    const Seq head = rig->engine().lease().lastSeq;
    const auto again = give(*rig, c);
    QCOMPARE(again.disposition, EventDisposition::Duplicate);
    QCOMPARE(again.failed, first.failed);
    QCOMPARE(again.detail, first.detail);
    QCOMPARE(rig->engine().lease().lastSeq, head);
}

void CommandsTest::sameKeyForAnotherCommandIsRefused()
{
    const auto rig = walked("roll_back");
    give(*rig, command("once", "retry", rig->idOf("2")));
    const auto other = give(*rig, command("once", "hand_back", rig->idOf("2")));
    QVERIFY(other.failed);
    QCOMPARE(other.detail, std::string("this key was used for a command with another what"));
}

void CommandsTest::whoMayNotIsTold()
{
    EngineRig rig({.legacy = true});
    rig.post(rig.placed("1", {{}}));
    for (const Role role : {Role::Viewer, Role::OpsLead, Role::Auditor, Role::Machine, Role::Admin})
        QCOMPARE(rig.command("hand_back", rig.idOf("1"), {}, 0, role).code, Code::Forbidden);
    QCOMPARE(rig.order(rig.idOf("1")).owner, OrderOwner::Holdpoint);
    QVERIFY(!rig.command("hand_back", rig.idOf("1"), {}, 0, Role::SupportAgent).failed);
}

void CommandsTest::resolvingTheItemReleasesTheOrder()
{
    const auto rig = walked("shipped_after_cancel");
    const EntityId id = rig->idOf("1");
    QCOMPARE(rig->order(id).standing.place, Place::Exception);
    QVERIFY(rig->command("resolve", id.with(EntityKind::Exception)).failed);  // without a root cause
    QCOMPARE(rig->order(id).standing.place, Place::Exception);
    QVERIFY(!rig->command("resolve", id.with(EntityKind::Exception), "goods_written_off").failed);
    QCOMPARE(rig->exception(id).state, ExceptionState::Resolved);
    QCOMPARE(rig->order(id).standing.place, Place::Finished);
    QVERIFY(violations(*rig).empty());
}

void CommandsTest::acceptedContradictionIsNotToldAgain()
{
    const auto rig = walked("failed_afterwards");
    const EntityId id = rig->idOf("1");
    QVERIFY(!rig->command("resolve", id.with(EntityKind::Exception), "paid_by_hand").failed);
    rig->post(rig->event("order.address", "1", R"({"version":1,"region":"eu"})"), Lane::Observe);
    QCOMPARE(rig->exception(id).state, ExceptionState::Resolved);
    QVERIFY(rig->order(id).problems.empty());
}

void CommandsTest::whatHasMovedSinceIsRefusedAndTheMoveTold()
{
    const auto rig = walked("failed_afterwards");
    const EntityId item = rig->idOf("1").with(EntityKind::Exception);
    auto c = command("a", "working", item);
    c.seen = rig->exception(item).version;
    QVERIFY(!give(*rig, c).failed);
    c = command("b", "wait_vendor", item);
    c.seen = rig->exception(item).version - 1;
    const auto outcome = give(*rig, c);
    QCOMPARE(outcome.code, Code::Stale);
    QVERIFY2(outcome.detail.ends_with("now 2, working"), outcome.detail.c_str());
    QCOMPARE(rig->exception(item).state, ExceptionState::Working);
    c.key = "c";
    c.seen = 0;  // whoever does not say what they saw is not held to it
    QVERIFY(!give(*rig, c).failed);
}

void CommandsTest::anOrderThatHasMovedIsNotGivenAway()
{
    EngineRig rig({.legacy = true});
    rig.post(rig.placed("1", {{}}));
    const EntityId id = rig.idOf("1");
    auto c = command("a", "hand_back", id);
    c.seen = rig.order(id).version + 1;
    QCOMPARE(give(rig, c).code, Code::Stale);
    QCOMPARE(rig.order(id).owner, OrderOwner::Holdpoint);
    c.key = "b";
    c.seen = rig.order(id).version;
    QVERIFY(!give(rig, c).failed);
}

void CommandsTest::aRefusalIsRepeatedWithItsOwnCode()
{
    EngineRig rig({.legacy = true});
    rig.post(rig.placed("1", {{}}));
    auto c = command("k", "hand_back", rig.idOf("1"));
    c.role = Role::Viewer;
    QCOMPARE(give(rig, c).code, Code::Forbidden);
    QCOMPARE(give(rig, c).code, Code::Forbidden);
    QCOMPARE(give(rig, command("u", "no_such_command", rig.idOf("1"))).code, Code::Unsupported);
}

void CommandsTest::commandsOfItemsAreNotForOrders()
{
    const auto rig = walked("failed_afterwards");
    for (const char* what : {"assign", "note", "snooze", "reopen", "priority"})
        QCOMPARE(give(*rig, command(what, what, rig->idOf("1"))).code, Code::InvalidArgument);
}

void CommandsTest::sameKeyTwiceInOneTurnIsOneCommand()
{
    const auto rig = walked("failed_afterwards");
    const EntityId item = rig->idOf("1").with(EntityKind::Exception);
    const Version before = rig->exception(item).version;
    std::vector<engine::Input> inputs(3);
    inputs[0].body = inputs[1].body = command("twice", "working", item);
    inputs[2].body = command("twice", "wait_vendor", item);
    const auto outcomes = rig->turn(std::move(inputs));
    QVERIFY(!outcomes[0].failed && !outcomes[1].failed);
    QCOMPARE(outcomes[1].disposition, EventDisposition::Duplicate);
    QCOMPARE(outcomes[2].code, Code::Conflict);
    QCOMPARE(rig->exception(item).version, before + 1);
    QCOMPARE(rig->exception(item).state, ExceptionState::Working);
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
