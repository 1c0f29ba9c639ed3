// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/tab_strip.h"

#include "ui/common/own_font.h"

#include <QPainter>

namespace holdpoint::ui {

TabStrip::TabStrip(const Theme& theme, QWidget* parent) : QTabBar(parent), theme_(theme)
{
    setExpanding(false);
    setDrawBase(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    const auto take = [this] {
        setOwnFont(this, theme_.font(TextRole::Body));
    };  // also lays the tabs out anew
    take();
    connect(&theme, &Theme::changed, this, take);
}

// As wide as its heavier look: choosing one moves no other.
QSize TabStrip::tabSizeHint(int index) const
{
    const QFontMetrics metrics(theme_.font(TextRole::Section));
    return {metrics.horizontalAdvance(tabText(index)) + theme_.px(20), metrics.height() + theme_.px(16)};
}

void TabStrip::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    for (int i = 0; i < count(); ++i) {
        const QRect rect = tabRect(i);
        const bool chosen = i == currentIndex();
        painter.setFont(theme_.font(chosen ? TextRole::Section : TextRole::Body));
        painter.setPen(chosen && hasFocus() ? t.accent : chosen ? t.inkHigh : t.inkMid);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, tabText(i));
        if (chosen)
            painter.fillRect(rect.left() + theme_.px(10), rect.bottom() - 1, rect.width() - theme_.px(20), 2,
                             t.accent);
    }
}

}  // namespace holdpoint::ui
