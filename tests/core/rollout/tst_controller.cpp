// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/rollout/controller.h"

#include <QTest>
#include <algorithm>
#include <set>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

const std::vector<Phase> Plan{Phase::Shadow, Phase::Parallel, Phase::Canary, Phase::Expand, Phase::Full};
constexpr auto Positions = static_cast<std::uint8_t>(Position::Same);

ControlState at(Position p)
{
    static const std::vector<std::tuple<Position, RolloutState, int, bool>> known{
        {Position::Draft, RolloutState::Draft, 0, false},
        {Position::Preflight, RolloutState::Preflight, 0, false},
        {Position::HoldFirst, RolloutState::Hold, 1, false},
        {Position::HoldShadow, RolloutState::Hold, 2, false},
        {Position::HoldLive, RolloutState::Hold, 4, true},
        {Position::RunningShadow, RolloutState::Running, 1, false},
        {Position::RunningLive, RolloutState::Running, 4, true},
        {Position::PausedShadow, RolloutState::PausedExpansion, 1, false},
        {Position::PausedExpansion, RolloutState::PausedExpansion, 4, true},
        {Position::PausedIntake, RolloutState::PausedIntake, 4, true},
        {Position::RollingBack, RolloutState::RollingBack, 4, false},
        {Position::Reconciling, RolloutState::Reconciling, 4, false},
        {Position::RolledBack, RolloutState::RolledBack, 4, false},
        {Position::Hypercare, RolloutState::Hypercare, 5, true},
        {Position::Closed, RolloutState::Closed, 5, true},
        {Position::Scrubbed, RolloutState::Scrubbed, 0, false},
    };
    for (const auto& [position, state, step, live] : known)
        if (position == p) {
            ControlState s;
            s.state = state;
            s.step = step;
            s.live = live;
            s.wasLive = live || step == 4;
            return s;
        }
    return {};
}

Facts all()
{
    Facts f;
    for (std::size_t g = 0; g < CountOf<Guard>; ++g)
        f.set(static_cast<Guard>(g));
    return f;
}

Actor commander()
{
    Actor a;
    a.person = "Ana";
    a.commander = true;
    return a;
}
Actor system(bool byPolicy = false)
{
    Actor a;
    a.system = true;
    a.byPolicy = byPolicy;
    return a;
}
Actor seat(Function f)
{
    Actor a;
    a.person = "Bo";
    a.seat = f;
    return a;
}
Actor role(Role r)
{
    Actor a;
    a.person = "Cy";
    a.role = r;
    return a;
}

ControlCommand command(Event event, Actor actor, std::string reason = "stock feed is late")
{
    ControlCommand c;
    c.event = event;
    c.actor = std::move(actor);
    c.reason = std::move(reason);
    c.targetStep = 4;
    return c;
}

std::optional<Transition> go(const ControlState& s, const ControlCommand& c, const Facts& f = all())
{
    const auto result = decide(s, c, Plan, f);
    const auto* t = std::get_if<Transition>(&result);
    return t ? std::optional(*t) : std::nullopt;
}
Refusal no(const ControlState& s, const ControlCommand& c, const Facts& f = all())
{
    return std::get<Refusal>(decide(s, c, Plan, f));
}
bool has(const Transition& t, Effect e)
{
    return std::find(t.effects.begin(), t.effects.end(), e) != t.effects.end();
}

/// Somebody whom the row lets act.
Actor oneOf(std::span<const Who> who)
{
    for (const Actor& a : {commander(), system(), system(true), seat(Function::Engineering)})
        if (mayAct(a, who))
            return a;
    return {};
}

ControlState threeSlices(Position p)
{
    ControlState s = at(p);
    s.slices = {
        {"SP", SliceState::Open, false}, {"RJ", SliceState::Open, false}, {"MG", SliceState::Open, true}};
    return s;
}

}  // namespace

