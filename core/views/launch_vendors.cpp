// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/launch_vendors.h"

#include <algorithm>

namespace holdpoint::views {
namespace {

session::BreakerState stateOf(const delivery::Breaker& breaker)
{
    switch (breaker.state()) {
    case delivery::Breaker::State::Closed: return session::BreakerState::Closed;
    case delivery::Breaker::State::Open: return session::BreakerState::Open;
    case delivery::Breaker::State::HalfOpen: return session::BreakerState::Probing;
    }
    return session::BreakerState::Closed;
}

Instant later(Instant known, Instant at) { return known == Never ? at : std::max(known, at); }

}  // namespace

Stage stageOf(Operation operation) noexcept
{
    switch (operation) {
    case Operation::Ship:
    case Operation::Cancel:
    case Operation::Handback: return Stage::Handoff;
    case Operation::Book:
    case Operation::Unbook:
    case Operation::Confirm: return Stage::Confirmation;
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void: return Stage::Settlement;
    }
    return Stage::Handoff;
}

FeederSystem systemOf(Operation operation) noexcept
{
    switch (operation) {
    case Operation::Ship:
    case Operation::Cancel: return FeederSystem::Wms;
    case Operation::Handback: return FeederSystem::Oms;
    case Operation::Book:
    case Operation::Unbook: return FeederSystem::Shipping;
    case Operation::Confirm: return FeederSystem::Shop;
    case Operation::Capture:
    case Operation::Refund:
    case Operation::Void: return FeederSystem::Payment;
    }
    return FeederSystem::Wms;
}

LaunchVendors::Cell& LaunchVendors::Cell::operator+=(const Cell& other)
{
    calls += other.calls;
    errors += other.errors;
    breaches += other.breaches;
    limited += other.limited;
    took += other.took;
    return *this;
}

LaunchVendors::Vendor& LaunchVendors::at(VendorName name)
{
    const auto [found, isNew] = vendors_.try_emplace(name);
    if (isNew && integrations_ != nullptr && names_ != nullptr)
        if (const VendorProfile* profile = integrations_->find(names_->text(name)))
            found->second.breaker = delivery::Breaker(profile->breaker);
    return found->second;
}

void LaunchVendors::called(const CallNote& note)
{
    Vendor& vendor = at(note.vendor);
    vendor.system = systemOf(note.operation);
    vendor.stage = stageOf(note.operation);
    if (Cell* cell = vendor.cells.at(note.at)) {
        ++cell->calls;
        cell->errors += note.failed ? 1 : 0;
        cell->breaches += note.breach ? 1 : 0;
        cell->limited += note.rateLimited ? 1 : 0;
        cell->took.add(note.end - note.start);
    }
    if (alarms::Counts* cell = vendor.minutes.at(note.at))
        *cell += {1, note.failed ? 1 : 0};
    Instant& last = note.failed ? vendor.lastBad : vendor.lastGood;
    last = later(last, note.end);
    // A call that left while it was open was the probe.
    if (vendor.breaker.state() == delivery::Breaker::State::Open && note.start >= vendor.breaker.probeAt())
        static_cast<void>(vendor.breaker.allows(note.start));
    vendor.breaker.record(note.unreachable, note.at);
}

void LaunchVendors::unknown(VendorName vendor, int change) { at(vendor).unknown += change; }

std::vector<session::VendorCard> LaunchVendors::cards(Instant now, const Dictionary& names,
                                                      const std::map<VendorName, std::int64_t>& open) const
{
    std::vector<session::VendorCard> cards;
    for (const auto& [name, vendor] : vendors_) {
        session::VendorCard& card = cards.emplace_back();
        const Cell five = vendor.cells.sum(now, Window);
        card.vendor = names.text(name);
        card.system = vendor.system;
        card.calls = five.calls;
        card.errors = five.errors;
        card.breaches = five.breaches;
        card.unknown = vendor.unknown;
        card.rateLimited = five.limited;
        card.p95 = five.took.percentile(95);
        card.breaker = stateOf(vendor.breaker);
        const auto found = open.find(name);
        card.exceptionsOpen = found == open.end() ? 0 : found->second;
        card.lastGood = vendor.lastGood;
        card.lastBad = vendor.lastBad;
        card.abnormal = card.breaker != session::BreakerState::Closed || card.breaches > 0 ||
                        (five.calls >= MinCalls && five.errors * 100 > five.calls * ErrorLimit);
    }
    for (const auto& [name, count] : open)
        if (!name.isNone() && !vendors_.contains(name)) {
            session::VendorCard& card = cards.emplace_back();
            card.vendor = names.text(name);
            card.exceptionsOpen = count;
        }
    std::sort(cards.begin(), cards.end(), [](const auto& a, const auto& b) { return a.vendor < b.vendor; });
    return cards;
}

std::vector<LaunchVendors::Sum> LaunchVendors::sums(Instant now) const
{
    std::vector<Sum> sums;
    for (const auto& [name, vendor] : vendors_)
        sums.push_back({name, vendor.stage, vendor.minutes.sum(now, Milliseconds{900'000}),
                        vendor.cells.sum(now, Window).breaches, stateOf(vendor.breaker)});
    return sums;
}

std::array<bool, CountOf<Stage>> LaunchVendors::closedStages() const
{
    std::array<bool, CountOf<Stage>> closed{};
    for (const auto& [name, vendor] : vendors_)
        if (vendor.breaker.state() == delivery::Breaker::State::Open)
            closed[static_cast<std::size_t>(vendor.stage)] = true;
    return closed;
}

}  // namespace holdpoint::views
