// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/due_queue.h"
#include "core/engine/frame.h"
#include "core/engine/slots.h"
#include "core/engine/store.h"
#include "core/flow/rollout.h"
#include "core/flow/shadow.h"
#include "core/model/policy.h"

#include <string>
#include <unordered_map>

namespace holdpoint::engine {

/// The entities of a partition that are in memory: found, loaded from their steps, made, written as rows, let go. Open
/// orders stay up to a limit; closed ones are folded again when something still comes for them. Engine thread only.
class Entities {
public:
    /// All must outlive this.
    Entities(Store& store, const Policy& policy, const Dictionary& names, std::size_t orderLimit);

    /// Forgets everything and reads what must be known from the start: stock and open deadlines.
    Result<> restore(const Lease& lease);

    /// Null: no such entity. Errors: those of the store. Pointers stay valid until the end of the frame.
    Result<Slot<Order>*> order(const Lease& lease, EntityId id);
    Result<Slot<Reservation>*> reservation(const Lease& lease, EntityId id);
    Result<Slot<Node>*> node(const Lease& lease, EntityId id);
    Result<Slot<ExceptionItem>*> exception(const Lease& lease, EntityId id);
    Result<Slot<Job>*> job(const Lease& lease, EntityId id);
    Result<Slot<flow::Rollout>*> rollout(const Lease& lease, EntityId id);
    Result<Slot<flow::Difference>*> difference(const Lease& lease, EntityId id);
    Result<Slot<flow::ShadowRules>*> shadowRules(const Lease& lease, EntityId id);

    Slot<Order>& newOrder(EntityId id, Instant now);
    Slot<Reservation>& newReservation(EntityId id, Instant now);
    Slot<Node>& newNode(EntityId id, NodeName name, Instant now);
    Slot<ExceptionItem>& newException(EntityId id, Instant now);
    Slot<Job>& newJob(EntityId id, Instant now);
    Slot<flow::Rollout>& newRollout(EntityId id, Instant now);
    Slot<flow::Difference>& newDifference(EntityId id, Instant now);
    Slot<flow::ShadowRules>& newShadowRules(EntityId id, Instant now);

    /// Remembers that this frame changed the entity.
    template <typename T>
    void touch(Slot<T>& slot, FrameNo frame)
    {
        slot.used = frame;
        if (slot.touched != frame) {
            slot.touched = frame;
            touched_.push_back(slot.entity.id);
        }
    }
    /// Stock positions that this frame changed.
    void touchStock(NodeName node, const std::vector<LineUnits>& lines);
    void touchStock(NodeName node, Sku sku);

    /// Writes the rows of everything touched.
    void writeRows(Frame& frame);
    /// The frame is durable: versions and deadlines move on, what is finished leaves memory.
    void committed(FrameNo frame);

    [[nodiscard]] StockBook& stock() noexcept { return stock_; }
    [[nodiscard]] const StockBook& stock() const noexcept { return stock_; }
    [[nodiscard]] DueQueue& due() noexcept { return due_; }
    [[nodiscard]] Instant earliestDue() const noexcept { return due_.earliest(); }
    /// Puts an entity whose deadline has fired back, if it has another one later than `now`.
    void reschedule(EntityId id, Instant now);
    /// An order that is in memory, else null.
    [[nodiscard]] const Order* cachedOrder(EntityId id) const;
    [[nodiscard]] std::size_t ordersInMemory() const noexcept { return orders_.size(); }

private:
    template <typename T, typename Apply, typename Loaded>
    Result<Slot<T>*> find(Slots<T>& slots, const Lease& lease, EntityId id, Apply&& apply, Loaded&& loaded);
    template <typename T>
    Slot<T>& make(Slots<T>& slots, EntityId id, Instant now);
    void orderRow(Slot<Order>& slot, Frame& frame);
    void reservationRow(Slot<Reservation>& slot, Frame& frame);
    void differenceRow(Slot<flow::Difference>& slot, Frame& frame);
    void plainRow(EntityId id, Version version, Version stored, Seq head, Instant created, bool finished,
                  Frame& frame);
    void exceptionRow(Slot<ExceptionItem>& slot, Frame& frame);
    void writeRow(EntityId id, Frame& frame);
    [[nodiscard]] Instant dueOf(const Order& order) const;
    [[nodiscard]] Instant dueOf(const Reservation& reservation) const;
    void committedOne(EntityId id);
    void evictOrders();

    Store& store_;
    const Policy& policy_;
    const Dictionary& names_;
    std::size_t orderLimit_;
    StockBook stock_;
    std::unordered_map<std::uint32_t, Position>
        parcelRows_;  // lookup only: what the rows of the day's parcels point to
    DueQueue due_;
    Slots<Order> orders_;
    Slots<Reservation> reservations_;
    Slots<Node> nodes_;
    Slots<ExceptionItem> exceptions_;
    Slots<Job> jobs_;
    Slots<flow::Rollout> rollouts_;
    Slots<flow::Difference> differences_;
    Slots<flow::ShadowRules> shadowRules_;
    std::vector<EntityId> touched_;
    std::vector<StockKey> touchedStock_;
};

}  // namespace holdpoint::engine
