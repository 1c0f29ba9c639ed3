// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact_fields.h"

/// Decided facts about an order: ours, made by the holder of its partition, one after the other.
namespace holdpoint {

struct Taken  // accepted as an order
{
    HP_FACT(40);
    Lane lane = Lane::Live;
    std::uint32_t batch = 0;  ///< serial of the backfill batch, 0 if none
    HP_FIELDS(HP_F(lane) HP_F(batch));
    friend bool operator==(const Taken&, const Taken&) = default;
};
struct OwnerSet {
    HP_FACT(41);
    std::uint32_t epoch = 0;
    OrderOwner owner = OrderOwner::Holdpoint;
    HP_FIELDS(HP_F(epoch) HP_F(owner));
    friend bool operator==(const OwnerSet&, const OwnerSet&) = default;
};
struct Held  // part = handle of the hold
{
    HP_FACT(42);
    HoldReason reason = HoldReason::Other;
    CodeName code;
    HP_FIELDS(HP_F(reason) HP_F(code));
    friend bool operator==(const Held&, const Held&) = default;
};
struct HoldReleased  // part = handle
{
    HP_FACT(43);
    HP_FIELDS((void)self; (void)visit;);
    friend bool operator==(const HoldReleased&, const HoldReleased&) = default;
};
struct RoutingDecided  // the record is beside it in the step
{
    HP_FACT(44);
    std::uint16_t round = 0;
    std::uint16_t legs = 0;         ///< 0: no node can
    std::uint64_t fingerprint = 0;  ///< of the inputs, for comparing with the old stack
    HP_FIELDS(HP_F(round) HP_F(legs) HP_F(fingerprint));
    friend bool operator==(const RoutingDecided&, const RoutingDecided&) = default;
};
struct ShipPlanned  // part = leg
{
    HP_FACT(45);
    NodeName node;
    VendorName vendor;
    std::uint16_t round = 0;
    std::vector<LineUnits> lines;
    HP_FIELDS(HP_F(node) HP_F(vendor) HP_F(round) HP_F(lines));
    friend bool operator==(const ShipPlanned&, const ShipPlanned&) = default;
};
enum class LegStockState : std::uint8_t {
    Asked,
    Granted,
    Refused,
    ReleaseAsked,
    Released,
    ConsumeAsked,
    Consumed,
    Expired
};
HP_NAMES(LegStockState, "asked", "granted", "refused", "release_asked", "released", "consume_asked",
         "consumed", "expired");
struct LegStock  // part = leg
{
    HP_FACT(46);
    LegStockState state = LegStockState::Asked;
    EntityId reservation;
    Instant expires = Never;
    CodeName code;
    HP_FIELDS(HP_F(state) HP_F(reservation) HP_F(expires) HP_F(code));
    friend bool operator==(const LegStock&, const LegStock&) = default;
};
struct EffectPlanned  // part = leg, payment, return or epoch, as the operation says
{
    HP_FACT(47);
    Operation operation = Operation::Ship;
    std::uint8_t generation = 1;
    VendorName vendor;
    std::uint64_t body = 0;  ///< hash of the request
    std::uint32_t contract = 0;
    std::uint32_t epoch = 0;   ///< owner epoch it was planned in
    std::uint64_t outbox = 0;  ///< 0: suppressed, the lane has no connector
    std::int64_t amount = 0;
    HP_FIELDS(HP_F(operation) HP_F(generation) HP_F(vendor) HP_F(body) HP_F(contract) HP_F(epoch) HP_F(outbox)
                  HP_F(amount));
    friend bool operator==(const EffectPlanned&, const EffectPlanned&) = default;
};
struct Attempted  // recorded with its end
{
    HP_FACT(48);
    Operation operation = Operation::Ship;
    std::uint8_t generation = 1;
    std::uint16_t attempt = 0;
    bool asked = false;  ///< a status query, not the call itself
    Instant start;
    Instant end;
    AttemptOutcome outcome = AttemptOutcome::Done;
    FailureClass cls = FailureClass::None;
    CodeName code;
    std::uint16_t status = 0;  ///< HTTP status, 0 if none
    Instant next = Never;      ///< when the next try or question is due
    std::string pointer;       ///< contract breach: where
    std::string expected;
    std::string got;
    VendorName vendor{};
    Hash payload{};  ///< of the answer's bytes that are kept; zero: none are
    HP_FIELDS(HP_F(operation) HP_F(generation) HP_F(attempt) HP_F(asked) HP_F(start) HP_F(end) HP_F(outcome)
                  HP_F(cls) HP_F(code) HP_F(status) HP_F(next) HP_F(pointer) HP_F(expected) HP_F(got)
                      HP_F(vendor) HP_F(payload));
    friend bool operator==(const Attempted&, const Attempted&) = default;
};
struct Answered  // one per effect
{
    HP_FACT(49);
    Operation operation = Operation::Ship;
    std::uint8_t generation = 1;
    AttemptOutcome outcome = AttemptOutcome::Done;
    FailureClass cls = FailureClass::None;
    CodeName code;
    std::string reference;  ///< the vendor's id of what it made
    HP_FIELDS(HP_F(operation) HP_F(generation) HP_F(outcome) HP_F(cls) HP_F(code) HP_F(reference));
    friend bool operator==(const Answered&, const Answered&) = default;
};
struct NotSent  // the intent ended without a call
{
    HP_FACT(50);
    Operation operation = Operation::Ship;
    std::uint8_t generation = 1;
    CodeName why;
    HP_FIELDS(HP_F(operation) HP_F(generation) HP_F(why));
    friend bool operator==(const NotSent&, const NotSent&) = default;
};
struct CancelVerdict  // part = leg, 0 the order
{
    HP_FACT(51);
    bool accepted = false;
    CodeName why;
    HP_FIELDS(HP_F(accepted) HP_F(why));
    friend bool operator==(const CancelVerdict&, const CancelVerdict&) = default;
};
struct ProblemRaised  // the order's view of its exception item
{
    HP_FACT(52);
    ExceptionKind category = ExceptionKind::FailedOrder;
    Stage stage = Stage::Intake;
    Priority priority = Priority::P3;
    bool blocking = true;
    FailureClass cls = FailureClass::None;
    CodeName code;
    VendorName vendor;
    std::uint64_t fingerprint = 0;
    HP_FIELDS(HP_F(category) HP_F(stage) HP_F(priority) HP_F(blocking) HP_F(cls) HP_F(code) HP_F(vendor)
                  HP_F(fingerprint));
    friend bool operator==(const ProblemRaised&, const ProblemRaised&) = default;
};
struct ProblemEnded {
    HP_FACT(53);
    Resolution resolution = Resolution::Auto;
    CodeName code;  ///< which problem; none = all
    HP_FIELDS(HP_F(resolution) HP_F(code));
    friend bool operator==(const ProblemEnded&, const ProblemEnded&) = default;
};
struct RefundDue  // part = return; money owed back before its effect is planned
{
    HP_FACT(54);
    std::int64_t amount = 0;
    Currency currency;
    HP_FIELDS(HP_F(amount) HP_F(currency));
    friend bool operator==(const RefundDue&, const RefundDue&) = default;
};
struct Restocked  // part = return
{
    HP_FACT(55);
    NodeName node;
    std::uint16_t line = 0;
    std::int64_t units = 0;
    HP_FIELDS(HP_F(node) HP_F(line) HP_F(units));
    friend bool operator==(const Restocked&, const Restocked&) = default;
};
struct Withdrawn  // undo of a backfill batch: derive skips what the batch loaded
{
    HP_FACT(56);
    std::uint32_t batch = 0;
    HP_FIELDS(HP_F(batch));
    friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};
struct OpaqueParcel  // lines unknown, sent as one parcel that takes no stock
{
    HP_FACT(57);
    HP_FIELDS((void)self; (void)visit;);
    friend bool operator==(const OpaqueParcel&, const OpaqueParcel&) = default;
};
struct ParkExpired  // the deadline for `placed` passed
{
    HP_FACT(58);
    HP_FIELDS((void)self; (void)visit;);
    friend bool operator==(const ParkExpired&, const ParkExpired&) = default;
};

struct Parked  // events came before `placed`: in which lane they wait
{
    HP_FACT(59);
    Lane lane = Lane::Live;
    HP_FIELDS(HP_F(lane));
    friend bool operator==(const Parked&, const Parked&) = default;
};

struct LineCancelled  // part = line; before anything was asked of a node
{
    HP_FACT(60);
    std::int64_t units = 0;
    HP_FIELDS(HP_F(units));
    friend bool operator==(const LineCancelled&, const LineCancelled&) = default;
};

}  // namespace holdpoint
