// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/exporter.h"

namespace holdpoint::views {
namespace {

// Rows read in one transaction: a long one lets the log grow.
constexpr std::size_t RowsAtOnce = 512;

}  // namespace

void Exporter::open(NewStream wish)
{
    const session::StreamId id = wish.id;
    Stream& stream = streams_[id];
    stream.result = results_.find(wish.request.result);
    stream.wish = std::move(wish);
    if (!stream.result)
        end(id, {{}, true, 0, Error{Code::NotFound, "no such result"}});
    else if (stream.result->list == session::List::Board)
        end(id, {{}, true, 0, Error{Code::Unsupported, "the launch board has no rows"}});
}

void Exporter::more(session::StreamId id, std::uint32_t chunks)
{
    const auto found = streams_.find(id);
    if (found == streams_.end())
        return;
    const bool idle = found->second.credit == 0;
    found->second.credit += chunks;
    if (idle && chunks > 0)
        step(id);
}

void Exporter::cancel(session::StreamId id) { streams_.erase(id); }

void Exporter::step(session::StreamId id)
{
    const auto found = streams_.find(id);
    if (found == streams_.end() || found->second.credit == 0)
        return;
    Stream& stream = found->second;
    if (stream.wish.outlet->ended())
        return cancel(id);
    if (auto filled = fill(stream); !filled)
        return end(id, {{}, true, stream.rows, filled.error()});
    session::Chunk chunk{stream.chunker.take(), false, stream.rows, {}};
    if (stream.chunker.empty() && stream.next == stream.result->total())
        return end(id, {std::move(chunk.bytes), true, stream.rows, {}});
    send(stream, std::move(chunk));
    if (--stream.credit > 0)
        if (auto posted = worker_.post([this, id] { step(id); }); !posted)
            end(id, {{}, true, stream.rows, posted.error()});
}

Result<> Exporter::fill(Stream& stream)
{
    const session::ExportFormat format = stream.wish.request.format;
    if (!std::exchange(stream.begun, true))
        stream.chunker.add(header(stream.result->list, format));
    while (!stream.chunker.full() && stream.next < stream.result->total()) {
        auto read = worker_.read([&](store::StoreReader& reader, const Dictionary& names) -> Result<> {
            for (std::size_t n = 0;
                 n < RowsAtOnce && !stream.chunker.full() && stream.next < stream.result->total(); ++n) {
                auto row = rowAt(stream, reader, names, stream.next);
                if (!row)
                    return row.error();
                stream.chunker.add(std::move(*row));
                ++stream.next;
                ++stream.rows;
            }
            return {};
        });
        if (!read)
            return read;
    }
    return {};
}

Result<std::string> Exporter::rowAt(Stream& stream, store::StoreReader& reader, const Dictionary& names,
                                    std::size_t at) const
{
    const session::ExportFormat format = stream.wish.request.format;
    const ListResult& result = *stream.result;
    if (result.list == session::List::Groups)
        return line(result.groups[at], format);
    if (result.list == session::List::Orders) {
        const auto row = orderRow(reader, names, result.ids[at]);
        return row ? Result<std::string>(line(*row, format)) : Result<std::string>(row.error());
    }
    const auto item = storedItem(reader, names, result.ids[at]);
    return item ? Result<std::string>(line(*item, format)) : Result<std::string>(item.error());
}

void Exporter::send(const Stream& stream, session::Chunk chunk) const
{
    const NewStream& wish = stream.wish;
    wish.outlet->post(wish.outlet,
                      [sink = wish.sink, id = wish.id, chunk = std::move(chunk)] { sink->chunk(id, chunk); });
}

void Exporter::end(session::StreamId id, session::Chunk last)
{
    const auto found = streams_.find(id);
    send(found->second, std::move(last));
    streams_.erase(found);
}

}  // namespace holdpoint::views
