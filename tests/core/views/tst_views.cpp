// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/timeline.h"
#include "core/views/views.h"
#include "launch.h"
#include "mailbox.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::test;
using session::ExceptionRow;
using session::GroupRow;
using session::List;
using session::OrderRow;
using session::Query;
using session::Window;

namespace {

/// A store with a day in it, views on it that hear of every frame, and one caller.
struct Console {
    explicit Console(std::size_t changes = 4096) : views({launch.rig.storeOptions(), 64, changes})
    {
        launch.day();
        launch.rig.tell(views);
        const auto started = views.start();
        if (!started)
            throw std::runtime_error(started.error().detail);
        session = views.session(mailbox.executor());
    }
    /// One more order that finds no stock: an exception.
    EntityId stuck(const std::string& number) { return launch.order(number, {{1, "SCARF", 1}}); }
    /// The lists have heard of all that the engine has done: what is watched from now on has it in its snapshot.
    void heard()
    {
        const Seq wanted = launch.rig.engine().lease().lastSeq;
        Watcher watcher;
        const auto id = session->watch({List::Exceptions, {}, "ada", {}, Never, Never}, {0, 1}, watcher);
        const auto isThere = [&] {
            return !watcher.known.parts.empty() && watcher.known.parts.front().seq >= wanted;
        };
        if (!mailbox.until(isThere))
            throw std::runtime_error("the lists do not hear of it");
        session->unwatch(id);
    }
    /// What it lacked is there now: its item is resolved for good.
    void mend(EntityId item)
    {
        launch.rig.stockUp("SCARF");
        launch.rig.command("resolve", item, "stock_was_wrong");
    }

    Launch launch;
    Mailbox mailbox;
    views::Views views;
    std::unique_ptr<views::ViewSession> session;
};

Query exceptions(const std::string& filter = {})
{
    return {List::Exceptions, filter, "ada", {}, Never, Never};
}
Query orders(const std::string& filter = {}) { return {List::Orders, filter, "ada", {}, Never, Never}; }

}  // namespace

