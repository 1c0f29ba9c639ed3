// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/small_table.h"

#include "ui/common/copy_text.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <numeric>

namespace holdpoint::ui::exceptions {
namespace {

constexpr int Gap = 16;

}  // namespace

SmallTable::SmallTable(const Theme& theme, const QString& name, QWidget* parent)
    : QWidget(parent), theme_(theme)
{
    setAccessibleName(name);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme_, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SmallTable::setColumns(QStringList headers)
{
    headers_ = std::move(headers);
    update();
}

void SmallTable::setRows(std::vector<SmallRow> rows)
{
    rows_ = std::move(rows);
    current_ = std::min(current_, static_cast<int>(rows_.size()) - 1);
    updateGeometry();
    update();
}

QString SmallTable::asText() const
{
    QString text = headers_.join(QLatin1Char('\t')) + QLatin1Char('\n');
    for (const SmallRow& row : rows_) {
        QStringList cells;
        for (const SmallCell& cell : row)
            cells << copyCell(cell.text);
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QSize SmallTable::sizeHint() const
{
    return {theme_.px(320), (static_cast<int>(rows_.size()) + 1) * theme_.rowHeight()};
}

QFont SmallTable::fontOf(const SmallCell& cell) const
{
    return theme_.font(cell.mono ? TextRole::MonoSmall : TextRole::TableCompact);
}

QColor SmallTable::inkOf(CellInk ink) const
{
    const Tokens& t = theme_.tokens();
    switch (ink) {
    case CellInk::High: return t.inkHigh;
    case CellInk::Mid: return t.inkMid;
    case CellInk::Low: return t.inkLow;
    case CellInk::Doubt: return t.p2Ink;
    case CellInk::Failure: return t.p1Ink;
    }
    return t.inkMid;
}

std::vector<int> SmallTable::widths() const
{
    const auto columns = static_cast<std::size_t>(headers_.size());
    std::vector<int> wide(columns, 0);
    const QFontMetrics header(theme_.font(TextRole::TableCompact));
    for (std::size_t c = 0; c < columns; ++c) {
        wide[c] = header.horizontalAdvance(headers_[static_cast<qsizetype>(c)]);
        for (const SmallRow& row : rows_)
            if (c < row.size())
                wide[c] = std::max(wide[c], QFontMetrics(fontOf(row[c])).horizontalAdvance(row[c].text) + 1);
        wide[c] += theme_.px(Gap);
    }
    if (columns == 0)
        return wide;
    int over = std::accumulate(wide.begin(), wide.end(), 0) - width();
    while (over > 0) {  // the widest gives way until it is no wider than the next
        const auto widest = std::max_element(wide.begin(), wide.end());
        int next = 0;
        for (const int w : wide)
            next = w < *widest ? std::max(next, w) : next;
        const int cut = std::min(over, std::max(1, *widest - next));
        if (*widest - cut < theme_.px(24))
            break;
        *widest -= cut;
        over -= cut;
    }
    if (over < 0)
        wide.back() -= over;
    return wide;
}

void SmallTable::paintEvent(QPaintEvent*)
{
    QPainter p(this);
    const Tokens& t = theme_.tokens();
    const int height = theme_.rowHeight();
    const std::vector<int> wide = widths();
    const auto paint = [&](int row, std::size_t column, int x, const QString& text, const QFont& font,
                           const QColor& ink) {
        const int room = wide[column] - theme_.px(Gap) / 2;
        p.setFont(font);
        p.setPen(ink);
        p.drawText(QRect(x, row * height, room, height), Qt::AlignVCenter | Qt::TextSingleLine,
                   QFontMetrics(font).elidedText(text, Qt::ElideRight, room));
    };
    for (int row = 0; row <= static_cast<int>(rows_.size()); ++row) {
        if (row > 0 && row - 1 == current_ && hasFocus())
            p.fillRect(QRect(0, row * height, width(), height), t.accentFill);
        int x = 0;
        for (std::size_t c = 0; c < wide.size(); x += wide[c++]) {
            if (row == 0) {
                paint(0, c, x, headers_[static_cast<qsizetype>(c)], theme_.font(TextRole::TableCompact),
                      t.inkLow);
            } else if (const SmallRow& cells = rows_[static_cast<std::size_t>(row) - 1]; c < cells.size()) {
                paint(row, c, x, cells[c].text, fontOf(cells[c]), inkOf(cells[c].ink));
            }
        }
        p.setPen(t.line);
        p.drawLine(0, (row + 1) * height - 1, width(), (row + 1) * height - 1);
    }
}

int SmallTable::rowAt(int y) const
{
    return std::min(y / theme_.rowHeight() - 1, static_cast<int>(rows_.size()) - 1);
}

void SmallTable::setCurrent(int row)
{
    current_ = row;
    QStringList texts;
    if (row >= 0)
        for (const SmallCell& cell : rows_[static_cast<std::size_t>(row)])
            texts << cell.text;
    setAccessibleDescription(texts.join(QStringLiteral(", ")));
    update();
}

void SmallTable::keyPressEvent(QKeyEvent* event)
{
    const int last = static_cast<int>(rows_.size()) - 1;
    if (event->key() == Qt::Key_Down && current_ < last)
        setCurrent(current_ + 1);
    else if (event->key() == Qt::Key_Up && current_ > 0)
        setCurrent(current_ - 1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && current_ >= 0)
        emit opened(current_);
    else
        QWidget::keyPressEvent(event);
}

void SmallTable::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (const int row = rowAt(event->pos().y()); row >= 0)
        setCurrent(row);
}

void SmallTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (const int row = rowAt(event->pos().y()); row >= 0)
        emit opened(row);
}

}  // namespace holdpoint::ui::exceptions
