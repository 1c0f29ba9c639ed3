// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact_fields.h"
#include "core/model/rollout.h"

/// Decided facts about a rollout, and what it decides of an order. Shares are in basis points of 10,000, other fractions
/// in millionths: a journal has no floating point.
namespace holdpoint {

// ── of an order ──
struct RolloutAssigned  // where the rollout sent it at intake; it keeps this for life
{
    HP_FACT(61);
    EntityId rollout;
    std::uint32_t run = 0;
    std::uint16_t step = 0;   ///< from 1
    std::uint16_t slice = 0;  ///< of the step, from 1; 0: in none
    CodeName why;             ///< hashed, not_eligible, unknown, no_unit, excluded, slice_paused, cap_reached
    IntakeDestination destination = IntakeDestination::Legacy;
    bool hashed = false;  ///< `arm` says something
    Arm arm = Arm::Control;
    std::int64_t bucket = -1;
    bool inSample = false;  ///< counts for gates
    HP_FIELDS(HP_F(rollout) HP_F(run) HP_F(step) HP_F(slice) HP_F(why) HP_F(destination) HP_F(hashed)
                  HP_F(arm) HP_F(bucket) HP_F(inSample));
    friend bool operator==(const RolloutAssigned&, const RolloutAssigned&) = default;
};
struct Disposed  // what a rollback does with it, each time that moves
{
    HP_FACT(62);
    std::uint32_t run = 0;
    CodeName position;  ///< where it stood
    CodeName action;
    CodeName news;  ///< started, released, legacy_accepted, …
    std::uint32_t epoch = 0;
    ActorName by;  ///< who follows it, who approved; none: the engine
    std::string words;
    HP_FIELDS(HP_F(run) HP_F(position) HP_F(action) HP_F(news) HP_F(epoch) HP_F(by) HP_F(words));
    friend bool operator==(const Disposed&, const Disposed&) = default;
};

// ── of the rollout ──
struct PlanSet {
    HP_FACT(161);
    ActorName by;
    ActorName second;  ///< who confirmed, where the plan was locked
    std::string text;  ///< the plan as its document, canonical
    Hash hash{};
    std::string reason;
    HP_FIELDS(HP_F(by) HP_F(second) HP_F(text) HP_F(hash) HP_F(reason));
    friend bool operator==(const PlanSet&, const PlanSet&) = default;
};
struct SliceStanding {
    SliceState state = SliceState::Waiting;
    bool excluded = false;
    HP_FIELDS(HP_F(state) HP_F(excluded));
    friend bool operator==(const SliceStanding&, const SliceStanding&) = default;
};
struct RolloutMoved  // one row of the transition table, with the state it led to
{
    HP_FACT(162);
    CodeName event;
    std::uint16_t row = 0;
    CodeName from;  ///< position
    RolloutState state = RolloutState::Draft;
    std::uint16_t step = 0;
    bool live = false;
    bool wasLive = false;
    bool mirroring = false;
    bool fromHypercare = false;
    bool trial = false;
    std::uint16_t autoPauses = 0;
    std::uint32_t run = 1;
    IntakeDestination stoppedTo = IntakeDestination::Legacy;
    std::vector<SliceStanding> slices;
    ActorName by;  ///< none: the engine
    std::string reason;
    std::string seenOn;
    bool triggered = false;
    Trigger trigger = Trigger::A1;
    Hash evidence{};
    HP_FIELDS(HP_F(event) HP_F(row) HP_F(from) HP_F(state) HP_F(step) HP_F(live) HP_F(wasLive) HP_F(mirroring)
                  HP_F(fromHypercare) HP_F(trial) HP_F(autoPauses) HP_F(run) HP_F(stoppedTo) HP_F(slices)
                      HP_F(by) HP_F(reason) HP_F(seenOn) HP_F(triggered) HP_F(trigger) HP_F(evidence));
    friend bool operator==(const RolloutMoved&, const RolloutMoved&) = default;
};
struct SliceServed  // the weight a slice is served with from now on
{
    HP_FACT(163);
    std::uint16_t step = 0;
    std::uint16_t slice = 0;  ///< from 1
    std::uint32_t weightBp = 0;
    bool onTrial = false;
    std::uint32_t trialBp = 0;
    std::string excluded;  ///< predicates cut out of it, as a document; empty: none
    ActorName by;
    std::string reason;
    HP_FIELDS(HP_F(step) HP_F(slice) HP_F(weightBp) HP_F(onTrial) HP_F(trialBp) HP_F(excluded) HP_F(by)
                  HP_F(reason));
    friend bool operator==(const SliceServed&, const SliceServed&) = default;
};
struct PollOpened {
    HP_FACT(164);
    std::uint16_t step = 0;
    Hash evidence{};
    HP_FIELDS(HP_F(step) HP_F(evidence));
    friend bool operator==(const PollOpened&, const PollOpened&) = default;
};
struct VoteGiven {
    HP_FACT(165);
    Function seat = Function::Engineering;
    ActorName by;
    Vote vote = Vote::Abstain;
    std::string words;
    Hash evidence{};
    bool coSign = false;  ///< a second owner signs beside the commander's own vote
    HP_FIELDS(HP_F(seat) HP_F(by) HP_F(vote) HP_F(words) HP_F(evidence) HP_F(coSign));
    friend bool operator==(const VoteGiven&, const VoteGiven&) = default;
};
struct VotesCleared {
    HP_FACT(166);
    CodeName why;
    HP_FIELDS(HP_F(why));
    friend bool operator==(const VotesCleared&, const VotesCleared&) = default;
};
struct GateTurned  // another verdict than before
{
    HP_FACT(167);
    CodeName gate;
    std::uint16_t slice = 0;  ///< from 1
    GateVerdict verdict = GateVerdict::Inconclusive;
    InconclusiveReason reason = InconclusiveReason::NoData;
    std::int64_t sample = 0;
    std::int64_t failures = 0;
    std::int64_t canaryFailures = 0;
    std::int64_t value = 0;      ///< millionths
    std::int64_t threshold = 0;  ///< millionths
    bool latched = false;        ///< a NO-GO by evidence: only a new run ends it
    HP_FIELDS(HP_F(gate) HP_F(slice) HP_F(verdict) HP_F(reason) HP_F(sample) HP_F(failures)
                  HP_F(canaryFailures) HP_F(value) HP_F(threshold) HP_F(latched));
    friend bool operator==(const GateTurned&, const GateTurned&) = default;
};
struct GateAcknowledged {
    HP_FACT(168);
    CodeName gate;
    ActorName by;
    HP_FIELDS(HP_F(gate) HP_F(by));
    friend bool operator==(const GateAcknowledged&, const GateAcknowledged&) = default;
};
struct TriggerTurned {
    HP_FACT(169);
    Trigger trigger = Trigger::A1;
    bool on = false;
    std::string detail;
    HP_FIELDS(HP_F(trigger) HP_F(on) HP_F(detail));
    friend bool operator==(const TriggerTurned&, const TriggerTurned&) = default;
};
struct OverrideArmed {
    HP_FACT(170);
    std::uint16_t step = 0;
    std::string gates;  ///< ids, a line each
    std::string reason;
    ActorName by;
    ActorName second;
    HP_FIELDS(HP_F(step) HP_F(gates) HP_F(reason) HP_F(by) HP_F(second));
    friend bool operator==(const OverrideArmed&, const OverrideArmed&) = default;
};
struct FreezeMoved {
    HP_FACT(171);
    std::uint16_t number = 0;  ///< which of the rollout's freezes, from 1
    FreezeKind freeze = FreezeKind::Soft;
    FreezeState state = FreezeState::Draft;
    Instant from;
    Instant to = Never;
    ActorName by;
    std::string reason;
    HP_FIELDS(HP_F(number) HP_F(freeze) HP_F(state) HP_F(from) HP_F(to) HP_F(by) HP_F(reason));
    friend bool operator==(const FreezeMoved&, const FreezeMoved&) = default;
};
struct CommandPassed {
    HP_FACT(172);
    CodeName how;  ///< named, offered, accepted, taken
    ActorName commander;
    ActorName deputy;
    ActorName offeredTo;
    HP_FIELDS(HP_F(how) HP_F(commander) HP_F(deputy) HP_F(offeredTo));
    friend bool operator==(const CommandPassed&, const CommandPassed&) = default;
};
struct ChecklistMarked {
    HP_FACT(173);
    CodeName item;
    bool done = false;
    std::string evidence;
    ActorName by;  ///< none: by the engine, from facts
    HP_FIELDS(HP_F(item) HP_F(done) HP_F(evidence) HP_F(by));
    friend bool operator==(const ChecklistMarked&, const ChecklistMarked&) = default;
};
struct Signed {
    HP_FACT(174);
    CodeName what;  ///< rollback_plan, reconciliation, root_cause, finding, …
    Function seat = Function::Engineering;
    ActorName by;
    std::string words;
    HP_FIELDS(HP_F(what) HP_F(seat) HP_F(by) HP_F(words));
    friend bool operator==(const Signed&, const Signed&) = default;
};
struct BakeNoted  // where the bake clock stands: on each change, and now and then while it runs
{
    HP_FACT(175);
    std::int64_t bakedMs = 0;
    bool running = false;
    Instant pausedSince = Never;
    Instant resumedAt = Never;
    Hash run{};
    std::uint16_t cutoffs = 0;
    std::uint16_t peaks = 0;
    std::int64_t hypercareMs = 0;
    HP_FIELDS(HP_F(bakedMs) HP_F(running) HP_F(pausedSince) HP_F(resumedAt) HP_F(run) HP_F(cutoffs)
                  HP_F(peaks) HP_F(hypercareMs));
    friend bool operator==(const BakeNoted&, const BakeNoted&) = default;
};
struct RollbackProposed {
    HP_FACT(176);
    Trigger trigger = Trigger::C1;
    bool executes = true;
    bool stopped = false;
    ActorName by;  ///< who stopped it
    HP_FIELDS(HP_F(trigger) HP_F(executes) HP_F(stopped) HP_F(by));
    friend bool operator==(const RollbackProposed&, const RollbackProposed&) = default;
};
struct FrozenOrder {
    EntityId order;
    std::uint8_t position = 0;
    std::uint32_t effects = 0;  ///< to take back
    HP_FIELDS(HP_F(order) HP_F(position) HP_F(effects));
    friend bool operator==(const FrozenOrder&, const FrozenOrder&) = default;
};
struct RollbackFrozen  // of the job: a page of the list
{
    HP_FACT(177);
    std::uint32_t run = 0;
    std::vector<FrozenOrder> orders;
    bool last = false;
    bool rehearsal = false;
    HP_FIELDS(HP_F(run) HP_F(orders) HP_F(last) HP_F(rehearsal));
    friend bool operator==(const RollbackFrozen&, const RollbackFrozen&) = default;
};
struct ReportSealed {
    HP_FACT(178);
    CodeName what;  ///< reconciliation, shadow_day, rehearsal, decision
    std::uint32_t version = 0;
    Instant about;     ///< the day, the command
    std::string text;  ///< the report as its document
    Hash hash{};
    HP_FIELDS(HP_F(what) HP_F(version) HP_F(about) HP_F(text) HP_F(hash));
    friend bool operator==(const ReportSealed&, const ReportSealed&) = default;
};

}  // namespace holdpoint
