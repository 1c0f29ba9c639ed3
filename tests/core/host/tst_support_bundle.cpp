// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/support_bundle.h"
#include "host_rig.h"

#include <QTest>
#include <fstream>
#include <iterator>

using namespace holdpoint;
using namespace holdpoint::host;

/// What leaves the house in a support bundle: nothing that came in with an event.
class SupportBundleTest : public QObject {
    Q_OBJECT

private:
    static constexpr const char* Canaries[] = {
        "CANARY-ORDER", "Canary Street 7", "canary@example.org", "9137.77",     "913777",        "CANARY-SKU",
        "canary-event", "Canary Region",   "canary-method",      "canary_rule", "canary_refusal"};
    static std::string textOf(const std::filesystem::path& folder)
    {
        std::string all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
            all += entry.path().filename().string() + '\n';
            std::ifstream in(entry.path(), std::ios::binary);
            if (entry.is_regular_file())
                all.append(std::istreambuf_iterator<char>(in), {});
        }
        return all;
    }
    static void fill(const std::filesystem::path& folder)
    {
        const auto world = worldOn(folder);
        (void)post(*world, linesOf("tests/data/events/canary.jsonl"));
        settle(*world);
    }

private slots:
    void nothingThatCameInWithAnEventIsInIt()
    {
        const Folder folder;
        fill(folder.path());
        const auto made = supportBundle(folder.path(), folder.path("bundle"));
        QVERIFY2(made.has_value(), made ? "" : made.error().detail.c_str());
        const std::string text = textOf(folder.path("bundle"));
        for (const char* canary : Canaries)
            QVERIFY2(text.find(canary) == std::string::npos, canary);
        // and the canaries were there to be found
        QVERIFY(textOf(folder.path()).find("CANARY-SKU") != std::string::npos);
    }

    void itTellsTheNumbersAndTheOpenProblems()
    {
        const Folder folder;
        fill(folder.path());
        QVERIFY(supportBundle(folder.path(), folder.path("bundle")).has_value());
        const std::string text = textOf(folder.path("bundle"));
        const NumbersReport report = numbersOf(folder.path());
        QVERIFY(text.find("received " + std::to_string(report.store.numbers.events.received) + '\n') !=
                std::string::npos);
        QVERIFY(text.find("state_hash " + toHex(report.store.stateHash)) != std::string::npos);
        QVERIFY(report.store.numbers.exceptionsOpen > 0);
        QVERIFY(text.find("lines_unknown") != std::string::npos);
    }

    void aFolderThatIsThereIsNotWrittenInto()
    {
        const Folder folder;
        fill(folder.path());
        std::filesystem::create_directory(folder.path("bundle"));
        const auto made = supportBundle(folder.path(), folder.path("bundle"));
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().code, Code::Conflict);
        QVERIFY(std::filesystem::is_empty(folder.path("bundle")));
    }
};

QTEST_GUILESS_MAIN(SupportBundleTest)
#include "tst_support_bundle.moc"
