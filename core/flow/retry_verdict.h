// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/delivery/verdict.h"
#include "core/model/exception_item.h"

namespace holdpoint::flow {

/// The effect that a problem is about: of the vendor and, where its code names one (`outcome_unknown_ship`), the operation
/// of the item; without an item, of the order as a whole. Of several the one most in need: unknown, failed, planned, done;
/// then the newest. Null: none fits.
[[nodiscard]] const Effect* effectInQuestion(const Order& order, const ExceptionItem* item,
                                             const Dictionary& names);

/// What a retry of that effect would do. Null: no call is repeated, because there is none.
[[nodiscard]] delivery::Judgement judgeRetry(const Order& order, const Effect* effect,
                                             const VendorProfile* vendor,
                                             const delivery::RetryFacts& facts) noexcept;

}  // namespace holdpoint::flow
