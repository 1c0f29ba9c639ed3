// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/rollout_desk.h"

#include <string>
#include <vector>

namespace holdpoint::test {

/// A rollout that is played without an engine: commands by name, minutes, and a world that the test sets. Every step that was
/// written is kept, so that it can be folded again.
class RolloutPlay {
public:
    RolloutPlay();

    /// Refusals are told in `refusal`; the rollout is unchanged then.
    bool give(const std::string& what, const std::string& actor, const std::string& argument = {},
              std::uint32_t number = 0, const std::string& text = {}, const std::string& reason = {},
              Role role = Role::Engineer);
    /// Minutes pass, with a look at each.
    void minutes(int n = 1);
    bool look();
    void restart() { watch_ = {}; }

    /// All gates of all slices.
    void gates(GateVerdict verdict, InconclusiveReason reason = InconclusiveReason::MinSample);
    void gate(const std::string& id, GateVerdict verdict, bool latched = false);

    // ── the way to a state, all by the people of the plan ──
    void write(const rollout::RolloutPlan& plan);
    void toHold();
    void everyGo();
    void commit();
    /// Runs until `step` is committed; each step before it bakes as long as it must.
    void toRunning(int step);
    void bakeStep();

    [[nodiscard]] const flow::Rollout& r() const { return rollout_; }
    [[nodiscard]] flow::Rollout foldedAgain() const;
    [[nodiscard]] std::string position() const { return std::string(name(positionOf(rollout_.control))); }
    /// Events of the moves so far, `commit resume …`.
    [[nodiscard]] std::vector<std::string> moves() const;
    [[nodiscard]] int count(const std::string& move) const;

    flow::RolloutWorld world;
    flow::GateReadings readings;
    Instant now{1'800'000'000'000};
    Error refusal;
    std::vector<StepBody> steps;
    Dictionary names;

private:
    [[nodiscard]] flow::RolloutTurn turn() { return {world, readings, names, now, acted_}; }
    void keep(StepBody step);

    flow::Rollout rollout_;
    flow::RolloutWatch watch_;
    std::map<std::string, Instant> acted_;
};

/// Steps: canary 1 % and 5 % of one region, expand 25 % of it and of everywhere, full. One hour of bake, three gates.
[[nodiscard]] rollout::RolloutPlan smallPlan();

}  // namespace holdpoint::test
