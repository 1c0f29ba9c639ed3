// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/olist.h"

#include "core/lab/import/event_text.h"
#include "core/lab/import/fields.h"
#include "core/lab/import/files.h"

#include <algorithm>
#include <array>

namespace holdpoint::lab {
namespace {

constexpr std::string_view Source = "olist";
constexpr std::array<std::string_view, 7> OrderColumns{"order_id",
                                                       "order_status",
                                                       "order_purchase_timestamp",
                                                       "order_approved_at",
                                                       "order_delivered_carrier_date",
                                                       "order_delivered_customer_date",
                                                       "order_estimated_delivery_date"};
constexpr std::array<std::string_view, 4> PaymentColumns{"order_id", "payment_sequential", "payment_type",
                                                         "payment_value"};
constexpr std::array<std::string_view, 4> LineColumns{"order_id", "order_item_id", "product_id", "price"};

}  // namespace

/// The last time the file records: what has no time of its own is told after it.
Instant OlistImporter::Order::last() const
{
    Instant last = purchased;
    for (const auto& time : {approved, shipped, delivered})
        last = std::max(last, time.value_or(purchased));
    return last;
}

Result<> OlistImporter::load(const std::filesystem::path& path, ImportMode mode)
{
    if (auto read = loadOrders(path); !read)
        return read;
    if (auto read = loadPayments(path); !read)
        return read;
    if (auto read = loadLines(path); !read)
        return read;
    for (std::uint32_t i = 0; i < orders_.size(); ++i)
        scheduleOrder(i, mode);
    for (std::uint32_t i = 0; i < payments_.size(); ++i) {
        const Order& order = orders_[payments_[i].order];
        // Without a time of approval the payment is told beside the order, and its event carries no time.
        schedule({order.approved.value_or(order.purchased).ms, payments_[i].order, Paid, i, 1});
    }
    return {};
}

void OlistImporter::scheduleOrder(std::uint32_t index, ImportMode mode)
{
    const Order& order = orders_[index];
    schedule({order.purchased.ms, index, Placed, index, 1 + order.lines});
    if (mode == ImportMode::Observe && order.shipped)
        schedule({order.shipped->ms, index, Shipped, index});
    if (mode == ImportMode::Observe && order.delivered)
        schedule({order.delivered->ms, index, Delivered, index});
    if (order.status == "canceled" || order.status == "unavailable")
        schedule({order.last().ms, index, Cancelled, index});
}

Result<> OlistImporter::loadOrders(const std::filesystem::path& folder)
{
    const auto path = csvIn(folder, "orders");
    if (!path)
        return path.error();
    auto file = CsvFile::open(*path, OrderColumns);
    if (!file)
        return file.error();
    auto done = readRows(
        *file, [&](const CsvRow& row) { takeOrder(*file, row); },
        [&](RowRefusal refusal) { refuse(std::move(refusal)); });
    byId_.reserve(orders_.size());
    for (std::uint32_t i = 0; i < orders_.size(); ++i)
        byId_.emplace(orders_[i].id, i);
    return done;
}

std::optional<Instant> OlistImporter::time(const CsvFile& file, const CsvRow& row, std::size_t column,
                                           bool& broken)
{
    if (broken || row[column].empty())
        return {};
    const auto at = localTime(row[column]);
    if (!at) {
        broken = true;
        refuse(file.refuse(row, "bad_time", expectedGot("YYYY-MM-DD HH:MM:SS", row[column])));
    }
    return at;
}

void OlistImporter::takeOrder(const CsvFile& file, const CsvRow& row)
{
    bool broken = false;
    Order order;
    order.id = row[0];
    order.status = row[1];
    const auto purchased = time(file, row, 2, broken);
    order.approved = time(file, row, 3, broken);
    order.shipped = time(file, row, 4, broken);
    order.delivered = time(file, row, 5, broken);
    order.promised = time(file, row, 6, broken);
    if (broken)
        return;
    if (!purchased || order.id.empty())
        return refuse(file.refuse(row, "missing_field", "expected order_id and order_purchase_timestamp"));
    order.purchased = *purchased;
    orders_.push_back(std::move(order));
}

std::optional<std::uint32_t> OlistImporter::orderOf(const CsvFile& file, const CsvRow& row)
{
    const auto known = byId_.find(row[0]);
    if (known != byId_.end())
        return known->second;
    refuse(file.refuse(row, "unknown_order", expectedGot("an order of the file of orders", row[0])));
    return {};
}

Result<> OlistImporter::loadPayments(const std::filesystem::path& folder)
{
    const auto path = csvIn(folder, "payments");
    if (!path)
        return path.error();
    auto file = CsvFile::open(*path, PaymentColumns);
    if (!file)
        return file.error();
    return readRows(
        *file, [&](const CsvRow& row) { takePayment(*file, row); },
        [&](RowRefusal refusal) { refuse(std::move(refusal)); });
}

void OlistImporter::takePayment(const CsvFile& file, const CsvRow& row)
{
    const auto order = orderOf(file, row);
    if (!order)
        return;
    const auto sequence = wholeNumber(row[1], 1, 65'535);
    if (!sequence)
        return refuse(
            file.refuse(row, "bad_number", expectedGot("payment_sequential from 1 to 65535", row[1])));
    const auto amount = parseMoney(row[3], currency_);
    std::int64_t total = 0;
    if (!amount || amount->minor < 0 || __builtin_add_overflow(orders_[*order].total, amount->minor, &total))
        return refuse(file.refuse(row, "bad_amount", expectedGot("an amount in BRL", row[3])));
    orders_[*order].total = total;
    ++orders_[*order].payments;
    payments_.push_back(
        {*order, static_cast<std::uint16_t>(*sequence), methods_.number(row[2]), amount->minor});
}

Result<> OlistImporter::loadLines(const std::filesystem::path& folder)
{
    const auto path = csvIn(folder, "items");
    if (!path)
        return path.error().code == Code::NotFound ? Result<>() : Result<>(path.error());
    auto file = CsvFile::open(*path, LineColumns);
    if (!file)
        return file.error();
    auto done = readRows(
        *file, [&](const CsvRow& row) { takeLine(*file, row); },
        [&](RowRefusal refusal) { refuse(std::move(refusal)); });
    std::stable_sort(lines_.begin(), lines_.end(),
                     [](const OrderLine& a, const OrderLine& b) { return a.order < b.order; });
    for (std::uint32_t i = 0; i < lines_.size(); ++i) {
        Order& order = orders_[lines_[i].order];
        if (order.lines++ == 0)
            order.firstLine = i;
    }
    return done;
}

void OlistImporter::takeLine(const CsvFile& file, const CsvRow& row)
{
    lastWithLines_ = std::max(lastWithLines_, row[0]);
    const auto order = orderOf(file, row);
    if (!order)
        return;
    const auto number = wholeNumber(row[1], 1, 65'535);
    if (!number || row[2].empty())
        return refuse(
            file.refuse(row, "bad_number", expectedGot("order_item_id from 1 to 65535, product_id", row[1])));
    const auto price = parseMoney(row[3], currency_);
    if (!price || price->minor < 0)
        return refuse(file.refuse(row, "bad_amount", expectedGot("an amount in BRL", row[3])));
    demand(row[2], 1);
    lines_.push_back({*order, static_cast<std::uint16_t>(*number), skus_.number(row[2]), price->minor});
}

std::string OlistImporter::write(const Entry& entry) const
{
    if (entry.rank == Paid)
        return writePayment(payments_[entry.index]);
    const Order& order = orders_[entry.index];
    switch (entry.rank) {
    case Placed: return writePlaced(order);
    case Shipped:
        return EventText(Source, "shipment.shipped", order.id + ":shipped", order.id, order.shipped)
            .number("leg", 1)
            .take();
    case Delivered:
        return EventText(Source, "shipment.delivered", order.id + ":delivered", order.id, order.delivered)
            .number("leg", 1)
            .take();
    default: return writeCancel(order);
    }
}

std::string OlistImporter::writePlaced(const Order& order) const
{
    EventText event(Source, "order.placed", order.id + ":placed", order.id, order.purchased);
    event.text("currency", currency_.text());
    if (order.payments > 0)
        event.amount("total", {order.total, currency_});
    if (order.promised)
        event.text("promise", toText(*order.promised));
    if (order.lines == 0 && order.id > lastWithLines_)
        return event.flag("lines_known", false).take();
    event.openList("lines");
    for (std::uint32_t i = order.firstLine; i < order.firstLine + order.lines; ++i)
        event.item()
            .number("line", lines_[i].number)
            .text("sku", skus_[lines_[i].sku])
            .number("units", 1)
            .amount("price", {lines_[i].price, currency_});
    return event.closeList().take();
}

std::string OlistImporter::writePayment(const Payment& payment) const
{
    const Order& order = orders_[payment.order];
    const std::string id = order.id + ":paid:" + std::to_string(payment.sequence);
    return EventText(Source, "payment.authorised", id, order.id, order.approved)
        .number("payment", payment.sequence)
        .text("method", methods_[payment.method])
        .amount("amount", {payment.amount, currency_})
        .text("currency", currency_.text())
        .take();
}

std::string OlistImporter::writeCancel(const Order& order) const
{
    return EventText(Source, "order.cancel_asked", order.id + ":cancel", order.id, std::nullopt)
        .text("reason", order.status)
        .take();
}

}  // namespace holdpoint::lab
