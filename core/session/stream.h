// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/as_of.h"

#include <optional>
#include <string>
#include <variant>

namespace holdpoint::session {

enum class ExportFormat : std::uint8_t { Csv, JsonLines };

inline constexpr std::size_t LargestChunk = std::size_t{64} << 10;

/// The rows of a result, all of them, as a file.
struct ExportResult {
    ResultId result = 0;
    ExportFormat format = ExportFormat::Csv;
};
using StreamRequest = std::variant<ExportResult>;

/// At most `LargestChunk` bytes; rows are not cut. The last chunk may be empty and says how it ended.
struct Chunk {
    std::string bytes;
    bool last = false;
    std::uint64_t rows = 0;  ///< so far
    std::optional<Error> error;
};

/// Called on the caller's executor, in order; never more chunks than asked for with `more`.
class ChunkSink {
public:
    virtual ~ChunkSink() = default;
    virtual void chunk(StreamId stream, const Chunk& chunk) = 0;
};

}  // namespace holdpoint::session
