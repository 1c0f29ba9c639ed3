// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/metrics_text.h"

#include "core/views/launch_board.h"
#include "core/views/numbers.h"
#include "core/views/rollout_view.h"

#include <cmath>
#include <cstdio>

namespace holdpoint::views {
namespace {

using Label = std::pair<std::string_view, std::string_view>;

/// Families one after the other, each with its help and type before its first line.
class Exposition {
public:
    void family(std::string_view metric, std::string_view type, std::string_view help)
    {
        metric_ = "holdpoint_" + std::string(metric);
        head_ = "# HELP " + metric_ + ' ' + std::string(help) + "\n# TYPE " + metric_ + ' ' +
                std::string(type) + '\n';
    }
    void line(std::initializer_list<Label> labels, double value)
    {
        text += std::exchange(head_, {}) + metric_;
        char separator = '{';
        for (const auto& [key, words] : labels) {
            text += std::exchange(separator, ',') + std::string(key) + "=\"";
            escape(words);
            text += '"';
        }
        char number[40];
        std::snprintf(number, sizeof number, "%s %.17g\n", labels.size() > 0 ? "}" : "", value);
        text += number;
    }
    void line(std::initializer_list<Label> labels, std::int64_t value)
    {
        line(labels, static_cast<double>(value));
    }
    std::string text;

private:
    void escape(std::string_view words)
    {
        for (const char c : words) {
            if (c == '\n')
                text += "\\n";
            else if (c == '"' || c == '\\')
                (text += '\\') += c;
            else
                text += c;
        }
    }
    std::string metric_, head_;
};

double seconds(Instant at) { return static_cast<double>(at.ms) / 1000; }

void addNumbers(Exposition& out, const session::Numbers& numbers)
{
    out.family("orders", "gauge", "Orders by where they are.");
    for (std::size_t i = 0; i < CountOf<Place>; ++i)
        out.line({{"place", name(static_cast<Place>(i))}}, numbers.orders[i]);
    out.family("events_total", "counter", "Events received, by producer and what became of them.");
    for (const auto& [producer, counts] : numbers.byProducer) {
        out.line({{"producer", producer}, {"disposition", "accepted"}}, counts.accepted);
        out.line({{"producer", producer}, {"disposition", "refused"}}, counts.refused);
        out.line({{"producer", producer}, {"disposition", "parked"}}, counts.parked);
        out.line({{"producer", producer}, {"disposition", "duplicate"}}, counts.duplicate);
    }
    out.family("effects_unanswered", "gauge", "Effects in the outbox without an answer.");
    out.line({}, numbers.outbox);
    if (numbers.asOf.parts.empty())
        return;
    out.family("journal_steps_total", "counter", "Rows of the journal.");
    out.line({}, static_cast<double>(numbers.asOf.parts.front().seq));
    out.family("frame_timestamp_seconds", "gauge",
               "Engine time of the newest frame: all figures are as of it.");
    out.line({}, seconds(numbers.asOf.at));
}

void addQueue(Exposition& out, const session::Board& board)
{
    out.family("exceptions_open", "gauge", "Open items of the exception queue by priority.");
    for (std::size_t i = 0; i < board.openByPriority.size(); ++i)
        out.line({{"priority", name(static_cast<Priority>(i))}}, board.openByPriority[i]);
    out.family("exceptions_past_sla", "gauge", "Open items past their time.");
    out.line({}, board.pastSla);
    out.family("intake_open", "gauge", "1 while new orders come in.");
    out.line({}, board.intake.open ? std::int64_t{1} : 0);
}

void addBoard(Exposition& out, const session::Board& board)
{
    out.family("launch_metric", "gauge",
               "The five metrics of the launch board, in percent, milliseconds or orders.");
    for (const session::MetricCard& card : board.metrics)
        if (card.value)
            out.line({{"metric", name(card.metric)}}, *card.value);
    out.family("stage_waiting", "gauge", "Orders waiting in a stage.");
    for (const session::StageCard& card : board.stages)
        out.line({{"stage", name(card.stage)}}, card.waiting);
    out.family("stage_failing", "gauge", "Orders held at a stage by an exception.");
    for (const session::StageCard& card : board.stages)
        out.line({{"stage", name(card.stage)}}, card.failing);
    out.family("vendor_calls", "gauge", "Calls to a vendor in the last five minutes.");
    for (const session::VendorCard& card : board.vendors)
        out.line({{"vendor", card.vendor}}, card.calls);
    out.family("vendor_errors", "gauge", "Of these, failed ones.");
    for (const session::VendorCard& card : board.vendors)
        out.line({{"vendor", card.vendor}}, card.errors);
    out.family("vendor_breaker_open", "gauge", "1 while no calls are let out to a vendor.");
    for (const session::VendorCard& card : board.vendors)
        out.line({{"vendor", card.vendor}},
                 card.breaker == session::BreakerState::Open ? std::int64_t{1} : 0);
    out.family("alarm_active", "gauge", "1 for each alarm that is on.");
    for (const session::AlarmRow& row : board.alarms)
        if (row.cleared == Never)
            out.line({{"alarm", name(row.kind)}, {"vendor", row.vendor}, {"priority", name(row.priority)}},
                     std::int64_t{1});
}

void addRollout(Exposition& out, const session::RolloutBoard& board)
{
    if (board.rollout.isNone())
        return;
    out.family("rollout_step", "gauge", "The step that a rollout is at, with its state.");
    out.line({{"rollout", board.name}, {"state", name(board.state)}, {"phase", name(board.phase)}},
             std::int64_t{board.step});
    out.family("rollout_weight_ratio", "gauge", "The share of new orders that a slice is served with.");
    for (const session::SliceRow& slice : board.slices)
        out.line({{"rollout", board.name}, {"slice", slice.name}}, slice.weightBp / 10'000.0);
    out.family("rollout_orders", "gauge", "Orders that the hash assigned in this step, by arm.");
    for (const session::SliceRow& slice : board.slices) {
        out.line({{"rollout", board.name}, {"slice", slice.name}, {"arm", "canary"}}, slice.canaryOrders);
        out.line({{"rollout", board.name}, {"slice", slice.name}, {"arm", "control"}}, slice.controlOrders);
    }
    out.family("rollout_gate_verdict", "gauge", "1 GO, -1 NO-GO, 0 cannot say yet.");
    for (const session::GateRow& gate : board.gates)
        out.line({{"rollout", board.name}, {"slice", gate.slice}, {"gate", gate.id}},
                 gate.verdict == GateVerdict::Go     ? std::int64_t{1}
                 : gate.verdict == GateVerdict::NoGo ? -1
                                                     : 0);
    out.family("rollout_gate_value", "gauge", "The figure a gate looks at: share, ratio or reading.");
    for (const session::GateRow& gate : board.gates)
        if (gate.value && std::isfinite(*gate.value))
            out.line({{"rollout", board.name}, {"slice", gate.slice}, {"gate", gate.id}}, *gate.value);
}

}  // namespace

std::string metricsText(const session::Numbers& numbers, const session::Board& board,
                        const session::RolloutBoard& rollout)
{
    Exposition out;
    addNumbers(out, numbers);
    addQueue(out, board);
    addBoard(out, board);
    addRollout(out, rollout);
    return std::move(out.text);
}

Result<std::string> metricsOf(store::StoreReader& reader, const Dictionary& names)
{
    const auto all = numbers(reader, names);
    if (!all)
        return all.error();
    const auto board = launchBoardOf(reader, names);
    if (!board)
        return board.error();
    const auto rollout = rolloutBoardOf(reader, names);
    if (!rollout)
        return rollout.error();
    return metricsText(*all, *board, *rollout);
}

}  // namespace holdpoint::views
