// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ids.h"
#include "ui/common/row_delegate.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace holdpoint::ui {

/// One cell of a small table, ready to be shown.
struct Cell {
    QString text;
    int ink = inkValue(Ink::High);
    bool mono = false;
    bool strong = false;
    std::optional<ChipKind> chip = {};
    QString tip = {};
    QString copy = {};  ///< empty: the text
};
struct CellRow {
    std::vector<Cell> cells;
    EntityId opens = {};  ///< what Enter leads to
    bool chosen = false;
};
struct CellColumn {
    QString title;
    bool right = false;
};

/// A table of a few rows that are made at once: lines, facts, effects, candidates, hits. Setting the same rows again
/// changes nothing.
class CellsModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void set(std::vector<CellColumn> columns, std::vector<CellRow> rows);
    [[nodiscard]] const CellRow& row(int row) const { return rows_[static_cast<std::size_t>(row)]; }
    /// The first chosen row; −1: none.
    [[nodiscard]] int chosenRow() const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<CellColumn> columns_;
    std::vector<CellRow> rows_;
};

}  // namespace holdpoint::ui
