// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "core/base/check.h"
#include "core/base/hash.h"
#include "core/lab/webhook_text.h"
#include "tests/sim/oracle.h"
#include "tests/sim/wire.h"
#include "tests/support/engine_rig.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace holdpoint::sim {
namespace {

using test::EngineRig;
using test::StoreFault;

constexpr int LookEvery = 64;
constexpr Milliseconds Healing{4 * 86'400'000LL};
constexpr Milliseconds MostSlew{300};  // 0.5 % of the minute that engine time may save up
constexpr int MostTurnsAtOnce = 20'000;
constexpr std::uint64_t MostTurns = 100'000;

constexpr std::array StoreFaults{"crash_before",          "crash_after", "not_committed", "unknown_committed",
                                 "unknown_not_committed", "full",        "busy"};

/// Between the engine and its store while it starts: dies at the nth reading.
class DiesInRecovery final : public engine::Store {
public:
    DiesInRecovery(engine::Store& store, Mutant mutant) : store_(mutantStore(store, mutant)) {}

    void in(std::uint64_t reads) { left_ = reads; }
    Result<engine::Lease> acquire(PartitionId partition, std::string_view holder, Instant now) override
    {
        step();
        return store_->acquire(partition, holder, now);
    }
    Result<> names(const engine::Lease& lease, Dictionary& dictionary) override
    {
        step();
        return store_->names(lease, dictionary);
    }
    Result<> resolve(const engine::Lease& lease, std::span<const engine::KeyRow> keys,
                     std::span<EntityId> out) override
    {
        step();
        return store_->resolve(lease, keys, out);
    }
    Result<> load(const engine::Lease& lease, std::span<const EntityId> ids, engine::StepSink& sink) override
    {
        step();
        return store_->load(lease, ids, sink);
    }
    Result<std::vector<engine::OpenEntity>> open(const engine::Lease& lease, EntityId after,
                                                 std::size_t limit) override
    {
        step();
        return store_->open(lease, after, limit);
    }
    Result<std::vector<engine::OutboxEntry>> outbox(const engine::Lease& lease, OutboxId after,
                                                    std::size_t limit) override
    {
        step();
        return store_->outbox(lease, after, limit);
    }
    Result<> stock(const engine::Lease& lease, StockBook& book) override
    {
        step();
        return store_->stock(lease, book);
    }
    Result<engine::Durability> commit(engine::Lease& lease, const engine::Batch& batch) override
    {
        return store_->commit(lease, batch);
    }
    Result<std::vector<EntityId>> entities(const engine::Lease& lease, EntityKind kind, EntityId after,
                                           std::size_t limit) override
    {
        return store_->entities(lease, kind, after, limit);
    }
    [[nodiscard]] engine::CommitFailure lastFailure() const noexcept override
    {
        return store_->lastFailure();
    }

private:
    void step()
    {
        if (left_ > 0 && --left_ == 0)
            throw test::CrashNow{};
    }
    std::unique_ptr<engine::Store> store_;
    std::uint64_t left_ = 0;
};

std::string noDash(std::string text) { return text == "-" ? std::string() : text; }

class World {
public:
    World(const Script& script, Mutant mutant, Run& run)
        : script_(script), run_(run), mutant_(mutant), schedule_(seed() ^ hash64("schedule")), rig_(options())
    {
        start_ = rig_.clock().wall() - rig_.clock().monotonic();
        began_ = now();
    }

