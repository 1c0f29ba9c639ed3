// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/verdict.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::delivery;

namespace {

RetryVerdict verdict(const Effect& effect, const VendorProfile& vendor, bool keyAlive = true)
{
    return judge(effect, vendor, {keyAlive, false, Never}).verdict;
}

std::string reason(const Effect& effect, const VendorProfile& vendor, const RetryFacts& facts = {})
{
    const Judgement j = judge(effect, vendor, facts);
    return std::string(name(j.verdict)) + ' ' + std::string(j.reason);
}

}  // namespace

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
    void saysWhyItIsSafe()
    {
        QCOMPARE(reason(effect, vendor), std::string("safe nothing_was_sent"));
        effect.attempts = effect.replies = 1;
        effect.cls = FailureClass::Transport;
        QCOMPARE(reason(effect, vendor), std::string("safe key_covers"));
        vendor.honoursKeys = false;
        QCOMPARE(reason(effect, vendor), std::string("safe refused_for_certain"));
        vendor.honoursKeys = true;
        QCOMPARE(reason(effect, vendor, {false, false, Never}), std::string("safe refused_for_certain"));
        effect.proved = true;
        QCOMPARE(reason(effect, vendor), std::string("safe proved_not_applied"));
        effect.proved = false;
        effect.state = EffectState::NotSent;
        QCOMPARE(reason(effect, vendor), std::string("safe nothing_was_sent"));
    }
    void saysWhyItIsNot()
    {
        effect.state = EffectState::Done;
        QCOMPARE(reason(effect, vendor), std::string("done already_done"));
        effect.state = EffectState::Suppressed;
        QCOMPARE(reason(effect, vendor), std::string("futile lane_sends_nothing"));
        effect.state = EffectState::Unknown;
        QCOMPARE(reason(effect, vendor), std::string("unknown outcome_unknown"));
        QCOMPARE(reason(effect, vendor, {false, false, Never}), std::string("unsafe key_expired"));
        effect.reference = "s-1";
        QCOMPARE(reason(effect, vendor), std::string("safe key_covers"));
        QCOMPARE(reason(effect, vendor, {false, false, Never}), std::string("unsafe key_expired"));
        vendor.honoursKeys = false;
        QCOMPARE(reason(effect, vendor), std::string("unsafe confirmed_without_key"));
    }
    void aBrokenContractIsSafeOnceTheVendorKeepsItAgain()
    {
        effect.state = EffectState::Failed;
        effect.cls = FailureClass::Validation;
        effect.replies = 1;
        QCOMPARE(reason(effect, vendor, {true, true, Never}), std::string("futile same_answer_again"));
        QCOMPARE(reason(effect, vendor, {true, true, Instant{5}}), std::string("safe vendor_recovered"));
        // Others' good answers say nothing about what this order alone is refused for.
        QCOMPARE(reason(effect, vendor, {true, false, Instant{5}}), std::string("futile same_answer_again"));
        effect.cls = FailureClass::HardBusiness;
        QCOMPARE(reason(effect, vendor, {true, true, Instant{5}}), std::string("futile same_answer_again"));
        effect.cls = FailureClass::Validation;
        effect.state = EffectState::Unknown;
        QCOMPARE(reason(effect, vendor, {true, true, Instant{5}}), std::string("unknown outcome_unknown"));
    }

private:
    Effect effect;
    VendorProfile vendor;
};

QTEST_APPLESS_MAIN(Verdict)
#include "tst_verdict.moc"
