// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/books.h"

namespace holdpoint::test {
namespace {

using Texts = std::vector<std::string>;

void compareBook(const std::string& vendor, const lab::VendorBook& book, const Evidence& evidence,
                 const Excuses& excuses, Texts& found)
{
    for (const auto& [key, entry] : book.entries()) {
        const auto known = evidence.effects.find(key);
        if (known == evidence.effects.end() || known->second.vendor != vendor) {
            found.push_back(vendor + " received " + key + ", which was never planned for it");
            continue;
        }
        const EffectState state = known->second.state;
        const bool open = state == EffectState::Planned || state == EffectState::Unknown;
        const bool told = state == EffectState::NotSent && excuses.copied.contains(key) &&
                          evidence.itemOf(known->second.order).version != 0;
        if (!open && !told && (state == EffectState::Done) != (entry.effects > 0))
            found.push_back(key + ": recorded " + std::string(name(state)) + ", in the book " +
                            std::to_string(entry.effects));
    }
}

}  // namespace

void compareBooks(EngineRig& rig, const Evidence& evidence, const Excuses& excuses, Texts& found)
{
    for (const auto& [vendor, model] : rig.vendors().vendors())
        compareBook(vendor, model.book(), evidence, excuses, found);
    if (excuses.heardElsewhere)
        return;
    for (const auto& [key, recorded] : evidence.effects) {
        const lab::VendorModel* vendor = rig.vendors().find(recorded.vendor);
        if (recorded.state == EffectState::Done && (vendor == nullptr || vendor->book().find(key) == nullptr))
            found.push_back(key + ": recorded done, not in the book");
    }
}

void checkSums(const views::CheckReport& report, Texts& found)
{
    const auto expect = [&](bool holds, const char* text) {
        if (!holds)
            found.emplace_back(text);
    };
    const auto& r = report.reservations;
    const auto& s = report.stock;
    expect(report.numbers.events.agree(), "received is not accepted + refused + parked + duplicate");
    expect(r.opened == r.consumed + r.released + r.expired + r.live,
           "reservations opened are not consumed + released + expired + live");
    expect(s.onHand == s.available + s.reserved + s.buffer, "on hand is not available + reserved + buffer");
}

}  // namespace holdpoint::test
