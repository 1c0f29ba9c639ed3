// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/import/importer.h"

#include <filesystem>

namespace holdpoint::lab {

/// Events written down one a line: a .jsonl or .jsonl.gz file, or a folder of them in the order of their names. Lines are given as they stand,
/// in their order and in both modes; what is wrong with one is for intake to say. Empty lines hold no event. Memory does not
/// grow with the files; `open` reads them once to know rows and demand.
class CloudEventsImporter final : public Importer {
public:
    [[nodiscard]] std::string_view name() const override { return "cloudevents"; }
    Result<> open(const std::filesystem::path& path, const ImportOptions& options) override;
    Result<std::optional<ImportItem>> next() override;
    Result<> skipTo(std::uint64_t position) override;
    [[nodiscard]] std::uint64_t rows() const override { return report_.rows; }
    [[nodiscard]] std::uint64_t totalRows() const override { return totalRows_; }
    [[nodiscard]] const ImportReport& report() const override { return report_; }
    [[nodiscard]] const Demand& skus() const override { return demand_; }
    [[nodiscard]] bool hasPayments() const override { return payments_; }

private:
    Result<std::optional<Line>> line();

    std::vector<std::filesystem::path> files_;
    std::size_t file_ = 0;
    std::optional<Lines> lines_;
    std::uint64_t position_ = 0;
    std::uint64_t totalRows_ = 0;
    bool payments_ = false;
    Demand demand_;
    ImportReport report_;
};

}  // namespace holdpoint::lab
