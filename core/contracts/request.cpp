// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/money.h"
#include "core/contracts/answer.h"

#include <nlohmann/json.hpp>

namespace holdpoint::contracts {
namespace {

/// `58.90` in the digits of its currency; without a currency the minor units as they are.
std::string decimal(std::int64_t minor, std::string_view currency)
{
    const auto parsed = Currency::parse(currency);
    if (!parsed)
        return std::to_string(minor);
    const std::string text = toText(Money{minor, *parsed});
    return text.substr(0, text.find(' '));
}

}  // namespace

std::string requestBody(const VendorCall& call)
{
    nlohmann::ordered_json body;
    body["order"] = call.orderNumber;
    body["part"] = call.ref.part;
    if (!call.lines.empty()) {
        auto& lines = body["lines"] = nlohmann::ordered_json::array();
        for (const VendorCall::Line& line : call.lines)
            lines.push_back({{"line", line.line}, {"sku", line.sku}, {"units", line.units}});
    }
    const auto put = [&body](const char* member, const std::string& text) {
        if (!text.empty())
            body[member] = text;
    };
    put("node", call.node);
    put("region", call.region);
    if (!call.currency.empty()) {
        body["amount"] = decimal(call.amount, call.currency);
        body["currency"] = call.currency;
    }
    put("reference", call.reference);
    return body.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace holdpoint::contracts
