// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/books_check.h"
#include "core/store/store_reader.h"
#include "ctl.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

/// kill -9 in the middle of a replay that acts on vendors, again and again; then it is run to its end.
class KillTest : public QObject {
    Q_OBJECT

private:
    static constexpr auto Orders = "tests/data/orders";

    static QStringList replay(const QString& folder, const char* speed)
    {
        return {"--local", folder, "--json", "replay", "--format", "olist", Orders, "--speed", speed};
    }
    /// Starts and kills when the vendors' books have grown by `bytes`; false if it ended before.
    static bool killAfter(const QString& folder, const char* speed, qint64 bytes)
    {
        const qint64 before = bytesBelow(folder, "*.book");
        const auto process = ctlStart(replay(folder, speed));
        const bool grown =
            waitWhileRunning(*process, [&] { return bytesBelow(folder, "*.book") >= before + bytes; });
        const bool killed = grown && process->state() == QProcess::Running;
        process->kill();
        process->waitForFinished();
        return killed && process->exitStatus() == QProcess::CrashExit;
    }
    static session::EventCounts ofTheFiles(const host::NumbersReport& report)
    {
        for (const auto& [producer, counts] : report.store.numbers.byProducer)
            if (producer == "olist")
                return counts;
        return {};
    }

private slots:
    void nothingIsLostAndNothingDoubled_data()
    {
        QTest::addColumn<QString>("speed");
        QTest::addColumn<QList<qint64>>("kills");
        QTest::newRow("all at once, killed while vendors answer")
            << "max" << QList<qint64>{0, 1, 3'000, 6'000};
        QTest::newRow("at a pace, killed between events")
            << "x600000" << QList<qint64>{1, 2'000, 1, 4'000, 2'000};
    }
    void nothingIsLostAndNothingDoubled()
    {
        QFETCH(QString, speed);
        QFETCH(QList<qint64>, kills);
        const QTemporaryDir place;
        const QString folder = place.filePath("killed");
        int killed = 0;
        for (const qint64 bytes : kills)
            killed += killAfter(folder, speed.toLatin1().constData(), bytes) ? 1 : 0;
        QVERIFY2(killed >= 3, qPrintable(QString::number(killed)));
        const CtlEnd end = ctl(replay(folder, speed.toLatin1().constData()));
        QVERIFY2(end.code == 0, qPrintable(end.err + end.out));
        const CtlEnd whole = ctl(replay(place.filePath("whole"), "max"));
        QCOMPARE(whole.code, 0);

        const auto a = host::checkNumbers(folder.toStdString());
        const auto b = host::checkNumbers(place.filePath("whole").toStdString());
        QVERIFY(a && b && a->agrees() && b->agrees());  // the chain, and the books key by key
        const session::EventCounts one = ofTheFiles(*a);
        const session::EventCounts other = ofTheFiles(*b);
        qInfo("killed %d times, resumed at %lld; events of the files: %lld received, %lld accepted", killed,
              static_cast<long long>(end.number("resumed_at")), static_cast<long long>(one.received),
              static_cast<long long>(one.accepted));
        QVERIFY(one.received > 150);
        QCOMPARE(one.received, other.received);
        QCOMPARE(one.accepted, other.accepted);
        QCOMPARE(one.parked, other.parked);
        QCOMPARE(one.refused, other.refused);
        QCOMPARE(one.duplicate, 0);
        QCOMPARE(a->store.numbers.ordersAccepted(), b->store.numbers.ordersAccepted());
        QCOMPARE(end.number("resumed_at") + end.number("sent"), whole.number("sent"));
        QCOMPARE(a->store.numbers.outbox, 0);
    }

    void aStoreThatWasKilledCanBeCheckedAtOnce()
    {
        const QTemporaryDir place;
        const QString folder = place.filePath("killed");
        QVERIFY(killAfter(folder, "max", 2'000));
        const auto report = host::checkNumbers(folder.toStdString());
        QVERIFY(report.has_value());
        QVERIFY(report->conserved && report->store.agrees());
    }
};

QTEST_GUILESS_MAIN(KillTest)
#include "tst_kill.moc"
