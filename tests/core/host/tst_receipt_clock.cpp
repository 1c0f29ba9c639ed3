// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/receipt_clock.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::host;
using namespace std::chrono_literals;
using Verdict = IntakeProof::Verdict;

/// What a receipt becomes by time alone.
class ReceiptClockTest : public QObject {
    Q_OBJECT

private slots:
    void noReplyIsUnknownAfterTwoSecondsOnce()
    {
        ReplyClock clock(1s);
        QVERIFY(!clock.turnsUnknown(2'999ms));
        QVERIFY(clock.turnsUnknown(3s));
        QVERIFY(!clock.turnsUnknown(4s));
    }
    void aReplyIsNeverUnknown()
    {
        ReplyClock clock(1s);
        clock.replied();
        QVERIFY(!clock.turnsUnknown(1min));
    }
    void verifiedAfterTenSecondsOfTraffic()
    {
        IntakeProof proof(5s);
        QVERIFY(!proof.look(14'999ms, 7, 0));
        QCOMPARE(proof.look(15s, 7, 0), Verdict::Verified);
        QVERIFY(!proof.look(16s, 8, 0));
    }
    void withoutTrafficNothingIsVerified()
    {
        IntakeProof proof(0s);
        QVERIFY(!proof.look(15s, 0, 0));
        QVERIFY(!proof.look(29'999ms, 0, 0));
        QCOMPARE(proof.look(30s, 0, 0), Verdict::NothingToMeasure);
        QVERIFY(!proof.look(31s, 0, 0));
        QCOMPARE(proof.look(32s, 1, 0), Verdict::Verified);  // an order came after all
    }
    void anOrderOnTheNewPathFailsIt_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("at once") << 0;
        QTest::newRow("in the window") << 9;
        QTest::newRow("after it") << 60;
    }
    void anOrderOnTheNewPathFailsIt()
    {
        QFETCH(const int, seconds);
        IntakeProof proof(0s);
        QCOMPARE(proof.look(std::chrono::seconds{seconds}, 3, 1), Verdict::Failed);
        QVERIFY(proof.isOver());
        QVERIFY(!proof.look(2min, 4, 0));
    }
    void whatWasVerifiedCanStillFail()
    {
        IntakeProof proof(0s);
        QCOMPARE(proof.look(10s, 3, 0), Verdict::Verified);
        QCOMPARE(proof.look(20s, 4, 1), Verdict::Failed);
    }
};

QTEST_GUILESS_MAIN(ReceiptClockTest)
#include "tst_receipt_clock.moc"
