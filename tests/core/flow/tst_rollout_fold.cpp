// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout.h"
#include "core/rollout/plan_hash.h"
#include "core/rollout/plan_json.h"

#include <QFile>
#include <QTest>

using namespace holdpoint;

namespace {

/// A rollout to which facts happen, a minute apart.
struct Folded {
    Dictionary names;
    flow::Rollout r;
    Instant now{1'800'000'000'000};
    Seq seq = 0;

    Folded()
    {
        QFile file("resources/plans/region-canary.json");
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no sample plan");
        const auto plan = rollout::readPlan(file.readAll().toStdString());
        PlanSet set;
        set.text = rollout::writePlan(*plan);
        set.hash = rollout::planHash(*plan);
        happens(set);
    }
    void happens(FactBody body)
    {
        StepBody step;
        step.at = now = now + Milliseconds{60'000};
        step.facts.push_back({0, now, std::move(body)});
        flow::applyRollout(r, step, ++seq, names);
    }
    RolloutMoved moved(const char* event, RolloutState state, int step, std::size_t slices = 0)
    {
        RolloutMoved m;
        m.event = names.intern<NameKind::Code>(event);
        m.state = state;
        m.step = static_cast<std::uint16_t>(step);
        m.live = m.wasLive = step > 2;
        m.slices.assign(slices, {SliceState::Open, false});
        return m;
    }
    void commits(int step, std::size_t slices)
    {
        happens(moved("commit", RolloutState::Running, step, slices));
        for (std::size_t i = 1; i <= slices; ++i)
            happens(SliceServed{static_cast<std::uint16_t>(step),
                                static_cast<std::uint16_t>(i),
                                2'500,
                                false,
                                0,
                                "",
                                {},
                                ""});
    }
};

}  // namespace

class RolloutFoldTest : public QObject {
    Q_OBJECT

private slots:
    void aPlanAloneRoutesNothing();
    void aCommitServesTheSlicesOfItsStep();
    void aHoldPointServesTheStepBefore();
    void aPausedSliceKeepsItsWeightAndIsClosed();
    void whatIsServedStaysOverTheNextDraft();
    void aTrialPassesByItsEndAlone();
    void votesGoWithTheirClearing();
    void anUnreadablePlanChangesNothing();
};

void RolloutFoldTest::aPlanAloneRoutesNothing()
{
    Folded f;
    QVERIFY(f.r.plan);
    QCOMPARE(f.r.plan->name, std::string("Region canary"));
    QVERIFY(!f.r.routes());
    f.happens(f.moved("submit", RolloutState::Preflight, 0));
    f.happens(f.moved("checklist_done", RolloutState::Hold, 1));
    QVERIFY(!f.r.routes());
    QVERIFY(f.r.stepServed() == nullptr);
}

void RolloutFoldTest::aCommitServesTheSlicesOfItsStep()
{
    Folded f;
    f.commits(6, 2);
    QVERIFY(f.r.routes());
    QCOMPARE(f.r.servedStep, 6);
    QCOMPARE(f.r.stepServed(), &f.r.plan->steps[5]);
    QCOMPARE(f.r.served.size(), 2U);
    QCOMPARE(f.r.served[1].name, std::string("everywhere"));
    QCOMPARE(f.r.served[1].weightBp, 2'500);
    QVERIFY(f.r.served[0].predicate == f.r.plan->steps[5].slices[0].predicate);
    QCOMPARE(f.r.control.slices[0].name, std::string("eu-north"));
}

void RolloutFoldTest::aHoldPointServesTheStepBefore()
{
    Folded f;
    f.commits(6, 2);
    const auto served = f.r.served;
    f.happens(f.moved("stage_complete", RolloutState::Hold, 7, 2));
    QCOMPARE(f.r.servedStep, 6);
    QVERIFY(f.r.served == served);
    QCOMPARE(f.r.control.step, 7);
}

void RolloutFoldTest::aPausedSliceKeepsItsWeightAndIsClosed()
{
    Folded f;
    f.commits(6, 2);
    auto stop = f.moved("stop_intake", RolloutState::PausedExpansion, 6, 2);
    stop.slices[1].state = SliceState::Paused;
    stop.stoppedTo = IntakeDestination::Park;
    f.happens(stop);
    QCOMPARE(f.r.served[0].effectiveBp(), 2'500);
    QCOMPARE(f.r.served[1].weightBp, 2'500);
    QCOMPARE(f.r.served[1].state, SliceState::Paused);
    QCOMPARE(f.r.served[1].stopped, IntakeDestination::Park);
    QCOMPARE(f.r.stoppedSince, Never);  // the other slice is open
    stop.state = RolloutState::PausedIntake;
    stop.slices[0].state = SliceState::Paused;
    f.happens(stop);
    QCOMPARE(f.r.stoppedSince, f.now);
}

void RolloutFoldTest::whatIsServedStaysOverTheNextDraft()
{
    Folded f;
    f.commits(3, 1);
    f.happens(f.moved("rollback", RolloutState::RollingBack, 3, 1));
    f.happens(SliceServed{3, 1, 0, false, 0, "", {}, ""});
    auto again = f.moved("new_attempt", RolloutState::Draft, 0);
    again.run = 2;
    f.happens(again);
    QVERIFY(f.r.routes());
    QCOMPARE(f.r.served.size(), 1U);
    QCOMPARE(f.r.served[0].effectiveBp(), 0);
    f.happens(f.moved("close", RolloutState::Closed, 8));
    QVERIFY(!f.r.routes());
}

void RolloutFoldTest::aTrialPassesByItsEndAlone()
{
    for (const bool triggered : {false, true}) {
        Folded f;
        f.commits(3, 1);
        f.happens(f.moved("stop_intake", RolloutState::PausedIntake, 3, 1));
        auto trial = f.moved("reopen_trial", RolloutState::PausedIntake, 3, 1);
        trial.trial = true;
        f.happens(trial);
        QCOMPARE(f.r.trialSince, f.now);
        QVERIFY(!f.r.trialPassed);
        auto end = f.moved("trial_end", RolloutState::PausedIntake, 3, 1);
        end.triggered = triggered;
        f.happens(end);
        QCOMPARE(f.r.trialPassed, !triggered);
        QCOMPARE(f.r.trialSince, Never);
        f.happens(f.moved("annotate", RolloutState::PausedIntake, 3, 1));
        QCOMPARE(f.r.trialPassed, !triggered);
        f.happens(f.moved("reopen", RolloutState::PausedExpansion, 3, 1));
        QVERIFY(!f.r.trialPassed);
    }
}

void RolloutFoldTest::votesGoWithTheirClearing()
{
    Folded f;
    f.happens(PollOpened{1, {}});
    const ActorName emil = f.names.intern<NameKind::Actor>("Emil");
    f.happens(VoteGiven{Function::Engineering, emil, Vote::Go, "", {}, false});
    f.happens(
        VoteGiven{Function::Engineering, f.names.intern<NameKind::Actor>("Olga"), Vote::Go, "", {}, true});
    QCOMPARE(f.r.poll.votes.at(Function::Engineering).person, std::string("Emil"));
    QCOMPARE(f.r.poll.coSigned.at(Function::Engineering), std::string("Olga"));
    f.happens(VoteGiven{Function::Engineering, emil, Vote::NoGo, "no", {}, false});
    QVERIFY(f.r.poll.coSigned.empty());
    f.happens(VotesCleared{});
    QVERIFY(f.r.poll.votes.empty());
}

void RolloutFoldTest::anUnreadablePlanChangesNothing()
{
    Folded f;
    const std::string before = f.r.planText;
    PlanSet other;
    other.text = "{}";
    f.happens(other);
    QCOMPARE(f.r.planText, before);
    QVERIFY(f.r.plan);
}

QTEST_APPLESS_MAIN(RolloutFoldTest)
#include "tst_rollout_fold.moc"
