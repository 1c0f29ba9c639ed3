// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/wrap_row.h"

#include <QWidget>

#include <algorithm>

namespace holdpoint::ui::rollout {

WrapRow::WrapRow(int gap, QWidget* parent) : QLayout(parent), gap_(gap) {}

WrapRow::~WrapRow()
{
    for (QLayoutItem* item : items_)
        delete item;
}

void WrapRow::addItem(QLayoutItem* item) { items_.push_back(item); }

QLayoutItem* WrapRow::itemAt(int index) const
{
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem* WrapRow::takeAt(int index)
{
    QLayoutItem* item = itemAt(index);
    if (item != nullptr)
        items_.erase(items_.begin() + index);
    return item;
}

// Gives the height that is needed. Items of a line stand on one middle; the last one of a line that can grow does.
int WrapRow::arrange(const QRect& rect, bool move) const
{
    const QRect inside = rect.marginsRemoved(contentsMargins());
    int top = inside.top();
    std::size_t first = 0;
    while (first < items_.size()) {
        int width = 0, height = 0;
        std::size_t end = first;
        for (; end < items_.size(); ++end) {
            if (items_[end]->isEmpty())
                continue;
            const QSize size = items_[end]->sizeHint();
            if (width > 0 && width + gap_ + size.width() > inside.width())
                break;
            width += (width > 0 ? gap_ : 0) + size.width();
            height = std::max(height, size.height());
        }
        int left = inside.left();
        for (std::size_t i = first; i < end; ++i) {
            if (items_[i]->isEmpty())
                continue;
            QSize size = items_[i]->sizeHint();
            if ((items_[i]->expandingDirections() & Qt::Horizontal) != 0)
                size.rwidth() += std::max(inside.width() - width, 0);
            size.setWidth(std::min(size.width(), inside.width()));
            if (move)
                items_[i]->setGeometry({QPoint(left, top + (height - size.height()) / 2), size});
            left += size.width() + gap_;
        }
        top += height + (height > 0 && end < items_.size() ? gap_ : 0);
        first = std::max(end, first + 1);
    }
    return top - rect.top() + contentsMargins().bottom();
}

int WrapRow::heightForWidth(int width) const { return arrange({0, 0, width, 0}, false); }

void WrapRow::setGeometry(const QRect& rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

QSize WrapRow::sizeHint() const
{
    int width = 0;
    for (const QLayoutItem* item : items_)
        width += item->isEmpty() ? 0 : item->sizeHint().width() + gap_;
    const QMargins m = contentsMargins();
    width += m.left() + m.right();
    return {width, arrange({0, 0, std::max(width, 1), 0}, false)};
}

QSize WrapRow::minimumSize() const
{
    int widest = 0, height = 0;
    for (const QLayoutItem* item : items_) {
        widest = std::max(widest, item->isEmpty() ? 0 : item->minimumSize().width());
        height = std::max(height, item->isEmpty() ? 0 : item->minimumSize().height());
    }
    const QMargins m = contentsMargins();
    return {widest + m.left() + m.right(), height + m.top() + m.bottom()};
}

}  // namespace holdpoint::ui::rollout
