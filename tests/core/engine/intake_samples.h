// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/intake.h"

#include <string>
#include <string_view>

namespace holdpoint::engine {

/// An event as text: the usual head with `type`, then `data`; `head` adds attributes (`,"time":"…"`).
inline std::string eventText(std::string_view type, std::string_view data, std::string_view head = {},
                             std::string_view id = "e-1")
{
    return R"({"specversion":"1.0","id":")" + std::string(id) + R"(","source":"shop","type":")" +
           std::string(type) + R"(","subject":"1001")" + std::string(head) + R"(,"data":)" +
           std::string(data) + "}";
}

/// A placed order as shops send it, 560 bytes or so.
inline std::string placedText()
{
    return eventText(
        "order.placed",
        R"({"channel":"web","region":"Bavaria","currency":"EUR","total":"126.70","promise":"2026-11-21T18:00:00Z",)"
        R"("lines":[{"line":1,"sku":"TEA-EARL-250","units":2,"price":"9.90"},)"
        R"({"line":2,"sku":"POT-GLASS-1L","units":1,"price":"89.00"},)"
        R"({"line":3,"sku":"CUP-WHITE-4","units":1,"price":"17.90"}]})",
        R"(,"time":"2026-11-18T14:00:00.123Z","eventclass":"create","datacontenttype":"application/json",)"
        R"("traceparent":"00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")",
        "evt_01HV3ZQ8M2");
}

}  // namespace holdpoint::engine
