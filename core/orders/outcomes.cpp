// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/orders/outcomes.h"

namespace holdpoint::orders {
namespace {

using Bits = std::uint16_t;

constexpr Bits bit(Happened what) { return static_cast<Bits>(1U << static_cast<unsigned>(what)); }

Bits failedAt(Stage stage)
{
    switch (stage) {
    case Stage::Intake: return bit(Happened::IntakeFailed);
    case Stage::Decisioning:
    case Stage::Allocation: return bit(Happened::AllocationFailed);
    case Stage::Handoff: return bit(Happened::HandoffFailed);
    case Stage::Confirmation: return bit(Happened::ConfirmationFailed);
    case Stage::Settlement: break;
    }
    return 0;
}

struct Of {
    Arm arm;

    Bits operator()(const RolloutAssigned&) const { return bit(Happened::Assigned); }
    Bits operator()(const RoutingDecided& f) const
    {
        return arm == Arm::Canary && f.legs > 0 ? bit(Happened::Decided) : Bits{0};
    }
    Bits operator()(const LegacyDecided&) const
    {
        return arm == Arm::Control ? bit(Happened::Decided) : Bits{0};
    }
    Bits operator()(const LegacyOutcome&) const { return bit(Happened::LegacyTold); }
    Bits operator()(const ProblemRaised& f) const
    {
        Bits bits = bit(Happened::Excepted);
        if (f.blocking)
            bits |= failedAt(f.stage);
        if (f.category == ExceptionKind::DuplicateEffect)
            bits |= bit(Happened::DuplicateEffect);
        return bits;
    }
    template <typename Other>
    Bits operator()(const Other&) const
    {
        return 0;
    }
};

}  // namespace

void noteOutcomes(Order& order, const StepBody& step)
{
    order.news = 0;
    if (order.assigned.rollout.isNone())
        return;
    Bits now = order.happened;
    for (const Fact& fact : step.facts)
        now |= std::visit(Of{order.assigned.arm}, fact.body);
    if (order.standing.finished)
        now |= bit(Happened::Finished);
    order.news = static_cast<Bits>(now & ~order.happened);
    order.happened = now;
    if (order.isNews(Happened::Assigned))
        order.assignedAt = step.at;
}

}  // namespace holdpoint::orders
