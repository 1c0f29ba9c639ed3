// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/healing.h"

namespace holdpoint::sim {

using test::EngineRig;

std::string adjusted(EngineRig& rig, const std::string& node, const std::string& sku, int units,
                     const std::string& id)
{
    return rig.event(
        "stock.adjusted", node,
        R"({"sku":")" + sku + R"(","delta":)" + std::to_string(units) + R"(,"id":")" + id + R"("})", id);
}

std::vector<std::string> restocked(EngineRig& rig)
{
    constexpr int Plenty = 10'000;
    std::vector<std::string> events;
    for (const char* node : {"east", "north", "west"})
        for (const char* sku : {"HAT", "CUP", "SCARF"})
            events.push_back(adjusted(rig, node, sku, Plenty, std::string("restock-") + node + sku));
    return events;
}

bool isPlanned(EngineRig& rig, const std::string& key)
{
    const auto rows = rig.store().outbox(rig.engine().lease(), 0, 100'000);
    if (!rows)
        return true;  // it cannot be read now
    for (const engine::OutboxEntry& row : *rows)
        if (const auto request = decodeEffectRequest(row.body); request && request->key == key)
            return true;
    return false;
}

void countStrikes(EngineRig& rig, std::map<std::string, std::uint64_t>& faults)
{
    for (const auto& [vendor, model] : rig.vendors().vendors())
        for (std::size_t i = 0; i < CountOf<lab::FaultKind>; ++i) {
            const auto kind = static_cast<lab::FaultKind>(i);
            faults[std::string(name(kind))] += model.faults().struck(kind);
        }
}

}  // namespace holdpoint::sim
