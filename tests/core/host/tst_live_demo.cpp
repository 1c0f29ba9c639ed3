// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/workspace.h"
#include "core/views/exception_board.h"
#include "host_rig.h"
#include "session_rig.h"

#include <QTest>
#include <fstream>
#include <map>

using namespace holdpoint;
using namespace holdpoint::host;
using namespace std::chrono_literals;

namespace {

/// Hears of a list, and keeps its newest snapshot.
class Listener final : public session::UpdateSink {
public:
    void update(session::WatchId, const session::Update& update) override
    {
        if (const auto* snapshot = std::get_if<session::Snapshot>(&update))
            newest = *snapshot, ++snapshots;
    }
    session::Snapshot newest;
    int snapshots = 0;
};

struct Window {
    Mailbox mail;
    std::optional<Result<>> opened;
    Workspace workspace;

    explicit Window(const std::filesystem::path& folder)
        : workspace({folder, "1", mail.executor(), 2ms, 20ms}, [this](const Result<>& r) { opened = r; })
    {}
    bool open()
    {
        return mail.until([this] { return opened.has_value(); }) && opened->has_value();
    }
    session::Snapshot list(session::List what, const std::string& filter)
    {
        Listener listener;
        session::Query query;
        query.list = what;
        query.filter = filter;
        const auto watch = workspace.session()->watch(query, {0, 1'000}, listener);
        [[maybe_unused]] const bool came = mail.until([&] { return listener.snapshots > 0; });
        workspace.session()->unwatch(watch);
        return listener.newest;
    }
    session::Receipt submit(const std::string& what, EntityId object, const std::string& argument = {})
    {
        session::Command c;
        c.key = what + object.text();
        c.actor = "ada";
        c.role = Role::SupportAgent;
        c.what = what;
        c.object = object;
        c.argument = argument;
        Receipts receipts;
        workspace.session()->submit(c, receipts);
        [[maybe_unused]] const bool came = mail.until(
            [&] { return receipts.last(CommandState::Effective) || receipts.last(CommandState::Refused); });
        return receipts.all.back();
    }
};

}  // namespace

/// The demo a person watches, hurried.
class LiveDemoTest : public QObject {
    Q_OBJECT

private slots:
    void everyTroubleBeginsAndEndsWithAChapter_data()
    {
        QTest::addColumn<int>("second");
        QTest::addColumn<QString>("chapter");
        QTest::addColumn<QString>("vendors");
        QTest::newRow("start") << 0 << "all_is_well"
                               << "";
        QTest::newRow("before") << 39 << "all_is_well"
                                << "";
        QTest::newRow("word") << 40 << "warehouse_changes_a_word"
                              << "wms-north ";
        QTest::newRow("carrier") << 75 << "carrier_is_away"
                                 << "carrier wms-north ";
        QTest::newRow("carrier back") << 120 << "carrier_is_back"
                                      << "wms-north ";
        QTest::newRow("mended") << 150 << "warehouse_is_mended"
                                << "";
        QTest::newRow("less") << 165 << "warehouse_counts_less"
                              << "";
        QTest::newRow("payment") << 200 << "payment_slow_down"
                                 << "payment ";
        QTest::newRow("all mended") << 230 << "payment_is_mended"
                                    << "";
        QTest::newRow("later") << 700 << "payment_is_mended"
                               << "";
    }
    void everyTroubleBeginsAndEndsWithAChapter()
    {
        QFETCH(const int, second);
        QFETCH(const QString, chapter);
        QFETCH(const QString, vendors);
        const auto at = std::chrono::seconds{second};
        QString faulty;
        for (const auto& [vendor, faults] : demoFaults(at, {}, 7))
            faulty += QString::fromStdString(vendor) + ' ';
        QCOMPARE(QString::fromStdString(std::string(demoChapterAt(at))), chapter);
        QCOMPARE(faulty, vendors);
    }
    void switchesMakeItWorse()
    {
        WorseSet worse{};
        worse[static_cast<std::size_t>(Worse::RateLimits)] = true;
        const auto faults = demoFaults(0s, worse, 7);
        QCOMPARE(faults.size(), std::size_t{3});
        QCOMPARE(faults.at("wms-east").front().kind, lab::FaultKind::TooMany);
        worse.fill(true);
        QCOMPARE(demoFaults(40s, worse, 7).at("wms-north").size(), std::size_t{4});
    }
    // Seed 7, 160 s of mission in a few: history, the changed word, the carrier away, all mended again.
    void aPersonFindsTheBreachesRetriesOneAndResolvesOne()
    {
        const Folder folder;
        Window window(folder.path());
        QVERIFY(window.open());
        LiveDemoOptions options;
        options.history = 60;
        options.duration = 160s;
        options.factor = 16;
        std::map<DemoPhase, int> told;
        int done = 0;
        QVERIFY(window.workspace
                    .startDemo(options,
                               [&](const LiveDemoState& state) {
                                   ++told[state.phase];
                                   done = std::max(done, state.done);
                               })
                    .has_value());
        QVERIFY(window.workspace.isDemo());
        QCOMPARE(window.workspace.startDemo(options, {}).error().code, Code::Conflict);
        QVERIFY(window.mail.until([&] { return told.contains(DemoPhase::Ended); }));
        QCOMPARE(done, 60);
        QVERIFY(told.contains(DemoPhase::Live));
        QVERIFY(window.workspace.demo()->state().orders > 60 + 300);

        const auto groups = window.list(session::List::Groups, "cat:contract_breach");
        const auto& rows = std::get<std::vector<session::GroupRow>>(groups.rows);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows.front().vendor, std::string("wms-north"));
        QVERIFY2(rows.front().count > 20, std::to_string(rows.front().count).c_str());
        const auto items = window.list(session::List::Exceptions, "cat:contract_breach");
        const auto& breaches = std::get<std::vector<session::ExceptionRow>>(items.rows);

