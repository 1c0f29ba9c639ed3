// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout_acts.h"
#include "core/rollout/checklist.h"
#include "core/rollout/plan_hash.h"

#include <algorithm>

/// What is true now, of what the table of transitions asks. What is unknown is not true, but for going down.
namespace holdpoint::flow {
namespace {

using rollout::Guard;

constexpr Milliseconds OnCallBySign{5 * 60'000};
constexpr Milliseconds OnCallByAct{30 * 60'000};

bool within(Instant last, Instant now, Milliseconds life) { return now - last <= life; }

Instant lastOf(const std::map<std::string, Instant>& all, const std::string& person)
{
    const auto known = all.find(person);
    return known == all.end() ? Instant{} : known->second;
}

std::string ownerOf(const Rollout& r, Function seat)
{
    if (!r.plan)
        return {};
    const auto owner = r.plan->owners.find(seat);
    return owner == r.plan->owners.end() ? std::string() : owner->second;
}

/// The conditions, each in its own line; one object for one question.
class Conditions {
public:
    Conditions(const Rollout& r, const rollout::ControlCommand& command, const RolloutTurn& turn)
        : r_(r),
          command_(command),
          turn_(turn),
          judged_(judge(r, turn.world, turn.readings)),
          evidence_(evidenceOf(r, turn.world, turn.readings))
    {}

    [[nodiscard]] bool met(Guard guard) const
    {
        const RolloutWorld& w = turn_.world;
        switch (guard) {
        case Guard::ValidatorClean: return r_.plan && rollout::isClean(findingsOf(r_, w));
        case Guard::ChecklistEvidenced: return checklist();
        case Guard::RollbackPlanSigned: return signedByAll("rollback_plan");
        case Guard::PollGoOrOverride: return pollGo() || overridden();
        case Guard::PollGo: return pollGo();
        case Guard::NoHardFreeze: return !rollout::hardFreeze(r_.freezes, turn_.now);
        case Guard::ContractClear: return w.contractClear.value_or(isEvidenced(r_, "contract_matrix"));
        case Guard::FreshData: return isFresh(r_, turn_);
        case Guard::OwnersOnCall: return onCall(Function::Engineering) && onCall(Function::Operations);
        case Guard::VerdictGo: return verdictGo();
        case Guard::BakeDone: return bakeDone();
        case Guard::CauseCleared: return noTrigger(true);
        case Guard::NoActiveTrigger: return noTrigger(false);
        case Guard::EngGo: return votedGo(Function::Engineering);
        case Guard::OpsGo: return votedGo(Function::Operations);
        case Guard::EngineeringAndOperationsGo:
            return votedGo(Function::Engineering) && votedGo(Function::Operations);
        case Guard::Trial10pct15min: return r_.trialPassed;
        case Guard::Cooldown: return hasCooled(r_, turn_.now);
        case Guard::FullPollIfThird: return pollGo() && isSigned("root_cause");
        case Guard::NestedSlice: return nestedTarget();
        case Guard::LegacyHealthy: return w.legacyHealthy.value_or(true);
        case Guard::EveryOrderDisposed: return w.rollback && w.rollback->everyOrderDisposed;
        case Guard::ZeroUnclassified: return w.rollback && w.rollback->unclassified == 0;
        case Guard::ZeroDraining: return w.rollback && w.rollback->draining == 0;
        case Guard::SignedOpsCommerce:
            return isSigned("reconciliation", Function::Operations) &&
                   isSigned("reconciliation", Function::Commerce);
        case Guard::RootCauseLinked: return !command_.reason.empty() || isSigned("root_cause");
        case Guard::ExitCriteria: return rollout::mayExit(rollout::exitCriteria(hypercareOf(r_, turn_)));
        case Guard::ReceiverAccepted:  // these two are looked at before the controller is asked
        case Guard::SecondPerson: return true;
        default: return false;  // the controller's own
        }
    }

private:
    [[nodiscard]] bool checklist() const
    {
        return std::all_of(
            rollout::ChecklistItems.begin(), rollout::ChecklistItems.end(), [&](const auto& item) {
                return item.part != rollout::ChecklistPart::PreLaunch || isEvidenced(r_, item.name);
            });
    }
    [[nodiscard]] bool isSigned(std::string_view what, std::optional<Function> seat = {}) const
    {
        return std::any_of(r_.signatures.begin(), r_.signatures.end(),
                           [&](const Signature& s) { return s.what == what && (!seat || s.seat == *seat); });
    }
    [[nodiscard]] bool signedByAll(std::string_view what) const
    {
        for (std::size_t f = 0; f < CountOf<Function>; ++f)
            if (!isSigned(what, static_cast<Function>(f)))
                return false;
        return r_.plan && rollout::missingContents(r_.plan->rollback).empty();
    }
    [[nodiscard]] bool acknowledged() const
    {
        return std::all_of(judged_.slices.begin(), judged_.slices.end(),
                           [](const auto& gates) { return rollout::unacknowledged(gates).empty(); });
    }
    [[nodiscard]] bool verdictGo() const
    {
        return judged_.verdict == StepVerdict::Go ||
               (judged_.verdict == StepVerdict::GoWithAck && acknowledged());
    }
    [[nodiscard]] bool pollGo() const
    {
        return pollOf(r_).isGo(judged_.verdict, acknowledged(), evidence_, turn_.now);
    }
    // The word of two against gates and votes, for this step; what it did not name must be GO.
    [[nodiscard]] bool overridden() const
    {
        return r_.armed && r_.armed->step == r_.control.step && verdictGo();
    }
    [[nodiscard]] bool votedGo(Function seat) const
    {
        const rollout::Poll poll = pollOf(r_);
        const rollout::CastVote* vote = poll.voteOf(seat);
        return vote != nullptr && vote->vote == Vote::Go && !poll.isOld(*vote, evidence_, turn_.now);
    }
    [[nodiscard]] bool onCall(Function seat) const
    {
        const std::string person = ownerOf(r_, seat);
        const auto vote = r_.poll.votes.find(seat);
        return (turn_.world.seen && within(lastOf(*turn_.world.seen, person), turn_.now, OnCallBySign)) ||
               within(lastOf(turn_.acted, person), turn_.now, OnCallByAct) ||
               (vote != r_.poll.votes.end() && within(vote->second.at, turn_.now, OnCallByAct));
    }
    [[nodiscard]] bool bakeDone() const
    {
        rollout::BakeClock clock(r_.bake);
        clock.tick(turn_.now, r_.control.state == RolloutState::Running, isFresh(r_, turn_),
                   evidenceRunOf(r_, turn_.world));
        return clock.isDone(bakeNeeds(r_, turn_), turn_.now);
    }
    /// C3 is about the stop itself: going up again is what ends it.
    [[nodiscard]] bool noTrigger(bool whileStopped) const
    {
        for (std::size_t i = 0; i < r_.triggers.size(); ++i)
            if (r_.triggers[i].on && !(whileStopped && static_cast<Trigger>(i) == Trigger::C3))
                return false;
        return true;
    }
    [[nodiscard]] bool nestedTarget() const
    {
        const int step = command_.targetStep - 1;
        if (!r_.plan || step < 1 || static_cast<std::size_t>(step) > r_.plan->steps.size())
            return false;
        std::vector<rollout::ServedSlice> inner;
        for (const rollout::PlannedSlice& p : r_.plan->steps[static_cast<std::size_t>(step) - 1].slices) {
            rollout::ServedSlice& s = inner.emplace_back();
            s.predicate = p.predicate;
            s.holdbackBp = p.holdbackBp;
            const auto now = std::find_if(r_.served.begin(), r_.served.end(),
                                          [&](const auto& served) { return served.name == p.name; });
            s.weightBp = now == r_.served.end() ? p.weightBp : std::min(p.weightBp, now->weightBp);
            if (now != r_.served.end())
                s.excluded = now->excluded;
        }
        return rollout::nested(inner, r_.served);
    }

    const Rollout& r_;
    const rollout::ControlCommand& command_;
    const RolloutTurn& turn_;
    JudgedSlices judged_;
    Hash evidence_;
};

const GateNow* readingOf(const GateReadings& readings, std::size_t gate, std::size_t slice)
{
    for (const GateNow& now : readings.gates)
        if (now.gate == gate && now.slice == slice)
            return &now;
    return nullptr;
}

rollout::JudgedGate judgedGate(const Rollout& r, const GateReadings& readings, std::size_t gate,
                               std::size_t slice)
{
    rollout::JudgedGate one;
    one.plan = &r.stepServed()->gates[gate];
    if (const GateNow* now = readingOf(readings, gate, slice))
        one.result = now->result;
    const auto standing = r.gates.find({one.plan->id, static_cast<int>(slice) + 1});
    one.acknowledged = standing != r.gates.end() && standing->second.acknowledged &&
                       standing->second.verdict == one.result.verdict;
    return one;
}

/// Evidence of a step that serves nobody is what its reports and checks say.
StepVerdict ofDarkStep(StepVerdict gates, bool noGates, const RolloutWorld& world)
{
    if (!world.lacks || !world.lacks->empty())
        return gates == StepVerdict::NoGo ? gates : StepVerdict::Inconclusive;
    return noGates ? StepVerdict::Go : gates;
}

bool decides(const rollout::JudgedGate& g)
{
    return !g.plan->dryRun && g.plan->blocker.value_or(true) && !g.overridden;
}

}  // namespace

rollout::Facts factsOf(const Rollout& r, const rollout::ControlCommand& command, const RolloutTurn& turn)
{
    const Conditions conditions(r, command, turn);
    rollout::Facts facts;
    facts.set(Guard::LegacyHealthy, conditions.met(Guard::LegacyHealthy));
    for (const auto from : {positionOf(r.control), rollout::Position::PausedIntake})
        if (const rollout::Row* row = rollout::rowOf(from, command.event))
            for (const Guard guard : row->guards)
                facts.set(guard, conditions.met(guard));
    return facts;
}

JudgedSlices judge(const Rollout& r, const RolloutWorld& world, const GateReadings& readings)
{
    JudgedSlices all;
    const rollout::RolloutStep* step = r.stepServed();
    all.verdict = StepVerdict::Go;  // before the first commit the checklist speaks
    if (step == nullptr)
        return all;
    std::optional<StepVerdict> verdict;
    for (std::size_t s = 0; s < std::max<std::size_t>(step->slices.size(), 1); ++s) {
        auto& gates = all.slices.emplace_back();
        for (std::size_t g = 0; g < step->gates.size(); ++g)
            gates.push_back(judgedGate(r, readings, g, s));
        if (r.armed)
            rollout::apply(*r.armed, r.control.step, gates);
        const bool silent = s < r.control.slices.size() && r.control.slices[s].excluded;
        if (!silent && verdict != StepVerdict::NoGo) {
            const StepVerdict one = rollout::stepVerdict(gates);
            verdict = one == StepVerdict::NoGo ? one : std::max(verdict.value_or(one), one);
        }
    }
    all.verdict = verdict.value_or(StepVerdict::Inconclusive);
    if (step->phase < Phase::Canary)
        all.verdict = ofDarkStep(all.verdict, step->gates.empty(), world);
    return all;
}

Hash evidenceRunOf(const Rollout& r, const RolloutWorld& w)
{
    const rollout::RolloutStep* step = r.stepServed();
    rollout::Evidence e;
    e.build = w.build;
    e.rules = w.rules;
    e.mappings = w.mappings;
    e.contracts = w.contracts;
    e.thresholds = step ? toHex(rollout::thresholdsHash(*step)) : std::string();
    return rollout::evidenceHash(e);
}

Hash evidenceOf(const Rollout& r, const RolloutWorld& w, const GateReadings& readings)
{
    rollout::Evidence e;
    e.plan = toHex(r.planHash) + ' ' + std::to_string(r.control.run) + ' ' + std::to_string(r.control.step);
    e.build = toHex(evidenceRunOf(r, w));
    const JudgedSlices judged = judge(r, w, readings);
    for (std::size_t s = 0; s < judged.slices.size(); ++s)
        for (const rollout::JudgedGate& g : judged.slices[s])
            e.verdicts.emplace_back(g.plan->id + '/' + std::to_string(s + 1), g.result.verdict);
    return rollout::evidenceHash(e);
}

rollout::Poll pollOf(const Rollout& r)
{
    std::set<Function> required;
    for (std::size_t f = 0; f < CountOf<Function>; ++f)
        required.insert(static_cast<Function>(f));
    rollout::Poll poll(required, r.post.commander, r.poll.opened);
    for (const auto& [seat, vote] : r.poll.votes)
        (void)poll.cast(seat, vote.person, vote, vote.evidence);
    for (const auto& [seat, person] : r.poll.coSigned)
        (void)poll.coSign(seat, person);
    return poll;
}

std::vector<rollout::Finding> findingsOf(const Rollout& r, const RolloutWorld& world)
{
    if (!r.plan)
        return {};
    rollout::PlanWorld known = world.plan;
    if (!known.drillPassed && r.drillPassed != Never)
        known.drillPassed = r.drillPassed;
    for (const rollout::Freeze& f : r.freezes)
        if (f.kind == FreezeKind::Hard &&
            (f.state == FreezeState::Approved || f.state == FreezeState::Enforced))
            known.freezes.push_back({f.from, f.to});
    auto all = rollout::validate(*r.plan, known);
    for (rollout::Finding& finding : all)
        if (finding.check == rollout::Check::OutsideStaffedHours && known.staffed.empty())
            finding.weight = rollout::Weight::Warn;
    return all;
}

bool isEvidenced(const Rollout& r, std::string_view item)
{
    if (item == "commander_named")
        return !r.post.commander.empty();
    if (item == "rollback_plan") {
        const auto all = std::count_if(r.signatures.begin(), r.signatures.end(),
                                       [](const Signature& s) { return s.what == "rollback_plan"; });
        return r.plan && rollout::missingContents(r.plan->rollback).empty() &&
               all == static_cast<std::ptrdiff_t>(CountOf<Function>);
    }
    const auto entry = r.checklist.find(std::string(item));
    return entry != r.checklist.end() && entry->second.done;
}

bool isLiveStep(const Rollout& r, int step)
{
    return r.plan && step >= 1 && static_cast<std::size_t>(step) <= r.plan->steps.size() &&
           r.plan->steps[static_cast<std::size_t>(step) - 1].phase >= Phase::Canary;
}

bool isFresh(const Rollout& r, const RolloutTurn& turn)
{
    for (const auto& gates : judge(r, turn.world, turn.readings).slices)
        for (const rollout::JudgedGate& g : gates)
            if (decides(g) && g.result.verdict == GateVerdict::Inconclusive &&
                (g.result.reason == InconclusiveReason::StaleData ||
                 g.result.reason == InconclusiveReason::MetricError ||
                 g.result.reason == InconclusiveReason::NoData))
                return false;
    return true;
}

rollout::BakeClock::Needs bakeNeeds(const Rollout& r, const RolloutTurn& turn)
{
    rollout::BakeClock::Needs needs;
    const rollout::RolloutStep* step = r.stepServed();
    if (step == nullptr)
        return needs;
    needs.least = step->minBake;
    needs.most = step->maxBake;
    needs.cutoffs = turn.world.plan.cutoffMinutes.empty() ? 0 : 1;
    needs.peaks = turn.world.plan.peakMinutes.empty() ? 0 : 1;
    needs.samplesMet = true;
    for (const auto& gates : judge(r, turn.world, turn.readings).slices)
        for (const rollout::JudgedGate& g : gates)
            if (decides(g) && g.result.verdict == GateVerdict::Inconclusive &&
                (g.result.reason == InconclusiveReason::MinSample ||
                 g.result.reason == InconclusiveReason::MinEvents ||
                 g.result.reason == InconclusiveReason::Immature))
                needs.samplesMet = false;
    return needs;
}

Milliseconds hypercareNow(const Rollout& r, Instant now)
{
    const bool runs = r.control.state == RolloutState::Hypercare && r.bake.last != Never;
    return runs ? r.hypercare + (now - r.bake.last) : r.hypercare;
}

bool hasCooled(const Rollout& r, Instant now)
{
    return std::all_of(r.triggers.begin(), r.triggers.end(), [&](const TriggerStanding& t) {
        return !t.on && now - t.since >= rollout::TriggerBoard::CoolDown;
    });
}

// Where nobody listens for signs of life, an act is one, and only a long silence is an absence.
rollout::CommandPost postNow(const Rollout& r, const RolloutTurn& turn)
{
    rollout::CommandPost post = r.post;
    const auto last = [&](const std::string& person, Instant before) {
        Instant at = std::max(before, lastOf(turn.acted, person));
        if (turn.world.seen)
            return std::max(at, lastOf(*turn.world.seen, person));
        const bool silent = turn.now - at > rollout::CommandPost::Absent;
        return silent ? at : turn.now;
    };
    post.commanderSeen = last(post.commander, r.post.commanderSeen);
    post.deputySeen = turn.world.seen ? last(post.deputy, r.post.deputySeen)
                                      : std::max(r.post.deputySeen, lastOf(turn.acted, post.deputy));
    return post;
}

rollout::HypercareFacts hypercareOf(const Rollout& r, const RolloutTurn& turn)
{
    rollout::HypercareFacts f = turn.world.hypercare.value_or(rollout::HypercareFacts{});
    f.clock = hypercareNow(r, turn.now);
    f.promotionOrReplay |= isEvidenced(r, "promotion_or_replay");
    f.financialClose |= isEvidenced(r, "financial_close");
    f.symmetric |= isEvidenced(r, "symmetry");
    f.notificationsClean |= isEvidenced(r, "notifications");
    f.drillPasses |= isEvidenced(r, "drill");
    f.runbookAccepted |= isEvidenced(r, "runbook_accepted");
    f.overridesReviewed |= isEvidenced(r, "overrides_reviewed");
    return f;
}

rollout::Actor actorOf(const Rollout& r, const RolloutTurn& turn, const std::string& person, Role role)
{
    rollout::Actor a;
    a.person = person;
    a.role = role;
    a.commander = !person.empty() && person == r.post.commander;
    a.deputy = !person.empty() && person == r.post.deputy;
    rollout::CommandPost post = postNow(r, turn);
    if (a.deputy)
        post.deputySeen = turn.now;
    a.deputyActing = a.deputy && post.deputyActs(turn.now);
    for (std::size_t f = CountOf<Function>; f-- > 0;)  // of several the first of the roll call
        if (!person.empty() && ownerOf(r, static_cast<Function>(f)) == person)
            a.seat = static_cast<Function>(f);
    return a;
}

std::vector<rollout::Guard> openGuards(const Rollout& r, rollout::Event event, const RolloutTurn& turn)
{
    rollout::ControlCommand c;
    c.event = event;
    c.actor = {.person = {}, .commander = true, .deputyActing = true, .seat = Function::Engineering};
    c.reason = "asked";
    c.targetStep = r.control.step;
    auto answer = rollout::decide(r.control, c, r.plan ? rollout::phasesOf(*r.plan) : std::vector<Phase>{},
                                  factsOf(r, c, turn));
    const auto* refusal = std::get_if<rollout::Refusal>(&answer);
    return refusal ? refusal->unmet : std::vector<rollout::Guard>{};
}

}  // namespace holdpoint::flow
