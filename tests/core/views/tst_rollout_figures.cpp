// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/frame.h"
#include "core/rollout/plan_hash.h"
#include "core/rollout/plan_json.h"
#include "core/store/store_reader.h"
#include "core/views/name_cache.h"
#include "core/views/rollout_view.h"
#include "tests/support/store_rig.h"

#include <QTemporaryDir>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

constexpr std::int64_t MinuteMs = 60'000, First = 30'000'000;
constexpr Instant at(std::int64_t minute, std::int64_t ms = 0) { return {(First + minute) * MinuteMs + ms}; }
const EntityId TheRollout{7, 0, EntityKind::Rollout};

rollout::GatePlan gate(const char* id, const char* metric, rollout::GateKind kind, double threshold)
{
    rollout::GatePlan g;
    g.id = id;
    g.metric = metric;
    g.kind = kind;
    g.threshold = threshold;
    g.unit = "%";
    g.owner = Function::Engineering;
    g.blocker = true;
    return g;
}

std::string planText()
{
    rollout::RolloutPlan plan;
    plan.name = "Autumn";
    plan.salt = "s";
    plan.commander = "Ana";
    plan.steps.resize(1);
    plan.steps[0].phase = Phase::Canary;
    plan.steps[0].slices = {{"MG", {}, 2'000, 0, false}, {"SP", {}, 2'000, 0, false}};
    plan.steps[0].gates = {gate("handoff", "success.handoff", rollout::GateKind::Relative, 0.5),
                           gate("exceptions", "exceptions", rollout::GateKind::Absolute, 0.3)};
    return rollout::writePlan(plan);
}

/// A store whose frames hold a rollout and its series, followed by a view from the first frame on.
struct Followed {
    QTemporaryDir folder;
    StoreRig rig{onDisk(folder.path().toStdString())};
    Dictionary names;
    views::RolloutView live;
    flow::Rollout rollout;        // as the engine folds it
    flow::RolloutMeter measured;  // as the engine feeds it

