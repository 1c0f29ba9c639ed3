// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/console/storm.h"

#include "tests/bench/console/queue_events.h"
#include "tests/bench/measure.h"

namespace holdpoint::bench {
namespace {

constexpr std::uint64_t Behind = 3'000;  // how long ago an order was placed that changes now

}  // namespace

Storm::Storm(host::EngineHost& engine, double eventsPerSecond, Queue queue)
    : engine_(engine),
      pace_(eventsPerSecond),
      queue_(queue),
      first_(static_cast<std::uint64_t>(SystemClock().wall().ms) * 10),
      order_(first_),
      thread_([this] { run(); })
{}

Storm::~Storm()
{
    stopping_ = true;
    thread_.join();
    engine_.waitUntil(
        [this](const host::HostState& s) { return taken_ + refused_ == posted_ && s.queued == 0; });
}

void Storm::run()
{
    const double begin = monotonicSeconds();
    while (!stopping_) {
        const double due = (monotonicSeconds() - begin) * pace_;
        const std::string now = toText(SystemClock().wall());
        while (!stopping_ && static_cast<double>(posted_) < due)
            sendTen(now);
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

void Storm::send(std::string bytes)
{
    engine::Input input;
    input.body = engine::EventBytes{std::move(bytes), Lane::Live, 0};
    const auto reply = [this](const engine::Outcome& outcome) {
        const bool good = !outcome.failed && outcome.disposition != EventDisposition::Refused;
        ++(good ? taken_ : refused_);
    };
    while (!engine_.post(input, host::EngineHost::InputClass::Event, reply)) {
        ++waits_;
        if (stopping_)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ++posted_;
}

void Storm::sendTen(const std::string& now)
{
    const std::uint64_t n = order_;
    order_ += 3;
    const std::string repeated = placedWrongly(n, Cause::LinesUnknown, now);
    send(repeated);
    send(placedWrongly(n + 1, Cause::LinesUnknown, now));
    send(placedWrongly(n + 2, Cause::UnmappedSku, now));
    send(repeated);
    const std::uint64_t old = n - std::min(n - first_, Behind);
    send(paymentAuthorised(old));
    send(paymentAuthorised(old + 2));
    send(addressChanged(old + 2));
    send(cancelAsked(old));
    send(cancelAsked(old + 1));
    send(queue_ == Queue::Steady ? cancelAsked(old + 2) : paymentAuthorised(old));
}

}  // namespace holdpoint::bench
