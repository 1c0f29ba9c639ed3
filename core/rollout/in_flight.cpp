// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/in_flight.h"

namespace holdpoint::rollout {
namespace {

using enum InFlightAction;

struct Line {
    InFlightAction expansion, intake, rollback;
    std::optional<InFlightAction> alternative;
};

constexpr std::array<Line, OrderPositions> Table{{
    {Continue, HandBack, HandBack, {}},
    {Continue, HandBack, HandBack, {}},
    {Continue, Drain, ReleaseThenHandBack, AdoptReservation},
    {Probe, Probe, Freeze, {}},
    {Continue, Drain, Drain, RecallOrDrain},
    {Continue, Drain, Drain, {}},
    {Continue, Drain, Drain, {}},
    {Continue, Drain, Drain, {}},
    {Continue, Continue, Stay, {}},
    {ReconcileOnly, ReconcileOnly, ReconcileOnly, {}},
}};

const Line& lineOf(OrderPosition position) { return Table[static_cast<std::size_t>(position)]; }

}  // namespace

InFlightAction actionFor(OrderPosition position, PauseKind kind)
{
    const Line& line = lineOf(position);
    return kind == PauseKind::Expansion ? line.expansion
           : kind == PauseKind::Intake  ? line.intake
                                        : line.rollback;
}

std::vector<InFlightAction> choicesFor(OrderPosition position)
{
    const Line& line = lineOf(position);
    std::vector<InFlightAction> all{line.rollback};
    if (line.alternative)
        all.push_back(*line.alternative);
    return all;
}

OrderPosition positionOf(const OrderFacts& f)
{
    if (f.terminal)
        return OrderPosition::Terminal;
    if (f.outcomeUnknown)
        return OrderPosition::OutcomeUnknown;
    if (f.inQueue)
        return OrderPosition::InQueue;
    if (f.reversing)
        return OrderPosition::Reversing;
    if (f.captured)
        return OrderPosition::Captured;
    if (f.picked)
        return OrderPosition::PartlyShipped;
    if (f.withNode)
        return OrderPosition::WithNode;
    if (f.reserved)
        return OrderPosition::Reserved;
    return f.decided ? OrderPosition::Decided : OrderPosition::Undecided;
}

std::optional<Disposition> dispositionOf(InFlightAction action)
{
    switch (action) {
    case HandBack:
    case ReleaseThenHandBack:
    case AdoptReservation: return Disposition::HandBack;
    case Continue:
    case Drain:
    case RecallOrDrain:
    case Stay: return Disposition::FinishHere;
    case Probe:
    case Freeze: return Disposition::Asking;
    case ReconcileOnly: break;
    }
    return std::nullopt;
}

}  // namespace holdpoint::rollout
