// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/row_delegate.h"

#include <QTableView>

namespace holdpoint::ui {

/// A list as all of ours are: rows of one height, rules by the delegate, one current row, arrow keys, Ctrl+C copies the
/// selected rows as plain text. A model that is a WindowModel is told which rows can be seen; the current row follows
/// its KeyRole through new results.
class TableView final : public QTableView {
    Q_OBJECT

public:
    explicit TableView(const Theme& theme, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    /// Widths in design pixels; 0: takes what is left.
    void setColumnWidths(const QList<int>& widths);
    /// Columns that go, the first one first, until the one that takes what is left has `least` design pixels.
    void setDropped(const QList<int>& columns, int least);
    /// Selected rows, tab separated, in the order of the list.
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] qulonglong currentKey() const;
    /// False: no row that is here has it.
    bool setCurrentKey(qulonglong key);
    [[nodiscard]] int firstVisibleRow() const;
    [[nodiscard]] int visibleRows() const;

signals:
    void visibleRangeChanged(int first, int count);
    /// The current row is about something else now; 0: none.
    void currentKeyChanged(qulonglong key);
    /// Enter or a double click on the row.
    void opened(const QModelIndex& index);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void applyTheme();
    void dropColumns();
    void tellRange();
    void tellKey();
    void findAgain();

    const Theme& theme_;
    QList<int> widths_;
    QList<int> dropped_;
    int least_ = 0;
    qulonglong key_ = 0;  ///< of the current row, kept while the model is reset
    bool resetting_ = false;
};

}  // namespace holdpoint::ui
