// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/rollout.h"
#include "core/model/change.h"

#include <optional>

/// Where the rollout sends a new order. Asked once an order; afterwards its own facts hold.
namespace holdpoint::flow {

/// The step whose slices are served: in a hold the one before.
[[nodiscard]] int servedStep(const rollout::ControlState& control) noexcept;

/// What is known of an order when it comes: channel, region, value, lines, payment, class of each SKU. Of the others
/// (brand, ship method, customer tier, split, backorder) nothing is known then. Missing stays unknown.
[[nodiscard]] rollout::Traits traitsOf(const Order& order, const Policy& policy, const Dictionary& names);

/// Assigns by the rollout as it was last told; one thread. What it refers to must outlive it.
class Assignment final : public IntakeRouter {
public:
    Assignment(const Policy& policy, Dictionary& names) : policy_(policy), names_(names) {}

    /// From the next order on.
    void refresh(const Rollout& rollout);
    [[nodiscard]] RolloutAssigned assign(const Order& order, Instant now) override;
    [[nodiscard]] bool capBound(Instant now) const noexcept { return meter_.bound(now); }

private:
    const Policy& policy_;
    Dictionary& names_;
    EntityId rollout_;
    std::uint32_t run_ = 0;
    int step_ = 0;
    std::string salt_;
    std::optional<rollout::Bucketer> bucketer_;
    std::vector<rollout::ServedSlice> slices_;
    rollout::Caps caps_;
    rollout::CapMeter meter_;
};

}  // namespace holdpoint::flow
