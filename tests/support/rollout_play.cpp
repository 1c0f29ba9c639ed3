// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rollout_play.h"

#include "core/rollout/checklist.h"
#include "core/rollout/plan_json.h"

#include <algorithm>
#include <stdexcept>

namespace holdpoint::test {
namespace {

using namespace rollout;

GatePlan gatePlan(const char* id, const char* metric, GateKind kind)
{
    GatePlan g;
    g.id = id;
    g.metric = metric;
    g.kind = kind;
    g.threshold = 0.05;
    g.unit = "%";
    g.owner = Function::Engineering;
    g.blocker = true;
    return g;
}

RolloutStep step(Phase phase, std::vector<PlannedSlice> slices)
{
    RolloutStep s;
    s.phase = phase;
    s.minBake = Milliseconds{3'600'000};
    s.slices = std::move(slices);
    s.gates = {gatePlan("errors", "acceptance", GateKind::Absolute),
               gatePlan("latency", "latency.p95", GateKind::Absolute),
               gatePlan("exceptions", "exceptions", GateKind::Absolute),
               gatePlan("books", "recon_acc", GateKind::Point)};
    GatePlan twice = gatePlan("twice", "dup_effects", GateKind::Invariant);
    twice.threshold.reset();
    s.gates.push_back(twice);
    GatePlan told = gatePlan("told", "retries", GateKind::Point);
    told.blocker = false;
    told.onNoGo = OnNoGo::None;
    told.owner = Function::Support;
    s.gates.push_back(told);
    return s;
}

PlannedSlice north(int bp)
{
    return {
        "north", {Op::Eq, Attribute::Region, Quantifier::AllLines, {std::string("north")}, {}}, bp, 0, false};
}
PlannedSlice everywhere(int bp) { return {"everywhere", {}, bp, 0, false}; }

}  // namespace

RolloutPlan smallPlan()
{
    RolloutPlan p;
    p.name = "Small";
    p.salt = "small-1";
    p.approach = Approach::CanaryByRegion;
    p.commander = "Ines";
    p.deputy = "Dario";
    p.owners = {{Function::Engineering, "Emil"},
                {Function::Operations, "Olga"},
                {Function::Commerce, "Carla"},
                {Function::Support, "Sami"}};
    p.start = Instant{1'800'000'000'000};
    p.steps = {step(Phase::Canary, {north(100)}), step(Phase::Canary, {north(500)}),
               step(Phase::Expand, {north(2'500), everywhere(2'500)}),
               step(Phase::Full, {north(10'000), everywhere(10'000)})};
    p.rollback.stopTraffic = {"hold F9"};
    p.rollback.compensations = {"release"};
    p.rollback.reconciliation = {"nine checks"};
    for (std::size_t i = 0; i < OrderPositions; ++i)
        p.rollback.inFlight[i] = choicesFor(static_cast<OrderPosition>(i)).front();
    return p;
}

RolloutPlay::RolloutPlay()
{
    world.plan.drillPassed = now;
    world.contractClear = true;
    world.legacyHealthy = true;
}

bool RolloutPlay::give(const std::string& what, const std::string& actor, const std::string& argument,
                       std::uint32_t number, const std::string& text, const std::string& reason, Role role)
{
    acted_[actor] = now;
    StepBody step;
    const flow::RolloutCommand c{what, actor, role, reason, argument, number, text, 0};
    if (auto done = flow::rolloutCommand(rollout_, c, turn(), step); !done) {
        refusal = done.error();
        return false;
    }
    refusal = {};
    keep(std::move(step));
    look();
    return true;
}

void RolloutPlay::keep(StepBody step)
{
    if (step.facts.empty())
        return;
    step.at = now;
    steps.push_back(std::move(step));
    flow::applyRollout(rollout_, steps.back(), steps.size(), names);
}

bool RolloutPlay::look()
{
    StepBody step;
    const bool turned = flow::rolloutMinute(rollout_, watch_, turn(), step);
    keep(std::move(step));
    return turned;
}

void RolloutPlay::minutes(int n)
{
    for (int i = 0; i < n; ++i) {
        now = now + Milliseconds{60'000};
        look();
    }
}

void RolloutPlay::gates(GateVerdict verdict, InconclusiveReason reason)
{
    readings.gates.clear();
    for (std::size_t slice = 0; slice < 2; ++slice)
        for (std::size_t g = 0; g < 6; ++g) {
            flow::GateNow& one = readings.gates.emplace_back();
            one.gate = g;
            one.slice = slice;
            one.result.verdict = verdict;
            one.result.reason = verdict == GateVerdict::Inconclusive ? reason : InconclusiveReason::None;
        }
}

void RolloutPlay::gate(const std::string& id, GateVerdict verdict, bool latched)
{
    const auto plan = smallPlan();
    for (flow::GateNow& one : readings.gates)
        if (plan.steps[0].gates[one.gate].id == id) {
            one.result.verdict = verdict;
            one.latched = latched;
        }
}

void RolloutPlay::write(const RolloutPlan& plan)
{
    if (!give("set_plan", "Emil", {}, 0, writePlan(plan)))
        throw std::runtime_error(refusal.detail);
}

void RolloutPlay::toHold()
{
    if (!rollout_.plan)
        write(smallPlan());
    const auto must = [&](bool done) {
        if (!done)
            throw std::runtime_error(refusal.detail);
    };
    must(give("submit_plan", "Emil"));
    for (const char* owner : {"Emil", "Olga", "Carla", "Sami"})
        must(give("sign", owner, "rollback_plan"));
    for (const ChecklistItem& item : ChecklistItems)
        if (!item.automatic && item.part == ChecklistPart::PreLaunch)
            must(give("checklist_item", "Olga", std::string(item.name), 1, "seen"));
    must(give("checklist_done", "Ines"));
}

void RolloutPlay::everyGo()
{
    const std::vector<std::pair<const char*, const char*>> seats{{"Emil", "engineering:go"},
                                                                 {"Olga", "operations:go"},
                                                                 {"Carla", "commerce:go"},
                                                                 {"Sami", "support:go"}};
    for (const auto& [person, vote] : seats)
        if (!give("vote", person, vote))
            throw std::runtime_error(refusal.detail);
}

void RolloutPlay::commit()
{
    everyGo();
    if (!give("commit_step", "Ines"))
        throw std::runtime_error(refusal.detail);
}

void RolloutPlay::bakeStep()
{
    gates(GateVerdict::Go);
    for (int i = 0; i < 90 && rollout_.control.state == RolloutState::Running; ++i)
        minutes();
}

void RolloutPlay::toRunning(int step)
{
    gates(GateVerdict::Go);
    if (rollout_.control.step == 0)
        toHold();
    if (rollout_.control.state == RolloutState::Hold)
        commit();
    while (rollout_.control.step < step) {
        bakeStep();
        commit();
    }
}

flow::Rollout RolloutPlay::foldedAgain() const
{
    flow::Rollout again;
    for (std::size_t i = 0; i < steps.size(); ++i)
        flow::applyRollout(again, steps[i], i + 1, names);
    return again;
}

std::vector<std::string> RolloutPlay::moves() const
{
    std::vector<std::string> all;
    for (const StepBody& step : steps)
        for (const Fact& fact : step.facts)
            if (const auto* moved = std::get_if<RolloutMoved>(&fact.body))
                all.push_back(names.text(moved->event));
    return all;
}

int RolloutPlay::count(const std::string& move) const
{
    const auto all = moves();
    return static_cast<int>(std::count(all.begin(), all.end(), move));
}

}  // namespace holdpoint::test
