// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/order.h"
#include "core/session/contrast.h"

#include <set>
#include <utility>
#include <vector>

namespace holdpoint::views {

/// What one order can be told apart by; several values of one attribute are possible, none: it is not known.
using Traits = std::set<std::pair<session::Attribute, std::string>>;

[[nodiscard]] Traits traitsOf(const Order& order, const Dictionary& names);

/// Below this many orders of either side nothing is said about chance.
inline constexpr std::size_t EnoughOrders = 20;

/// Compares both sides; fills in `failing`, `passing` and `rows`.
[[nodiscard]] session::Contrast contrastOf(const std::vector<Traits>& failing,
                                           const std::vector<Traits>& passing);

}  // namespace holdpoint::views
