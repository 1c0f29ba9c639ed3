// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/promises.h"

#include "core/orders/derive.h"
#include "tests/support/books.h"

namespace holdpoint::test {
namespace {

using Texts = std::vector<std::string>;

bool hasShipped(const std::vector<Evidence::Row>& steps)
{
    for (const Evidence::Row& step : steps)
        for (const Fact& fact : step.body.facts)
            if (nameOfKind(kindOf(fact)) == "shipped")
                return true;
    return false;
}

void checkOrder(EngineRig& rig, const Evidence& evidence, const Order& order, Texts& broken)
{
    const std::string who = order.id.text() + " (" + order.header.number + ") ";
    const auto& steps = evidence.steps.at(order.id);
    if (order.version != steps.size())
        broken.push_back(who + "has another version than steps");
    const ExceptionItem& item = evidence.itemOf(order.id);
    const bool told = item.version != 0;
    const bool waits = !order.taken || order.lane != Lane::Live || order.owner == OrderOwner::Legacy;
    const bool dated =
        orders::nextDue(order, order.standing, rig.engine().policy().deadlines) > rig.engine().now();
    if (!waits && !order.standing.finished && !told && !dated)
        broken.push_back(who + "rests at " + std::string(name(order.standing.place)) +
                         ", and nobody was told");
    const bool open = told && item.state != ExceptionState::Resolved;
    if (open == order.problems.empty())
        broken.push_back(who + (open ? "is in the queue without a problem" : "has a problem and no item"));
    if (order.cancelledByUs && hasShipped(steps) && !told)
        broken.push_back(who + "was cancelled and shipped in silence");
}

}  // namespace

Promises promises(EngineRig& rig, const Evidence& evidence, bool heardElsewhere)
{
    Promises found;
    found.stateHash = evidence.report.stateHash;
    found.journalHash = evidence.report.journalHash;
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries())
            if (entry.effects > 0)
                found.effectsAt[vendor + ' ' + key] = entry.row.at;
    checkSums(evidence.report, found.broken);
    compareBooks(rig, evidence, {{}, heardElsewhere}, found.broken);
    for (const auto& [id, order] : evidence.orders)
        checkOrder(rig, evidence, order, found.broken);
    return found;
}

}  // namespace holdpoint::test
