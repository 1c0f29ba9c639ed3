// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/rollout.h"

#include <span>
#include <string>
#include <vector>

/// A change freeze that the engine holds, not people's memory.
namespace holdpoint::rollout {

struct Freeze {
    FreezeKind kind = FreezeKind::Soft;
    FreezeState state = FreezeState::Draft;
    Instant from;
    Instant to = Never;
    std::string reason;
    friend bool operator==(const Freeze&, const Freeze&) = default;
};

/// Approved ones are enforced from their start; lifted and over ones bind nobody.
[[nodiscard]] bool binds(const Freeze& freeze, Instant now) noexcept;
[[nodiscard]] bool hardFreeze(std::span<const Freeze> all, Instant now) noexcept;
/// Draft → Approved → Enforced → Lifted, and Approved → Lifted. Errors: Conflict.
Result<Freeze> moved(const Freeze& freeze, FreezeState to);

/// What somebody wants to change.
enum class Edit : std::uint8_t {
    Rules,
    Mappings,
    Connectors,
    Contracts,
    Thresholds,
    StartStep,
    ExceptionWork,
    GoDown
};

struct EditAnswer {
    bool voidsVotes = false;  ///< and restarts the bake: an essential change inside a soft freeze
};
/// `commander`: the commander asks, with a reason. Errors: Forbidden. Down, exception work and reading are always allowed;
/// a hard freeze lets no step start or grow, and in a soft one settings change only by the commander.
Result<EditAnswer> mayEdit(Edit edit, std::span<const Freeze> all, Instant now, bool commander,
                           const std::string& reason);
/// Thresholds are locked from the moment their step's poll opens. Errors: Forbidden (not the commander, or nobody else
/// confirms), InvalidArgument (no reason). The change voids votes and restarts the bake, as any essential change.
Result<EditAnswer> mayChangeLocked(const std::string& by, const std::string& commander,
                                   const std::string& second, const std::string& reason);
/// What would be held.
[[nodiscard]] std::vector<Edit> heldBy(const Freeze& freeze);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Edit, "rules", "mappings", "connectors", "contracts", "thresholds", "start_step",
         "exception_work", "go_down");
}  // namespace holdpoint
