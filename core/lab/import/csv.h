// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lab/import/lines.h"

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace holdpoint::lab {

/// A row of a file that became nothing, and why. It is still a row: it is counted and shown.
struct RowRefusal {
    std::string file;
    std::uint64_t line = 0;
    std::string rule;    ///< bad_csv, wrong_columns, bad_time …
    std::string detail;  ///< expected and got
    std::string raw;     ///< at most 4 KB of the row as it stands
};

/// A row as fields in the order of the columns asked for. Views hold until the next row is read.
struct CsvRow {
    std::uint64_t line = 0;  ///< where it starts
    std::vector<std::string> fields;
    std::string raw;

    [[nodiscard]] const std::string& operator[](std::size_t column) const { return fields[column]; }
};

/// Reads a CSV file by RFC 4180: a header, fields in double quotes with `""` inside, line ends inside quotes. A row whose
/// quotes are broken is refused alone and reading goes on at the line after its first.
class CsvFile {
public:
    /// `columns` are found by name in the header, in any order; others are passed over. Errors: those of Lines, and
    /// InvalidArgument if a column is missing.
    static Result<CsvFile> open(const std::filesystem::path& file, std::span<const std::string_view> columns);

    using Read = std::variant<CsvRow, RowRefusal>;
    /// Empty at the end. Errors: Corrupt.
    Result<std::optional<Read>> next();
    [[nodiscard]] const std::string& name() const noexcept { return lines_.name(); }
    /// A refusal of `row` of this file.
    [[nodiscard]] RowRefusal refuse(const CsvRow& row, std::string_view rule, std::string detail) const;

private:
    explicit CsvFile(Lines lines) : lines_(std::move(lines)) {}

    Result<std::optional<Line>> take();
    RowRefusal refuseLine(const Line& line, std::string_view rule, std::string detail) const;

    Lines lines_;
    std::deque<Line> ahead_;  ///< read, but not used by the row that asked for them
    std::vector<std::size_t> columns_;
    std::size_t width_ = 0;
};

}  // namespace holdpoint::lab
