// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/priority_glyph.h"

#include "ui/text/words.h"

#include <QPainter>

namespace holdpoint::ui {
namespace {

QColor edgeOf(const Tokens& tokens, Priority priority)
{
    if (priority == Priority::P2)
        return tokens.p2Edge;
    return priority == Priority::P3 ? tokens.p3Edge : QColor();
}

void drawShape(QPainter& painter, const QRectF& box, Priority priority)
{
    if (priority == Priority::P1)
        painter.drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    else if (priority == Priority::P2)
        painter.drawPolygon(QPolygonF({{box.center().x(), box.top()},
                                       {box.right(), box.center().y()},
                                       {box.center().x(), box.bottom()},
                                       {box.left(), box.center().y()}}));
    else
        painter.drawEllipse(box.adjusted(1, 1, -1, -1));
}

}  // namespace

void paintPriority(QPainter& painter, const QRectF& rect, Priority priority, const Tokens& tokens,
                   bool acknowledged)
{
    if (priority == Priority::P4)
        return;
    const qreal side = std::min(rect.width(), rect.height());
    const QRectF box(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    const QColor edge = acknowledged ? tokens.ink(priority) : edgeOf(tokens, priority);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edge.isValid() ? QPen(edge, acknowledged ? 1.5 : 1) : QPen(Qt::NoPen));
    painter.setBrush(acknowledged ? QBrush(Qt::NoBrush) : QBrush(tokens.fill(priority)));
    drawShape(painter, box, priority);
    painter.restore();
}

PriorityGlyph::PriorityGlyph(const Theme& theme, Priority priority, QWidget* parent)
    : QWidget(parent), theme_(theme)
{
    connect(&theme, &Theme::changed, this, [this] { setSide(side_); });
    set(priority);
    setSide(12);
}

void PriorityGlyph::set(Priority priority, bool acknowledged)
{
    priority_ = priority;
    acknowledged_ = acknowledged;
    setAccessibleName(word(priority));
    update();
}

void PriorityGlyph::setSide(int designPixels)
{
    side_ = designPixels;
    setFixedSize(sizeHint());
    update();
}

QSize PriorityGlyph::sizeHint() const { return {theme_.px(side_), theme_.px(side_)}; }

void PriorityGlyph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintPriority(painter, rect(), priority_, theme_.tokens(), acknowledged_);
}

}  // namespace holdpoint::ui
