// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/exception_item.h"
#include "core/model/order.h"
#include "core/session/detail.h"
#include "core/store/store_reader.h"
#include "core/views/integrations.h"

namespace holdpoint::views {

/// The effect that a problem is about: of the vendor and, where its code names one (`outcome_unknown_ship`), the operation
/// of the item; without an item, of the order as a whole. Of several the one most in need: unknown, failed, planned, done;
/// then the newest. Null: none fits.
[[nodiscard]] const Effect* effectInQuestion(const Order& order, const ExceptionItem* item,
                                             const Dictionary& names);

/// What a retry would do now. `effects` are those of the order's timeline. To be called inside one transaction of the
/// reader. Errors: Corrupt, Unavailable.
Result<session::VerdictText> verdictOf(store::StoreReader& reader, const Dictionary& names,
                                       const Integrations& integrations, const Order& order,
                                       const ExceptionItem* item,
                                       const std::vector<session::EffectText>& effects, Instant now);

}  // namespace holdpoint::views
