// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/checkpoint.h"

#include <QtTest>

using namespace holdpoint;

/// The line and the signed bytes are a promise to verifiers that are not ours.
class CheckpointTest : public QObject {
    Q_OBJECT

private:
    static Checkpoint sample()
    {
        Checkpoint made;
        made.frame = 1000;
        made.hash.fill(std::byte{0xab});
        made.key.fill(std::byte{0x01});
        made.signature.fill(std::byte{0x9f});
        return made;
    }
    static std::string hex(const char* two, int times)
    {
        std::string text;
        for (int i = 0; i < times; ++i)
            text += two;
        return text;
    }

private slots:
    void theLineIsFixed()
    {
        QCOMPARE(toLine(sample()), R"({"frame":1000,"hash":")" + hex("ab", 32) + R"(","key":")" +
                                       hex("01", 32) + R"(","signature":")" + hex("9f", 64) + R"("})");
    }

    void theSignedBytesAreFixed()
    {
        const auto bytes = signedBytes(0x0102, sample().hash);
        QCOMPARE(toHex(bytes),
                 toHex(bytesOf("holdpoint checkpoint 1\n")) + "0201000000000000" + hex("ab", 32));
    }

    void aLineIsReadAsItWasWritten()
    {
        Checkpoint largest = sample();
        largest.frame = std::numeric_limits<FrameNo>::max();
        for (const Checkpoint& made : {sample(), largest}) {
            const auto read = checkpointOf(toLine(made));
            QVERIFY(read.has_value());
            QVERIFY(*read == made);
        }
    }

    void anyOtherLineIsRefused_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("with");
        QTest::newRow("upper case") << "ab"
                                    << "AB";
        QTest::newRow("no digit") << "ab"
                                  << "xb";
        QTest::newRow("longer hash") << "\",\"key"
                                     << "00\",\"key";
        QTest::newRow("leading zero") << "1000"
                                      << "01000";
        QTest::newRow("negative") << "1000"
                                  << "-1000";
        QTest::newRow("no number") << "1000"
                                   << "";
        QTest::newRow("too large") << "1000"
                                   << "18446744073709551616";
        QTest::newRow("space") << "\"hash\":"
                               << "\"hash\": ";
        QTest::newRow("other field") << "key"
                                     << "kez";
        QTest::newRow("more behind") << "}"
                                     << "} ";
        QTest::newRow("cut") << "\"}"
                             << "";
    }
    void anyOtherLineIsRefused()
    {
        QFETCH(QString, what);
        QFETCH(QString, with);
        QString line = QString::fromStdString(toLine(sample()));
        const qsizetype at = line.indexOf(what);
        QVERIFY(at >= 0);
        line.replace(at, what.size(), with);
        QVERIFY(!checkpointOf(line.toStdString()));
        QVERIFY(!checkpointOf(""));
    }
};

QTEST_APPLESS_MAIN(CheckpointTest)
#include "tst_checkpoint.moc"
