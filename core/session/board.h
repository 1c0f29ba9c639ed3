// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/rollout.h"
#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the launch board shows: where orders are, what hurts, what was done about it. A watched answer like a list.
namespace holdpoint::session {

enum class LaunchMetric : std::uint8_t {
    Acceptance,
    OrchestrationLatency,
    DownstreamErrors,
    InventoryMismatch,
    QueueBacklog
};
using holdpoint::GateVerdict;
using holdpoint::InconclusiveReason;

/// Minutes of a trend.
inline constexpr std::size_t TrendMinutes = 30;

/// One of the five metrics. A missing value is no value, never zero.
struct MetricCard {
    LaunchMetric metric = LaunchMetric::Acceptance;
    std::optional<double> value;         ///< percent; milliseconds for the latency; orders for the backlog
    double limit = 0;                    ///< in the same unit
    bool atLeast = false;                ///< good is value >= limit, else value <= limit
    std::optional<double> alarmLimit{};  ///< where its alarm is raised, if that is not the limit of the gate
    std::int64_t n = 0;                  ///< what was counted in `window`
    Milliseconds window{0};
    Instant asOf = Never;  ///< newest thing counted; Never: nothing yet
    GateVerdict verdict = GateVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::NoData;
    std::optional<double>
        changePerMinute;  ///< of the backlog: arrivals minus closures over the last five minutes
    std::array<std::optional<double>, TrendMinutes>
        trend{};  ///< a value a minute, oldest first; gaps stay gaps
    friend bool operator==(const MetricCard&, const MetricCard&) = default;
};

/// One of the six stages, over the last minute. entered = left + waiting + failed, counted over all orders.
struct StageCard {
    Stage stage = Stage::Intake;
    std::int64_t perMinute = 0;  ///< orders that left it in the last minute
    std::int64_t waiting = 0;    ///< in it now, not in the queue
    std::int64_t failing = 0;    ///< held at it: a blocking exception is open
    std::int64_t retries = 0;    ///< calls repeated in the last minute
    std::int64_t entered = 0;    ///< orders that ever came in since the board was read
    std::int64_t left = 0;
    std::optional<Milliseconds> p95;  ///< time in the stage of those that left in the last five minutes
    bool abnormal = false;
    bool firstOut = false;  ///< the first to turn abnormal of those that are
    friend bool operator==(const StageCard&, const StageCard&) = default;
};

enum class BreakerState : std::uint8_t { Closed, Open, Probing };

/// One vendor over the last five minutes.
struct VendorCard {
    std::string vendor;
    FeederSystem system = FeederSystem::Wms;
    std::int64_t calls = 0;
    std::int64_t errors = 0;       ///< transport failures, refusals that no rule expects, breaches
    std::int64_t breaches = 0;     ///< answers that broke the contract
    std::int64_t unknown = 0;      ///< calls whose outcome is not known now
    std::int64_t rateLimited = 0;  ///< 429
    std::optional<Milliseconds> p95;
    BreakerState breaker = BreakerState::Closed;
    std::int64_t exceptionsOpen = 0;
    Instant lastGood = Never;  ///< last answer by its contract
    Instant lastBad = Never;
    bool abnormal = false;
    friend bool operator==(const VendorCard&, const VendorCard&) = default;
};

using holdpoint::AlarmKind;
using holdpoint::AlarmState;

struct AlarmRow {
    std::uint64_t id = 0;  ///< stays while it is listed
    AlarmKind kind = AlarmKind::DownstreamErrors;
    Priority priority = Priority::P2;
    AlarmState state = AlarmState::Unacknowledged;
    Instant raised;
    Instant cleared = Never;
    std::optional<double> value;  ///< in the unit of its metric
    std::optional<double> limit;
    std::optional<Stage> stage;
    std::string vendor;
    std::int64_t orders = 0;  ///< held because of it
    bool firstOut = false;
    Instant shelvedUntil = Never;  ///< of a shelved one
    std::string shelvedBy{}, shelvedBecause{};
    std::int64_t consequences =
        0;  ///< figures that are over their limits because of it, and raise no alarm of their own
    std::string cause{};   ///< of a suppressed one: `kind` or `kind vendor` of what it follows from
    std::string detail{};  ///< burn rate: `1h/5m 14.4x acceptance canary`
    friend bool operator==(const AlarmRow&, const AlarmRow&) = default;
};

/// How much the alarms ask of whoever looks at them, against what one person can take: at most one in ten minutes; above
/// ten in ten minutes it is a flood, until fewer than five are.
struct AlarmHealth {
    std::int64_t lastTenMinutes = 0;  ///< raised
    std::int64_t mostInTenMinutes = 0;
    bool flood = false;
    Instant floodSince = Never;
    std::int64_t standing = 0;                 ///< on for more than a day
    std::array<std::int64_t, 4> byPriority{};  ///< raised, all that is known
    std::int64_t raised = 0, acknowledged = 0;
    std::optional<Milliseconds> meanToAcknowledge;
    /// Raised three times or more in one minute, or most often: `kind` or `kind vendor`, how often, whether it chatters.
    struct Frequent {
        std::string alarm;
        std::int64_t times = 0;
        bool chatters = false;
        friend bool operator==(const Frequent&, const Frequent&) = default;
    };
    std::vector<Frequent> frequent;  ///< at most ten, most often first
    friend bool operator==(const AlarmHealth&, const AlarmHealth&) = default;
};

/// A line of the event log: a command, an alarm, a vendor's breaker, a change of intake.
struct LogEntry {
    enum class Kind : std::uint8_t { Command, AlarmRaised, AlarmCleared, AlarmAcknowledged };
    Seq seq = 0;  ///< 0: of an alarm
    Instant at;
    Kind kind = Kind::Command;
    std::string what;  ///< command name
    AlarmKind alarm = AlarmKind::DownstreamErrors;
    Priority priority = Priority::P4;
    std::string actor;
    std::string reason;
    EntityId object;
    EntityId command;
    CommandState state = CommandState::Effective;
    std::string vendor;
    std::optional<double> value;  ///< of a cleared alarm: the worst there was
    std::string batch{};          ///< what a bulk act's commands share: their key up to the last `/`
    std::string cause{};          ///< of a resolution: the root cause given
    std::int64_t count = 1;       ///< commands of one batch and act, folded
    friend bool operator==(const LogEntry&, const LogEntry&) = default;
};

/// The rollout entity, as far as there is one: does new work come in.
struct IntakeCard {
    bool open = true;
    Instant since = Never;
    std::string by;
    std::int64_t refusedSince = 0;  ///< orders that stayed with legacy since it was closed
    friend bool operator==(const IntakeCard&, const IntakeCard&) = default;
};

struct Board {
    Instant launchStart = Never;  ///< first order of this store: mission time counts from it
    IntakeCard intake;
    std::array<MetricCard, 5> metrics{};
    std::array<StageCard, 6> stages{};
    std::vector<VendorCard> vendors;   ///< by name
    std::vector<AlarmRow> alarms;      ///< most urgent first
    std::vector<AlarmRow> shelved;     ///< not among `alarms`
    std::vector<AlarmRow> suppressed;  ///< follow from another that is on; not among `alarms`
    AlarmHealth alarmHealth;
    std::vector<LogEntry> log;                     ///< newest first, at most 200
    std::array<std::int64_t, 4> openByPriority{};  ///< exceptions
    std::int64_t exceptionsOpen = 0;
    std::int64_t pastSla = 0;
    std::int64_t arrivedLastMinute = 0;
    std::int64_t closedLastMinute = 0;
    std::int64_t ordersPerMinute = 0;  ///< accepted in the last minute
    std::int64_t orders = 0;           ///< accepted, all
    std::int64_t finished = 0;
    friend bool operator==(const Board&, const Board&) = default;
};

}  // namespace holdpoint::session

namespace holdpoint {
HP_NAMES(session::LaunchMetric, "acceptance", "orchestration_latency", "downstream_errors",
         "inventory_mismatch", "queue_backlog");
HP_NAMES(session::BreakerState, "closed", "open", "probing");
}  // namespace holdpoint
