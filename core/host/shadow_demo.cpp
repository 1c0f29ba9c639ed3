// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/shadow_demo.h"

#include "core/engine/engine.h"
#include "core/host/lab_world.h"
#include "core/model/stock.h"
#include "core/store/sqlite_store.h"

#include <algorithm>
#include <chrono>

namespace holdpoint::host {
namespace {

constexpr Milliseconds Day{86'400'000};
constexpr std::size_t EventsATurn = 400;
constexpr Milliseconds LongestTurn{600'000};
constexpr Milliseconds Morning{7 * 3'600'000 + 1'800'000};  // when people look at the page of yesterday

class WeekClock final : public Clock {
public:
    explicit WeekClock(Instant begin) : wall_(begin) {}
    [[nodiscard]] Instant wall() const override { return wall_; }
    [[nodiscard]] Milliseconds monotonic() const override { return monotonic_; }
    void to(Instant at)
    {
        if (at <= wall_)
            return;
        monotonic_ += at - wall_;
        wall_ = at;
    }

private:
    Instant wall_;
    Milliseconds monotonic_{1};
};

class NoWayOut final : public engine::Dispatcher {
public:
    void dispatch(const VendorCall&) override { ++calls; }
    std::uint64_t calls = 0;
};
class NoListener final : public engine::Publisher {
public:
    void published(const engine::Batch&) override {}
};

class Week {
public:
    Week(const ShadowDemoOptions& options, const std::function<bool(const ShadowDemoDay&)>& progress)
        : options_(options),
          progress_(progress),
          begin_{(dayOf(options.now) - options.days + 1) * Day.count()},
          clock_(begin_),
          rng_(options.week.seed),
          store_(store::StoreOptions::onDisk(options.folder)),
          engine_({store_, clock_, rng_, dispatcher_, publisher_, crash_},
                  [](Dictionary& names) { return labPolicy(names, {}); }),
          week_(options.week)
    {}

    Result<ShadowDemoResult> play()
    {
        const auto start = std::chrono::steady_clock::now();
        if (auto started = engine_.start(); !started)
            return started.error();
        for (int number = 1; number <= options_.days; ++number) {
            if (auto played = playDay(number); !played)
                return played.error();
            if (number < options_.days)
                if (auto sealed = seal(number); !sealed)
                    return sealed.error();
            if (progress_ && !progress_(result_.days.back()))
                break;
        }
        result_.calls = dispatcher_.calls;
        result_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        return result_;
    }

private:
    [[nodiscard]] Instant midnight(int number) const { return begin_ + (number - 1) * Day; }

    Result<> turn(std::vector<engine::Input>& inputs)
    {
        const auto done = engine_.turn(inputs);
        inputs.clear();
        if (!done)
            return done.error();
        if (done->durability != engine::Durability::durable)
            return Error{Code::Unavailable, "a turn of the week was not kept"};
        for (const engine::Outcome& outcome : done->outcomes)
            result_.refused += outcome.failed || outcome.disposition == EventDisposition::Refused ? 1 : 0;
        return {};
    }

    /// Up to now on the last day.
    Result<> playDay(int number)
    {
        const lab::ShadowDay day = week_.day(number, midnight(number));
        ShadowDemoDay& shown = result_.days.emplace_back();
        shown.number = number;
        shown.day = toText(midnight(number)).substr(0, 10);
        bool judged = false;
        const bool early =
            number == 1 || number == options_.week.mendedFrom;  // what is set before the first order
        const Instant meeting = midnight(number) + (early ? Milliseconds{0} : Morning);
        std::vector<engine::Input> inputs;
        Instant from = midnight(number);  // of the oldest input that waits
        for (const lab::ShadowEvent& event : day.events) {
            if (event.at > options_.now)
                break;
            if (!judged && event.at >= meeting) {
                if (auto done = turn(inputs); !done)
                    return done;
                clock_.to(event.at);
                if (auto done = people(number); !done)
                    return done;
                judged = true;
            }
            if (!inputs.empty() && (event.at - from > LongestTurn || inputs.size() >= EventsATurn))
                if (auto done = turn(inputs); !done)
                    return done;
            if (inputs.empty())
                from = event.at;
            clock_.to(event.at);
            inputs.push_back({0, {}, 0, engine::EventBytes{event.bytes, Lane::Shadow}});
            ++result_.events;
            shown.orders += event.bytes.find("order.placed") != std::string::npos ? 1 : 0;
        }
        return turn(inputs);
    }

    Result<> seal(int number)
    {
        clock_.to(midnight(number + 1));
        std::vector<engine::Input> none;
        if (auto done = turn(none); !done)
            return done;
        const auto& sealed = engine_.shadow().sealed();
        const auto page = sealed.find(dayOf(midnight(number)));
        if (page == sealed.end())
            return Error{Code::Corrupt, "no page of " + result_.days.back().day};
        result_.days.back().page = page->second.text;
        result_.days.back().lacks = page->second.lacks;
        result_.days.back().clean = page->second.isClean();
        if (result_.leaves == 0 && engine_.shadow().mayLeave())
            result_.leaves = number;
        return {};
    }

    Result<> command(const std::string& what, const std::string& argument, const std::string& text, Role role,
                     const std::string& actor)
    {
        engine::CommandInput c;
        c.key = "shadow-week-" + std::to_string(++commands_);
        c.what = what;
        c.argument = argument;
        c.text = text;
        c.role = role;
        c.actor = actor;
        std::vector<engine::Input> inputs{{0, {}, 0, std::move(c)}};
        return turn(inputs);
    }

    Result<> judge(const flow::ClusterNote& cluster, const std::string& verdict, const std::string& more,
                   Role role, const std::string& actor)
    {
        return command("judge_difference", verdict,
                       R"({"signature":")" + cluster.signature + "\"," + more + "}", role, actor);
    }

    /// What people do in the morning of a day.
    Result<> people(int number)
    {
        if (number == 1)
            return command(
                "normal_rule", {},
                R"({"rule":"costlier","how":"intended","days":30,"reason":"cheapest node, not the nearest"})",
                Role::CommerceManager, "Mara Cole");
        if (number == options_.week.mendedFrom)
            return command("normal_rule", {},
                           R"({"rule":"wh-codes","how":"mapping","path":"route.nodes","days":90,)"
                           R"("reason":"the feed of the north calls east so","table":{")" +
                               options_.week.code + R"(":"east"}})",
                           Role::Engineer, "Ines Roth");
        if (number == 2)
            return judgeYesterday(number, R"("days":14,"ceiling":25)");
        if (number == options_.week.nearestBurst + 1)  // the page says that the ceiling was reached
            return judgeYesterday(number, R"("days":14,"ceiling":120)");
        return {};
    }

    Result<> judgeYesterday(int number, const std::string& exemption)
    {
        const Instant yesterday = midnight(number - 1);
        for (const flow::ClusterNote& cluster : engine_.shadow().clusters(dayOf(yesterday), clock_.wall())) {
            const bool intended = cluster.cause == DiscrepancyCause::IntendedChange;
            auto done =
                intended ? judge(cluster, "policy_difference", R"("reason":"signed on Monday",)" + exemption,
                                 Role::CommerceManager, "Mara Cole")
                         : judge(cluster, "defect", R"("reason":"as proposed","days":14)", Role::OpsLead,
                                 "Jon Berg");
            if (!done)
                return done;
        }
        return {};
    }

    const ShadowDemoOptions& options_;
    const std::function<bool(const ShadowDemoDay&)>& progress_;
    Instant begin_;
    WeekClock clock_;
    SeededRng rng_;
    NoWayOut dispatcher_;
    NoListener publisher_;
    engine::CrashPoint crash_;
    store::SqliteStore store_;
    engine::Engine engine_;
    lab::ShadowWeek week_;
    ShadowDemoResult result_;
    int commands_ = 0;
};

}  // namespace

Result<ShadowDemoResult> playShadowWeek(const ShadowDemoOptions& options,
                                        const std::function<bool(const ShadowDemoDay&)>& progress)
{
    std::error_code ignored;
    if (std::filesystem::exists(store::StorePaths{options.folder}.database(), ignored))
        return Error{Code::Conflict, options.folder.string() + " holds a store already"};
    Week week(options, progress);
    return week.play();
}

}  // namespace holdpoint::host
