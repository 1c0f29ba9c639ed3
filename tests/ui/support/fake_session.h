// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/session.h"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace holdpoint::ui {

/// A session whose engine is the test. It records what was asked of it, and the test pushes snapshots, deltas, receipts
/// and answers. Everything is delivered through the executor, so later, as the real one does. Not thread-safe.
class FakeSession final : public session::Session {
public:
    explicit FakeSession(session::Executor executor) : executor_(std::move(executor)) {}

    struct Submitted {
        session::RequestId id = 0;
        session::Command command;
        session::ReceiptSink* sink = nullptr;
    };
    struct Watched {
        session::WatchId id = 0;
        session::Query query;
        session::Window window;
        session::UpdateSink* sink = nullptr;
        bool ended = false;
        int accepts = 0;
    };
    struct Asked {
        session::RequestId id = 0;
        session::Question question;
        session::AnswerSink* sink = nullptr;
        bool ended = false;
    };

    std::vector<Submitted> submitted;
    std::vector<Watched> watches;  ///< in the order they were made, ended ones too
    std::vector<Asked> asked;
    session::LinkState linkState{
        session::LinkState::State::Connected, "test engine", "0.1.0", {}, {}, 1, 1, false, {}};

    /// Called with each new watch, window and question: a test that only wants data gives them here.
    std::function<void(FakeSession&, const Watched&)> onWatch;
    std::function<void(FakeSession&, const Asked&)> onAsk;

    /// The newest living watch of that list; null: there is none.
    [[nodiscard]] Watched* watchOf(session::List list);
    void push(session::WatchId watch, session::Update update);
    /// To every living watch of that list.
    void pushAll(session::List list, const session::Update& update);
    /// One result: `rows` are all of them, the window is cut out.
    template <typename Row>
    void pushRows(session::List list, session::ResultId result, const std::vector<Row>& rows);
    void pushBoard(const session::Board& board, Instant at);
    /// Of the newest command unless told.
    void receipt(CommandState state, Instant at, Code code = Code::InvalidArgument, std::string detail = {},
                 std::vector<Role> whoCan = {});
    void answer(session::RequestId request, session::Answer answer);
    /// The newest question of that kind that is open; null: there is none.
    template <typename Question>
    [[nodiscard]] const Asked* openQuestion() const;

    session::RequestId submit(const session::Command& command, session::ReceiptSink& sink) override;
    session::WatchId watch(const session::Query& query, session::Window first,
                           session::UpdateSink& sink) override;
    void adjust(session::WatchId watch, session::Window window) override;
    void accept(session::WatchId watch) override;
    void unwatch(session::WatchId watch) override;
    session::RequestId ask(const session::Question& question, session::AnswerSink& sink) override;
    session::StreamId open(const session::StreamRequest& request, session::ChunkSink& sink) override;
    void more(session::StreamId stream, std::uint32_t chunks) override;
    void cancel(std::variant<Request, Stream> what) override;
    [[nodiscard]] session::LinkState link() const override { return linkState; }

    /// What an export gets, in one chunk.
    std::string exported = "id\n";
    std::vector<session::StreamRequest> streams;

private:
    [[nodiscard]] Watched* find(session::WatchId id);

    /// As the real one: what has not arrived when the session ends never does.
    template <typename F>
    void later(F call)
    {
        executor_([there = std::weak_ptr<int>(there_), call = std::move(call)] {
            if (!there.expired())
                call();
        });
    }

    session::Executor executor_;
    std::shared_ptr<int> there_ = std::make_shared<int>();
    std::map<session::StreamId, session::ChunkSink*> sinks_;
    std::uint64_t lastId_ = 0;
};

template <typename Row>
void FakeSession::pushRows(session::List list, session::ResultId result, const std::vector<Row>& rows)
{
    for (const Watched& watch : std::vector<Watched>(watches)) {
        if (watch.ended || watch.query.list != list)
            continue;
        session::Snapshot snapshot;
        snapshot.result = result;
        snapshot.total = rows.size();
        snapshot.window.first = std::min(watch.window.first, rows.size());
        snapshot.window.count = std::min(watch.window.count, rows.size() - snapshot.window.first);
        const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(snapshot.window.first);
        snapshot.rows = std::vector<Row>(begin, begin + static_cast<std::ptrdiff_t>(snapshot.window.count));
        push(watch.id, snapshot);
    }
}

template <typename Question>
const FakeSession::Asked* FakeSession::openQuestion() const
{
    for (auto i = asked.rbegin(); i != asked.rend(); ++i)
        if (!i->ended && std::holds_alternative<Question>(i->question))
            return &*i;
    return nullptr;
}

}  // namespace holdpoint::ui
