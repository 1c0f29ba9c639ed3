// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/engine_rig.h"

#include <array>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace holdpoint::test {

/// Where a process can die so that it matters: around every commit, around every call to a vendor, and at every look at
/// the store while a start is on its way.
enum class Moment : std::uint8_t {
    CommitBefore,  ///< nothing is stored
    CommitAfter,   ///< stored, and nobody was told
    CallBefore,    ///< the intent is durable, the call is not made
    CallAfter,     ///< the call is made, its answer is lost
    Start,         ///< the engine has begun to start again and has not committed yet
};
constexpr std::size_t Moments = 5;

/// Stands around the store and the vendors of a rig, counts the moments of a run from 1 and dies at the planned ones. What it
/// sees of calls is checked against what was durable by then. Must outlive the rig.
class MomentPlan {
public:
    explicit MomentPlan(std::vector<std::uint64_t> deaths = {}) : deaths_(deaths.begin(), deaths.end()) {}

    /// `options` for a rig that dies by this plan.
    [[nodiscard]] RigOptions options(RigOptions options);

    /// Does `act` after the nth frame of the run became durable.
    void afterCommit(std::uint64_t nth, std::function<void()> act)
    {
        actAfter_ = nth;
        act_ = std::move(act);
    }

    void reached(Moment moment);
    [[nodiscard]] std::uint64_t count() const noexcept { return passed_.size(); }
    [[nodiscard]] Moment at(std::uint64_t nth) const { return passed_.at(nth - 1); }
    [[nodiscard]] std::uint64_t deaths() const noexcept { return died_; }
    /// The moments after the first death at which its recovery was over: what it found in the outbox was answered.
    [[nodiscard]] std::uint64_t recoveredAt() const noexcept { return recoveredAt_; }
    /// No call was open or had just been made when it died first, and no vendor was called more than once afterwards
    /// (the first call after a start is a probe, the next waits for its answer).
    [[nodiscard]] bool diedQuietly() const noexcept { return quiet_; }
    /// Calls without a durable intent, and keys with two bodies.
    [[nodiscard]] const std::vector<std::string>& broken() const noexcept { return broken_; }

    /// What one durable frame planned and what it ended.
    struct Intents {
        std::vector<OutboxId> planned;
        std::vector<OutboxId> answered;
    };
    void durable(const Intents& intents);
    void called(const VendorCall& call);
    /// A frame is about to be committed.
    void committing(Instant now) noexcept { now_ = now; }
    /// A start has begun or the first frame after it is durable.
    void starting(bool on) noexcept
    {
        starting_ = on;
        starts_ += on ? 1 : 0;
    }
    [[nodiscard]] bool isStarting() const noexcept { return starting_; }
    [[nodiscard]] int starts() const noexcept { return starts_; }

private:
    std::set<std::uint64_t> deaths_;
    std::vector<Moment> passed_;
    std::uint64_t died_ = 0;
    std::uint64_t recoveredAt_ = 0;
    Instant now_;
    Instant lastCall_;
    std::uint64_t commits_ = 0;
    std::uint64_t actAfter_ = 0;
    std::function<void()> act_;
    int starts_ = 0;
    bool quiet_ = false;
    bool starting_ = false;
    std::set<OutboxId> intents_;  // durable, whether answered or not
    std::set<OutboxId> open_;     // durable and not answered
    std::set<std::string> calledAfter_;
    std::set<OutboxId> found_;  // of those, what the first recovery has to settle
    std::map<std::string, std::string> bodies_;
    std::vector<std::string> broken_;
};

}  // namespace holdpoint::test
