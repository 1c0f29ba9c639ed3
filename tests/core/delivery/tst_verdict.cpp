// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/next_move.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::delivery;

class Verdict : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        effect = {};
        vendor = {};
    }
    void doneReturnsTheStoredAnswer()
    {
        effect.state = EffectState::Done;
        effect.reference = "s-1";
        vendor.honoursKeys = false;
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Done);
        QCOMPARE(verdict(effect, vendor, false), RetryVerdict::Done);
    }
    void neverSentIsSafe()
    {
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Safe);
        effect.state = EffectState::NotSent;
        QCOMPARE(verdict(effect, vendor, false), RetryVerdict::Safe);
    }
    void suppressedIsFutile()
    {
        effect.state = EffectState::Suppressed;
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Futile);
    }
    void aTimeOutIsUnknown()
    {
        effect.state = EffectState::Unknown;
        effect.cls = FailureClass::Transport;
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Unknown);
        vendor.hasStatusQuery = vendor.honoursKeys = false;
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Unknown);
    }
    void anExpiredKeyMakesUnknownUnsafe()
    {
        effect.state = EffectState::Unknown;
        QCOMPARE(verdict(effect, vendor, false), RetryVerdict::Unsafe);
    }
    void provedAbsentIsSafe()
    {
        effect.state = EffectState::Unknown;
        effect.proved = true;
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Safe);
        QCOMPARE(verdict(effect, vendor, false), RetryVerdict::Safe);
    }
    void confirmedWithoutCoverIsUnsafe()
    {
        effect.state = EffectState::Unknown;
        effect.reference = "s-1";
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Safe);
        QCOMPARE(verdict(effect, vendor, false), RetryVerdict::Unsafe);
        vendor.honoursKeys = false;
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Unsafe);
    }
    void failuresByClass_data()
    {
        QTest::addColumn<int>("cls");
        QTest::addColumn<int>("expected");
        const auto row = [](FailureClass cls, RetryVerdict expected) {
            QTest::newRow(name(cls).data()) << static_cast<int>(cls) << static_cast<int>(expected);
        };
        row(FailureClass::Transport, RetryVerdict::Safe);
        row(FailureClass::Validation, RetryVerdict::Futile);
        row(FailureClass::SoftBusiness, RetryVerdict::Futile);
        row(FailureClass::HardBusiness, RetryVerdict::Futile);
        row(FailureClass::Unclassified, RetryVerdict::Unknown);
    }
    void failuresByClass()
    {
        QFETCH(int, cls);
        QFETCH(int, expected);
        effect.state = EffectState::Failed;
        effect.cls = static_cast<FailureClass>(cls);
        QCOMPARE(verdict(effect, vendor), static_cast<RetryVerdict>(expected));
    }
    void absentButForbiddenByItsClassIsFutile()
    {
        effect.state = EffectState::Unknown;
        effect.proved = true;
        effect.cls = FailureClass::Validation;
        QCOMPARE(verdict(effect, vendor), RetryVerdict::Futile);
    }

private:
    Effect effect;
    VendorProfile vendor;
};

QTEST_APPLESS_MAIN(Verdict)
#include "tst_verdict.moc"
