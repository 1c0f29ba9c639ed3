// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/w1_events.h"

#include "core/base/rng.h"

#include <string_view>

namespace holdpoint::bench {
namespace {

void addHex(std::string& to, std::uint64_t value)
{
    for (int shift = 60; shift >= 0; shift -= 4)
        to += "0123456789abcdef"[value >> shift & 15];
}

/// Everything before the value of `data`; the trace is one of its own for each order.
std::string head(const char* before, const std::string& number, std::string_view source, const char* type,
                 const std::string& now)
{
    std::string text;
    text.reserve(600);
    text.append(R"({"specversion":"1.0","id":")").append(before).append(number);
    text.append(R"(","source":")").append(source).append(R"(","type":")").append(type);
    text.append(R"(","subject":")").append(number);
    text.append(R"(","datacontenttype":"application/json","time":")").append(now).append("\"");
    return text;
}

void addTrace(std::string& text, std::uint64_t n)
{
    SeededRng rng(n * 2 + 1);
    text += R"(,"traceparent":"00-)";
    addHex(text, rng.next());
    addHex(text, rng.next());
    text += '-';
    addHex(text, rng.next() | 1);
    text += "-01\"";
}

void addLine(std::string& text, int number, std::uint64_t sku, const char* price)
{
    text.append(R"({"line":)").append(std::to_string(number)).append(R"(,"sku":")").append(skuName(sku));
    text.append(R"(","units":1,"price":")").append(price).append(R"("})");
}

}  // namespace

std::string orderNumber(std::uint64_t n, bool random)
{
    if (!random)
        return std::to_string(1'000'000 + n);
    SeededRng rng(n);
    std::string number;
    addHex(number, rng.next());
    addHex(number, rng.next());
    return number;
}

std::string nodeName(std::uint64_t node) { return "node-" + std::to_string(node); }
std::string skuName(std::uint64_t sku) { return "SKU-" + std::to_string(10'000 + sku); }

std::string placed(std::uint64_t n, const std::string& number, const std::string& now)
{
    std::string text = head("placed-", number, "shop-eu", "order.placed", now);
    addTrace(text, n);
    text.append(R"(,"data":{"channel":"web","region":"zone-)").append(std::to_string(n % Nodes));
    text.append(R"(","currency":"EUR","total":"58.90","lines":[)");
    addLine(text, 1, n % Skus, "19.90");
    text += ',';
    addLine(text, 2, (n * 7 + 1) % Skus, "39.00");
    return text += "]}}";
}

std::string shipped(std::uint64_t n, const std::string& number, const std::string& node,
                    const std::string& now)
{
    std::string text = head("shipped-", number, node, "shipment.shipped", now);
    text += R"(,"numberspace":"shop-eu")";
    addTrace(text, n);
    text.append(R"(,"data":{"leg":1,"id":"S)").append(std::to_string(n)).append(R"(","node":")").append(node);
    return text.append(R"(","tracking":"3SABC)").append(std::to_string(100'000'000 + n)).append(R"("}})");
}

std::string counted(std::uint64_t node, std::int64_t units, const std::string& now)
{
    const std::string name = nodeName(node);
    std::string text = head("counted-", name, name, "stock.counted", now);
    text += R"(,"data":{"counts":[)";
    for (std::uint64_t sku = 0; sku < Skus; ++sku) {
        text.append(sku == 0 ? "" : ",").append(R"({"sku":")").append(skuName(sku)).append(R"(","units":)");
        text.append(std::to_string(units)).append(R"(,"version":1})");
    }
    return text += "]}}";
}

}  // namespace holdpoint::bench
