// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/rollout/plan.h"
#include "core/statistics/ratio.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

/// One gate: GO, NO-GO or "cannot say yet" with its reason. No evidence holds: it never advances and never rolls back.
namespace holdpoint::rollout {

/// What is known of a gate's metric at one evaluation. Counts are of matured orders; x is what is bad.
struct GateReading {
    Instant watermark = {};  ///< up to here the data is complete; 0: there never was any
    bool sourceFailed = false;
    bool split = false;         ///< the sample-ratio check raised an alarm
    std::int64_t immature = 0;  ///< orders too young to count
    statistics::Trials canary;  ///< bad of all, in the canary
    statistics::Trials control;
    std::vector<statistics::Epoch> epochs;  ///< failures by weight epoch, for ratios
    std::optional<double> point;            ///< point gates: the reading
    std::optional<std::int64_t>
        violations;          ///< invariants: nothing if the detector did not run in the window
    bool evidenced = false;  ///< checklists: signed, with evidence
};

/// What a gate remembers between evaluations; part of the rollout's state.
struct GateMemory {
    bool latched = false;           ///< NO-GO by evidence: waiting does not end it, a new evidence run does
    std::array<bool, 3> outside{};  ///< point gates: the last three, newest first
    int clearWindows = 0;           ///< consecutive windows on the good side of the clear ratio
    bool tripped = false;           ///< point gates, with hysteresis
    Instant withinSince = Never;    ///< point gates: inside the threshold without a break
    Instant clearSince = Never;
    friend bool operator==(const GateMemory&, const GateMemory&) = default;
};

/// All that the one sentence of explanation needs.
struct GateResult {
    GateVerdict verdict = GateVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::NoData;
    double value = 0;  ///< share, ratio or reading
    double threshold = 0;
    std::int64_t sample = 0;    ///< matured canary orders
    std::int64_t failures = 0;  ///< of both arms
    std::int64_t canaryFailures = 0;
    double share = 0;                     ///< of the canary, newest epoch
    statistics::Interval interval{0, 1};  ///< of the share or of the ratio
    double logEHarm = 0;
    double logESafe = 0;
    double neededHarm = 0;  ///< ln(m/alpha)
    double neededSafe = 0;  ///< ln(1/alpha)
    int blockers = 1;       ///< m
    Instant watermark;
};

/// `blockers`: m, the number of blocking gates of the step. `memory` is carried on. Call once per interval of the gate. The
/// interval is not needed to decide and costs more than all else: see `addInterval`.
[[nodiscard]] GateResult evaluate(const GatePlan& plan, const GateReading& reading, GateMemory& memory,
                                  int blockers, Instant now);
/// Of the share (absolute) or of the ratio at the newest weight (relative): what is drawn and said.
void addInterval(const GatePlan& plan, const GateReading& reading, GateResult& result);

struct JudgedGate {
    const GatePlan* plan = nullptr;
    GateResult result;
    bool acknowledged = false;  ///< by the gate's owner, a NO-GO of a gate that does not block
    bool overridden = false;
};

/// Any blocker NO-GO: NO-GO; else any that cannot say: inconclusive; else GO, with an acknowledgement if a gate that does not
/// block is NO-GO. A step without a blocking gate that decides has no evidence: inconclusive.
[[nodiscard]] StepVerdict stepVerdict(const std::vector<JudgedGate>& gates);
/// Whose owners must still acknowledge before a GO_WITH_ACK counts.
[[nodiscard]] std::vector<const GatePlan*> unacknowledged(const std::vector<JudgedGate>& gates);
[[nodiscard]] int blockersOf(const std::vector<GatePlan>& gates);

/// What votes are bound to: everything that decides, and of the gates their verdicts, not their values.
struct Evidence {
    std::string plan, build, rules, mappings, contracts, thresholds;
    std::vector<std::pair<std::string, GateVerdict>> verdicts;
};
[[nodiscard]] Hash evidenceHash(const Evidence& evidence);

}  // namespace holdpoint::rollout
