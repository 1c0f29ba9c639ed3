// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <utility>

namespace holdpoint::views {

/// The way from a reader thread to a sink of one caller. What is posted after `end`, or lies in the executor then, is
/// dropped on the caller's thread, so that a sink is never called once its request has ended.
class Outlet {
public:
    explicit Outlet(session::Executor executor) : executor_(std::move(executor)) {}

    /// Reader threads. `call` runs on the caller's executor.
    template <typename F>
    void post(std::shared_ptr<Outlet> self, F call)
    {
        const std::lock_guard lock(mutex_);
        if (ended_)
            return;
        flying_.fetch_add(1);
        executor_([self = std::move(self), call = std::move(call)] {
            self->flying_.fetch_sub(1);
            if (!self->ended())
                call();
        });
    }
    /// Something posted has not arrived yet: a slow caller gets the newest state later, not every state.
    [[nodiscard]] bool busy() const noexcept { return flying_.load() > 0; }
    /// Once this has returned the executor is not called any more either.
    void end()
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    [[nodiscard]] bool ended() const
    {
        const std::lock_guard lock(mutex_);
        return ended_;
    }

private:
    session::Executor executor_;
    std::atomic<int> flying_{0};
    mutable std::mutex mutex_;
    bool ended_ = false;
};

}  // namespace holdpoint::views
