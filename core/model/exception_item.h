// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/facts.h"

#include <string>
#include <vector>

namespace holdpoint {

/// One item of the exception queue: one order with all its problems, or one object without an order. Folded from the
/// steps of the exception entity, whose id is the order's with another kind.
struct ExceptionItem {
    EntityId id;
    EntityId about;
    Version version = 0;
    Seq head = 0;
    ExceptionState state = ExceptionState::New;
    ExceptionKind category = ExceptionKind::FailedOrder;
    Stage stage = Stage::Intake;
    Priority priority = Priority::P3;
    bool blocking = true;
    FailureClass cls = FailureClass::None;
    CodeName code;
    VendorName vendor;
    NodeName node;
    ChannelName channel;
    RegionName region;
    Currency currency;
    std::int64_t value = 0;
    Lane lane = Lane::Live;
    std::uint64_t fingerprint = 0;
    std::string pointer;
    std::string expected;
    std::string got;
    Instant opened;
    Instant due = Never;           ///< SLA; while it waits for customer or vendor it stands still
    Instant waitingSince = Never;  ///< since when it stands still
    Instant resolved = Never;
    Resolution resolution = Resolution::Auto;
    CodeName rootCause;
    ActorName assignee;
    Instant snoozedUntil = Never;
    std::uint16_t reopened = 0;
    std::uint16_t problems = 0;  ///< how many joined in
    std::uint16_t notes = 0;
    std::vector<CodeName> labels;
};

}  // namespace holdpoint
