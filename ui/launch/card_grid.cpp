// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/launch/card_grid.h"

#include "ui/common/theme.h"

#include <QGridLayout>

namespace holdpoint::ui {

CardGrid::CardGrid(const Theme& theme, int room, std::vector<int> perRow, int gap, QWidget* parent)
    : QWidget(parent), theme_(theme), room_(room), perRow_(std::move(perRow)), grid_(new QGridLayout(this))
{
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(gap);
    connect(&theme, &Theme::changed, this, &CardGrid::place);
}

void CardGrid::add(QWidget* card)
{
    cards_.push_back(card);
    columns_ = 0;
    place();
}

// Its width is given, not asked for: it takes as many rows as it needs.
QSize CardGrid::minimumSizeHint() const { return {theme_.px(room_), QWidget::minimumSizeHint().height()}; }

void CardGrid::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    place();
}

void CardGrid::place()
{
    int columns = perRow_.back();
    for (const int many : perRow_)
        if (many * theme_.px(room_) + (many - 1) * grid_->spacing() <= width()) {
            columns = many;
            break;
        }
    if (columns == columns_)
        return;
    for (int column = 0; column < columns_; ++column)
        grid_->setColumnStretch(column, 0);
    columns_ = columns;
    for (std::size_t i = 0; i < cards_.size(); ++i)
        grid_->addWidget(cards_[i], static_cast<int>(i) / columns, static_cast<int>(i) % columns);
    for (int column = 0; column < columns; ++column)
        grid_->setColumnStretch(column, 1);
}

}  // namespace holdpoint::ui
