// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/lanes.h"

#include "ui/text/format.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace holdpoint::ui {
namespace {

using session::AttemptText;
using session::EffectText;
using session::FactText;
using session::TimelineEntry;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(holdpoint::ui::LaneChart)
};

QString fieldOf(const FactText& fact, std::string_view name)
{
    for (const auto& [key, value] : fact.fields)
        if (key == name)
            return outside(value, 80);
    return {};
}

QString joined(QStringList parts)
{
    parts.removeAll({});
    return parts.join(QStringLiteral(" · "));
}

/// Facts of ours that deserve a point; the others are in the list of facts.
bool isMilestone(const std::string& kind)
{
    for (const char* known :
         {"decision", "stock", "problem_ended", "opened", "resolved", "reopened", "held", "hold_released",
          "owner", "cancel_verdict", "not_sent", "refund_due", "expired"})
        if (kind == known)
            return true;
    return false;
}

class Builder {
public:
    Builder(const session::OrderDetail& order, Instant now, const Format& format)
        : order_(order), format_(format)
    {
        picture_.now = now;
        picture_.lanes = {outside(order.row.producer.empty() ? std::string("shop") : order.row.producer, 24),
                          Text::tr("engine")};
    }

    LanePicture build()
    {
        for (const TimelineEntry& entry : order_.timeline.entries)
            for (const FactText& fact : entry.facts)
                itemTells_ = itemTells_ || fact.kind == "opened";
        for (const TimelineEntry& entry : order_.timeline.entries)
            add(entry);
        for (const EffectText& effect : order_.timeline.effects)
            add(effect);
        closeExceptions();
        std::stable_sort(picture_.events.begin(), picture_.events.end(),
                         [](const LaneEvent& a, const LaneEvent& b) { return a.at < b.at; });
        return std::move(picture_);
    }

private:
    int lane(const std::string& name)
    {
        const QString text = outside(name, 24);
        const auto found = std::find(picture_.lanes.begin(), picture_.lanes.end(), text);
        if (found != picture_.lanes.end())
            return static_cast<int>(found - picture_.lanes.begin());
        picture_.lanes.push_back(text);
        return static_cast<int>(picture_.lanes.size()) - 1;
    }

    LaneEvent& point(int lane, Instant at, const QString& label, Tone tone)
    {
        LaneEvent& event = picture_.events.emplace_back();
        event.lane = lane;
        event.at = event.end = at;
        event.label = label;
        event.caption = label;
        event.tone = tone;
        return event;
    }

    void add(const TimelineEntry& entry)
    {
        if (entry.input == InputKind::Event)
            addEvent(entry);
        if (entry.input == InputKind::Command)
            addCommand(entry);
        for (const FactText& fact : entry.facts)
            if (isMilestone(fact.kind) || (fact.kind == "problem" && !itemTells_))
                addFact(entry, fact);
    }

    void addEvent(const TimelineEntry& entry)
    {
        const bool again = entry.disposition == EventDisposition::Duplicate;
        const bool refused = entry.disposition == EventDisposition::Refused;
        const int producer = entry.producer.empty() ? 0 : lane(entry.producer);
        const QString name = factWord(entry.type);
        LaneEvent& event =
            point(LanePicture::EngineLane, entry.at, again ? Text::tr("already processed") : name,
                  again     ? Tone::Muted
                  : refused ? Tone::Failed
                            : Tone::Plain);
        event.lane = producer;
        event.from = LanePicture::EngineLane;
        event.seq = entry.seq;
        if (entry.sourceTime != Never && entry.sourceTime != entry.at)
            event.source = entry.sourceTime;
        QStringList marks;
        for (const Mark mark : entry.marks)
            marks << word(mark);
        event.caption = joined(
            {name, again ? Text::tr("already processed") : word(entry.disposition),
             marks.join(QStringLiteral(", ")), Text::tr("event %1").arg(outside(entry.source, 60)),
             event.source == Never ? QString() : Text::tr("happened %1").arg(format_.clockMs(event.source))});
    }

