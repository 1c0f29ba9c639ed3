// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/contracts/answer.h"

#include "core/contracts/retry_after.h"

#include <algorithm>

namespace holdpoint::contracts {
namespace {

constexpr std::size_t MaxCode = 128;

class Reader {
public:
    Reader(const VendorCall& call, const HttpOutcome& outcome, const Contracts& contracts, Json& json)
        : call_(call),
          outcome_(outcome),
          contracts_(contracts),
          contract_(contracts.of(call.vendor, call.ref.operation)),
          json_(json)
    {
        answer_.outbox = call.outbox;
        answer_.order = call.order;
        answer_.ref = call.ref;
        answer_.asked = call.ask;
        answer_.attempt = call.attempt;
        answer_.start = outcome.start;
        answer_.end = outcome.end;
    }

    VendorAnswer read()
    {
        if (outcome_.way != HttpOutcome::Way::Answered)
            readNothing();
        else if (outcome_.status >= 200 && outcome_.status <= 299)
            call_.ask ? readState() : readSuccess();
        else
            readFailure();
        if (answer_.cls != FailureClass::None || !settled())
            keepBody();
        return std::move(answer_);
    }

private:
    [[nodiscard]] bool settled() const
    {
        return answer_.outcome == AttemptOutcome::Done || answer_.outcome == AttemptOutcome::AlreadyProcessed;
    }

    void readNothing()
    {
        const bool notSent = outcome_.way == HttpOutcome::Way::NotSent && !call_.ask;
        answer_.outcome = notSent ? AttemptOutcome::NotSent : AttemptOutcome::OutcomeUnknown;
        answer_.cls = FailureClass::Transport;
        answer_.code = outcome_.reason;
    }

    /// Parses and checks the body; notes the first breach.
    bool agrees(const Schema& schema)
    {
        answer_.status = outcome_.status;
        std::optional<Breach> breach =
            outcome_.tooLarge ? Breach{"", "at most 1 MB", "more"} : json_.parse(outcome_.body);
        if (!breach)
            breach = schema.check(json_);
        if (breach)
            note(std::move(*breach));
        return !breach;
    }

    void note(Breach breach)
    {
        answer_.cls = FailureClass::Validation;
        answer_.code = "contract_breach";
        answer_.pointer = std::move(breach.pointer);
        answer_.expected = std::move(breach.expected);
        answer_.got = std::move(breach.got);
    }

    void readSuccess()
    {
        const bool agreed = agrees(contract_.answer);
        if (!contract_.reference.empty() && !outcome_.tooLarge)
            answer_.reference = json_.text("/" + contract_.reference).value_or("");
        answer_.outcome = outcome_.replayed ? AttemptOutcome::AlreadyProcessed : AttemptOutcome::Done;
        if (!agreed && answer_.reference.empty())
            answer_.outcome = AttemptOutcome::OutcomeUnknown;
    }

    void readState()
    {
        answer_.outcome = AttemptOutcome::OutcomeUnknown;
        if (!agrees(contracts_.question()))
            return;
        const std::string_view key = json_.text("/key").value_or("");
        if (key != call_.key)
            return note({"/key", call_.key, std::string(key)});
        const std::string_view state = json_.text("/state").value_or("");
        answer_.reference = json_.text("/reference").value_or("");
        answer_.code = json_.text("/code").value_or("");
        if (state == "done")
            answer_.outcome = AttemptOutcome::Done;
        else if (state == "in_progress")
            answer_.outcome = AttemptOutcome::InProgress;
        else
            readRefusedState();
        if (state == "done" && !contract_.reference.empty() && answer_.reference.empty())
            note({"/reference", "the vendor's id of what it made", "missing"});
    }

    /// The state names only the code; the class is that of the first row with it.
    void readRefusedState()
    {
        answer_.outcome = AttemptOutcome::FailedForCertain;
        answer_.cls = FailureClass::Unclassified;
        for (const Failure& failure : contract_.failures)
            if (failure.code == answer_.code && failure.outcome == AttemptOutcome::FailedForCertain) {
                answer_.cls = failure.cls;
                return;
            }
    }

    void readFailure()
    {
        answer_.status = outcome_.status;
        const bool readable = !outcome_.tooLarge && !json_.parse(outcome_.body);
        if (readable)
            answer_.code = json_.text("/code").value_or("").substr(0, MaxCode);
        const Failure failure = contracts_.classify(contract_, outcome_.status, answer_.code);
        if (answer_.code.empty())
            answer_.code = "http_" + std::to_string(outcome_.status);
        answer_.cls = failure.cls;
        answer_.outcome = failure.outcome;
        answer_.retryAfterMs = retryAfterMs(outcome_.retryAfter, outcome_.end);
        if (readable)
            readProblem();
        if (call_.ask)
            readUnanswered();
    }

    void readProblem()
    {
        if (const auto wait = json_.number("/retry_after_ms"); wait && answer_.retryAfterMs < 0)
            answer_.retryAfterMs = std::max<std::int64_t>(-1, *wait);
        answer_.pointer = json_.text("/errors/0/pointer").value_or("");
        answer_.got = json_.text("/errors/0/code").value_or("");
        answer_.expected = json_.text("/errors/0/detail").value_or("");
        if (contract_.reference.empty() || answer_.outcome != AttemptOutcome::AlreadyProcessed)
            return;
        answer_.reference = json_.text("/" + contract_.reference).value_or("");
    }

    /// A question that failed says nothing about the effect, but for the one answer that proves that there is none.
    void readUnanswered()
    {
        const bool proof = outcome_.status == 404 && answer_.code == "no_such_effect";
        answer_.outcome = proof ? AttemptOutcome::NotSent : AttemptOutcome::OutcomeUnknown;
        if (proof)
            answer_.cls = FailureClass::None;
    }

    void keepBody() { answer_.body = outcome_.body.substr(0, MaxKeptBody); }

    const VendorCall& call_;
    const HttpOutcome& outcome_;
    const Contracts& contracts_;
    const Contract& contract_;
    Json& json_;
    VendorAnswer answer_;
};

}  // namespace

VendorAnswer readAnswer(const VendorCall& call, const HttpOutcome& outcome, const Contracts& contracts)
{
    thread_local Json json;  // keeps its memory
    return Reader(call, outcome, contracts, json).read();
}

}  // namespace holdpoint::contracts
