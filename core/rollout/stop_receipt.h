// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <optional>

/// Did a stop of intake take effect? Measured by traffic, never assumed.
namespace holdpoint::rollout {

class StopReceipt {
public:
    explicit StopReceipt(Instant requested) : requested_(requested) {}

    void accepted(Instant at) noexcept { accepted_ = at; }
    /// The partitions all route anew.
    void effective(Instant at) noexcept { effective_ = at; }
    /// An eligible order was assigned.
    void order(bool newPath, Instant at) noexcept;

    struct Reading {
        CommandState state = CommandState::Requested;
        std::optional<Priority> alarm;
        bool nothingToMeasure = false;     ///< effective, but no traffic tells
        std::optional<Milliseconds> took;  ///< command to the last order on the new path, or to effective
    };
    [[nodiscard]] Reading read(Instant now) const;

    static constexpr Milliseconds AcceptWithin{2'000}, LateAfter{5'000}, UnknownAfter{60'000}, Quiet{10'000},
        NoTraffic{30'000};

private:
    Instant requested_;
    Instant accepted_ = Never, effective_ = Never;
    Instant firstAway_ = Never;  // first eligible order since effective that did not go the new way
    Instant lastAway_{INT64_MIN};
    Instant lastNew_{INT64_MIN};  // last order on the new path
    bool failed_ = false;
};

}  // namespace holdpoint::rollout
