// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rollout/plan_hash.h"
#include "core/rollout/plan_json.h"
#include "core/rollout/validate.h"
#include "core/views/rollout_view.h"

#include <algorithm>

/// The plan, its ladder of steps, the slices that are served, the people and the clocks.
namespace holdpoint::views {
namespace {

const rollout::RolloutStep* stepAt(const flow::Rollout& rollout, int number)
{
    const auto index = static_cast<std::size_t>(number) - 1;
    return number >= 1 && index < rollout.plan->steps.size() ? &rollout.plan->steps[index] : nullptr;
}

int firstWithSlices(const rollout::RolloutPlan& plan)
{
    for (std::size_t i = 0; i < plan.steps.size(); ++i)
        if (!plan.steps[i].slices.empty())
            return static_cast<int>(i) + 1;
    return 0;
}

session::StepRow rowOf(const rollout::RolloutStep& step, int number, const RolloutStory& story)
{
    session::StepRow row;
    row.number = number;
    row.phase = step.phase;
    for (const rollout::PlannedSlice& slice : step.slices) {
        row.weightBp = std::max(row.weightBp, slice.weightBp);
        row.slices.push_back(slice.name);
    }
    row.capOrdersPerHour = step.caps.ordersPerHour;
    row.capValuePerHour = step.caps.valuePerHour;
    if (const auto passage = story.passages.find(number); passage != story.passages.end()) {
        row.begun = passage->second.begun;
        row.ended = passage->second.ended;
        row.by = passage->second.by;
    }
    return row;
}

session::SliceRow rowOf(const rollout::PlannedSlice& slice)
{
    session::SliceRow row;
    row.name = slice.name;
    row.selector = rollout::toText(slice.predicate);
    row.weightBp = slice.weightBp;
    row.holdbackBp = slice.holdbackBp;
    return row;
}

void addFindings(session::RolloutBoard& board, const rollout::RolloutPlan& plan, const RolloutStory& story)
{
    rollout::PlanWorld world;
    for (const auto& [number, freeze] : story.freezes)
        if (freeze.kind == FreezeKind::Hard &&
            (freeze.state == FreezeState::Approved || freeze.state == FreezeState::Enforced))
            world.freezes.push_back({freeze.from, freeze.to});
    for (const rollout::Finding& f : rollout::validate(plan, world))
        board.findings.push_back({std::string(name(f.check)), f.weight == rollout::Weight::Block, f.step,
                                  f.subject, f.value, f.limit, f.earliest, f.detail});
}

session::VoteRow rowOf(Function seat, const flow::Rollout& rollout, const RolloutStory& story, Instant now)
{
    session::VoteRow row;
    row.seat = seat;
    if (const auto owner = rollout.plan->owners.find(seat); owner != rollout.plan->owners.end())
        row.holder = owner->second;
    row.needsCoSign = !row.holder.empty() && row.holder == rollout.post.commander;
    const auto found = story.ballots.find(seat);
    if (found == story.ballots.end())
        return row;
    const RolloutStory::Ballot& ballot = found->second;
    row.vote = ballot.vote;
    row.by = ballot.by;
    row.words = ballot.words;
    row.at = ballot.at;
    row.coSigned = ballot.coSigned;
    if (ballot.evidence != story.pollEvidence)
        row.oldBecause = "evidence";
    else if (now - ballot.at >= rollout::Poll::VoteLife)
        row.oldBecause = "time";
    row.old = !row.oldBecause.empty();
    return row;
}

bool isGo(const session::VoteRow& row)
{
    return row.vote == Vote::Go && !row.old && (!row.needsCoSign || row.coSigned);
}

session::PollCard pollOf(const flow::Rollout& rollout, const RolloutStory& story, Instant now)
{
    session::PollCard poll;
    for (std::size_t seat = 0; seat < CountOf<Function>; ++seat)
        poll.votes.push_back(rowOf(static_cast<Function>(seat), rollout, story, now));
    poll.go = std::all_of(poll.votes.begin(), poll.votes.end(), isGo);
    if (story.pollOpened == Never)
        return poll;
    poll.opened = story.pollOpened;
    poll.closes = story.pollOpened + rollout::Poll::Open;
    poll.open = now < poll.closes;
    poll.step = story.pollStep;
    poll.evidence = story.pollEvidence;
    return poll;
}

session::CommandCard commandOf(const flow::Rollout& rollout, Instant now)
{
    const rollout::CommandPost& post = rollout.post;
    session::CommandCard card;
    card.commander = post.commander.empty() ? rollout.plan->commander : post.commander;
    card.deputy = post.deputy.empty() ? rollout.plan->deputy : post.deputy;
    const bool heard = post.commanderSeen != Instant{};  // since when nobody is there is known only then
    card.commanderGone = heard && post.commanderGone(now);
    card.acting = heard && post.deputyActs(now) ? card.deputy : card.commander;
    if (post.offer) {
        card.offeredTo = post.offer->to;
        card.offerEnds = post.offer->at + rollout::CommandPost::OfferLife;
    }
    for (const auto& [seat, person] : rollout.plan->owners)
        card.owners[static_cast<std::size_t>(seat)] = person;
    return card;
}

}  // namespace

int servedStep(const rollout::ControlState& control) noexcept
{
    return control.state == RolloutState::Hold ? control.step - 1 : control.step;
}

void addPlan(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story)
{
    const rollout::RolloutPlan& plan = *rollout.plan;
    board.name = plan.name;
    board.salt = plan.salt;
    board.plan = rollout.planText;
    board.planHash = rollout.planHash;
    board.approach = plan.approach;
    board.justification = plan.justification;
    for (const rollout::Prerequisite missing : rollout::missing(plan.prerequisites))
        board.prerequisitesMissing.emplace_back(name(missing));
    board.bet = !board.prerequisitesMissing.empty();
    for (const rollout::RolloutStep& step : plan.steps)
        board.steps.push_back(rowOf(step, static_cast<int>(board.steps.size()) + 1, story));
    if (const rollout::RolloutStep* step = stepAt(rollout, rollout.control.step))
        board.phase = step->phase;
    if (rollout.control.state == RolloutState::Hypercare)
        board.phase = Phase::Hypercare;
    addFindings(board, plan, story);
}

void addSlices(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story)
{
    const int served = servedStep(rollout.control);
    const rollout::RolloutStep* step = stepAt(rollout, served > 0 ? served : firstWithSlices(*rollout.plan));
    for (std::size_t i = 0; step && i < step->slices.size(); ++i) {
        session::SliceRow row = rowOf(step->slices[i]);
        const auto serving = story.serving.find(static_cast<int>(i) + 1);
        if (story.servedStep == served && serving != story.serving.end()) {
            row.weightBp = serving->second.weightBp;
            row.onTrial = serving->second.trialBp >= 0;
            if (!serving->second.cutOut.empty())
                row.cutOut.push_back(serving->second.cutOut);
        }
        for (const rollout::SliceStatus& status : rollout.control.slices)
            if (status.name == row.name) {
                row.state = status.state;
                row.excluded = status.excluded;
            }
        board.slices.push_back(std::move(row));
    }
}

void addPeople(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story,
               Instant now)
{
    board.poll = pollOf(rollout, story, now);
    board.command = commandOf(rollout, now);
}

void addBake(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story,
             Instant now)
{
    const rollout::RolloutStep* step = stepAt(rollout, servedStep(rollout.control));
    if (!step)
        return;
    board.bakeLeast = step->minBake;
    board.bakeMost = step->maxBake;
    if (story.bakeNoted == Never)
        return;
    board.baked = Milliseconds{story.bake.bakedMs};
    if (story.bake.running)
        board.baked += now - story.bakeNoted;
    if (rollout.control.state == RolloutState::Running)
        board.earliest = now + std::max(Milliseconds{0}, board.bakeLeast - board.baked);
}

Result<session::RolloutBoard> checkPlan(const std::string& text)
{
    auto plan = rollout::readPlan(text);
    if (!plan)
        return plan.error();
    flow::Rollout rollout;
    rollout.planText = rollout::writePlan(*plan);
    rollout.planHash = rollout::planHash(*plan);
    rollout.plan = std::move(*plan);
    session::RolloutBoard board;
    addPlan(board, rollout, {});
    addSlices(board, rollout, {});
    return board;
}

}  // namespace holdpoint::views
