// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/fake_session.h"

namespace holdpoint::ui {

FakeSession::Watched* FakeSession::find(session::WatchId id)
{
    for (Watched& watch : watches)
        if (watch.id == id)
            return &watch;
    return nullptr;
}

FakeSession::Watched* FakeSession::watchOf(session::List list)
{
    for (auto i = watches.rbegin(); i != watches.rend(); ++i)
        if (!i->ended && i->query.list == list)
            return &*i;
    return nullptr;
}

void FakeSession::push(session::WatchId id, session::Update update)
{
    later([this, id, update = std::move(update)] {
        Watched* watch = find(id);
        if (watch == nullptr || watch->ended)
            return;
        session::UpdateSink* sink = watch->sink;
        watch->ended = std::holds_alternative<session::Failed>(update);
        sink->update(id, update);
    });
}

void FakeSession::pushAll(session::List list, const session::Update& update)
{
    for (const Watched& watch : std::vector<Watched>(watches))
        if (!watch.ended && watch.query.list == list)
            push(watch.id, update);
}

void FakeSession::pushBoard(const session::Board& board, Instant at)
{
    session::Snapshot snapshot;
    snapshot.result = 1;
    snapshot.asOf.at = at;
    snapshot.total = 1;
    snapshot.window = {0, 1};
    snapshot.rows = board;
    pushAll(session::List::Board, snapshot);
}

void FakeSession::receipt(CommandState state, Instant at, Code code, std::string detail,
                          std::vector<Role> whoCan)
{
    const Submitted newest = submitted.back();
    session::Receipt receipt;
    receipt.key = newest.command.key;
    receipt.state = state;
    receipt.at = at;
    receipt.command = EntityId(newest.id, 0, EntityKind::Command);
    receipt.code = code;
    receipt.detail = std::move(detail);
    receipt.whoCan = std::move(whoCan);
    later([newest, receipt] { newest.sink->receipt(newest.id, receipt); });
}

void FakeSession::answer(session::RequestId request, session::Answer answer)
{
    later([this, request, answer = std::move(answer)] {
        for (Asked& a : asked) {
            if (a.id != request || a.ended)
                continue;
            a.ended = !std::holds_alternative<session::Progress>(answer);
            return a.sink->answer(request, answer);
        }
    });
}

session::RequestId FakeSession::submit(const session::Command& command, session::ReceiptSink& sink)
{
    submitted.push_back({++lastId_, command, &sink});
    return lastId_;
}

session::WatchId FakeSession::watch(const session::Query& query, session::Window first,
                                    session::UpdateSink& sink)
{
    watches.push_back({++lastId_, query, first, &sink});
    const Watched made = watches.back();
    if (onWatch)
        onWatch(*this, made);
    return made.id;
}

void FakeSession::adjust(session::WatchId id, session::Window window)
{
    Watched* watch = find(id);
    if (watch == nullptr || watch->ended)
        return;
    watch->window = window;
    if (onWatch)
        onWatch(*this, Watched(*watch));
}

void FakeSession::accept(session::WatchId id)
{
    if (Watched* watch = find(id))
        ++watch->accepts;
}

void FakeSession::unwatch(session::WatchId id)
{
    if (Watched* watch = find(id))
        watch->ended = true;
}

session::RequestId FakeSession::ask(const session::Question& question, session::AnswerSink& sink)
{
    asked.push_back({++lastId_, question, &sink});
    const Asked made = asked.back();
    if (onAsk)
        onAsk(*this, made);
    return made.id;
}

session::StreamId FakeSession::open(const session::StreamRequest& request, session::ChunkSink& sink)
{
    streams.push_back(request);
    sinks_[++lastId_] = &sink;
    return lastId_;
}

void FakeSession::more(session::StreamId stream, std::uint32_t)
{
    later([this, stream] {
        const auto found = sinks_.find(stream);
        if (found == sinks_.end())
            return;
        session::ChunkSink* sink = found->second;
        sinks_.erase(found);
        sink->chunk(stream, session::Chunk{exported, true, 1, {}});
    });
}

void FakeSession::cancel(std::variant<Request, Stream> what)
{
    if (const auto* stream = std::get_if<Stream>(&what))
        sinks_.erase(stream->id);
    else
        for (Asked& a : asked)
            a.ended = a.ended || a.id == std::get<Request>(what).id;
}

}  // namespace holdpoint::ui
