// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/legacy_decisions.h"

#include "core/lab/import/fields.h"

#include <array>
#include <simdjson.h>

namespace holdpoint::lab {
namespace {

using Row = std::variant<ImportedEvent, RowRefusal>;

enum Column {
    Order,
    Leg,
    Legs,
    Node,
    Exception,
    Split,
    Cost,
    Money,
    Promise,
    Version,
    StockAsOf,
    Decided,
    Fired
};
constexpr auto Columns =
    std::to_array<std::string_view>({"order", "leg", "legs", "node", "exception", "lines", "cost", "currency",
                                     "promise", "order_version", "stock_as_of", "decided_at", "fired"});
constexpr std::string_view Space = "shop";
constexpr std::size_t RawBytes = 4096;

std::string jsonText(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
    return out + '"';
}

std::string eventText(std::string_view order, std::string_view space, std::string_view leg,
                      const std::string& data)
{
    return R"({"specversion":"1.0","id":)" +
           jsonText("decided:" + std::string(order) + ":" + std::string(leg)) +
           R"(,"source":"legacy","numberspace":)" + jsonText(space) +
           R"(,"type":"legacy.decided","subject":)" + jsonText(order) + R"(,"data":)" + data + "}";
}

/// Members of `data`, in the order of the calls.
class Data {
public:
    void text(std::string_view name, const std::string& value)
    {
        if (!value.empty())
            raw(name, jsonText(value));
    }
    void raw(std::string_view name, const std::string& value)
    {
        text_ += (text_.empty() ? "" : ",") + jsonText(name) + ":" + value;
    }
    [[nodiscard]] std::string take() const { return "{" + text_ + "}"; }

private:
    std::string text_;
};

/// `1x2;2x1` as the list of lines; empty: it cannot be read.
std::string linesOf(std::string_view text)
{
    std::string list;
    while (!text.empty()) {
        const auto end = std::min(text.find(';'), text.size());
        const std::string_view one = text.substr(0, end);
        const auto cross = one.find('x');
        if (cross == one.npos)
            return {};
        const auto line = wholeNumber(one.substr(0, cross), 1, 65'535);
        const auto units = wholeNumber(one.substr(cross + 1), 1, 1'000'000);
        if (!line || !units)
            return {};
        list += (list.empty() ? "" : ",") + std::string(R"({"line":)") + std::to_string(*line) +
                R"(,"units":)" + std::to_string(*units) + "}";
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return "[" + list + "]";
}

Row ofCsv(const CsvFile& file, const CsvRow& row)
{
    if (row[Order].empty())
        return file.refuse(row, "missing_field", "order is empty");
    Data data;
    for (const auto& [column, least] : {std::pair{Leg, 1}, std::pair{Legs, 1}, std::pair{Version, 0}}) {
        if (row[column].empty() && column != Leg)
            continue;
        if (!wholeNumber(row[column], least, 65'535))
            return file.refuse(row, "out_of_range",
                               std::string(Columns[column]) + ": " +
                                   expectedGot("a whole number", row[column]));
        data.raw(Columns[column], row[column]);
    }
    if (!row[Split].empty()) {
        const std::string lines = linesOf(row[Split]);
        if (lines.empty())
            return file.refuse(row, "wrong_type", "lines: " + expectedGot("1x2;2x1", row[Split]));
        data.raw("lines", lines);
    }
    for (const Column column : {Node, Exception, Cost, Money, Promise, StockAsOf, Decided, Fired})
        data.text(Columns[column], row[column]);
    return ImportedEvent{eventText(row[Order], Space, row[Leg], data.take()),
                         file.name() + ':' + std::to_string(row.line)};
}

RowRefusal refuse(const Lines& file, const Line& line, std::string_view rule, std::string detail)
{
    return {file.name(), line.number, std::string(rule), std::move(detail), line.text.substr(0, RawBytes)};
}

Row ofJson(const Lines& file, const Line& line)
{
    simdjson::dom::parser parser;
    simdjson::dom::object object;
    if (line.cut || parser.parse(line.text).get(object) != simdjson::SUCCESS)
        return refuse(file, line, "bad_json", "expected one object a line");
    std::string_view order, space = Space;
    std::string leg;
    Data data;
    for (const auto [key, value] : object) {
        if (key == "order" && value.get(order) == simdjson::SUCCESS)
            continue;
        if (key == "numberspace" && value.get(space) == simdjson::SUCCESS)
            continue;
        if (key == "leg")
            leg = simdjson::minify(value);
        data.raw(key, simdjson::minify(value));
    }
    if (order.empty())
        return refuse(file, line, "missing_field", "order is missing");
    return ImportedEvent{eventText(order, space, leg, data.take()),
                         file.name() + ':' + std::to_string(line.number)};
}

bool isCsv(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    return name.ends_with(".csv") || name.ends_with(".csv.gz");
}

}  // namespace

std::span<const std::string_view> legacyColumns() { return Columns; }

Result<> LegacyDecisionsImporter::openAgain()
{
    csv_.reset();
    lines_.reset();
    if (isCsv(path_)) {
        auto file = CsvFile::open(path_, Columns);
        if (!file)
            return file.error();
        csv_.emplace(std::move(*file));
        return {};
    }
    auto file = Lines::open(path_);
    if (!file)
        return file.error();
    lines_.emplace(std::move(*file));
    return {};
}

Result<> LegacyDecisionsImporter::open(const std::filesystem::path& path, const ImportOptions&)
{
    path_ = path;
    if (auto opened = openAgain(); !opened)
        return opened;
    for (;; ++totalRows_) {
        const auto read = row();
        if (!read)
            return read.error();
        if (!*read)
            break;
    }
    return openAgain();
}

Result<std::optional<Row>> LegacyDecisionsImporter::row()
{
    Result<std::optional<Row>> made;
    if (csv_) {
        auto read = csv_->next();
        if (!read)
            return read.error();
        if (!*read)
            return made;
        if (auto* refused = std::get_if<RowRefusal>(&**read))
            made->emplace(std::move(*refused));
        else
            made->emplace(ofCsv(*csv_, std::get<CsvRow>(**read)));
        return made;
    }
    for (;;) {
        const auto read = lines_->next();
        if (!read)
            return read.error();
        if (!*read)
            return made;
        if ((*read)->text.find_first_not_of(" \t") != std::string::npos) {
            made->emplace(ofJson(*lines_, **read));
            return made;
        }
    }
}

Result<std::optional<ImportItem>> LegacyDecisionsImporter::next()
{
    Result<std::optional<ImportItem>> result;
    auto read = row();
    if (!read)
        return read.error();
    if (!*read)
        return result;
    ++report_.rows;
    ImportItem& item = result->emplace();
    item.position = ++position_;
    item.rows = 1;
    if (auto* refused = std::get_if<RowRefusal>(&**read)) {
        ++report_.refused[refused->rule];
        item.what = std::move(*refused);
    } else {
        ++report_.events;
        ++report_.inEvents;
        item.what = std::move(std::get<ImportedEvent>(**read));
    }
    return result;
}

Result<> LegacyDecisionsImporter::skipTo(std::uint64_t position)
{
    while (position_ < position) {
        const auto read = row();
        if (!read)
            return read.error();
        if (!*read)
            return {};
        ++position_;
        ++report_.rows;
        ++report_.passed;
    }
    return {};
}

}  // namespace holdpoint::lab
