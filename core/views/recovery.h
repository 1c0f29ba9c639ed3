// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"
#include "core/store/store_reader.h"

namespace holdpoint::views {

/// Has a vendor kept its contract again since a call failed?
struct Recovery {
    Instant goodSince =
        Never;  ///< first of its answers by contract that no broken one followed; Never: none known
    bool complete = true;  ///< false: only the newest steps were looked through
};

/// Looks at all calls of that operation to that vendor after step `failure`, whatever their order, newest first; at most
/// `most` steps. To be called inside one transaction of the reader. Errors: Corrupt, Unavailable.
Result<Recovery> recoveryOf(store::StoreReader& reader, VendorName vendor, Operation operation, Seq failure,
                            Seq most = 100'000);

}  // namespace holdpoint::views
