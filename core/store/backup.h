// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store_options.h"

#include <functional>

namespace holdpoint::store {

/// Progress of a copy, 0 to 1; false ends it with Unavailable and leaves nothing behind.
using CopyProgress = std::function<bool(double)>;

/// Copies a store, also while its holder writes, as of one moment into one file: made beside `target`, flushed, checked,
/// then put in place. Reads on a connection of its own. Errors: NotFound, Corrupt (the copy did not pass), Unavailable.
Result<> backup(const StoreOptions& from, const std::filesystem::path& target,
                const CopyProgress& progress = {});

/// Puts a backup in the place of a store that nobody holds; the replaced one is kept as `holdpoint.db.replaced`, an
/// earlier one of that name is overwritten. May be run again after a crash. Errors: Conflict (held, naming the holder),
/// NotFound, Corrupt (not a whole store), Unsupported (newer version), Forbidden, Unavailable.
Result<> restore(const std::filesystem::path& backupFile, const StorePaths& to);

/// Keeps a copy of an older store before its upgrade, `holdpoint.db.v<N>.bak`. Nothing for a store without a folder.
Result<> keepCopy(Database& database, const StoreOptions& options);

/// `ok`, or the first fault found by SQLite in the whole file. Errors: NotFound, Corrupt, Unavailable.
Result<> checkFile(const std::filesystem::path& file);

}  // namespace holdpoint::store
