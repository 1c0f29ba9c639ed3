// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollout.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What becomes of an order that is under way when a rollout pauses or rolls back.
namespace holdpoint::rollout {

/// Where an order stands, as far as that matters here; the first that holds, from the bottom of the list up, see `positionOf`.
enum class OrderPosition : std::uint8_t {
    Undecided,       ///< accepted, nothing decided
    Decided,         ///< no effect sent
    Reserved,        ///< reserved or allocated; reversible
    OutcomeUnknown,  ///< an effect was sent, what became of it is not known
    WithNode,        ///< handed to the warehouse and acknowledged
    PartlyShipped,   ///< picked or partly shipped
    Captured,        ///< money was taken
    Reversing,       ///< a cancel or a return is running
    InQueue,         ///< in the exception queue
    Terminal,
};
inline constexpr std::size_t OrderPositions = 10;

/// What is done with it.
enum class InFlightAction : std::uint8_t {
    Continue,
    HandBack,  ///< a decision without effect is discarded with it
    ReleaseThenHandBack,
    AdoptReservation,  ///< legacy takes over the reservation by its id
    Drain,             ///< finishes here
    RecallOrDrain,     ///< recalled if not picked and the vendor confirms
    Probe,             ///< ask what became of the effect
    Freeze,            ///< ask, no retry, no hand-back; past its SLA a P2 exception
    Stay,              ///< stays with its owner, the id at legacy attached
    ReconcileOnly,
};

enum class PauseKind : std::uint8_t { Expansion, Intake, RollingBack };

/// The table; `Hand back` of a rollback is the default, the plan may choose an alternative of the same row.
[[nodiscard]] InFlightAction actionFor(OrderPosition position, PauseKind kind);
/// What a plan may choose for a rollback, the default first.
[[nodiscard]] std::vector<InFlightAction> choicesFor(OrderPosition position);

/// The lines of a written plan: one choice for each position. Empty: not chosen yet.
using Dispositions = std::array<std::optional<InFlightAction>, OrderPositions>;

/// What is known of one order when the list is frozen.
struct OrderFacts {
    bool terminal = false;
    bool inQueue = false;
    bool outcomeUnknown = false;
    bool reversing = false;
    bool captured = false;
    bool picked = false;
    bool withNode = false;
    bool reserved = false;
    bool decided = false;
};
/// Of several that hold the one that binds most: an unknown outcome before all but the end.
[[nodiscard]] OrderPosition positionOf(const OrderFacts& facts);

/// The board's three counts; their sum is the orders in flight at the command.
[[nodiscard]] std::optional<Disposition> dispositionOf(InFlightAction action);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::OrderPosition, "undecided", "decided", "reserved", "outcome_unknown", "with_node",
         "partly_shipped", "captured", "reversing", "in_queue", "terminal");
HP_NAMES(rollout::InFlightAction, "continue", "hand_back", "release_then_hand_back", "adopt_reservation",
         "drain", "recall_or_drain", "probe", "freeze", "stay", "reconcile_only");
}  // namespace holdpoint
