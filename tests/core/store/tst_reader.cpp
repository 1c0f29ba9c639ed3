// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/store_reader.h"
#include "tests/support/memory_disk.h"
#include "tests/support/store_rig.h"

#include <QtTest>
#include <sqlite3.h>

using namespace holdpoint;
using namespace holdpoint::test;
using store::StoreReader;

/// What `SqliteStore` writes, read beside it.
class Reader : public QObject {
    Q_OBJECT

private slots:
    void init();
    void every_list_column_of_an_entity();
    void places_are_counted_per_kind();
    void every_list_column_of_an_exception();
    void open_exceptions_only();
    void stock_is_replaced();
    void series_add_up_within_their_minutes();
    void bodies_are_kept_once();
    void keys_by_space_and_by_text();
    void search_finds_over_all_buckets();
    void a_search_entry_may_come_twice();
    void outbox_by_page();
    void frames_and_steps();
    void the_chain_holds();
    void a_changed_step_breaks_the_chain();
    void a_missing_frame_breaks_the_chain();
    void a_moment_stays_while_the_holder_writes();
    void an_empty_folder_has_no_store();

private:
    void open();
    void commit() { QVERIFY(rig_->durable(rig_->commit())); }
    void tamper(const char* sql);

    std::unique_ptr<MemoryDisk> disk_;
    std::unique_ptr<StoreRig> rig_;
    std::unique_ptr<StoreReader> reader_;
};

void Reader::init()
{
    reader_.reset();
    rig_.reset();
    disk_ = std::make_unique<MemoryDisk>();
    rig_ = std::make_unique<StoreRig>(disk_->options());
    QVERIFY(rig_->open());
    open();
}

void Reader::open()
{
    auto reader = StoreReader::open(rig_->options);
    QVERIFY2(reader, reader ? "" : reader.error().detail.c_str());
    reader_ = std::move(*reader);
}

void Reader::tamper(const char* sql)
{
    auto database = store::Database::open(rig_->options.connection(false));
    QVERIFY(database);
    QVERIFY((*database)->execute(sql));
}

void Reader::every_list_column_of_an_entity()
{
    auto& row = rig_->frame->step(order(1), "a");
    row.place = 4;
    row.status = 3;
    row.lane = 2;
    row.owner = 1;
    row.due = {999};
    row.created = {-5};
    row.changed = {6};
    row.value = -7;
    row.currency = 8;
    row.slice = 9;
    row.channel = 10;
    row.region = 11;
    row.vendor = 12;
    row.flags = 13;
    commit();
    const auto e = reader_->entity(order(1));
    QVERIFY(e);
    QCOMPARE(e->id, order(1));
    QCOMPARE(e->version, Version{1});
    QCOMPARE(e->head, Seq{1});
    QCOMPARE((std::vector<int>{e->place, e->status, e->lane, e->owner}), (std::vector<int>{4, 3, 2, 1}));
    QCOMPARE(e->created, Instant{-5});
    QCOMPARE(e->changed, Instant{6});
    QCOMPARE(e->due, Instant{999});
    QVERIFY(e->wasOpen);
    QCOMPARE(e->value, std::int64_t{-7});
    QCOMPARE((std::vector<std::uint32_t>{e->currency, e->slice, e->channel, e->region, e->vendor, e->flags}),
             (std::vector<std::uint32_t>{8, 9, 10, 11, 12, 13}));
    QCOMPARE(reader_->entity(order(2)).error().code, Code::NotFound);

    auto& next = rig_->frame->step(order(1), "b");  // the update writes every column, too
    next.value = 70;
    next.flags = 130;
    next.finished = true;
    commit();
    const auto after = reader_->entity(order(1));
    QVERIFY(after);
    QCOMPARE(after->version, Version{2});
    QCOMPARE(after->value, std::int64_t{70});
    QCOMPARE(after->flags, std::uint32_t{130});
    QVERIFY(!after->wasOpen);
    QCOMPARE(after->due, Never);
}

void Reader::places_are_counted_per_kind()
{
    for (std::uint64_t serial = 1; serial <= 5; ++serial)
        rig_->frame->step(order(serial), "").place =
            static_cast<std::uint8_t>(serial < 3 ? Place::Intake : Place::Finished);
    rig_->frame->step(EntityId(9, 0, EntityKind::Node), "").place = static_cast<std::uint8_t>(Place::Intake);
    commit();
    const auto counts = reader_->places(EntityKind::Order);
    QVERIFY(counts);
    QCOMPARE((*counts)[static_cast<std::size_t>(Place::Intake)], 2);
    QCOMPARE((*counts)[static_cast<std::size_t>(Place::Finished)], 3);
    QCOMPARE((*counts)[static_cast<std::size_t>(Place::Awaited)], 0);
}

