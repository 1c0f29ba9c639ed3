// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/demo_launch.h"

#include "core/lab/demo_orders.h"

#include <thread>

namespace holdpoint::host {
namespace {

using Steady = std::chrono::steady_clock;

constexpr int OpeningUnits = 60;
constexpr Milliseconds SettleLimit{60'000};
constexpr Milliseconds Pause{5};

/// From which share of the orders on, in percent, which vendor does what.
struct Chapter {
    int fromPercent;
    std::string_view code;
    const char* vendor;
    lab::FaultKind kind;
    std::uint32_t perMillion;
    bool end;
};
constexpr Chapter Script[] = {
    {10, "payment_slow_down", "payment", lab::FaultKind::TooMany, 80'000, false},
    {25, "warehouse_changes_a_word", "wms-north", lab::FaultKind::ChangedEnum, 1'000'000, false},
    {35, "replies_get_lost", "wms-east", lab::FaultKind::ReplyLost, 60'000, false},
    {45, "carrier_is_away", "carrier", lab::FaultKind::Outage, 1'000'000, false},
    {49, "carrier_is_back", "carrier", lab::FaultKind::Outage, 0, true},
    {70, "warehouse_refuses", "wms-west", lab::FaultKind::RefuseHard, 50'000, false},
    {80, "all_heals", "", lab::FaultKind::Outage, 0, true},
};

class Launch {
public:
    Launch(LabWorld& world, const DemoOptions& options,
           const std::function<bool(const DemoProgress&)>& progress)
        : world_(world), options_(options), progress_(progress), orders_(options.seed)
    {}

    Result<DemoResult> run()
    {
        for (const std::string& node : LabWorld::warehouses())
            if (auto posted = post(lab::DemoOrders::opening(node, OpeningUnits)); !posted)
                return posted.error();
        while (orders_.orders() < options_.orders) {
            turnPages();
            for (const std::string& event : orders_.next(clock_.wall()))
                if (auto posted = post(event); !posted)
                    return posted.error();
            if (!pace())
                break;
        }
        heal();
        settle();
        result_.orders = orders_.orders();
        result_.seconds = seconds();
        return result_;
    }

private:
    Result<> post(const std::string& bytes)
    {
        while (true) {
            engine::Input input;
            input.body = engine::EventBytes{bytes, Lane::Live, 0};
            if (world_.engine().post(std::move(input), EngineHost::InputClass::Event)) {
                ++result_.events;
                return {};
            }
            if (const HostState state = world_.engine().state(); state.halted)
                return Error{Code::Unavailable, state.haltReason};
            std::this_thread::sleep_for(Pause);  // full: as a shop that was told to come back
        }
    }

    void turnPages()
    {
        for (; page_ < std::size(Script); ++page_) {
            const Chapter& chapter = Script[page_];
            if (orders_.orders() * 100 < chapter.fromPercent * options_.orders)
                return;
            chapter_ = chapter.code;
            if (*chapter.vendor == 0) {
                heal();
                continue;
            }
            lab::Fault fault;
            fault.kind = chapter.kind;
            fault.perMillion = chapter.perMillion;
            fault.seed = options_.seed;
            world_.vendors().setFaults(chapter.vendor,
                                       chapter.end ? std::vector<lab::Fault>{} : std::vector{fault});
        }
    }

    void heal()
    {
        for (const std::string& vendor : LabWorld::vendorNames())
            world_.vendors().setFaults(vendor, {});
    }

    bool pace()
    {
        const double due = static_cast<double>(orders_.orders()) / options_.ordersPerSecond;
        while (seconds() < due)
            std::this_thread::sleep_for(Pause);
        return tell();
    }

    void settle()
    {
        const auto begin = Steady::now();
        int quiet = 0;
        chapter_ = "settling";
        world_.engine().waitUntil([&](const HostState& state) {
            quiet = world_.isQuiet(state) ? quiet + 1 : 0;
            result_.settled = quiet >= 3;
            return result_.settled || !tell() || Steady::now() - begin > SettleLimit;
        });
    }

    bool tell()
    {
        if (!progress_ || Steady::now() - told_ < Milliseconds{100})
            return true;
        told_ = Steady::now();
        return progress_({orders_.orders(), options_.orders, seconds(), chapter_, world_.engine().state()});
    }

    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(Steady::now() - start_).count();
    }

    LabWorld& world_;
    const DemoOptions& options_;
    const std::function<bool(const DemoProgress&)>& progress_;
    SystemClock clock_;
    lab::DemoOrders orders_;
    DemoResult result_;
    std::size_t page_ = 0;
    std::string_view chapter_ = "opening";
    Steady::time_point start_ = Steady::now();
    Steady::time_point told_{};
};

}  // namespace

Result<DemoResult> demoLaunch(LabWorld& world, const DemoOptions& options,
                              const std::function<bool(const DemoProgress&)>& progress)
{
    return Launch(world, options, progress).run();
}

}  // namespace holdpoint::host
