// SPDX-License-Identifier: GPL-3.0-or-later
#include "calls.h"
#include "full_disk.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

using namespace holdpoint;
using namespace holdpoint::lab;

namespace {

BookRow rowOf(const std::string& key, bool effect = true)
{
    BookRow row;
    row.at = T0;
    row.key = key;
    row.operation = Operation::Capture;
    row.part = 3;
    row.order = "a\tb\n%41 \xC3\xA9";
    row.node = "east";
    row.trace = "0af7651916cd43dd8448eb211c80319c";
    row.about = "auth-1";
    row.amount = -5890;
    row.print = {1, 2, 3, 4, 5, 6, 4'294'967'295U};
    row.effect = row.settled = effect;
    row.status = 200;
    row.cls = FailureClass::SoftBusiness;
    row.code = "code";
    row.reference = "TX-1";
    row.webhookAt = T0;
    row.copies = 2;
    return row;
}

std::string contentOf(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& text)
{
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

class TestVendorBook : public QObject {
    Q_OBJECT

private slots:
    void everyFieldSurvivesReopening();
    void whatWasNotSyncedIsNotOnDisk();
    void aTornLastLineIsCutOff();
    void aDamagedLineInTheMiddleIsCorrupt();
    void aSecondOpenerIsRefused();
    void receiptsAndEffectsAreCountedByKey();
    void aBookThatCannotBeWrittenSaysSoForGood();
    void deliveredEventsAreRemembered();

private:
    std::filesystem::path file(const char* name) { return folder_.filePath(name).toStdString(); }
    QTemporaryDir folder_;
};

void TestVendorBook::everyFieldSurvivesReopening()
{
    const BookRow row = rowOf("hp:1:capture:3");
    {
        auto book = VendorBook::open(file("fields"));
        QVERIFY(book.has_value());
        book->add(row);
        QVERIFY(book->sync().has_value());
    }
    auto book = VendorBook::open(file("fields"));
    QVERIFY(book.has_value());
    const BookEntry* entry = book->find(row.key);
    QVERIFY(entry);
    const BookRow& got = entry->row;
    QCOMPARE(got.at.ms, row.at.ms);
    QCOMPARE(got.operation, row.operation);
    QCOMPARE(got.part, row.part);
    QCOMPARE(got.order, row.order);
    QCOMPARE(got.node, row.node);
    QCOMPARE(got.trace, row.trace);
    QCOMPARE(got.about, row.about);
    QCOMPARE(got.amount, row.amount);
    QVERIFY(got.print == row.print);
    QVERIFY(got.effect && got.settled);
    QCOMPARE(got.status, row.status);
    QCOMPARE(got.cls, row.cls);
    QCOMPARE(got.code, row.code);
    QCOMPARE(got.reference, row.reference);
    QCOMPARE(got.webhookAt.ms, row.webhookAt.ms);
    QCOMPARE(got.copies, row.copies);
}

void TestVendorBook::whatWasNotSyncedIsNotOnDisk()
{
    auto book = VendorBook::open(file("unsynced"));
    QVERIFY(book.has_value());
    book->add(rowOf("k1"));
    QCOMPARE(contentOf(file("unsynced")).size(), std::size_t{0});
    QVERIFY(book->dirty());
    QVERIFY(book->sync().has_value());
    QVERIFY(!book->dirty());
    QVERIFY(!contentOf(file("unsynced")).empty());
}

void TestVendorBook::aTornLastLineIsCutOff()
{
    {
        auto book = VendorBook::open(file("torn"));
        book->add(rowOf("k1"));
        book->add(rowOf("k2"));
        QVERIFY(book->sync().has_value());
    }
    const std::string whole = contentOf(file("torn"));
    const std::size_t first = whole.find('\n') + 1;
    for (std::size_t size = first; size < whole.size(); ++size) {
        write(file("torn"), whole.substr(0, size));
        auto book = VendorBook::open(file("torn"));
        QVERIFY2(book.has_value(), std::to_string(size).c_str());
        QVERIFY(book->find("k1"));
        QVERIFY(!book->find("k2"));
        QCOMPARE(contentOf(file("torn")).size(), first);
    }
}

void TestVendorBook::aDamagedLineInTheMiddleIsCorrupt()
{
    {
        auto book = VendorBook::open(file("damaged"));
        book->add(rowOf("k1"));
        book->add(rowOf("k2"));
        QVERIFY(book->sync().has_value());
    }
    std::string text = contentOf(file("damaged"));
    text[text.find("k1") + 1] = '9';
    write(file("damaged"), text);
    auto book = VendorBook::open(file("damaged"));
    QVERIFY(!book.has_value());
    QCOMPARE(book.error().code, Code::Corrupt);
    QVERIFY(book.error().detail.find("line 1") != std::string::npos);
    QCOMPARE(readBook(file("damaged")).error().code, Code::Corrupt);
}

void TestVendorBook::aSecondOpenerIsRefused()
{
    auto first = VendorBook::open(file("busy"));
    QVERIFY(first.has_value());
    auto second = VendorBook::open(file("busy"));
    QVERIFY(!second.has_value());
    QCOMPARE(second.error().code, Code::Conflict);
}

void TestVendorBook::receiptsAndEffectsAreCountedByKey()
{
    {
        auto book = VendorBook::open(file("counts"));
        book->add(rowOf("k1", false));
        book->add(rowOf("k1", true));
        book->add(rowOf("k1", false));
        book->add(rowOf("k2", true));
        QCOMPARE(book->received(), 4U);
        QCOMPARE(book->effects(), 2U);
        QVERIFY(book->sync().has_value());
    }
    const auto read = readBook(file("counts"));
    QVERIFY(read.has_value());
    QCOMPARE(read->size(), std::size_t{2});
    QCOMPARE(read->at("k1").received, 3U);
    QCOMPARE(read->at("k1").effects, 1U);
    QVERIFY(read->at("k1").row.settled);
    QCOMPARE(readBook(file("nobody")).error().code, Code::NotFound);
}

void TestVendorBook::aBookThatCannotBeWrittenSaysSoForGood()
{
    auto book = VendorBook::open(file("full"));
    QVERIFY(book.has_value());
    book->add(rowOf("k1"));
    {
        const FullDisk full;
        const auto synced = book->sync();
        QVERIFY(!synced.has_value());
        QCOMPARE(synced.error().code, Code::Unavailable);
    }
    QCOMPARE(book->sync().error().code, Code::Unavailable);
}

void TestVendorBook::deliveredEventsAreRemembered()
{
    {
        auto book = VendorBook::open(file("events"));
        book->addDelivered("wms:SH-1:shipped");
        QVERIFY(book->sync().has_value());
    }
    const auto book = VendorBook::open(file("events"));
    QVERIFY(book->wasDelivered("wms:SH-1:shipped"));
    QVERIFY(!book->wasDelivered("wms:SH-2:shipped"));
}

QTEST_GUILESS_MAIN(TestVendorBook)
#include "tst_vendor_book.moc"