ExceptionItem sample()
{
    ExceptionItem x;
    x.id = order(1).with(EntityKind::Exception);
    x.about = order(1);
    x.version = 3;
    x.head = 17;
    x.state = ExceptionState::WaitingCustomer;
    x.category = ExceptionKind::ContractBreach;
    x.stage = Stage::Handoff;
    x.priority = Priority::P1;
    x.blocking = false;
    x.cls = FailureClass::Validation;
    x.code = {2};
    x.vendor = {3};
    x.node = {4};
    x.channel = {5};
    x.region = {6};
    x.currency = Currency::fromNumber(7);
    x.value = -8;
    x.lane = Lane::Drill;
    x.fingerprint = 0xF000'0000'0000'0009;
    x.opened = {10};
    x.due = {11};
    x.resolved = {12};
    x.resolution = Resolution::WrittenOff;
    x.rootCause = {13};
    x.assignee = {14};
    x.snoozedUntil = {15};
    x.reopened = 16;
    x.problems = 17;
    return x;
}

void Reader::every_list_column_of_an_exception()
{
    const ExceptionItem written = sample();
    rig_->frame->exceptions = {&written};
    commit();
    const auto list = reader_->exceptions(false, {}, 10);
    QVERIFY(list);
    QCOMPARE(list->size(), std::size_t{1});
    const ExceptionItem& x = list->front();
    QCOMPARE(x.id, written.id);
    QCOMPARE(x.about, written.about);
    QCOMPARE(x.version, written.version);
    QCOMPARE(x.head, written.head);
    QVERIFY(x.state == written.state && x.category == written.category && x.stage == written.stage);
    QVERIFY(x.priority == written.priority && x.blocking == written.blocking && x.cls == written.cls);
    QVERIFY(x.code == written.code && x.vendor == written.vendor && x.node == written.node);
    QVERIFY(x.channel == written.channel && x.region == written.region && x.currency == written.currency);
    QCOMPARE(x.value, written.value);
    QVERIFY(x.lane == written.lane);
    QCOMPARE(x.fingerprint, written.fingerprint);
    QCOMPARE(x.opened, written.opened);
    QCOMPARE(x.due, written.due);
    QCOMPARE(x.resolved, written.resolved);
    QVERIFY(x.resolution == written.resolution && x.rootCause == written.rootCause);
    QVERIFY(x.assignee == written.assignee);
    QCOMPARE(x.snoozedUntil, written.snoozedUntil);
    QCOMPARE(x.reopened, written.reopened);
    QCOMPARE(x.problems, written.problems);
}

void Reader::open_exceptions_only()
{
    ExceptionItem open = sample(), closed = sample();
    closed.id = order(2).with(EntityKind::Exception);
    closed.state = ExceptionState::Resolved;
    open.due = open.resolved = open.snoozedUntil = Never;
    rig_->frame->exceptions = {&open, &closed};
    commit();
    QCOMPARE(reader_->exceptions(false, {}, 10)->size(), std::size_t{2});
    QCOMPARE(reader_->exceptions(true, {}, 10)->size(), std::size_t{1});
    QCOMPARE(reader_->exceptions(true, {}, 10)->front().id, open.id);
    QCOMPARE(reader_->exceptions(true, {}, 10)->front().due, Never);
    open.state = ExceptionState::Resolved;
    rig_->frame->exceptions = {&open};
    commit();
    QVERIFY(reader_->exceptions(true, {}, 10)->empty());
    QCOMPARE(reader_->exceptions(false, open.id, 10)->size(), std::size_t{1});
}

void Reader::stock_is_replaced()
{
    Position first;
    first.version = 3;
    first.counted = 40;
    Position second = first;
    second.version = 4;
    second.counted = 43;
    second.reserved = 6;
    second.buffer = 7;
    second.countedAt = {8};
    second.moved = {{Instant{9}, -2}};
    const Position other;
    rig_->frame->stock = {{{1}, {2}, &first}, {{1}, {3}, &other}};
    commit();
    rig_->frame->stock = {{{1}, {2}, &second}};
    commit();
    const auto stock = reader_->stock();
    QVERIFY(stock);
    QCOMPARE(stock->size(), std::size_t{2});
    const store::StoredStock& row = stock->front();
    QVERIFY(row.node == NodeName{1} && row.sku == Sku{2});
    QCOMPARE(row.onHand, std::int64_t{41});
    QCOMPARE(
        (std::vector<std::int64_t>{static_cast<std::int64_t>(row.position.version), row.position.counted,
                                   row.position.reserved, row.position.buffer, row.position.countedAt.ms}),
        (std::vector<std::int64_t>{4, 43, 6, 7, 8}));
    QVERIFY(row.position.moved == second.moved);
}

