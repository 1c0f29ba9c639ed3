// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/model/rollout.h"
#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What the rollout screens show: the plan and where it stands, slices, gates, the poll, clocks, what may be done and by
/// whom, and a rollback with its four parts. A watched answer; missing is unknown, never zero. Names of events, conditions,
/// items and findings are fixed words in lower_snake_case; `ui/text` has their sentences.
namespace holdpoint::session {

/// One arm of a slice in a figure.
struct ArmFigure {
    std::int64_t n = 0;
    std::int64_t bad = 0;
    std::optional<double> rate;  ///< fraction
    std::optional<Milliseconds> p95;
    friend bool operator==(const ArmFigure&, const ArmFigure&) = default;
};

/// One gate of one slice, with all that its one sentence needs. Rates are fractions.
struct GateRow {
    std::string id;
    std::string metric;
    std::string slice;
    std::string kind;  ///< absolute, relative, point, invariant, checklist
    Stage stage = Stage::Intake;
    std::optional<Function> owner;
    bool blocker = false;
    bool dryRun = false;
    bool overridden = false;
    bool acknowledged = false;
    GateVerdict verdict = GateVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::NoData;
    std::optional<double> value;  ///< share, ratio or reading
    std::optional<double> threshold;
    std::string unit;
    std::string compare;  ///< le, ge, eq
    std::int64_t sample = 0;
    std::int64_t least = 0;  ///< that the sample must reach
    std::int64_t failures = 0;
    std::int64_t canaryFailures = 0;
    double share = 0;  ///< of the canary
    std::optional<double> low, high;
    double logEHarm = 0, logESafe = 0, neededHarm = 0, neededSafe = 0;
    int blockers = 1;
    Milliseconds window{0};
    Instant watermark = Never;
    ArmFigure canary, control;
    /// canary minus control, as fractions, with its interval; nothing: no control, or too little is known.
    std::optional<double> difference, differenceLow, differenceHigh;
    std::optional<double> worstAllowed;   ///< of that difference
    double ratioHarm = 0, ratioSafe = 0;  ///< of a relative gate: what harm and safety are judged against
    friend bool operator==(const GateRow&, const GateRow&) = default;
};

struct SliceRow {
    std::string name;
    std::string selector;  ///< its predicate in words of the filter language
    int weightBp = 0;      ///< desired
    int holdbackBp = 0;
    std::optional<double> observedShare;  ///< measured, of eligible orders
    SliceState state = SliceState::Waiting;
    bool excluded = false;
    bool onTrial = false;
    std::vector<std::string> cutOut;  ///< predicates
    std::int64_t canaryOrders = 0;
    std::int64_t controlOrders = 0;
    std::int64_t inFlight = 0;
    std::int64_t exceptionsOpen = 0;
    std::optional<double> errorsDelta;  ///< canary minus control, fraction
    std::optional<Milliseconds> p95Delta;
    StepVerdict verdict = StepVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::NoData;  ///< of the gate that decides
    std::string deciding;                                    ///< id of that gate
    std::optional<double> ordersPerDay;
    std::optional<double> valuePerDay;  ///< minor units
    std::optional<double> pastExceptionRate;
    int suitability = 0;  ///< 0 … 100
    std::vector<std::string> against;
    std::vector<std::string> notContained;  ///< `carrier: DHL, UPS`
    friend bool operator==(const SliceRow&, const SliceRow&) = default;
};

/// One step of the plan: the ladder.
struct StepRow {
    int number = 0;  ///< from 1
    Phase phase = Phase::Shadow;
    int weightBp = 0;  ///< the largest of its slices
    std::vector<std::string> slices;
    Instant begun = Never;
    Instant ended = Never;
    std::string by;  ///< who committed it
    std::int64_t capOrdersPerHour = 0, capValuePerHour = 0;
    friend bool operator==(const StepRow&, const StepRow&) = default;
};

struct VoteRow {
    Function seat = Function::Engineering;
    std::string holder;
    std::optional<Vote> vote;
    std::string by;
    std::string words;
    Instant at = Never;
    bool old = false;
    std::string oldBecause;  ///< evidence, time
    bool needsCoSign = false;
    bool coSigned = false;
    friend bool operator==(const VoteRow&, const VoteRow&) = default;
};
struct PollCard {
    bool open = false;
    int step = 0;  ///< that the poll is about
    Instant opened = Never, closes = Never;
    Hash evidence{};
    std::vector<VoteRow> votes;  ///< in the order of the roll call
    bool go = false;
    friend bool operator==(const PollCard&, const PollCard&) = default;
};

/// Something that may be done now, or why not.
struct ActRow {
    std::string what;  ///< command name
    bool allowed = false;
    std::string why;                 ///< illegal, conditions; empty: allowed
    std::vector<std::string> unmet;  ///< conditions that are open
    std::vector<std::string> who;    ///< persons or roles who may
    friend bool operator==(const ActRow&, const ActRow&) = default;
};

struct FindingRow {
    std::string check;
    bool blocks = false;
    int step = 0;
    std::string subject;
    double value = 0, limit = 0;
    Instant earliest = Never;
    std::string detail;
    friend bool operator==(const FindingRow&, const FindingRow&) = default;
};

struct TriggerRow {
    Trigger trigger = Trigger::A1;
    Instant since = Never;
    std::string detail;
    std::string reaction;
    friend bool operator==(const TriggerRow&, const TriggerRow&) = default;
};
struct ChecklistRow {
    std::string item;
    std::string part;  ///< pre_launch, launch_day, post_launch
    bool automatic = false;
    bool done = false;
    std::string evidence;  ///< what shows it, or what is missing
    std::string by;
    Instant at = Never;
    friend bool operator==(const ChecklistRow&, const ChecklistRow&) = default;
};
struct CriterionRow {
    std::string criterion;
    bool met = false;
    std::optional<double> value;
    double limit = 0;
    std::optional<Milliseconds> wait;
    friend bool operator==(const CriterionRow&, const CriterionRow&) = default;
};
struct FreezeRow {
    int number = 0;
    FreezeKind kind = FreezeKind::Soft;
    FreezeState state = FreezeState::Draft;
    Instant from, to = Never;
    std::string by, reason;
    friend bool operator==(const FreezeRow&, const FreezeRow&) = default;
};

/// How far a stop of intake got, measured by traffic.
struct StopCard {
    CommandState state = CommandState::Requested;
    Instant requested = Never, accepted = Never, effective = Never, verified = Never;
    std::int64_t newSince = 0;  ///< orders on the new path in the last 10 s
    bool nothingToMeasure = false;
    std::optional<Milliseconds> took;
    friend bool operator==(const StopCard&, const StopCard&) = default;
};
/// One line of a part of the rollback board.
struct PartLine {
    std::string what;  ///< finish_here, hand_back, asking; release_reservations …; orders, stock, money …
    std::int64_t done = 0;
    std::int64_t of = 0;
    std::int64_t failed = 0;  ///< refused, timed out, differ
    std::string note;
    friend bool operator==(const PartLine&, const PartLine&) = default;
};
struct CannotUndo {
    EntityId order;
    std::string number;
    std::string why, now, owner;
    friend bool operator==(const CannotUndo&, const CannotUndo&) = default;
};
struct RollbackCard {
    EntityId job;
    bool rehearsal = false;  ///< a plan from a dry run: nothing was done
    bool running = false, ended = false;
    Instant started = Never, planMade = Never;
    std::string by;
    StopCard stop;
    std::array<std::vector<PartLine>, CountOf<RollbackPart>> parts;
    std::int64_t inFlight = 0;   ///< at the command
    std::int64_t remaining = 0;  ///< of them, not disposed yet
    std::optional<Milliseconds> expected;
    std::vector<CannotUndo> cannotUndo;
    bool sealed = false;
    std::vector<std::string> signedBy;
    friend bool operator==(const RollbackCard&, const RollbackCard&) = default;
};

struct CommandCard {
    std::string commander, deputy, acting;  ///< acting: who has the commander's rights now
    std::string offeredTo;
    Instant offerEnds = Never;
    bool commanderGone = false;
    std::array<std::string, CountOf<Function>> owners;
    friend bool operator==(const CommandCard&, const CommandCard&) = default;
};

/// A line of the one axis: phase changes, pauses, votes, gates, triggers, overrides, faults.
struct RolloutEvent {
    Seq seq = 0;
    Instant at;
    std::string what;  ///< event, gate, vote, trigger, override, freeze, sign …
    std::string subject;
    std::string by;
    std::string words;
    int row = 0;  ///< of the transition table
    friend bool operator==(const RolloutEvent&, const RolloutEvent&) = default;
};

struct RolloutBoard {
    EntityId rollout;  ///< none: no plan was ever written
    Version version = 0;
    std::string name;
    std::string salt;
    std::string plan;  ///< the document, for the editor
    Hash planHash{};
    Approach approach = Approach::CanaryByRegion;
    std::string justification;
    bool bet = false;
    std::vector<std::string> prerequisitesMissing;
    RolloutState state = RolloutState::Draft;
    std::string position;
    bool live = false, mirroring = false, trial = false;
    int run = 1;
    int step = 0;
    Phase phase = Phase::Shadow;
    Instant since = Never;  ///< of the state
    std::string pausedBy, pausedBecause;
    Milliseconds baked{0}, bakeLeast{0}, bakeMost{0};
    Instant earliest = Never;  ///< when the step can be complete
    StepVerdict verdict = StepVerdict::Inconclusive;
    std::vector<StepRow> steps;
    std::vector<SliceRow> slices;
    std::vector<GateRow> gates;
    PollCard poll;
    CommandCard command;
    std::vector<ActRow> acts;
    std::vector<FindingRow> findings;
    std::vector<TriggerRow> triggers;  ///< on now
    std::vector<FreezeRow> freezes;
    std::vector<ChecklistRow> checklist;
    std::vector<CriterionRow> hypercare;
    std::optional<Milliseconds> hypercareLeft;
    std::optional<StopCard> stop;  ///< the newest stop of intake
    std::optional<RollbackCard> rollback;
    std::optional<Instant> proposalDue;  ///< a rollback is proposed and runs then
    std::vector<std::string> overridden;
    std::int64_t legacyOrders = 0, newOrders = 0;  ///< of the last five minutes
    bool capBound = false;
    std::vector<RolloutEvent> events;  ///< newest first, at most 200
    std::vector<std::string> wayBack;  ///< what going back costs now: `orders_in_flight=214` …
    friend bool operator==(const RolloutBoard&, const RolloutBoard&) = default;
};

/// A gate's figures over time, for its chart. Gaps stay gaps.
struct GateTrend {
    std::string gate, slice;
    struct Point {
        Instant minute;
        std::optional<double> canary, canaryLow, canaryHigh, control;
        friend bool operator==(const Point&, const Point&) = default;
    };
    std::vector<Point> points;
    std::optional<double> threshold;
    std::string unit;
    std::vector<RolloutEvent> marks;  ///< what happened in the time shown
    friend bool operator==(const GateTrend&, const GateTrend&) = default;
};

}  // namespace holdpoint::session
