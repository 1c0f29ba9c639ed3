// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/order_metrics.h"

#include "core/statistics/histogram.h"

#include <algorithm>
#include <array>
#include <optional>

namespace holdpoint::flow {
namespace {

constexpr std::int64_t MinuteMs = 60'000;

/// What each order of the sample is an instance of from its assignment on.
constexpr std::array OfEveryOrder{Metric::ArmAcceptance,      Metric::ArmAllocation, Metric::ArmHandoff,
                                  Metric::ArmConfirmation,    Metric::ArmExceptions, Metric::ArmRetries,
                                  Metric::ArmDuplicateEffects};

struct Turned {
    Happened what;
    Metric metric;
};
constexpr auto TurnedBad = std::to_array<Turned>({
    {Happened::IntakeFailed, Metric::ArmAcceptance},
    {Happened::AllocationFailed, Metric::ArmAllocation},
    {Happened::HandoffFailed, Metric::ArmHandoff},
    {Happened::ConfirmationFailed, Metric::ArmConfirmation},
    {Happened::Excepted, Metric::ArmExceptions},
    {Happened::DuplicateEffect, Metric::ArmDuplicateEffects},
});

struct LegacyWord {
    std::string_view word;
    Metric metric;  ///< None: an exception and no more
};
constexpr auto LegacyWords = std::to_array<LegacyWord>({
    {"refused", Metric::ArmAcceptance},
    {"intake_failed", Metric::ArmAcceptance},
    {"out_of_stock", Metric::ArmAllocation},
    {"decisioning_failed", Metric::ArmAllocation},
    {"allocation_failed", Metric::ArmAllocation},
    {"handoff_failed", Metric::ArmHandoff},
    {"confirmation_failed", Metric::ArmConfirmation},
    {"settlement_failed", Metric::None},
    {"failed", Metric::ArmConfirmation},
    {"exception", Metric::None},
});

bool isFailure(const Attempted& call)
{
    return call.outcome == AttemptOutcome::OutcomeUnknown || call.cls == FailureClass::Transport ||
           call.cls == FailureClass::Validation || call.cls == FailureClass::Unclassified ||
           !call.expected.empty();
}

class Counting {
public:
    Counting(const Order& order, const StepBody& step, const Dictionary& names, std::vector<ArmCount>& out)
        : order_(order), step_(step), names_(names), out_(out)
    {
        row_.cell = armCellOf(order.assigned);
        row_.minute = order.assignedAt.ms / MinuteMs;
    }

    void all()
    {
        if (order_.isNews(Happened::Assigned))
            assigned();
        if (!order_.assigned.inSample)
            return;
        if (order_.isNews(Happened::Decided))
            decided();
        if (order_.assigned.arm == Arm::Control)
            return legacy();
        for (const Turned& turned : TurnedBad)
            if (order_.isNews(turned.what))
                add(turned.metric, 0, 1);
        if (order_.isNews(Happened::Finished))
            add(Metric::ArmFinished, 1);
        for (const Fact& fact : step_.facts)
            std::visit([&](const auto& f) { (*this)(f, fact.part); }, fact.body);
    }

    void operator()(const Attempted& f, Part)
    {
        if (f.asked)
            return;
        add(Metric::ArmCalls, 1, isFailure(f) ? 1 : 0);
        if (f.attempt > 1)
            add(Metric::ArmRetries, 0, 0, 1);
    }
    void operator()(const LegStock& f, Part part)
    {
        if (f.state == LegStockState::Granted)
            add(Metric::ArmStock, linesOf(part));
    }
    void operator()(const Answered& f, Part part)
    {
        if (f.operation == Operation::Ship && f.outcome == AttemptOutcome::FailedForCertain &&
            f.cls == FailureClass::SoftBusiness)
            add(Metric::ArmStock, 0, linesOf(part));
    }
    template <typename Other>
    void operator()(const Other&, Part)
    {}

private:
    void add(Metric metric, std::int64_t n, std::int64_t bad = 0, std::int64_t sum = 0)
    {
        if (n == 0 && bad == 0 && sum == 0)
            return;
        row_.metric = metric;
        row_.n = n;
        row_.bad = bad;
        row_.sum = sum;
        out_.push_back(row_);
    }
    [[nodiscard]] std::int64_t linesOf(Part part) const
    {
        const Leg* leg = order_.leg(part);
        return leg ? static_cast<std::int64_t>(leg->lines.size()) : 0;
    }
    void assigned()
    {
        add(Metric::ArmOrders, 1, 0, order_.header.total);
        if (!order_.assigned.inSample)
            return add(Metric::ArmOutOfSample, 1);
        for (const Metric metric : OfEveryOrder)
            add(metric, 1);
    }
    /// Nothing: the clocks of the sources do not say.
    [[nodiscard]] std::optional<Milliseconds> tookToDecide() const
    {
        if (order_.assigned.arm == Arm::Canary)
            return step_.at - order_.assignedAt;
        for (const Fact& fact : step_.facts)
            if (std::holds_alternative<LegacyDecided>(fact.body) && order_.placedAt.ms > 0 &&
                fact.at >= order_.placedAt)
                return fact.at - order_.placedAt;
        return std::nullopt;
    }
    void decided()
    {
        const auto took = tookToDecide();
        if (!took)
            return;
        add(Metric::ArmLatency, 1, *took > SlowDecision ? 1 : 0, took->count());
        row_.bucket = static_cast<std::uint32_t>(statistics::Histogram::bucketOf(took->count()));
        add(Metric::ArmLatencyBucket, 1);
        row_.bucket = 0;
    }
    void legacy()
    {
        if (!order_.isNews(Happened::LegacyTold))
            return;
        add(Metric::ArmFinished, 1);
        for (const Fact& fact : step_.facts)
            if (const auto* told = std::get_if<LegacyOutcome>(&fact.body))
                return said(names_.text(told->outcome));
    }
    void said(std::string_view word)
    {
        const auto* known = std::find_if(LegacyWords.begin(), LegacyWords.end(),
                                         [word](const LegacyWord& w) { return w.word == word; });
        if (known == LegacyWords.end())
            return;
        add(Metric::ArmExceptions, 0, 1);
        if (known->metric != Metric::None)
            add(known->metric, 0, 1);
    }

    const Order& order_;
    const StepBody& step_;
    const Dictionary& names_;
    std::vector<ArmCount>& out_;
    ArmCount row_;
};

}  // namespace

void orderMetrics(const Order& after, const StepBody& step, const Dictionary& names,
                  std::vector<ArmCount>& out)
{
    if (after.assigned.hashed && !after.assigned.rollout.isNone() && after.assignedAt != Never)
        Counting(after, step, names, out).all();
}

}  // namespace holdpoint::flow
