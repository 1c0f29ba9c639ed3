// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/promises.h"
#include "tests/support/moments.h"
#include "tests/support/walks.h"

#include <QTest>
#include <algorithm>

using namespace holdpoint;
using namespace holdpoint::test;

namespace {

/// One of each of the eight walks; of these every death in every recovery is tried, of the others a sample.
constexpr std::array EightWalks{"cancel_accepted",   "expired_then_shipped", "return_twice",
                                "lost_answer_found", "hand_back_refused",    "shadow",
                                "backfill",          "failed_afterwards"};
constexpr std::uint64_t SampleSeed = 20'270'115;
constexpr int PairsOfTheOthers = 40;        // of each scenario
constexpr std::uint64_t LongRecovery = 40;  // moments; of what never ends, because nobody can be asked

struct StoreAnswer {
    const char* name;
    StoreFault fault;
};
constexpr StoreAnswer Answers[] = {{"not committed", StoreFault::NotCommitted},
                                   {"unknown, committed", StoreFault::UnknownCommitted},
                                   {"unknown, not committed", StoreFault::UnknownNotCommitted}};

constexpr const char* MomentNames[] = {"before a commit", "after a commit", "before a call", "after a call",
                                       "in a start"};

/// What a run without a fault leaves.
struct Untouched {
    Aftermath aftermath;
    Promises promises;
    std::uint64_t moments = 0;
    std::uint64_t commits = 0;
    int crashes = 0;
    int starts = 0;
};

std::string firstOf(const std::vector<std::string>& texts) { return texts.empty() ? "" : texts.front(); }

/// The first promise that a run broke; empty if it kept them all.
std::string verdict(EngineRig& rig, const Walk& script, const Untouched& expected, bool sameJournal)
{
    const Evidence evidence = gather(rig);
    if (const auto found = violations(rig, evidence); !found.empty())
        return found.front();
    const Promises kept = promises(rig, evidence, script.races);
    if (!kept.broken.empty())
        return kept.broken.front();
    if (script.races)
        return {};
    if (const auto differs = difference(expected.aftermath, aftermath(rig, script.orders)); !differs.empty())
        return differs;
    // What the world said is the same if it did the same at the same times.
    if (kept.effectsAt == expected.promises.effectsAt && kept.stateHash != expected.promises.stateHash)
        return "another state hash";
    return sameJournal && kept.journalHash != expected.promises.journalHash ? "another journal hash" : "";
}

Untouched untouched(const Walk& script)
{
    Untouched run;
    MomentPlan plan;
    EngineRig rig(plan.options(script.options));
    script.run(rig);
    run.aftermath = aftermath(rig, script.orders);
    run.promises = promises(rig, gather(rig), script.races);
    run.moments = plan.count();
    run.commits = rig.store().commits();
    run.crashes = rig.crashes();
    run.starts = plan.starts();
    return run;
}

}  // namespace

/// A death at every moment at which it matters, of every scenario, and deaths in the recovery from it.
class CrashMatrix : public QObject {
    Q_OBJECT

private slots:
    void without_a_fault_nothing_is_broken();
    void a_death_at_every_moment_data() { rows(); }
    void a_death_at_every_moment();
    void a_death_in_the_recovery_data() { rows(); }
    void a_death_in_the_recovery();
    void every_answer_of_the_store_data() { rows(); }
    void every_answer_of_the_store();
    void a_jump_of_the_clock_data() { rows(); }
    void a_jump_of_the_clock();
    void cleanupTestCase();

private:
    static void rows();
    static const Untouched& expected(const Walk& script);
    /// A run that dies at these moments; what it broke.
    std::string die(const Walk& script, std::vector<std::uint64_t> moments);
    static std::uint64_t recovered(const Walk& script, std::uint64_t first);
    /// First and second deaths to be tried, by seed if they are too many.
    static std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs(const Walk& script);

