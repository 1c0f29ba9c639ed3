// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/next_move.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::delivery;
using namespace std::chrono_literals;
using Kind = NextMove::Kind;

namespace {

constexpr Instant now{1'700'000'000'000};

struct Case {
    Effect effect;
    VendorAnswer answer;
    VendorProfile vendor;
    SeededRng rng{3};

    Case(AttemptOutcome outcome, FailureClass cls = FailureClass::None)
    {
        effect.planned = now - 2min;
        effect.attempts = 0;
        answer.attempt = 1;
        answer.outcome = outcome;
        answer.cls = cls;
    }
    /// The answer is one to a question after an unknown outcome since `since`.
    Case& asked(Instant since = now - 1min)
    {
        effect.state = EffectState::Unknown;
        effect.attempts = 1;
        effect.cls = FailureClass::Transport;
        effect.firstUnknown = since;
        answer.asked = true;
        return *this;
    }
    Case& vendorHas(bool statusQuery, bool keys)
    {
        vendor.hasStatusQuery = statusQuery;
        vendor.honoursKeys = keys;
        return *this;
    }
    Case& attempts(int made)
    {
        effect.attempts = static_cast<std::uint16_t>(answer.asked ? made : made - 1);
        answer.attempt = static_cast<std::uint16_t>(made);
        return *this;
    }
    NextMove move() { return afterAnswer(effect, answer, vendor, now, rng); }
};

constexpr auto unknown = AttemptOutcome::OutcomeUnknown;
constexpr auto failed = AttemptOutcome::FailedForCertain;
constexpr auto notSent = AttemptOutcome::NotSent;
constexpr auto transport = FailureClass::Transport;

}  // namespace

class NextMoveTest : public QObject {
    Q_OBJECT

private slots:
    void successEnds()
    {
        for (const auto outcome : {AttemptOutcome::Done, AttemptOutcome::AlreadyProcessed})
            for (const bool asked : {false, true}) {
                Case c(outcome);
                if (asked)
                    c.asked();
                const NextMove move = c.move();
                QCOMPARE(move.kind, Kind::Ends);
                QCOMPARE(move.outcome, outcome);
                QCOMPARE(move.cls, FailureClass::None);
                QVERIFY(!move.problem);
            }
    }
    void refusalsEndAndAreNeverRepeated_data()
    {
        QTest::addColumn<int>("cls");
        QTest::addColumn<bool>("problem");
        QTest::newRow("validation") << static_cast<int>(FailureClass::Validation) << true;
        QTest::newRow("hard") << static_cast<int>(FailureClass::HardBusiness) << true;
        QTest::newRow("soft") << static_cast<int>(FailureClass::SoftBusiness) << false;
    }
    void refusalsEndAndAreNeverRepeated()
    {
        QFETCH(int, cls);
        QFETCH(bool, problem);
        for (const auto outcome : {failed, notSent})
            for (const bool asked : {false, true}) {
                if (asked && outcome == notSent)
                    continue;  // that one is about the key
                Case c(outcome, static_cast<FailureClass>(cls));
                if (asked)
                    c.asked();
                const NextMove move = c.move();
                QCOMPARE(move.kind, Kind::Ends);
                QCOMPARE(move.outcome, failed);
                QCOMPARE(move.cls, static_cast<FailureClass>(cls));
                QCOMPARE(move.problem, problem);
                QCOMPARE(move.at, Never);
            }
    }
    void aRefusalWithoutClassIsHard()
    {
        QCOMPARE(Case(failed).move().cls, FailureClass::HardBusiness);
        const NextMove found = Case(failed).asked().move();
        QCOMPARE(found.kind, Kind::Ends);
        QCOMPARE(found.cls, FailureClass::HardBusiness);
    }
    void notSentIsSentAgain()
    {
        Case c(notSent, transport);
        const NextMove move = c.move();
        QCOMPARE(move.kind, Kind::SendAgain);
        QVERIFY(move.at >= now && move.at <= now + 1s);
        QVERIFY(!move.problem && !move.proved);
    }
    void retryAfterIsKept()
    {
        Case c(notSent, transport);
        c.answer.retryAfterMs = 20'000;
        const NextMove move = c.move();
        QVERIFY(move.at >= now + 20s && move.at <= now + 21s);
    }
    void eightCallsAreTheMost()
    {
        QCOMPARE(Case(notSent, transport).attempts(7).move().kind, Kind::SendAgain);
        const NextMove last = Case(notSent, transport).attempts(8).move();
        QCOMPARE(last.kind, Kind::NeedsPerson);
        QVERIFY(last.problem);
        QCOMPARE(last.code, CodeAttemptsExhausted);
    }
    void anEffectlessTransportFailureIsSentAgain()
    {
        QCOMPARE(Case(failed, transport).move().kind, Kind::SendAgain);
        QCOMPARE(Case(failed, transport).attempts(8).move().code, CodeAttemptsExhausted);
    }
    void inProgressIsAskedAbout()
    {
        NextMove move = Case(AttemptOutcome::InProgress).move();
        QCOMPARE(move.kind, Kind::AskAgain);
        QCOMPARE(move.at, now + 5s);
        move = Case(AttemptOutcome::InProgress).vendorHas(false, true).move();
        QCOMPARE(move.kind, Kind::SendAgain);
        move = Case(AttemptOutcome::InProgress).vendorHas(false, false).move();
        QCOMPARE(move.kind, Kind::NeedsPerson);
    }

