// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarm_load.h"

#include <algorithm>

namespace holdpoint::alarms {

void AlarmLoad::raised(const std::string& alarm, Priority priority, Instant at)
{
    recent_.push_back(at);
    Kind& kind = kinds_[alarm];
    ++kind.times;
    kind.newest.push_back(at);
    if (std::ssize(kind.newest) > ChatterTimes)
        kind.newest.pop_front();
    kind.chatters |= std::ssize(kind.newest) == ChatterTimes && at - kind.newest.front() <= Chatter;
    ++byPriority_[std::min(static_cast<std::size_t>(priority), byPriority_.size() - 1)];
    look(at);
}

void AlarmLoad::look(Instant now)
{
    while (!recent_.empty() && now - recent_.front() > Span)
        recent_.pop_front();
    most_ = std::max(most_, lastTenMinutes());
    if (!flood() && lastTenMinutes() > FloodAbove)
        floodSince_ = now;
    else if (flood() && lastTenMinutes() < FloodBelow)
        floodSince_ = Never;
}

void AlarmLoad::acknowledged(Milliseconds after)
{
    ++acknowledged_;
    waited_ += after;
}

std::optional<Milliseconds> AlarmLoad::meanToAcknowledge() const
{
    return acknowledged_ > 0 ? std::optional(waited_ / acknowledged_) : std::nullopt;
}

std::vector<AlarmLoad::Frequent> AlarmLoad::frequent(std::size_t most) const
{
    std::vector<Frequent> all;
    for (const auto& [alarm, kind] : kinds_)
        all.push_back({alarm, kind.times, kind.chatters});
    std::stable_sort(all.begin(), all.end(),
                     [](const Frequent& a, const Frequent& b) { return a.times > b.times; });
    all.resize(std::min(all.size(), most));
    return all;
}

}  // namespace holdpoint::alarms
