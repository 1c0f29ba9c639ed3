// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/invariants.h"

#include "core/base/check.h"
#include "core/inventory/reservations.h"
#include "core/orders/derive.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace holdpoint::test {
namespace {

using Texts = std::vector<std::string>;

void expect(Texts& found, bool holds, const std::string& text)
{
    if (!holds)
        found.push_back(text);
}

void checkEffects(EngineRig& rig, Texts& found)
{
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries())
            expect(found, entry.effects <= 1,
                   vendor + " has " + std::to_string(entry.effects) + " of " + key);
}

struct Money {
    std::int64_t taken = 0;
    std::int64_t given = 0;
};

/// By the payment vendor's own book, by order number.
std::map<std::string, Money> moneyMoved(EngineRig& rig)
{
    std::map<std::string, Money> moved;
    for (const auto& [key, entry] : rig.vendors().find("pay")->book().entries()) {
        if (entry.effects == 0)
            continue;
        Money& money = moved[entry.row.order];
        money.taken += entry.row.operation == Operation::Capture ? entry.row.amount : 0;
        money.given += entry.row.operation == Operation::Refund ? entry.row.amount : 0;
    }
    return moved;
}

void checkMoney(const std::map<std::string, Money>& moved, const Order& order, Texts& found)
{
    const auto known = moved.find(order.header.number);
    if (known == moved.end())
        return;
    expect(found, known->second.taken <= orders::payments(order).authorised,
           order.id.text() + ": more taken than authorised");
    expect(found, known->second.given <= known->second.taken,
           order.id.text() + ": more given back than taken");
}

/// What each position must hold by the journal: the newest count, what left after it, what came back.
class Ledger {
public:
    explicit Ledger(EngineRig& rig) : rig_(rig) {}

    void addNode(EntityId id, const std::vector<Evidence::Row>& steps)
    {
        const NodeName node = nodeOf(id);
        for (const Evidence::Row& step : steps)
            for (const Fact& fact : step.body.facts)
                if (const auto* count = std::get_if<Counted>(&fact.body))
                    counts_[{node, count->sku}] = count->units;
                else if (const auto* adjusted = std::get_if<Adjusted>(&fact.body);
                         adjusted != nullptr && step.body.input == InputKind::Event)
                    moved_[{node, adjusted->sku}] += adjusted->delta;
    }
    void addOrder(const Order& order, const std::vector<Evidence::Row>& steps)
    {
        for (const Leg& leg : order.legs)
            if (leg.stock == LegStockState::Consumed && !leg.reservation.isNone())
                for (const LineUnits& line : leg.lines)
                    moved_[{leg.node, line.sku}] -= line.units;
        for (const Evidence::Row& step : steps)
            for (const Fact& fact : step.body.facts)
                if (const auto* back = std::get_if<Restocked>(&fact.body))
                    for (const OrderLine& line : order.lines)
                        if (line.line == back->line)
                            moved_[{back->node, line.sku}] += back->units;
    }
    void compare(const StockBook& book, Texts& found) const
    {
        for (const auto& [key, units] : counts_) {
            const auto moved = moved_.find(key);
            const std::int64_t expected = units + (moved == moved_.end() ? 0 : moved->second);
            const Position* position = book.find(key.node, key.sku);
            expect(found, position && position->onHand() == expected,
                   rig_.engine().names().text(key.node) + " " + rig_.engine().names().text(key.sku) +
                       ": on hand " + std::to_string(position ? position->onHand() : 0) + ", expected " +
                       std::to_string(expected));
        }
    }

private:
    NodeName nodeOf(EntityId id)
    {
        for (const NodeProfile& node : rig_.engine().policy().nodes)
            if (rig_.idOf(rig_.engine().names().text(node.name), "node") == id)
                return node.name;
        return {};
    }
    EngineRig& rig_;
    std::map<StockKey, std::int64_t> counts_;
    std::map<StockKey, std::int64_t> moved_;
};

/// More left than was counted: may be, if somebody was told.
bool isToldOfOversell(EngineRig& rig, const Evidence& evidence)
{
    for (const auto& [id, order] : evidence.orders)
        for (const Problem& problem : order.problems)
            if (rig.codeText(problem.code) == "shipped_without_stock")
                return true;
    return false;
}

