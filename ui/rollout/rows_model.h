// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/row_delegate.h"

#include <QAbstractTableModel>

#include <vector>

class QTableView;

namespace holdpoint::ui::rollout {

/// A short table whose cells are words already: stations of a poll, findings of a plan, what cannot be undone.
class RowsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Cell {
        QString text;
        int ink = inkValue(Ink::High);
        bool strong = false;
        int chip = -1;  ///< ChipKind; −1: no chip
        QString tip = {};
        bool mono = false;
    };
    struct Row {
        std::vector<Cell> cells;
        qulonglong key = 0;
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `right`: columns of numbers.
    void setColumns(const QStringList& names, const QList<int>& right = {});
    /// Rows with the same keys change in place.
    void setRows(std::vector<Row> rows);
    [[nodiscard]] const Row& row(int number) const { return rows_[static_cast<std::size_t>(number)]; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList names_;
    QList<int> right_;
    std::vector<Row> rows_;
};

/// As high as its rows (at least one), without a scroll bar of its own.
void fitToRows(QTableView& table, const Theme& theme);

}  // namespace holdpoint::ui::rollout
