// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact_fields.h"

/// Observed facts about an order: what happened outside. They commute; identity is kind + part + id (+ line).
namespace holdpoint {

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
struct LegacyLine {
    std::uint16_t line = 0;
    std::int64_t units = 0;
    std::int64_t saw = -1;  ///< units that the old stack believed the node to have; -1: it does not say
    HP_FIELDS(HP_F(line) HP_F(units) HP_F(saw));
    friend bool operator==(const LegacyLine&, const LegacyLine&) = default;
};
struct LegacyDecided  // what the old stack decided, and from what; part = leg
{
    HP_FACT(20);
    std::string id;
    NodeName node;                   ///< none: no node, see `exception`
    std::uint64_t fingerprint = 0;   ///< of the inputs it saw; 0 if it does not say
    std::vector<LegacyLine> lines;   ///< empty: it does not say
    std::uint16_t legs = 0;          ///< of the whole decision; 0: it does not say
    CodeName method;                 ///< how it ships
    Instant promise = Never;         ///< what the customer is told
    CodeName exception;              ///< class; none: no exception
    std::int64_t cost = -1;          ///< minor units; -1: it does not say
    std::int64_t orderVersion = -1;  ///< of the newest address it had seen, 0: as placed; -1: it does not say
    std::string snapshot;            ///< of stock
    Instant stockAsOf = Never;
    std::string rules;    ///< version
    std::string mapping;  ///< version of the vendor codes
    Instant decided = Never;
    std::string fired;  ///< rule ids, comma between
    HP_FIELDS(HP_F(id) HP_F(node) HP_F(fingerprint) HP_F(lines) HP_F(legs) HP_F(method) HP_F(promise)
                  HP_F(exception) HP_F(cost) HP_F(orderVersion) HP_F(snapshot) HP_F(stockAsOf) HP_F(rules)
                      HP_F(mapping) HP_F(decided) HP_F(fired));
    friend bool operator==(const LegacyDecided&, const LegacyDecided&) = default;
};
struct LegacyOutcome {
    HP_FACT(21);
    std::string id;
    CodeName outcome;
    Instant ended = Never;
    std::int64_t amount = -1;  ///< taken in the end, minor units; -1: it does not say
    HP_FIELDS(HP_F(id) HP_F(outcome) HP_F(ended) HP_F(amount));
    friend bool operator==(const LegacyOutcome&, const LegacyOutcome&) = default;
};

}  // namespace holdpoint
