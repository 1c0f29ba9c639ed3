// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rollout/cells.h"
#include "core/rollout/gate.h"

#include <map>
#include <string>
#include <vector>

/// All gates of a step over all its slices, followed minute by minute.
namespace holdpoint::rollout {

class GateBoard {
public:
    /// Metrics are numbered in the order in which gates first name them.
    GateBoard(std::vector<GatePlan> gates, std::size_t slices);

    [[nodiscard]] std::optional<std::size_t> metricOf(const std::string& name) const;
    [[nodiscard]] MetricCells& cells() noexcept { return cells_; }
    [[nodiscard]] const std::vector<GatePlan>& gates() const noexcept { return gates_; }

    /// What is not counted in cells: readings of point gates, invariants, checklists, failed sources. Holds until set again.
    void set(std::size_t gate, std::size_t slice, const GateReading& reading);
    /// A slice that was excluded, or waits, says nothing about the step.
    void setServed(std::size_t slice, bool served) { served_[slice] = served; }
    void setSplit(std::size_t slice, bool alarm);
    /// Up to here the metric is complete, in all slices.
    void setWatermark(const std::string& metric, Instant watermark);

    /// Evaluates all that there is. Once per interval.
    void evaluate(Instant now);
    /// A new build, rules, mappings, contracts or thresholds: a new evidence run.
    void newRun();

    /// What a gate remembers (a NO-GO by evidence stays), for a restart; the sums come from the raw series again.
    [[nodiscard]] const GateMemory& memory(std::size_t gate, std::size_t slice) const
    {
        return memories_[gate * slices_ + slice];
    }
    void restore(std::size_t gate, std::size_t slice, const GateMemory& memory)
    {
        memories_[gate * slices_ + slice] = memory;
    }

    [[nodiscard]] const GateResult& result(std::size_t gate, std::size_t slice) const
    {
        return results_[gate * slices_ + slice];
    }
    /// What the last evaluation read.
    [[nodiscard]] const GateReading& reading(std::size_t gate, std::size_t slice) const
    {
        return readings_[gate * slices_ + slice];
    }
    /// The same with its interval, for those who look at it.
    [[nodiscard]] GateResult explained(std::size_t gate, std::size_t slice) const;
    /// The gates of one slice, for its verdict.
    [[nodiscard]] std::vector<JudgedGate> judged(std::size_t slice) const;
    /// Of the step: each served slice must be GO, one NO-GO is NO-GO; none served: inconclusive.
    [[nodiscard]] StepVerdict verdict() const;

private:
    void read(std::size_t gate, std::size_t slice, GateReading& reading) const;

    std::vector<GatePlan> gates_;
    std::size_t slices_;
    std::map<std::string, std::size_t> metrics_;
    std::vector<std::size_t> readerOf_;  // by gate; NoReader: not counted in cells
    MetricCells cells_;
    std::vector<GateReading> readings_;
    std::vector<GateMemory> memories_;
    std::vector<GateResult> results_;
    std::vector<bool> served_;
    int blockers_;
};

}  // namespace holdpoint::rollout
