// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_rig.h"

#include "core/base/rng.h"

#include <QTest>
#include <algorithm>
#include <set>

using namespace holdpoint;
using namespace holdpoint::host;

#define VERIFY_AGREES(report) QVERIFY2((report).agrees(), wordsOf(report).c_str())

/// Order files of our own through a whole engine with its vendors, as `holdpointctl replay` does it.
class ReplayTest : public QObject {
    Q_OBJECT

private:
    static constexpr std::uint64_t Rows = 246;
    static constexpr std::uint64_t Orders = 58;  // 64 rows, 3 of them no orders, 3 known to have no lines
    static constexpr std::uint64_t RefusedRows = 7;
    static constexpr std::uint64_t RefusedEvents = 3;  // orders known to have no lines

    static std::vector<std::string> observedEvents()
    {
        const auto importer = lab::makeImporter("olist");
        std::vector<std::string> events;
        if (!importer->open(orderFiles(), {lab::ImportMode::Observe}))
            return events;
        for (auto item = importer->next(); item && *item; item = importer->next())
            if (const auto* event = std::get_if<lab::ImportedEvent>(&(**item).what))
                events.push_back(event->bytes);
        return events;
    }
    static std::string stateOf(const std::filesystem::path& folder)
    {
        return toHex(numbersOf(folder).store.stateHash);
    }

private slots:
    void observingSendsNothingAndAccountsForEveryRow()
    {
        const Folder folder;
        const ReplayResult run = replayInto(folder.path(), observe("olist", orderFiles()));
        QCOMPARE(run.report.rows, Rows);
        QCOMPARE(run.report.accounted(), Rows);
        QCOMPARE(run.accepted + run.refused + run.parked + run.duplicate, run.sent);
        const NumbersReport numbers = numbersOf(folder.path());
        VERIFY_AGREES(numbers);
        QCOMPARE(numbers.books.callsInBooks, 0u);
        QCOMPARE(numbers.books.callsRecorded, 0u);
        QCOMPARE(static_cast<std::uint64_t>(numbers.store.numbers.events.received), run.sent);
        QCOMPARE(static_cast<std::uint64_t>(numbers.store.numbers.ordersAccepted()), Orders);
    }

    void controllingActsOnVendorsWhoseBooksAgree()
    {
        const Folder folder;
        const ReplayResult run = replayInto(folder.path(), control("olist", orderFiles()));
        QCOMPARE(run.report.accounted(), Rows);
        QCOMPARE(run.refused, RefusedRows + RefusedEvents);
        const NumbersReport numbers = numbersOf(folder.path());
        VERIFY_AGREES(numbers);
        QCOMPARE(static_cast<std::uint64_t>(numbers.store.numbers.ordersAccepted()), Orders);
        QVERIFY(numbers.books.effectsInBooks > 50);
        QCOMPARE(numbers.books.effectsRecorded, numbers.books.effectsInBooks);
        QCOMPARE(numbers.books.callsRecorded, numbers.books.callsInBooks);
        QCOMPARE(numbers.store.numbers.outbox, 0);
        QVERIFY(numbers.store.numbers.in(Place::Finished) >= 30);
        // 12 orders have unknown lines that nobody took back: held, in the queue, nothing invented.
        QVERIFY(numbers.store.numbers.in(Place::Exception) >= 10);
    }

    void everyRefusedRowSaysWhereItStood()
    {
        const Folder folder;
        (void)replayInto(folder.path(), observe("olist", orderFiles()));
        std::multiset<std::string> rows;
        for (const Refusal& refusal : refusalsOf(folder.path()))
            if (refusal.where.find(".csv:") != std::string::npos)
                rows.insert(refusal.rule + ' ' + refusal.where);
        const std::multiset<std::string> expected{"bad_time orders.csv:12",
                                                  "missing_field orders.csv:32",
                                                  "wrong_columns orders.csv:42",
                                                  "unknown_order payments.csv:9",
                                                  "bad_amount payments.csv:22",
                                                  "bad_number payments.csv:27",
                                                  "unknown_order items_id_00-0b.csv:7"};
        QCOMPARE(rows, expected);
    }

    void everyRefusedEventSaysWhichMemberIsWrong()
    {
        const Folder folder;
        const ReplayResult run = replayInto(folder.path(), observe("cloudevents", eventFile()));
        QCOMPARE(run.sent, 41u);
        QCOMPARE(run.refused, 12u);  // 11 broken ones, and one id with other content
        QCOMPARE(run.duplicate, 3u);
        QCOMPARE(run.parked, 4u);  // payments before their orders, and one that waits for ever
        QCOMPARE(run.accepted, 22u);
        const NumbersReport numbers = numbersOf(folder.path());
        VERIFY_AGREES(numbers);
        QCOMPARE(numbers.store.numbers.events.accepted,
                 25);  // the three that were early are in their orders now
        QCOMPARE(numbers.store.numbers.events.parked, 1);
        QCOMPARE(numbers.store.numbers.ordersAccepted(), 12);
        const auto refusals = refusalsOf(folder.path());
        QVERIFY(refusals.size() >= 11);
        for (const Refusal& refusal : refusals)
            QVERIFY2(!refusal.rule.empty() && !refusal.where.empty(), refusal.rule.c_str());
    }

