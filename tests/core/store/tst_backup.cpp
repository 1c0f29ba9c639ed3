// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup.h"

#include "core/store/store_reader.h"
#include "tests/support/quick_folder.h"
#include "tests/support/store_rig.h"

#include <QtTest>
#include <atomic>
#include <sys/stat.h>
#include <thread>

using namespace holdpoint;
using namespace holdpoint::test;

/// A copy of one moment while the holder writes, and the way back from it.
class Backup : public QObject {
    Q_OBJECT

private slots:
    void init();
    void holds_one_moment_while_the_holder_writes();
    void is_one_file_for_its_owner_alone();
    void restored_equals();
    void restoring_keeps_what_was_replaced();
    void restoring_over_a_crash_does_not_mix_logs();
    void restoring_is_refused_while_held();
    void restoring_a_damaged_copy_is_refused();
    void restoring_an_empty_file_is_refused();
    void restoring_ends_the_mark_of_corruption();
    void an_interrupted_restore_is_not_opened();
    void ended_by_its_caller_leaves_nothing();
    void nothing_to_copy();

private:
    [[nodiscard]] std::filesystem::path path(const char* name) const
    {
        return folder_->filePath(name).toStdString();
    }
    void make(std::uint64_t from, std::uint64_t to, std::size_t bytes = 100);

    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<StoreRig> rig_;
};

void Backup::init()
{
    rig_.reset();
    folder_ = quickFolder();
    rig_ = std::make_unique<StoreRig>(onDisk(folder_->filePath("data").toStdString()));
    QVERIFY(rig_->open());
}

void Backup::make(std::uint64_t from, std::uint64_t to, std::size_t bytes)
{
    for (std::uint64_t serial = from; serial <= to; ++serial)
        QVERIFY(rig_->durable(rig_->commitOrder(serial, bytes)));
}

void Backup::holds_one_moment_while_the_holder_writes()
{
    make(1, 500, 20'000);
    std::atomic<bool> stop{false};
    Result<> copied;
    std::atomic<int> steps{0};
    // The copy runs beside the commits; its progress waits until at least one of them happened during it.
    std::atomic<std::uint64_t> commits{0};
    std::thread copying([&] {
        copied = store::backup(rig_->options, path("copy.db"), [&](double) {
            const auto before = commits.load();
            while (commits.load() == before && !stop.load())
                std::this_thread::yield();
            ++steps;
            return true;
        });
        stop = true;
    });
    for (std::uint64_t serial = 501; !stop.load(); ++serial) {
        const auto done = rig_->commitOrder(serial);
        if (!rig_->durable(done))
            stop = true;
        ++commits;
    }
    copying.join();
    QVERIFY2(copied, copied ? "" : copied.error().detail.c_str());
    QVERIFY2(steps > 5, "the copy was too small to be met by a commit");
    const FrameNo last = rig_->lease.lastFrame;
    rig_->store.reset();

    QVERIFY(store::restore(path("copy.db"), rig_->options.paths));
    auto reader = store::StoreReader::open(rig_->options).value();
    const auto chain = store::checkChain(*reader).value();
    QCOMPARE(chain.firstBroken, FrameNo{0});
    QVERIFY(chain.frames >= 500 && chain.frames < last);
}

void Backup::is_one_file_for_its_owner_alone()
{
    make(1, 3);
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    QCOMPARE(QDir(folder_->path()).entryList({"copy*"}), QStringList{"copy.db"});
    struct stat status {};
    QCOMPARE(::stat(path("copy.db").c_str(), &status), 0);
    QCOMPARE(status.st_mode & 0777, mode_t{0600});
    QVERIFY(store::checkFile(path("copy.db")));
    QCOMPARE(QDir(folder_->path()).entryList({"copy*"}), QStringList{"copy.db"});
}

void Backup::restored_equals()
{
    make(1, 20);
    const engine::Lease before = rig_->lease;
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    make(21, 25);
    rig_->store.reset();
    QVERIFY(store::restore(path("copy.db"), rig_->options.paths));
    QVERIFY(rig_->open());
    QCOMPARE(rig_->lease.lastFrame, before.lastFrame);
    QVERIFY(rig_->lease.chain == before.chain);
    CollectSteps sink;
    const EntityId ids[] = {order(20), order(21)};
    QVERIFY(rig_->store->load(rig_->lease, ids, sink));
    QCOMPARE(sink.bodies.size(), std::size_t{1});
    QVERIFY(rig_->durable(rig_->commitOrder(21)));
}

void Backup::restoring_keeps_what_was_replaced()
{
    make(1, 3);
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    make(4, 9);
    rig_->store.reset();
    QVERIFY(store::restore(path("copy.db"), rig_->options.paths));
    auto replaced =
        store::Database::open({.path = path("data/holdpoint.db.replaced").string(), .vfs = {}}).value();
    QCOMPARE(replaced->integer("SELECT max(seq) FROM step").value(), 9);
    QVERIFY(!QFile::exists(folder_->filePath("data/holdpoint.db.restoring")));
    QVERIFY(!QFile::exists(folder_->filePath("data/holdpoint.db.part")));
}

// A holder that died leaves a log beside its file; applied to the restored file it would destroy it.
void Backup::restoring_over_a_crash_does_not_mix_logs()
{
    make(1, 3);
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    make(4, 9);
    QVERIFY(QDir().mkpath(folder_->filePath("crashed")));
    for (const char* file : {"holdpoint.db", "holdpoint.db-wal"})
        QVERIFY(QFile::copy(folder_->filePath(QString("data/") + file),
                            folder_->filePath(QString("crashed/") + file)));
    StoreRig crashed(onDisk(folder_->filePath("crashed").toStdString()));
    QVERIFY(store::restore(path("copy.db"), crashed.options.paths));
    QVERIFY(crashed.open());
    QCOMPARE(crashed.lease.lastFrame, FrameNo{3});
    auto replaced =
        store::Database::open({.path = path("crashed/holdpoint.db.replaced").string(), .vfs = {}}).value();
    QCOMPARE(replaced->integer("SELECT max(seq) FROM step").value(), 9);
}

void Backup::restoring_is_refused_while_held()
{
    make(1, 3);
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    make(4, 4);
    const auto restored = store::restore(path("copy.db"), rig_->options.paths);
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, Code::Conflict);
    QVERIFY(restored.error().detail.find("test") != std::string::npos);
    make(5, 5);
    QCOMPARE(rig_->lease.lastFrame, FrameNo{5});
}

