// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/rollout_words.h"

#include "ui/text/translate.h"

#include <array>

namespace holdpoint::ui {
namespace {

#define W QT_TRANSLATE_NOOP

template <typename Enum>
using Table = std::array<const char*, CountOf<Enum>>;
template <typename Enum>
QString pick(const Table<Enum>& table, Enum value)
{
    return words(table[static_cast<std::size_t>(value)]);
}

constexpr Table<Function> Seats{W("words", "Engineering"), W("words", "Operations"), W("words", "Commerce"),
                                W("words", "Support")};
constexpr Table<Approach> Approaches{W("words", "all at once"), W("words", "shadow"),
                                     W("words", "canary by region"), W("words", "canary by SKU class"),
                                     W("words", "parallel run")};
constexpr Table<Phase> Phases{W("words", "Shadow"), W("words", "Parallel run"), W("words", "Canary"),
                              W("words", "Expand"), W("words", "Full"),         W("words", "Hypercare")};
constexpr Table<SliceState> Slices{W("words", "Waiting"), W("words", "Running"), W("words", "Paused"),
                                   W("words", "Done")};
constexpr Table<Vote> Votes{W("words", "GO"), W("words", "NO-GO"), W("words", "ABSTAIN")};
constexpr Table<FreezeKind> Freezes{W("words", "soft freeze"), W("words", "hard freeze")};
constexpr Table<FreezeState> FreezeStates{W("words", "draft"), W("words", "approved"), W("words", "enforced"),
                                          W("words", "lifted")};
constexpr Table<Disposition> Dispositions{W("words", "Hand back to legacy"), W("words", "Finish here"),
                                          W("words", "Outcome unknown: asking the vendor")};
constexpr Table<RollbackPart> Parts{W("words", "Stop traffic"), W("words", "In flight"),
                                    W("words", "Compensate"), W("words", "Reconcile")};
constexpr Table<InconclusiveReason> Reasons{
    W("words", "cannot say yet"),   W("words", "too few samples"),   W("words", "too few events"),
    W("words", "not sure yet"),     W("words", "no data"),           W("words", "old data"),
    W("words", "no control group"), W("words", "control fails too"), W("words", "split does not match"),
    W("words", "too early"),        W("words", "metric failed")};
constexpr Table<InconclusiveReason> ReasonChips{
    W("words", "WAIT"),         W("words", "TOO FEW"),           W("words", "TOO FEW"),
    W("words", "NOT SURE YET"), W("words", "NO DATA"),           W("words", "OLD DATA"),
    W("words", "NO CONTROL"),   W("words", "CONTROL FAILS TOO"), W("words", "SPLIT IS OFF"),
    W("words", "TOO EARLY"),    W("words", "METRIC FAILED")};
constexpr Table<Trigger> Triggers{
    W("words", "a blocking gate says NO-GO"),
    W("words", "a blocking gate has old data or its source failed"),
    W("words", "the split between canary and control does not match"),
    W("words", "exceptions grow faster than they are closed"),
    W("words", "a reconciliation run was below its gate"),
    W("words", "a hard freeze began, or nobody commands"),
    W("words", "an owner changed the vote to NO-GO"),
    W("words", "the error budget burns too fast"),
    W("words", "a breaker is open for more than 10 minutes while legacy is healthy"),
    W("words", "a live payload broke its contract"),
    W("words", "decisions take more than twice their limit"),
    W("words", "an invariant is violated"),
    W("words", "C2"),
    W("words", "intake is stopped for more than an hour without a decision")};
constexpr Table<RolloutState> States{W("words", "DRAFT"),
                                     W("words", "PREFLIGHT"),
                                     W("words", "AT HOLD POINT"),
                                     W("words", "RUNNING"),
                                     W("words", "❚❚ PAUSED · growth stopped"),
                                     W("words", "❚❚ PAUSED · new orders to legacy"),
                                     W("words", "ROLLING BACK"),
                                     W("words", "RECONCILING"),
                                     W("words", "ROLLED BACK"),
                                     W("words", "HYPERCARE"),
                                     W("words", "CLOSED"),
                                     W("words", "SCRUBBED")};

QString wordOf(const auto& table, const std::string& code, bool capital)
{
    if (const char* text = find(table, code))
        return words(text);
    return spelledOut(code, capital);
}

constexpr std::array Conditions{
    CodeWord{"validator_clean", W("words", "the plan has no blocking finding")},
    CodeWord{"checklist_evidenced", W("words", "every item of the checklist is done, with evidence")},
    CodeWord{"rollback_plan_signed", W("words", "the rollback plan is signed by the four owners")},
    CodeWord{"reason", W("words", "a reason is given")},
    CodeWord{"poll_go_or_override", W("words", "the poll says GO, or an override is in force")},
    CodeWord{"no_hard_freeze", W("words", "no hard freeze is in force")},
    CodeWord{"contract_clear", W("words", "every pair of contracts has passed")},
    CodeWord{"fresh_data", W("words", "the data are fresh")},
    CodeWord{"owners_on_call", W("words", "Engineering and Operations are on call")},
    CodeWord{"never_live", W("words", "no slice was ever live in this run")},
    CodeWord{"verdict_go", W("words", "every blocking gate says GO")},
    CodeWord{"bake_done", W("words", "the bake is over")},
    CodeWord{"not_last", W("words", "there is a next step")},
    CodeWord{"cause_cleared", W("words", "the cause of the pause has cleared")},
    CodeWord{"eng_go", W("words", "Engineering says GO")},
    CodeWord{"ops_go", W("words", "Operations says GO")},
    CodeWord{"engineering_and_operations_go", W("words", "Engineering and Operations say GO")},
    CodeWord{"trial_10pct_15min", W("words", "the trial with a tenth of the orders ran for 15 minutes")},
    CodeWord{"no_active_trigger", W("words", "no trigger is on")},
    CodeWord{"cooldown", W("words", "the 15 minutes after the last trigger are over")},
    CodeWord{"full_poll_if_third", W("words", "a full poll, after the third pause by the system")},
    CodeWord{"not_from_hypercare", W("words", "it was not paused out of hypercare")},
    CodeWord{"no_slice_paused", W("words", "every slice is open or cut out")},
    CodeWord{"target_stage_live", W("words", "the step before serves orders")},
    CodeWord{"nested_slice", W("words", "the slice before lies inside this one")},
    CodeWord{"was_live", W("words", "a slice is or was live in this run")},
    CodeWord{"legacy_healthy", W("words", "legacy is healthy")},
    CodeWord{"every_order_disposed", W("words", "every order has found its side")},
    CodeWord{"zero_unclassified", W("words", "no difference is unclassified")},
    CodeWord{"zero_draining", W("words", "no order is still finishing here")},
    CodeWord{"signed_ops_commerce", W("words", "Operations and Commerce have signed")},
    CodeWord{"root_cause_linked", W("words", "a root cause is linked")},
    CodeWord{"phase_full", W("words", "the step is the full one")},
    CodeWord{"poll_go", W("words", "the poll says GO")},
    CodeWord{"was_in_hypercare", W("words", "it was in hypercare before")},
    CodeWord{"exit_criteria", W("words", "every exit criterion is met")},
    CodeWord{"receiver_accepted", W("words", "the receiver has accepted")},
    CodeWord{"second_person", W("words", "a second person confirms")},
};

constexpr std::array Whos{
    CodeWord{"commander", W("words", "the commander")},
    CodeWord{"deputy", W("words", "the deputy")},
    CodeWord{"deputy_acting", W("words", "the deputy while acting")},
    CodeWord{"owner", W("words", "everybody who may pause")},
    CodeWord{"engineering", W("words", "the owner of Engineering")},
    CodeWord{"operations", W("words", "the owner of Operations")},
    CodeWord{"commerce", W("words", "the owner of Commerce")},
    CodeWord{"support", W("words", "the owner of Support")},
    CodeWord{"sys", W("words", "the engine itself")},
    CodeWord{"engine", W("words", "the engine itself")},
    CodeWord{"sys_by_policy", W("words", "the engine, by the signed plan")},
    CodeWord{"engineering_breakglass", W("words", "Engineering by break-glass")},
    CodeWord{"operations_breakglass", W("words", "Operations by break-glass")},
    CodeWord{"seat_holder", W("words", "the holder of the seat")},
    CodeWord{"any_triage", W("words", "everybody who may write a note")},
};

constexpr std::array Reactions{
    CodeWord{"none", W("words", "nothing is done")},
    CodeWord{"pause_expansion", W("words", "growth stopped")},
    CodeWord{"stop_intake", W("words", "new orders go to legacy")},
    CodeWord{"page_deputy", W("words", "the deputy is called")},
    CodeWord{"propose_rollback", W("words", "a rollback is proposed")},
    CodeWord{"rollback", W("words", "rolls back")},
};

constexpr std::array Criteria{
    CodeWord{"clock", W("words", "14 days of hypercare")},
    CodeWord{"weekly_peaks", W("words", "Weekly peaks seen")},
    CodeWord{"promotion_or_replay", W("words", "A promotion, or a replay at 1.2 × the peak")},
    CodeWord{"financial_close", W("words", "A financial close, or a written waiver")},
    CodeWord{"no_open_p1", W("words", "No P1 open")},
    CodeWord{"few_p2", W("words", "P2 open within what was agreed")},
    CodeWord{"none_beyond_sla", W("words", "None past its SLA")},
    CodeWord{"exception_rate", W("words", "Exceptions against the baseline, 7 days")},
    CodeWord{"recon_accuracy", W("words", "Reconciliation accuracy, worst of 7 days")},
    CodeWord{"nothing_unexplained", W("words", "No unexplained difference")},
    CodeWord{"root_causes", W("words", "Exceptions with a root cause")},
    CodeWord{"error_budget", W("words", "Error budget spent in 7 days")},
    CodeWord{"no_auto_pause", W("words", "No pause by the engine for 7 days")},
    CodeWord{"symmetry", W("words", "Cancels and returns are symmetric")},
    CodeWord{"notifications", W("words", "Audit of notices is clean")},
    CodeWord{"drill", W("words", "The rollback drill still passes")},
    CodeWord{"runbook_accepted", W("words", "Run-book, alerts and queue are taken over")},
    CodeWord{"overrides_reviewed", W("words", "Every override was reviewed")},
};

constexpr std::array Against{
    CodeWord{"top_demand", W("words", "it has the most demand")},
    CodeWord{"volatile", W("words", "its busiest hour is more than five times the mean")},
    CodeWord{"failure_sensitive", W("words", "more than 2 % of its orders failed before")},
    CodeWord{"not_representative", W("words", "its mix is unlike that of all orders")},
    CodeWord{"too_small", W("words", "it has fewer than 200 orders a day")},
};

constexpr std::array Prerequisites{
    CodeWord{"shadow_phase", W("words", "a shadow phase")},
    CodeWord{"contract_suite", W("words", "a suite of contract tests")},
    CodeWord{"idempotent_writes", W("words", "proof that writes can be repeated")},
    CodeWord{"decision_tree", W("words", "a rollback decision tree")},
};

constexpr std::array PartLines{
    CodeWord{"finish_here", W("words", "Finish here (handed off, acked)")},
    CodeWord{"hand_back", W("words", "Hand back to legacy")},
    CodeWord{"asking", W("words", "Outcome unknown: asking the vendor")},
    CodeWord{"release_reservations", W("words", "Release reservations")},
    CodeWord{"void_shipments", W("words", "Void shipments")},
    CodeWord{"cancel_shipments", W("words", "Cancel shipments")},
    CodeWord{"refunds", W("words", "Refunds, a second person approves")},
    CodeWord{"orders", W("words", "Orders")},
    CodeWord{"stock", W("words", "Stock, SKU × node")},
    CodeWord{"money", W("words", "Money")},
    CodeWord{"shipments", W("words", "Shipments")},
    CodeWord{"notices", W("words", "Notices to customers")},
    CodeWord{"new_orders", W("words", "New orders on the new path, last 10 s")},
};

constexpr std::array CannotUndo{
    CodeWord{"partly_shipped", W("words", "picked or partly shipped")},
    CodeWord{"label_printed", W("words", "label printed and picked up")},
    CodeWord{"with_node", W("words", "with the warehouse")},
    CodeWord{"captured", W("words", "money was taken")},
    CodeWord{"reversing", W("words", "a cancel or a return is running")},
    CodeWord{"in_queue", W("words", "held in the exception queue")},
    CodeWord{"outcome_unknown", W("words", "outcome unknown")},
    CodeWord{"legacy_refused", W("words", "legacy refused it")},
    CodeWord{"release_failed", W("words", "the reservation could not be released")},
    CodeWord{"offer_timed_out", W("words", "legacy did not answer")},
    CodeWord{"drain", W("words", "stays here to the end")},
    CodeWord{"stay", W("words", "stays with its owner")},
    CodeWord{"freeze", W("words", "asked until it is known; nothing is sent again")},
};

constexpr std::array WayBack{
    CodeWord{"orders_in_flight", W("words", "orders in flight: %1")},
    CodeWord{"finish_here", W("words", "finish here: %1")},
    CodeWord{"hand_back", W("words", "hand back to legacy: %1")},
    CodeWord{"asking", W("words", "outcome unknown: %1")},
    CodeWord{"effects", W("words", "effects to take back: %1")},
    CodeWord{"expected_seconds", W("words", "about %1 s")},
};

constexpr std::array ChecklistItems{
    CodeWord{"integration_map", W("words", "Map of all integrations")},
    CodeWord{"event_schema", W("words", "Schema of every event")},
    CodeWord{"ownership_boundaries", W("words", "Who owns what, with its limits")},
    CodeWord{"authoritative_systems", W("words", "Which system is right about what")},
    CodeWord{"integration_documents", W("words", "Documents of the integrations")},
    CodeWord{"idempotent_writes", W("words", "Proof that writes can be repeated")},
    CodeWord{"correlated_events", W("words", "Events carry one correlation id")},
    CodeWord{"contract_matrix", W("words", "Every pair of contracts has passed")},
    CodeWord{"decision_tree", W("words", "Decision tree for the launch that hurts")},
    CodeWord{"rollback_plan", W("words", "Rollback plan, signed by the four owners")},
    CodeWord{"commander_named", W("words", "Commander and deputy named")},
    CodeWord{"change_freeze", W("words", "Change freeze in force")},
    CodeWord{"owners_on_call", W("words", "Owners on call")},
    CodeWord{"alarms_routed", W("words", "Alarms reach somebody")},
    CodeWord{"promotion_or_replay", W("words", "A promotion, or a replay at 1.2 × the peak")},
    CodeWord{"financial_close", W("words", "A financial close, or a written waiver")},
    CodeWord{"symmetry", W("words", "Cancels and returns are symmetric")},
    CodeWord{"notifications", W("words", "Audit of notices is clean")},
    CodeWord{"drill", W("words", "The rollback drill still passes")},
    CodeWord{"runbook_accepted", W("words", "Run-book, alerts and queue are taken over")},
    CodeWord{"overrides_reviewed", W("words", "Every override was reviewed")},
};

}  // namespace

QString word(Function seat) { return pick(Seats, seat); }
QString word(Approach approach) { return pick(Approaches, approach); }
QString word(Phase phase) { return pick(Phases, phase); }
QString word(SliceState state) { return pick(Slices, state); }
QString word(Vote vote) { return pick(Votes, vote); }
QString word(FreezeKind kind) { return pick(Freezes, kind); }
QString word(FreezeState state) { return pick(FreezeStates, state); }
QString word(Disposition disposition) { return pick(Dispositions, disposition); }
QString word(RollbackPart part) { return pick(Parts, part); }
QString word(InconclusiveReason reason) { return pick(Reasons, reason); }

QString word(Trigger trigger)
{
    const std::string_view code = name(trigger);
    return QString::fromUtf8(code.data(), static_cast<qsizetype>(code.size())).toUpper() +
           QStringLiteral(": ") + pick(Triggers, trigger);
}

QString verdictWord(StepVerdict verdict, InconclusiveReason reason)
{
    switch (verdict) {
    case StepVerdict::Go: return words(W("words", "GO"));
    case StepVerdict::GoWithAck: return words(W("words", "GO, acknowledge"));
    case StepVerdict::NoGo: return words(W("words", "NO-GO"));
    case StepVerdict::Inconclusive: return pick(ReasonChips, reason);
    }
    return {};
}

bool isPaused(RolloutState state)
{
    return state == RolloutState::PausedExpansion || state == RolloutState::PausedIntake;
}

QString stateWord(const session::RolloutBoard& board)
{
    if (board.rollout.isNone())
        return words(W("words", "NO PLAN"));
    // Before anything was live, a pause is about mirroring.
    if (isPaused(board.state) && (board.phase == Phase::Shadow || board.phase == Phase::Parallel))
        return board.mirroring ? words(W("words", "❚❚ PAUSED · growth stopped"))
                               : words(W("words", "❚❚ PAUSED · mirroring off"));
    if (board.state == RolloutState::PausedIntake && board.trial)
        return words(W("words", "❚❚ PAUSED · on trial"));
    return pick(States, board.state);
}

QString conditionWord(const std::string& condition) { return wordOf(Conditions, condition, false); }
QString reactionWord(const std::string& reaction) { return wordOf(Reactions, reaction, false); }
QString checklistWord(const std::string& item) { return wordOf(ChecklistItems, item, true); }
QString criterionWord(const std::string& criterion) { return wordOf(Criteria, criterion, true); }
QString againstWord(const std::string& against) { return wordOf(Against, against, false); }
QString prerequisiteWord(const std::string& prerequisite)
{
    return wordOf(Prerequisites, prerequisite, false);
}
QString partLineWord(const std::string& what) { return wordOf(PartLines, what, true); }
QString cannotUndoWord(const std::string& why) { return wordOf(CannotUndo, why, false); }

QString whoWord(const std::string& who)
{
    if (const char* text = find(Whos, who))
        return words(text);
    if (const auto role = fromName<Role>(who))
        return word(*role);
    return outside(who, 60);
}

QString wayBackWord(const std::string& line)
{
    const std::size_t split = line.find('=');
    if (split == std::string::npos)
        return spelledOut(line, false);
    const std::string key = line.substr(0, split);
    const QString value = outside(line.substr(split + 1), 40);
    const char* text = find(WayBack, key);
    return text != nullptr ? words(text).arg(value) : spelledOut(key, false) + QStringLiteral(": ") + value;
}

}  // namespace holdpoint::ui
