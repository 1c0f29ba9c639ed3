// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/rng.h"
#include "core/rollout/checklist.h"
#include "core/rollout/plan_json.h"
#include "core/rollout/transitions.h"
#include "tests/support/rollout_play.h"

#include <QTest>
#include <set>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

constexpr int Seeds = 60, Acts = 400;

const std::vector<std::string> People{"Ines", "Dario", "Emil", "Olga", "Carla", "Sami", "anybody"};
const std::vector<std::string> Words{
    "",           "because", "a long enough reason, with words",
    "Small|Olga", "[]",      R"({"attribute":"channel","op":"eq","values":["app"]})"};
const std::vector<std::string> Arguments{"",
                                         "north",
                                         "everywhere",
                                         "engineering:go",
                                         "operations:go",
                                         "commerce:go",
                                         "support:go",
                                         "operations:no_go",
                                         "latency",
                                         "Olga",
                                         "rollback_plan",
                                         "reconciliation",
                                         "root_cause",
                                         "hard:approved",
                                         "engineering"};
const std::vector<std::string> Commands{
    "submit_plan",  "edit_plan",       "checklist_done",   "sign",          "vote",          "vote",
    "vote",         "co_sign",         "acknowledge_gate", "override",      "commit_step",   "commit_step",
    "stop_growth",  "stop_intake",     "reopen_intake",    "narrow",        "resume",        "resume",
    "reopen_trial", "step_back",       "roll_back",        "stop_proposal", "sign_off",      "new_attempt",
    "scrub",        "enter_hypercare", "resume_hypercare", "close_rollout", "offer_command", "accept_command",
    "take_command", "freeze",          "rollout_note",     "set_plan"};

class Gambler {
public:
    explicit Gambler(std::uint64_t seed) : rng_(seed) { play.gates(GateVerdict::Go); }

    void act()
    {
        switch (rng_.below(8)) {
        case 0: return world();
        case 1: return play.minutes(static_cast<int>(1 + rng_.below(40)));
        case 2: return help();
        default: break;
        }
        play.give(pick(Commands), pick(People), pick(Arguments), static_cast<std::uint32_t>(rng_.below(4)),
                  pick(Words), pick(Words));
    }

    RolloutPlay play;

private:
    template <typename T>
    const T& pick(const std::vector<T>& from)
    {
        return from[rng_.below(from.size())];
    }
    /// Without it chance alone would hardly ever leave the draft.
    void help()
    {
        const auto& r = play.r();
        if (isTerminal(positionOf(r.control)) || !r.plan)
            return void(play.give("set_plan", r.plan ? r.post.commander : "Emil", "Olga", 0,
                                  rollout::writePlan(smallPlan()), "the next one"));
        switch (r.control.state) {
        case RolloutState::Draft: play.give("submit_plan", "Emil"); return;
        case RolloutState::Preflight:
            for (const auto& item : rollout::ChecklistItems)
                play.give("checklist_item", "Olga", std::string(item.name), 1, "seen");
            for (const char* owner : {"Emil", "Olga", "Carla", "Sami"})
                play.give("sign", owner, "rollback_plan");
            play.give("checklist_done", "Ines");
            return;
        case RolloutState::RollingBack:
        case RolloutState::Reconciling:
            play.world.rollback = flow::RollbackNow{true, 0, 0, false};
            for (const char* owner : {"Olga", "Carla"})
                play.give("sign", owner, "reconciliation");
            break;
        default: break;
        }
        play.gates(GateVerdict::Go);
        const std::string commander = r.post.commander;
        for (const auto& [person, vote] :
             std::vector<std::pair<const char*, const char*>>{{"Emil", "engineering:go"},
                                                              {"Olga", "operations:go"},
                                                              {"Carla", "commerce:go"},
                                                              {"Sami", "support:go"}})
            play.give("vote", person, vote);
        for (const char* what : {"commit_step", "resume", "reopen_intake", "reopen_trial", "sign_off"})
            play.give(what, commander);
    }
    void world()
    {
        switch (rng_.below(9)) {
        case 0: play.gate("errors", GateVerdict::NoGo, true); return;
        case 1: play.gate("twice", GateVerdict::NoGo); return;
        case 2: play.gates(GateVerdict::Inconclusive, InconclusiveReason::StaleData); return;
        case 3:
            play.world.breakerOpen = Milliseconds{static_cast<std::int64_t>(rng_.below(2)) * 3'600'000};
            return;
        case 4: play.world.legacyHealthy = rng_.below(3) != 0; return;
        case 5: play.world.rollback = flow::RollbackNow{rng_.below(2) == 0, 0, 0, rng_.below(4) == 0}; return;
        case 6: play.restart(); return;
        case 7: play.readings = {}; return;
        default: play.gates(GateVerdict::Go);
        }
    }

