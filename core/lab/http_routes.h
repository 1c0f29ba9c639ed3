// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/contracts/contract.h"
#include "core/lab/vendor_model.h"

#include <string>

namespace holdpoint::lab {

/// What of an HTTP request a simulated vendor looks at.
struct HttpRequest {
    std::string method;
    std::string target;
    std::string key;          ///< header Idempotency-Key
    std::string traceParent;  ///< header traceparent
    std::string body;
};

/// What it says, and when.
struct HttpReply {
    VendorReply::Way way = VendorReply::Way::Answered;
    std::uint16_t status = 200;
    std::string retryAfter;
    bool replayed = false;
    std::string body;
    Instant due;
};

/// The paths of one vendor; a body beyond 1 MB closes the connection. No thread; nothing may leave before `vendor.sync()`.
///   POST /v1/<operation>     a call; the body is checked against the request contract
///   GET  /v1/effects/<key>   what became of a call
///   GET  /v1/book            {"vendor","received","effects","keys":[{"key","operation","order","received","effects",…}]}
///   POST /v1/faults          {"faults":[{"kind","operation","per_million","seed","times","delay_ms","code","asks"}]};
///                            replaces all switches; everything but kind may be left out
HttpReply route(VendorModel& vendor, const contracts::Contracts& agreed, const HttpRequest& request,
                Instant now);

/// The switches in a body of POST /v1/faults. Errors: InvalidArgument.
Result<std::vector<Fault>> parseFaults(std::string_view json);

}  // namespace holdpoint::lab
