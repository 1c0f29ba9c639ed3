// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/translate.h"
#include "ui/text/words.h"

#include <array>
#include <optional>

namespace holdpoint::ui {
namespace {

#define W(text) QT_TRANSLATE_NOOP("words", text)

/// Problems of orders, by their whole code.
constexpr std::array Problems{
    CodeWord{"line_already_requested", W("Cancel came after the ship request")},
    CodeWord{"no_node_after_rounds", W("No warehouse took it after three rounds")},
    CodeWord{"out_of_stock", W("Out of stock at every warehouse")},
    CodeWord{"lines_unknown", W("Order lines are unknown")},
    CodeWord{"unmapped_sku", W("Unknown SKU")},
    CodeWord{"stock_gone_after_handoff", W("Stock is gone after handoff")},
    CodeWord{"shipped_without_stock", W("Shipped what the book did not have")},
    CodeWord{"event_without_order", W("Event without its order")},
    CodeWord{"delivered_without_shipment", W("Delivered, but never shipped")},
    CodeWord{"shipped_unpaid", W("Shipped, but not paid")},
    CodeWord{"cancelled_after_shipping", W("Cancelled after it had shipped")},
    CodeWord{"shipped_after_cancel", W("Shipped after its cancel was accepted")},
    CodeWord{"shipped_before_asked", W("Shipped before it was asked for")},
    CodeWord{"unpaid_after_shipping", W("Payment failed after shipping")},
    CodeWord{"quantities_contradict", W("Quantities contradict one another")},
    CodeWord{"sources_contradict", W("Two sources contradict one another")},
    CodeWord{"cancel_refused", W("The warehouse refused the cancel")},
    CodeWord{"same_id_other_content", W("Same event id with other content")},
    CodeWord{"newer_exists", W("A newer order exists already")},
    CodeWord{"contract_breach", W("Contract broken")},
    CodeWord{"duplicate_effect", W("An effect happened twice")},
};

/// Problems of one call: the code ends with the name of the operation.
constexpr std::array CallProblems{
    CodeWord{"contract_breach", W("Contract broken in the answer to the %1")},
    CodeWord{"outcome_unknown", W("Outcome of the %1 is unknown")},
    CodeWord{"outcome_unknown_cannot_ask", W("Outcome of the %1 is unknown and cannot be asked for")},
    CodeWord{"attempts_exhausted", W("No answer to the %1 after all attempts")},
    CodeWord{"unclassified_failure", W("The %1 failed in a way no rule knows")},
    CodeWord{"connect_timeout", W("No connection for the %1")},
    CodeWord{"connect_queue_full", W("Too many calls wait: %1 not sent")},
    CodeWord{"connection_refused", W("Connection refused for the %1")},
    CodeWord{"connection_closed", W("Connection closed during the %1")},
    CodeWord{"host_not_found", W("Host not found for the %1")},
    CodeWord{"not_http", W("The answer to the %1 was not HTTP")},
    CodeWord{"unknown_vendor", W("No connector for the %1")},
};

constexpr std::array Failed{
    W("Ship request failed"), W("Ship cancel failed"), W("Capture failed"),
    W("Refund failed"),       W("Void failed"),        W("Booking failed"),
    W("Confirmation failed"), W("Hand-back failed"),   W("Booking cancel failed"),
};

constexpr std::array Verdicts{
    CodeWord{"nothing_was_sent", W("Nothing has been sent yet: sending it is safe.")},
    CodeWord{"proved_not_applied",
             W("The vendor was asked and has nothing under this key: sending it is safe.")},
    CodeWord{"already_done", W("The vendor has done it: a retry changes nothing.")},
    CodeWord{"same_answer_again", W("The vendor would give the same answer again. Correct the order first.")},
    CodeWord{"vendor_recovered", W("The vendor answers by its contract again since the failure.")},
    CodeWord{"outcome_unknown", W("It may have happened. Ask the vendor before sending again.")},
    CodeWord{"confirmed_without_key", W("The vendor does not honour keys: sending again could do it twice.")},
    CodeWord{"no_open_effect", W("Nothing is open that a retry could send.")},
};

constexpr std::array Acts{
    CodeWord{"retry", W("retried")},
    CodeWord{"hand_back", W("sent to legacy")},
    CodeWord{"resolve", W("resolved")},
    CodeWord{"assign", W("assigned")},
    CodeWord{"note", W("noted")},
    CodeWord{"snooze", W("snoozed")},
    CodeWord{"label", W("labelled")},
    CodeWord{"acknowledge", W("acknowledged")},
    CodeWord{"unassign", W("unassigned")},
    CodeWord{"unlabel", W("took a label off")},
    CodeWord{"wake", W("woke")},
    CodeWord{"triage", W("triaged")},
    CodeWord{"working", W("took up")},
    CodeWord{"wait_vendor", W("set to wait for the vendor")},
    CodeWord{"wait_customer", W("set to wait for the customer")},
    CodeWord{"priority", W("set the priority")},
    CodeWord{"lower_priority", W("lowered the priority")},
    CodeWord{"ask_vendor", W("asked the vendor")},
    CodeWord{"reopen", W("reopened")},
    CodeWord{"release_hold", W("ended a hold")},
    CodeWord{"outcome", W("said how a call ended")},
    CodeWord{"cancel_order", W("cancelled the order")},
    CodeWord{"acknowledge_alarm", W("acknowledged the alarm")},
    CodeWord{"stop_intake", W("stopped intake")},
    CodeWord{"reopen_intake", W("reopened intake")},
    CodeWord{"withdraw", W("withdrew a batch")},
    CodeWord{"cancel", W("cancelled")},
    CodeWord{"ask", W("asked the vendor")},
    CodeWord{"unlabelled", W("took a label off")},
    CodeWord{"opened", W("opened")},
    CodeWord{"moved", W("moved")},
    CodeWord{"assigned", W("assigned")},
    CodeWord{"snoozed", W("snoozed")},
    CodeWord{"labelled", W("labelled")},
    CodeWord{"resolved", W("resolved")},
    CodeWord{"reopened", W("reopened")},
};

constexpr std::array Facts{
    CodeWord{"placed", W("order placed")},
    CodeWord{"line", W("order line")},
    CodeWord{"cancel_asked", W("cancel asked for")},
    CodeWord{"address", W("address given")},
    CodeWord{"authorised", W("payment authorised")},
    CodeWord{"captured", W("payment captured")},
    CodeWord{"refunded", W("payment refunded")},
    CodeWord{"payment_failed", W("payment failed")},
    CodeWord{"charged_back", W("payment charged back")},
    CodeWord{"picked", W("picked")},
    CodeWord{"shipped", W("shipped")},
    CodeWord{"delivered", W("delivered")},
    CodeWord{"lost", W("parcel lost")},
    CodeWord{"recalled", W("parcel recalled")},
    CodeWord{"node_accepted", W("accepted by the warehouse")},
    CodeWord{"node_refused", W("refused by the warehouse")},
    CodeWord{"return_asked", W("return asked for")},
    CodeWord{"return_received", W("return received")},
    CodeWord{"hold_asked", W("hold asked for")},
    CodeWord{"legacy_decided", W("decided by legacy")},
    CodeWord{"legacy_outcome", W("outcome at legacy")},
    CodeWord{"accepted", W("accepted")},
    CodeWord{"owner", W("owner set")},
    CodeWord{"held", W("held")},
    CodeWord{"hold_released", W("hold released")},
    CodeWord{"decision", W("decided")},
    CodeWord{"ship_planned", W("ship request planned")},
    CodeWord{"stock", W("stock answered")},
    CodeWord{"effect_planned", W("call planned")},
    CodeWord{"attempt", W("call made")},
    CodeWord{"answer", W("answered")},
    CodeWord{"not_sent", W("not sent")},
    CodeWord{"cancel_verdict", W("cancel decided")},
    CodeWord{"problem", W("exception opened")},
    CodeWord{"problem_ended", W("problem ended")},
    CodeWord{"refund_due", W("refund owed")},
    CodeWord{"restocked", W("put back into stock")},
    CodeWord{"withdrawn", W("batch withdrawn")},
    CodeWord{"opaque_parcel", W("parcel with unknown content")},
    CodeWord{"park_expired", W("waited too long for an earlier event")},
    CodeWord{"parked", W("waiting for an earlier event")},
    CodeWord{"line_cancelled", W("line cancelled")},
    CodeWord{"counted", W("stock counted")},
    CodeWord{"adjusted", W("stock adjusted")},
    CodeWord{"node_opened", W("warehouse opened or closed")},
    CodeWord{"granted", W("reserved")},
    CodeWord{"consumed", W("reservation used")},
    CodeWord{"released", W("reservation released")},
    CodeWord{"expired", W("reservation expired")},
    CodeWord{"grant_refused", W("reservation refused")},
    CodeWord{"shipped_unreserved", W("shipped without reservation")},
    CodeWord{"hold_extended", W("reservation extended")},
    CodeWord{"opened", W("exception opened")},
    CodeWord{"resolved", W("exception resolved")},
    CodeWord{"reopened", W("exception reopened")},
    CodeWord{"moved", W("exception moved")},
    CodeWord{"assigned", W("assigned")},
    CodeWord{"note", W("note")},
    CodeWord{"priority", W("priority set")},
    CodeWord{"snoozed", W("snoozed")},
    CodeWord{"label", W("labelled")},
    CodeWord{"received", W("command received")},
    CodeWord{"command_state", W("command")},
    CodeWord{"refused", W("refused")},
    CodeWord{"compared", W("compared with legacy")},
    CodeWord{"intake", W("intake set")},
    CodeWord{"frozen", W("set frozen")},
    CodeWord{"progress", W("progress")},
    CodeWord{"done", W("finished")},
    CodeWord{"item", W("item done")},
    // reasons
    CodeWord{"waits_for_placed", W("waits for the order itself")},
    CodeWord{"waits_for_shipped", W("waits for the shipment")},
    CodeWord{"retry_asked", W("retry asked for")},
    CodeWord{"vendor_asked", W("vendor asked")},
    CodeWord{"return_offered", W("a return was offered instead")},
    CodeWord{"grant_expired_after_handoff", W("the reservation ended after handoff")},
    CodeWord{"same_id_other_content", W("same event id, other content")},
    CodeWord{"newer_exists", W("a newer order exists")},
    CodeWord{"shown_by_shipment", W("shown by the shipment")},
    CodeWord{"shipped_already", W("shipped already")},
    CodeWord{"already_shipped", W("shipped already")},
    CodeWord{"not_wanted_any_more", W("not wanted any more")},
    CodeWord{"handed_back", W("handed back to legacy")},
    CodeWord{"node_cancelled", W("cancelled by the warehouse")},
    CodeWord{"not_enough", W("too few units")},
    CodeWord{"epoch", W("another owner by then")},
    CodeWord{"cancelled", W("cancelled")},
    CodeWord{"unlabelled", W("label taken off")},
    // event types
    CodeWord{"order.placed", W("order placed")},
    CodeWord{"order.cancel_asked", W("cancel asked for")},
    CodeWord{"order.address", W("address given")},
    CodeWord{"order.hold_asked", W("hold asked for")},
    CodeWord{"payment.authorised", W("payment authorised")},
    CodeWord{"payment.captured", W("payment captured")},
    CodeWord{"payment.refunded", W("payment refunded")},
    CodeWord{"payment.failed", W("payment failed")},
    CodeWord{"payment.charged_back", W("payment charged back")},
    CodeWord{"shipment.accepted", W("accepted by the warehouse")},
    CodeWord{"shipment.refused", W("refused by the warehouse")},
    CodeWord{"shipment.picked", W("picked")},
    CodeWord{"shipment.shipped", W("shipped")},
    CodeWord{"shipment.delivered", W("delivered")},
    CodeWord{"shipment.lost", W("parcel lost")},
    CodeWord{"shipment.recalled", W("parcel recalled")},
    CodeWord{"return.asked", W("return asked for")},
    CodeWord{"return.received", W("return received")},
    CodeWord{"legacy.decided", W("decided by legacy")},
    CodeWord{"legacy.outcome", W("outcome at legacy")},
    CodeWord{"stock.counted", W("stock counted")},
    CodeWord{"stock.adjusted", W("stock adjusted")},
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
    return words(W("The vendor answered the %1 with “%2”")).arg(word(operation), outside(what, 60));
}

}  // namespace

QString happening(const std::string& code, ExceptionKind category)
{
    constexpr std::string_view Stuck = "stuck_in_";
    if (code.empty())
        return spelledOut(word(category).toStdString());
    if (const char* text = find(Problems, code))
        return words(text);
    if (code.starts_with(Stuck))
        if (const auto stage = fromName<Stage>(std::string_view(code).substr(Stuck.size())))
            return words(W("No progress in %1")).arg(word(*stage).toLower());
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
