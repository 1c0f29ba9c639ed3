// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/rollout/transitions.h"

#include <bitset>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

/// The state machine of a rollout: state and command in, the next state and what to do out, or a refusal that says what
/// would be allowed. Pure; the caller journals what comes out.
namespace holdpoint::rollout {

struct SliceStatus {
    std::string name;
    SliceState state = SliceState::Waiting;
    bool excluded = false;
    friend bool operator==(const SliceStatus&, const SliceStatus&) = default;
};

/// One machine per rollout.
struct ControlState {
    RolloutState state = RolloutState::Draft;
    int step = 0;                ///< k, from 1; 0 before the first hold
    bool live = false;           ///< a slice is served, or would be if its intake were not stopped
    bool wasLive = false;        ///< one was, in this run
    bool mirroring = false;      ///< Shadow and Parallel
    bool fromHypercare = false;  ///< paused out of Hypercare: only row 23 leads on
    bool trial = false;          ///< a reopening trial runs
    int autoPauses = 0;          ///< by the system, in this step
    int run = 1;
    IntakeDestination stoppedTo = IntakeDestination::Legacy;
    std::vector<SliceStatus> slices;  ///< of the step that is served
    Version version = 0;

    friend bool operator==(const ControlState&, const ControlState&) = default;
};

[[nodiscard]] Position positionOf(const ControlState& state);

/// Who gives a command. A person may hold several.
struct Actor {
    std::string person;
    bool system = false;
    bool byPolicy = false;  ///< the system, by a rollback policy the owners signed
    bool commander = false;
    bool deputy = false;
    bool deputyActing = false;
    std::optional<Function> seat;
    Role role = Role::Viewer;
};

/// Does one of these rights belong to the actor? Break-glass needs a reason, which the row does not list as a guard.
[[nodiscard]] bool mayAct(const Actor& actor, std::span<const Who> who);

/// What the caller knows to be true. What the controller can see itself is not asked of it.
class Facts {
public:
    Facts& set(Guard guard, bool met = true)
    {
        met_.set(static_cast<std::size_t>(guard), met);
        return *this;
    }
    [[nodiscard]] bool met(Guard guard) const { return met_.test(static_cast<std::size_t>(guard)); }

private:
    std::bitset<64> met_;
};

struct ControlCommand {
    Event event = Event::Annotate;
    Actor actor;
    std::string reason;                  ///< words; a pause may come without
    std::string seenOn;                  ///< screen and top alarm: the reason of a person's pause
    std::optional<Trigger> trigger;      ///< what made the system act
    std::optional<std::size_t> slice;    ///< one slice of several; else all
    std::vector<std::string> slices{};   ///< commit, step_back: those of the step that is served from now on
    int targetStep = 0;                  ///< step_back
    std::optional<Version> seenVersion;  ///< of the state the person looked at
};

/// What the shell does, in this order, with a transition.
enum class Effect : std::uint8_t {
    FreezePlan,
    VoidChecklistAndVotes,
    OpenPoll,
    ClearVotes,
    ApplyWeights,
    OpenEvidenceEpoch,
    RestartBake,
    HoldWeights,
    StopIntake,
    MirroringOn,
    MirroringOff,
    StartTrial,
    EndTrial,
    RampIntake,
    LowerExposure,
    ZeroWeights,
    StartDisposition,
    StartReconciliation,
    SealReport,
    NewRun,
    StartHypercareClock,
    StopHypercareClock,
    ResumeHypercareClock,
    LiftFreeze,
    Journal,
};

struct Transition {
    int row = 0;
    Position from = Position::Draft;
    ControlState next;
    std::vector<Effect> effects;
};

enum class Refused : std::uint8_t { IllegalTransition, Forbidden, Unmet, OldVersion };

struct Refusal {
    Refused why = Refused::IllegalTransition;
    Position state = Position::Draft;
    std::vector<Event> allowed;  ///< by the table, whoever asks
    std::vector<Who> whoMay;     ///< if Forbidden
    std::vector<Guard> unmet;    ///< if Unmet: all of them
};

/// `phases`: of the plan's steps, in order; Hypercare is no step. Down is easy: pause, stop_intake, narrow and rollback are
/// taken whatever version was seen.
[[nodiscard]] std::variant<Transition, Refusal> decide(const ControlState& state,
                                                       const ControlCommand& command,
                                                       std::span<const Phase> phases, const Facts& facts);

/// Any trigger, and the end of its 15 minutes, ends a reopening trial; the state stays. Nothing: none runs.
[[nodiscard]] std::optional<Transition> trialEnded(const ControlState& state);

/// What the table has for this state, whoever asks.
[[nodiscard]] std::vector<Event> allowed(const ControlState& state);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Effect, "freeze_plan", "void_checklist_and_votes", "open_poll", "clear_votes",
         "apply_weights", "open_evidence_epoch", "restart_bake", "hold_weights", "stop_intake",
         "mirroring_on", "mirroring_off", "start_trial", "end_trial", "ramp_intake", "lower_exposure",
         "zero_weights", "start_disposition", "start_reconciliation", "seal_report", "new_run",
         "start_hypercare_clock", "stop_hypercare_clock", "resume_hypercare_clock", "lift_freeze", "journal");
}  // namespace holdpoint
