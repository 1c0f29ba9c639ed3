// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/model.h"

#include "core/orders/derive.h"

#include <sstream>

namespace holdpoint::sim {
namespace {

std::string member(const std::string& json, const std::string& name)
{
    const std::string mark = "\"" + name + "\":\"";
    const auto from = json.find(mark);
    return from == std::string::npos
               ? ""
               : json.substr(from + mark.size(), json.find('"', from + mark.size()) - from - mark.size());
}

}  // namespace

Model::Model(const Script& script, test::EngineRig& rig) : mustPay_(script.option("payment_rule") != 0)
{
    for (const Action& action : script.actions)
        hear(action.text);
    for (const auto& [name, vendor] : rig.vendors().vendors())
        for (const auto& [key, entry] : vendor.book().entries()) {
            if (entry.effects == 0)
                continue;
            Done& done = done_[entry.row.order];
            ++done.effects;
            if (entry.row.operation == Operation::Ship &&
                !rig.vendors().find(name)->trade().cancelled(entry.row.order, entry.row.part))
                done.left.insert(entry.row.part);
            if (entry.row.operation == Operation::Capture)
                done.captured += entry.row.amount;
        }
}

void Model::hear(const std::string& text)
{
    std::istringstream in(text);
    std::string what;
    std::string word;
    in >> what;
    if (what == "command") {
        std::string number;
        in >> word >> word >> word >> word >> number;
        if (word == "cancel_order")
            cancelledByPerson_.insert(number);
    }
    if (what != "event")
        return;
    const std::string number = member(text, "subject");
    const std::string type = member(text, "type");
    Told& told = told_[number];
    told.placed = told.placed || type == "order.placed";
    told.paid = told.paid || type == "payment.authorised";
    told.cancel = told.cancel || type == "order.cancel_asked";
}

void Model::judge(const Order& order, std::vector<std::string>& found) const
{
    const std::string& number = order.header.number;
    if (!order.placed)
        return;
    const auto told = told_.find(number);
    if (told == told_.end() || !told->second.placed) {
        found.push_back("order " + number + " was never placed");
        return;
    }
    const auto known = done_.find(number);
    const Done done = known == done_.end() ? Done{} : known->second;
    const auto says = [&](bool holds, const std::string& text) {
        if (!holds)
            found.push_back("model: order " + number + " is " + std::string(name(order.standing.status)) +
                            " at " + std::string(name(order.standing.place)) + ", but " + text);
    };
    const OrderStatus status = order.standing.status;
    const bool isTold = !order.problems.empty() || !order.accepted.empty();
    const bool wished = told->second.cancel || cancelledByPerson_.contains(number);
    says(order.lane == Lane::Live || done.effects == 0,
         "something was done for it in a lane without connectors");
    if (order.lane != Lane::Live || order.owner == OrderOwner::Legacy)
        return;
    says(!mustPay_ || told->second.paid || done.effects == 0 || wished,
         "it was never paid for, and something was done");
    const bool moved = status == OrderStatus::Shipped || status == OrderStatus::Delivered ||
                       status == OrderStatus::PartlyShipped || status == OrderStatus::Returned;
    says(moved == !done.left.empty(), "legs that left: " + std::to_string(done.left.size()));
    says(status != OrderStatus::Cancelled || wished, "nobody wished it cancelled");
    says(!order.standing.finished || status != OrderStatus::Cancelled || done.captured == 0,
         "money was taken: " + std::to_string(done.captured));
    const bool whole = status == OrderStatus::Shipped || status == OrderStatus::Delivered;
    says(!order.standing.finished || !whole || !mustPay_ || done.captured > 0 || isTold,
         "no money was taken");
    std::int64_t shipped = 0;
    for (const Leg& leg : order.legs)
        if (done.left.contains(leg.part))
            shipped += orders::unitsOf(leg);
    says(!whole || shipped >= orders::quantities(order).ordered || wished, "less has left than was ordered");
    says(shipped <= orders::quantities(order).ordered || order.contradicted || isTold,
         "more has left than was ordered");
}

}  // namespace holdpoint::sim
