// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_json.h"
#include "core/views/rollout_view.h"
#include "core/views/views.h"
#include "launch.h"
#include "mailbox.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::test;
using session::RolloutBoard;

namespace {

constexpr Instant Now{1'800'000'000'000};
constexpr Milliseconds Minute{60'000};

rollout::RolloutPlan plan()
{
    rollout::RolloutPlan p;
    p.name = "Autumn";
    p.salt = "rollout-2026-01";
    p.commander = "Ana";
    p.deputy = "Bea";
    p.owners = {{Function::Engineering, "Bo"}, {Function::Operations, "Cy"}, {Function::Commerce, "Di"}};
    p.steps.resize(2);
    p.steps[0].phase = Phase::Shadow;
    p.steps[1].phase = Phase::Canary;
    p.steps[1].slices = {{"MG", {}, 500, 100, false}, {"SP", {}, 250, 0, false}};
    return p;
}

/// A rollout as its steps make it, told fact by fact.
struct Told {
    flow::Rollout rollout;
    views::RolloutStory story;
    Dictionary names;
    Seq seq = 0;

    Told()
    {
        rollout.id = EntityId{7, 0, EntityKind::Rollout};
        rollout.plan = plan();
        rollout.post.commander = "Ana";
        rollout.post.deputy = "Bea";
    }
    void tell(FactBody fact, Instant at = Now)
    {
        StepBody body;
        body.facts.push_back({0, at, std::move(fact)});
        story.apply(body, ++seq, names);
    }
    RolloutMoved move(const char* event, RolloutState state, int step)
    {
        RolloutMoved f;
        f.event = names.intern<NameKind::Code>(event);
        f.from = names.intern<NameKind::Code>("hold_first");
        f.state = state;
        f.step = static_cast<std::uint16_t>(step);
        f.by = names.intern<NameKind::Actor>("Ana");
        f.reason = "because";
        f.row = 5;
        rollout.control.state = state;
        rollout.control.step = step;
        return f;
    }
    RolloutBoard board(Instant at = Now) const { return views::rolloutBoard(rollout, story, {}, at); }
};

const session::ActRow* act(const RolloutBoard& board, const char* what)
{
    const auto found = std::find_if(board.acts.begin(), board.acts.end(),
                                    [what](const auto& row) { return row.what == what; });
    return found == board.acts.end() ? nullptr : &*found;
}

bool has(const std::vector<std::string>& all, const char* one)
{
    return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

class TstRolloutView : public QObject {
    Q_OBJECT

private slots:
    void withoutAPlanTheBoardIsEmpty()
    {
        Told told;
        told.rollout.plan.reset();
        QCOMPARE(told.board(), RolloutBoard{});
    }
    void theLadderSaysWhoCommittedAStepAndWhen()
    {
        Told told;
        told.tell(told.move("commit", RolloutState::Running, 1), Now - Minute * 9);
        told.tell(told.move("stage_complete", RolloutState::Hold, 2), Now - Minute * 2);
        const RolloutBoard board = told.board();
        QCOMPARE(board.steps.size(), 2UL);
        QCOMPARE(board.steps[0].begun.ms, (Now - Minute * 9).ms);
        QCOMPARE(board.steps[0].ended.ms, (Now - Minute * 2).ms);
        QCOMPARE(board.steps[0].by, std::string("Ana"));
        QCOMPARE(board.steps[1].begun.ms, Never.ms);
        QCOMPARE(board.steps[1].weightBp, 500);
        QCOMPARE(board.events.front().what, std::string("stage_complete"));
        QCOMPARE(board.events.front().row, 5);
    }
    void theAxisKeepsTheNewestTwoHundred()
    {
        Told told;
        for (int i = 0; i < 201; ++i)
            told.tell(PollOpened{static_cast<std::uint16_t>(i), {}}, Now);
        QCOMPARE(told.board().events.size(), 200UL);
        QCOMPARE(told.board().events.front().subject, std::string("200"));
        QCOMPARE(told.board().events.back().subject, std::string("1"));
    }
    void aVoteGrowsOldWithTimeAndWithOtherEvidence()
    {
        Told told;
        const Hash evidence{std::byte{1}};
        told.tell(PollOpened{1, evidence});
        told.tell(VoteGiven{
            Function::Engineering, told.names.intern<NameKind::Actor>("Bo"), Vote::Go, {}, evidence, false});
        told.tell(VoteGiven{
            Function::Operations, told.names.intern<NameKind::Actor>("Cy"), Vote::Go, {}, {}, false});
        const auto young = told.board(Now + rollout::Poll::VoteLife - Milliseconds{1}).poll;
        QVERIFY(!young.votes[0].old);
        QCOMPARE(young.votes[1].oldBecause, std::string("evidence"));
        QVERIFY(!young.votes[2].vote);
        QVERIFY(!young.go);
        QCOMPARE(told.board(Now + rollout::Poll::VoteLife).poll.votes[0].oldBecause, std::string("time"));
    }
    void aCommanderOnASeatNeedsASecondSignature()
    {
        Told told;
        for (std::size_t seat = 0; seat < CountOf<Function>; ++seat) {
            told.rollout.plan->owners[static_cast<Function>(seat)] = seat == 0 ? "Ana" : "Bo";
            told.tell(VoteGiven{static_cast<Function>(seat),
                                told.names.intern<NameKind::Actor>("Bo"),
                                Vote::Go,
                                {},
                                {},
                                false});
        }
        QVERIFY(told.board().poll.votes[0].needsCoSign);
        QVERIFY(!told.board().poll.go);
        told.tell(VoteGiven{
            Function::Engineering, told.names.intern<NameKind::Actor>("Cy"), Vote::Go, {}, {}, true});
        QVERIFY(told.board().poll.go);
    }
    void slicesAreThoseOfTheStepThatIsServed()
    {
        Told told;
        told.rollout.plan->steps.push_back(told.rollout.plan->steps[1]);
        told.rollout.plan->steps[2].slices.resize(1);
        told.tell(told.move("commit", RolloutState::Running, 2));
        told.tell(SliceServed{2, 1, 125, false, 0, {}, {}, {}});
        told.rollout.control.slices = {{"MG", SliceState::Paused, false}, {"SP", SliceState::Open, true}};
        told.tell(told.move("stage_complete", RolloutState::Hold, 3));
        const RolloutBoard board = told.board();
        QCOMPARE(board.slices.size(), 2UL);
        QCOMPARE(board.slices[0].weightBp, 125);
        QCOMPARE(board.slices[0].state, SliceState::Paused);
        QCOMPARE(board.slices[1].weightBp, 250);
        QVERIFY(board.slices[1].excluded);
    }
    void anActSaysWhoMayAndWhatStandsAgainstIt()
    {
        Told told;
        told.rollout.control.state = RolloutState::Preflight;
        const RolloutBoard board = told.board();
        const session::ActRow* done = act(board, "checklist_done");
        QVERIFY(done && !done->allowed);
        QVERIFY(has(done->unmet, "checklist_evidenced") && has(done->unmet, "rollback_plan_signed"));
        QCOMPARE(done->who, std::vector<std::string>{"Ana"});
        QVERIFY(act(board, "edit_plan") && act(board, "edit_plan")->allowed);
        QVERIFY(!act(board, "commit_step"));  // not in this state, whoever asks
    }
    void aSignatureOfEveryOwnerMeetsTheCondition()
    {
        Told told;
        told.rollout.control.state = RolloutState::Preflight;
        told.rollout.plan->owners[Function::Support] = "Ed";
        const auto sign = [&](const char* who, Function seat) {
            told.tell(Signed{told.names.intern<NameKind::Code>("rollback_plan"), seat,
                             told.names.intern<NameKind::Actor>(who), "read"});
        };
        sign("Bo", Function::Engineering);
        sign("Cy", Function::Operations);
        sign("Di", Function::Commerce);
        QVERIFY(has(act(told.board(), "checklist_done")->unmet, "rollback_plan_signed"));
        sign("Ed", Function::Support);
        QVERIFY(!has(act(told.board(), "checklist_done")->unmet, "rollback_plan_signed"));
    }
    void theBakeRunsOnBetweenItsNotes()
    {
        Told told;
        told.rollout.control.state = RolloutState::Running;
        told.rollout.control.step = 2;
        BakeNoted note;
        note.bakedMs = Minute.count() * 10;
        note.running = true;
        told.tell(note);
        QCOMPARE(told.board(Now + Minute * 5).baked, Minute * 15);
        QCOMPARE(told.board(Now).earliest.ms, (Now + told.rollout.plan->steps[1].minBake - Minute * 10).ms);
        note.running = false;
        told.tell(note);
        QCOMPARE(told.board(Now + Minute * 5).baked, Minute * 10);
    }
    void triggersAreThoseThatAreOn()
    {
        Told told;
        told.tell(TriggerTurned{Trigger::A2, true, "handoff"});
        QCOMPARE(told.board().triggers.size(), 1UL);
        told.tell(TriggerTurned{Trigger::A2, false, {}});
        QVERIFY(told.board().triggers.empty());
    }
    void aTextThatIsNoPlanNamesThePlaceOfItsFault()
    {
        const auto checked = views::checkPlan(R"({"name": 7})");
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, Code::InvalidArgument);
        QVERIFY(checked.error().detail.starts_with("/name"));
    }
    void aPlanIsAnsweredWithItsFindings()
    {
        const auto checked = views::checkPlan(rollout::writePlan(plan()));
        QVERIFY(checked);
        QCOMPARE(checked->name, std::string("Autumn"));
        QCOMPARE(checked->steps.size(), 2UL);
        QCOMPARE(checked->slices.size(), 2UL);  // of the first step that has some
        const auto owner = [](const auto& f) { return f.check == "owner_missing" && f.blocks; };
        QVERIFY(std::any_of(checked->findings.begin(), checked->findings.end(), owner));
    }
    void aWatchOfAStoreWithoutARolloutIsAnEmptyBoard()
    {
        Launch launch;
        ManualClock clock;
        views::Views all({launch.rig.storeOptions(), 64, 4096, {}, &clock});
        launch.rig.tell(all);
        QVERIFY(all.start().has_value());
        Mailbox mailbox;
        Watcher watcher;
        const auto session = all.session(mailbox.executor());
        session->watch({session::List::Rollout, {}, {}, {}, Never, Never}, {0, 1}, watcher);
        QVERIFY(mailbox.until([&] { return watcher.snapshots > 0; }));
        QCOMPARE(std::get<RolloutBoard>(watcher.snapshot.rows), RolloutBoard{});
        launch.day();
        const Seq wanted = launch.rig.engine().lease().lastSeq;
        QVERIFY(mailbox.until([&] { return watcher.known.parts.front().seq >= wanted; }));
        QCOMPARE(watcher.failures, 0);
    }
};

QTEST_APPLESS_MAIN(TstRolloutView)
#include "tst_rollout_view.moc"
