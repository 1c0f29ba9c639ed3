// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/lab/in_process.h"
#include "core/store/sqlite_store.h"
#include "tests/support/faulty_store.h"
#include "tests/support/memory_disk.h"

#include <climits>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace holdpoint::test {

/// A clock that stands still until it is told.
class ManualClock final : public Clock {
public:
    [[nodiscard]] Instant wall() const override { return wall_; }
    [[nodiscard]] Milliseconds monotonic() const override { return monotonic_; }
    void advance(Milliseconds by)
    {
        wall_ = wall_ + by;
        monotonic_ += by;
    }
    /// The wall clock alone: somebody set it.
    void jump(Milliseconds by) { wall_ = wall_ + by; }
    /// What a clock that nobody sets would show: the vendors'.
    [[nodiscard]] Instant steady() const { return Start + (monotonic_ - Milliseconds{1'000}); }

private:
    static constexpr Instant Start{1'800'000'000'000};  // 2027-01-15T08:00Z
    Instant wall_ = Start;
    Milliseconds monotonic_{1'000};
};

class NoPublisher final : public engine::Publisher {
public:
    void published(const engine::Batch& batch) override
    {
        ++frames;
        if (next != nullptr)
            next->published(batch);
    }
    int frames = 0;
    engine::Publisher* next = nullptr;
};

/// Kills the engine at the nth time it comes by one of its named points.
class PlannedCrash final : public engine::CrashPoint {
public:
    void at(std::string_view point, std::uint64_t nth)
    {
        point_ = point;
        nth_ = nth;
    }
    void reached(std::string_view point) override
    {
        if (point == point_ && ++passed_ == nth_)
            throw CrashNow{};
    }
    [[nodiscard]] std::uint64_t passed() const { return passed_; }

private:
    std::string point_;
    std::uint64_t nth_ = 0;
    std::uint64_t passed_ = 0;
};

/// What a rig is made of; the defaults are three warehouses, payment, no carrier and no shop.
struct RigOptions {
    bool carrier = false;
    bool shop = false;
    bool legacy = false;
    bool payment = true;
    PaymentRule paymentRule = PaymentRule::AnyAuthorised;
    UnknownLines unknownLines = UnknownLines::Hold;
    Milliseconds shipAfter{60'000};  ///< a node's time from acceptance to shipping
    Milliseconds latency{10};
    bool forgetsEarlyCancel = false;  ///< vendors lose a cancel that comes before what it is about
    std::uint64_t seed = 1;
    std::function<void(Policy&, Dictionary&)> adjust{};  ///< last word on the policy
    engine::EngineOptions engine{};
    /// What stands between the engine and its store, or its vendors; the rig itself goes around it.
    std::function<std::unique_ptr<engine::Store>(engine::Store&)> wrapStore{};
    std::function<std::unique_ptr<engine::Dispatcher>(lab::InProcess&)> wrapDispatcher{};
    std::function<void()> onDeath{};  ///< before the next start
    /// Where the store lies; none: on a disk in memory that keeps everything.
    std::optional<store::StoreOptions> disk{};
    std::filesystem::path books{};           ///< of the vendors; empty: in memory
    engine::Publisher* publisher = nullptr;  ///< hears of every frame too, from the first start on
    int patience = INT_MAX;                  ///< turns taken again before it gives up, by a runtime_error
};

struct RigLine {
    int line = 1;
    std::string sku = "HAT";
    int units = 1;
    std::string price = "10.00";
};

/// The real engine on a store in memory, a clock that stands still, and simulated vendors with books of their own that
/// outlive it. One thread. Does what a host and good producers do: a turn that was not committed is taken again; after a
/// death that the store's plan asks for (`CrashNow`) the engine is started again and events and commands are sent again,
/// while answers that were on their way are lost.
class EngineRig {
public:
    explicit EngineRig(RigOptions options = {});
    ~EngineRig();

    /// Starts the engine; after `crash` again, on what is on disk. A death on the way is followed by another start.
    void start();
    /// The process dies: everything in memory is gone, calls on their way arrive nowhere.
    void crash();

    /// The engine stands still, another takes over its store. The caller may let the old one go on.
    [[nodiscard]] std::unique_ptr<engine::Engine> pause();

    [[nodiscard]] engine::Engine& engine() { return *engine_; }
    [[nodiscard]] FaultyStore& store() { return *faulty_; }
    [[nodiscard]] lab::InProcess& vendors() { return *vendors_; }
    [[nodiscard]] ManualClock& clock() { return clock_; }
    [[nodiscard]] PlannedCrash& crashPoint() { return crashPoint_; }
    /// Frames that the publisher has heard of, over all lives.
    [[nodiscard]] int published() const { return publisher_.frames; }
    /// Engine time at which a turn is due without an input, and whether one is due now; as of the last turn.
    [[nodiscard]] Instant nextDue() const { return nextDue_; }
    [[nodiscard]] bool more() const { return more_; }
    /// Somebody else hears of every frame too.
    void tell(engine::Publisher& publisher) { publisher_.next = &publisher; }
    [[nodiscard]] const store::StoreOptions& storeOptions() const
    {
        return options_.disk ? *options_.disk : disk_.options();
    }

    // ── events, as their producers write them ──
    [[nodiscard]] std::string placed(const std::string& number, const std::vector<RigLine>& lines,
                                     const std::string& total = "20.00") const;
    [[nodiscard]] std::string event(const std::string& type, const std::string& number,
                                    const std::string& data, const std::string& id = {},
                                    const std::string& time = {}) const;
    [[nodiscard]] std::string counted(const std::string& node, const std::string& sku, int units,
                                      int version = 1) const;

    [[nodiscard]] std::string authorised(const std::string& number,
                                         const std::string& amount = "20.00") const;
    [[nodiscard]] std::string cancelAsked(const std::string& number) const;
    /// A node says that a leg left; the whole leg.
    [[nodiscard]] std::string shipped(const std::string& number, int leg = 1) const;

    /// A switch of a simulated vendor, for all operations or one.
    void fail(const std::string& vendor, lab::FaultKind kind, std::optional<Operation> operation = {},
              std::int64_t times = -1, bool asks = false);

    /// One event, one turn. The outcome of the event.
    engine::Outcome post(const std::string& bytes, Lane lane = Lane::Live, std::uint32_t batch = 0);
    /// Several inputs in one turn, in this order.
    std::vector<engine::Outcome> turn(std::vector<engine::Input> inputs);
    engine::Outcome command(const std::string& what, EntityId object, const std::string& argument = {},
                            std::uint32_t number = 0, Role role = Role::Engineer);
    /// A command as it is; key and actor are added, and the role of an engineer if it has none.
    engine::Outcome give(engine::CommandInput command);
    /// Stock of a SKU at every node.
    void stockUp(const std::string& sku = "HAT", int units = 100);

    /// Turns, answers and events until nothing happens any more without time going on.
    void settle();
    /// Lets time pass, stopping wherever something is due, and settles there.
    void pass(Milliseconds time);

    // ── what became of it, folded from the store as a reader would ──
    [[nodiscard]] Order order(EntityId id);
    [[nodiscard]] std::vector<StepBody> steps(EntityId id);
    [[nodiscard]] ExceptionItem exception(EntityId orderId);
    [[nodiscard]] Reservation reservation(EntityId id);
    /// Effects of that operation that the vendor's own book holds for an order.
    [[nodiscard]] int inBooks(const std::string& vendor, Operation operation, const std::string& number);
    [[nodiscard]] std::int64_t available(const std::string& node, const std::string& sku);
    [[nodiscard]] std::int64_t onHand(const std::string& node, const std::string& sku);
    [[nodiscard]] std::string codeText(CodeName code) { return engine_->names().text(code); }
    /// Names of the facts of an entity, oldest first, joined by spaces.
    [[nodiscard]] std::string facts(EntityId id);

    EntityId idOf(const std::string& text, const std::string& space = "shop");
    /// Every event that was posted or arrived by webhook, as its producer wrote it.
    [[nodiscard]] const std::vector<std::string>& sent() const { return sent_; }
    /// Deaths and turns taken again so far.
    [[nodiscard]] int crashes() const { return crashes_; }
    [[nodiscard]] int repeats() const { return repeats_; }

private:
    [[nodiscard]] Policy policy(Dictionary& names) const;
    engine::Outcome deliver(engine::CommandInput c);
    void pump();
    void startOnce();
    engine::TurnResult turnUntilDurable(std::vector<engine::Input> inputs);
    void note(const std::vector<engine::Input>& inputs);

    RigOptions options_;
    ManualClock clock_;
    SeededRng rng_;
    NoPublisher publisher_;
    PlannedCrash crashPoint_;
    MemoryDisk disk_;
    std::unique_ptr<store::SqliteStore> sqlite_;
    std::unique_ptr<FaultyStore> faulty_;
    std::unique_ptr<lab::InProcess> vendors_;
    std::unique_ptr<engine::Store> wrappedStore_;
    std::unique_ptr<engine::Dispatcher> wrappedVendors_;
    std::unique_ptr<engine::Engine> engine_;
    bool more_ = false;
    Instant nextDue_ = Never;
    mutable int eventNumber_ = 0;
    int commandNumber_ = 0;
    int crashes_ = 0;
    int repeats_ = 0;
    std::vector<std::string> sent_;
};

}  // namespace holdpoint::test
