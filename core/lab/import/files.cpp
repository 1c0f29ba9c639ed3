// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lab/import/files.h"

#include <algorithm>
#include <array>
#include <system_error>

namespace holdpoint::lab {
namespace {

constexpr std::array<std::string_view, 2> Csv{".csv", ".csv.gz"};

Error unreadable(const std::filesystem::path& path, const std::error_code& why)
{
    const bool denied = why == std::errc::permission_denied;
    return {denied ? Code::Forbidden : Code::NotFound, path.string() + ": " + why.message()};
}

}  // namespace

Result<std::vector<std::filesystem::path>> filesOf(const std::filesystem::path& path,
                                                   std::span<const std::string_view> endings)
{
    std::error_code why;
    const auto status = std::filesystem::status(path, why);
    if (why || !std::filesystem::exists(status))
        return unreadable(path, why ? why : std::make_error_code(std::errc::no_such_file_or_directory));
    if (!std::filesystem::is_directory(status))
        return std::vector{path};
    std::filesystem::directory_iterator folder(path, why);
    if (why)
        return unreadable(path, why);
    std::vector<std::filesystem::path> files;
    for (const auto& entry : folder) {
        const std::string name = entry.path().filename().string();
        if (std::any_of(endings.begin(), endings.end(), [&](auto ending) { return name.ends_with(ending); }))
            files.push_back(entry.path());
    }
    if (files.empty())
        return Error{Code::NotFound, path.string() + ": no file that ends in " + std::string(endings[0])};
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::filesystem::path> csvIn(const std::filesystem::path& folder, std::string_view start)
{
    const auto files = filesOf(folder, Csv);
    if (!files)
        return files.error();
    for (const auto& file : *files)
        if (file.filename().string().starts_with(start))
            return file;
    return Error{Code::NotFound, folder.string() + ": no file " + std::string(start) + "*.csv or .csv.gz"};
}

}  // namespace holdpoint::lab
