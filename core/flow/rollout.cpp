// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout.h"

namespace holdpoint::flow {

void applyRollout(Rollout& rollout, const StepBody& step, Seq seq, const Dictionary&)
{
    for (const Fact& fact : step.facts)
        if (const auto* intake = std::get_if<IntakeSet>(&fact.body))
            rollout.intakeOpen = intake->open;
    ++rollout.version;
    rollout.head = seq;
}

}  // namespace holdpoint::flow
