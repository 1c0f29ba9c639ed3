// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/database.h"
#include "core/store/store_folder.h"

namespace holdpoint::store {

/// Where a store lies.
struct StoreOptions {
    StorePaths paths;  ///< folder of a store on disk; empty for one that lives in a VFS
    std::string vfs;   ///< VFS to open with; with an empty folder it must hold `vfsPath`
    std::string vfsPath;
    std::uint64_t reserveBytes = std::uint64_t{64} << 20;
    int cacheMegabytes = 32;
    std::uint32_t maxPages = 0;  ///< limit of the database in pages of 4 KB; 0 = the disk

    [[nodiscard]] static StoreOptions onDisk(std::filesystem::path folder)
    {
        return {.paths = {std::move(folder)}, .vfs = {}, .vfsPath = {}};
    }
    /// Shared by name within the process and gone with its last connection. No lock, no reserve, no WAL: a reader that
    /// holds a moment keeps the holder from committing.
    [[nodiscard]] static StoreOptions inMemory(const std::string& name)
    {
        return {.paths = {}, .vfs = "memdb", .vfsPath = "/" + name};
    }
    [[nodiscard]] bool hasFolder() const { return !paths.folder.empty(); }
    [[nodiscard]] DatabaseOptions connection(bool readOnly) const
    {
        return {.path = hasFolder() ? paths.database().string() : vfsPath,
                .vfs = vfs,
                .readOnly = readOnly,
                .cacheMegabytes = cacheMegabytes,
                .maxPages = maxPages};
    }
};

}  // namespace holdpoint::store
