// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/due_queue.h"

#include "core/base/check.h"

#include <utility>

namespace holdpoint::engine {

void DueQueue::place(std::size_t at, Entry entry)
{
    heap_[at] = entry;
    at_[entry.id] = at;
}

void DueQueue::up(std::size_t at)
{
    const Entry entry = heap_[at];
    while (at > 0 && entry < heap_[(at - 1) / 2]) {
        place(at, heap_[(at - 1) / 2]);
        at = (at - 1) / 2;
    }
    place(at, entry);
}

void DueQueue::down(std::size_t at)
{
    const Entry entry = heap_[at];
    for (std::size_t child = 2 * at + 1; child < heap_.size(); child = 2 * at + 1) {
        if (child + 1 < heap_.size() && heap_[child + 1] < heap_[child])
            ++child;
        if (!(heap_[child] < entry))
            break;
        place(at, heap_[child]);
        at = child;
    }
    place(at, entry);
}

void DueQueue::remove(std::size_t at)
{
    at_.erase(heap_[at].id);
    const Entry last = heap_.back();
    heap_.pop_back();
    if (at == heap_.size())
        return;
    place(at, last);
    up(at);
    down(at_[last.id]);
}

void DueQueue::set(EntityId id, Instant due)
{
    const auto known = at_.find(id);
    if (known == at_.end()) {
        if (due == Never)
            return;
        heap_.push_back({due, id});
        at_[id] = heap_.size() - 1;
        up(heap_.size() - 1);
        return;
    }
    if (due == Never)
        return remove(known->second);
    if (heap_[known->second].due == due)
        return;
    const std::size_t at = known->second;
    heap_[at].due = due;
    up(at);
    down(at_[id]);
}

void DueQueue::clear()
{
    heap_.clear();
    at_.clear();
}

EntityId DueQueue::pop()
{
    HP_CHECK(!heap_.empty());
    const EntityId id = heap_.front().id;
    remove(0);
    return id;
}

}  // namespace holdpoint::engine
