// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/cells_model.h"

#include "ui/common/tooltip.h"

#include <algorithm>

namespace holdpoint::ui {
namespace {

bool same(const std::vector<CellRow>& a, const std::vector<CellRow>& b)
{
    const auto sameCell = [](const Cell& x, const Cell& y) {
        return x.text == y.text && x.ink == y.ink && x.chip == y.chip && x.strong == y.strong &&
               x.tip == y.tip;
    };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](const CellRow& x, const CellRow& y) {
        return x.opens == y.opens && x.chosen == y.chosen &&
               std::equal(x.cells.begin(), x.cells.end(), y.cells.begin(), y.cells.end(), sameCell);
    });
}

}  // namespace

void CellsModel::set(std::vector<CellColumn> columns, std::vector<CellRow> rows)
{
    const bool sameTitles =
        std::equal(columns.begin(), columns.end(), columns_.begin(), columns_.end(),
                   [](const CellColumn& a, const CellColumn& b) { return a.title == b.title; });
    if (sameTitles && same(rows, rows_))
        return;
    beginResetModel();
    columns_ = std::move(columns);
    rows_ = std::move(rows);
    endResetModel();
}

int CellsModel::chosenRow() const
{
    const auto found = std::find_if(rows_.begin(), rows_.end(), [](const CellRow& r) { return r.chosen; });
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int CellsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int CellsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant CellsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto column = static_cast<std::size_t>(index.column());
    const CellRow& row = this->row(index.row());
    if (role == KeyRole)
        return static_cast<qulonglong>(index.row()) + 1;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((columns_[column].right ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
    if (column >= row.cells.size())
        return {};
    const Cell& cell = row.cells[column];
    switch (role) {
    case Qt::DisplayRole: return cell.text;
    case InkRole: return cell.ink;
    case MonoRole: return cell.mono;
    case StrongRole: return cell.strong;
    case ChipRole: return cell.chip ? QVariant(static_cast<int>(*cell.chip)) : QVariant();
    case CopyRole: return cell.copy.isEmpty() ? QVariant() : QVariant(cell.copy);
    case Qt::ToolTipRole: return cell.tip.isEmpty() ? QVariant() : QVariant(plainToolTip(cell.tip));
    case Qt::AccessibleTextRole: return QStringLiteral("%1 %2").arg(columns_[column].title, cell.text);
    default: return {};
    }
}

QVariant CellsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const CellColumn& column = columns_[static_cast<std::size_t>(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column.right ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

}  // namespace holdpoint::ui
