// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/flow/rollout.h"

#include "core/rollout/plan_json.h"

#include <algorithm>

namespace holdpoint::flow {
namespace {

using rollout::Event;

/// Folds the facts of one step, one after the other.
class Fold {
public:
    Fold(Rollout& r, const Dictionary& names) : r_(r), names_(names) {}

    void operator()(const Fact& fact)
    {
        at_ = fact.at;
        std::visit([this](const auto& body) { apply(body); }, fact.body);
    }

private:
    template <typename T>
    void apply(const T&)
    {}
    void apply(const IntakeSet& f) { r_.intakeOpen = f.open; }

    // A text that the reader of today refuses was written by another version: the plan that was there stays.
    void apply(const PlanSet& f)
    {
        auto plan = rollout::readPlan(f.text);
        if (!plan)
            return;
        r_.plan = std::move(*plan);
        r_.planText = f.text;
        r_.planHash = f.hash;
    }

    void apply(const RolloutMoved& f)
    {
        const auto event = fromName<Event>(names_.text(f.event));
        const rollout::ControlState before = r_.control;
        setControl(f);
        if (before.state != r_.control.state || before.step != r_.control.step ||
            before.run != r_.control.run)
            r_.since = at_;
        if (event != Event::Annotate) {
            r_.movedAt = r_.version + 1;
            r_.movedBy = names_.text(f.by);
            r_.reason = f.reason.empty() ? f.seenOn : f.reason;
        }
        if (event)
            follow(*event, f);
        if (names_.text(f.event) == Widened)
            ++r_.epoch;
        followTrial(before, names_.text(f.event), f.triggered);
        followStop();
        syncSlices();
    }
    void setControl(const RolloutMoved& f)
    {
        rollout::ControlState& c = r_.control;
        const auto names = sliceNames(f);
        c.state = f.state;
        c.step = f.step;
        c.live = f.live;
        c.wasLive = f.wasLive;
        c.mirroring = f.mirroring;
        c.fromHypercare = f.fromHypercare;
        c.trial = f.trial;
        c.autoPauses = f.autoPauses;
        c.run = static_cast<int>(f.run);
        c.stoppedTo = f.stoppedTo;
        c.slices.clear();
        for (std::size_t i = 0; i < f.slices.size(); ++i)
            c.slices.push_back(
                {i < names.size() ? names[i] : std::string(), f.slices[i].state, f.slices[i].excluded});
        ++c.version;
    }
    /// Of the step that is served after it.
    std::vector<std::string> sliceNames(const RolloutMoved& f)
    {
        const auto event = fromName<Event>(names_.text(f.event));
        if (event == Event::Commit)
            serve(f.step);
        if (event == Event::StepBack)
            serve(f.step - 1);
        std::vector<std::string> all;
        for (const rollout::ServedSlice& slice : r_.served)
            all.push_back(slice.name);
        return all;
    }
    /// What was cut out stays cut out, of all that is served from now on.
    void serve(int step)
    {
        r_.servedStep = step;
        r_.weights.clear();
        ++r_.evidenceRun;
        r_.routed = true;
        const auto old = std::exchange(r_.served, {});
        const rollout::RolloutStep* planned = r_.stepServed();
        if (planned == nullptr)
            return;
        for (const rollout::PlannedSlice& slice : planned->slices) {
            rollout::ServedSlice& s = r_.served.emplace_back();
            s.name = slice.name;
            s.predicate = slice.predicate;
            s.holdbackBp = slice.holdbackBp;
        }
    }
    void follow(Event event, const RolloutMoved& f)
    {
        if (event == Event::Edit || event == Event::NewAttempt) {
            r_.checklist.clear();
            r_.signatures.clear();
            r_.poll = {};
        }
        if (event == Event::Commit || event == Event::StepBack || event == Event::NewAttempt) {
            r_.gates.clear();
            r_.armed.reset();
            ++r_.epoch;
        }
        if (event == Event::Narrow)
            ++r_.epoch;
        if (event == Event::EnterHypercare)
            r_.hypercare = Milliseconds{0};
        if (event == Event::NewAttempt) {
            r_.triggers = {};
            r_.bake = {};
        }
        if (event == Event::Pause || event == Event::StopIntake)
            r_.pausedFor = f.triggered ? static_cast<std::uint16_t>(1 + static_cast<int>(f.trigger)) : 0;
        if (event == Event::Rollback || event == Event::Scrub || event == Event::NewAttempt)
            r_.proposal.reset();
    }
    // It passed if its time ended it; any move but notes takes that back.
    void followTrial(const rollout::ControlState& before, const std::string& event, bool triggered)
    {
        const bool on = r_.control.trial;
        if (on && !before.trial)
            r_.trialSince = at_;
        if (event == TrialEnd)
            r_.trialPassed = !triggered;
        else if (before.state != r_.control.state || before.slices != r_.control.slices || on)
            r_.trialPassed = false;
        if (!on)
            r_.trialSince = Never;
    }
    void followStop()
    {
        if (r_.control.state != RolloutState::PausedIntake)
            r_.stoppedSince = Never;
        else if (r_.stoppedSince == Never || r_.control.trial)
            r_.stoppedSince = at_;  // a trial is a decision
    }
    void syncSlices()
    {
        for (std::size_t i = 0; i < r_.served.size() && i < r_.control.slices.size(); ++i) {
            r_.served[i].state = r_.control.slices[i].state;
            r_.served[i].stopped = r_.control.stoppedTo;
        }
    }

