// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_types.h"

#include "core/engine/event_facts.h"

#include <algorithm>

namespace holdpoint::engine {
namespace {

using enum EventClass;
using F = Field;
using W = Wants;
constexpr bool required = true;

constexpr auto Placing = std::to_array<FieldRule>({
    {F::Channel, W::Text},
    {F::Region, W::Text},
    {F::Currency, W::Currency, required},
    {F::Total, W::Amount},
    {F::Promise, W::Time},
    {F::LinesKnown, W::Flag},
    {F::Lines, W::Lines},
});
constexpr auto Line = std::to_array<FieldRule>({
    {F::Line, W::Part, required},
    {F::Sku, W::Text, required},
    {F::Units, W::Units, required},
    {F::Price, W::Amount},
});
constexpr auto Cancelling = std::to_array<FieldRule>({
    {F::Id, W::Text},
    {F::Line, W::PartOrNone},
    {F::Reason, W::Text},
});
constexpr auto Address = std::to_array<FieldRule>({
    {F::Version, W::Version, required},
    {F::Region, W::Text, required},
});
constexpr auto Holding = std::to_array<FieldRule>({
    {F::Id, W::Text},
    {F::Reason, W::HoldReason, required},
});
constexpr auto Paying = std::to_array<FieldRule>({
    {F::Payment, W::Part, required},
    {F::Id, W::Text},
    {F::Method, W::Text},
    {F::Amount, W::Amount, required},
    {F::Currency, W::Currency, required},
    {F::Code, W::Text},
});
constexpr auto Parcel = std::to_array<FieldRule>({
    {F::Leg, W::Part, required},
    {F::Id, W::Text},
    {F::Node, W::Text},
    {F::Line, W::PartOrNone},
    {F::Units, W::UnitsOrNone},
    {F::Tracking, W::Text},
});
constexpr auto Accepting = std::to_array<FieldRule>({
    {F::Leg, W::Part, required},
    {F::Id, W::Text},
});
constexpr auto Refusing = std::to_array<FieldRule>({
    {F::Leg, W::Part, required},
    {F::Id, W::Text},
    {F::Code, W::Text, required},
});
constexpr auto Returning = std::to_array<FieldRule>({
    {F::Return, W::Part, required},
    {F::Id, W::Text},
    {F::Line, W::Part, required},
    {F::Units, W::Units, required},
    {F::Reason, W::Text},
});
constexpr auto Receiving = std::to_array<FieldRule>({
    {F::Return, W::Part, required},
    {F::Id, W::Text},
    {F::Line, W::Part, required},
    {F::Units, W::Units, required},
    {F::Condition, W::Text},
});
constexpr auto OldDecision = std::to_array<FieldRule>({
    {F::Leg, W::Part, required},
    {F::Id, W::Text},
    {F::Node, W::Text},
    {F::Fingerprint, W::Version},
    {F::Lines, W::OldLines},
    {F::Legs, W::Part},
    {F::Method, W::Text},
    {F::Promise, W::Time},
    {F::Exception, W::Text},
    {F::Cost, W::Amount},
    {F::Currency, W::Currency},
    {F::OrderVersion, W::Version},
    {F::Snapshot, W::Text},
    {F::StockAsOf, W::Time},
    {F::Rules, W::Text},
    {F::Mapping, W::Text},
    {F::DecidedAt, W::Time},
    {F::Fired, W::Text},
});
constexpr auto OldLine = std::to_array<FieldRule>({
    {F::Line, W::Part, required},
    {F::Units, W::Units, required},
    {F::Saw, W::Count},
});
constexpr auto OldOutcome = std::to_array<FieldRule>({
    {F::Id, W::Text},
    {F::Outcome, W::Text, required},
    {F::EndedAt, W::Time},
    {F::Amount, W::Amount},
    {F::Currency, W::Currency},
});
constexpr auto Counting = std::to_array<FieldRule>({
    {F::Counts, W::Counts, required},
});
constexpr auto Count = std::to_array<FieldRule>({
    {F::Sku, W::Text, required},
    {F::Units, W::Count, required},
    {F::Version, W::Version, required},
    {F::Buffer, W::Count},
});
constexpr auto Adjusting = std::to_array<FieldRule>({
    {F::Sku, W::Text, required},
    {F::Delta, W::Delta, required},
    {F::Id, W::Text},
});

constexpr EntityKind Order = EntityKind::Order;
constexpr EntityKind Node = EntityKind::Node;

constexpr auto Types = std::to_array<EventType>({
    {"order.placed", Create, Order, Placing, checkPlaced, buildPlaced},
    {"order.cancel_asked", Compensate, Order, Cancelling, nullptr, buildCancelWished},
    {"order.address", Update, Order, Address, nullptr, buildAddress},
    {"order.hold_asked", Update, Order, Holding, nullptr, buildHold},
    {"payment.authorised", Confirm, Order, Paying, nullptr, buildMoney<Authorised>},
    {"payment.captured", Confirm, Order, Paying, nullptr, buildMoney<Captured>},
    {"payment.refunded", Compensate, Order, Paying, nullptr, buildMoney<Refunded>},
    {"payment.failed", Update, Order, Paying, nullptr, buildMoney<PaymentFailed>},
    {"payment.charged_back", Compensate, Order, Paying, nullptr, buildMoney<ChargedBack>},
    {"shipment.picked", Confirm, Order, Parcel, checkParcel, buildParcel<Picked>},
    {"shipment.shipped", Confirm, Order, Parcel, checkParcel, buildParcel<ShippedFact>},
    {"shipment.delivered", Confirm, Order, Parcel, checkParcel, buildParcel<DeliveredFact>},
    {"shipment.lost", Compensate, Order, Parcel, checkParcel, buildParcel<LostFact>},
    {"shipment.recalled", Compensate, Order, Parcel, checkParcel, buildParcel<RecalledFact>},
    {"shipment.accepted", Confirm, Order, Accepting, nullptr, buildNodeAccepted},
    {"shipment.refused", Compensate, Order, Refusing, nullptr, buildNodeRefused},
    {"return.asked", Create, Order, Returning, nullptr, buildReturnAsked},
    {"return.received", Confirm, Order, Receiving, nullptr, buildReturnReceived},
    {"legacy.decided", Create, Order, OldDecision, checkLegacyDecided, buildLegacyDecided},
    {"legacy.outcome", Confirm, Order, OldOutcome, checkLegacyOutcome, buildLegacyOutcome},
    {"stock.counted", Update, Node, Counting, checkCounts, buildCounts},
    {"stock.adjusted", Update, Node, Adjusting, nullptr, buildAdjusted},
});

}  // namespace

const EventType* findEventType(std::string_view name) noexcept
{
    const auto type =
        std::find_if(Types.begin(), Types.end(), [&](const EventType& t) { return t.name == name; });
    return type == Types.end() ? nullptr : &*type;
}

std::span<const EventType> eventTypes() noexcept { return Types; }
std::span<const FieldRule> lineFields() noexcept { return Line; }
std::span<const FieldRule> oldLineFields() noexcept { return OldLine; }
std::span<const FieldRule> countFields() noexcept { return Count; }

}  // namespace holdpoint::engine
