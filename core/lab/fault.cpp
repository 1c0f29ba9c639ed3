// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/fault.h"

#include "core/base/hash.h"
#include "core/base/rng.h"

#include <algorithm>

namespace holdpoint::lab {
namespace {

bool concerns(const Fault& fault, const FaultPlan::Occasion& occasion)
{
    if (fault.times == 0 || (fault.operation && *fault.operation != occasion.operation))
        return false;
    return fault.asks == occasion.asks || fault.kind == FaultKind::Outage;
}

bool hits(const Fault& fault, const FaultPlan::Occasion& occasion)
{
    const std::uint64_t mixed = fault.seed * 31 + static_cast<std::uint64_t>(fault.kind);
    SeededRng rng(hash64(occasion.key) ^ (mixed * 1024 + occasion.nth));
    return rng.chance(fault.perMillion);
}

}  // namespace

const Fault* FaultPlan::strike(const Occasion& occasion, std::initializer_list<FaultKind> kinds)
{
    for (Fault& fault : faults_) {
        const bool wanted = std::find(kinds.begin(), kinds.end(), fault.kind) != kinds.end();
        if (wanted && concerns(fault, occasion) && hits(fault, occasion)) {
            fault.times -= fault.times > 0 ? 1 : 0;
            ++struck_[static_cast<std::size_t>(fault.kind)];
            return &fault;
        }
    }
    return nullptr;
}

}  // namespace holdpoint::lab
