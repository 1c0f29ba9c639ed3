// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/hypercare.h"

#include <algorithm>

namespace holdpoint::rollout {
namespace {

constexpr Milliseconds Day{24LL * 3'600'000};

CriterionState atLeast(ExitCriterion c, std::optional<double> value, double limit)
{
    return {c, value && *value >= limit, value, limit, {}};
}
CriterionState atMost(ExitCriterion c, std::optional<double> value, double limit)
{
    return {c, value && *value <= limit, value, limit, {}};
}
CriterionState done(ExitCriterion c, bool met) { return {c, met, met ? 1.0 : 0.0, 1, {}}; }

CriterionState lasting(ExitCriterion c, std::optional<Milliseconds> value, Milliseconds limit)
{
    CriterionState s{c, value && *value >= limit, {}, 0, {}};
    s.limit = static_cast<double>(limit / Day);
    if (value) {
        s.value = static_cast<double>(value->count()) / static_cast<double>(Day.count());
        if (!s.met)
            s.wait = limit - *value;
    }
    return s;
}

template <typename T>
std::optional<double> number(const std::optional<T>& value)
{
    return value ? std::optional(static_cast<double>(*value)) : std::nullopt;
}

}  // namespace

std::vector<CriterionState> exitCriteria(const HypercareFacts& f)
{
    using enum ExitCriterion;
    return {
        lasting(Clock, f.clock, 14 * Day),
        atLeast(WeeklyPeaks, f.weeklyPeaks, 2),
        done(PromotionOrReplay, f.promotionOrReplay),
        done(FinancialClose, f.financialClose),
        atMost(NoOpenP1, number(f.openP1), 0),
        atMost(FewP2, number(f.openP2), f.agreedP2),
        atMost(NoneBeyondSla, number(f.beyondSla), 0),
        atMost(ExceptionRate, f.exceptionRate, 1.1),
        atLeast(ReconAccuracy, f.reconAccuracy, 0.9995),
        atMost(NothingUnexplained, number(f.unexplained), 0),
        atLeast(RootCauses, f.labelled, 0.95),
        atMost(ErrorBudget, f.budgetSpent, 0.5),
        lasting(NoAutoPause, f.sinceAutoPause, 7 * Day),
        done(Symmetry, f.symmetric),
        done(Notifications, f.notificationsClean),
        done(Drill, f.drillPasses),
        done(RunbookAccepted, f.runbookAccepted),
        done(OverridesReviewed, f.overridesReviewed),
    };
}

bool mayExit(const std::vector<CriterionState>& criteria)
{
    return !criteria.empty() &&
           std::all_of(criteria.begin(), criteria.end(), [](const CriterionState& c) { return c.met; });
}

ExitOutlook outlook(const std::vector<CriterionState>& criteria)
{
    ExitOutlook o;
    o.earliest = Milliseconds{0};
    for (const CriterionState& c : criteria) {
        if (c.met)
            continue;
        if (!o.blocking)
            o.blocking = c.criterion;
        if (!c.wait)
            o.earliest.reset();
        else if (o.earliest)
            o.earliest = std::max(*o.earliest, *c.wait);
    }
    return o;
}

}  // namespace holdpoint::rollout
