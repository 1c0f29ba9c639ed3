// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/check.h"
#include "core/host/local_session.h"
#include "host_rig.h"
#include "session_rig.h"

#include <QTest>
#include <latch>
#include <utility>

using namespace holdpoint;
using namespace holdpoint::host;
using namespace std::chrono_literals;

namespace {

/// Monotonic time that the test moves; the wall stands still.
class TestClock final : public Clock {
public:
    [[nodiscard]] Instant wall() const override { return {1'800'000'000'000}; }
    [[nodiscard]] Milliseconds monotonic() const override { return Milliseconds{now_.load()}; }
    void advance(Milliseconds by) { now_ += by.count(); }

private:
    std::atomic<std::int64_t> now_{0};
};

StepBody intakeSet(bool open)
{
    StepBody body;
    body.facts.push_back({0, {}, IntakeSet{open, {}}});
    return body;
}

StepBody taken(OrderOwner owner)
{
    StepBody body;
    body.facts.push_back({0, {}, Taken{Lane::Live, 0}});
    body.facts.push_back({0, {}, OwnerSet{1, owner}});
    return body;
}

/// What a store holds of commands, by key.
class Commands final : public engine::StepSink {
public:
    void step(const engine::Step& step) override
    {
        const auto body = decodeStep(step.body);
        HP_CHECK(body.has_value());
        for (const Fact& fact : body->facts)
            if (const auto* said = std::get_if<CommandReceived>(&fact.body))
                received.emplace(said->key, *said);
    }
    std::map<std::string, CommandReceived> received;
};

/// Keeps the newest snapshot of a list.
class Listener final : public session::UpdateSink {
public:
    void update(session::WatchId, const session::Update& update) override
    {
        if (const auto* snapshot = std::get_if<session::Snapshot>(&update))
            newest = *snapshot;
        if (const auto* delta = std::get_if<session::Delta>(&update))
            waiting = delta->waiting;
    }
    session::Snapshot newest;
    std::size_t waiting = 0;
};

/// A world with its read side and one caller.
struct Desk {
    Folder folder;
    TestClock clock;
    Mailbox mail;
    views::Views views{{store::StoreOptions::onDisk(folder.path())}};
    Traffic traffic{views};
    std::unique_ptr<LabWorld> world;
    std::unique_ptr<LocalSession> session;

    Desk()
    {
        LabWorld::Options options;
        options.folder = folder.path();
        options.fulfilAfter = 20ms;
        options.publisher = &traffic;
        auto started = LabWorld::start(options);
        HP_CHECK(started.has_value());
        world = std::move(*started);
        HP_CHECK(views.start().has_value());
        session = std::make_unique<LocalSession>(
            LocalSession::Parts{world->engine(), views, traffic, clock, "desk", "1"}, mail.executor());
    }
    ~Desk()
    {
        session.reset();
        world.reset();
        views.stop();
    }
    session::Command command(const std::string& what, EntityId object = {}) const
    {
        session::Command c;
        c.key = what + object.text();
        c.actor = "ada";
        c.role = Role::Engineer;
        c.what = what;
        c.object = object;
        return c;
    }
    /// A frame of this content, as if the engine had made it; the lists take it for an old one.
    void publish(const std::vector<StepBody>& bodies)
    {
        std::vector<std::vector<std::byte>> bytes;
        std::vector<engine::Step> steps;
        for (const StepBody& body : bodies) {
            ByteWriter out(bytes.emplace_back());
            encode(out, body);
        }
        for (std::size_t i = 0; i < bodies.size(); ++i) {
            engine::Step& step = steps.emplace_back();
            const bool isOrder = bodies[i].facts.size() > 1;
            step.entity = EntityId{900, 0, isOrder ? EntityKind::Order : EntityKind::Rollout};
            step.body = bytes[i];
        }
        engine::Batch batch;
        batch.steps = steps;
        traffic.published(batch);
    }
    /// Orders that no node can serve; each has an item.
    std::vector<EntityId> stuckOrders(int n)
    {
        std::vector<std::string> events;
        for (int i = 0; i < n; ++i) {
            events.push_back(placed("S-" + std::to_string(i), "NONE"));
            events.push_back(paid("S-" + std::to_string(i)));
        }
        std::vector<EntityId> items;
        const auto outcomes = post(*world, events);
        for (std::size_t i = 0; i < outcomes.size(); i += 2)
            items.push_back(outcomes[i].entity.with(EntityKind::Exception));
        return items;
    }
};

}  // namespace

