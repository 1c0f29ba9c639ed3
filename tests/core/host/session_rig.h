// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace holdpoint::host {

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
    /// Runs what comes until `done`; false if that takes a minute.
    bool until(const std::function<bool()>& done)
    {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
        while (!done()) {
            std::function<void()> call;
            {
                std::unique_lock lock(mutex_);
                if (!arrived_.wait_until(lock, deadline, [this] { return !calls_.empty(); }))
                    return false;
                call = std::move(calls_.front());
                calls_.pop_front();
            }
            call();
        }
        return true;
    }
    [[nodiscard]] bool isEmpty() const
    {
        const std::lock_guard lock(mutex_);
        return calls_.empty();
    }

private:
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<std::function<void()>> calls_;
};

/// Keeps the receipts of its requests.
class Receipts final : public session::ReceiptSink {
public:
    void receipt(session::RequestId, const session::Receipt& receipt) override { all.push_back(receipt); }
    /// The states in their order, as text.
    [[nodiscard]] std::string states() const
    {
        std::string text;
        for (const session::Receipt& receipt : all)
            text += (text.empty() ? "" : " ") + std::string(name(receipt.state));
        return text;
    }
    [[nodiscard]] bool last(CommandState state) const { return !all.empty() && all.back().state == state; }
    std::vector<session::Receipt> all;
};

}  // namespace holdpoint::host
