// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/timeline_view.h"

#include "ui/text/words.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace holdpoint::ui::exceptions {
namespace {

constexpr int LineDesign = 46;
constexpr int ShortDesign = 28;  // a line without a second one
constexpr int TimeDesign = 104;
constexpr int TextDesign = 120;
constexpr int StageDesign = 96;

}  // namespace

TimelineView::TimelineView(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), theme_(theme), format_(format)
{
    setObjectName(QStringLiteral("timeline"));
    setAccessibleName(tr("Event timeline"));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme_, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void TimelineView::setStory(std::vector<StoryLine> story)
{
    story_ = std::move(story);
    current_ = std::min(current_, static_cast<int>(story_.size()) - 1);
    describe();
    updateGeometry();
    update();
}

void TimelineView::setSeenUntil(Instant at)
{
    seenUntil_ = at;
    update();
}

void TimelineView::describe()
{
    QString text = tr("%n entries", nullptr, static_cast<int>(story_.size()));
    if (current_ >= 0) {
        const StoryLine& line = story_[static_cast<std::size_t>(current_)];
        text = QStringList{format_.clockMs(line.at), line.title, line.source, line.detail}.join(
            QStringLiteral(", "));
    }
    setAccessibleDescription(text);
}

int TimelineView::heightOf(const StoryLine& line) const
{
    return theme_.px(line.detail.isEmpty() ? ShortDesign : LineDesign);
}

QRect TimelineView::rectOf(int index) const
{
    int top = 0;
    for (int i = 0; i < index; ++i)
        top += heightOf(story_[static_cast<std::size_t>(i)]);
    return {0, top, width(), heightOf(story_[static_cast<std::size_t>(index)])};
}

int TimelineView::indexAt(int y) const
{
    int bottom = 0;
    for (std::size_t i = 0; i < story_.size(); ++i)
        if (y < (bottom += heightOf(story_[i])))
            return static_cast<int>(i);
    return static_cast<int>(story_.size()) - 1;
}

QSize TimelineView::sizeHint() const
{
    int height = story_.empty() ? theme_.px(LineDesign) : 0;
    for (const StoryLine& line : story_)
        height += heightOf(line);
    return {theme_.px(360), height};
}

QColor TimelineView::dot(const StoryLine& line) const
{
    const Tokens& t = theme_.tokens();
    switch (line.weight) {
    case Weight::Plain: return t.pathLegacy;
    case Weight::Quiet: return t.inkLow;
    case Weight::Doubt: return t.p2Ink;
    case Weight::Failure: return t.p1Ink;
    }
    return t.inkMid;
}

void TimelineView::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (story_.empty()) {
        painter.setPen(theme_.tokens().inkLow);
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft, tr("Nothing of this kind happened."));
        return;
    }
    QRect rect(0, 0, width(), 0);
    for (int i = 0; i < static_cast<int>(story_.size()); ++i) {
        rect = QRect(0, rect.top() + rect.height(), width(), heightOf(story_[static_cast<std::size_t>(i)]));
        if (!rect.intersects(event->rect()))
            continue;
        if (i == current_ && hasFocus())
            painter.fillRect(rect, theme_.tokens().accentFill);
        paintLine(painter, story_[static_cast<std::size_t>(i)], rect,
                  i + 1 == static_cast<int>(story_.size()));
    }
}

void TimelineView::paintLine(QPainter& p, const StoryLine& line, const QRect& rect, bool last) const
{
    const Tokens& t = theme_.tokens();
    const int half = theme_.px(LineDesign) / 2;
    const int top = rect.top() + theme_.px(4);
    const auto text = [&](int x, int y, int width, TextRole role, const QColor& ink, const QString& what,
                          Qt::Alignment align = Qt::AlignLeft) {
        QFont font = theme_.font(role);
        p.setFont(font);
        p.setPen(ink);
        p.drawText(QRect(x, y, width, half - theme_.px(3)),
                   static_cast<int>(align | Qt::AlignVCenter) | Qt::TextSingleLine,
                   QFontMetrics(font).elidedText(what, Qt::ElideRight, width));
        return QFontMetrics(font).horizontalAdvance(what);
    };
    text(0, top, theme_.px(TimeDesign - 8), TextRole::Mono, t.inkLow, format_.clockMs(line.at));

    const int x = theme_.px(TimeDesign);
    const int middle = top + (half - theme_.px(3)) / 2;
    const int radius = theme_.px(4);
    if (!last)
        p.fillRect(
            QRect(x, middle + radius + theme_.px(2), 2, rect.bottom() + theme_.px(6) - middle - radius),
            t.line);
    const bool unseen = seenUntil_ != Never && line.at > seenUntil_;
    p.setPen(unseen ? QPen(t.accent, 2) : QPen(Qt::NoPen));
    p.setBrush(dot(line));
    p.drawEllipse(QPointF(x + 1, middle), radius + (unseen ? 1 : 0), radius + (unseen ? 1 : 0));

    const bool quiet = line.weight == Weight::Quiet;
    const int left = theme_.px(TextDesign);
    const int room = std::max(0, rect.width() - left - theme_.px(StageDesign));
    const int used = text(left, top, room, TextRole::Section, quiet ? t.inkLow : t.inkHigh, line.title);
    text(left + used + theme_.px(5), top, std::max(0, room - used - theme_.px(5)), TextRole::Body, t.inkLow,
         line.late.isEmpty() ? line.source : line.source + QStringLiteral(" · ") + line.late);
    text(rect.width() - theme_.px(StageDesign), top, theme_.px(StageDesign - 2), TextRole::TableCompact,
         t.inkLow, line.stage ? word(*line.stage) : QString(), Qt::AlignRight);
    text(left, top + half - theme_.px(4), rect.width() - left - theme_.px(4), TextRole::TableCompact,
         quiet ? t.inkLow : t.inkMid, line.detail);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(story_.size()) - 1;
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const int step = event->key() == Qt::Key_Left ? -1 : event->key() == Qt::Key_Right ? 1 : 0;
    if (step == 0 || last < 0)
        return QWidget::keyPressEvent(event);
    int next = std::clamp(current_ + step, 0, last);
    while (control && next > 0 && next < last &&
           story_[static_cast<std::size_t>(next)].weight != Weight::Failure)
        next += step;
    moveTo(next);
}

void TimelineView::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    moveTo(indexAt(event->pos().y()));
}

void TimelineView::moveTo(int index)
{
    current_ = index;
    describe();
    update();
    if (index >= 0)
        emit reveal(rectOf(index));
}

}  // namespace holdpoint::ui::exceptions
