// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/entity_map.h"
#include "core/model/step.h"
#include "core/store/store_reader.h"
#include "core/views/launch_metrics.h"
#include "core/views/launch_stages.h"
#include "core/views/launch_vendors.h"

#include <deque>
#include <unordered_map>

namespace holdpoint::views {

/// Reads journal rows in their order and tells the figures what they mean. What a row leaves out (whose call it was, was
/// the item open before) is remembered from earlier rows, or looked up in the entity's own steps. One thread.
class LaunchSteps {
public:
    LaunchSteps(LaunchMetrics& metrics, LaunchStages& stages, LaunchVendors& vendors)
        : metrics_(metrics), stages_(stages), vendors_(vendors)
    {}

    /// Errors: Corrupt, Unavailable (of a look-up).
    Result<> step(const engine::Step& step, store::StoreReader& reader, const Dictionary& names);
    /// No more is needed of an order that has ended.
    void forget(EntityId order);
    /// At the start: calls of an open order whose outcome is not known, from before the rows that were read.
    Result<> recall(EntityId order, Seq before, store::StoreReader& reader);
    /// At the start: what was remembered of orders that are not open any more.
    template <typename IsOpen>
    void keepOnly(IsOpen&& isOpen)
    {
        undecided_.eraseIf([&](EntityId order) { return !isOpen(order); });
        for (auto at = effects_.begin(); at != effects_.end();)
            at = isOpen(at->first) ? std::next(at) : drop(at);
    }

    /// A line of the log that a row of a command gives.
    static std::optional<session::LogEntry> commandOf(EntityId id, Seq seq, const StepBody& body,
                                                      const Dictionary& names);

    /// Time of the newest row.
    [[nodiscard]] Instant at() const noexcept { return at_; }
    [[nodiscard]] const session::IntakeCard& intake() const noexcept { return intake_; }
    void intake(const session::IntakeCard& card) { intake_ = card; }
    /// Commands since the last call, in order; with the argument of each.
    struct Command {
        session::LogEntry entry;
        std::string argument;
        std::uint32_t number = 0;
    };
    std::vector<Command> takeCommands() { return std::exchange(commands_, {}); }
    /// Has the rollout gone to another step or state since the last call?
    bool takePhaseChange() { return std::exchange(phaseChanged_, false); }

private:
    struct CallTrack {  // one effect of an order
        EffectRef ref;
        VendorName vendor;
        bool unknown = false;
        bool ended = false;
    };
    using Calls = std::vector<CallTrack>;
    using CallMap = std::unordered_map<EntityId, Calls>;

    void order(const engine::Step& step, const StepBody& body);
    void note(const CallTrack& track, const Attempted& call, Instant at);
    void setUnknown(CallTrack& track, bool unknown);
    CallTrack* find(EntityId order, EffectRef ref);
    static void take(Calls& calls, const Fact& fact);
    bool lacksCall(const engine::Step& step, const StepBody& body);
    Result<> lookUp(EntityId order, Seq before, store::StoreReader& reader);
    Result<> item(const engine::Step& step, const StepBody& body, store::StoreReader& reader);
    Result<bool> wasOpen(const engine::Step& step, store::StoreReader& reader);
    void node(const StepBody& body, const Dictionary& names);
    void refusal(const StepBody& body, const Dictionary& names);
    CallMap::iterator drop(CallMap::iterator at);

    LaunchMetrics& metrics_;
    LaunchStages& stages_;
    LaunchVendors& vendors_;
    CallMap effects_;               // lookup only
    EntityMap<Instant> undecided_;  // order → accepted when
    EntityMap<char> items_;         // a set: open ones that were seen
    Instant at_;
    session::IntakeCard intake_;
    std::vector<Command> commands_;
    bool phaseChanged_ = false;
    std::pair<RolloutState, int> phase_{RolloutState::Draft, 0};
};

}  // namespace holdpoint::views
