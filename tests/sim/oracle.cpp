// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/oracle.h"

#include "core/lab/webhook_text.h"
#include "tests/sim/model.h"
#include "tests/support/invariants.h"

#include <map>

namespace holdpoint::sim {
namespace {

using test::EngineRig;
using test::Evidence;
using Texts = std::vector<std::string>;

std::string textOf(EffectState state) { return std::string(name(state)); }

/// Of each key the vendor's own book and our journal must say the same.
void compareBooks(EngineRig& rig, const Evidence& evidence, Texts& found)
{
    const auto& ours = evidence.effects;
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries()) {
            const auto known = ours.find(key);
            if (known == ours.end() || known->second.vendor != vendor) {
                found.push_back(vendor + " received " + key + ", which was never planned for it");
                continue;
            }
            const bool open =
                known->second.state == EffectState::Planned || known->second.state == EffectState::Unknown;
            // A dropped call was looked up and was not there; a second copy that was on the wire meanwhile may still do
            // it. Nobody can prevent that; somebody must have been told when the vendor spoke of it.
            const bool told = known->second.state == EffectState::NotSent &&
                              evidence.itemOf(known->second.order).version != 0;
            if (!open && !told && (known->second.state == EffectState::Done) != (entry.effects > 0))
                found.push_back(key + ": recorded " + textOf(known->second.state) + ", in the book " +
                                std::to_string(entry.effects));
        }
    for (const auto& [key, recorded] : ours) {
        const lab::VendorModel* vendor = rig.vendors().find(recorded.vendor);
        if (recorded.state == EffectState::Done && (vendor == nullptr || vendor->book().find(key) == nullptr))
            found.push_back(key + ": recorded done, not in the book");
    }
}

void checkSums(const views::CheckReport& report, Texts& found)
{
    if (!report.numbers.events.agree())
        found.push_back("received is not accepted + refused + parked + duplicate");
    const auto& r = report.reservations;
    if (r.opened != r.consumed + r.released + r.expired + r.live)
        found.push_back("reservations opened are not consumed + released + expired + live");
    const auto& s = report.stock;
    if (s.onHand != s.available + s.reserved + s.buffer)
        found.push_back("on hand is not available + reserved + buffer");
}

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

/// E1 over all vendors: an order's leg leaves once, whatever its keys were.
void checkShipments(EngineRig& rig, Texts& found)
{
    std::map<std::pair<std::string, Part>, int> left;
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries())
            if (entry.effects > 0 && entry.row.operation == Operation::Ship &&
                !rig.vendors().find(vendor)->trade().cancelled(entry.row.order, entry.row.part) &&
                ++left[{entry.row.order, entry.row.part}] > 1)
                found.push_back("E1: leg " + std::to_string(entry.row.part) + " of order " + entry.row.order +
                                " left twice");
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

std::vector<std::string> atRest(EngineRig& rig, const Script& script, Rest& rest)
{
    const Evidence evidence = test::gather(rig);
    Texts found = test::violations(rig, evidence);
    checkSums(evidence.report, found);
    compareBooks(rig, evidence, found);
    checkItems(evidence, found);
    checkShipments(rig, found);
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
