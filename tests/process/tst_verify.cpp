// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>
#include <sqlite3.h>

using namespace holdpoint::test;

namespace {

enum Exit { AsWritten = 0, Differs = 1, NotVerified = 2 };

class Store {
public:
    explicit Store(const QString& folder)
    {
        if (sqlite3_open((folder + "/holdpoint.db").toUtf8().constData(), &handle_) != SQLITE_OK)
            QTest::qFail("the store does not open", __FILE__, __LINE__);
    }
    ~Store() { sqlite3_close(handle_); }
    Store(const Store&) = delete;
    Store& operator=(const Store&) = delete;

    void run(const QString& sql)
    {
        QCOMPARE(sqlite3_exec(handle_, sql.toUtf8().constData(), nullptr, nullptr, nullptr), SQLITE_OK);
    }
    qint64 number(const QString& sql)
    {
        sqlite3_stmt* statement = nullptr;
        sqlite3_prepare_v2(handle_, sql.toUtf8().constData(), -1, &statement, nullptr);
        const qint64 value = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
        sqlite3_finalize(statement);
        return value;
    }
    /// One bit of the last byte of a blob.
    void flip(const char* table, const char* column, qint64 row)
    {
        sqlite3_blob* blob = nullptr;
        QCOMPARE(sqlite3_blob_open(handle_, "main", table, column, row, 1, &blob), SQLITE_OK);
        char byte = 0;
        const int last = sqlite3_blob_bytes(blob) - 1;
        QCOMPARE(sqlite3_blob_read(blob, &byte, 1, last), SQLITE_OK);
        byte = static_cast<char>(byte ^ 1);
        QCOMPARE(sqlite3_blob_write(blob, &byte, 1, last), SQLITE_OK);
        sqlite3_blob_close(blob);
    }
    qint64 frameOf(qint64 step)
    {
        return number("SELECT min(number) FROM frame WHERE last_seq>=" + QString::number(step));
    }

private:
    sqlite3* handle_ = nullptr;
};

}  // namespace

/// The verifier finds every way in which a store can be other than it was written, and says where.
class VerifyTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir place_;
    [[nodiscard]] QString at(const QString& name) const { return place_.filePath(name); }

    QString key_;  // as somebody kept it elsewhere

    /// A store of its own for each test, with its checkpoints.
    QString fresh()
    {
        const QString folder = at(QTest::currentTestFunction() + QString("_") + QTest::currentDataTag());
        QDir().mkpath(folder);
        for (const char* name : {"holdpoint.db", "checkpoints.jsonl"})
            QFile::copy(at("made/") + name, folder + '/' + name);
        return folder;
    }
    static CtlEnd verify(const QStringList& arguments)
    {
        QProcess process;
        process.start(qEnvironmentVariable("HOLDPOINT_VERIFY"), arguments);
        return ctlEnd(process);
    }
    CtlEnd verifyWithKey(const QString& folder) { return verify({folder, "--key", key_, "--json"}); }
    static QJsonObject firstOf(const CtlEnd& end) { return end.json().value("findings")[0].toObject(); }

