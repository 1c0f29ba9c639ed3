// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/step.h"

/// Folding an order from its facts. Pure; nothing here can reach the outbox, so replaying a journal calls nobody.
namespace holdpoint::orders {

/// What adding an observed fact to the set did. `Earlier`: known, but said earlier than we knew, so that of two that state
/// it differently this one may count.
enum class Addition : std::uint8_t { Added, Same, Earlier, Contradiction };

/// Adds an observed fact to the set. `source` is the hash of the event's id; `at` of the fact is the source's clock.
/// Commutes: any order and repetition of calls gives the same observed half.
Addition observe(Order& order, const Fact& fact, std::uint64_t source, std::uint32_t batch);

/// Applies one decided fact, made at `now`. HP_CHECK on a second end of an exclusive fact: that is our bug.
void decideFact(Order& order, const Fact& fact, Instant now);

/// Ends a step whose facts are applied: version, seen event, unparking, standing.
void closeStep(Order& order, const StepBody& step, Seq seq);

/// Folds a journal row. `order.id` must be set.
void applyStep(Order& order, const StepBody& step, Seq seq);

/// The identity of an event inside its order.
[[nodiscard]] std::uint64_t eventKey(ProducerName producer, std::string_view eventId);

}  // namespace holdpoint::orders
