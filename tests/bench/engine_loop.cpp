// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/engine_loop.h"

#include "core/engine/engine.h"
#include "core/store/sqlite_store.h"
#include "tests/bench/w1_events.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <thread>

namespace holdpoint::bench {
namespace {

constexpr std::size_t InputsPerTurn = 512;
constexpr std::int64_t UnitsOfEach = 20'000;  // of 500 SKUs at 5 nodes: enough for millions of orders

[[noreturn]] void stop(const std::string& why)
{
    std::fprintf(stderr, "engine loop: %s\n", why.c_str());
    std::exit(1);
}

/// An order on its way.
struct Flight {
    std::uint64_t n = 0;
    double started = 0;
    std::string number, node;
};

class Workload final : public engine::Dispatcher, public engine::Publisher {
public:
    Workload(std::uint64_t orders, const LoopOptions& options);

    /// Fills `turn` with what may be taken now; empty: nothing before `nextArrival`.
    void next(std::vector<engine::Input>& turn);
    /// The turn that took these inputs is durable.
    void taken(const std::vector<engine::Input>& turn, const std::vector<engine::Outcome>& outcomes);
    [[nodiscard]] double nextArrival() const;

    void dispatch(const VendorCall& call) override;
    void published(const engine::Batch& batch) override;

    /// Stock is there: what is counted starts now.
    void begin();

    std::uint64_t ended = 0, rows = 0, frames = 0, shipCalls = 0, captureCalls = 0;
    double stubSeconds = 0;  ///< inside turns
    Measure measure;

private:
    void place();
    void end(EntityId order);
    [[nodiscard]] std::uint64_t flightOf(const VendorCall& call);
    void send(std::string bytes, std::uint64_t flight);

    std::uint64_t orders_;
    LoopOptions options_;
    double start_ = 0;
    std::uint64_t placed_ = 0;
    Instant time_;  // of this turn's events, and as text
    std::string now_;
    std::deque<engine::Input> queue_;
    std::vector<Flight> flights_;
    std::vector<std::uint64_t> free_;
    std::unordered_map<std::string, std::uint64_t>
        byNumber_;  // lookup only: until the engine has named the order
    std::unordered_map<EntityId, std::uint64_t> byOrder_;  // lookup only
};

Workload::Workload(std::uint64_t orders, const LoopOptions& options)
    : orders_(orders), options_(options), flights_(options.inFlight)
{
    for (std::uint64_t i = options.inFlight; i-- > 0;)
        free_.push_back(i);
}

void Workload::begin()
{
    rows = frames = 0;
    stubSeconds = 0;
    start_ = monotonicSeconds();
    measure = {};
}

void Workload::send(std::string bytes, std::uint64_t flight)
{
    engine::Input& input = queue_.emplace_back();
    input.tag = flight;
    input.body = engine::EventBytes{std::move(bytes), Lane::Live, 0};
}

double Workload::nextArrival() const
{
    return options_.ordersPerSecond > 0 ? start_ + static_cast<double>(placed_) / options_.ordersPerSecond
                                        : 0;
}

void Workload::place()
{
    const double now = monotonicSeconds();
    while (placed_ < orders_ && !free_.empty() && nextArrival() <= now) {
        const std::uint64_t at = free_.back();
        free_.pop_back();
        Flight& flight = flights_[at];
        // An order that waits at the door has begun: a slow engine must not make its own load lighter.
        flight.started = options_.ordersPerSecond > 0 ? nextArrival() : now;
        flight.n = placed_++;
        flight.number = orderNumber(flight.n, options_.randomNumbers);
        byNumber_[flight.number] = at;
        std::string bytes = placed(flight.n, flight.number, now_);
        if (flight.n % 20 == 0)
            send(bytes, at);
        send(std::move(bytes), at);
    }
}

void Workload::next(std::vector<engine::Input>& turn)
{
    time_ = SystemClock().wall();
    now_ = toText(time_);
    place();
    turn.clear();
    for (; turn.size() < InputsPerTurn && !queue_.empty(); queue_.pop_front())
        turn.push_back(std::move(queue_.front()));
}

void Workload::taken(const std::vector<engine::Input>& turn, const std::vector<engine::Outcome>& outcomes)
{
    for (const engine::Outcome& outcome : outcomes)
        if (outcome.disposition == EventDisposition::Refused || outcome.failed)
            stop("an input was refused: " + outcome.rule + " " + outcome.where + " " + outcome.detail);
    for (const engine::Input& input : turn)
        if (const auto* answer = std::get_if<VendorAnswer>(&input.body);
            answer && answer->ref.operation == Operation::Ship) {
            const Flight& flight = flights_[input.tag];
            send(shipped(flight.n, flight.number, flight.node, now_), input.tag);
        }
}

std::uint64_t Workload::flightOf(const VendorCall& call)
{
    const auto unnamed = byNumber_.find(call.orderNumber);
    if (unnamed == byNumber_.end())
        return byOrder_.at(call.order);
    const std::uint64_t at = unnamed->second;
    byNumber_.erase(unnamed);
    byOrder_[call.order] = at;
    return at;
}

void Workload::dispatch(const VendorCall& call)
{
    const double began = monotonicSeconds();
    const std::uint64_t at = flightOf(call);
    Flight& flight = flights_[at];
    const bool ship = call.ref.operation == Operation::Ship;
    ++(ship ? shipCalls : captureCalls);
    VendorAnswer answer;
    answer.outbox = call.outbox;
    answer.order = call.order;
    answer.ref = call.ref;
    answer.attempt = call.attempt;
    answer.start = answer.end = time_;
    answer.outcome = AttemptOutcome::Done;
    answer.status = 200;
    answer.reference = (ship ? "S" : "P") + std::to_string(flight.n);
    if (ship)
        flight.node = call.node;
    engine::Input& input = queue_.emplace_back();
    input.tag = at;
    input.body = std::move(answer);
    stubSeconds += monotonicSeconds() - began;
}

void Workload::published(const engine::Batch& b)
{
    const double began = monotonicSeconds();
    ++frames;
    rows += 2 + b.steps.size() + b.rows.size() + b.keys.size() + b.finds.size() + b.stock.size() +
            b.planned.size() + b.answered.size() + b.exceptions.size() + b.series.size() + b.bodies.size() +
            b.names.size();
    for (const engine::EntityRow& row : b.rows) {
        rows += (row.finished ? row.wasOpen : row.writeDue) ? 1 : 0;
        if (row.id.kind() == EntityKind::Order && row.finished)
            end(row.id);
    }
    stubSeconds += monotonicSeconds() - began;
}

void Workload::end(EntityId order)
{
    const auto flight = byOrder_.find(order);
    measure.done(flights_[flight->second].started);
    free_.push_back(flight->second);
    byOrder_.erase(flight);
    ++ended;
}

Policy policyOf(Dictionary& names)
{
    Policy policy;
    policy.checkStaleness = false;
    policy.paymentRule = PaymentRule::None;
    const auto vendor = [&](const std::string& name, FeederSystem system) {
        VendorProfile& profile = policy.vendors.emplace_back();
        profile.name = names.intern<NameKind::Vendor>(name);
        profile.system = system;
        return profile.name;
    };
    for (std::uint64_t i = 0; i < Nodes; ++i) {
        NodeProfile& node = policy.nodes.emplace_back();
        node.name = names.intern<NameKind::Node>(nodeName(i));
        node.vendor = vendor("wms-" + std::to_string(i), FeederSystem::Wms);
        node.defaultCost = 990;
        node.zones.push_back({names.intern<NameKind::Region>("zone-" + std::to_string(i)), 490});
    }
    policy.payment = vendor("pay", FeederSystem::Payment);
    return policy;
}

/// An engine with stock at every node, and the workload around it.
class EngineLoop {
public:
    EngineLoop(const std::filesystem::path& folder, std::uint64_t orders, const LoopOptions& options);
    Figures run();

private:
    void turn(std::vector<engine::Input>& inputs);
    void stockUp();

