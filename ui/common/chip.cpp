// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/chip.h"

#include <QPainter>

namespace holdpoint::ui {
namespace {

QFont chipFont(const Theme& theme)
{
    QFont font = theme.font(TextRole::Caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

struct Look {
    QColor ink, back, edge;
};
Look lookOf(const Tokens& t, ChipKind kind)
{
    switch (kind) {
    case ChipKind::Plain: return {t.inkMid, {}, t.line};
    case ChipKind::Critical: return {t.p1Ink, t.p1Wash, {}};
    case ChipKind::Warning: return {t.p2Ink, t.p2Wash, {}};
    case ChipKind::Accent: return {t.accent, t.accentFill, {}};
    }
    return {t.inkMid, {}, t.line};
}

}  // namespace

QSize chipSize(const Theme& theme, const QString& text, bool pill)
{
    const QFontMetrics metrics(chipFont(theme));
    const int side = theme.px(pill ? 12 : 8);
    return {metrics.horizontalAdvance(text) + 2 * side, metrics.height() + theme.px(pill ? 8 : 4)};
}

QRect paintChip(QPainter& painter, const QRect& rect, const Theme& theme, const QString& text, ChipKind kind,
                bool pill)
{
    const QSize size = chipSize(theme, text, pill).boundedTo(rect.size());
    const QRect box(rect.x(), rect.y() + (rect.height() - size.height()) / 2, size.width(), size.height());
    const Look look = lookOf(theme.tokens(), kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.edge.isValid() ? QPen(look.edge) : QPen(Qt::NoPen));
    painter.setBrush(look.back.isValid() ? QBrush(look.back) : QBrush(Qt::NoBrush));
    const qreal radius = pill ? box.height() / 2.0 : 3;
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(look.ink);
    painter.setFont(chipFont(theme));
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, box.width() - theme.px(8));
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, shown);
    painter.restore();
    return box;
}

Chip::Chip(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    set({}, ChipKind::Plain);
}

Chip::Chip(const Theme& theme, const QString& text, ChipKind kind, QWidget* parent) : Chip(theme, parent)
{
    set(text, kind);
}

void Chip::set(const QString& text, ChipKind kind)
{
    text_ = text;
    kind_ = kind;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

void Chip::setPill(bool pill)
{
    pill_ = pill;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const { return chipSize(theme_, text_, pill_); }

void Chip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintChip(painter, rect(), theme_, text_, kind_, pill_);
}

}  // namespace holdpoint::ui
