// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"

/// The fixed enumerations of a rollout and its shadow. Numbers are stored: append only.
namespace holdpoint {

/// The owner seats of a rollout, in the order of the roll call.
enum class Function : std::uint8_t { Engineering, Operations, Commerce, Support };
HP_NAMES(Function, "engineering", "operations", "commerce", "support");

enum class Approach : std::uint8_t { BigBang, Shadow, CanaryByRegion, CanaryBySkuClass, ParallelRun };
HP_NAMES(Approach, "big_bang", "shadow", "canary_by_region", "canary_by_sku_class", "parallel_run");

enum class Phase : std::uint8_t { Shadow, Parallel, Canary, Expand, Full, Hypercare };
HP_NAMES(Phase, "shadow", "parallel", "canary", "expand", "full", "hypercare");

enum class Arm : std::uint8_t { Canary, Control };
HP_NAMES(Arm, "canary", "control");

enum class RolloutState : std::uint8_t {
    Draft,
    Preflight,
    Hold,
    Running,
    PausedExpansion,
    PausedIntake,
    RollingBack,
    Reconciling,
    RolledBack,
    Hypercare,
    Closed,
    Scrubbed,
};
HP_NAMES(RolloutState, "draft", "preflight", "hold", "running", "paused_expansion", "paused_intake",
         "rolling_back", "reconciling", "rolled_back", "hypercare", "closed", "scrubbed");

enum class SliceState : std::uint8_t { Waiting, Open, Paused, Done };
HP_NAMES(SliceState, "waiting", "open", "paused", "done");

enum class IntakeDestination : std::uint8_t { NewPath, Legacy, Park };
HP_NAMES(IntakeDestination, "new_path", "legacy", "park");

enum class GateVerdict : std::uint8_t { Go, NoGo, Inconclusive };
HP_NAMES(GateVerdict, "go", "no_go", "inconclusive");

enum class StepVerdict : std::uint8_t { Go, GoWithAck, NoGo, Inconclusive };
HP_NAMES(StepVerdict, "go", "go_with_ack", "no_go", "inconclusive");

enum class InconclusiveReason : std::uint8_t {
    None,
    MinSample,
    MinEvents,
    WideInterval,
    NoData,
    StaleData,
    NoControl,
    ControlUnhealthy,
    Srm,
    Immature,
    MetricError,
};
HP_NAMES(InconclusiveReason, "none", "min_sample", "min_events", "wide_interval", "no_data", "stale_data",
         "no_control", "control_unhealthy", "srm", "immature", "metric_error");

enum class Vote : std::uint8_t { Go, NoGo, Abstain };
HP_NAMES(Vote, "go", "no_go", "abstain");

enum class Trigger : std::uint8_t { A1, A2, A3, A4, A5, A6, A7, B1, B2, B3, B4, C1, C2, C3 };
HP_NAMES(Trigger, "a1", "a2", "a3", "a4", "a5", "a6", "a7", "b1", "b2", "b3", "b4", "c1", "c2", "c3");

enum class FreezeKind : std::uint8_t { Soft, Hard };
HP_NAMES(FreezeKind, "soft", "hard");

enum class FreezeState : std::uint8_t { Draft, Approved, Enforced, Lifted };
HP_NAMES(FreezeState, "draft", "approved", "enforced", "lifted");

enum class Disposition : std::uint8_t { HandBack, FinishHere, Asking };
HP_NAMES(Disposition, "hand_back", "finish_here", "asking");

enum class RollbackPart : std::uint8_t { StopTraffic, InFlight, Compensate, Reconcile };
HP_NAMES(RollbackPart, "stop_traffic", "in_flight", "compensate", "reconcile");

/// What is compared between legacy and the new path.
enum class Compared : std::uint8_t { Route, InventoryPromise, ExceptionClass };
HP_NAMES(Compared, "route", "inventory_promise", "exception_class");

enum class ComparisonResult : std::uint8_t {
    Match,
    Differs,
    MissingInNew,
    MissingInLegacy,
    NotYetComparable
};
HP_NAMES(ComparisonResult, "match", "differs", "missing_in_new", "missing_in_legacy", "not_yet_comparable");

enum class DifferenceVerdict : std::uint8_t { Unjudged, Defect, PolicyDifference, AcceptableDrift };
HP_NAMES(DifferenceVerdict, "unjudged", "defect", "policy_difference", "acceptable_drift");

enum class DiscrepancyCause : std::uint8_t {
    StaleInventory,
    MissingRule,
    VendorMapping,
    ContractMismatch,
    SyncAnomaly,
    IntendedChange,
    WithinTolerance,
    Nondeterminism,
    EngineFault,
    Unclassified,
};
HP_NAMES(DiscrepancyCause, "stale_inventory", "missing_rule", "vendor_mapping", "contract_mismatch",
         "sync_anomaly", "intended_change", "within_tolerance", "nondeterminism", "engine_fault",
         "unclassified");

}  // namespace holdpoint
