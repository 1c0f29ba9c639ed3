// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/bounded_queue.h"
#include "core/engine/engine.h"
#include "core/host/checkpointer.h"
#include "core/store/sqlite_store.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace holdpoint::host {

/// What an observer may know of a running engine; a copy.
struct HostState {
    FrameNo frame = 0;
    Seq seq = 0;
    std::size_t queued = 0;        ///< inputs that wait, or whose turn has not ended
    std::size_t openCalls = 0;     ///< rows of the outbox
    std::size_t waitingCalls = 0;  ///< of these, kept back by a breaker or a retry budget
    Instant nextDue = Never;
    std::uint64_t epoch = 0;  ///< of the lease: rises with every start
    bool halted = false;
    std::string haltReason;
    std::string
        proof;  ///< one sentence when the store and its checkpoints do not agree, or none can be written
    std::string full;  ///< one sentence while the disk is full: commands are recorded, nothing else is taken
};

/// Runs one engine on a thread of its own. Everything public may be called from any thread and returns at once, except
/// `start`, `stop` and the destructor.
class EngineHost {
public:
    /// Commands first, then vendors' answers, then live events, then replays.
    enum class InputClass : std::uint8_t { Command, Answer, Event, Bulk };
    using Reply = std::function<void(const engine::Outcome&)>;
    using AnswerSink = std::function<void(VendorAnswer)>;
    using DispatcherMaker = std::function<Result<std::unique_ptr<engine::Dispatcher>>(AnswerSink)>;

    struct Options {
        store::StoreOptions store;
        engine::EngineOptions engine;
        engine::Engine::PolicyMaker policy;
        DispatcherMaker dispatcher;
        engine::Publisher* publisher =
            nullptr;             ///< hears every frame, on the engine thread; outlives the host
        std::uint64_t seed = 1;  ///< of retry jitter
        store::FolderLock
            lock;  ///< of the store's folder, from whoever had to hold it before; else it is taken
        std::filesystem::path
            checkpoints;  ///< the second place; empty: `checkpoints.jsonl` in the store's folder
        std::shared_ptr<Signer> signer;  ///< null: a key file beside the second place
    };

    /// Becomes the holder of the store and starts the thread. Waits up to 3 s for a holder that is just going away.
    /// Errors: those of `Store::acquire`, and the dispatcher's.
    static Result<std::unique_ptr<EngineHost>> start(Options options);
    /// Ends the thread after the turn it is in; calls that are out are asked about at the next start.
    ~EngineHost();

    /// `reply` is called once on the engine thread, when the frame of the input is durable or the input failed.
    /// Errors: Unavailable when the class is full or the engine has halted, or, for events and replays, while the disk is
    /// full; `reply` is not called then. On a full disk commands go on, on the room that the store keeps for them.
    Result<> post(engine::Input input, InputClass cls, Reply reply = {});

    /// After a halt: goes on from what is on disk. `done` is called once on the engine thread, with the error if it stays
    /// halted; at once with no error if it had not halted. Errors of the call: Unavailable (going down).
    Result<> restart(std::function<void(const Result<>&)> done);

    [[nodiscard]] HostState state() const;
    /// Waits until nothing is queued and no call is open, or `done` says so after a look at the state. For programs
    /// without a window only.
    void waitUntil(const std::function<bool(const HostState&)>& done);

private:
    struct Posted {
        engine::Input input;
        Reply reply;
        bool keep = false;                                 ///< must not be lost: a vendor's answer
        std::function<void(const Result<>&)> restarted{};  ///< not an input: start again
    };

    explicit EngineHost(Options options);
    Result<> push(Posted posted, InputClass cls);
    void ended(std::size_t inputs);
    Result<> open();
    void startProof();
    void keepProof();
    void run();
    void runTurn(std::vector<Posted>& batch);
    void diskFull(std::vector<Posted>& batch);
    void waitForRoom(std::vector<Posted>& batch);
    void reply(const engine::TurnResult& result);
    void refuse(std::vector<Posted>& batch, const Error& error);
    void publishState(const engine::TurnResult& result);
    void halted(const Error& error);
    void tellStanding();
    void takeAcknowledgement(const std::vector<Posted>& batch, const engine::TurnResult& result);
    void tryRestart(const std::function<void(const Result<>&)>& done);
    void runsAgain();

    Options options_;
    SystemClock clock_;
    SeededRng rng_;
    std::unique_ptr<store::SqliteStore> store_;
    std::unique_ptr<engine::Publisher> publisher_;
    engine::CrashPoint noCrash_;
    BoundedQueue<Posted, 4> inbox_;
    std::atomic<std::size_t> queued_ = 0;
    std::unique_ptr<engine::Dispatcher> dispatcher_;
    std::unique_ptr<engine::Engine> engine_;
    std::unique_ptr<Checkpointer> proof_;               // null for a store without a folder
    std::unordered_map<std::uint64_t, Reply> replies_;  // lookup only; engine thread
    std::vector<Posted> kept_;                          // answers of a frame that was not committed
    std::vector<engine::Input> inputs_;
    std::uint64_t lastTag_ = 0;
    bool more_ = true;
    std::atomic<bool> full_ = false;  // the disk
    Milliseconds lookForRoom_{0};     // when, by the monotonic clock
    Instant nextDue_;
    mutable std::mutex stateMutex_;
    std::condition_variable stateChanged_;
    HostState state_;
    engine::Standing told_;  // engine thread
    std::thread thread_;
};

}  // namespace holdpoint::host
