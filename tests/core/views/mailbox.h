// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/views.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <vector>

namespace holdpoint::test {

/// A caller's thread as an executor: what is posted runs when the test looks.
class Mailbox {
public:
    [[nodiscard]] session::Executor executor()
    {
        return [this](std::function<void()> call) {
            {
                const std::lock_guard lock(mutex_);
                calls_.push_back(std::move(call));
            }
            arrived_.notify_all();
        };
    }
    /// Runs what comes until `done`; false if nothing comes for ten seconds, or only heartbeats come.
    bool until(const std::function<bool()>& done)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{20};
        while (!done()) {
            if (std::chrono::steady_clock::now() > deadline)
                return false;
            std::function<void()> call;
            {
                std::unique_lock lock(mutex_);
                if (!arrived_.wait_for(lock, std::chrono::seconds{10}, [this] { return !calls_.empty(); }))
                    return false;
                call = std::move(calls_.front());
                calls_.pop_front();
            }
            call();
        }
        return true;
    }
    /// Waits until something lies there, and leaves it.
    bool waitForMail()
    {
        std::unique_lock lock(mutex_);
        return arrived_.wait_for(lock, std::chrono::seconds{10}, [this] { return !calls_.empty(); });
    }

private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> calls_;
};

/// Keeps all it is told, and the newest of each kind.
class Watcher final : public session::UpdateSink {
public:
    void update(session::WatchId, const session::Update& update) override
    {
        ++count;
        if (const auto* s = std::get_if<session::Snapshot>(&update))
            snapshot = *s, known = s->asOf, ++snapshots;
        if (const auto* d = std::get_if<session::Delta>(&update)) {
            delta = *d;
            known = d->asOf;
            ++deltas;
        }
        if (const auto* f = std::get_if<session::Failed>(&update))
            failed = *f, ++failures;
        if (const auto* a = std::get_if<session::Age>(&update))
            known = a->asOf;
        ages += std::holds_alternative<session::Age>(update) ? 1 : 0;
        gaps += std::holds_alternative<session::Gap>(update) ? 1 : 0;
    }
    template <typename Row>
    [[nodiscard]] const std::vector<Row>& rows() const
    {
        return std::get<std::vector<Row>>(snapshot.rows);
    }
    session::Snapshot snapshot;
    session::Delta delta;
    session::Failed failed;
    session::AsOf known;  ///< as of when the caller knows what there is
    int count = 0, snapshots = 0, deltas = 0, failures = 0, ages = 0, gaps = 0;
};

class Asker final : public session::AnswerSink {
public:
    void answer(session::RequestId id, const session::Answer& answer) override
    {
        answers.emplace_back(id, answer);
    }
    std::vector<std::pair<session::RequestId, session::Answer>> answers;
};

class Collector final : public session::ChunkSink {
public:
    void chunk(session::StreamId, const session::Chunk& chunk) override
    {
        ++chunks;
        bytes += chunk.bytes;
        largest = std::max(largest, chunk.bytes.size());
        last = chunk;
    }
    int chunks = 0;
    std::size_t largest = 0;
    std::string bytes;
    session::Chunk last;
};

}  // namespace holdpoint::test
