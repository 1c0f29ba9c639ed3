// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/rollout/plan.h"

/// What a plan says, as one number: votes, checklists and the journal name it. Equal plans have equal hashes on every machine.
namespace holdpoint::rollout {

/// All of the plan but its signatures, which are about it.
[[nodiscard]] Hash planHash(const RolloutPlan& plan);
/// Of what is locked before a step: thresholds, ratios, windows, samples and who is blocked by them.
[[nodiscard]] Hash thresholdsHash(const RolloutStep& step);

}  // namespace holdpoint::rollout
