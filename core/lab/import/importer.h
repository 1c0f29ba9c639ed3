// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/lab/import/csv.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Real order files as events. An importer states what stands in its files and nothing else: what is not recorded is left out,
/// what cannot be an event is refused with its file and line, and no row is without one of the four ends of ImportReport.
namespace holdpoint::lab {

enum class ImportMode {
    Control,  ///< orders, payments and cancellations; the rest of the file is not told
    Observe,  ///< every recorded event
    Shadow,   ///< as Control, but decided without effects, to be compared with what legacy decided
};

struct ImportOptions {
    ImportMode mode = ImportMode::Control;
};

/// A CloudEvent in JSON, as a producer would post it.
struct ImportedEvent {
    std::string bytes;
    std::string where = {};  ///< `file:line` of an event that stands there as it is
};
/// Rows that are understood and make no event in this mode: a reminder, a reorder.
struct RowNoted {
    std::string activity;
};

struct ImportItem {
    std::uint64_t position =
        0;  ///< 1, 2, 3 …; the same files and mode give the same items at the same positions
    std::variant<ImportedEvent, RowRefusal, RowNoted> what;
    std::uint32_t rows = 0;  ///< rows of the files that end here; 0 if an earlier item holds the row
};

/// Where the rows went, up to the last item given. `rows` = `inEvents` + `service` + refused + noted + `passed`.
struct ImportReport {
    std::uint64_t rows = 0;
    std::uint64_t events = 0;
    std::uint64_t inEvents = 0;  ///< rows that are part of events
    std::uint64_t service = 0;   ///< rows that only count in an order's total: postage, fees
    std::uint64_t passed = 0;    ///< rows before the position of `skipTo`
    std::map<std::string, std::uint64_t> refused;  ///< by rule
    std::map<std::string, std::uint64_t> noted;    ///< by activity

    [[nodiscard]] std::uint64_t accounted() const;
};

/// SKU and units ordered of it in all the files.
using Demand = std::map<std::string, std::int64_t>;

/// One thread at a time.
class Importer {
public:
    virtual ~Importer() = default;

    [[nodiscard]] virtual std::string_view name() const = 0;
    /// Reads what is needed to put the events in order. Errors: NotFound, Forbidden, InvalidArgument (a column is missing), Corrupt
    /// (damaged gzip); nothing was given out then.
    virtual Result<> open(const std::filesystem::path& path, const ImportOptions& options) = 0;
    /// Empty at the end. Errors: Corrupt.
    virtual Result<std::optional<ImportItem>> next() = 0;
    /// The next item is the one after `position`: where a replay was stopped. Only forward. Errors: as `next`.
    virtual Result<> skipTo(std::uint64_t position) = 0;

    /// Rows that ended in the items given or skipped so far, and all rows of the files.
    [[nodiscard]] virtual std::uint64_t rows() const = 0;
    [[nodiscard]] virtual std::uint64_t totalRows() const = 0;
    [[nodiscard]] virtual const ImportReport& report() const = 0;
    /// After `open`.
    [[nodiscard]] virtual const Demand& skus() const = 0;
    /// False if the files know no payments: then no order may wait for one.
    [[nodiscard]] virtual bool hasPayments() const { return true; }
    /// Codes that differ only in case. They are kept apart; a person may map one to the other.
    [[nodiscard]] virtual std::vector<std::vector<std::string>> caseCollisions() const { return {}; }
};

/// `olist`, `online-retail`, `ocel`, `cloudevents`, `legacy`.
[[nodiscard]] std::vector<std::string_view> importFormats();
/// Null if there is no such format.
[[nodiscard]] std::unique_ptr<Importer> makeImporter(std::string_view format);

}  // namespace holdpoint::lab
