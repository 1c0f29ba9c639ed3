// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/lab/import/fields.h"
#include "core/lab/import/scheduled.h"

#include <map>

namespace holdpoint::lab {

/// The invoices of UCI Online Retail: a folder of months or one file. An invoice is an order, a row a line; codes for postage, fees and
/// vouchers count in the total only. A credit note does not name its invoice: a row of one becomes a return only if exactly one
/// earlier invoice of the same customer has a line of that code with so many units not yet returned. No payments are recorded.
class OnlineRetailImporter final : public ScheduledImporter {
public:
    [[nodiscard]] std::string_view name() const override { return "online-retail"; }
    [[nodiscard]] bool hasPayments() const override { return false; }
    [[nodiscard]] std::vector<std::vector<std::string>> caseCollisions() const override;

private:
    struct InvoiceLine {
        std::uint32_t sku;
        std::int64_t units;
        std::int64_t price;
        std::int64_t returned = 0;
    };
    struct Invoice {
        std::string number;
        Instant time;
        std::uint32_t customer;
        std::uint32_t country;
        std::int64_t total = 0;
        std::uint32_t rows = 0;
        std::uint32_t service = 0;
        std::uint16_t returns = 0;
        std::vector<InvoiceLine> lines;
    };
    struct Return {
        std::uint32_t invoice;
        std::uint16_t part;
        std::uint16_t line;
        std::int64_t units;
        Instant time;
        std::string id;
    };
    struct Place {
        std::uint32_t invoice;
        std::uint32_t line;
    };
    enum Rank : std::uint16_t { Placed, ReturnAsked, ReturnReceived };

    Result<> load(const std::filesystem::path& path, ImportMode mode) override;
    [[nodiscard]] std::string write(const Entry& entry) const override;

    Result<> loadFile(const std::filesystem::path& path, ImportMode mode);
    void takeRow(const CsvFile& file, const CsvRow& row, ImportMode mode);
    void takeCredit(const CsvFile& file, const CsvRow& row, std::int64_t units, Instant time,
                    ImportMode mode);
    void takeSale(const CsvFile& file, const CsvRow& row, std::int64_t units, Instant time);
    [[nodiscard]] Invoice& invoiceOf(const CsvRow& row, Instant time);
    [[nodiscard]] std::optional<Place> soldTo(std::uint32_t customer, std::uint32_t sku,
                                              std::int64_t units) const;
    [[nodiscard]] std::string writePlaced(const Invoice& invoice) const;
    [[nodiscard]] std::string writeReturn(const Return& made, bool received) const;

    Currency currency_ = Currency::parse("GBP").value();
    std::vector<Invoice> invoices_;
    std::vector<std::uint32_t> firstRow_;  // of each invoice, in all files
    std::unordered_map<std::string, std::uint32_t> byNumber_;
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::vector<Place>> sold_;  // by customer and code
    std::vector<Return> returns_;
    TextTable skus_;
    TextTable customers_;
    TextTable countries_;
    std::uint32_t rowNumber_ = 0;
};

}  // namespace holdpoint::lab
