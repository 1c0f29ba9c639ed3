// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/transitions.h"

#include <array>
#include <vector>

namespace holdpoint::rollout {
namespace {

using enum Position;
using G = Guard;

constexpr std::array OfCommander{Who::Commander};
constexpr std::array OfPlan{Who::Commander, Who::Engineering};
constexpr std::array OfGrowth{Who::Commander, Who::DeputyActing};
constexpr std::array OfSystem{Who::Sys};
constexpr std::array OfPoll{Who::Sys, Who::Owner};
constexpr std::array OfPause{Who::Sys, Who::Owner, Who::Commander, Who::DeputyActing};
constexpr std::array OfRollback{Who::Commander, Who::DeputyActing, Who::SysByPolicy,
                                Who::EngineeringBreakglass, Who::OperationsBreakglass};
constexpr std::array OfCommand{Who::Commander, Who::Deputy};
constexpr std::array OfSeats{Who::SeatHolder};
constexpr std::array OfNotes{Who::AnyTriage};

constexpr std::array Submitted{G::ValidatorClean};
constexpr std::array Checked{G::ChecklistEvidenced, G::RollbackPlanSigned};
constexpr std::array WithReason{G::Reason};
constexpr std::array Committed{G::PollGoOrOverride, G::NoHardFreeze, G::ContractClear, G::FreshData,
                               G::OwnersOnCall};
constexpr std::array Scrubbed_{G::NeverLive, G::Reason};
constexpr std::array Completed{G::VerdictGo, G::BakeDone, G::NotLast};
constexpr std::array Reopened{G::CauseCleared, G::EngGo, G::OpsGo, G::Trial10pct15min};
constexpr std::array Tried{G::CauseCleared, G::EngineeringAndOperationsGo};
constexpr std::array Resumed{G::NoActiveTrigger, G::Cooldown, G::FullPollIfThird, G::NotFromHypercare,
                             G::NoSlicePaused};
constexpr std::array SteppedBack{G::EngGo, G::OpsGo, G::TargetStageLive, G::NestedSlice};
constexpr std::array RolledBack_{G::WasLive, G::LegacyHealthy};
constexpr std::array Disposed{G::EveryOrderDisposed};
constexpr std::array Signed{G::ZeroUnclassified, G::ZeroDraining, G::SignedOpsCommerce};
constexpr std::array Linked{G::RootCauseLinked};
constexpr std::array Full{G::PhaseFull, G::VerdictGo, G::PollGo};
constexpr std::array Cared{G::WasInHypercare, G::NoActiveTrigger, G::Cooldown};
constexpr std::array Exited{G::ExitCriteria, G::PollGo};
constexpr std::array Accepted{G::ReceiverAccepted};
constexpr std::array Armed{G::Reason, G::SecondPerson};

// Rows 1 to 24, 26 and 27; the guard of `reopen` and `narrow` on one slice of several is the controller's.
constexpr auto Table = std::to_array<Row>({
    {1, Draft, Event::Submit, Preflight, OfPlan, Submitted},
    {2, Preflight, Event::Edit, Draft, OfPlan, {}},
    {3, Preflight, Event::ChecklistDone, HoldFirst, OfCommander, Checked},
    {4, Draft, Event::Scrub, Scrubbed, OfCommander, WithReason},
    {4, Preflight, Event::Scrub, Scrubbed, OfCommander, WithReason},
    {5, HoldFirst, Event::Commit, Running, OfGrowth, Committed, true},
    {5, HoldShadow, Event::Commit, Running, OfGrowth, Committed, true},
    {5, HoldLive, Event::Commit, Running, OfGrowth, Committed, true},
    {6, HoldFirst, Event::PollFail, Same, OfPoll, {}},
    {6, HoldFirst, Event::VoteExpired, Same, OfPoll, {}},
    {6, HoldFirst, Event::EvidenceChanged, Same, OfPoll, {}},
    {6, HoldShadow, Event::PollFail, Same, OfPoll, {}},
    {6, HoldShadow, Event::VoteExpired, Same, OfPoll, {}},
    {6, HoldShadow, Event::EvidenceChanged, Same, OfPoll, {}},
    {6, HoldLive, Event::PollFail, Same, OfPoll, {}},
    {6, HoldLive, Event::VoteExpired, Same, OfPoll, {}},
    {6, HoldLive, Event::EvidenceChanged, Same, OfPoll, {}},
    {7, HoldFirst, Event::Scrub, Scrubbed, OfCommander, Scrubbed_},
    {7, HoldShadow, Event::Scrub, Scrubbed, OfCommander, Scrubbed_},
    {7, RunningShadow, Event::Scrub, Scrubbed, OfCommander, Scrubbed_},
    {7, PausedShadow, Event::Scrub, Scrubbed, OfCommander, Scrubbed_},
    {8, HoldLive, Event::Pause, PausedExpansion, OfPause, {}},
    {8, HoldLive, Event::StopIntake, PausedIntake, OfPause, WithReason},
    {9, RunningShadow, Event::StageComplete, HoldNext, OfSystem, Completed},
    {9, RunningLive, Event::StageComplete, HoldNext, OfSystem, Completed},
    {10, RunningShadow, Event::Pause, PausedShadow, OfPause, {}},
    {10, RunningLive, Event::Pause, PausedExpansion, OfPause, {}},
    {11, RunningLive, Event::StopIntake, PausedIntake, OfPause, WithReason},
    {11, PausedExpansion, Event::StopIntake, PausedIntake, OfPause, WithReason},
    {11, HoldShadow, Event::StopIntake, PausedShadow, OfPause, {}},
    {11, RunningShadow, Event::StopIntake, PausedShadow, OfPause, {}},
    {11, PausedShadow, Event::StopIntake, Same, OfPause, {}},
    {12, PausedIntake, Event::Reopen, PausedExpansion, OfGrowth, Reopened, true},
    {13, PausedExpansion, Event::Resume, Running, OfGrowth, Resumed},
    {13, PausedShadow, Event::Resume, Running, OfGrowth, Resumed},
    {14, PausedExpansion, Event::StepBack, HoldLive, OfCommander, SteppedBack},
    {14, PausedIntake, Event::StepBack, HoldLive, OfCommander, SteppedBack},
    {15, HoldLive, Event::Rollback, RollingBack, OfRollback, RolledBack_},
    {15, RunningLive, Event::Rollback, RollingBack, OfRollback, RolledBack_},
    {15, PausedExpansion, Event::Rollback, RollingBack, OfRollback, RolledBack_},
    {15, PausedIntake, Event::Rollback, RollingBack, OfRollback, RolledBack_},
    {15, Hypercare, Event::Rollback, RollingBack, OfRollback, RolledBack_},
    {16, RollingBack, Event::DispositionDone, Reconciling, OfSystem, Disposed},
    {17, Reconciling, Event::OrphanFound, RollingBack, OfSystem, {}},
    {18, Reconciling, Event::SignOff, RolledBack, OfCommander, Signed},
    {19, RolledBack, Event::NewAttempt, Draft, OfPlan, Linked},
    {20, RolledBack, Event::Scrub, Scrubbed, OfCommander, {}},
    {21, RunningLive, Event::EnterHypercare, Hypercare, OfCommander, Full},
    {22, Hypercare, Event::Pause, PausedExpansion, OfPause, {}},
    {22, Hypercare, Event::StopIntake, PausedIntake, OfPause, WithReason},
    {23, PausedExpansion, Event::ResumeHypercare, Hypercare, OfGrowth, Cared},
    {24, Hypercare, Event::Close, Closed, OfCommander, Exited},
    {26, HoldLive, Event::Narrow, Same, OfPause, {}},
    {26, Hypercare, Event::Narrow, Same, OfPause, {}},
    {26, PausedExpansion, Event::Narrow, Same, OfPause, {}},
    {26, PausedIntake, Event::Narrow, Same, OfPause, {}},
    {26, RunningLive, Event::Narrow, Same, OfPause, {}},
    {27, PausedIntake, Event::ReopenTrial, Same, OfGrowth, Tried, true},
});

/// Row 25 holds in every state that has not ended.
std::vector<Row> withRow25()
{
    std::vector<Row> all(Table.begin(), Table.end());
    for (std::uint8_t p = 0; p < static_cast<std::uint8_t>(Closed); ++p) {
        const auto from = static_cast<Position>(p);
        all.push_back({25, from, Event::TransferCommand, Same, OfCommand, Accepted});
        all.push_back({25, from, Event::CastVote, Same, OfSeats, {}});
        all.push_back({25, from, Event::Ack, Same, OfSeats, {}});
        all.push_back({25, from, Event::Annotate, Same, OfNotes, {}});
        all.push_back({25, from, Event::ArmOverride, Same, OfCommander, Armed});
    }
    return all;
}

}  // namespace

std::span<const Row> rows()
{
    static const std::vector<Row> all = withRow25();
    return all;
}

const Row* rowOf(Position from, Event event)
{
    for (const Row& row : rows())
        if (row.from == from && row.event == event)
            return &row;
    return nullptr;
}

}  // namespace holdpoint::rollout
