// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_files.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;

class OlistTest : public QObject {
    Q_OBJECT

private:
    using Outline = std::vector<std::string>;

    struct Files {
        Folder folder;
        std::string orders = "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,"
                             "order_delivered_carrier_date,order_delivered_customer_date,"
                             "order_estimated_delivery_date\n";
        std::string payments =
            "order_id,payment_sequential,payment_type,payment_installments,payment_value\n";
        std::string items =
            "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\n";
        bool withItems = true;

        std::vector<ImportItem> read(ImportMode mode, Importer& importer)
        {
            folder.pack("orders.csv.gz", orders);
            folder.write("payments.csv", payments);
            if (withItems)
                folder.write("items_id_00-0b.csv", items);
            return drain(importer, folder.path(), mode);
        }
        std::vector<ImportItem> read(ImportMode mode)
        {
            const auto importer = makeImporter("olist");
            return read(mode, *importer);
        }
    };
    static std::string order(std::string_view id, std::string_view status, std::string_view times)
    {
        return std::string(id) + ",c," + std::string(status) + ',' + std::string(times) + '\n';
    }
    static constexpr auto Times =
        "2018-01-01 10:00:00,2018-01-01 11:00:00,2018-01-03 09:00:00,2018-01-05 12:00:00,"
        "2018-01-20 00:00:00";

private slots:
    void observeTellsAllThatIsRecorded()
    {
        Files files;
        files.orders += order("o1", "delivered", Times);
        files.payments += "o1,1,voucher,1,10.0\no1,2,credit_card,3,26.23\n";
        files.items += "o1,1,p7,s,2018-01-02 00:00:00,20.00,8.10\no1,2,p7,s,2018-01-02 00:00:00,8.13,0\n";
        const auto items = files.read(ImportMode::Observe);
        QCOMPARE(outline(items), (Outline{"order.placed o1", "payment.authorised o1", "payment.authorised o1",
                                          "shipment.shipped o1", "shipment.delivered o1"}));
        QCOMPARE(
            eventOf(items, 0),
            std::string(R"({"specversion":"1.0","id":"o1:placed","source":"olist","type":"order.placed",)"
                        R"("subject":"o1","time":"2018-01-01T10:00:00.000Z","data":{"currency":"BRL",)"
                        R"("total":"36.23","promise":"2018-01-20T00:00:00.000Z","lines":[)"
                        R"({"line":1,"sku":"p7","units":1,"price":"20.00"},)"
                        R"({"line":2,"sku":"p7","units":1,"price":"8.13"}]}})"));
        QCOMPARE(eventOf(items, 2),
                 std::string(
                     R"({"specversion":"1.0","id":"o1:paid:2","source":"olist","type":"payment.authorised",)"
                     R"("subject":"o1","time":"2018-01-01T11:00:00.000Z","data":{"payment":2,)"
                     R"("method":"credit_card","amount":"26.23","currency":"BRL"}})"));
        QVERIFY(eventOf(items, 3).find(R"("time":"2018-01-03T09:00:00.000Z","data":{"leg":1})") !=
                std::string::npos);
    }

    void controlLeavesShippingToHoldpoint()
    {
        Files files;
        files.orders += order("o1", "canceled", Times);
        files.payments += "o1,1,voucher,1,10.0\n";
        QCOMPARE(outline(files.read(ImportMode::Control)),
                 (Outline{"order.placed o1", "payment.authorised o1", "order.cancel_asked o1"}));
    }

    void eventsAreInOrderOfTheirTime()
    {
        Files files;
        files.orders +=
            order("late", "shipped", "2018-01-02 10:00:00,2018-01-02 10:00:00,2018-01-03 00:00:00,,");
        files.orders +=
            order("odd", "delivered", "2018-01-01 10:00:00,,2018-01-04 00:00:00,2018-01-01 00:00:00,");
        QCOMPARE(outline(files.read(ImportMode::Observe)),
                 (Outline{"shipment.delivered odd", "order.placed odd", "order.placed late",
                          "shipment.shipped late", "shipment.shipped odd"}));
    }

    void whatHasNoTimeIsToldWithoutOne()
    {
        Files files;
        files.orders += order("o1", "unavailable", "2018-01-01 10:00:00,,2018-01-03 09:00:00,,");
        files.payments += "o1,1,voucher,1,10.0\n";
        const auto items = files.read(ImportMode::Observe);
        QCOMPARE(outline(items), (Outline{"order.placed o1", "payment.authorised o1", "shipment.shipped o1",
                                          "order.cancel_asked o1"}));
        QCOMPARE(eventOf(items, 1).find("\"time\""), std::string::npos);
        QCOMPARE(eventOf(items, 3).find("\"time\""), std::string::npos);
        QVERIFY(eventOf(items, 3).find(R"("data":{"reason":"unavailable"})") != std::string::npos);
    }

