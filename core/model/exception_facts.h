// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact_fields.h"

/// Facts about items of the exception queue.
namespace holdpoint {

struct ExceptionOpened  // also a further problem that joins the item
{
    HP_FACT(100);
    EntityId about;
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
    HP_FIELDS(HP_F(about) HP_F(category) HP_F(stage) HP_F(priority) HP_F(blocking) HP_F(cls) HP_F(code)
                  HP_F(vendor) HP_F(node) HP_F(channel) HP_F(region) HP_F(currency) HP_F(value) HP_F(lane)
                      HP_F(fingerprint) HP_F(pointer) HP_F(expected) HP_F(got));
    friend bool operator==(const ExceptionOpened&, const ExceptionOpened&) = default;
};
struct ExceptionResolved {
    HP_FACT(101);
    Resolution resolution = Resolution::Auto;
    CodeName rootCause;
    ActorName by;
    HP_FIELDS(HP_F(resolution) HP_F(rootCause) HP_F(by));
    friend bool operator==(const ExceptionResolved&, const ExceptionResolved&) = default;
};
struct ExceptionReopened {
    HP_FACT(102);
    HP_FIELDS((void)self; (void)visit;);
    friend bool operator==(const ExceptionReopened&, const ExceptionReopened&) = default;
};
struct ExceptionMoved  // acked, working, waiting …
{
    HP_FACT(103);
    ExceptionState state = ExceptionState::Triaged;
    ActorName by;
    HP_FIELDS(HP_F(state) HP_F(by));
    friend bool operator==(const ExceptionMoved&, const ExceptionMoved&) = default;
};
struct Assigned {
    HP_FACT(104);
    ActorName to;
    ActorName by;
    HP_FIELDS(HP_F(to) HP_F(by));
    friend bool operator==(const Assigned&, const Assigned&) = default;
};
struct Noted {
    HP_FACT(105);
    ActorName by;
    std::string text;
    HP_FIELDS(HP_F(by) HP_F(text));
    friend bool operator==(const Noted&, const Noted&) = default;
};
struct Snoozed {
    HP_FACT(106);
    Instant until = Never;
    ActorName by;
    HP_FIELDS(HP_F(until) HP_F(by));
    friend bool operator==(const Snoozed&, const Snoozed&) = default;
};
struct Labelled {
    HP_FACT(107);
    CodeName label;
    ActorName by;
    bool removed = false;
    HP_FIELDS(HP_F(label) HP_F(by) HP_F(removed));
    friend bool operator==(const Labelled&, const Labelled&) = default;
};

struct PrioritySet  // by a person
{
    HP_FACT(108);
    Priority priority = Priority::P3;
    ActorName by;
    HP_FIELDS(HP_F(priority) HP_F(by));
    friend bool operator==(const PrioritySet&, const PrioritySet&) = default;
};

}  // namespace holdpoint
