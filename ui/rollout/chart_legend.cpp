// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/chart_legend.h"

#include "ui/common/theme.h"

#include <QPainter>

namespace holdpoint::ui::rollout {

ChartLegend::ChartLegend(const Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme)
{
    setAccessibleName(tr("Blue line: canary; dashed line: control"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize ChartLegend::sizeHint() const
{
    const QFontMetrics metrics(theme_.font(TextRole::TableCompact));
    return {metrics.horizontalAdvance(tr("canary") + tr("control")) + theme_.px(44), theme_.px(20)};
}

void ChartLegend::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setFont(theme_.font(TextRole::TableCompact));
    int left = 0;
    const auto entry = [&](const QString& text, const QColor& ink) {
        painter.fillRect(left, height() / 2 - 1, theme_.px(8), 2, ink);
        left += theme_.px(10);
        painter.setPen(ink);
        const int width = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(left, 0, width + 2, height()), int(Qt::AlignLeft) | Qt::AlignVCenter, text);
        left += width + theme_.px(12);
    };
    entry(tr("canary"), t.pathNew);
    entry(tr("control"), t.pathLegacy);
}

}  // namespace holdpoint::ui::rollout
