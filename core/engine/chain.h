// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/model/chain.h"

namespace holdpoint::engine {

/// Hash of a frame over the one before it; `core/model/chain.h` has the formula.
[[nodiscard]] inline Hash chainHash(const Hash& previous, PartitionId partition, FrameNo number, Instant now,
                                    std::span<const Step> steps)
{
    FrameHasher hasher;
    hasher.begin(previous, partition, number, now, steps.size());
    for (const Step& step : steps)
        hasher.step(step.seq, step.entity, step.previous, step.body);
    return hasher.finish();
}

}  // namespace holdpoint::engine
