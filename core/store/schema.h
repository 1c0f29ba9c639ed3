// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"

namespace holdpoint::store {

/// "HPNT": says in the file's header whose file it is.
inline constexpr std::int64_t ApplicationId = 0x48504E54;
/// Version 1 lacked `checkpoint`, `inbox`, how often an exception was reopened or joined, and how stock had moved.
inline constexpr std::int64_t SchemaVersion = 2;

/// What a file is, found without writing.
enum class FileState : std::uint8_t { Empty, Current, Older };

/// Errors: Corrupt (not ours, not readable), Unsupported (newer version), Unavailable.
Result<FileState> identify(Database& database);
/// Makes all tables in one transaction. Errors: Unavailable, Corrupt.
Result<> createSchema(Database& database);
/// Brings an older file to SchemaVersion in one transaction. Errors: Unavailable, Corrupt.
Result<> upgradeSchema(Database& database);

}  // namespace holdpoint::store
