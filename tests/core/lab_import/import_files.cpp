// SPDX-License-Identifier: GPL-3.0-or-later
#include "import_files.h"

#include <QString>
#include <fstream>
#include <sstream>
#include <zlib.h>

namespace holdpoint::lab {
namespace {

/// The text of a member of an event as the importers write it.
std::string member(const std::string& event, const std::string& name)
{
    const std::size_t at = event.find('"' + name + "\":\"") + name.size() + 4;
    return event.substr(at, event.find('"', at) - at);
}

}  // namespace

std::filesystem::path Folder::write(std::string_view name, std::string_view bytes) const
{
    const auto file = path() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::filesystem::path Folder::pack(std::string_view name, std::string_view text, int keep) const
{
    std::string bytes = gzip(text);
    if (keep >= 0)
        bytes.resize(static_cast<std::size_t>(keep));
    return write(name, bytes);
}

std::string gzip(std::string_view text)
{
    z_stream stream{};
    deflateInit2(&stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, text.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

std::string readAll(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<ImportItem> drain(Importer& importer, const std::filesystem::path& path, ImportMode mode)
{
    if (const auto opened = importer.open(path, {mode}); !opened)
        return {{0, RowRefusal{"", 0, "error", opened.error().detail, ""}, 0}};
    return rest(importer);
}

std::vector<ImportItem> rest(Importer& importer)
{
    std::vector<ImportItem> items;
    for (;;) {
        auto item = importer.next();
        if (!item)
            items.push_back({0, RowRefusal{"", 0, "error", item.error().detail, ""}, 0});
        if (!item || !*item)
            return items;
        items.push_back(std::move(**item));
    }
}

std::vector<std::string> outline(const std::vector<ImportItem>& items)
{
    std::vector<std::string> lines;
    for (const ImportItem& item : items) {
        if (const auto* event = std::get_if<ImportedEvent>(&item.what))
            lines.push_back(member(event->bytes, "type") + ' ' + member(event->bytes, "subject"));
        else if (const auto* refusal = std::get_if<RowRefusal>(&item.what))
            lines.push_back("refused " + refusal->rule + ' ' + refusal->file + ':' +
                            std::to_string(refusal->line));
        else
            lines.push_back("noted " + std::get<RowNoted>(item.what).activity);
    }
    return lines;
}

std::string eventOf(const std::vector<ImportItem>& items, std::size_t n)
{
    for (const ImportItem& item : items)
        if (const auto* event = std::get_if<ImportedEvent>(&item.what); event && n-- == 0)
            return event->bytes;
    return {};
}

std::filesystem::path realData()
{
    if (const QString named = qEnvironmentVariable("HOLDPOINT_DATA"); !named.isEmpty())
        return named.toStdString();
    for (auto folder = std::filesystem::current_path(); folder.has_relative_path();
         folder = folder.parent_path())
        if (std::filesystem::exists(folder / "shared" / "data" / "olist"))
            return folder / "shared" / "data";
    return {};
}

}  // namespace holdpoint::lab
