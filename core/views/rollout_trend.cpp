// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/frame.h"
#include "core/views/rollout_view.h"

#include <algorithm>

/// The figures of one gate, minute by minute, from the raw series.
namespace holdpoint::views {
namespace {

using statistics::Trials;

constexpr std::int64_t MinuteMs = 60'000;
constexpr double Alpha = 0.05;
constexpr int MostMinutes = 14 * 24 * 60;

struct Wanted {
    const rollout::GatePlan* gate = nullptr;
    std::size_t slice = 0;
};

std::optional<Wanted> find(const flow::Rollout& rollout, const session::AskGateTrend& question)
{
    const rollout::RolloutStep* step = rollout.stepServed();
    for (std::size_t s = 0; step && s < step->slices.size(); ++s)
        for (const rollout::GatePlan& gate : step->gates)
            if (gate.id == question.gate && step->slices[s].name == question.slice)
                return Wanted{&gate, s};
    return std::nullopt;
}

/// One minute of both arms. `x` is what is bad, or the sum where the metric is one.
using Minute = std::array<Trials, 2>;

class Minutes final : public engine::SeriesSink {
public:
    Minutes(const flow::Rollout& rollout, const Wanted& wanted)
        : rollout_(rollout), wanted_(wanted), series_(flow::RolloutMeter::seriesOf(wanted.gate->metric))
    {}
    void row(const engine::SeriesRow& row) override
    {
        const flow::ArmCount count = engine::countOf(row);
        const ArmCell cell = armCell(count.cell);
        if (series_ != count.metric || static_cast<int>(cell.run) != rollout_.control.run ||
            cell.step != rollout_.servedStep || cell.slice != wanted_.slice + 1)
            return;
        all[count.minute][static_cast<std::size_t>(cell.arm)] +=
            {count.metric == Metric::ArmRetries ? count.sum : count.bad, count.n};
    }
    std::map<std::int64_t, Minute> all;

private:
    const flow::Rollout& rollout_;
    const Wanted& wanted_;
    std::optional<Metric> series_;
};

std::optional<double> rateOf(Trials t)
{
    return t.n > 0 ? std::optional(static_cast<double>(t.x) / static_cast<double>(t.n)) : std::nullopt;
}

session::GateTrend::Point pointOf(std::int64_t minute, const Minute& arms, const rollout::GatePlan& gate)
{
    session::GateTrend::Point point;
    point.minute = Instant{minute * MinuteMs};
    const Trials canary = arms[static_cast<std::size_t>(Arm::Canary)];
    point.canary = rateOf(canary);
    point.control = rateOf(arms[static_cast<std::size_t>(Arm::Control)]);
    if (point.canary && gate.kind != rollout::GateKind::Point) {
        const double tOpt = static_cast<double>(std::max<std::int64_t>(gate.minSample, 1));
        const auto band = statistics::confidence(canary, Alpha, tOpt);
        point.canaryLow = band.low;
        point.canaryHigh = band.high;
    }
    return point;
}

}  // namespace

Result<session::GateTrend> gateTrend(store::StoreReader& reader, const Dictionary& names,
                                     const session::AskGateTrend& question)
{
    RolloutView view;
    if (auto loaded = view.loadSteps(reader, names); !loaded)
        return loaded.error();
    const auto wanted = find(view.rollout(), question);
    const auto head = reader.head();
    if (!head || !wanted)
        return head ? Error{Code::NotFound, "no such gate is measured: " + question.gate} : head.error();
    const std::int64_t now = head->lease.lastTime.ms / MinuteMs;
    const std::int64_t from = now - std::clamp(question.minutes, 1, MostMinutes);
    Minutes minutes(view.rollout(), *wanted);
    if (auto read = reader.seriesFrom(from, minutes); !read)
        return read.error();
    session::GateTrend trend;
    trend.gate = question.gate;
    trend.slice = question.slice;
    trend.unit = wanted->gate->unit;
    if (wanted->gate->kind != rollout::GateKind::Relative)
        trend.threshold = wanted->gate->threshold;
    for (std::int64_t minute = from; minute < now; ++minute)
        trend.points.push_back(pointOf(minute, minutes.all[minute], *wanted->gate));
    for (const session::RolloutEvent& event : view.story().events)
        if (event.at.ms >= from * MinuteMs)
            trend.marks.push_back(event);
    return trend;
}

}  // namespace holdpoint::views
