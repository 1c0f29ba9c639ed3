// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rollout/rows_model.h"

#include "ui/common/tooltip.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace holdpoint::ui::rollout {

void RowsModel::setColumns(const QStringList& names, const QList<int>& right)
{
    const bool same = names.size() == names_.size();
    if (!same)
        beginResetModel();
    names_ = names;
    right_ = right;
    if (!same)
        endResetModel();
    else if (!names_.isEmpty())
        emit headerDataChanged(Qt::Horizontal, 0, static_cast<int>(names_.size()) - 1);
}

void RowsModel::setRows(std::vector<Row> rows)
{
    const bool same = std::equal(rows.begin(), rows.end(), rows_.begin(), rows_.end(),
                                 [](const Row& a, const Row& b) { return a.key == b.key; });
    if (!same)
        beginResetModel();
    rows_ = std::move(rows);
    if (!same)
        endResetModel();
    else if (!rows_.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int RowsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(names_.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    if (role == KeyRole)
        return row.key;
    if (static_cast<std::size_t>(index.column()) >= row.cells.size())
        return {};
    const Cell& cell = row.cells[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((right_.contains(index.column()) ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    case InkRole: return cell.ink;
    case StrongRole: return cell.strong;
    case MonoRole: return cell.mono;
    case ChipRole: return cell.chip < 0 || cell.text.isEmpty() ? QVariant() : QVariant(cell.chip);
    case Qt::ToolTipRole: return plainToolTip(cell.tip);
    case Qt::AccessibleTextRole: return QStringLiteral("%1 %2").arg(names_[index.column()], cell.text);
    default: return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && right_.contains(section))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    return role == Qt::DisplayRole && section < names_.size() ? QVariant(names_[section]) : QVariant();
}

void fitToRows(QTableView& table, const Theme& theme)
{
    table.setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int header =
        table.horizontalHeader()->isHidden() ? 0 : table.horizontalHeader()->sizeHint().height();
    table.setFixedHeight(header + std::max(table.model()->rowCount(), 1) * theme.rowHeight() + 2);
}

}  // namespace holdpoint::ui::rollout
