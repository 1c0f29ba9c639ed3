// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/views/live_lists.h"

namespace holdpoint::views {

/// One watched list. For LiveLists.
struct LiveLists::Watch {
    NewWatch wish;
    search::Query query;
    search::Filter filter;                        ///< its times are those of the result
    SharedResult result;                          ///< null: a scan goes on
    std::vector<EntityId> members;                ///< of the result, by id
    std::set<EntityId> arrived;                   ///< match now, not in the result
    std::set<EntityId> left;                      ///< in the result, do not match any more
    std::set<EntityId> changed;                   ///< since the last update, of the result
    std::map<EntityId, engine::EntityRow> early;  ///< order rows that came while the scan went on
    std::size_t toldWaiting = 0;
    std::size_t toldGone = 0;
    std::optional<session::Board> told;  ///< the board as the watcher has it
    Instant toldAt;                      ///< as of which moment the watcher knows
    bool moved = false;                  ///< groups: something matching has changed

    [[nodiscard]] bool has(EntityId id) const
    {
        return std::binary_search(members.begin(), members.end(), id);
    }
    [[nodiscard]] session::List list() const noexcept { return wish.query.list; }
};

}  // namespace holdpoint::views
