// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/board.h"

#include <QString>

namespace holdpoint::ui {

class Format;

/// A line of the event log as people read it: one bold sentence and what is known beside it.
struct LogWords {
    QString sentence;
    QString detail;
    bool urgent = false;  ///< a P1 that was raised, or a command that was refused or is unknown
};
[[nodiscard]] LogWords wordsOf(const session::LogEntry& entry, const Format& format);

/// The value of an alarm in the unit of its metric.
[[nodiscard]] QString alarmValue(const Format& format, session::AlarmKind kind, double value);

}  // namespace holdpoint::ui
