// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/store.h"
#include "core/flow/rollout_meter.h"
#include "core/session/question.h"
#include "core/store/store_reader.h"
#include "core/views/rollout_story.h"

#include <span>

namespace holdpoint::views {

/// A step of the rollout as a frame has brought it. A copy made on the engine's thread.
struct PublishedStep {
    EntityId rollout;
    Seq seq = 0;
    std::vector<std::byte> body;
};
/// What a frame has for the rollout's figures: its own steps, and the counts of the arms.
struct RolloutChange {
    FrameNo frame = 0;
    Instant at;
    std::vector<PublishedStep> steps;
    std::vector<engine::SeriesRow> series;
};
/// Engine thread.
[[nodiscard]] RolloutChange rolloutChangeOf(const engine::Batch& batch);

/// The rollout as people see it: read once from the store, then kept by what frames bring. One thread.
class RolloutView {
public:
    /// One moment of the reader; on an empty view. A store without a rollout gives an empty board. Errors: Corrupt,
    /// Unavailable, NotFound (nobody ever held the store).
    Result<> load(store::StoreReader& reader, const Dictionary& names);
    /// The same without figures.
    Result<> loadSteps(store::StoreReader& reader, const Dictionary& names);
    /// Of a frame that was read already nothing is news. Errors: Corrupt.
    Result<> changed(const RolloutChange& change, const Dictionary& names);

    /// Of the newest frame it knows.
    [[nodiscard]] FrameNo frame() const noexcept { return frame_; }
    /// Gates as of the last minute that is over.
    [[nodiscard]] session::RolloutBoard board(Instant now);

    [[nodiscard]] const flow::Rollout& rollout() const noexcept { return rollout_; }
    [[nodiscard]] const RolloutStory& story() const noexcept { return story_; }
    [[nodiscard]] const flow::RolloutMeter& meter() const noexcept { return meter_; }

private:
    Result<> step(Seq seq, std::span<const std::byte> body, const Dictionary& names);

    flow::Rollout rollout_;
    RolloutStory story_;
    flow::RolloutMeter meter_;
    FrameNo frame_ = 0;
};

/// The board as a store has it in this moment of the reader. Errors: as `RolloutView::load`.
Result<session::RolloutBoard> rolloutBoardOf(store::StoreReader& reader, const Dictionary& names);

/// Empty without a plan.
[[nodiscard]] session::RolloutBoard rolloutBoard(const flow::Rollout& rollout, const RolloutStory& story,
                                                 const flow::RolloutMeter& meter, Instant now);
/// Is this text a plan, and is it fit to be submitted? A board with the plan, its steps, the slices of the first step that
/// has some, and findings. Errors: InvalidArgument, beginning with the JSON pointer of the fault.
[[nodiscard]] Result<session::RolloutBoard> checkPlan(const std::string& text);

/// A gate of the step that is served, minute by minute up to the newest frame; minutes without an order are gaps. Errors:
/// NotFound (no such gate or slice), Corrupt, Unavailable.
Result<session::GateTrend> gateTrend(store::StoreReader& reader, const Dictionary& names,
                                     const session::AskGateTrend& question);

// ── its parts ──
/// The step whose slices are served, from 1; at a hold that is the one before it. 0: none.
[[nodiscard]] int servedStep(const rollout::ControlState& control) noexcept;
void addPlan(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story);
void addSlices(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story);
void addPeople(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story,
               Instant now);
/// After the slices, whose figures it adds too.
void addGates(session::RolloutBoard& board, const flow::Rollout& rollout, const flow::RolloutMeter& meter);
void addBake(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story,
             Instant now);
/// After all else: what may be done hangs on it.
void addActs(session::RolloutBoard& board, const flow::Rollout& rollout, const RolloutStory& story,
             Instant now);

}  // namespace holdpoint::views
