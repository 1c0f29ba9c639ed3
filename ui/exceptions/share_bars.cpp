// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/share_bars.h"

#include "ui/exceptions/apart_panel.h"

#include <QEvent>
#include <QPainter>

namespace holdpoint::ui::exceptions {

ShareBars::ShareBars(const Theme& theme, const Format& format, QWidget* parent)
    : QWidget(parent), theme_(theme), format_(format)
{
    setObjectName(QStringLiteral("shareBars"));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ShareBars::setRows(std::vector<session::ContrastRow> rows)
{
    rows_ = std::move(rows);
    describe();
    updateGeometry();
    update();
}

QSize ShareBars::sizeHint() const { return {theme_.px(480), lineHeight() * static_cast<int>(rows_.size())}; }

QString ShareBars::failingText(const session::ContrastRow& row) const
{
    return tr("%1 of failing").arg(format_.percent(row.failingShare() * 100));
}

QString ShareBars::passingText(const session::ContrastRow& row) const
{
    const QString share = tr("%1 of passing").arg(format_.percent(row.passingShare() * 100));
    switch (row.weight) {
    case session::Weight::Sure: return share;
    case session::Weight::Chance: return share + QStringLiteral(" · ") + tr("may be chance");
    case session::Weight::TooFew: return share + QStringLiteral(" · ") + tr("too few to say");
    }
    return share;
}

void ShareBars::describe()
{
    QStringList lines;
    for (const session::ContrastRow& row : rows_)
        lines << QStringLiteral("%1: %2, %3").arg(traitText(row), failingText(row), passingText(row));
    setAccessibleDescription(lines.join(QLatin1Char('\n')));
}

void ShareBars::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        describe();
    QWidget::changeEvent(event);
}

void ShareBars::paintBar(QPainter& painter, const QRect& cell, double share, const QColor& color,
                         const QString& text, const QColor& ink) const
{
    const int most = cell.width() * 32 / 100;  // the words beside it need their room
    const int thick = theme_.px(9);
    const QRect bar(cell.left(), cell.center().y() - thick / 2,
                    std::max(theme_.px(2), static_cast<int>(share * most)), thick);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawRoundedRect(bar, 2, 2);
    const QRect words(bar.right() + theme_.px(8), cell.top(), cell.right() - bar.right() - theme_.px(8),
                      cell.height());
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
}

void ShareBars::paintEvent(QPaintEvent*)
{
    const Tokens& t = theme_.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme_.font(TextRole::TableCompact));
    const int name = width() * 24 / 100;
    const int bar = (width() - name) / 2;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        const session::ContrastRow& row = rows_[i];
        const bool sure = row.weight == session::Weight::Sure;
        const QRect line(0, static_cast<int>(i) * lineHeight(), width(), lineHeight());
        painter.setPen(sure ? t.inkHigh : t.inkLow);
        painter.drawText(
            QRect(line.left(), line.top(), name - theme_.px(10), line.height()),
            Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
            painter.fontMetrics().elidedText(traitText(row), Qt::ElideMiddle, name - theme_.px(10)));
        const QRect left(name, line.top(), bar - theme_.px(10), line.height());
        const QRect right(name + bar, line.top(), width() - name - bar, line.height());
        paintBar(painter, left, row.failingShare(), sure ? t.p1Ink : t.inkLow, failingText(row),
                 sure ? t.inkHigh : t.inkLow);
        paintBar(painter, right, row.passingShare(), sure ? t.pathLegacy : t.inkLow, passingText(row),
                 sure ? t.inkMid : t.inkLow);
    }
}

}  // namespace holdpoint::ui::exceptions
