// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/orders/apply.h"
#include "core/orders/derive.h"

namespace holdpoint::test {

/// An order made of facts, one at a second of its own unless said otherwise.
struct Made {
    Order order;
    Instant now{1'000};

    Made() { order.id = EntityId(1, 2, EntityKind::Order); }

    orders::Addition saw(FactBody body, Part part = 0, Instant at = {}, std::uint32_t batch = 0)
    {
        now = now + Milliseconds{1'000};
        return orders::observe(order, {part, at == Instant{} ? now : at, std::move(body)},
                               static_cast<std::uint64_t>(now.ms), batch);
    }
    void decided(FactBody body, Part part = 0)
    {
        now = now + Milliseconds{1'000};
        orders::decideFact(order, {part, now, std::move(body)}, now);
    }
    /// Two units on line 1, taken in a lane.
    Made& placed(Lane lane = Lane::Live, OrderOwner owner = OrderOwner::Holdpoint)
    {
        Placed header;
        header.number = "1";
        header.total = 2'000;
        saw(header);
        saw(LineOrdered{Sku{1}, 2, 1'000}, 1);
        decided(Taken{lane, 0});
        decided(OwnerSet{1, owner});
        return *this;
    }
    Made& leg(Part part = 1, std::int64_t units = 2)
    {
        decided(RoutingDecided{1, 1, 0});
        decided(ShipPlanned{NodeName{1}, VendorName{1}, 1, {{1, Sku{1}, units}}}, part);
        return *this;
    }
    Made& granted(Part part = 1)
    {
        decided(LegStock{LegStockState::Granted, EntityId(9, 1, EntityKind::Reservation), {99'000}, {}},
                part);
        return *this;
    }
    Made& planned(Operation operation, Part part = 1, std::uint64_t outbox = 1)
    {
        decided(EffectPlanned{operation, 1, VendorName{1}, 0, 1, 1, outbox, 2'000}, part);
        return *this;
    }
    Made& attempted(Operation operation, AttemptOutcome outcome, bool asked = false, Instant next = Never)
    {
        Attempted fact;
        fact.operation = operation;
        fact.outcome = outcome;
        fact.asked = asked;
        fact.next = next;
        fact.end = now;
        decided(fact, 1);
        return *this;
    }
    Made& answered(Operation operation, AttemptOutcome outcome, Part part = 1)
    {
        decided(Answered{operation, 1, outcome, FailureClass::None, {}, "ref"}, part);
        return *this;
    }
    Made& shipped(std::int64_t units = 0, const std::string& id = "s", Part part = 1)
    {
        saw(ShippedFact{id, {}, units > 0 ? std::uint16_t{1} : std::uint16_t{0}, units, {}}, part);
        return *this;
    }
    Made& delivered(std::int64_t units = 0, Part part = 1)
    {
        saw(DeliveredFact{"d", {}, units > 0 ? std::uint16_t{1} : std::uint16_t{0}, units, {}}, part);
        return *this;
    }
    Made& paid()
    {
        saw(Authorised{"a", {}, 2'000, {}, {}}, 1);
        return *this;
    }
    /// Up to the node's yes.
    Made& withNode()
    {
        return placed()
            .paid()
            .leg()
            .granted()
            .planned(Operation::Ship)
            .answered(Operation::Ship, AttemptOutcome::Done);
    }
    [[nodiscard]] Standing standing() const { return orders::derive(order); }
    [[nodiscard]] std::string stands() const
    {
        const Standing s = standing();
        return std::string(name(s.place)) + "/" + std::string(name(s.status));
    }
};

}  // namespace holdpoint::test
