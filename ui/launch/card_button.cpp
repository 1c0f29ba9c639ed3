// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/card_button.h"

#include "ui/common/hatch.h"

#include <QKeyEvent>
#include <QPainter>

namespace holdpoint::ui {
CardButton::CardButton(const Theme& theme, QWidget* parent) : QAbstractButton(parent), theme_(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void CardButton::setStale(bool stale)
{
    if (stale_ == stale)
        return;
    stale_ = stale;
    update();
}

QColor CardButton::ground() const { return theme_.tokens().content; }

void CardButton::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(isAbnormal() ? t.p1Ink : underMouse() ? t.inkLow : t.line, 1));
    painter.setBrush(ground());
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    if (hasFocus() && ring_) {
        painter.setPen(QPen(t.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 3, 3);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    const int pad = theme_.px(12);
    paintContent(painter, rect().adjusted(pad, pad - 2, -pad, -pad + 2));
    if (stale_)
        paintHatch(painter, rect().adjusted(1, 1, -1, -1), t);
}

void CardButton::focusInEvent(QFocusEvent* event)
{
    ring_ = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    QAbstractButton::focusInEvent(event);
}

void CardButton::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

}  // namespace holdpoint::ui
