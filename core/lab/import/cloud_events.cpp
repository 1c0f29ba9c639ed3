// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/cloud_events.h"

#include "core/lab/import/files.h"

#include <array>
#include <simdjson.h>

namespace holdpoint::lab {
namespace {

constexpr std::array<std::string_view, 4> Endings{".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"};

/// What stocking and waiting for payment need to know of one event. Lines that are no events say nothing here.
struct Survey {
    simdjson::dom::parser parser;

    void read(const std::string& text, Demand& demand, bool& payments)
    {
        simdjson::dom::element event;
        std::string_view type;
        if (parser.parse(text).get(event) != simdjson::SUCCESS ||
            event["type"].get(type) != simdjson::SUCCESS)
            return;
        payments = payments || type.starts_with("payment.");
        simdjson::dom::array lines;
        if (type != "order.placed" || event["data"]["lines"].get(lines) != simdjson::SUCCESS)
            return;
        for (const simdjson::dom::element line : lines) {
            std::string_view sku;
            std::int64_t units = 0;
            if (line["sku"].get(sku) == simdjson::SUCCESS && line["units"].get(units) == simdjson::SUCCESS &&
                units > 0 && units <= 1'000'000)
                demand[std::string(sku)] += units;
        }
    }
};

}  // namespace

Result<> CloudEventsImporter::open(const std::filesystem::path& path, const ImportOptions&)
{
    auto files = filesOf(path, Endings);
    if (!files)
        return files.error();
    files_ = std::move(*files);
    Survey survey;
    for (;;) {
        const auto read = line();
        if (!read)
            return read.error();
        if (!*read)
            break;
        ++totalRows_;
        survey.read((*read)->text, demand_, payments_);
    }
    file_ = 0;
    return {};
}

/// The next line that is not empty, of this file or one behind it.
Result<std::optional<Line>> CloudEventsImporter::line()
{
    while (lines_ || file_ < files_.size()) {
        if (!lines_) {
            auto opened = Lines::open(files_[file_++]);
            if (!opened)
                return opened.error();
            lines_ = std::move(*opened);
        }
        auto read = lines_->next();
        if (!read)
            return read;
        if (!*read)
            lines_.reset();
        else if ((*read)->text.find_first_not_of(" \t") != std::string::npos)
            return read;
    }
    return std::optional<Line>();
}

Result<std::optional<ImportItem>> CloudEventsImporter::next()
{
    Result<std::optional<ImportItem>> result;
    auto read = line();
    if (!read)
        return read.error();
    if (!*read)
        return result;
    ++report_.rows;
    ++report_.events;
    ++report_.inEvents;
    ImportItem& item = result->emplace();
    item.position = ++position_;
    item.what =
        ImportedEvent{std::move((*read)->text), lines_->name() + ':' + std::to_string((*read)->number)};
    item.rows = 1;
    return result;
}

Result<> CloudEventsImporter::skipTo(std::uint64_t position)
{
    while (position_ < position) {
        const auto read = line();
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
