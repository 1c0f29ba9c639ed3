// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_files.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;

class OnlineRetailTest : public QObject {
    Q_OBJECT

private:
    using Outline = std::vector<std::string>;
    std::unique_ptr<Importer> importer_;

    std::vector<ImportItem> read(std::string_view rows, ImportMode mode = ImportMode::Observe)
    {
        const Folder folder;
        importer_ = makeImporter("online-retail");
        return drain(*importer_,
                     folder.write("m.csv", "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,"
                                           "CustomerID,Country\n" +
                                               std::string(rows)),
                     mode);
    }
    std::uint64_t refused(const std::string& rule) const
    {
        const auto counts = importer_->report().refused;
        return counts.contains(rule) ? counts.at(rule) : 0;
    }
    static std::string row(std::string_view invoice, std::string_view code, int units,
                           std::string_view price = "2.55", std::string_view customer = "17850", int day = 1)
    {
        return std::string(invoice) + ',' + std::string(code) + ",\"A 7\"\" FRAME, RED\"," +
               std::to_string(units) + ",2010-12-0" + std::to_string(day) + " 08:26:00," +
               std::string(price) + ',' + std::string(customer) + ",United Kingdom\n";
    }

private slots:
    void anInvoiceIsAnOrder()
    {
        const auto items =
            read(row("536365", "85123A", 6) + row("536366", "71053", 1) + row("536365", "85123A", 2, "1.5"));
        QCOMPARE(outline(items), (Outline{"order.placed 536365", "order.placed 536366"}));
        QCOMPARE(eventOf(items, 0),
                 std::string(
                     R"({"specversion":"1.0","id":"536365:placed","source":"online-retail",)"
                     R"("type":"order.placed","subject":"536365","time":"2010-12-01T08:26:00.000Z",)"
                     R"("data":{"channel":"shop","region":"United Kingdom","currency":"GBP","total":"18.30",)"
                     R"("lines":[{"line":1,"sku":"85123A","units":6,"price":"2.55"},)"
                     R"({"line":2,"sku":"85123A","units":2,"price":"1.50"}]}})"));
        QCOMPARE(items[0].rows, 2u);
        QCOMPARE(importer_->skus(), (Demand{{"71053", 1}, {"85123A", 8}}));
        QVERIFY(!importer_->hasPayments());
    }

    void postageAndFeesCountInTheTotalOnly()
    {
        const auto items =
            read(row("1", "A", 1, "2.00") + row("1", "POST", 2, "18.00") + row("1", "gift_0001_20", 1, "5"));
        QVERIFY(eventOf(items, 0).find(
                    R"("total":"43.00","lines":[{"line":1,"sku":"A","units":1,"price":"2.00"}])") !=
                std::string::npos);
        QCOMPARE(importer_->report().inEvents, 1u);
        QCOMPARE(importer_->report().service, 2u);
        QCOMPARE(importer_->skus(), (Demand{{"A", 1}}));
    }

    void priceZeroIsAPrice()
    {
        QVERIFY(eventOf(read(row("1", "A", 1, "0.0")), 0).find(R"("price":"0.00")") != std::string::npos);
    }

    void rowsThatAreNoSaleAreRefused()
    {
        const auto items = read(row("1", "A", 0) + row("1", "A", -3) + row("2", "BB", 1, "0.001") +
                                row("2", "BB", 1, "x") + ",A,,1,2010-12-01 08:26:00,1,1,UK\n" +
                                "3,A,,1.5,2010-12-01 08:26:00,1,1,UK\n3,A,,1,01/12/2010,1,1,UK\n");
        QCOMPARE(outline(items), (Outline{"refused bad_time m.csv:8", "refused negative_quantity m.csv:2",
                                          "refused negative_quantity m.csv:3", "refused bad_amount m.csv:4",
                                          "refused bad_amount m.csv:5", "refused missing_field m.csv:6",
                                          "refused bad_number m.csv:7"}));
        QCOMPARE(importer_->report().accounted(), 7u);
    }