    void unknownIsAskedAboutAfterFiveSeconds()
    {
        const NextMove move = Case(unknown, transport).move();
        QCOMPARE(move.kind, Kind::AskAgain);
        QCOMPARE(move.at, now + 5s);
        QVERIFY(!move.problem);
    }
    void aLaterUnknownToo()
    {
        Case c(unknown, transport);
        c.attempts(4);
        c.effect.questions = 1;
        const NextMove move = c.move();
        QCOMPARE(move.kind, Kind::AskAgain);
        QVERIFY(move.at >= now + 5s);
    }
    void withoutStatusQueryTheSameKeyIfHonoured()
    {
        const NextMove move = Case(unknown, transport).vendorHas(false, true).move();
        QCOMPARE(move.kind, Kind::SendAgain);
        QVERIFY(move.at >= now && move.at <= now + 1s);
        QCOMPARE(Case(unknown, transport).vendorHas(false, true).attempts(8).move().code,
                 CodeAttemptsExhausted);
    }
    void withNeitherAPerson()
    {
        const NextMove move = Case(unknown, transport).vendorHas(false, false).move();
        QCOMPARE(move.kind, Kind::NeedsPerson);
        QVERIFY(move.problem);
        QCOMPARE(move.code, CodeCannotAsk);
    }
    void statusQueryGoesBeforeKeys()
    {
        QCOMPARE(Case(unknown, transport).vendorHas(true, false).move().kind, Kind::AskAgain);
        QCOMPARE(Case(unknown, transport).vendorHas(true, true).move().kind, Kind::AskAgain);
    }
    void provedAbsentIsSentAgain()
    {
        const NextMove move = Case(notSent).asked().move();
        QCOMPARE(move.kind, Kind::SendAgain);
        QVERIFY(move.proved);
        const NextMove last = Case(notSent).asked().attempts(8).move();
        QCOMPARE(last.kind, Kind::NeedsPerson);
        QVERIFY(last.proved);
    }
    void askingGoesOnWithBackoff()
    {
        Case c(unknown, transport);
        c.asked();
        c.effect.questions = 9;
        const NextMove move = c.move();
        QCOMPARE(move.kind, Kind::AskAgain);
        QVERIFY(move.at >= now && move.at <= now + 60s);
        QVERIFY(!move.problem);
    }
    void aProblemAfterTenMinutesUnknown()
    {
        QVERIFY(!Case(unknown).asked(now - 10min + 1ms).move().problem);
        const NextMove move = Case(unknown).asked(now - 10min).move();
        QVERIFY(move.problem);
        QCOMPARE(move.code, CodeOutcomeUnknown);
        QCOMPARE(move.kind, Kind::AskAgain);
    }
    void aQuestionStillInProgressIsAskedAgain()
    {
        QCOMPARE(Case(AttemptOutcome::InProgress).asked().move().kind, Kind::AskAgain);
    }
    void theVendorHadFailedForNow()
    {
        QCOMPARE(Case(failed, transport).asked().move().kind, Kind::SendAgain);
    }

