// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"

#include <array>
#include <cstdint>
#include <string>

/// What an input does to an order, by where the order stands when it comes: the whole of the order's behaviour on one page.
/// The flow is written by cause, not by this table; a test sends every input to an order at every place and compares, and
/// prints the page `docs/step-table.md`.
namespace holdpoint::orders {

/// Where an order can be when an input finds it. Decisioning and allocation are passed inside one turn: an order rests
/// there only with an exception.
enum class Stand : std::uint8_t {
    Awaited,
    Intake,
    OutOfStock,
    InOutbox,
    Asked,
    Confirmation,
    Settlement,
    Finished,
    Elsewhere
};

enum class StepInput : std::uint8_t {
    Placed,
    PlacedOtherwise,
    CancelAsked,
    HoldAsked,
    NewAddress,
    NodeAccepted,
    NodeRefused,
    Shipped,
    Delivered,
    Authorised,
    PaymentFailed,
    AnswerDone,
    AnswerRefused,
    GrantExpired,
    Due,
    HandBack,
    Retry,
    CancelOrder
};

/// The weightiest thing that follows; `Blank` is no entry of the table.
enum class Follows : std::uint8_t {
    Blank,
    Waits,
    Begins,
    Adds,
    Duplicate,
    Decides,
    Redirects,
    Holds,
    Cancels,
    AsksNode,
    RefusesCancel,
    Consumes,
    ReservesAgain,
    Moves,
    Tells,
    HandsBack,
    Refused,
    Nothing
};

}  // namespace holdpoint::orders

namespace holdpoint {
HP_NAMES(orders::Stand, "awaited", "intake", "exception: out of stock", "handoff, in the outbox",
         "handoff, asked", "confirmation", "settlement", "finished", "elsewhere");
HP_NAMES(orders::StepInput, "placed", "placed, otherwise", "cancel_asked", "hold_asked", "newer address",
         "node: accepted", "node: refused", "shipped", "delivered", "authorised", "payment_failed",
         "answer: done", "answer: refused, another could", "grant expired", "due", "hand_back", "retry",
         "cancel_order");
HP_NAMES(orders::Follows, "", "waits", "begins", "adds", "duplicate", "decides", "redirects", "holds",
         "cancels", "asks the node", "refuses to cancel", "consumes", "reserves again", "moves on", "tells",
         "hands back", "refused", "nothing");
}  // namespace holdpoint

namespace holdpoint::orders {

using StepRow = std::array<Follows, CountOf<Stand>>;

[[nodiscard]] const std::array<StepRow, CountOf<StepInput>>& stepTable() noexcept;
[[nodiscard]] Follows follows(StepInput input, Stand stand) noexcept;
/// The page of the documentation, Markdown.
[[nodiscard]] std::string stepTablePage();

}  // namespace holdpoint::orders
