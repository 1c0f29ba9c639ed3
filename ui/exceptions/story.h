// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/timeline.h"
#include "ui/text/format.h"

#include <QString>

#include <optional>
#include <vector>

/// What happened to an order, told for a person.
namespace holdpoint::ui::exceptions {

enum class StoryMode { Failures, Effects, All };

/// How a line of the story weighs.
enum class Weight {
    Plain,
    Quiet,   ///< already processed, nothing came of it: grey, not red
    Doubt,   ///< the outcome is not known
    Failure  ///< it went wrong
};

/// One line of the timeline. Texts of outside are made safe for one line.
struct StoryLine {
    Seq seq = 0;
    Instant at;
    Weight weight = Weight::Plain;
    bool effect = false;  ///< the outside world was, or was to be, changed
    QString title;
    QString source;  ///< who: a feeder, the engine, "engine → wms-west"
    QString detail;
    QString late;  ///< how late it came; empty: in time
    std::optional<Stage> stage;
};

/// Oldest first, by sequence. `All` leaves nothing out.
[[nodiscard]] std::vector<StoryLine> storyOf(const session::Timeline& timeline, const Format& format,
                                             StoryMode mode);
/// One call or question in words: "timeout after 3.00 s, outcome unknown".
[[nodiscard]] QString outcomeText(const session::AttemptText& attempt, const Format& format);

}  // namespace holdpoint::ui::exceptions
