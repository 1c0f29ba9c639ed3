// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/fact_fields.h"

/// Facts about nodes and reservations.
namespace holdpoint {

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

}  // namespace holdpoint
