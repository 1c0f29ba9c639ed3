// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/rollout.h"
#include "core/rollout/traits.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Which path a new order takes. Only the first decision asks here; afterwards the order's own ledger row holds.
namespace holdpoint::rollout {

inline constexpr int Buckets = 10'000;

/// uint64_be(SHA-256(salt ‖ 0x1F ‖ unit)[0..8]) mod 10000. Holds the salt ready; one thread at a time.
class Bucketer {
public:
    explicit Bucketer(std::string_view salt);
    [[nodiscard]] int operator()(std::string_view unit) const;

private:
    mutable std::string text_;  // salt, separator, then the unit of the call
    std::size_t saltSize_;
};

/// One slice of a step as it is served now.
struct ServedSlice {
    std::string name;
    Predicate predicate;
    int weightBp = 0;    ///< of 10,000; buckets below it go the new way, so that raising it evicts nobody
    int holdbackBp = 0;  ///< kept with legacy even at full weight
    SliceState state = SliceState::Open;
    IntakeDestination stopped = IntakeDestination::Legacy;  ///< where orders of a paused slice go
    std::optional<int> trialBp;  ///< weight of a reopening trial; serves although the slice is paused
    std::vector<Predicate> excluded;

    [[nodiscard]] int effectiveBp() const noexcept;
    friend bool operator==(const ServedSlice&, const ServedSlice&) = default;
};

enum class Why : std::uint8_t {
    Hashed,       ///< the bucket decided
    NotEligible,  ///< in no slice
    Unknown,      ///< an attribute is missing: ELIGIBILITY_UNKNOWN
    NoUnit,       ///< nothing to hash
    Excluded,     ///< cut out of its slice
    SlicePaused,  ///< its slice takes no new orders
    CapReached,   ///< the hour is full
};

struct Assignment {
    IntakeDestination destination = IntakeDestination::Legacy;
    Why why = Why::NotEligible;
    std::optional<std::size_t> slice;
    std::optional<Arm>
        arm;  ///< by the hash, also while a cap or a pause sends the order elsewhere: SRM counts the hash
    int bucket = -1;
    bool inSample = false;  ///< counts for gates
};

/// The first slice the order is eligible for decides. Never the new path without a unit, a yes and a bucket below the weight.
[[nodiscard]] Assignment assign(const Bucketer& bucketer, std::span<const ServedSlice> slices,
                                const Traits& traits, std::string_view unit);

/// Orders and value an hour, as the plan limits them. 0: no limit.
struct Caps {
    std::int64_t ordersPerHour = 0;
    std::int64_t valuePerHour = 0;  ///< in minor units of the plan's currency
};

/// What the hour has taken. From the moment a cap binds to the end of that hour both arms leave the sample.
class CapMeter {
public:
    /// Applies the cap to a hashed assignment; what still fits is counted.
    void apply(Assignment& assignment, const Caps& caps, std::int64_t value, Instant now);
    [[nodiscard]] bool bound(Instant now) const noexcept { return hourOf(now) == hour_ && bound_; }

private:
    [[nodiscard]] static std::int64_t hourOf(Instant at) noexcept { return at.ms / 3'600'000; }
    std::int64_t hour_ = -1;
    std::int64_t orders_ = 0;
    std::int64_t value_ = 0;
    bool bound_ = false;
};

/// Is all that `inner` serves served by `outer` too? By equal predicates and weights that do not fall: a sufficient test.
[[nodiscard]] bool nested(std::span<const ServedSlice> inner, std::span<const ServedSlice> outer);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::Why, "hashed", "not_eligible", "unknown", "no_unit", "excluded", "slice_paused",
         "cap_reached");
}  // namespace holdpoint
