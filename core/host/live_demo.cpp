// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/live_demo.h"

#include "core/host/demo_counts.h"

namespace holdpoint::host {
namespace {

using namespace std::chrono_literals;

constexpr int OpeningUnits = 400;  // enough for a long launch
constexpr Milliseconds Pulse{20};
constexpr Milliseconds WaitWhenFull{10};
constexpr Milliseconds TellEvery{100};
constexpr Milliseconds SettleLimit{15'000};
constexpr Milliseconds CancelAfter{1'500};
constexpr std::uint64_t CancelOneIn = 4;
constexpr Milliseconds FirstCount{10'000};  // of mission time
constexpr Milliseconds CountEach{60'000};

std::string cancelOf(int order)
{
    const std::string number = std::to_string(100'000 + order);
    return R"({"specversion":"1.0","id":"second-thoughts-)" + number +
           R"(","source":"shop","type":"order.cancel_asked","subject":")" + number +
           R"(","data":{"reason":"changed_mind"}})";
}

}  // namespace

LiveDemo::LiveDemo(LabWorld& world, LiveDemoOptions options, Told told)
    : world_(world),
      options_(options),
      told_(std::move(told)),
      orders_(options.seed),
      cancels_(options.seed ^ 0x5eed),
      nextCount_(FirstCount),
      thread_([this] { run(); })
{}

LiveDemo::~LiveDemo()
{
    stop();
    thread_.join();
}

template <typename F>
void LiveDemo::change(F&& f)
{
    {
        const std::lock_guard lock(mutex_);
        f();
    }
    changed_.notify_all();
}

void LiveDemo::pause(bool on)
{
    change([&] { state_.paused = on; });
}

void LiveDemo::setSpeed(int speed)
{
    change([&] { state_.speed = speed; });
}

void LiveDemo::makeWorse(Worse what, bool on)
{
    change([&] { state_.worse[static_cast<std::size_t>(what)] = on; });
}

void LiveDemo::stop()
{
    change([&] { stopping_ = true; });
}

LiveDemoState LiveDemo::state() const
{
    const std::lock_guard lock(mutex_);
    return state_;
}

void LiveDemo::run()
{
    if (prepare())
        live();
    for (const std::string& vendor : LabWorld::vendorNames())
        world_.vendors().setFaults(vendor, {});
    change([&] { state_.phase = DemoPhase::Ended; });
    tell(true);
}

// Orders of an earlier run are made again and not sent: their numbers and chances are used up.
bool LiveDemo::prepare()
{
    while (orders_.orders() < options_.skip)
        static_cast<void>(orders_.next(clock_.wall()));
    change([&] {
        state_.orders = orders_.orders();
        state_.of = options_.skip > 0 ? 0 : options_.history;
    });
    for (const std::string& node : LabWorld::warehouses())
        if (!send(lab::DemoOrders::opening(node, OpeningUnits)))
            return false;
    change([&] { state_.phase = DemoPhase::History; });
    while (options_.skip == 0 && orders_.orders() < options_.history) {
        if (!sendOrder())
            return false;
        change([&] { state_.done = orders_.orders(); });
        tell();
    }
    return settle();
}

bool LiveDemo::settle()
{
    change([&] { state_.phase = DemoPhase::Settling; });
    const auto begin = Steady::now();
    while (!world_.isQuiet(world_.engine().state()) && Steady::now() - begin < SettleLimit)
        if (!nap(Pulse))
            return false;
    return true;
}

void LiveDemo::live()
{
    change([&] { state_.phase = DemoPhase::Live; });
    const int before = orders_.orders();
    double mission = 0;  // milliseconds
    auto last = Steady::now();
    while (state().mission < options_.duration) {
        if (!nap(Pulse))
            return;
        const auto now = Steady::now();
        const double passed =
            std::chrono::duration<double, std::milli>(now - std::exchange(last, now)).count();
        change([&] {
            mission += state_.paused ? 0 : passed * state_.speed * options_.factor;
            state_.mission = Milliseconds{static_cast<std::int64_t>(mission)};
            state_.chapter = demoChapterAt(state_.mission);
        });
        applyFaults();
        while (orders_.orders() - before < mission / 1000 * options_.ordersPerSecond)
            if (!sendOrder())
                return;
        sendLater();
        if (!sendCounts())
            return;
        tell();
    }
}

bool LiveDemo::sendOrder()
{
    const WorseSet worse = state().worse;
    for (const std::string& event : orders_.next(clock_.wall())) {
        if (!send(event))
            return false;
        if (worse[static_cast<std::size_t>(Worse::Duplicates)] && !send(event))
            return false;
    }
    const bool cancels = worse[static_cast<std::size_t>(Worse::CancelsInFlight)];
    if (cancels_.below(CancelOneIn) == 0 && cancels)
        later_.push_back({state().mission + CancelAfter, cancelOf(orders_.orders())});
    change([&] { state_.orders = orders_.orders(); });
    return true;
}

void LiveDemo::sendLater()
{
    const Milliseconds mission = state().mission;
    while (!later_.empty() && later_.front().at <= mission && send(later_.front().event))
        later_.pop_front();
}

/// The warehouses count their shelves. A store that cannot be read just now is counted the next time.
bool LiveDemo::sendCounts()
{
    const Milliseconds mission = state().mission;
    if (mission < nextCount_)
        return true;
    nextCount_ = mission + CountEach;
    std::vector<DemoLoss> lost;
    for (; losses_ < demoLosses().size() && demoLosses()[losses_].from <= mission; ++losses_)
        lost.push_back(demoLosses()[losses_]);
    const auto events = demoCounts(world_.folder(), clock_.wall(), lost);
    if (!events) {
        losses_ -= lost.size();
        return true;
    }
    for (const std::string& event : *events)
        if (!send(event))
            return false;
    return true;
}

/// As a shop that was told to come back, until it is taken. False: stopped.
bool LiveDemo::send(const std::string& event)
{
    while (true) {
        engine::Input input;
        input.body = engine::EventBytes{event, Lane::Live, 0};
        const bool taken = !world_.engine().state().halted &&
                           world_.engine().post(std::move(input), EngineHost::InputClass::Event).has_value();
        change([&] { state_.waiting = !taken; });
        if (taken)
            return nap(0ms);
        tell();
        if (!nap(WaitWhenFull))
            return false;
    }
}

void LiveDemo::applyFaults()
{
    const LiveDemoState now = state();
    if (now.chapter == faultsFor_ && now.worse == worseNow_)
        return;
    faultsFor_ = now.chapter;
    worseNow_ = now.worse;
    const auto faults = demoFaults(now.mission, now.worse, options_.seed);
    for (const std::string& vendor : LabWorld::vendorNames()) {
        const auto found = faults.find(vendor);
        world_.vendors().setFaults(vendor, found == faults.end() ? std::vector<lab::Fault>{} : found->second);
    }
}

/// False when it shall end.
bool LiveDemo::nap(std::chrono::milliseconds time)
{
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, time, [this] { return stopping_; });
    return !stopping_;
}

void LiveDemo::tell(bool always)
{
    const auto now = Steady::now();
    if (!told_ || (!always && now - toldAt_ < TellEvery))
        return;
    const LiveDemoState current = state();
    if (!always && current == lastTold_)
        return;
    toldAt_ = now;
    lastTold_ = current;
    told_(current);
}

}  // namespace holdpoint::host
