// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollout.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

/// The table of all transitions a rollout can make, and no other. What is not in it is refused.
namespace holdpoint::rollout {

enum class Event : std::uint8_t {
    Submit,
    Edit,
    ChecklistDone,
    Scrub,
    Commit,
    PollFail,
    VoteExpired,
    EvidenceChanged,
    Pause,
    StopIntake,
    StageComplete,
    Reopen,
    ReopenTrial,
    Resume,
    StepBack,
    Narrow,
    Rollback,
    DispositionDone,
    OrphanFound,
    SignOff,
    NewAttempt,
    EnterHypercare,
    ResumeHypercare,
    Close,
    TransferCommand,  // from here: row 25, the state stays
    CastVote,
    Ack,
    Annotate,
    ArmOverride,
};

/// A state with what follows from step and phase: Shadow if no slice was ever live, Live if one is.
enum class Position : std::uint8_t {
    Draft,
    Preflight,
    HoldFirst,
    HoldShadow,
    HoldLive,
    RunningShadow,
    RunningLive,
    PausedShadow,
    PausedExpansion,
    PausedIntake,
    RollingBack,
    Reconciling,
    RolledBack,
    Hypercare,
    Closed,
    Scrubbed,
    Same,      // only as a target: the state stays
    Running,   // only as a target: Shadow or Live by the phase of the step
    HoldNext,  // only as a target: the hold before the next step
};

/// Who a row lets act. Owner is everybody whom the matrix of roles lets pause.
enum class Who : std::uint8_t {
    Commander,
    DeputyActing,
    Owner,
    Engineering,
    Sys,
    SysByPolicy,
    EngineeringBreakglass,
    OperationsBreakglass,
    SeatHolder,  ///< one of the four owners, for the own seat
    AnyTriage,   ///< whoever may write a note
    Deputy,      ///< to take command when nobody holds it
};

/// A condition that must be true. Those marked "own" the controller knows itself.
enum class Guard : std::uint8_t {
    ValidatorClean,
    ChecklistEvidenced,
    RollbackPlanSigned,
    Reason,  // own
    PollGoOrOverride,
    NoHardFreeze,
    ContractClear,
    FreshData,
    OwnersOnCall,
    NeverLive,  // own
    VerdictGo,
    BakeDone,
    NotLast,  // own
    CauseCleared,
    EngGo,
    OpsGo,
    EngineeringAndOperationsGo,
    Trial10pct15min,
    NoActiveTrigger,
    Cooldown,
    FullPollIfThird,   // own, until the third pause by the system in a step
    NotFromHypercare,  // own
    NoSlicePaused,     // own
    TargetStageLive,   // own
    NestedSlice,
    WasLive,  // own
    LegacyHealthy,
    EveryOrderDisposed,
    ZeroUnclassified,
    ZeroDraining,
    SignedOpsCommerce,
    RootCauseLinked,
    PhaseFull,  // own
    PollGo,
    WasInHypercare,  // own
    ExitCriteria,
    ReceiverAccepted,
    SecondPerson,
};

struct Row {
    int number = 0;
    Position from = Position::Draft;
    Event event = Event::Submit;
    Position to = Position::Same;
    std::span<const Who> who;
    std::span<const Guard> guards;
    bool raisesWeight = false;
};

[[nodiscard]] std::span<const Row> rows();
/// Null: there is no such row.
[[nodiscard]] const Row* rowOf(Position from, Event event);
[[nodiscard]] constexpr bool isTerminal(Position p) noexcept
{
    return p == Position::Closed || p == Position::Scrubbed;
}

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Event, "submit", "edit", "checklist_done", "scrub", "commit", "poll_fail", "vote_expired",
         "evidence_changed", "pause", "stop_intake", "stage_complete", "reopen", "reopen_trial", "resume",
         "step_back", "narrow", "rollback", "disposition_done", "orphan_found", "sign_off", "new_attempt",
         "enter_hypercare", "resume_hypercare", "close", "transfer_command", "vote", "ack", "annotate",
         "arm_override");
HP_NAMES(rollout::Position, "draft", "preflight", "hold_first", "hold_shadow", "hold_live", "running_shadow",
         "running_live", "paused_shadow", "paused_expansion", "paused_intake", "rolling_back", "reconciling",
         "rolled_back", "hypercare", "closed", "scrubbed", "same", "running", "hold_next");
HP_NAMES(rollout::Who, "commander", "deputy_acting", "owner", "engineering", "sys", "sys_by_policy",
         "engineering_breakglass", "operations_breakglass", "seat_holder", "any_triage", "deputy");
HP_NAMES(rollout::Guard, "validator_clean", "checklist_evidenced", "rollback_plan_signed", "reason",
         "poll_go_or_override", "no_hard_freeze", "contract_clear", "fresh_data", "owners_on_call",
         "never_live", "verdict_go", "bake_done", "not_last", "cause_cleared", "eng_go", "ops_go",
         "engineering_and_operations_go", "trial_10pct_15min", "no_active_trigger", "cooldown",
         "full_poll_if_third", "not_from_hypercare", "no_slice_paused", "target_stage_live", "nested_slice",
         "was_live", "legacy_healthy", "every_order_disposed", "zero_unclassified", "zero_draining",
         "signed_ops_commerce", "root_cause_linked", "phase_full", "poll_go", "was_in_hypercare",
         "exit_criteria", "receiver_accepted", "second_person");
}  // namespace holdpoint

namespace holdpoint::rollout {
using holdpoint::name;
}  // namespace holdpoint::rollout
