// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/translate.h"
#include "ui/text/words.h"

#include <array>
#include <optional>

namespace holdpoint::ui {
namespace {

#define W QT_TRANSLATE_NOOP

/// Problems of orders, by their whole code.
constexpr std::array Problems{
    CodeWord{"line_already_requested", W("words", "Cancel came after the ship request")},
    CodeWord{"no_node_after_rounds", W("words", "No warehouse took it after three rounds")},
    CodeWord{"out_of_stock", W("words", "Out of stock at every warehouse")},
    CodeWord{"lines_unknown", W("words", "Order lines are unknown")},
    CodeWord{"unmapped_sku", W("words", "Unknown SKU")},
    CodeWord{"stock_gone_after_handoff", W("words", "Stock is gone after handoff")},
    CodeWord{"shipped_without_stock", W("words", "Shipped what the book did not have")},
    CodeWord{"event_without_order", W("words", "Event without its order")},
    CodeWord{"delivered_without_shipment", W("words", "Delivered, but never shipped")},
    CodeWord{"shipped_unpaid", W("words", "Shipped, but not paid")},
    CodeWord{"cancelled_after_shipping", W("words", "Cancelled after it had shipped")},
    CodeWord{"shipped_after_cancel", W("words", "Shipped after its cancel was accepted")},
    CodeWord{"shipped_before_asked", W("words", "Shipped before it was asked for")},
    CodeWord{"unpaid_after_shipping", W("words", "Payment failed after shipping")},
    CodeWord{"quantities_contradict", W("words", "Quantities contradict one another")},
    CodeWord{"sources_contradict", W("words", "Two sources contradict one another")},
    CodeWord{"cancel_refused", W("words", "The warehouse refused the cancel")},
    CodeWord{"same_id_other_content", W("words", "Same event id with other content")},
    CodeWord{"newer_exists", W("words", "A newer order exists already")},
    CodeWord{"contract_breach", W("words", "Contract broken")},
    CodeWord{"duplicate_effect", W("words", "An effect happened twice")},
};

/// Problems of one call: the code ends with the name of the operation.
constexpr std::array CallProblems{
    CodeWord{"contract_breach", W("words", "Contract broken in the answer to the %1")},
    CodeWord{"outcome_unknown", W("words", "Outcome of the %1 is unknown")},
    CodeWord{"outcome_unknown_cannot_ask",
             W("words", "Outcome of the %1 is unknown and cannot be asked for")},
    CodeWord{"attempts_exhausted", W("words", "No answer to the %1 after all attempts")},
    CodeWord{"unclassified_failure", W("words", "The %1 failed in a way no rule knows")},
    CodeWord{"connect_timeout", W("words", "No connection for the %1")},
    CodeWord{"connect_queue_full", W("words", "Too many calls wait: %1 not sent")},
    CodeWord{"connection_refused", W("words", "Connection refused for the %1")},
    CodeWord{"connection_closed", W("words", "Connection closed during the %1")},
    CodeWord{"host_not_found", W("words", "Host not found for the %1")},
    CodeWord{"not_http", W("words", "The answer to the %1 was not HTTP")},
    CodeWord{"unknown_vendor", W("words", "No connector for the %1")},
};

constexpr std::array Failed{
    W("words", "Ship request failed"), W("words", "Ship cancel failed"), W("words", "Capture failed"),
    W("words", "Refund failed"),       W("words", "Void failed"),        W("words", "Booking failed"),
    W("words", "Confirmation failed"), W("words", "Hand-back failed"),   W("words", "Booking cancel failed"),
};

constexpr std::array Verdicts{
    CodeWord{"nothing_was_sent", W("words", "Nothing has been sent yet: sending it is safe.")},
    CodeWord{"proved_not_applied",
             W("words", "The vendor was asked and has nothing under this key: sending it is safe.")},
    CodeWord{"already_done", W("words", "The vendor has done it: a retry changes nothing.")},
    CodeWord{"same_answer_again",
             W("words", "The vendor would give the same answer again. Correct the order first.")},
    CodeWord{"vendor_recovered", W("words", "The vendor answers by its contract again since the failure.")},
    CodeWord{"outcome_unknown", W("words", "It may have happened. Ask the vendor before sending again.")},
    CodeWord{"confirmed_without_key",
             W("words", "The vendor does not honour keys: sending again could do it twice.")},
    CodeWord{"no_open_effect", W("words", "Nothing is open that a retry could send.")},
};

constexpr std::array Acts{
    CodeWord{"retry", W("words", "retried")},
    CodeWord{"hand_back", W("words", "sent to legacy")},
    CodeWord{"resolve", W("words", "resolved")},
    CodeWord{"assign", W("words", "assigned")},
    CodeWord{"note", W("words", "noted")},
    CodeWord{"snooze", W("words", "snoozed")},
    CodeWord{"label", W("words", "labelled")},
    CodeWord{"acknowledge", W("words", "acknowledged")},
    CodeWord{"unassign", W("words", "unassigned")},
    CodeWord{"unlabel", W("words", "took a label off")},
    CodeWord{"wake", W("words", "woke")},
    CodeWord{"triage", W("words", "triaged")},
    CodeWord{"working", W("words", "took up")},
    CodeWord{"wait_vendor", W("words", "set to wait for the vendor")},
    CodeWord{"wait_customer", W("words", "set to wait for the customer")},
    CodeWord{"priority", W("words", "set the priority")},
    CodeWord{"lower_priority", W("words", "lowered the priority")},
    CodeWord{"ask_vendor", W("words", "asked the vendor")},
    CodeWord{"reopen", W("words", "reopened")},
    CodeWord{"release_hold", W("words", "ended a hold")},
    CodeWord{"outcome", W("words", "said how a call ended")},
    CodeWord{"cancel_order", W("words", "cancelled the order")},
    CodeWord{"acknowledge_alarm", W("words", "acknowledged the alarm")},
    CodeWord{"stop_intake", W("words", "stopped intake")},
    CodeWord{"reopen_intake", W("words", "reopened intake")},
    CodeWord{"set_plan", W("words", "wrote the plan")},
    CodeWord{"submit_plan", W("words", "submitted the plan")},
    CodeWord{"edit_plan", W("words", "took the plan back to draft")},
    CodeWord{"checklist_item", W("words", "marked a checklist item")},
    CodeWord{"checklist_done", W("words", "closed the checklist")},
    CodeWord{"sign", W("words", "signed")},
    CodeWord{"vote", W("words", "voted")},
    CodeWord{"co_sign", W("words", "signed beside a vote")},
    CodeWord{"acknowledge_gate", W("words", "took note of a gate")},
    CodeWord{"override", W("words", "overrode gates")},
    CodeWord{"commit_step", W("words", "committed the step")},
    CodeWord{"stop_growth", W("words", "stopped growth")},
    CodeWord{"narrow", W("words", "narrowed a slice")},
    CodeWord{"resume", W("words", "resumed")},
    CodeWord{"reopen_trial", W("words", "began a reopening trial")},
    CodeWord{"step_back", W("words", "stepped back")},
    CodeWord{"roll_back", W("words", "rolled back")},
    CodeWord{"stop_proposal", W("words", "stopped a proposed rollback")},
    CodeWord{"rehearse", W("words", "rehearsed a rollback")},
    CodeWord{"approve_drain", W("words", "approved that it finishes here")},
    CodeWord{"follow_in_doubt", W("words", "follows what is in doubt")},
    CodeWord{"sign_off", W("words", "signed off")},
    CodeWord{"new_attempt", W("words", "began a new attempt")},
    CodeWord{"scrub", W("words", "scrubbed the rollout")},
    CodeWord{"enter_hypercare", W("words", "entered hypercare")},
    CodeWord{"resume_hypercare", W("words", "resumed hypercare")},
    CodeWord{"close_rollout", W("words", "closed the rollout")},
    CodeWord{"offer_command", W("words", "offered command")},
    CodeWord{"accept_command", W("words", "accepted command")},
    CodeWord{"take_command", W("words", "took command")},
    CodeWord{"freeze", W("words", "set a freeze")},
    CodeWord{"judge_difference", W("words", "judged a difference")},
    CodeWord{"normal_rule", W("words", "set a normalising rule")},
    CodeWord{"shelve_alarm", W("words", "shelved an alarm")},
    CodeWord{"rollout_note", W("words", "wrote a note on the rollout")},
    CodeWord{"withdraw", W("words", "withdrew a batch")},
    CodeWord{"cancel", W("words", "cancelled")},
    CodeWord{"ask", W("words", "asked the vendor")},
    CodeWord{"unlabelled", W("words", "took a label off")},
    CodeWord{"opened", W("words", "opened")},
    CodeWord{"moved", W("words", "moved")},
    CodeWord{"assigned", W("words", "assigned")},
    CodeWord{"snoozed", W("words", "snoozed")},
    CodeWord{"labelled", W("words", "labelled")},
    CodeWord{"resolved", W("words", "resolved")},
    CodeWord{"reopened", W("words", "reopened")},
};

constexpr std::array Facts{
    CodeWord{"placed", W("words", "order placed")},
    CodeWord{"line", W("words", "order line")},
    CodeWord{"cancel_asked", W("words", "cancel asked for")},
    CodeWord{"address", W("words", "address given")},
    CodeWord{"authorised", W("words", "payment authorised")},
    CodeWord{"captured", W("words", "payment captured")},
    CodeWord{"refunded", W("words", "payment refunded")},
    CodeWord{"payment_failed", W("words", "payment failed")},
    CodeWord{"charged_back", W("words", "payment charged back")},
    CodeWord{"picked", W("words", "picked")},
    CodeWord{"shipped", W("words", "shipped")},
    CodeWord{"delivered", W("words", "delivered")},
    CodeWord{"lost", W("words", "parcel lost")},
    CodeWord{"recalled", W("words", "parcel recalled")},
    CodeWord{"node_accepted", W("words", "accepted by the warehouse")},
    CodeWord{"node_refused", W("words", "refused by the warehouse")},
    CodeWord{"return_asked", W("words", "return asked for")},
    CodeWord{"return_received", W("words", "return received")},
    CodeWord{"hold_asked", W("words", "hold asked for")},
    CodeWord{"legacy_decided", W("words", "decided by legacy")},
    CodeWord{"legacy_outcome", W("words", "outcome at legacy")},
    CodeWord{"accepted", W("words", "accepted")},
    CodeWord{"owner", W("words", "owner set")},
    CodeWord{"held", W("words", "held")},
    CodeWord{"hold_released", W("words", "hold released")},
    CodeWord{"decision", W("words", "decided")},
    CodeWord{"ship_planned", W("words", "ship request planned")},
    CodeWord{"stock", W("words", "stock answered")},
    CodeWord{"effect_planned", W("words", "call planned")},
    CodeWord{"attempt", W("words", "call made")},
    CodeWord{"answer", W("words", "answered")},
    CodeWord{"not_sent", W("words", "not sent")},
    CodeWord{"cancel_verdict", W("words", "cancel decided")},
    CodeWord{"problem", W("words", "exception opened")},
    CodeWord{"problem_ended", W("words", "problem ended")},
    CodeWord{"refund_due", W("words", "refund owed")},
    CodeWord{"restocked", W("words", "put back into stock")},
    CodeWord{"withdrawn", W("words", "batch withdrawn")},
    CodeWord{"opaque_parcel", W("words", "parcel with unknown content")},
    CodeWord{"park_expired", W("words", "waited too long for an earlier event")},
    CodeWord{"parked", W("words", "waiting for an earlier event")},
    CodeWord{"line_cancelled", W("words", "line cancelled")},
    CodeWord{"counted", W("words", "stock counted")},
    CodeWord{"adjusted", W("words", "stock adjusted")},
    CodeWord{"node_opened", W("words", "warehouse opened or closed")},
    CodeWord{"granted", W("words", "reserved")},
    CodeWord{"consumed", W("words", "reservation used")},
    CodeWord{"released", W("words", "reservation released")},
    CodeWord{"expired", W("words", "reservation expired")},
    CodeWord{"grant_refused", W("words", "reservation refused")},
    CodeWord{"shipped_unreserved", W("words", "shipped without reservation")},
    CodeWord{"hold_extended", W("words", "reservation extended")},
    CodeWord{"opened", W("words", "exception opened")},
    CodeWord{"resolved", W("words", "exception resolved")},
    CodeWord{"reopened", W("words", "exception reopened")},
    CodeWord{"moved", W("words", "exception moved")},
    CodeWord{"assigned", W("words", "assigned")},
    CodeWord{"note", W("words", "note")},
    CodeWord{"priority", W("words", "priority set")},
    CodeWord{"snoozed", W("words", "snoozed")},
    CodeWord{"label", W("words", "labelled")},
    CodeWord{"received", W("words", "command received")},
    CodeWord{"command_state", W("words", "command")},
    CodeWord{"refused", W("words", "refused")},
    CodeWord{"compared", W("words", "compared with legacy")},
    CodeWord{"intake", W("words", "intake set")},
    CodeWord{"vote", W("words", "vote")},
    CodeWord{"override", W("words", "gates overridden")},
    CodeWord{"freeze", W("words", "freeze")},
    CodeWord{"normal_rule", W("words", "normalising rule")},
    CodeWord{"assignment", W("words", "assigned by the rollout")},
    CodeWord{"disposition", W("words", "placed by a rollback")},
    CodeWord{"plan", W("words", "plan written")},
    CodeWord{"rollout_moved", W("words", "rollout moved")},
    CodeWord{"slice_served", W("words", "slice served")},
    CodeWord{"poll_opened", W("words", "poll opened")},
    CodeWord{"votes_cleared", W("words", "votes cleared")},
    CodeWord{"gate", W("words", "gate turned")},
    CodeWord{"gate_acknowledged", W("words", "gate acknowledged")},
    CodeWord{"trigger", W("words", "trigger turned")},
    CodeWord{"command_passed", W("words", "command passed")},
    CodeWord{"checklist", W("words", "checklist item marked")},
    CodeWord{"signed", W("words", "signed")},
    CodeWord{"bake", W("words", "bake clock noted")},
    CodeWord{"rollback_proposed", W("words", "rollback proposed")},
    CodeWord{"rollback_frozen", W("words", "rollback list frozen")},
    CodeWord{"report", W("words", "report sealed")},
    CodeWord{"pair_compared", W("words", "pair compared")},
    CodeWord{"verdict", W("words", "difference judged")},
    CodeWord{"mirrored", W("words", "mirrored")},
    CodeWord{"side_said", W("words", "one side said")},
    CodeWord{"call_leaked", W("words", "a call leaked")},
    CodeWord{"day_closed", W("words", "day closed")},
    CodeWord{"frozen", W("words", "set frozen")},
    CodeWord{"progress", W("words", "progress")},
    CodeWord{"done", W("words", "finished")},
    CodeWord{"item", W("words", "item done")},
    // reasons
    CodeWord{"waits_for_placed", W("words", "waits for the order itself")},
    CodeWord{"waits_for_shipped", W("words", "waits for the shipment")},
    CodeWord{"retry_asked", W("words", "retry asked for")},
    CodeWord{"vendor_asked", W("words", "vendor asked")},
    CodeWord{"return_offered", W("words", "a return was offered instead")},
    CodeWord{"grant_expired_after_handoff", W("words", "the reservation ended after handoff")},
    CodeWord{"same_id_other_content", W("words", "same event id, other content")},
    CodeWord{"newer_exists", W("words", "a newer order exists")},
    CodeWord{"shown_by_shipment", W("words", "shown by the shipment")},
    CodeWord{"shipped_already", W("words", "shipped already")},
    CodeWord{"already_shipped", W("words", "shipped already")},
    CodeWord{"not_wanted_any_more", W("words", "not wanted any more")},
    CodeWord{"handed_back", W("words", "handed back to legacy")},
    CodeWord{"node_cancelled", W("words", "cancelled by the warehouse")},
    CodeWord{"not_enough", W("words", "too few units")},
    CodeWord{"epoch", W("words", "another owner by then")},
    CodeWord{"cancelled", W("words", "cancelled")},
    CodeWord{"unlabelled", W("words", "label taken off")},
    // event types
    CodeWord{"order.placed", W("words", "order placed")},
    CodeWord{"order.cancel_asked", W("words", "cancel asked for")},
    CodeWord{"order.address", W("words", "address given")},
    CodeWord{"order.hold_asked", W("words", "hold asked for")},
    CodeWord{"payment.authorised", W("words", "payment authorised")},
    CodeWord{"payment.captured", W("words", "payment captured")},
    CodeWord{"payment.refunded", W("words", "payment refunded")},
    CodeWord{"payment.failed", W("words", "payment failed")},
    CodeWord{"payment.charged_back", W("words", "payment charged back")},
    CodeWord{"shipment.accepted", W("words", "accepted by the warehouse")},
    CodeWord{"shipment.refused", W("words", "refused by the warehouse")},
    CodeWord{"shipment.picked", W("words", "picked")},
    CodeWord{"shipment.shipped", W("words", "shipped")},
    CodeWord{"shipment.delivered", W("words", "delivered")},
    CodeWord{"shipment.lost", W("words", "parcel lost")},
    CodeWord{"shipment.recalled", W("words", "parcel recalled")},
    CodeWord{"return.asked", W("words", "return asked for")},
    CodeWord{"return.received", W("words", "return received")},
    CodeWord{"legacy.decided", W("words", "decided by legacy")},
    CodeWord{"legacy.outcome", W("words", "outcome at legacy")},
    CodeWord{"stock.counted", W("words", "stock counted")},
    CodeWord{"stock.adjusted", W("words", "stock adjusted")},
};

/// "ship" at the end of "outcome_unknown_ship", and what stands before it.
std::optional<std::pair<std::string_view, Operation>> splitOperation(std::string_view code)
{
    const auto cut = code.rfind('_');
    if (cut == std::string_view::npos)
        return std::nullopt;
    const auto operation = fromName<Operation>(code.substr(cut + 1));
    if (!operation)
        return std::nullopt;
    return std::pair{code.substr(0, cut), *operation};
}

QString aboutCall(std::string_view what, Operation operation)
{
    if (const char* text = find(CallProblems, what))
        return words(text).arg(word(operation));
    // The vendor's own code: text of outside.
    return words(W("words", "The vendor answered the %1 with “%2”")).arg(word(operation), outside(what, 60));
}

}  // namespace

QString happening(const std::string& code, ExceptionKind category)
{
    constexpr std::string_view Stuck = "stuck_in_";
    if (code.empty())
        return spelledOut(word(category).toStdString());
    if (const char* text = find(Problems, code))
        return words(text);
    if (code.starts_with(Stuck)) {
        const auto where = std::string_view(code).substr(Stuck.size());
        // The place of a stage has its word as it stands inside a sentence.
        if (const auto place = fromName<Place>(where); place && fromName<Stage>(where))
            return words(W("words", "No progress in %1")).arg(word(*place));
    }
    if (code.ends_with("_failed"))
        if (const auto operation = fromName<Operation>(code.substr(0, code.size() - 7)))
            return words(Failed.at(static_cast<std::size_t>(*operation)));
    if (const auto call = splitOperation(code))
        return aboutCall(call->first, call->second);
    return spelledOut(code);
}

QString verdictReason(const session::VerdictText& verdict)
{
    const char* text = find(Verdicts, verdict.reason);
    return text != nullptr ? words(text) : spelledOut(verdict.reason);
}

QString act(const std::string& what)
{
    const char* text = find(Acts, what);
    return text != nullptr ? words(text) : spelledOut(what, false);
}

QString factWord(const std::string& kind)
{
    const char* text = find(Facts, kind);
    return text != nullptr ? words(text) : spelledOut(kind, false);
}

#undef W

}  // namespace holdpoint::ui