/// Commands of a caller in the engine's own process, with a real engine on a thread of its own.
class LocalSessionTest : public QObject {
    Q_OBJECT

private slots:
    void receiptsComeLaterAndInOrder()
    {
        Desk desk;
        const EntityId item = desk.stuckOrders(1).front();
        Receipts receipts;
        auto c = desk.command("label", item);
        c.argument = "vip";
        desk.session->submit(c, receipts);
        QVERIFY(receipts.all.empty());
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        QCOMPARE(receipts.states(), std::string("requested accepted effective"));
        QVERIFY(!receipts.all.back().command.isNone());
        QVERIFY(receipts.all.back().asOf.parts.front().frame > 0);
        QCOMPARE(receipts.all.back().of, std::size_t{0});
    }
    // A time put in here would be another with each repeat, and one that comes after a purge would be done again.
    void aCommandThatDoesNotSayWhenItWasGivenIsGivenNoTime()
    {
        Desk desk;
        auto c = desk.command("label", desk.stuckOrders(1).front());
        c.argument = "vip";
        auto dated = c;
        dated.key = "dated";
        dated.argument = "urgent";
        dated.given = desk.clock.wall() - 1h;
        for (const session::Command& each : {c, dated}) {
            Receipts receipts;
            desk.session->submit(each, receipts);
            QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        }
        const auto reader = store::StoreReader::open(store::StoreOptions::onDisk(desk.folder.path()));
        QVERIFY(reader.has_value());
        Commands commands;
        QVERIFY((*reader)->steps(1, (*reader)->head()->lease.lastSeq, commands).has_value());
        QCOMPARE(commands.received.at(c.key).given, Instant{});
        QCOMPARE(commands.received.at("dated").given, dated.given);
    }
    void whatIsRefusedSaysWhyAndWhoCan()
    {
        Desk desk;
        const EntityId item = desk.stuckOrders(1).front();
        Receipts receipts;
        auto c = desk.command("retry", item);
        c.role = Role::Viewer;
        desk.session->submit(c, receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Refused); }));
        QCOMPARE(receipts.states(), std::string("requested refused"));
        QCOMPARE(receipts.all.back().code, Code::Forbidden);
        QCOMPARE(receipts.all.back().whoCan,
                 (std::vector{Role::SupportAgent, Role::SupportLead, Role::Engineer}));
        Receipts lowered;
        c = desk.command("priority", item);
        c.role = Role::SupportAgent;
        c.argument = "p4";
        desk.session->submit(c, lowered);
        QVERIFY(desk.mail.until([&] { return lowered.last(CommandState::Refused); }));
        QCOMPARE(lowered.all.back().whoCan, (std::vector{Role::SupportLead, Role::Engineer}));
    }
    void theSameKeyAsksAgain()
    {
        Desk desk;
        const EntityId item = desk.stuckOrders(1).front();
        auto c = desk.command("note", item);
        c.text = "called";
        Receipts first;
        Receipts again;
        desk.session->submit(c, first);
        QVERIFY(desk.mail.until([&] { return first.last(CommandState::Effective); }));
        desk.session->submit(c, again);
        QVERIFY(desk.mail.until([&] { return again.last(CommandState::Effective); }));
        QCOMPARE(again.all.back().command, first.all.back().command);
    }
    void aSilentEngineIsUnknownAndMayAnswerLater()
    {
        Desk desk;
        const EntityId item = desk.stuckOrders(1).front();
        std::latch busy(1);
        std::latch free(1);
        engine::Input input;
        input.body = engine::EventBytes{placed("B-1", "NONE"), Lane::Live, 0};
        QVERIFY(desk.world->engine()
                    .post(std::move(input), EngineHost::InputClass::Event,
                          [&](const engine::Outcome&) {
                              busy.count_down();
                              free.wait();
                          })
                    .has_value());
        busy.wait();
        Receipts receipts;
        desk.session->submit(desk.command("working", item), receipts);
        desk.clock.advance(2s);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Unknown); }));
        free.count_down();
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        QCOMPARE(receipts.states(), std::string("requested unknown accepted effective"));
    }
    void aStopIsVerifiedByTraffic()
    {
        Desk desk;
        Receipts receipts;
        desk.session->submit(desk.command("stop_intake"), receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        (void)post(*desk.world, {placed("L-1", "NONE")});  // stays with legacy
        desk.clock.advance(10s);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Verified); }));
        QCOMPARE(receipts.states(), std::string("requested accepted effective verified"));
    }
    void anOrderThatIsTakenAfterwardsFailsTheStop()
    {
        Desk desk;
        Receipts receipts;
        desk.session->submit(desk.command("stop_intake"), receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        desk.publish({taken(OrderOwner::Holdpoint)});  // as an engine that does not do what it says
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Failed); }));
    }
    // One frame lets orders in and takes one: neither this person's stop nor anybody else's has failed.
    void anOrderThatAResumeLetsInFailsNoStop()
    {
        Desk desk;
        const EntityId item = desk.stuckOrders(1).front();
        Receipts receipts;
        desk.session->submit(desk.command("stop_intake"), receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        desk.publish({intakeSet(true), taken(OrderOwner::Holdpoint)});
        desk.clock.advance(30s);
        Receipts later;  // once it is effective the clock has ticked
        auto c = desk.command("label", item);
        c.argument = "vip";
        desk.session->submit(c, later);
        QVERIFY(desk.mail.until([&] { return later.last(CommandState::Effective); }));
        QTest::qWait(300);
        QVERIFY(desk.mail.isEmpty());
        QCOMPARE(receipts.states(), std::string("requested accepted effective"));
    }
    void withoutTrafficAStopStaysEffective()
    {
        Desk desk;
        Receipts receipts;
        desk.session->submit(desk.command("stop_intake"), receipts);
        QVERIFY(desk.mail.until([&] { return receipts.all.size() == 3; }));
        desk.clock.advance(30s);
        QVERIFY(desk.mail.until([&] { return receipts.all.size() == 4; }));
        QCOMPARE(receipts.all.back().state, CommandState::Effective);
        QCOMPARE(receipts.all.back().detail, std::string("nothing_to_measure"));
    }
    void aBulkSkipsWhatHasChangedAndCountsTheRest()
    {
        Desk desk;
        const std::vector<EntityId> items = desk.stuckOrders(150);
        auto c = desk.command("label");
        c.argument = "wave";
        for (const EntityId item : items)
            c.objects.emplace_back(item, 1);
        c.objects[7].second = 9;  // not what it is now
        c.objects[11] = {EntityId{999, 1, EntityKind::Exception}, 0};
        Receipts receipts;
        desk.session->submit(c, receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        const session::Receipt& last = receipts.all.back();
        QCOMPARE(last.of, std::size_t{150});
        QCOMPARE(last.done, std::size_t{148});
        QCOMPARE(last.skipped, std::size_t{1});
        QCOMPARE(last.failed, std::size_t{1});
        QCOMPARE(last.code, Code::NotFound);
        QVERIFY(receipts.states().starts_with("requested accepted accepted"));  // it tells how far it is
    }
    void aBulkOnAResultSkipsWhatHasMovedSinceAndSaysWhich()
    {
        Desk desk;
        const std::vector<EntityId> items = desk.stuckOrders(5);
        Listener list;
        session::Query query;
        query.list = session::List::Exceptions;
        const auto watch = desk.session->watch(query, {0, 10}, list);
        QVERIFY(desk.mail.until([&] {  // the lists may hear of them after the first snapshot
            if (std::exchange(list.waiting, 0) > 0)
                desk.session->accept(watch);
            return list.newest.total == 5;
        }));
        Receipts moved;
        auto note = desk.command("note", items[2]);
        note.text = "mine";
        desk.session->submit(note, moved);
        QVERIFY(desk.mail.until([&] { return moved.last(CommandState::Effective); }));
        auto c = desk.command("label");
        c.argument = "wave";
        c.on = list.newest.result;
        Receipts receipts;
        desk.session->submit(c, receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        QCOMPARE(receipts.all.back().of, std::size_t{5});
        QCOMPARE(receipts.all.back().done, std::size_t{4});
        QCOMPARE(receipts.all.back().skipped, std::size_t{1});
        std::vector<session::Receipt::NotDone> notDone;
        for (const session::Receipt& receipt : receipts.all)
            notDone.insert(notDone.end(), receipt.notDone.begin(), receipt.notDone.end());
        QCOMPARE(notDone.size(), std::size_t{1});
        QCOMPARE(notDone.front().object, items[2]);
        QCOMPARE(notDone.front().code, Code::Stale);
        QVERIFY(notDone.front().detail.starts_with("changed since"));
    }
    void whatAnAgentMayNotRetryIsSkippedAndTheRestIsDone()
    {
        Desk desk;
        lab::Fault refuses;
        refuses.kind = lab::FaultKind::RefuseHard;
        refuses.operation = Operation::Ship;
        for (const std::string& node : LabWorld::warehouses())
            desk.world->vendors().setFaults("wms-" + node, {refuses});
        std::vector<EntityId> items = desk.stuckOrders(2);
        const auto outcomes =
            post(*desk.world, {counted("east", "HERE", 5), placed("F-1", "HERE"), paid("F-1")});
        items.push_back(outcomes[1].entity.with(EntityKind::Exception));
        settle(*desk.world);
        auto c = desk.command("retry");
        c.role = Role::SupportAgent;
        for (const EntityId item : items)
            c.objects.emplace_back(item, 0);
        Receipts receipts;
        desk.session->submit(c, receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Effective); }));
        const session::Receipt& last = receipts.all.back();
        QCOMPARE(last.done, std::size_t{2});
        QCOMPARE(last.skipped, std::size_t{1});
        QCOMPARE(last.failed, std::size_t{0});
        QCOMPARE(last.code, Code::Forbidden);
        QVERIFY2(last.detail.starts_with("the retry is futile"), last.detail.c_str());
        QCOMPARE(last.whoCan, (std::vector{Role::SupportLead, Role::Engineer}));
        Receipts asked;  // one that nobody can be asked about stops no other
        c.what = c.key = "ask_vendor";
        desk.session->submit(c, asked);
        QVERIFY(desk.mail.until([&] { return asked.last(CommandState::Effective); }));
        QCOMPARE(asked.all.back().failed, std::size_t{3});
    }
    void aBulkBeyondTheRoleIsRefusedAsAWhole()
    {
        Desk desk;
        const std::vector<EntityId> items = desk.stuckOrders(1);
        auto c = desk.command("acknowledge");
        c.role = Role::SupportAgent;
        c.objects.assign(101, {items.front(), 0});
        Receipts receipts;
        desk.session->submit(c, receipts);
        QVERIFY(desk.mail.until([&] { return receipts.last(CommandState::Refused); }));
        QCOMPARE(receipts.all.back().whoCan, (std::vector{Role::SupportLead, Role::Engineer}));
        c.objects.resize(100);
        c.key += "-fewer";
        Receipts fewer;
        desk.session->submit(c, fewer);
        QVERIFY(desk.mail.until([&] { return fewer.last(CommandState::Effective); }));
        QCOMPARE(fewer.all.back().done, std::size_t{1});
        QCOMPARE(fewer.all.back().failed, std::size_t{99});  // is triaged already
    }
    void aSinkThatHasGoneIsNotCalledAndTheCommandGoesOn()
    {
        Desk desk;
        const EntityId item = desk.stuckOrders(1).front();
        auto c = desk.command("label", item);
        c.argument = "vip";
        {
            Receipts gone;
            desk.session->cancel(session::Session::Request{desk.session->submit(c, gone)});
        }
        Receipts again;
        desk.session->submit(c, again);
        const bool came =
            desk.mail.until([&] { return again.all.size() >= 3 || again.last(CommandState::Refused); });
        QVERIFY2(came && again.last(CommandState::Effective),
                 (again.states() + (again.all.empty() ? "" : again.all.back().detail)).c_str());
    }
    void theLinkSaysWhoseEngineItIs()
    {
        Desk desk;
        const auto link = desk.session->link();
        QCOMPARE(link.state, session::LinkState::State::Connected);
        QCOMPARE(link.engine, std::string("desk#1"));
        QCOMPARE(link.version, std::string("1"));
        QCOMPARE(link.partitionsHeld, std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(LocalSessionTest)
#include "tst_local_session.moc"
