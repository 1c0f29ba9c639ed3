// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_files.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;

class CloudEventsTest : public QObject {
    Q_OBJECT

private:
    static std::vector<std::string> bytesOf(const std::vector<ImportItem>& items)
    {
        std::vector<std::string> lines;
        for (const ImportItem& item : items)
            lines.push_back(std::holds_alternative<ImportedEvent>(item.what)
                                ? std::get<ImportedEvent>(item.what).bytes
                                : "refused: " + std::get<RowRefusal>(item.what).detail);
        return lines;
    }
    using Texts = std::vector<std::string>;

private slots:
    void linesAreGivenAsTheyStand()
    {
        const Folder folder;
        const auto importer = makeImporter("cloudevents");
        const auto items =
            drain(*importer, folder.write("e.jsonl", "{\"id\":1}\n\n not json \r\n{}"), ImportMode::Control);
        QCOMPARE(bytesOf(items), (Texts{"{\"id\":1}", " not json ", "{}"}));
        QCOMPARE(items[2].position, 3u);
        QCOMPARE(importer->totalRows(), 3u);
        QCOMPARE(importer->report().accounted(), 3u);
    }

    void aFolderIsReadByName()
    {
        const Folder folder;
        folder.pack("b.jsonl.gz", "3\n4\n");
        folder.write("a.jsonl", "1\n2");
        folder.write("c.txt", "5\n");
        const auto importer = makeImporter("cloudevents");
        QCOMPARE(bytesOf(drain(*importer, folder.path(), ImportMode::Observe)), (Texts{"1", "2", "3", "4"}));
    }

    void knowsDemandAndPaymentsBeforeTheFirstEvent()
    {
        const Folder folder;
        const auto file = folder.write(
            "e.jsonl",
            R"({"type":"order.placed","data":{"lines":[{"sku":"A","units":2},{"sku":"B","units":1}]}})"
            "\n"
            R"({"type":"order.placed","data":{"lines":[{"sku":"A","units":3},{"sku":1,"units":1}]}})"
            "\n{\n");
        const auto importer = makeImporter("cloudevents");
        QVERIFY(importer->open(file, {}).has_value());
        QCOMPARE(importer->skus(), (Demand{{"A", 5}, {"B", 1}}));
        QVERIFY(!importer->hasPayments());
        const auto paid = makeImporter("cloudevents");
        QVERIFY(paid->open(folder.write("p.jsonl", R"({"type":"payment.captured"})"), {}).has_value());
        QVERIFY(paid->hasPayments());
    }

    void resumesBehindAPosition()
    {
        const Folder folder;
        folder.write("a.jsonl", "1\n2\n");
        folder.write("b.jsonl", "3\n\n4\n");
        const auto importer = makeImporter("cloudevents");
        QVERIFY(importer->open(folder.path(), {}).has_value());
        QVERIFY(importer->skipTo(3).has_value());
        QCOMPARE(importer->rows(), 3u);
        const auto items = rest(*importer);
        QCOMPARE(bytesOf(items), Texts{"4"});
        QCOMPARE(items[0].position, 4u);
        QCOMPARE(importer->report().passed, 3u);
        QCOMPARE(importer->report().accounted(), 4u);
    }

    void aDamagedFileIsFoundBeforeTheFirstEvent()
    {
        const Folder folder;
        folder.write("a.jsonl", "1\n");
        folder.pack("b.jsonl.gz", "2\n3\n", 15);
        const auto opened = makeImporter("cloudevents")->open(folder.path(), {});
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, Code::Corrupt);
        QVERIFY(opened.error().detail.starts_with("b.jsonl.gz: the file is damaged at byte"));
    }

    void aMissingPathIsNotFound()
    {
        const auto opened = makeImporter("cloudevents")->open("/nowhere/e.jsonl", {});
        QCOMPARE(opened.error().code, Code::NotFound);
        const Folder empty;
        QCOMPARE(makeImporter("cloudevents")->open(empty.path(), {}).error().code, Code::NotFound);
    }

    void anUnknownFormatIsNone()
    {
        QVERIFY(!makeImporter("csv"));
        for (const auto format : importFormats())
            QCOMPARE(makeImporter(format)->name(), format);
    }
};

QTEST_GUILESS_MAIN(CloudEventsTest)
#include "tst_cloud_events.moc"
