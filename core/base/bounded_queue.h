// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <array>
#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace holdpoint {

/// A queue between threads that says "full" instead of growing. Every class of items has places of its own, and a lower
/// class leaves first: commands are never kept out by events. Thread-safe.
template <typename T, std::size_t Classes = 1>
class BoundedQueue {
public:
    explicit BoundedQueue(std::array<std::size_t, Classes> places) : places_(places) {}

    /// Errors: Unavailable when its class is full, or the queue is closed.
    Result<> push(T item, std::size_t cls = 0)
    {
        {
            const std::lock_guard lock(mutex_);
            if (closed_)
                return Error{Code::Unavailable, "queue is closed"};
            if (items_[cls].size() >= places_[cls])
                return Error{Code::Unavailable, "queue is full"};
            items_[cls].push_back(std::move(item));
            ++size_;
        }
        ready_.notify_one();
        return {};
    }

    /// Takes up to `limit` items, waiting at most `wait` for the first one and never for more. Appends to `out`;
    /// false when closed and empty.
    bool take(std::vector<T>& out, std::size_t limit, std::chrono::milliseconds wait)
    {
        std::unique_lock lock(mutex_);
        ready_.wait_for(lock, wait, [this] { return size_ > 0 || closed_; });
        for (auto& queue : items_) {
            for (; !queue.empty() && limit > 0; --limit, --size_) {
                out.push_back(std::move(queue.front()));
                queue.pop_front();
            }
        }
        return !closed_ || !out.empty();
    }

    void close()
    {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        ready_.notify_all();
    }
    [[nodiscard]] bool isClosed() const
    {
        const std::lock_guard lock(mutex_);
        return closed_;
    }
    [[nodiscard]] std::size_t size() const
    {
        const std::lock_guard lock(mutex_);
        return size_;
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable ready_;
    std::array<std::deque<T>, Classes> items_;
    std::array<std::size_t, Classes> places_;
    std::size_t size_ = 0;
    bool closed_ = false;
};

}  // namespace holdpoint
