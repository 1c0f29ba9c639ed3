// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/read_reply.h"

namespace holdpoint::lab {
namespace {

<<<<<<< HEAD
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
=======
bool isPlainSuccess(const VendorCall& call, const VendorReply& reply)
{
    return !call.ask && reply.way == VendorReply::Way::Answered && reply.status == 200 &&
           reply.altered == VendorReply::Altered::No;
}

VendorAnswer plainSuccess(const VendorCall& call, const VendorReply& reply, Instant start)
>>>>>>> vendors
{
    VendorAnswer answer;
    answer.outbox = call.outbox;
    answer.order = call.order;
    answer.ref = call.ref;
<<<<<<< HEAD
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
=======
    answer.attempt = call.attempt;
    answer.start = start;
    answer.end = reply.due;
    answer.outcome = reply.replayed ? AttemptOutcome::AlreadyProcessed : AttemptOutcome::Done;
    answer.status = reply.status;
    answer.reference = reply.reference;
    return answer;
}

}  // namespace

contracts::HttpOutcome wireOf(const VendorCall& call, const VendorReply& reply, Instant start)
{
    using Way = contracts::HttpOutcome::Way;
    contracts::HttpOutcome out;
    out.start = start;
    out.end = reply.due;
    if (reply.way == VendorReply::Way::Refused) {
        out.way = Way::NotSent;
        out.reason = "connection_refused";
    } else if (reply.way == VendorReply::Way::Silent) {
        out.way = Way::TimedOut;
        out.reason = "timeout";
        out.end = start + call.timeout;
    } else {
        out.status = reply.status;
        out.replayed = reply.replayed;
        out.body = bodyOf(reply, call);
        if (reply.retryAfterMs >= 0)  // whole seconds, rounded up
            out.retryAfter = std::to_string((reply.retryAfterMs + 999) / 1000);
    }
    return out;
}

VendorAnswer readReply(const VendorCall& call, const VendorReply& reply, Instant start,
                       const contracts::Contracts& agreed)
{
    if (isPlainSuccess(call, reply))
        return plainSuccess(call, reply, start);
    return contracts::readAnswer(call, wireOf(call, reply, start), agreed);
>>>>>>> vendors
}

}  // namespace holdpoint::lab
