// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_rig.h"

#include "core/lab/vendor_book.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::host;

/// The check against the vendors' own books: what no vendor and no engine of ours would do is planted and must be told.
class BooksTest : public QObject {
    Q_OBJECT

private:
    static lab::BookRow receipt(const std::string& key)
    {
        lab::BookRow row;
        row.at = Instant{1'500'000'000'000};
        row.key = key;
        row.order = "E-1";
        row.effect = true;
        row.settled = true;
        row.status = 200;
        return row;
    }
    static void plant(const std::filesystem::path& file, const lab::BookRow& row)
    {
        auto book = lab::VendorBook::open(file);
        QVERIFY(book.has_value());
        book->add(row);
        QVERIFY(book->sync().has_value());
    }
    static std::filesystem::path replayed(const Folder& folder)
    {
        (void)replayInto(folder.path(), control("cloudevents", eventFile()));
        return folder.path();
    }
    static bool names(const NumbersReport& report, const std::string& key, const std::string& what)
    {
        return std::any_of(report.books.disagreements.begin(), report.books.disagreements.end(),
                           [&](const auto& d) { return d.entity == key && d.what == what; });
    }

private slots:
    void withoutFaultsEveryCallIsOneReceipt()
    {
        const Folder folder;
        const NumbersReport report = numbersOf(replayed(folder));
        QVERIFY2(report.agrees(), wordsOf(report).c_str());
        QVERIFY(report.books.callsInBooks >= 30);
        QCOMPARE(report.books.callsRecorded, report.books.callsInBooks);
        QCOMPARE(report.books.effectsRecorded, report.books.effectsInBooks);
    }

    void aCallThatWasNeverPlannedIsTold()
    {
        const Folder folder;
        const auto store = replayed(folder);
        plant(LabWorld::bookOf(store, "wms-north"), receipt("hp:E-1:ship:7"));
        const NumbersReport report = numbersOf(store);
        QVERIFY(!report.agrees());
        QVERIFY(report.store.agrees());
        QCOMPARE(report.books.disagreementCount, 1u);
        QVERIFY2(names(report, "hp:E-1:ship:7", "planned"), wordsOf(report).c_str());
    }

    void aSecondReceiptOfAKnownKeyIsTold_data()
    {
        QTest::addColumn<bool>("effect");
        QTest::newRow("done twice") << true;
        QTest::newRow("asked twice, done once") << false;
    }
    void aSecondReceiptOfAKnownKeyIsTold()
    {
        QFETCH(bool, effect);
        const Folder folder;
        const auto store = replayed(folder);
        const auto file = LabWorld::bookOf(store, "payment");
        const auto book = lab::readBook(file);
        QVERIFY(book.has_value() && !book->empty());
        lab::BookRow again = book->begin()->second.row;
        again.effect = effect;
        plant(file, again);
        const NumbersReport report = numbersOf(store);
        QVERIFY(!report.agrees());
        QVERIFY2(names(report, again.key, "calls"), wordsOf(report).c_str());
        QCOMPARE(names(report, again.key, "effects"), effect);
    }

    void aCallThatWasPlannedForAnotherVendorIsTold()
    {
        const Folder folder;
        const auto store = replayed(folder);
        const auto book = lab::readBook(LabWorld::bookOf(store, "carrier"));
        QVERIFY(book.has_value() && !book->empty());
        plant(LabWorld::bookOf(store, "payment"), book->begin()->second.row);
        const NumbersReport report = numbersOf(store);
        QCOMPARE(report.books.disagreementCount, 1u);
        QVERIFY2(names(report, book->begin()->first, "vendor"), wordsOf(report).c_str());
    }

    void aBookThatIsGoneIsTold()
    {
        const Folder folder;
        const auto store = replayed(folder);
        const auto file = LabWorld::bookOf(store, "carrier");
        const auto book = lab::readBook(file);
        QVERIFY(book.has_value() && !book->empty());
        std::filesystem::remove(file);
        const NumbersReport report = numbersOf(store);
        QCOMPARE(report.books.disagreementCount, std::uint64_t{book->size()});
        QVERIFY(names(report, book->begin()->first, "effect"));
    }
};

QTEST_GUILESS_MAIN(BooksTest)
#include "tst_books.moc"