    std::uint64_t orders_;
    store::SqliteStore store_;
    SystemClock clock_;
    SeededRng rng_{1};
    engine::CrashPoint noCrash_;
    Workload work_;
    engine::Engine engine_;
    double engineSeconds_ = 0;
};

store::StoreOptions storeIn(const std::filesystem::path& folder)
{
    auto options = store::StoreOptions::onDisk(folder);
    options.reserveBytes = 0;
    return options;
}

EngineLoop::EngineLoop(const std::filesystem::path& folder, std::uint64_t orders, const LoopOptions& options)
    : orders_(orders),
      store_(storeIn(folder)),
      work_(orders, options),
      engine_({store_, clock_, rng_, work_, work_, noCrash_}, policyOf)
{
    if (const auto started = engine_.start(); !started)
        stop(started.error().detail);
    stockUp();
}

void EngineLoop::stockUp()
{
    for (std::uint64_t node = 0; node < Nodes; ++node) {
        std::vector<engine::Input> inputs(1);
        inputs[0].body = engine::EventBytes{counted(node, UnitsOfEach, toText(clock_.wall())), Lane::Live, 0};
        turn(inputs);
    }
}

void EngineLoop::turn(std::vector<engine::Input>& inputs)
{
    const double began = monotonicSeconds();
    const auto result = engine_.turn(inputs);
    engineSeconds_ += monotonicSeconds() - began;
    if (!result)
        stop(result.error().detail);
    if (result->durability != engine::Durability::durable)
        stop("a frame was not stored");
    work_.taken(inputs, result->outcomes);
}

Figures EngineLoop::run()
{
    work_.begin();
    engineSeconds_ = 0;
    std::vector<engine::Input> inputs;
    while (work_.ended < orders_) {
        work_.next(inputs);
        if (inputs.empty())
            std::this_thread::sleep_for(
                std::chrono::duration<double>(work_.nextArrival() - monotonicSeconds()));
        else
            turn(inputs);
    }
    Figures figures = work_.measure.figures(orders_, work_.rows);
    figures.commits = work_.frames;
    figures.stubShare = 1 - (engineSeconds_ - work_.stubSeconds) / figures.seconds;
    if (work_.shipCalls != orders_ || work_.captureCalls != orders_)
        stop("calls and orders differ");
    return figures;
}

}  // namespace

Figures runEngineLoop(const std::filesystem::path& folder, std::uint64_t orders, const LoopOptions& options)
{
    Figures figures = EngineLoop(folder, orders, options).run();
    Measure::addDisk(figures, folder);
    return figures;
}

}  // namespace holdpoint::bench
