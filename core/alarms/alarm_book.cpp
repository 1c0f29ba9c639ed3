// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alarms/alarm_book.h"

#include "core/base/hash.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

namespace holdpoint::alarms {

Reading Band::read(std::optional<double> value) const
{
    if (!value)
        return Reading::Unknown;
    const double over = atLeast ? limit - *value : *value - limit;
    if (over > 0)
        return Reading::Breached;
    return over <= -deadband ? Reading::Normal : Reading::Between;
}

Condition::Turn Condition::look(Reading reading, Instant now, Delays delays)
{
    if (reading == Reading::Unknown)
        return Turn::None;
    if (reading != (on_ ? Reading::Normal : Reading::Breached)) {
        since_ = Never;
        return Turn::None;
    }
    since_ = std::min(since_, now);
    if (now - since_ < (on_ ? delays.off : delays.on))
        return Turn::None;
    on_ = !on_;
    since_ = Never;
    return on_ ? Turn::On : Turn::Off;
}

namespace {

constexpr Milliseconds Standing{24LL * 3'600'000};

void endShelving(Alarm& alarm)
{
    alarm.shelvedUntil = Never;
    alarm.shelvedBy.clear();
    alarm.shelvedBecause.clear();
}

std::vector<Alarm> sorted(std::vector<Alarm> all)
{
    std::stable_sort(all.begin(), all.end(), [](const Alarm& a, const Alarm& b) {
        return std::tie(a.priority, a.raised) < std::tie(b.priority, b.raised);
    });
    return all;
}

/// Further from its limit than what was; without one, greater.
bool isWorse(double value, std::optional<double> limit, std::optional<double> than)
{
    const double from = limit.value_or(0);
    return !than || std::abs(value - from) > std::abs(*than - from);
}

}  // namespace

std::string textOf(const AlarmKey& key)
{
    return std::string(name(key.kind)) + (key.vendor.empty() ? "" : " " + key.vendor);
}

void AlarmBook::look(const Sight& sight, Instant now)
{
    Entry& entry = entries_[sight.key];
    if (entry.alarm)
        entry.alarm->orders = sight.orders;  // of now, also while it waits to be seen
    const bool breaches = sight.reading == Reading::Breached || sight.reading == Reading::Between;
    if (entry.alarm && entry.condition.isOn() && breaches) {
        entry.alarm->value = sight.value;
        entry.alarm->limit = sight.limit;
        if (sight.value && isWorse(*sight.value, sight.limit, entry.worst))
            entry.worst = sight.value;
        entry.alarm->priority = std::min(entry.alarm->priority, sight.priority);
    }
    load_.look(now);
    if (entry.alarm && entry.alarm->shelvedUntil <= now)
        endShelving(*entry.alarm);
    const auto cause = std::find_if(sight.causes.begin(), sight.causes.end(),
                                    [this](const AlarmKey& one) { return isOn(one); });
    entry.suppressed.reset();
    if (cause != sight.causes.end() && !entry.condition.isOn())
        return suppress(entry, sight, *cause, now);
    switch (entry.condition.look(sight.reading, now, sight.delays)) {
    case Condition::Turn::On: return raise(entry, sight, now);
    case Condition::Turn::Off: return clear(entry, now);
    case Condition::Turn::None: return;
    }
}

void AlarmBook::raise(Entry& entry, const Sight& sight, Instant now)
{
    const auto others = std::count_if(entries_.begin(), entries_.end(),
                                      [](const auto& e) { return e.second.condition.isOn(); });
    Alarm alarm;
    alarm.id = entry.alarm ? entry.alarm->id
                           : hash64(std::string(name(sight.key.kind)) + ' ' + sight.key.vendor + ' ' +
                                    std::to_string(now.ms));
    alarm.key = sight.key;
    alarm.priority = sight.priority;
    alarm.raised = now;
    alarm.value = sight.value;
    alarm.limit = sight.limit;
    alarm.stage = sight.stage;
    alarm.orders = sight.orders;
    alarm.detail = sight.detail;
    if (entry.alarm && entry.alarm->shelvedUntil != Never) {  // it came back while it was off the list
        alarm.shelvedUntil = entry.alarm->shelvedUntil;
        alarm.shelvedBy = entry.alarm->shelvedBy;
        alarm.shelvedBecause = entry.alarm->shelvedBecause;
    }
    load_.raised(textOf(sight.key), sight.priority, now);
    alarm.firstOut = others == 1;  // this one
    if (alarm.firstOut)
        for (auto& [key, other] : entries_)
            if (other.alarm)
                other.alarm->firstOut = false;
    entry.alarm = alarm;
    entry.worst = alarm.value;
    changes_.push_back({AlarmChange::What::Raised, now, std::move(alarm)});
}

void AlarmBook::suppress(Entry& entry, const Sight& sight, const AlarmKey& cause, Instant now)
{
    if (sight.reading != Reading::Breached)
        return;
    Alarm& alarm = entry.suppressed.emplace();
    alarm.key = sight.key;
    alarm.priority = sight.priority;
    alarm.raised = now;
    alarm.value = sight.value;
    alarm.limit = sight.limit;
    alarm.stage = sight.stage;
    alarm.orders = sight.orders;
    alarm.cause = textOf(cause);
}

void AlarmBook::clear(Entry& entry, Instant now)
{
    entry.alarm->cleared = now;
    entry.alarm->value = entry.worst;  // what is over keeps what it was about
    changes_.push_back({AlarmChange::What::Cleared, now, *entry.alarm});
    if (entry.alarm->state == AlarmState::Acknowledged)
        entry.alarm.reset();
    else
        entry.alarm->state = AlarmState::ReturnedUnacknowledged;
}

bool AlarmBook::acknowledge(const AlarmKey& key, Instant now)
{
    const auto found = entries_.find(key);
    if (found == entries_.end() || !found->second.alarm ||
        found->second.alarm->state == AlarmState::Acknowledged)
        return false;
    std::optional<Alarm>& alarm = found->second.alarm;
    load_.acknowledged(now - alarm->raised);
    alarm->state = AlarmState::Acknowledged;
    changes_.push_back({AlarmChange::What::Acknowledged, now, *alarm});
    if (!found->second.condition.isOn())
        alarm.reset();
    return true;
}

bool AlarmBook::shelve(const AlarmKey& key, Instant until, const std::string& by, const std::string& because,
                       Instant now)
{
    const auto found = entries_.find(key);
    if (found == entries_.end() || !found->second.alarm || because.empty() || until <= now)
        return false;
    Alarm& alarm = *found->second.alarm;
    alarm.shelvedUntil = std::min(until, now + LongestShelving);
    alarm.shelvedBy = by;
    alarm.shelvedBecause = because;
    return true;
}

void AlarmBook::unshelveAll()
{
    for (auto& [key, entry] : entries_)
        if (entry.alarm)
            endShelving(*entry.alarm);
}

bool AlarmBook::isOn(const AlarmKey& key) const
{
    const auto found = entries_.find(key);
    return found != entries_.end() && found->second.condition.isOn();
}

std::vector<Alarm> AlarmBook::listed() const
{
    std::vector<Alarm> all;
    for (const auto& [key, entry] : entries_)
        if (entry.alarm && entry.alarm->shelvedUntil == Never) {
            all.push_back(*entry.alarm);
            all.back().consequences = consequencesOf(key);
        }
    return sorted(std::move(all));
}

std::vector<Alarm> AlarmBook::shelved() const
{
    std::vector<Alarm> all;
    for (const auto& [key, entry] : entries_)
        if (entry.alarm && entry.alarm->shelvedUntil != Never)
            all.push_back(*entry.alarm);
    return sorted(std::move(all));
}

std::vector<Alarm> AlarmBook::suppressed() const
{
    std::vector<Alarm> all;
    for (const auto& [key, entry] : entries_)
        if (entry.suppressed)
            all.push_back(*entry.suppressed);
    return sorted(std::move(all));
}

std::int64_t AlarmBook::consequencesOf(const AlarmKey& key) const
{
    return std::count_if(entries_.begin(), entries_.end(), [cause = textOf(key)](const auto& e) {
        return e.second.suppressed && e.second.suppressed->cause == cause;
    });
}

std::int64_t AlarmBook::standing(Instant now) const
{
    return std::count_if(entries_.begin(), entries_.end(), [now](const auto& e) {
        return e.second.condition.isOn() && e.second.alarm && now - e.second.alarm->raised > Standing;
    });
}

std::vector<AlarmChange> AlarmBook::take() { return std::exchange(changes_, {}); }

}  // namespace holdpoint::alarms
