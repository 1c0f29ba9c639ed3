// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_reader.h"
#include "tests/support/store_rig.h"

#include <QtTest>
#include <sys/mount.h>

using namespace holdpoint;
using namespace holdpoint::test;
using engine::CommitFailure;
using engine::Durability;

/// A disk without room: the frame is not stored as a whole, reads go on, and with room again everything does.
class FullDisk : public QObject {
    Q_OBJECT

private slots:
    void a_limit_of_pages();
    void a_small_file_system_with_a_reserve();

private:
    void fill(StoreRig& rig);
    void expectWhole(StoreRig& rig);

    std::uint64_t stored_ = 0;
};

void FullDisk::fill(StoreRig& rig)
{
    stored_ = 0;
    for (;;) {
        const auto done = rig.commitOrder(stored_ + 1, 20'000);
        QVERIFY2(done, done ? "" : done.error().detail.c_str());
        if (*done == Durability::notCommitted)
            break;
        QCOMPARE(*done, Durability::durable);
        QVERIFY2(++stored_ < 10'000, "never full");
    }
    QCOMPARE(rig.store->lastFailure(), CommitFailure::full);
    QVERIFY(stored_ > 0);
}

void FullDisk::expectWhole(StoreRig& rig)
{
    auto reader = store::StoreReader::open(rig.options);
    QVERIFY2(reader, reader ? "" : reader.error().detail.c_str());
    const auto chain = store::checkChain(**reader);
    QVERIFY(chain);
    QCOMPARE(chain->firstBroken, FrameNo{0});
    QCOMPARE(chain->frames, FrameNo{stored_});
    const auto open = rig.store->open(rig.lease, {}, 100'000);
    QCOMPARE(open->size(), std::size_t{stored_});
}

void FullDisk::a_limit_of_pages()
{
    QTemporaryDir folder;
    StoreRig rig(onDisk(folder.filePath("data").toStdString()));
    rig.options.maxPages = 100;
    QVERIFY(rig.open());
    fill(rig);
    QCOMPARE(rig.commitOrder(stored_ + 1, 20'000).value(), Durability::notCommitted);
    expectWhole(rig);
    rig.options.maxPages = 0;
    QVERIFY(rig.open());
    QCOMPARE(rig.lease.lastFrame, FrameNo{stored_});
    QVERIFY(rig.durable(rig.commitOrder(++stored_)));
    expectWhole(rig);
}

void FullDisk::a_small_file_system_with_a_reserve()
{
    QTemporaryDir folder;
    const QByteArray place = folder.path().toLocal8Bit();
    if (::mount("none", place, "tmpfs", 0, "size=48m") != 0)
        QSKIP("mounting a small file system is not allowed here");
    const auto unmount = qScopeGuard([&] { ::umount2(place, MNT_DETACH); });
    StoreRig rig(onDisk(folder.filePath("data").toStdString()));
    rig.options.reserveBytes = 20 << 20;
    QVERIFY(rig.open());
    fill(rig);
    expectWhole(rig);
    QCOMPARE(rig.commitOrder(stored_ + 1, 20'000).value(), Durability::notCommitted);

    QVERIFY(rig.store->releaseReserve());  // room for what operators do
    QVERIFY(rig.durable(rig.commitOrder(++stored_)));
    expectWhole(rig);

    for (;;) {  // and full again, with a reserve: it does not keep the store shut
        QVERIFY(rig.open());
        QCOMPARE(rig.lease.lastFrame, FrameNo{stored_});
        if (const auto done = rig.commitOrder(stored_ + 1, 100'000); !rig.durable(done))
            break;
        QVERIFY2(++stored_ < 10'000, "never full");
    }
    expectWhole(rig);
}

QTEST_APPLESS_MAIN(FullDisk)
#include "tst_full_disk.moc"
