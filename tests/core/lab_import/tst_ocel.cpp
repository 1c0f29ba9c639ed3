// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_files.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;

class OcelTest : public QObject {
    Q_OBJECT

private:
    using Outline = std::vector<std::string>;
    std::unique_ptr<Importer> importer_;
    int events_ = 0;

    std::vector<ImportItem> read(std::initializer_list<std::string> rows,
                                 ImportMode mode = ImportMode::Observe)
    {
        const Folder folder;
        importer_ = makeImporter("ocel");
        events_ = 0;
        std::string all;
        for (const std::string& row : rows)
            all += row;
        return drain(
            *importer_,
            folder.write("events.csv", "event_id,activity,timestamp,orders,items,packages,customers,products,"
                                       "weight,price\n" +
                                           all),
            mode);
    }
    std::string row(std::string_view activity, std::string_view orders, std::string_view items,
                    std::string_view packages, std::string_view products, std::string_view price = "10.5")
    {
        const std::string minute = std::to_string(10 + ++events_);
        return std::to_string(events_) + ',' + std::string(activity) + ",2019-05-20 09:" + minute + ":00," +
               std::string(orders) + ',' + std::string(items) + ',' + std::string(packages) + ",C1," +
               std::string(products) + ",1," + std::string(price) + '\n';
    }
    static bool has(const std::string& text, std::string_view part)
    {
        return text.find(part) != std::string::npos;
    }

private slots:
    void theItemsOfOneProductAreOneLine()
    {
        const auto items = read({row("place order", "o1", "i1;i2;i3", "", "Echo;Kindle;Echo", "99.5")});
        QVERIFY(eventOf(items, 0).ends_with(
            R"("data":{"currency":"XXX","total":"99.50","lines":[)"
            R"({"line":1,"sku":"Echo","units":2},{"line":2,"sku":"Kindle","units":1}]}})"));
        QCOMPARE(importer_->skus(), (Demand{{"Echo", 2}, {"Kindle", 1}}));
    }

    void aPackageIsALegOfEachOfItsOrders()
    {
        const auto items = read({row("place order", "o1", "i1;i2;i3", "", "Echo;Kindle;Echo"),
                                 row("place order", "o2", "j1", "", "iPad"),
                                 row("create package", "o1", "i2", "p1", "Kindle"),
                                 row("create package", "o1;o2", "i1;i3;j1", "p2", "Echo;Echo;iPad"),
                                 row("send package", "o1;o2", "i1;i3;j1", "p2", "Echo;Echo;iPad"),
                                 row("package delivered", "o1;o2", "i1;i3;j1", "p2", "Echo;Echo;iPad")});
        QCOMPARE(outline(items),
                 (Outline{"order.placed o1", "order.placed o2", "noted create package",
                          "noted create package", "shipment.shipped o1", "shipment.shipped o2",
                          "shipment.delivered o1", "shipment.delivered o2"}));
        QVERIFY(has(eventOf(items, 2), R"("id":"p2:o1:1:sent")"));
        QVERIFY(has(eventOf(items, 2), R"({"leg":2,"line":1,"units":2,"tracking":"p2"})"));
        QVERIFY(has(eventOf(items, 3), R"({"leg":1,"line":1,"units":1,"tracking":"p2"})"));
        QCOMPARE(items[4].rows, 1u);
        QCOMPARE(items[5].rows, 0u);  // the same row of the file
        QCOMPARE(importer_->report().accounted(), 6u);
    }

    void aPickBelongsToTheLegOfItsLaterPackage()
    {
        const auto items = read(
            {row("place order", "o1", "i1;i2", "", "Echo;Kindle"), row("pick item", "o1", "i2", "", "Kindle"),
             row("pick item", "o1", "i1", "", "Echo"), row("create package", "o1", "i2", "p1", "Kindle")});
        QCOMPARE(outline(items), (Outline{"order.placed o1", "shipment.picked o1",
                                          "noted pick item without a package", "noted create package"}));
        QVERIFY(has(eventOf(items, 1), R"({"leg":1,"line":2,"units":1,"tracking":"p1"})"));
    }

    void paymentsAreAuthorised()
    {
        const auto items = read(
            {row("place order", "o1", "i1", "", "Echo"), row("pay order", "o1", "i1", "", "Echo", "10.50")});
        QVERIFY(has(eventOf(items, 1), R"("data":{"payment":1,"amount":"10.50","currency":"XXX"})"));
        QVERIFY(importer_->hasPayments());
    }

    void controlNotesWhatTheWarehouseDid()
    {
        const auto items = read(
            {row("place order", "o1", "i1", "", "Echo"), row("pick item", "o1", "i1", "", "Echo"),
             row("create package", "o1", "i1", "p1", "Echo"), row("send package", "o1", "i1", "p1", "Echo"),
             row("package delivered", "o1", "i1", "p1", "Echo"),
             row("confirm order", "o1", "i1", "", "Echo")},
            ImportMode::Control);
        QCOMPARE(outline(items),
                 (Outline{"order.placed o1", "noted pick item", "noted create package", "noted send package",
                          "noted package delivered", "noted confirm order"}));
    }

    void rowsThatFitNothingAreRefused()
    {
        const auto items = read(
            {row("place order", "o1", "i1", "", "Echo"), row("place order", "o1", "i1", "", "Echo"),
             row("place order", "o2;o3", "i1", "", "Echo"), row("place order", "o2", "i1;i2", "", "Echo"),
             row("place order", "o2", "i2", "", "Echo", "dear"), row("pay order", "o9", "", "", ""),
             row("pick item", "o1", "i9", "", "Echo"), row("send package", "o1", "i1;i9", "p1", "Echo;Echo"),
             row("send package", "o1", "i1", "", "Echo"), row("eat item", "o1", "i1", "", "Echo")});
        QCOMPARE(outline(items),
                 (Outline{"order.placed o1", "refused duplicate_order events.csv:3",
                          "refused bad_row events.csv:4", "refused bad_row events.csv:5",
                          "refused bad_amount events.csv:6", "refused unknown_order events.csv:7",
                          "refused unknown_item events.csv:8", "refused unknown_item events.csv:9",
                          "refused bad_row events.csv:10", "refused unknown_activity events.csv:11"}));
        QCOMPARE(importer_->report().accounted(), 10u);
    }
};

QTEST_GUILESS_MAIN(OcelTest)
#include "tst_ocel.moc"
