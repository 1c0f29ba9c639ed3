// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/csv.h"

#include <algorithm>

namespace holdpoint::lab {
namespace {

constexpr std::size_t MostLinesOfARow = 100;
constexpr std::size_t KeptBytes = 4096;

enum class Split { Done, InsideQuotes, Broken };

/// Splits one record into fields; `InsideQuotes` means that it goes on in the next line.
Split split(std::string_view text, std::vector<std::string>& fields)
{
    fields.assign(1, {});
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '"') {  // a bare field
            const std::size_t end = std::min(text.find(',', at), text.size());
            const std::string_view field = text.substr(at, end - at);
            if (field.find('"') != field.npos)
                return Split::Broken;
            fields.back() = field;
            at = end;
        } else {
            for (++at;; ++at) {
                if (at == text.size())
                    return Split::InsideQuotes;
                if (text[at] == '"' && (at + 1 == text.size() || text[at + 1] != '"'))
                    break;
                at += text[at] == '"' ? 1 : 0;
                fields.back() += text[at];
            }
            ++at;
        }
        if (at < text.size() && text[at] != ',')
            return Split::Broken;
        if (at < text.size()) {
            fields.emplace_back();
            ++at;
        }
    }
    return Split::Done;
}

}  // namespace

Result<CsvFile> CsvFile::open(const std::filesystem::path& file, std::span<const std::string_view> columns)
{
    auto lines = Lines::open(file);
    if (!lines)
        return lines.error();
    CsvFile csv(std::move(*lines));
    auto header = csv.take();
    if (!header)
        return header.error();
    std::vector<std::string> names;
    if (!*header || split((*header)->text, names) != Split::Done)
        return Error{Code::InvalidArgument, csv.name() + ":1: no header"};
    if (names[0].starts_with("\xEF\xBB\xBF"))
        names[0].erase(0, 3);
    for (const std::string_view column : columns) {
        const auto found = std::find(names.begin(), names.end(), column);
        if (found == names.end())
            return Error{Code::InvalidArgument, csv.name() + ":1: no column " + std::string(column)};
        csv.columns_.push_back(static_cast<std::size_t>(found - names.begin()));
    }
    csv.width_ = names.size();
    return csv;
}

Result<std::optional<Line>> CsvFile::take()
{
    if (ahead_.empty())
        return lines_.next();
    std::optional<Line> line(std::move(ahead_.front()));
    ahead_.pop_front();
    return line;
}

Result<std::optional<CsvFile::Read>> CsvFile::next()
{
    auto first = take();
    while (first && *first && (*first)->text.empty())  // an empty line holds no row
        first = take();
    if (!first)
        return first.error();
    if (!*first)
        return std::optional<Read>();
    Line& start = **first;
    std::string text = start.text;
    std::vector<std::string> fields;
    std::vector<Line> more;
    Split state = start.cut ? Split::Broken : split(text, fields);
    while (state == Split::InsideQuotes && more.size() + 1 < MostLinesOfARow) {
        auto line = take();
        if (!line)
            return line.error();
        if (!*line)
            break;
        text += '\n' + (*line)->text;
        more.push_back(std::move(**line));
        state = more.back().cut || text.size() > Lines::MostBytes ? Split::Broken : split(text, fields);
    }
    if (state != Split::Done) {
        ahead_.insert(ahead_.begin(), std::make_move_iterator(more.begin()),
                      std::make_move_iterator(more.end()));
        return std::optional<Read>(refuseLine(start, start.cut ? "too_large" : "bad_csv",
                                              start.cut ? "expected a line below 1 MB, got a longer one"
                                                        : "expected quotes in pairs around whole fields"));
    }
    if (fields.size() != width_)
        return std::optional<Read>(refuseLine({start.number, std::move(text), false}, "wrong_columns",
                                              "expected " + std::to_string(width_) + " fields, got " +
                                                  std::to_string(fields.size())));
    CsvRow row{start.number, {}, std::move(text)};
    for (const std::size_t column : columns_)
        row.fields.push_back(fields[column]);
    return std::optional<Read>(std::move(row));
}

RowRefusal CsvFile::refuseLine(const Line& line, std::string_view rule, std::string detail) const
{
    return {name(), line.number, std::string(rule), std::move(detail), line.text.substr(0, KeptBytes)};
}

RowRefusal CsvFile::refuse(const CsvRow& row, std::string_view rule, std::string detail) const
{
    return refuseLine({row.line, row.raw, false}, rule, std::move(detail));
}

}  // namespace holdpoint::lab