    void addCommand(const TimelineEntry& entry)
    {
        LaneEvent& event =
            point(lane(Text::tr("people").toStdString()), entry.at, act(entry.type), Tone::Plain);
        event.from = LanePicture::EngineLane;
        event.seq = entry.seq;
        event.caption = joined({act(entry.type), outside(entry.producer, 40),
                                Text::tr("command %1").arg(outside(entry.source, 60))});
    }

    void addFact(const TimelineEntry& entry, const FactText& fact)
    {
        const bool opens = fact.kind == "opened" || fact.kind == "reopened" || fact.kind == "problem";
        if (fact.kind == "stock" && fieldOf(fact, "state") == QLatin1String("asked"))
            return;  // its answer says it
        LaneEvent& event = point(LanePicture::EngineLane, entry.at, labelOf(entry, fact),
                                 opens ? Tone::Failed : Tone::Plain);
        event.seq = entry.seq;
        if (entry.entity != order_.row.id)
            event.entity = entry.entity;
        QStringList fields;
        for (const auto& [key, value] : fact.fields)
            fields << QStringLiteral("%1 %2").arg(outside(key, 40), outside(value, 80));
        event.caption = joined({event.label, fields.join(QStringLiteral(", "))});
        if (opens) {
            event.shape = LaneEvent::Shape::Wait;
            event.end = Never;
            open_.push_back(picture_.events.size() - 1);
        } else if (fact.kind == "resolved" || fact.kind == "problem_ended") {
            for (const std::size_t i : open_)
                picture_.events[i].end = std::min(picture_.events[i].end, entry.at);
        }
    }

    QString labelOf(const TimelineEntry& entry, const FactText& fact) const
    {
        if (fact.kind == "opened")
            return Text::tr("exception %1").arg(QString::fromStdString(entry.entity.text()));
        if (fact.kind == "stock")
            return fieldOf(fact, "state") == QLatin1String("granted")
                       ? Text::tr("reserved")
                       : Text::tr("stock %1").arg(fieldOf(fact, "state"));
        if (fact.kind == "problem" && order_.exception)
            return Text::tr("exception %1").arg(QString::fromStdString(order_.exception->id.text()));
        return factWord(fact.kind);
    }

    void closeExceptions()
    {
        for (const std::size_t i : open_)
            if (picture_.events[i].end == Never)
                picture_.events[i].end = std::max(picture_.now, picture_.events[i].at);
    }

    void add(const EffectText& effect)
    {
        const int vendor = lane(effect.vendor);
        for (const AttemptText& attempt : effect.attempts)
            addAttempt(effect, attempt, vendor);
        const bool open = effect.state == EffectState::Planned || effect.state == EffectState::Unknown;
        if (!open || effect.next == Never || effect.attempts.empty())
            return;
        const bool asks = effect.state == EffectState::Unknown;
        LaneEvent& next = point(
            LanePicture::EngineLane, effect.attempts.back().end,
            asks ? Text::tr("ask at %1").arg(format_.clock(effect.next))
                 : Text::tr("try %1 at %2").arg(effect.attempts.size() + 1).arg(format_.clock(effect.next)),
            Tone::Muted);
        next.shape = LaneEvent::Shape::Wait;
        next.end = effect.next;
        next.caption = joined(
            {next.label, word(effect.ref.operation), outside(effect.vendor, 40), outside(effect.key, 80)});
    }

