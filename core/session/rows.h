// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <string>

/// Rows of the lists.
namespace holdpoint::session {

struct OrderRow {
    EntityId id;
    std::string number;    ///< the producer's; empty until `placed` came
    std::string producer;  ///< who gave it
    Version version = 0;
    Place place = Place::Awaited;
    OrderStatus status = OrderStatus::Awaited;
    Lane lane = Lane::Live;
    OrderOwner owner = OrderOwner::Holdpoint;
    Instant created;
    Instant changed;
    Money value;
    std::string channel;
    std::string region;
    std::string vendor;       ///< of its first leg
    std::uint32_t flags = 0;  ///< bits of Flag
    [[nodiscard]] bool has(Flag flag) const noexcept
    {
        return (flags >> static_cast<unsigned>(flag) & 1U) != 0;
    }
    friend bool operator==(const OrderRow&, const OrderRow&) = default;
};

struct ExceptionRow {
    EntityId id;
    EntityId about;
    std::string orderNumber{};  ///< of the order it is about; empty: about none, or none is known yet
    ExceptionState state = ExceptionState::New;
    ExceptionKind category = ExceptionKind::FailedOrder;
    Stage stage = Stage::Intake;
    Priority priority = Priority::P3;
    bool blocking = true;
    FailureClass cls = FailureClass::None;
    std::string code;
    std::string vendor;
    std::string node;
    std::string channel;
    std::string region;
    Money value;
    Lane lane = Lane::Live;
    std::uint64_t group = 0;  ///< fingerprint
    Instant opened;
    Instant due = Never;  ///< SLA
    Instant snoozedUntil = Never;
    std::string assignee;
    std::uint16_t reopened = 0;
    std::uint16_t problems = 0;
    friend bool operator==(const ExceptionRow&, const ExceptionRow&) = default;
};

/// All open items of one fingerprint that a filter lets through.
struct GroupRow {
    std::uint64_t fingerprint = 0;
    std::size_t count = 0;
    Priority priority = Priority::P4;  ///< the most urgent in it
    Instant due = Never;               ///< the earliest
    Instant opened = Never;            ///< the first
    ExceptionKind category = ExceptionKind::FailedOrder;
    Stage stage = Stage::Intake;
    FailureClass cls = FailureClass::None;
    std::string code;
    std::string vendor;
    EntityId example;       ///< its most urgent item
    std::size_t owned = 0;  ///< how many are somebody's
    std::string owner{};    ///< whose all of them are; empty: nobody's, or not all of one
    friend bool operator==(const GroupRow&, const GroupRow&) = default;
};

}  // namespace holdpoint::session
