// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine.h"
#include "core/model/effect.h"

#include <deque>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace holdpoint::sim {

/// Where an order stood, what came, and what had gone wrong around it last: `confirmation | answer done | crash`.
using Triples = std::map<std::string, std::uint64_t>;

/// Looks at every frame that became durable and at every call that leaves, one by one, so that nothing has to be read
/// again: versions without a gap (O3), transitions (O4), intents before calls (E3, E4, E5, E6), one owner (R2), the
/// retry budget (L1).
class Monitor final : public engine::Publisher {
public:
    explicit Monitor(std::vector<std::string>& found) : found_(found) {}

    void published(const engine::Batch& batch) override;
    /// Names are numbers of the engine that lives now.
    void watch(std::function<const engine::Engine*()> engine, std::function<bool(const std::string&)> planned)
    {
        engine_ = std::move(engine);
        isPlanned_ = std::move(planned);
    }
    /// A call leaves the engine.
    void called(const VendorCall& call, Instant now);
    /// An answer reaches it.
    void answered(const VendorAnswer& answer);
    /// It has died: what it kept in memory begins anew, and what it had not told may be durable all the same.
    void died(const std::string& how);
    /// Something went wrong with this order's calls.
    void struck(EntityId order, const std::string& fault) { faults_[order] = fault; }

    /// Events about a parcel that came before the answer to the call for it.
    [[nodiscard]] std::uint64_t webhooksFirst() const noexcept { return webhooksFirst_; }
    [[nodiscard]] const Triples& triples() const noexcept { return triples_; }

private:
    struct Known {
        Version version = 0;
        Seq head = 0;
        std::uint8_t place = 0;
        std::uint8_t status = 0;
        bool finished = false;
        bool fresh = true;  // no frame was missed since
    };
    struct Budget {
        std::string vendor;
        std::uint64_t succeeded = 0;
        std::deque<Instant> retries;
    };
    void intents(const engine::Batch& batch);
    void steps(const engine::Batch& batch);
    void rows(const engine::Batch& batch);
    void triple(const Known& before, EntityId order, const StepBody& step);
    void dropped(EntityId order, const StepBody& step);
    void onOrder(const VendorCall& call, const Order& order);
    void onBudget(const VendorCall& call, Instant now);
    void says(bool holds, const std::string& text)
    {
        if (!holds)
            found_.push_back(text);
    }

    std::vector<std::string>& found_;
    std::function<const engine::Engine*()> engine_ = [] { return nullptr; };
    std::function<bool(const std::string&)> isPlanned_;
    std::unordered_set<std::string> intents_;                    // lookup only
    std::unordered_map<std::string, std::uint64_t> sent_;        // lookup only: key → body
    std::map<std::pair<EntityId, EffectRef>, bool> mayBeThere_;  // a call left, and no look-up since
    std::uint64_t webhooksFirst_ = 0;
    bool died_ = false;
    std::map<EntityId, Known> known_;
    std::map<EntityId, Version> stepsOfFrame_;
    std::map<std::string, Budget> budgets_;
    std::map<OutboxId, std::string> vendors_;
    std::map<EntityId, std::string> faults_;
    std::string lastDeath_ = "nothing";
    Triples triples_;
};

/// Every triple that could be, in the words of `Triples`.
[[nodiscard]] std::vector<std::string> allTriples();

}  // namespace holdpoint::sim
