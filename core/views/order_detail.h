// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "core/store/store_reader.h"
#include "core/views/integrations.h"

namespace holdpoint::views {

/// All of one order, folded from its steps. To be called inside one transaction of the reader.
/// Errors: NotFound, Corrupt, Unavailable.
Result<session::OrderDetail> orderDetail(store::StoreReader& reader, const Dictionary& names,
                                         const Integrations& integrations, EntityId order);

}  // namespace holdpoint::views
