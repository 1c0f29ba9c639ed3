// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "core/flow/reconcile.h"
#include "core/rollout/rollback.h"

#include <deque>
#include <optional>
#include <set>
#include <string>

/// What the engine has in memory of a rollback, a rehearsal and of sheltered orders. All of it is made again from the
/// journal at a start; a rehearsal alone is not: it is asked for again.
namespace holdpoint::engine {

struct RollbackWork {
    EntityId job;
    std::uint32_t run = 0;
    rollout::Dispositions plan;  ///< as it was signed when the list was begun
    rollout::RollbackBook book;
    std::deque<EntityId> waiting;  ///< what the job has to come to
    FrameNo begun = 0;             ///< what was assigned up to that frame is in the store from the next on
    bool listed = false;           ///< the list is complete
    EntityId after;                ///< where the walk over open orders stands

    std::optional<EntityId> comparing;  ///< where the comparison of the books stands
    flow::Reconciliation books;
    std::vector<EntityId> orphans;  ///< open, ours, and not on the list
    std::uint32_t version = 0;      ///< of the last report
    std::optional<std::int64_t> unclassified;
    bool atRest = false;  ///< nothing drained when it was made
    Instant compared = Never;

    /// Nothing of it can move any more.
    [[nodiscard]] bool isOver() const { return listed && waiting.empty() && book.everyOrderEnded(); }
};

/// A dry run: what a rollback would do with what is under way now.
struct Rehearsal {
    EntityId after;
    rollout::Preview counts;
    std::int64_t orders = 0;
};

/// What the steps of a rollback's job say.
struct RollbackJournal {
    rollout::Dispositions plan;
    std::vector<FrozenOrder> orders;
    bool listed = false;
    bool ended = false;
    std::uint32_t version = 0;
};

/// The plan of a rollback as the argument of its job: a choice for each position.
[[nodiscard]] std::string planText(const rollout::Dispositions& plan);
[[nodiscard]] rollout::Dispositions planOf(const std::string& text);
/// How long a rollback may take: calls to legacy side by side, and the first questions.
[[nodiscard]] Milliseconds expectedTime(const rollout::Preview& counts, int concurrentCalls,
                                        Milliseconds firstQuestion);
[[nodiscard]] std::string reportOf(const Rehearsal& rehearsal, Milliseconds expected, Instant now);

}  // namespace holdpoint::engine
