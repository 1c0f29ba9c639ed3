// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/rollout_story.h"

namespace holdpoint::views {
namespace {

std::vector<std::string> lines(const std::string& text)
{
    std::vector<std::string> all;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        if (to > from)
            all.push_back(text.substr(from, to - from));
        from = to + 1;
    }
    return all;
}

/// One fact after the other into the story, and the line that the axis shows of it.
struct Telling {
    RolloutStory& story;
    const Dictionary& names;
    Seq seq;
    Instant at;

    void operator()(const PlanSet& f) { log("plan", names.text(f.second), f.by, f.reason); }
    void operator()(const RolloutMoved& f)
    {
        const std::string& event = names.text(f.event);
        passed(f, event);
        if (event == "pause" || event == "stop_intake") {
            story.pausedBy = names.text(f.by);
            story.pausedBecause = f.reason.empty() ? f.seenOn : f.reason;
        }
        if (event == "stop_intake")
            story.stopAsked = at;
        if (event == "edit" || event == "new_attempt")
            story.checklist.clear(), story.ballots.clear(), story.signs.clear();
        if (f.state != RolloutState::Hold && f.state != RolloutState::Hypercare)
            story.pollOpened = Never;
        if (event == "rollback")
            story.proposed.reset();
        story.step = f.step;
        log(event, f.triggered ? std::string(name(f.trigger)) : names.text(f.from), f.by,
            f.reason.empty() ? f.seenOn : f.reason, f.row);
    }
    void operator()(const SliceServed& f)
    {
        serves(f.step);
        story.serving[f.slice] = {static_cast<int>(f.weightBp), f.onTrial ? static_cast<int>(f.trialBp) : -1,
                                  f.excluded, at};
        log("slice_served", std::to_string(f.slice), f.by, std::to_string(f.weightBp));
    }
    void operator()(const PollOpened& f)
    {
        story.pollStep = f.step;
        story.pollOpened = at;
        story.pollEvidence = f.evidence;
        log("poll_opened", std::to_string(f.step), {}, {});
    }
    void operator()(const VoteGiven& f)
    {
        RolloutStory::Ballot& ballot = story.ballots[f.seat];
        if (f.coSign)
            ballot.coSigned = true;
        else
            ballot = {f.vote, names.text(f.by), f.words, at, f.evidence, false};
        const std::string seat(name(f.seat));
        log(f.coSign ? "co_signed" : "vote", f.coSign ? seat : seat + ":" + std::string(name(f.vote)), f.by,
            f.words);
    }
    void operator()(const VotesCleared& f)
    {
        story.ballots.clear();
        log("votes_cleared", names.text(f.why), {}, {});
    }
    void operator()(const GateTurned& f)
    {
        const std::string& gate = names.text(f.gate);
        story.gates[{gate, f.slice}] = {f, at};
        if (f.verdict != GateVerdict::NoGo)
            story.acknowledged.erase(gate);
        log("gate", gate, {}, std::string(name(f.verdict)));
    }
    void operator()(const GateAcknowledged& f)
    {
        story.acknowledged.insert(names.text(f.gate));
        log("gate_acknowledged", names.text(f.gate), f.by, {});
    }
    void operator()(const TriggerTurned& f)
    {
        if (f.on)
            story.triggers[f.trigger] = {f.trigger, at, f.detail, {}};
        else
            story.triggers.erase(f.trigger);
        log(f.on ? "trigger_on" : "trigger_off", std::string(name(f.trigger)), {}, f.detail);
    }
    void operator()(const OverrideArmed& f)
    {
        for (std::string& gate : lines(f.gates))
            story.overridden.insert(std::move(gate));
        log("override", f.gates, f.by, f.reason);
    }
    void operator()(const FreezeMoved& f)
    {
        story.freezes[f.number] = {f.number, f.freeze, f.state, f.from, f.to, names.text(f.by), f.reason};
        log("freeze", std::string(name(f.freeze)) + ":" + std::string(name(f.state)), f.by, f.reason);
    }
    void operator()(const CommandPassed& f)
    {
        log("command_" + names.text(f.how), names.text(f.offeredTo), f.commander, {});
    }
    void operator()(const ChecklistMarked& f)
    {
        const std::string& item = names.text(f.item);
        session::ChecklistRow& row = story.checklist[item];
        row.item = item;
        row.automatic = f.by.isNone();
        row.done = f.done;
        row.evidence = f.evidence;
        row.by = names.text(f.by);
        row.at = at;
        log("checklist", item, f.by, f.evidence);
    }
    void operator()(const Signed& f)
    {
        story.signs[names.text(f.what)].insert(names.text(f.by));
        log("signed", names.text(f.what), f.by, f.words);
    }
    void operator()(const BakeNoted& f)
    {
        story.bake = f;
        story.bakeNoted = at;
    }
    void operator()(const RollbackProposed& f)
    {
        if (f.stopped)
            story.proposed.reset();
        else
            story.proposed = at, story.proposalExecutes = f.executes;
        log(f.stopped ? "proposal_stopped" : "rollback_proposed", std::string(name(f.trigger)), f.by, {});
    }
    void operator()(const ReportSealed& f) { log("report", names.text(f.what), {}, {}); }
    void operator()(const IntakeSet& f) { log(f.open ? "intake_opened" : "intake_closed", {}, f.by, {}); }
    template <typename Other>
    void operator()(const Other&)
    {}

private:
    void passed(const RolloutMoved& f, const std::string& event)
    {
        if (event == "new_attempt")
            story.passages.clear(), story.overridden.clear(), story.gates.clear();
        if (event == "commit") {
            story.passages[f.step] = {at, Never, names.text(f.by)};
            story.overridden.clear();  // for one step
        }
        if (event == "stage_complete" || event == "rollback" || event == "scrub" || event == "step_back" ||
            event == "enter_hypercare")
            if (const auto found = story.passages.find(story.step);
                found != story.passages.end() && found->second.ended == Never)
                found->second.ended = at;
        if (event == "commit") {
            story.gates.clear();
            story.acknowledged.clear();
            serves(f.step);
        }
    }
    void serves(int step)
    {
        if (story.servedStep != step)
            story.serving.clear();
        story.servedStep = step;
    }
    void log(std::string what, std::string subject, ActorName by, std::string words, int row = 0)
    {
        story.events.push_front(
            {seq, at, std::move(what), std::move(subject), names.text(by), std::move(words), row});
        if (story.events.size() > RolloutStory::EventsKept)
            story.events.pop_back();
    }
};

}  // namespace

void RolloutStory::apply(const StepBody& body, Seq seq, const Dictionary& names)
{
    for (const Fact& fact : body.facts)
        std::visit(Telling{*this, names, seq, fact.at}, fact.body);
}

}  // namespace holdpoint::views
