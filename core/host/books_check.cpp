// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/books_check.h"

#include "core/host/lab_world.h"
#include "core/lab/vendor_book.h"
#include "core/store/store_reader.h"

#include <map>
#include <set>
#include <utility>

namespace holdpoint::host {
namespace {

constexpr std::size_t Kept = 100;

struct Recorded {
    std::string vendor;
    EntityId order;
    EffectState state = EffectState::Planned;
    std::uint16_t calls = 0;
    std::uint16_t replies = 0;
    std::uint16_t questions = 0;
};
using ByKey = std::map<std::string, Recorded, std::less<>>;

void disagree(BooksReport& report, const std::string& entity, const std::string& what,
              const std::string& stored, const std::string& computed)
{
    ++report.disagreementCount;
    if (report.disagreements.size() < Kept)
        report.disagreements.push_back({entity, what, stored, computed});
}

// A call that got no reply may have arrived or not; one that a crash left without a record was asked about afterwards. Between
// what certainly arrived and what can have been sent at most, every number is right; without faults both are the same.
void compareCalls(BooksReport& report, const std::string& key, const Recorded& ours, std::uint32_t received)
{
    const bool open = ours.state == EffectState::Planned || ours.state == EffectState::Unknown;
    const bool learntFromEvent = ours.state == EffectState::Done && ours.replies == 0;
    const std::uint32_t most = ours.calls + ours.questions + (open || learntFromEvent ? 1U : 0U);
    if (received < ours.replies || received > most)
        disagree(report, key, "calls", std::to_string(ours.calls), std::to_string(received));
}

void compareBook(BooksReport& report, const lab::BookEntry& entry, const std::string& key,
                 const std::string& vendor, const ByKey& ours)
{
    report.callsInBooks += entry.received;
    report.effectsInBooks += entry.effects;
    const auto found = ours.find(key);
    if (found == ours.end())
        return disagree(report, key, "planned", "never", "received " + std::to_string(entry.received));
    if (found->second.vendor != vendor)
        return disagree(report, key, "vendor", found->second.vendor, vendor);
    if (entry.effects > 1)
        disagree(report, key, "effects", "at most 1", std::to_string(entry.effects));
    const Recorded& recorded = found->second;
    const bool open = recorded.state == EffectState::Planned || recorded.state == EffectState::Unknown;
    if (!open && (recorded.state == EffectState::Done) != (entry.effects > 0))
        disagree(report, key, "effect", std::string(name(recorded.state)), std::to_string(entry.effects));
    compareCalls(report, key, recorded, entry.received);
}

Result<> compareBooks(BooksReport& report, const std::filesystem::path& folder, const ByKey& ours)
{
    std::set<std::pair<std::string, std::string>> seen;  // vendor and key
    for (const std::string& vendor : LabWorld::vendorNames()) {
        const std::filesystem::path file = LabWorld::bookOf(folder, vendor);
        if (!std::filesystem::exists(file))
            continue;
        const auto book = lab::readBook(file);
        if (!book)
            return book.error();
        for (const auto& [key, entry] : *book) {
            compareBook(report, entry, key, vendor, ours);
            seen.emplace(vendor, key);
        }
    }
    for (const auto& [key, recorded] : ours)
        if (recorded.state == EffectState::Done && !seen.contains({recorded.vendor, key}))
            disagree(report, key, "effect", "done", "not in the vendor's book");
    return {};
}

}  // namespace

Result<NumbersReport> checkNumbers(const std::filesystem::path& folder,
                                   const std::function<bool(std::uint64_t, std::uint64_t)>& progress)
{
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder));
    if (!reader)
        return reader.error();
    NumbersReport report;
    ByKey ours;
    views::CheckOptions options;
    options.progress = progress;
    options.effect = [&](const views::RecordedEffect& effect) {
        if (effect.state == EffectState::Suppressed)
            return;
        ours[effect.key] = {effect.vendor, effect.order,   effect.state,
                            effect.calls,  effect.replies, effect.questions};
        report.books.callsRecorded += effect.calls;
        report.books.effectsRecorded += effect.state == EffectState::Done ? 1 : 0;
    };
    auto checked = views::check(**reader, options);
    if (!checked)
        return checked.error();
    report.store = std::move(*checked);
    report.conserved = report.store.numbers.events.agree();
    if (auto compared = compareBooks(report.books, folder, ours); !compared)
        return compared.error();
    return report;
}

}  // namespace holdpoint::host
