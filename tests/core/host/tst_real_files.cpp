// SPDX-License-Identifier: GPL-3.0-or-later
#include "host_rig.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::host;

/// The first 20,000 events of the real order files, if they are there.
class RealFilesTest : public QObject {
    Q_OBJECT

private slots:
    void theNumbersAgree_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("acting");
        for (const bool acting : {false, true}) {
            const char* mode = acting ? "control" : "observe";
            QTest::addRow("olist, %s", mode) << "olist"
                                             << "olist" << acting;
            QTest::addRow("online-retail, %s", mode) << "online-retail"
                                                     << "online-retail" << acting;
            QTest::addRow("ocel, %s", mode) << "ocel"
                                            << "ocel-running-example" << acting;
        }
    }
    void theNumbersAgree()
    {
        QFETCH(QString, format);
        QFETCH(QString, folder);
        QFETCH(bool, acting);
        if (realFiles().empty())
            QSKIP("skipped: the real order files are not there");
        const std::filesystem::path files = realFiles() / folder.toStdString();
        ReplayOptions options =
            acting ? control(format.toStdString(), files) : observe(format.toStdString(), files);
        options.limit = format == "olist" ? 20'000 : 1'000;
        const Folder store;
        const ReplayResult run = replayInto(store.path(), options);
        qInfo("%llu events in %.1f s, settled after %.1f s", static_cast<unsigned long long>(run.sent),
              run.seconds, run.totalSeconds);
        QCOMPARE(run.sent, options.limit);
        QCOMPARE(run.accepted + run.refused + run.parked + run.duplicate, run.sent);
        QCOMPARE(run.report.accounted(), run.report.rows);
        const NumbersReport report = numbersOf(store.path());
        QVERIFY2(report.agrees(), wordsOf(report).c_str());
        QCOMPARE(report.books.effectsInBooks > 0, acting);
        QCOMPARE(report.books.callsRecorded, report.books.callsInBooks);
        QCOMPARE(report.store.numbers.outbox, 0);
    }
};

QTEST_GUILESS_MAIN(RealFilesTest)
#include "tst_real_files.moc"
