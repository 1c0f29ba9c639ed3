// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/flow/order.h"
#include "core/rollout/rollback.h"

#include <optional>

/// An order that is under way when a rollout stops or rolls back: where it stands, what is done with it, and what becomes
/// of that. All of it is told by `Disposed` facts of the order, in its own steps.
namespace holdpoint::flow {

/// Where it stands. A call whose end is not known for certain binds most: also one that is only under way.
[[nodiscard]] rollout::OrderFacts factsOf(const Order& order, const Turn& turn);
[[nodiscard]] rollout::OrderPosition positionOf(const Order& order, const Turn& turn);
/// Grants and calls that can be taken back.
[[nodiscard]] int effectsToRelease(const Order& order, const Turn& turn);

/// The job has come to the order: does by the signed plan what belongs to where it stands by now. What cannot be handed
/// back finishes here. Steps of an order that is disposed of already change nothing (`out.keep` is false).
void orderDispose(Order& order, std::uint32_t run, const rollout::Dispositions& plan, const Turn& turn,
                  Change& out);
/// It waited for a decision about the intake: to the new path, or to legacy.
void orderLeavesShelter(Order& order, bool toLegacy, const Turn& turn, Change& out);

/// Asked until its outcome is known: nothing new leaves for it, and nothing leaves again.
[[nodiscard]] bool isFrozen(const Order& order, const Dictionary& names);

/// What one fact says to the books of its rollback.
[[nodiscard]] rollout::RollbackBook::Note noteOf(const Disposed& disposed, const Dictionary& names);

}  // namespace holdpoint::flow
