// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/ocel.h"

#include "core/lab/import/event_text.h"
#include "core/lab/import/files.h"

#include <algorithm>
#include <array>
#include <map>

namespace holdpoint::lab {
namespace {

constexpr std::string_view Source = "ocel";
constexpr std::array<std::string_view, 2> Csv{".csv", ".csv.gz"};
enum Column { EventId, Activity, Timestamp, Orders, Items, Packages, Products, Price };
constexpr std::array<std::string_view, 8> Columns{"event_id", "activity", "timestamp", "orders",
                                                  "items",    "packages", "products",  "price"};
/// Known, and telling nothing about an order that Holdpoint keeps.
constexpr std::array<std::string_view, 6> Informational{"confirm order",     "payment reminder",
                                                        "item out of stock", "reorder item",
                                                        "create package",    "failed delivery"};

std::vector<std::string> listOf(std::string_view text)
{
    std::vector<std::string> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(';'), text.size());
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

}  // namespace

Result<> OcelImporter::load(const std::filesystem::path& path, ImportMode mode)
{
    const auto files = filesOf(path, Csv);
    if (!files)
        return files.error();
    for (const auto& one : *files) {
        auto file = CsvFile::open(one, Columns);
        if (!file)
            return file.error();
        auto done = readRows(
            *file, [&](const CsvRow& row) { takeRow(*file, row, mode); },
            [&](RowRefusal refusal) { refuse(std::move(refusal)); });
        if (!done)
            return done;
    }
    schedulePicks();
    return {};
}

void OcelImporter::takeRow(const CsvFile& file, const CsvRow& row, ImportMode mode)
{
    ++rowNumber_;
    const auto time = localTime(row[Timestamp]);
    if (!time)
        return refuse(file.refuse(row, "bad_time", expectedGot("YYYY-MM-DD HH:MM:SS", row[Timestamp])));
    if (Taken refusal = take(row, *time, mode))
        refuse(file.refuse(row, refusal->rule, std::move(refusal->detail)), time->ms, rowNumber_);
}

OcelImporter::Taken OcelImporter::take(const CsvRow& row, Instant time, ImportMode mode)
{
    const std::string& activity = row[Activity];
    const bool observe = mode == ImportMode::Observe;
    if (activity == "place order")
        return place(row, time);
    if (activity == "pay order")
        return pay(row, time);
    if (observe && activity == "pick item")
        return pick(row, time);
    if (observe && activity == "send package")
        return move(row, time, Sent);
    if (observe && activity == "package delivered")
        return move(row, time, Delivered);
    if (activity == "create package")
        if (Taken refusal = pack(row))
            return refusal;
    const bool untold =
        activity == "pick item" || activity == "send package" || activity == "package delivered";
    if (!untold && std::find(Informational.begin(), Informational.end(), activity) == Informational.end())
        return Refusal{"unknown_activity", expectedGot("an activity of order management", activity)};
    note(activity, time.ms, rowNumber_);
    return {};
}

OcelImporter::Taken OcelImporter::place(const CsvRow& row, Instant time)
{
    const auto items = listOf(row[Items]);
    const auto products = listOf(row[Products]);
    if (row[Orders].empty() || row[Orders].find(';') != std::string::npos || items.size() != products.size())
        return Refusal{"bad_row", "expected one order and one product for each item"};
    const auto total = parseMoney(row[Price], currency_);
    if (!total || total->minor < 0)
        return Refusal{"bad_amount", expectedGot("a price", row[Price])};
    const auto index = static_cast<std::uint32_t>(orders_.size());
    if (!byNumber_.emplace(row[Orders], index).second)
        return Refusal{"duplicate_order", expectedGot("an order placed once", row[Orders])};
    Order& order = orders_.emplace_back(Order{row[Orders], {}, {}});
    for (std::size_t i = 0; i < items.size(); ++i) {
        const std::uint32_t product = products_.number(products[i]);
        auto line = std::find_if(order.lines.begin(), order.lines.end(),
                                 [&](const OrderLine& l) { return l.product == product; });
        if (line == order.lines.end())
            line = order.lines.insert(line, {product, 0});
        ++line->units;
        demand(products[i], 1);
        items_.insert_or_assign(items[i],
                                Item{index, static_cast<std::uint16_t>(line - order.lines.begin() + 1)});
    }
    Happening placed{.order = index, .time = time, .id = row[EventId]};
    placed.amount = total->minor;
    add(Placed, std::move(placed), rowNumber_, 1);
    return {};
}

OcelImporter::Taken OcelImporter::pay(const CsvRow& row, Instant time)
{
    const auto order = byNumber_.find(row[Orders]);
    if (order == byNumber_.end())
        return Refusal{"unknown_order", expectedGot("an order placed before", row[Orders])};
    const auto amount = parseMoney(row[Price], currency_);
    if (!amount || amount->minor < 0)
        return Refusal{"bad_amount", expectedGot("a price", row[Price])};
    Happening paid{.order = order->second, .time = time, .id = row[EventId]};
    paid.amount = amount->minor;
    add(Paid, std::move(paid), rowNumber_, 1);
    return {};
}

OcelImporter::Taken OcelImporter::pick(const CsvRow& row, Instant time)
{
    if (!items_.contains(row[Items]))
        return Refusal{"unknown_item", expectedGot("an item of an order", row[Items])};
    picks_.push_back({row[Items], time, rowNumber_});
    return {};
}

/// The leg of an item is the package it goes into, which is made after it is picked.
void OcelImporter::schedulePicks()
{
    for (const Pick& pick : picks_) {
        const Item& item = items_.at(pick.item);
        if (item.leg == 0) {
            note("pick item without a package", pick.time.ms, pick.row);
            continue;
        }
        Happening picked{item.order, item.leg, item.line, 1, 0, pick.time, pick.item + ":picked"};
        add(Picked, std::move(picked), pick.row, 1);
    }
}

std::uint16_t OcelImporter::legOf(std::uint32_t order, const std::string& package)
{
    auto& packages = orders_[order].packages;
    auto known = std::find(packages.begin(), packages.end(), package);
    if (known == packages.end())
        known = packages.insert(known, package);
    return static_cast<std::uint16_t>(known - packages.begin() + 1);
}

OcelImporter::Taken OcelImporter::pack(const CsvRow& row)
{
    const auto items = listOf(row[Items]);
    for (const std::string& id : items)
        if (!items_.contains(id))
            return Refusal{"unknown_item", expectedGot("an item of an order", id)};
    if (items.empty() || row[Packages].empty())
        return Refusal{"bad_row", "expected a package and its items"};
    for (const std::string& id : items) {
        Item& item = items_.at(id);
        item.leg = legOf(item.order, row[Packages]);
    }
    return {};
}

OcelImporter::Taken OcelImporter::move(const CsvRow& row, Instant time, Rank rank)
{
    if (Taken refusal = pack(row))
        return refusal;
    std::map<std::pair<std::uint32_t, std::uint16_t>, std::int64_t> units;  // by order and line
    for (const std::string& id : listOf(row[Items])) {
        const Item& item = items_.at(id);
        ++units[{item.order, item.line}];
    }
    std::uint32_t rows = 1;  // the row ends in its first event
    for (const auto& [place, count] : units) {
        const auto [order, line] = place;
        Happening moved{order, legOf(order, row[Packages]), line, count, 0, time, {}};
        moved.id = row[Packages] + ':' + orders_[order].number + ':' + std::to_string(line) +
                   (rank == Sent ? ":sent" : ":delivered");
        add(rank, std::move(moved), rowNumber_, rows);
        rows = 0;
    }
    return {};
}

void OcelImporter::add(Rank rank, Happening happening, std::uint32_t row, std::uint32_t rows)
{
    schedule({happening.time.ms, row, rank, static_cast<std::uint32_t>(happenings_.size()), rows});
    happenings_.push_back(std::move(happening));
}

std::string OcelImporter::write(const Entry& entry) const
{
    const Happening& happening = happenings_[entry.index];
    switch (entry.rank) {
    case Placed: return writePlaced(happening);
    case Paid:
        return EventText(Source, "payment.authorised", happening.id, orders_[happening.order].number,
                         happening.time)
            .number("payment", 1)
            .amount("amount", {happening.amount, currency_})
            .text("currency", currency_.text())
            .take();
    case Picked: return writeParcel(happening, "shipment.picked");
    case Sent: return writeParcel(happening, "shipment.shipped");
    default: return writeParcel(happening, "shipment.delivered");
    }
}

std::string OcelImporter::writePlaced(const Happening& happening) const
{
    const Order& order = orders_[happening.order];
    EventText event(Source, "order.placed", happening.id, order.number, happening.time);
    event.text("currency", currency_.text()).amount("total", {happening.amount, currency_}).openList("lines");
    std::int64_t number = 0;
    for (const OrderLine& line : order.lines)
        event.item()
            .number("line", ++number)
            .text("sku", products_[line.product])
            .number("units", line.units);
    return event.closeList().take();
}

std::string OcelImporter::writeParcel(const Happening& happening, std::string_view type) const
{
    const Order& order = orders_[happening.order];
    return EventText(Source, type, happening.id, order.number, happening.time)
        .number("leg", happening.leg)
        .number("line", happening.line)
        .number("units", happening.units)
        .text("tracking", order.packages[happening.leg - 1u])
        .take();
}

}  // namespace holdpoint::lab
