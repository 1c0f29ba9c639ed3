// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollout/gate.h"

#include <array>

/// What the autopilot reacts to. It can only take back: hold growth, stop intake, or roll back by a policy that was signed.
namespace holdpoint::rollout {

inline constexpr std::size_t TriggerCount = CountOf<Trigger>;

/// What a trigger's condition says now. Between: inside its hysteresis. Unknown: nothing is known, nothing changes.
enum class Level : std::uint8_t { Unknown, Clear, Between, Tripped };

enum class Reaction : std::uint8_t {
    None,
    PauseExpansion,
    StopIntake,
    PageDeputy,
    ProposeRollback,
    Rollback
};

/// Facts of one evaluation, of the step that is served. Missing is unknown.
struct TriggerFacts {
    Phase phase = Phase::Shadow;
    std::vector<JudgedGate> gates;
    std::optional<double> logESplit;
    std::optional<bool> exceptionsGrowing;  ///< arrivals > closures for 15 min
    std::optional<std::int64_t> openP1P2;
    std::int64_t capP1P2 = 20;
    std::optional<Milliseconds> oldestP2;
    Milliseconds slaP2{3'600'000};
    std::optional<double> reconAccuracy;
    double reconGate = 0.999;
    bool hardFreeze = false;
    std::optional<Milliseconds> commandAbsent;  ///< commander and deputy; nothing: one is there
    bool voteTurnedNoGo = false;
    std::optional<bool> burnRatePage;         ///< acceptance or handoff, of the canary alone
    std::optional<Milliseconds> breakerOpen;  ///< on the canary path
    bool legacyPathHealthy = true;
    bool breakingDrift = false;            ///< seen on a live payload of the slice
    std::optional<Milliseconds> p95Lower;  ///< lower bound of p95 decision latency
    Milliseconds sloLatency{1'000};
    std::vector<std::string> violated;          ///< invariants
    std::vector<statistics::Epoch> canaryHarm;  ///< failures by epoch, for C2
    int blockers = 1;
    std::int64_t canaryFailures = 0;
    int failureBuckets = 0;            ///< separate 5-minute buckets with canary failures
    Milliseconds intakeStoppedFor{0};  ///< 0: it is not, or somebody decided
};

using Levels = std::array<Level, TriggerCount>;
[[nodiscard]] Levels levelsOf(const TriggerFacts& facts);

/// Whose evidence allows a rollback without a person asking (C2): sure harm, much of it, and not in one burst.
[[nodiscard]] bool harmIsProven(const TriggerFacts& facts);

/// What a trigger does; rollback only where the step's signed policy says so.
[[nodiscard]] Reaction reactionOf(Trigger trigger, OnNoGo policy, Milliseconds stoppedFor);

/// Which triggers are on. A trip holds until the condition was clear twice in a row.
class TriggerBoard {
public:
    /// The triggers that turned on now.
    std::vector<Trigger> look(const Levels& levels, Instant now);
    [[nodiscard]] bool isActive(Trigger trigger) const
    {
        return state_.active[static_cast<std::size_t>(trigger)];
    }
    [[nodiscard]] bool anyActive() const;
    /// Quiet for the cool-down: resume may be asked for.
    [[nodiscard]] bool cooled(Instant now) const;
    /// A new evidence run: what was proven about the old build is not about the new one.
    void newRun() { *this = {}; }

    static constexpr Milliseconds CoolDown{15 * 60'000};

    /// All there is of it, for a restart.
    struct State {
        std::array<bool, TriggerCount> active{};
        std::array<std::uint8_t, TriggerCount> clear{};
        Instant lastActive{INT64_MIN / 2};
        friend bool operator==(const State&, const State&) = default;
    };
    TriggerBoard() = default;
    explicit TriggerBoard(const State& state) : state_(state) {}
    [[nodiscard]] const State& state() const noexcept { return state_; }

private:
    State state_;
};

/// A rollback proposed by C1 or C2: executed after its timer, unless commander or deputy stop it.
struct Proposal {
    Trigger trigger = Trigger::C1;
    Instant at;
    bool executes = true;  ///< as the signed plan says
    bool stopped = false;

    static constexpr Milliseconds Timer{10 * 60'000};
    [[nodiscard]] bool isDue(Instant now) const noexcept { return executes && !stopped && now - at >= Timer; }
    friend bool operator==(const Proposal&, const Proposal&) = default;
};

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Reaction, "none", "pause_expansion", "stop_intake", "page_deputy", "propose_rollback",
         "rollback");
}  // namespace holdpoint
