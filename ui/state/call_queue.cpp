// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/call_queue.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace holdpoint::ui {

CallQueue& CallQueue::of(QObject* receiver)
{
    auto* known = receiver->findChild<CallQueue*>({}, Qt::FindDirectChildrenOnly);
    return known != nullptr ? *known : *new CallQueue(receiver);
}

void CallQueue::add(std::function<void()> call)
{
    {
        const std::lock_guard lock(mutex_);
        calls_.push_back(std::move(call));
    }
    QCoreApplication::postEvent(this, new QEvent(QEvent::User));
}

// As many wake-ups as calls. The event itself is not looked at: it came through Qt.
void CallQueue::customEvent(QEvent*) { take()(); }

std::function<void()> CallQueue::take()
{
    const std::lock_guard lock(mutex_);
    std::function<void()> call = std::move(calls_.front());
    calls_.pop_front();
    return call;
}

}  // namespace holdpoint::ui
