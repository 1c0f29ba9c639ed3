// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/query.h"
#include "core/store/store_reader.h"

namespace holdpoint::views {

/// Ids that the columns of a list do not have, as the orders they belong to: the number in `order:8841-207`, the trace id in
/// `corr:…`, the key in `key:…`, and a bare word with a digit that is an id of any kind, which is then looked for as a word
/// or as that order. At most 16 of them. What belongs to no order stays as it was written.
/// To be called inside one transaction. Errors: Corrupt, Unavailable.
Result<> resolveIds(store::StoreReader& reader, const Dictionary& names, search::Node& query);

}  // namespace holdpoint::views