void checkReservations(EngineRig& rig, const Evidence& evidence, Texts& found)
{
    std::vector<const Reservation*> live;
    for (const auto& [id, reservation] : evidence.reservations)
        live.push_back(&reservation);
    const Policy& policy = rig.engine().policy();
    for (std::string& text : inventory::violations(rig.engine().entities().stock(), live, rig.engine().now(),
                                                   policy.reservationGrace + Milliseconds{2'000}))
        if (text.find("outlives") != std::string::npos || text.find("reserved is") != std::string::npos ||
            !isToldOfOversell(rig, evidence))
            found.push_back(std::move(text));
}

std::string eventId(const std::string& bytes)
{
    const std::string mark = R"("id":")";
    const auto from = bytes.find(mark) + mark.size();
    return bytes.substr(from, bytes.find('"', from) - from);
}

/// An event that says nothing new is a duplicate, whatever its id.
void checkEvents(EngineRig& rig, const Evidence& evidence, Texts& found)
{
    struct Taken {
        int accepted = 0;
        int otherwise = 0;
    };
    std::unordered_map<std::string_view, Taken> taken;  // lookup only
    for (const auto& [id, steps] : evidence.steps)
        for (const Evidence::Row& step : steps) {
            if (step.body.input != InputKind::Event)
                continue;
            const bool news = step.body.disposition == EventDisposition::Accepted ||
                              step.body.disposition == EventDisposition::Parked;
            Taken& of = taken[step.body.source];
            ++(news ? of.accepted : of.otherwise);
        }
    for (const std::string& bytes : rig.sent()) {
        const std::string id = eventId(bytes);
        const auto known = taken.find(id);
        const Taken of = known == taken.end() ? Taken{} : known->second;
        expect(found, of.accepted == 1 || (of.accepted == 0 && of.otherwise > 0),
               "event " + id + " was taken " + std::to_string(of.accepted) + " times");
    }
}

/// Columns, open deadlines, outbox, queue, stock rows, series and chain, computed again from the steps.
void checkStore(EngineRig& rig, const views::CheckReport& report, Texts& found)
{
    for (const views::Disagreement& d : report.disagreements)
        found.push_back(d.entity + " " + d.what + ": stored " + d.stored + ", computed " + d.computed);
    expect(found, report.journalHash == rig.engine().lease().chain, "the engine is at another head");
}

/// The gateway has the rows of the outbox, no more and no fewer.
void checkGateway(EngineRig& rig, const Order& order, Texts& found)
{
    for (const Effect& effect : order.effects)
        expect(found,
               effect.outbox == 0 ||
                   effect.isOpen() == (rig.engine().gateway().request(effect.outbox) != nullptr),
               order.id.text() + ": gateway and outbox differ");
}

}  // namespace

std::vector<std::string> violations(EngineRig& rig) { return violations(rig, gather(rig)); }

std::vector<std::string> violations(EngineRig& rig, const Evidence& evidence)
{
    Texts found;
    checkStore(rig, evidence.report, found);
    checkEffects(rig, found);
    const auto moved = moneyMoved(rig);
    Ledger ledger(rig);
    for (const auto& [id, steps] : evidence.steps)
        if (id.kind() == EntityKind::Node)
            ledger.addNode(id, steps);
    for (const auto& [id, order] : evidence.orders) {
        checkMoney(moved, order, found);
        checkGateway(rig, order, found);
        ledger.addOrder(order, evidence.steps.at(id));
    }
    ledger.compare(rig.engine().entities().stock(), found);
    checkReservations(rig, evidence, found);
    checkEvents(rig, evidence, found);
    return found;
}

Aftermath aftermath(EngineRig& rig, const std::vector<std::string>& orders)
{
    Aftermath after;
    for (const std::string& number : orders) {
        const EntityId id = rig.idOf(number);
        const Order order = rig.order(id);
        after.orders[number] = std::string(name(order.standing.place)) + " " +
                               std::string(name(order.standing.status)) + " " +
                               std::string(name(order.owner));
        const ExceptionItem item = rig.exception(id);
        after.queue[number] = item.version == 0
                                  ? ""
                                  : std::string(name(item.state)) + " " + std::string(name(item.priority)) +
                                        " " + std::to_string(item.problems);
    }
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries())
            if (entry.effects > 0)
                after.effects[vendor + " " + key] = entry.effects;
    for (const auto& [key, position] : rig.engine().entities().stock().positions)  // into a sorted map
        after.stock[rig.engine().names().text(key.node) + " " + rig.engine().names().text(key.sku)] =
            std::to_string(position.onHand()) + " " + std::to_string(position.available());
    return after;
}

namespace {

template <typename Value>
void compare(const char* what, const std::map<std::string, Value>& expected,
             const std::map<std::string, Value>& got, std::string& text)
{
    const auto show = [](const auto& value) {
        if constexpr (std::is_same_v<Value, std::string>)
            return value;
        else
            return std::to_string(value);
    };
    for (const auto& [key, value] : expected)
        if (const auto other = got.find(key); other == got.end() || other->second != value)
            text += std::string(what) + " " + key + ": expected " + show(value) + ", got " +
                    (other == got.end() ? "nothing" : show(other->second)) + "; ";
    for (const auto& [key, value] : got)
        if (!expected.contains(key))
            text += std::string(what) + " " + key + ": unexpected " + show(value) + "; ";
}

}  // namespace

std::string difference(const Aftermath& expected, const Aftermath& got)
{
    std::string text;
    compare("order", expected.orders, got.orders, text);
    compare("effect", expected.effects, got.effects, text);
    compare("stock", expected.stock, got.stock, text);
    compare("item of", expected.queue, got.queue, text);
    return text;
}

}  // namespace holdpoint::test
