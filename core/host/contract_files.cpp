// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/contract_files.h"

#include <algorithm>
#include <fstream>

namespace holdpoint::host {
namespace {

Result<std::vector<std::filesystem::path>> documentsIn(const std::filesystem::path& folder)
{
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    std::filesystem::directory_iterator entries(folder, failed);
    for (; !failed && entries != std::filesystem::directory_iterator(); entries.increment(failed))
        if (entries->path().extension() == ".json")
            files.push_back(entries->path());
    if (failed)
        return Error{Code::NotFound, "the contracts " + folder.string() + ": " + failed.message()};
    if (files.empty())
        return Error{Code::NotFound, "the contracts " + folder.string() + ": no *.json is there"};
    std::sort(files.begin(), files.end());
    return files;
}

}  // namespace

Result<contracts::Contracts> contractsIn(const std::filesystem::path& folder)
{
    if (folder.empty())
        return contracts::Contracts::compile(contracts::builtInDocuments());
    const auto files = documentsIn(folder);
    if (!files)
        return files.error();
    std::vector<contracts::Document> documents;
    for (const std::filesystem::path& file : *files) {
        std::ifstream in(file, std::ios::binary);
        documents.push_back({file.filename().string(), {std::istreambuf_iterator<char>(in), {}}});
        if (!in)
            return Error{Code::Forbidden, file.string() + " cannot be read"};
    }
    return contracts::Contracts::compile(documents);
}

}  // namespace holdpoint::host
