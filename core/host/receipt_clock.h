// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <cstdint>
#include <optional>

/// When a receipt moves on by time alone. Values in, values out: no clock, no thread; times are monotonic readings.
namespace holdpoint::host {

/// An engine that says nothing for two seconds has an unknown state, once.
class ReplyClock {
public:
    static constexpr Milliseconds Patience{2'000};

    explicit ReplyClock(Milliseconds asked) : asked_(asked) {}

    /// True exactly once: when the patience is over and nothing came.
    [[nodiscard]] bool turnsUnknown(Milliseconds now);
    void replied() { replied_ = true; }
    [[nodiscard]] bool hasReplied() const noexcept { return replied_; }

private:
    Milliseconds asked_;
    bool replied_ = false;
    bool told_ = false;
};

/// Proves from traffic that new orders stay away after intake was stopped. Fed with totals since the stop.
class IntakeProof {
public:
    static constexpr Milliseconds Window{10'000};  ///< of traffic without an order on the new path: verified
    static constexpr Milliseconds NoTraffic{30'000};

    enum class Verdict : std::uint8_t { Verified, Failed, NothingToMeasure };

    explicit IntakeProof(Milliseconds effective) : effective_(effective) {}

    /// `seen`: new orders since the stop, wherever they went; `taken`: of these, by the new path. Each verdict is said once;
    /// Verified may come after NothingToMeasure, Failed after either, and nothing after Failed.
    [[nodiscard]] std::optional<Verdict> look(Milliseconds now, std::uint64_t seen, std::uint64_t taken);
    [[nodiscard]] bool isOver() const noexcept { return last_ == Verdict::Failed; }

private:
    std::optional<Verdict> say(Verdict verdict);

    Milliseconds effective_;
    std::optional<Verdict> last_;
};

}  // namespace holdpoint::host
