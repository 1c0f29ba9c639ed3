// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/search/parse.h"
#include "core/views/exception_board.h"

#include <QTest>
#include <algorithm>
#include <map>

using namespace holdpoint;
using namespace holdpoint::views;

namespace {

constexpr Instant Now{1'000'000'000};
constexpr std::int64_t Minute = 60'000;

class Queue {
public:
    Queue()
    {
        for (const char* vendor : {"WMS-East", "WMS-West", "pay"})
            names.intern<NameKind::Vendor>(vendor);
        for (const char* code : {"422", "timeout", "out_of_stock"})
            names.intern<NameKind::Code>(code);
        names.intern<NameKind::Actor>("ada");
        names.intern<NameKind::Region>("eu");
    }

    static BoardRow item(std::uint64_t serial)
    {
        BoardRow row;
        row.id = EntityId(serial, static_cast<int>(serial % 1024), EntityKind::Exception);
        row.vendor = {1};
        row.code = {1};
        row.region = {1};
        row.currency = Currency::parse("EUR").value();
        row.value = 2000;
        row.fingerprint = 7;
        row.opened = Now - Milliseconds{Minute};
        row.due = Now + Milliseconds{60 * Minute};
        return row;
    }

    [[nodiscard]] search::Filter filter(const std::string& text) const
    {
        const auto query = search::parse(text);
        if (!query)
            throw std::runtime_error(query.error().detail);
        search::Context context;
        context.now = Now;
        return {query->root, context};
    }

    [[nodiscard]] std::vector<std::uint64_t> serials(const std::string& text) const
    {
        const auto query = search::parse(text);
        BoardOrder order;
        if (query && !query->sort.empty())
            order.keys = query->sort;
        std::vector<std::uint64_t> out;
        for (const EntityId id : board.select(filter(text), order, viewer, names))
            out.push_back(id.serial());
        return out;
    }

    Dictionary names;
    ExceptionBoard board;
    BoardViewer viewer{Now, "ada"};
};

using Serials = std::vector<std::uint64_t>;

BoardRow randomItem(SeededRng& rng, std::uint64_t serial)
{
    BoardRow row = Queue::item(serial);
    row.state = static_cast<ExceptionState>(rng.below(6));
    row.category = static_cast<ExceptionKind>(rng.below(8));
    row.stage = static_cast<Stage>(rng.below(6));
    row.priority = static_cast<Priority>(rng.below(4));
    row.cls = static_cast<FailureClass>(rng.below(6));
    row.vendor = {static_cast<std::uint32_t>(rng.below(4))};
    row.code = {static_cast<std::uint32_t>(rng.below(4))};
    row.assignee = {static_cast<std::uint32_t>(rng.below(2))};
    row.value = static_cast<std::int64_t>(rng.below(500'000));
    row.fingerprint = rng.below(20);
    row.due = rng.chance(100'000)
                  ? Never
                  : Instant{Now.ms + static_cast<std::int64_t>(rng.below(240)) * Minute - 60 * Minute};
    row.reopened = static_cast<std::uint8_t>(rng.below(3));
    return row;
}

}  // namespace

class ExceptionBoardTest : public QObject {
    Q_OBJECT

private slots:
    void aRowStaysWithinItsBudget() { QVERIFY(ExceptionBoard::RowBytes <= 64); }
    void keepsEveryFieldOfARow()
    {
        Queue queue;
        SeededRng rng(1);
        BoardRow row = randomItem(rng, 42);
        row.about = EntityKind::Node;
        row.blocking = false;
        row.lane = Lane::Drill;
        row.problems = 3;
        row.snoozedUntil = Now;
        row.state = ExceptionState::Working;
        row.vendor = {2};
        row.assignee = {1};
        QVERIFY(queue.board.apply(row));
        QVERIFY(!queue.board.apply(row));  // nothing new
        session::ExceptionRow out;
        QVERIFY(queue.board.row(row.id, queue.names, out));
        QCOMPARE(out.about, row.id.with(EntityKind::Node));
        QCOMPARE(out.state, ExceptionState::Working);
        QCOMPARE(out.category, row.category);
        QCOMPARE(out.stage, row.stage);
        QCOMPARE(out.priority, row.priority);
        QVERIFY(!out.blocking);
        QCOMPARE(out.cls, row.cls);
        QCOMPARE(out.lane, Lane::Drill);
        QCOMPARE(out.vendor, std::string("WMS-West"));
        QCOMPARE(out.region, std::string("eu"));
        QCOMPARE(out.assignee, std::string("ada"));
        QVERIFY(out.value == (Money{row.value, row.currency}));
        QCOMPARE(out.opened, row.opened);
        QCOMPARE(out.due, row.due);
        QCOMPARE(out.snoozedUntil, Now);
        QCOMPARE(int{out.reopened}, int{row.reopened});
        QCOMPARE(int{out.problems}, 3);
        QCOMPARE(out.group, row.fingerprint);
    }
    void resolvedItemsLeave()
    {
        Queue queue;
        for (std::uint64_t serial : {1, 2, 3})
            queue.board.apply(Queue::item(serial));
        BoardRow done = Queue::item(1);
        done.state = ExceptionState::Resolved;
        QVERIFY(queue.board.apply(done));
        QVERIFY(!queue.board.apply(done));
        QCOMPARE(queue.serials(""), (Serials{2, 3}));
        QVERIFY(!queue.board.contains(done.id));
        queue.board.apply(Queue::item(1));  // reopened
        QCOMPARE(queue.serials(""), (Serials{1, 2, 3}));
    }
    void sortsByWhatIsAsked()
    {
        Queue queue;
        BoardRow a = Queue::item(1), b = Queue::item(2), c = Queue::item(3);
        a.due = Now + Milliseconds{3};
        b.due = Now + Milliseconds{1};
        c.due = Now + Milliseconds{2};
        a.priority = Priority::P1;
        b.priority = c.priority = Priority::P2;
        b.opened = Now - Milliseconds{9};
        c.value = 5000;
        for (const BoardRow& row : {a, b, c})
            queue.board.apply(row);
        QCOMPARE(queue.serials(""), (Serials{2, 3, 1}));  // by SLA
        QCOMPARE(queue.serials("sort:-sla"), (Serials{1, 3, 2}));
        QCOMPARE(queue.serials("sort:priority"), (Serials{1, 2, 3}));
        QCOMPARE(queue.serials("sort:priority sort:sla"), (Serials{1, 2, 3}));
        QCOMPARE(queue.serials("sort:opened"), (Serials{1, 3, 2}));
        QCOMPARE(queue.serials("sort:age"), (Serials{2, 1, 3}));
        QCOMPARE(queue.serials("sort:-value"), (Serials{3, 1, 2}));
        QCOMPARE(queue.serials("sort:-id"), (Serials{3, 2, 1}));
    }
    void wordsOfTheQueue()
    {
        Queue queue;
        BoardRow mine = Queue::item(1), late = Queue::item(2), near = Queue::item(3), asleep = Queue::item(4);
        mine.assignee = {1};
        mine.state = ExceptionState::WaitingEngine;
        late.due = Now - Milliseconds{1};
        late.state = ExceptionState::WaitingVendor;
        near.due = Now + Milliseconds{15 * Minute};
        near.reopened = 1;
        asleep.snoozedUntil = Now + Milliseconds{1};
        asleep.problems = 2;
        asleep.state = ExceptionState::Triaged;
        for (const BoardRow& row : {mine, late, near, asleep})
            queue.board.apply(row);
        QCOMPARE(queue.serials("is:mine"), (Serials{1}));
        QCOMPARE(queue.serials("is:unassigned sort:id"), (Serials{2, 3, 4}));
        QCOMPARE(queue.serials("is:breached"), (Serials{2}));
        QCOMPARE(queue.serials("is:breaching"), (Serials{3}));
        QCOMPARE(queue.serials("is:retrying"), (Serials{1}));
        QCOMPARE(queue.serials("is:waiting"), (Serials{2}));
        QCOMPARE(queue.serials("is:new"), (Serials{3}));
        QCOMPARE(queue.serials("is:reopened"), (Serials{3}));
        QCOMPARE(queue.serials("is:snoozed"), (Serials{4}));
        QCOMPARE(queue.serials("is:merged"), (Serials{4}));
        QCOMPARE(queue.serials("is:mine,snoozed sort:id"), (Serials{1, 4}));
        QCOMPARE(queue.serials("sla:<1h sort:id"), (Serials{2, 3}));
        QCOMPARE(queue.serials("vendor:wms-east code:422 region:eu").size(), std::size_t{4});
        QCOMPARE(queue.serials("vendor:wms-west").size(), std::size_t{0});
        QCOMPARE(queue.serials("X-3.3"), (Serials{3}));
        QCOMPARE(queue.serials("O-3.3"), (Serials{3}));
        QCOMPARE(queue.serials("value:20").size(), std::size_t{4});
    }
    void groupsCountWhatWasSelected()
    {
        Queue queue;
        for (std::uint64_t serial = 1; serial <= 5; ++serial) {
            BoardRow row = Queue::item(serial);
            row.fingerprint = serial % 2;
            row.priority = serial == 4 ? Priority::P1 : Priority::P3;
            row.due = Now + Milliseconds{static_cast<std::int64_t>(serial)};
            queue.board.apply(row);
        }
        const auto groups = queue.board.groups(queue.filter("-X-5.5"), queue.viewer, queue.names);
        QCOMPARE(groups.size(), std::size_t{2});
        QCOMPARE(groups[0].fingerprint, std::uint64_t{0});
        QCOMPARE(groups[0].count, std::size_t{2});
        QCOMPARE(groups[0].priority, Priority::P1);
        QCOMPARE(groups[0].example.serial(), std::uint64_t{4});
        QCOMPARE(groups[0].due, Now + Milliseconds{2});
        QCOMPARE(groups[1].count, std::size_t{2});
        QCOMPARE(groups[1].vendor, std::string("WMS-East"));
    }
    void aGroupNamesItsOwnerOnlyIfItIsAllOfIt()
    {
        Queue queue;
        for (std::uint64_t serial = 1; serial <= 5; ++serial) {
            BoardRow row = Queue::item(serial);
            row.fingerprint = serial <= 2 ? 0 : 1;
            row.assignee = {serial <= 3 ? 1U : 0U};
            queue.board.apply(row);
        }
        const auto groups = queue.board.groups(queue.filter(""), queue.viewer, queue.names);
        QCOMPARE(groups.size(), std::size_t{2});
        for (const auto& group : groups) {
            QCOMPARE(group.owned, group.fingerprint == 0 ? std::size_t{2} : std::size_t{1});
            QCOMPARE(group.owner, group.fingerprint == 0 ? std::string("ada") : std::string());
        }
    }
    void orderIsByEachKeyAndThenById()
    {
        constexpr std::uint64_t seed = 13;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        SeededRng rng(seed);
        Queue queue;
        for (int i = 0; i < 3'000; ++i) {
            BoardRow row = randomItem(rng, 1 + rng.below(100'000));
            row.value =
                static_cast<std::int64_t>(rng.below(40)) - 20;  // many alike, on both sides of nothing
            queue.board.apply(row);
        }
        const BoardOrder order{{{search::SortWord::Value, true}, {search::SortWord::Priority, false}}};
        const auto ids = queue.board.select(queue.filter(""), order, queue.viewer, queue.names);
        QVERIFY(ids.size() > 2'000);
        const auto key = [&](EntityId id) {
            session::ExceptionRow row;
            queue.board.row(id, queue.names, row);
            return std::tuple(-row.value.minor, row.priority, id);
        };
        for (std::size_t i = 1; i < ids.size(); ++i)
            QVERIFY(key(ids[i - 1]) < key(ids[i]));
    }
    void tablesSayWhatRowsSay()
    {
        constexpr std::uint64_t seed = 12;
        qInfo("seed %llu", static_cast<unsigned long long>(seed));
        SeededRng rng(seed);
        Queue queue;
        std::map<std::uint64_t, bool> open;
        for (int i = 0; i < 5'000; ++i) {
            BoardRow row = randomItem(rng, 1 + rng.below(2'000));
            if (rng.chance(200'000))
                row.state = ExceptionState::Resolved;
            queue.board.apply(row);
            open[row.id.serial()] = row.state != ExceptionState::Resolved;
        }
        const auto expected = static_cast<std::size_t>(
            std::count_if(open.begin(), open.end(), [](auto& o) { return o.second; }));
        QCOMPARE(queue.board.size(), expected);
        QCOMPARE(queue.serials("is:open").size(), expected);
        for (const char* text :
             {"vendor:WMS*", "vendor!=pay,WMS-East", "-vendor:*", "class:T,V state:new OR priority:p1",
              "stage:handoff -is:breached", "cat:failed_order (code:422 OR code:timeout)",
              "value:>1000 sla:<30m", "wms", "owner:ada is:mine", "-wms", "42", "-1.3", "ada", "handoff",
              "group:0000000000000001"}) {
            const search::Filter filter = queue.filter(text);
            const auto ids = queue.board.select(filter, {}, queue.viewer, queue.names);
            QVERIFY2(!ids.empty() && ids.size() < expected, text);
            std::size_t alone = 0;
            for (const auto& [serial, isOpen] : open)
                alone +=
                    queue.board.matches(Queue::item(serial).id, filter, queue.viewer, queue.names) ? 1 : 0;
            QCOMPARE(ids.size(), alone);
            for (const EntityId id : ids)
                QVERIFY2(queue.board.matches(id, filter, queue.viewer, queue.names), text);
        }
    }
};

QTEST_APPLESS_MAIN(ExceptionBoardTest)
#include "tst_exception_board.moc"
