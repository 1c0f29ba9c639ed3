// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/query.h"
#include "core/session/stream.h"
#include "core/session/timeline.h"

#include <deque>
#include <string>
#include <string_view>

/// Rows as the lines of a file.
namespace holdpoint::views {

/// One field of RFC 4180: quoted if it has a comma, quote, CR or LF. A text that a spreadsheet would take for a formula
/// (it begins with = + - @ TAB or CR) gets a leading '.
[[nodiscard]] std::string csvText(std::string_view text);

/// An item with what its contract said, if it is about a broken one.
struct ItemRow {
    session::ExceptionRow row;
    session::BreachText breach;
};

/// The columns of a list, in the order of `line`.
[[nodiscard]] std::string header(session::List list, session::ExportFormat format);
/// With its line end: CR LF for CSV, LF for JSON.
[[nodiscard]] std::string line(const session::OrderRow& row, session::ExportFormat format);
[[nodiscard]] std::string line(const ItemRow& item, session::ExportFormat format);
[[nodiscard]] std::string line(const session::GroupRow& row, session::ExportFormat format);

/// Gathers lines into chunks; only a line longer than a chunk is cut.
class Chunker {
public:
    void add(std::string line)
    {
        size_ += line.size();
        lines_.push_back(std::move(line));
    }
    /// Is there a whole chunk?
    [[nodiscard]] bool full() const noexcept { return size_ >= session::LargestChunk; }
    /// What is there, at most one chunk.
    [[nodiscard]] std::string take();
    [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }

private:
    std::deque<std::string> lines_;
    std::size_t size_ = 0;
};

}  // namespace holdpoint::views
