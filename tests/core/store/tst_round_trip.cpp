// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite_store.h"
#include "tests/support/frames.h"
#include "tests/support/memory_disk.h"

#include <QtTest>

using namespace holdpoint;
using namespace holdpoint::test;
using engine::Durability;
using store::SqliteStore;

/// What is committed is read again, by the same store and by one opened later. In memory and on disk.
class RoundTrip : public QObject {
    Q_OBJECT

private slots:
    void init();
    void steps_come_oldest_first();
    void an_unknown_entity_has_no_steps();
    void keys_resolve_in_their_order();
    void open_follows_due_and_finish();
    void outbox_is_planned_then_answered();
    void names_come_back();
    void stock_comes_back();
    void entities_of_one_kind_by_page();
    void the_lease_moves_to_the_new_head();
    void a_new_holder_stands_where_the_last_one_ended();
    void on_disk_the_same_survives_the_store();

private:
    void commit();

    std::unique_ptr<MemoryDisk> disk_;
    std::unique_ptr<SqliteStore> store_;
    engine::Lease lease_;
    std::unique_ptr<FrameBuilder> frame_;
};

void RoundTrip::init()
{
    store_.reset();
    disk_ = std::make_unique<MemoryDisk>();
    store_ = std::make_unique<SqliteStore>(disk_->options());
    auto lease = store_->acquire(3, "test", {});
    QVERIFY2(lease, lease ? "" : lease.error().detail.c_str());
    lease_ = *lease;
    frame_ = std::make_unique<FrameBuilder>(lease_);
    frame_->begin();
}

void RoundTrip::commit()
{
    auto done = store_->commit(lease_, frame_->batch());
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
    QCOMPARE(*done, Durability::durable);
    frame_->committed();
    frame_->begin();
}

void RoundTrip::steps_come_oldest_first()
{
    frame_->step(order(1), "placed");
    frame_->step(order(2), "other");
    frame_->step(order(1), "decided");
    commit();
    frame_->step(order(2), "more");
    frame_->step(order(1), "shipped");
    commit();

    CollectSteps sink;
    const EntityId ids[] = {order(1), order(2)};
    QVERIFY(store_->load(lease_, ids, sink));
    QCOMPARE(sink.bodies, (std::vector<std::string>{"placed", "decided", "shipped", "other", "more"}));
    QCOMPARE(sink.steps[2].seq, Seq{5});
    QCOMPARE(sink.steps[2].previous, Seq{2});
    QCOMPARE(sink.steps[0].previous, Seq{0});
    QCOMPARE(sink.steps[3].entity, order(2));
}

void RoundTrip::an_unknown_entity_has_no_steps()
{
    frame_->step(order(1), "placed");
    commit();
    CollectSteps sink;
    const EntityId ids[] = {order(2)};
    QVERIFY(store_->load(lease_, ids, sink));
    QVERIFY(sink.bodies.empty());
}

void RoundTrip::keys_resolve_in_their_order()
{
    frame_->step(order(1), "");
    frame_->step(order(2), "");
    frame_->key(1, "1001", order(1));
    frame_->key(1, "1002", order(2));
    frame_->key(2, "1001", order(2));
    commit();
    const engine::KeyRow keys[] = {
        {{2}, "1001", {}}, {{1}, "1003", {}}, {{1}, "1001", {}}, {{1}, "01001", {}}};
    std::array<EntityId, 4> found{order(9), order(9), order(9), order(9)};
    QVERIFY(store_->resolve(lease_, keys, found));
    QCOMPARE(found[0], order(2));
    QVERIFY(found[1].isNone());
    QCOMPARE(found[2], order(1));
    QVERIFY(found[3].isNone());
}

void RoundTrip::open_follows_due_and_finish()
{
    frame_->step(order(1), "").due = {500};
    frame_->step(order(2), "").due = Never;
    frame_->step(order(3), "").finished = true;
    commit();
    auto page = store_->open(lease_, {}, 10);
    QVERIFY(page);
    QCOMPARE(page->size(), std::size_t{2});
    QCOMPARE((*page)[0].due, Instant{500});
    QCOMPARE((*page)[1].due, Never);

    auto& moved = frame_->step(order(2), "");
    moved.due = {300};
    moved.writeDue = true;
    frame_->step(order(1), "").finished = true;
    commit();
    page = store_->open(lease_, {}, 10);
    QVERIFY(page);
    QCOMPARE(page->size(), std::size_t{1});
    QCOMPARE((*page)[0].id, order(2));
    QCOMPARE((*page)[0].due, Instant{300});

    frame_->step(order(2), "").due = {
        100};  // not written: a due that is too early would be, one too late not
    commit();
    page = store_->open(lease_, {}, 10);
    QCOMPARE((*page)[0].due, Instant{300});
    page = store_->open(lease_, order(2), 10);
    QVERIFY(page->empty());
}

void RoundTrip::outbox_is_planned_then_answered()
{
    frame_->step(order(1), "");
    frame_->planned = {{7, order(1), {4}, bytesOf("ship")}, {8, order(1), {4}, bytesOf("book")}};
    commit();
    auto page = store_->outbox(lease_, 0, 1);
    QVERIFY(page);
    QCOMPARE(page->size(), std::size_t{1});
    QCOMPARE((*page)[0].id, OutboxId{7});
    QCOMPARE((*page)[0].entity, order(1));
    QCOMPARE(textOf((*page)[0].body), std::string_view("ship"));
    frame_->answered = {7};
    commit();
    page = store_->outbox(lease_, 0, 10);
    QCOMPARE(page->size(), std::size_t{1});
    QCOMPARE((*page)[0].id, OutboxId{8});
}

