// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/rollout.h"
#include "core/rollout/hypercare.h"
#include "core/rollout/validate.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// What a rollout is decided by besides its own facts. All of it is asked for anew at each look; nothing here is kept.
namespace holdpoint::flow {

/// One gate of one slice of the step that is served, as it stands now.
struct GateNow {
    std::size_t gate = 0;   ///< of the step's gates
    std::size_t slice = 0;  ///< of the step's slices
    rollout::GateResult result;
    bool latched = false;  ///< NO-GO by evidence
};

/// What is measured of the step that is served. Missing is unknown.
struct GateReadings {
    std::vector<GateNow> gates;  ///< those that are missing are inconclusive: no data
    std::optional<double> logESplit;
    std::optional<double> reconAccuracy;        ///< of the last run
    std::optional<bool> burnRatePage;           ///< acceptance or handoff, of the canary alone
    std::optional<Milliseconds> p95Lower;       ///< lower bound of the 95th percentile of decision latency
    std::vector<statistics::Epoch> canaryHarm;  ///< failures by epoch of weight
    std::int64_t canaryFailures = 0;
    int failureBuckets = 0;  ///< separate 5-minute buckets with canary failures
};

struct RollbackNow {  // of the run that is being rolled back
    bool everyOrderDisposed = false;
    std::int64_t draining = 0;
    std::optional<std::int64_t> unclassified;  ///< differences of the reconciliation; nothing: none was made
    bool orphan = false;                       ///< an open order of ours without a disposition
};

/// Facts of the whole engine. Missing is unknown: it raises no alarm and opens no gate.
struct RolloutWorld {
    rollout::PlanWorld plan;                        ///< for the check of a plan
    std::string build, rules, mappings, contracts;  ///< what evidence is about, as hashes or versions
    std::optional<bool> contractClear;              ///< nothing: as the checklist has it
    std::optional<bool> breakingDrift;              ///< seen on a live payload of the slice
    std::optional<bool> journalIntact;
    std::optional<bool> exceptionsGrowing;  ///< arrivals above closures for 15 min
    std::optional<std::int64_t> openP1P2;
    std::optional<Milliseconds> oldestP2;
    std::optional<Milliseconds> breakerOpen;  ///< longest of the vendors on the canary's path
    std::optional<bool> legacyHealthy;
    std::optional<std::vector<std::string>> violated;  ///< invariants
    std::optional<std::vector<std::string>> lacks;  ///< what keeps a Shadow or Parallel step from being left
    std::optional<rollout::HypercareFacts> hypercare;  ///< but for its clock
    std::optional<RollbackNow> rollback;
    /// Last sign of life by person. Nothing: nobody listens for them.
    std::optional<std::map<std::string, Instant>> seen;
};

/// Who measures. Called on the engine's thread, must be quick, and outlives the engine.
class GateSource {
public:
    virtual ~GateSource() = default;
    /// Of the slices and gates of `rollout.stepServed()`. Called once a minute while a step is served, and for commands.
    [[nodiscard]] virtual GateReadings gates(const Rollout& rollout, Instant now) = 0;
    /// Fills what it knows of the world.
    virtual void tell(RolloutWorld&, Instant) {}
};

}  // namespace holdpoint::flow
