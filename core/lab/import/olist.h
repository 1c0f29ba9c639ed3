// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/lab/import/fields.h"
#include "core/lab/import/scheduled.h"

#include <optional>
#include <unordered_map>

namespace holdpoint::lab {

/// The marketplace orders of Olist: a folder with orders, payments and, for some orders, lines. Times have no zone in the files and are
/// taken as UTC; amounts are BRL. Lines are known up to the greatest order id in the file of lines: an order behind it has
/// unknown lines, one before it without lines has none.
class OlistImporter final : public ScheduledImporter {
public:
    [[nodiscard]] std::string_view name() const override { return "olist"; }

private:
    struct Order {
        std::string id;
        std::string status;
        Instant purchased;
        std::optional<Instant> approved, shipped, delivered, promised;
        std::int64_t total = 0;
        std::uint32_t payments = 0;
        std::uint32_t firstLine = 0;
        std::uint32_t lines = 0;
        [[nodiscard]] Instant last() const;
    };
    struct Payment {
        std::uint32_t order;
        std::uint16_t sequence;
        std::uint32_t method;
        std::int64_t amount;
    };
    struct OrderLine {
        std::uint32_t order;
        std::uint16_t number;
        std::uint32_t sku;
        std::int64_t price;
    };
    enum Rank : std::uint16_t { Placed, Paid, Shipped, Delivered, Cancelled };

    Result<> load(const std::filesystem::path& path, ImportMode mode) override;
    [[nodiscard]] std::string write(const Entry& entry) const override;

    Result<> loadOrders(const std::filesystem::path& folder);
    Result<> loadPayments(const std::filesystem::path& folder);
    Result<> loadLines(const std::filesystem::path& folder);
    void takeOrder(const CsvFile& file, const CsvRow& row);
    void takePayment(const CsvFile& file, const CsvRow& row);
    void takeLine(const CsvFile& file, const CsvRow& row);
    void scheduleOrder(std::uint32_t index, ImportMode mode);
    [[nodiscard]] std::optional<std::uint32_t> orderOf(const CsvFile& file, const CsvRow& row);
    [[nodiscard]] std::optional<Instant> time(const CsvFile& file, const CsvRow& row, std::size_t column,
                                              bool& broken);
    [[nodiscard]] std::string writePlaced(const Order& order) const;
    [[nodiscard]] std::string writePayment(const Payment& payment) const;
    [[nodiscard]] std::string writeCancel(const Order& order) const;

    Currency currency_ = Currency::parse("BRL").value();
    std::vector<Order> orders_;
    std::vector<Payment> payments_;
    std::vector<OrderLine> lines_;
    TextTable methods_;
    TextTable skus_;
    std::unordered_map<std::string_view, std::uint32_t>
        byId_;  // views into orders_, made when that is complete
    std::string lastWithLines_;
};

}  // namespace holdpoint::lab
