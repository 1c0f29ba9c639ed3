// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/numbers.h"
#include "core/store/store_reader.h"

namespace holdpoint::views {

/// As of the reader's transaction.
Result<session::AsOf> asOf(store::StoreReader& reader);

/// Events from the series, orders by place, open exceptions and unanswered effects. To be called inside one transaction of
/// the reader: then all of it is as of one frame. Scans the orders. Errors: Corrupt, Unavailable, NotFound (never held).
Result<session::Numbers> numbers(store::StoreReader& reader, const Dictionary& names);

}  // namespace holdpoint::views
