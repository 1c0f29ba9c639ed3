// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/answer.h"
#include "core/lab/http_routes.h"
#include "tests/fuzz/fuzz.h"

#include <chrono>

namespace holdpoint::fuzz {
namespace {

const contracts::Contracts& builtIn()
{
    static const contracts::Contracts agreed = *contracts::Contracts::compile(contracts::builtInDocuments());
    return agreed;
}

/// A call of any operation, or a question.
VendorCall callOf(std::uint8_t choice)
{
    VendorCall call;
    call.outbox = 5;
    call.order = EntityId(3, 4, EntityKind::Order);
    call.ref = {static_cast<Operation>(choice % CountOf<Operation>), 1, 1};
    call.ask = choice >= 128;
    call.vendor = "wms-east";
    call.key = "hp:1:ship:1";
    call.orderNumber = "1";
    return call;
}

}  // namespace

// First byte: operation or question. First line: status, Retry-After, replayed (`200 30 r`). The rest: the body.
void answer(std::string_view input)
{
    if (input.empty())
        return;
    const VendorCall call = callOf(static_cast<std::uint8_t>(input.front()));
    input.remove_prefix(1);
    std::string_view head = cut(input, "\n");
    contracts::HttpOutcome outcome;
    for (const char c : cut(head, " "))
        outcome.status = static_cast<std::uint16_t>((outcome.status * 10 + (c - '0')) % 1000);
    outcome.retryAfter = std::string(cut(head, " "));
    outcome.replayed = head == "r";
    outcome.body = std::string(input);
    const VendorAnswer read = contracts::readAnswer(call, outcome, builtIn());
    must(read.outbox == call.outbox && read.ref == call.ref && read.asked == call.ask,
         "an answer is of its call");
    must(read.body.size() <= contracts::MaxKeptBody, "what is kept of a body keeps its limit");
    must(read.retryAfterMs >= -1, "a wait is none or positive");
    const bool success = outcome.status >= 200 && outcome.status < 300;
    if (!success && !call.ask)
        must(read.outcome != AttemptOutcome::Done, "only success is done");
    if (read.cls != FailureClass::None && read.outcome == AttemptOutcome::Done)
        must(success, "a breach with a reference is a success");
}

void contract(std::string_view input)
{
    auto documents = contracts::builtInDocuments();
    documents.front().text = std::string(input);
    if (const auto agreed = contracts::Contracts::compile(documents)) {
        const contracts::Contract& ship = agreed->of("wms-east", Operation::Ship);
        (void)agreed->classify(ship, 422, "any");
    }
}

// The doors of a simulated vendor: the switches, and a request to any of its paths.
void faults(std::string_view input)
{
    (void)lab::parseFaults(input);
    lab::VendorModel vendor({.name = "wms-east"});
    lab::HttpRequest request;
    std::string_view head = cut(input, "\n");
    request.method = std::string(cut(head, " "));
    request.target = std::string(cut(head, " "));
    request.key = std::string(cut(head, " "));
    request.traceParent = std::string(head);
    request.body = std::string(input);
    const auto first = lab::route(vendor, builtIn(), request, Instant{1'800'000'000'000});
    const auto again = lab::route(vendor, builtIn(), request, Instant{1'800'000'060'000});
    must(first.status >= 100 && again.status < 600, "a reply has a status");
    if (!request.key.empty())
        if (const auto* entry = vendor.book().find(request.key))
            must(entry->effects <= 1, "one key, one effect");
}

}  // namespace holdpoint::fuzz
