// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/change.h"
#include "core/rollout/assign.h"
#include "core/rollout/bake.h"
#include "core/rollout/command_post.h"
#include "core/rollout/controller.h"
#include "core/rollout/freeze.h"
#include "core/rollout/gate.h"
#include "core/rollout/plan.h"
#include "core/rollout/poll.h"
#include "core/rollout/triggers.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

/// The rollout as an entity: folded from its steps here, decided by `core/rollout`.
namespace holdpoint::flow {

struct Rollout {
    EntityId id;
    Version version = 0;
    Seq head = 0;
    bool intakeOpen = true;  ///< the plain switch: counts while no plan was ever submitted

    std::optional<rollout::RolloutPlan> plan;
    std::string planText;
    Hash planHash{};
    rollout::ControlState control;
    Instant since = Never;  ///< of the state
    std::vector<rollout::ServedSlice>
        served;  ///< how new orders are sent: of the step that is served; else empty
    rollout::CommandPost post;

    /// New orders are sent by the plan from the first commit of a step to the end of the rollout.
    [[nodiscard]] bool routes() const noexcept { return plan.has_value() && control.step > 0; }
};

/// Folds one step of the journal into it.
void applyRollout(Rollout& rollout, const StepBody& step, Seq seq, const Dictionary& names);

}  // namespace holdpoint::flow
