// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/demo_script.h"

namespace holdpoint::host {
namespace {

using namespace std::chrono_literals;

struct Trouble {
    Milliseconds from;
    Milliseconds to;
    const char* vendor;
    lab::FaultKind kind;
    std::uint32_t perMillion;
    bool ship = false;  ///< hits the request to ship alone
};
constexpr Trouble Script[] = {
    {40s, 150s, "wms-north", lab::FaultKind::ChangedEnum, 1'000'000, true},
    {75s, 120s, "carrier", lab::FaultKind::Outage, 1'000'000},
    {200s, 230s, "payment", lab::FaultKind::TooMany, 700'000},
};
constexpr const char* Warehouses[] = {"wms-east", "wms-north", "wms-west"};
constexpr Milliseconds ComeBackIn{2s};
constexpr Milliseconds LateBy{45s};

lab::Fault fault(lab::FaultKind kind, std::uint32_t perMillion, std::uint64_t seed, Milliseconds delay)
{
    lab::Fault made;
    made.kind = kind;
    made.perMillion = perMillion;
    made.seed = seed;
    made.delay = delay;
    return made;
}

}  // namespace

const std::vector<DemoChapter>& demoChapters()
{
    static const std::vector<DemoChapter> chapters{
        {0s, "all_is_well"},         {40s, "warehouse_changes_a_word"}, {75s, "carrier_is_away"},
        {120s, "carrier_is_back"},   {150s, "warehouse_is_mended"},     {165s, "warehouse_counts_less"},
        {200s, "payment_slow_down"}, {230s, "payment_is_mended"},
    };
    return chapters;
}

const std::vector<DemoLoss>& demoLosses()
{
    static const std::vector<DemoLoss> losses{{165s, "west", "SKU-1000", 55},
                                              {165s, "west", "SKU-1001", 60},
                                              {165s, "west", "SKU-1002", 48},
                                              {165s, "west", "SKU-1003", 52}};
    return losses;
}

std::string_view demoChapterAt(Milliseconds mission)
{
    std::string_view code = demoChapters().front().code;
    for (const DemoChapter& chapter : demoChapters())
        if (chapter.from <= mission)
            code = chapter.code;
    return code;
}

std::map<std::string, std::vector<lab::Fault>> demoFaults(Milliseconds mission, const WorseSet& worse,
                                                          std::uint64_t seed)
{
    std::map<std::string, std::vector<lab::Fault>> faults;
    for (const Trouble& trouble : Script) {
        if (mission < trouble.from || mission >= trouble.to)
            continue;
        lab::Fault made = fault(trouble.kind, trouble.perMillion, seed, ComeBackIn);
        if (trouble.ship)
            made.operation = Operation::Ship;
        faults[trouble.vendor].push_back(std::move(made));
    }
    const auto isOn = [&](Worse one) { return worse[static_cast<std::size_t>(one)]; };
    for (const char* vendor : Warehouses) {
        if (isOn(Worse::RateLimits))
            faults[vendor].push_back(fault(lab::FaultKind::TooMany, 300'000, seed, ComeBackIn));
        if (isOn(Worse::LateWebhooks))
            faults[vendor].push_back(fault(lab::FaultKind::LateWebhook, 500'000, seed, LateBy));
        if (isOn(Worse::Duplicates))
            faults[vendor].push_back(fault(lab::FaultKind::DuplicateWebhook, 500'000, seed + 1, ComeBackIn));
    }
    return faults;
}

}  // namespace holdpoint::host
