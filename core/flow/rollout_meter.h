// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alarms/burn_rate.h"
#include "core/flow/order_metrics.h"
#include "core/flow/rollout_world.h"
#include "core/rollout/gate_board.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// The figures of the step that is served. Engine and read side have one each; both are fed with the rollout and with the
/// rows of durable frames, so they say the same, and a restart that reads the rows again says it too. One thread.
namespace holdpoint::flow {

class RolloutMeter final : public GateSource {
public:
    /// Which step is measured and with what weights: after each step of the rollout, before the rows of its frame.
    void follow(const Rollout& rollout);
    /// A row of a durable frame, or of the store, those in the order of their minutes.
    void take(const ArmCount& row);
    /// From which minute on rows are needed after `follow`; nothing: none are.
    [[nodiscard]] std::optional<std::int64_t> firstMinute() const;
    /// Time has passed: gates are evaluated once for each minute that is over.
    void advance(Instant now);
    GateReadings gates(const Rollout& rollout, Instant now) override;

    /// What is not counted in series: a reading, or how many violations of an invariant. Holds, and ages, until told again.
    void tellPoint(const std::string& metric, std::optional<double> value, Instant at);
    void tellViolations(const std::string& metric, std::optional<std::int64_t> count, Instant at);

    /// Null: no step is served.
    [[nodiscard]] const rollout::GateBoard* board() const { return board_ ? &*board_ : nullptr; }
    [[nodiscard]] const rollout::LatencyCells* latency() const { return latency_ ? &*latency_ : nullptr; }
    /// Orders of the step, as the hash assigned them.
    [[nodiscard]] std::int64_t orders(std::size_t slice, Arm arm) const;
    /// Of all slices, in the minutes of the last five that are over.
    [[nodiscard]] std::int64_t recentOrders(Arm arm) const;
    [[nodiscard]] std::optional<double> logESplit(std::size_t slice) const;
    /// How fast the budget of an arm is spent; acceptance or handoff. Null: no step is served.
    [[nodiscard]] const alarms::BurnWatch* burn(Metric metric, Arm arm) const;
    /// Up to which minute gates were evaluated.
    [[nodiscard]] std::int64_t minute() const noexcept { return minute_; }

    /// The series that a metric of a plan is counted in; nothing: it is told.
    [[nodiscard]] static std::optional<Metric> seriesOf(const std::string& metric);
    /// Minutes that are evaluated one after the other when many have passed: what point gates remember.
    static constexpr std::int64_t MostReplayed = 240;

private:
    struct Sum {
        std::int64_t n = 0, sum = 0;
    };
    struct SliceSums {
        std::array<std::int64_t, 2> orders{};
        std::vector<statistics::Trials> split;  // by epoch: canary of all
        std::int64_t duplicates = 0;
        std::map<std::int64_t, Sum> retries;  // of the canary, by minute
    };
    struct Told {
        std::optional<double> point;
        std::optional<std::int64_t> violations;
        Instant at;
    };
    struct Budget {
        Metric metric = Metric::None;
        Arm arm = Arm::Canary;
        alarms::Ring<alarms::Counts> minutes{Milliseconds{60'000}, 72 * 60 + 1};
        alarms::BurnWatch watch;
    };
    struct Harm {
        std::size_t gate = 0, slice = 0;
        double log = 0;
    };

    void build(const Rollout& rollout);
    void openEpochs(const Rollout& rollout);
    void flush(std::int64_t before);
    void count(const ArmCount& row, std::size_t slice, Arm arm);
    void evaluate(std::int64_t minute);
    void lookAtBudgets(std::int64_t minute);
    [[nodiscard]] std::optional<bool> burnRatePage() const;
    void readTold(Instant now);
    [[nodiscard]] rollout::GateReading toldOf(const rollout::GatePlan& gate, std::size_t slice,
                                              Instant now) const;
    [[nodiscard]] std::optional<double> retriesOf(const rollout::GatePlan& gate, std::size_t slice,
                                                  std::int64_t minute) const;
    [[nodiscard]] std::optional<std::size_t> epochOf(std::int64_t minute) const;
    [[nodiscard]] std::int64_t replayed() const;
    void addHarm(GateReadings& readings) const;
    void addLatency(GateReadings& readings, Instant now) const;

    int run_ = 0, step_ = 0;
    std::uint32_t evidenceRun_ = 0;
    std::vector<WeightEpoch> epochs_;
    std::set<std::int64_t> mixed_;  // minutes in which a weight changed: no evidence
    std::optional<rollout::GateBoard> board_;
    std::optional<rollout::LatencyCells> latency_;
    std::map<Metric, std::vector<std::size_t>> counters_;  // of the board's metrics
    std::vector<SliceSums> slices_;
    std::map<std::pair<std::size_t, std::size_t>, std::set<std::int64_t>>
        failing_;                                                 // metric, slice: 5-minute buckets
    std::map<std::int64_t, std::array<std::int64_t, 2>> recent_;  // minute: orders by arm
    std::vector<Budget> budgets_;
    std::map<std::string, Told> told_;
    std::set<std::string> evidenced_;
    std::vector<ArmCount> waiting_;  // rows of minutes that are not over
    std::int64_t minute_ = -1;
};

}  // namespace holdpoint::flow
