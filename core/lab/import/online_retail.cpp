// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/online_retail.h"

#include "core/lab/import/event_text.h"
#include "core/lab/import/files.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace holdpoint::lab {
namespace {

constexpr std::string_view Source = "online-retail";
constexpr std::array<std::string_view, 2> Csv{".csv", ".csv.gz"};
enum Column { InvoiceNo, StockCode, Quantity, InvoiceDate, UnitPrice, CustomerID, Country };
constexpr std::array<std::string_view, 7> Columns{"InvoiceNo", "StockCode",  "Quantity", "InvoiceDate",
                                                  "UnitPrice", "CustomerID", "Country"};
constexpr std::int64_t MostUnits = 1'000'000;

/// Postage, carriage, fees, corrections and vouchers: money without goods.
constexpr std::array<std::string_view, 11> ServiceCodes{"POST", "DOT", "M", "m", "BANK CHARGES", "AMAZONFEE",
                                                        "D",    "C2",  "S", "B", "CRUK"};

bool isService(std::string_view code)
{
    return std::find(ServiceCodes.begin(), ServiceCodes.end(), code) != ServiceCodes.end() ||
           code.starts_with("gift_");
}

std::string lower(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
    return text;
}

}  // namespace

Result<> OnlineRetailImporter::load(const std::filesystem::path& path, ImportMode mode)
{
    const auto files = filesOf(path, Csv);
    if (!files)
        return files.error();
    for (const auto& file : *files)
        if (auto read = loadFile(file, mode); !read)
            return read;
    for (std::uint32_t i = 0; i < invoices_.size(); ++i) {
        const Invoice& invoice = invoices_[i];
        schedule({invoice.time.ms, firstRow_[i], Placed, i, invoice.rows, invoice.service});
        for (const InvoiceLine& line : invoice.lines)
            demand(skus_[line.sku], line.units);
    }
    return {};
}

Result<> OnlineRetailImporter::loadFile(const std::filesystem::path& path, ImportMode mode)
{
    auto file = CsvFile::open(path, Columns);
    if (!file)
        return file.error();
    return readRows(
        *file, [&](const CsvRow& row) { takeRow(*file, row, mode); },
        [&](RowRefusal refusal) { refuse(std::move(refusal)); });
}

void OnlineRetailImporter::takeRow(const CsvFile& file, const CsvRow& row, ImportMode mode)
{
    ++rowNumber_;
    const auto time = localTime(row[InvoiceDate]);
    if (!time)
        return refuse(file.refuse(row, "bad_time", expectedGot("YYYY-MM-DD HH:MM:SS", row[InvoiceDate])));
    const auto refused = [&](std::string_view rule, std::string detail) {
        refuse(file.refuse(row, rule, std::move(detail)), time->ms, rowNumber_);
    };
    if (row[InvoiceNo].empty() || row[StockCode].empty())
        return refused("missing_field", "expected InvoiceNo and StockCode, got an empty one");
    const auto units = wholeNumber(row[Quantity], -MostUnits, MostUnits);
    if (!units)
        return refused("bad_number", expectedGot("Quantity, a whole number up to 1000000", row[Quantity]));
    (void)skus_.number(row[StockCode]);  // seen, whatever becomes of the row
    if (row[InvoiceNo].starts_with('C'))
        return takeCredit(file, row, *units, *time, mode);
    if (*units <= 0)
        return refused("negative_quantity", expectedGot("a Quantity above 0", row[Quantity]));
    takeSale(file, row, *units, *time);
}

OnlineRetailImporter::Invoice& OnlineRetailImporter::invoiceOf(const CsvRow& row, Instant time)
{
    const auto next = static_cast<std::uint32_t>(invoices_.size());
    const auto [known, added] = byNumber_.emplace(row[InvoiceNo], next);
    if (added) {
        Invoice& invoice = invoices_.emplace_back();
        invoice.number = row[InvoiceNo];
        invoice.time = time;
        invoice.customer = customers_.number(row[CustomerID]);
        invoice.country = countries_.number(row[Country]);
        firstRow_.push_back(rowNumber_);
    }
    return invoices_[known->second];
}

