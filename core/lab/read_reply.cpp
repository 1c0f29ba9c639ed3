// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/read_reply.h"

namespace holdpoint::lab {
namespace {

bool isPlainSuccess(const VendorCall& call, const VendorReply& reply)
{
    return !call.ask && reply.way == VendorReply::Way::Answered && reply.status == 200 &&
           reply.altered == VendorReply::Altered::No;
}

VendorAnswer plainSuccess(const VendorCall& call, const VendorReply& reply, Instant start)
{
    VendorAnswer answer;
    answer.outbox = call.outbox;
    answer.order = call.order;
    answer.ref = call.ref;
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
    } else if (reply.way == VendorReply::Way::Dropped) {
        out.way = Way::Broken;
        out.reason = "connection_closed";
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
}

}  // namespace holdpoint::lab
