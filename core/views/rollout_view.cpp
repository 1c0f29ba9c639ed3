// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/views/rollout_view.h"

#include "core/engine/frame.h"
#include "core/model/step.h"

namespace holdpoint::views {
namespace {

constexpr std::string_view RolloutSpace = "rollout";
constexpr std::string_view TheRollout = "default";

class Bodies final : public engine::StepSink {
public:
    void step(const engine::Step& step) override
    {
        steps.push_back({step.entity, step.seq, {step.body.begin(), step.body.end()}});
    }
    std::vector<PublishedStep> steps;
};

class IntoMeter final : public engine::SeriesSink {
public:
    explicit IntoMeter(flow::RolloutMeter& meter) : meter_(meter) {}
    void row(const engine::SeriesRow& row) override { meter_.take(engine::countOf(row)); }

private:
    flow::RolloutMeter& meter_;
};

void addEvents(session::RolloutBoard& board, const RolloutStory& story)
{
    board.events.assign(story.events.begin(), story.events.end());
    for (const auto& [number, freeze] : story.freezes)
        board.freezes.push_back(freeze);
    for (const auto& [item, row] : story.checklist)
        board.checklist.push_back(row);
    for (const auto& [trigger, row] : story.triggers)
        board.triggers.push_back(row);
    board.overridden.assign(story.overridden.begin(), story.overridden.end());
    if (story.proposed && story.proposalExecutes)
        board.proposalDue = *story.proposed + rollout::Proposal::Timer;
}

void addState(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story)
{
    const rollout::ControlState& control = rollout.control;
    board.rollout = rollout.id;
    board.version = rollout.version;
    board.state = control.state;
    board.position = rollout::name(rollout::positionOf(control));
    board.live = control.live;
    board.mirroring = control.mirroring;
    board.trial = control.trial;
    board.run = control.run;
    board.step = control.step;
    board.since = rollout.since;
    const bool paused =
        control.state == RolloutState::PausedExpansion || control.state == RolloutState::PausedIntake;
    board.pausedBy = paused ? story.pausedBy : "";
    board.pausedBecause = paused ? story.pausedBecause : "";
}

}  // namespace

RolloutChange rolloutChangeOf(const engine::Batch& batch)
{
    RolloutChange change{batch.number, batch.now, {}, {}};
    for (const engine::Step& step : batch.steps)
        if (step.entity.kind() == EntityKind::Rollout)
            change.steps.push_back({step.entity, step.seq, {step.body.begin(), step.body.end()}});
    for (const engine::SeriesRow& row : batch.series)
        if (flow::metricOf(row.metric) >= Metric::ArmOrders)
            change.series.push_back(row);
    return change;
}

Result<> RolloutView::loadSteps(store::StoreReader& reader, const Dictionary& names)
{
    const auto head = reader.head();
    if (!head)
        return head.error();
    frame_ = head->lease.lastFrame;
    const auto found = reader.byKey(names.find<NameKind::Producer>(RolloutSpace), TheRollout);
    if (!found || found->isNone())
        return found ? Result<>() : Result<>(found.error());
    Bodies bodies;
    if (auto read = reader.timeline(*found, bodies); !read)
        return read;
    rollout_.id = *found;
    for (const PublishedStep& one : bodies.steps)
        if (auto taken = step(one.seq, one.body, names); !taken)
            return taken;
    return {};
}

Result<> RolloutView::load(store::StoreReader& reader, const Dictionary& names)
{
    if (auto loaded = loadSteps(reader, names); !loaded)
        return loaded;
    meter_.follow(rollout_);
    const auto first = meter_.firstMinute();
    IntoMeter sink(meter_);
    return first ? reader.seriesFrom(*first, sink) : Result<>();
}

Result<> RolloutView::changed(const RolloutChange& change, const Dictionary& names)
{
    if (change.frame <= frame_)
        return {};
    frame_ = change.frame;
    for (const PublishedStep& one : change.steps) {
        rollout_.id = one.rollout;
        if (auto taken = step(one.seq, one.body, names); !taken)
            return taken;
    }
    if (!change.steps.empty())
        meter_.follow(rollout_);
    for (const engine::SeriesRow& row : change.series)
        meter_.take(engine::countOf(row));
    return {};
}

Result<> RolloutView::step(Seq seq, std::span<const std::byte> body, const Dictionary& names)
{
    const auto decoded = decodeStep(body);
    if (!decoded)
        return Error{Code::Corrupt, "step " + std::to_string(seq) + ": " + decoded.error().detail};
    flow::applyRollout(rollout_, *decoded, seq, names);
    story_.apply(*decoded, seq, names);
    return {};
}

session::RolloutBoard RolloutView::board(Instant now)
{
    meter_.advance(now);
    return rolloutBoard(rollout_, story_, meter_, now);
}

session::RolloutBoard rolloutBoard(const flow::Rollout& rollout, const RolloutStory& story,
                                   const flow::RolloutMeter& meter, Instant now)
{
    session::RolloutBoard board;
    if (!rollout.plan)
        return board;
    addState(board, rollout, story);
    addPlan(board, rollout, story);
    addSlices(board, rollout, story);
    addGates(board, rollout, meter);
    addPeople(board, rollout, story, now);
    addBake(board, rollout, story, now);
    addEvents(board, story);
    addActs(board, rollout, story, now);
    return board;
}

Result<session::RolloutBoard> rolloutBoardOf(store::StoreReader& reader, const Dictionary& names)
{
    RolloutView view;
    if (auto loaded = view.load(reader, names); !loaded)
        return loaded.error();
    const auto head = reader.head();
    if (!head)
        return head.error();
    return view.board(head->lease.lastTime);
}

}  // namespace holdpoint::views
