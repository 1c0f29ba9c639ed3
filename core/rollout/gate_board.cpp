// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/gate_board.h"

#include <algorithm>

namespace holdpoint::rollout {
namespace {

constexpr std::size_t NoReader = SIZE_MAX;

bool isCounted(const GatePlan& gate)
{
    return gate.kind == GateKind::Absolute || gate.kind == GateKind::Relative;
}

std::map<std::string, std::size_t> metricsOf(const std::vector<GatePlan>& gates)
{
    std::map<std::string, std::size_t> all;
    for (const GatePlan& gate : gates)
        all.try_emplace(gate.metric, all.size());
    return all;
}

int minutes(Milliseconds d) { return static_cast<int>((d.count() + 59'999) / 60'000); }

std::vector<CellReader> readers(const std::vector<GatePlan>& gates,
                                const std::map<std::string, std::size_t>& metrics)
{
    std::vector<CellReader> all;
    for (const GatePlan& gate : gates)
        if (isCounted(gate))
            all.push_back(
                {metrics.at(gate.metric), std::max(minutes(gate.window), 1), minutes(gate.maturity)});
    return all;
}

std::vector<std::size_t> numbered(const std::vector<GatePlan>& gates)
{
    std::vector<std::size_t> all;
    std::size_t next = 0;
    for (const GatePlan& gate : gates)
        all.push_back(isCounted(gate) ? next++ : NoReader);
    return all;
}

}  // namespace

GateBoard::GateBoard(std::vector<GatePlan> gates, std::size_t slices)
    : gates_(std::move(gates)),
      slices_(slices),
      metrics_(metricsOf(gates_)),
      readerOf_(numbered(gates_)),
      cells_(metrics_.size(), slices, readers(gates_, metrics_)),
      readings_(gates_.size() * slices),
      memories_(gates_.size() * slices),
      results_(gates_.size() * slices),
      served_(slices, true),
      blockers_(blockersOf(gates_))
{}

std::optional<std::size_t> GateBoard::metricOf(const std::string& name) const
{
    const auto found = metrics_.find(name);
    return found == metrics_.end() ? std::nullopt : std::optional(found->second);
}

void GateBoard::set(std::size_t gate, std::size_t slice, const GateReading& reading)
{
    readings_[gate * slices_ + slice] = reading;
}

void GateBoard::setSplit(std::size_t slice, bool alarm)
{
    for (std::size_t g = 0; g < gates_.size(); ++g)
        readings_[g * slices_ + slice].split = alarm;
}

void GateBoard::setWatermark(const std::string& metric, Instant watermark)
{
    for (std::size_t g = 0; g < gates_.size(); ++g)
        if (gates_[g].metric == metric)
            for (std::size_t s = 0; s < slices_; ++s)
                readings_[g * slices_ + s].watermark = watermark;
}

void GateBoard::read(std::size_t gate, std::size_t slice, GateReading& reading) const
{
    const std::size_t reader = readerOf_[gate];
    if (reader == NoReader)
        return;
    reading.canary = reading.control = {};
    reading.epochs.clear();
    reading.immature = cells_.immature(reader, slice);
    for (std::size_t e = 0; e < cells_.epochs(); ++e) {
        const auto canary = cells_.epochSum(reader, e, slice, Arm::Canary);
        const auto control = cells_.epochSum(reader, e, slice, Arm::Control);
        reading.canary += canary;
        reading.control += control;
        reading.epochs.push_back({cells_.share(e, slice), {canary.x, canary.x + control.x}});
    }
}

void GateBoard::evaluate(Instant now)
{
    cells_.advance(now);
    for (std::size_t g = 0; g < gates_.size(); ++g)
        for (std::size_t s = 0; s < slices_; ++s) {
            const std::size_t i = g * slices_ + s;
            read(g, s, readings_[i]);
            results_[i] = rollout::evaluate(gates_[g], readings_[i], memories_[i], blockers_, now);
        }
}

GateResult GateBoard::explained(std::size_t gate, std::size_t slice) const
{
    GateResult r = result(gate, slice);
    addInterval(gates_[gate], readings_[gate * slices_ + slice], r);
    return r;
}

void GateBoard::newRun()
{
    cells_.newRun();
    std::fill(memories_.begin(), memories_.end(), GateMemory{});
}

std::vector<JudgedGate> GateBoard::judged(std::size_t slice) const
{
    std::vector<JudgedGate> all;
    for (std::size_t g = 0; g < gates_.size(); ++g) {
        JudgedGate one;
        one.plan = &gates_[g];
        one.result = result(g, slice);
        all.push_back(one);
    }
    return all;
}

StepVerdict GateBoard::verdict() const
{
    std::optional<StepVerdict> all;
    for (std::size_t s = 0; s < slices_; ++s) {
        if (!served_[s])
            continue;
        const StepVerdict one = stepVerdict(judged(s));
        if (one == StepVerdict::NoGo)
            return one;
        all = std::max(all.value_or(one), one);  // Go < GoWithAck < NoGo < Inconclusive
    }
    return all.value_or(StepVerdict::Inconclusive);
}

}  // namespace holdpoint::rollout