    void addAttempt(const EffectText& effect, const AttemptText& attempt, int vendor)
    {
        const bool failed = attempt.outcome == AttemptOutcome::FailedForCertain ||
                            attempt.cls == FailureClass::Transport || attempt.cls == FailureClass::Validation;
        const bool unknown = attempt.outcome == AttemptOutcome::OutcomeUnknown;
        LaneEvent& call = point(vendor, attempt.start, labelOf(effect, attempt),
                                unknown         ? Tone::Unknown
                                : failed        ? Tone::Failed
                                : attempt.asked ? Tone::Muted
                                                : Tone::Plain);
        call.shape = LaneEvent::Shape::Call;
        call.from = LanePicture::EngineLane;
        call.end = std::max(attempt.start, attempt.end);
        call.seq = attempt.seq;
        const QString took = format_.duration(call.end - call.at);
        call.caption = joined(
            {attempt.asked ? Text::tr("asked about %1").arg(word(effect.ref.operation))
                           : word(effect.ref.operation),
             Text::tr("attempt %1").arg(attempt.attempt), word(attempt.outcome),
             attempt.status == 0 ? QString() : QString::number(attempt.status), outside(attempt.code, 60),
             Text::tr("took %1").arg(took),
             attempt.waited.count() > 0 ? Text::tr("waited %1 before").arg(format_.duration(attempt.waited))
                                        : QString(),
             attempt.breach
                 ? Text::tr("%1: expected %2, got %3")
                       .arg(outside(attempt.breach->pointer, 80), outside(attempt.breach->expected, 80),
                            outside(attempt.breach->got, 80))
                 : QString(),
             outside(effect.key, 80)});
    }

    QString labelOf(const EffectText& effect, const AttemptText& attempt) const
    {
        if (attempt.asked)
            return Text::tr("asked: %1").arg(word(attempt.outcome));
        if (attempt.outcome == AttemptOutcome::OutcomeUnknown && attempt.status == 0)
            return Text::tr("no answer %1").arg(format_.duration(attempt.end - attempt.start));
        if (attempt.status >= 400)
            return QString::number(attempt.status);
        if (attempt.outcome == AttemptOutcome::Done)
            return word(effect.ref.operation);
        return attempt.breach ? Text::tr("contract broken") : word(attempt.outcome);
    }

    const session::OrderDetail& order_;
    const Format& format_;
    LanePicture picture_;
    bool itemTells_ = false;         ///< the steps of the exception item are in the timeline
    std::vector<std::size_t> open_;  ///< exceptions without an end so far
};

/// A burst keeps a visible width, a long wait grows with its logarithm only.
double widthOf(Milliseconds gap) { return 0.35 + std::log2(1.0 + static_cast<double>(gap.count()) / 100.0); }

}  // namespace

Instant LanePicture::first() const { return events.empty() ? now : events.front().at; }

Instant LanePicture::last() const
{
    Instant last = first();
    for (const LaneEvent& event : events)
        last = std::max(last, event.end);
    return last;
}

LanePicture lanesOf(const session::OrderDetail& order, Instant now, const Format& format)
{
    return Builder(order, now, format).build();
}

TimeScale::TimeScale(std::vector<Instant> times) : times_(std::move(times))
{
    std::sort(times_.begin(), times_.end());
    times_.erase(std::unique(times_.begin(), times_.end()), times_.end());
    double sum = 0;
    for (std::size_t i = 0; i < times_.size(); ++i) {
        sum += i == 0 ? 0 : widthOf(times_[i] - times_[i - 1]);
        places_.push_back(sum);
    }
    for (double& place : places_)
        place = sum > 0 ? place / sum : 0.5;
}

bool TimeScale::isToScale() const
{
    if (times_.size() < 3)
        return true;
    const auto all = static_cast<double>((times_.back() - times_.front()).count());
    for (std::size_t i = 0; i < times_.size(); ++i)
        if (std::abs(places_[i] - static_cast<double>((times_[i] - times_.front()).count()) / all) > 0.02)
            return false;
    return true;
}

double TimeScale::at(Instant time) const
{
    if (times_.empty())
        return 0;
    const auto after = std::lower_bound(times_.begin(), times_.end(), time);
    if (after == times_.begin())
        return places_.front();
    if (after == times_.end())
        return places_.back();
    const auto i = static_cast<std::size_t>(after - times_.begin());
    const double share = static_cast<double>((time - times_[i - 1]).count()) /
                         static_cast<double>((times_[i] - times_[i - 1]).count());
    return places_[i - 1] + (places_[i] - places_[i - 1]) * share;
}

}  // namespace holdpoint::ui
