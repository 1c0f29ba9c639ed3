// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/policy.h"

/// What follows from an order's facts. Pure functions of the set: they never ask in which order facts came.
namespace holdpoint::orders {

/// Units, by line and in all. An order whose lines are unknown counts as one whole parcel of one unit.
struct Quantities {
    std::int64_t ordered = 0;
    std::int64_t shipped = 0;
    std::int64_t delivered = 0;
    std::int64_t returned = 0;
    bool broken = false;  ///< more shipped than ordered, delivered than shipped, returned than shipped
};

/// Minor units, over all payments of the order.
struct Payments {
    std::int64_t authorised = 0;
    std::int64_t captured = 0;
    std::int64_t refunded = 0;
    bool any = false;
    bool failed = false;  ///< the newest word on some payment is a failure or a charge-back
};

[[nodiscard]] Quantities quantities(const Order& order);
[[nodiscard]] Payments payments(const Order& order);

/// Units of a leg that have left: reported as shipped, or as delivered, which they cannot be otherwise. A report without
/// units is the whole leg.
[[nodiscard]] std::int64_t shippedOf(const Order& order, Part leg);
[[nodiscard]] std::int64_t unitsOf(const Leg& leg);
/// Is an observed fact of that kind there, for that part or for any?
[[nodiscard]] bool has(const Order& order, std::uint8_t kind);
[[nodiscard]] bool has(const Order& order, std::uint8_t kind, Part part);

/// Has the vendor reported the movement that it gave this reference?
[[nodiscard]] bool isReported(const Order& order, std::uint8_t kind, std::string_view reference);

/// Handle of the hold of an order that came while neither stack was to act on it.
inline constexpr Part ShelterHold = 0;
/// Accepted and queued, and nothing more: no decision, no effect, no deadline.
[[nodiscard]] bool isSheltered(const Order& order);

/// Legs that still count: neither refused nor released.
[[nodiscard]] bool isActive(const Leg& leg);

/// Status, place, stage, payment status and flags (ENGINE §5).
[[nodiscard]] Standing derive(const Order& order);
/// Status from observed facts alone: equal for equal sets, whatever we decided.
[[nodiscard]] OrderStatus observedStatus(const Order& order);

/// The earliest open deadline; `Never` if none. Timers are not stored: this is what they are.
[[nodiscard]] Instant nextDue(const Order& order, const Standing& standing, const Deadlines& deadlines);
/// When stock is asked for again, because no node had it and nothing else holds the order; `Never` if it does not wait so.
[[nodiscard]] Instant backorderDue(const Order& order, const Deadlines& deadlines);
[[nodiscard]] Instant stageDeadline(const Order& order, const Standing& standing, const Deadlines& deadlines);

}  // namespace holdpoint::orders
