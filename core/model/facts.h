// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/control_facts.h"
#include "core/model/exception_facts.h"
#include "core/model/observed_facts.h"
#include "core/model/order_facts.h"
#include "core/model/rollout_facts.h"
#include "core/model/shadow_facts.h"
#include "core/model/stock_facts.h"

#include <variant>

/// Facts: what is true for ever about an entity. Numbers of kinds are stored and never used again; new fields go to the
/// end of a fact and read as their default from older steps.
namespace holdpoint {

struct UnknownFact  // a kind from a newer version: kept as bytes, never dropped
{
    static constexpr std::uint8_t kind = 0;
    std::uint8_t number = 0;
    std::string bytes;
    friend bool operator==(const UnknownFact&, const UnknownFact&) = default;
};

using FactBody =
    std::variant<UnknownFact, Placed, LineOrdered, CancelWished, AddressGiven, Authorised, Captured, Refunded,
                 PaymentFailed, ChargedBack, Picked, ShippedFact, DeliveredFact, LostFact, RecalledFact,
                 NodeAccepted, NodeRefused, ReturnAsked, ReturnReceived, HoldWished, LegacyDecided,
                 LegacyOutcome, Taken, OwnerSet, Held, HoldReleased, RoutingDecided, ShipPlanned, LegStock,
                 EffectPlanned, Attempted, Answered, NotSent, CancelVerdict, ProblemRaised, ProblemEnded,
                 RefundDue, Restocked, Withdrawn, OpaqueParcel, ParkExpired, Parked, LineCancelled, Counted,
                 Adjusted, NodeOpened, Granted, Consumed, Released, Expired, GrantRefused, ShippedUnreserved,
                 HoldExtended, ExceptionOpened, ExceptionResolved, ExceptionReopened, ExceptionMoved,
                 Assigned, Noted, Snoozed, Labelled, PrioritySet, JobFrozen, JobProgress, JobEnded, JobItem,
                 Refused, CommandReceived, CommandMoved, ComparedRoute, IntakeSet, RolloutAssigned, Disposed,
                 PlanSet, RolloutMoved, SliceServed, PollOpened, VoteGiven, VotesCleared, GateTurned,
                 GateAcknowledged, TriggerTurned, OverrideArmed, FreezeMoved, CommandPassed, ChecklistMarked,
                 Signed, BakeNoted, RollbackProposed, RollbackFrozen, ReportSealed, PairCompared,
                 VerdictRuled, NormalRuleSet, Mirrored, SideSaid, CallLeaked, DayClosed>;

/// One fact: which part it speaks of, when it happened by its source's clock, and what.
struct Fact {
    Part part = 0;
    Instant at;
    FactBody body;

    friend bool operator==(const Fact&, const Fact&) = default;
};

[[nodiscard]] std::uint8_t kindOf(const Fact& fact) noexcept;
/// Observed facts come from outside and commute; all others are ours.
[[nodiscard]] constexpr bool isObserved(std::uint8_t kind) noexcept
{
    return (kind >= 1 && kind < 40) || kind == 80 || kind == 81;
}
/// The field name of the fact in JSON and on the timeline: `ship_planned`.
[[nodiscard]] std::string_view nameOfKind(std::uint8_t kind) noexcept;

}  // namespace holdpoint
