// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"
#include "core/flow/exception.h"

namespace holdpoint::engine {

Result<> Engine::takeAnswer(const VendorAnswer& answer)
{
    gateway_.answered(answer, frame_.now());
    const auto slot = entities_.order(lease_, answer.order);
    if (!slot)
        return slot.error();
    if (*slot == nullptr)  // a vendor answers for an order that never was: nothing to change
        return {};
    const Seq before = (*slot)->entity.head;
    beginChange();
    flow::orderAnswer((*slot)->entity, answer, orderTurn(), change_);
    if (keep(**slot, before)) {
        if (!answer.reference.empty())
            frame_.find(answer.reference, answer.order);
        if (isBodyKept(answer))
            frame_.body(answer.body);
    }
    return deliverMessages();
}

int Engine::slotOfNode(NodeName node)
{
    const auto [known, isNew] = nodeSlots_.try_emplace(node.number);
    if (isNew)
        known->second = slotOf("node/" + names_.text(node));
    return known->second;
}

Result<> Engine::deliverOne(const ReserveStock& m)
{
    const EntityId id{++serial_, slotOfNode(m.node), EntityKind::Reservation};
    Slot<Reservation>& slot = entities_.newReservation(id, frame_.now());
    beginChange();
    flow::reserve(slot.entity, m, stockTurn(), change_);
    entities_.touchStock(m.node, m.lines);
    keep(slot, 0);
    return {};
}

template <typename M>
Result<> Engine::endReservation(const M& m, ReservationEnd<M> end)
{
    const auto slot = entities_.reservation(lease_, m.reservation);
    if (!slot)
        return slot.error();
    if (*slot == nullptr)
        return Error{Code::Corrupt, "no such reservation: " + m.reservation.text()};
    const Seq before = (*slot)->entity.head;
    beginChange();
    end((*slot)->entity, m, stockTurn(), change_);
    if (keep(**slot, before))
        entities_.touchStock((*slot)->entity.node, (*slot)->entity.lines);
    return {};
}

Result<> Engine::deliverOne(const ConsumeStock& m) { return endReservation(m, flow::consume); }

Result<> Engine::deliverOne(const ReleaseStock& m) { return endReservation(m, flow::release); }

Result<> Engine::deliverOne(const StockAnswer& m)
{
    const auto slot = entities_.order(lease_, m.order);
    if (!slot)
        return slot.error();
    if (*slot == nullptr)
        return Error{Code::Corrupt, "no such order: " + m.order.text()};
    const Seq before = (*slot)->entity.head;
    beginChange();
    flow::orderStock((*slot)->entity, m, orderTurn(), change_);
    keep(**slot, before);
    return {};
}

Result<> Engine::deliverOne(const RestockUnits& m)
{
    const auto id = lookUp(names_.intern<NameKind::Producer>("node"), names_.text(m.node));
    if (!id)
        return id.error();
    if (id->isNone())  // a node that never reported stock: nothing to add to
        return {};
    const auto slot = entities_.node(lease_, *id);
    if (!slot)
        return slot.error();
    (*slot)->entity.name = m.node;
    const Seq before = (*slot)->entity.head;
    beginChange();
    flow::restock((*slot)->entity, m, stockTurn(), change_);
    entities_.touchStock(m.node, m.sku);
    keep(**slot, before);
    return {};
}

Result<> Engine::deliverOne(const RaiseException& m)
{
    const EntityId id = m.problem.about.with(EntityKind::Exception);
    const auto found = entities_.exception(lease_, id);
    if (!found)
        return found.error();
    Slot<ExceptionItem>& slot = *found ? **found : entities_.newException(id, frame_.now());
    const Seq before = slot.entity.head;
    beginChange();
    flow::raiseException(slot.entity, m, frame_.now(), frame_.nextSeq(), change_);
    keep(slot, before);
    return {};
}

Result<> Engine::deliverOne(const EndException& m)
{
    const auto slot = entities_.exception(lease_, m.about.with(EntityKind::Exception));
    if (!slot)
        return slot.error();
    if (*slot == nullptr)
        return {};
    const Seq before = (*slot)->entity.head;
    beginChange();
    flow::endException((*slot)->entity, m, frame_.now(), frame_.nextSeq(), change_);
    keep(**slot, before);
    return {};
}

}  // namespace holdpoint::engine
