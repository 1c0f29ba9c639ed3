// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"
#include "core/rollout/assign.h"
#include "core/rollout/bake.h"
#include "core/rollout/command_post.h"
#include "core/rollout/controller.h"
#include "core/rollout/freeze.h"
#include "core/rollout/gate.h"
#include "core/rollout/plan.h"
#include "core/rollout/poll.h"
#include "core/rollout/triggers.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The rollout as an entity: folded from its steps here, decided by `core/rollout`. Nothing is in it that does not follow
/// from its facts, so that a restart finds what was there before.
namespace holdpoint::flow {

/// The last that was said of one gate of one slice.
struct GateStanding {
    GateVerdict verdict = GateVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::NoData;
    bool latched = false;  ///< NO-GO by evidence: only a new evidence run ends it
    Instant since;
    bool acknowledged = false;
    friend bool operator==(const GateStanding&, const GateStanding&) = default;
};

struct ChecklistEntry {
    bool done = false;
    std::string evidence;
    std::string by;  ///< empty: the engine
    Instant at;
    friend bool operator==(const ChecklistEntry&, const ChecklistEntry&) = default;
};

struct Signature {
    std::string what;  ///< rollback_plan, reconciliation, root_cause, …
    Function seat = Function::Engineering;
    std::string by;
    std::string words;
    Instant at;
    friend bool operator==(const Signature&, const Signature&) = default;
};

struct TriggerStanding {
    bool on = false;
    Instant since;  ///< of the last turn
    std::string detail;
    friend bool operator==(const TriggerStanding&, const TriggerStanding&) = default;
};

/// The roll call of a hold point, or, elsewhere, what seats say about going up again.
struct PollStanding {
    Instant opened = Never;
    Hash evidence{};  ///< at opening
    std::map<Function, rollout::CastVote> votes;
    std::map<Function, std::string> coSigned;
    friend bool operator==(const PollStanding&, const PollStanding&) = default;
};

/// The canary's share of each slice that is served, from that minute on: the first whole one after it changed.
struct WeightEpoch {
    std::int64_t fromMinute = 0;
    std::uint32_t epoch = 0;  ///< of `Rollout`
    std::vector<double> shares;
    friend bool operator==(const WeightEpoch&, const WeightEpoch&) = default;
};

struct Rollout {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    bool intakeOpen = true;  ///< the plain switch: counts while the plan does not route

    std::optional<rollout::RolloutPlan> plan;
    std::string planText;
    Hash planHash{};
    rollout::ControlState control;
    Version movedAt = 0;    ///< the version at which the controller last moved: what was seen before is old
    Instant since = Never;  ///< of the state
    std::string movedBy;    ///< who led to it; empty: the engine
    std::string reason;     ///< of that move

    bool routed = false;  ///< a step was committed once, in whatever run
    int servedStep =
        0;  ///< the step whose slices are served, from 1: at a hold point the one before it; 0: none
    /// How new orders are sent: the slices of that step, of weight 0 while it is not live.
    std::vector<rollout::ServedSlice> served;
    std::uint32_t epoch = 0;  ///< of evidence: another weight, another cut or another run begins the next
    std::vector<WeightEpoch> weights;  ///< of this evidence run, oldest first
    std::uint32_t evidenceRun = 0;     ///< another step, build, rules or thresholds begins the next

    rollout::CommandPost post;
    PollStanding poll;
    std::map<std::string, ChecklistEntry> checklist;
    std::vector<Signature> signatures;
    std::vector<rollout::Freeze> freezes;
    std::optional<rollout::Override> armed;
    std::map<std::pair<std::string, int>, GateStanding> gates;  ///< by gate and slice, from 1
    std::array<TriggerStanding, rollout::TriggerCount> triggers;
    rollout::BakeClock::State bake;
    Milliseconds hypercare{0};
    std::optional<rollout::Proposal> proposal;
    Instant stoppedSince = Never;  ///< intake, and nobody decided since; `Never`: it is not
    Instant trialSince = Never;    ///< of the trial that runs
    bool trialPassed = false;      ///< one ran to its end, and nothing was stopped since
    Instant drillPassed = Never;   ///< the last rehearsal of a rollback
    std::uint16_t pausedFor = 0;   ///< 1 + trigger of the last pause by the engine; 0: a person's

    /// New orders are sent by the plan from the first commit of a step on: after a rollback they stay with legacy, also
    /// while the next plan is written. The end of a rollout that went well gives them back to the plain switch.
    [[nodiscard]] bool routes() const noexcept
    {
        return routed && plan.has_value() && control.state != RolloutState::Closed;
    }
    /// Null: none is served.
    [[nodiscard]] const rollout::RolloutStep* stepServed() const noexcept;
    [[nodiscard]] bool isTriggered(Trigger trigger) const noexcept
    {
        return triggers[static_cast<std::size_t>(trigger)].on;
    }
};

/// The same in all that is folded.
[[nodiscard]] bool operator==(const Rollout& a, const Rollout& b);

/// The name of the move that ends a reopening trial; the table has no event of its own for it.
inline constexpr std::string_view TrialEnd = "trial_end";
inline constexpr Milliseconds TrialLength{15 * 60'000};

/// And of the commander's act that takes a narrowing back.
inline constexpr std::string_view Widened = "widen";

/// Folds one fact, for those who decide the next from it.
void applyRolloutFact(Rollout& rollout, const Fact& fact, const Dictionary& names);
/// Folds one step of the journal into it.
void applyRollout(Rollout& rollout, const StepBody& step, Seq seq, const Dictionary& names);

}  // namespace holdpoint::flow
