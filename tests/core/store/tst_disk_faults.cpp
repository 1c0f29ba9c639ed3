// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_reader.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/quick_folder.h"
#include "tests/support/store_rig.h"

#include <QtTest>

using namespace holdpoint;
using namespace holdpoint::test;
using engine::CommitFailure;
using engine::Durability;

/// A disk that fails: what was said to be durable is there, what was said not to be is not, and after an fsync error
/// nothing more is written.
class DiskFaults : public QObject {
    Q_OBJECT

private slots:
    void init();
    void an_fsync_error_is_unknown_and_halts();
    void a_failing_log_write_is_unknown_and_halts();
    void a_full_disk_is_not_committed_and_passes();
    void a_full_disk_that_stays_full_lets_reads_go_on();
    void an_fsync_error_of_a_checkpoint_halts_the_next_commit();
    void a_read_error_is_told();
    void every_fault_at_every_call_data();
    void every_fault_at_every_call();

private:
    void open();
    void expectSteps(std::uint64_t serials);

    FaultVfs vfs_{"faulty"};
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<StoreRig> rig_;
};

void DiskFaults::init()
{
    vfs_.disarm();
    rig_.reset();
    folder_ = quickFolder();
    auto options = onDisk(folder_->filePath("data").toStdString());
    options.vfs = vfs_.name();
    rig_ = std::make_unique<StoreRig>(options);
    open();
    QVERIFY(rig_->durable(rig_->commitOrder(1)));
}

void DiskFaults::open()
{
    const auto opened = rig_->open();
    QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
}

void DiskFaults::an_fsync_error_is_unknown_and_halts()
{
    vfs_.arm(DiskFault::SyncError, 1);
    const auto done = rig_->commitOrder(2);
    QVERIFY(done);
    QCOMPARE(*done, Durability::unknown);
    QCOMPARE(vfs_.struck(), std::uint64_t{1});

    vfs_.disarm();  // the disk would work again; nothing may be written to what may have lost pages
    const auto syncs = vfs_.syncs();
    const auto next = rig_->commitOrder(3);
    QVERIFY(!next);
    QCOMPARE(next.error().code, Code::Unavailable);
    QVERIFY(!rig_->store->open(rig_->lease, {}, 1));
    QCOMPARE(vfs_.syncs(), syncs);

    open();
    QVERIFY(rig_->lease.lastFrame == 1 || rig_->lease.lastFrame == 2);
    QVERIFY(rig_->durable(rig_->commitOrder(4)));
}

void DiskFaults::a_failing_log_write_is_unknown_and_halts()
{
    vfs_.arm(DiskFault::WriteError, 1);
    const auto done = rig_->commitOrder(2);
    QVERIFY(done);
    QCOMPARE(*done, Durability::unknown);
    QCOMPARE(rig_->store->lastFailure(), CommitFailure::io);
    QVERIFY(!rig_->commitOrder(3));
    open();
    QCOMPARE(rig_->lease.lastFrame, FrameNo{1});
}

void DiskFaults::a_full_disk_is_not_committed_and_passes()
{
    vfs_.arm(DiskFault::Full, 1);
    const auto done = rig_->commitOrder(2);
    QVERIFY(done);
    QCOMPARE(*done, Durability::notCommitted);
    QCOMPARE(rig_->store->lastFailure(), CommitFailure::full);
    QCOMPARE(rig_->lease.lastFrame, FrameNo{1});
    vfs_.disarm();
    QVERIFY(rig_->durable(rig_->commitOrder(2)));
    QCOMPARE(rig_->store->lastFailure(), CommitFailure::none);
    open();
    QCOMPARE(rig_->lease.lastFrame, FrameNo{2});
}

void DiskFaults::a_full_disk_that_stays_full_lets_reads_go_on()
{
    vfs_.arm(DiskFault::Full, 1, true);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(rig_->commitOrder(2).value(), Durability::notCommitted);
    const auto page = rig_->store->open(rig_->lease, {}, 10);
    QVERIFY(page);
    QCOMPARE(page->size(), std::size_t{1});
}

void DiskFaults::an_fsync_error_of_a_checkpoint_halts_the_next_commit()
{
    const std::string large(std::size_t{20} << 20,
                            'x');  // beyond 4,000 pages: the commit is followed by a checkpoint
    rig_->frame->bodies = {{sha256("large"), bytesOf(large)}};
    vfs_.arm(DiskFault::SyncError, 2, true);  // the first is the commit's own
    const auto done = rig_->commit();
    QVERIFY(rig_->durable(done));
    QVERIFY(vfs_.struck() > 0);
    QCOMPARE(rig_->lease.lastFrame, FrameNo{2});
    vfs_.disarm();
    QVERIFY(!rig_->commitOrder(2));
    open();
    QCOMPARE(rig_->lease.lastFrame, FrameNo{2});
}

void DiskFaults::a_read_error_is_told()
{
    rig_->options.cacheMegabytes = 0;
    open();
    rig_->frame->step(order(5), std::string(100'000, 'x'));  // more than the cache keeps
    QVERIFY(rig_->durable(rig_->commit()));
    open();
    vfs_.arm(DiskFault::ReadError, 1, true);
    CollectSteps sink;
    const EntityId ids[] = {order(5)};
    const auto loaded = rig_->store->load(rig_->lease, ids, sink);
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, Code::Unavailable);
}

void DiskFaults::every_fault_at_every_call_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("sticky");
    for (const bool sticky : {false, true}) {
        const QByteArray how = sticky ? ", for good" : ", once";
        QTest::newRow("write error" + how) << static_cast<int>(DiskFault::WriteError) << sticky;
        QTest::newRow("torn write" + how) << static_cast<int>(DiskFault::TornWrite) << sticky;
        QTest::newRow("full" + how) << static_cast<int>(DiskFault::Full) << sticky;
        QTest::newRow("fsync error" + how) << static_cast<int>(DiskFault::SyncError) << sticky;
    }
}

// One fault at call 1, then at call 2 … until a run passes untouched; each run starts with the store that the last one
// left, and looks at all of it.
void DiskFaults::every_fault_at_every_call()
{
    QFETCH(int, fault);
    QFETCH(bool, sticky);
    constexpr int Commits = 6;
    std::uint64_t serial = 1;
    int runs = 0;
    for (std::uint64_t nth = 1;; ++nth, ++runs) {
        QVERIFY2(nth < 500, "no run passed untouched");
        FrameNo stored = rig_->lease.lastFrame;
        bool unknown = false;
        vfs_.arm(static_cast<DiskFault>(fault), nth, sticky);
        for (int i = 0; i < Commits && !unknown; ++i) {
            const auto done = rig_->commitOrder(++serial, 3000);
            if (!done)
                break;
            stored += *done == Durability::durable ? 1 : 0;
            unknown = *done == Durability::unknown;
        }
        const bool untouched = vfs_.struck() == 0;
        vfs_.disarm();
        open();
        const FrameNo found = rig_->lease.lastFrame;
        QVERIFY2(found == stored || (unknown && found == stored + 1),
                 qPrintable(QString("call %1: frame %2, told %3").arg(nth).arg(found).arg(stored)));
        auto reader = store::StoreReader::open(rig_->options);
        QVERIFY(reader);
        const auto chain = store::checkChain(**reader);
        QVERIFY(chain);
        QCOMPARE(chain->firstBroken, FrameNo{0});
        QCOMPARE(chain->frames, found);
        if (untouched)
            break;
    }
    QVERIFY2(runs >= Commits, "the fault struck in too few places to say anything");
}

QTEST_APPLESS_MAIN(DiskFaults)
#include "tst_disk_faults.moc"
