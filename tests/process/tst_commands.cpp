// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl.h"

#include <QDir>
#include <QFileInfo>
#include <QTest>
#include <sqlite3.h>
#include <unistd.h>

using namespace holdpoint::test;

namespace {

constexpr auto Orders = "tests/data/orders";
enum Exit { Done = 0, Disagree = 1, Usage = 2, Failed = 3 };

}  // namespace

/// What a person may type wrongly or find broken: one sentence, the right exit code, nothing damaged.
class CommandsTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir place_;
    [[nodiscard]] QString at(const QString& name) const { return place_.filePath(name); }

    static void execute(const QString& folder, const char* sql)
    {
        sqlite3* database = nullptr;
        QCOMPARE(sqlite3_open((folder + "/holdpoint.db").toUtf8().constData(), &database), SQLITE_OK);
        QCOMPARE(sqlite3_exec(database, sql, nullptr, nullptr, nullptr), SQLITE_OK);
        sqlite3_close(database);
    }
    static void says(const CtlEnd& end, int code, const char* words)
    {
        QVERIFY2(end.saysOneSentence(), qPrintable(end.err));
        QVERIFY2(end.err.contains(QLatin1String(words)), qPrintable(end.err));
        QCOMPARE(end.code, code);
    }

private slots:
    void initTestCase() { QVERIFY2(QFileInfo::exists(qEnvironmentVariable("HOLDPOINTCTL")), "HOLDPOINTCTL"); }

    void helpIsNoFault()
    {
        QCOMPARE(ctl({"--help"}).code, Done);
        QVERIFY(ctl({"replay", "--help"}).out.contains("--format"));
        QCOMPARE(ctl({}).code, Usage);
    }

    // The same key is the same command, also in another process; young keys are kept.
    void keysAreKnownAndPurged()
    {
        const QString folder = at("keys");
        const QStringList stop{"--local", folder, "stop-intake", "--role", "ops_lead", "--key", "k"};
        QCOMPARE(ctl(stop).code, Done);
        const CtlEnd again = ctl(stop);
        QVERIFY2(again.out.contains("was done before"), qPrintable(again.out + again.err));
        for (const QString& option : {QString("--dry-run"), QString()}) {
            QStringList purge{"--local", folder, "--json", "purge"};
            if (!option.isEmpty())
                purge << option;
            const CtlEnd end = ctl(purge);
            QCOMPARE(end.code, Done);
            QCOMPARE(end.number("commands"), 1);
            QCOMPARE(end.number("young"), 1);
            QCOMPARE(end.number("purged"), 0);
        }
    }

    void whatIsTypedWronglyIsToldAndNothingIsMade_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown command") << QStringList{"frobnicate"} << "no command frobnicate";
        QTest::newRow("unknown format")
            << QStringList{"replay", "--format", "xml", Orders} << "--format is one of";
        QTest::newRow("no format") << QStringList{"replay", Orders} << "--format is one of";
        QTest::newRow("no path") << QStringList{"replay", "--format", "olist"} << "one PATH";
        QTest::newRow("unknown mode") << QStringList{"replay", "--format", "olist", Orders, "--mode", "act"}
                                      << "control, observe or shadow";
        QTest::newRow("speed") << QStringList{"replay", "--format", "olist", Orders, "--speed", "x-1"}
                               << "--speed";
        QTest::newRow("limit") << QStringList{"replay", "--format", "olist", Orders, "--limit", "1e3"}
                               << "--limit";
        QTest::newRow("purge what") << QStringList{"purge", "all"} << "no argument";
        QTest::newRow("option") << QStringList{"replay", "--colour"} << "colour";
        QTest::newRow("check option") << QStringList{"check", "--deep"} << "deep";
        QTest::newRow("number of a cancel")
            << QStringList{"cancel-order", "O-1", "--number", "abc"} << "--number is a whole number";
        QTest::newRow("negative number")
            << QStringList{"outcome", "O-1", "--number", "-1"} << "--number is a whole number";
        QTest::newRow("seen") << QStringList{"release-hold", "O-1", "--seen", "1.5"}
                              << "--seen is a whole number";
        QTest::newRow("backup") << QStringList{"backup"} << "one PATH";
    }
    void whatIsTypedWronglyIsToldAndNothingIsMade()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, words);
        says(ctl(QStringList{"--local", at("typo")} + arguments), Usage, words.toUtf8().constData());
        QVERIFY(!QFileInfo::exists(at("typo")));
    }

    void theDataFolderMustBeNamed() { says(ctl({"check"}), Usage, "--local DIR"); }

    void aMissingPathMakesNoStore()
    {
        says(ctl({"--local", at("none"), "replay", "--format", "olist", at("nowhere")}), Failed, "nowhere");
        QVERIFY(!QFileInfo::exists(at("none")));
    }

    void aStoreThatIsNotThereIsNotMade()
    {
        says(ctl({"--local", at("empty"), "check"}), Failed, "does not exist");
        says(ctl({"--local", at("empty"), "backup", at("b.db")}), Failed, "does not exist");
        says(ctl({"--local", at("empty"), "restore", at("b.db")}), Failed, "does not exist");
        QVERIFY(!QFileInfo::exists(at("empty")) && !QFileInfo::exists(at("b.db")));
    }

    void aTruncatedFileIsTold()
    {
        // A gzip header and a stored block of 100 bytes of which nine are there.
        const auto cut = QByteArray::fromHex("1f8b0800000000000003"
                                             "01"
                                             "6400"
                                             "9bff") +
                         "{\"specver";
        write(at("cut.jsonl.gz"), cut);
        says(ctl({"--local", at("cut"), "replay", "--format", "cloudevents", at("cut.jsonl.gz")}), Failed,
             "damaged at byte");
        write(at("not.jsonl.gz"), "{}");
        says(ctl({"--local", at("cut"), "replay", "--format", "cloudevents", at("not.jsonl.gz")}), Failed,
             "not a gzip file");
        // The folder is as good as new.
        QCOMPARE(ctl({"--local", at("cut"), "replay", "--format", "olist", Orders}).code, Done);
    }

    void aColumnThatIsMissingIsNamed()
    {
        copyFolder(Orders, at("no_column"));
        write(at("no_column/payments.csv"), "order_id,payment_sequential,payment_type\n");
        says(ctl({"--local", at("column"), "replay", "--format", "olist", at("no_column")}), Failed,
             "payment_value");
    }

    void brokenQuotesRefuseOneRowOnly()
    {
        copyFolder(Orders, at("quotes"));
        write(at("quotes/payments.csv"),
              contentOf(Orders + QString("/payments.csv")) + "\"0359f972,1,voucher,1,5.00\n");
        const QStringList observe{"replay", "--format", "olist", "--mode", "observe"};
        const CtlEnd whole = ctl(QStringList{"--local", at("q1"), "--json"} + observe + QStringList{Orders});
        const CtlEnd broken =
            ctl(QStringList{"--local", at("q2"), "--json"} + observe + QStringList{at("quotes")});
        QCOMPARE(broken.code, Done);
        QCOMPARE(broken.json().value("file")["refused"]["bad_csv"].toInteger(), 1);
        QCOMPARE(broken.number("refused"), whole.number("refused") + 1);
        QCOMPARE(broken.number("accepted"), whole.number("accepted"));
        QCOMPARE(broken.json()["state_hash"], whole.json()["state_hash"]);
    }

    void aFolderInUseIsLeftAlone()
    {
        const QStringList slow{"--local", at("used"), "--json",  "replay", "--format",
                               "olist",   Orders,     "--speed", "x100000"};
        const auto first = ctlStart(slow);
        QVERIFY(waitWhileRunning(*first, [&] { return bytesBelow(at("used"), "wms-*.book") > 0; }));
        const CtlEnd second = ctl({"--local", at("used"), "replay", "--format", "olist", Orders});
        QCOMPARE(first->state(), QProcess::Running);
        says(second, Failed, "in use by holdpoint (process ");
        QVERIFY2(!second.err.contains("book"), qPrintable(second.err));
        says(ctl({"--local", at("used"), "stop-intake"}), Failed, "in use");
        const CtlEnd end = ctlEnd(*first);
        QCOMPARE(end.code, Done);
        QVERIFY(end.json()["agree"].toBool());
    }

    void aNewerVersionIsNotTouched()
    {
        QCOMPARE(
            ctl({"--local", at("newer"), "replay", "--format", "olist", Orders, "--mode", "observe"}).code,
            Done);
        execute(at("newer"), "PRAGMA user_version=99; PRAGMA wal_checkpoint(TRUNCATE)");
        const QByteArray before = contentOf(at("newer/holdpoint.db"));
        QVERIFY(!before.isEmpty());
        says(ctl({"--local", at("newer"), "replay", "--format", "olist", Orders}), Failed, "newer version");
        says(ctl({"--local", at("newer"), "check"}), Failed, "newer version");
        QVERIFY(contentOf(at("newer/holdpoint.db")) == before);
    }

    void aFolderThatCannotBeWrittenIsTold()
    {
        says(ctl({"--local", "/proc/holdpoint", "replay", "--format", "olist", Orders}), Failed,
             "cannot be written");
        if (geteuid() == 0)
            QSKIP("skipped: root may write everywhere");
        QDir().mkpath(at("closed"));
        QFile::setPermissions(at("closed"), QFileDevice::ReadOwner | QFileDevice::ExeOwner);
        says(ctl({"--local", at("closed"), "replay", "--format", "olist", Orders}), Failed,
             "cannot be written");
    }

    void aPlantedReceiptEndsTheCheckWithOne()
    {
        const QStringList check{"--local", at("planted"), "--json", "check"};
        QCOMPARE(ctl({"--local", at("planted"), "replay", "--format", "olist", Orders}).code, Done);
        QCOMPARE(ctl(check).code, Done);
        // A receipt of the carrier turns up in the book of the payment service, too: it was never asked of that one.
        const QByteArray line = contentOf(at("planted/vendors/carrier.book")).split('\n').first() + '\n';
        const QString file = at("planted/vendors/payment.book");
        write(file, contentOf(file) + line);
        const CtlEnd end = ctl(check);
        QCOMPARE(end.code, Disagree);
        QVERIFY(!end.json()["agree"].toBool());
        const QString key = end.json().value("first_disagreements")[0]["entity"].toString();
        QVERIFY2(key.startsWith("hp:") && line.contains(key.toUtf8()), qPrintable(key));
    }
};

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