    Followed()
    {
        if (!rig.open())
            throw std::runtime_error("no store");
        PlanSet set;
        set.text = planText();
        RolloutMoved moved;
        moved.event = names.intern<NameKind::Code>("commit");
        moved.state = RolloutState::Running;
        moved.step = 1;
        moved.live = moved.wasLive = true;
        moved.slices = {{SliceState::Open, false}, {SliceState::Open, false}};
        frame(at(0, 5'000), {set, moved, SliceServed{1, 1, 2'000, false, 0, {}, {}, {}},
                             SliceServed{1, 2, 2'000, false, 0, {}, {}, {}}});
    }
    void frame(Instant now, std::vector<FactBody> facts, std::vector<engine::SeriesRow> series = {})
    {
        rig.frame->begin(now);
        if (!facts.empty()) {
            StepBody body;
            body.at = now;
            for (FactBody& fact : facts)
                body.facts.push_back({0, now, std::move(fact)});
            std::vector<std::byte> bytes;
            ByteWriter out(bytes);
            encode(out, body);
            if (rig.lease.lastFrame == 0)
                rig.frame->key(names.intern<NameKind::Producer>("rollout").number, "default", TheRollout);
            rig.frame->step(TheRollout, textOf(bytes));
            flow::applyRollout(rollout, body, rig.lease.lastSeq + 1, names);
        } else {
            rig.frame->step(order(1), "x");
        }
        rig.frame->series = std::move(series);
        const auto added = names.added();
        rig.frame->names.assign(added.begin(), added.end());
        const engine::Batch batch = rig.frame->batch();
        const auto done = rig.store->commit(rig.lease, batch);
        if (!done || *done != engine::Durability::durable)
            throw std::runtime_error("not durable");
        if (!live.changed(views::rolloutChangeOf(batch), names))
            throw std::runtime_error("not followed");
        measured.follow(rollout);
        for (const engine::SeriesRow& row : batch.series)
            measured.take(engine::countOf(row));
        names.committed();
        rig.frame->committed();
    }
    /// A minute of orders, two frames of it, with a failure now and then.
    void minute(std::int64_t minute)
    {
        std::vector<engine::SeriesRow> rows;
        for (const std::uint16_t slice : {1, 2})
            for (const Arm arm : {Arm::Canary, Arm::Control}) {
                const std::int64_t n = arm == Arm::Canary ? 20 : 80;
                const std::int64_t bad = minute % (arm == Arm::Canary ? 3 : 2) == 0;
                for (const Metric metric : {Metric::ArmOrders, Metric::ArmHandoff, Metric::ArmExceptions})
                    rows.push_back({static_cast<std::uint32_t>(metric), packed({1, 1, slice, true, arm}),
                                    First + minute, n, metric == Metric::ArmOrders ? 0 : bad, 0});
            }
        frame(at(minute, 20'000), {}, rows);
        frame(at(minute, 40'000), {}, rows);
    }
};

struct Reading {
    std::unique_ptr<store::StoreReader> reader;
    views::NameCache names;

    explicit Reading(const Followed& followed)
    {
        auto opened = store::StoreReader::open(followed.rig.options);
        if (!opened || !names.refresh(**opened))
            throw std::runtime_error("cannot be read");
        reader = std::move(*opened);
    }
};

}  // namespace

class RolloutFiguresTest : public QObject {
    Q_OBJECT

private slots:
    void aViewThatFollowedOneThatReadAndTheEngineSayTheSame()
    {
        Followed followed;
        for (std::int64_t minute = 1; minute < 30; ++minute) {
            followed.minute(minute);
            static_cast<void>(followed.live.board(at(minute, 50'000)));
            static_cast<void>(followed.measured.gates(followed.rollout, at(minute, 50'000)));
        }
        const Reading reading(followed);
        views::RolloutView read;
        QVERIFY(read.load(*reading.reader, reading.names.names()).has_value());
        const session::RolloutBoard board = followed.live.board(at(30));
        QCOMPARE(board, read.board(at(30)));
        const flow::GateReadings engine = followed.measured.gates(followed.rollout, at(30));
        QCOMPARE(board.gates.size(), engine.gates.size());
        for (std::size_t i = 0; i < board.gates.size(); ++i) {
            QCOMPARE(board.gates[i].verdict, engine.gates[i].result.verdict);
            QCOMPARE(board.gates[i].sample, engine.gates[i].result.sample);
            QCOMPARE(board.gates[i].logEHarm, engine.gates[i].result.logEHarm);
        }
        QCOMPARE(board.gates[0].slice, std::string("MG"));
        QCOMPARE(board.gates[0].canary.n, 29 * 40);
        QCOMPARE(board.gates[0].control.bad, 14 * 2);
        QCOMPARE(board.slices[1].canaryOrders, 29 * 40);
        QCOMPARE(*board.slices[0].observedShare, 0.2);
        QVERIFY(board.gates[0].differenceLow && *board.gates[0].differenceLow < *board.gates[0].difference);
        QCOMPARE(board.newOrders, 2 * 5 * 40);
    }
    void aRestartOfTheEngineReadsTheSame()
    {
        Followed followed;
        for (std::int64_t minute = 1; minute < 12; ++minute)
            followed.minute(minute);
        const auto before = followed.measured.gates(followed.rollout, at(12));
        flow::RolloutMeter again;
        again.follow(followed.rollout);
        struct Into final : engine::SeriesSink {
            explicit Into(flow::RolloutMeter& given) : meter(given) {}
            void row(const engine::SeriesRow& row) override
            {
                sorted &= row.minute >= last;
                last = row.minute;
                meter.take(engine::countOf(row));
            }
            flow::RolloutMeter& meter;
            std::int64_t last = 0;
            bool sorted = true;
        } into(again);
        QVERIFY(followed.rig.store->series(followed.rig.lease, *again.firstMinute(), into).has_value());
        QVERIFY(into.sorted);
        const auto after = again.gates(followed.rollout, at(12));
        QCOMPARE(after.gates.size(), 4UL);
        for (std::size_t i = 0; i < after.gates.size(); ++i) {
            QCOMPARE(after.gates[i].result.sample, before.gates[i].result.sample);
            QCOMPARE(after.gates[i].result.verdict, before.gates[i].result.verdict);
            QCOMPARE(after.gates[i].result.reason, before.gates[i].result.reason);
        }
    }
    void aTrendKeepsItsGapsAndItsMarks()
    {
        Followed followed;
        followed.minute(2);
        followed.minute(4);
        followed.frame(at(5), {GateAcknowledged{followed.names.intern<NameKind::Code>("handoff"), {}}});
        const Reading reading(followed);
        const auto trend = views::gateTrend(*reading.reader, reading.names.names(), {"handoff", "MG", 4});
        QVERIFY(trend);
        QCOMPARE(trend->points.size(), 4UL);  // minutes 1 to 4
        QVERIFY(!trend->points[0].canary && !trend->points[2].canary);
        QCOMPARE(*trend->points[1].canary, 0.0);
        QCOMPARE(*trend->points[1].control, 2.0 / 160);
        QVERIFY(trend->points[1].canaryHigh && *trend->points[1].canaryHigh > 0);
        QCOMPARE(trend->points[3].minute, at(4));
        QVERIFY(!trend->threshold);  // a ratio is no rate
        QCOMPARE(trend->marks.front().what, std::string("gate_acknowledged"));
        const auto none = views::gateTrend(*reading.reader, reading.names.names(), {"handoff", "RJ", 4});
        QVERIFY(!none);
        QCOMPARE(none.error().code, Code::NotFound);
    }
};

QTEST_APPLESS_MAIN(RolloutFiguresTest)
#include "tst_rollout_figures.moc"