void RoundTrip::names_come_back()
{
    Dictionary written;
    const auto sku = written.intern<NameKind::Sku>("A-1");
    const auto node = written.intern<NameKind::Node>("Süd");
    frame_->names = written.added();
    commit();
    Dictionary read;
    QVERIFY(store_->names(lease_, read));
    QCOMPARE(read.find<NameKind::Sku>("A-1"), sku);
    QCOMPARE(read.text(node), std::string("Süd"));
    QVERIFY(read.find<NameKind::Node>("A-1").isNone());
}

void RoundTrip::stock_comes_back()
{
    Position position;
    position.version = 3;
    position.counted = 40;
    frame_->stock = {{{1}, {2}, &position}};
    commit();
    position.version = 4;
    position.countedAt = {8};
    position.reserved = 6;
    position.buffer = 7;
    position.moved = {{{8}, -2}, {{9}, 5}};
    Position parcels;  // no SKU: how many of the day
    parcels.version = 20'000;
    parcels.counted = 12;
    frame_->stock = {{{1}, {2}, &position}, {{1}, {}, &parcels}};
    commit();
    StockBook book;
    QVERIFY(store_->stock(lease_, book));
    QCOMPARE(book.positions.size(), std::size_t{1});
    const Position* read = book.find({1}, {2});
    QVERIFY(read != nullptr);
    QCOMPARE((std::vector<std::int64_t>{static_cast<std::int64_t>(read->version), read->counted,
                                        read->countedAt.ms, read->reserved, read->buffer}),
             (std::vector<std::int64_t>{4, 40, 8, 6, 7}));
    QVERIFY(read->moved == position.moved);
    QCOMPARE(book.day, 20'000);
    QCOMPARE(book.parcelsToday.at(1), 12);
}

void RoundTrip::entities_of_one_kind_by_page()
{
    for (std::uint64_t serial = 1; serial <= 5; ++serial) {
        frame_->step(order(serial), "");
        frame_->step(order(serial).with(EntityKind::Exception), "");
    }
    commit();
    auto page = store_->entities(lease_, EntityKind::Order, {}, 3);
    QVERIFY(page);
    QCOMPARE(*page, (std::vector<EntityId>{order(1), order(2), order(3)}));
    page = store_->entities(lease_, EntityKind::Order, page->back(), 3);
    QCOMPARE(*page, (std::vector<EntityId>{order(4), order(5)}));
    page = store_->entities(lease_, EntityKind::Node, {}, 3);
    QVERIFY(page->empty());
}

void RoundTrip::the_lease_moves_to_the_new_head()
{
    frame_->begin({77});
    frame_->step(order(1), "a");
    frame_->step(order(2), "b");
    const engine::Batch batch = frame_->batch();
    const Hash chain = batch.chain;
    QVERIFY(store_->commit(lease_, batch));
    QCOMPARE(lease_.lastFrame, FrameNo{1});
    QCOMPARE(lease_.lastSeq, Seq{2});
    QCOMPARE(lease_.lastTime, Instant{77});
    QCOMPARE(lease_.serial, std::uint64_t{1});
    QVERIFY(lease_.chain == chain);
}

void RoundTrip::a_new_holder_stands_where_the_last_one_ended()
{
    frame_->begin({42});
    frame_->step(order(1), "a");
    commit();
    const engine::Lease before = lease_;
    store_ = std::make_unique<SqliteStore>(disk_->options());
    auto lease = store_->acquire(3, "next", {});
    QVERIFY(lease);
    QCOMPARE(lease->epoch, before.epoch + 1);
    QCOMPARE(lease->lastSeq, before.lastSeq);
    QCOMPARE(lease->lastFrame, before.lastFrame);
    QCOMPARE(lease->lastTime, Instant{42});
    QCOMPARE(lease->serial, before.serial);
    QVERIFY(lease->chain == before.chain);
}

void RoundTrip::on_disk_the_same_survives_the_store()
{
    QTemporaryDir folder;
    auto options = store::StoreOptions::onDisk(folder.filePath("data").toStdString());
    options.reserveBytes = 4096;
    store_ = std::make_unique<SqliteStore>(options);
    lease_ = store_->acquire(0, "first", {}).value();
    frame_->step(order(1), "placed");
    frame_->key(1, "1001", order(1));
    commit();
    store_.reset();

    store_ = std::make_unique<SqliteStore>(options);
    lease_ = store_->acquire(0, "second", {}).value();
    CollectSteps sink;
    const EntityId ids[] = {order(1)};
    QVERIFY(store_->load(lease_, ids, sink));
    QCOMPARE(sink.bodies, std::vector<std::string>{"placed"});
    const QFileInfo file(folder.filePath("data/holdpoint.db"));
    QVERIFY(file.exists());
    QCOMPARE(file.permissions() &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions());
}

QTEST_APPLESS_MAIN(RoundTrip)
#include "tst_round_trip.moc"