    void play()
    {
        for (std::size_t next = 0; next < script_.actions.size();) {
            const Instant at = began_ + script_.actions[next].at;
            passUntil(at);
            std::vector<engine::Input> inputs;
            for (; next < script_.actions.size() && began_ + script_.actions[next].at <= now(); ++next)
                act(script_.actions[next].text, inputs);
            settle(std::move(inputs));
        }
        passUntil(now() + Milliseconds{600'000});
        heal();
        passUntil(now() + Healing);
        look();
        run_.crashes = static_cast<std::uint64_t>(rig_.crashes());
        run_.simulated = (now() - began_).count();
        run_.faults["call arrives twice"] = wire_->twice;
        run_.faults["call arrives late"] = wire_->late;
        for (std::string& text : atRest(rig_, script_))
            run_.violations.push_back(std::move(text));
    }

private:
    [[nodiscard]] std::uint64_t seed() const { return static_cast<std::uint64_t>(script_.option("seed", 1)); }
    /// The vendors' time: nobody sets their clocks.
    [[nodiscard]] Instant now() { return start_ + rig_.clock().monotonic(); }

    test::RigOptions options()
    {
        test::RigOptions o;
        o.carrier = script_.option("carrier") != 0;
        o.shop = script_.option("shop") != 0;
        o.legacy = script_.option("legacy") != 0;
        o.payment = script_.option("payment") != 0;
        o.paymentRule = static_cast<PaymentRule>(script_.option("payment_rule"));
        o.shipAfter = Milliseconds{script_.option("ship_after", 60'000)};
        o.latency = Milliseconds{script_.option("latency", 10)};
        o.seed = seed();
        o.engine.ordersInMemory = static_cast<std::size_t>(script_.option("in_memory", 60'000));
        o.adjust = [hold = Milliseconds{script_.option("hold", 7'200'000)}, m = mutant_](Policy& p,
                                                                                         Dictionary&) {
            p.skuRules[static_cast<std::size_t>(SkuClass::Standard)].hold = hold;
            mutatePolicy(p, m);
        };
        o.wrapStore = [this](engine::Store& store) {
            auto made = std::make_unique<DiesInRecovery>(store, mutant_);
            recovery_ = made.get();
            return made;
        };
        o.onDeath = [this] { wire_->died(); };
        o.wrapDispatcher = [this](lab::InProcess& vendors) {
            const auto rate = [this](const char* name) {
                return static_cast<std::uint32_t>(script_.option(name));
            };
            auto made = std::make_unique<Wire>(
                vendors, WireOptions{seed(), rate("wire_twice"), rate("wire_delay"), mutant_});
            wire_ = made.get();
            return made;
        };
        return o;
    }

    void act(const std::string& text, std::vector<engine::Input>& inputs)
    {
        std::istringstream in(text);
        std::string what;
        in >> what;
        if (what == "event")
            inputs.push_back(event(in));
        else if (what == "command")
            inputs.push_back(command(in));
        else if (what == "fault")
            fault(in);
        else
            disturb(what, in);
    }

    engine::Input event(std::istringstream& in)
    {
        std::string lane;
        std::string bytes;
        in >> lane >> std::ws;
        std::getline(in, bytes);
        engine::Input input;
        input.body = engine::EventBytes{bytes, fromName<Lane>(lane).value_or(Lane::Live), 0};
        return input;
    }

    engine::Input command(std::istringstream& in)
    {
        engine::CommandInput c;
        std::string role;
        std::string number;
        in >> c.key >> c.actor >> role >> c.what >> number >> c.number >> c.argument >> c.text;
        c.role = fromName<Role>(role).value_or(Role::Viewer);
        c.argument = noDash(c.argument);
        c.text = noDash(c.text);
        c.reason = "asked";
        if (number != "-")
            c.object = rig_.idOf(number);
        ++run_.faults["command"];
        engine::Input input;
        input.body = std::move(c);
        return input;
    }

    void fault(std::istringstream& in)
    {
        std::string vendor;
        std::string kind;
        std::string operation;
        std::int64_t delay = 0;
        lab::Fault fault;
        in >> vendor >> kind >> operation >> fault.perMillion >> fault.times >> delay >> fault.asks >>
            fault.seed;
        fault.kind = fromName<lab::FaultKind>(kind).value_or(lab::FaultKind::Timeout);
        fault.operation = fromName<Operation>(operation);
        fault.delay = Milliseconds{delay};
        rig_.vendors().find(vendor)->faults().add(fault);
        ++run_.faults[kind];
    }

    void disturb(const std::string& what, std::istringstream& in)
    {
        std::string word;
        std::int64_t n = 0;
        if (what == "jump") {
            in >> n;
            jump(Milliseconds{n});
        } else if (what == "heal") {
            in >> word;
            rig_.vendors().find(word)->faults().clear();
        } else if (what == "store") {
            in >> word >> n;
            const auto found = std::find(StoreFaults.begin(), StoreFaults.end(), word);
            HP_CHECK(found != StoreFaults.end());
            rig_.store().at(rig_.store().commits() + static_cast<std::uint64_t>(n),
                            static_cast<StoreFault>(found - StoreFaults.begin()));
        } else if (what == "die") {
            in >> word >> n;
            rig_.crashPoint().at(word, rig_.crashPoint().passed() + static_cast<std::uint64_t>(n));
        } else {
            HP_CHECK(what == "crash" || what == "die_in_recovery");
            in >> n;
            recovery_->in(static_cast<std::uint64_t>(n));
            restart();
        }
        ++run_.faults[what == "store" || what == "die" ? what + " " + word : what];
    }

    void jump(Milliseconds by)
    {
        const Instant before = rig_.engine().now();
        rig_.clock().jump(by);
        if (rig_.engine().now() - before > MostSlew)
            run_.violations.push_back("a jump of the wall clock moved engine time");
    }

    void restart()
    {
        rig_.crash();
        rig_.start();
        ++run_.faults["crash"];
        noteDeaths();
        more_ = true;
    }

    /// Nothing acknowledged may be gone.
    void noteDeaths()
    {
        const int deaths = rig_.crashes() + static_cast<int>(run_.faults["crash"]);
        if (deaths == deaths_)
            return;
        deaths_ = deaths;
        if (rig_.engine().lease().lastSeq < acknowledged_)
            run_.violations.push_back("acknowledged step " + std::to_string(acknowledged_) + " is gone");
    }

    void turn(std::vector<engine::Input> inputs)
    {
        for (const engine::Outcome& outcome : rig_.turn(std::move(inputs)))
            acknowledged_ = std::max(acknowledged_, outcome.seq);
        noteDeaths();
        const engine::Lease& lease = rig_.engine().lease();
        more_ = rig_.more();
        if (lease.lastFrame != frame_)
            run_.trace = run_.trace * 31 + prefix64(lease.chain);
        if (lease.lastFrame < frame_)
            run_.violations.push_back("the journal went back");
        if (lease.lastTime < time_)
            run_.violations.push_back("engine time went back");
        frame_ = run_.frames = lease.lastFrame;
        time_ = lease.lastTime;
        HP_CHECK(run_.turns < MostTurns);  // it never comes to rest
        if (++run_.turns % LookEvery == 0)
            look();
    }

    void look()
    {
        for (std::string& text : inFlight(rig_))
            run_.violations.push_back(std::move(text));
        if (!run_.violations.empty())
            throw std::runtime_error("stopped at the first violation");
    }

    /// Turns at this moment until nothing happens any more; what is there is shuffled and cut into batches by the seed.
    void settle(std::vector<engine::Input> inputs)
    {
        for (int rounds = 0;; ++rounds) {
            HP_CHECK(rounds < MostTurnsAtOnce);  // something talks to itself
            wire_->advance(now());
            for (VendorAnswer& answer : wire_->takeAnswers()) {
                engine::Input& input = inputs.emplace_back();
                input.body = std::move(answer);
            }
            const auto webhooks = rig_.vendors().takeWebhooks();
            for (const lab::Webhook& webhook : webhooks) {
                engine::Input& input = inputs.emplace_back();
                input.body = engine::EventBytes{webhook.bytes, Lane::Live, 0};
            }
            if (inputs.empty() && !more_ && rig_.nextDue() > rig_.engine().now())
                return;
            turns(std::move(inputs));
            inputs.clear();
            for (const lab::Webhook& webhook : webhooks)
                rig_.vendors().delivered(webhook);
        }
    }

    void turns(std::vector<engine::Input> inputs)
    {
        for (std::size_t i = inputs.size(); i > 1; --i)
            std::swap(inputs[i - 1], inputs[schedule_.below(i)]);
        std::vector<engine::Input> batch;
        const auto most = static_cast<std::uint64_t>(script_.option("batch", 8));
        std::size_t size = 1 + schedule_.below(most);
        for (engine::Input& input : inputs) {
            batch.push_back(std::move(input));
            if (batch.size() < size)
                continue;
            turn(std::exchange(batch, {}));
            size = 1 + schedule_.below(most);
        }
        turn(std::move(batch));
    }

    void passUntil(Instant end)
    {
        settle({});
        while (now() < end) {
            const Milliseconds left =
                rig_.nextDue() == Never ? Healing : rig_.nextDue() - rig_.engine().now();
            const Instant next = std::min({wire_->nextDue(), rig_.vendors().nextDue(), now() + left, end});
            rig_.clock().advance(std::max(next - now(), Milliseconds{1}));
            settle({});
        }
    }

    /// Nothing goes wrong any more, and those who kept silent tell what happened.
    void heal()
    {
        rig_.store().clear();
        rig_.crashPoint().at("", 0);
        recovery_->in(0);
        for (const auto& [name, vendor] : rig_.vendors().vendors())
            rig_.vendors().find(name)->faults().clear();
        passUntil(now() + Milliseconds{900'000});
        if (script_.option("restock") != 0)
            restock();
        for (const std::string& bytes : untold(rig_)) {
            std::vector<engine::Input> inputs(1);
            inputs[0].body = engine::EventBytes{bytes, Lane::Live, 0};
            settle(std::move(inputs));
        }
    }

    /// What was missing comes: who waited for stock must be served too.
    void restock()
    {
        constexpr int Plenty = 10'000;
        constexpr int Newest = 1'000'000;
        for (const char* node : {"east", "north", "west"})
            for (const char* sku : {"HAT", "CUP", "SCARF"}) {
                std::vector<engine::Input> inputs(1);
                inputs[0].body = engine::EventBytes{rig_.counted(node, sku, Plenty, Newest), Lane::Live, 0};
                settle(std::move(inputs));
            }
    }

    const Script& script_;
    Run& run_;
    Mutant mutant_;
    SeededRng schedule_;
    Wire* wire_ = nullptr;
    DiesInRecovery* recovery_ = nullptr;
    EngineRig rig_;
    Instant start_;
    Instant began_;
    bool more_ = true;
    int deaths_ = 0;
    Seq acknowledged_ = 0;
    FrameNo frame_ = 0;
    Instant time_;
};

}  // namespace

Run play(const Script& script, Mutant mutant)
{
    Run run;
    for (const Action& action : script.actions)
        run.orders += action.text.find("\"order.placed\"") != std::string::npos;
    try {
        World(script, mutant, run).play();
    } catch (const std::exception& stopped) {
        if (run.violations.empty())
            run.violations.emplace_back(stopped.what());
    } catch (const test::CrashNow&) {
        run.violations.emplace_back("died outside a turn");
    }
    return run;
}

}  // namespace holdpoint::sim
