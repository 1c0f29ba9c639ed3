// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exceptions/act_strip.h"

#include <QWidget>

#include <algorithm>

namespace holdpoint::ui::exceptions {

ActStrip::ActStrip(QWidget* parent, int gap) : QLayout(parent), gap_(gap) {}

ActStrip::~ActStrip() { qDeleteAll(items_); }

void ActStrip::addItem(QLayoutItem* item) { items_ << item; }

QLayoutItem* ActStrip::itemAt(int index) const { return items_.value(index); }

QLayoutItem* ActStrip::takeAt(int index)
{
    return index >= 0 && index < items_.size() ? items_.takeAt(index) : nullptr;
}

QSize ActStrip::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : items_)
        size = size.expandedTo(item->sizeHint());
    const QMargins m = contentsMargins();
    return size + QSize(m.left() + m.right(), m.top() + m.bottom());
}

void ActStrip::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int ActStrip::arrange(const QRect& rect, bool place) const
{
    const QRect room = rect.marginsRemoved(contentsMargins());
    QPoint at = room.topLeft();
    int high = 0;
    int tallest = 0;  // buttons of one strip are of one height
    for (const QLayoutItem* item : items_)
        tallest = std::max(tallest, item->sizeHint().height());
    for (QLayoutItem* item : items_) {
        const QSize size(item->sizeHint().width(), tallest);
        if (at.x() > room.left() && at.x() + size.width() > room.right() + 1) {
            at = QPoint(room.left(), at.y() + high + gap_);
            high = 0;
        }
        if (place)
            item->setGeometry(QRect(at, size));
        at.rx() += size.width() + gap_;
        high = std::max(high, size.height());
    }
    return at.y() + high - rect.y() + contentsMargins().bottom();
}

}  // namespace holdpoint::ui::exceptions
