// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/detail.h"
#include "core/store/store_reader.h"
#include "core/views/integrations.h"

namespace holdpoint::views {

/// All of one item, open or resolved, but for what other items add to it: `groupOpen`, `similarOpen` and, of a broken
/// contract, `others` and the group's `firstSeen` (here: its own). To be called inside one transaction of the reader.
/// Errors: NotFound, Corrupt, Unavailable.
Result<session::ExceptionDetail> exceptionDetail(store::StoreReader& reader, const Dictionary& names,
                                                 const Integrations& integrations, EntityId item);

}  // namespace holdpoint::views
