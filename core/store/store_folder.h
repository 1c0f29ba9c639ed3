// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <string_view>

namespace holdpoint::store {

/// The files of a store.
struct StorePaths {
    std::filesystem::path folder;

    [[nodiscard]] std::filesystem::path database() const { return folder / "holdpoint.db"; }
    [[nodiscard]] std::filesystem::path lock() const { return folder / "lock"; }
    [[nodiscard]] std::filesystem::path reserve() const { return folder / "reserve"; }
    /// While it exists the database is not opened for writing: its text says why.
    [[nodiscard]] std::filesystem::path corrupt() const { return folder / "holdpoint.db.corrupt"; }
    /// While it exists a restore was begun and not ended.
    [[nodiscard]] std::filesystem::path restoring() const { return folder / "holdpoint.db.restoring"; }
};

/// The lock of the operating system on a store's folder: one process holds it, and it ends with the process.
class FolderLock {
public:
    FolderLock() = default;
    /// Makes the folder if need be. Errors: Conflict naming the holder, Forbidden (not writable), Unavailable.
    static Result<FolderLock> take(const StorePaths& paths, std::string_view holder);
    ~FolderLock();
    FolderLock(FolderLock&& other) noexcept;
    FolderLock& operator=(FolderLock&& other) noexcept;

    [[nodiscard]] bool held() const noexcept { return file_ >= 0; }

private:
    explicit FolderLock(int file) noexcept : file_(file) {}

    int file_ = -1;
};

/// Makes the database's file if it is not there, closed to others (mode 0600), and checks that it is ours to write.
/// Errors: Forbidden, Unavailable, Corrupt (marked so, or a restore was interrupted).
Result<> prepareFile(const StorePaths& paths);
/// Leaves the mark that keeps a corrupt database from being written again. Best effort: the disk is already at fault.
void markCorrupt(const StorePaths& paths, std::string_view why) noexcept;

/// Room kept for operators' commands on a full disk. Takes the room for good (no holes). Errors: Unavailable.
Result<> takeReserve(const StorePaths& paths, std::uint64_t bytes);
/// True if there was a reserve to give up.
bool dropReserve(const StorePaths& paths) noexcept;

/// Flushes a file, or the entries of a folder, to the disk. Errors: Unavailable.
Result<> flushToDisk(const std::filesystem::path& path);

}  // namespace holdpoint::store