    void linesAreKnownUpToTheLastOrderThatHasSome()
    {
        Files files;
        for (const char* id : {"a1", "b2", "c3"})
            files.orders += order(id, "created", "2018-01-01 10:00:00,,,,");
        files.items += "b2,1,p7,s,,20.00,8.10\n";
        const auto items = files.read(ImportMode::Control);
        QVERIFY(eventOf(items, 0).ends_with(R"("lines":[]}})"));  // known to have none
        QVERIFY(eventOf(items, 1).find(R"("lines":[{)") != std::string::npos);
        QVERIFY(eventOf(items, 2).ends_with(R"("lines_known":false}})"));  // nobody knows
    }

    void withoutAFileOfLinesAllAreUnknown()
    {
        Files files;
        files.withItems = false;
        files.orders += order("a1", "created", "2018-01-01 10:00:00,,,,");
        QVERIFY(eventOf(files.read(ImportMode::Control), 0).ends_with(R"("lines_known":false}})"));
    }

    void paymentsOfNothingAreKept()
    {
        Files files;
        files.orders += order("o1", "created", "2018-01-01 10:00:00,,,,");
        files.payments += "o1,1,voucher,1,0.0\n";
        QVERIFY(eventOf(files.read(ImportMode::Control), 1).find(R"("amount":"0.00")") != std::string::npos);
    }

    void everyRowThatIsNoEventIsRefused()
    {
        Files files;
        files.orders += order("o1", "created", "2018-01-01 10:00:00,,,,");
        files.orders += order("o2", "created", "2018-13-01 10:00:00,,,,");
        files.orders += order("o3", "created", "2018-01-01 10:00:00,soon,,,");
        files.orders += order("o4", "created", ",,,,");
        files.orders += "o5,\"\n";
        files.payments +=
            "nobody,1,voucher,1,10.0\no1,0,voucher,1,10.0\no1,1,voucher,1,ten\no1,1,voucher,1,-1\n";
        files.items += "nobody,1,p,s,,1.00,0\no1,x,p,s,,1.00,0\no1,1,p,s,,1.005,0\n";
        const auto importer = makeImporter("olist");
        const auto items = files.read(ImportMode::Observe, *importer);
        QCOMPARE(
            outline(items),
            (Outline{"refused bad_time orders.csv.gz:3", "refused bad_time orders.csv.gz:4",
                     "refused missing_field orders.csv.gz:5", "refused bad_csv orders.csv.gz:6",
                     "refused unknown_order payments.csv:2", "refused bad_number payments.csv:3",
                     "refused bad_amount payments.csv:4", "refused bad_amount payments.csv:5",
                     "refused unknown_order items_id_00-0b.csv:2", "refused bad_number items_id_00-0b.csv:3",
                     "refused bad_amount items_id_00-0b.csv:4", "order.placed o1"}));
        QCOMPARE(std::get<RowRefusal>(items[4].what).raw, std::string("nobody,1,voucher,1,10.0"));
        QCOMPARE(importer->report().rows, 12u);
        QCOMPARE(importer->report().accounted(), 12u);
        QCOMPARE(importer->totalRows(), 12u);
    }

    void demandCountsTheUnitsOfTheLines()
    {
        Files files;
        files.orders += order("o1", "created", "2018-01-01 10:00:00,,,,");
        files.items += "o1,1,p7,s,,1.00,0\no1,2,p7,s,,1.00,0\no1,3,p8,s,,1.00,0\n";
        const auto importer = makeImporter("olist");
        (void)files.read(ImportMode::Control, *importer);
        QCOMPARE(importer->skus(), (Demand{{"p7", 2}, {"p8", 1}}));
        QVERIFY(importer->hasPayments());
    }

    void aMissingFileOrColumnStopsBeforeTheFirstEvent()
    {
        const Folder folder;
        const auto importer = makeImporter("olist");
        const auto opened = importer->open(folder.path(), {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::NotFound);
        folder.write("orders.csv", "order_id\no1\n");
        QCOMPARE(makeImporter("olist")->open(folder.path(), {}).error().detail,
                 std::string("orders.csv:1: no column order_status"));
    }
};

QTEST_GUILESS_MAIN(OlistTest)
#include "tst_olist.moc"
