// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/export.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::views;
using session::ExportFormat;

namespace {

session::OrderRow order()
{
    session::OrderRow row;
    row.id = EntityId(7, 0, EntityKind::Order);
    row.number = "A,1";
    row.producer = "shop";
    row.value = {-1234, Currency::parse("EUR").value()};
    row.flags = 0b11;
    return row;
}

}  // namespace

class ExportTest : public QObject {
    Q_OBJECT

private slots:
    void fieldsFollowRfc4180_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("csv");
        const auto row = [](const char* name, const char* text, const char* csv) {
            QTest::newRow(name) << text << csv;
        };
        row("plain", "a b", "a b");
        row("empty", "", "");
        row("comma", "a,b", "\"a,b\"");
        row("quote", "a\"b", "\"a\"\"b\"");
        row("line", "a\nb", "\"a\nb\"");
        row("equals", "=1+1", "'=1+1");
        row("plus", "+1", "'+1");
        row("minus", "-1", "'-1");
        row("at", "@x", "'@x");
        row("tab", "\tx", "'\tx");
        row("return", "\rx", "\"'\rx\"");
        row("inside", "a=1", "a=1");
        row("formula with comma", "=A1,2", "\"'=A1,2\"");
    }
    void fieldsFollowRfc4180()
    {
        QFETCH(QString, text);
        QFETCH(QString, csv);
        QCOMPARE(QString::fromStdString(csvText(text.toStdString())), csv);
    }
    void headerAndLineHaveTheSameColumns()
    {
        const auto commas = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
        session::OrderRow plain = order();
        plain.number = "1";
        QCOMPARE(commas(header(session::List::Orders, ExportFormat::Csv)),
                 commas(line(plain, ExportFormat::Csv)));
        QCOMPARE(commas(header(session::List::Exceptions, ExportFormat::Csv)),
                 commas(line(ItemRow{}, ExportFormat::Csv)));
        QCOMPARE(commas(header(session::List::Groups, ExportFormat::Csv)),
                 commas(line(session::GroupRow{}, ExportFormat::Csv)));
        QCOMPARE(header(session::List::Orders, ExportFormat::JsonLines), std::string());
    }
    void csvLine()
    {
        const std::string text = line(order(), ExportFormat::Csv);
        QVERIFY(text.starts_with("O-7,\"A,1\",shop,awaited,awaited,live,holdpoint,"));
        QVERIFY(text.find(",-12.34,EUR,") != std::string::npos);
        QVERIFY(text.ends_with(",unpaid on_hold,0\r\n"));
    }
    void anItemSaysWhoseAndWhatBroke()
    {
        ItemRow item;
        item.row.orderNumber = "=100565";
        item.row.code = "ship_refused";
        item.breach = {"/lines/0/qty", "minimum 1", "-1"};
        const std::string names = header(session::List::Exceptions, ExportFormat::Csv);
        QVERIFY(names.starts_with("id,about,order_number,what_happened,"));
        QVERIFY(names.ends_with(",contract_pointer,contract_expected,contract_got\r\n"));
        const std::string text = line(item, ExportFormat::Csv);
        QVERIFY(text.find(",'=100565,ship refused,") != std::string::npos);
        QVERIFY(text.ends_with(",/lines/0/qty,minimum 1,'-1\r\n"));
    }
    void jsonLine()
    {
        session::OrderRow row = order();
        row.channel = "a\"\\\n";
        const std::string text = line(row, ExportFormat::JsonLines);
        QVERIFY(text.starts_with("{\"id\":\"O-7\",\"number\":\"A,1\",\"producer\":\"shop\","));
        QVERIFY(text.find("\"value\":-12.34,\"currency\":\"EUR\",\"channel\":\"a\\\"\\\\\\u000a\"") !=
                std::string::npos);
        QVERIFY(text.ends_with("\"version\":0}\n"));
    }
    void chunksHoldWholeLines()
    {
        Chunker chunker;
        const std::string row(1000, 'x');
        for (int i = 0; i < 100; ++i)
            chunker.add(row);
        QVERIFY(chunker.full());
        std::size_t sum = 0;
        while (!chunker.empty()) {
            const std::string chunk = chunker.take();
            QVERIFY(!chunk.empty());
            QVERIFY(chunk.size() <= session::LargestChunk);
            QCOMPARE(chunk.size() % 1000, std::size_t{0});
            sum += chunk.size();
        }
        QCOMPARE(sum, std::size_t{100'000});
        QVERIFY(!chunker.full());
    }
    void aLineLongerThanAChunkIsCut()
    {
        Chunker chunker;
        chunker.add(std::string(session::LargestChunk + 1, 'x'));
        QCOMPARE(chunker.take().size(), session::LargestChunk);
        QCOMPARE(chunker.take().size(), std::size_t{1});
        QVERIFY(chunker.empty());
    }
};

QTEST_APPLESS_MAIN(ExportTest)
#include "tst_export.moc"
