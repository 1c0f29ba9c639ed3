// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/client.h"

#include <QAbstractTableModel>

#include <algorithm>

namespace holdpoint::ui {

/// A list of any length of which only the rows near what is seen are here; the others show as "…" until they come. Fed
/// by a watch. GUI thread.
class WindowModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// The watch outlives the model.
    WindowModel(Watch& watch, QObject* parent);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// What the view shows; asks for that and a page on both sides.
    void setVisibleRange(int first, int count);

    [[nodiscard]] session::ResultId result() const noexcept { return result_; }
    /// False: a scan goes on, the number of rows still grows.
    [[nodiscard]] bool isComplete() const noexcept { return complete_; }
    /// Nothing has come yet.
    [[nodiscard]] bool isEmptyYet() const noexcept { return result_ == 0; }
    /// Rows that a new result would have, and those it would not have.
    [[nodiscard]] std::size_t waiting() const noexcept { return waiting_; }
    [[nodiscard]] std::size_t gone() const noexcept { return gone_; }
    /// −1: no row that is here has that key.
    [[nodiscard]] int rowOf(qulonglong key) const;
    [[nodiscard]] bool isHere(int row) const noexcept { return row >= first_ && row < first_ + held(); }

signals:
    /// Result, total, waiting or gone have other values.
    void statusChanged();

protected:
    /// Rows `first()` and on are replaced by those, which are of the model's kind; else nothing and false.
    virtual bool take(const session::Rows& rows) = 0;
    /// The row in the window at that place gets that one of `rows`.
    virtual void put(int at, const session::Rows& rows, std::size_t from) = 0;
    [[nodiscard]] virtual int held() const = 0;
    [[nodiscard]] virtual qulonglong keyAt(int at) const = 0;
    /// Of a row that is here.
    [[nodiscard]] virtual QVariant cell(int at, int column, int role) const = 0;
    [[nodiscard]] int first() const noexcept { return first_; }

private:
    void onSnapshot(const session::Snapshot& snapshot);
    void onDelta(const session::Delta& delta);
    void grow(int total);
    void tellChanged(int from, int to);

    Watch& watch_;
    session::ResultId result_ = 0;
    int total_ = 0;
    int first_ = 0;
    bool complete_ = true;
    std::size_t waiting_ = 0;
    std::size_t gone_ = 0;
};

[[nodiscard]] inline qulonglong keyOf(const session::ExceptionRow& row) { return row.id.value(); }
[[nodiscard]] inline qulonglong keyOf(const session::OrderRow& row) { return row.id.value(); }
[[nodiscard]] inline qulonglong keyOf(const session::GroupRow& row) { return row.fingerprint; }

/// The rows themselves. A screen derives from it and says columns and cells: `columnCount`, `headerData`, `cellOf`.
template <typename Row>
class RowsModel : public WindowModel {
public:
    using WindowModel::WindowModel;
    /// Null: not here.
    [[nodiscard]] const Row* rowAt(int row) const
    {
        return isHere(row) ? &rows_[static_cast<std::size_t>(row - first())] : nullptr;
    }

protected:
    [[nodiscard]] virtual QVariant cellOf(const Row& row, int column, int role) const = 0;

    bool take(const session::Rows& rows) override
    {
        const auto* mine = std::get_if<std::vector<Row>>(&rows);
        if (mine != nullptr)
            rows_ = *mine;
        return mine != nullptr;
    }
    void put(int at, const session::Rows& rows, std::size_t from) override
    {
        if (const auto* mine = std::get_if<std::vector<Row>>(&rows); mine != nullptr && from < mine->size())
            rows_[static_cast<std::size_t>(at)] = (*mine)[from];
    }
    [[nodiscard]] int held() const override { return static_cast<int>(rows_.size()); }
    [[nodiscard]] qulonglong keyAt(int at) const override
    {
        return keyOf(rows_[static_cast<std::size_t>(at)]);
    }
    [[nodiscard]] QVariant cell(int at, int column, int role) const override
    {
        return cellOf(rows_[static_cast<std::size_t>(at)], column, role);
    }

private:
    std::vector<Row> rows_;
};

}  // namespace holdpoint::ui
