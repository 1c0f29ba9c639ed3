// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/submissions.h"
#include "core/views/views.h"

#include <condition_variable>
#include <thread>

namespace holdpoint::host {

/// The session of a caller in the process of its engine. Reading is the views'; a command goes to the engine, and its
/// receipts say when it is durable, for a stop of intake also whether traffic proves it. Commands that were submitted go on
/// when their sinks have gone; those of a bulk that were not sent yet end with the session.
class LocalSession final : public session::Session {
public:
    /// All must outlive the session. The engine's publisher is `traffic`, whose next is `views`.
    struct Parts {
        EngineHost& engine;
        views::Views& views;
        Traffic& traffic;
        const Clock& clock;
        std::string name;     ///< of the engine: its folder
        std::string version;  ///< of the program
    };

    LocalSession(Parts parts, session::Executor executor);
    ~LocalSession() override;

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
    [[nodiscard]] session::LinkState link() const override;

private:
    void keepTime();

    Parts parts_;
    std::unique_ptr<views::ViewSession> reading_;
    std::shared_ptr<Submissions> submissions_;
    session::RequestId lastCommand_;
    std::mutex timeMutex_;
    std::condition_variable timeChanged_;
    bool stopping_ = false;
    std::thread time_;
};

}  // namespace holdpoint::host
