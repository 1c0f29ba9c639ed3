// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/time.h"
#include "core/model/names.h"
#include "core/model/vocabulary.h"

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Facts: what is true for ever about an entity. Each struct names its fields once, in `fields`; encoding, decoding,
/// comparing and describing are made from that (`fact_codec.h`). New fields go to the end and read as their default
/// from older steps; a kind number is never used again.
namespace holdpoint {

/// Which leg, payment, return … of an order a fact speaks of; 0 is the order itself.
using Part = std::uint16_t;

/// Units of one SKU on one line.
struct LineUnits {
    std::uint16_t line = 0;
    Sku sku;
    std::int64_t units = 0;

    static constexpr auto fields = [](auto& self, auto&& visit) {
        visit("line", self.line);
        visit("sku", self.sku);
        visit("units", self.units);
    };
    friend bool operator==(const LineUnits&, const LineUnits&) = default;
};

#define HP_FACT(number) static constexpr std::uint8_t kind = number
#define HP_FIELDS(...) static constexpr auto fields = [](auto& self, auto&& visit) { __VA_ARGS__ }
#define HP_F(field) visit(#field, self.field);

// ── Observed: order. They commute; identity is kind + part + id (+ line). ───────────────────────────────────────
struct Placed {
    HP_FACT(1);
    std::string number;  ///< the producer's order number
    ProducerName producer;
    ChannelName channel;
    RegionName region;
    Currency currency;
    std::int64_t total = 0;  ///< minor units; 0 if not stated
    LinesKnown lines = LinesKnown::Known;
    std::uint16_t lineCount = 0;
    Instant promise = Never;
    HP_FIELDS(HP_F(number) HP_F(producer) HP_F(channel) HP_F(region) HP_F(currency) HP_F(total) HP_F(lines)
                  HP_F(lineCount) HP_F(promise));
    friend bool operator==(const Placed&, const Placed&) = default;
};
struct LineOrdered  // part = line number
{
    HP_FACT(2);
    Sku sku;
    std::int64_t units = 0;
    std::int64_t price = 0;  ///< minor units of the order's currency, one unit
    HP_FIELDS(HP_F(sku) HP_F(units) HP_F(price));
    friend bool operator==(const LineOrdered&, const LineOrdered&) = default;
};
struct CancelWished  // part 0: the whole order; the fact "cancel_asked"
{
    HP_FACT(3);
    std::string id;
    CodeName reason;
    HP_FIELDS(HP_F(id) HP_F(reason));
    friend bool operator==(const CancelWished&, const CancelWished&) = default;
};
struct AddressGiven {
    HP_FACT(4);
    std::uint64_t version = 0;
    RegionName region;
    HP_FIELDS(HP_F(version) HP_F(region));
    friend bool operator==(const AddressGiven&, const AddressGiven&) = default;
};
/// Money facts share one shape; part = payment.
template <std::uint8_t Number>
struct MoneyFact {
    HP_FACT(Number);
    std::string id;  ///< the payment vendor's id of this movement
    MethodName method;
    std::int64_t amount = 0;
    Currency currency;
    CodeName code;  ///< why it failed or was charged back
    HP_FIELDS(HP_F(id) HP_F(method) HP_F(amount) HP_F(currency) HP_F(code));
    friend bool operator==(const MoneyFact&, const MoneyFact&) = default;
};
using Authorised = MoneyFact<5>;
using Captured = MoneyFact<6>;
using Refunded = MoneyFact<7>;
using PaymentFailed = MoneyFact<8>;
using ChargedBack = MoneyFact<9>;
/// What a node or carrier did with a leg; part = leg. `line` 0 with units 0 = the whole leg.
template <std::uint8_t Number>
struct ParcelFact {
    HP_FACT(Number);
    std::string id;  ///< the vendor's id of the parcel or event
    NodeName node;
    std::uint16_t line = 0;
    std::int64_t units = 0;
    std::string tracking;
    HP_FIELDS(HP_F(id) HP_F(node) HP_F(line) HP_F(units) HP_F(tracking));
    friend bool operator==(const ParcelFact&, const ParcelFact&) = default;
};
using Picked = ParcelFact<10>;
using ShippedFact = ParcelFact<11>;
using DeliveredFact = ParcelFact<12>;
using LostFact = ParcelFact<13>;
using RecalledFact = ParcelFact<14>;
struct NodeAccepted  // part = leg; by webhook, beside the answer of the call itself
{
    HP_FACT(15);
    std::string id;
    HP_FIELDS(HP_F(id));
    friend bool operator==(const NodeAccepted&, const NodeAccepted&) = default;
};
struct NodeRefused  // part = leg
{
    HP_FACT(16);
    std::string id;
    CodeName code;
    HP_FIELDS(HP_F(id) HP_F(code));
    friend bool operator==(const NodeRefused&, const NodeRefused&) = default;
};
struct ReturnAsked  // part = return
{
    HP_FACT(17);
    std::string id;
    std::uint16_t line = 0;
    std::int64_t units = 0;
    CodeName reason;
    HP_FIELDS(HP_F(id) HP_F(line) HP_F(units) HP_F(reason));
    friend bool operator==(const ReturnAsked&, const ReturnAsked&) = default;
};
struct ReturnReceived  // part = return
{
    HP_FACT(18);
    std::string id;
    std::uint16_t line = 0;
    std::int64_t units = 0;
    CodeName condition;
    HP_FIELDS(HP_F(id) HP_F(line) HP_F(units) HP_F(condition));
    friend bool operator==(const ReturnReceived&, const ReturnReceived&) = default;
};
struct HoldWished {
    HP_FACT(19);
    std::string id;
    HoldReason reason = HoldReason::Other;
    HP_FIELDS(HP_F(id) HP_F(reason));
    friend bool operator==(const HoldWished&, const HoldWished&) = default;
};
struct LegacyDecided  // what the old stack decided; part = leg
{
    HP_FACT(20);
    std::string id;
    NodeName node;
    std::uint64_t fingerprint = 0;  ///< of the inputs it saw; 0 if it does not say
    HP_FIELDS(HP_F(id) HP_F(node) HP_F(fingerprint));
    friend bool operator==(const LegacyDecided&, const LegacyDecided&) = default;
};
struct LegacyOutcome {
    HP_FACT(21);
    std::string id;
    CodeName outcome;
    HP_FIELDS(HP_F(id) HP_F(outcome));
    friend bool operator==(const LegacyOutcome&, const LegacyOutcome&) = default;
};

// ── Decided: order. Made by the partition's holder, one after the other. ────────────────────────────────────────
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
    HP_FIELDS(HP_F(operation) HP_F(generation) HP_F(attempt) HP_F(asked) HP_F(start) HP_F(end) HP_F(outcome)
                  HP_F(cls) HP_F(code) HP_F(status) HP_F(next) HP_F(pointer) HP_F(expected) HP_F(got));
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

// ── Node, reservation ───────────────────────────────────────────────────────────────────────────────────────────
struct Counted {
    HP_FACT(80);
    Sku sku;
    std::int64_t units = 0;
    std::uint64_t version = 0;  ///< of the source
    std::int64_t buffer = 0;
    HP_FIELDS(HP_F(sku) HP_F(units) HP_F(version) HP_F(buffer));
    friend bool operator==(const Counted&, const Counted&) = default;
};
struct Adjusted {
    HP_FACT(81);
    Sku sku;
    std::int64_t delta = 0;
    std::string id;
    HP_FIELDS(HP_F(sku) HP_F(delta) HP_F(id));
    friend bool operator==(const Adjusted&, const Adjusted&) = default;
};
struct NodeOpened {
    HP_FACT(82);
    NodeName node;
    bool open = true;
    HP_FIELDS(HP_F(node) HP_F(open));
    friend bool operator==(const NodeOpened&, const NodeOpened&) = default;
};
struct Granted {
    HP_FACT(90);
    EntityId order;
    Part leg = 0;
    NodeName node;
    Instant expires = Never;
    std::vector<LineUnits> lines;
    HP_FIELDS(HP_F(order) HP_F(leg) HP_F(node) HP_F(expires) HP_F(lines));
    friend bool operator==(const Granted&, const Granted&) = default;
};
/// Exclusive ends of a reservation.
struct Consumed {
    HP_FACT(91);
    HP_FIELDS((void)self; (void)visit;);
    friend bool operator==(const Consumed&, const Consumed&) = default;
};
struct Released {
    HP_FACT(92);
    CodeName why;
    HP_FIELDS(HP_F(why));
    friend bool operator==(const Released&, const Released&) = default;
};
struct Expired {
    HP_FACT(93);
    HP_FIELDS((void)self; (void)visit;);
    friend bool operator==(const Expired&, const Expired&) = default;
};
struct GrantRefused  // a reservation that never was: kept, so that the refusal is explained
{
    HP_FACT(94);
    EntityId order;
    Part leg = 0;
    NodeName node;
    Sku sku;
    std::int64_t wanted = 0;
    std::int64_t available = 0;
    CodeName why;
    HP_FIELDS(HP_F(order) HP_F(leg) HP_F(node) HP_F(sku) HP_F(wanted) HP_F(available) HP_F(why));
    friend bool operator==(const GrantRefused&, const GrantRefused&) = default;
};
struct ShippedUnreserved  // consumed after its end: on hand falls all the same
{
    HP_FACT(95);
    HP_FIELDS((void)self; (void)visit;);
    friend bool operator==(const ShippedUnreserved&, const ShippedUnreserved&) = default;
};

struct HoldExtended  // the node accepted the leg: the grant lives on until it ships
{
    HP_FACT(96);
    Instant expires = Never;
    HP_FIELDS(HP_F(expires));
    friend bool operator==(const HoldExtended&, const HoldExtended&) = default;
};

// ── Exception item ──────────────────────────────────────────────────────────────────────────────────────────────
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

// ── Job, refusal, command, difference, rollout ──────────────────────────────────────────────────────────────────
struct JobFrozen {
    HP_FACT(120);
    CodeName what;
    std::string argument;
    std::uint64_t total = 0;  ///< 0: not known in advance
    HP_FIELDS(HP_F(what) HP_F(argument) HP_F(total));
    friend bool operator==(const JobFrozen&, const JobFrozen&) = default;
};
struct JobProgress  // everything before `position` is durable
{
    HP_FACT(121);
    std::uint64_t position = 0;
    std::uint64_t refusedRows = 0;
    HP_FIELDS(HP_F(position) HP_F(refusedRows));
    friend bool operator==(const JobProgress&, const JobProgress&) = default;
};
struct JobEnded {
    HP_FACT(122);
    bool cancelled = false;
    HP_FIELDS(HP_F(cancelled));
    friend bool operator==(const JobEnded&, const JobEnded&) = default;
};
struct JobItem  // result of one item of a frozen set, for example the disposition of an order in a rollback
{
    HP_FACT(123);
    EntityId item;
    CodeName result;
    HP_FIELDS(HP_F(item) HP_F(result));
    friend bool operator==(const JobItem&, const JobItem&) = default;
};
struct Refused  // an input that became nothing else
{
    HP_FACT(130);
    ProducerName producer;
    std::string event;  ///< its id, if it had a readable one
    CodeName rule;
    std::string where;  ///< JSON pointer or file:line
    std::string detail;
    HP_FIELDS(HP_F(producer) HP_F(event) HP_F(rule) HP_F(where) HP_F(detail));
    friend bool operator==(const Refused&, const Refused&) = default;
};
struct CommandReceived {
    HP_FACT(140);
    CodeName what;
    std::string key;
    ActorName actor;
    Role role = Role::Viewer;
    std::string reason;
    EntityId object;
    Version seen = 0;
    std::int64_t dataAgeMs = 0;
    std::uint64_t fingerprint = 0;  ///< of everything but the key
    std::string argument;
    HP_FIELDS(HP_F(what) HP_F(key) HP_F(actor) HP_F(role) HP_F(reason) HP_F(object) HP_F(seen) HP_F(dataAgeMs)
                  HP_F(fingerprint) HP_F(argument));
    friend bool operator==(const CommandReceived&, const CommandReceived&) = default;
};
struct CommandMoved {
    HP_FACT(141);
    CommandState state = CommandState::Accepted;
    CodeName why;
    std::string detail;
    HP_FIELDS(HP_F(state) HP_F(why) HP_F(detail));
    friend bool operator==(const CommandMoved&, const CommandMoved&) = default;
};
struct Compared  // shadow difference of one order
{
    HP_FACT(150);
    EntityId order;
    CodeName result;  ///< match, differs, not_yet_comparable …
    NodeName ours;
    NodeName theirs;
    HP_FIELDS(HP_F(order) HP_F(result) HP_F(ours) HP_F(theirs));
    friend bool operator==(const Compared&, const Compared&) = default;
};
struct IntakeSet  // rollout: does new work come in
{
    HP_FACT(160);
    bool open = true;
    ActorName by;
    HP_FIELDS(HP_F(open) HP_F(by));
    friend bool operator==(const IntakeSet&, const IntakeSet&) = default;
};
struct UnknownFact  // a kind from a newer version: kept as bytes, never dropped
{
    static constexpr std::uint8_t kind = 0;
    std::uint8_t number = 0;
    std::string bytes;
    friend bool operator==(const UnknownFact&, const UnknownFact&) = default;
};

#undef HP_F
#undef HP_FIELDS
#undef HP_FACT

using FactBody =
    std::variant<UnknownFact, Placed, LineOrdered, CancelWished, AddressGiven, Authorised, Captured, Refunded,
                 PaymentFailed, ChargedBack, Picked, ShippedFact, DeliveredFact, LostFact, RecalledFact,
                 NodeAccepted, NodeRefused, ReturnAsked, ReturnReceived, HoldWished, LegacyDecided,
                 LegacyOutcome, Taken, OwnerSet, Held, HoldReleased, RoutingDecided, ShipPlanned, LegStock,
                 EffectPlanned, Attempted, Answered, NotSent, CancelVerdict, ProblemRaised, ProblemEnded,
                 RefundDue, Restocked, Withdrawn, OpaqueParcel, ParkExpired, Parked, LineCancelled, Counted,
                 Adjusted, NodeOpened, Granted, Consumed, Released, Expired, GrantRefused, ShippedUnreserved,
                 HoldExtended, ExceptionOpened, ExceptionResolved, ExceptionReopened, ExceptionMoved,
                 Assigned, Noted, Snoozed, Labelled, JobFrozen, JobProgress, JobEnded, JobItem, Refused,
                 CommandReceived, CommandMoved, Compared, IntakeSet>;

/// One fact: which part it speaks of, when it happened by its source's clock, and what.
struct Fact {
    Part part = 0;
    Instant at;
    FactBody body;

    friend bool operator==(const Fact&, const Fact&) = default;
};

[[nodiscard]] std::uint8_t kindOf(const Fact& fact) noexcept;
/// Observed facts come from outside and commute; all others are ours.
[[nodiscard]] constexpr bool isObserved(std::uint8_t kind) noexcept
{
    return (kind >= 1 && kind < 40) || kind == 80 || kind == 81;
}
/// The field name of the fact in JSON and on the timeline: `ship_planned`.
[[nodiscard]] std::string_view nameOfKind(std::uint8_t kind) noexcept;

}  // namespace holdpoint
