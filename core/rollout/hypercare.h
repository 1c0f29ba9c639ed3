// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/model/vocabulary.h"

#include <cstdint>
#include <optional>
#include <vector>

/// When hypercare may end: neither too early nor never.
namespace holdpoint::rollout {

enum class ExitCriterion : std::uint8_t {
    Clock,
    WeeklyPeaks,
    PromotionOrReplay,
    FinancialClose,
    NoOpenP1,
    FewP2,
    NoneBeyondSla,
    ExceptionRate,
    ReconAccuracy,
    NothingUnexplained,
    RootCauses,
    ErrorBudget,
    NoAutoPause,
    Symmetry,
    Notifications,
    Drill,
    RunbookAccepted,
    OverridesReviewed,
};

/// Missing is unknown, and unknown is not met.
struct HypercareFacts {
    Milliseconds clock{0};
    int weeklyPeaks = 0;
    bool promotionOrReplay = false;  ///< or a replay at 1.2 times the peak
    bool financialClose = false;     ///< or a written waiver
    std::optional<int> openP1, openP2, beyondSla;
    int agreedP2 = 0;
    std::optional<double> exceptionRate;  ///< per 1,000 orders over the baseline, 7 days
    std::optional<double> reconAccuracy;  ///< worst of 7 days
    std::optional<std::int64_t> unexplained;
    std::optional<double> labelled;              ///< share of exceptions with a root cause
    std::optional<double> budgetSpent;           ///< of the last 7 days
    std::optional<Milliseconds> sinceAutoPause;  ///< since the clock began, if there was none
    bool symmetric = false, notificationsClean = false, drillPasses = false, runbookAccepted = false,
         overridesReviewed = false;
};

struct CriterionState {
    ExitCriterion criterion = ExitCriterion::Clock;
    bool met = false;
    std::optional<double> value;
    double limit = 0;
    std::optional<Milliseconds> wait;  ///< how long time alone needs, where it is time that lacks
};

[[nodiscard]] std::vector<CriterionState> exitCriteria(const HypercareFacts& facts);
[[nodiscard]] bool mayExit(const std::vector<CriterionState>& criteria);

/// "Days to earliest exit" and what blocks. Nothing: no time will do; something must be done first.
struct ExitOutlook {
    std::optional<Milliseconds> earliest;
    std::optional<ExitCriterion> blocking;  ///< the first that is not met
};
[[nodiscard]] ExitOutlook outlook(const std::vector<CriterionState>& criteria);

}  // namespace holdpoint::rollout

namespace holdpoint {
HP_NAMES(rollout::ExitCriterion, "clock", "weekly_peaks", "promotion_or_replay", "financial_close",
         "no_open_p1", "few_p2", "none_beyond_sla", "exception_rate", "recon_accuracy", "nothing_unexplained",
         "root_causes", "error_budget", "no_auto_pause", "symmetry", "notifications", "drill",
         "runbook_accepted", "overrides_reviewed");
}  // namespace holdpoint
