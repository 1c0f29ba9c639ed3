// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/freeze.h"
#include "core/rollout/hypercare.h"
#include "core/rollout/poll.h"

#include <QTest>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

constexpr Milliseconds Minute{60'000};
constexpr Milliseconds Day{24LL * 3'600'000};
constexpr Instant T0{1'800'000'000'000};
const Hash Seen = sha256("a"), Other = sha256("b");
const std::set<Function> All{Function::Engineering, Function::Operations, Function::Commerce,
                             Function::Support};

CastVote vote(Vote v, const char* person, Instant at = T0, Hash evidence = Seen)
{
    return {v, person, v == Vote::Go ? "" : "stock feed is late", evidence, at};
}

Poll polled(Vote last = Vote::Go)
{
    Poll p(All, "Ana", T0);
    (void)p.cast(Function::Engineering, "Bo", vote(Vote::Go, "Bo"), Seen);
    (void)p.cast(Function::Operations, "Cy", vote(Vote::Go, "Cy"), Seen);
    (void)p.cast(Function::Commerce, "Di", vote(Vote::Go, "Di"), Seen);
    (void)p.cast(Function::Support, "Ed", vote(last, "Ed"), Seen);
    return p;
}

Override order() { return {3, {"acceptance"}, "known vendor window until 14:00", "Autumn", "Ana", "Eve"}; }
std::vector<GatePlan> gates()
{
    GatePlan rate, never;
    rate.id = "acceptance";
    never.id = "dup_effects";
    never.kind = GateKind::Invariant;
    return {rate, never};
}
Code codeOf(const Override& o, const Standing& standing = {})
{
    const auto r = check(o, "Autumn", "Ana", {"Eve", "Bo"}, gates(), standing);
    return r ? Code::NotFound : r.error().code;  // NotFound stands for "it is fine"
}
constexpr Code Fine = Code::NotFound;

HypercareFacts ready()
{
    HypercareFacts f;
    f.clock = 14 * Day;
    f.weeklyPeaks = 2;
    f.openP1 = f.openP2 = f.beyondSla = 0;
    f.exceptionRate = 1.1;
    f.reconAccuracy = 0.9995;
    f.unexplained = 0;
    f.labelled = 0.95;
    f.budgetSpent = 0.5;
    f.sinceAutoPause = 7 * Day;
    f.promotionOrReplay = f.financialClose = f.symmetric = f.notificationsClean = f.drillPasses =
        f.runbookAccepted = f.overridesReviewed = true;
    return f;
}

}  // namespace

