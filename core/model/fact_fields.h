// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash.h"
#include "core/base/ids.h"
#include "core/base/money.h"
#include "core/base/time.h"
#include "core/model/names.h"
#include "core/model/vocabulary.h"

#include <cstdint>
#include <string>
#include <vector>

// A fact is a struct that names its number and, once, its fields; encoding, decoding, comparing and describing are made
// from that (`fact_codec.h`). Used in the headers of facts only.
#define HP_FACT(number) static constexpr std::uint8_t kind = number
#define HP_FIELDS(...) static constexpr auto fields = [](auto& self, auto&& visit) { __VA_ARGS__ }
#define HP_F(field) visit(#field, self.field);

namespace holdpoint {

/// Which leg, payment, return … of an order a fact speaks of; 0 is the order itself.
using Part = std::uint16_t;

/// Units of one SKU on one line.
struct LineUnits {
    std::uint16_t line = 0;
    Sku sku;
    std::int64_t units = 0;

    static constexpr auto fields = [](auto& self, auto&& visit) {
        visit("line", self.line);
        visit("sku", self.sku);
        visit("units", self.units);
    };
    friend bool operator==(const LineUnits&, const LineUnits&) = default;
};

}  // namespace holdpoint
