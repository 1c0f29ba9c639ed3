// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/traffic.h"

#include "core/engine/store.h"
#include "core/model/step.h"

namespace holdpoint::host {

void Traffic::published(const engine::Batch& batch)
{
    next_.published(batch);
    if (counters_.load() > 0)
        count(batch);
}

void Traffic::count(const engine::Batch& batch)
{
    for (const engine::Step& step : batch.steps) {
        if (step.entity.kind() != EntityKind::Order)
            continue;
        const auto body = decodeStep(step.body);
        if (!body)
            continue;
        bool isNew = false;
        bool ours = false;
        for (const Fact& fact : body->facts) {
            if (const auto* taken = std::get_if<Taken>(&fact.body))
                isNew = taken->lane == Lane::Live;
            if (const auto* owner = std::get_if<OwnerSet>(&fact.body))
                ours = owner->owner == OrderOwner::Holdpoint;
        }
        taken_.fetch_add(isNew && ours ? 1 : 0);
        seen_.fetch_add(isNew ? 1 : 0);
    }
}

}  // namespace holdpoint::host
