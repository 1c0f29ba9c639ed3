// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/rollout_desk.h"

/// For the sources of the rollout in this folder: the state while one step is being decided.
namespace holdpoint::flow {

/// The rollout as it becomes: what is said is folded at once, so that the next decision rests on it.
class Desk {
public:
    Desk(const Rollout& rollout, const RolloutTurn& turn, StepBody& out) : r_(rollout), turn_(turn), out_(out)
    {}

    [[nodiscard]] const Rollout& now() const noexcept { return r_; }
    [[nodiscard]] const RolloutTurn& turn() const noexcept { return turn_; }
    [[nodiscard]] bool saidNothing() const noexcept { return out_.facts.empty(); }

    void say(FactBody body);
    [[nodiscard]] CodeName code(std::string_view text) { return turn_.names.intern<NameKind::Code>(text); }
    [[nodiscard]] ActorName actor(std::string_view text) { return turn_.names.intern<NameKind::Actor>(text); }

    /// Asks the controller, and says what it decided with all that its effects need. Errors: the refusal, in words.
    Result<> move(const rollout::ControlCommand& command);
    /// The same by the engine itself, if the table has it and its conditions hold; false: nothing happened.
    bool bySystem(rollout::Event event, const std::string& reason, std::optional<Trigger> trigger = {},
                  bool byPolicy = false);
    void endTrial(std::optional<Trigger> trigger);
    /// Where the controller stands, told under another name.
    void tell(const char* event, int row, const std::string& by, const std::string& reason);
    /// Writes where the bake clock stands. `restart`: it begins anew; cut-offs and peaks that were just seen.
    void noteBake(bool restart = false, bool resumed = false, int cutoffs = 0, int peaks = 0);
    /// After a restart: what passed since the last note did not run.
    void skipGap();
    /// As it stands at this moment, for who asks.
    [[nodiscard]] rollout::BakeClock bakeNow() const;
    void openPoll();
    void clearVotes(std::string_view why);
    void serveSlice(std::size_t slice, int weightBp, std::optional<int> trialBp,
                    const std::vector<rollout::Predicate>& cut, const std::string& by,
                    const std::string& reason);

private:
    void record(const rollout::Transition& t, const rollout::ControlCommand& c);
    void follow(rollout::Effect effect, const rollout::ControlCommand& c, const Rollout& before);
    void applyWeights(const rollout::ControlCommand& c, const Rollout& before);
    void zeroWeights(const rollout::ControlCommand& c);
    void startTrial(const rollout::ControlCommand& c);
    void stopTrial();
    void liftFreezes();
    void freezeSoftly(const Rollout& before);

    Rollout r_;
    const RolloutTurn& turn_;
    StepBody& out_;
};

/// As `targetStep` of a narrowing: the slice itself is cut out.
inline constexpr int WholeSlice = -1;

// ── conditions ──
[[nodiscard]] rollout::Facts factsOf(const Rollout& r, const rollout::ControlCommand& command,
                                     const RolloutTurn& turn);
[[nodiscard]] bool isLiveStep(const Rollout& r, int step);
[[nodiscard]] bool isFresh(const Rollout& r, const RolloutTurn& turn);
[[nodiscard]] Hash evidenceRunOf(const Rollout& r, const RolloutWorld& world);
[[nodiscard]] rollout::BakeClock::Needs bakeNeeds(const Rollout& r, const RolloutTurn& turn);
/// The hypercare clock at this moment.
[[nodiscard]] Milliseconds hypercareNow(const Rollout& r, Instant now);
[[nodiscard]] bool hasCooled(const Rollout& r, Instant now);
[[nodiscard]] rollout::CommandPost postNow(const Rollout& r, const RolloutTurn& turn);
[[nodiscard]] rollout::HypercareFacts hypercareOf(const Rollout& r, const RolloutTurn& turn);
/// Which slice a command means. Errors: NotFound. Nothing: all of them.
[[nodiscard]] Result<std::optional<std::size_t>> sliceOf(const Rollout& r, const std::string& name);

// ── words ──
[[nodiscard]] Error errorOf(const Rollout& r, const rollout::Refusal& refusal, rollout::Event event);

// ── commands by family; `Unsupported`: not one of its own ──
Result<> planCommand(Desk& desk, const RolloutCommand& c);
Result<> pollCommand(Desk& desk, const RolloutCommand& c);
Result<> exposureCommand(Desk& desk, const RolloutCommand& c);
Result<> peopleCommand(Desk& desk, const RolloutCommand& c);
/// What every move of a person has in common.
[[nodiscard]] rollout::ControlCommand controlOf(const Desk& desk, const RolloutCommand& c,
                                                rollout::Event event);

}  // namespace holdpoint::flow
