// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/faulty_store.h"

#include "core/store/sqlite_store.h"
#include "tests/support/frames.h"
#include "tests/support/memory_disk.h"

#include <QtTest>

using namespace holdpoint;
using namespace holdpoint::test;
using engine::CommitFailure;
using engine::Durability;

/// The tests' own liar tells exactly the lies it was asked for.
class FaultyStores : public QObject {
    Q_OBJECT

private slots:
    void init();
    void passes_what_is_not_planned();
    void dies_before();
    void dies_after();
    void says_no();
    void says_full_until_it_is_not();
    void unknown_and_stored();
    void unknown_and_not_stored();

private:
    Result<Durability> commit();
    FrameNo storedFrames();

    std::unique_ptr<MemoryDisk> disk_;
    std::unique_ptr<store::SqliteStore> real_;
    std::unique_ptr<FaultyStore> store_;
    engine::Lease lease_;
    std::uint64_t serial_ = 0;
};

void FaultyStores::init()
{
    store_.reset();
    real_.reset();
    disk_ = std::make_unique<MemoryDisk>();
    real_ = std::make_unique<store::SqliteStore>(disk_->options());
    store_ = std::make_unique<FaultyStore>(*real_);
    lease_ = store_->acquire(0, "test", {}).value();
}

Result<Durability> FaultyStores::commit()
{
    FrameBuilder frame(lease_);
    frame.begin();
    frame.step(order(++serial_), "x");
    return store_->commit(lease_, frame.batch());
}

FrameNo FaultyStores::storedFrames()
{
    store::SqliteStore other(disk_->options());
    return other.acquire(0, "other", {})->lastFrame;
}

void FaultyStores::passes_what_is_not_planned()
{
    store_->at(2, StoreFault::NotCommitted);
    QCOMPARE(commit().value(), Durability::durable);
    QCOMPARE(lease_.lastFrame, FrameNo{1});
    QCOMPARE(commit().value(), Durability::notCommitted);
    QCOMPARE(commit().value(), Durability::durable);
    QCOMPARE(store_->commits(), std::uint64_t{3});
    QCOMPARE(storedFrames(), FrameNo{2});
}

void FaultyStores::dies_before()
{
    store_->at(1, StoreFault::CrashBefore);
    QVERIFY_THROWS_EXCEPTION(CrashNow, static_cast<void>(commit().has_value()));
    QCOMPARE(storedFrames(), FrameNo{0});
}

void FaultyStores::dies_after()
{
    store_->at(1, StoreFault::CrashAfter);
    QVERIFY_THROWS_EXCEPTION(CrashNow, static_cast<void>(commit().has_value()));
    QCOMPARE(storedFrames(), FrameNo{1});
}

void FaultyStores::says_no()
{
    store_->at(1, StoreFault::NotCommitted);
    QCOMPARE(commit().value(), Durability::notCommitted);
    QCOMPARE(store_->lastFailure(), CommitFailure::io);
    QCOMPARE(lease_.lastFrame, FrameNo{0});
    QCOMPARE(storedFrames(), FrameNo{0});
}

void FaultyStores::says_full_until_it_is_not()
{
    store_->from(1, StoreFault::Full);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(commit().value(), Durability::notCommitted);
    QCOMPARE(store_->lastFailure(), CommitFailure::full);
    store_->clear();
    QCOMPARE(commit().value(), Durability::durable);
    QCOMPARE(store_->lastFailure(), CommitFailure::none);
}

void FaultyStores::unknown_and_stored()
{
    store_->at(1, StoreFault::UnknownCommitted);
    QCOMPARE(commit().value(), Durability::unknown);
    QCOMPARE(lease_.lastFrame, FrameNo{0});
    QVERIFY(!commit());
    QVERIFY(!store_->open(lease_, {}, 1));
    lease_ = store_->acquire(0, "again", {}).value();
    QCOMPARE(lease_.lastFrame, FrameNo{1});
    QCOMPARE(commit().value(), Durability::durable);
}

void FaultyStores::unknown_and_not_stored()
{
    store_->at(1, StoreFault::UnknownNotCommitted);
    QCOMPARE(commit().value(), Durability::unknown);
    QVERIFY(!commit());
    lease_ = store_->acquire(0, "again", {}).value();
    QCOMPARE(lease_.lastFrame, FrameNo{0});
}

QTEST_APPLESS_MAIN(FaultyStores)
#include "tst_faulty_store.moc"
