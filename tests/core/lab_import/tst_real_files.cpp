// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/intake.h"
#include "import_files.h"

#include "core/base/hash.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::lab;

/// The real files: no row is lost, intake takes what is said of them, and a resumed import goes on as if never stopped.
class RealFilesTest : public QObject {
    Q_OBJECT

private:
    struct Outcome {
        ImportReport report;
        std::uint64_t totalRows = 0;
        std::uint64_t items = 0;
        std::uint64_t backwards = 0;  // events that carry a time before the last one's
        std::map<std::string, std::uint64_t> types;
        std::map<std::string, std::uint64_t> intakeRefused;
        std::vector<std::uint64_t> hashes;
    };

    static void take(Outcome& outcome, engine::Intake& intake, Dictionary& names, const ImportedEvent& event,
                     Instant& last)
    {
        outcome.hashes.push_back(hash64(event.bytes));
        const auto parsed = intake.parse(event.bytes);
        if (const auto* refused = std::get_if<RefusedInput>(&parsed)) {
            ++outcome.intakeRefused[names.text(refused->rule)];
            return;
        }
        const auto& taken = std::get<Event>(parsed);
        ++outcome.types[taken.type];
        if (!taken.hasSourceTime)
            return;
        outcome.backwards += taken.sourceTime < last ? 1 : 0;
        last = taken.sourceTime;
    }
    static Outcome run(std::string_view format, const char* folder, ImportMode mode)
    {
        Outcome outcome;
        const auto importer = makeImporter(format);
        if (const auto opened = importer->open(realData() / folder, {mode}); !opened) {
            QTest::qFail(opened.error().detail.c_str(), __FILE__, __LINE__);
            return outcome;
        }
        Dictionary names;
        engine::Intake intake(names);
        Instant last{INT64_MIN};
        for (;;) {
            const auto item = importer->next();
            if (!item || !*item)
                break;
            if ((**item).position != ++outcome.items)
                QTest::qFail("a position is missing", __FILE__, __LINE__);
            if (const auto* event = std::get_if<ImportedEvent>(&(**item).what))
                take(outcome, intake, names, *event, last);
        }
        outcome.report = importer->report();
        outcome.totalRows = importer->totalRows();
        return outcome;
    }
    using Counts = std::map<std::string, std::uint64_t>;

private slots:
    void init()
    {
        if (realData().empty())
            QSKIP("skipped: the real order files are not here (HOLDPOINT_DATA names their folder)");
    }

    void olistObserved()
    {
        Outcome all = run("olist", "olist", ImportMode::Observe);
        QCOMPARE(all.totalRows, 73'577u + 77'107u + 3'814u);
        QCOMPARE(all.report.rows, all.totalRows);
        QCOMPARE(all.report.inEvents, all.totalRows);
        QCOMPARE(all.report.accounted(), all.totalRows);
        QCOMPARE(all.backwards, 0u);
        // 30 orders stand in the part whose lines are known, and have none.
        QCOMPARE(all.intakeRefused, (Counts{{"no_lines", 30}}));
        QCOMPARE(all.types["order.placed"], 73'577u - 30);
        QCOMPARE(all.types["payment.authorised"], 77'107u);
        QCOMPARE(all.types["order.cancel_asked"], 439u + 564u);
    }

    void olistInControl()
    {
        Outcome all = run("olist", "olist", ImportMode::Control);
        QCOMPARE(all.report.accounted(), 154'498u);
        QCOMPARE(all.types.size(), 3u);
        QCOMPARE(all.types["payment.authorised"], 77'107u);
    }

    void onlineRetailObserved()
    {
        Outcome all = run("online-retail", "online-retail", ImportMode::Observe);
        QCOMPARE(all.totalRows, 209'029u);
        QCOMPARE(all.report.accounted(), all.totalRows);
        QCOMPARE(all.report.refused["negative_quantity"], 651u);
        QCOMPARE(all.report.refused["bad_amount"], 1u);  // a price of 0.001
        QCOMPARE(all.types["return.asked"], 3'783 - all.report.refused["credit_without_order"]);
        QCOMPARE(all.types["return.asked"], all.types["return.received"]);
        QCOMPARE(all.backwards, 0u);
        QCOMPARE(all.intakeRefused.size(), 1u);  // invoices of postage and fees alone
        QVERIFY(all.intakeRefused.contains("no_lines"));
    }

    void onlineRetailNamesItsCodes()
    {
        const auto importer = makeImporter("online-retail");
        QVERIFY(importer->open(realData() / "online-retail", {}).has_value());
        const auto collisions = importer->caseCollisions();
        QCOMPARE(collisions.size(), 88u);
        const std::vector<std::string> manual{"M", "m"};
        QVERIFY(std::find(collisions.begin(), collisions.end(), manual) != collisions.end());
    }

    void ocelObserved()
    {
        Outcome all = run("ocel", "ocel-running-example", ImportMode::Observe);
        QCOMPARE(all.totalRows, 22'367u);
        QCOMPARE(all.report.accounted(), all.totalRows);
        QCOMPARE(all.types["order.placed"], 2'000u);
        QCOMPARE(all.types["payment.authorised"], 2'000u);
        QCOMPARE(all.types["shipment.picked"], 8'159u);
        QCOMPARE(all.types["shipment.shipped"], all.types["shipment.delivered"]);
        QVERIFY(all.report.refused.empty());
        QVERIFY(all.intakeRefused.empty());
        QCOMPARE(all.backwards, 0u);
    }

    void ocelInControl()
    {
        Outcome all = run("ocel", "ocel-running-example", ImportMode::Control);
        QCOMPARE(all.report.accounted(), 22'367u);
        QCOMPARE(all.types.size(), 2u);
        QCOMPARE(all.report.inEvents, 4'000u);
    }

    void theSameFilesGiveTheSameEvents()
    {
        const Outcome once = run("ocel", "ocel-running-example", ImportMode::Observe);
        const Outcome again = run("ocel", "ocel-running-example", ImportMode::Observe);
        QVERIFY(once.hashes == again.hashes);
    }

    void aResumedImportGoesOn()
    {
        const auto path = realData() / "ocel-running-example";
        const auto whole = makeImporter("ocel");
        const auto items = drain(*whole, path, ImportMode::Observe);
        for (const std::uint64_t position : {std::uint64_t(0), std::uint64_t(1), std::uint64_t(12'345),
                                             std::uint64_t(items.size()), std::uint64_t(items.size() + 5)}) {
            const auto resumed = makeImporter("ocel");
            QVERIFY(resumed->open(path, {ImportMode::Observe}).has_value());
            QVERIFY(resumed->skipTo(position).has_value());
            const auto tail = rest(*resumed);
            QCOMPARE(tail.size(), items.size() - std::min<std::size_t>(position, items.size()));
            if (!tail.empty())
                QCOMPARE(tail[0].position, position + 1);
            QCOMPARE(resumed->report().accounted(), 22'367u);
            QCOMPARE(resumed->rows(), resumed->totalRows());
        }
    }
};

QTEST_GUILESS_MAIN(RealFilesTest)
#include "tst_real_files.moc"
