// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/delivery/effect_key.h"
#include "core/flow/exception.h"
#include "core/flow/stock.h"
#include "core/model/arm_cell.h"
#include "core/orders/apply.h"
#include "core/orders/derive.h"
#include "core/views/checker.h"

#include "core/flow/shadow.h"
#include "core/views/state_hash.h"

/// Folding one entity again and comparing it with its columns.
namespace holdpoint::views {

void Checker::order(const engine::EntityRow& row)
{
    Order order;
    order.id = row.id;
    for (std::size_t i = 0; i < steps_.bodies.size(); ++i) {
        recount_.step(steps_.bodies[i], order.seen);
        orders::applyStep(order, steps_.bodies[i], steps_.seqs[i]);
    }
    // Derived anew: the standing kept beside the facts must be no older than they are.
    compare(row.id.text(), "standing", true, orders::derive(order) == order.standing);
    orderColumns(row, order);
    effects(order);
    const std::string rootKey = keys_.rootKeyOf(row.id, names_);
    if (rootKey.empty())
        disagree(row.id.text(), "key", "none", order.header.number);
    else
        compare(row.id.text(), "slot", row.id.slot(), slotOf(rootKey));
    if (const auto hash = stateHashOf(rootKey, steps_.bodies, names_))
        addTo(report_.stateHash, *hash);
    ++report_.orders;
    ++report_.numbers.orders[static_cast<std::size_t>(order.standing.place)];
}

void Checker::orderColumns(const engine::EntityRow& row, const Order& order)
{
    const std::string id = row.id.text();
    compare(id, "place", static_cast<Place>(row.place), order.standing.place);
    compare(id, "status", static_cast<OrderStatus>(row.status), order.standing.status);
    compare(id, "lane", static_cast<Lane>(row.lane), order.lane);
    compare(id, "owner", static_cast<OrderOwner>(row.owner), order.owner);
    compare(id, "open", row.wasOpen, !order.standing.finished);
    compare(id, "created", row.created, order.born);
    compare(id, "changed", row.changed, order.changed);
    compare(id, "value", row.value, order.header.total);
    compare<std::uint32_t>(id, "currency", row.currency, order.header.currency.number());
    compare<std::uint32_t>(id, "slice", row.slice, armCellOf(order.assigned));
    compare(id, "channel", row.channel, order.header.channel.number);
    compare(id, "region", row.region, order.header.region.number);
    compare(id, "vendor", row.vendor, order.legs.empty() ? 0 : order.legs.front().vendor.number);
    compare<std::uint32_t>(id, "flags", row.flags, order.standing.flags);
    if (options_.policy == nullptr || order.standing.finished)
        return;
    // The due time kept may be too early, which is a harmless wake, never too late.
    const Instant due = orders::nextDue(order, order.standing, options_.policy->deadlines);
    if (row.due > due)
        disagree(id, "due", text(row.due), text(due));
}

void Checker::effects(const Order& order)
{
    EffectCounts& counts = report_.effects;
    for (const Effect& effect : order.effects) {
        ++counts.planned;
        counts.calls += effect.attempts;
        counts.questions += effect.questions;
        switch (effect.state) {
        case EffectState::Planned:
        case EffectState::Unknown: ++counts.open; break;
        case EffectState::Done: ++counts.done; break;
        case EffectState::Failed: ++counts.failed; break;
        case EffectState::NotSent: ++counts.notSent; break;
        case EffectState::Suppressed: ++counts.suppressed; break;
        }
        if (effect.isOpen() && effect.outbox != 0)
            open_.insert(effect.outbox);
        if (options_.effect)
            options_.effect({delivery::effectKey(order.header.number, effect.ref), names_.text(effect.vendor),
                             order.id, effect.ref, effect.state, effect.attempts, effect.replies,
                             effect.questions});
    }
}

void Checker::reservation(const engine::EntityRow& row)
{
    Reservation reservation;
    reservation.id = row.id;
    ReservationCounts& counts = report_.reservations;
    for (std::size_t i = 0; i < steps_.bodies.size(); ++i) {
        for (const Fact& fact : steps_.bodies[i].facts) {
            counts.opened += std::holds_alternative<Granted>(fact.body) ? 1 : 0;
            counts.consumed += std::holds_alternative<Consumed>(fact.body) ? 1 : 0;
            counts.released += std::holds_alternative<Released>(fact.body) ? 1 : 0;
            counts.expired += std::holds_alternative<Expired>(fact.body) ? 1 : 0;
            counts.refused += std::holds_alternative<GrantRefused>(fact.body) ? 1 : 0;
            counts.shippedUnreserved += std::holds_alternative<ShippedUnreserved>(fact.body) ? 1 : 0;
        }
        flow::applyStep(reservation, steps_.bodies[i], steps_.seqs[i]);
    }
    const std::string id = row.id.text();
    const bool live = reservation.state == ReservationState::Granted;
    compare(id, "state", static_cast<ReservationState>(row.status), reservation.state);
    compare(id, "open", row.wasOpen, live);
    compare(id, "created", row.created, reservation.born);
    if (live)
        for (const LineUnits& line : reservation.lines)
            reserved_[{reservation.node, line.sku}] += line.units;
    counts.live += row.wasOpen ? 1 : 0;
    if (live && options_.policy != nullptr && reservation.expires != Never &&
        row.due > reservation.expires + options_.policy->reservationGrace)
        disagree(id, "due", text(row.due), text(reservation.expires + options_.policy->reservationGrace));
}

Result<> Checker::exception(const engine::EntityRow& row)
{
    ++exceptionEntities_;
    ExceptionItem item;
    item.id = row.id;
    for (std::size_t i = 0; i < steps_.bodies.size(); ++i)
        flow::applyStep(item, steps_.bodies[i], steps_.seqs[i]);
    const auto found = items_.find(row.id);
    if (!found)
        return found.error();
    const std::string id = row.id.text();
    if (*found == nullptr) {
        disagree(id, "queue", "none", std::string(name(item.state)));
        return {};
    }
    const ExceptionItem& stored = **found;
    compare(id, "about", stored.about.text(), item.about.text());
    compare(id, "state", stored.state, item.state);
    compare(id, "category", stored.category, item.category);
    compare(id, "stage", stored.stage, item.stage);
    compare(id, "priority", stored.priority, item.priority);
    compare(id, "blocking", stored.blocking, item.blocking);
    compare(id, "class", stored.cls, item.cls);
    compare(id, "code", names_.text(stored.code), names_.text(item.code));
    compare(id, "group", stored.fingerprint, item.fingerprint);
    compare(id, "value", stored.value, item.value);
    compare(id, "opened", stored.opened, item.opened);
    compare(id, "sla", stored.due, item.due);
    compare(id, "assignee", names_.text(stored.assignee), names_.text(item.assignee));
    compare<std::uint64_t>(id, "reopened", stored.reopened, item.reopened);
    compare<std::uint64_t>(id, "problems", stored.problems, item.problems);
    report_.numbers.exceptionsOpen += item.state == ExceptionState::Resolved ? 0 : 1;
    return {};
}

void Checker::plain(const engine::EntityRow& row)
{
    flow::Difference difference;
    for (const StepBody& step : steps_.bodies) {
        recount_.step(step);
        if (row.id.kind() == EntityKind::Difference)
            flow::applyStep(difference, step, 0);
    }
    const bool waits = row.id.kind() == EntityKind::Difference && flow::dueOf(difference) != Never;
    compare(row.id.text(), "open", row.wasOpen, waits);
}

}  // namespace holdpoint::views
