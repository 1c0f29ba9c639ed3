// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/model/step.h"

/// What became of an order that a rollout assigned, each thing once: what its figures are counted from.
namespace holdpoint::orders {

/// Ends a step whose facts are applied: sets `assignedAt`, `happened` and `news` of the order. An order that no rollout
/// assigned stays as it is. Legacy's own word is not looked at: it is a text.
void noteOutcomes(Order& order, const StepBody& step);

}  // namespace holdpoint::orders