    void apply(const SliceServed& f)
    {
        if (f.step != r_.servedStep || f.slice == 0 || f.slice > r_.served.size())
            return;
        rollout::ServedSlice& s = r_.served[f.slice - 1U];
        const auto cut = rollout::readPredicates(f.excluded);
        s.weightBp = static_cast<int>(f.weightBp);
        s.trialBp = f.onTrial ? std::optional(static_cast<int>(f.trialBp)) : std::nullopt;
        if (cut)
            s.excluded = *cut;
        weigh();
    }
    /// Orders of the rest of the minute in which a weight changed are no evidence.
    void weigh()
    {
        WeightEpoch now{at_.ms / 60'000 + 1, r_.epoch, {}};
        for (const rollout::ServedSlice& slice : r_.served)
            now.shares.push_back(std::min(slice.weightBp, rollout::Buckets - slice.holdbackBp) /
                                 static_cast<double>(rollout::Buckets));
        if (!r_.weights.empty() && r_.weights.back().fromMinute == now.fromMinute)
            r_.weights.pop_back();
        if (r_.weights.empty() || r_.weights.back().shares != now.shares ||
            r_.weights.back().epoch != now.epoch)
            r_.weights.push_back(std::move(now));
    }

    void apply(const PollOpened& f) { r_.poll = {at_, f.evidence, {}, {}}; }
    void apply(const VoteGiven& f)
    {
        if (f.coSign) {
            r_.poll.coSigned[f.seat] = names_.text(f.by);
            return;
        }
        r_.poll.votes[f.seat] = {f.vote, names_.text(f.by), f.words, f.evidence, at_};
        r_.poll.coSigned.erase(f.seat);
    }
    void apply(const VotesCleared&)
    {
        r_.poll.votes.clear();
        r_.poll.coSigned.clear();
    }

    void apply(const GateTurned& f)
    {
        r_.gates[{names_.text(f.gate), f.slice}] = {f.verdict, f.reason, f.latched, at_, false};
    }
    void apply(const GateAcknowledged& f)
    {
        for (auto& [key, gate] : r_.gates)
            if (key.first == names_.text(f.gate))
                gate.acknowledged = true;
    }
    void apply(const TriggerTurned& f)
    {
        if (const auto i = static_cast<std::size_t>(f.trigger); i < r_.triggers.size())
            r_.triggers[i] = {f.on, at_, f.detail};
    }

    void apply(const OverrideArmed& f)
    {
        rollout::Override& o = r_.armed.emplace();
        o.step = f.step;
        for (std::size_t from = 0; from < f.gates.size();) {
            const std::size_t end = std::min(f.gates.find('\n', from), f.gates.size());
            o.gates.push_back(f.gates.substr(from, end - from));
            from = end + 1;
        }
        o.reason = f.reason;
        o.typedName = r_.plan ? r_.plan->name : std::string();
        o.commander = names_.text(f.by);
        o.secondPerson = names_.text(f.second);
    }
    void apply(const FreezeMoved& f)
    {
        if (f.number == 0 || f.number > r_.freezes.size() + 1U)
            return;
        if (f.number > r_.freezes.size())
            r_.freezes.emplace_back();
        r_.freezes[f.number - 1U] = {f.freeze, f.state, f.from, f.to, f.reason};
    }
    void apply(const CommandPassed& f)
    {
        rollout::CommandPost& p = r_.post;
        p.offer.reset();
        if (names_.text(f.how) == "offered")
            p.offer = rollout::CommandPost::Offer{names_.text(f.offeredTo), at_};
        if (p.commander != names_.text(f.commander))
            p.commanderSeen = at_;
        p.commander = names_.text(f.commander);
        p.deputy = names_.text(f.deputy);
    }
    void apply(const ChecklistMarked& f)
    {
        r_.checklist[names_.text(f.item)] = {f.done, f.evidence, names_.text(f.by), at_};
    }
    void apply(const Signed& f)
    {
        const std::string& what = names_.text(f.what);
        const auto same = std::find_if(r_.signatures.begin(), r_.signatures.end(), [&](const Signature& s) {
            return s.what == what && s.seat == f.seat;
        });
        if (same != r_.signatures.end())
            r_.signatures.erase(same);
        r_.signatures.push_back({what, f.seat, names_.text(f.by), f.words, at_});
        if (what == "drill")
            r_.drillPassed = at_;
    }
    void apply(const BakeNoted& f)
    {
        if (r_.bake.run != Hash{} && r_.bake.run != f.run && !r_.weights.empty()) {
            r_.weights.clear();
            ++r_.evidenceRun;
            weigh();
        }
        r_.bake = {
            Milliseconds{f.bakedMs}, at_, f.running, f.pausedSince, f.resumedAt, f.run, f.cutoffs, f.peaks};
        r_.hypercare = Milliseconds{f.hypercareMs};
    }
    void apply(const RollbackProposed& f)
    {
        if (f.stopped && r_.proposal)
            r_.proposal->stopped = true;
        else
            r_.proposal = rollout::Proposal{f.trigger, at_, f.executes, f.stopped};
    }
    void apply(const ReportSealed& f)
    {
        if (names_.text(f.what) == "rehearsal")
            r_.drillPassed = at_;
    }

    Rollout& r_;
    const Dictionary& names_;
    Instant at_;
};

}  // namespace

const rollout::RolloutStep* Rollout::stepServed() const noexcept
{
    if (!plan || servedStep < 1 || static_cast<std::size_t>(servedStep) > plan->steps.size())
        return nullptr;
    return &plan->steps[static_cast<std::size_t>(servedStep) - 1];
}

void applyRolloutFact(Rollout& rollout, const Fact& fact, const Dictionary& names)
{
    Fold(rollout, names)(fact);
}

void applyRollout(Rollout& rollout, const StepBody& step, Seq seq, const Dictionary& names)
{
    Fold fold(rollout, names);
    for (const Fact& fact : step.facts)
        fold(fact);
    ++rollout.version;
    rollout.head = seq;
}

bool operator==(const Rollout& a, const Rollout& b)
{
    const auto of = [](const Rollout& r) {
        return std::tie(r.id, r.version, r.head, r.intakeOpen, r.planText, r.planHash, r.control, r.movedAt,
                        r.since, r.movedBy, r.reason, r.routed, r.servedStep, r.served, r.epoch, r.post,
                        r.poll, r.checklist, r.signatures, r.freezes, r.armed, r.gates, r.triggers, r.bake,
                        r.hypercare, r.proposal, r.stoppedSince, r.trialSince, r.trialPassed, r.drillPassed,
                        r.pausedFor, r.weights, r.evidenceRun);
    };
    return of(a) == of(b) && a.plan.has_value() == b.plan.has_value();
}

}  // namespace holdpoint::flow