    void unreadableJsonIsRefusedWithItsLine()
    {
        const Folder folder;
        const auto file = writeLines(folder.path("lines.jsonl"),
                                     {placed("J-1", "SKU"), "", "not json", "[]", placed("J-2", "SKU")});
        (void)replayInto(folder.path(), observe("cloudevents", file));
        std::multiset<std::string> rows;
        for (const Refusal& refusal : refusalsOf(folder.path()))
            rows.insert(refusal.where);
        QCOMPARE(rows, (std::multiset<std::string>{"lines.jsonl:3", "lines.jsonl:4"}));
    }

    void theSameFilesAgainChangeNothing_data()
    {
        QTest::addColumn<bool>("acting");
        QTest::newRow("observe") << false;
        QTest::newRow("control") << true;
    }
    void theSameFilesAgainChangeNothing()
    {
        QFETCH(bool, acting);
        const Folder folder;
        const ReplayOptions options =
            acting ? control("olist", orderFiles()) : observe("olist", orderFiles());
        const ReplayResult first = replayInto(folder.path(), options);
        const NumbersReport before = numbersOf(folder.path());
        const ReplayResult again = replayInto(folder.path(), options);
        const NumbersReport after = numbersOf(folder.path());
        QCOMPARE(again.resumedAt, first.sent);
        QCOMPARE(again.sent, 0u);
        QCOMPARE(again.report.passed, Rows);
        QVERIFY(after.store.numbers.events == before.store.numbers.events);
        QCOMPARE(toHex(after.store.stateHash), toHex(before.store.stateHash));
        QCOMPARE(after.books.callsInBooks, before.books.callsInBooks);
        VERIFY_AGREES(after);
    }

    void aLimitIsGoneOnFromWhereItEnded()
    {
        const Folder parts;
        const Folder whole;
        ReplayOptions options = observe("olist", orderFiles());
        (void)replayInto(whole.path(), options);
        options.limit = 100;
        QCOMPARE(replayInto(parts.path(), options).sent, 100u);
        options.limit = 0;
        const ReplayResult rest = replayInto(parts.path(), options);
        QCOMPARE(rest.resumedAt, 100u);
        QCOMPARE(rest.sent, 171u);
        QCOMPARE(stateOf(parts.path()), stateOf(whole.path()));
        VERIFY_AGREES(numbersOf(parts.path()));
    }

    void shuffledAndRepeatedEventsGiveTheSameState_data()
    {
        QTest::addColumn<quint64>("seed");
        for (const quint64 seed : {1U, 20180501U, 77U})
            QTest::addRow("seed %llu", seed) << seed;
    }
    void shuffledAndRepeatedEventsGiveTheSameState()
    {
        QFETCH(quint64, seed);
        const Folder folder;
        std::vector<std::string> events = observedEvents();
        QVERIFY(events.size() > 200);
        const auto inOrder = writeLines(folder.path("in_order.jsonl"), events);
        const std::vector<std::string> once = events;
        events.insert(events.end(), once.begin(), once.end());
        SeededRng rng(seed);
        for (std::size_t i = events.size(); i > 1; --i)
            std::swap(events[i - 1], events[rng.below(i)]);
        const auto shuffled = writeLines(folder.path("shuffled.jsonl"), events);

        const ReplayResult a = replayInto(folder.path("a"), observe("cloudevents", inOrder));
        const ReplayResult b = replayInto(folder.path("b"), observe("cloudevents", shuffled));
        QCOMPARE(a.duplicate, 0u);
        QCOMPARE(b.sent, 2 * a.sent);
        QVERIFY(b.parked > a.parked);
        const NumbersReport first = numbersOf(folder.path("a"));
        const NumbersReport second = numbersOf(folder.path("b"));
        VERIFY_AGREES(first);
        VERIFY_AGREES(second);
        QCOMPARE(toHex(second.store.stateHash), toHex(first.store.stateHash));
        QCOMPARE(second.store.numbers.ordersAccepted(), first.store.numbers.ordersAccepted());
        QCOMPARE(second.store.numbers.events.accepted, first.store.numbers.events.accepted);
        QVERIFY(toHex(second.store.journalHash) != toHex(first.store.journalHash));
    }

    void oneFactLessIsAnotherState()
    {
        const Folder folder;
        std::vector<std::string> events = observedEvents();
        const auto whole = writeLines(folder.path("whole.jsonl"), events);
        events.pop_back();
        const auto less = writeLines(folder.path("less.jsonl"), events);
        (void)replayInto(folder.path("a"), observe("cloudevents", whole));
        (void)replayInto(folder.path("b"), observe("cloudevents", less));
        QVERIFY(stateOf(folder.path("a")) != stateOf(folder.path("b")));
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "tst_replay.moc"