    void aCreditOfTheOneInvoiceIsAReturn()
    {
        const auto items = read(row("1", "A", 1, "2", "c1", 1) + row("1", "BB", 6, "2", "c1", 1) +
                                row("C9", "BB", -2, "2", "c1", 3));
        QCOMPARE(outline(items), (Outline{"order.placed 1", "return.asked 1", "return.received 1"}));
        QVERIFY(eventOf(items, 1).find(R"("id":"C9:1:1:asked")") != std::string::npos);
        QVERIFY(eventOf(items, 1).ends_with(
            R"("time":"2010-12-03T08:26:00.000Z","data":{"return":1,"line":2,"units":2}})"));
        QVERIFY(eventOf(items, 2).find(R"("id":"C9:1:1:received")") != std::string::npos);
        QCOMPARE(importer_->report().inEvents, 3u);
    }

    void aCreditWithoutOneClearInvoiceIsRefused_data()
    {
        QTest::addColumn<QByteArray>("rows");
        const auto add = [](const char* what, const std::string& rows) {
            QTest::newRow(what) << QByteArray::fromStdString(rows);
        };
        const std::string sale = row("1", "BB", 6, "2", "c1", 1);
        add("two invoices could be it",
            sale + row("2", "BB", 6, "2", "c1", 2) + row("C9", "BB", -2, "2", "c1", 3));
        add("another customer", sale + row("C9", "BB", -2, "2", "c2", 3));
        add("another code", sale + row("C9", "bb", -2, "2", "c1", 3));
        add("more than was sold", sale + row("C9", "BB", -7, "2", "c1", 3));
        add("no customer", row("1", "BB", 6, "2", "", 1) + row("C9", "BB", -2, "2", "", 3));
        add("sold later", row("C9", "BB", -2, "2", "c1", 1) + row("1", "BB", 6, "2", "c1", 2));
        add("postage", row("1", "BB", 6, "2", "c1", 1) + row("1", "POST", 1, "9", "c1", 1) +
                           row("C9", "POST", -1, "9", "c1", 3));
    }
    void aCreditWithoutOneClearInvoiceIsRefused()
    {
        QFETCH(QByteArray, rows);
        (void)read(rows.toStdString());
        QCOMPARE(refused("credit_without_order"), 1u);
        QCOMPARE(importer_->report().accounted(), importer_->totalRows());
    }

    void unitsAreReturnedOnce()
    {
        const auto items = read(row("1", "BB", 6, "2", "c1", 1) + row("C8", "BB", -4, "2", "c1", 2) +
                                row("C9", "BB", -2, "2", "c1", 3) + row("C10", "BB", -1, "2", "c1", 4));
        QCOMPARE(refused("credit_without_order"), 1u);
        QVERIFY(eventOf(items, 3).find(R"("return":2,"line":1,"units":2)") != std::string::npos);
    }

    void inControlCreditsAreNoted()
    {
        const auto items = read(row("1", "BB", 6) + row("C9", "BB", -2), ImportMode::Control);
        QCOMPARE(outline(items), (Outline{"order.placed 1", "noted credit note"}));
    }

    void codesThatDifferInCaseStayApartAndAreNamed()
    {
        const auto items = read(row("1", "85123A", 1) + row("1", "85123a", 2) + row("1", "BB", 1) +
                                row("1", "M", 1) + row("2", "m", 1));
        QVERIFY(eventOf(items, 0).find(R"("sku":"85123A")") != std::string::npos);
        QVERIFY(eventOf(items, 0).find(R"("sku":"85123a")") != std::string::npos);
        const std::vector<std::vector<std::string>> expected{{"85123A", "85123a"}, {"M", "m"}};
        QCOMPARE(importer_->caseCollisions(), expected);
    }

    void theFilesOfAFolderAreReadByName()
    {
        const Folder folder;
        const std::string head =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
        folder.pack("2011-01.csv.gz", head + "2,A,,1,2011-01-01 00:00:00,1,c,UK\n");
        folder.pack("2010-12.csv.gz", head + "1,A,,1,2010-12-01 00:00:00,1,c,UK\n");
        folder.write("notes.txt", "no order");
        importer_ = makeImporter("online-retail");
        QCOMPARE(outline(drain(*importer_, folder.path(), ImportMode::Observe)),
                 (Outline{"order.placed 1", "order.placed 2"}));
    }
};

QTEST_GUILESS_MAIN(OnlineRetailTest)
#include "tst_online_retail.moc"
