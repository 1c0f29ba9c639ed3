// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/money.h"
#include "core/lab/import/fields.h"
#include "core/lab/import/scheduled.h"

namespace holdpoint::lab {

/// An object-centric event log of orders, items and packages: a folder or one file. The items of one product are one line of their
/// order; an order has one leg a package, in the order in which the packages were made. No currency is recorded: XXX.
class OcelImporter final : public ScheduledImporter {
public:
    [[nodiscard]] std::string_view name() const override { return "ocel"; }

private:
    struct OrderLine {
        std::uint32_t product;
        std::int64_t units;
    };
    struct Order {
        std::string number;
        std::vector<OrderLine> lines;
        std::vector<std::string> packages;  // the n-th is leg n
    };
    struct Item {
        std::uint32_t order;
        std::uint16_t line;
        std::uint16_t leg = 0;  // 0: in no package yet
    };
    struct Pick {
        std::string item;
        Instant time;
        std::uint32_t row;
    };
    /// One event to write.
    struct Happening {
        std::uint32_t order = 0;
        std::uint16_t leg = 0;
        std::uint16_t line = 0;
        std::int64_t units = 0;
        std::int64_t amount = 0;
        Instant time;
        std::string id;
    };
    enum Rank : std::uint16_t { Placed, Paid, Picked, Sent, Delivered };
    /// The reason for which a row is refused, or nothing.
    struct Refusal {
        std::string_view rule;
        std::string detail;
    };
    using Taken = std::optional<Refusal>;

    Result<> load(const std::filesystem::path& path, ImportMode mode) override;
    [[nodiscard]] std::string write(const Entry& entry) const override;

    void takeRow(const CsvFile& file, const CsvRow& row, ImportMode mode);
    Taken take(const CsvRow& row, Instant time, ImportMode mode);
    Taken place(const CsvRow& row, Instant time);
    Taken pay(const CsvRow& row, Instant time);
    Taken pick(const CsvRow& row, Instant time);
    Taken pack(const CsvRow& row);
    Taken move(const CsvRow& row, Instant time, Rank rank);
    void schedulePicks();
    std::uint16_t legOf(std::uint32_t order, const std::string& package);
    void add(Rank rank, Happening happening, std::uint32_t row, std::uint32_t rows);
    [[nodiscard]] std::string writePlaced(const Happening& happening) const;
    [[nodiscard]] std::string writeParcel(const Happening& happening, std::string_view type) const;

    Currency currency_ = Currency::parse("XXX").value();
    std::vector<Order> orders_;
    std::vector<Happening> happenings_;
    std::vector<Pick> picks_;
    TextTable products_;
    std::unordered_map<std::string, std::uint32_t> byNumber_;
    std::unordered_map<std::string, Item> items_;
    std::uint32_t rowNumber_ = 0;
};

}  // namespace holdpoint::lab