class ViewsTest : public QObject {
    Q_OBJECT

private slots:
    void aWatchBeginsWithASnapshot()
    {
        Console c;
        Watcher watcher;
        c.session->watch(exceptions("is:open"), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{1});
        QCOMPARE(watcher.rows<ExceptionRow>().front().about, c.launch.rig.idOf("4"));
        QCOMPARE(watcher.snapshot.asOf.parts.front().seq, c.launch.rig.engine().lease().lastSeq);
        QCOMPARE(c.views.asOf(), watcher.snapshot.asOf);
    }
    void sinksAreCalledOnTheCallersExecutorOnly()
    {
        Console c;
        Watcher watcher;
        c.session->watch(exceptions(), {0, 10}, watcher);
        QVERIFY(c.mailbox.waitForMail());
        QCOMPARE(watcher.count, 0);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
    }
    void arrivalsWaitUntilTheyAreAccepted()
    {
        Console c;
        Watcher watcher;
        const auto watch = c.session->watch(exceptions("sort:id"), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        const auto first = watcher.snapshot.result;
        c.stuck("7");
        QVERIFY(c.mailbox.until([&] { return watcher.delta.waiting == 1; }));
        QCOMPARE(watcher.snapshots, 1);
        c.session->accept(watch);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 2; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{2});
        QVERIFY(watcher.snapshot.result != first);
    }
    void cellsOfTheWindowChangeInPlace()
    {
        Console c;
        Watcher watcher;
        c.session->watch(exceptions(), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        const EntityId item = watcher.rows<ExceptionRow>().front().id;
        QCOMPARE(watcher.rows<ExceptionRow>().front().state, ExceptionState::New);
        c.launch.rig.command("acknowledge", item);
        QVERIFY(c.mailbox.until([&] { return watcher.deltas > 0; }));
        QCOMPARE(watcher.delta.changed, (std::vector<std::size_t>{0}));
        QCOMPARE(std::get<std::vector<ExceptionRow>>(watcher.delta.rows).front().state,
                 ExceptionState::Triaged);
        QCOMPARE(watcher.delta.waiting, std::size_t{0});
    }
    void whatIsResolvedStaysInTheResultAndIsCountedAsGone()
    {
        Console c;
        Watcher watcher;
        const auto watch = c.session->watch(exceptions(), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        c.mend(watcher.rows<ExceptionRow>().front().id);
        QVERIFY(c.mailbox.until([&] { return watcher.delta.gone == 1; }));
        QCOMPARE(std::get<std::vector<ExceptionRow>>(watcher.delta.rows).front().state,
                 ExceptionState::Resolved);
        c.session->accept(watch);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 2; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{0});
    }
    void aFilterThatCannotBeReadSaysWhere()
    {
        Console c;
        Watcher watcher;
        c.session->watch(exceptions("is:open vender:A"), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.failures == 1; }));
        QCOMPARE(watcher.failed.error.code, Code::InvalidArgument);
        QCOMPARE(watcher.failed.at, std::size_t{8});
        QCOMPARE(watcher.failed.length, std::size_t{6});
        QCOMPARE(watcher.failed.nearest, std::string("vendor"));
    }
    void namesThatAreNewCanBeSearchedAtOnce()
    {
        Console c;
        Watcher watcher;
        c.session->watch(exceptions("region:mars"), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{0});
        c.launch.rig.post(c.launch.rig.event(
            "order.placed", "8",
            "{\"channel\":\"web\",\"region\":\"mars\",\"currency\":\"EUR\",\"total\":\"20.00\",\"lines\":[{\"line\":1,"
            "\"sku\":\"SCARF\",\"units\":1,\"price\":\"20.00\"}]}"));
        c.launch.rig.post(c.launch.authorised("8"));
        QVERIFY(c.mailbox.until([&] { return watcher.delta.waiting == 1; }));
    }
    void groupsCountTheirItems()
    {
        Console c;
        Watcher watcher;
        c.session->watch({List::Groups, {}, "ada", {}, Never, Never}, {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{1});
        QCOMPARE(watcher.rows<GroupRow>().front().count, std::size_t{1});
        c.stuck("7");
        QVERIFY(c.mailbox.until([&] {
            return watcher.deltas > 0 &&
                   std::get<std::vector<GroupRow>>(watcher.delta.rows).front().count == 2;
        }));
        QCOMPARE(watcher.delta.waiting, std::size_t{0});
    }
    void ordersAreWatchedToo()
    {
        Console c;
        Watcher watcher;
        const auto watch = c.session->watch(orders("channel:web"), {1, 2}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{4});
        QCOMPARE(watcher.rows<OrderRow>().size(), std::size_t{2});
        QCOMPARE(watcher.rows<OrderRow>()[0].number, std::string("3"));
        QCOMPARE(watcher.rows<OrderRow>()[0].place, Place::Intake);
        c.launch.rig.post(c.launch.authorised("3"));
        QVERIFY(c.mailbox.until([&] { return !watcher.delta.changed.empty(); }));
        QCOMPARE(watcher.delta.changed, (std::vector<std::size_t>{1}));
        QCOMPARE(std::get<std::vector<OrderRow>>(watcher.delta.rows).front().place, Place::Handoff);
        c.launch.order("9");
        QVERIFY(c.mailbox.until([&] { return watcher.delta.waiting == 1; }));
        c.session->accept(watch);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 2; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{5});
    }
    void anOrderThatFinishesLeavesTheOpenOnes()
    {
        Console c;
        Watcher watcher;
        c.session->watch(orders("is:open channel:web"), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{2});
        c.launch.rig.post(c.launch.authorised("3"));
        c.launch.rig.pass(Milliseconds{120'000});
        QVERIFY(c.mailbox.until([&] { return watcher.delta.gone == 1; }));
    }
    void movingTheWindowKeepsTheResult()
    {
        Console c;
        Watcher watcher;
        const auto watch = c.session->watch(orders(), {0, 2}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        const auto first = watcher.snapshot;
        c.session->adjust(watch, {4, 10});
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 2; }));
        QCOMPARE(watcher.snapshot.result, first.result);
        QCOMPARE(watcher.snapshot.asOf, first.asOf);
        QCOMPARE(watcher.snapshot.window, (Window{4, 1}));
        QCOMPARE(watcher.rows<OrderRow>().front().number, std::string("1"));
        c.session->adjust(watch, {99, 10});
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 3; }));
        QVERIFY(watcher.rows<OrderRow>().empty());
    }
    void nothingComesAfterUnwatch()
    {
        Console c;
        Watcher ended, other;
        const auto watch = c.session->watch(exceptions(), {0, 10}, ended);
        QVERIFY(c.mailbox.waitForMail());  // it lies there already
        c.session->unwatch(watch);
        c.session->watch(exceptions(), {0, 10}, other);
        QVERIFY(c.mailbox.until([&] { return other.snapshots == 1; }));
        QCOMPARE(ended.count, 0);
    }
    void nothingComesAfterTheSession()
    {
        Console c;
        Watcher watcher, other;
        c.session->watch(exceptions(), {0, 10}, watcher);
        QVERIFY(c.mailbox.waitForMail());
        c.session = c.views.session(c.mailbox.executor());
        c.session->watch(exceptions(), {0, 10}, other);
        QVERIFY(c.mailbox.until([&] { return other.snapshots == 1; }));
        QCOMPARE(watcher.count, 0);
    }
    void aQuietListIsKnownToBeFresh()
    {
        Console c;
        Watcher watcher;
        c.session->watch(exceptions(), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.ages > 0; }));
        QCOMPARE(watcher.snapshots, 1);
    }
    void aSlowWatcherGetsTheNewestState()
    {
        Console c;
        Watcher slow, fast;
        Mailbox letterbox;
        const auto other = c.views.session(letterbox.executor());
        c.session->watch(exceptions(), {0, 10}, slow);
        other->watch(exceptions(), {0, 10}, fast);
        QVERIFY(c.mailbox.until([&] { return slow.snapshots == 1; }));
        QVERIFY(letterbox.until([&] { return fast.snapshots == 1; }));
        for (int i = 0; i < 20; ++i) {
            c.stuck(std::to_string(100 + i));
            QVERIFY(letterbox.until([&] { return fast.delta.waiting == static_cast<std::size_t>(i + 1); }));
        }
        QVERIFY(c.mailbox.until([&] { return slow.delta.waiting == 20; }));
        QVERIFY(fast.deltas >= 20);
        QVERIFY2(slow.deltas <= 3, std::to_string(slow.deltas).c_str());
    }
    void lostChangesAreAGapNotALie()
    {
        Console c(0);  // no place for any change
        Watcher watcher;
        c.session->watch(exceptions(), {0, 10}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        c.stuck("7");
        QVERIFY(c.mailbox.until([&] { return watcher.delta.waiting == 1; }));
        QVERIFY(watcher.gaps >= 1);
        QVERIFY(watcher.snapshots >= 2);
        QCOMPARE(watcher.snapshot.total, std::size_t{1});
    }
    void questionsAreAnsweredOnce()
    {
        Console c;
        Asker asker;
        const EntityId four = c.launch.rig.idOf("4");
        const auto timeline = c.session->ask(session::AskTimeline{four}, asker);
        const auto find = c.session->ask(session::AskFind{"4"}, asker);
        const auto numbers = c.session->ask(session::AskNumbers{}, asker);
        const auto nobody = c.session->ask(session::AskTimeline{EntityId(999, 0, EntityKind::Order)}, asker);
        QVERIFY(c.mailbox.until([&] { return asker.answers.size() == 4; }));
        QCOMPARE(asker.answers[0].first, timeline);
        QCOMPARE(std::get<session::Timeline>(asker.answers[0].second).number, std::string("4"));
        QCOMPARE(asker.answers[1].first, find);
        QCOMPARE(std::get<std::vector<session::Found>>(asker.answers[1].second).front().entity, four);
        QCOMPARE(asker.answers[2].first, numbers);
        QCOMPARE(std::get<session::Numbers>(asker.answers[2].second).ordersAccepted(), 4);
        QCOMPARE(asker.answers[3].first, nobody);
        QCOMPARE(std::get<Error>(asker.answers[3].second).code, Code::NotFound);
    }
    void aCancelledQuestionIsNotAnswered()
    {
        Console c;
        Asker asker;
        const auto first = c.session->ask(session::AskNumbers{}, asker);
        QVERIFY(c.mailbox.waitForMail());
        c.session->cancel(session::Session::Request{first});
        const auto second = c.session->ask(session::AskNumbers{}, asker);
        QVERIFY(c.mailbox.until([&] { return !asker.answers.empty(); }));
        QCOMPARE(asker.answers.front().first, second);
    }
    void tileListAndExportAreOneNumber()
    {
        Console c;
        Watcher watcher;
        Asker asker;
        Collector file;
        c.session->watch(orders("-state:awaited"), {0, 1}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        const auto stream =
            c.session->open(session::ExportResult{watcher.snapshot.result, session::ExportFormat::Csv}, file);
        c.launch.order("9");  // after the result was frozen
        c.session->ask(session::AskNumbers{}, asker);
        c.session->more(stream, 10);
        QVERIFY(c.mailbox.until([&] { return file.last.last && !asker.answers.empty(); }));
        const auto lines = std::count(file.bytes.begin(), file.bytes.end(), '\n');
        QCOMPARE(static_cast<std::size_t>(lines - 1), watcher.snapshot.total);
        QCOMPARE(file.last.rows, watcher.snapshot.total);
        QCOMPARE(std::get<session::Numbers>(asker.answers.front().second).ordersAccepted(),
                 static_cast<std::int64_t>(watcher.snapshot.total) + 1);
        QVERIFY(file.bytes.starts_with("id,number,producer,place,"));
    }
    void nothingIsSentWithoutCredit()
    {
        Console c;
        for (int i = 0; i < 700; ++i)
            c.launch.rig.post(c.launch.rig.placed("many-" + std::to_string(i), {{1, "HAT", 1}}));
        Watcher watcher;
        Collector file;
        c.session->watch(orders(), {0, 1}, watcher);
        QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
        QCOMPARE(watcher.snapshot.total, std::size_t{705});
        const auto stream = c.session->open(
            session::ExportResult{watcher.snapshot.result, session::ExportFormat::JsonLines}, file);
        c.session->more(stream, 1);
        QVERIFY(c.mailbox.until([&] { return file.chunks == 1; }));
        QVERIFY(!file.last.last);
        Asker asker;
        c.session->ask(session::AskNumbers{}, asker);
        QVERIFY(c.mailbox.until([&] { return !asker.answers.empty(); }));  // the same thread has had its turn
        QCOMPARE(file.chunks, 1);
        c.session->more(stream, 100);
        QVERIFY(c.mailbox.until([&] { return file.last.last; }));
        QVERIFY(file.chunks >= 3);
        QVERIFY(file.largest <= session::LargestChunk);
        QCOMPARE(std::count(file.bytes.begin(), file.bytes.end(), '\n'), 705);
        QCOMPARE(std::count(file.bytes.begin(), file.bytes.end(), '{'), 705);
    }
    void exceptionsAndGroupsAreExportedToo()
    {
        Console c;
        Watcher items, groups;
        Collector itemFile, groupFile;
        c.session->watch(exceptions(), {0, 10}, items);
        c.session->watch({List::Groups, {}, "ada", {}, Never, Never}, {0, 10}, groups);
        QVERIFY(c.mailbox.until([&] { return items.snapshots == 1 && groups.snapshots == 1; }));
        c.mend(items.rows<ExceptionRow>().front().id);
        const auto one = c.session->open(
            session::ExportResult{items.snapshot.result, session::ExportFormat::Csv}, itemFile);
        const auto two = c.session->open(
            session::ExportResult{groups.snapshot.result, session::ExportFormat::Csv}, groupFile);
        c.session->more(one, 2);
        c.session->more(two, 2);
        QVERIFY(c.mailbox.until([&] { return itemFile.last.last && groupFile.last.last; }));
        QCOMPARE(itemFile.last.rows, std::uint64_t{1});
        QVERIFY(itemFile.bytes.find(",resolved,") != std::string::npos);
        QCOMPARE(groupFile.last.rows, std::uint64_t{1});
    }
    void anUnknownResultCannotBeExported()
    {
        Console c;
        Collector file;
        c.session->open(session::ExportResult{99, session::ExportFormat::Csv}, file);
        QVERIFY(c.mailbox.until([&] { return file.last.last; }));
        QVERIFY(file.last.error.has_value());
        QCOMPARE(file.last.error->code, Code::NotFound);
    }
    void aStoreThatIsNotThereIsSaid()
    {
        views::Views views({store::StoreOptions::inMemory("nobody"), 4, 4});
        const auto started = views.start();
        QVERIFY(!started.has_value());
    }
    void stopsWithWorkWaiting()
    {
        Console c;
        Watcher watcher;
        Asker asker;
        for (int i = 0; i < 50; ++i) {
            c.session->watch(orders(), {0, 10}, watcher);
            c.session->ask(session::AskNumbers{}, asker);
        }
        c.views.stop();  // must come back
        const auto late = c.session->ask(session::AskNumbers{}, asker);
        QVERIFY(
            c.mailbox.until([&] { return !asker.answers.empty() && asker.answers.back().first == late; }));
        QCOMPARE(std::get<Error>(asker.answers.back().second).code, Code::Unavailable);
    }
    void idsThatNoColumnHasAreFound()
    {
        Console c;
        const EntityId stuck = c.stuck("X7");
        c.launch.rig.pass(Milliseconds{10});
        c.heard();
        const auto story = views::timeline(*c.launch.reader(), c.launch.names(), stuck);
        const std::string trace = story->entries.front().correlation;
        for (const std::string& filter : {std::string("order:X7"), std::string("#X7"), std::string("X7"),
                                          trace, "corr:" + trace, stuck.text(), std::string("is:open X7")}) {
            Watcher items, all;
            const auto first = c.session->watch(exceptions(filter), {0, 10}, items);
            QVERIFY2(c.mailbox.until([&] { return items.snapshots == 1; }), filter.c_str());
            QVERIFY2(items.snapshot.total == 1, filter.c_str());
            QCOMPARE(items.rows<ExceptionRow>().front().about, stuck);
            const auto second = c.session->watch(orders(filter), {0, 10}, all);
            QVERIFY2(c.mailbox.until([&] { return all.snapshots == 1; }), filter.c_str());
            QVERIFY2(all.snapshot.total == 1, filter.c_str());
            c.session->unwatch(first);
            c.session->unwatch(second);
        }
        for (const char* filter : {"order:nobody", "X8", "-X7", "key:hp:X7:ship:9"}) {
            Watcher watcher;
            const auto id = c.session->watch(exceptions(filter), {0, 10}, watcher);
            QVERIFY(c.mailbox.until([&] { return watcher.snapshots == 1; }));
            QCOMPARE(watcher.snapshot.total, std::size_t{filter == std::string("-X7") ? 1U : 0U});
            c.session->unwatch(id);
        }
    }
};

QTEST_APPLESS_MAIN(ViewsTest)
#include "tst_views.moc"
