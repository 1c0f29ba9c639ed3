// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_rig.h"

#include "core/host/contract_files.h"

#include <QTest>
#include <fstream>

using namespace holdpoint;
using namespace holdpoint::host;

/// Contracts of a folder take the place of those compiled in, and are checked as strictly.
class ContractFilesTest : public QObject {
    Q_OBJECT

private:
    static std::filesystem::path copied(const Folder& folder)
    {
        const auto to = folder.path("contracts");
        std::filesystem::copy("resources/contracts", to);
        return to;
    }
    static void replace(const std::filesystem::path& file, const std::string& what, const std::string& with)
    {
        std::ifstream in(file);
        std::string text{std::istreambuf_iterator<char>(in), {}};
        QVERIFY(text.find(what) != std::string::npos);
        text.replace(text.find(what), what.size(), with);
        std::ofstream(file) << text;
    }

private slots:
    void noFolderGivesWhatIsCompiledIn() { QCOMPARE(contractsIn({})->of("x", Operation::Ship).version, 1u); }

    void theFolderCounts()
    {
        const Folder folder;
        const auto contracts = copied(folder);
        replace(contracts / "ship.json", "\"x-version\": 1", "\"x-version\": 7");
        const auto read = contractsIn(contracts);
        QVERIFY2(read.has_value(), read ? "" : read.error().detail.c_str());
        QCOMPARE(read->of("x", Operation::Ship).version, 7u);
        QCOMPARE(read->of("x", Operation::Cancel).version, 1u);
    }

    void aFileThatIsNoJsonIsLeftAlone()
    {
        const Folder folder;
        const auto contracts = copied(folder);
        std::ofstream(contracts / "README") << "words";
        QVERIFY(contractsIn(contracts).has_value());
    }

    void fileAndPlaceAreNamed()
    {
        const Folder folder;
        const auto contracts = copied(folder);
        replace(contracts / "ship.json", "\"x-system\": \"wms\"", "\"x-system\": \"moon\"");
        const auto refused = contractsIn(contracts);
        QCOMPARE(refused.error().code, Code::InvalidArgument);
        QCOMPARE(refused.error().detail, std::string("ship.json: /x-system: no such system"));
    }

    void aFolderWithoutContractsIsTold()
    {
        const Folder folder;
        QCOMPARE(contractsIn(folder.path("nowhere")).error().code, Code::NotFound);
        std::filesystem::create_directory(folder.path("empty"));
        const auto refused = contractsIn(folder.path("empty"));
        QCOMPARE(refused.error().code, Code::NotFound);
        QVERIFY(refused.error().detail.ends_with("no *.json is there"));
    }

    void anOperationThatIsMissingIsTold()
    {
        const Folder folder;
        const auto contracts = copied(folder);
        std::filesystem::remove(contracts / "refund.json");
        QCOMPARE(contractsIn(contracts).error().detail, std::string("no contract for refund"));
    }

    // A fault in them is told before anything is made.
    void aWorldWithBadContractsDoesNotStart()
    {
        const Folder folder;
        LabWorld::Options options;
        options.folder = folder.path();
        options.contracts = folder.path("nowhere");
        QCOMPARE(LabWorld::start(options).error().code, Code::NotFound);
        QVERIFY(!std::filesystem::exists(folder.path()));
    }

    // Our side holds the vendors to what the folder says: they still speak as before, so their answer is a breach.
    void vendorsAreHeldToTheFolder()
    {
        const Folder folder;
        LabWorld::Options options;
        options.folder = folder.path();
        options.contracts = copied(folder);
        options.fulfilAfter = Milliseconds{20};
        replace(options.contracts / "ship.json", "[\"shipment_id\", \"status\"]",
                "[\"parcel_id\", \"status\"]");
        auto world = LabWorld::start(options);
        QVERIFY2(world.has_value(), world ? "" : world.error().detail.c_str());
        (void)post(**world, {counted("east", "SKU", 5), placed("C-1", "SKU"), paid("C-1")});
        settle(**world);
        world->reset();
        QCOMPARE(numbersOf(folder.path()).store.numbers.exceptionsOpen, 1);
    }
};

QTEST_GUILESS_MAIN(ContractFilesTest)
#include "tst_contract_files.moc"
