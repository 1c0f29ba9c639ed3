// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_meter.h"

#include "core/statistics/histogram.h"

#include <algorithm>
#include <cmath>

namespace holdpoint::flow {
namespace {

constexpr std::int64_t MinuteMs = 60'000;
constexpr int LatencyMinutes = 60;
constexpr std::int64_t FailureBucket = 5;  // minutes
constexpr std::int64_t RecentMinutes = 5;

/// Good of all, by stage (rollout.md §5.2).
struct Objective {
    Metric metric;
    double good;
};
constexpr std::array Objectives{Objective{Metric::ArmAcceptance, 0.995}, Objective{Metric::ArmHandoff, 0.99}};

struct Series {
    std::string_view metric;
    Metric series;
};
/// What plans call it (rollout.md §5.1).
constexpr auto SeriesOfPlans = std::to_array<Series>({
    {"acceptance", Metric::ArmAcceptance},
    {"success.intake", Metric::ArmAcceptance},
    {"success.decisioning", Metric::ArmAllocation},
    {"success.allocation", Metric::ArmAllocation},
    {"success.handoff", Metric::ArmHandoff},
    {"success.confirmation", Metric::ArmConfirmation},
    {"latency.p95", Metric::ArmLatency},
    {"latency", Metric::ArmLatency},
    {"exceptions", Metric::ArmExceptions},
    {"downstream_err", Metric::ArmCalls},
    {"inv_mismatch", Metric::ArmStock},
    {"retries", Metric::ArmRetries},
    {"dup_effects", Metric::ArmDuplicateEffects},
});

Instant startOf(std::int64_t minute) { return {minute * MinuteMs}; }

bool isCounted(const rollout::GatePlan& gate)
{
    return gate.kind == rollout::GateKind::Absolute || gate.kind == rollout::GateKind::Relative;
}

}  // namespace

std::optional<Metric> RolloutMeter::seriesOf(const std::string& metric)
{
    for (const Series& one : SeriesOfPlans)
        if (one.metric == metric)
            return one.series;
    return std::nullopt;
}

void RolloutMeter::follow(const Rollout& rollout)
{
    const rollout::RolloutStep* step = rollout.stepServed();
    if (!step || step->slices.empty()) {
        *this = {};
        return;
    }
    if (!board_ || run_ != rollout.control.run || step_ != rollout.servedStep)
        build(rollout);
    if (evidenceRun_ != rollout.evidenceRun) {
        evidenceRun_ = rollout.evidenceRun;
        board_->newRun();
        epochs_.clear();
        for (SliceSums& slice : slices_)
            slice.split.clear();
    }
    openEpochs(rollout);
    for (std::size_t s = 0; s < slices_.size() && s < rollout.control.slices.size(); ++s)
        board_->setServed(s, rollout.control.slices[s].state != SliceState::Waiting &&
                                 !rollout.control.slices[s].excluded);
    evidenced_.clear();
    for (const auto& [item, entry] : rollout.checklist)
        if (entry.done)
            evidenced_.insert(item);
}

// The figures of another step are other figures: all begins anew. What a gate has proved, the rollout remembers.
void RolloutMeter::build(const Rollout& rollout)
{
    const auto told = std::move(told_);
    *this = {};
    told_ = told;
    const rollout::RolloutStep& step = *rollout.stepServed();
    run_ = rollout.control.run;
    step_ = rollout.servedStep;
    evidenceRun_ = rollout.evidenceRun;
    board_.emplace(step.gates, step.slices.size());
    latency_.emplace(step.slices.size(), LatencyMinutes + 1);
    slices_.resize(step.slices.size());
    for (const Objective& objective : Objectives)
        for (const Arm arm : {Arm::Canary, Arm::Control})
            budgets_.push_back({objective.metric, arm,
                                alarms::Ring<alarms::Counts>{Milliseconds{MinuteMs}, 72 * 60 + 1},
                                alarms::BurnWatch(objective.good)});
    for (std::size_t g = 0; g < step.gates.size(); ++g) {
        const rollout::GatePlan& gate = step.gates[g];
        const auto series = seriesOf(gate.metric);
        if (const auto metric = board_->metricOf(gate.metric); series && metric && isCounted(gate)) {
            auto& counters = counters_[*series];
            if (std::find(counters.begin(), counters.end(), *metric) == counters.end())
                counters.push_back(*metric);
        }
        for (std::size_t s = 0; s < slices_.size(); ++s)
            if (const auto was = rollout.gates.find({gate.id, static_cast<int>(s) + 1});
                was != rollout.gates.end() && was->second.latched) {
                rollout::GateMemory memory;
                memory.latched = true;
                board_->restore(g, s, memory);
            }
    }
}

void RolloutMeter::openEpochs(const Rollout& rollout)
{
    for (std::size_t e = epochs_.size(); e < rollout.weights.size(); ++e) {
        const WeightEpoch& epoch = rollout.weights[e];
        if (epoch.shares.size() != slices_.size())
            continue;
        epochs_.push_back(epoch);
        mixed_.insert(epoch.fromMinute - 1);
        board_->cells().openEpoch(epoch.fromMinute, epoch.shares);
        for (SliceSums& slice : slices_)
            slice.split.emplace_back();
    }
}

std::optional<std::int64_t> RolloutMeter::firstMinute() const
{
    return epochs_.empty() ? std::nullopt : std::optional(epochs_.front().fromMinute - 1);
}

void RolloutMeter::take(const ArmCount& row)
{
    const ArmCell cell = armCell(row.cell);
    const bool ours = static_cast<int>(cell.run) == run_ && cell.step == step_ && cell.slice >= 1 &&
                      cell.slice <= slices_.size() && cell.hashed;
    if (board_ && ours && row.metric >= Metric::ArmOrders)
        waiting_.push_back(row);
}

/// Rows of minutes before that one. A minute in which the weight changed belongs to no epoch.
void RolloutMeter::flush(std::int64_t before)
{
    std::vector<ArmCount> later;
    for (const ArmCount& row : waiting_) {
        const ArmCell cell = armCell(row.cell);
        if (row.minute >= before)
            later.push_back(row);
        else
            count(row, cell.slice - 1U, cell.arm);
    }
    waiting_ = std::move(later);
}

std::optional<std::size_t> RolloutMeter::epochOf(std::int64_t minute) const
{
    for (std::size_t e = epochs_.size(); e-- > 0;)
        if (epochs_[e].fromMinute <= minute)
            return e;
    return std::nullopt;
}

void RolloutMeter::count(const ArmCount& row, std::size_t slice, Arm arm)
{
    SliceSums& sums = slices_[slice];
    if (row.metric == Metric::ArmOrders) {
        sums.orders[static_cast<std::size_t>(arm)] += row.n;
        recent_[row.minute][static_cast<std::size_t>(arm)] += row.n;
    }
    if (row.metric == Metric::ArmDuplicateEffects)
        sums.duplicates += row.bad;
    for (Budget& budget : budgets_)
        if (budget.metric == row.metric && budget.arm == arm)
            if (alarms::Counts* cell = budget.minutes.at(startOf(row.minute)))
                *cell += {row.n, row.bad};
    if (mixed_.contains(row.minute))
        return;
    if (row.metric == Metric::ArmOrders)
        if (const auto epoch = epochOf(row.minute))
            sums.split[*epoch] += {arm == Arm::Canary ? row.n : 0, row.n};
    if (row.metric == Metric::ArmRetries && arm == Arm::Canary) {
        sums.retries[row.minute].n += row.n;
        sums.retries[row.minute].sum += row.sum;
    }
    if (row.metric == Metric::ArmLatencyBucket)
        latency_->add(slice, arm, startOf(row.minute),
                      Milliseconds{statistics::Histogram::edgeOf(row.bucket)}, row.n);
    const auto counters = counters_.find(row.metric);
    if (counters == counters_.end())
        return;
    for (const std::size_t metric : counters->second) {
        board_->cells().add(metric, slice, arm, startOf(row.minute), {row.bad, row.n});
        if (row.bad > 0 && arm == Arm::Canary)
            failing_[{metric, slice}].insert(row.minute / FailureBucket);
    }
}

/// Point gates look back on evaluations; the others need no more than the newest.
std::int64_t RolloutMeter::replayed() const
{
    std::int64_t minutes = 3;
    for (const rollout::GatePlan& gate : board_->gates())
        if (gate.kind == rollout::GateKind::Point && seriesOf(gate.metric))
            minutes = std::max<std::int64_t>(minutes, gate.window.count() / MinuteMs + 4);
    return std::min(minutes, MostReplayed);
}

void RolloutMeter::advance(Instant now)
{
    if (!board_)
        return;
    const std::int64_t last = rollout::MetricCells::minuteOf(now);
    for (std::int64_t minute = std::max(minute_ + 1, last - replayed()); minute <= last; ++minute)
        evaluate(minute);
    minute_ = std::max(minute_, last);
}

void RolloutMeter::evaluate(std::int64_t minute)
{
    flush(minute);
    while (!recent_.empty() && recent_.begin()->first < minute - RecentMinutes)
        recent_.erase(recent_.begin());
    const Instant now = startOf(minute);
    lookAtBudgets(minute);
    readTold(now);
    for (const rollout::GatePlan& gate : board_->gates())
        if (isCounted(gate) && seriesOf(gate.metric))
            board_->setWatermark(gate.metric, now);
    for (std::size_t s = 0; s < slices_.size(); ++s)
        board_->setSplit(s, logESplit(s).value_or(0) >= std::log(statistics::SplitAlarm));
    board_->evaluate(now);
}

void RolloutMeter::lookAtBudgets(std::int64_t minute)
{
    for (Budget& budget : budgets_)
        budget.watch.look(
            [&](Milliseconds window) { return budget.minutes.sum(startOf(minute - 1), window); },
            std::nullopt, startOf(minute));
}

const alarms::BurnWatch* RolloutMeter::burn(Metric metric, Arm arm) const
{
    for (const Budget& budget : budgets_)
        if (budget.metric == metric && budget.arm == arm)
            return &budget.watch;
    return nullptr;
}

/// Of the canary alone: what burns in both arms is a vendor's trouble.
std::optional<bool> RolloutMeter::burnRatePage() const
{
    std::optional<bool> pages;
    for (const Objective& objective : Objectives) {
        const auto canary = burn(objective.metric, Arm::Canary)->pages();
        const auto control = burn(objective.metric, Arm::Control)->pages();
        if (canary)
            pages = pages.value_or(false) || (*canary && !control.value_or(false));
    }
    return pages;
}

void RolloutMeter::readTold(Instant now)
{
    for (std::size_t g = 0; g < board_->gates().size(); ++g)
        if (!isCounted(board_->gates()[g]))
            for (std::size_t s = 0; s < slices_.size(); ++s)
                board_->set(g, s, toldOf(board_->gates()[g], s, now));
}

rollout::GateReading RolloutMeter::toldOf(const rollout::GatePlan& gate, std::size_t slice, Instant now) const
{
    rollout::GateReading reading;
    if (gate.kind == rollout::GateKind::Checklist) {
        reading.watermark = now;
        reading.evidenced = evidenced_.contains(gate.metric);
        return reading;
    }
    const auto series = seriesOf(gate.metric);
    if (series == Metric::ArmRetries) {
        reading.watermark = now;
        reading.point = retriesOf(gate, slice, rollout::MetricCells::minuteOf(now));
    } else if (series == Metric::ArmDuplicateEffects) {
        reading.watermark = now;
        if (orders(slice, Arm::Canary) > 0)
            reading.violations = slices_[slice].duplicates;
    } else if (const auto told = told_.find(gate.metric); told != told_.end()) {
        reading.watermark = told->second.at;
        reading.point = told->second.point;
        reading.violations = told->second.violations;
    }
    return reading;
}

std::optional<double> RolloutMeter::retriesOf(const rollout::GatePlan& gate, std::size_t slice,
                                              std::int64_t minute) const
{
    Sum all;
    const auto& minutes = slices_[slice].retries;
    const std::int64_t from = minute - std::max<std::int64_t>(1, gate.window.count() / MinuteMs);
    for (auto at = minutes.lower_bound(from); at != minutes.end() && at->first < minute; ++at) {
        all.n += at->second.n;
        all.sum += at->second.sum;
    }
    if (all.n == 0)
        return std::nullopt;
    return static_cast<double>(all.sum) / static_cast<double>(all.n);
}

void RolloutMeter::tellPoint(const std::string& metric, std::optional<double> value, Instant at)
{
    told_[metric].point = value;
    told_[metric].at = at;
}

void RolloutMeter::tellViolations(const std::string& metric, std::optional<std::int64_t> count, Instant at)
{
    told_[metric].violations = count;
    told_[metric].at = at;
}

std::int64_t RolloutMeter::orders(std::size_t slice, Arm arm) const
{
    return slices_[slice].orders[static_cast<std::size_t>(arm)];
}

std::int64_t RolloutMeter::recentOrders(Arm arm) const
{
    std::int64_t all = 0;
    for (const auto& [minute, orders] : recent_)
        if (minute < minute_ && minute >= minute_ - RecentMinutes)
            all += orders[static_cast<std::size_t>(arm)];
    return all;
}

std::optional<double> RolloutMeter::logESplit(std::size_t slice) const
{
    std::optional<double> log;
    for (std::size_t e = 0; e < epochs_.size(); ++e) {
        const double share = epochs_[e].shares[slice];
        if (share > 0 && share < 1 && slices_[slice].split[e].n > 0)
            log = log.value_or(0) + statistics::logESplit(slices_[slice].split[e], share);
    }
    return log;
}

GateReadings RolloutMeter::gates(const Rollout& rollout, Instant now)
{
    follow(rollout);
    advance(now);
    GateReadings readings;
    if (!board_)
        return readings;
    for (std::size_t g = 0; g < board_->gates().size(); ++g)
        for (std::size_t s = 0; s < slices_.size(); ++s)
            readings.gates.push_back({g, s, board_->result(g, s), board_->memory(g, s).latched});
    for (std::size_t s = 0; s < slices_.size(); ++s)
        if (const auto split = logESplit(s))
            readings.logESplit = std::max(readings.logESplit.value_or(*split), *split);
    readings.burnRatePage = burnRatePage();
    addHarm(readings);
    addLatency(readings, now);
    return readings;
}

/// Of the relative gate with the most evidence of harm.
void RolloutMeter::addHarm(GateReadings& readings) const
{
    std::optional<Harm> worst;
    for (std::size_t g = 0; g < board_->gates().size(); ++g)
        for (std::size_t s = 0; s < slices_.size(); ++s)
            if (const double log = board_->result(g, s).logEHarm;
                board_->gates()[g].kind == rollout::GateKind::Relative && (!worst || log > worst->log))
                worst = Harm{g, s, log};
    if (!worst)
        return;
    const rollout::GateReading& reading = board_->reading(worst->gate, worst->slice);
    readings.canaryHarm = reading.epochs;
    for (const statistics::Epoch& epoch : reading.epochs)
        readings.canaryFailures += epoch.failures.x;
    const auto metric = board_->metricOf(board_->gates()[worst->gate].metric);
    if (const auto found = failing_.find({*metric, worst->slice}); found != failing_.end())
        readings.failureBuckets = static_cast<int>(found->second.size());
}

void RolloutMeter::addLatency(GateReadings& readings, Instant now) const
{
    for (std::size_t s = 0; s < slices_.size(); ++s)
        if (const auto low = latency_->quantile(s, Arm::Canary, 0.95, now, LatencyMinutes).low)
            readings.p95Lower = std::max(readings.p95Lower.value_or(*low), *low);
}

}  // namespace holdpoint::flow
