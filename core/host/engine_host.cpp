// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/engine_host.h"

#include "core/host/patience.h"
#include "core/store/store_reader.h"

#include <algorithm>

namespace holdpoint::host {
namespace {

constexpr std::array<std::size_t, 4> Places{256, 32'768, 8'192, 8'192};
constexpr Milliseconds LongestNap{200};
constexpr Milliseconds RetryAfterFailure{100};
constexpr Milliseconds LookForRoom{500};
constexpr const char* DiskIsFull = "the disk is full: commands are recorded, nothing else is taken";

bool isCommand(const engine::Input& input)
{
    return std::holds_alternative<engine::CommandInput>(input.body);
}

/// Tells each of those who are there; which they are is known after the engine that holds this was made.
class Tellers final : public engine::Publisher {
public:
    Tellers(engine::Publisher* observer, const std::unique_ptr<Checkpointer>& proof)
        : observer_(observer), proof_(proof)
    {}
    void published(const engine::Batch& batch) override
    {
        if (proof_)
            proof_->published(batch);
        if (observer_ != nullptr)
            observer_->published(batch);
    }
    void stands(const engine::Standing& standing) override
    {
        if (observer_ != nullptr)
            observer_->stands(standing);
    }

private:
    engine::Publisher* observer_;
    const std::unique_ptr<Checkpointer>& proof_;
};

Result<Hash> hashOf(const store::StoreOptions& options, FrameNo number)
{
    auto reader = store::StoreReader::open(options);
    if (!reader)
        return reader.error();
    Result<Hash> hash = Error{Code::NotFound, "frame " + std::to_string(number)};
    auto read = (*reader)->frames(number, number, [&](const store::FrameRow& row) {
        hash = row.hash;
        return true;
    });
    if (!read)
        return read.error();
    return hash;
}

}  // namespace

EngineHost::EngineHost(Options options)
    : options_(std::move(options)),
      rng_(options_.seed),
      publisher_(std::make_unique<Tellers>(options_.publisher, proof_)),
      inbox_(Places)
{}

Result<std::unique_ptr<EngineHost>> EngineHost::start(Options options)
{
    std::unique_ptr<EngineHost> host(new EngineHost(std::move(options)));
    if (auto opened = host->open(); !opened)
        return opened.error();
    host->thread_ = std::thread([raw = host.get()] { raw->run(); });
    return host;
}

Result<> EngineHost::open()
{
    if (options_.store.hasFolder() && !options_.lock.held()) {
        auto lock = patiently(
            [this] { return store::FolderLock::take(options_.store.paths, options_.engine.holder); });
        if (!lock)
            return lock.error();
        options_.lock = std::move(*lock);
    }
    store_ = std::make_unique<store::SqliteStore>(options_.store, std::move(options_.lock));
    auto dispatcher = options_.dispatcher([this](VendorAnswer answer) {
        engine::Input input;
        input.body = std::move(answer);
        // Calls in flight are fewer than the places for answers, so this fails only when the host is going down; then
        // the row stays in the outbox and is asked about at the next start.
        (void)push({std::move(input), {}, true}, InputClass::Answer);
    });
    if (!dispatcher)
        return dispatcher.error();
    dispatcher_ = std::move(*dispatcher);
    engine_ = std::make_unique<engine::Engine>(
        engine::Engine::World{*store_, clock_, rng_, *dispatcher_, *publisher_, noCrash_}, options_.policy,
        options_.engine);
    if (auto started = engine_->start(); !started)
        return started;
    state_.epoch = engine_->lease().epoch;
    state_.frame = engine_->lease().lastFrame;
    state_.seq = engine_->lease().lastSeq;
    startProof();
    return {};
}

void EngineHost::startProof()
{
    if (!options_.store.hasFolder())
        return;
    Checkpointer::Options proof;
    proof.file = options_.checkpoints.empty() ? options_.store.paths.folder / "checkpoints.jsonl"
                                              : options_.checkpoints;
    proof.signer = options_.signer;
    proof_ = std::make_unique<Checkpointer>(std::move(proof), engine_->lease(),
                                            [this](FrameNo frame) { return hashOf(options_.store, frame); });
    state_.proof = proof_->complaint();
    tellStanding();
}

void EngineHost::tellStanding()
{
    const engine::Standing now{engine_->isHalted(), proof_ && proof_->storeChanged(), full_};
    if (now == told_)
        return;
    told_ = now;
    publisher_->stands(now);
}

// The command is in the journal; what it is about lies beside the store, and is told until then.
void EngineHost::takeAcknowledgement(const std::vector<Posted>& batch, const engine::TurnResult& result)
{
    for (const Posted& posted : batch) {
        const auto* command = std::get_if<engine::CommandInput>(&posted.input.body);
        if (command == nullptr || command->what != "acknowledge_alarm" ||
            command->argument != name(AlarmKind::StoreChanged))
            continue;
        for (const engine::Outcome& outcome : result.outcomes)
            // One that is answered from memory was about an earlier warning.
            if (proof_ && outcome.tag == posted.input.tag && !outcome.failed &&
                outcome.disposition != EventDisposition::Duplicate)
                proof_->acknowledge();
    }
}

EngineHost::~EngineHost()
{
    inbox_.close();
    if (thread_.joinable())
        thread_.join();
    dispatcher_.reset();  // its last answers find a closed queue
}

Result<> EngineHost::post(engine::Input input, InputClass cls, Reply reply)
{
    if (full_ && cls >= InputClass::Event)
        return Error{Code::Unavailable, DiskIsFull};
    return push({std::move(input), std::move(reply), false}, cls);
}

// Counted before it can be taken, and until what its turn did can be seen: nobody may find everything at rest meanwhile.
Result<> EngineHost::push(Posted posted, InputClass cls)
{
    ++queued_;
    auto pushed = inbox_.push(std::move(posted), static_cast<std::size_t>(cls));
    if (!pushed)
        --queued_;
    return pushed;
}

void EngineHost::ended(std::size_t inputs)
{
    queued_ -= inputs;
    if (inputs > 0)
        stateChanged_.notify_all();
}

Result<> EngineHost::restart(std::function<void(const Result<>&)> done)
{
    Posted posted;
    posted.restarted = std::move(done);
    return push(std::move(posted), InputClass::Command);
}

void EngineHost::tryRestart(const std::function<void(const Result<>&)>& done)
{
    Result<> started;
    if (engine_->isHalted())
        started = engine_->start();
    if (started)
        runsAgain();
    else
        halted(started.error());  // why it does not run now
    done(started);
}

void EngineHost::runsAgain()
{
    {
        const std::lock_guard lock(stateMutex_);
        state_.halted = false;
        state_.haltReason.clear();
        state_.epoch = engine_->lease().epoch;
        more_ = true;
    }
    tellStanding();
    stateChanged_.notify_all();
}

HostState EngineHost::state() const
{
    const std::lock_guard lock(stateMutex_);
    HostState state = state_;
    state.queued = queued_;
    return state;
}

void EngineHost::waitUntil(const std::function<bool(const HostState&)>& done)
{
    while (true) {
        const HostState seen = state();  // `done` may ask again, so nothing is locked meanwhile
        if (seen.halted || done(seen))
            return;
        std::unique_lock lock(stateMutex_);
        stateChanged_.wait_for(lock, LongestNap);
    }
}

void EngineHost::run()
{
    std::vector<Posted> batch;
    std::size_t taken = 0;
    while (true) {
        ended(taken - kept_.size());
        batch = std::exchange(kept_, {});
        const Milliseconds untilDue = nextDue_ == Never ? LongestNap : nextDue_ - engine_->now();
        const Milliseconds nap = engine_->isHalted() || full_ ? LongestNap
                                 : more_ || !batch.empty()
                                     ? Milliseconds{0}
                                     : std::clamp(untilDue, Milliseconds{0}, LongestNap);
        const std::size_t places =
            options_.engine.inputsPerTurn - std::min(options_.engine.inputsPerTurn, batch.size());
        if (!inbox_.take(batch, places, nap))
            return;
        taken = batch.size();
        for (const Posted& posted : batch)
            if (posted.restarted)
                tryRestart(posted.restarted);
        std::erase_if(batch, [](const Posted& posted) { return static_cast<bool>(posted.restarted); });
        if (engine_->isHalted()) {
            refuse(batch, {Code::Unavailable, "the engine has halted"});
            continue;
        }
        if (full_)
            waitForRoom(batch);
        if (!full_ || !batch.empty())
            runTurn(batch);
    }
}

void EngineHost::runTurn(std::vector<Posted>& batch)
{
    inputs_.clear();
    for (Posted& posted : batch) {
        inputs_.push_back(std::move(posted.input));
        inputs_.back().tag = ++lastTag_;
        if (posted.reply)
            replies_.emplace(lastTag_, posted.reply);
    }
    const auto result = engine_->turn(inputs_);
    for (std::size_t i = 0; i < batch.size(); ++i)
        batch[i].input = std::move(inputs_[i]);
    if (!result) {
        halted(result.error());
        refuse(batch, result.error());
        replies_.clear();
        return;
    }
    if (result->durability == engine::Durability::notCommitted) {
        for (const Posted& posted : batch)
            replies_.erase(posted.input.tag);
        if (store_->lastFailure() == engine::CommitFailure::full)
            return diskFull(batch);
        refuse(batch, {Code::Unavailable, "the frame was not committed"});
        std::this_thread::sleep_for(RetryAfterFailure);  // a full or busy disk does not mend in microseconds
        more_ = true;
        return;
    }
    takeAcknowledgement(batch, *result);
    reply(*result);
    publishState(*result);
}

// What the store keeps in reserve is for what people do: their commands are taken again on it, answers wait in memory, and
// everybody else is told.
void EngineHost::diskFull(std::vector<Posted>& batch)
{
    const bool released = store_->releaseReserve();
    const bool room = !full_.exchange(true) || released;
    lookForRoom_ = clock_.monotonic() + LookForRoom;
    {
        const std::lock_guard lock(stateMutex_);
        state_.full = DiskIsFull;
    }
    tellStanding();
    stateChanged_.notify_all();
    for (Posted& posted : batch)
        if (isCommand(posted.input))
            posted.keep = room;
    refuse(batch, {Code::Unavailable, DiskIsFull});
}

/// Leaves commands in the batch while there is no room; all of it once there is.
void EngineHost::waitForRoom(std::vector<Posted>& batch)
{
    if (clock_.monotonic() >= lookForRoom_) {
        lookForRoom_ = clock_.monotonic() + LookForRoom;
        if (store_->keepReserve()) {
            full_ = false;
            tellStanding();
            const std::lock_guard lock(stateMutex_);
            state_.full.clear();
            return;
        }
    }
    const auto others = std::stable_partition(batch.begin(), batch.end(),
                                              [](const Posted& posted) { return isCommand(posted.input); });
    std::vector<Posted> waiting(std::make_move_iterator(others), std::make_move_iterator(batch.end()));
    batch.erase(others, batch.end());
    refuse(waiting, {Code::Unavailable, DiskIsFull});
}

void EngineHost::reply(const engine::TurnResult& result)
{
    for (const engine::Outcome& outcome : result.outcomes) {
        const auto waiting = replies_.find(outcome.tag);
        if (waiting == replies_.end())
            continue;
        const Reply call = std::move(waiting->second);
        replies_.erase(waiting);
        call(outcome);
    }
}

// Vendors' answers are kept for the next turn; everybody else is told and may come again.
void EngineHost::refuse(std::vector<Posted>& batch, const Error& error)
{
    engine::Outcome outcome;
    outcome.failed = true;
    outcome.code = error.code;
    outcome.detail = error.detail;
    for (Posted& posted : batch) {
        if (posted.keep && !engine_->isHalted())
            kept_.push_back(std::move(posted));
        else if (posted.reply)
            posted.reply(outcome);
    }
}

void EngineHost::publishState(const engine::TurnResult& result)
{
    more_ = result.more;
    nextDue_ = result.nextDue;
    {
        const std::lock_guard lock(stateMutex_);
        state_.frame = engine_->lease().lastFrame;
        state_.seq = engine_->lease().lastSeq;
        state_.openCalls = engine_->gateway().open();
        state_.waitingCalls = engine_->gateway().waiting();
        state_.nextDue = result.nextDue;
        keepProof();
    }
    tellStanding();
    stateChanged_.notify_all();
}

// Signed on the checkpointer's thread; the copies go into the store with its next frame.
void EngineHost::keepProof()
{
    if (!proof_)
        return;
    for (const Checkpoint& made : proof_->take())
        store_->keep(made);
    state_.proof = proof_->complaint();
}

void EngineHost::halted(const Error& error)
{
    {
        const std::lock_guard lock(stateMutex_);
        state_.halted = true;
        state_.haltReason = error.detail;
    }
    tellStanding();
    stateChanged_.notify_all();
}

}  // namespace holdpoint::host
