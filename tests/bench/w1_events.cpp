// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/w1_events.h"

#include "core/base/rng.h"
#include "core/base/time.h"

#include <cstdio>

namespace holdpoint::bench {
namespace {

std::string hex(std::uint64_t value)
{
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(value));
    return text;
}

/// A trace of its own for each order, as a shop with tracing sends it.
std::string traceparent(std::uint64_t n)
{
    SeededRng rng(n * 2 + 1);
    return "00-" + hex(rng.next()) + hex(rng.next()) + "-" + hex(rng.next() | 1) + "-01";
}

std::string head(const std::string& id, const char* source, const char* type, const std::string& subject)
{
    return R"({"specversion":"1.0","id":")" + id + R"(","source":")" + source + R"(","type":")" + type +
           R"(","subject":")" + subject + R"(","datacontenttype":"application/json","time":")" +
           toText(SystemClock().wall()) + '"';
}

std::string line(int number, std::uint64_t sku, std::uint64_t units, const char* price)
{
    return R"({"line":)" + std::to_string(number) + R"(,"sku":")" + skuName(sku) + R"(","units":)" +
           std::to_string(units) + R"(,"price":")" + price + R"("})";
}

}  // namespace

std::string orderNumber(std::uint64_t n, bool random)
{
    if (!random)
        return std::to_string(1'000'000 + n);
    SeededRng rng(n);
    return hex(rng.next()) + hex(rng.next());
}

std::string nodeName(std::uint64_t node) { return "node-" + std::to_string(node); }
std::string skuName(std::uint64_t sku) { return "SKU-" + std::to_string(10'000 + sku); }

std::string placed(std::uint64_t n, const std::string& number)
{
    return head("placed-" + number, "shop-eu", "order.placed", number) + R"(,"traceparent":")" +
           traceparent(n) + R"(","data":{"channel":"web","region":"zone-)" + std::to_string(n % Nodes) +
           R"(","currency":"EUR","total":"58.90","lines":[)" + line(1, n % Skus, 1, "19.90") + ',' +
           line(2, (n * 7 + 1) % Skus, 1, "39.00") + "]}}";
}

std::string shipped(std::uint64_t n, const std::string& number, const std::string& node)
{
    return head("shipped-" + number, node.c_str(), "shipment.shipped", number) +
           R"(,"numberspace":"shop-eu","traceparent":")" + traceparent(n) + R"(","data":{"leg":1,"id":"S)" +
           std::to_string(n) + R"(","node":")" + node + R"(","tracking":"3SABC)" +
           std::to_string(100'000'000 + n) + R"("}})";
}

std::string counted(std::uint64_t node, std::int64_t units)
{
    std::string counts;
    for (std::uint64_t sku = 0; sku < Skus; ++sku)
        counts += (counts.empty() ? "" : ",") + std::string(R"({"sku":")") + skuName(sku) + R"(","units":)" +
                  std::to_string(units) + R"(,"version":1})";
    return head("counted-" + nodeName(node), nodeName(node).c_str(), "stock.counted", nodeName(node)) +
           R"(,"data":{"counts":[)" + counts + "]}}";
}

}  // namespace holdpoint::bench
