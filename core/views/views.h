// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/ports.h"
#include "core/session/session.h"
#include "core/store/store_options.h"
#include "core/views/integrations.h"

#include <atomic>
#include <memory>

/// The read side: what people see of a store while its engine writes it.
namespace holdpoint::views {

class ViewSession;

struct ViewsOptions {
    store::StoreOptions store;
    std::size_t requests = 1024;  ///< of all callers, waiting
    std::size_t changes =
        4096;  ///< frames waiting; when there are more the board is read again and watchers get a Gap
    PolicyMaker policy{};          ///< the engine's; empty: nothing is known of integrations
    const Clock* clock = nullptr;  ///< dates what a quiet launch board says; null: the machine's. Thread-safe
};

/// Owns two reader threads: one keeps the queue's board and answers watches, the other scans, exports and answers
/// questions. Made before the engine, so that it can be its publisher; starts once the store is there; outlives its
/// sessions and the engine.
class Views final : public engine::Publisher {
public:
    explicit Views(ViewsOptions options);
    ~Views() override;
    Views(const Views&) = delete;
    Views& operator=(const Views&) = delete;

    /// Errors: those of `StoreReader::open`.
    Result<> start();
    /// Ends the threads; nothing is answered any more.
    void stop();

    /// Engine thread: copies what lists need.
    void published(const engine::Batch& batch) override;
    void stands(const engine::Standing& standing) override;

    /// The read part of a session for one caller, whose sinks are called through `executor`. Any thread.
    [[nodiscard]] std::unique_ptr<ViewSession> session(session::Executor executor);
    /// Of the newest frame that was published, or of the store at the start. Any thread.
    [[nodiscard]] session::AsOf asOf() const;

    /// The frozen objects of a result of exceptions or orders, each with the version it had then; none if it is unknown,
    /// forgotten, or one of groups. Any thread.
    [[nodiscard]] std::vector<std::pair<EntityId, Version>> objectsOf(session::ResultId result) const;

private:
    friend class ViewSession;
    struct Parts;

    std::unique_ptr<Parts> parts_;
};

/// What `session::Session` says of its functions of the same names. One caller's thread.
class ViewSession {
public:
    ~ViewSession();
    ViewSession(const ViewSession&) = delete;
    ViewSession& operator=(const ViewSession&) = delete;

    session::WatchId watch(const session::Query& query, session::Window first, session::UpdateSink& sink);
    void adjust(session::WatchId watch, session::Window window);
    void accept(session::WatchId watch);
    void unwatch(session::WatchId watch);
    session::RequestId ask(const session::Question& question, session::AnswerSink& sink);
    session::StreamId open(const session::StreamRequest& request, session::ChunkSink& sink);
    void more(session::StreamId stream, std::uint32_t chunks);
    void cancel(std::variant<session::Session::Request, session::Session::Stream> what);

private:
    friend class Views;
    struct State;
    ViewSession(Views::Parts& parts, session::Executor executor);

    std::unique_ptr<State> state_;
};

}  // namespace holdpoint::views
