// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/rng.h"
#include "core/store/store_options.h"

#include <cstdint>
#include <memory>
#include <string>

namespace holdpoint::test {

/// A disk in memory that keeps what was flushed apart from what was only written. Registered with SQLite while it lives;
/// one thread. The store on it works as on a real disk: write-ahead log, flush at every commit.
class TornDisk {
public:
    explicit TornDisk(std::uint64_t seed);
    ~TornDisk();
    TornDisk(const TornDisk&) = delete;
    TornDisk& operator=(const TornDisk&) = delete;

    [[nodiscard]] const store::StoreOptions& options() const { return options_; }
    /// The power goes: of each write since the last flush, chance keeps all, some sectors, or nothing. Connections that
    /// are open fail from now on; what they write while they close reaches nothing.
    void cutPower();
    /// The nth flush from now on fails, and what it was to save may be lost; 0: none.
    void failFlush(std::uint64_t nth);
    /// Writes that a cut has thrown away or torn so far.
    [[nodiscard]] std::uint64_t torn() const noexcept;

    struct State;

private:
    store::StoreOptions options_;
    std::unique_ptr<State> state_;
};

}  // namespace holdpoint::test
