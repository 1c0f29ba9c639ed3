// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/traffic.h"

#include "core/engine/store.h"
#include "core/model/step.h"

namespace holdpoint::host {

void Traffic::published(const engine::Batch& batch)
{
    next_.published(batch);
    if (counters_.load() == 0)
        return;
    const std::lock_guard lock(mutex_);
    for (const engine::Step& step : batch.steps)
        if (step.entity.kind() == EntityKind::Order || step.entity.kind() == EntityKind::Rollout)
            count(step);
}

void Traffic::count(const engine::Step& step)
{
    const auto body = decodeStep(step.body);
    if (!body)
        return;
    bool isNew = false;
    bool ours = false;
    for (const Fact& fact : body->facts) {
        if (const auto* set = std::get_if<IntakeSet>(&fact.body)) {
            open_ = set->open;
            counts_.reopened += open_ ? 1 : 0;
        }
        if (const auto* taken = std::get_if<Taken>(&fact.body))
            isNew = taken->lane == Lane::Live;
        if (const auto* owner = std::get_if<OwnerSet>(&fact.body))
            ours = owner->owner == OrderOwner::Holdpoint;
    }
    if (open_ || !isNew)
        return;
    ++counts_.seen;
    counts_.taken += ours ? 1 : 0;
}

Traffic::Counts Traffic::counts() const
{
    const std::lock_guard lock(mutex_);
    return counts_;
}

}  // namespace holdpoint::host
