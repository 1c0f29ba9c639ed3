// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/read_reply.h"

namespace holdpoint::lab {
namespace {

AttemptOutcome outcomeOf(const VendorCall& call, const VendorReply& reply)
{
    const bool silent = reply.way == VendorReply::Way::Silent || reply.status >= 500;
    if (silent || (call.ask && (reply.way == VendorReply::Way::Refused || reply.status == 429)))
        return AttemptOutcome::OutcomeUnknown;
    if (reply.way == VendorReply::Way::Refused || reply.status == 429 || reply.code == "no_such_effect")
        return AttemptOutcome::NotSent;
    if (reply.code == "in_progress")
        return AttemptOutcome::InProgress;
    if (reply.code == "no_status_query" || reply.altered != VendorReply::Altered::No)
        return AttemptOutcome::OutcomeUnknown;
    if (reply.code.empty())
        return reply.replayed ? AttemptOutcome::AlreadyProcessed : AttemptOutcome::Done;
    return reply.code == "already_processed" ? AttemptOutcome::AlreadyProcessed
                                             : AttemptOutcome::FailedForCertain;
}

}  // namespace

VendorAnswer answerFor(const VendorCall& call, Instant start, Instant end)
{
    VendorAnswer answer;
    answer.outbox = call.outbox;
    answer.order = call.order;
    answer.ref = call.ref;
    answer.asked = call.ask;
    answer.attempt = call.attempt;
    answer.start = start;
    answer.end = end;
    return answer;
}

VendorAnswer readReply(const VendorCall& call, const VendorReply& reply, Instant start)
{
    const bool silent = reply.way == VendorReply::Way::Silent;
    VendorAnswer answer = answerFor(call, start, silent ? start + call.timeout : reply.due);
    answer.outcome = outcomeOf(call, reply);
    answer.cls = reply.altered == VendorReply::Altered::No ? reply.cls : FailureClass::Validation;
    answer.code = reply.code;
    answer.retryAfterMs = reply.retryAfterMs;
    if (reply.way == VendorReply::Way::Answered) {
        answer.status = reply.status;
        answer.reference = reply.reference;
    } else {
        answer.cls = FailureClass::Transport;
        answer.code = silent ? "timeout" : "connection_refused";
    }
    return answer;
}

}  // namespace holdpoint::lab
