// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/rollout_view.h"

#include <algorithm>

/// Gates with all that their one sentence needs, and what the figures say of slices and of the step.
namespace holdpoint::views {
namespace {

using rollout::GateKind;
using statistics::Trials;

constexpr double Alpha = 0.05;
constexpr int LatencyMinutes = 60;

session::ArmFigure figureOf(Trials t)
{
    session::ArmFigure figure{t.n, t.x, {}, {}};
    if (t.n > 0)
        figure.rate = static_cast<double>(t.x) / static_cast<double>(t.n);
    return figure;
}

std::optional<Milliseconds> p95Of(const flow::RolloutMeter& meter, std::size_t slice, Arm arm)
{
    return meter.latency()
        ->quantile(slice, arm, 0.95, Instant{meter.minute() * 60'000}, LatencyMinutes)
        .value;
}

/// Of both intervals at half the risk each: valid at every look.
void addDifference(session::GateRow& row, const rollout::GatePlan& plan, const rollout::GateReading& reading)
{
    if (!row.canary.rate || !row.control.rate)
        return;
    const double tOpt = static_cast<double>(std::max<std::int64_t>(plan.minSample, 1));
    const auto canary = statistics::confidence(reading.canary, Alpha / 2, tOpt);
    const auto control = statistics::confidence(reading.control, Alpha / 2, tOpt);
    row.difference = *row.canary.rate - *row.control.rate;
    row.differenceLow = canary.low - control.high;
    row.differenceHigh = canary.high - control.low;
    if (plan.kind == GateKind::Relative)
        row.worstAllowed = (plan.ratioSafe - 1) * *row.control.rate;
    else if (plan.threshold)
        row.worstAllowed = *plan.threshold - *row.control.rate;
}

void addPlanned(session::GateRow& row, const rollout::GatePlan& plan)
{
    row.id = plan.id;
    row.metric = plan.metric;
    row.kind = name(plan.kind);
    row.stage = plan.stage;
    row.owner = plan.owner;
    row.blocker = plan.blocker.value_or(false);
    row.dryRun = plan.dryRun;
    row.threshold = plan.kind == GateKind::Relative ? std::optional(plan.ratioSafe) : plan.threshold;
    row.unit = plan.unit;
    row.compare = name(plan.compare);
    row.least = plan.minSample;
    row.window = plan.window;
}

void addResult(session::GateRow& row, const rollout::GateResult& r, bool counted)
{
    row.verdict = r.verdict;
    row.reason = r.reason;
    row.sample = r.sample;
    row.failures = r.failures;
    row.canaryFailures = r.canaryFailures;
    row.share = r.share;
    row.logEHarm = r.logEHarm;
    row.logESafe = r.logESafe;
    row.neededHarm = r.neededHarm;
    row.neededSafe = r.neededSafe;
    row.blockers = r.blockers;
    row.watermark = r.watermark.ms == 0 ? Never : r.watermark;
    const bool unknown =
        r.reason == InconclusiveReason::NoData || r.reason == InconclusiveReason::MetricError;
    if (!unknown)
        row.value = r.value;
    if (counted && r.sample > 0) {
        row.low = r.interval.low;
        row.high = r.interval.high;
    }
}

session::GateRow rowOf(const flow::Rollout& rollout, const flow::RolloutMeter& meter, std::size_t gate,
                       std::size_t slice)
{
    const rollout::GatePlan& plan = meter.board()->gates()[gate];
    const rollout::GateReading& reading = meter.board()->reading(gate, slice);
    const bool counted = plan.kind == GateKind::Absolute || plan.kind == GateKind::Relative;
    session::GateRow row;
    addPlanned(row, plan);
    row.slice = rollout.stepServed()->slices[slice].name;
    addResult(row, meter.board()->explained(gate, slice), counted);
    if (counted) {
        row.canary = figureOf(reading.canary);
        row.control = figureOf(reading.control);
        addDifference(row, plan, reading);
    }
    if (flow::RolloutMeter::seriesOf(plan.metric) == Metric::ArmLatency) {
        row.canary.p95 = p95Of(meter, slice, Arm::Canary);
        row.control.p95 = p95Of(meter, slice, Arm::Control);
    }
    const auto standing = rollout.gates.find({plan.id, static_cast<int>(slice) + 1});
    row.acknowledged = standing != rollout.gates.end() && standing->second.acknowledged;
    row.overridden = rollout.armed && rollout.armed->step == rollout.control.step &&
                     std::find(rollout.armed->gates.begin(), rollout.armed->gates.end(), plan.id) !=
                         rollout.armed->gates.end();
    return row;
}

/// The gate that makes the verdict what it is: the first blocker that is worst.
void addDeciding(session::SliceRow& slice, const std::vector<session::GateRow>& gates)
{
    const auto rank = [](const session::GateRow& row) {
        return row.verdict == GateVerdict::NoGo ? 0 : row.verdict == GateVerdict::Inconclusive ? 1 : 2;
    };
    const session::GateRow* worst = nullptr;
    for (const session::GateRow& row : gates)
        if (row.slice == slice.name && row.blocker && !row.dryRun && (!worst || rank(row) < rank(*worst)))
            worst = &row;
    if (!worst)
        return;
    slice.deciding = worst->id;
    slice.reason = worst->reason;
}

void addFigures(session::SliceRow& slice, const std::vector<session::GateRow>& gates,
                const flow::RolloutMeter& meter, std::size_t number)
{
    slice.canaryOrders = meter.orders(number, Arm::Canary);
    slice.controlOrders = meter.orders(number, Arm::Control);
    if (const auto all = slice.canaryOrders + slice.controlOrders; all > 0)
        slice.observedShare = static_cast<double>(slice.canaryOrders) / static_cast<double>(all);
    for (const session::GateRow& row : gates)
        if (row.slice == slice.name && flow::RolloutMeter::seriesOf(row.metric) == Metric::ArmExceptions)
            slice.errorsDelta = row.difference;
    const auto canary = p95Of(meter, number, Arm::Canary), control = p95Of(meter, number, Arm::Control);
    if (canary && control)
        slice.p95Delta = *canary - *control;
    addDeciding(slice, gates);
}

std::vector<rollout::JudgedGate> judged(const flow::RolloutMeter& meter,
                                        const std::vector<session::GateRow>& gates, std::size_t slice)
{
    auto all = meter.board()->judged(slice);
    const std::size_t slices = gates.size() / std::max<std::size_t>(all.size(), 1);
    for (std::size_t g = 0; g < all.size(); ++g) {
        all[g].acknowledged = gates[g * slices + slice].acknowledged;
        all[g].overridden = gates[g * slices + slice].overridden;
    }
    return all;
}

}  // namespace

void addGates(session::RolloutBoard& board, const flow::Rollout& rollout, const flow::RolloutMeter& meter)
{
    if (!meter.board() || board.slices.size() != rollout.stepServed()->slices.size())
        return;
    for (std::size_t g = 0; g < meter.board()->gates().size(); ++g)
        for (std::size_t s = 0; s < board.slices.size(); ++s)
            board.gates.push_back(rowOf(rollout, meter, g, s));
    std::optional<StepVerdict> all;
    for (std::size_t s = 0; s < board.slices.size(); ++s) {
        session::SliceRow& slice = board.slices[s];
        addFigures(slice, board.gates, meter, s);
        slice.verdict = rollout::stepVerdict(judged(meter, board.gates, s));
        if (slice.state == SliceState::Waiting || slice.excluded)
            continue;
        const bool worse = all != StepVerdict::NoGo && (!all || slice.verdict > *all);
        if (slice.verdict == StepVerdict::NoGo || worse)
            all = slice.verdict;
    }
    board.verdict = all.value_or(StepVerdict::Inconclusive);
    board.newOrders = meter.recentOrders(Arm::Canary);
    board.legacyOrders = meter.recentOrders(Arm::Control);
}

}  // namespace holdpoint::views
