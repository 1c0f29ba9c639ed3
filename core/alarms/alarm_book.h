// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/alarm_load.h"
#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// Alarm discipline (ISA-18.2): what is worth a person's look, once, and until somebody has looked. Values in, values out;
/// time comes with them.
namespace holdpoint::alarms {

/// What a figure says of its limit. Between: inside the deadband. Unknown: there is no figure, which changes nothing.
enum class Reading : std::uint8_t { Unknown, Normal, Between, Breached };

/// A limit with a deadband: once over it, a value is normal again only `deadband` on the good side of it.
struct Band {
    double limit = 0;
    double deadband = 0;
    bool atLeast = false;  ///< good is value >= limit, else value <= limit
    [[nodiscard]] Reading read(std::optional<double> value) const;
};

struct Delays {
    Milliseconds on{0};   ///< must last so long to be raised
    Milliseconds off{0};  ///< must be normal so long to be cleared
};

/// A condition with delays. Says when it turns.
class Condition {
public:
    enum class Turn : std::uint8_t { None, On, Off };
    Turn look(Reading reading, Instant now, Delays delays);
    [[nodiscard]] bool isOn() const noexcept { return on_; }

private:
    bool on_ = false;
    Instant since_ = Never;  // since when it reads the other way
};

/// What an alarm is about; one of a key at a time.
struct AlarmKey {
    AlarmKind kind = AlarmKind::DownstreamErrors;
    std::string vendor;  ///< empty: no single one
    friend auto operator<=>(const AlarmKey&, const AlarmKey&) = default;
};

/// One figure with all that an alarm of it would say.
struct Sight {
    AlarmKey key;
    Reading reading = Reading::Unknown;
    Delays delays;
    Priority priority = Priority::P2;
    std::optional<double> value;
    std::optional<double> limit;
    std::optional<Stage> stage;
    std::int64_t orders = 0;
    std::string detail{};
    std::vector<AlarmKey>
        causes;  ///< while one of these is on, this one is its consequence and is not raised
};

struct Alarm {
    std::uint64_t id = 0;  ///< of key and time raised: the same after a restart that sees the same
    AlarmKey key;
    Priority priority = Priority::P2;
    AlarmState state = AlarmState::Unacknowledged;
    Instant raised;
    Instant cleared = Never;
    std::optional<double> value;  ///< of now; once it is cleared the worst there was
    std::optional<double> limit;
    std::optional<Stage> stage;
    std::int64_t orders = 0;
    bool firstOut = false;  ///< the first of its episode, which ends when no alarm is on
    Instant shelvedUntil = Never;
    std::string shelvedBy{}, shelvedBecause{};
    std::int64_t consequences = 0;  ///< figures that are breached because of it and raise nothing
    std::string cause{};            ///< of a suppressed one: what it follows from
    std::string detail{};
};

/// `kind` or `kind vendor`.
[[nodiscard]] std::string textOf(const AlarmKey& key);

struct AlarmChange {
    enum class What : std::uint8_t { Raised, Cleared, Acknowledged };
    What what = What::Raised;
    Instant at;
    Alarm alarm;
};

/// All alarms of one engine. One thread.
class AlarmBook {
public:
    void look(const Sight& sight, Instant now);
    /// Somebody has seen it. False: nothing of that key waits for that.
    bool acknowledge(const AlarmKey& key, Instant now);
    /// Out of the list for a while, with a reason. Ends by itself at `until`, at most `LongestShelving` from now. False: no
    /// such alarm is listed, or there is no reason or no time.
    bool shelve(const AlarmKey& key, Instant until, const std::string& by, const std::string& because,
                Instant now);
    /// Another phase: what was taken off the list for the last one comes back.
    void unshelveAll();
    static constexpr Milliseconds LongestShelving{8LL * 3'600'000};
    [[nodiscard]] bool isOn(const AlarmKey& key) const;
    /// Most urgent first, of these the first raised. Returned ones stay until they are acknowledged.
    [[nodiscard]] std::vector<Alarm> listed() const;
    [[nodiscard]] std::vector<Alarm> shelved() const;
    /// Breached, but a consequence of one that is on.
    [[nodiscard]] std::vector<Alarm> suppressed() const;
    [[nodiscard]] const AlarmLoad& load() const noexcept { return load_; }
    /// On for longer than a day.
    [[nodiscard]] std::int64_t standing(Instant now) const;
    /// What happened since the last call, in order.
    std::vector<AlarmChange> take();

private:
    struct Entry {
        Condition condition;
        std::optional<Alarm> alarm;       // while listed
        std::optional<double> worst;      // value since it was raised
        std::optional<Alarm> suppressed;  // instead of an alarm
    };
    void raise(Entry& entry, const Sight& sight, Instant now);
    void clear(Entry& entry, Instant now);
    void suppress(Entry& entry, const Sight& sight, const AlarmKey& cause, Instant now);
    [[nodiscard]] std::int64_t consequencesOf(const AlarmKey& key) const;

    std::map<AlarmKey, Entry> entries_;
    std::vector<AlarmChange> changes_;
    AlarmLoad load_;
};

}  // namespace holdpoint::alarms
