// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/entities.h"
#include "core/engine/gateway.h"
#include "core/engine/input.h"
#include "core/engine/intake.h"
#include "core/engine/key_memory.h"
#include "core/engine/ports.h"
#include "core/engine/store.h"
#include "core/flow/assignment.h"
#include "core/flow/order.h"
#include "core/flow/rollout.h"
#include "core/flow/rollout_desk.h"
#include "core/flow/rollout_meter.h"
#include "core/flow/shadow_book.h"
#include "core/flow/stock.h"

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace holdpoint::engine {

/// The space of the keys that commands are given.
inline constexpr std::string_view CommandSpace = "command";

struct EngineOptions {
    PartitionId partition = 0;
    std::string holder = "engine";
    std::size_t inputsPerTurn = 512;
    std::size_t ordersInMemory = 60'000;
    std::uint32_t sampleBodies = 1000;  ///< one raw body in so many is kept; 0 = none
};

struct TurnResult {
    FrameNo frame = 0;  ///< 0: nothing happened, nothing was written
    Durability durability = Durability::durable;
    std::vector<Outcome> outcomes;
    Instant nextDue = Never;  ///< engine time at which a turn is due without an input
    bool more = false;        ///< there is work left now
};

/// One partition: takes inputs, decides, commits one frame a turn, and only then answers, sends and publishes. One thread,
/// the caller's; everything outside is a constructor argument and must outlive the engine.
class Engine {
public:
    struct World {
        Store& store;
        const Clock& clock;
        Rng& rng;
        Dispatcher& dispatcher;
        Publisher& publisher;
        CrashPoint& crash;
    };

    /// Makes the policy from the dictionary of the store, because its names are numbers of that.
    using PolicyMaker = std::function<Policy(Dictionary&)>;

    Engine(World world, PolicyMaker policy, EngineOptions options = {});
    ~Engine();

    [[nodiscard]] const Dictionary& names() const noexcept { return names_; }
    [[nodiscard]] const Policy& policy() const noexcept { return policy_; }

    /// Becomes the holder and restores what must be in memory. Every outbox row is asked about or sent again with its key.
    /// Also after a halt. Errors: those of `Store::acquire`, and InvalidArgument for a policy that keeps keys too shortly.
    Result<> start();

    /// Who measures gates for the rollout, and knows of the world around it. Not owned; must outlive the engine.
    void measuredBy(flow::GateSource& source) { gateSources_.push_back(&source); }

    /// One turn over at most `inputsPerTurn` inputs, deadlines that are due, and what waits inside. On
    /// `notCommitted` nothing of it happened: the caller keeps its inputs. Errors: the engine has halted; reads go on,
    /// `start` goes on from what is on disk. OutcomeUnknown: nobody knows whether the inputs were taken; their keys tell
    /// after the next start.
    Result<TurnResult> turn(std::span<Input> inputs);

    [[nodiscard]] bool isHalted() const noexcept { return halted_; }
    [[nodiscard]] Instant now() { return time_ ? time_->now() : Instant{}; }
    [[nodiscard]] const Lease& lease() const noexcept { return lease_; }
    [[nodiscard]] const Entities& entities() const noexcept { return entities_; }
    [[nodiscard]] const Gateway& gateway() const noexcept { return gateway_; }
    [[nodiscard]] bool intakeOpen() const noexcept { return intakeOpen_; }
    /// The figures of the rollout, of all durable frames.
    [[nodiscard]] const flow::RolloutMeter& meter() const noexcept { return meter_; }
    /// Can orders be given to legacy: is one configured, and does its breaker let calls out?
    [[nodiscard]] bool legacyHealthy() const;
    /// Null: nobody ever gave a command to it.
    [[nodiscard]] const flow::Rollout* rollout() const noexcept { return rollout_; }
    /// What decides about the rollout besides itself, as far as this engine and its sources know it.
    [[nodiscard]] flow::RolloutWorld rolloutWorld();
    [[nodiscard]] flow::GateReadings gateReadings();
    /// The days of the shadow, and what keeps a rollout in it.
    [[nodiscard]] const flow::ShadowBook& shadow() const noexcept { return shadow_; }

private:
    struct Pending {  // of the frame: what leaves once it is durable
        std::vector<EffectRequest> planned;
        std::vector<Dispatch> again;
        std::vector<OutboxId> answered;
        std::vector<Outcome> outcomes;

        void clear();
    };

    void begin(std::size_t inputs);
    Result<> work(std::span<Input> inputs);
    Result<> routeEvents(std::span<Input> inputs);
    Result<> resolveWanted();
    Result<> take(Input& input, Intaken& taken);
    Result<> takeEvent(const Input& input, const EventBytes& bytes, Intaken& taken);
    Result<> takeOrderEvent(const Input& input, const EventBytes& bytes, Event event);
    Result<> takeNodeEvent(const Input& input, const Event& event);
    Result<> takeAnswer(const VendorAnswer& answer);
    Result<> takeCommand(const Input& input, const CommandInput& command);
    Result<> replayCommand(const Input& input, EntityId known, const CommandReceived& again);
    [[nodiscard]] CommandReceived received(const CommandInput& command);
    /// A command that may have been done before is not done when nobody can know that any more.
    [[nodiscard]] bool isInTime(const CommandInput& command) const;
    Result<> purgeKeys(const Input& input, const PurgeKeys& purge);
    enum class KeyAge : std::uint8_t { Gone, Young, Open, Old };
    Result<KeyAge> ageOf(EntityId command, const CommandReceived& said, Instant at);
    Result<Instant> endOf(EntityId object);
    Result<> takeJob(const Input& input, const StartJob& start);
    Result<> endJob(const Input& input, const EndJob& end);
    void takeRefusal(const Input& input, const RefusedInput& refused);
    Result<> moveJobs();

    Result<> act(const CommandInput& command);
    Result<> mustBeAsSeen(const CommandInput& command);
    Result<> mayRetry(const CommandInput& command);
    Result<> actOnOrder(const OrderCommand& command, EntityId id);
    Result<> actOnException(const OrderCommand& command, EntityId id);
    Result<> setIntake(const CommandInput& command, bool open);
    Result<Slot<flow::Rollout>*> theRollout();
    Result<Slot<flow::Rollout>*> makeRollout();
    Result<> restoreRollout();
    void tellShadow();
    /// The router as the rollout says now; null while none decides.
    [[nodiscard]] IntakeRouter* router();
    Result<> actOnRollout(const CommandInput& command);
    Result<> lookAtRollout(bool isDue);
    void keepRollout(Slot<flow::Rollout>& slot);
    [[nodiscard]] std::optional<Milliseconds> longestOpenBreaker();

    Result<> fireDue();
    Result<> sweep();
    Result<> releaseWaiting();
    Result<> deliverMessages();
    Result<> deliver(const Message& message);
    Result<> deliverOne(const ReserveStock& message);
    Result<> deliverOne(const ConsumeStock& message);
    Result<> deliverOne(const ReleaseStock& message);
    Result<> deliverOne(const StockAnswer& message);
    Result<> deliverOne(const RestockUnits& message);
    Result<> deliverOne(const RaiseException& message);
    Result<> deliverOne(const EndException& message);
    Result<> deliverOne(const SideDecided& message);
    Result<> deliverOne(const CallEscaped& message);

    // engine_shadow.cpp
    Result<> restoreShadow();
    Result<Slot<flow::ShadowRules>*> theShadow();
    Result<Slot<flow::ShadowRules>*> makeShadow(EntityId first);
    Result<> restorePages();
    Result<> restoreDifferences(std::uint64_t firstSerial);
    template <typename Act>
    Result<> onDifference(EntityId order, Act act);
    Result<> differenceDue(EntityId id);
    void keepShadow(Slot<flow::Difference>& slot, Seq before);
    void keepShadow(Slot<flow::ShadowRules>& slot, Seq before);
    Result<> actOnShadow(const CommandInput& command);
    Result<FactBody> verdictOf(const CommandInput& command);
    Result<FactBody> normalRuleOf(const CommandInput& command);
    Result<> sealDays();
    Result<> sealDay(std::int64_t day);
    void stopLeaks(const Order& order);
    void followRollout(const flow::Rollout& rollout);

    template <typename M>
    using ReservationEnd = void (*)(Reservation&, const M&, const flow::StockTurn&, Change&);
    template <typename M>
    Result<> endReservation(const M& message, ReservationEnd<M> end);

    /// Empties what the next decision writes into.
    void beginChange()
    {
        change_.clear();
        change_.step.at = frame_.now();
    }
    template <typename T>
    bool keep(Slot<T>& slot, Seq before);
    void countArms(const Order& order);
    void measure(const Batch& batch);
    Result<> restoreMeter();
    Result<> nameDifference(const Order& order, const Event& event);
    void countEvent(ProducerName producer, const StepBody& step, const std::vector<SeenEvent>& parkedBefore);
    void note(const Input& input, EntityId entity, const StepBody& step, Seq seq);
    void findable(const Event& event, const Order& order, bool isNew);
    Result<bool> mayLeave(const EffectRequest& request);

    Result<TurnResult> commit();
    TurnResult complete(const Batch& batch);
    Result<TurnResult> recover(Durability durability, const Batch& batch);
    Result<> restore();
    Result<> resumeOutbox();
    Result<> resume(EffectRequest request);
    void schedule(TurnResult& result) const;
    Error halt(Error error);

    [[nodiscard]] EntityId newId(std::string_view rootKey, EntityKind kind);
    [[nodiscard]] int slotOfNode(NodeName node);
    [[nodiscard]] flow::Turn orderTurn();
    [[nodiscard]] flow::StockTurn stockTurn();
    Result<EntityId> lookUp(ProducerName space, std::string_view text);
    void newKey(ProducerName space, std::string_view text, EntityId id);

    World world_;
    PolicyMaker makePolicy_;
    EngineOptions options_;
    Dictionary names_;
    Policy policy_;
    Intake intake_;
    Gateway gateway_;
    Entities entities_;
    Frame frame_;
    Lease lease_;
    std::optional<EngineTime> time_;
    std::uint64_t serial_ = 0;
    bool halted_ = true;
    bool intakeOpen_ = true;
    const flow::Rollout* rollout_ = nullptr;  // the engine's one, once somebody gave it a command
    flow::Assignment assignment_;
    Seq assignedBy_ = 0;  // step of the rollout that `assignment_` knows
    std::vector<flow::GateSource*> gateSources_;
    flow::RolloutWatch rolloutWatch_;
    Instant rolloutDue_ = Never;
    std::map<std::string, Instant> acted_;  // last command by person, in this life
    std::map<VendorName, Instant> breakersOpen_;
    std::optional<EntityId> sweepAfter_;
    std::optional<EntityId> sweepFrom_;  // where it stood before this turn
    std::uint64_t sweepTag_ = 0;
    std::uint64_t sampled_ = 0;

    Change change_;
    std::vector<flow::ArmCount> armCounts_;
    flow::RolloutMeter meter_;      // of what is durable
    std::span<const Role> whoCan_;  // of the command that is being refused for want of a right
    Pending pending_;
    std::deque<Message> messages_;
    std::vector<Intaken> taken_;
    std::vector<KeyRow> wanted_;
    std::vector<EntityId> found_;
    KeyMemory keys_;
    flow::ShadowBook shadow_;
    bool mirroring_ = false;  // what stays with legacy is decided here too
    bool pairing_ = false;    // what is ours is compared with legacy
    Phase shadowPhase_ = Phase::Shadow;
    std::map<std::uint32_t, int>
        nodeSlots_;  // node number → slot of its reservations: worth remembering, it is a SHA-256
    std::map<EntityId, std::uint64_t> jobPositions_;
    struct NewCommand {
        CommandReceived received;
        CommandMoved moved;
    };
    std::map<EntityId, NewCommand> newCommands_;  // of this turn: not in the store yet
    std::vector<VendorAnswer> unknowable_;        // rows of a restart that nobody can be asked about
    Surroundings around_;
};

}  // namespace holdpoint::engine
