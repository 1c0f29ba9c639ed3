// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>

namespace holdpoint::views {

/// The way from a reader thread to a sink of one caller. What is posted after `end`, or lies in the executor then, is
/// dropped on the caller's thread, so that a sink is never called once its request has ended.
class Outlet {
public:
    /// `freed` is called on the caller's thread when something has arrived that a `busy` waited for.
    explicit Outlet(session::Executor executor, std::function<void()> freed = {})
        : executor_(std::move(executor)), freed_(std::move(freed))
    {}

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
            if (self->ended())
                return;
            call();
            if (self->wanted_.exchange(false) && self->freed_)
                self->freed_();
        });
    }
    /// Something posted has not arrived yet: a slow caller gets the newest state later, not every state. If so, `freed`
    /// will be called.
    [[nodiscard]] bool busy() noexcept
    {
        wanted_.store(true);
        const bool flying = flying_.load() > 0;
        if (!flying)
            wanted_.store(false);
        return flying;
    }
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
    std::function<void()> freed_;
    std::atomic<bool> wanted_{false};
    std::atomic<int> flying_{0};
    mutable std::mutex mutex_;
    bool ended_ = false;
};

}  // namespace holdpoint::views
