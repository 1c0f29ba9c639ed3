// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/oracle.h"

#include "core/lab/webhook_text.h"
#include "core/views/exception_board.h"
#include "tests/sim/model.h"
#include "tests/support/books.h"
#include "tests/support/invariants.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace holdpoint::sim {
namespace {

using test::EngineRig;
using test::Evidence;
using Texts = std::vector<std::string>;

/// Finished, or somebody has been told, or a person has said that it is well so.
void checkSettled(EngineRig& rig, const Evidence& evidence, const Order& order, Texts& found)
{
    const ExceptionItem& item = evidence.itemOf(order.id);
    const bool told = item.version != 0;
    const bool waits = !order.taken || order.lane != Lane::Live || order.owner == OrderOwner::Legacy;
    if (!waits && !order.standing.finished && !told)
        found.push_back(order.id.text() + " (" + order.header.number + ") rests at " +
                        std::string(name(order.standing.place)) + ", and nobody was told");
    if (!order.problems.empty() && item.state == ExceptionState::Resolved)
        found.push_back(order.id.text() + ": has a problem, but its item is resolved");
    for (const Effect& effect : order.effects)
        if (effect.isOpen() && effect.outbox != 0 && rig.engine().gateway().isUnderWay(effect.outbox))
            found.push_back(order.id.text() + ": waits for an answer to " +
                            std::string(name(effect.ref.operation)) + ", and no call is out");
    for (const Effect& effect : order.effects)
        if (effect.isOpen() && !told)
            found.push_back(order.id.text() + ": " + std::string(name(effect.ref.operation)) +
                            " is open, and nobody was told");
}

/// X1, X2, X3: an open item points to an order that is stuck, is dated, and a resolved one says by whom and why.
void checkItems(const Evidence& evidence, Texts& found)
{
    for (const auto& [id, item] : evidence.items) {
        const auto order = evidence.orders.find(item.about);
        if (order == evidence.orders.end())
            continue;
        const bool open = item.state != ExceptionState::Resolved;
        if (open && order->second.problems.empty())
            found.push_back("X1: " + id.text() + " is open, and nothing is wrong with its order");
        if (item.opened == Instant{} || (item.fingerprint == 0 && item.code.isNone()))
            found.push_back("X2: " + id.text() + " does not say what and since when");
        if (!open && item.resolved == Never)
            found.push_back("X3: " + id.text() + " is resolved, and does not say when");
    }
}

/// Over all vendors, whatever the keys were: an order's leg is done once.
void checkOnce(EngineRig& rig, Operation operation, const std::string& words, Texts& found)
{
    std::map<std::pair<std::string, Part>, int> done;
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries())
            if (entry.effects > 0 && entry.row.operation == operation &&
                !rig.vendors().find(vendor)->trade().cancelled(entry.row.order, entry.row.part) &&
                ++done[{entry.row.order, entry.row.part}] > 1)
                found.push_back(words + ": leg " + std::to_string(entry.row.part) + " of order " +
                                entry.row.order);
}

/// X4: the list shows every open item once, in a total order: by severity, then by due, then by id.
void checkQueue(EngineRig& rig, const Evidence& evidence, Texts& found)
{
    views::ExceptionBoard board;
    std::vector<std::tuple<Priority, Instant, EntityId>> expected;
    for (const auto& [id, item] : evidence.items) {
        board.apply(views::BoardRow(item));
        if (item.state != ExceptionState::Resolved)
            expected.emplace_back(item.priority, item.due, id);
    }
    std::sort(expected.begin(), expected.end());
    const views::BoardOrder order{{{search::SortWord::Priority, false}, {search::SortWord::Sla, false}}};
    const auto listed = board.select({}, order, {rig.engine().now(), {}}, rig.engine().names());
    const auto same = [](EntityId id, const auto& item) { return id == std::get<EntityId>(item); };
    if (!std::equal(listed.begin(), listed.end(), expected.begin(), expected.end(), same))
        found.push_back("X4: the queue lists " + std::to_string(listed.size()) + " items of " +
                        std::to_string(expected.size()) + ", or not in their order");
}

/// O2: another content under a known id is refused and can be seen.
void checkOtherContent(const Evidence& evidence, Texts& found)
{
    for (const auto& [id, steps] : evidence.steps)
        for (const Evidence::Row& row : steps)
            if (row.body.input == InputKind::Event && row.body.has(Mark::OtherContent) &&
                row.body.disposition != EventDisposition::Refused)
                found.push_back("O2: " + row.body.source + " with other content was not refused");
}

}  // namespace

std::vector<std::string> inFlight(EngineRig& rig)
{
    Texts found;
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries())
            if (entry.effects > 1)
                found.push_back(vendor + " has " + std::to_string(entry.effects) + " of " + key);
    for (const auto& [key, position] : rig.engine().entities().stock().positions)
        if (position.reserved < 0)
            found.push_back("reserved is below nothing");
    return found;
}

std::vector<std::string> atRest(EngineRig& rig, const Script& script, const std::set<std::string>& copied,
                                Rest& rest)
{
    const Evidence evidence = test::gather(rig);
    Texts found = test::violations(rig, evidence);
    test::checkSums(evidence.report, found);
    test::compareBooks(rig, evidence, {copied, false}, found);
    checkItems(evidence, found);
    checkOnce(rig, Operation::Ship, "E1: left twice", found);
    checkOnce(rig, Operation::Confirm, "E7: told twice", found);
    checkQueue(rig, evidence, found);
    checkOtherContent(evidence, found);
    const Model model(script, rig);
    std::map<std::string, int> numbers;
    for (const auto& [id, order] : evidence.orders) {
        checkSettled(rig, evidence, order, found);
        model.judge(order, found);
        rest.finished += order.standing.finished;
        rest.told += !order.standing.finished && evidence.itemOf(id).version != 0;
        if (order.placed && ++numbers[order.header.number] > 1)
            found.push_back("two orders of number " + order.header.number);
    }
    return found;
}

std::vector<std::string> untold(EngineRig& rig)
{
    Texts events;
    for (const auto& [name, vendor] : rig.vendors().vendors())
        for (const auto& [key, entry] : vendor.book().entries()) {
            const lab::BookRow& row = entry.row;
            const bool moves = row.operation == Operation::Ship || row.operation == Operation::Book;
            if (moves && row.effect && !rig.vendors().find(name)->trade().cancelled(row.order, row.part))
                events.push_back(
                    lab::webhookText(vendor.options(), row, row.at + vendor.options().fulfilAfter));
        }
    return events;
}

}  // namespace holdpoint::sim
