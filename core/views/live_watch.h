// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/live_lists.h"

#include <algorithm>

namespace holdpoint::views {

/// One watched list. For LiveLists.
struct LiveLists::Watch {
    NewWatch wish;
    search::Query query;
    search::Filter filter;                        ///< its times are those of the result
    SharedResult result;                          ///< null: a scan goes on
    std::vector<EntityId> members;                ///< of the result, by id; empty until one is asked for
    std::set<EntityId> arrived;                   ///< match now, not in the result
    std::set<EntityId> left;                      ///< in the result, do not match any more
    std::set<EntityId> changed;                   ///< since the last update, of the result
    std::map<EntityId, engine::EntityRow> early;  ///< order rows that came while the scan went on
    std::size_t toldWaiting = 0;
    std::size_t toldGone = 0;
    std::optional<session::Board> told;  ///< the board as the watcher has it
    std::optional<session::RolloutBoard> toldRollout;
    std::optional<session::ShadowBoard> toldShadow;
    Instant toldAt;      ///< as of which moment the watcher knows
    bool moved = false;  ///< groups: something matching has changed

    /// Ids of the result by id; a list that is typed away again never needs them.
    [[nodiscard]] const std::vector<EntityId>& byId()
    {
        if (members.empty() && result && !result->ids.empty()) {
            members = result->ids;
            std::sort(members.begin(), members.end());
        }
        return members;
    }
    [[nodiscard]] bool has(EntityId id) { return std::binary_search(byId().begin(), byId().end(), id); }
    [[nodiscard]] session::List list() const noexcept { return wish.query.list; }
};

}  // namespace holdpoint::views
