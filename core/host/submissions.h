// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/engine_host.h"
#include "core/host/receipt_clock.h"
#include "core/host/traffic.h"
#include "core/session/session.h"
#include "core/views/outlet.h"

#include <map>
#include <memory>
#include <mutex>

namespace holdpoint::host {

/// The commands of one caller and where they stand. Receipts go through the caller's executor. A bulk command is one
/// command of the engine for every object, keyed `<key>/<n>`, a few at a time so that others find room. Thread-safe; held
/// by a shared pointer, because the engine's replies may come after the caller has gone.
class Submissions : public std::enable_shared_from_this<Submissions> {
public:
    struct World {
        EngineHost& engine;
        Traffic& traffic;
        const Clock& clock;
        std::function<session::AsOf()> asOf;
    };
    static constexpr std::size_t AtOnce = 32;     ///< commands of a bulk that wait in the engine's queue
    static constexpr std::size_t TellEvery = 64;  ///< objects between two receipts of a bulk
    static constexpr std::string_view NothingToMeasure = "nothing_to_measure";

    Submissions(World world, session::Executor executor)
        : world_(std::move(world)), executor_(std::move(executor))
    {}

    void submit(session::RequestId id, session::Command command, session::ReceiptSink& sink);
    /// The sink is called no more; the command goes on.
    void forget(session::RequestId id);
    /// What time alone changes; to be called about ten times a second while `waits`.
    void tick();
    [[nodiscard]] bool waits() const;
    /// Nobody listens any more.
    void end();

private:
    struct Open {
        session::RequestId id = 0;
        session::Command command;
        session::ReceiptSink* sink = nullptr;
        std::shared_ptr<views::Outlet> outlet;
        ReplyClock clock{Milliseconds{0}};
        session::Receipt receipt;
        std::optional<IntakeProof> proof;
        Traffic::Counts before;  ///< when it became effective
        bool counts = false;     ///< traffic is counted for it
        bool over = false;
        std::size_t next = 0;  ///< of a bulk: objects sent so far
        std::size_t answered = 0;
    };

    void tell(Open& open, CommandState state, bool last);
    void refuse(Open& open, const Error& error);
    void send(session::RequestId id, Open& open);
    void sendMore(session::RequestId id, Open& open);
    void replied(session::RequestId id, const engine::Outcome& outcome);
    void repliedOne(session::RequestId id, std::size_t n, const engine::Outcome& outcome);
    void effective(Open& open);
    void look(Open& open, Milliseconds now);
    void close(Open& open);
    void forgetEnded();

    World world_;
    session::Executor executor_;
    mutable std::mutex mutex_;
    std::map<session::RequestId, Open> open_;
};

}  // namespace holdpoint::host