class PollTest : public QObject {
    Q_OBJECT

private slots:
    void goIsEverySeatsGo()
    {
        QVERIFY(polled().isGo(StepVerdict::Go, false, Seen, T0));
        QVERIFY(!polled(Vote::NoGo).isGo(StepVerdict::Go, false, Seen, T0));
        QVERIFY(!polled(Vote::Abstain).isGo(StepVerdict::Go, false, Seen, T0));
        QVERIFY(polled(Vote::NoGo).anyNoGo(Seen, T0));
        QVERIFY(!polled(Vote::Abstain).anyNoGo(Seen, T0));
    }
    void silenceIsNotGo()
    {
        const Poll p(All, "Ana", T0);
        QVERIFY(!p.isGo(StepVerdict::Go, true, Seen, T0));
        QCOMPARE(p.missing(Seen, T0).front(), Function::Engineering);  // called first
        QVERIFY(!Poll({}, "Ana", T0).isGo(StepVerdict::Go, true, Seen, T0));
    }
    void theGatesCountAsWell()
    {
        QVERIFY(!polled().isGo(StepVerdict::Inconclusive, true, Seen, T0));
        QVERIFY(!polled().isGo(StepVerdict::NoGo, true, Seen, T0));
        QVERIFY(!polled().isGo(StepVerdict::GoWithAck, false, Seen, T0));
        QVERIFY(polled().isGo(StepVerdict::GoWithAck, true, Seen, T0));
    }
    void votesGoOld()
    {
        const Poll p = polled();
        QVERIFY(p.isGo(StepVerdict::Go, true, Seen, T0 + 30 * Minute - Milliseconds{1}));
        QVERIFY(!p.isGo(StepVerdict::Go, true, Seen, T0 + 30 * Minute));
        QVERIFY(!p.isGo(StepVerdict::Go, true, Other, T0));
        QCOMPARE(p.missing(Other, T0).size(), std::size_t{4});
        QVERIFY(p.isOpen(T0 + 15 * Minute - Milliseconds{1}));
        QVERIFY(!p.isOpen(T0 + 15 * Minute));
    }
    void aVoteIsTheSeatHoldersWithWordsOnTodaysEvidence()
    {
        Poll p(All, "Ana", T0);
        QCOMPARE(p.cast(Function::Support, "Ed", vote(Vote::Go, "Bo"), Seen).error().code, Code::Forbidden);
        CastVote silent = vote(Vote::NoGo, "Ed");
        silent.words.clear();
        QCOMPARE(p.cast(Function::Support, "Ed", silent, Seen).error().code, Code::InvalidArgument);
        QCOMPARE(p.cast(Function::Support, "Ed", vote(Vote::Go, "Ed", T0, Other), Seen).error().code,
                 Code::Stale);
        QVERIFY(p.cast(Function::Support, "Ed", vote(Vote::NoGo, "Ed"), Seen));
        QVERIFY(p.cast(Function::Support, "Ed", vote(Vote::Go, "Ed"), Seen));  // the last one counts
        QCOMPARE(p.voteOf(Function::Support)->vote, Vote::Go);
    }
    void aCommanderWithASeatNeedsASecondOwner()
    {
        Poll p({Function::Operations}, "Ana", T0);
        QVERIFY(p.cast(Function::Operations, "Ana", vote(Vote::Go, "Ana"), Seen));
        QVERIFY(!p.isGo(StepVerdict::Go, true, Seen, T0));
        QCOMPARE(p.coSign(Function::Operations, "Ana").error().code, Code::Forbidden);
        QVERIFY(p.coSign(Function::Operations, "Bo"));
        QVERIFY(p.isGo(StepVerdict::Go, true, Seen, T0));
        QVERIFY(p.cast(Function::Operations, "Ana", vote(Vote::Go, "Ana"), Seen));
        QVERIFY(!p.isGo(StepVerdict::Go, true, Seen, T0));  // a new vote, a new signature
    }
    void anOverrideHasAllOfItsParts()
    {
        QCOMPARE(codeOf(order()), Fine);
        Override o = order();
        o.reason = std::string(20, 'x');
        QCOMPARE(codeOf(o), Fine);
        o.reason = std::string(19, 'x');
        QCOMPARE(codeOf(o), Code::InvalidArgument);
        o = order(), o.typedName = "autumn";
        QCOMPARE(codeOf(o), Code::InvalidArgument);
        o = order(), o.gates.clear();
        QCOMPARE(codeOf(o), Code::InvalidArgument);
        o = order(), o.gates = {"no such"};
        QCOMPARE(codeOf(o), Code::InvalidArgument);
        o = order(), o.commander = "Bo";
        QCOMPARE(codeOf(o), Code::Forbidden);
        o = order(), o.secondPerson = "Ana";
        QCOMPARE(codeOf(o), Code::Forbidden);
        o = order(), o.secondPerson = "Zed";
        QCOMPARE(codeOf(o), Code::Forbidden);
    }
    void someThingsAreNeverOverridden()
    {
        Override o = order();
        o.gates.push_back("dup_effects");
        QCOMPARE(codeOf(o), Code::Forbidden);
        QCOMPARE(codeOf(order(), {.inFlightPlanMissing = true}), Code::Forbidden);
        QCOMPARE(codeOf(order(), {.journalBroken = true}), Code::Forbidden);
        QCOMPARE(codeOf(order(), {.contractUnsigned = true}), Code::Forbidden);
        QCOMPARE(codeOf(order(), {.splitAlarm = true}), Code::Forbidden);
    }
    void anOverrideIsForItsStepAndItsGates()
    {
        const auto plans = gates();
        std::vector<JudgedGate> judged(2);
        judged[0].plan = &plans[0];
        judged[1].plan = &plans[1];
        Override o = order();
        o.gates = {"acceptance", "dup_effects"};
        apply(o, 4, judged);
        QVERIFY(!judged[0].overridden);
        apply(o, 3, judged);
        QVERIFY(judged[0].overridden);
        QVERIFY(!judged[1].overridden);
    }
    void aFreezeGoesItsWay()
    {
        Freeze f;
        QVERIFY(!moved(f, FreezeState::Enforced));
        f = moved(f, FreezeState::Approved).value();
        QVERIFY(moved(f, FreezeState::Lifted));
        f = moved(f, FreezeState::Enforced).value();
        f = moved(f, FreezeState::Lifted).value();
        QVERIFY(!moved(f, FreezeState::Draft));
    }
    void aFreezeBindsInItsTime()
    {
        Freeze f{FreezeKind::Hard, FreezeState::Approved, T0, T0 + Day, "peak"};
        QVERIFY(!binds(f, T0 - Milliseconds{1}));
        QVERIFY(binds(f, T0));
        QVERIFY(!binds(f, T0 + Day));
        f.state = FreezeState::Draft;
        QVERIFY(!binds(f, T0));
        f.state = FreezeState::Lifted;
        QVERIFY(!binds(f, T0));
    }
    void whatAFreezeHolds()
    {
        const std::vector<Freeze> soft{{FreezeKind::Soft, FreezeState::Enforced, T0, Never, "launch"}};
        const std::vector<Freeze> hard{{FreezeKind::Hard, FreezeState::Enforced, T0, Never, "peak"}};
        QVERIFY(!mayEdit(Edit::Rules, soft, T0, false, "why"));
        QVERIFY(!mayEdit(Edit::Rules, soft, T0, true, ""));
        QVERIFY(mayEdit(Edit::Rules, soft, T0, true, "why")->voidsVotes);
        QVERIFY(!mayEdit(Edit::Rules, {}, T0, false, "")->voidsVotes);
        QVERIFY(mayEdit(Edit::StartStep, soft, T0, true, "why"));
        QVERIFY(!mayEdit(Edit::StartStep, hard, T0, true, "why"));
        for (const Edit down : {Edit::GoDown, Edit::ExceptionWork})
            QVERIFY(mayEdit(down, hard, T0, false, ""));
        QVERIFY(hardFreeze(hard, T0));
        QVERIFY(!hardFreeze(soft, T0));
    }
    void aLockedThresholdNeedsTwo()
    {
        QVERIFY(mayChangeLocked("Ana", "Ana", "Bo", "vendor's new SLA")->voidsVotes);
        QCOMPARE(mayChangeLocked("Bo", "Ana", "Ana", "why").error().code, Code::Forbidden);
        QCOMPARE(mayChangeLocked("Ana", "Ana", "Ana", "why").error().code, Code::Forbidden);
        QCOMPARE(mayChangeLocked("Ana", "Ana", "", "why").error().code, Code::Forbidden);
        QCOMPARE(mayChangeLocked("Ana", "Ana", "Bo", "").error().code, Code::InvalidArgument);
    }
    void hypercareEndsAtItsLimits()
    {
        QVERIFY(mayExit(exitCriteria(ready())));
        QVERIFY(!outlook(exitCriteria(ready())).blocking);
        QCOMPARE(exitCriteria(ready()).size(), CountOf<ExitCriterion>);
    }
    void everyCriterionBlocks()
    {
        using F = HypercareFacts;
        const std::vector<void (*)(F&)> spoil{[](F& f) { f.clock -= Milliseconds{1}; },
                                              [](F& f) { f.weeklyPeaks = 1; },
                                              [](F& f) { f.promotionOrReplay = false; },
                                              [](F& f) { f.financialClose = false; },
                                              [](F& f) { f.openP1 = 1; },
                                              [](F& f) { f.openP2 = 1; },
                                              [](F& f) { f.beyondSla = 1; },
                                              [](F& f) { f.exceptionRate = 1.11; },
                                              [](F& f) { f.reconAccuracy = 0.9994; },
                                              [](F& f) { f.unexplained = 1; },
                                              [](F& f) { f.labelled = 0.94; },
                                              [](F& f) { f.budgetSpent = 0.51; },
                                              [](F& f) { f.sinceAutoPause = 7 * Day - Milliseconds{1}; },
                                              [](F& f) { f.symmetric = false; },
                                              [](F& f) { f.notificationsClean = false; },
                                              [](F& f) { f.drillPasses = false; },
                                              [](F& f) { f.runbookAccepted = false; },
                                              [](F& f) { f.overridesReviewed = false; }};
        QCOMPARE(spoil.size(), CountOf<ExitCriterion>);
        for (std::size_t i = 0; i < spoil.size(); ++i) {
            HypercareFacts f = ready();
            spoil[i](f);
            const auto criteria = exitCriteria(f);
            QVERIFY(!mayExit(criteria));
            QCOMPARE(outlook(criteria).blocking, std::optional(static_cast<ExitCriterion>(i)));
        }
    }
    void unknownIsNotMetAndTimeHasAnEnd()
    {
        QVERIFY(!mayExit(exitCriteria({})));
        QVERIFY(!mayExit({}));
        HypercareFacts f = ready();
        f.clock = 10 * Day;
        f.sinceAutoPause = 2 * Day;
        QCOMPARE(outlook(exitCriteria(f)).earliest, std::optional(Milliseconds(5 * Day)));
        f.weeklyPeaks = 0;
        QVERIFY(!outlook(exitCriteria(f)).earliest);  // time alone will not do
    }
};

QTEST_APPLESS_MAIN(PollTest)
#include "tst_poll.moc"
