// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <cstdint>
#include <map>
#include <string>

/// Who owns an order: exactly one at any time, with a fencing epoch that only grows. An effect carries the epoch it was
/// planned in; under another it is refused.
namespace holdpoint::rollout {

struct Ownership {
    OrderOwner owner = OrderOwner::Legacy;
    std::uint32_t epoch = 0;
    Instant since;
    std::string reason;
    int step = 0;  ///< step of the rollout it was decided in

    friend bool operator==(const Ownership&, const Ownership&) = default;
};

/// Hand-back in two phases. Offered: nobody acts. No answer leaves it so, for ever if need be: it is asked, never assumed.
/// Errors of all: Conflict (wrong owner, or an epoch that is not the row's).
Result<Ownership> offered(const Ownership& row, std::uint32_t seenEpoch, Instant now, std::string reason);
Result<Ownership> handedBack(const Ownership& row, std::uint32_t offerEpoch, Instant now);
Result<Ownership> refusedBack(const Ownership& row, std::uint32_t offerEpoch, Instant now,
                              std::string reason);

/// May Holdpoint send an effect that was planned in this epoch?
[[nodiscard]] constexpr bool mayAct(const Ownership& row, std::uint32_t plannedEpoch) noexcept
{
    return row.owner == OrderOwner::Holdpoint && row.epoch == plannedEpoch;
}

/// The rows of one rollout. The first decision is written; later ones read it, whatever weight and hash say by then.
class Ledger {
public:
    /// The row of the order: the one it has, else `first` becomes it. True: it is new.
    std::pair<const Ownership&, bool> decide(EntityId order, const Ownership& first);
    [[nodiscard]] const Ownership* find(EntityId order) const;
    /// Errors: NotFound; Conflict (an epoch that is not above the row's: a stale writer).
    Result<> replace(EntityId order, const Ownership& next);
    [[nodiscard]] const std::map<EntityId, Ownership>& rows() const noexcept { return rows_; }

private:
    std::map<EntityId, Ownership> rows_;
};

}  // namespace holdpoint::rollout
