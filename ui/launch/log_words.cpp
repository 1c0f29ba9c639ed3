// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/log_words.h"

#include "ui/text/format.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <cmath>

namespace holdpoint::ui {
namespace {

using session::AlarmKind;
using session::LogEntry;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::EventLog)
};

QString joined(const QStringList& parts)
{
    QStringList present = parts;
    present.removeAll({});
    return present.join(QStringLiteral(" · "));
}

LogWords ofCommand(const LogEntry& entry, const Format& format)
{
    LogWords words;
    const QString who = entry.actor.empty() ? Text::tr("Somebody") : outside(entry.actor, 60);
    words.sentence = Text::tr("%1 %2", "who, what they did").arg(who, act(entry.what));
    const QString object = entry.count > 1         ? Text::tr("%1 orders").arg(format.count(entry.count))
                           : entry.object.isNone() ? QString()
                                                   : QString::fromStdString(entry.object.text());
    words.detail = joined({object, outside(entry.reason), outside(entry.cause, 60), word(entry.state)});
    words.urgent = entry.state == CommandState::Refused || entry.state == CommandState::Failed ||
                   entry.state == CommandState::Unknown;
    return words;
}

LogWords ofAlarm(const LogEntry& entry, const Format& format)
{
    LogWords words;
    const QString alarm = entry.vendor.empty()
                              ? word(entry.alarm)
                              : QStringLiteral("%1: %2").arg(word(entry.alarm), outside(entry.vendor, 60));
    switch (entry.kind) {
    case LogEntry::Kind::AlarmCleared: words.sentence = Text::tr("Cleared: %1").arg(alarm); break;
    case LogEntry::Kind::AlarmAcknowledged:
        words.sentence = Text::tr("%1 acknowledged: %2").arg(outside(entry.actor, 60), alarm);
        break;
    default: words.sentence = alarm; words.urgent = entry.priority == Priority::P1;
    }
    const QString value = entry.value ? alarmValue(format, entry.alarm, *entry.value) : QString();
    const bool raised = entry.kind == LogEntry::Kind::AlarmRaised;
    if (entry.kind == LogEntry::Kind::AlarmCleared) {
        words.detail =
            value.isEmpty() ? Text::tr("normal again") : Text::tr("normal again, at worst %1").arg(value);
        return words;
    }
    words.detail = joined({raised ? word(entry.priority) : QString(), value,
                           raised ? response(entry.alarm) : QString(), outside(entry.reason)});
    return words;
}

}  // namespace

QString alarmValue(const Format& format, AlarmKind kind, double value)
{
    switch (kind) {
    case AlarmKind::DownstreamErrors:
    case AlarmKind::AcceptanceLow:
    case AlarmKind::InventoryMismatch: return QStringLiteral("%1 %").arg(format.percentNumber(value));
    case AlarmKind::LatencyHigh:
    case AlarmKind::FeedSilent: return format.duration(Milliseconds{std::llround(value)});
    case AlarmKind::BacklogRising:
    case AlarmKind::ContractBreach:
    case AlarmKind::BreakerOpen:
    case AlarmKind::SlaWave:
    case AlarmKind::EngineHalted:
    case AlarmKind::StoreChanged:
    case AlarmKind::StoreFull:
    case AlarmKind::BurnRate: break;
    }
    return format.count(std::llround(value));
}

LogWords wordsOf(const LogEntry& entry, const Format& format)
{
    return entry.kind == LogEntry::Kind::Command ? ofCommand(entry, format) : ofAlarm(entry, format);
}

}  // namespace holdpoint::ui
