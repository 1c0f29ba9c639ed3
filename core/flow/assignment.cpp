// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/assignment.h"

#include "core/orders/derive.h"

#include <algorithm>

namespace holdpoint::flow {

using rollout::Attribute;

int servedStep(const rollout::ControlState& control) noexcept
{
    return control.state == RolloutState::Hold ? control.step - 1 : control.step;
}

rollout::Traits traitsOf(const Order& order, const Policy& policy, const Dictionary& names)
{
    rollout::Traits traits;
    const Placed& header = order.header;
    if (!header.channel.isNone())
        traits.set(Attribute::Channel, names.text(header.channel));
    if (!order.region().isNone())
        traits.set(Attribute::Region, names.text(order.region()));
    if (header.total > 0)
        traits.set(Attribute::ValueBand, header.total);
    traits.set(Attribute::PaymentStatus, std::string(name(orders::derive(order).payment)));
    if (header.lines == LinesKnown::Unknown || order.lines.empty())
        return traits;
    traits.set(Attribute::LineCount, static_cast<std::int64_t>(order.lines.size()));
    for (std::size_t i = 0; i < order.lines.size(); ++i)
        if (!order.lines[i].sku.isNone())
            traits.setLine(i, Attribute::SkuClass, std::string(name(policy.classOf(order.lines[i].sku))));
    return traits;
}

void Assignment::refresh(const Rollout& r)
{
    rollout_ = r.id;
    run_ = static_cast<std::uint32_t>(r.control.run);
    step_ = servedStep(r.control);
    const bool planned = r.plan && step_ >= 1 && static_cast<std::size_t>(step_) <= r.plan->steps.size();
    slices_ = r.control.live ? r.served : std::vector<rollout::ServedSlice>{};
    caps_ = planned ? r.plan->steps[static_cast<std::size_t>(step_) - 1].caps : rollout::Caps{};
    if (r.plan && (!bucketer_ || salt_ != r.plan->salt)) {
        salt_ = r.plan->salt;
        bucketer_.emplace(salt_);
    }
}

RolloutAssigned Assignment::assign(const Order& order, Instant now)
{
    rollout::Assignment found;
    if (bucketer_ && !slices_.empty())
        found = rollout::assign(*bucketer_, slices_, traitsOf(order, policy_, names_), order.header.number);
    if (found.why == rollout::Why::Hashed)
        meter_.apply(found, caps_, order.header.total, now);
    RolloutAssigned a;
    a.rollout = rollout_;
    a.run = run_;
    a.step = static_cast<std::uint16_t>(std::max(step_, 0));
    a.slice = static_cast<std::uint16_t>(found.slice ? *found.slice + 1 : 0);
    a.why = names_.intern<NameKind::Code>(name(found.why));
    a.destination = found.destination;
    a.hashed = found.arm.has_value();
    a.arm = found.arm.value_or(Arm::Control);
    a.bucket = found.bucket;
    a.inSample = found.inSample;
    return a;
}

}  // namespace holdpoint::flow