void Backup::restoring_a_damaged_copy_is_refused()
{
    make(1, 200);
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    rig_->store.reset();
    QFile copy(folder_->filePath("copy.db"));
    QVERIFY(copy.open(QIODevice::ReadWrite) && copy.seek(copy.size() / 2));
    QVERIFY(copy.write(QByteArray(8192, '\x5A')) == 8192);
    copy.close();
    const auto restored = store::restore(path("copy.db"), rig_->options.paths);
    QVERIFY(!restored);
    QCOMPARE(restored.error().code, Code::Corrupt);
    QVERIFY(rig_->open());
    QCOMPARE(rig_->lease.lastFrame, FrameNo{200});
}

void Backup::restoring_an_empty_file_is_refused()
{
    make(1, 2);
    rig_->store.reset();
    QVERIFY(QFile(folder_->filePath("empty.db")).open(QIODevice::WriteOnly));
    QCOMPARE(store::restore(path("empty.db"), rig_->options.paths).error().code, Code::Corrupt);
    QCOMPARE(store::restore(path("none.db"), rig_->options.paths).error().code, Code::NotFound);
    QVERIFY(rig_->open());
    QCOMPARE(rig_->lease.lastFrame, FrameNo{2});
}

void Backup::restoring_ends_the_mark_of_corruption()
{
    make(1, 3);
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    rig_->store.reset();
    store::markCorrupt(rig_->options.paths, "planted");
    QCOMPARE(rig_->open().error().code, Code::Corrupt);
    QVERIFY(store::restore(path("copy.db"), rig_->options.paths));
    QVERIFY(rig_->open());
}

void Backup::an_interrupted_restore_is_not_opened()
{
    make(1, 3);
    QVERIFY(store::backup(rig_->options, path("copy.db")));
    rig_->store.reset();
    QVERIFY(QFile(folder_->filePath("data/holdpoint.db.restoring")).open(QIODevice::WriteOnly));
    QVERIFY(QFile::remove(folder_->filePath("data/holdpoint.db")));
    QCOMPARE(rig_->open().error().code, Code::Corrupt);
    QVERIFY(!QFile::exists(folder_->filePath("data/holdpoint.db")));  // no new, empty store in its place
    QVERIFY(store::restore(path("copy.db"), rig_->options.paths));
    QVERIFY(rig_->open());
    QCOMPARE(rig_->lease.lastFrame, FrameNo{3});
}

void Backup::ended_by_its_caller_leaves_nothing()
{
    make(1, 200, 20'000);
    const auto copied = store::backup(rig_->options, path("copy.db"), [](double part) { return part < 0.5; });
    QVERIFY(!copied);
    QCOMPARE(copied.error().code, Code::Unavailable);
    QVERIFY(QDir(folder_->path()).entryList({"copy*"}).isEmpty());
}

void Backup::nothing_to_copy()
{
    const auto copied = store::backup(onDisk(folder_->filePath("none").toStdString()), path("copy.db"));
    QVERIFY(!copied);
    QCOMPARE(copied.error().code, Code::NotFound);
    QVERIFY(!QFile::exists(folder_->filePath("copy.db")));
}

QTEST_APPLESS_MAIN(Backup)
#include "tst_backup.moc"