    std::array<int, Moments> deaths_{};
    std::array<int, Moments> secondDeaths_{};
    std::array<int, std::size(Answers)> answers_{};
    int jumps_ = 0;
    int sameJournal_ = 0;
};

void CrashMatrix::rows()
{
    QTest::addColumn<int>("scenario");
    for (int i = 0; i < static_cast<int>(scenarios().size()); ++i)
        QTest::newRow(scenarios()[static_cast<std::size_t>(i)].name.c_str()) << i;
}

const Untouched& CrashMatrix::expected(const Walk& script)
{
    static std::map<std::string, Untouched> known;
    const auto found = known.find(script.name);
    return found != known.end() ? found->second : known.emplace(script.name, untouched(script)).first->second;
}

void CrashMatrix::without_a_fault_nothing_is_broken()
{
    for (const Walk& script : scenarios()) {
        MomentPlan plan;
        EngineRig rig(plan.options(script.options));
        script.run(rig);
        const std::string broken = verdict(rig, script, expected(script), true);
        QVERIFY2(broken.empty(), (script.name + ": " + broken).c_str());
        QVERIFY2(plan.broken().empty(), (script.name + ": " + firstOf(plan.broken())).c_str());
        QCOMPARE(rig.repeats(), 0);
    }
}

std::string CrashMatrix::die(const Walk& script, std::vector<std::uint64_t> moments)
{
    MomentPlan plan(moments);
    EngineRig rig(plan.options(script.options));
    script.run(rig);
    if (plan.deaths() != moments.size())
        return "it did not die";
    const Moment moment = plan.at(moments.back());
    ++(moments.size() == 1 ? deaths_ : secondDeaths_)[static_cast<std::size_t>(moment)];
    // Before a commit, with nothing on its way, nothing was lost but time that did not pass: the journal is the same.
    const bool same = moments.size() == 1 && moment == Moment::CommitBefore && plan.diedQuietly();
    sameJournal_ += same && !script.races ? 1 : 0;
    std::string broken = firstOf(plan.broken());
    if (broken.empty())
        broken = verdict(rig, script, expected(script), same);
    return broken.empty()
               ? broken
               : std::string("dies ") + MomentNames[static_cast<std::size_t>(moment)] + ": " + broken;
}

void CrashMatrix::a_death_at_every_moment()
{
    QFETCH(const int, scenario);
    const Walk& script = scenarios()[static_cast<std::size_t>(scenario)];
    for (std::uint64_t nth = 1; nth <= expected(script).moments; ++nth) {
        const std::string broken = die(script, {nth});
        QVERIFY2(broken.empty(), ("moment " + std::to_string(nth) + ": " + broken).c_str());
    }
}

// Where the recovery from a death at `first` ends.
std::uint64_t CrashMatrix::recovered(const Walk& script, std::uint64_t first)
{
    MomentPlan plan({first});
    EngineRig rig(plan.options(script.options));
    script.run(rig);
    const std::uint64_t end = plan.recoveredAt() != 0 ? plan.recoveredAt() : first + LongRecovery;
    return std::min(end, plan.count());
}

std::vector<std::pair<std::uint64_t, std::uint64_t>> CrashMatrix::pairs(const Walk& script)
{
    std::vector<std::pair<std::uint64_t, std::uint64_t>> chosen;
    const std::uint64_t moments = expected(script).moments;
    if (qEnvironmentVariableIsSet("HOLDPOINT_CRASH_PAIRS") ||
        std::find(EightWalks.begin(), EightWalks.end(), script.name) != EightWalks.end()) {
        for (std::uint64_t first = 1; first <= moments; ++first)
            for (std::uint64_t second = first + 1; second <= recovered(script, first); ++second)
                chosen.emplace_back(first, second);
        return chosen;
    }
    SeededRng rng(SampleSeed + hash64(script.name));
    for (int i = 0; i < PairsOfTheOthers; ++i) {
        const std::uint64_t first = 1 + rng.below(moments);
        const std::uint64_t end = recovered(script, first);
        if (end > first)
            chosen.emplace_back(first, first + 1 + rng.below(end - first));
    }
    return chosen;
}

