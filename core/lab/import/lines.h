// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace holdpoint::lab {

/// One line of a file, without its line end.
struct Line {
    std::uint64_t number = 0;  ///< 1 is the first
    std::string text;
    bool cut = false;  ///< longer than Lines::MostBytes: the rest was read and dropped
};

/// Reads a text file line by line, packed with gzip (name ends in .gz) or plain. One thread at a time.
class Lines {
public:
    static constexpr std::size_t MostBytes = 1'048'577;  // one more than intake takes

    /// Errors: NotFound, Forbidden, Corrupt (named .gz and is not).
    static Result<Lines> open(const std::filesystem::path& file);
    Lines(Lines&&) noexcept;
    Lines& operator=(Lines&&) noexcept;
    ~Lines();

    /// Empty at the end. Errors: Corrupt (truncated, wrong checksum; with file, byte of the packed file and line). Lines before
    /// the place of the fault were given already, all but those in its last block.
    Result<std::optional<Line>> next();
    /// File name without folder.
    [[nodiscard]] const std::string& name() const noexcept;

private:
    struct Stream;
    explicit Lines(std::unique_ptr<Stream> stream);
    std::unique_ptr<Stream> stream_;
};

}  // namespace holdpoint::lab
