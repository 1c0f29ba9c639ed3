// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/legacy_decisions.h"
#include "import_files.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;

namespace {

std::string header()
{
    std::string text;
    for (const std::string_view column : legacyColumns())
        text += (text.empty() ? "" : ",") + std::string(column);
    return text + "\n";
}

std::string bytesOf(const ImportItem& item)
{
    const auto* event = std::get_if<ImportedEvent>(&item.what);
    return event ? event->bytes : "refused: " + std::get<RowRefusal>(item.what).rule;
}

}  // namespace

class LegacyDecisionsTest : public QObject {
    Q_OBJECT

private slots:
    void aRowIsADecisionOfALeg()
    {
        const Folder folder;
        const auto importer = makeImporter("legacy");
        const auto items = drain(*importer,
                                 folder.write("d.csv", header() + "S1,2,2,east,,1x3;2x1,4.50,EUR,,0,,,L-1\n"
                                                                  "S2,1,,,out_of_stock,,,,,,,,\n"),
                                 ImportMode::Shadow);
        QCOMPARE(items.size(), std::size_t{2});
        QCOMPARE(bytesOf(items[0]),
                 std::string(
                     R"({"specversion":"1.0","id":"decided:S1:2","source":"legacy","numberspace":"shop",)"
                     R"("type":"legacy.decided","subject":"S1","data":{"leg":2,"legs":2,"order_version":0,)"
                     R"("lines":[{"line":1,"units":3},{"line":2,"units":1}],"node":"east","cost":"4.50",)"
                     R"("currency":"EUR","fired":"L-1"}})"));
        QVERIFY(bytesOf(items[1]).find(R"("data":{"leg":1,"exception":"out_of_stock"})") !=
                std::string::npos);
        QCOMPARE(importer->totalRows(), std::uint64_t{2});
        QCOMPARE(importer->report().accounted(), std::uint64_t{2});
    }

    void whatCannotBeReadIsRefusedAlone()
    {
        const Folder folder;
        const auto importer = makeImporter("legacy");
        const auto items = drain(*importer,
                                 folder.write("d.csv", header() + ",1,,east,,,,,,,,,\n"
                                                                  "S1,0,,east,,,,,,,,,\n"
                                                                  "S1,1,,east,,1-2,,,,,,,\n"
                                                                  "S1,1,,east,,,,,,,,,\n"),
                                 ImportMode::Shadow);
        QCOMPARE(items.size(), std::size_t{4});
        QCOMPARE(bytesOf(items[0]), std::string("refused: missing_field"));
        QCOMPARE(bytesOf(items[1]), std::string("refused: out_of_range"));
        QCOMPARE(bytesOf(items[2]), std::string("refused: wrong_type"));
        QVERIFY(bytesOf(items[3]).starts_with("{"));
    }

    void anObjectALineKeepsItsMembers()
    {
        const Folder folder;
        const auto importer = makeImporter("legacy");
        const auto items =
            drain(*importer,
                  folder.write("d.jsonl", R"({"order":"S1","numberspace":"web","leg":1,"node":"east"})"
                                          "\n\nnot json\n{\"leg\":1}\n"),
                  ImportMode::Shadow);
        QCOMPARE(items.size(), std::size_t{3});
        QVERIFY(bytesOf(items[0]).find(R"("numberspace":"web")") != std::string::npos);
        QVERIFY(bytesOf(items[0]).ends_with(R"("data":{"leg":1,"node":"east"}})"));
        QCOMPARE(bytesOf(items[1]), std::string("refused: bad_json"));
        QCOMPARE(bytesOf(items[2]), std::string("refused: missing_field"));
    }
};

QTEST_GUILESS_MAIN(LegacyDecisionsTest)
#include "tst_legacy_decisions.moc"
