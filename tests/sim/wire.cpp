// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/wire.h"

#include "core/base/hash.h"
#include "core/base/rng.h"

namespace holdpoint::sim {

bool Wire::strikes(const VendorCall& call, const char* what, std::uint32_t perMillion) const
{
    const std::string id = call.key + what + std::to_string(call.attempt) + (call.ask ? "?" : "");
    return SeededRng(hash64(id) ^ options_.seed).chance(perMillion);
}

void Wire::dispatch(const VendorCall& original)
{
    VendorCall call = original;
    if (!mutateCall(call, options_.mutant, life_))
        return;
    if (!past_)
        monitor_.called(call, now_);
    const bool isLate = strikes(call, "late", options_.delayed);
    const bool isTwice = strikes(call, "twice", options_.twice);
    const Milliseconds by{isLate ? static_cast<std::int64_t>(1 + hash64(call.key) % 4'000) : 0};
    late += isLate;
    twice += isTwice;
    if (isLate || isTwice)
        monitor_.struck(call.order, isLate ? "arrives late" : "arrives twice");
    if (options_.mutant == Mutant::SentTwiceOtherKey && !call.ask && call.attempt > 1) {
        VendorCall again = call;
        again.key += "x";
        held_.emplace(now_, Held{again, false});
    }
    if (isTwice)
        held_.emplace(now_ + by + Milliseconds{1'500}, Held{call, false});
    if (isLate)
        held_.emplace(now_ + by, Held{std::move(call), !past_});
    else
        now(call, !past_);
}

/// It arrives.
void Wire::now(const VendorCall& call, bool heard)
{
    const CallId id{call.outbox, call.ask, call.attempt, now_.ms};
    if (!heard) {
        unheard_.insert(id);
        copied_.insert(call.key);
    }
    if (heard && strikes(call, "drip", options_.drip))
        dripping_.emplace(id, call.timeout);
    vendors_.dispatch(call);
}

void Wire::advance(Instant time)
{
    while (!held_.empty() && held_.begin()->first <= time) {
        auto taken = held_.extract(held_.begin());
        const Held& held = taken.mapped();
        now_ = std::max(now_, taken.key());
        vendors_.advance(now_);
        now(held.call, held.heard);
    }
    now_ = time;
    vendors_.advance(time);
}

/// The last byte comes up to half a minute after the first; what is not whole within the limit is no answer.
void Wire::drip(VendorAnswer answer)
{
    const CallId id{answer.outbox, answer.asked, answer.attempt, answer.start.ms};
    const Milliseconds limit = dripping_.extract(id).mapped();
    ++dripped;
    monitor_.struck(answer.order, "slow drip");
    const auto by = static_cast<std::int64_t>(1 + hash64(std::to_string(answer.outbox)) % 30'000);
    answer.end = std::min(answer.end + Milliseconds{by}, answer.start + limit);
    if (answer.end == answer.start + limit) {
        ++cutOff;
        answer.outcome = AttemptOutcome::OutcomeUnknown;
        answer.cls = FailureClass::Transport;
        answer.code = "timeout";
        answer.status = 0;
        answer.reference.clear();
    }
    slow_.emplace(std::max(answer.end, now_), std::move(answer));
}

std::vector<VendorAnswer> Wire::takeAnswers()
{
    std::vector<VendorAnswer> out;
    const auto hear = [&](VendorAnswer answer) {
        if (!mutateAnswer(answer, options_.mutant))
            return;
        monitor_.answered(answer);
        out.push_back(std::move(answer));
    };
    for (VendorAnswer& answer : vendors_.takeAnswers()) {
        const CallId id{answer.outbox, answer.asked, answer.attempt, answer.start.ms};
        const auto found = unheard_.find(id);
        if (found != unheard_.end())
            unheard_.erase(found);
        else if (dripping_.contains(id))
            drip(std::move(answer));
        else
            hear(std::move(answer));
    }
    while (!slow_.empty() && slow_.begin()->first <= now_)
        hear(std::move(slow_.extract(slow_.begin()).mapped()));
    return out;
}

void Wire::died()
{
    ++life_;
    unheard_.clear();
    dripping_.clear();
    slow_.clear();
    for (auto& [at, held] : held_)
        held.heard = false;
}

}  // namespace holdpoint::sim
