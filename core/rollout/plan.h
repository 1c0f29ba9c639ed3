// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/rollout.h"
#include "core/rollout/assign.h"
#include "core/rollout/in_flight.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a rollout is going to do, written before it does it. Values; thresholds are locked before the phase they bind.
namespace holdpoint::rollout {

enum class GateKind : std::uint8_t { Absolute, Relative, Point, Invariant, Checklist };
enum class Compare : std::uint8_t { AtMost, AtLeast, Equal };
enum class Baseline : std::uint8_t { InSegmentControl, PairedShadow, Frozen, None };
enum class OnNoGo : std::uint8_t { None, PauseExpansion, StopIntake, Rollback };

/// Rates are fractions: 1 % is 0.01.
struct GatePlan {
    std::string id;
    std::string metric;
    Stage stage = Stage::Intake;
    GateKind kind = GateKind::Absolute;
    Compare compare = Compare::AtMost;
    std::optional<double> threshold;
    std::string unit;  ///< `%`, `s`, `min`, `n` …
    double ratioHarm = 1.25;
    double ratioSafe = 2.0;  ///< 1.5 from 25 % share
    Milliseconds window{3'600'000};
    Milliseconds maturity{0};  ///< an order counts once it is that old, in both arms alike
    Milliseconds interval{60'000};
    std::int64_t minSample = 500;
    std::int64_t minEvents = 10;
    double tOpt = 0;  ///< 0: 50 failures (relative), minSample (absolute)
    double alpha = 0.05;
    Baseline baseline = Baseline::InSegmentControl;
    std::optional<Function> owner;
    std::optional<bool> blocker;
    bool dryRun = false;
    OnNoGo onNoGo = OnNoGo::PauseExpansion;
    double clearRatio = 0.8;
};
[[nodiscard]] double tOptOf(const GatePlan& gate);

struct PlannedSlice {
    std::string name;
    Predicate predicate;
    int weightBp = 0;
    int holdbackBp = 0;
    bool complexLowVolume = false;
};

struct RolloutStep {
    Phase phase = Phase::Shadow;
    std::vector<PlannedSlice> slices;
    Milliseconds minBake{24LL * 3'600'000};
    Milliseconds maxBake{5LL * 24 * 3'600'000};
    Caps caps;
    std::vector<GatePlan> gates;
    OnNoGo onInvariant = OnNoGo::Rollback;  ///< C1: proposed, then done after the timer
};

/// Words that a person can act on; empty counts as missing.
struct RollbackPlan {
    std::vector<std::string> stopTraffic;
    Dispositions inFlight;
    std::vector<std::string> compensations;
    std::vector<std::string> reconciliation;
    std::map<Function, std::string> signedBy;
};
enum class RollbackContent : std::uint8_t { StopTraffic, InFlight, Compensations, Reconciliation };
/// Which of the four contents a plan lacks.
[[nodiscard]] std::vector<RollbackContent> missingContents(const RollbackPlan& plan);
/// Which positions have no choice, or one that their row does not have.
[[nodiscard]] std::vector<OrderPosition> openPositions(const Dispositions& inFlight);

/// Without these four a launch is a bet. Evidence in words or a link; empty: none.
struct Prerequisites {
    std::string shadowPhase;
    std::string contractSuite;
    std::string idempotentWrites;
    std::string decisionTree;
};
enum class Prerequisite : std::uint8_t { ShadowPhase, ContractSuite, IdempotentWrites, DecisionTree };
/// Empty: not a bet.
[[nodiscard]] std::vector<Prerequisite> missing(const Prerequisites& prerequisites);

struct RolloutPlan {
    std::string name;
    std::string salt;
    Approach approach = Approach::CanaryByRegion;
    std::string justification;         ///< for a big bang
    bool diffFeedsExceptions = false;  ///< parallel run: what differs becomes an exception item
    bool dailyReportReviewed = false;  ///< shadow: a named person reviews the report each day
    std::vector<RolloutStep> steps;
    RollbackPlan rollback;
    Prerequisites prerequisites;
    std::map<Function, std::string> owners;
    std::string commander;
    std::string deputy;
    Instant start;
};
[[nodiscard]] std::vector<Phase> phasesOf(const RolloutPlan& plan);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::GateKind, "absolute", "relative", "point", "invariant", "checklist");
HP_NAMES(rollout::Compare, "le", "ge", "eq");
HP_NAMES(rollout::Baseline, "in_segment_control", "paired_shadow", "frozen", "none");
HP_NAMES(rollout::OnNoGo, "none", "pause_expansion", "stop_intake", "rollback");
HP_NAMES(rollout::RollbackContent, "stop_traffic", "in_flight", "compensations", "reconciliation");
HP_NAMES(rollout::Prerequisite, "shadow_phase", "contract_suite", "idempotent_writes", "decision_tree");
}  // namespace holdpoint
