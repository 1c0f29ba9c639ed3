// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/vendor_model.h"

#include <string>

namespace holdpoint::lab {

inline constexpr Instant T0{1'700'000'000'000};

/// `hp:1001:ship:1` to `wms-east` with one line.
inline VendorCall callOf(Operation operation, const std::string& order = "1001", Part part = 1)
{
    VendorCall call;
    call.outbox = 7;
    call.ref = {operation, part, 1};
    call.vendor = "wms-east";
    call.orderNumber = order;
    call.key = "hp:" + order + ":" + std::string(name(operation)) + ":" + std::to_string(part);
    call.traceId = "0af7651916cd43dd8448eb211c80319c";
    call.node = "east";
    call.region = "SP";
    call.lines = {{1, "SKU-1", 2}};
    call.amount = 5890;
    call.currency = "BRL";
    return call;
}

inline VendorOptions vendorOf(VendorKind kind, const std::string& name = "wms-east")
{
    VendorOptions options;
    options.name = name;
    options.kind = kind;
    return options;
}

inline Fault faultOf(FaultKind kind, std::int64_t times = -1)
{
    Fault fault;
    fault.kind = kind;
    fault.times = times;
    return fault;
}

}  // namespace holdpoint::lab
