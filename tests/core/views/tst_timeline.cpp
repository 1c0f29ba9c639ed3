// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/timeline.h"
#include "launch.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using holdpoint::test::Launch;
using session::Timeline;

namespace {

Timeline storyOf(const Launch& launch, EntityId id)
{
    auto timeline = views::timeline(*launch.reader(), launch.names(), id);
    if (!timeline)
        throw std::runtime_error(timeline.error().detail);
    return *timeline;
}

const session::TimelineEntry* entryWith(const Timeline& timeline, const std::string& fact)
{
    for (const auto& entry : timeline.entries)
        for (const auto& f : entry.facts)
            if (f.kind == fact)
                return &entry;
    return nullptr;
}

std::string field(const session::FactText& fact, const std::string& name)
{
    for (const auto& [key, value] : fact.fields)
        if (key == name)
            return value;
    return "?";
}

lab::Fault fault(lab::FaultKind kind)
{
    lab::Fault f;
    f.kind = kind;
    return f;
}

}  // namespace

class TimelineTest : public QObject {
    Q_OBJECT

private slots:
    void mergesOrderReservationsAndItemBySeq()
    {
        Launch launch;
        launch.day();
        const Timeline done = storyOf(launch, launch.rig.idOf("1"));
        QCOMPARE(done.number, std::string("1"));
        QVERIFY(std::is_sorted(done.entries.begin(), done.entries.end(),
                               [](const auto& a, const auto& b) { return a.seq < b.seq; }));
        const auto has = [](const Timeline& t, EntityKind kind) {
            return std::any_of(t.entries.begin(), t.entries.end(),
                               [&](const auto& e) { return e.entity.kind() == kind; });
        };
        QVERIFY(has(done, EntityKind::Order) && has(done, EntityKind::Reservation));
        QVERIFY(!has(done, EntityKind::Exception));
        QVERIFY(entryWith(done, "granted") && entryWith(done, "consumed"));
        const EntityId stuck = launch.rig.idOf("4");
        const Timeline failed = storyOf(launch, stuck);
        QVERIFY(has(failed, EntityKind::Exception));
        QVERIFY(has(failed, EntityKind::Command));
        const Timeline item = storyOf(launch, stuck.with(EntityKind::Exception));
        QCOMPARE(item.entries.size(), failed.entries.size());
        QCOMPARE(item.about, stuck.with(EntityKind::Exception));
    }
    void describesFactsWithNames()
    {
        Launch launch;
        launch.day();
        const Timeline timeline = storyOf(launch, launch.rig.idOf("1"));
        const auto* placed = entryWith(timeline, "placed");
        QVERIFY(placed);
        QCOMPARE(field(placed->facts.front(), "channel"), std::string("web"));
        QCOMPARE(field(placed->facts.front(), "number"), std::string("1"));
        QCOMPARE(placed->producer, std::string("shop"));
        QCOMPARE(placed->type, std::string("order.placed"));
        QVERIFY(!placed->source.empty());
    }
    void saysHowLateAnEventCame()
    {
        Launch launch;
        launch.rig.post(launch.rig.placed("1", {{1, "HAT", 1}}));
        const std::string paid = launch.authorised("1");
        launch.rig.clock().advance(Milliseconds{90'000});
        launch.rig.post(paid);
        const Timeline timeline = storyOf(launch, launch.rig.idOf("1"));
        QCOMPARE(timeline.entries.front().lateness, Milliseconds{0});
        const auto* authorised = entryWith(timeline, "authorised");
        QVERIFY(authorised);
        QCOMPARE(authorised->lateness, Milliseconds{90'000});
    }
    void alreadyProcessedPointsToTheFirst()
    {
        Launch launch;
        const std::string placed = launch.rig.placed("1", {{1, "HAT", 1}});
        const Seq first = launch.rig.post(placed).seq;
        const Seq second = launch.rig.post(placed).seq;
        const Timeline timeline = storyOf(launch, launch.rig.idOf("1"));
        QCOMPARE(timeline.entries.back().seq, second);
        QCOMPARE(timeline.entries.back().disposition, EventDisposition::Duplicate);
        QCOMPARE(timeline.entries.back().first, first);
        QCOMPARE(timeline.entries.front().first, Seq{0});
    }
    void keepsEveryCandidateOfADecisionAndWhyItLost()
    {
        Launch launch;
        launch.rig.stockUp();
        const Timeline timeline = storyOf(launch, launch.order("1"));
        const auto* decided = entryWith(timeline, "decision");
        QVERIFY(decided && decided->decision);
        QCOMPARE(decided->decision->candidates.size(), std::size_t{3});
        QCOMPARE(decided->decision->legs.size(), std::size_t{1});
        QCOMPARE(decided->decision->legs.front().node, std::string("east"));
        int chosen = 0;
        for (const auto& candidate : decided->decision->candidates) {
            QCOMPARE(candidate.lost == LossReason::None, candidate.node == "east");
            QCOMPARE(candidate.offers.front().available, std::int64_t{100});
            chosen += candidate.lost == LossReason::None ? 1 : 0;
        }
        QCOMPARE(chosen, 1);
        QCOMPARE(decided->decision->lines.front().sku, std::string("HAT"));
    }
    void showsEffectsWithKeysAttemptsAndWaits()
    {
        Launch launch;
        launch.rig.stockUp();
        lab::Fault away = fault(lab::FaultKind::Timeout);
        away.times = 1;
        away.operation = Operation::Ship;
        launch.rig.vendors().find("wms-east")->faults().add(away);
        const EntityId id = launch.order("1");
        launch.rig.pass(Milliseconds{60'000});
        const Timeline timeline = storyOf(launch, id);
        QCOMPARE(timeline.effects.size(), std::size_t{1});
        const session::EffectText& ship = timeline.effects.front();
        QCOMPARE(ship.key, std::string("hp:1:ship:1"));
        QCOMPARE(ship.vendor, std::string("wms-east"));
        QCOMPARE(ship.state, EffectState::Done);
        QVERIFY(!ship.reference.empty());
        QVERIFY(ship.attempts.size() >= 2);
        QCOMPARE(ship.attempts.front().outcome, AttemptOutcome::OutcomeUnknown);
        QVERIFY(!ship.attempts.front().asked);
        QVERIFY(ship.attempts[1].asked);
        QCOMPARE(ship.attempts[1].waited, ship.attempts[1].start - ship.attempts[0].end);
        QVERIFY(ship.attempts[1].waited >= Milliseconds{5'000});
        QVERIFY(ship.attempts.front().next >= ship.attempts.front().end);
    }
    void namesTheFieldThatBrokeTheContract()
    {
        Launch launch;
        const auto outcome = launch.rig.post(launch.rig.event("order.placed", "6", R"({"lines":7})"));
        const Timeline refusal = storyOf(launch, outcome.entity);
        QCOMPARE(refusal.entries.size(), std::size_t{1});
        QCOMPARE(refusal.breaches.size(), std::size_t{1});
        QCOMPARE(refusal.breaches.front().second.pointer, outcome.where);
        QCOMPARE(refusal.breaches.front().second.got, outcome.detail);
    }
    void unknownIdIsNotFound()
    {
        Launch launch;
        launch.rig.stockUp();
        const auto timeline =
            views::timeline(*launch.reader(), launch.names(), EntityId(999, 1, EntityKind::Order));
        QVERIFY(!timeline.has_value());
        QCOMPARE(timeline.error().code, Code::NotFound);
    }
    void correlationGathersAllStepsOfIt()
    {
        Launch launch;
        launch.rig.stockUp();
        const EntityId id = launch.order("1");
        launch.order("2");
        launch.rig.pass(Milliseconds{120'000});
        const Timeline story = storyOf(launch, id);
        const std::string trace = story.entries.front().correlation;
        QCOMPARE(trace.size(), std::size_t{32});
        std::string upper = trace;
        std::transform(upper.begin(), upper.end(), upper.begin(),
                       [](unsigned char c) { return std::toupper(c); });
        const auto all = views::correlation(*launch.reader(), launch.names(), upper);
        QVERIFY(all.has_value());
        QCOMPARE(all->entries.size(), story.entries.size());
        for (std::size_t i = 0; i < story.entries.size(); ++i)
            QCOMPARE(all->entries[i].seq, story.entries[i].seq);
    }
    void correlationOfNobodyIsEmpty()
    {
        Launch launch;
        launch.rig.stockUp();
        const auto none = views::correlation(*launch.reader(), launch.names(), std::string(32, 'a'));
        QVERIFY(none.has_value());
        QVERIFY(none->entries.empty());
        const auto wrong = views::correlation(*launch.reader(), launch.names(), std::string(31, 'a'));
        QVERIFY(!wrong.has_value());
        QCOMPARE(wrong.error().code, Code::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TimelineTest)
#include "tst_timeline.moc"
