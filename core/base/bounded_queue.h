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

/// A queue between threads that says "full" instead of growing. Items of a lower-numbered class leave first; class 0
/// (commands) has places of its own that no other class can take. Thread-safe.
template <typename T, std::size_t Classes = 1>
class BoundedQueue {
public:
    BoundedQueue(std::size_t places, std::size_t reserved) : places_(places), reserved_(reserved) {}

    /// Errors: Unavailable when full or closed.
    Result<> push(T item, std::size_t cls = 0)
    {
        {
            const std::lock_guard lock(mutex_);
            if (closed_)
                return Error{Code::Unavailable, "queue is closed"};
            if (size_ >= places_ + (cls == 0 ? reserved_ : 0))
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
            while (!queue.empty() && limit > 0) {
                out.push_back(std::move(queue.front()));
                queue.pop_front();
                --size_;
                --limit;
            }
        }
        return !closed_ || size_ > 0 || !out.empty();
    }

    void close()
    {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        ready_.notify_all();
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
    std::size_t places_;
    std::size_t reserved_;
    std::size_t size_ = 0;
    bool closed_ = false;
};

}  // namespace holdpoint
