// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollout/plan.h"

#include <set>

/// Is a plan fit to be submitted? Every finding says what it is about and carries the figures of its sentence.
namespace holdpoint::rollout {

enum class Check : std::uint8_t {
    NoSteps,
    PhaseOrder,
    ImpossibleSlice,
    WeightRange,
    WeightFalls,
    FirstCanaryTooLarge,
    FirstCanaryTopDemand,
    NoComplexSegment,
    GateIncomplete,
    ThresholdWithoutUnit,
    ThresholdMissing,  ///< one of the four: error rate, latency, exceptions, reconciliation
    NoControl,
    CannotConclude,
    BakeMissesCutoff,
    BakeMissesPeak,
    InFlightOpen,
    RollbackPlanIncomplete,
    DrillTooOld,
    InsideFreeze,
    OutsideStaffedHours,
    OwnerMissing,
    CommanderIsOwner,
    Guardrail,
    Bet,
};
enum class Weight : std::uint8_t { Block, Warn };

struct Finding {
    Check check = Check::NoSteps;
    Weight weight = Weight::Block;
    int step = 0;              ///< from 1; 0: of the whole plan
    std::string subject;       ///< gate, slice, seat, position …
    double value = 0;          ///< what the plan has
    double limit = 0;          ///< what it must have
    Instant earliest = Never;  ///< CannotConclude: not before
    std::string detail;        ///< English, for logs and lists
};

/// What is known of the traffic of a slice.
struct SliceTraffic {
    double ordersPerDay = 0;  ///< eligible
    double shareOfAll = 0;    ///< of all orders
    bool topDemand = false;
    double volatility = 0;      ///< busiest hour over the mean hour
    double failureRate = 0;     ///< of the past
    double representative = 0;  ///< 0 … 1: how much of all traffic its mix resembles
};

struct TimeSpan {
    Instant from;
    Instant to;
};

/// What the validator may look at besides the plan.
struct PlanWorld {
    std::map<std::string, SliceTraffic> traffic;  ///< by name of slice
    std::map<std::string, double> failureRates;   ///< by metric; of legacy, as a fraction
    std::vector<TimeSpan> freezes;                ///< hard, approved or enforced
    std::vector<TimeSpan> staffed;
    std::vector<int> cutoffMinutes;  ///< of the day, UTC
    std::vector<int> peakMinutes;
    std::optional<Instant> drillPassed;
};

[[nodiscard]] std::vector<Finding> validate(const RolloutPlan& plan, const PlanWorld& world);
[[nodiscard]] bool isClean(const std::vector<Finding>& findings);  ///< no block; warnings may be there

/// When a gate can first say GO, at the traffic and failure rates of the past and if nothing is wrong.
struct Power {
    double needed = 0;  ///< failures of both arms (relative) or orders of the canary (absolute)
    double perDay = 0;
    double days = 0;        ///< infinite: never
    bool failures = false;  ///< which of the two is needed
};
[[nodiscard]] Power powerOf(const GatePlan& gate, const PlannedSlice& slice, const PlanWorld& world);

/// How well a slice suits a first canary, 0 … 100, and why not more.
struct Suitability {
    int score = 0;
    std::vector<std::string>
        against;  ///< `top_demand`, `volatile`, `failure_sensitive`, `not_representative`, `too_small`
};
[[nodiscard]] Suitability suitabilityOf(const SliceTraffic& traffic);

/// What all orders have and the slice has not, by dimension (carrier, currency, tax rule, SKU class …).
using Seen = std::map<std::string, std::set<std::string>>;
[[nodiscard]] Seen notContained(const Seen& everywhere, const Seen& inSlice);

/// What a big bang cannot have: shown beside its justification.
[[nodiscard]] std::vector<Check> cannotBeMet(Approach approach);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Check, "no_steps", "phase_order", "impossible_slice", "weight_range", "weight_falls",
         "first_canary_too_large", "first_canary_top_demand", "no_complex_segment", "gate_incomplete",
         "threshold_without_unit", "threshold_missing", "no_control", "cannot_conclude", "bake_misses_cutoff",
         "bake_misses_peak", "in_flight_open", "rollback_plan_incomplete", "drill_too_old", "inside_freeze",
         "outside_staffed_hours", "owner_missing", "commander_is_owner", "guardrail", "bet");
HP_NAMES(rollout::Weight, "block", "warn");
}  // namespace holdpoint
