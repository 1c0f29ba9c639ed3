// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_hash.h"

#include <QTest>
#include <functional>
#include <set>

using namespace holdpoint;
using namespace holdpoint::rollout;

namespace {

RolloutPlan plan()
{
    RolloutPlan p;
    p.name = "Autumn";
    p.steps.resize(2);
    p.steps[0].slices.resize(1);
    p.steps[0].gates.resize(1);
    p.steps[0].gates[0].threshold = 0.01;
    return p;
}

using Change = std::function<void(RolloutPlan&)>;

}  // namespace

class PlanHashTest : public QObject {
    Q_OBJECT

private slots:
    void equalPlansHaveEqualHashes() { QVERIFY(planHash(plan()) == planHash(plan())); }
    void everyChangeIsSeenAndNoTwoAreAlike()
    {
        const std::vector<Change> changes{
            [](RolloutPlan& p) { p.name += "2"; },
            [](RolloutPlan& p) { p.salt = "s"; },
            [](RolloutPlan& p) { p.approach = Approach::BigBang; },
            [](RolloutPlan& p) { p.justification = "j"; },
            [](RolloutPlan& p) { p.commander = "j"; },
            [](RolloutPlan& p) { p.deputy = "j"; },
            [](RolloutPlan& p) { p.start = {1}; },
            [](RolloutPlan& p) { p.diffFeedsExceptions = true; },
            [](RolloutPlan& p) { p.dailyReportReviewed = true; },
            [](RolloutPlan& p) { p.steps.pop_back(); },
            [](RolloutPlan& p) { p.steps[0].phase = Phase::Canary; },
            [](RolloutPlan& p) { p.steps[0].caps.ordersPerHour = 1; },
            [](RolloutPlan& p) { p.steps[0].caps.valuePerHour = 1; },
            [](RolloutPlan& p) { p.steps[0].slices[0].weightBp = 1; },
            [](RolloutPlan& p) { p.steps[0].slices[0].holdbackBp = 1; },
            [](RolloutPlan& p) { p.steps[0].slices[0].predicate.op = Op::Any; },
            [](RolloutPlan& p) { p.steps[0].slices[0].predicate.values = {std::string("1")}; },
            [](RolloutPlan& p) { p.steps[0].slices[0].predicate.values = {std::int64_t{1}}; },
            [](RolloutPlan& p) { p.steps[0].gates[0].threshold = 0.02; },
            [](RolloutPlan& p) { p.steps[0].gates[0].threshold.reset(); },
            [](RolloutPlan& p) { p.steps[0].gates[0].blocker = true; },
            [](RolloutPlan& p) { p.steps[0].gates[0].blocker = false; },
            [](RolloutPlan& p) { p.steps[0].gates[0].owner = Function::Engineering; },
            [](RolloutPlan& p) { p.steps[0].gates[0].dryRun = true; },
            [](RolloutPlan& p) { p.rollback.stopTraffic = {"x"}; },
            [](RolloutPlan& p) { p.rollback.compensations = {"x"}; },
            [](RolloutPlan& p) { p.rollback.reconciliation = {"x"}; },
            [](RolloutPlan& p) { p.rollback.inFlight[0] = InFlightAction::HandBack; },
            [](RolloutPlan& p) { p.prerequisites.decisionTree = "x"; },
            [](RolloutPlan& p) { p.owners[Function::Support] = "x"; },
        };
        std::set<Hash> seen{planHash(plan())};
        for (const Change& change : changes) {
            RolloutPlan p = plan();
            change(p);
            seen.insert(planHash(p));
        }
        QCOMPARE(seen.size(), changes.size() + 1);
    }
    void signaturesAreAboutThePlan()
    {
        RolloutPlan p = plan();
        p.rollback.signedBy[Function::Support] = "Ed";
        QVERIFY(planHash(p) == planHash(plan()));
    }
    void thresholdsAreLockedOfAStep()
    {
        RolloutPlan p = plan();
        p.steps[0].slices[0].weightBp = 1;  // not a threshold
        QVERIFY(thresholdsHash(p.steps[0]) == thresholdsHash(plan().steps[0]));
        p.steps[0].gates[0].minSample = 499;
        QVERIFY(thresholdsHash(p.steps[0]) != thresholdsHash(plan().steps[0]));
    }
};

QTEST_APPLESS_MAIN(PlanHashTest)
#include "tst_plan_hash.moc"
