// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <cstdint>
#include <string_view>

/// How a new exception is grouped and how urgent it is. Pure.
namespace holdpoint::exceptions {

/// Items with the same fingerprint are one group. Takes texts, not dictionary numbers: equal in every store. Indexes in
/// the pointer are left out, so that line 0 and line 3 with the same breach are one group.
[[nodiscard]] std::uint64_t fingerprint(ExceptionKind category, Stage stage, FailureClass cls,
                                        std::string_view code, std::string_view vendor,
                                        std::string_view pointer);

struct Circumstances {
    ExceptionKind category = ExceptionKind::FailedOrder;
    FailureClass cls = FailureClass::None;
    bool harm = false;  ///< money or customer harm now: oversell, shipped but unpaid or cancelled, lost
    bool outcomeUnknown = false;
    bool lateWebhook = false;
    Lane lane = Lane::Live;
    Instant promise = Never;
    Instant now;
    int inGroup = 1;  ///< orders in the group, this one included
};

/// P1 harm or a duplicate effect; P2 Transport, Validation, Unclassified, outcome unknown, incomplete cancellation; P4
/// backfill, late webhook; P3 the rest. One step up if the promise is within 4 h, or missed, or if more than 25 orders
/// are in the group.
[[nodiscard]] Priority startingPriority(const Circumstances& circumstances) noexcept;

/// Time to resolve: 15 min, 1 h, 4 h, 24 h.
[[nodiscard]] Milliseconds slaFor(Priority priority) noexcept;

}  // namespace holdpoint::exceptions