void OnlineRetailImporter::takeSale(const CsvFile& file, const CsvRow& row, std::int64_t units, Instant time)
{
    const auto price = parseMoney(row[UnitPrice], currency_);
    std::int64_t sum = 0;
    if (!price || price->minor < 0 || __builtin_mul_overflow(price->minor, units, &sum))
        return refuse(file.refuse(row, "bad_amount", expectedGot("a UnitPrice in GBP", row[UnitPrice])),
                      time.ms, rowNumber_);
    Invoice& invoice = invoiceOf(row, time);
    if (__builtin_add_overflow(invoice.total, sum, &sum))
        return refuse(file.refuse(row, "bad_amount", expectedGot("a sum within 64 bit", row[UnitPrice])),
                      time.ms, rowNumber_);
    invoice.total = sum;
    ++invoice.rows;
    if (isService(row[StockCode])) {
        ++invoice.service;
        return;
    }
    const std::uint32_t sku = skus_.number(row[StockCode]);
    if (!row[CustomerID].empty())
        sold_[{invoice.customer, sku}].push_back(
            {byNumber_[invoice.number], static_cast<std::uint32_t>(invoice.lines.size())});
    invoice.lines.push_back({sku, units, price->minor});
}

/// The one invoice of the customer that has a line of the code with so many units left, if it is one; its first such line.
std::optional<OnlineRetailImporter::Place>
OnlineRetailImporter::soldTo(std::uint32_t customer, std::uint32_t sku, std::int64_t units) const
{
    const auto places = sold_.find({customer, sku});
    if (places == sold_.end())
        return {};
    std::optional<Place> found;
    for (const Place& place : places->second) {
        const InvoiceLine& line = invoices_[place.invoice].lines[place.line];
        if (line.units - line.returned < units || (found && found->invoice == place.invoice))
            continue;
        if (found)
            return {};
        found = place;
    }
    return found;
}

void OnlineRetailImporter::takeCredit(const CsvFile& file, const CsvRow& row, std::int64_t units,
                                      Instant time, ImportMode mode)
{
    if (mode != ImportMode::Observe)
        return note("credit note", time.ms, rowNumber_);
    std::optional<Place> place;
    if (units < 0 && !row[CustomerID].empty())
        place = soldTo(customers_.number(row[CustomerID]), skus_.number(row[StockCode]), -units);
    if (!place || invoices_[place->invoice].returns == UINT16_MAX)
        return refuse(
            file.refuse(row, "credit_without_order",
                        "expected one earlier invoice of the customer with so many units of the code"),
            time.ms, rowNumber_);
    Invoice& invoice = invoices_[place->invoice];
    invoice.lines[place->line].returned -= units;
    const auto index = static_cast<std::uint32_t>(returns_.size());
    returns_.push_back({place->invoice, ++invoice.returns, static_cast<std::uint16_t>(place->line + 1),
                        -units, time,
                        row[InvoiceNo] + ':' + invoice.number + ':' + std::to_string(invoice.returns)});
    schedule({time.ms, rowNumber_, ReturnAsked, index, 1});
    schedule({time.ms, rowNumber_, ReturnReceived, index, 0});
}

std::string OnlineRetailImporter::write(const Entry& entry) const
{
    if (entry.rank == Placed)
        return writePlaced(invoices_[entry.index]);
    return writeReturn(returns_[entry.index], entry.rank == ReturnReceived);
}

std::string OnlineRetailImporter::writePlaced(const Invoice& invoice) const
{
    EventText event(Source, "order.placed", invoice.number + ":placed", invoice.number, invoice.time);
    event.text("channel", "shop")
        .text("region", countries_[invoice.country])
        .text("currency", currency_.text())
        .amount("total", {invoice.total, currency_})
        .openList("lines");
    std::int64_t number = 0;
    for (const InvoiceLine& line : invoice.lines)
        event.item()
            .number("line", ++number)
            .text("sku", skus_[line.sku])
            .number("units", line.units)
            .amount("price", {line.price, currency_});
    return event.closeList().take();
}

std::string OnlineRetailImporter::writeReturn(const Return& made, bool received) const
{
    const Invoice& invoice = invoices_[made.invoice];
    EventText event(Source, received ? "return.received" : "return.asked",
                    made.id + (received ? ":received" : ":asked"), invoice.number, made.time);
    return event.number("return", made.part).number("line", made.line).number("units", made.units).take();
}

std::vector<std::vector<std::string>> OnlineRetailImporter::caseCollisions() const
{
    std::map<std::string, std::vector<std::string>> groups;
    for (std::uint32_t i = 0; i < skus_.size(); ++i)
        groups[lower(skus_[i])].push_back(skus_[i]);
    std::vector<std::vector<std::string>> collisions;
    for (auto& [key, codes] : groups)
        if (codes.size() > 1) {
            std::sort(codes.begin(), codes.end());
            collisions.push_back(std::move(codes));
        }
    return collisions;
}

}  // namespace holdpoint::lab
