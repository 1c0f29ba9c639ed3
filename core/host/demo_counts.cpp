// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/demo_counts.h"

#include "core/store/store_reader.h"

#include <algorithm>
#include <map>

namespace holdpoint::host {
namespace {

std::int64_t lostOf(std::span<const DemoLoss> lost, const std::string& node, const std::string& sku)
{
    std::int64_t units = 0;
    for (const DemoLoss& loss : lost)
        units += node == loss.node && sku == loss.sku ? loss.units : 0;
    return units;
}

std::string eventOf(const std::string& node, const std::string& counts, Instant now)
{
    return R"({"specversion":"1.0","id":"count-)" + std::to_string(now.ms) + R"(","source":"wms-)" + node +
           R"(","type":"stock.counted","subject":")" + node + R"(","time":")" + toText(now) +
           R"(","data":{"counts":[)" + counts + "]}}";
}

}  // namespace

Result<std::vector<std::string>> demoCounts(const std::filesystem::path& folder, Instant now,
                                            std::span<const DemoLoss> lost)
{
    auto reader = store::StoreReader::open(store::StoreOptions::onDisk(folder));
    if (!reader)
        return reader.error();
    Dictionary names;
    if (auto read = (*reader)->names(names); !read)
        return read.error();
    const auto stock = (*reader)->stock();
    if (!stock)
        return stock.error();
    std::map<std::string, std::string> counts;
    for (const store::StoredStock& row : *stock) {
        const std::string& node = names.text(row.node);
        const std::string& sku = names.text(row.sku);
        std::string& text = counts[node];
        text += std::string(text.empty() ? "" : ",") + R"({"sku":")" + sku + R"(","units":)" +
                std::to_string(std::max<std::int64_t>(row.onHand - lostOf(lost, node, sku), 0)) +
                R"(,"version":)" + std::to_string(now.ms) + "}";
    }
    std::vector<std::string> events;
    for (const auto& [node, text] : counts)
        events.push_back(eventOf(node, text, now));
    return events;
}

}  // namespace holdpoint::host
