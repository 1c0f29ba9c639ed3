// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/store/database.h"

namespace holdpoint::store {

/// Where a partition stands, with what only the store counts.
struct PartitionHead {
    engine::Lease lease;
    std::string holder;
    std::uint64_t finds = 0;  ///< search entries so far
};

/// Reads the one partition of a file. Its row, the last frame and the last step must tell the same: a cheap look at
/// whether the file is whole. Errors: NotFound (nobody ever held it), Corrupt, Unavailable.
Result<PartitionHead> readPartition(Database& database);
/// Becomes the holder: the epoch rises by one, and commits of an earlier holder fail from now on. Errors: Conflict (the
/// file holds another partition), Corrupt, Unavailable.
Result<PartitionHead> takePartition(Database& database, PartitionId partition, std::string_view holder);

}  // namespace holdpoint::store
