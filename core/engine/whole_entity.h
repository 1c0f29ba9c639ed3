// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/frame.h"

namespace holdpoint::engine {

/// Writes an entity whose whole life is one step, like a refusal or a command: it is born and finished with it. Gives the
/// number of the step.
Seq writeWhole(Frame& frame, EntityId id, const StepBody& step);

}  // namespace holdpoint::engine
