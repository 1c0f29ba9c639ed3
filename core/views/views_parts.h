// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/exporter.h"
#include "core/views/live_lists.h"
#include "core/views/views.h"

#include <atomic>
#include <mutex>

namespace holdpoint::views {

/// What `Views` and its sessions share. The workers end first.
struct Views::Parts {
    explicit Parts(ViewsOptions given)
        : options(std::move(given)),
          live(options.requests, options.changes),
          query(options.requests, 1),
          lists(live, query, results, options.clock != nullptr ? *options.clock : machineClock, integrations),
          exporter(query, results)
    {}

    /// Reads the launch board on the query's thread, while the live one still reads the queue.
    void readLaunch();

    ViewsOptions options;
    SystemClock machineClock;
    const Integrations integrations{options.policy};
    ResultBook results;
    Worker live;
    Worker query;
    LiveLists lists;    // live's thread
    Exporter exporter;  // query's thread
    std::atomic<std::uint64_t> lastId{0};
    std::atomic<int> orderWatches{0};
    std::atomic<bool> boardWatched{false};  // once, for good
    std::atomic<bool> lost{false};
    std::atomic<bool> standingChanged{false};
    mutable std::mutex asOfMutex;
    session::AsOf newest;
    engine::Standing standing;

    engine::Standing standingNow() const
    {
        const std::lock_guard lock(asOfMutex);
        return standing;
    }
};

}  // namespace holdpoint::views
