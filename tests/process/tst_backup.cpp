// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/books_check.h"
#include "ctl.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>

using namespace holdpoint;
using namespace holdpoint::test;

/// A backup that is taken while a replay writes, and what it is good for.
class BackupTest : public QObject {
    Q_OBJECT

private:
    static constexpr auto Orders = "tests/data/orders";

private slots:
    void aBackupOfARunningReplayIsAWholeStore()
    {
        const QTemporaryDir place;
        const QString live = place.filePath("live");
        const QString other = place.filePath("other");
        const QString file = place.filePath("backup.db");
        const auto replay = ctlStart(
            {"--local", live, "--json", "replay", "--format", "olist", Orders, "--speed", "x400000"});
        QVERIFY(waitWhileRunning(*replay, [&] { return bytesBelow(live, "wms-*.book") > 0; }));
        const CtlEnd backup = ctl({"--local", live, "backup", file});
        QVERIFY2(backup.code == 0, qPrintable(backup.err));
        QCOMPARE(replay->state(), QProcess::Running);
        const CtlEnd refused = ctl({"--local", live, "restore", file});
        QCOMPARE(refused.code, 3);
        QVERIFY2(refused.saysOneSentence() && refused.err.contains("in use"), qPrintable(refused.err));

        const CtlEnd restored = ctl({"--local", other, "restore", file});
        QVERIFY2(restored.code == 0, qPrintable(restored.err));
        const auto early = host::checkNumbers(other.toStdString());
        QVERIFY(early.has_value());
        QVERIFY(early->conserved && early->store.agrees());  // the books are those of the other folder
        QVERIFY(early->store.numbers.ordersAccepted() > 0);

        const CtlEnd end = ctlEnd(*replay);
        QVERIFY2(end.code == 0, qPrintable(end.err));
        QVERIFY(end.json()["agree"].toBool());
        QVERIFY(end.number("orders_accepted") > early->store.numbers.ordersAccepted());
    }

    void aRestoredStoreIsTheOneThatWasSaved()
    {
        const QTemporaryDir place;
        const QString live = place.filePath("live");
        const QString file = place.filePath("backup.db");
        const QStringList replay{"--local", live,   "--json", "replay", "--format",
                                 "olist",   Orders, "--mode", "observe"};
        const CtlEnd first = ctl(replay + QStringList{"--limit", "100"});
        QCOMPARE(ctl({"--local", live, "backup", file}).code, 0);
        const CtlEnd whole = ctl(replay);
        QVERIFY(whole.json()["journal_hash"] != first.json()["journal_hash"]);
        QCOMPARE(ctl({"--local", live, "restore", file}).code, 0);
        QCOMPARE(ctl({"--local", live, "--json", "check"}).json()["journal_hash"],
                 first.json()["journal_hash"]);
        const CtlEnd again = ctl(replay);
        QCOMPARE(again.number("resumed_at"), 100);
        QCOMPARE(again.json()["state_hash"], whole.json()["state_hash"]);
    }

    void aDamagedBackupIsNotPutInPlace()
    {
        const QTemporaryDir place;
        const QString live = place.filePath("live");
        const QString file = place.filePath("backup.db");
        QCOMPARE(ctl({"--local", live, "replay", "--format", "olist", Orders, "--mode", "observe"}).code, 0);
        QCOMPARE(ctl({"--local", live, "backup", file}).code, 0);
        const QByteArray good = contentOf(file);
        write(file, good.left(good.size() / 2));
        const QJsonObject before = ctl({"--local", live, "--json", "check"}).json();
        const CtlEnd end = ctl({"--local", live, "restore", file});
        QCOMPARE(end.code, 3);
        QVERIFY2(end.saysOneSentence(), qPrintable(end.err));
        QCOMPARE(ctl({"--local", live, "--json", "check"}).json(), before);
    }

    void aSupportBundleIsWrittenAndNamesNoOrder()
    {
        const QTemporaryDir place;
        const QString live = place.filePath("live");
        QCOMPARE(ctl({"--local", live, "replay", "--format", "olist", Orders}).code, 0);
        const CtlEnd end = ctl({"--local", live, "bundle", place.filePath("bundle")});
        QVERIFY2(end.code == 0, qPrintable(end.err));
        QByteArray text;
        for (const QFileInfo& file : QDir(place.filePath("bundle")).entryInfoList(QDir::Files))
            text += contentOf(file.filePath());
        QVERIFY(text.contains("received "));
        for (const QByteArray& row : contentOf(Orders + QString("/orders.csv")).split('\n'))
            QVERIFY2(row.size() < 32 || !text.contains(row.left(32)), row.constData());
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