void Reader::series_add_up_within_their_minutes()
{
    rig_->frame->series = {{1, 2, 100, 5, 1, 50}, {1, 2, 101, 5, 0, 7}, {1, 3, 100, 9, 9, 9}};
    commit();
    rig_->frame->series = {{1, 2, 100, 10, 2, -20}};
    commit();
    const auto both = reader_->series(1, 2, 100, 101);
    QVERIFY(both);
    QCOMPARE((std::vector<std::int64_t>{both->n, both->bad, both->sum}),
             (std::vector<std::int64_t>{20, 3, 37}));
    QCOMPARE(reader_->series(1, 2, 101, 200)->n, 5);
    QCOMPARE(reader_->series(1, 2, 102, 200)->n, 0);
    QCOMPARE(reader_->series(1, 2, 0, 99)->n, 0);
}

void Reader::bodies_are_kept_once()
{
    const Hash hash = sha256("raw");
    rig_->frame->bodies = {{hash, bytesOf("raw")}};
    commit();
    rig_->frame->bodies = {{hash, bytesOf("raw")}};
    commit();
    QCOMPARE(textOf(reader_->body(hash).value()), std::string_view("raw"));
    QCOMPARE(reader_->body(sha256("other")).error().code, Code::NotFound);
}

void Reader::keys_by_space_and_by_text()
{
    Dictionary names;
    const auto shop = names.intern<NameKind::Producer>("shop-eu");
    const auto wms = names.intern<NameKind::Producer>("wms-east");
    rig_->frame->names = names.added();
    for (std::uint64_t serial = 1; serial <= 2; ++serial)
        rig_->frame->step(order(serial), "");
    rig_->frame->key(shop.number, "77", order(1));
    rig_->frame->key(wms.number, "77", order(2));
    rig_->frame->key(shop.number, "78", order(1));
    commit();
    QCOMPARE(reader_->byKey(shop, "77").value(), order(1));
    QCOMPARE(reader_->byKey(wms, "77").value(), order(2));
    QVERIFY(reader_->byKey(wms, "78")->isNone());
    QCOMPARE(reader_->byText("77").value(), (std::vector<EntityId>{order(1), order(2)}));
    QCOMPARE(reader_->byText("78").value(), (std::vector<EntityId>{order(1)}));
    QVERIFY(reader_->byText("79")->empty());
}

// 10,000 entries are 2 full buckets of 4,096 and a part; frames of 700 do not end where buckets do.
void Reader::search_finds_over_all_buckets()
{
    constexpr int Entries = 10'000;
    for (int i = 0; i < Entries; ++i) {
        rig_->frame->find("event-" + std::to_string(i), order(static_cast<std::uint64_t>(i + 1)));
        if (i % 700 == 699 || i + 1 == Entries)
            commit();
    }
    for (const int i : {0, 699, 700, 4095, 4096, 8191, 8192, 9999})
        QCOMPARE(reader_->bySearch("event-" + std::to_string(i)).value(),
                 (std::vector<EntityId>{order(static_cast<std::uint64_t>(i + 1))}));
    QVERIFY(reader_->bySearch("event-10000")->empty());

    auto database = store::Database::open(rig_->options.connection(false)).value();
    const auto count = [&](const char* sql) { return database->integer(sql).value(); };
    QCOMPARE(count("SELECT count(*) FROM find WHERE bucket=0"), 4096);
    QCOMPARE(count("SELECT count(*) FROM find WHERE bucket=1"), 4096);
    QCOMPARE(count("SELECT count(*) FROM find WHERE bucket=2"), Entries - 2 * 4096);
    QVERIFY(count("SELECT max(hash) FROM find") < std::int64_t{1} << 56);
    QCOMPARE(reader_->head()->finds, std::uint64_t{Entries});

    QVERIFY(rig_->open());  // the count goes on after a restart
    rig_->frame->find("after", order(1));
    commit();
    QCOMPARE(reader_->head()->finds, std::uint64_t{Entries + 1});
    QCOMPARE(reader_->bySearch("after").value(), (std::vector<EntityId>{order(1)}));
}

void Reader::a_search_entry_may_come_twice()
{
    rig_->frame->find("trace", order(1));
    rig_->frame->find("trace", order(1));
    rig_->frame->find("trace", order(2));
    commit();
    auto found = reader_->bySearch("trace").value();
    std::sort(found.begin(), found.end());
    QCOMPARE(found, (std::vector<EntityId>{order(1), order(2)}));
}

