// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/window_model.h"

#include "ui/common/row_delegate.h"

namespace holdpoint::ui {

WindowModel::WindowModel(Watch& watch, QObject* parent) : QAbstractTableModel(parent), watch_(watch)
{
    connect(&watch, &Watch::snapshot, this, &WindowModel::onSnapshot);
    connect(&watch, &Watch::delta, this, &WindowModel::onDelta);
    connect(&watch, &Watch::lost, this, [this] { result_ = 0; });
}

int WindowModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : total_; }

QVariant WindowModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    if (!isHere(index.row())) {
        if (role == Qt::DisplayRole)
            return QStringLiteral("…");
        return role == InkRole ? QVariant(inkValue(Ink::Low)) : QVariant();
    }
    const int at = index.row() - first_;
    return role == KeyRole ? QVariant(keyAt(at)) : cell(at, index.column(), role);
}

void WindowModel::setVisibleRange(int first, int count)
{
    if (count <= 0)
        return;
    const int from = std::max(0, first - count);
    const session::Window wanted{static_cast<std::size_t>(from),
                                 static_cast<std::size_t>(first + 2 * count - from)};
    const auto has = watch_.window();
    // While what is seen lies well inside of what was asked for, nothing is asked.
    const bool covered = has.count == wanted.count &&
                         static_cast<std::size_t>(std::max(0, first - count / 2)) >= has.first &&
                         static_cast<std::size_t>(first + count + count / 2) <= has.first + has.count;
    if (!covered)
        watch_.setWindow(wanted);
}

int WindowModel::rowOf(qulonglong key) const
{
    for (int at = 0; at < held(); ++at)
        if (keyAt(at) == key)
            return first_ + at;
    return -1;
}

void WindowModel::onSnapshot(const session::Snapshot& snapshot)
{
    const int total = static_cast<int>(snapshot.total);
    const bool same = snapshot.result == result_ && total >= total_;
    complete_ = snapshot.complete;
    if (same) {
        grow(total);
        const int oldFirst = first_;
        const int oldEnd = first_ + held();
        first_ = static_cast<int>(snapshot.window.first);
        if (take(snapshot.rows)) {
            tellChanged(oldFirst, oldEnd);
            tellChanged(first_, first_ + held());
        }
    } else {
        beginResetModel();
        result_ = snapshot.result;
        total_ = total;
        first_ = static_cast<int>(snapshot.window.first);
        waiting_ = gone_ = 0;
        take(snapshot.rows);
        endResetModel();
    }
    emit statusChanged();
}

void WindowModel::onDelta(const session::Delta& delta)
{
    for (std::size_t i = 0; i < delta.changed.size(); ++i) {
        const int row = static_cast<int>(delta.changed[i]);
        if (!isHere(row))
            continue;
        put(row - first_, delta.rows, i);
        tellChanged(row, row + 1);
    }
    waiting_ = delta.waiting;
    gone_ = delta.gone;
    emit statusChanged();
    if (total_ == 0 && waiting_ > 0)
        watch_.accept();  // there is nothing that could move
}

void WindowModel::grow(int total)
{
    if (total <= total_)
        return;
    beginInsertRows({}, total_, total - 1);
    total_ = total;
    endInsertRows();
}

void WindowModel::tellChanged(int from, int to)
{
    to = std::min(to, total_);
    if (from < to)
        emit dataChanged(index(from, 0), index(to - 1, columnCount() - 1));
}

}  // namespace holdpoint::ui
