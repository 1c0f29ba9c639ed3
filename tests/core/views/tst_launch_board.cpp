// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_board.h"
#include "core/views/name_cache.h"
#include "core/views/numbers.h"
#include "core/views/views.h"
#include "launch.h"
#include "mailbox.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::test;
using session::Board;
using session::GateVerdict;
using session::InconclusiveReason;
using session::LaunchMetric;
using session::List;

namespace {

session::Query boardQuery() { return {List::Board, {}, {}, {}, Never, Never}; }

const session::MetricCard& metric(const Board& board, LaunchMetric which)
{
    return board.metrics[static_cast<std::size_t>(which)];
}

const session::StageCard& stage(const Board& board, Stage which)
{
    return board.stages[static_cast<std::size_t>(which)];
}

/// The board and the numbers of a store, both as of one moment.
struct Both {
    Board board;
    session::Numbers numbers;
};
Both readBoth(const Launch& launch)
{
    const auto reader = launch.reader();
    const views::Moment moment(*reader);
    const Dictionary names = launch.names();
    auto board = views::launchBoardOf(*reader, names);
    auto numbers = views::numbers(*reader, names);
    if (!board || !numbers)
        throw std::runtime_error("cannot be read");
    return {std::move(*board), std::move(*numbers)};
}

void conserve(const Board& board)
{
    for (const session::StageCard& s : board.stages)
        if (s.entered != s.left + s.waiting + s.failing)
            throw std::runtime_error(std::string(name(s.stage)) + " does not add up");
}

/// Everything that must be equal wherever it is counted.
void compare(const Board& board, const session::Numbers& numbers)
{
    conserve(board);
    const auto same = [](const char* what, std::int64_t a, std::int64_t b) {
        if (a != b)
            throw std::runtime_error(std::string(what) + ": " + std::to_string(a) + " and " +
                                     std::to_string(b));
    };
    same("exceptions", board.exceptionsOpen, numbers.exceptionsOpen);
    same("orders", board.orders, numbers.ordersAccepted());
    same("finished", board.finished, numbers.in(Place::Finished));
    std::int64_t failing = 0, byPriority = 0;
    for (const std::int64_t n : board.openByPriority)
        byPriority += n;
    same("by priority", byPriority, board.exceptionsOpen);
    for (const session::StageCard& s : board.stages) {
        same("waiting", s.waiting,
             numbers.orders[static_cast<std::size_t>(s.stage) + static_cast<std::size_t>(Place::Intake)]);
        failing += s.failing;
    }
    same("failing", failing, numbers.in(Place::Exception));
}

/// A watched board beside the engine that changes it.
struct Console {
    explicit Console(RigOptions options = {}, views::PolicyMaker policy = {})
        : launch(options), views({launch.rig.storeOptions(), 64, 4096, std::move(policy), &clock})
    {
        launch.rig.stockUp("HAT", 10'000);
        launch.rig.tell(views);
        if (!views.start())
            throw std::runtime_error("no views");
        session = views.session(mailbox.executor());
        session->watch(boardQuery(), {0, 1}, watcher);
    }
    /// The board once it has all that the engine has done.
    Board board()
    {
        const Seq wanted = launch.rig.engine().lease().lastSeq;
        const auto isThere = [&] { return asOf().parts.size() == 1 && asOf().parts.front().seq >= wanted; };
        if (!mailbox.until(isThere))
            throw std::runtime_error("the board does not come");
        return newest();
    }
    [[nodiscard]] const session::AsOf& asOf() const { return watcher.known; }
    [[nodiscard]] const Board& newest() const
    {
        return std::get<Board>(watcher.deltas > 0 ? watcher.delta.rows : watcher.snapshot.rows);
    }
    /// Orders, some paid twice over, some without stock, some cancelled, as chance will.
    void storm(SeededRng& rng, int orders)
    {
        EngineRig& rig = launch.rig;
        for (int i = 0; i < orders; ++i) {
            const std::string number = "s" + std::to_string(++last);
            const auto chance = rng.next() % 10;
            rig.post(rig.placed(number, {{1, chance == 0 ? "SCARF" : "HAT", 1}}));
            if (chance != 1)
                rig.post(launch.authorised(number));
            if (chance == 2)
                rig.post(rig.cancelAsked(number));
            if (chance == 3)
                rig.post(R"({"specversion":"1.0"})");
            if (rng.next() % 4 == 0)
                rig.pass(Milliseconds{static_cast<std::int64_t>(rng.next() % 30'000)});
        }
        rig.settle();
    }

    Launch launch;
    SystemClock machine;
    struct Still final : Clock {  // no time of its own: only frames move it
        [[nodiscard]] Instant wall() const override { return {}; }
        [[nodiscard]] Milliseconds monotonic() const override { return {}; }
    } clock;
    Mailbox mailbox;
    views::Views views;
    Watcher watcher;
    std::unique_ptr<views::ViewSession> session;
    int last = 0;
};

}  // namespace

class LaunchBoardTest : public QObject {
    Q_OBJECT

private slots:
    void aBreakerOpensAsItsVendorsPlanSays()
    {
        for (const int calls : {3, 100}) {
            Console c({}, [calls](Dictionary& names) {
                Policy policy;
                policy.vendors.resize(1);
                policy.vendors.front().name = names.intern<NameKind::Vendor>("wms-east");
                policy.vendors.front().breaker.minCalls = calls;
                return policy;
            });
            c.launch.order("0");  // the first call closes it
            c.launch.rig.pass(Milliseconds{1'000});
            c.launch.rig.fail("wms-east", lab::FaultKind::Outage, Operation::Ship);
            for (const char* number : {"1", "2", "3", "4"})
                c.launch.order(number);
            c.launch.rig.pass(Milliseconds{1'000});
            const auto vendors = c.board().vendors;
            const auto east = std::find_if(vendors.begin(), vendors.end(),
                                           [](const auto& card) { return card.vendor == "wms-east"; });
            QCOMPARE(east->breaker == session::BreakerState::Open, calls == 3);
        }
    }
    void aHaltedEngineIsAnAlarmUntilItGoesOn()
    {
        Console c;
        c.launch.order("1");
        static_cast<void>(c.board());
        const auto is = [&c](AlarmKind kind, AlarmState state) {
            const auto& alarms = c.newest().alarms;
            return std::any_of(alarms.begin(), alarms.end(), [&](const session::AlarmRow& row) {
                return row.kind == kind && row.state == state && row.priority == Priority::P1;
            });
        };
        c.views.stands({true, true, true});
        QVERIFY(c.mailbox.until([&] { return is(AlarmKind::EngineHalted, AlarmState::Unacknowledged); }));
        QVERIFY(is(AlarmKind::StoreChanged, AlarmState::Unacknowledged));
        QVERIFY(is(AlarmKind::StoreFull, AlarmState::Unacknowledged));
        c.views.stands({});
        const auto returned = AlarmState::ReturnedUnacknowledged;
        QVERIFY(c.mailbox.until([&] { return is(AlarmKind::EngineHalted, returned); }));
    }
    void anEmptyStoreHasNoValueNotZero()
    {
        Launch launch;
        launch.rig.stockUp();
        const Board board = readBoth(launch).board;
        QCOMPARE(board.launchStart, Never);
        for (const LaunchMetric which : {LaunchMetric::Acceptance, LaunchMetric::OrchestrationLatency,
                                         LaunchMetric::DownstreamErrors, LaunchMetric::InventoryMismatch}) {
            QVERIFY(!metric(board, which).value);
            QCOMPARE(metric(board, which).verdict, GateVerdict::Inconclusive);
            QCOMPARE(metric(board, which).reason, InconclusiveReason::NoData);
            for (const auto& minute : metric(board, which).trend)
                QVERIFY(!minute);
        }
    }
    void aDayAddsUp()
    {
        Launch launch;
        launch.day();
        const Both both = readBoth(launch);
        compare(both.board, both.numbers);
        // Four orders, and two rows that may have been orders.
        QCOMPARE(metric(both.board, LaunchMetric::Acceptance).n, 6);
        QCOMPARE(qRound(*metric(both.board, LaunchMetric::Acceptance).value * 100), 6667);
        QCOMPARE(metric(both.board, LaunchMetric::Acceptance).reason, InconclusiveReason::MinSample);
        QCOMPARE(both.board.log.size(), std::size_t{1});
        QCOMPARE(both.board.log.front().what, std::string("note"));
    }
    void theBoardTheListAndTheNumbersAreOneCount()
    {
        Console c;
        SeededRng rng(3);
        c.storm(rng, 60);
        const Board board = c.board();
        Watcher list;
        c.session->watch({List::Exceptions, "is:open", {}, {}, Never, Never}, {0, 10}, list);
        QVERIFY(c.mailbox.until([&] { return list.snapshots == 1; }));
        const Both stored = readBoth(c.launch);
        QVERIFY(board.exceptionsOpen > 0);
        QCOMPARE(static_cast<std::int64_t>(list.snapshot.total), board.exceptionsOpen);
        QCOMPARE(stored.numbers.exceptionsOpen, board.exceptionsOpen);
        QCOMPARE(list.snapshot.asOf, c.asOf());
        QCOMPARE(stored.numbers.asOf, c.asOf());
    }
    void everyBoardOfAStormAddsUp_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {11U, 12U, 13U})
            QTest::newRow(qPrintable(QString("seed %1").arg(seed))) << seed;
    }
    void everyBoardOfAStormAddsUp()
    {
        QFETCH(quint64, seed);
        Console c({.carrier = true, .seed = seed});
        SeededRng rng(seed);
        for (int round = 0; round < 4; ++round) {
            if (round == 2)
                c.launch.rig.fail("wms-east", lab::FaultKind::ErrorBefore, Operation::Ship, 20);
            c.storm(rng, 15);
            const Board board = c.board();
            compare(board, readBoth(c.launch).numbers);
        }
    }
    void aFaultAtOneStageLightsThatStageOnly()
    {
        Console c({.carrier = true});
        for (const char* node : {"wms-east", "wms-west", "wms-north"})
            c.launch.rig.fail(node, lab::FaultKind::ErrorBefore, Operation::Ship);
        for (int i = 0; i < 30; ++i)
            c.launch.order("h" + std::to_string(i), {{1, "HAT", 1}});
        c.launch.rig.pass(Milliseconds{10'000});
        const Board board = c.board();
        for (const session::StageCard& s : board.stages) {
            QCOMPARE(s.abnormal, s.stage == Stage::Handoff);
            QCOMPARE(s.firstOut, s.stage == Stage::Handoff);
        }
        QVERIFY(stage(board, Stage::Handoff).waiting > 0);
        QVERIFY(metric(board, LaunchMetric::DownstreamErrors).value > 50.0);
    }
    void aVendorThatIsDownRaisesItsAlarmAndSomebodySeesIt()
    {
        Console c({.carrier = true});
        c.launch.order("a", {{1, "HAT", 1}});
        c.launch.rig.pass(Milliseconds{200'000});
        QVERIFY(c.board().alarms.empty());
        c.launch.rig.fail("pay", lab::FaultKind::Outage);
        for (int i = 0; i < 40; ++i)
            c.launch.order("p" + std::to_string(i), {{1, "HAT", 1}});
        c.launch.rig.pass(Milliseconds{180'000});
        Board board = c.board();
        const auto open = [](const Board& b) {
            return std::find_if(b.alarms.begin(), b.alarms.end(),
                                [](const auto& a) { return a.kind == AlarmKind::BreakerOpen; });
        };
        QVERIFY(open(board) != board.alarms.end());
        QCOMPARE(open(board)->vendor, std::string("pay"));
        QCOMPARE(open(board)->state, AlarmState::Unacknowledged);
        QVERIFY(open(board)->firstOut);
        const auto vendor = std::find_if(board.vendors.begin(), board.vendors.end(),
                                         [](const auto& v) { return v.vendor == "pay"; });
        QVERIFY(vendor->abnormal);
        QVERIFY(vendor->errors > 0);
        QVERIFY(open(board)->stage.has_value());
        // What it says is held is what its list finds.
        Watcher list;
        c.session->watch({List::Exceptions,
                          "is:open vendor:pay stage:" + std::string(name(*open(board)->stage)),
                          {},
                          {},
                          Never,
                          Never},
                         {0, 1}, list);
        QVERIFY(c.mailbox.until([&] { return list.snapshots > 0; }));
        QCOMPARE(open(board)->orders, static_cast<std::int64_t>(list.snapshot.total));

        QVERIFY(!c.launch.rig.command("acknowledge_alarm", {}, "breaker_open pay").failed);
        board = c.board();
        QCOMPARE(open(board)->state, AlarmState::Acknowledged);
        QCOMPARE(board.log.front().kind, session::LogEntry::Kind::AlarmAcknowledged);
        QCOMPARE(board.log[1].what, std::string("acknowledge_alarm"));
        // After a restart as well: the journal says so.
        const Board read = readBoth(c.launch).board;
        QCOMPARE(open(read)->state, AlarmState::Acknowledged);
    }
    void aBulkActIsOneLineOfTheLog()
    {
        Console c;
        const auto act = [&c](const std::string& key, const std::string& reason) {
            engine::CommandInput command;
            command.what = "acknowledge_alarm";
            command.argument = "breaker_open nobody";
            command.key = key;
            command.actor = "ada";
            command.reason = reason;
            command.role = Role::Engineer;
            std::vector<engine::Input> inputs(1);
            inputs.front().body = std::move(command);
            (void)c.launch.rig.turn(std::move(inputs));
        };
        act("one", "r");
        act("two", "r");
        QCOMPARE(c.board().log.size(), std::size_t{2});  // two acts are two lines
        for (const char* key : {"many/1", "many/2", "many/3"})
            act(key, "r");
        act("many/4", "another");
        act("more/1", "another");
        const auto check = [](const Board& board) {
            QCOMPARE(board.log.size(), std::size_t{5});
            QCOMPARE(board.log[0].count, std::int64_t{1});
            QCOMPARE(board.log[1].count, std::int64_t{1});
            QCOMPARE(board.log[2].count, std::int64_t{3});
            QCOMPARE(board.log[2].batch, std::string("many"));
            QCOMPARE(board.log[2].reason, std::string("r"));
        };
        check(c.board());
        check(readBoth(c.launch).board);
    }
    void anAlarmNobodyKnowsIsNotAcknowledged()
    {
        Launch launch;
        launch.rig.stockUp();
        const auto outcome = launch.rig.command("acknowledge_alarm", {}, "coffee_empty");
        QVERIFY(outcome.failed);
        QCOMPARE(outcome.code, Code::InvalidArgument);
        QVERIFY(launch.rig.command("acknowledge_alarm", {}, "sla_wave", 0, Role::Viewer).failed);
    }
    void closedIntakeSaysSinceWhenAndHowManyStayed()
    {
        Console c;
        c.launch.order("before", {{1, "HAT", 1}});
        QVERIFY(c.board().intake.open);
        c.launch.rig.command("stop_intake", {});
        for (const char* number : {"x", "y"})
            c.launch.rig.post(c.launch.rig.placed(number, {{1, "HAT", 1}}));
        const Board board = c.board();
        QVERIFY(!board.intake.open);
        QCOMPARE(board.intake.refusedSince, 2);
        QCOMPARE(readBoth(c.launch).board.intake, board.intake);
        // They were not submitted to us: no failure, no success.
        QCOMPARE(metric(board, LaunchMetric::Acceptance).n, 1);
        compare(board, readBoth(c.launch).numbers);
    }
    void aCountThatDiffersIsAMismatch()
    {
        Console c;
        const auto mismatch = [&c] { return metric(c.board(), LaunchMetric::InventoryMismatch); };
        QVERIFY(!mismatch().value);  // first counts have nothing to differ from
        c.launch.rig.post(c.launch.rig.counted("east", "HAT", 9'999, 2));  // near enough
        QCOMPARE(mismatch().value, std::optional(0.0));
        QCOMPARE(mismatch().n, 1);
        c.launch.rig.post(c.launch.rig.counted("east", "HAT", 5'000, 3));
        QCOMPARE(mismatch().value, std::optional(50.0));
        QCOMPARE(mismatch().n, 2);
        c.launch.rig.post(c.launch.rig.counted("east", "HAT", 1, 1));  // an old one says nothing
        QCOMPARE(mismatch().n, 2);
    }
    void theBoardCannotBeExported()
    {
        Console c;
        c.board();
        Collector file;
        const auto stream = c.session->open(
            session::ExportResult{c.watcher.snapshot.result, session::ExportFormat::Csv}, file);
        c.session->more(stream, 1);
        QVERIFY(c.mailbox.until([&] { return file.chunks == 1; }));
        QVERIFY(file.last.error.has_value());
        QCOMPARE(file.last.error->code, Code::Unsupported);
    }
    void heldOrdersThatTheListsHearOfLaterStandAtTheirStage()
    {
        Console c({.carrier = true});
        SeededRng rng(5);
        for (int round = 0; round < 4; ++round)
            c.storm(rng, 20);
        const auto reader = c.launch.reader();
        const auto names = c.launch.names();
        views::ExceptionBoard items;
        views::LaunchBoard board;
        QVERIFY(board.load(*reader, names, items).has_value());
        QVERIFY(views::readOpenItems(*reader, items).has_value());
        QVERIFY(items.size() > 0);
        board.changed(board.seq(), Instant{}, {}, items.ids());
        QVERIFY(board.catchUp(board.seq(), *reader, names, items).has_value());
        const Board late = board.board(reader->head()->lease.lastTime, names, items);
        const Board read = readBoth(c.launch).board;
        for (std::size_t i = 0; i < read.stages.size(); ++i) {
            QCOMPARE(late.stages[i].failing, read.stages[i].failing);
            QCOMPARE(late.stages[i].entered, read.stages[i].entered);
        }
    }
    void aRestartShowsTheSameFigures()
    {
        Console c({.carrier = true});
        SeededRng rng(5);
        for (int round = 0; round < 4; ++round)
            c.storm(rng, 20);
        const Board live = c.board();
        const Board read = readBoth(c.launch).board;
        for (std::size_t i = 0; i < live.metrics.size(); ++i) {
            const session::MetricCard& a = live.metrics[i];
            const session::MetricCard& b = read.metrics[i];
            QCOMPARE(b.value, a.value);
            QCOMPARE(b.n, a.n);
            QCOMPARE(b.asOf, a.asOf);
            QCOMPARE(b.trend, a.trend);
        }
        QCOMPARE(read.vendors, live.vendors);
        QCOMPARE(read.launchStart, live.launchStart);
        QCOMPARE(read.arrivedLastMinute, live.arrivedLastMinute);
        QCOMPARE(read.closedLastMinute, live.closedLastMinute);
        QCOMPARE(read.ordersPerMinute, live.ordersPerMinute);
        for (std::size_t i = 0; i < live.stages.size(); ++i) {
            QCOMPARE(read.stages[i].waiting, live.stages[i].waiting);
            QCOMPARE(read.stages[i].failing, live.stages[i].failing);
        }
    }
};

QTEST_GUILESS_MAIN(LaunchBoardTest)
#include "tst_launch_board.moc"