private slots:
    void initTestCase()
    {
        QVERIFY2(QFileInfo::exists(qEnvironmentVariable("HOLDPOINT_VERIFY")), "HOLDPOINT_VERIFY");
        const QStringList replay{"--local", at("made"), "replay",  "--format",
                                 "olist",   "--mode",   "observe", "tests/data/orders"};
        QCOMPARE(ctl(replay).code, 0);
        Store(at("made")).run("PRAGMA wal_checkpoint(TRUNCATE)");
        key_ = contentOf(at("made/checkpoints.pub")).trimmed();
        QCOMPARE(key_.size(), 64);
    }

    void aCleanStoreIsVerified()
    {
        const CtlEnd end = verifyWithKey(fresh());
        QVERIFY2(end.code == AsWritten, qPrintable(end.out + end.err));
        QVERIFY(end.json()["verified"].toBool());
        QVERIFY(!end.json()["key_of_folder"].toBool());
        QVERIFY(end.number("steps") > 100);
        QVERIFY(end.number("checkpoints") >= 1);
        QCOMPARE(end.number("covered"), end.number("frames"));
        QCOMPARE(end.json()["journal_hash"],
                 ctl({"--local", at("made"), "--json", "check"}).json()["journal_hash"]);
    }

    void aKeyBesideTheCheckpointsIsTold()
    {
        const CtlEnd end = verify({at("made"), "--json"});
        QCOMPARE(end.code, AsWritten);
        QVERIFY(end.json()["key_of_folder"].toBool());
    }

    void nothingIsWritten()
    {
        const QString folder = fresh();
        const QByteArray before = contentOf(folder + "/holdpoint.db");
        QCOMPARE(verifyWithKey(folder).code, AsWritten);
        QVERIFY(contentOf(folder + "/holdpoint.db") == before);
    }

    void aFlippedBitIsFoundInItsFrame_data()
    {
        QTest::addColumn<int>("share");
        QTest::newRow("first step") << 0;
        QTest::newRow("in the middle") << 50;
        QTest::newRow("newest step") << 100;
    }
    void aFlippedBitIsFoundInItsFrame()
    {
        QFETCH(int, share);
        const QString folder = fresh();
        qint64 frame = 0;
        {
            Store store(folder);
            const qint64 step = 1 + (store.number("SELECT max(seq) FROM step") - 1) * share / 100;
            frame = store.frameOf(step);
            store.flip("step", "body", step);
        }
        const CtlEnd end = verifyWithKey(folder);
        QCOMPARE(end.code, Differs);
        QCOMPARE(end.number("found"), 1);
        QCOMPARE(firstOf(end)["frame"].toInteger(), frame);
        QVERIFY(
            firstOf(end)["text"].toString().startsWith("Frame " + QString::number(frame) + " was changed"));
    }

    void aStepThatIsMissingIsNamed()
    {
        const QString folder = fresh();
        qint64 frame = 0;
        {
            Store store(folder);
            frame = store.frameOf(7);
            store.run("DELETE FROM step WHERE seq=7");
        }
        const CtlEnd end = verifyWithKey(folder);
        QCOMPARE(end.code, Differs);
        QCOMPARE(firstOf(end)["step"].toInteger(), 7);
        QCOMPARE(firstOf(end)["frame"].toInteger(), frame);
    }

    void whatElseIsOfTheChainIsFound_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("time") << "UPDATE frame SET at=at+1 WHERE number=2";
        QTest::newRow("hash") << "UPDATE frame SET hash=zeroblob(32) WHERE number=2";
        QTest::newRow("no hash") << "UPDATE frame SET hash=x'' WHERE number=2";
        QTest::newRow("frame") << "DELETE FROM frame WHERE number=2";
        QTest::newRow("entity")
            << "UPDATE step SET entity=entity+64 WHERE seq=(SELECT last_seq FROM frame WHERE number=2)";
        QTest::newRow("distance")
            << "UPDATE step SET previous=previous+1 WHERE seq=(SELECT last_seq FROM frame WHERE number=2)";
    }
    void whatElseIsOfTheChainIsFound()
    {
        QFETCH(QString, sql);
        const QString folder = fresh();
        Store(folder).run(sql);
        const CtlEnd end = verifyWithKey(folder);
        QCOMPARE(end.code, Differs);
        QCOMPARE(firstOf(end)["frame"].toInteger(), 2);
    }

    // The store is whole in itself: only the second place knows.
    void aNewestFrameThatWasRemovedIsFoundByTheCheckpoint()
    {
        const QString folder = fresh();
        qint64 newest = 0;
        {
            Store store(folder);
            newest = store.number("SELECT max(number) FROM frame");
            store.run("DELETE FROM frame WHERE number=(SELECT max(number) FROM frame);"
                      "DELETE FROM step WHERE seq>(SELECT max(last_seq) FROM frame);"
                      "UPDATE partition SET head=(SELECT max(last_seq) FROM frame)");
        }
        QCOMPARE(verify({folder, "--chain-only"}).code, AsWritten);
        const CtlEnd end = verifyWithKey(folder);
        QCOMPARE(end.code, Differs);
        QCOMPARE(firstOf(end)["frame"].toInteger(), newest);
        QVERIFY2(firstOf(end)["text"].toString().contains("frames were removed"), qPrintable(end.out));
    }

    void aFrameThatWasRemovedWithoutItsStepsIsFound()
    {
        const QString folder = fresh();
        Store(folder).run("DELETE FROM frame WHERE number=(SELECT max(number) FROM frame)");
        const CtlEnd end = verify({folder, "--chain-only", "--json"});
        QCOMPARE(end.code, Differs);
        QVERIFY2(firstOf(end)["text"].toString().contains("is in no frame"), qPrintable(end.out));
    }

    void anotherKeyIsFound()
    {
        const QString folder = fresh();
        const CtlEnd end = verify({folder, "--json", "--key", QString(64, '7')});
        QCOMPARE(end.code, Differs);
        QVERIFY2(firstOf(end)["text"].toString().contains("signed with another key"), qPrintable(end.out));
    }

    void aSignatureThatIsNotOfTheKeyIsFound()
    {
        const QString folder = fresh();
        QByteArray lines = contentOf(folder + "/checkpoints.jsonl");
        const qsizetype signature = lines.lastIndexOf("\":\"") + 3;
        lines[signature] = lines[signature] == '0' ? '1' : '0';
        write(folder + "/checkpoints.jsonl", lines);
        const CtlEnd end = verifyWithKey(folder);
        QCOMPARE(end.code, Differs);
        QVERIFY2(firstOf(end)["text"].toString().contains("not of its key"), qPrintable(end.out));
    }

    // The line names the key that it should have, and the frame that the store has.
    void aCheckpointOfAnotherFrameIsNoProof()
    {
        const QString folder = fresh();
        QByteArray lines = contentOf(folder + "/checkpoints.jsonl");
        lines.replace("{\"frame\":", "{\"frame\":1");
        write(folder + "/checkpoints.jsonl", lines);
        QCOMPARE(verifyWithKey(folder).code, Differs);
    }

    void aLineThatIsNoCheckpointIsFoundAndATornOneIsNot()
    {
        const QString folder = fresh();
        const QByteArray lines = contentOf(folder + "/checkpoints.jsonl");
        write(folder + "/checkpoints.jsonl", lines + lines.left(40));
        QCOMPARE(verifyWithKey(folder).code, AsWritten);
        write(folder + "/checkpoints.jsonl", lines + lines.left(40) + '\n');
        const CtlEnd end = verifyWithKey(folder);
        QCOMPARE(end.code, Differs);
        QVERIFY2(firstOf(end)["text"].toString().contains("is not a checkpoint"), qPrintable(end.out));
    }

    void aCopyInTheStoreMustHold()
    {
        const QString folder = fresh();
        Store(folder).run(
            "REPLACE INTO checkpoint(frame, root, signature) VALUES(1, zeroblob(32), zeroblob(64))");
        const CtlEnd end = verifyWithKey(folder);
        QCOMPARE(end.code, Differs);
        QVERIFY2(firstOf(end)["text"].toString().contains("the store's own copy"), qPrintable(end.out));
    }

    void whatCannotBeVerifiedIsNotVerified_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("nothing") << QStringList{};
        QTest::newRow("two folders") << QStringList{"made", "made"};
        QTest::newRow("unknown option") << QStringList{"made", "--deep"};
        QTest::newRow("no folder") << QStringList{"nowhere", "--chain-only"};
        QTest::newRow("no checkpoints") << QStringList{"made", "--checkpoints", "nowhere"};
        QTest::newRow("no key") << QStringList{"made", "--key", "nowhere"};
        QTest::newRow("no store") << QStringList{"odd", "--chain-only"};
        QTest::newRow("empty checkpoints")
            << QStringList{"made", "--checkpoints", "empty", "--key", QString(64, '7')};
    }
    void whatCannotBeVerifiedIsNotVerified()
    {
        QFETCH(QStringList, arguments);
        QDir().mkpath(at("odd"));
        write(at("odd/holdpoint.db"), "no database");
        write(at("empty"), "");
        for (QString& argument : arguments)
            if (!argument.startsWith('-') && argument.size() < 64)
                argument = at(argument);
        const CtlEnd end = verify(arguments);
        QCOMPARE(end.code, NotVerified);
        QVERIFY2(end.err.startsWith("holdpoint-verify: ") && end.err.count('\n') == 1, qPrintable(end.err));
    }

    void itLinksValuesAndNothingElseOfOurs()
    {
        const QString program = qEnvironmentVariable("HOLDPOINT_VERIFY");
        QProcess ldd;
        ldd.start("ldd", {program});
        QVERIFY(ldd.waitForFinished());
        const QString libraries = ldd.readAllStandardOutput();
        QVERIFY(libraries.contains("libsodium") && libraries.contains("libsqlite3"));
        QVERIFY2(!libraries.contains("Qt"), qPrintable(libraries));

        const QString plan = contentOf(QFileInfo(program).dir().filePath("../build.ninja"));
        const QRegularExpression line("^build bin/holdpoint-verify:.*$", QRegularExpression::MultilineOption);
        const QString inputs = line.match(plan).captured().section("||", 0, 0);
        QStringList archives;
        auto found = QRegularExpression("(\\S+)\\.a\\b").globalMatch(inputs);
        while (found.hasNext())
            archives += found.next().captured(1);
        archives.removeDuplicates();
        archives.sort();
        QCOMPARE(archives, (QStringList{"core/base/libcore_base", "core/model/libcore_model"}));
    }
};

QTEST_GUILESS_MAIN(VerifyTest)
#include "tst_verify.moc"
