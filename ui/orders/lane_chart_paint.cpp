// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"
#include "ui/orders/lane_chart.h"
#include "ui/text/format.h"

#include <QPainter>

#include <algorithm>

namespace holdpoint::ui {
namespace {

constexpr Milliseconds Day{86'400'000};

}  // namespace

QColor LaneChart::inkOf(Tone tone) const
{
    const Tokens& t = theme_.tokens();
    switch (tone) {
    case Tone::Plain: return t.pathLegacy;
    case Tone::Muted: return t.inkLow;
    case Tone::Failed: return t.p1Ink;
    case Tone::Unknown: return t.p2Ink;
    }
    return t.inkMid;
}

void LaneChart::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLanes(painter);
    if (picture_.events.empty()) {
        painter.setPen(theme_.tokens().inkLow);
        painter.drawText(rect(), Qt::AlignCenter, tr("Nothing has happened yet"));
        return;
    }
    for (const LaneEvent& event : picture_.events)
        paintLink(painter, event);
    for (const LaneEvent& event : picture_.events)
        paintEventShape(painter, event);
    paintLabels(painter);
    paintAxis(painter);
    if (hasFocus() && ring_) {
        painter.setPen(QPen(theme_.tokens().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void LaneChart::paintLanes(QPainter& painter) const
{
    const Tokens& t = theme_.tokens();
    painter.setFont(theme_.font(TextRole::TableCompact));
    const int left = theme_.px(112);
    for (std::size_t i = 0; i < picture_.lanes.size(); ++i) {
        const int at = y(static_cast<int>(i));
        painter.setPen(QPen(t.line, 2));
        painter.drawLine(left, at, width() - theme_.px(24), at);
        painter.setPen(t.inkMid);
        const QRect box(theme_.px(12), at - theme_.px(12), left - theme_.px(20), theme_.px(24));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(picture_.lanes[i], Qt::ElideRight, box.width()));
    }
}

void LaneChart::paintLink(QPainter& painter, const LaneEvent& event) const
{
    const Tokens& t = theme_.tokens();
    // A call leaves the engine and reaches the vendor; an event leaves its producer and reaches the engine.
    QColor ink = event.tone == Tone::Muted ? t.inkLow : t.pathLegacy;
    for (const QLineF& line : linksOf(event)) {
        painter.setPen(QPen(ink, 1.4));
        painter.drawLine(line);
        ink = inkOf(event.tone);  // of what came back
    }
}

void LaneChart::paintEventShape(QPainter& painter, const LaneEvent& event) const
{
    const QColor ink = inkOf(event.tone);
    const int from = left(event);
    const int right = x(event.end);
    const int middle = y(event.lane);
    if (right > from) {
        QColor bar = ink;
        bar.setAlpha(110);
        const int half = theme_.px(event.shape == LaneEvent::Shape::Call ? 5 : 3);
        painter.setPen(Qt::NoPen);
        painter.setBrush(bar);
        painter.drawRoundedRect(QRect(from, middle - half, right - from, 2 * half), 3, 3);
    }
    if (event.source != Never) {
        const int own = x(event.source);
        painter.setPen(QPen(ink, 1));
        painter.drawLine(own, middle - theme_.px(5), own, middle + theme_.px(5));
    }
    const qreal radius = theme_.px(9) / 2.0;
    const bool isSelected = selected_ >= 0 && &picture_.events[static_cast<std::size_t>(selected_)] == &event;
    if (isSelected) {
        painter.setPen(QPen(theme_.tokens().accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(from, middle), radius + 4, radius + 4);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(from, middle), radius, radius);
}

void LaneChart::paintLabels(QPainter& painter) const
{
    const Tokens& t = theme_.tokens();
    painter.setFont(theme_.font(TextRole::TableCompact));
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        if (labels_[i].isEmpty())
            continue;
        const Tone tone = picture_.events[i].tone;
        painter.fillRect(labels_[i].adjusted(-2, 2, 2, -2), t.content);  // lines end at the text
        painter.setPen(tone == Tone::Failed || tone == Tone::Unknown ? t.inkHigh : t.inkMid);
        painter.drawText(labels_[i], Qt::AlignCenter | Qt::TextSingleLine, picture_.events[i].label);
    }
}

void LaneChart::paintAxis(QPainter& painter) const
{
    painter.setFont(theme_.font(TextRole::TableCompact));
    painter.setPen(theme_.tokens().inkLow);
    const bool days = picture_.last() - picture_.first() > Day;
    int free = 0;
    QString before;
    for (const LaneEvent& event : picture_.events) {
        const QString text = days ? format_.dateTime(event.at) : format_.clock(event.at);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        const int left = std::clamp(x(event.at) - width / 2, theme_.px(60),
                                    std::max(theme_.px(60), this->width() - width - 4));
        if (left < free || text == before)
            continue;
        painter.drawText(QRect(left, height() - theme_.px(26), width, theme_.px(18)), Qt::AlignCenter, text);
        free = left + width + theme_.px(16);
        before = text;
    }
    const bool waits = std::any_of(picture_.events.begin(), picture_.events.end(),
                                   [this](const LaneEvent& e) { return e.end == picture_.now; });
    const int at = x(picture_.now) - painter.fontMetrics().horizontalAdvance(tr("now")) / 2;
    if (waits && at >= free)
        painter.drawText(at, height() - theme_.px(12), tr("now"));
}

}  // namespace holdpoint::ui
