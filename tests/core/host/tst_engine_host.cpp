// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_rig.h"

#include "core/lab/vendor_book.h"
#include "core/store/store_options.h"

#include <QTest>
#include <atomic>
#include <fstream>
#include <future>
#include <latch>

using namespace holdpoint;
using namespace holdpoint::host;

/// An engine on its own thread with vendors over HTTP: what must hold under pressure and across a restart.
class EngineHostTest : public QObject {
    Q_OBJECT

private:
    static std::uint64_t shipped(const std::filesystem::path& folder)
    {
        std::uint64_t effects = 0;
        for (const std::string& node : LabWorld::warehouses())
            if (const auto book = lab::readBook(LabWorld::bookOf(folder, "wms-" + node)))
                for (const auto& [key, entry] : *book)
                    effects += entry.row.operation == Operation::Ship ? entry.effects : 0;
        return effects;
    }

private slots:
    void oneUnitGoesToOneOfTwoHundredOrders_data()
    {
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("orders");
        QTest::newRow("200 for 1") << 1 << 200;
        QTest::newRow("5 for 5") << 5 << 5;
        QTest::newRow("6 for 5") << 5 << 6;
    }
    void oneUnitGoesToOneOfTwoHundredOrders()
    {
        QFETCH(int, units);
        QFETCH(int, orders);
        const Folder folder;
        {
            const auto world = worldOn(folder.path());
            std::vector<std::string> events{counted("east", "LAST", units)};
            for (int i = 0; i < orders; ++i) {
                events.push_back(placed("L-" + std::to_string(i), "LAST"));
                events.push_back(paid("L-" + std::to_string(i)));
            }
            for (const engine::Outcome& outcome : post(*world, events))
                QVERIFY2(!outcome.failed && outcome.disposition == EventDisposition::Accepted,
                         outcome.detail.c_str());
            settle(*world);
        }
        const NumbersReport report = numbersOf(folder.path());
        QVERIFY2(report.agrees(), wordsOf(report).c_str());
        QCOMPARE(shipped(folder.path()), static_cast<std::uint64_t>(units));
        QCOMPARE(report.store.reservations.opened, units);
        QCOMPARE(report.store.reservations.consumed, units);
        QCOMPARE(report.store.stock.oversold, 0);
        QCOMPARE(report.store.stock.available, 0);
        QCOMPARE(report.store.numbers.ordersAccepted(), orders);
        QCOMPARE(report.store.numbers.in(Place::Finished), units);
    }

    void anEventSentFiftyTimesAcrossARestartActsOnce()
    {
        const Folder folder;
        std::uint64_t accepted = 0;
        std::uint64_t duplicate = 0;
        EntityId order;
        for (int start = 0; start < 2; ++start) {
            const auto world = worldOn(folder.path());
            if (start == 0)
                (void)post(*world, {counted("east", "LAST", 50), paid("R-1")});
            for (const engine::Outcome& outcome :
                 post(*world, std::vector<std::string>(25, placed("R-1", "LAST")))) {
                QVERIFY2(!outcome.failed, outcome.detail.c_str());
                accepted += outcome.disposition == EventDisposition::Accepted ? 1 : 0;
                duplicate += outcome.disposition == EventDisposition::Duplicate ? 1 : 0;
                QVERIFY(order.isNone() || order == outcome.entity);
                order = outcome.entity;
            }
            settle(*world);
        }
        QCOMPARE(accepted, 1u);
        QCOMPARE(duplicate, 49u);
        const NumbersReport report = numbersOf(folder.path());
        QVERIFY2(report.agrees(), wordsOf(report).c_str());
        QCOMPARE(report.store.numbers.events.duplicate, 49);
        QCOMPARE(report.store.numbers.ordersAccepted(), 1);
        QCOMPARE(report.store.numbers.in(Place::Finished), 1);
        QCOMPARE(shipped(folder.path()), 1u);
        QCOMPARE(report.store.reservations.opened, 1);
    }

