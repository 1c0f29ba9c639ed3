// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "core/base/check.h"
#include "core/base/hash.h"
#include "core/lab/webhook_text.h"
#include "tests/sim/healing.h"
#include "tests/sim/monitor.h"
#include "tests/sim/oracle.h"
#include "tests/sim/recovery_store.h"
#include "tests/sim/turn_limit.h"
#include "tests/sim/wire.h"
#include "tests/support/engine_rig.h"
#include "tests/support/torn_disk.h"

#include <algorithm>
#include <array>
#include <set>
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

std::string noDash(std::string text) { return text == "-" ? std::string() : text; }

class World {
public:
    World(const Script& script, Mutant mutant, Run& run)
        : script_(script),
          run_(run),
          mutant_(mutant),
          schedule_(seed() ^ hash64("schedule")),
          disk_(script.option("torn") != 0 ? std::make_unique<test::TornDisk>(seed() ^ hash64("disk"))
                                           : nullptr),
          rig_(options())
    {
        start_ = rig_.clock().wall() - rig_.clock().monotonic();
        began_ = now();
    }

    void play()
    {
        rig_.tell(monitor_);
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
        limit_.end();
        run_.crashes = static_cast<std::uint64_t>(rig_.crashes());
        run_.simulated = (now() - began_).count();
        countFaults();
        run_.triples = monitor_.triples();
        Rest rest;
        for (std::string& text : atRest(rig_, script_, wire_->copied(), rest))
            run_.violations.push_back(std::move(text));
        run_.finished = rest.finished;
        run_.told = rest.told;
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
        o.forgetsEarlyCancel = script_.option("forgets_cancel") != 0;
        o.engine.ordersInMemory = static_cast<std::size_t>(script_.option("in_memory", 60'000));
        o.adjust = [hold = Milliseconds{script_.option("hold", 7'200'000)}, m = mutant_](Policy& p,
                                                                                         Dictionary&) {
            p.skuRules[static_cast<std::size_t>(SkuClass::Standard)].hold = hold;
            mutatePolicy(p, m);
        };
        if (disk_)
            o.disk = disk_->options();
        o.wrapStore = [this](engine::Store& store) {
            auto made = std::make_unique<DiesInRecovery>(store, mutant_);
            recovery_ = made.get();
            return made;
        };
        o.onDeath = [this] {
            wire_->died();
            if (disk_ && !taken_)
                disk_->cutPower();
            monitor_.died(taken_ ? "another took over" : "crash");
        };
        o.wrapDispatcher = [this](lab::InProcess& vendors) {
            const auto rate = [this](const char* name) {
                return static_cast<std::uint32_t>(script_.option(name));
            };
            auto made = std::make_unique<Wire>(
                vendors,
                WireOptions{seed(), rate("wire_twice"), rate("wire_delay"), rate("wire_drip"), mutant_},
                monitor_);
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
        run_.faults["command again"] += !commands_.insert(c.key).second || c.actor == "ben";
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
        run_.faults["outage begun"] += fault.kind == lab::FaultKind::Outage && fault.perMillion == 1'000'000;
        rig_.vendors().find(vendor)->faults().add(fault);
    }

    void disturb(const std::string& what, std::istringstream& in)
    {
        std::string word;
        std::int64_t n = 0;
        if (what == "jump") {
            in >> n;
            jump(Milliseconds{n});
        } else if (what == "flush_fails") {
            in >> n;
            if (disk_)
                disk_->failFlush(static_cast<std::uint64_t>(n));
        } else if (what == "drift") {
            in >> drift_;
        } else if (what == "pause") {
            pause();
        } else if (what == "wake") {
            wake();
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

    /// The holder stands still past its lease, and another takes over.
    void pause()
    {
        paused_.reset();
        taken_ = true;
        paused_ = rig_.pause();
        taken_ = false;
        more_ = true;
    }

    /// It goes on as if nothing had happened: not one row may change, and it must find out.
    void wake()
    {
        if (!paused_)
            return;
        const FrameNo head = rig_.engine().lease().lastFrame;
        std::vector<engine::Input> inputs(1);
        inputs[0].body = engine::EventBytes{adjusted(rig_, "east", "HAT", 1, "ghost"), Lane::Live, 0};
        rig_.store().quiet(true);
        wire_->fromThePast(true);
        try {
            const auto done = paused_->turn(inputs);
            const bool refused = !done && paused_->isHalted() && rig_.engine().lease().lastFrame == head;
            if (!refused)
                run_.violations.push_back("O7: an older lease was not refused");
        } catch (const test::CrashNow&) {  // it dies before it knows
        }
        wire_->fromThePast(false);
        rig_.store().quiet(false);
        paused_.reset();
    }

    void countFaults()
    {
        run_.faults["request duplicated"] = wire_->twice;
        run_.faults["request late"] = wire_->late;
        run_.faults["slow drip"] = wire_->dripped;
        run_.faults["torn"] = disk_ ? disk_->torn() : 0;
        run_.faults["cut off"] = wire_->cutOff;
        run_.faults["webhook first"] = monitor_.webhooksFirst();
        countStrikes(rig_, run_.faults);
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
        limit_.begin();
        monitor_.watch([this] { return &rig_.engine(); },
                       [this](const std::string& key) { return isPlanned(rig_, key); });
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
            run_.faults["webhooks shuffled"] += webhooks.size() > 1 ? webhooks.size() : 0;
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
            const Milliseconds by = std::max(next - now(), Milliseconds{1});
            rig_.clock().advance(by);
            if (drift_ != 0)
                rig_.clock().jump(Milliseconds{by.count() * drift_ / 1'000'000});
            settle({});
        }
    }

    void tell(const std::vector<std::string>& events)
    {
        for (const std::string& bytes : events) {
            std::vector<engine::Input> inputs(1);
            inputs[0].body = engine::EventBytes{bytes, Lane::Live, 0};
            settle(std::move(inputs));
        }
    }

    /// Nothing goes wrong any more, and those who kept silent tell what happened.
    void heal()
    {
        rig_.store().clear();
        if (disk_)
            disk_->failFlush(0);
        rig_.crashPoint().at("", 0);
        recovery_->in(0);
        for (const auto& [name, vendor] : rig_.vendors().vendors())
            rig_.vendors().find(name)->faults().clear();
        passUntil(now() + Milliseconds{900'000});
        if (script_.option("restock") != 0)
            tell(restocked(rig_));
        tell(untold(rig_));
    }

    const Script& script_;
    const TurnLimit limit_{static_cast<std::uint64_t>(script_.option("seed", 1))};
    Run& run_;
    Mutant mutant_;
    SeededRng schedule_;
    Monitor monitor_{run_.violations};
    Wire* wire_ = nullptr;
    DiesInRecovery* recovery_ = nullptr;
    std::unique_ptr<test::TornDisk> disk_;
    EngineRig rig_;
    std::set<std::string> commands_;
    std::unique_ptr<engine::Engine> paused_;
    bool taken_ = false;
    std::int64_t drift_ = 0;  // of the wall clock, in 1/1,000,000
    Instant start_, began_, time_;
    bool more_ = true;
    int deaths_ = 0;
    Seq acknowledged_ = 0;
    FrameNo frame_ = 0;
};

}  // namespace

Run play(const Script& script, Mutant mutant)
{
    Run run;
    run.orders = ordersIn(script);
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
