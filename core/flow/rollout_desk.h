// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/rollout_world.h"
#include "core/model/step.h"

#include <string>
#include <vector>

/// Decides about the rollout: what a person asked for, what a minute brings. Facts come out; the caller folds and stores
/// them. Pure: all it depends on is in the arguments.
namespace holdpoint::flow {

/// A command of a person about the rollout; what its parts mean is in `model/permissions.h`.
struct RolloutCommand {
    std::string what;
    std::string actor;
    Role role = Role::Viewer;
    std::string reason;
    std::string argument;
    std::uint32_t number = 0;
    std::string text;
    Version seen = 0;  ///< of the rollout that was looked at; 0: none
};

struct RolloutTurn {
    const RolloutWorld& world;
    const GateReadings& readings;
    Dictionary& names;
    Instant now;
    /// Last act of a person, by name: a sign of life where nobody listens for others.
    const std::map<std::string, Instant>& acted;
};

/// What is remembered from look to look and need not survive: a restart begins anew, on the careful side.
struct RolloutWatch {
    bool continues = false;  ///< there was a look before this one, without a restart between
    std::array<std::uint8_t, rollout::TriggerCount>
        clear{};  ///< consecutive looks at which a trigger was clear
    Instant lastLook = Never;
};

/// Is this a command about the rollout that is decided here?
[[nodiscard]] bool isRolloutCommand(std::string_view what) noexcept;

/// Facts of the command go to `out`. Errors, with a sentence that says what is allowed, what is open and who may:
/// Forbidden, Conflict (not now, conditions open), Stale (the rollout moved since), InvalidArgument, NotFound. Then `out` is
/// to be dropped.
Result<> rolloutCommand(const Rollout& rollout, const RolloutCommand& command, const RolloutTurn& turn,
                        StepBody& out);

/// A look at the whole rollout: once a minute, and after whatever may have turned something. False: nothing happened.
bool rolloutMinute(const Rollout& rollout, RolloutWatch& watch, const RolloutTurn& turn, StepBody& out);

/// When the next look is due; `Never` while nothing can happen by itself.
[[nodiscard]] Instant nextLook(const Rollout& rollout, Instant now);

// ── what screens show of the same ──

/// One gate of one slice, judged: overridden and acknowledged as they are. `plan` points into the rollout.
struct JudgedSlices {
    std::vector<std::vector<rollout::JudgedGate>> slices;
    StepVerdict verdict = StepVerdict::Inconclusive;
};
[[nodiscard]] JudgedSlices judge(const Rollout& rollout, const RolloutWorld& world,
                                 const GateReadings& readings);
/// What votes are bound to now.
[[nodiscard]] Hash evidenceOf(const Rollout& rollout, const RolloutWorld& world,
                              const GateReadings& readings);
[[nodiscard]] rollout::Poll pollOf(const Rollout& rollout);
/// Without a calendar of shifts the check of staffed hours only warns: the seats' presence is asked for at the commit.
[[nodiscard]] std::vector<rollout::Finding> findingsOf(const Rollout& rollout, const RolloutWorld& world);
[[nodiscard]] bool isEvidenced(const Rollout& rollout, std::string_view item);
[[nodiscard]] rollout::Actor actorOf(const Rollout& rollout, const RolloutTurn& turn,
                                     const std::string& person, Role role);
/// The conditions of an event that are open now, for who would give it; those of a state in which it is illegal: none.
[[nodiscard]] std::vector<rollout::Guard> openGuards(const Rollout& rollout, rollout::Event event,
                                                     const RolloutTurn& turn);
/// `the commander, Ines`: who a row lets act, by name.
[[nodiscard]] std::vector<std::string> namesOf(const Rollout& rollout, std::span<const rollout::Who> who);

}  // namespace holdpoint::flow
