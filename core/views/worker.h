// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/views/name_cache.h"

#include <functional>
#include <memory>
#include <thread>

namespace holdpoint::views {

/// A thread with a reading connection of its own. Tasks run one after the other; requests come before changes.
class Worker {
public:
    using Task = std::function<void()>;
    enum class Class : std::uint8_t { Request, Change };
    struct Hooks {
        std::function<void()> started;     ///< first of all
        std::function<void()> afterTasks;  ///< nothing more is there at the moment
        std::function<void()> idle;        ///< nothing came for `Heartbeat`
    };

    Worker(std::size_t requests, std::size_t changes) : queue_({requests, changes}) {}
    ~Worker() { stop(); }
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Opens the store and starts the thread. Errors: those of `StoreReader::open`.
    Result<> start(const store::StoreOptions& options, Hooks hooks);
    /// Ends after the task it is in; tasks that wait are dropped.
    void stop();

    /// Any thread. Errors: Unavailable (full, stopped).
    Result<> post(Task task, Class cls = Class::Request);

    /// Worker thread: one moment of the store, with the names that its rows need.
    template <typename F>
    auto read(F&& f) -> decltype(f(std::declval<store::StoreReader&>(), std::declval<const Dictionary&>()))
    {
        const Moment moment(*reader_);
        if (!moment.ok)
            return moment.ok.error();
        if (auto fresh = names_.refresh(*reader_); !fresh)
            return fresh.error();
        return f(*reader_, names_.names());
    }
    [[nodiscard]] const Dictionary& names() const noexcept { return names_.names(); }
    void learn(NameKind kind, std::uint32_t number, std::string_view text)
    {
        names_.learn(kind, number, text);
    }

    static constexpr std::chrono::milliseconds Heartbeat{1'000};

private:
    void run();

    BoundedQueue<Task, 2> queue_;
    std::unique_ptr<store::StoreReader> reader_;
    NameCache names_;
    Hooks hooks_;
    std::thread thread_;
};

}  // namespace holdpoint::views
