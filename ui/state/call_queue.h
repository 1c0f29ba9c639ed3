// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <deque>
#include <functional>
#include <mutex>

namespace holdpoint::ui {

/// Calls on their way to the thread of the receiver, in order, one for each turn of its event loop. Only wake-ups go
/// through Qt: the calls lie behind a mutex of ours, where a thread sanitizer sees the hand-over.
class CallQueue final : public QObject {
    Q_OBJECT

public:
    /// The queue of `receiver`, made when it is first asked for. On its thread; it ends with it, and what was not
    /// called then never is.
    [[nodiscard]] static CallQueue& of(QObject* receiver);

    /// Any thread, while the receiver lives. Waits for nothing.
    void add(std::function<void()> call);

private:
    explicit CallQueue(QObject* receiver) : QObject(receiver) {}
    void customEvent(QEvent* wake) override;
    std::function<void()> take();

    std::mutex mutex_;
    std::deque<std::function<void()>> calls_;
};

}  // namespace holdpoint::ui
