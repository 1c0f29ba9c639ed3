// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan.h"

#include <algorithm>

namespace holdpoint::rollout {

double tOptOf(const GatePlan& gate)
{
    constexpr double Failures = 50;
    if (gate.tOpt > 0)
        return gate.tOpt;
    return gate.kind == GateKind::Relative ? Failures : static_cast<double>(gate.minSample);
}

std::vector<OrderPosition> openPositions(const Dispositions& inFlight)
{
    std::vector<OrderPosition> open;
    for (std::size_t i = 0; i < OrderPositions; ++i) {
        const auto position = static_cast<OrderPosition>(i);
        const auto choices = choicesFor(position);
        if (!inFlight[i] || std::find(choices.begin(), choices.end(), *inFlight[i]) == choices.end())
            open.push_back(position);
    }
    return open;
}

std::vector<RollbackContent> missingContents(const RollbackPlan& plan)
{
    const auto lacks = [](const std::vector<std::string>& lines) {
        return std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return line.empty(); });
    };
    std::vector<RollbackContent> all;
    if (lacks(plan.stopTraffic))
        all.push_back(RollbackContent::StopTraffic);
    if (!openPositions(plan.inFlight).empty())
        all.push_back(RollbackContent::InFlight);
    if (lacks(plan.compensations))
        all.push_back(RollbackContent::Compensations);
    if (lacks(plan.reconciliation))
        all.push_back(RollbackContent::Reconciliation);
    return all;
}

std::vector<Prerequisite> missing(const Prerequisites& p)
{
    std::vector<Prerequisite> all;
    if (p.shadowPhase.empty())
        all.push_back(Prerequisite::ShadowPhase);
    if (p.contractSuite.empty())
        all.push_back(Prerequisite::ContractSuite);
    if (p.idempotentWrites.empty())
        all.push_back(Prerequisite::IdempotentWrites);
    if (p.decisionTree.empty())
        all.push_back(Prerequisite::DecisionTree);
    return all;
}

std::vector<Phase> phasesOf(const RolloutPlan& plan)
{
    std::vector<Phase> phases;
    for (const RolloutStep& step : plan.steps)
        phases.push_back(step.phase);
    return phases;
}

}  // namespace holdpoint::rollout
