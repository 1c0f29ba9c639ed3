// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/worker.h"

namespace holdpoint::views {
namespace {

constexpr std::size_t TasksAtOnce = 256;

}  // namespace

Result<> Worker::start(const store::StoreOptions& options, Hooks hooks)
{
    auto reader = store::StoreReader::open(options);
    if (!reader)
        return reader.error();
    reader_ = std::move(*reader);
    hooks_ = std::move(hooks);
    thread_ = std::thread([this] { run(); });
    return {};
}

void Worker::stop()
{
    queue_.close();
    if (thread_.joinable())
        thread_.join();
}

Result<> Worker::post(Task task, Class cls)
{
    return queue_.push(std::move(task), static_cast<std::size_t>(cls));
}

void Worker::run()
{
    if (hooks_.started)
        hooks_.started();
    std::vector<Task> tasks;
    while (!queue_.isClosed()) {
        tasks.clear();
        queue_.take(tasks, TasksAtOnce, Heartbeat);
        for (const Task& task : tasks)
            task();
        if (tasks.empty() && hooks_.idle)
            hooks_.idle();
        if (!tasks.empty() && hooks_.afterTasks)
            hooks_.afterTasks();
    }
}

}  // namespace holdpoint::views
