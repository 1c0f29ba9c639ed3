// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/hash.h"
#include "core/base/rng.h"
#include "tests/sim/script.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace holdpoint::sim {
namespace {

constexpr Instant Morning{1'800'000'000'000};
constexpr std::int64_t Day = 600'000;  // orders come within ten minutes, or in a flood
constexpr std::array Skus{"HAT", "CUP", "SCARF"};
constexpr std::array Nodes{"east", "north", "west"};
constexpr std::array Vendors{"wms-east", "wms-north", "wms-west", "pay", "carrier", "shop", "legacy"};
constexpr std::array VendorFaults{"timeout",       "reply_lost",   "too_many",   "error_before",
                                  "error_after",   "late_webhook", "no_webhook", "duplicate_webhook",
                                  "changed_field", "changed_enum", "outage",     "refuse_soft",
                                  "refuse_hard",   "dropped",      "broken_body"};

/// One stream of chance a purpose, so that one draw more in one does not reshuffle the others.
SeededRng stream(std::uint64_t seed, std::string_view purpose) { return SeededRng(seed ^ hash64(purpose)); }

class Generator {
public:
    Generator(std::uint64_t seed, int orders) : seed_(seed), swarm_(stream(seed, "swarm"))
    {
        script_.options["seed"] = static_cast<std::int64_t>(seed & 0x7fffffffffffffff);
        makeWorld();
        makeOrders(orders);
        makeVendorFaults();
        makeDeaths();
        makeClock();
        std::stable_sort(script_.actions.begin(), script_.actions.end(),
                         [](const Action& a, const Action& b) { return a.at < b.at; });
    }
    Script take() { return std::move(script_); }

private:
    bool coin() { return swarm_.chance(500'000); }
    /// A rate in 1/1,000,000; 0 in half of the worlds.
    std::uint32_t rate(std::uint32_t most)
    {
        const bool on = coin();
        const auto drawn = static_cast<std::uint32_t>(1 + swarm_.below(most));
        return on ? drawn : 0;
    }
    void add(std::int64_t at, std::string text)
    {
        at -= at % tick_;  // what comes at one moment comes in one turn
        script_.actions.push_back({Milliseconds{at}, std::move(text)});
    }

    void makeWorld()
    {
        auto& o = script_.options;
        o["carrier"] = coin();
        o["shop"] = coin();
        o["legacy"] = 1;
        o["payment"] = !swarm_.chance(150'000);
        o["payment_rule"] = o["payment"] ? 1 + coin() : 0;
        o["latency"] = coin() ? 10 : static_cast<std::int64_t>(swarm_.below(5'000));
        o["ship_after"] = coin() ? 60'000 : static_cast<std::int64_t>(swarm_.below(coin() ? 5'000 : 300'000));
        o["hold"] = coin() ? 7'200'000 : 20'000 + static_cast<std::int64_t>(swarm_.below(200'000));
        o["batch"] = 1 + static_cast<std::int64_t>(swarm_.below(swarm_.chance(300'000) ? 3 : 64));
        o["wire_twice"] = rate(300'000);
        o["wire_delay"] = rate(300'000);
        o["in_memory"] = swarm_.chance(800'000) ? 60'000 : 4;
        o["torn"] = swarm_.chance(100'000);
        o["wire_drip"] = rate(200'000);
        o["restock"] = !swarm_.chance(50'000) || o["in_memory"] < 100;
        o["forgets_cancel"] = stream(seed_, "warehouses").chance(500'000);
        day_ = swarm_.chance(300'000) ? 30'000 : Day;
        constexpr std::array<std::int64_t, 5> ticks{1, 1'000, 10'000, 20'000, 60'000};
        tick_ = ticks[swarm_.below(ticks.size())];
        const std::int64_t stock = coin() ? 1'000 : 20 + static_cast<std::int64_t>(swarm_.below(100));
        for (const char* node : Nodes)
            for (const char* sku : Skus)
                event(0, "live", std::string("wms-") + node, "stock.counted", node,
                      R"({"counts":[{"sku":")" + std::string(sku) + R"(","units":)" + std::to_string(stock) +
                          R"(,"version":1}]})");
    }

    std::string json(std::int64_t at, const std::string& source, const std::string& type,
                     const std::string& subject, const std::string& data, const std::string& id) const
    {
        return R"({"specversion":"1.0","id":")" + id + R"(","source":")" + source +
               R"(","numberspace":"shop","type":")" + type + R"(","subject":")" + subject + R"(","time":")" +
               holdpoint::toText(Morning + Milliseconds{at}) + R"(","data":)" + data + "}";
    }
    std::string event(std::int64_t at, const std::string& lane, const std::string& source,
                      const std::string& type, const std::string& subject, const std::string& data)
    {
        const std::string id = "e" + std::to_string(++events_);
        add(at, "event " + lane + " " + json(at, source, type, subject, data, id));
        return id;
    }

    void makeOrders(int count)
    {
        rates_ = {rate(200'000), rate(300'000), rate(200'000), rate(100'000), rate(200'000),
                  rate(100'000), rate(300'000), rate(200'000), rate(100'000)};
        SeededRng rng = stream(seed_, "workload");
        for (int n = 1; n <= count; ++n)
            makeOrder(std::to_string(n), rng);
        if (rates_[8] > 0) {
            const auto at = static_cast<std::int64_t>(rng.below(Day));
            add(at, "command stop ada ops_lead stop_intake - 0 - -");
            add(at + 20'000, "command go ada ops_lead reopen_intake - 0 - -");
        }
    }

    /// An event as it really arrives: later than it should, twice, broken, or with another content under its id.
    void arrives(std::int64_t at, const std::string& lane, const std::string& source, const std::string& type,
                 const std::string& number, const std::string& data, SeededRng& rng)
    {
        const auto late = rng.chance(rates_[0]) ? static_cast<std::int64_t>(rng.below(120'000)) : 0;
        const std::string id = event(at + late, lane, source, type, number, data);
        const std::string twice = script_.actions.back().text;
        if (rng.chance(rates_[1]))
            add(at + late + static_cast<std::int64_t>(rng.below(300'000)), twice);
        if (rng.chance(rates_[5]))
            add(at + late + 1 + static_cast<std::int64_t>(rng.below(100'000)),
                "event " + lane + " " + json(at + 5, source, type, number, data, id));
    }

    void makeOrder(const std::string& number, SeededRng& rng)
    {
        const auto at = 1'000 + static_cast<std::int64_t>(rng.below(static_cast<std::uint64_t>(day_)));
        const std::string lane =
            rng.chance(rates_[3]) ? (rng.chance(500'000) ? "shadow" : "observe") : "live";
        const auto lines = 1 + rng.below(3);
        std::string list;
        std::int64_t units = 0;
        for (std::uint64_t line = 1; line <= lines; ++line) {
            const auto n = 1 + static_cast<std::int64_t>(rng.below(3));
            units += n;
            list += std::string(list.empty() ? "" : ",") + R"({"line":)" + std::to_string(line) +
                    R"(,"sku":")" + Skus[line - 1] + R"(","units":)" + std::to_string(n) +
                    R"(,"price":"10.00"})";
        }
        const std::string total = std::to_string(units * 10) + ".00";
        arrives(at, lane, "shop", "order.placed", number,
                R"({"channel":"web","region":")" + std::string(rng.chance(500'000) ? "eu" : "na") +
                    R"(","currency":"EUR","total":")" + total + R"(","lines":[)" + list + "]}",
                rng);
        const bool pays = !rng.chance(rates_[8] / 2);
        if (pays)
            arrives(at + static_cast<std::int64_t>(rng.below(3'000)), lane, "shop", "payment.authorised",
                    number,
                    R"({"payment":1,"id":"auth-)" + number + R"(","method":"card","amount":")" + total +
                        R"(","currency":"EUR"})",
                    rng);
        makeChanges(at, lane, number, rng);
        makeCommands(at, number, rng);
    }

    void makeChanges(std::int64_t at, const std::string& lane, const std::string& number, SeededRng& rng)
    {
        if (rng.chance(rates_[2]))
            arrives(at + static_cast<std::int64_t>(rng.below(200'000)), lane, "shop", "order.cancel_asked",
                    number, R"({"id":"wish-)" + number + R"(","reason":"changed_mind"})", rng);
        if (rng.chance(rates_[4] / 2))
            arrives(at + static_cast<std::int64_t>(rng.below(60'000)), lane, "shop", "order.hold_asked",
                    number, R"({"id":"hold-)" + number + R"(","reason":"fraud_risk"})", rng);
        if (rng.chance(rates_[4]))
            arrives(at + static_cast<std::int64_t>(rng.below(60'000)), lane, "shop", "order.address", number,
                    R"({"version":2,"region":"na"})", rng);
        if (rng.chance(rates_[7]))
            arrives(at + 400'000, lane, "shop", "return.received", number,
                    R"({"return":1,"id":"ret-)" + number + R"(","line":1,"units":1})", rng);
        if (rng.chance(rates_[5]))
            event(at, lane, "shop", "order.address", number, R"({"version":"two","region":"na"})");
    }

    void makeCommands(std::int64_t at, const std::string& number, SeededRng& rng)
    {
        if (!rng.chance(rates_[6]))
            return;
        constexpr std::array whats{"retry",        "resolve",    "release_hold",
                                   "cancel_order", "ask_vendor", "hand_back"};
        const auto n = 1 + rng.below(3);
        for (std::uint64_t i = 0; i < n; ++i) {
            const std::string what = whats[rng.below(whats.size())];
            const std::string role = what == "cancel_order" ? "support_lead" : "engineer";
            const std::string argument = what == "release_hold" ? "fraud_risk"
                                         : what == "resolve"    ? "looked_into"
                                                                : "-";
            const auto when = at + static_cast<std::int64_t>(rng.below(900'000));
            const auto text = [&](const std::string& key, const std::string& actor) {
                return "command " + key + " " + actor + " " + role + " " + what + " " + number + " 0 " +
                       argument + " -";
            };
            const std::string key = "c" + number + "-" + std::to_string(i);
            add(when, text(key, "ada"));
            if (rng.chance(300'000))  // a double click
                add(when + static_cast<std::int64_t>(rng.below(300)), text(key, "ada"));
            if (rng.chance(300'000))  // two people on one item
                add(when + static_cast<std::int64_t>(rng.below(1'000)), text(key + "b", "ben"));
        }
    }

    void makeVendorFaults()
    {
        SeededRng rng = stream(seed_, "vendors");
        for (const char* vendor : Vendors)
            for (std::size_t i = 0; i < VendorFaults.size(); ++i) {
                const std::string kind = VendorFaults[i];
                const std::uint32_t often = rate(kind == "outage" ? 60'000 : 200'000);
                if (often == 0 || rng.chance(500'000))
                    continue;
                const bool asks = rng.chance(250'000);
                const std::int64_t delay = kind == "too_many" && rng.chance(500'000)
                                               ? -1
                                               : 1'000 + static_cast<std::int64_t>(rng.below(120'000));
                const auto from = static_cast<std::int64_t>(rng.below(Day));
                add(from, std::string("fault ") + vendor + " " + kind + " any " + std::to_string(often) +
                              " -1 " + std::to_string(delay) + " " + (asks ? "1 " : "0 ") +
                              std::to_string(rng.below(1'000'000)));
                if (rng.chance(300'000)) {  // down altogether for a while
                    add(from, std::string("fault ") + vendor + " outage any 1000000 -1 0 0 1");
                    add(from + 1'000 + static_cast<std::int64_t>(rng.below(120'000)),
                        std::string("heal ") + vendor);
                }
            }
    }

    void makeDeaths()
    {
        SeededRng rng = stream(seed_, "disk");
        constexpr std::array stores{
            "crash_before",          "crash_after", "not_committed", "unknown_committed",
            "unknown_not_committed", "full",        "busy"};
        for (const char* fault : stores)
            if (coin())
                for (std::uint64_t n = rng.below(6); n > 0; --n)
                    add(static_cast<std::int64_t>(rng.below(Day)),
                        std::string("store ") + fault + " " + std::to_string(1 + rng.below(20)));
        if (script_.options["torn"] != 0 && coin())
            for (std::uint64_t n = 1 + rng.below(3); n > 0; --n)
                add(static_cast<std::int64_t>(rng.below(Day)),
                    "flush_fails " + std::to_string(1 + rng.below(20)));
        constexpr std::array points{"commit.before", "commit.after", "dispatch.before"};
        for (const char* point : points)
            if (coin())
                add(static_cast<std::int64_t>(rng.below(Day)),
                    std::string("die ") + point + " " + std::to_string(1 + rng.below(20)));
        const bool recovery = coin();
        if (coin())
            for (std::uint64_t n = 1 + rng.below(4); n > 0; --n)
                add(static_cast<std::int64_t>(rng.below(2 * Day)),
                    recovery ? "die_in_recovery " + std::to_string(1 + rng.below(8)) : "crash");
    }

    void makeClock()
    {
        SeededRng rng = stream(seed_, "clock");
        if (coin())
            add(static_cast<std::int64_t>(rng.below(Day)),
                "drift " + std::to_string(static_cast<std::int64_t>(rng.below(2'000)) - 1'000));
        if (coin())
            for (std::uint64_t n = 1 + rng.below(2); n > 0; --n) {
                const auto at = static_cast<std::int64_t>(rng.below(Day));
                add(at, "pause");
                add(at + static_cast<std::int64_t>(rng.below(coin() ? 500 : 120'000)), "wake");
            }
        if (!coin())
            return;
        for (std::uint64_t n = 1 + rng.below(3); n > 0; --n) {
            const auto by =
                static_cast<std::int64_t>(1 + rng.below(86'400'000)) * (rng.chance(500'000) ? 1 : -1);
            const auto at = static_cast<std::int64_t>(rng.below(Day));
            add(at, "jump " + std::to_string(by));
            add(at + static_cast<std::int64_t>(rng.below(60'000)), "jump " + std::to_string(-by));
        }
    }

    std::uint64_t seed_;
    SeededRng swarm_;
    Script script_;
    std::array<std::uint32_t, 9> rates_{};
    std::int64_t day_ = Day;
    std::int64_t tick_ = 1;
    int events_ = 0;
};

}  // namespace

Script generate(std::uint64_t seed, int orders) { return Generator(seed, orders).take(); }

}  // namespace holdpoint::sim
