// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/timeline.h"
#include "core/views/steps.h"

#include <string_view>

/// The history of one entity or one correlation. To be called inside one transaction of the reader.
namespace holdpoint::views {

/// Of an order, or of its exception item: its own steps with those of its reservations, its exception item and the
/// commands about it, by seq. Of anything else: its own. Errors: NotFound, Corrupt, Unavailable.
Result<session::Timeline> timeline(store::StoreReader& reader, const Dictionary& names, EntityId id);

/// Every step of every entity with this trace id (32 hex digits, any case), by seq; none is not an error.
/// Errors: InvalidArgument, Corrupt, Unavailable.
Result<session::Timeline> correlation(store::StoreReader& reader, const Dictionary& names,
                                      std::string_view traceId);

/// One step, every number as text. `own` is the trace id of its entity, used where the step has none.
[[nodiscard]] session::TimelineEntry entryOf(const ReadStep& step, const Correlation& own,
                                             const Dictionary& names);
/// What contract was broken where, as far as the facts of the step say.
void addBreaches(const ReadStep& step, std::vector<std::pair<Seq, session::BreachText>>& out);
/// The effects of a folded order with every attempt among its steps.
[[nodiscard]] std::vector<session::EffectText>
effectsOf(const Order& order, const std::vector<ReadStep>& steps, const Dictionary& names);

}  // namespace holdpoint::views
