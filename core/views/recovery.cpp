// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/recovery.h"

#include "core/model/step.h"

#include <algorithm>
#include <optional>

namespace holdpoint::views {
namespace {

constexpr Seq Chunk = 1'000;

/// The calls of one operation to one vendor among the steps it is given.
class Calls final : public engine::StepSink {
public:
    Calls(VendorName vendor, Operation operation) : vendor_(vendor), operation_(operation) {}

    void step(const engine::Step& step) override
    {
        if (error)
            return;
        // The second byte names the kind of input: nine of ten steps need not be read.
        if (step.body.size() < 2 || (step.body[1] & std::byte{15}) != std::byte{Answer})
            return;
        const auto body = decodeStep(step.body);
        if (!body) {
            error = Error{Code::Corrupt, "step " + std::to_string(step.seq) + ": " + body.error().detail};
            return;
        }
        for (const Fact& fact : body->facts)
            if (const auto* call = std::get_if<Attempted>(&fact.body))
                if (call->vendor == vendor_ && call->operation == operation_ && !call->asked)
                    note(*call);
    }

    /// By contract, and when; oldest first.
    std::vector<std::pair<bool, Instant>> calls;
    std::optional<Error> error;

private:
    static constexpr std::uint8_t Answer = static_cast<std::uint8_t>(InputKind::Answer);

    void note(const Attempted& call)
    {
        const bool done =
            call.outcome == AttemptOutcome::Done || call.outcome == AttemptOutcome::AlreadyProcessed;
        if (done || call.cls == FailureClass::Validation)
            calls.emplace_back(done && call.pointer.empty(), call.end);
    }

    VendorName vendor_;
    Operation operation_;
};

}  // namespace

Result<Recovery> recoveryOf(store::StoreReader& reader, VendorName vendor, Operation operation, Seq failure,
                            Seq most)
{
    const auto head = reader.head();
    if (!head)
        return head.error();
    const Seq newest = head->lease.lastSeq;
    const Seq oldest = std::max(failure, newest > most ? newest - most : 0) + 1;
    Recovery recovery{Never, oldest == failure + 1};
    for (Seq last = newest; last >= oldest;) {
        const Seq first = last - oldest < Chunk ? oldest : last - Chunk + 1;
        Calls calls(vendor, operation);
        if (auto read = reader.steps(first, last, calls); !read)
            return read.error();
        if (calls.error)
            return *calls.error;
        for (auto call = calls.calls.rbegin(); call != calls.calls.rend(); ++call) {
            if (!call->first) {
                recovery.complete = true;  // what came before it does not count
                return recovery;
            }
            recovery.goodSince = call->second;
        }
        last = first - 1;
    }
    return recovery;
}

}  // namespace holdpoint::views
