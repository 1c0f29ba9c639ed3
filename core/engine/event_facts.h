// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/event_types.h"

/// From a checked draft to facts: one function a type of event, named in the table of `event_types.cpp`.
namespace holdpoint::engine {

[[nodiscard]] std::optional<Breach> checkPlaced(const Draft& draft);
[[nodiscard]] std::optional<Breach> checkParcel(const Draft& draft);
[[nodiscard]] std::optional<Breach> checkLegacyDecided(const Draft& draft);
[[nodiscard]] std::optional<Breach> checkLegacyOutcome(const Draft& draft);
[[nodiscard]] std::optional<Breach> checkCounts(const Draft& draft);

void buildPlaced(const Draft& draft, Dictionary& names, Event& event);
void buildCancelWished(const Draft& draft, Dictionary& names, Event& event);
void buildAddress(const Draft& draft, Dictionary& names, Event& event);
void buildHold(const Draft& draft, Dictionary& names, Event& event);
template <typename MoneyMovement>
void buildMoney(const Draft& draft, Dictionary& names, Event& event);
template <typename ParcelEvent>
void buildParcel(const Draft& draft, Dictionary& names, Event& event);
void buildNodeAccepted(const Draft& draft, Dictionary& names, Event& event);
void buildNodeRefused(const Draft& draft, Dictionary& names, Event& event);
void buildReturnAsked(const Draft& draft, Dictionary& names, Event& event);
void buildReturnReceived(const Draft& draft, Dictionary& names, Event& event);
void buildLegacyDecided(const Draft& draft, Dictionary& names, Event& event);
void buildLegacyOutcome(const Draft& draft, Dictionary& names, Event& event);
void buildCounts(const Draft& draft, Dictionary& names, Event& event);
void buildAdjusted(const Draft& draft, Dictionary& names, Event& event);

}  // namespace holdpoint::engine
