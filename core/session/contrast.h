// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vocabulary.h"
#include "core/session/as_of.h"

#include <string>
#include <vector>

/// What sets the failing orders of a cause apart from those that passed in the same time.
namespace holdpoint::session {

/// What an order can be told apart by. Ids are none: everyone has its own.
enum class Attribute : std::uint8_t { Node, Vendor, Sku, Channel, Producer, Region, Lane, Lines, Parcels };

/// How far a difference can be believed: two shares are compared, all attributes together held to a false rate of 5 %.
enum class Weight : std::uint8_t { Sure, Chance, TooFew };

/// One value of an attribute: how many of the orders whose attribute is known have it.
struct ContrastRow {
    Attribute attribute = Attribute::Node;
    std::string value;          ///< of Lines and Parcels: `one` or `several`
    std::size_t failing = 0;    ///< that have it
    std::size_t failingOf = 0;  ///< whose attribute is known; never 0
    std::size_t passing = 0;
    std::size_t passingOf = 0;  ///< never 0
    Weight weight = Weight::Sure;
    [[nodiscard]] double failingShare() const noexcept
    {
        return static_cast<double>(failing) / static_cast<double>(failingOf);
    }
    [[nodiscard]] double passingShare() const noexcept
    {
        return static_cast<double>(passing) / static_cast<double>(passingOf);
    }
    [[nodiscard]] double difference() const noexcept { return failingShare() - passingShare(); }
    friend bool operator==(const ContrastRow&, const ContrastRow&) = default;
};

/// Of each attribute the value that is most frequent among the failing orders beyond its share among the passing ones;
/// the greatest difference first. None of an attribute that looks the same, or that either side does not know.
struct Contrast {
    AsOf asOf;
    Instant from =
        Never;  ///< the passing orders were made between these; Never: there was nothing to compare
    Instant to = Never;
    std::size_t failing = 0;  ///< looked at
    std::size_t passing = 0;  ///< looked at: orders that never had a problem
    bool sampled = false;     ///< there are more of either
    std::vector<ContrastRow> rows;
    friend bool operator==(const Contrast&, const Contrast&) = default;
};

}  // namespace holdpoint::session

namespace holdpoint {
HP_NAMES(session::Attribute, "node", "vendor", "sku", "channel", "producer", "region", "lane", "lines",
         "parcels");
HP_NAMES(session::Weight, "sure", "chance", "too_few");
}  // namespace holdpoint
