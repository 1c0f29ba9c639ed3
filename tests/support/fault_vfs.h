// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace holdpoint::test {

enum class DiskFault : std::uint8_t {
    None,
    WriteError,  ///< EIO; nothing written
    TornWrite,   ///< half is written, then EIO
    Full,        ///< ENOSPC
    SyncError,   ///< fsync fails
    ReadError,
};

/// The platform's file system with a fault at the n-th call of its kind on the database or its log. Registered with SQLite
/// under `name` while it lives.
class FaultVfs {
public:
    explicit FaultVfs(const std::string& name);
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    /// The `nth` call from now on fails, 1 = the next; `sticky`: and all after it.
    void arm(DiskFault fault, std::uint64_t nth, bool sticky = false);
    void disarm() { arm(DiskFault::None, 0); }
    /// How often the fault armed last has struck.
    [[nodiscard]] std::uint64_t struck() const noexcept;
    [[nodiscard]] std::uint64_t syncs() const noexcept;
    [[nodiscard]] const std::string& name() const noexcept { return name_; }

    struct State;

private:
    std::string name_;
    std::unique_ptr<State> state_;
};

}  // namespace holdpoint::test
