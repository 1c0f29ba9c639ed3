// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memory_disk.h"
#include "tests/support/store_rig.h"

#include <QtTest>

using namespace holdpoint;
using namespace holdpoint::test;
using engine::CommitFailure;
using engine::Durability;

/// Two writers, or one that is wrong about what is stored: refused as a whole, and the store stays usable.
class Conflicts : public QObject {
    Q_OBJECT

private slots:
    void init();
    void another_version_than_stored();
    void an_entity_that_is_there_already();
    void an_entity_that_is_not_there();
    void a_key_that_is_taken();
    void the_same_text_in_another_space_is_another_key();
    void an_answer_to_what_is_not_planned();
    void a_name_that_is_taken();
    void a_holder_that_lost_its_lease();
    void a_lease_that_is_behind();
    void an_open_row_twice();
    void another_partition();

private:
    void expectConflict();

    std::unique_ptr<MemoryDisk> disk_;
    std::unique_ptr<StoreRig> rig_;
};

void Conflicts::init()
{
    rig_.reset();
    disk_ = std::make_unique<MemoryDisk>();
    rig_ = std::make_unique<StoreRig>(disk_->options());
    QVERIFY(rig_->open());
    QVERIFY(rig_->durable(rig_->commitOrder(1)));
}

// The frame of order 2 goes down with what conflicts, and a good frame after it is taken.
void Conflicts::expectConflict()
{
    rig_->frame->step(order(2), "innocent");
    const auto before = rig_->lease;
    const auto done = rig_->commit();
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::Conflict);
    QCOMPARE(rig_->store->lastFailure(), CommitFailure::conflict);
    QCOMPARE(rig_->lease.lastSeq, before.lastSeq);
    CollectSteps sink;
    const EntityId ids[] = {order(2)};
    QVERIFY(rig_->store->load(rig_->lease, ids, sink));
    QVERIFY(sink.bodies.empty());
    QVERIFY(rig_->durable(rig_->commitOrder(3)));
    QCOMPARE(rig_->store->lastFailure(), CommitFailure::none);
}

void Conflicts::another_version_than_stored()
{
    rig_->frame->step(order(1), "again").before = 2;
    expectConflict();
}

void Conflicts::an_entity_that_is_there_already()
{
    rig_->frame->step(order(1), "again").before = 0;
    expectConflict();
}

void Conflicts::an_entity_that_is_not_there()
{
    auto& row = rig_->frame->step(order(9), "");
    row.before = 1;
    row.version = 2;
    expectConflict();
}

void Conflicts::a_key_that_is_taken()
{
    rig_->frame->step(order(4), "");
    rig_->frame->key(1, "1", order(4));
    expectConflict();
}

void Conflicts::the_same_text_in_another_space_is_another_key()
{
    rig_->frame->step(order(4), "");
    rig_->frame->key(2, "1", order(4));
    QVERIFY(rig_->durable(rig_->commit()));
}

void Conflicts::an_answer_to_what_is_not_planned()
{
    rig_->frame->answered = {5};
    expectConflict();
}

void Conflicts::a_name_that_is_taken()
{
    rig_->frame->names = {{NameKind::Sku, 1, "A"}};
    QVERIFY(rig_->durable(rig_->commit()));
    rig_->frame->names = {{NameKind::Sku, 1, "B"}};
    expectConflict();
}

void Conflicts::a_holder_that_lost_its_lease()
{
    store::SqliteStore other(disk_->options());
    auto lease = other.acquire(0, "other", {});
    QVERIFY(lease);
    const auto done = rig_->commitOrder(2);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::Conflict);
    FrameBuilder frame(*lease);
    frame.begin();
    frame.step(order(7), "by the new holder");
    const auto taken = other.commit(*lease, frame.batch());
    QVERIFY(rig_->durable(taken));
}

void Conflicts::a_lease_that_is_behind()
{
    const engine::Lease behind = rig_->lease;
    QVERIFY(rig_->durable(rig_->commitOrder(2)));
    engine::Lease lease = behind;
    FrameBuilder frame(lease);
    frame.begin();
    frame.step(order(3), "");
    const auto done = rig_->store->commit(lease, frame.batch());
    QVERIFY(!done);
    QCOMPARE(done.error().code, Code::Conflict);
}

void Conflicts::an_open_row_twice()
{
    auto& row = rig_->frame->step(order(1), "");
    row.wasOpen = false;
    row.writeDue = true;
    expectConflict();
}

void Conflicts::another_partition()
{
    rig_->store.reset();
    store::SqliteStore other(disk_->options());
    const auto lease = other.acquire(1, "other", {});
    QVERIFY(!lease);
    QCOMPARE(lease.error().code, Code::Conflict);
    QVERIFY(other.acquire(0, "other", {}));
}

QTEST_APPLESS_MAIN(Conflicts)
#include "tst_conflicts.moc"
