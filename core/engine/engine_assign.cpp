// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

/// Where the rollout sends new orders.
namespace holdpoint::engine {

// Looked at for each input, so that a stop holds from the next input on, whoever changed the rollout and how.
IntakeRouter* Engine::router()
{
    if (rollout_ == nullptr || !rollout_->routes())
        return nullptr;
    if (assignedBy_ != rollout_->head) {
        assignment_.refresh(*rollout_);
        assignedBy_ = rollout_->head;
    }
    return &assignment_;
}

bool Engine::legacyHealthy() const
{
    return !policy_.legacy.isNone() && !gateway_.breakerOpen(policy_.legacy);
}

}  // namespace holdpoint::engine
