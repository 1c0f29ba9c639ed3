// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/table_view.h"

#include "ui/common/copy_text.h"
#include "ui/common/own_font.h"
#include "ui/common/window_model.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace holdpoint::ui {

TableView::TableView(const Theme& theme, QWidget* parent) : QTableView(parent), theme_(theme)
{
    setItemDelegate(new RowDelegate(theme, this));
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    connect(this, &QTableView::doubleClicked, this, &TableView::opened);
    connect(&theme, &Theme::changed, this, &TableView::applyTheme);
    applyTheme();
}

void TableView::setModel(QAbstractItemModel* model)
{
    if (this->model() != nullptr)
        this->model()->disconnect(this);
    QTableView::setModel(model);
    if (model == nullptr)
        return;
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { resetting_ = true; });
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        resetting_ = false;
        findAgain();
        tellRange();
    });
    connect(model, &QAbstractItemModel::dataChanged, this, [this] { key_ == 0 ? tellKey() : findAgain(); });
    connect(model, &QAbstractItemModel::rowsInserted, this, &TableView::tellRange);
    if (auto* window = qobject_cast<WindowModel*>(model))
        connect(this, &TableView::visibleRangeChanged, window, &WindowModel::setVisibleRange);
    applyTheme();
    tellRange();
}

void TableView::setColumnWidths(const QList<int>& widths)
{
    widths_ = widths;
    applyTheme();
}

void TableView::applyTheme()
{
    verticalHeader()->setDefaultSectionSize(theme_.rowHeight());
    verticalHeader()->setMinimumSectionSize(theme_.rowHeight());
    setOwnFont(horizontalHeader(), theme_.font(TextRole::TableCompact));
    if (model() == nullptr)
        return;
    for (int column = 0; column < std::min<int>(model()->columnCount(), int(widths_.size())); ++column)
        if (widths_[column] == 0)
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            setColumnWidth(column, theme_.px(widths_[column]));
    dropColumns();
    viewport()->update();
}

void TableView::setDropped(const QList<int>& columns, int least)
{
    dropped_ = columns;
    least_ = least;
    dropColumns();
}

// Nothing is squeezed until it cannot be read: what says least goes.
void TableView::dropColumns()
{
    if (model() == nullptr || dropped_.isEmpty())
        return;
    int needed = theme_.px(least_);
    for (const int width : widths_)
        needed += theme_.px(width);
    for (const int column : dropped_) {
        const bool hide = needed > viewport()->width();
        setColumnHidden(column, hide);
        needed -= hide ? theme_.px(widths_[column]) : 0;
    }
}

QString TableView::selectedText() const
{
    if (selectionModel() == nullptr)
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    for (const QModelIndex& row : rows) {
        QStringList cells;
        for (int column = 0; column < model()->columnCount(); ++column) {
            const QModelIndex cell = row.siblingAtColumn(column);
            const QVariant copy = cell.data(CopyRole);
            const QString text = (copy.isValid() ? copy : cell.data()).toString();
            if (!isColumnHidden(column))
                cells << copyCell(text);
        }
        lines << cells.join(QLatin1Char('\t'));
    }
    return lines.join(QLatin1Char('\n'));
}

qulonglong TableView::currentKey() const { return key_; }

bool TableView::setCurrentKey(qulonglong key)
{
    for (int row = 0; model() != nullptr && key != 0 && row < model()->rowCount(); ++row) {
        if (auto* window = qobject_cast<WindowModel*>(model()))
            row = window->rowOf(key);
        if (row < 0)
            return false;
        const QModelIndex index = model()->index(row, 0);
        if (index.data(KeyRole).toULongLong() != key)
            continue;
        key_ = key;
        setCurrentIndex(index);
        return true;
    }
    return false;
}

int TableView::firstVisibleRow() const { return std::max(0, rowAt(0)); }

int TableView::visibleRows() const { return viewport()->height() / std::max(1, theme_.rowHeight()) + 1; }

void TableView::tellRange()
{
    if (model() != nullptr)
        emit visibleRangeChanged(firstVisibleRow(), visibleRows());
}

void TableView::tellKey()
{
    const qulonglong key = currentIndex().data(KeyRole).toULongLong();
    if (key == key_ || (key == 0 && currentIndex().isValid()))  // its row has not come yet
        return;
    key_ = key;
    emit currentKeyChanged(key);
}

/// After a new result the row of before is somewhere else, or gone.
void TableView::findAgain()
{
    if (key_ == 0 || currentIndex().data(KeyRole).toULongLong() == key_)
        return;
    const qulonglong was = key_;
    if (!setCurrentKey(was) && currentIndex().isValid())
        tellKey();
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(selectedText());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (currentIndex().isValid())
            emit opened(currentIndex());
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    dropColumns();
    tellRange();
}

void TableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        tellRange();
}

void TableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    viewport()->update();
    if (!resetting_)
        tellKey();
}

}  // namespace holdpoint::ui
