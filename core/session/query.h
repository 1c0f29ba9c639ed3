// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/session/board.h"
#include "core/session/numbers.h"
#include "core/session/rollout.h"
#include "core/session/rows.h"
#include "core/session/shadow.h"

#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace holdpoint::session {

enum class List : std::uint8_t { Exceptions, Groups, Orders, Numbers, Board, Rollout, Shadow };

/// What a watch shows. `filter` is a text of the filter field (`core/search`); its `sort:` orders the list.
struct Query {
    List list = List::Exceptions;
    std::string filter;
    std::string actor;            ///< whose `is:mine`
    Milliseconds zone{0};         ///< zone shown, east of UTC: what `today` means
    Instant launch = Never;       ///< what `launch` means
    Instant lastCommand = Never;  ///< what `last-command` means
};

/// Rows `first` to `first + count`.
struct Window {
    std::size_t first = 0;
    std::size_t count = 0;
    friend bool operator==(const Window&, const Window&) = default;
};

using Rows = std::variant<std::monostate, std::vector<ExceptionRow>, std::vector<GroupRow>,
                          std::vector<OrderRow>, Numbers, Board, RolloutBoard, ShadowBoard>;

/// The result as it was frozen, and the rows in the window.
struct Snapshot {
    ResultId result = 0;
    AsOf asOf;
    std::size_t total = 0;
    bool complete = true;  ///< false: a scan goes on, `total` still grows
    Window window;
    Rows rows;
};
/// What changed since: cells of rows in the window, and how many wait to come in.
struct Delta {
    AsOf asOf;
    std::vector<std::size_t> changed;  ///< positions in the result, parallel to `rows`
    Rows rows;
    std::size_t waiting = 0;  ///< rows that a new result would have and this one has not
    std::size_t gone = 0;     ///< rows of this result that a new one would not have
};
/// Nothing changed, and that is known: the list is as fresh as this.
struct Age {
    AsOf asOf;
};
/// Deltas between were dropped because the watcher was slow; a Snapshot follows.
struct Gap {
    Seq from = 0;
    Seq to = 0;
};
struct Failed {
    Error error;
    std::size_t at = 0;  ///< of a filter that cannot be read: where, in bytes
    std::size_t length = 0;
    std::string nearest;
};
using Update = std::variant<Snapshot, Delta, Age, Gap, Failed>;

/// Called on the caller's executor, in order.
class UpdateSink {
public:
    virtual ~UpdateSink() = default;
    virtual void update(WatchId watch, const Update& update) = 0;
};

}  // namespace holdpoint::session
