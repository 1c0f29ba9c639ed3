// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/contrast.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace holdpoint::views {
namespace {

using session::Attribute;
using session::ContrastRow;

constexpr double FalseRate = 0.05;
constexpr std::size_t EnoughWithIt = 5;  // orders of both sides with the value

/// One side, counted.
struct Side {
    std::map<std::pair<Attribute, std::string>, std::size_t> having;
    std::array<std::size_t, CountOf<Attribute>> known{};

    explicit Side(const std::vector<Traits>& orders)
    {
        for (const Traits& traits : orders) {
            auto last = CountOf<Attribute>;
            for (const auto& trait : traits) {
                ++having[trait];
                const auto attribute = static_cast<std::size_t>(trait.first);
                known[attribute] += attribute != last ? 1 : 0;  // the set is in the order of attributes
                last = attribute;
            }
        }
    }
    [[nodiscard]] std::size_t count(const std::pair<Attribute, std::string>& trait) const
    {
        const auto found = having.find(trait);
        return found == having.end() ? 0 : found->second;
    }
};

/// How likely two shares that differ so much are the same: two-sided, by the normal distribution.
double chanceOf(const ContrastRow& row)
{
    const auto n = static_cast<double>(row.failingOf);
    const auto m = static_cast<double>(row.passingOf);
    const double pooled = static_cast<double>(row.failing + row.passing) / (n + m);
    const double spread = std::sqrt(pooled * (1 - pooled) * (1 / n + 1 / m));
    return spread == 0 ? 1 : std::erfc(std::abs(row.difference()) / spread / std::sqrt(2.0));
}

bool isEnough(const ContrastRow& row)
{
    return row.failingOf >= EnoughOrders && row.passingOf >= EnoughOrders &&
           row.failing + row.passing >= EnoughWithIt;
}

/// Benjamini and Hochberg: the largest rank whose chance stays below its part of the false rate, and all before it.
void weigh(std::vector<ContrastRow>& rows)
{
    std::vector<std::pair<double, ContrastRow*>> chances;
    for (ContrastRow& row : rows) {
        row.weight = isEnough(row) ? session::Weight::Chance : session::Weight::TooFew;
        if (isEnough(row))
            chances.emplace_back(chanceOf(row), &row);
    }
    std::sort(chances.begin(), chances.end());
    std::size_t sure = 0;
    for (std::size_t i = 0; i < chances.size(); ++i)
        if (chances[i].first <= FalseRate * static_cast<double>(i + 1) / static_cast<double>(chances.size()))
            sure = i + 1;
    for (std::size_t i = 0; i < sure; ++i)
        chances[i].second->weight = session::Weight::Sure;
}

/// Every value that a failing order has: all of them are looked at, so all of them are weighed.
std::vector<ContrastRow> everyValue(const Side& failing, const Side& passing)
{
    std::vector<ContrastRow> rows;
    for (const auto& [trait, count] : failing.having) {
        const auto attribute = static_cast<std::size_t>(trait.first);
        if (passing.known[attribute] == 0)
            continue;
        rows.push_back({trait.first,
                        trait.second,
                        count,
                        failing.known[attribute],
                        passing.count(trait),
                        passing.known[attribute],
                        {}});
    }
    return rows;
}

/// The most telling value of each attribute. `rows` are in order of attributes.
std::vector<ContrastRow> telling(const std::vector<ContrastRow>& rows)
{
    std::vector<ContrastRow> best;
    for (const ContrastRow& row : rows) {
        if (row.difference() <= 0)
            continue;
        if (best.empty() || best.back().attribute != row.attribute)
            best.push_back(row);
        else if (row.difference() > best.back().difference())
            best.back() = row;
    }
    return best;
}

}  // namespace

Traits traitsOf(const Order& order, const Dictionary& names)
{
    Traits traits;
    const auto add = [&](Attribute attribute, std::string value) {
        if (!value.empty())
            traits.emplace(attribute, std::move(value));
    };
    const auto several = [](std::size_t n) { return n == 0 ? "" : n == 1 ? "one" : "several"; };
    std::set<std::string> nodes;
    for (const Leg& leg : order.legs) {
        add(Attribute::Node, names.text(leg.node));
        add(Attribute::Vendor, names.text(leg.vendor));
        nodes.insert(names.text(leg.node));
    }
    for (const OrderLine& line : order.lines)
        add(Attribute::Sku, names.text(line.sku));
    add(Attribute::Channel, names.text(order.header.channel));
    add(Attribute::Producer, names.text(order.header.producer));
    add(Attribute::Region, names.text(order.region()));
    add(Attribute::Lane, std::string(name(order.lane)));
    add(Attribute::Lines, several(order.lines.size()));
    add(Attribute::Parcels, several(nodes.size()));
    return traits;
}

session::Contrast contrastOf(const std::vector<Traits>& failing, const std::vector<Traits>& passing)
{
    session::Contrast contrast;
    contrast.failing = failing.size();
    contrast.passing = passing.size();
    std::vector<ContrastRow> all = everyValue(Side(failing), Side(passing));
    weigh(all);
    contrast.rows = telling(all);
    std::stable_sort(contrast.rows.begin(), contrast.rows.end(),
                     [](const auto& a, const auto& b) { return a.difference() > b.difference(); });
    return contrast;
}

}  // namespace holdpoint::views
