// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/export.h"
#include "core/views/live_lists.h"

#include <map>

/// Sending results as files. For `Views`; lives on one worker's thread.
namespace holdpoint::views {

struct NewStream {
    session::StreamId id = 0;
    session::ExportResult request;
    session::ChunkSink* sink = nullptr;
    std::shared_ptr<Outlet> outlet;
};

class Exporter {
public:
    Exporter(Worker& worker, const ResultBook& results) : worker_(worker), results_(results) {}

    void open(NewStream wish);
    void more(session::StreamId id, std::uint32_t chunks);
    void cancel(session::StreamId id);

private:
    struct Stream {
        NewStream wish;
        SharedResult result;
        Chunker chunker;
        std::size_t next = 0;  ///< row of the result
        std::uint64_t rows = 0;
        std::uint64_t credit = 0;
        bool begun = false;
    };
    /// One chunk; then others have their turn.
    void step(session::StreamId id);
    Result<> fill(Stream& stream);
    Result<std::string> rowAt(Stream& stream, store::StoreReader& reader, const Dictionary& names,
                              std::size_t at) const;
    void send(const Stream& stream, session::Chunk chunk) const;
    void end(session::StreamId id, session::Chunk last);

    Worker& worker_;
    const ResultBook& results_;
    std::map<session::StreamId, Stream> streams_;
};

}  // namespace holdpoint::views