    SeededRng rng_;
};

int weightOf(const flow::Rollout& r)
{
    int all = 0;
    for (const auto& slice : r.served)
        all += slice.effectiveBp();
    return all;
}

/// Is the move one that the table has? Notes and the ends of trials are named apart.
bool isLegal(const RolloutMoved& m, const Dictionary& names, bool newRollout)
{
    const std::string& event = names.text(m.event);
    const auto from = fromName<rollout::Position>(names.text(m.from));
    if (!from)
        return false;
    if (event == flow::TrialEnd || event == flow::Widened || newRollout)
        return true;
    const auto known = fromName<rollout::Event>(event);
    if (!known)
        return false;
    const rollout::Row* row = rollout::rowOf(*from, *known);
    const bool oneSlice = *from == rollout::Position::PausedExpansion &&
                          (*known == rollout::Event::Reopen || *known == rollout::Event::ReopenTrial);
    return oneSlice || (row != nullptr && row->number == m.row);
}

}  // namespace

class RolloutRandomTest : public QObject {
    Q_OBJECT

private slots:
    void whateverIsAskedTheTableHolds_data();
    void whateverIsAskedTheTableHolds();
    void chanceReachesEveryState();
};

void RolloutRandomTest::whateverIsAskedTheTableHolds_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= Seeds; ++seed)
        QTest::addRow("seed %d", seed) << seed;
}

void RolloutRandomTest::whateverIsAskedTheTableHolds()
{
    QFETCH(const int, seed);
    Gambler g(static_cast<std::uint64_t>(seed));
    RolloutPlay& play = g.play;
    std::size_t checked = 0;
    flow::Rollout before = play.r();
    for (int act = 0; act < Acts; ++act) {
        g.act();
        for (; checked < play.steps.size(); ++checked) {
            flow::Rollout after = before;
            flow::applyRollout(after, play.steps[checked], checked + 1, play.names);
            bool bySystem = true;
            for (const Fact& fact : play.steps[checked].facts) {
                const auto* m = std::get_if<RolloutMoved>(&fact.body);
                if (m == nullptr)
                    continue;
                bySystem &= m->by.isNone();
                const bool anew = m->row == 0 && isTerminal(positionOf(before.control));
                QVERIFY2(isLegal(*m, play.names, anew), play.names.text(m->event).c_str());
                if (play.names.text(m->event) == "commit" && before.control.live &&
                    before.servedStep == after.servedStep - 1)
                    for (const auto& old : before.served) {
                        const auto same = std::find_if(after.served.begin(), after.served.end(),
                                                       [&](const auto& s) { return s.name == old.name; });
                        QVERIFY(same != after.served.end());
                        QVERIFY(same->weightBp >= old.weightBp || same->excluded != old.excluded ||
                                after.control.slices[static_cast<std::size_t>(same - after.served.begin())]
                                    .excluded);
                    }
            }
            const bool human = play.steps[checked].type.number != 0 || !bySystem;
            if (!human)
                QVERIFY2(weightOf(after) <= weightOf(before), "the engine raised a weight");
            before = std::move(after);
        }
        QVERIFY(before == play.r());
    }
    QVERIFY(play.foldedAgain() == play.r());
    // Whatever happened: while something is live and legacy is well, going back is one command.
    const auto& r = play.r();
    const bool live = r.control.wasLive && (r.control.live || r.control.state == RolloutState::Hypercare);
    play.world.legacyHealthy = true;
    if (live)
        QVERIFY2(play.give("roll_back", r.post.commander), play.refusal.detail.c_str());
}

void RolloutRandomTest::chanceReachesEveryState()
{
    std::set<std::string> seen;
    for (int seed = 1; seed <= Seeds; ++seed) {
        Gambler g(static_cast<std::uint64_t>(seed));
        for (int act = 0; act < Acts; ++act) {
            g.act();
            seen.insert(g.play.position());
        }
    }
    for (const char* position :
         {"draft", "preflight", "hold_first", "hold_live", "running_live", "paused_expansion",
          "paused_intake", "rolling_back", "reconciling", "rolled_back", "scrubbed"})
        QVERIFY2(seen.contains(position), position);
}

QTEST_APPLESS_MAIN(RolloutRandomTest)
#include "tst_rollout_random.moc"
