// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/import/csv.h"
#include "core/lab/import/importer.h"

#include <filesystem>

namespace holdpoint::lab {

/// What a legacy stack decided, one decision of one leg a row: a .csv file with the columns of `legacyColumns`, empty where
/// nothing is known, or a .jsonl file whose objects have `order`, `numberspace?` and the members of `legacy.decided`
/// (docs/events.md). Each row is an event of the producer `legacy`; the same order and leg again is the same event. Packed
/// with gzip or plain.
class LegacyDecisionsImporter final : public Importer {
public:
    [[nodiscard]] std::string_view name() const override { return "legacy"; }
    Result<> open(const std::filesystem::path& path, const ImportOptions& options) override;
    Result<std::optional<ImportItem>> next() override;
    Result<> skipTo(std::uint64_t position) override;
    [[nodiscard]] std::uint64_t rows() const override { return report_.rows; }
    [[nodiscard]] std::uint64_t totalRows() const override { return totalRows_; }
    [[nodiscard]] const ImportReport& report() const override { return report_; }
    [[nodiscard]] const Demand& skus() const override { return demand_; }
    [[nodiscard]] bool hasPayments() const override { return false; }

private:
    /// A row as an event, or why it is none; empty at the end.
    Result<std::optional<std::variant<ImportedEvent, RowRefusal>>> row();
    Result<> openAgain();

    std::filesystem::path path_;
    std::optional<CsvFile> csv_;
    std::optional<Lines> lines_;
    std::uint64_t position_ = 0;
    std::uint64_t totalRows_ = 0;
    Demand demand_;
    ImportReport report_;
};

/// `order`, `leg`, `legs`, `node`, `exception`, `lines` (`1x2;2x1`: line x units), `cost`, `currency`, `promise`,
/// `order_version`, `stock_as_of`, `decided_at`, `fired`.
[[nodiscard]] std::span<const std::string_view> legacyColumns();

}  // namespace holdpoint::lab