    void theSameIdWithOtherContentIsRefused()
    {
        const Folder folder;
        const auto world = worldOn(folder.path());
        const auto outcomes =
            post(*world, {placed("R-2", "LAST"), placed("R-2", "LAST", 2), placed("R-2", "LAST")});
        QCOMPARE(outcomes[0].disposition, EventDisposition::Accepted);
        QCOMPARE(outcomes[1].disposition, EventDisposition::Refused);
        QCOMPARE(outcomes[2].disposition, EventDisposition::Duplicate);
    }

    // Whoever waits for rest must not find it while a turn has taken its inputs and has not told what came of them.
    void anInputIsQueuedUntilItsTurnHasEnded()
    {
        class Holds final : public engine::Publisher {
        public:
            void published(const engine::Batch& batch) override
            {
                if (batch.steps.empty() || std::exchange(seen, true))
                    return;
                reached.count_down();
                goOn.wait();
            }
            std::latch reached{1};
            std::latch goOn{1};
            bool seen = false;
        };
        const Folder folder;
        Holds holds;
        LabWorld::Options options;
        options.folder = folder.path();
        options.publisher = &holds;
        auto world = LabWorld::start(options);
        QVERIFY(world.has_value());
        EngineHost& engine = (*world)->engine();
        engine::Input input;
        input.body = engine::EventBytes{placed("R-5", "LAST"), Lane::Live, 0};
        QVERIFY(engine.post(std::move(input), EngineHost::InputClass::Event).has_value());
        holds.reached.wait();
        const std::size_t during = engine.state().queued;
        holds.goOn.count_down();
        QCOMPARE(during, std::size_t{1});
        settle(**world);
        QCOMPARE(engine.state().queued, std::size_t{0});
    }

    // Somebody else took the store; the first restart finds a copy going on, the second finds it free.
    void whatStopsARestartIsTold()
    {
        class Hears final : public engine::Publisher {
        public:
            void published(const engine::Batch&) override {}
            void stands(const engine::Standing& standing) override { halted = standing.halted; }
            std::atomic<bool> halted{false};
        };
        const Folder folder;
        Hears hears;
        LabWorld::Options options;
        options.folder = folder.path();
        options.publisher = &hears;
        auto world = LabWorld::start(options);
        QVERIFY(world.has_value());
        EngineHost& engine = (*world)->engine();
        const auto database = store::StoreOptions::onDisk(folder.path()).connection(false);
        auto other = store::Database::open(database);
        QVERIFY(other.has_value());
        QVERIFY((*other)->execute("UPDATE partition SET epoch = epoch + 1").has_value());
        QVERIFY(post(**world, {placed("R-4", "LAST")})[0].failed);
        QVERIFY(engine.state().halted);
        QVERIFY(hears.halted);
        const std::string first = engine.state().haltReason;
        const auto restart = [&engine] {
            std::promise<bool> done;
            const auto posted =
                engine.restart([&done](const Result<>& result) { done.set_value(result.has_value()); });
            return posted.has_value() && done.get_future().get();
        };
        const auto copying = folder.path() / "holdpoint.db.restoring";
        std::ofstream(copying).put('x');
        QVERIFY(!restart());
        QVERIFY(engine.state().halted);
        QVERIFY2(engine.state().haltReason != first, first.c_str());
        QVERIFY(!engine.state().haltReason.empty());
        QVERIFY(std::filesystem::remove(copying));
        QVERIFY(restart());
        QVERIFY(!engine.state().halted);
        QVERIFY(!hears.halted);
        QVERIFY(!post(**world, {placed("R-4", "LAST")})[0].failed);
    }

    void aFolderInUseIsRefusedAndLeftAlone()
    {
        const Folder folder;
        const auto world = worldOn(folder.path());
        (void)post(*world, {placed("R-3", "LAST")});
        LabWorld::Options second;
        second.folder = folder.path();
        const auto refused = LabWorld::start(second);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, Code::Conflict);
        QCOMPARE(post(*world, {placed("R-3", "LAST")})[0].disposition, EventDisposition::Duplicate);
    }
};

QTEST_GUILESS_MAIN(EngineHostTest)
#include "tst_engine_host.moc"
