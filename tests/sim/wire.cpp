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
    const bool isLate = strikes(call, "late", options_.delayed);
    const bool isTwice = strikes(call, "twice", options_.twice);
    const Milliseconds by{isLate ? static_cast<std::int64_t>(1 + hash64(call.key) % 4'000) : 0};
    late += isLate;
    twice += isTwice;
    if (options_.mutant == Mutant::SentTwiceOtherKey && !call.ask && call.attempt > 1) {
        VendorCall again = call;
        again.key += "x";
        held_.emplace(now_, Held{again, false});
    }
    if (isTwice)
        held_.emplace(now_ + by + Milliseconds{1'500}, Held{call, false});
    if (isLate)
        held_.emplace(now_ + by, Held{std::move(call), true});
    else
        vendors_.dispatch(call);
}

void Wire::advance(Instant now)
{
    while (!held_.empty() && held_.begin()->first <= now) {
        auto taken = held_.extract(held_.begin());
        const Held& held = taken.mapped();
        now_ = std::max(now_, taken.key());
        vendors_.advance(now_);
        if (!held.heard)
            unheard_.emplace(held.call.outbox, held.call.ask, held.call.attempt, now_.ms);
        vendors_.dispatch(held.call);
    }
    now_ = now;
    vendors_.advance(now);
}

std::vector<VendorAnswer> Wire::takeAnswers()
{
    std::vector<VendorAnswer> out;
    for (VendorAnswer& answer : vendors_.takeAnswers()) {
        const auto found =
            unheard_.find(CallId{answer.outbox, answer.asked, answer.attempt, answer.start.ms});
        if (found != unheard_.end())
            unheard_.erase(found);
        else if (mutateAnswer(answer, options_.mutant))
            out.push_back(std::move(answer));
    }
    return out;
}

void Wire::died()
{
    ++life_;
    unheard_.clear();
    for (auto& [at, held] : held_)
        held.heard = false;
}

}  // namespace holdpoint::sim
