// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/time.h"
#include "core/rollout/plan.h"

/// Two clocks: the wall runs on, the bake clock only while the step really runs on fresh data.
namespace holdpoint::rollout {

class BakeClock {
public:
    /// Once per evaluation. `run`: hash of build, rules, mappings, contracts and thresholds; another one begins anew.
    void tick(Instant now, bool running, bool fresh, const Hash& run);
    void sawCutoff() noexcept { ++state_.cutoffs; }
    void sawPeak() noexcept { ++state_.peaks; }
    void resumed(Instant now) noexcept { state_.resumedAt = now; }
    void restart() noexcept;

    [[nodiscard]] Milliseconds baked() const noexcept { return state_.baked; }
    [[nodiscard]] int cutoffs() const noexcept { return state_.cutoffs; }
    [[nodiscard]] int peaks() const noexcept { return state_.peaks; }

    struct Needs {
        Milliseconds least{24LL * 3'600'000};
        Milliseconds most{5LL * 24 * 3'600'000};
        int cutoffs = 1;
        int peaks = 1;
        bool samplesMet = false;
    };
    [[nodiscard]] bool isDone(const Needs& needs, Instant now) const noexcept;
    /// Without a verdict by then, growth stops: BAKE_TIMEOUT.
    [[nodiscard]] bool timedOut(const Needs& needs) const noexcept { return state_.baked >= needs.most; }
    /// When it can be done at the earliest, if it runs without a break.
    [[nodiscard]] Instant earliest(const Needs& needs, Instant now) const noexcept;

    static constexpr Milliseconds LongPause{30 * 60'000};
    static constexpr Milliseconds CoolDown{15 * 60'000};

    /// All there is of it, for a restart.
    struct State {
        Milliseconds baked{0};
        Instant last = Never;
        bool ranLast = false;
        Instant pausedSince = Never;
        Instant resumedAt{INT64_MIN / 2};
        Hash run{};
        int cutoffs = 0;
        int peaks = 0;
        friend bool operator==(const State&, const State&) = default;
    };
    BakeClock() = default;
    explicit BakeClock(const State& state) : state_(state) {}
    [[nodiscard]] const State& state() const noexcept { return state_; }

private:
    State state_;
};

}  // namespace holdpoint::rollout
