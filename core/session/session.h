// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/command.h"
#include "core/session/query.h"
#include "core/session/question.h"
#include "core/session/stream.h"

#include <functional>
#include <variant>

namespace holdpoint::session {

/// Runs something on the caller's thread, in the order given, later: never inside the call. Thread-safe; the sinks of a
/// session are called through it.
using Executor = std::function<void(std::function<void()>)>;

/// How the session stands to its engine.
struct LinkState {
    enum class State : std::uint8_t { Connecting, Connected, Disconnected, Refused };
    State state = State::Disconnected;
    std::string engine;   ///< its identity
    std::string version;  ///< of its program
    Milliseconds clockOffset{0};
    AsOf asOf;
    std::size_t partitionsHeld = 0;
    std::size_t partitions = 0;
    bool readOnly = false;
    std::string
        detail;  ///< why not connected; connected: what is wrong with the store or its proof, empty if nothing
};

/// Local and remote alike. Every call returns at once; sinks are called on the caller's executor, in order, never inside
/// the call. A sink must live until its request ends, is cancelled or unwatched. One caller's thread.
class Session {
public:
    virtual ~Session() = default;

    /// requested, then accepted | refused, effective, verified | unknown. The same key asks again.
    virtual RequestId submit(const Command& command, ReceiptSink& sink) = 0;
    /// A Snapshot of the first window, then Deltas, Age, Gap; Failed ends it.
    virtual WatchId watch(const Query& query, Window first, UpdateSink& sink) = 0;
    /// Another window of the same result: a Snapshot with the same `result`.
    virtual void adjust(WatchId watch, Window window) = 0;
    /// Brings waiting rows in: a Snapshot with a new `result`.
    virtual void accept(WatchId watch) = 0;
    /// No update comes after this.
    virtual void unwatch(WatchId watch) = 0;
    virtual RequestId ask(const Question& question, AnswerSink& sink) = 0;
    virtual StreamId open(const StreamRequest& request, ChunkSink& sink) = 0;
    /// Credit: nothing is sent without it.
    virtual void more(StreamId stream, std::uint32_t chunks) = 0;
    /// Reads stop within 100 ms and call their sink no more. A submitted command cannot be cancelled; its job can, by
    /// command.
    struct Request {
        RequestId id = 0;
    };
    struct Stream {
        StreamId id = 0;
    };
    virtual void cancel(std::variant<Request, Stream> what) = 0;
    [[nodiscard]] virtual LinkState link() const = 0;

protected:
    Session() = default;
    Session(const Session&) = default;
    Session& operator=(const Session&) = default;
};

}  // namespace holdpoint::session