void Reader::outbox_by_page()
{
    rig_->frame->planned = {{1, order(1), {4}, bytesOf("a")}, {2, order(2), {4}, bytesOf("b")}};
    commit();
    QCOMPARE(reader_->outbox(0, 10)->size(), std::size_t{2});
    QCOMPARE(reader_->outbox(1, 10)->size(), std::size_t{1});
    QCOMPARE(reader_->outbox(1, 10)->front().entity, order(2));
}

void Reader::frames_and_steps()
{
    for (std::uint64_t serial = 1; serial <= 3; ++serial) {
        rig_->frame->begin({static_cast<std::int64_t>(serial * 10)});
        rig_->frame->step(order(serial), "first");
        rig_->frame->step(order(serial), "second");
        commit();
    }
    std::vector<store::FrameRow> frames;
    QVERIFY(reader_->frames(2, 9, [&](const store::FrameRow& row) {
        frames.push_back(row);
        return true;
    }));
    QCOMPARE(frames.size(), std::size_t{2});
    QCOMPARE(frames[0].number, FrameNo{2});
    QCOMPARE(frames[0].lastSeq, Seq{4});
    QCOMPARE(frames[0].at, Instant{20});
    QVERIFY(frames[1].hash == rig_->lease.chain);
    CollectSteps sink;
    QVERIFY(reader_->steps(4, 5, sink));
    QCOMPARE(sink.bodies, (std::vector<std::string>{"second", "first"}));
    QCOMPARE(sink.steps[0].entity, order(2));
    CollectSteps timeline;
    QVERIFY(reader_->timeline(order(3), timeline));
    QCOMPARE(timeline.bodies, (std::vector<std::string>{"first", "second"}));
}

void Reader::the_chain_holds()
{
    QCOMPARE(store::checkChain(*reader_)->frames, FrameNo{0});
    for (std::uint64_t serial = 1; serial <= 20; ++serial)
        QVERIFY(rig_->durable(rig_->commitOrder(serial, serial)));
    QVERIFY(rig_->durable(rig_->commit()));  // a frame without steps
    const auto all = store::checkChain(*reader_);
    QVERIFY(all);
    QCOMPARE(all->firstBroken, FrameNo{0});
    QCOMPARE(all->frames, FrameNo{21});
    QCOMPARE(all->steps, Seq{20});
    QVERIFY(all->head == rig_->lease.chain);
    const auto part = store::checkChain(*reader_, 15);
    QCOMPARE(part->frames, FrameNo{7});
    QVERIFY(part->head == rig_->lease.chain);
}

void Reader::a_changed_step_breaks_the_chain()
{
    for (std::uint64_t serial = 1; serial <= 5; ++serial)
        QVERIFY(rig_->durable(rig_->commitOrder(serial)));
    tamper("UPDATE step SET body=x'00' WHERE seq=3");
    QCOMPARE(store::checkChain(*reader_)->firstBroken, FrameNo{3});
    QCOMPARE(store::checkChain(*reader_, 4)->firstBroken, FrameNo{0});
}

void Reader::a_missing_frame_breaks_the_chain()
{
    for (std::uint64_t serial = 1; serial <= 5; ++serial)
        QVERIFY(rig_->durable(rig_->commitOrder(serial)));
    tamper("DELETE FROM frame WHERE number=2");
    QCOMPARE(store::checkChain(*reader_)->firstBroken, FrameNo{3});
}

void Reader::a_moment_stays_while_the_holder_writes()
{
    QTemporaryDir folder;
    reader_.reset();
    rig_ = std::make_unique<StoreRig>(onDisk(folder.filePath("data").toStdString()));
    QVERIFY(rig_->open());
    QVERIFY(rig_->durable(rig_->commitOrder(1)));
    open();
    QVERIFY(reader_->begin());
    QVERIFY(rig_->durable(rig_->commitOrder(2)));
    QCOMPARE(reader_->head()->lease.lastFrame, FrameNo{1});
    QCOMPARE(reader_->entity(order(2)).error().code, Code::NotFound);
    reader_->end();
    QCOMPARE(reader_->head()->lease.lastFrame, FrameNo{2});
    QVERIFY(reader_->entity(order(2)));
}

void Reader::an_empty_folder_has_no_store()
{
    QTemporaryDir folder;
    const auto reader = StoreReader::open(onDisk(folder.path().toStdString()));
    QVERIFY(!reader);
    QCOMPARE(reader.error().code, Code::NotFound);
    QVERIFY(QDir(folder.path()).isEmpty());
}

QTEST_APPLESS_MAIN(Reader)
#include "tst_reader.moc"
