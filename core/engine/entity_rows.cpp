// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/entities.h"

#include "core/base/check.h"
#include "core/orders/derive.h"

/// What a frame writes of the entities that it touched.
namespace holdpoint::engine {

void Entities::orderRow(Slot<Order>& slot, Frame& frame)
{
    const Order& o = slot.entity;
    EntityRow row;
    row.id = o.id;
    row.version = o.version;
    row.before = slot.stored;
    row.head = o.head;
    row.place = static_cast<std::uint8_t>(o.standing.place);
    row.status = static_cast<std::uint8_t>(o.standing.status);
    row.lane = static_cast<std::uint8_t>(o.lane);
    row.owner = static_cast<std::uint8_t>(o.owner);
    row.finished = o.standing.finished;
    row.wasOpen = slot.hasOpenRow;
    row.due = dueOf(o);
    row.writeDue = !row.finished && (!slot.hasOpenRow || row.due < slot.openDue);
    row.created = slot.created;
    row.changed = o.changed;
    row.value = o.header.total;
    row.currency = o.header.currency.number();
    row.slice = armCellOf(o.assigned);
    row.channel = o.header.channel.number;
    row.region = o.header.region.number;
    row.vendor = o.legs.empty() ? 0 : o.legs.front().vendor.number;
    row.flags = o.standing.flags;
    if (row.writeDue)
        slot.openDue = row.due;
    slot.hasOpenRow = !row.finished;
    frame.row(row);
}

void Entities::reservationRow(Slot<Reservation>& slot, Frame& frame)
{
    const Reservation& r = slot.entity;
    EntityRow row;
    row.id = r.id;
    row.version = r.version;
    row.before = slot.stored;
    row.head = r.head;
    row.status = static_cast<std::uint8_t>(r.state);
    row.finished = r.state != ReservationState::Granted;
    row.wasOpen = slot.hasOpenRow;
    row.due = dueOf(r);
    row.writeDue = !row.finished && (!slot.hasOpenRow || row.due < slot.openDue);
    row.created = slot.created;
    row.changed = frame.now();
    if (row.writeDue)
        slot.openDue = row.due;
    slot.hasOpenRow = !row.finished;
    frame.row(row);
}

// Open while the other side is awaited.
void Entities::differenceRow(Slot<flow::Difference>& slot, Frame& frame)
{
    const flow::Difference& d = slot.entity;
    EntityRow row;
    row.id = d.id;
    row.version = d.version;
    row.before = slot.stored;
    row.head = d.head;
    row.due = flow::dueOf(d);
    row.finished = row.due == Never;
    row.wasOpen = slot.hasOpenRow;
    row.writeDue = !row.finished && (!slot.hasOpenRow || row.due < slot.openDue);
    row.created = slot.created;
    row.changed = frame.now();
    slot.openDue = row.due;
    slot.hasOpenRow = !row.finished;
    frame.row(row);
}

// Kinds without timers of their own have no row among the unfinished.
void Entities::plainRow(EntityId id, Version version, Version stored, Seq head, Instant created,
                        bool finished, Frame& frame)
{
    EntityRow row;
    row.id = id;
    row.version = version;
    row.before = stored;
    row.head = head;
    row.status = finished ? 1 : 0;
    row.finished = true;
    row.created = created;
    row.changed = frame.now();
    frame.row(row);
}

void Entities::exceptionRow(Slot<ExceptionItem>& slot, Frame& frame)
{
    const ExceptionItem& x = slot.entity;
    plainRow(x.id, x.version, slot.stored, x.head, slot.created, x.state == ExceptionState::Resolved, frame);
    frame.exception(x);
}

void Entities::writeRow(EntityId id, Frame& frame)
{
    const auto plain = [&](auto& slot, bool finished) {
        plainRow(id, slot.entity.version, slot.stored, slot.entity.head, slot.created, finished, frame);
    };
    switch (id.kind()) {
    case EntityKind::Order: return orderRow(orders_.at(id), frame);
    case EntityKind::Reservation: return reservationRow(reservations_.at(id), frame);
    case EntityKind::Exception: return exceptionRow(exceptions_.at(id), frame);
    case EntityKind::Node: return plain(nodes_.at(id), false);
    case EntityKind::Job: return plain(jobs_.at(id), jobs_.at(id).entity.ended);
    case EntityKind::Rollout: return plain(rollouts_.at(id), false);
    case EntityKind::Difference: return differenceRow(differences_.at(id), frame);
    case EntityKind::Document: return plain(shadowRules_.at(id), false);
    default: return;
    }
}

void Entities::writeRows(Frame& frame)
{
    for (const EntityId id : touched_)
        writeRow(id, frame);
    std::sort(touchedStock_.begin(), touchedStock_.end());
    touchedStock_.erase(std::unique(touchedStock_.begin(), touchedStock_.end()), touchedStock_.end());
    for (const StockKey& key : touchedStock_) {
        if (key.sku.isNone()) {
            Position& parcels = parcelRows_[key.node.number];
            parcels.version = static_cast<std::uint64_t>(stock_.day);
            parcels.counted = stock_.parcelsToday[key.node.number];
            frame.stock(key, parcels);
        } else if (const Position* position = stock_.find(key.node, key.sku)) {
            frame.stock(key, *position);
        }
    }
}

}  // namespace holdpoint::engine
