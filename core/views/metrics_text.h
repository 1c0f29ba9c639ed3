// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"
#include "core/session/numbers.h"
#include "core/session/rollout.h"
#include "core/store/store_reader.h"

#include <string>

namespace holdpoint::views {

/// The figures as Prometheus reads them (text format 0.0.4). What is not known has no line, never zero.
[[nodiscard]] std::string metricsText(const session::Numbers& numbers, const session::Board& board,
                                      const session::RolloutBoard& rollout);

/// Of a store in this moment of the reader. Errors: Corrupt, Unavailable, NotFound (nobody ever held the store).
Result<std::string> metricsOf(store::StoreReader& reader, const Dictionary& names);

}  // namespace holdpoint::views
