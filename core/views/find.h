// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/question.h"
#include "core/store/store_reader.h"

#include <string_view>
#include <vector>

namespace holdpoint::views {

/// The entities that an id of any kind belongs to, each once, with the most telling field that holds it: order number of
/// any space (`#` in front is left out), `O-n` and the like, event id, trace id, tracking number, vendor's reference,
/// effect key.
/// Exact after trimming; trace ids in any case. What the search entries only suggest is verified in the steps. An effect
/// key whose order number had to be replaced by its hash is not found. To be called inside one transaction.
/// Errors: Corrupt, Unavailable.
Result<std::vector<session::Found>> find(store::StoreReader& reader, const Dictionary& names,
                                         std::string_view text);

}  // namespace holdpoint::views
