// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/checkpoint.h"

#include <filesystem>
#include <optional>

namespace holdpoint::host {

/// The second place: one checkpoint a line, appended and on the disk before `append` returns. One thread.
class CheckpointFile {
public:
    /// A file that is not there is empty; a last line without its end was never finished and is written over.
    /// Errors: Corrupt (the last finished line is not a checkpoint), Forbidden, Unavailable.
    static Result<CheckpointFile> open(std::filesystem::path file);

    [[nodiscard]] const std::optional<Checkpoint>& last() const noexcept { return last_; }
    /// Errors: Forbidden, Unavailable; the file is as before or has an unfinished line.
    Result<> append(const Checkpoint& checkpoint);

private:
    explicit CheckpointFile(std::filesystem::path file) : file_(std::move(file)) {}

    std::filesystem::path file_;
    std::uint64_t size_ = 0;
    std::optional<Checkpoint> last_;
};

}  // namespace holdpoint::host
