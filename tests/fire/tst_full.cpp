// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/engine_host.h"
#include "core/host/lab_world.h"
#include "core/store/store_reader.h"
#include "core/views/check.h"
#include "tests/fire/scene.h"

#include <QTemporaryDir>
#include <QTest>
#include <atomic>
#include <fstream>
#include <future>
#include <sys/mount.h>

using namespace holdpoint;
using namespace holdpoint::host;

namespace {

/// Vendors that never answer.
class Silence final : public engine::Dispatcher {
public:
    void dispatch(const VendorCall&) override {}
};

/// How often it was told that the disk is full, and that it is not any more.
class Alarms final : public engine::Publisher {
public:
    void published(const engine::Batch&) override {}
    void stands(const engine::Standing& standing) override
    {
        if (standing.storeFull != isFull)
            ++(standing.storeFull ? raised : ended);
        isFull = standing.storeFull;
    }
    bool isFull = false;  // engine thread
    std::atomic<int> raised{0}, ended{0};
};

std::string placed(int number)
{
    const std::string n = std::to_string(number);
    return R"({"specversion":"1.0","id":"p)" + n + R"(","source":"shop","type":"order.placed","subject":")" +
           n +
           R"(","data":{"currency":"EUR","total":"20.00","lines":[{"line":1,"sku":"HAT","units":1,"price":"20.00"}]}})";
}

}  // namespace

/// A disk without room under a running engine: intake is refused in words, reads go on, commands are still recorded, it is
/// told once, and with room again all goes on.
class FullTest : public QObject {
    Q_OBJECT

private:
    using Class = EngineHost::InputClass;

    static std::unique_ptr<EngineHost> hostOn(const std::filesystem::path& folder, std::uint64_t reserve,
                                              Alarms& alarms)
    {
        EngineHost::Options options;
        options.publisher = &alarms;
        options.store = store::StoreOptions::onDisk(folder);
        options.store.reserveBytes = reserve;
        LabWorld::Options world;
        world.folder = folder;
        options.policy = [world](Dictionary& names) { return labPolicy(names, world); };
        options.dispatcher = [](EngineHost::AnswerSink) -> Result<std::unique_ptr<engine::Dispatcher>> {
            return std::make_unique<Silence>();
        };
        auto host = EngineHost::start(std::move(options));
        if (!host)
            qFatal("%s", host.error().detail.c_str());
        return std::move(*host);
    }
    static engine::Outcome wait(EngineHost& host, engine::Input input, Class cls)
    {
        auto told = std::make_shared<std::promise<engine::Outcome>>();
        const auto posted =
            host.post(std::move(input), cls, [told](const engine::Outcome& o) { told->set_value(o); });
        if (posted)
            return told->get_future().get();
        engine::Outcome refused;
        refused.failed = true;
        refused.code = posted.error().code;
        refused.detail = posted.error().detail;
        return refused;
    }
    static engine::Outcome event(EngineHost& host, int number)
    {
        engine::Input input;
        input.body = engine::EventBytes{placed(number), Lane::Live, 0};
        return wait(host, std::move(input), Class::Event);
    }
    static engine::Outcome command(EngineHost& host, const std::string& key, const std::string& what)
    {
        engine::CommandInput c;
        c.key = key;
        c.actor = "ada";
        c.role = Role::Engineer;
        c.what = what;
        engine::Input input;
        input.body = std::move(c);
        return wait(host, std::move(input), Class::Command);
    }
    static views::CheckReport read(const std::filesystem::path& folder)
    {
        auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder));
        auto report = reader ? views::check(**reader) : Result<views::CheckReport>(reader.error());
        if (!report)
            qFatal("%s", report.error().detail.c_str());
        return *report;
    }
    static void expectRefused(const engine::Outcome& outcome)
    {
        QVERIFY(outcome.failed);
        QCOMPARE(outcome.code, Code::Unavailable);
        QVERIFY2(outcome.detail.find("disk is full") != std::string::npos, outcome.detail.c_str());
    }
    /// From the moment it is full until `makeRoom`.
    static void whileFull(EngineHost& host, const Alarms& alarms, const std::filesystem::path& folder,
                          const std::function<void()>& makeRoom)
    {
        const FrameNo before = read(folder).frames;
        for (int number = 100; number < 105; ++number)
            expectRefused(event(host, number));
        QVERIFY(!host.state().full.empty());  // one sentence, however often it struck
        QVERIFY(!host.state().halted);
        QCOMPARE(read(folder).frames, before);

        const engine::Outcome stopped = command(host, "k1", "stop_intake");
        QVERIFY2(!stopped.failed, stopped.detail.c_str());
        const engine::Outcome reopened = command(host, "k2", "reopen_intake");
        QVERIFY2(!reopened.failed, reopened.detail.c_str());
        expectRefused(event(host, 105));

        const views::CheckReport report = read(folder);
        QVERIFY(report.agrees());
        QVERIFY(report.frames > before);
        QVERIFY(!host.state().full.empty());
        QCOMPARE(alarms.raised.load(), 1);
        QCOMPARE(alarms.ended.load(), 0);

        makeRoom();
        QTRY_VERIFY_WITH_TIMEOUT(host.state().full.empty(), 10'000);
        QCOMPARE(alarms.raised.load(), 1);
        QCOMPARE(alarms.ended.load(), 1);
        for (int number = 100; number < 106; ++number) {
            const engine::Outcome taken = event(host, number);
            QVERIFY2(!taken.failed && taken.disposition == EventDisposition::Accepted, taken.detail.c_str());
        }
        QVERIFY(read(folder).agrees());
        QCOMPARE(read(folder).numbers.ordersAccepted(), 7);
    }

private slots:
    void on_a_disk_that_says_so()
    {
        const QTemporaryDir place;
        const std::filesystem::path folder = place.filePath("store").toStdString();
        Alarms alarms;
        const auto host = hostOn(folder, 1 << 20, alarms);
        QVERIFY(!event(*host, 1).failed);
        fire::Plan plan{fire::Fault::Full, 1, true, folder.string(), store::StorePaths{folder}.reserve()};
        fire::arm(plan);
        whileFull(*host, alarms, folder, [] { fire::disarm(); });
    }
    void on_a_small_file_system()
    {
        const QTemporaryDir place;
        const QByteArray path = place.path().toLocal8Bit();
        if (!fire::mountForUsAlone() || ::mount("none", path, "tmpfs", 0, "size=24m") != 0)
            QSKIP("mounting a small file system is not allowed here");
        const auto unmount = qScopeGuard([&] { ::umount2(path, MNT_DETACH); });
        const std::filesystem::path folder = place.filePath("store").toStdString();
        Alarms alarms;
        const auto host = hostOn(folder, 8 << 20, alarms);
        QVERIFY(!event(*host, 1).failed);
        const std::filesystem::path ballast = place.filePath("ballast").toStdString();
        std::ofstream out(ballast, std::ios::binary);
        const std::string block(4096, 'x');
        while (out.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
        out.close();
        whileFull(*host, alarms, folder, [&] { std::filesystem::remove(ballast); });
    }
};

QTEST_GUILESS_MAIN(FullTest)
#include "tst_full.moc"