        const EntityId first = breaches[0].id;
        const auto retried = window.submit("retry", first);
        QVERIFY2(retried.state == CommandState::Effective, retried.detail.c_str());
        const auto resolved = window.submit("resolve", breaches[1].id, "vendor_changed_word");
        QVERIFY2(resolved.state == CommandState::Effective, resolved.detail.c_str());
        QVERIFY(window.mail.until([&] {
            // Others may come and go: the demo's last calls are still answered.
            const auto open = window.list(session::List::Exceptions, "is:open cat:contract_breach");
            const auto& left = std::get<std::vector<session::ExceptionRow>>(open.rows);
            return std::none_of(left.begin(), left.end(), [&](const session::ExceptionRow& row) {
                return row.id == first || row.id == breaches[1].id;
            });
        }));
    }
    void aDemoGoesOnWhereItStopped()
    {
        const Folder folder;
        int orders = 0;
        for (int start = 0; start < 2; ++start) {
            Window window(folder.path());
            QVERIFY(window.open());
            QCOMPARE(window.workspace.isDemo(), start == 1);
            LiveDemoOptions options;
            options.history = 10;
            options.duration = 5s;
            options.factor = 10;
            bool ended = false;
            QVERIFY(
                window.workspace
                    .startDemo(options, [&](const LiveDemoState& s) { ended = s.phase == DemoPhase::Ended; })
                    .has_value());
            QVERIFY(window.mail.until([&] { return ended; }));
            QVERIFY(window.workspace.demo()->state().orders >= orders + 20);
            orders = window.workspace.demo()->state().orders;
        }
        QCOMPARE(readDemoMark(folder.path())->orders, orders);
        const NumbersReport report = numbersOf(folder.path());
        QVERIFY2(report.conserved, wordsOf(report).c_str());
        QCOMPARE(report.store.numbers.ordersAccepted(), orders);
    }
    // The fifth metric has something to say, and the script says what.
    void warehousesCountAndOneHasLostSomething()
    {
        const Folder folder;
        Window window(folder.path());
        QVERIFY(window.open());
        LiveDemoOptions options;
        options.history = 10;
        options.duration = 200s;
        options.factor = 20;
        bool ended = false;
        QVERIFY(window.workspace
                    .startDemo(options, [&](const LiveDemoState& s) { ended = s.phase == DemoPhase::Ended; })
                    .has_value());
        QVERIFY(window.mail.until([&] { return ended; }));
        const auto board = window.list(session::List::Board, "");
        const session::MetricCard& mismatch =
            std::get<session::Board>(board.rows)
                .metrics[static_cast<std::size_t>(session::LaunchMetric::InventoryMismatch)];
        QVERIFY2(mismatch.n >= 4 * 3 * 200,
                 std::to_string(mismatch.n).c_str());  // four counts, three warehouses
        QCOMPARE(std::llround(mismatch.value.value_or(-1) * static_cast<double>(mismatch.n) / 100), 4LL);
        QCOMPARE(mismatch.verdict, session::GateVerdict::Go);
    }
    void pausedIsStill()
    {
        const Folder folder;
        Window window(folder.path());
        QVERIFY(window.open());
        LiveDemoOptions options;
        options.history = 1;
        options.factor = 10;
        bool live = false;
        QVERIFY(window.workspace
                    .startDemo(options,
                               [&](const LiveDemoState& s) { live = live || s.phase == DemoPhase::Live; })
                    .has_value());
        window.workspace.demo()->pause(true);
        QVERIFY(window.mail.until([&] { return live; }));
        QCOMPARE(window.workspace.demo()->state().mission, 0ms);
        QCOMPARE(window.workspace.demo()->state().orders, 1);
        window.workspace.demo()->setSpeed(20);
        window.workspace.demo()->pause(false);
        QVERIFY(window.mail.until([&] { return window.workspace.demo()->state().orders > 20; }));
    }
};

QTEST_GUILESS_MAIN(LiveDemoTest)
#include "tst_live_demo.moc"
