// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/lab/import/importer.h"

namespace holdpoint::lab {

/// An importer that reads its files into memory, puts what happened in order of source time, and writes each event when it is
/// asked for. A format fills the schedule in `load` and writes one event in `write`.
class ScheduledImporter : public Importer {
public:
    Result<> open(const std::filesystem::path& path, const ImportOptions& options) final;
    Result<std::optional<ImportItem>> next() final;
    Result<> skipTo(std::uint64_t position) final;
    [[nodiscard]] std::uint64_t rows() const final { return report_.rows; }
    [[nodiscard]] std::uint64_t totalRows() const final { return totalRows_; }
    [[nodiscard]] const ImportReport& report() const final { return report_; }
    [[nodiscard]] const Demand& skus() const final { return skus_; }

protected:
    /// One item to give. Sorted by time, then row, then rank, then index: all known from the files.
    struct Entry {
        std::int64_t time = 0;
        std::uint32_t row = 0;    ///< groups what belongs together at one time: number of the order or row
        std::uint16_t rank = 0;   ///< kind of event, in the order they are told at one time
        std::uint32_t index = 0;  ///< into what the format keeps
        std::uint32_t rows = 0;
        std::uint32_t service = 0;  ///< of these rows

        friend auto operator<=>(const Entry&, const Entry&) = default;
    };

    virtual Result<> load(const std::filesystem::path& path, ImportMode mode) = 0;
    [[nodiscard]] virtual std::string write(const Entry& entry) const = 0;

    void schedule(const Entry& entry) { entries_.push_back(entry); }
    /// A refused row. Without a time it comes before all events.
    void refuse(RowRefusal refusal, std::int64_t time = INT64_MIN, std::uint32_t row = 0);
    void note(std::string_view activity, std::int64_t time, std::uint32_t row);
    void demand(const std::string& sku, std::int64_t units) { skus_[sku] += units; }

private:
    static constexpr std::uint16_t NotedRank = 0xFFFE;
    static constexpr std::uint16_t RefusedRank = 0xFFFF;

    void account(const Entry& entry);

    std::vector<Entry> entries_;
    std::vector<RowRefusal> refusals_;
    std::vector<std::string> activities_;
    Demand skus_;
    ImportReport report_;
    std::uint64_t totalRows_ = 0;
    std::size_t at_ = 0;
};

/// Reads all rows of a CSV file: `take(row)` for each, `refuse(refusal)` for those that are no rows. Errors: those of CsvFile.
template <typename Take, typename Refuse>
Result<> readRows(CsvFile& file, Take take, Refuse refuse)
{
    for (;;) {
        auto read = file.next();
        if (!read)
            return read.error();
        if (!*read)
            return {};
        if (auto* refusal = std::get_if<RowRefusal>(&**read))
            refuse(std::move(*refusal));
        else
            take(std::get<CsvRow>(**read));
    }
}

}  // namespace holdpoint::lab
