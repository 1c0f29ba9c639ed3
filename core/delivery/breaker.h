// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/effect.h"
#include "core/model/policy.h"

#include <array>
#include <cstdint>

/// What keeps a failing vendor from being called in vain. Volatile, one each per vendor; one thread at a time.
namespace holdpoint::delivery {

/// Does this answer count against the vendor? Transport failures and unknown outcomes.
[[nodiscard]] constexpr bool countsAsFailure(const VendorAnswer& answer) noexcept
{
    return answer.cls == FailureClass::Transport || answer.outcome == AttemptOutcome::OutcomeUnknown;
}

/// Opens when more than `failurePercent` of at least `minCalls` answers within `window` failed; after `probeAfter` lets one
/// call through, whose answer closes or opens it again. Starts half-open: what the vendor is like is not known, so the
/// first call is a probe. The window moves in tenths.
class Breaker {
public:
    enum class State : std::uint8_t { Closed, Open, HalfOpen };

    Breaker() = default;
    explicit Breaker(const BreakerPlan& plan) noexcept : plan_(plan) {}

    /// May a call be made now? True takes the probe, so ask only for a call that will be made. A probe without an answer
    /// is given up after `probeAfter`.
    [[nodiscard]] bool allows(Instant now);
    /// The same without taking anything: for a look at candidates.
    [[nodiscard]] bool wouldAllow(Instant now) const noexcept;
    /// An answer came (or its time-out). While open it says nothing new and is left out.
    void record(bool failed, Instant now);

    [[nodiscard]] State state() const noexcept { return state_; }
    /// When the next call will be allowed, if no answer comes before; the beginning of time while closed.
    [[nodiscard]] Instant probeAt() const noexcept
    {
        return state_ == State::Closed ? Instant{INT64_MIN} : probeAt_;
    }

private:
    struct Slot {
        std::int64_t number = INT64_MIN;
        int calls = 0;
        int failures = 0;
    };
    [[nodiscard]] bool overLimit(std::int64_t slot) const noexcept;
    void open(Instant now);

    BreakerPlan plan_;
    State state_ = State::HalfOpen;
    Instant probeAt_{INT64_MIN};
    std::array<Slot, 10> slots_{};
};

/// 10 % of first calls: each that succeeds adds a tenth, a retry takes one whole; starts with 10, holds at most 100. One
/// retry a second is always allowed, so that the last orders of a quiet hour are not stuck.
class RetryBudget {
public:
    void firstCallSucceeded() noexcept;
    /// Takes one retry, or says no.
    [[nodiscard]] bool take(Instant now) noexcept;
    /// Whole retries left.
    [[nodiscard]] int left() const noexcept { return tenths_ / 10; }

private:
    int tenths_ = 100;
    Instant lastFree_{INT64_MIN / 2};
};

}  // namespace holdpoint::delivery