class ControllerTest : public QObject {
    Q_OBJECT

private slots:
    void everyStateIsWhereItSays()
    {
        for (std::uint8_t p = 0; p < Positions; ++p)
            QCOMPARE(positionOf(at(static_cast<Position>(p))), static_cast<Position>(p));
    }
    void everyRowLeadsWhereTheTableSays()
    {
        for (const Row& row : rows()) {
            ControlState s = at(row.from);
            s.fromHypercare = row.event == Event::ResumeHypercare;
            s.wasLive = s.wasLive && !(row.event == Event::Scrub);
            if (row.event == Event::EnterHypercare)
                s.step = 5;
            const auto t = go(s, command(row.event, oneOf(row.who)));
            QVERIFY2(t, qPrintable(QString("row %1").arg(row.number)));
            QCOMPARE(t->row, row.number);
            const Position to = positionOf(t->next);
            if (row.to == Position::Same)
                QCOMPARE(to, row.from);
            else if (row.to == Position::Running)
                QVERIFY(to == Position::RunningLive || to == Position::RunningShadow);
            else if (row.to == Position::HoldNext)
                QCOMPARE(to, row.from == Position::RunningLive ? Position::HoldLive : Position::HoldShadow);
            else
                QCOMPARE(to, row.to);
            QCOMPARE(t->next.version, s.version + 1);
            QVERIFY(has(*t, Effect::Journal));
        }
    }
    void everyOtherPairIsRefusedWithWhatIsAllowed()
    {
        int refused = 0;
        for (std::uint8_t p = 0; p < Positions; ++p)
            for (std::size_t e = 0; e < CountOf<Event>; ++e) {
                const auto from = static_cast<Position>(p);
                const auto event = static_cast<Event>(e);
                if (rowOf(from, event))
                    continue;
                for (const Actor& a : {commander(), system(true), seat(Function::Operations)}) {
                    const Refusal r = no(at(from), command(event, a));
                    QCOMPARE(r.why, Refused::IllegalTransition);
                    QCOMPARE(r.state, from);
                    for (const Event ok : r.allowed)
                        QVERIFY(rowOf(from, ok));
                    QCOMPARE(r.allowed.size(), allowed(at(from)).size());
                }
                ++refused;
            }
        QVERIFY(refused > 200);
    }
    void everyGuardHolds()
    {
        int guards = 0;
        for (const Row& row : rows())
            for (const Guard guard : row.guards) {
                Facts f = all();
                f.set(guard, false);
                ControlState s = at(row.from);
                s.wasLive = s.wasLive && row.event != Event::Scrub;
                s.fromHypercare = row.event == Event::ResumeHypercare;
                if (row.event == Event::EnterHypercare)
                    s.step = 5;
                ControlCommand c = command(row.event, oneOf(row.who));
                switch (guard) {  // those the controller knows itself
                case Guard::Reason: c.reason.clear(); break;
                case Guard::NeverLive: s.wasLive = true; break;
                case Guard::WasLive: s.wasLive = false; break;
                case Guard::NotLast: s.step = 5; break;
                case Guard::FullPollIfThird: s.autoPauses = 3; break;
                case Guard::NotFromHypercare: s.fromHypercare = true; break;
                case Guard::WasInHypercare: s.fromHypercare = false; break;
                case Guard::PhaseFull: s.step = 4; break;
                case Guard::NoSlicePaused: s.slices = {{"SP", SliceState::Paused, false}}; break;
                case Guard::TargetStageLive: c.targetStep = 3; break;
                default: break;
                }
                const Refusal r = no(s, c, f);
                QCOMPARE(r.why, Refused::Unmet);
                QVERIFY2(r.unmet == std::vector{guard},
                         qPrintable(QString("row %1: %2").arg(row.number).arg(r.unmet.size())));
                ++guards;
            }
        QVERIFY(guards > 60);
    }
    void everyRightHolds()
    {
        const std::vector<Actor> people{commander(),
                                        system(),
                                        system(true),
                                        seat(Function::Engineering),
                                        seat(Function::Operations),
                                        seat(Function::Commerce),
                                        role(Role::SupportAgent),
                                        role(Role::Viewer)};
        for (const Row& row : rows())
            for (const Actor& a : people)
                if (!mayAct(a, row.who)) {
                    const Refusal r = no(at(row.from), command(row.event, a));
                    QCOMPARE(r.why, Refused::Forbidden);
                    QCOMPARE(r.whoMay.size(), row.who.size());
                }
    }
    void whoMayPauseIsTheMatrixOfRoles()
    {
        for (const Role r :
             {Role::SupportAgent, Role::SupportLead, Role::OpsLead, Role::Engineer, Role::CommerceManager})
            QVERIFY(go(at(Position::RunningLive), command(Event::StopIntake, role(r))));
        for (const Role r : {Role::Viewer, Role::Auditor, Role::Admin, Role::Machine})
            QVERIFY(!go(at(Position::RunningLive), command(Event::StopIntake, role(r))));
    }
    void breakGlassIsForTwoSeatsWithAReason()
    {
        const ControlState s = at(Position::RunningLive);
        QVERIFY(go(s, command(Event::Rollback, seat(Function::Engineering))));
        QVERIFY(go(s, command(Event::Rollback, seat(Function::Operations))));
        QCOMPARE(no(s, command(Event::Rollback, seat(Function::Commerce))).why, Refused::Forbidden);
        QCOMPARE(no(s, command(Event::Rollback, seat(Function::Engineering), "")).unmet,
                 std::vector{Guard::Reason});
        QVERIFY(go(s, command(Event::Rollback, commander(), "")));
        QCOMPARE(no(s, command(Event::Rollback, system(false))).why, Refused::Forbidden);
    }
    void downIsTakenOnAnOldVersionUpIsNot()
    {
        const auto old = [](Event e, Position p) {
            ControlState s = at(p);
            s.version = 9;
            ControlCommand c = command(e, commander());
            c.seenVersion = 8;
            return go(s, c).has_value();
        };
        QVERIFY(old(Event::Pause, Position::RunningLive));
        QVERIFY(old(Event::StopIntake, Position::RunningLive));
        QVERIFY(old(Event::Narrow, Position::RunningLive));
        QVERIFY(old(Event::Rollback, Position::RunningLive));
        QVERIFY(!old(Event::Commit, Position::HoldLive));
        QVERIFY(!old(Event::Resume, Position::PausedExpansion));
        QVERIFY(!old(Event::StepBack, Position::PausedExpansion));
    }
    void aPausesScreenIsItsReason()
    {
        ControlCommand c = command(Event::StopIntake, role(Role::OpsLead), "");
        QVERIFY(!go(at(Position::RunningLive), c));
        c.seenOn = "launch; P1 duplicate effect";
        QVERIFY(go(at(Position::RunningLive), c));
        ControlCommand scrub = command(Event::Scrub, commander(), "");
        scrub.seenOn = "launch";
        QVERIFY(!go(at(Position::Draft), scrub));
    }
    void aPauseInAHoldGoesBackToTheServedStep()
    {
        const auto t = go(at(Position::HoldLive), command(Event::Pause, system()));
        QCOMPARE(t->next.step, 3);
        QCOMPARE(t->next.autoPauses, 1);
    }
    void theThirdPauseByTheSystemNeedsAFullPoll()
    {
        ControlState s = at(Position::PausedExpansion);
        Facts f = all();
        f.set(Guard::FullPollIfThird, false);
        s.autoPauses = 2;
        QVERIFY(go(s, command(Event::Resume, commander()), f));
        s.autoPauses = 3;
        QVERIFY(!go(s, command(Event::Resume, commander()), f));
        QVERIFY(go(s, command(Event::Resume, commander())));
    }
    void stoppingOneOfSeveralSlicesKeepsTheOthers()
    {
        ControlCommand c = command(Event::StopIntake, commander());
        c.slice = 0;
        const auto first = go(threeSlices(Position::RunningLive), c);
        QCOMPARE(first->next.state, RolloutState::PausedExpansion);
        QCOMPARE(first->next.slices[0].state, SliceState::Paused);
        QCOMPARE(first->next.slices[1].state, SliceState::Open);
        c.slice = 1;  // the last open one: MG is excluded
        QCOMPARE(go(first->next, c)->next.state, RolloutState::PausedIntake);
        c.slice = 3;
        QCOMPARE(no(first->next, c).why, Refused::IllegalTransition);
    }
    void aStepBringsItsSlicesAndWhatWasCutOutStaysOut()
    {
        ControlCommand c = command(Event::Commit, commander());
        c.slices = {"SP", "MG", "PR"};
        const auto next = go(threeSlices(Position::HoldLive), c)->next;
        QCOMPARE(next.slices.size(), std::size_t{3});
        QCOMPARE(next.slices[1], (SliceStatus{"MG", SliceState::Open, true}));
        QCOMPARE(next.slices[2], (SliceStatus{"PR", SliceState::Open, false}));
        c = command(Event::StepBack, commander());
        c.slices = {"SP"};
        QCOMPARE(go(threeSlices(Position::PausedIntake), c)->next.slices.size(), std::size_t{1});
    }
    void resumeWaitsForEverySlice()
    {
        ControlCommand stop = command(Event::StopIntake, commander());
        stop.slice = 0;
        ControlState s = go(threeSlices(Position::RunningLive), stop)->next;
        QCOMPARE(no(s, command(Event::Resume, commander())).unmet, std::vector{Guard::NoSlicePaused});
        ControlCommand open = command(Event::Reopen, commander());
        open.slice = 1;  // not paused: there is nothing to reopen
        QCOMPARE(no(s, open).why, Refused::IllegalTransition);
        open.slice = 0;
        Facts noTrial = all();
        noTrial.set(Guard::Trial10pct15min, false);
        QCOMPARE(no(s, open, noTrial).unmet, std::vector{Guard::Trial10pct15min});
        s = go(s, open)->next;
        QCOMPARE(s.state, RolloutState::PausedExpansion);
        QVERIFY(go(s, command(Event::Resume, commander())));
    }
    void legacyThatIsIllMeansPark()
    {
        Facts ill = all();
        ill.set(Guard::LegacyHealthy, false);
        const auto stop = command(Event::StopIntake, commander());
        QCOMPARE(go(at(Position::RunningLive), stop)->next.stoppedTo, IntakeDestination::Legacy);
        QCOMPARE(go(at(Position::RunningLive), stop, ill)->next.stoppedTo, IntakeDestination::Park);
    }
    void afterHypercareThereIsOneWayBack()
    {
        const auto paused = go(at(Position::Hypercare), command(Event::StopIntake, commander()))->next;
        QVERIFY(paused.fromHypercare);
        const auto open = go(paused, command(Event::Reopen, commander()))->next;
        QCOMPARE(no(open, command(Event::Resume, commander())).unmet, std::vector{Guard::NotFromHypercare});
        const auto back = go(open, command(Event::ResumeHypercare, commander()))->next;
        QCOMPARE(positionOf(back), Position::Hypercare);
        QVERIFY(!back.fromHypercare);
    }
    void aTrialEndsByATriggerWithoutLeavingTheState()
    {
        const auto trial = go(at(Position::PausedIntake), command(Event::ReopenTrial, commander()));
        QVERIFY(trial->next.trial);
        QVERIFY(has(*trial, Effect::StartTrial));
        const auto ended = trialEnded(trial->next);
        QCOMPARE(ended->next.state, RolloutState::PausedIntake);
        QVERIFY(!ended->next.trial);
        QVERIFY(!trialEnded(ended->next));
    }
    void stopInShadowEndsMirroringAndResumeBringsItBack()
    {
        ControlState s = at(Position::RunningShadow);
        s.mirroring = true;
        const auto stopped = go(s, command(Event::StopIntake, commander(), ""))->next;
        QCOMPARE(positionOf(stopped), Position::PausedShadow);
        QVERIFY(!stopped.mirroring);
        const auto paused = go(s, command(Event::Pause, commander()))->next;
        QVERIFY(paused.mirroring);
        QVERIFY(go(stopped, command(Event::Resume, commander()))->next.mirroring);
    }
    void aNewAttemptIsANewRun()
    {
        ControlState s = at(Position::RolledBack);
        s.version = 7;
        const auto t = go(s, command(Event::NewAttempt, commander()));
        QCOMPARE(t->next.run, 2);
        QVERIFY(!t->next.wasLive);
        QCOMPARE(t->next.version, Version{8});
    }
    void noRandomWalkLeavesTheTable()
    {
        SeededRng rng(2026);
        ControlState s;
        std::set<Position> seen;
        const std::vector<Actor> people{commander(), system(), system(true), seat(Function::Engineering),
                                        role(Role::SupportAgent)};
        for (int i = 0; i < 200'000; ++i) {
            Facts f = all();
            f.set(static_cast<Guard>(rng.below(CountOf<Guard>)), rng.chance(500'000));
            ControlCommand c =
                command(static_cast<Event>(rng.below(CountOf<Event>)), people[rng.below(people.size())]);
            const bool down = c.event == Event::Scrub || c.event == Event::Rollback ||
                              c.event == Event::StepBack || c.event == Event::Pause ||
                              c.event == Event::StopIntake;
            if (down && rng.chance(930'000))  // else no walk gets far
                continue;
            c.targetStep = static_cast<int>(rng.below(6));
            if (!s.slices.empty() && rng.chance(300'000))
                c.slice = rng.below(s.slices.size());
            const Position from = positionOf(s);
            seen.insert(from);
            const auto result = decide(s, c, Plan, f);
            if (const auto* t = std::get_if<Transition>(&result)) {
                const Row* row = rowOf(from, c.event);
                QVERIFY(row || c.slice);  // reopening one slice of several
                const bool enters = s.state != t->next.state && t->next.state == RolloutState::Running;
                QVERIFY(!(c.actor.system && enters));
                QVERIFY(t->next.step >= 0 && t->next.step <= static_cast<int>(Plan.size()));
                QVERIFY(!t->next.live || t->next.wasLive);
                QVERIFY(!t->next.live || t->next.state == RolloutState::Closed ||
                        rowOf(positionOf(t->next), Event::Rollback));
                if (t->next.state == RolloutState::Hold)
                    QVERIFY(t->next.step >= 1);
                s = t->next;
            }
            if (s.state == RolloutState::Hold && s.slices.empty())
                s.slices = threeSlices(Position::Draft).slices;
            if (isTerminal(positionOf(s)) || (s.state == RolloutState::Draft && rng.chance(1'000)))
                s = {};
        }
        for (std::uint8_t p = 0; p < static_cast<std::uint8_t>(Position::Closed); ++p)
            QVERIFY2(seen.contains(static_cast<Position>(p)), name(static_cast<Position>(p)).data());
    }
};

QTEST_APPLESS_MAIN(ControllerTest)
#include "tst_controller.moc"
