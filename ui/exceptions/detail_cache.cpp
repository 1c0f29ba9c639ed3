// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/detail_cache.h"

#include <algorithm>

namespace holdpoint::ui::exceptions {

DetailCache::DetailCache(Client& client, QObject* parent) : QObject(parent), client_(client)
{
    connect(&client_, &Client::attached, this, &DetailCache::clear);
    connect(&client_, &Client::detached, this, [this] {
        ++round_;
        asked_.clear();
    });
}

std::list<DetailCache::Entry>::iterator DetailCache::at(EntityId item)
{
    return std::find_if(entries_.begin(), entries_.end(), [item](const Entry& e) { return e.item == item; });
}

const session::ExceptionDetail* DetailCache::find(EntityId item)
{
    const auto found = at(item);
    if (found == entries_.end())
        return nullptr;
    entries_.splice(entries_.begin(), entries_, found);
    return entries_.front().detail.get();
}

void DetailCache::want(const std::vector<EntityId>& items)
{
    for (const EntityId item : items) {
        const auto found = at(item);
        if (!item.isNone() && (found == entries_.end() || found->outdated))
            ask(item);
    }
}

void DetailCache::ask(EntityId item)
{
    if (!client_.isAttached() || !asked_.insert(item).second)
        return;
    client_.ask(session::AskException{item}, this,
                [this, item, round = round_](const session::Answer& answer) {
                    if (round == round_ && !std::holds_alternative<session::Progress>(answer))
                        take(item, answer);
                });
}

void DetailCache::take(EntityId item, const session::Answer& answer)
{
    asked_.erase(item);
    const bool stale = changedMeanwhile_.erase(item) > 0;
    if (const auto* error = std::get_if<Error>(&answer)) {
        emit failed(item, *error);
        return;
    }
    const auto* detail = std::get_if<session::ExceptionDetail>(&answer);
    if (detail == nullptr)
        return;
    if (const auto old = at(item); old != entries_.end())
        entries_.erase(old);
    entries_.push_front({item, std::make_shared<const session::ExceptionDetail>(*detail), stale});
    if (entries_.size() > Most)
        entries_.pop_back();
    emit arrived(item);
}

void DetailCache::outdate(EntityId item)
{
    if (asked_.contains(item))
        changedMeanwhile_.insert(item);
    if (const auto found = at(item); found != entries_.end())
        found->outdated = true;
}

void DetailCache::outdateAll()
{
    changedMeanwhile_ = asked_;
    for (Entry& entry : entries_)
        entry.outdated = true;
}

void DetailCache::clear()
{
    ++round_;
    entries_.clear();
    asked_.clear();
    changedMeanwhile_.clear();
}

}  // namespace holdpoint::ui::exceptions
