// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/crash/promises.h"

#include "core/base/check.h"
#include "core/orders/derive.h"
#include "core/store/store_reader.h"
#include "core/views/check.h"

namespace holdpoint::test {
namespace {

using Texts = std::vector<std::string>;

struct Recorded {
    std::string vendor;
    EffectState state = EffectState::Planned;
};
using Journal = std::map<std::string, Recorded>;

void checkBook(const std::string& vendor, const lab::VendorBook& book, const Journal& ours, Texts& broken)
{
    for (const auto& [key, entry] : book.entries()) {
        const auto known = ours.find(key);
        if (known == ours.end() || known->second.vendor != vendor) {
            broken.push_back(vendor + " received " + key + ", which was never planned for it");
            continue;
        }
        const EffectState state = known->second.state;
        const bool open = state == EffectState::Planned || state == EffectState::Unknown;
        if (!open && (state == EffectState::Done) != (entry.effects > 0))
            broken.push_back(key + " is " + std::string(name(state)) + " for us, and its book has " +
                             std::to_string(entry.effects));
    }
}

void checkBooks(EngineRig& rig, const Journal& ours, bool heardElsewhere, Texts& broken)
{
    for (const auto& [vendor, model] : rig.vendors().vendors())
        checkBook(vendor, model.book(), ours, broken);
    if (heardElsewhere)
        return;
    for (const auto& [key, recorded] : ours) {
        const lab::VendorModel* vendor = rig.vendors().find(recorded.vendor);
        if (recorded.state == EffectState::Done && (vendor == nullptr || vendor->book().find(key) == nullptr))
            broken.push_back(key + " is done for us, and in no book");
    }
}

void checkOrder(EngineRig& rig, const Order& order, Texts& broken)
{
    const std::string who = order.id.text() + " (" + order.header.number + ") ";
    if (order.version != rig.steps(order.id).size())
        broken.push_back(who + "has another version than steps");
    const ExceptionItem item = rig.exception(order.id);
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
    const std::string facts = rig.facts(order.id);
    const bool cancelled = facts.find("cancel_verdict") != std::string::npos && order.cancelledByUs;
    if (cancelled && facts.find("shipped") != std::string::npos && !told)
        broken.push_back(who + "was cancelled and shipped in silence");
}

void checkSums(const views::CheckReport& report, Texts& broken)
{
    const auto expect = [&](bool holds, const char* text) {
        if (!holds)
            broken.emplace_back(text);
    };
    const auto& r = report.reservations;
    const auto& s = report.stock;
    expect(report.numbers.events.agree(), "received is not accepted + refused + parked + duplicate");
    expect(r.opened == r.consumed + r.released + r.expired + r.live,
           "reservations opened are not consumed + released + expired + live");
    expect(s.onHand == s.available + s.reserved + s.buffer, "on hand is not available + reserved + buffer");
}

}  // namespace

Promises promises(EngineRig& rig, bool heardElsewhere)
{
    Promises found;
    Journal ours;
    auto reader = store::StoreReader::open(rig.storeOptions());
    HP_CHECK(reader.has_value());
    views::CheckOptions options;
    options.effect = [&](const views::RecordedEffect& e) {
        if (e.state != EffectState::Suppressed)
            ours[e.key] = {e.vendor, e.state};
    };
    const auto report = views::check(**reader, options);
    HP_CHECK(report.has_value());
    found.stateHash = report->stateHash;
    found.journalHash = report->journalHash;
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (const auto& [key, entry] : model.book().entries())
            if (entry.effects > 0)
                found.effectsAt[vendor + ' ' + key] = entry.row.at;
    checkSums(*report, found.broken);
    checkBooks(rig, ours, heardElsewhere, found.broken);
    const auto orders = rig.store().entities(rig.engine().lease(), EntityKind::Order, {}, 100'000);
    HP_CHECK(orders.has_value());
    for (const EntityId id : *orders)
        checkOrder(rig, rig.order(id), found.broken);
    return found;
}

}  // namespace holdpoint::test
