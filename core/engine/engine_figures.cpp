// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/engine.h"

/// What orders add to the figures of the rollout, and the engine's own reading of them.
namespace holdpoint::engine {
namespace {

class IntoMeter final : public SeriesSink {
public:
    explicit IntoMeter(flow::RolloutMeter& meter) : meter_(meter) {}
    void row(const SeriesRow& row) override { meter_.take(countOf(row)); }

private:
    flow::RolloutMeter& meter_;
};

}  // namespace

void Engine::countArms(const Order& order)
{
    armCounts_.clear();
    flow::orderMetrics(order, change_.step, names_, armCounts_);
    for (const flow::ArmCount& count : armCounts_)
        frame_.count(count);
}

// Gates rest on what is durable: of this frame nothing counted before.
void Engine::measure(const Batch& batch)
{
    if (rollout_ == nullptr)
        return;
    meter_.follow(*rollout_);
    for (const SeriesRow& row : batch.series)
        meter_.take(countOf(row));
}

Result<> Engine::restoreMeter()
{
    meter_ = {};
    if (rollout_ == nullptr)
        return {};
    meter_.follow(*rollout_);
    const auto first = meter_.firstMinute();
    IntoMeter sink(meter_);
    return first ? world_.store.series(lease_, *first, sink) : Result<>();
}

}  // namespace holdpoint::engine