void CrashMatrix::a_death_in_the_recovery()
{
    QFETCH(const int, scenario);
    const Walk& script = scenarios()[static_cast<std::size_t>(scenario)];
    for (const auto& [first, second] : pairs(script)) {
        const std::string broken = die(script, {first, second});
        QVERIFY2(
            broken.empty(),
            ("moments " + std::to_string(first) + ", " + std::to_string(second) + ": " + broken).c_str());
    }
}

void CrashMatrix::every_answer_of_the_store()
{
    QFETCH(const int, scenario);
    const Walk& script = scenarios()[static_cast<std::size_t>(scenario)];
    for (std::size_t i = 0; i < std::size(Answers); ++i)
        for (std::uint64_t nth = 1; nth <= expected(script).commits; ++nth) {
            MomentPlan plan;
            EngineRig rig(plan.options(script.options));
            rig.store().at(nth, Answers[i].fault);
            script.run(rig);
            ++answers_[i];
            const std::string where =
                std::string(Answers[i].name) + " at commit " + std::to_string(nth) + ": ";
            const std::string broken = verdict(rig, script, expected(script), false);
            QVERIFY2(broken.empty(), (where + broken).c_str());
            QVERIFY2(plan.broken().empty(), (where + firstOf(plan.broken())).c_str());
            // What turned out to be durable was published once, in a life that did not end.
            if (rig.crashes() == expected(script).crashes)
                QCOMPARE(static_cast<FrameNo>(rig.published()), rig.engine().lease().lastFrame);
        }
}

// Somebody sets the wall clock a day ahead or back, after each commit: nothing ends early, no timer is lost or doubled.
void CrashMatrix::a_jump_of_the_clock()
{
    QFETCH(const int, scenario);
    const Walk& script = scenarios()[static_cast<std::size_t>(scenario)];
    if (expected(script).starts > 1)
        return;  // a start believes the wall clock, it has no other
    for (const Milliseconds day : {Milliseconds{86'400'000}, Milliseconds{-86'400'000}})
        for (std::uint64_t nth = 1; nth <= expected(script).commits; ++nth) {
            MomentPlan plan;
            EngineRig rig(plan.options(script.options));
            plan.afterCommit(nth, [&] { rig.clock().jump(day); });
            script.run(rig);
            ++jumps_;
            const std::string where = std::string(day.count() > 0 ? "ahead" : "back") + " after commit " +
                                      std::to_string(nth) + ": ";
            const std::string broken = verdict(rig, script, expected(script), false);
            QVERIFY2(broken.empty(), (where + broken).c_str());
            const auto slew = (rig.engine().now() - rig.clock().steady()).count();
            const auto most = rig.clock().monotonic().count() / 200 + 2;  // 0.5 %
            QVERIFY2(std::abs(slew) <= most,
                     (where + "engine time moved by " + std::to_string(slew)).c_str());
        }
}

void CrashMatrix::cleanupTestCase()
{
    int all = 0;
    for (std::size_t i = 0; i < Moments; ++i) {
        qInfo("dies %s: %d, and again in the recovery: %d", MomentNames[i], deaths_[i], secondDeaths_[i]);
        all += deaths_[i] + secondDeaths_[i];
    }
    for (std::size_t i = 0; i < std::size(Answers); ++i) {
        qInfo("the store says %s: %d", Answers[i].name, answers_[i]);
        all += answers_[i];
    }
    qInfo("the clock jumps a day: %d; journals equal to the byte: %d", jumps_, sameJournal_);
    qInfo("%d crash points in %zu scenarios; sample by seed %llu", all, scenarios().size(),
          static_cast<unsigned long long>(SampleSeed));
}

QTEST_GUILESS_MAIN(CrashMatrix)
#include "tst_matrix.moc"
