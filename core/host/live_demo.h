// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/host/demo_script.h"
#include "core/host/lab_world.h"
#include "core/lab/demo_orders.h"

#include <condition_variable>
#include <deque>
#include <optional>
#include <thread>

namespace holdpoint::host {

struct LiveDemoOptions {
    std::uint64_t seed = 7;
    int history = 400;           ///< orders before the live part
    int skip = 0;                ///< orders that an earlier run has sent; with any there is no history again
    double ordersPerSecond = 4;  ///< of mission time
    Milliseconds duration{std::chrono::minutes{12}};  ///< of mission time
    double factor = 1;                                ///< mission seconds in a second at speed 1; tests hurry
};

enum class DemoPhase : std::uint8_t { OpeningStock, History, Settling, Live, Ended };

struct LiveDemoState {
    DemoPhase phase = DemoPhase::OpeningStock;
    int done = 0;  ///< while it prepares: of the history
    int of = 0;
    int orders = 0;  ///< sent by this and earlier runs
    Milliseconds mission{0};
    std::string_view chapter = "all_is_well";
    int speed = 1;
    bool paused = false;
    WorseSet worse{};
    bool waiting = false;  ///< for an engine that takes nothing just now
    friend bool operator==(const LiveDemoState&, const LiveDemoState&) = default;
};

}  // namespace holdpoint::host

namespace holdpoint {
HP_NAMES(host::DemoPhase, "opening_stock", "history", "settling", "live", "ended");
}

namespace holdpoint::host {

/// The launch a person watches: some history at full speed on healthy vendors, then a few orders a second while the script
/// lets things go wrong. Orders and faults come from the seed; an engine that halts is waited for. One thread of its own;
/// all functions from any thread, and they return at once but for the destructor, which stops it and leaves the vendors
/// well. The world outlives it.
class LiveDemo {
public:
    /// `told` is called on the demo's thread, about ten times a second while something changes.
    using Told = std::function<void(const LiveDemoState&)>;

    LiveDemo(LabWorld& world, LiveDemoOptions options, Told told = {});
    ~LiveDemo();

    void pause(bool on);
    /// 1, 5 or 20.
    void setSpeed(int speed);
    void makeWorse(Worse what, bool on);
    /// No further orders; what is under way goes on.
    void stop();
    [[nodiscard]] LiveDemoState state() const;

private:
    using Steady = std::chrono::steady_clock;
    struct Later {
        Milliseconds at;
        std::string event;
    };

    void run();
    bool prepare();
    void live();
    bool settle();
    bool sendOrder();
    bool send(const std::string& event);
    void sendLater();
    bool sendCounts();
    void applyFaults();
    bool nap(std::chrono::milliseconds time);
    void tell(bool always = false);
    template <typename F>
    void change(F&& f);

    LabWorld& world_;
    LiveDemoOptions options_;
    Told told_;
    SystemClock clock_;
    lab::DemoOrders orders_;
    SeededRng cancels_;
    std::deque<Later> later_;
    Milliseconds nextCount_;      // mission time
    std::size_t losses_ = 0;      // of the script, that were counted
    std::string_view faultsFor_;  // chapter and switches that the vendors have
    WorseSet worseNow_{};
    LiveDemoState lastTold_;
    Steady::time_point toldAt_{};
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    LiveDemoState state_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace holdpoint::host
