// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/checkpoint_file.h"

#include "core/host/owned_file.h"

namespace holdpoint::host {

Result<CheckpointFile> CheckpointFile::open(std::filesystem::path path)
{
    CheckpointFile file(std::move(path));
    const auto text = readOwned(file.file_);
    if (!text && text.error().code != Code::NotFound)
        return text.error();
    if (!text)
        return file;
    const std::string_view whole = std::string_view(*text).substr(0, text->rfind('\n') + 1);
    file.size_ = whole.size();
    if (whole.empty())
        return file;
    const std::size_t before = whole.rfind('\n', whole.size() - 2);
    const std::size_t first = before == std::string_view::npos ? 0 : before + 1;
    auto last = checkpointOf(whole.substr(first, whole.size() - 1 - first));
    if (!last)
        return Error{Code::Corrupt, file.file_.string() + ": its last line is not a checkpoint"};
    file.last_ = *last;
    return file;
}

Result<> CheckpointFile::append(const Checkpoint& checkpoint)
{
    const std::string line = toLine(checkpoint) + '\n';
    if (auto written = writeOwned(file_, size_, line); !written)
        return written;
    size_ += line.size();
    last_ = checkpoint;
    return {};
}

}  // namespace holdpoint::host
