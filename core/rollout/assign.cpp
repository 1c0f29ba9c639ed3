// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/assign.h"

#include "core/base/hash.h"

#include <algorithm>

namespace holdpoint::rollout {
namespace {

constexpr char Separator = 0x1F;

/// The first slice with a yes; a slice that would need what is missing counts only if none says yes.
struct Place {
    std::optional<std::size_t> slice;
    bool unknown = false;
};

Place placeOf(std::span<const ServedSlice> slices, const Traits& traits)
{
    Place place;
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const Eligible e = eligible(slices[i].predicate, traits);
        if (e == Eligible::Yes) {
            place.slice = i;
            return place;
        }
        place.unknown |= e == Eligible::Unknown;
    }
    return place;
}

/// Also if it may be: an order that cannot be told from an excluded one stays with legacy.
bool excluded(const ServedSlice& slice, const Traits& traits)
{
    return std::any_of(slice.excluded.begin(), slice.excluded.end(),
                       [&](const Predicate& p) { return eligible(p, traits) != Eligible::No; });
}

}  // namespace

Bucketer::Bucketer(std::string_view salt) : text_(salt), saltSize_(salt.size() + 1) { text_ += Separator; }

int Bucketer::operator()(std::string_view unit) const
{
    text_.resize(saltSize_);
    text_ += unit;
    return static_cast<int>(prefix64(sha256(text_)) % Buckets);
}

int ServedSlice::effectiveBp() const noexcept
{
    const int weight = state == SliceState::Paused ? trialBp.value_or(0) : weightBp;
    return std::clamp(weight, 0, Buckets - holdbackBp);
}

Assignment assign(const Bucketer& bucketer, std::span<const ServedSlice> slices, const Traits& traits,
                  std::string_view unit)
{
    Assignment found;
    const Place place = placeOf(slices, traits);
    if (!place.slice) {
        found.why = place.unknown ? Why::Unknown : Why::NotEligible;
        return found;
    }
    const ServedSlice& slice = slices[*place.slice];
    found.slice = place.slice;
    if (unit.empty() || slice.state == SliceState::Waiting || excluded(slice, traits)) {
        found.why = unit.empty()                         ? Why::NoUnit
                    : slice.state == SliceState::Waiting ? Why::NotEligible
                                                         : Why::Excluded;
        return found;
    }
    found.bucket = bucketer(unit);
    const bool paused = slice.state == SliceState::Paused;
    const int asPlanned = std::min(slice.weightBp, Buckets - slice.holdbackBp);
    found.arm = found.bucket < asPlanned ? Arm::Canary : Arm::Control;
    found.inSample = !paused;
    found.why = Why::Hashed;
    if (found.bucket < slice.effectiveBp()) {
        found.destination = IntakeDestination::NewPath;
    } else if (paused && found.arm == Arm::Canary) {
        found.why = Why::SlicePaused;
        found.destination = slice.stopped;
    }
    return found;
}

void CapMeter::apply(Assignment& assignment, const Caps& caps, std::int64_t value, Instant now)
{
    if (hourOf(now) != hour_)
        *this = {}, hour_ = hourOf(now);
    if (assignment.destination == IntakeDestination::NewPath) {
        const bool fits = (caps.ordersPerHour == 0 || orders_ < caps.ordersPerHour) &&
                          (caps.valuePerHour == 0 || value_ + value <= caps.valuePerHour);
        if (fits) {
            ++orders_;
            value_ += value;
        } else {
            bound_ = true;
            assignment.destination = IntakeDestination::Legacy;
            assignment.why = Why::CapReached;
        }
    }
    assignment.inSample &= !bound_;
}

bool nested(std::span<const ServedSlice> inner, std::span<const ServedSlice> outer)
{
    return std::all_of(inner.begin(), inner.end(), [&](const ServedSlice& small) {
        return std::any_of(outer.begin(), outer.end(), [&](const ServedSlice& large) {
            return large.predicate == small.predicate && large.weightBp >= small.weightBp &&
                   large.holdbackBp <= small.holdbackBp && large.excluded == small.excluded;
        });
    });
}

}  // namespace holdpoint::rollout
