// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/model/order.h"
#include "core/model/step.h"

#include <optional>
#include <span>
#include <string_view>

namespace holdpoint::views {

/// The part of one order in the state hash: its root key, its observed facts in one spelling, sorted, and the status that
/// follows from them alone. What was withdrawn with its batch does not count; an order of which nothing is left has no
/// part. Independent of arrival, repetition, dictionary numbers and ids.
[[nodiscard]] std::optional<Hash> stateHashOf(std::string_view rootKey, std::span<const StepBody> steps,
                                              const Dictionary& names);

}  // namespace holdpoint::views
