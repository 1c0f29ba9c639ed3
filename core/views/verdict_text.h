// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/exception_item.h"
#include "core/model/order.h"
#include "core/session/detail.h"
#include "core/store/store_reader.h"
#include "core/views/integrations.h"

namespace holdpoint::views {

/// What a retry would do now. `effects` are those of the order's timeline. To be called inside one transaction of the
/// reader. Errors: Corrupt, Unavailable.
Result<session::VerdictText> verdictOf(store::StoreReader& reader, const Dictionary& names,
                                       const Integrations& integrations, const Order& order,
                                       const ExceptionItem* item,
                                       const std::vector<session::EffectText>& effects, Instant now);

}  // namespace holdpoint::views