    void unclassifiedIsFrozenAndAskedAbout()
    {
        for (const auto outcome : {failed, unknown}) {
            const NextMove move = Case(outcome, FailureClass::Unclassified).move();
            QCOMPARE(move.kind, Kind::AskAgain);
            QCOMPARE(move.outcome, unknown);
            QVERIFY(move.problem);
            QCOMPARE(move.code, CodeUnclassified);
        }
        const NextMove cannot = Case(failed, FailureClass::Unclassified).vendorHas(false, true).move();
        QCOMPARE(cannot.kind, Kind::NeedsPerson);
        QCOMPARE(cannot.code, CodeUnclassified);
    }
    void unclassifiedIsNotSentAgainEvenIfAbsent()
    {
        Case c(notSent);
        c.asked().effect.cls = FailureClass::Unclassified;
        const NextMove move = c.move();
        QCOMPARE(move.kind, Kind::NeedsPerson);
        QVERIFY(move.proved);
        QCOMPARE(move.code, CodeUnclassified);
    }
    void aFailedQuestionDoesNotThawIt()
    {
        Case c(unknown, transport);
        c.asked().effect.cls = FailureClass::Unclassified;
        const NextMove move = c.move();
        QCOMPARE(move.cls, FailureClass::Unclassified);
        QVERIFY(move.problem);
    }
    void anAnswerThatBreaksItsContractIsAskedAbout()
    {
        const NextMove move = Case(unknown, FailureClass::Validation).move();
        QCOMPARE(move.kind, Kind::AskAgain);
        QVERIFY(move.problem);
        QVERIFY(move.code.empty());  // the answer's own code says it
        QCOMPARE(Case(unknown, FailureClass::Validation).vendorHas(false, true).move().kind,
                 Kind::NeedsPerson);
    }

    void afterAStartEverythingMayHaveBeenSent()
    {
        Effect effect;
        effect.planned = now;
        VendorProfile vendor;
        NextMove move = afterRestart(effect, vendor, now);
        QCOMPARE(move.kind, Kind::AskAgain);
        QCOMPARE(move.at, now);
        vendor.hasStatusQuery = false;
        QCOMPARE(afterRestart(effect, vendor, now).kind, Kind::SendAgain);
        effect.cls = FailureClass::Unclassified;
        QCOMPARE(afterRestart(effect, vendor, now).kind, Kind::NeedsPerson);
        effect.cls = FailureClass::None;
        vendor.honoursKeys = false;
        move = afterRestart(effect, vendor, now);
        QCOMPARE(move.kind, Kind::NeedsPerson);
        QVERIFY(move.problem);
        QCOMPARE(move.at, Never);
    }

    // ── a vendor forgets keys ──
    void whatIsUnknownIsNotSentUnderAForgottenKey()
    {
        for (const bool alive : {true, false}) {
            Case c(unknown, transport);
            c.vendorHas(false, true);
            c.vendor.retry.base = c.vendor.retry.cap = 0ms;
            c.effect.planned = now - 10h - (alive ? 0ms : 1ms);
            c.vendor.keyLife = 10h;
            const NextMove move = c.move();
            QCOMPARE(move.kind, alive ? Kind::SendAgain : Kind::NeedsPerson);
            if (!alive)
                QCOMPARE(move.code, CodeKeyExpired);
        }
    }
    void theWaitCountsToo()
    {
        Case c(unknown, transport);
        c.vendorHas(false, true);
        c.answer.retryAfterMs = 60'000;
        c.effect.planned = now - 10h + 59s;  // dead before the wait is over
        c.vendor.keyLife = 10h;
        QCOMPARE(c.move().code, CodeKeyExpired);
    }
    void aVendorThatForgotProvesNothing()
    {
        for (const bool alive : {true, false}) {
            Case c(notSent);
            c.asked();
            c.effect.planned = now - 10h - (alive ? 0ms : 1ms);
            c.vendor.keyLife = 10h;
            const NextMove move = c.move();
            QCOMPARE(move.kind, alive ? Kind::SendAgain : Kind::NeedsPerson);
            QCOMPARE(move.proved, alive);
            QCOMPARE(move.outcome, alive ? notSent : unknown);
        }
    }
    void whatCertainlyHadNoEffectNeedsNoKey()
    {
        for (const auto outcome : {notSent, failed}) {
            Case c(outcome, transport);
            c.effect.planned = now - 100h;
            c.vendor.keyLife = 10h;
            QCOMPARE(c.move().kind, Kind::SendAgain);
            c.effect.state = EffectState::Unknown;  // an earlier call may have had one
            QCOMPARE(c.move().code, CodeKeyExpired);
            c.effect.proved = true;
            QCOMPARE(c.move().kind, Kind::SendAgain);
        }
    }
    void afterARestartAForgottenKeyIsNotSent()
    {
        Effect effect;
        VendorProfile vendor;
        vendor.hasStatusQuery = false;
        vendor.keyLife = 10h;
        effect.planned = now - 10h;
        QCOMPARE(afterRestart(effect, vendor, now).kind, Kind::SendAgain);
        const NextMove late = afterRestart(effect, vendor, now + 1ms);
        QCOMPARE(late.kind, Kind::NeedsPerson);
        QCOMPARE(late.code, CodeKeyExpired);
        vendor.hasStatusQuery = true;
        QCOMPARE(afterRestart(effect, vendor, now + 1ms).kind, Kind::AskAgain);
    }
};

QTEST_APPLESS_MAIN(NextMoveTest)
#include "tst_next_move.moc"
